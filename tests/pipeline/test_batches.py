"""Batches: kept whole, read by the steps of every ingest, taken up where they stopped."""

import io
import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import foedera
from foedera import api
from foedera.api import batching
from foedera.model.batch import Given, Handed, Pasted
from foedera.pipeline import batches, spool
from foedera.plumbing.errors import FoederaError, UsageError
from foedera.plumbing.filenames import LONGEST, plain

REPORTS = Path(__file__).resolve().parents[2] / "examples" / "reports"
ONE = next(iter(sorted(REPORTS.glob("*-en-*.txt"))))
DAY = "2026-11-23"


def handed(*paths):
    return Given(files=tuple(Handed(name=path.name, stream=io.BytesIO(path.read_bytes())) for path in paths))


def exported(ledger):
    out = io.StringIO()
    api.export("ledger", out, ledger=ledger)
    return out.getvalue()


def outcomes(name, ledger):
    return [(one.place, one.outcome, one.reason) for one in api.batch(name, ledger=ledger).items]


def test_files_make_the_ledger_that_the_command_makes(tmp_path):
    files = sorted(path for path in REPORTS.iterdir() if path.is_file())
    name = api.batch_given(handed(*files), ledger=tmp_path / "t.db")
    waits = api.batch(name, ledger=tmp_path / "t.db")
    assert (waits.state, waits.done, waits.of, waits.items) == ("waiting", 0, len(files), ())
    api.batch_work(ledger=tmp_path / "t.db")
    done = api.batch(name, ledger=tmp_path / "t.db")
    assert (done.state, done.done, done.trouble) == ("done", len(files), None)
    assert done.seconds > 0
    assert {one.outcome for one in done.items} == {"taken_in"}
    assert sorted(one.place for one in done.items) == [path.name for path in files]
    foedera.ingest(*files, ledger=tmp_path / "u.db")
    assert exported(tmp_path / "t.db") == exported(tmp_path / "u.db")
    twice = api.batch_given(handed(*files), ledger=tmp_path / "t.db")
    api.batch_work(ledger=tmp_path / "t.db")
    assert {one.outcome for one in api.batch(twice, ledger=tmp_path / "t.db").items} == {"there_already"}
    assert [one.id for one in api.batches(ledger=tmp_path / "t.db")] == [twice, name]
    assert exported(tmp_path / "t.db") == exported(tmp_path / "u.db")


def test_what_is_bad_or_left_out_is_told_with_its_reason_and_the_rest_is_read(tmp_path):
    files = (
        Handed(name="picture.png", stream=io.BytesIO(b"\x89PNG")),
        Handed(name="empty.txt", stream=io.BytesIO(b"")),
        Handed(name="recipe.txt", stream=io.BytesIO(b"Take two eggs and some flour. Stir them well, and bake them for an hour.")),
        Handed(name="same.txt", stream=io.BytesIO(ONE.read_bytes())),
        Handed(name="some.jsonl", stream=io.BytesIO(b'{"id": "a"}\n{"id": "b", "text": 3}\n')),
    )
    name = api.batch_given(Given(files=files), ledger=tmp_path / "t.db")
    api.batch_work(ledger=tmp_path / "t.db")
    assert outcomes(name, tmp_path / "t.db") == [
        ("picture.png", "bad", "unknown_format"),
        ("empty.txt", "bad", "empty"),
        ("recipe.txt", "left_out", "not_interstate"),
        ("same.txt", "taken_in", None),
        ("some.jsonl:1", "bad", "no_text"),
        ("some.jsonl:2", "bad", "wrong_field"),
    ]
    assert all(one.detail for one in api.batch(name, ledger=tmp_path / "t.db").items if one.outcome == "bad")
    assert not [one for one in api.skips(ledger=tmp_path / "t.db") if str(tmp_path) in one.location + one.detail]


def test_two_files_of_one_name_are_told_apart(tmp_path):
    files = (*(Handed(name="a.txt", stream=io.BytesIO(b"")) for _time in range(2)), Handed(name="b.txt", stream=io.BytesIO(b"")))
    name = api.batch_given(Given(files=files), ledger=tmp_path / "t.db")
    api.batch_work(ledger=tmp_path / "t.db")
    assert [place for place, _outcome, _reason in outcomes(name, tmp_path / "t.db")] == ["0001/a.txt", "0002/a.txt", "b.txt"]


def test_a_batch_that_is_damaged_is_told_with_what_to_do(tmp_path):
    name = api.batch_given(handed(ONE), ledger=tmp_path / "t.db")
    (tmp_path / "t.db.batches" / name / "order.json").write_bytes(b"{")
    with pytest.raises(FoederaError, match="damaged") as told:
        api.batches(ledger=tmp_path / "t.db")
    assert name in told.value.where
    assert "remove" in told.value.remedy


def test_a_pasted_text_is_the_record_that_says_the_same(tmp_path):
    text = Pasted(
        text=ONE.read_text(encoding="utf-8"),
        title="Talks",
        publisher="Elsewhere Daily",
        published="2025-04-28",
        url="https://example.org/a",
    )
    name = api.batch_given(Given(text=text), ledger=tmp_path / "t.db")
    given = next((tmp_path / "t.db.batches" / name / "given").rglob("*.jsonl"))
    (tmp_path / "own.jsonl").write_bytes(given.read_bytes())
    api.batch_work(ledger=tmp_path / "t.db")
    foedera.ingest(tmp_path / "own.jsonl", ledger=tmp_path / "u.db")
    assert exported(tmp_path / "t.db") == exported(tmp_path / "u.db")
    (item,) = api.batch(name, ledger=tmp_path / "t.db").items
    found = api.report(item.document, ledger=tmp_path / "t.db").article
    assert (found.title, found.publisher, found.published.edtf, found.url) == (
        "Talks",
        "Elsewhere Daily",
        "2025-04-28",
        "https://example.org/a",
    )


@pytest.mark.parametrize(
    "given",
    [
        Given(),
        Given(addresses=("https://example.org/",), feed="https://example.org/"),
        Given(addresses=("/etc/passwd",)),
        Given(addresses=("file:///etc/passwd",)),
        Given(addresses=("web:/etc/passwd",)),
        Given(addresses=("s3://bucket/a.warc",)),
        Given(addresses=("https:///nowhere",)),
        Given(addresses=("https://[",)),
        Given(addresses=("https://a/\u202eb",)),
        Given(addresses=("https://example.org/",) * 101),
        Given(feed="feed:/etc/passwd"),
        Given(feed="/etc/passwd"),
        Given(text=Pasted(text="a", published="yesterday")),
        Given(text=Pasted(text="a", url="javascript:1")),
        Given(text=Pasted(text="a" * 10_000_001)),
        Given(files=(Handed(name="a.txt", stream=io.BytesIO(b"")),) * 501),
    ],
)
def test_what_cannot_be_a_batch_is_refused_and_leaves_nothing(given, tmp_path):
    with pytest.raises(UsageError) as told:
        api.batch_given(given, ledger=tmp_path / "t.db")
    assert told.value.remedy
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("a\u202etxt.exe", "atxt.exe"),
        ("a\0b\n.txt", "ab.txt"),
        (".hidden.txt", "hidden.txt"),
        ("..", "unnamed"),
        ("", "unnamed"),
        ("/", "unnamed"),
        ("\ud800.txt", "unnamed.txt"),
        ("a.txt", "a.txt"),
        ("H\u1ed9i \u0111\u00e0m.txt", "H\u1ed9i \u0111\u00e0m.txt"),
    ],
)
def test_a_strangers_name_is_made_plain(name, wanted):
    assert plain(name) == wanted


def test_a_long_name_keeps_its_ending():
    for name in ("x" * 4096 + ".txt", "\u00e9" * 4096 + ".txt", "x" * 4096, "a." + "x" * 4096):
        assert len(plain(name).encode()) <= LONGEST
    assert plain("\u00e9" * 4096 + ".txt").endswith("\u00e9.txt")


def test_the_folder_is_private_and_holds_no_strangers_name_outside(tmp_path):
    stream = io.BytesIO(ONE.read_bytes())
    name = api.batch_given(Given(files=(Handed(name="../../../a\u202e.txt", stream=stream),)), ledger=tmp_path / "t.db")
    folder = tmp_path / "t.db.batches"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert [path.name for path in (folder / name / "given").rglob("*") if path.is_file()] == ["a.txt"]
    assert [path.name for path in tmp_path.iterdir()] == ["t.db.batches"]


KILLED = """
import os, sys
from foedera import api
from foedera.pipeline import batches
tell, seen = batches._Course.tell, []
def telling(self, done):
    tell(self, done)
    seen.append(done)
    if len(seen) == 3:
        os._exit(9)
batches._Course.tell = telling
api.batch_work(ledger=sys.argv[1])
"""


def test_a_batch_that_was_broken_off_is_taken_up_where_it_stopped(tmp_path):
    files = sorted(path for path in REPORTS.iterdir() if path.is_file())
    ledger = tmp_path / "t.db"
    name = api.batch_given(handed(*files), ledger=ledger)
    assert subprocess.run([sys.executable, "-c", KILLED, str(ledger)], check=False, env=os.environ).returncode == 9
    broken = api.batch(name, ledger=ledger)
    assert (broken.state, len(broken.items), broken.done) == ("waiting", 3, 2)
    with (tmp_path / "t.db.batches" / name / "log.jsonl").open("ab") as log:
        log.write(b'{"type": "item", "outco')  # a line that was cut
    api.batch_work(ledger=ledger)
    whole = api.batch(name, ledger=ledger)
    assert (whole.state, whole.done, len(whole.items)) == ("done", len(files), len(files))
    assert {one.outcome for one in whole.items} == {"taken_in", "there_already"} - {"there_already"}
    foedera.ingest(*files, ledger=tmp_path / "u.db")
    assert exported(ledger) == exported(tmp_path / "u.db")


def test_a_batch_is_cancelled_while_it_waits_or_runs_and_begun_again(tmp_path, monkeypatch):
    files = sorted(path for path in REPORTS.iterdir() if path.is_file())[:4]
    ledger = tmp_path / "t.db"
    name = api.batch_given(handed(*files), ledger=ledger)
    api.batch_cancel(name, ledger=ledger)
    assert api.batch(name, ledger=ledger).state == "cancelled"
    api.batch_work(ledger=ledger)
    assert (api.batch(name, ledger=ledger).state, ledger.exists()) == ("cancelled", False)
    tell = batches._Course.tell

    def telling(self, done):
        tell(self, done)
        if len(self.found.items) == 2:
            assert api.batch(name, ledger=ledger).state == "running"
            api.batch_cancel(name, ledger=ledger)

    monkeypatch.setattr(batches._Course, "tell", telling)
    api.batch_again(name, ledger=ledger)
    assert api.batch(name, ledger=ledger).state == "waiting"
    api.batch_work(ledger=ledger)
    assert (api.batch(name, ledger=ledger).state, len(api.reports(ledger=ledger).items)) == ("cancelled", 2)
    monkeypatch.undo()
    api.batch_again(name, ledger=ledger)
    api.batch_work(ledger=ledger)
    assert (api.batch(name, ledger=ledger).state, len(api.reports(ledger=ledger).items)) == ("done", 4)
    api.batch_again(name, ledger=ledger)
    assert api.batch(name, ledger=ledger).state == "done"


def test_a_ledger_that_cannot_be_written_is_told_on_the_batch_which_can_be_begun_again(tmp_path):
    ledger = tmp_path / "t.db"
    ledger.write_text("no ledger at all", encoding="utf-8")
    name = api.batch_given(handed(ONE), ledger=ledger)
    api.batch_work(ledger=ledger)
    failed = api.batch(name, ledger=ledger)
    assert (failed.state, failed.items) == ("failed", ())
    assert "is not a ledger" in failed.trouble.what
    assert failed.trouble.remedy
    ledger.unlink()
    api.batch_again(name, ledger=ledger)
    assert api.batch(name, ledger=ledger).trouble is None
    api.batch_work(ledger=ledger)
    assert api.batch(name, ledger=ledger).state == "done"


def test_a_ledger_that_somebody_else_writes_is_waited_for_and_then_told(tmp_path, monkeypatch):
    ledger = tmp_path / "t.db"
    foedera.ingest(tmp_path / "none.txt", ledger=ledger)
    name = api.batch_given(handed(ONE), ledger=ledger)
    monkeypatch.setattr(batching, "QUEUE", 0.2)
    other = sqlite3.connect(ledger, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    api.batch_work(ledger=ledger)
    failed = api.batch(name, ledger=ledger)
    assert (failed.state, failed.items) == ("failed", ())
    assert "another process writes to it" in failed.trouble.remedy
    other.execute("ROLLBACK")
    other.close()
    api.batch_again(name, ledger=ledger)
    api.batch_work(ledger=ledger)
    assert [one.outcome for one in api.batch(name, ledger=ledger).items] == ["taken_in"]


def test_a_disk_that_fills_while_it_is_read_is_told_on_the_batch(tmp_path, monkeypatch):
    ledger = tmp_path / "t.db"
    name = api.batch_given(handed(ONE), ledger=ledger)
    add = spool.add

    def full(batch, line):
        if isinstance(line, spool.At):
            raise OSError(28, "No space left on device")
        add(batch, line)

    monkeypatch.setattr(spool, "add", full)
    api.batch_work(ledger=ledger)
    failed = api.batch(name, ledger=ledger)
    assert (failed.state, failed.trouble.what) == ("failed", "No space left on device")
    assert "make room" in failed.trouble.remedy
    monkeypatch.undo()
    api.batch_again(name, ledger=ledger)
    api.batch_work(ledger=ledger)
    assert api.batch(name, ledger=ledger).state == "done"


def test_more_items_than_a_batch_may_have_end_it_with_a_word(tmp_path, monkeypatch):
    monkeypatch.setattr(batches, "MOST", 2)
    lines = b"".join(b'{"id": "%d"}\n' % number for number in range(5))
    given = Given(files=(Handed(name="a.jsonl", stream=io.BytesIO(lines)),))
    name = api.batch_given(given, ledger=tmp_path / "t.db")
    api.batch_work(ledger=tmp_path / "t.db")
    ended = api.batch(name, ledger=tmp_path / "t.db")
    assert (ended.state, len(ended.items), ended.trouble.what) == ("failed", 2, "more than 2 items; the rest was not read")


def test_batches_wait_beside_a_file_in_the_users_folder_for_a_database_or_where_somebody_chose(tmp_path):
    address = "postgresql://me@host/one"
    assert spool.folder_of(tmp_path / "t.db", None) == tmp_path / "t.db.batches"
    apart = {spool.folder_of(one, chosen) for one in (address, f"{address}2") for chosen in (None, tmp_path)}
    apart |= {spool.folder_of(tmp_path / "t.db", tmp_path), spool.folder_of(tmp_path / "u.db", tmp_path)}
    assert len(apart) == 6
    assert sum(tmp_path in one.parents for one in apart) == 4


def test_a_full_disk_is_told_and_leaves_no_half_batch(tmp_path, monkeypatch):
    def full(*_given):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(batching.shutil, "copyfileobj", full)
    with pytest.raises(FoederaError, match="No space left"):
        api.batch_given(handed(ONE), ledger=tmp_path / "t.db")
    assert list((tmp_path / "t.db.batches").iterdir()) == []


def test_what_ends_two_processes_is_not_tried_again(tmp_path):
    ledger = tmp_path / "t.db"
    name = api.batch_given(handed(ONE, min(REPORTS.iterdir())), ledger=ledger)
    folder = tmp_path / "t.db.batches"
    for _time in range(2):
        spool.turn(folder / name, "running")
        spool.add(folder / name, spool.At(place=ONE.name))
        batches.died(folder, name)
    api.batch_work(ledger=ledger)
    assert (ONE.name, "bad", "worker_died") in outcomes(name, ledger)
    assert api.batch(name, ledger=ledger).state == "done"
    other = api.batch_given(handed(ONE), ledger=ledger)
    for _time in range(batches.DEATHS):
        assert api.batch(other, ledger=ledger).state == "waiting"
        batches.died(folder, other)
    assert api.batch(other, ledger=ledger).state == "failed"


def test_two_who_work_at_once_read_nothing_twice(tmp_path):
    ledger = tmp_path / "t.db"
    names = [api.batch_given(handed(path), ledger=ledger) for path in sorted(REPORTS.iterdir())[:3]]
    both = [threading.Thread(target=api.batch_work, kwargs={"ledger": ledger}) for _time in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert [[one.outcome for one in api.batch(name, ledger=ledger).items] for name in names] == [["taken_in"]] * 3


def test_old_batches_are_forgotten_and_such_as_wait_are_not(tmp_path):
    ledger, folder = tmp_path / "t.db", tmp_path / "t.db.batches"
    done = api.batch_given(handed(ONE), ledger=ledger)
    api.batch_work(ledger=ledger)
    old, waits = "20200101T000000000000-000000", "20200101T000000000000-000001"
    (folder / done).rename(folder / old)
    os.utime(folder / old / "log.jsonl", (0, 0))
    (folder / api.batch_given(handed(ONE), ledger=ledger)).rename(folder / waits)
    batches.forget(folder)
    assert spool.names(folder) == [waits]


@pytest.mark.parametrize("name", ["", "..", "../x", "20200101T000000000000-000000", "lock"])
def test_a_name_of_no_batch_is_told(name, tmp_path):
    with pytest.raises(UsageError, match="name of no batch"):
        api.batch(name, ledger=tmp_path / "t.db")
