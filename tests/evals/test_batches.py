from __future__ import annotations

import json

import pytest

import batches
from measure import readings
from measure.figures import MISSES, UNMEASURED

GOLD = {
    "id": "one",
    "file": "one.txt",
    "lang": "en",
    "is_interstate": True,
    "published": "2024-03-08",
    "parties": [["JP", "VN"]],
    "people": [],
    "events": [],
    "levels": [{"parties": ["JP", "VN"], "level": "strategic partnership", "date": None, "span": [0, 9]}],
    "commitments": [],
}


@pytest.fixture
def batch(monkeypatch, tmp_path):
    """A batch of one report, a reading that finds its level, and a clean tree."""
    folder = tmp_path / "7"
    (folder / "texts").mkdir(parents=True)
    (folder / "texts" / "one.txt").write_text("A made-up report.", encoding="utf-8")
    (folder / "gold.jsonl").write_text(json.dumps(GOLD) + "\n", encoding="utf-8")
    monkeypatch.setattr(batches, "BATCHES", tmp_path)
    monkeypatch.setattr(batches, "_commit", lambda: "c0ffee")
    monkeypatch.setattr(readings, "languages", lambda: {"en"})
    monkeypatch.setattr(readings, "of_files", lambda paths: {path.name: {**GOLD, "file": path.name} for path in paths})
    return folder


def test_a_first_score_names_day_data_and_commit(batch, capsys):
    assert batches.main(["7"]) == 0
    kept = json.loads((batch / batches.FIRST).read_text(encoding="utf-8"))
    assert (kept["batch"], kept["reports"], kept["commit"]) == ("7", 1, "c0ffee")
    assert kept["data"] == batches.digest(batch)
    assert len(kept["date"]) == len("2024-03-08")
    assert kept["scores"]["all"]["level"]["f1"] == kept["scores"]["en"]["level"]["f1"] == 1.0
    assert "batch 7 all: level" in capsys.readouterr().out


def test_a_first_score_is_never_written_over(batch, capsys):
    (batch / batches.FIRST).write_text("the first", encoding="utf-8")
    assert batches.main(["7"]) == MISSES
    assert "has its first score" in capsys.readouterr().err
    with pytest.raises(FileExistsError):
        batches.keep(batch, {"commit": "another"})
    assert (batch / batches.FIRST).read_text(encoding="utf-8") == "the first"


def test_again_prints_the_present_beside_the_first_and_writes_nothing(batch, monkeypatch, capsys):
    batches.main(["7"])
    kept = (batch / batches.FIRST).read_bytes()
    monkeypatch.setattr(readings, "of_files", lambda _: {})
    assert batches.main(["7", "--again"]) == MISSES
    line = next(line for line in capsys.readouterr().out.splitlines() if "all: level" in line and "first" in line)
    assert " 0.000 " in line
    assert " NO " in line
    assert line.endswith("1.000 1.000-1.000")
    assert (batch / batches.FIRST).read_bytes() == kept


def test_again_tells_of_changed_gold(batch, capsys):
    batches.main(["7"])
    (batch / "gold.jsonl").write_text(json.dumps({**GOLD, "published": None}) + "\n", encoding="utf-8")
    batches.main(["--again"])
    assert "not those of its first score" in capsys.readouterr().err


def test_a_batch_without_a_first_score_is_not_scored_in_passing(batch, monkeypatch, capsys):
    monkeypatch.setattr(batches, "score", lambda _: pytest.fail("scored"))
    figures = batches.measure()
    assert {figure.value for figure in figures} == {None}
    assert "./run eval batches 7 takes it" in capsys.readouterr().out
    assert batches.main(["7", "--again"]) == UNMEASURED
    assert not (batch / batches.FIRST).exists()


def test_a_first_score_is_refused_where_a_language_has_no_pack(batch, monkeypatch, capsys):
    monkeypatch.setattr(readings, "languages", lambda: {"vi"})
    assert batches.main(["7"]) == MISSES
    assert "no pack for en" in capsys.readouterr().err
    assert not (batch / batches.FIRST).exists()


def test_a_missing_batch_is_named(batch, capsys):
    assert batches.main([str(int(batch.name) + 1)]) == UNMEASURED
    assert "is not there" in capsys.readouterr().err
