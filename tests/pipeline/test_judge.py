import io
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foedera import ledger as stores
from foedera.exports import facts as facts_export
from foedera.exports import json as json_export
from foedera.exports import ledger as ledger_export
from foedera.model.judgement import Correction
from foedera.pipeline import ingest, judge, rebuild
from foedera.pipeline.judge import Signature, Verdict
from foedera.pipeline.options import Options
from foedera.plumbing.errors import UsageError

ME = Signature(by="me", why="seen", recorded="2026-01-02")


@pytest.fixture
def ledger(place, tmp_path, nouns, scripted):  # noqa: ARG001 - reads by the script
    for name, text in (("a", "2023-11-27 talks\n2024-01-02 talks"), ("b", "2023-11-27 talks"), ("c", "2024-03 talks")):
        (tmp_path / f"{name}.txt").write_text(text)
    with stores.open(place, create=True) as opened:
        ingest.ingest(opened, [str(tmp_path)], nouns.KNOWLEDGE, options=Options(recorded="2026-01-01"))
        yield opened


def exported(ledger, nouns):
    out = io.StringIO()
    for form in (facts_export, json_export, ledger_export):
        form.write(nouns.contents(rebuild.entries(ledger, nouns.KNOWLEDGE), list(ledger.readings())), out)
    return out.getvalue()


def ruled(ledger, nouns, ruling, *facts, correct=None, signed=ME):  # noqa: PLR0913 - a ruling says all this
    correction = Correction(property=correct[0], value=correct[1]) if correct else None
    verdict = Verdict(ruling=ruling, facts=facts, signed=signed, correction=correction)
    return judge.judge(ledger, nouns.KNOWLEDGE, verdict)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_the_export_is_the_same_bytes_after_any_ruling_is_undone(ledger, nouns, data):
    before, facts = exported(ledger, nouns), sorted(ledger.facts(), key=lambda fact: fact.id)
    told = []
    for ruling in data.draw(st.lists(st.sampled_from(["same", "different", "struck", "corrected", "confirmed"]), min_size=1, max_size=3)):
        pair = data.draw(st.permutations(facts))[: 2 if ruling in {"same", "different"} else 1]
        told.append(ruled(ledger, nouns, ruling, *pair, correct=("date", "2020-05") if ruling == "corrected" else None))
        assert ledger.is_fresh("k1")
        assert list(rebuild.verify(ledger, nouns.KNOWLEDGE)) == []
    for one in dict.fromkeys(judgement.id for judgement in reversed(told)):
        judge.undo(ledger, nouns.KNOWLEDGE, one, ME)
    assert exported(ledger, nouns) == before
    assert list(ledger.audit(ledger.head())) == []


def test_a_merge_changes_the_export_and_the_same_again_changes_nothing(ledger, nouns):
    before = exported(ledger, nouns)
    first, second = (event.facts[0] for event in rebuild.entries(ledger, nouns.KNOWLEDGE).events[:2])
    made = ruled(ledger, nouns, "same", first, second)
    assert exported(ledger, nouns) != before
    assert made.anchors[1].report == "a.txt"
    assert ruled(ledger, nouns, "same", second, first, signed=Signature(by="other")) == made
    assert len(list(ledger.judgements())) == 1


def test_a_ruling_takes_the_place_of_what_it_contradicts(ledger, nouns):
    first, second = (event.facts[0] for event in rebuild.entries(ledger, nouns.KNOWLEDGE).events[:2])
    assert ruled(ledger, nouns, "struck", first).withdraws == ()
    struck, confirmed = next(ledger.judgements()), ruled(ledger, nouns, "confirmed", first)
    assert confirmed.withdraws == (struck.id,)
    early = ruled(ledger, nouns, "corrected", first, correct=("place", "Hanoi"))
    assert early.withdraws == ()
    assert ruled(ledger, nouns, "corrected", first, correct=("place", "Hue")).withdraws == (early.id,)
    assert ruled(ledger, nouns, "corrected", first, correct=("date", "2024")).withdraws == ()
    same = ruled(ledger, nouns, "same", first, second)
    parted = ruled(ledger, nouns, "different", first, second)
    assert parted.withdraws == (same.id,)
    assert ruled(ledger, nouns, "same", first, second).withdraws == (parted.id,)


def test_two_entries_that_are_to_be_one_are_no_longer_kept_apart_by_others_of_their_facts(ledger, nouns):
    entries = rebuild.entries(ledger, nouns.KNOWLEDGE).events
    (a, b), c = entries[0].facts, entries[1].facts[0]
    parted = ruled(ledger, nouns, "different", a, c)
    tied = ruled(ledger, nouns, "same", b, c)
    assert tied.withdraws == (parted.id,)
    assert len(rebuild.entries(ledger, nouns.KNOWLEDGE).events) == len(entries) - 1


def test_what_was_undone_can_be_ruled_again_on_the_same_day(ledger, nouns):
    fact = next(ledger.facts())
    first = ruled(ledger, nouns, "struck", fact)
    judge.undo(ledger, nouns.KNOWLEDGE, first.id, ME)
    again = ruled(ledger, nouns, "struck", fact)
    assert again.id != first.id
    assert fact.id not in {one.id for event in rebuild.entries(ledger, nouns.KNOWLEDGE).events for one in event.facts}


def test_an_undoing_can_be_undone_and_is_not_done_twice(ledger, nouns):
    before = exported(ledger, nouns)
    first = ruled(ledger, nouns, "struck", next(ledger.facts()))
    with_it = exported(ledger, nouns)
    undone = judge.undo(ledger, nouns.KNOWLEDGE, first.id, Signature(by="me"))
    assert exported(ledger, nouns) == before
    with pytest.raises(UsageError, match="withdrawn already"):
        judge.undo(ledger, nouns.KNOWLEDGE, first.id, ME)
    judge.undo(ledger, nouns.KNOWLEDGE, undone.id, ME)
    assert exported(ledger, nouns) == with_it
    with pytest.raises(UsageError, match="no judgement"):
        judge.undo(ledger, nouns.KNOWLEDGE, "none", ME)


def test_a_ruling_survives_rules_that_give_its_fact_another_id_and_that_id_is_still_understood(ledger, nouns, monkeypatch):
    fact = next(one for one in ledger.facts() if one.when.edtf == "2024-01-02")
    ruled(ledger, nouns, "corrected", fact, correct=("place", "Hanoi"))
    assert judge.review(ledger, nouns.KNOWLEDGE) == ()
    plain = rebuild.extraction.read

    def better(article, knowledge):
        made = plain(article, knowledge)
        return replace(made, facts=tuple(replace(one, id=f"z{one.id}", place="Hue") for one in made.facts))

    monkeypatch.setattr(rebuild.extraction, "read", better)
    rebuild.rebuild(ledger, replace(nouns.KNOWLEDGE, digest="k2"))
    assert judge.meant(ledger, fact.id).id == f"z{fact.id}"
    events = rebuild.entries(ledger, replace(nouns.KNOWLEDGE, digest="k2")).events
    assert [event.place for event in events if event.when.edtf == "2024-01-02"] == ["Hanoi"]
    (difference,) = judge.review(ledger, nouns.KNOWLEDGE)
    assert (difference.property, difference.ruled, difference.read) == ("place", "Hanoi", "Hue")
    assert [line.deed.action for line in ledger.log()].count("replaced") == 3
    with pytest.raises(UsageError, match="no fact and no entry"):
        judge.meant(ledger, "none")


def test_rebuilding_alone_leaves_rulings_and_export_as_they_are(ledger, nouns):
    ruled(ledger, nouns, "corrected", next(ledger.facts()), correct=("place", "Hanoi"))
    before = exported(ledger, nouns)
    rebuild.rebuild(ledger, nouns.KNOWLEDGE)
    assert exported(ledger, nouns) == before
    assert [line.deed.action for line in ledger.log()][-1] == "rebuilt"
    assert list(ledger.audit()) == []
