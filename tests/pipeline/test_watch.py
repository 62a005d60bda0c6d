import os

import pytest

import foedera
from foedera.cli.app import main

REPORT = (
    "Prime Minister Kishida Fumio of Japan and President Vo Van Thuong of Viet Nam held talks in Tokyo on 27 November 2023. "
    "They agreed to upgrade bilateral relations and signed a memorandum of understanding."
)


@pytest.fixture
def place(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(REPORT)
    return folder, tmp_path / "t.db"


def look(place):
    (tally,) = foedera.watch(place[0], ledger=place[1])
    return tally.read, tally.unchanged, tally.faults


def test_only_what_is_new_is_read(place):
    folder, _ledger = place
    assert look(place) == (1, 0, 0)
    assert look(place) == (0, 0, 0)
    (folder / "b.txt").write_text(REPORT + " More.")
    assert look(place) == (1, 0, 0)
    os.utime(folder / "a.txt", ns=(1, 1))
    assert look(place) == (0, 1, 0)


def test_a_ledger_that_was_begun_anew_is_filled_from_the_beginning(place):
    look(place)
    place[1].unlink()
    assert look(place) == (1, 0, 0)


def test_a_round_that_is_broken_off_is_taken_up_again(place, monkeypatch):
    monkeypatch.setattr("foedera.pipeline.watch.ingest", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        look(place)
    monkeypatch.undo()
    assert look(place) == (1, 0, 0)


def test_rounds_follow_each_other_until_nobody_asks_for_more(place, monkeypatch):
    waits = []
    monkeypatch.setattr("foedera.api.watching.time.sleep", waits.append)
    rounds = foedera.watch(place[0], ledger=place[1], every=900)
    assert [next(rounds).read, next(rounds).read, next(rounds).read] == [1, 0, 0]
    assert waits == [900, 900]


def test_the_command_tells_what_it_did_and_what_was_left_out(place, capsys):
    folder, ledger = place
    (folder / "bad.txt").write_bytes(b"")
    (folder / "sport.txt").write_text("The team scored twice before the break and held on to win the match away from home.")
    assert main(["watch", str(folder), "--once", "--ledger", str(ledger)]) == 3
    told = capsys.readouterr().err
    assert "1 report read" in told
    assert "bad.txt" in told
    assert main(["skips", "--ledger", str(ledger), "--format", "csv"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert sorted(line.split(",")[1] for line in lines[1:]) == ["empty", "not_interstate"]
    assert main(["skips", "--ledger", str(ledger), "--reason", "empty"]) == 0
    assert "1" in capsys.readouterr().out
    assert main(["skips", "--ledger", str(ledger), "--reason", "hole"]) == 0
    assert "Nothing" in capsys.readouterr().out
    assert main(["watch", str(folder), "--every", "often", "--ledger", str(ledger)]) == 2
