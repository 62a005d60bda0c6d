import io
from dataclasses import replace

import pytest

from foedera.exports import facts as facts_export
from foedera.exports import json as json_export
from foedera.exports import ledger as ledger_export
from foedera.ledger import sqlite
from foedera.pipeline import ingest, rebuild
from foedera.pipeline.ingest import Tally
from foedera.pipeline.options import Options

DAY = Options(recorded="2026-01-01")


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "reports"
    made.mkdir()
    for name, text in (("a", "2023-11-27 talks\n2024-01-02 talks"), ("b", "2023-11 talks"), ("c", "sport"), ("d", "")):
        (made / f"{name}.txt").write_text(text)
    (made / "e.png").write_bytes(b"x")
    return made


def exported(ledger, nouns):
    out = io.StringIO()
    for form in (facts_export, json_export, ledger_export):
        form.write(nouns.contents(rebuild.entries(ledger, nouns.KNOWLEDGE), list(ledger.readings())), out)
    return out.getvalue()


@pytest.mark.usefixtures("scripted")
def test_good_and_bad_items_are_counted_and_kept(tmp_path, folder, nouns):
    told = []
    with sqlite.open(tmp_path / "t.db", create=True) as ledger:
        tally = ingest.ingest(ledger, [str(folder)], nouns.KNOWLEDGE, options=replace(DAY, progress=told.append))
        assert tally == Tally(read=2, skipped=2, faults=1)
        assert len(told) == 5
        assert sorted(skip.reason for skip in ledger.skips()) == ["empty", "other_format"]
        assert rebuild.stored(ledger) == rebuild.derive(ledger, nouns.KNOWLEDGE)
        assert [event.when.edtf for event in rebuild.stored(ledger).events] == ["2023-11-27", "2024-01-02"]
        assert list(rebuild.verify(ledger, nouns.KNOWLEDGE)) == []


def test_ingesting_again_reads_nothing_and_changes_nothing(tmp_path, folder, nouns, scripted):
    with sqlite.open(tmp_path / "t.db", create=True) as ledger:
        ingest.ingest(ledger, [str(folder)], nouns.KNOWLEDGE, options=DAY)
        before, read = exported(ledger, nouns), len(scripted)
        again = ingest.ingest(ledger, [str(folder)], nouns.KNOWLEDGE)
        assert again == Tally(unchanged=3, skipped=1, faults=1)
        assert (exported(ledger, nouns), len(scripted)) == (before, read)


@pytest.mark.usefixtures("scripted")
def test_the_order_and_the_folder_of_arrival_do_not_matter(tmp_path, folder, nouns):
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    for file in folder.iterdir():
        (moved / file.name).write_bytes(file.read_bytes())
    made = []
    for number, locations in enumerate(([str(folder)], [str(path) for path in sorted(moved.iterdir(), reverse=True)])):
        with sqlite.open(tmp_path / f"{number}.db", create=True) as ledger:
            ingest.ingest(ledger, locations, nouns.KNOWLEDGE, options=Options(recorded=f"202{number}-01-01"))
            made.append(exported(ledger, nouns))
    assert made[0] == made[1]


@pytest.mark.usefixtures("scripted")
def test_new_knowledge_reads_again(tmp_path, folder, nouns):
    with sqlite.open(tmp_path / "t.db", create=True) as ledger:
        ingest.ingest(ledger, [str(folder)], nouns.KNOWLEDGE, options=DAY)
        newer = replace(nouns.KNOWLEDGE, digest="k2")
        assert ingest.ingest(ledger, [str(folder)], newer, options=DAY).read == 2
        assert ledger.is_fresh("k2")


@pytest.mark.usefixtures("scripted")
def test_without_a_given_time_the_clock_is_recorded(tmp_path, folder, nouns):
    with sqlite.open(tmp_path / "t.db", create=True) as ledger:
        ingest.ingest(ledger, [str(folder)], nouns.KNOWLEDGE)
        ((recorded,), *_) = ledger._rows("SELECT recorded FROM documents")
    assert recorded[:2] == "20"
    assert recorded.endswith("+00:00")
