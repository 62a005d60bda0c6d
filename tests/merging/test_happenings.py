from dataclasses import replace
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from foedera.merging.happenings import completed_days, happenings, slips


def groups(facts, reports=(), *, nouns=None, **options):
    by_document = {fact.document: nouns.report(fact.document) for fact in facts} | {one.document: one for one in reports}
    found = happenings(facts, nouns.told(facts, by_document), **options)
    return sorted(sorted(fact.id for fact in group) for group in found)


def test_two_days_stay_two(nouns):
    facts = [nouns.event("2023-11-27", id="a", document="da"), nouns.event("2023-11-28", id="b", document="db")]
    assert groups(facts, nouns=nouns) == [["a"], ["b"]]


def test_a_vaguer_date_joins_the_one_it_fits(nouns):
    facts = [
        nouns.event("2023-11-27", id="a", document="da"),
        nouns.event("2023-11", id="b", document="db"),
        nouns.event("2024", id="c", document="dc"),
    ]
    assert groups(facts, nouns=nouns) == [["a", "b"], ["c"]]


def test_a_vaguer_date_that_fits_two_stands_alone(nouns):
    facts = [
        nouns.event("2023-11-27", id="a", document="da"),
        nouns.event("2023-11-28", id="b", document="db"),
        nouns.event("2023-11", id="c", document="dc"),
    ]
    assert groups(facts, nouns=nouns) == [["a"], ["b"], ["c"]]


def test_a_day_without_a_year_joins_the_only_one_dated_so(nouns):
    facts = [
        nouns.event("2023-11-27", id="a", document="da"),
        nouns.event("XXXX-11-27", id="b", document="db"),
        nouns.event("2025-12-04", id="c", document="dc"),
    ]
    assert groups(facts, nouns=nouns) == [["a", "b"], ["c"]]


def test_a_day_without_a_year_joins_neither_of_two_years(nouns):
    facts = [
        nouns.event("2023-11-27", id="a", document="da"),
        nouns.event("2024-11-27", id="b", document="db"),
        nouns.event("XXXX-11-27", id="c", document="dc"),
    ]
    assert groups(facts, nouns=nouns) == [["a"], ["b"], ["c"]]


def test_a_day_without_a_year_joins_the_very_day_rather_than_a_month(nouns):
    dates = (("2023-11-27", "a"), ("2023-11-28", "b"), ("2023-11", "c"), ("XXXX-11-27", "d"))
    assert groups([nouns.event(edtf, id=name, document=f"d{name}") for edtf, name in dates], nouns=nouns) == [["a", "d"], ["b"], ["c"]]


def test_a_day_without_a_year_does_not_join_a_mere_year(nouns):
    facts = [
        nouns.event("2023", id="a", document="da"),
        nouns.event("XXXX-03-07", id="b", document="db"),
        nouns.event("XXXX-03", id="c", document="dc"),
    ]
    assert groups(facts, nouns=nouns) == [["a"], ["b", "c"]]


def test_a_visit_holds_the_days_within_it(nouns):
    facts = [
        nouns.event(edtf, id=name, document=f"d{name}", type="visit")
        for edtf, name in (("2014-03-16/2014-03-19", "a"), ("2014-03-17", "b"), ("2014-03-18", "c"))
    ]
    assert groups(facts, nouns=nouns) == [["a", "b", "c"]]
    talks = [replace(fact, type="talks") for fact in facts]
    assert groups(talks, nouns=nouns) == [["a"], ["b"], ["c"]]


def test_an_undated_fact_joins_what_happened_in_the_month_before_its_report(nouns):
    reports = [nouns.report("d1", "2023-11-28"), nouns.report("d2", "2023-12-01"), nouns.report("d3", "2024-06-01")]
    facts = [nouns.event("2023-11-27", id="a", document="da")]
    facts += [nouns.event(None, id="b", document="d2"), nouns.event(None, id="c", document="d3")]
    assert groups(facts, reports, nouns=nouns) == [["a", "b"], ["c"]]


def test_an_undated_plan_joins_what_lies_ahead_of_its_report(nouns):
    reports = [nouns.report("d2", "2023-11-20"), nouns.report("d3", "2023-11-29")]
    facts = [nouns.event("2023-11-27", id="a", document="da")]
    facts += [nouns.event(None, id=name, document=document, realis="planned") for name, document in (("b", "d2"), ("c", "d3"))]
    assert groups(facts, reports, nouns=nouns) == [["a", "b"], ["c"]]


def test_undated_facts_of_one_day_and_type_stand_together(nouns):
    reports = [nouns.report("d1", "2023-11-28"), nouns.report("d2", "2023-11-28"), nouns.report("d3")]
    facts = [nouns.event(None, id=name, document=document) for name, document in (("a", "d1"), ("b", "d2"), ("c", "d3"))]
    facts.append(nouns.event(None, id="d", document="d1", type="meeting"))
    assert groups(facts, reports, nouns=nouns) == [["a", "b"], ["c"], ["d"]]


EDTF = st.sampled_from([None, "2023-11-27", "2023-11-28", "2023-11", "2023", "XXXX-11-27", "XXXX-11", "2023-11-25/2023-11-28", "2014"])


@given(st.lists(st.tuples(EDTF, st.sampled_from(["d1", "d2", "d3"])), max_size=4), st.sampled_from(["talks", "visit", "upgrade"]))
def test_every_fact_is_in_one_group_whatever_the_order(nouns, drawn, kind):
    reports = [nouns.report("d1", "2023-11-28"), nouns.report("d2", "2023-12-05")]
    facts = [nouns.event(edtf, id=f"f{at}", document=document, type=kind) for at, (edtf, document) in enumerate(drawn)]
    expected = groups(facts, reports, nouns=nouns)
    assert sorted(name for group in expected for name in group) == [fact.id for fact in facts]
    assert all(groups(order, reports, nouns=nouns) == expected for order in permutations(facts))


KISHIDA = ("Fumio Kishida", "prime minister", "JP")
KAMIKAWA = ("Yoko Kamikawa", "foreign minister", "JP")
THUONG = ("Vo Van Thuong", "president", "VN")
CSP = "comprehensive strategic partnership"


def named(nouns, *facts, origins=(), **options):
    """The groups of events among the facts, in the world with cities and windows."""
    reports = {fact.document: nouns.report(fact.document, origin="one" if fact.document in origins else None) for fact in facts}
    events = [fact for fact in facts if fact.id.startswith("e")]
    found = happenings(events, nouns.told(facts, reports, world=nouns.LAND), **options)
    return sorted(sorted(fact.id for fact in group) for group in found)


def test_two_talks_of_one_pair_in_one_week_stay_two(nouns):
    shared = {"attendees": [KISHIDA, THUONG]}
    facts = [nouns.event(day, id=f"e{day}{at}", document=f"d{at}", **shared) for day in ("2023-11-27", "2023-11-30") for at in range(2)]
    assert named(nouns, *facts) == [["e2023-11-270", "e2023-11-271"], ["e2023-11-300", "e2023-11-301"]]


def test_talks_of_two_ministers_on_one_day_stay_two(nouns):
    facts = [nouns.event("2023-11-27", id=f"e{at}", document=f"d{at}", attendees=[who]) for at, who in enumerate((KISHIDA, KAMIKAWA))]
    facts.append(nouns.event("2023-11-27", id="e2", document="d2", attendees=[("Kishida", None, "JP"), THUONG]))
    assert named(nouns, *facts) == [["e0", "e2"], ["e1"]]


def test_an_upgrade_that_two_reports_date_differently_is_one(nouns):
    facts = [nouns.event(f"2023-11-{day}", id=f"e{day}", type="upgrade", document=f"d{day}") for day in (27, 28)]
    levels = [nouns.level(CSP, f"2023-11-{day}", document=f"d{day}") for day in (27, 28)]
    assert named(nouns, *facts, *levels) == [["e27", "e28"]]
    assert named(nouns, *facts) == [["e27"], ["e28"]]


def test_a_copied_report_with_a_slip_in_its_day_tells_of_one_happening(nouns):
    facts = [nouns.event(f"2023-11-{day}", id=f"e{day}", document=f"d{day}") for day in (27, 28)]
    assert named(nouns, *facts) == [["e27"], ["e28"]]
    assert named(nouns, *facts, origins={"d27", "d28"}) == [["e27", "e28"]]
    far = [nouns.event(f"2023-11-{day}", id=f"e{day}", document=f"d{day}") for day in (17, 28)]
    assert named(nouns, *far, origins={"d17", "d28"}) == [["e17"], ["e28"]]


def test_the_same_persons_in_one_city_on_neighbouring_days_are_told_with_a_slip(nouns):
    shared = {"attendees": [KISHIDA, THUONG], "place": "Tokyo"}
    facts = [nouns.event(f"2023-11-{day}", id=f"e{day}", document=f"d{day}", **shared) for day in (27, 28)]
    assert named(nouns, *facts) == [["e27", "e28"]]


def test_a_slip_told_by_a_unique_happening_goes_for_what_else_both_reports_tell_of_these_days(nouns):
    facts = [nouns.event(f"2023-11-{day}", id=f"e{day}", document=f"d{day}") for day in (27, 28)]
    told = frozenset(slips([facts]))
    assert told == {("d27", "2023-11-27", "d28", "2023-11-28"), ("d28", "2023-11-28", "d27", "2023-11-27")}
    assert named(nouns, *facts, slips=told) == [["e27", "e28"]]
    assert named(nouns, *[replace(fact, document=f"x{fact.document}") for fact in facts], slips=told) == [["e27"], ["e28"]]
    others = [replace(fact, attendees=one.attendees) for fact, one in zip(facts, people(nouns), strict=True)]
    assert named(nouns, *others, slips=told) == [["e27"], ["e28"]]


def people(nouns):
    return [nouns.event(attendees=[who]) for who in (KISHIDA, KAMIKAWA)]


def test_a_day_of_an_unknown_month_is_completed_by_the_one_day_that_another_report_gives(nouns):
    whole, part = nouns.event("2023-11-27", id="e1", document="d1"), nouns.event("XXXX-XX-27", id="e2", document="d2")
    days = dict(completed_days([[whole, part]]))
    assert days == {("d2", "XXXX-XX-27"): "2023-11-27"}
    assert dict(completed_days([[whole, part, nouns.event("2023-10-27", document="d3")]])) == {}
    assert dict(completed_days([[whole, nouns.event("XXXX-XX-28", document="d2")]])) == {}
    talks = [nouns.event(edtf, id=f"e{at}", document=f"t{at}") for at, edtf in enumerate(("2023-11-27", "2024-05-27"))]
    mine = nouns.event("XXXX-XX-27", id="e9", document="d2")
    assert ["e0", "e9"] in named(nouns, *talks, mine, days=days)
    assert ["e9"] in named(nouns, *talks, mine)


def test_days_of_a_stay_belong_to_it_though_they_differ(nouns):
    facts = [
        nouns.event(edtf, id=f"e{at}", document=f"d{at}", type="visit")
        for at, edtf in enumerate(("2023-11-27/2023-11-30", "2023-11-27", "2023-11-30"))
    ]
    assert named(nouns, *facts) == [["e0", "e1", "e2"]]


def test_two_undated_facts_that_cannot_be_one_stand_apart(nouns):
    facts = [nouns.event(None, id=f"e{at}", document="d1", start=90 * at) for at in range(2)]
    assert named(nouns, *facts) == [["e0"], ["e1"]]


def test_of_two_that_fit_as_well_an_undated_fact_joins_neither(nouns):
    reports = [nouns.report("d2", "2023-11-29")]
    facts = [nouns.event(f"2023-11-{day}", id=f"{day}", document=f"d{day}") for day in (27, 28)]
    facts.append(nouns.event(None, id="b", document="d2"))
    assert groups(facts, reports, nouns=nouns) == [["27"], ["28"], ["b"]]


def test_a_report_of_an_unknown_year_is_near_nothing(nouns):
    facts = [nouns.event("2023-11-27", id="a", document="da"), nouns.event(None, id="b", document="d2")]
    assert groups(facts, [nouns.report("d2", "XXXX-11-28")], nouns=nouns) == [["a"], ["b"]]
