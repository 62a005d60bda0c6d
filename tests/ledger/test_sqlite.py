"""What is of the file alone; what every store does is in `test_store`."""

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from dataclasses import replace

import pytest

from foedera.ledger import sqlite
from foedera.plumbing.errors import LedgerError

DAY = "2026-01-01"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "t.db"


@pytest.fixture
def ledger(path):
    with sqlite.open(path, create=True) as opened:
        yield opened


def talks(nouns):
    read = nouns.article("Quan h\u1ec7 \u0111\u1ed1i t\u00e1c", "a.txt", lang="vi", published=nouns.when("2023-11-28"))
    facts = [nouns.event("2023-11-27", document=read.id, quote="Quan"), nouns.level(document=read.id, quote="Quan")]
    return nouns.reading(read, [*facts, nouns.tenure("Fumio Kishida", document=read.id, quote="Quan")])


def test_a_ledger_of_an_earlier_version_gets_its_keys(path, nouns):
    with sqlite.open(path, create=True) as ledger:
        ledger.replace(talks(nouns), DAY)
    other = sqlite3.connect(path)
    newer = "touched yearless bands told copies namings links members reports entries ranks words turns vicinities changed proposals asked"
    for table in newer.split():
        other.execute(f"DROP TABLE {table}")
    other.executescript("""
        CREATE TABLE old (document TEXT, position INTEGER, id TEXT, kind TEXT, body TEXT);
        INSERT INTO old SELECT document, position, id, kind, body FROM facts;
        DROP TABLE facts;
        ALTER TABLE old RENAME TO facts;
        CREATE TABLE entries (id TEXT);
        DROP INDEX log_by_subject;
        DELETE FROM derived;
        CREATE VIRTUAL TABLE fulltext USING fts5 (folded, tokenize = "unicode61 remove_diacritics 0");
        UPDATE schema_version SET version = 2;
    """)
    other.close()
    with sqlite.open(path) as ledger:
        assert [fact.name for fact in ledger.facts_under("JP:fumio kishida")] == ["Fumio Kishida"]
        assert len(list(ledger.facts_under("JP+VN"))) == 2
        assert [one.report.record for one in ledger.search("doi tac")] == ["a.txt"]
        assert [report.record for report in ledger.reports()] == ["a.txt"]
        assert not ledger.is_fresh("k1")


def test_the_topics_of_a_fact_are_kept_and_a_row_from_before_there_were_any_has_none(ledger, path, nouns):
    reading = talks(nouns)
    facts = tuple(replace(fact, topics=("loan", "rice")) for fact in reading.facts)
    ledger.replace(replace(reading, facts=facts), DAY)
    assert {fact.topics for fact in ledger.facts()} == {("loan", "rice")}
    other = sqlite3.connect(path)
    with other:
        other.execute("UPDATE facts SET body = json_remove(body, '$.topics')")
    other.close()
    assert set(ledger.facts()) == set(reading.facts)


def test_there_must_be_a_ledger_unless_one_is_to_be_made(path):
    with pytest.raises(LedgerError, match=r"no ledger.*foedera ingest"):
        sqlite.open(path)
    assert not path.exists()


def test_folders_on_the_way_are_made(tmp_path):
    path = tmp_path / "a" / "b" / "t.db"
    sqlite.open(path, create=True).close()
    assert path.exists()


def test_a_folder_is_no_ledger(tmp_path):
    with pytest.raises(LedgerError, match="folder"):
        sqlite.open(tmp_path, create=True)


@pytest.mark.parametrize("body", [b"Talks were held in Tokyo.\n", b"SQLite format 3\x00" + b"x" * 2000, b"x"])
def test_a_file_that_is_no_ledger_is_left_as_it_is(path, body):
    path.write_bytes(body)
    with pytest.raises(LedgerError) as raised:
        sqlite.open(path, create=True)
    assert raised.value.remedy
    assert path.read_bytes() == body
    assert list(path.parent.iterdir()) == [path]


def test_an_empty_file_is_a_ledger_to_be_made_but_none_to_be_read(path):
    path.touch()
    with pytest.raises(LedgerError, match="not a ledger"):
        sqlite.open(path)
    assert path.read_bytes() == b""
    sqlite.open(path, create=True).close()


def test_the_database_of_another_program_is_left_as_it_is(path):
    other = sqlite3.connect(path)
    with other:
        other.execute("CREATE TABLE notes (body TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="not a ledger"):
        sqlite.open(path, create=True)
    assert path.read_bytes() == before


def test_a_ledger_of_a_newer_version_is_left_as_it_is(path):
    sqlite.open(path, create=True).close()
    other = sqlite3.connect(path)
    with other:
        other.execute("UPDATE schema_version SET version = 99")
    other.close()
    before = dump(path)
    with pytest.raises(LedgerError, match=r"99.*update foedera"):
        sqlite.open(path, create=True)
    assert dump(path) == before


def test_a_locked_ledger_is_waited_for_and_then_reported(path, nouns):
    sqlite.open(path, create=True).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with sqlite.open(path, timeout=0.05) as ledger:
        with pytest.raises(LedgerError, match=r"locked.*another process"):
            ledger.replace(talks(nouns), DAY)
        assert ledger.count()["documents"] == 0
        other.execute("ROLLBACK")
        assert ledger.replace(talks(nouns), DAY)
    other.close()


def test_a_new_file_that_is_locked_is_reported(path):
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    other.execute("CREATE TABLE t (x)")
    with pytest.raises(LedgerError, match=r"another process"):
        sqlite.open(path, create=True, timeout=0.05)
    other.execute("ROLLBACK")
    other.close()


def test_a_ledger_that_may_only_be_read_says_so(path, nouns):
    sqlite.open(path, create=True).close()
    with sqlite.open(path) as ledger:
        ledger._connection.execute("PRAGMA query_only = ON")
        with pytest.raises(LedgerError, match=r"readonly.*right to write"):
            ledger.replace(talks(nouns), DAY)


def test_it_is_written_so_that_a_power_cut_loses_nothing(ledger):
    found = [ledger._rows(f"PRAGMA {name}")[0][0] for name in ("journal_mode", "synchronous", "foreign_keys")]
    assert found == ["wal", 2, 1]


def test_a_process_killed_in_the_middle_leaves_whole_documents(path, nouns):
    """What the child had finished is there; what it was writing when it was killed is gone."""
    script = textwrap.dedent(f"""
        import sys
        from importlib.util import module_from_spec, spec_from_file_location
        from pathlib import Path
        spec = spec_from_file_location("nouns", {nouns.__file__!r})
        nouns = module_from_spec(spec)
        spec.loader.exec_module(nouns)
        from foedera.ledger import sqlite
        from foedera.ledger.parts import loading
        from foedera.ledger.parts.prepared import prepared
        ledger = sqlite.open(Path({str(path)!r}), create=True)
        for number in range(3):
            read = nouns.article(f"Talks {{number}}", f"{{number}}.txt")
            ledger.replace(nouns.reading(read, [nouns.event(document=read.id, quote="Talks")]), "{DAY}")
        connection = ledger._connection
        connection.execute("BEGIN IMMEDIATE")
        loading.put(ledger._connection, [prepared(nouns.reading(nouns.article("Talks 3", "3.txt")))], "{DAY}")
        print("written", flush=True)
        sys.stdin.read()
    """)
    child = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ)
    assert child.stdout.readline() == b"written\n"
    os.kill(child.pid, signal.SIGKILL)
    child.communicate()
    with sqlite.open(path) as ledger:
        assert sorted(article.text for article in ledger.articles()) == ["Talks 0", "Talks 1", "Talks 2"]
        assert list(ledger.verify()) == []
        assert not ledger.is_fresh("k1")
        assert ledger.replace(talks(nouns), DAY)


def dump(path):
    other = sqlite3.connect(path)
    try:
        return list(other.iterdump())
    finally:
        other.close()


def test_a_full_disk_is_told_and_what_was_finished_is_kept(ledger, nouns):
    first = talks(nouns)
    ledger.replace(first, DAY)
    pages = ledger._rows("PRAGMA page_count")[0][0]
    ledger._connection.execute(f"PRAGMA max_page_count = {pages}")
    read = nouns.article("Talks " * 20_000, "b.txt")
    with pytest.raises(LedgerError, match=r"full.*make room on the disk; nothing was changed"):
        ledger.replace(nouns.reading(read), DAY)
    assert list(ledger.readings()) == [first]
    assert list(ledger.verify()) == []
    ledger._connection.execute("PRAGMA max_page_count = 1000000")
    assert ledger.replace(nouns.reading(read), DAY)
