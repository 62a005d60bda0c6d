"""Rule: how a language says one kind of thing, with the examples that prove it. See `docs/data.md` for the pattern language."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from foedera.model.fact import Modality

PartyRule = Literal["both", "subject", "all", "own", "session"]
DateRule = Literal["thread", "story", "own", "required", "lasting", "none"]
ByRule = Literal["auto", "both", "subject"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text, the one passage the rule must cite in it (`span`, a substring that occurs once), and the values it must give.

    A value of None is not checked; the empty string means that the rule must give none.
    """

    text: str
    span: str
    published: str | None = None
    parties: tuple[str, ...] | None = None
    date: str | None = None
    place: str | None = None
    tense: Literal["past", "planned"] | None = None
    by: str | None = None
    modality: Modality | None = None
    areas: tuple[str, ...] | None = None
    target: str | None = None
    amount: str | None = None
    level: str | None = None
    name: str | None = None
    edition: int | None = None
    document_count: int | None = None
    """0 means that the rule must give none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Silent:
    """A text in which the rule must make no asserted or planned fact, and why."""

    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way to say one kind of thing.

    `type` is an event type or `level`, `commitment`, `mechanism`, `instrument`, `document_count`, `undoing`; it is the name of its file.
    `say` are patterns, any of which triggers; `unless` are patterns, any of which in the same clause silences, `unless_here` such as
    silence only what shares words with them ("will give" silences that gift, not the one before it).
    `needs` are kinds of mention of which the clause must hold at least one each. `tense` "planned" says that the words themselves tell
    of the future. `parties`: both = the two sides; subject = those before the trigger; all = every actor of the clause; own = only actors
    in the clause, never the article's pair; session = those of the summit or dialogue told before, whose type it takes.
    `date`: thread = its own, else that of the event it belongs to; story = only the latter (the
    words refer back); own = only its own; required = no fact without its own; none. `heading`: only in a title
    or a line without a stop. `modality` and `by` are for commitments; `mark` is
    for levels, mechanisms and numbers of papers (see `docs/data.md`).
    """

    id: str
    type: str
    say: tuple[str, ...]
    examples: tuple[Example, ...]
    silents: tuple[Silent, ...]
    unless: tuple[str, ...] = ()
    unless_here: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    tense: Literal["auto", "planned"] = "auto"
    parties: PartyRule = "both"
    date: DateRule = "thread"
    by: ByRule = "auto"
    modality: Modality | None = None
    mark: str | None = None
    heading: bool = False
    where: str = field(default="", compare=False)
    """File and line, for messages."""
