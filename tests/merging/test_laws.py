"""What holds of all entries, whatever was reported: laws over small ledgers made at random."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foedera.merging.entries import KINDS, entries

DATES = {"d1": "2021-04-05", "d2": "2023-11-28", "d3": "2023-11-28", "d4": "2024-02-12"}
DOCUMENTS = tuple(DATES)
DAYS = st.sampled_from(["2023-11-29", "2023-11", "XXXX-11-28", None])
EDTF = st.sampled_from(
    [None, "2023-11-27", "2023-11-28", "2023-11", "2023", "XXXX-11-27", "XXXX-XX-27", "2023-11-25/2023-11-28", "2024-02-10", "2014"]
)
VISA = ("defence_cooperation", "visa_exemption")
TOPICS = st.sampled_from([VISA, VISA, ("two_plus_two",), ("new_mechanism",), ("ratification",), ()])
PEOPLE = (
    ("Fumio Kishida", "prime minister", "JP"),
    ("Kishida", "prime minister", "JP"),
    ("\u5cb8\u7530\u6587\u96c4", "prime minister", "JP"),
    ("Shigeru Ishiba", "prime minister", "JP"),
    ("Vo Van Thuong", "president", "VN"),
)
TYPES = st.sampled_from(["talks", "dialogue", "visit", "signing", "signing", "upgrade", "upgrade", "establish_relations"])
MODALITY = st.sampled_from(["agreed", "pledged", "considering", "reaffirmed"])
RELAXED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
UNRELATED = "d9"


def fact(nouns, documents=DOCUMENTS, parties=("JP", "VN")):
    """One fact of any kind on the parties."""
    where = {
        "document": st.sampled_from(documents),
        "realis": st.sampled_from(["asserted"] * 6 + ["planned", "planned", "denied"]),
        "start": st.sampled_from([0, 20, 90, 300]),
        "parties": st.just(parties),
        "topics": TOPICS,
    }
    people = st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True)
    return st.one_of(
        st.builds(nouns.event, EDTF, type=TYPES, attendees=people, edition=st.sampled_from([None, None, 1, 2]), **where),
        st.builds(nouns.level, st.sampled_from(nouns.RUNGS), EDTF, **where),
        st.builds(nouns.commitment, st.sampled_from([("energy",), ("politics",)]), modality=MODALITY, **where),
        st.builds(nouns.mechanism, st.sampled_from(["2+2", "Joint Committee"]), **where),
        st.builds(nouns.instrument, st.just("Reciprocal Access"), st.sampled_from([None, "RAA"]), **where),
    )


def sight(nouns, documents=DOCUMENTS, people=PEOPLE):
    """One person of the parties in an office."""
    return st.builds(lambda who, document: nouns.tenure(*who, document=document), st.sampled_from(people), st.sampled_from(documents))


@st.composite
def ledgers(draw, nouns, documents=DOCUMENTS):
    """Facts and the reports they stand in."""
    own = draw(st.lists(st.one_of(fact(nouns, documents), fact(nouns, documents), sight(nouns, documents)), min_size=4, max_size=14))
    facts = list({one.id: one for one in own}.values())
    days = [draw(st.one_of(st.just(DATES[document]), st.just(DATES[document]), DAYS)) for document in documents]
    origin = draw(st.sampled_from([None, None, "d2"]))
    reports = [
        nouns.report(document, day, origin=origin if document in {"d2", "d3"} else None)
        for document, day in zip(documents, days, strict=True)
    ]
    return facts, reports


def entries_of(found):
    return [entry for name in KINDS for entry in getattr(found, name)]


@RELAXED
@given(st.data(), st.randoms())
def test_order_does_not_matter_and_to_merge_again_changes_nothing(nouns, data, random):
    facts, reports = data.draw(ledgers(nouns))
    expected = entries(facts, reports, nouns.LAND)
    held = [one for entry in entries_of(expected) for one in entry.facts]
    random.shuffle(facts)
    random.shuffle(reports)
    assert entries(facts, reports, nouns.LAND) == expected
    assert entries(held + facts, reports, nouns.LAND) == expected


@RELAXED
@given(st.data())
def test_each_held_fact_is_in_exactly_one_entry_and_none_is_without(nouns, data):
    facts, reports = data.draw(ledgers(nouns))
    found = entries(facts, reports, nouns.LAND)
    told = [one.id for entry in entries_of(found) for one in entry.facts]
    assert sorted(told) == sorted(one.id for one in facts if one.stance.realis in {"asserted", "planned"})
    for entry in entries_of(found):
        assert entry.facts
        assert {report.document for report in entry.reports} == {one.document for one in entry.facts}
        assert 1 <= entry.origins <= len(entry.reports)


@RELAXED
@given(st.data())
def test_a_report_on_others_changes_nothing_else_and_goes_without_a_trace(nouns, data):
    facts, reports = data.draw(ledgers(nouns))
    before = entries(facts, reports, nouns.LAND)
    people = (("Lula da Silva", "president", "BR"), ("Cyril Ramaphosa", "president", "ZA"))
    own = data.draw(
        st.lists(st.one_of(fact(nouns, (UNRELATED,), ("BR", "ZA")), sight(nouns, (UNRELATED,), people)), min_size=1, max_size=4)
    )
    more = [*reports, nouns.report(UNRELATED, data.draw(DAYS))]
    after = entries([*facts, *{one.id: one for one in own}.values()], more, nouns.LAND)
    gone = {one.id for one in own}
    for name in (*KINDS, "followups", "disagreements"):
        kept = [one for one in getattr(after, name) if not _tells(one, gone)]
        assert kept == list(getattr(before, name))
    assert entries(facts, reports, nouns.LAND) == before


def _tells(one, gone):
    """Whether an entry, a link or a disagreement rests on facts of the report."""
    told = getattr(one, "facts", ()) or getattr(one, "later_facts", ()) or one.claims[0].facts
    return any(fact.id in gone for fact in told)


@RELAXED
@given(st.data())
def test_without_a_report_there_is_nothing_left_that_rested_on_it_alone(nouns, data):
    facts, reports = data.draw(ledgers(nouns))
    left = [one for one in facts if one.document != "d1"]
    found = entries(left, [report for report in reports if report.document != "d1"], nouns.LAND)
    assert all(one.document != "d1" for entry in entries_of(found) for one in entry.facts)
    assert all(report.document != "d1" for entry in entries_of(found) for report in entry.reports)
    assert {one.id for entry in entries_of(found) for one in entry.facts} == {
        one.id for one in left if one.stance.realis in {"asserted", "planned"}
    }


@RELAXED
@given(st.data())
def test_no_promise_is_done_or_under_way_without_passages_of_two_reports_or_more(nouns, data):
    facts, reports = data.draw(ledgers(nouns))
    found = entries(facts, reports, nouns.LAND)
    for link in found.followups:
        assert all(one.citation.quote for one in (*link.earlier_facts, *link.later_facts))
        assert link.earlier_facts
        assert link.later_facts
        assert not {one.document for one in link.earlier_facts} & {one.document for one in link.later_facts}
        assert link.grounds
        assert {report.document for report in link.reports} >= {one.document for one in (*link.earlier_facts, *link.later_facts)}
    for promise in found.commitments:
        if promise.status in {"done", "under way"}:
            assert any(link.earlier == promise.id for link in promise.followups)
            assert promise.silence is None
        else:
            assert promise.silence is not None or promise.followups


@RELAXED
@given(st.data())
def test_links_and_disagreements_lead_to_entries_that_are_there(nouns, data):
    facts, reports = data.draw(ledgers(nouns))
    found = entries(facts, reports, nouns.LAND)
    known = {entry.id for entry in entries_of(found)}
    assert all({link.earlier, link.later} <= known for link in found.followups)
    for one in found.disagreements:
        assert one.entry in known
        assert len({claim.value for claim in one.claims}) == len(one.claims) > 1
        assert all(claim.facts and claim.reports for claim in one.claims)


@RELAXED
@given(st.data())
def test_what_is_ruled_one_and_then_undone_is_as_it_was(nouns, data):
    facts, reports = data.draw(ledgers(nouns))
    before = entries(facts, reports, nouns.LAND)
    events = [event for event in before.events if event.parties == nouns.PAIR]
    if len(events) > 1:
        one = nouns.judgement("same", events[0].facts[0], events[1].facts[0])
        together = entries(facts, reports, nouns.LAND, [one])
        assert len(together.events) == len(before.events) - 1
        assert entries(facts, reports, nouns.LAND, [one, nouns.undo(one)]) == before
