"""The plain SQLite file, read by SQLite alone."""

import io
import sqlite3

from ledgers import TRICKY, count_of

import foedera
from foedera.exports import sqlite
from foedera.exports.parts.rows import columns_of

KEPT = """
    SELECT c.target_date, e.date FROM followup f JOIN commitment c ON c.id = f.earlier JOIN event e ON e.id = f.later
    WHERE f.kind = 'fulfils'
"""


def everything(ledger):
    return [*ledger.events, *ledger.levels, *ledger.commitments, *ledger.mechanisms, *ledger.instruments, *ledger.people]


def rows_of(connection, table):
    return connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - a name of the test


def opened(body):
    connection = sqlite3.connect(":memory:")
    connection.deserialize(body)
    return connection


def test_a_reader_of_sqlite_finds_each_entry_in_the_table_of_its_kind(written, ledger):
    body, counts = written(sqlite)
    connection = opened(body)
    assert counts.rows == count_of(ledger)
    assert {kind: len(rows_of(connection, kind)) for kind in counts.rows} == counts.rows
    for kind in counts.rows:
        assert tuple(name for _n, name, *_rest in connection.execute(f"PRAGMA table_info({kind})")) == columns_of(kind)
    found = {name for kind in counts.rows for _kind, name, *_rest in rows_of(connection, kind)}
    assert found == {entry.id for entry in everything(ledger)}
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_every_passage_and_party_of_an_entry_is_there(written, ledger):
    connection = opened(written(sqlite)[0])
    passages = {(entry, fact): quote for entry, fact, quote in connection.execute("SELECT entry, fact, quote FROM passage")}
    assert passages == {(entry.id, fact.id): fact.citation.quote for entry in everything(ledger) for fact in entry.facts}
    assert TRICKY in passages.values()
    parties = set(connection.execute("SELECT entry, party FROM party"))
    assert parties == {(entry.id, party) for entry in everything(ledger) for party in entry.parties}


def test_what_became_of_a_promise_can_be_joined(tmp_path):
    foedera.ingest("examples/reports", ledger=tmp_path / "t.db")
    out = io.BytesIO()
    foedera.export("sqlite", out, ledger=tmp_path / "t.db", party=["JP", "VN"])
    found = set(opened(out.getvalue()).execute(KEPT))
    assert ("2025", "2025-12-04") in found


def test_an_amount_beyond_all_bits_is_left_out_and_counted(nouns):
    out = io.BytesIO()
    counts = sqlite.write(nouns.contents(nouns.ledger(nouns.commitment(("energy",), amount=(2**63, "VND")))), out)
    assert counts.left_out == {"amounts_too_large": 1}
    assert opened(out.getvalue()).execute("SELECT amount, currency FROM commitment").fetchall() == [(None, "VND")]
