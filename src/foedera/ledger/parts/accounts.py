"""A reading → its rows and their digest; and what the log tells against what the ledger holds.

Readings and judgements that came, changed or went without a line of the log are found. The digest is that of the rows as they are
written, so that a newer program, whose nouns may have more fields, finds the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from foedera.ledger.parts import codec
from foedera.ledger.parts.connection import Connection
from foedera.ledger.parts.journal import lines
from foedera.ledger.parts.proposed import Proposed
from foedera.model.problem import Problem
from foedera.model.reading import Reading
from foedera.plumbing.ids import digest_of
from foedera.plumbing.interface import _

ReadingRow = tuple[int, str, str, str, str]
"""Whether it is about states, its parties, its skips, the digest of the knowledge, the article without its text."""
FactRow = tuple[str, str, str]
"""Id, kind and body of a fact."""
GONE = "deleted"
LEDGER = frozenset({"rebuilt"})
"""Deeds that are done to the ledger as a whole."""


def reading_row(reading: Reading) -> ReadingRow:
    """What is written of a reading beside its facts."""
    parties, skips = codec.encode(reading.parties), codec.encode(reading.skips)
    return (int(reading.interstate), parties, skips, reading.digest, codec.encode_article(reading.article))


def fact_rows(reading: Reading) -> list[FactRow]:
    """What is written of the facts of a reading."""
    return [(fact.id, codec.fact_kind(fact), codec.encode(fact)) for fact in reading.facts]


def content(row: ReadingRow, facts: Iterable[FactRow]) -> str:
    """The digest of a reading, wherever its document lay."""
    interstate, parties, skips, knowledge, article = row
    placeless = codec.encode([{**skip, "location": ""} for skip in _plain(skips)])
    return digest_of(interstate, parties, placeless, knowledge, codec.encode({**_plain(article), "location": ""}), list(facts))


def verify(connection: Connection) -> Iterator[Problem]:
    """Every reading and every judgement against the last line of the log on it."""
    told: dict[str, str] = {}
    for line in lines(connection):
        if line.deed.action == GONE:
            told.pop(line.deed.subject, None)
        elif line.deed.action not in LEDGER:
            told[line.deed.subject] = line.deed.content
    held = dict(_readings(connection)) | {name: digest_of(body) for name, body in connection.execute("SELECT id, body FROM judgements")}
    yield from _compared(held | Proposed(connection).contents(), told)


def _plain(body: str) -> Any:  # noqa: ANN401 - whatever the JSON holds
    return codec.decode(body, object, "reading")


def _readings(connection: Connection) -> Iterator[tuple[str, str]]:
    for document, *row in connection.execute("SELECT document, interstate, parties, skips, digest, body FROM readings"):
        facts: Sequence[FactRow] = connection.execute(
            "SELECT id, kind, body FROM facts WHERE document = ? ORDER BY position", (document,)
        ).fetchall()
        yield document, content(tuple(row), facts)


def _compared(held: Mapping[str, str], told: Mapping[str, str]) -> Iterator[Problem]:
    remedy = _("restore a copy")
    for name in sorted(held.keys() | told.keys()):
        if name not in told:
            yield Problem(where=name, what=_("is in the ledger, and the log does not tell of it"), remedy=remedy)
        elif name not in held:
            yield Problem(where=name, what=_("the log tells of it, and it is not in the ledger"), remedy=remedy)
        elif held[name] != told[name]:
            yield Problem(where=name, what=_("was changed, and the log does not tell of it"), remedy=remedy)
