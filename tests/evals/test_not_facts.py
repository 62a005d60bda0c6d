from __future__ import annotations

import not_facts
from not_facts import anywhere, in_passages

GOLD = {
    "file": "a.txt",
    "not_facts": [{"kind": "cancelled", "span": [100, 150]}, {"kind": "attributed", "span": [200, 250]}],
    "events": [{"span": [140, 190]}],
    "levels": [],
    "commitments": [],
}


def fact(start, end, **more):
    return {"span": [start, end], "rule": "en.visit.one", "quote": "a made-up passage", **more}


def kinds(**found):
    return [(wrong.kind, wrong.why) for wrong in in_passages(GOLD, found)]


def test_a_fact_inside_a_passage_is_wrong_even_beside_a_gold_record():
    assert kinds(events=[fact(100, 150, tense="past")]) == [("events", "cancelled")]
    assert kinds(events=[fact(141, 149, tense="past")]) == [("events", "cancelled")]


def test_a_fact_that_overlaps_a_passage_is_wrong_unless_it_meets_a_gold_record_of_its_kind():
    assert kinds(levels=[fact(90, 120)]) == [("levels", "cancelled")]
    assert kinds(events=[fact(90, 120, tense="past")]) == [("events", "cancelled")]
    assert kinds(events=[fact(120, 160, tense="past")]) == []
    assert kinds(levels=[fact(120, 160)]) == [("levels", "cancelled")]


def test_facts_elsewhere_and_in_passages_of_other_kinds_are_right():
    assert kinds(events=[fact(0, 100, tense="past")], levels=[fact(200, 250)]) == []


def test_plans_and_commitments_that_bind_nobody_are_not_counted():
    assert kinds(events=[fact(100, 150, tense="planned")], commitments=[fact(100, 150, modality="considering")]) == []
    firm = [fact(100, 150, modality=modality) for modality in ("agreed", "pledged", "reaffirmed")]
    assert kinds(commitments=firm) == [("commitments", "cancelled")] * 3


def test_every_fact_of_a_look_alike_is_wrong_and_so_is_its_taking_for_a_report():
    found = {"is_interstate": True, "people": [fact(0, 5)], "events": [fact(0, 5, tense="planned")], "instruments": [fact(9, 12)]}
    assert [wrong.kind for wrong in anywhere("b.txt", found)] == ["is_interstate", "people", "events", "instruments"]
    assert list(anywhere("b.txt", {"is_interstate": False, "people": []})) == []


def test_a_missing_folder_is_told_and_the_corpus_is_measured_all_the_same(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(not_facts, "LOOKALIKES", tmp_path / "lookalikes")
    corpus, lookalikes = not_facts.measure()
    assert isinstance(corpus.value, int)
    assert lookalikes.is_unmeasured
    assert "lookalikes is not there" in capsys.readouterr().err


def test_look_alikes_are_read_and_counted(monkeypatch, tmp_path):
    words = "The orchard blossomed early; growers were glad of the mild weather and of the many bees. "
    (tmp_path / "one.txt").write_text(words * 4, encoding="utf-8")
    monkeypatch.setattr(not_facts, "LOOKALIKES", tmp_path)
    _, lookalikes = not_facts.measure()
    assert (lookalikes.value, lookalikes.holds, lookalikes.note) == (0, True, "in 0 texts, 1 of 1 read")
