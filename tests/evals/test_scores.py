from __future__ import annotations

import pytest

import evaluate
import gate
from measure import readings
from measure.material import CORPUS, text_at
from measure.scores import Counted, by_language, counted, scores
from score import score as scorer

LEVEL = {"parties": ["JP", "VN"], "level": "strategic partnership", "date": None, "span": [0, 9]}
MET = {"type": "meeting", "parties": ["JP", "VN"], "date": "2024-03-07", "place": "Tokyo", "tense": "past", "span": [0, 9]}


def gold(name, lang, **facts):
    return {"id": name, "file": f"{name}.txt", "lang": lang, "is_interstate": True, "parties": [["JP", "VN"]], **facts}


GOLDS = [
    gold("a", "en", levels=[LEVEL], events=[MET]),
    gold("b", "en", levels=[LEVEL], events=[]),
    gold("c", "vi", levels=[], events=[{**MET, "optional": True}]),
    gold("d", "vi", levels=[LEVEL], events=[MET], mechanisms=[{"name": "Joint Committee", "span": [0, 5]}]),
]
FOUND = {
    "a.txt": {"file": "a.txt", "lang": "en", "is_interstate": True, "parties": [["JP", "VN"]], "levels": [LEVEL], "events": [MET, MET]},
    "b.txt": {"file": "b.txt", "lang": "ms", "is_interstate": True, "parties": [], "levels": [], "events": []},
    "c.txt": {"file": "c.txt", "lang": "vi", "is_interstate": False, "parties": [], "levels": [LEVEL], "events": [MET]},
}
"""What a made-up reading finds: one event too many, a level missed, a level invented, and a document not read at all."""


@pytest.fixture
def documents(monkeypatch, tmp_path):
    for one in GOLDS:
        (tmp_path / one["file"]).write_text("made up sentence", encoding="utf-8")
    monkeypatch.setattr(readings, "of_files", lambda paths: {path.name: FOUND[path.name] for path in paths if path.name in FOUND})
    return counted(GOLDS, tmp_path)


def test_summed_counts_are_the_scores_of_the_scorer(documents):
    by_id = {one["id"]: one for one in GOLDS}
    found = {name.removesuffix(".txt"): record for name, record in FOUND.items()}
    whole = scorer.score(by_id, found, dict.fromkeys(by_id, "made up sentence"))
    made = scores(documents)
    assert list(made) == list(whole)
    assert {task: score.row for task, score in made.items()} == {task: count.row() for task, count in whole.items()}
    assert {task: list(score.errors) for task, score in made.items()} == {task: count.errors for task, count in whole.items()}


def test_bounds_hold_the_score_and_do_not_change_from_run_to_run(documents):
    first, second = scores(documents), scores(list(documents))
    assert first == second
    for score in first.values():
        if score.interval:
            low, high = score.interval
            assert low <= score.value <= high
    assert first["level"].interval[0] < first["level"].value < first["level"].interval[1]


def test_languages_are_counted_apart(documents):
    made = by_language(documents)
    assert list(made) == ["all", "en", "vi"]
    assert made["en"]["level"].row == {"precision": 1.0, "recall": 0.5, "f1": pytest.approx(2 / 3), "gold": 2, "predicted": 1}
    assert made["all"]["level"].row["gold"] == 3
    assert made["en"]["level"].interval != made["all"]["level"].interval


def test_without_intervals_the_scores_are_the_same(documents):
    plain = scores(documents, intervals=False)
    assert {task: score.row for task, score in plain.items()} == {task: score.row for task, score in scores(documents).items()}
    assert all(score.interval is None for score in plain.values())


def test_a_page_names_documents_bounds_and_errors(documents):
    page = evaluate.page({"all": scores(documents)}, documents, errors=1)
    assert page.startswith("== all: 4 documents\n")
    assert "[level] missed  b: strategic partnership" in page
    line = next(line for line in page.splitlines() if line.startswith("level "))
    low, high = scores(documents)["level"].interval
    assert f"{low:.3f}-{high:.3f}" in line


def test_a_score_for_json_has_its_bounds(documents):
    record = scores(documents)["level"].record
    assert record["low"] <= record["f1"] <= record["high"]
    assert scores([Counted(lang="en", counts={"level": scorer.Tally()})])["level"].record["low"] is None


def test_the_gate_has_the_scores_of_the_corpus_by_language():
    table = gate.scores(["ms"])
    assert list(table) == ["ms"]
    assert table["ms"]["document present"] == 1.0
    assert 0.5 < table["ms"]["event"] <= 1.0


def test_texts_keep_their_line_ends(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"a\r\nb")
    assert text_at(path) == "a\r\nb"
    assert (CORPUS / "gold.jsonl").exists()
