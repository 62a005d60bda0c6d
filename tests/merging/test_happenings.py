from dataclasses import replace
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from foedera.merging.happenings import happenings


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
