import io
import shutil

import pytest

import foedera
from foedera.api.rulings import doubts_on
from foedera.pipeline import asked
from foedera.plumbing.errors import UsageError


@pytest.fixture
def own(ledger, tmp_path):
    """A copy of the ledger, to be ruled on."""
    path = tmp_path / "own.db"
    shutil.copy(ledger, path)
    return path


@pytest.fixture
def entries(own):
    """Kind → one entry of it."""
    found = foedera.relation("JP", "VN", ledger=own)
    talks = [event for event in found.events if len(event.facts) > 1]
    return {"event": talks[0], "other": talks[1], "level": found.levels, "person": found.people}


def test_two_entries_are_one_until_that_is_undone(own, entries):
    before = foedera.relation("JP", "VN", ledger=own)
    made = foedera.judge_same(entries["event"].id, entries["other"].facts[1].id, ledger=own, by="ann", why="told as one")
    assert (made.by, made.why) == ("ann", "told as one")
    after = foedera.relation("JP", "VN", ledger=own)
    assert len(after.events) == len(before.events) - 1
    foedera.judge_undo(made.id, ledger=own, by="ann")
    assert foedera.relation("JP", "VN", ledger=own) == before
    first, undone = foedera.judgements(ledger=own)
    assert {first.withdrawn_by, undone.withdrawn_by} == {undone.judgement.id, None} or first.judgement.ruling == "undone"


def test_one_entry_is_two(own, entries):
    event = entries["event"]
    foedera.judge_different(event.id, event.facts[-1].id, ledger=own, by="ann")
    found = [one for one in foedera.events(ledger=own) if {fact.id for fact in one.facts} & {fact.id for fact in event.facts}]
    assert len(found) == 2


def test_what_is_wrong_goes_what_is_right_stays_and_what_was_corrected_says_so(own, entries):
    event, other = entries["event"], entries["other"]
    wrong = event.facts[-1].id
    foedera.judge_strike(wrong, ledger=own, by="ann")
    foedera.judge_confirm(event.id, ledger=own, by="ann", recorded="2026-01-01")
    foedera.judge_correct(other.id, "place", "hanoi", ledger=own, by="ann")
    now = {one.id: one for one in foedera.events(ledger=own)}
    assert wrong not in {fact.id for one in now.values() for fact in one.facts}
    assert event.id in now
    assert now[other.id].place == "Hanoi"
    assert foedera.review(ledger=own) == ()
    assert {one.judgement.ruling for one in foedera.judgements(ledger=own)} == {"struck", "confirmed", "corrected"}


def test_who_judges_is_whom_the_environment_names_else_who_is_logged_in(own, entries, monkeypatch):
    monkeypatch.setenv("FOEDERA_BY", "ben")
    assert foedera.judge_confirm(entries["event"].id, ledger=own).by == "ben"


def test_what_makes_no_entry_together_is_refused(own, entries):
    event, level = entries["event"], entries["level"][0]
    title = next(one.facts for one in entries["level"] if len(one.facts) > 1)
    elsewhere = next(one for one in foedera.events(ledger=own) if one.parties != event.parties)
    for a, b, said in (
        (event.id, event.id, "the same fact"),
        (event.id, level.id, "of kind event"),
        (title[0].id, title[1].id, "is one entry"),
        (event.id, elsewhere.id, "other parties"),
        (event.id, "none", "no fact and no entry"),
    ):
        with pytest.raises(UsageError, match=said):
            foedera.judge_same(a, b, ledger=own, by="ann")
    foedera.judge_correct(elsewhere.id, "parties", "Jepun, VN", ledger=own, by="ann")
    assert foedera.judge_same(event.id, elsewhere.id, ledger=own, by="ann").ruling == "same"


def exported(own):
    out = io.StringIO()
    for form in ("facts", "ledger", "json"):
        foedera.export(form, out, ledger=own)
    return out.getvalue()


def test_two_titles_of_a_pair_are_one_level_until_that_is_undone(own, entries):
    before, (one, other) = exported(own), entries["level"][:2]
    made = foedera.judge_same(one.id, other.id, ledger=own, by="ann")
    levels = foedera.relation("JP", "VN", ledger=own).levels
    joined = next(level for level in levels if {one.id, other.id} <= {fact.id for fact in level.facts})
    assert len(levels) == len(entries["level"]) - 1
    assert joined.level in {one.level, other.level}
    assert foedera.verify(ledger=own) == ()
    assert foedera.judge_different(one.id, other.id, ledger=own, by="ann").withdraws == (made.id,)
    assert exported(own) == before


def test_a_link_is_struck_or_approved_by_a_fact_of_each_end_and_undone(own):
    before = exported(own)
    link = next(one for promise in foedera.commitments(ledger=own) for one in promise.followups)
    ends = (link.earlier_facts[0].id, link.later_facts[0].id)
    struck = foedera.judge_strike(*ends, ledger=own, by="ann", why="another matter")
    assert [anchor.fact for anchor in struck.anchors] == list(ends)
    left = [one for promise in foedera.commitments(ledger=own) for one in promise.followups]
    assert (link.earlier, link.later) not in {(one.earlier, one.later) for one in left}
    assert foedera.verify(ledger=own) == ()
    assert foedera.review(ledger=own) == ()
    confirmed = foedera.judge_confirm(*ends, ledger=own, by="ann")
    assert confirmed.withdraws == (struck.id,)
    assert exported(own) == before
    foedera.judge_undo(confirmed.id, ledger=own, by="ann")
    foedera.judge_undo(struck.id, ledger=own, by="ann")
    assert exported(own) == before


def test_only_what_is_linked_can_be_ruled_on_as_a_link(own, entries):
    level = entries["level"][0]
    with pytest.raises(UsageError, match="no link leads"):
        foedera.judge_strike(level.id, entries["event"].id, ledger=own, by="ann")


def test_a_link_that_was_approved_is_certain(own):
    weak = next(one for one in foedera.uncertain(ledger=own) if one.reason == "weak_link")
    foedera.judge_confirm(weak.earlier, weak.entry, ledger=own, by="ann")
    assert (weak.earlier, weak.entry) not in {(one.earlier, one.entry) for one in foedera.uncertain(ledger=own)}


def test_the_log_has_a_head_that_finds_whether_it_was_cut(own, entries):
    head = foedera.audit_head(ledger=own)
    foedera.judge_confirm(entries["event"].id, ledger=own, by="ann")
    assert foedera.audit_verify(ledger=own) == ()
    assert foedera.audit_verify(head=head.upper(), ledger=own) == ()
    assert [problem.where for problem in foedera.audit_verify(head="0123", ledger=own)] == ["log"]
    assert [line.digest for line in foedera.audit_export(ledger=own)][-1] == foedera.audit_head(ledger=own) != head


def test_the_doubts_on_one_entry_are_those_among_all(own, monkeypatch):
    every = foedera.uncertain(ledger=own)
    assert len({one.entry for one in every}) > 3
    for small in (True, False):
        monkeypatch.setattr(asked, "SMALL", 1_000 if small else 0)
        for name in {one.entry for one in every}:
            assert doubts_on(name, ledger=own) == tuple(one for one in every if one.entry == name)
    certain = next(one.id for one in foedera.events(ledger=own) if one.id not in {doubt.entry for doubt in every})
    assert doubts_on(certain, ledger=own) == ()
    with pytest.raises(UsageError, match="no fact"):
        doubts_on("0123456789abcdef", ledger=own)


def test_the_pairs_of_a_state_are_those_among_all(own):
    every = foedera.relations(ledger=own)
    for state in {code for one in every for code in one.parties}:
        assert foedera.relations(state, ledger=own) == tuple(one for one in every if state in one.parties)
