import gzip
import io

import pytest

from foedera import ledger as stores
from foedera.exports import facts as facts_export
from foedera.exports import json as json_export
from foedera.ledger import sqlite
from foedera.model.document import Skip
from foedera.pipeline import archive, ingest, rebuild
from foedera.pipeline.options import Options
from foedera.plumbing.errors import LedgerError


@pytest.fixture
def ledger(tmp_path, nouns, scripted):  # noqa: ARG001 - reads by the script
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in (("a", "2023-11-27 talks\n2024-01-02 talks"), ("b", "2023-11-27 talks"), ("c", "sport")):
        (folder / f"{name}.txt").write_text(text)
    with sqlite.open(tmp_path / "first.db", create=True) as opened:
        ingest.ingest(opened, [str(folder)], nouns.KNOWLEDGE, options=Options(recorded="2026-01-01"))
        opened.store_judgement(nouns.judgement("struck", next(opened.facts())))
        opened.keep_skip(Skip(reason="empty", detail="no text", location="d.txt"), "2026-01-03")
        rebuild.refresh(opened, nouns.KNOWLEDGE)
        yield opened


def told(ledger, nouns):
    out = io.StringIO()
    for form in (facts_export, json_export):
        form.write(nouns.contents(rebuild.entries(ledger, nouns.KNOWLEDGE), list(ledger.readings())), out)
    return out.getvalue(), list(ledger.log()), list(ledger.judgements()), list(ledger.skips()), ledger.recorded(), list(ledger.articles())


def test_a_backup_fills_a_ledger_of_any_store_with_all_that_was_stored(ledger, place, tmp_path, nouns):
    archive.backup(ledger, tmp_path / "backup")
    with stores.open(place, create=True) as other:
        archive.restore(other, nouns.KNOWLEDGE, tmp_path / "backup")
        assert told(other, nouns) == told(ledger, nouns)
        assert list(rebuild.verify(other, nouns.KNOWLEDGE)) == list(other.audit(ledger.head())) == []
        assert [one.report.record for one in other.search("talks")] == [one.report.record for one in ledger.search("talks")]
        archive.backup(other, tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == (tmp_path / "backup").read_bytes()


def test_it_is_of_one_moment(ledger, tmp_path, nouns):
    lines = ledger.archive()
    first = [next(lines), next(lines)]
    with sqlite.open(tmp_path / "first.db") as other:
        other.replace(nouns.reading(nouns.article("2024-05-05 talks", "e.txt")), "2026-01-04")
    kinds = [kind for kind, _ in (*first, *lines)]
    assert (kinds.count("document"), kinds.count("log")) == (3, 4)


def test_a_file_that_is_there_is_not_overwritten(ledger, tmp_path):
    (tmp_path / "backup").write_text("mine")
    with pytest.raises(LedgerError, match="already"):
        archive.backup(ledger, tmp_path / "backup")
    assert (tmp_path / "backup").read_text() == "mine"


def test_a_ledger_that_holds_something_is_left_as_it_is(ledger, tmp_path, nouns):
    archive.backup(ledger, tmp_path / "backup")
    before = told(ledger, nouns)
    with pytest.raises(LedgerError, match="holds something"):
        archive.restore(ledger, nouns.KNOWLEDGE, tmp_path / "backup")
    assert told(ledger, nouns) == before


def changed(body, how):
    lines = gzip.decompress(body)
    return {
        "cut": body[: len(body) // 2],
        "no archive": b"notes",
        "a flipped bit": body[:-20] + bytes([body[-20] ^ 1]) + body[-19:],
        "without its end": gzip.compress(lines[: lines.rindex(b"end ")]),
        "a line less": gzip.compress(lines.replace(b"skip ", b"skap ", 1)),
        "another quote": gzip.compress(lines.replace(b"talks", b"walks", 1)),
        "not UTF-8": gzip.compress(b"\xff\n"),
    }[how]


@pytest.mark.parametrize("how", ["cut", "no archive", "a flipped bit", "without its end", "a line less", "another quote", "not UTF-8"])
def test_a_file_that_is_not_as_it_was_written_restores_nothing(ledger, tmp_path, nouns, how):
    archive.backup(ledger, tmp_path / "backup")
    (tmp_path / "backup").write_bytes(changed((tmp_path / "backup").read_bytes(), how))
    with sqlite.open(tmp_path / "new.db", create=True) as other:
        with pytest.raises(LedgerError, match="backup"):
            archive.restore(other, nouns.KNOWLEDGE, tmp_path / "backup")
        assert other.count()["documents"] == 0
        assert list(other.log()) == []


def test_one_of_a_newer_program_is_refused(ledger, tmp_path, nouns, monkeypatch):
    monkeypatch.setattr("foedera.ledger.parts.archives.newest", lambda: 99)
    archive.backup(ledger, tmp_path / "backup")
    monkeypatch.undo()
    with sqlite.open(tmp_path / "new.db", create=True) as other, pytest.raises(LedgerError, match="newer program"):
        archive.restore(other, nouns.KNOWLEDGE, tmp_path / "backup")


def test_what_cannot_be_written_as_a_whole_is_not_there(ledger, tmp_path, monkeypatch):
    def full():
        yield ("version", "1")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(ledger, "archive", full)
    with pytest.raises(OSError, match="No space"):
        archive.backup(ledger, tmp_path / "backup")
    assert sorted(path.name for path in tmp_path.iterdir() if "backup" in path.name) == []
