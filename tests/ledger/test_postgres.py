"""What is of the server alone; what every store does is in `test_store`."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from foedera.ledger import postgres
from foedera.ledger.parts import loading
from foedera.ledger.parts.migrations import statements
from foedera.ledger.parts.prepared import prepared
from foedera.plumbing.errors import LedgerError
from measure.servers import Server

DAY = "2026-01-01"
SOURCE = Path(__file__).resolve().parents[2] / "src"


def test_there_must_be_a_ledger_unless_one_is_to_be_made(server):
    place = server.new()
    with pytest.raises(LedgerError, match=r"no ledger.*foedera ingest"):
        postgres.open(place)
    assert server.sql("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()", place.rpartition("%3D")[2]).strip() == "0"


def test_ledgers_in_two_schemas_of_a_database_know_nothing_of_each_other(server, nouns):
    with postgres.open(server.new(), create=True) as one, postgres.open(server.new(), create=True, timeout=0.05) as other:
        with one.deriving():
            assert other.replace(nouns.reading(nouns.article()), DAY)
        assert (one.count()["documents"], other.count()["documents"]) == (0, 1)


def test_a_database_that_cannot_hold_every_script_is_refused(server):
    server.sql("CREATE DATABASE narrow ENCODING SQL_ASCII LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0")
    with pytest.raises(LedgerError, match=r"SQL_ASCII.*UTF-8"):
        postgres.open(server.address().replace("/postgres?", "/narrow?"), create=True)


def test_a_server_that_is_not_there_is_told_without_the_password(tmp_path):
    pytest.importorskip("psycopg")
    with pytest.raises(LedgerError, match="see that the server runs") as raised:
        postgres.open(f"postgresql://me:secret@/db?host={tmp_path}&password=secret")
    assert "secret" not in str(raised.value)


def test_without_the_library_the_error_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(LedgerError, match=r"foedera\[postgres\]"):
        postgres.open("postgresql://me@host/db")


def test_who_may_only_read_is_told_so(server, nouns):
    place = server.new()
    postgres.open(place, create=True).close()
    schema = place.rpartition("%3D")[2]
    server.sql(
        f"CREATE ROLE reader LOGIN; GRANT USAGE ON SCHEMA {schema} TO reader; GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO reader"
    )
    with postgres.open(place.replace("postgres@", "reader@")) as ledger:
        assert ledger.count()["documents"] == 0
        with pytest.raises(LedgerError, match="ask for the right to write"):
            ledger.replace(nouns.reading(nouns.article()), DAY)


def restarted_in_the_middle(own, ledger, nouns):
    with ledger.deriving():
        loading.put(ledger._connection, [prepared(nouns.reading(nouns.article("Talks 2", "2.txt")))], DAY)
        own.stop()
        own.again()
        loading.put(ledger._connection, [prepared(nouns.reading(nouns.article("Talks 3", "3.txt")))], DAY)


@pytest.mark.usefixtures("server")
def test_a_server_restarted_in_the_middle_loses_what_was_begun_and_nothing_else(nouns):
    with Server.start() as own:
        place = own.new()
        with postgres.open(place, create=True) as ledger:
            ledger.replace(nouns.reading(nouns.article("Talks 1", "1.txt")), DAY)
            with pytest.raises(LedgerError, match=r"what was finished is kept"):
                restarted_in_the_middle(own, ledger, nouns)
            with pytest.raises(LedgerError, match=r"start again"):
                ledger.count()
        with postgres.open(place) as ledger:
            assert [article.text for article in ledger.articles()] == ["Talks 1"]
            assert list(ledger.verify()) == []
            assert ledger.replace(nouns.reading(nouns.article("Talks 2", "2.txt")), DAY)


def test_a_full_disk_of_the_server_is_told(server, nouns, monkeypatch):
    import psycopg

    with postgres.open(server.new(), create=True) as ledger:

        def full(*_):
            raise psycopg.errors.DiskFull("could not extend file: No space left on device")

        monkeypatch.setattr(ledger._connection, "execute", full)
        with pytest.raises(LedgerError, match=r"No space left.*make room"):
            ledger.replace(nouns.reading(nouns.article()), DAY)


def test_a_writer_that_is_killed_holds_nobody_up(server):
    place = server.new()
    script = textwrap.dedent(f"""
        import os, signal
        from foedera.ledger import postgres
        with postgres.open({place!r}, create=True) as ledger, ledger.deriving():
            os.kill(os.getpid(), signal.SIGKILL)
    """)
    done = subprocess.run([sys.executable, "-c", script], check=False, env={"PYTHONPATH": str(SOURCE)})
    assert done.returncode < 0
    with postgres.open(place, timeout=10) as ledger, ledger.deriving():
        assert ledger.count()["documents"] == 0


def test_a_script_says_for_each_database_what_it_needs():
    script = "CREATE TABLE t (\n    a INTEGER PRIMARY KEY, -- a; number\n    b TEXT\n) STRICT;\n"
    script += "-- sqlite: alone\nDROP TABLE s;\n-- postgres: alone\nDROP TABLE p;\n"
    assert list(statements(script, "sqlite")) == ["CREATE TABLE t (\n    a INTEGER PRIMARY KEY, \n    b TEXT\n) STRICT", "DROP TABLE s"]
    made = 'CREATE TABLE t (\n    a BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, \n    b TEXT COLLATE "C"\n)'
    assert list(statements(script, "postgres")) == [made, "DROP TABLE p"]
