import io
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from foedera import knowledge
from foedera import ledger as stores
from foedera.exports import facts as facts_export
from foedera.exports import json as json_export
from foedera.exports.parts.contents import Contents
from foedera.ledger import sqlite
from foedera.pipeline import bulk, ingest, maps, partfiles, rebuild, reductions, workplace
from foedera.pipeline.ingest import Tally
from foedera.pipeline.options import Options
from foedera.plumbing.errors import FoederaError, UsageError

DAY = Options(recorded="2026-01-01", runner="serial")
REPORTS = Path(__file__).resolve().parents[2] / "examples" / "reports"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "reports"
    made.mkdir()
    for number in range(7):
        (made / f"{number}.txt").write_text(f"2023-11-2{number} talks\n2024-01-02 talks {number}")
    (made / "copy.txt").write_text("2023-11-21 talks\n2024-01-02 talks 1")
    (made / "sport.txt").write_text("sport")
    (made / "empty.txt").write_text("")
    (made / "e.png").write_bytes(b"x")
    (made / "more.jsonl").write_text("".join(f'{{"id": "r{n}", "text": "2024-03-0{n} talks"}}\n' for n in range(1, 6)))
    return made


@pytest.fixture
def known(nouns, scripted, monkeypatch):  # noqa: ARG001 - reads by the script
    """The small world, also for work that loads it by itself; every stage is handed out."""
    monkeypatch.setattr(maps.knowledge, "load", lambda: nouns.KNOWLEDGE)
    for name, value in (("FEW", 1), ("FILES", 2), ("LARGE", 100), ("ROWS", 2)):
        monkeypatch.setattr(bulk, name, value)
    return nouns.KNOWLEDGE


def exported(ledger, known):
    entries, out = rebuild.entries(ledger, known), io.StringIO()
    contents = Contents(readings=ledger.readings, entries=lambda: entries, listed=tuple, reports=tuple, world=known.world, positions=dict)
    for form in (facts_export, json_export):
        form.write(contents, out)
    return out.getvalue()


def test_ingest_rebuild_and_bulk_give_the_same_ledger(place, tmp_path, folder, known):
    with sqlite.open(tmp_path / "plain.db", create=True) as plain:
        tally = ingest.ingest(plain, [str(folder)], known, options=DAY)
        expected = exported(plain, known)
        skips = list(plain.skips())
    told = []
    with stores.open(place, create=True) as ledger:
        options = replace(DAY, workers=2, work=str(tmp_path / "work"), progress=told.append)
        assert bulk.ingest(ledger, [str(folder)], known, options=options) == tally
        assert len(told) == tally.read + tally.skipped + tally.faults
        assert exported(ledger, known) == expected
        assert list(ledger.skips()) == skips
        assert list(rebuild.verify(ledger, known)) == []
        again = bulk.ingest(ledger, [str(folder)], known, options=options)
        assert again == Tally(unchanged=tally.read + 1, skipped=1, faults=1)
        rebuild.rebuild(ledger, known, options=DAY)
        assert exported(ledger, known) == expected
    assert not list((tmp_path / "work").rglob("*/*"))


@pytest.mark.parametrize("runner", ["processes", "dask"])
def test_workers_give_the_ledger_that_one_process_gives(tmp_path, runner, monkeypatch):
    if runner == "dask":
        pytest.importorskip("distributed")
    known = knowledge.load()
    monkeypatch.setattr(bulk, "FEW", 1)
    with sqlite.open(tmp_path / "plain.db", create=True) as plain, sqlite.open(tmp_path / "t.db", create=True) as ledger:
        ingest.ingest(plain, [str(REPORTS)], known, options=DAY)
        bulk.ingest(ledger, [str(REPORTS)], known, options=replace(DAY, runner=runner, workers=2))
        assert exported(ledger, known) == exported(plain, known)
        assert list(rebuild.verify(ledger, known)) == []


def test_a_run_that_was_ended_is_taken_up_where_it_stopped(tmp_path, folder, known, scripted):
    taken = []

    def ended(*_):
        taken.append(1)
        if len(taken) == 3:
            raise KeyboardInterrupt

    with sqlite.open(tmp_path / "t.db", create=True) as ledger:
        with pytest.raises(KeyboardInterrupt):
            bulk.ingest(ledger, [str(folder)], known, options=replace(DAY, progress=ended))
        before = len(scripted)
        assert (tmp_path / "t.db.work").exists()
        bulk.ingest(ledger, [str(folder)], known, options=DAY)
        assert len(scripted) == 14, "no report is read twice"
        assert before < 14
        assert ledger.is_fresh(known.digest)
    assert not (tmp_path / "t.db.work").exists()


def test_what_another_wrote_meanwhile_is_not_overwritten(tmp_path, folder, known, monkeypatch):
    path = tmp_path / "t.db"
    applied = bulk._applied
    seen = []

    def disturbed(site, stage, part, turns):
        with stores.open(path) as other:
            changed = next(one for one in other.readings() if one.facts)
            other.replace(replace(changed, facts=()), "2026-01-01")
        seen.append(stage)
        return applied(site, stage, part, turns)

    monkeypatch.setattr(bulk, "_applied", disturbed)
    with sqlite.open(path, create=True) as ledger:
        bulk.ingest(ledger, [str(folder)], known, options=DAY)
        assert rebuild.stored(ledger) == rebuild.derive(ledger, known)
        assert ledger.is_fresh(known.digest)
        assert len(seen) > 1


def test_two_runs_at_once_work_in_different_folders(tmp_path):
    with sqlite.open(tmp_path / "t.db", create=True) as ledger:
        with workplace.workplace(ledger, None) as one, workplace.workplace(ledger, None) as other:
            assert one != other
            assert one.parent == other.parent == tmp_path / "t.db.work"
        assert not one.parent.exists()


def test_the_folder_of_a_database_tells_no_password(server, tmp_path, monkeypatch):
    monkeypatch.setattr(workplace, "cache", lambda: tmp_path)
    with stores.open(server.new().replace("postgres@", "postgres:secret@"), create=True) as ledger:
        assert "secret" not in ledger.place
        assert "secret" in ledger.location
        with workplace.workplace(ledger, None) as folder:
            assert folder.parent.parent == tmp_path
            assert "secret" not in str(folder)


def task(tmp_path, folder, known, **fields):
    with sqlite.open(tmp_path / "t.db", create=True):
        pass
    chosen = {"locations": (str(folder / "0.txt"), str(folder / "1.txt"), str(folder / "more.jsonl")), "share": (0, 1)}
    return maps.MapTask(
        path=str(tmp_path / "part"), ledger=str(tmp_path / "t.db"), digest=known.digest, options=Options(), **(chosen | fields)
    )


def test_what_ended_two_workers_is_kept_as_bad_and_not_tried_again(tmp_path, folder, known):
    given = task(tmp_path, folder, known)
    path = Path(given.path)
    for deadly in (str(folder / "1.txt"), f"{folder / 'more.jsonl'}:2"):
        for _ in range(2):
            assert deadly not in partfiles.fatal(path)
            partfiles.begin(path, deadly)
    maps.map_file(given)
    found = list(partfiles.lines(path))
    assert [name for name, _ in found] == ["read", "skip", "read", "skip", "read", "read", "read"]
    assert all("worker_died" in value for name, value in found if name == "skip")
    assert partfiles.is_done(path)


def test_a_run_that_is_killed_blames_no_item(tmp_path):
    with sqlite.open(tmp_path / "t.db", create=True) as ledger:
        with pytest.raises(KeyboardInterrupt):
            _ended_at(ledger, "a.txt")
        with workplace.workplace(ledger, None) as folder:
            assert partfiles.fatal(folder / "part") == frozenset()


def _ended_at(ledger, item):
    with workplace.workplace(ledger, None) as folder:
        partfiles.begin(folder / "part", item)
        raise KeyboardInterrupt


def test_what_every_worker_died_of_is_told(tmp_path, folder, known, monkeypatch):
    lost = bulk.Outcome(task=task(tmp_path, folder, known, locations=("0.txt", "1.txt")), made=None)
    monkeypatch.setattr(bulk, "_runner", lambda _: type("Runner", (), {"run": staticmethod(lambda *_: iter([lost]))}))
    monkeypatch.setattr(bulk, "_reduce", lambda *_: None)
    with sqlite.open(tmp_path / "t.db", create=True) as ledger:
        assert bulk.ingest(ledger, [str(folder / "0.txt")], known, options=DAY).faults == 2
        assert [skip.location for skip in ledger.skips()] == ["0.txt", "1.txt"]


def test_shares_of_a_file_are_the_file(tmp_path, folder, known):
    found = []
    for share in range(3):
        given = task(tmp_path, folder, known, share=(share, 3), locations=(str(folder / "more.jsonl"),))
        partfiles.remove(Path(given.path))
        found += [value for _, value in partfiles.lines(Path(maps.map_file(given)))]
    assert len(found) == len(set(found)) == 5


def test_a_worker_with_other_packs_is_refused(tmp_path, folder, known):
    with pytest.raises(FoederaError, match="other language packs"):
        maps.map_file(task(tmp_path, folder, replace(known, digest="k9")))


def test_a_file_that_was_cut_is_refused(tmp_path):
    path = tmp_path / "part"
    with partfiles.writing(path) as put:
        put("a", 1)
        put("b", "two")
    assert list(partfiles.lines(path)) == [("a", "1\n"), ("b", '"two"\n')]
    path.write_text("a 1\n")
    with pytest.raises(FoederaError, match="was cut"):
        list(partfiles.lines(path))


def test_a_file_is_there_as_a_whole_or_not_at_all(tmp_path):
    path = tmp_path / "part"

    def fail():
        with partfiles.writing(path) as put:
            put("a", 1)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert not partfiles.is_done(path)
    assert not path.exists()


def test_a_partition_is_of_one_moment_and_writes_nothing(tmp_path, folder, known):
    path = tmp_path / "t.db"
    with sqlite.open(path, create=True) as ledger:
        ingest.ingest(ledger, [str(folder)], known, options=DAY)
        ledger.forget(known.digest)
        before = list(sqlite3.connect(path).iterdump())
        for number in range(2):
            shared = {"stage": "origin", "number": number, "of": 2, "ledger": str(path), "digest": known.digest}
            reductions.reduce_partition(reductions.ReduceTask(path=str(tmp_path / f"o{number}"), **shared))
        assert list(sqlite3.connect(path).iterdump()) == before
        made = [list(partfiles.lines(tmp_path / f"o{number}")) for number in range(2)]
        assert [lines[0] for lines in made] == [("turn", f"{ledger.turn()}\n")] * 2
        assert sum(len(lines) - 1 for lines in made) == 14


def test_no_such_runner(tmp_path, known):
    with sqlite.open(tmp_path / "t.db", create=True) as ledger, pytest.raises(UsageError, match=r"dask, processes, serial"):
        bulk.ingest(ledger, [], known, options=Options(runner="spark"))
