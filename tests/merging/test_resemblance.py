import pytest

from foedera.merging.resemblance import days_apart, fits_in_time, is_possible, is_same_but_for_its_day, strength

KISHIDA = ("Fumio Kishida", "prime minister", "JP")
THUONG = ("Vo Van Thuong", "president", "VN")
CHINH = ("Pham Minh Chinh", "prime minister", "VN")
ESP, CSP = "extensive strategic partnership", "comprehensive strategic partnership"


def known(nouns, *facts, origins=()):
    reports = {fact.document: nouns.report(fact.document, origin="da" if fact.document in origins else None) for fact in facts}
    return nouns.told(facts, reports, world=nouns.LAND)


def two(nouns, ours, theirs, **shared):
    return (
        nouns.event("2023-11-27", **{"document": "da", **shared, **ours}),
        nouns.event("2023-11-27", **{"document": "db", **shared, **theirs}),
    )


def may_be_one(nouns, ours, theirs, **shared):
    a, b = two(nouns, ours, theirs, **shared)
    found = known(nouns, a, b)
    assert is_possible(a, b, found) == is_possible(b, a, found)
    return is_possible(a, b, found)


def test_one_report_tells_of_talks_once_and_of_a_unique_happening_as_often_as_it_likes(nouns):
    assert not may_be_one(nouns, {"document": "d1"}, {"document": "d1", "start": 50})
    assert may_be_one(nouns, {"document": "d1"}, {"document": "d1", "start": 50}, type="upgrade")


def test_one_report_that_tells_of_two_upgrades_tells_of_two(nouns):
    facts = [
        nouns.event("2014", type="upgrade", start=0),
        nouns.level(ESP, "2014", start=0),
        nouns.event("XXXX-XX-27", type="upgrade", start=90),
        nouns.level(CSP, "XXXX-XX-27", start=90),
    ]
    assert not is_possible(facts[0], facts[2], known(nouns, *facts))


def test_other_sessions_are_other_happenings(nouns):
    assert not may_be_one(nouns, {"edition": 1}, {"edition": 2}, type="dialogue")
    assert may_be_one(nouns, {"edition": 1}, {}, type="dialogue")


def test_other_persons_make_another_meeting_but_no_other_signing(nouns):
    assert not may_be_one(nouns, {"attendees": [KISHIDA, THUONG]}, {"attendees": [KISHIDA, CHINH]})
    assert may_be_one(nouns, {"attendees": [KISHIDA, THUONG]}, {"attendees": [KISHIDA]})
    assert may_be_one(nouns, {"attendees": [KISHIDA, THUONG]}, {"attendees": [KISHIDA, CHINH]}, type="signing")


def test_a_name_in_another_script_in_the_same_office_tells_of_no_other_person(nouns):
    assert may_be_one(nouns, {"attendees": [KISHIDA]}, {"attendees": [("\u5cb8\u7530\u6587\u96c4", "prime minister", "JP")]})


@pytest.mark.parametrize(
    ("here", "there", "possible"),
    [("Tokyo", "Hanoi", False), ("Japan", "Vietnam", False), ("Tokyo", "Osaka", False), ("Tokyo", "Japan", True), ("Tokyo", None, True)],
)
def test_talks_in_two_places_are_two(nouns, here, there, possible):
    assert may_be_one(nouns, {"place": here}, {"place": there}) is possible


def test_the_same_persons_in_two_cities_are_an_error_of_a_report(nouns):
    assert may_be_one(nouns, {"place": "Tokyo"}, {"place": "Osaka"}, attendees=[KISHIDA])
    assert may_be_one(nouns, {"place": "Tokyo"}, {"place": "Osaka"}, type="visit")


def upgrades(nouns, *days, title=CSP):
    facts = []
    for at, day in enumerate(days):
        facts += [nouns.event(day, type="upgrade", document=f"d{at}"), nouns.level(title, day, document=f"d{at}")]
    return facts[::2], known(nouns, *facts)


def test_days_of_one_upgrade_may_differ_by_a_week(nouns):
    (a, b, c), found = upgrades(nouns, "2023-11-27", "2023-11-29", "2023-12-24")
    assert fits_in_time(a, b, found)
    assert not fits_in_time(a, c, found)
    (a, b), found = upgrades(nouns, "2014", "2023-11-27")
    assert fits_in_time(a, b, found)


def test_days_of_talks_may_not(nouns):
    a, b = nouns.event("2023-11-27", document="da"), nouns.event("2023-11-28", document="db")
    assert not fits_in_time(a, b, known(nouns, a, b))


def test_the_more_two_facts_share_the_more_speaks_for_one_happening(nouns):
    shares = (
        {},
        {"type": "dialogue"},
        {"type": "dialogue", "place": "Tokyo"},
        {"type": "dialogue", "place": "Tokyo", "attendees": [KISHIDA]},
        {"type": "dialogue", "place": "Tokyo", "attendees": [KISHIDA, THUONG]},
        {"type": "dialogue", "place": "Tokyo", "attendees": [KISHIDA, THUONG], "edition": 1},
        {"type": "dialogue", "place": "Tokyo", "attendees": [KISHIDA, THUONG], "edition": 1, "mechanism": "2+2"},
    )
    strengths = []
    for share in shares:
        a, b = two(nouns, share, {"type": "talks", **share, **({"mechanism": "2+2"} if "mechanism" in share else {})})
        if not share:
            a = nouns.event("2023-11-27", document="da", type="meeting")
        strengths.append(strength(a, b, known(nouns, a, b)))
    assert strengths == sorted(set(strengths))
    assert strength(a, b, known(nouns, a, b, origins=("da", "db"))) > strengths[-1]


def test_neighbouring_days_are_one_for_the_same_persons_in_the_same_city(nouns):
    shared = {"place": "Tokyo", "attendees": [KISHIDA, THUONG]}
    a, b = nouns.event("2023-11-27", document="da", **shared), nouns.event("2023-11-28", document="db", **shared)
    assert is_same_but_for_its_day(a, b, known(nouns, a, b))
    c = nouns.event("2023-11-28", document="db", place="Japan", attendees=[KISHIDA, THUONG])
    assert not is_same_but_for_its_day(a, c, known(nouns, a, c))


def test_only_days_of_known_years_lie_days_apart(nouns):
    assert days_apart(nouns.event("2023-11-27"), nouns.event("2023-12-01")) == 4
    assert days_apart(nouns.event("2023-11-27"), nouns.event("XXXX-12-01")) is None


@pytest.mark.parametrize(
    ("ours", "theirs", "one"),
    [
        ({"place": "Tokyo"}, {"place": "Tokyo"}, True),
        ({"place": "Tokyo"}, {"place": "Japan"}, True),
        ({"place": "Tokyo"}, {"place": "Hanoi"}, False),
        ({"place": "Tokyo"}, {}, False),
        ({"place": "Tokyo"}, {"place": "Tokyo", "attendees": [CHINH]}, False),
        ({"place": "Tokyo"}, {"place": "Tokyo", "edtf": "2023-11-30"}, False),
        ({"place": "Tokyo", "type": "talks"}, {"place": "Tokyo", "type": "talks"}, False),
    ],
)
def test_two_days_of_one_visit_are_one_stay(nouns, ours, theirs, one):
    shared = {"type": "visit", "attendees": [THUONG]}
    a = nouns.event(**{"edtf": "2023-11-27", "document": "da", **shared, **ours})
    b = nouns.event(**{"edtf": "2023-11-29", "document": "db", **shared, **theirs})
    assert fits_in_time(a, b, known(nouns, a, b)) == fits_in_time(b, a, known(nouns, a, b)) == one
