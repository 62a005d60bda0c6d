"""Nouns ↔ the JSON that rows hold. What comes back is read strictly: a wrong type is an error that names the row."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

from foedera.model.article import Article
from foedera.model.disagreement import Disagreement
from foedera.model.document import DocumentId, Skip
from foedera.model.entry import Commitment, Entry, Event, HeldLevel, Instrument, Mechanism, Person
from foedera.model.fact import (
    KIND_OF,
    CommitmentFact,
    EventFact,
    Fact,
    FactKind,
    InstrumentFact,
    LevelFact,
    MechanismFact,
    TenureFact,
)
from foedera.model.followup import FollowUp
from foedera.model.report import EntryKind, Report
from foedera.plumbing.errors import LedgerError
from foedera.plumbing.interface import _

T = TypeVar("T")
Parties = tuple[tuple[str, ...], ...]
FACTS: dict[FactKind, type[Fact]] = {
    "event": EventFact,
    "level": LevelFact,
    "commitment": CommitmentFact,
    "tenure": TenureFact,
    "mechanism": MechanismFact,
    "instrument": InstrumentFact,
}
ENTRIES: dict[EntryKind, type[Entry]] = {
    "event": Event,
    "level": HeldLevel,
    "commitment": Commitment,
    "mechanism": Mechanism,
    "instrument": Instrument,
    "person": Person,
}

LINKS: dict[str, type[Disagreement | FollowUp]] = {"disagreements": Disagreement, "followups": FollowUp}


def encode(value: object) -> str:
    """A value as JSON."""
    return msgspec.json.encode(value).decode()


def decode(body: str, kind: type[T], where: str) -> T:
    """The value of a kind that JSON holds.

    Raises:
        LedgerError: when it holds something else; `where` names the row.
    """
    try:
        made: T = _decoder(cast("Hashable", kind)).decode(body)
    except msgspec.MsgspecError as error:
        remedy = _("run foedera rebuild; if that fails, ingest into a new ledger")
        raise LedgerError(_("a row does not hold what it should: {why}").format(why=error), where=where, remedy=remedy) from error
    return made


@cache
def _decoder(kind: Hashable) -> msgspec.json.Decoder[Any]:
    """The decoder of a type of rows, also of one such as `tuple[...]`."""
    return msgspec.json.Decoder(cast("Any", kind))


def fact_kind(fact: Fact) -> FactKind:
    """The name of the kind of a fact."""
    return KIND_OF[type(fact)]


def decode_fact(kind: str, body: str, where: str) -> Fact:
    """The fact of a named kind."""
    return decode(body, _known(FACTS, kind, where), where)


def encode_article(article: Article) -> str:
    """An article without its text, which has a column of its own."""
    return encode(replace(article, text=""))


def decode_article(body: str, text: str, where: str) -> Article:
    """An article with its text."""
    return replace(decode(body, Article, where), text=text)


def encode_entry(entry: Entry) -> str:
    """An entry without its facts and reports, which are stored once, elsewhere, and without what follows from other entries."""
    if isinstance(entry, Commitment):
        return encode(replace(entry, facts=(), reports=(), disagreements=(), followups=(), status="agreed", silence=None))
    return encode(replace(entry, facts=(), reports=(), disagreements=(), followups=()))


def decode_entry(kind: str, body: str, where: str) -> Entry:
    """An entry, still without its facts and reports."""
    return decode(body, _known(ENTRIES, kind, where), where)


def encode_link(link: Disagreement | FollowUp) -> tuple[str, str, str]:
    """The kind of what follows from several entries or sources, the ids of its facts in groups, and the rest of it."""
    if isinstance(link, FollowUp):
        groups = [[fact.id for fact in facts] for facts in (link.earlier_facts, link.later_facts)]
        return ("followups", encode(groups), encode(replace(link, earlier_facts=(), later_facts=(), reports=())))
    groups = [[fact.id for fact in claim.facts] for claim in link.claims]
    bare = tuple(replace(claim, facts=(), reports=()) for claim in link.claims)
    return ("disagreements", encode(groups), encode(replace(link, claims=bare)))


def decode_link(kind: str, body: str, groups: Sequence[tuple[Fact, ...]], reports: Mapping[DocumentId, Report]) -> Disagreement | FollowUp:
    """What follows from several entries or sources, with its facts."""
    if kind == "followups":
        earlier, later = groups
        link = decode(body, FollowUp, kind)
        return replace(link, earlier_facts=earlier, later_facts=later, reports=_told((*earlier, *later), reports))
    differing = decode(body, Disagreement, kind)
    claims = [replace(claim, facts=own, reports=_told(own, reports)) for claim, own in zip(differing.claims, groups, strict=True)]
    return replace(differing, claims=tuple(claims))


def _told(facts: Iterable[Fact], reports: Mapping[DocumentId, Report]) -> tuple[Report, ...]:
    return tuple(reports[document] for document in sorted({fact.document for fact in facts}))


def decode_skips(body: str, where: str) -> tuple[Skip, ...]:
    """The skips of a reading."""
    return decode(body, tuple[Skip, ...], where)


def decode_parties(body: str, where: str) -> Parties:
    """The groups of parties of a reading."""
    return decode(body, tuple[tuple[str, ...], ...], where)


def _known(kinds: dict[Any, type[T]], kind: str, where: str) -> type[T]:
    if kind not in kinds:
        raise LedgerError(_("{kind!r} is no kind of row known here").format(kind=kind), where=where, remedy=_("update foedera"))
    return kinds[kind]
