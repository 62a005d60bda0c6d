"""Which keys are touched: what is derived under them is no longer what the readings give."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from foedera.ledger.parts import vicinities
from foedera.ledger.parts.connection import Connection
from foedera.ledger.parts.prepared import Prepared
from foedera.model.keys import STATE, STRUCK, Key

Stage = Literal["origin", "person", "parties"]
ALL = 2**62
"""A limit that no number of keys reaches."""
PARTIES = f"key NOT LIKE '%{STATE}%' AND key <> '{STRUCK}'"
STAGE = f"CASE WHEN key LIKE '%{STATE}%' THEN 'person' ELSE 'parties' END"


def touch_document(connection: Connection, document: str) -> None:
    """Touch a document and all keys of its facts; before its reading changes, and after."""
    connection.execute("INSERT INTO touched VALUES ('origin', ?) ON CONFLICT DO NOTHING", (document,))
    touch_keys(connection, document)


def touch(connection: Connection, batch: Sequence[Prepared]) -> None:
    """Touch documents that were read, and the keys of their facts."""
    rows: set[tuple[Stage, str]] = set()
    for one in batch:
        rows.add(("origin", one.document))
        rows |= {("person" if STATE in key else "parties", key) for key in one.keys}
    connection.executemany("INSERT INTO touched VALUES (?, ?) ON CONFLICT DO NOTHING", sorted(rows))
    vicinities.touch(connection, sorted({(key, one.document) for one in batch for key in one.keys}))


def touch_keys(connection: Connection, document: str) -> None:
    """Touch the keys of a document's facts."""
    query = f"INSERT INTO touched SELECT DISTINCT {STAGE}, key FROM facts WHERE document = ? AND key <> '{STRUCK}' ON CONFLICT DO NOTHING"  # noqa: S608 - a constant
    connection.execute(query, (document,))
    _touch_in(connection, f"document = ? AND key <> '{STRUCK}'", document)


def touch_shown(connection: Connection, key: Key, *, yearless: bool) -> None:
    """Touch the party sets of the documents that show the bearer of a name; or of those only with a day without a year."""
    documents = "yearless" if yearless else "facts"
    connection.execute(
        f"INSERT INTO touched SELECT DISTINCT 'parties', key FROM facts WHERE document IN (SELECT document FROM {documents} WHERE key = ?) "  # noqa: S608 - one of two names
        f"AND {PARTIES} ON CONFLICT DO NOTHING",
        (key,),
    )
    _touch_in(connection, f"document IN (SELECT document FROM {documents} WHERE key = ?) AND {PARTIES}", key)  # noqa: S608 - as above


def _touch_in(connection: Connection, condition: str, value: str) -> None:
    """Some documents tell something else of their keys, of which they told before."""
    query = f"INSERT INTO changed SELECT DISTINCT key, document, 1 FROM facts WHERE {condition} ON CONFLICT DO NOTHING"  # noqa: S608 - conditions from this module
    connection.execute(query, (value,))


def touch_all(connection: Connection) -> None:
    """Touch everything that is stored."""
    connection.execute("INSERT INTO touched SELECT 'origin', document FROM readings WHERE true ON CONFLICT DO NOTHING")
    connection.execute(f"INSERT INTO touched SELECT DISTINCT {STAGE}, key FROM facts WHERE key <> '{STRUCK}' ON CONFLICT DO NOTHING")  # noqa: S608 - a constant


def touched(connection: Connection, stage: Stage, limit: int) -> list[str]:
    """The first of the touched keys of a stage."""
    rows = connection.execute("SELECT key FROM touched WHERE stage = ? ORDER BY key LIMIT ?", (stage, limit))
    return [key for (key,) in rows]


def settle(connection: Connection, stage: Stage, keys: Iterable[str]) -> None:
    """The keys of a stage are derived."""
    settled = list(keys)
    connection.executemany("DELETE FROM touched WHERE stage = ? AND key = ?", [(stage, key) for key in settled])
    vicinities.settle(connection, settled)


def is_settled(connection: Connection) -> bool:
    """Whether nothing is touched."""
    return connection.execute("SELECT 1 FROM touched LIMIT 1").fetchone() is None
