"""Candidates: what a language model says that a report says; a proposal is one whose quote stands in the report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from msgspec import Struct

from foedera.model.document import DocumentId
from foedera.model.fact import Fact

ProposalState = Literal["open", "admitted", "declined"]
RefusalReason = Literal[
    "no_such_quote", "long_quote", "no_such_word", "no_parties", "party_not_named", "level_not_quoted", "said_by_a_rule", "said_before",
]  # fmt: skip
"""Why a candidate is none: its quote is not in the text, or too long; a field has no such value; it has too few parties, or one that
the report does not name; its level stands not in its quote; a rule, or another candidate, tells the same of the same passage."""

STATES: tuple[ProposalState, ...] = ("open", "admitted", "declined")


class Candidate(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One flat answer of a model: words of the exchange format, the same fields whatever its kind; what a kind has not is null."""

    kind: Literal["event", "level", "commitment"]
    quote: str
    parties: list[str]
    type: str | None = None
    tense: Literal["past", "planned"] | None = None
    date: str | None = None
    place: str | None = None
    level: str | None = None
    by: str | None = None
    modality: Literal["agreed", "pledged", "reaffirmed", "considering", "urged", "planned"] | None = None
    areas: list[str] = []


class Candidates(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole answer."""

    candidates: list[Candidate]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a model answered on one report: its candidates, the digest of its words, and how often it had to be asked again."""

    candidates: tuple[Candidate, ...]
    digest: str
    repairs: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A candidate that is none, and why."""

    document: DocumentId
    candidate: Candidate
    reason: RefusalReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A fact that a model proposes. It belongs to no entry before a person admits it.

    `model` is the name under which it was asked, `prompt` and `reply` are digests of what it was told and of what it answered; `by`,
    `why` and `ruled` tell who ruled on it, and when.
    """

    fact: Fact
    model: str
    prompt: str
    reply: str
    recorded: str
    state: ProposalState = "open"
    by: str = ""
    why: str = ""
    ruled: str = ""
