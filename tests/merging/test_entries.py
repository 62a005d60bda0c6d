from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.merging.entries import KINDS, entries, folded

DOCUMENT = st.sampled_from(["d1", "d2", "d3"])
PARTIES = st.sampled_from([("JP", "VN"), ("CN", "VN"), ("CN", "JP", "KR")])
EDTF = st.sampled_from([None, "2023-11-27", "2023-11-28", "2023-11", "2023", "XXXX-11-27", "2023-11-25/2023-11-28", "2014"])
REALIS = st.sampled_from(["asserted", "planned", "denied", "hypothetical"])
NAMES = st.sampled_from(["Fumio Kishida", "Kishida", "Kishida Fumio", "Nguyen Minh Vu", "Nguyen"])
WHERE = {"document": DOCUMENT, "parties": PARTIES, "realis": REALIS, "start": st.integers(0, 3)}


def drawn(nouns, data):
    make = st.one_of(
        st.builds(nouns.event, EDTF, type=st.sampled_from(["talks", "meeting", "visit", "signing", "upgrade"]), **WHERE),
        st.builds(nouns.level, st.sampled_from([*nouns.RUNGS]), EDTF, **WHERE),
        st.builds(nouns.commitment, st.sampled_from([("energy",), ("politics",), ()]), **WHERE),
        st.builds(nouns.tenure, NAMES, st.sampled_from(["prime minister", "former prime minister"]), **WHERE),
        st.builds(nouns.mechanism, st.sampled_from(["Joint Committee", "joint committee"]), st.sampled_from([None, 1, 2]), **WHERE),
        st.builds(nouns.instrument, st.sampled_from(["RAA", "Reciprocal Access"]), st.sampled_from([None, "RAA"]), **WHERE),
    )
    return data.draw(st.lists(make, max_size=12, unique_by=lambda fact: fact.id))


def reports_of(nouns):
    return [nouns.report("d1", "2023-11-28"), nouns.report("d2", "XXXX-11-28"), nouns.report("d3")]


def members(found):
    return [fact for name in KINDS for entry in getattr(found, name) for fact in entry.facts]


@settings(max_examples=150, deadline=None)
@given(st.data(), st.randoms())
def test_the_order_of_facts_and_reports_does_not_matter(nouns, data, random):
    facts, reports = drawn(nouns, data), reports_of(nouns)
    expected = entries(facts, reports, nouns.WORLD)
    random.shuffle(facts)
    random.shuffle(reports)
    assert entries(facts, reports, nouns.WORLD) == expected


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_each_fact_that_is_held_is_in_one_entry_and_merging_again_changes_nothing(nouns, data):
    facts, reports = drawn(nouns, data), reports_of(nouns)
    found = entries(facts, reports, nouns.WORLD)
    held = [fact for fact in facts if fact.stance.realis in {"asserted", "planned"}]
    assert sorted(members(found), key=lambda fact: fact.id) == sorted(held, key=lambda fact: fact.id)
    assert entries(members(found) + facts, reports, nouns.WORLD) == found


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_an_entry_has_the_smallest_id_of_its_facts(nouns, data):
    found = entries(drawn(nouns, data), reports_of(nouns), nouns.WORLD)
    for name in KINDS:
        for entry in getattr(found, name):
            assert entry.id == min(fact.id for fact in entry.facts)


def test_reports_without_facts_are_kept_too(nouns):
    assert [report.record for report in entries([], reports_of(nouns), nouns.WORLD).reports] == ["d1.txt", "d2.txt", "d3.txt"]


def test_entries_kept_with_their_links_in_one_place_hold_them_again_each_its_own(nouns):
    visa = ("defence_cooperation", "visa_exemption")
    found = nouns.ledger(
        nouns.commitment(topics=visa),
        nouns.event("2023-11-27", document="d2", type="signing", topics=visa),
        nouns.event("2023-11-27", document="d2", type="upgrade", start=90),
        nouns.event("2023-11-28", document="d3", type="upgrade", start=90),
        *(nouns.level(nouns.RUNGS[2], document=document, start=90) for document in ("d2", "d3")),
        days={"d1": "2021-04-05", "d2": "2023-11-28", "d3": "2023-11-29"},
    )
    assert [one.status for one in found.commitments] == ["done"]
    assert [len(event.disagreements) for event in found.events] == [0, 1]
    bare = {name: tuple(replace(entry, followups=(), disagreements=()) for entry in getattr(found, name)) for name in KINDS}
    assert folded(replace(found, **bare)) == found
