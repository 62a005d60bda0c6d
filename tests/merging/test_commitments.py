from hypothesis import given
from hypothesis import strategies as st

from foedera.merging.commitments import Telling, commitments


def merged(nouns, *facts, published="2023-11-28", origins=()):
    reports = {fact.document: nouns.report(fact.document, published, origin="d1" if fact.document in origins else None) for fact in facts}
    days = {fact.id: published for fact in facts if published and len(published) == len("2023-11-28")}
    return commitments(facts, Telling(reports=reports, days=days))


def test_two_reports_of_one_day_tell_of_one_promise(nouns):
    (one,) = merged(nouns, nouns.commitment(("energy", "digital")), nouns.commitment(("digital", "energy"), document="d2"))
    assert one.origins == 2


def test_a_shared_topic_tells_it_where_areas_differ(nouns):
    facts = [
        nouns.commitment(("energy",), topics=("lng", "power_grid")),
        nouns.commitment(("economy_trade",), topics=("lng", "power_grid"), document="d2"),
    ]
    (one,) = merged(nouns, *facts)
    assert one.areas in {("energy",), ("economy_trade",)}


def test_two_sides_make_two_promises(nouns):
    assert len(merged(nouns, nouns.commitment(), nouns.commitment(document="d2", by="JP"))) == 2


def test_a_differing_amount_or_deadline_alone_makes_no_other_promise(nouns):
    facts = [nouns.commitment(amount=(18, "USD"), target="2025"), nouns.commitment(amount=(20, "USD"), target="2025", document="d2")]
    (one,) = merged(nouns, *facts)
    assert {fact.amount.value for fact in one.facts} == {18, 20}


def test_another_currency_or_size_makes_another_promise(nouns):
    facts = [nouns.commitment(amount=(18, "USD"), target="2025"), nouns.commitment(amount=(18, "JPY"), target="2025", document="d2")]
    facts.append(nouns.commitment(amount=(500, "USD"), target="2025", document="d3"))
    assert len(merged(nouns, *facts)) == 3


def test_relations_in_general_say_too_little(nouns):
    facts = [nouns.commitment(("politics",), document=document) for document in ("d1", "d2")]
    assert len(merged(nouns, *facts)) == 2
    facts = [nouns.commitment(("politics",), document=document, target="2030") for document in ("d1", "d2")]
    assert len(merged(nouns, *facts)) == 1


def test_reports_of_unknown_days_are_not_taken_for_each_other_unless_they_are_copies(nouns):
    facts = [nouns.commitment(document=document) for document in ("d1", "d2")]
    assert len(merged(nouns, *facts, published="2023-11")) == 2
    assert len(merged(nouns, *facts, published="2023-11", origins=("d1", "d2"))) == 1


def test_which_of_two_in_a_report_is_meant_cannot_be_told(nouns):
    facts = [nouns.commitment(start=0), nouns.commitment(start=50), nouns.commitment(document="d2")]
    assert len(merged(nouns, *facts)) == 3


@given(
    st.lists(
        st.tuples(st.sampled_from(["d1", "d2", "d3"]), st.sampled_from([("energy",), ("energy", "digital")]), st.integers(0, 3)), max_size=6
    ),
    st.randoms(),
)
def test_no_promise_has_two_passages_of_one_report_and_order_does_not_matter(nouns, drawn, random):
    facts = list(
        {(fact.id): fact for fact in (nouns.commitment(areas, document=document, start=start) for document, areas, start in drawn)}.values()
    )
    found = merged(nouns, *facts)
    assert all(len({fact.document for fact in one.facts}) == len(one.facts) for one in found)
    assert sorted(fact.id for one in found for fact in one.facts) == sorted(fact.id for fact in facts)
    random.shuffle(facts)
    assert merged(nouns, *facts) == found
