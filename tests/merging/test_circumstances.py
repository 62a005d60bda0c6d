from foedera.merging.people import people, sights

ESP, CSP = "extensive strategic partnership", "comprehensive strategic partnership"


def known(nouns, *facts, **options):
    return nouns.told(facts, {fact.document: nouns.report(fact.document) for fact in facts}, world=nouns.LAND, **options)


def test_an_upgrade_is_about_the_level_that_the_report_dates_alike(nouns):
    facts = [
        nouns.event("2023-11-27", type="upgrade", start=0),
        nouns.level(CSP, "2023-11-27", start=200),
        nouns.level(ESP, "2014", start=0),
    ]
    assert set(known(nouns, *facts).subjects.values()) == {CSP}


def test_without_a_date_it_is_about_the_level_in_the_same_passage(nouns):
    facts = [nouns.event(None, type="upgrade"), nouns.level(CSP, start=10), nouns.level(ESP, start=300)]
    assert set(known(nouns, *facts).subjects.values()) == {CSP}


def test_two_levels_in_the_passage_leave_it_open(nouns):
    facts = [nouns.event(None, type="upgrade"), nouns.level(CSP, start=10), nouns.level(ESP, start=0)]
    assert known(nouns, *facts).subjects == {}


def test_what_happens_once_ever_is_about_itself(nouns):
    fact = nouns.event("1973", type="establish_relations")
    assert known(nouns, fact).subjects == {fact.id: "establish_relations"}


def test_whose_name_it_is_follows_from_the_persons_known(nouns):
    facts = [nouns.tenure("Fumio Kishida"), nouns.tenure("Kishida", document="d2"), nouns.tenure("Taro Kono", "foreign minister")]
    reports = {name: nouns.report(name, "2023-11-28") for name in ("d1", "d2")}
    found = nouns.told([], reports, world=nouns.LAND, seen=sights(people(facts, reports, nouns.LAND)))
    full = nouns.event("2023-11-27", attendees=[("Fumio Kishida", "prime minister", "JP")])
    short = nouns.event("2023-11-27", document="d2", attendees=[("Kishida", None, "JP")])
    other = nouns.event("2023-11-27", attendees=[("Taro Kono", "foreign minister", "JP")])
    assert found.sides(full, short) == {"JP": True}
    assert found.sides(short, other) == {"JP": False}
    assert found.person(full, full.attendees[0]) == found.person(short, short.attendees[0])
    stranger = nouns.event("2023-11-27", attendees=[("Ann Smith", None, None)])
    assert found.sides(full, stranger) == {}
    assert found.person(stranger, stranger.attendees[0]) == "Ann Smith"


def test_a_country_is_no_city_and_both_lie_in_a_state(nouns):
    tokyo, japan, nowhere = (nouns.event("2023-11-27", place=place) for place in ("Tokyo", "Japan", None))
    found = known(nouns, tokyo, japan, nowhere)
    assert [found.city(fact) for fact in (tokyo, japan, nowhere)] == ["Tokyo", None, None]
    assert [found.state(fact) for fact in (tokyo, japan, nowhere)] == ["JP", "JP", None]


def test_two_reports_are_one_only_by_a_known_origin(nouns):
    a, b = nouns.event("2023-11-27"), nouns.event("2023-11-27", document="d2")
    for origins, copy in (((None, None), False), (("d1", None), False), (("d1", "d1"), True)):
        reports = {name: nouns.report(name, origin=origin) for name, origin in zip(("d1", "d2"), origins, strict=True)}
        assert nouns.told([a, b], reports).is_copy(a, b) is copy
