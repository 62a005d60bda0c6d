"""Participation: who takes part in what a match tells, and the parts it is made from."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from foedera.extraction import bodies
from foedera.extraction.contexts import Context, Party
from foedera.extraction.matches import Match
from foedera.extraction.scopes import asides
from foedera.model.document import Span
from foedera.model.fact import Inference

PAIR = 2


class Participants(Struct, frozen=True, kw_only=True):
    """Codes, sorted; where they were read; and the inference where the clause itself does not name them."""

    codes: tuple[str, ...]
    spans: tuple[Span, ...] = ()
    inferred: tuple[Inference, ...] = ()


def without_asides(context: Context, match: Match, near: list[Party], wide: list[Party]) -> tuple[list[Party], list[Party]]:
    """Those around a match without those whom a clause between commas names only to tell of another.

    Within such a clause they are those whom it names, and the one before it, of whom it tells.
    """
    told = asides(context.draft, match.clause)
    own = next((aside for aside in told if aside.start <= match.start < aside.end), None)
    if own is not None:
        meant = [party for party in wide if party.end <= own.start][-1:]
        return [*meant, *near], [*meant, *near]
    outside = [[party for party in some if not any(aside.start <= party.start < aside.end for aside in told)] for some in (near, wide)]
    return outside[0], outside[1]


def occasional(context: Context, party: Party) -> bool:
    """Whether a party is only the body whose gathering gives the occasion of what others do there."""
    if party.kind == "actor" and context.draft.register.forums.issuperset(party.codes):
        return True
    return party.kind == "actor" and bodies.occasion(context.draft, Span(start=party.start, end=party.end), context.draft.register)


VISIT = "visit"


def precedes(party: Party, match: Match) -> bool:
    """Whether a party stands before the words of a match, or is the subject that they leave out."""
    return party.end <= match.start and (party.start < match.start or party.kind == "unsaid")


def codes_of(parties: Iterable[Party]) -> set[str]:
    """The codes of all of some parties."""
    return {code for party in parties for code in party.codes}


def spans_of(parties: Iterable[Party]) -> tuple[Span, ...]:
    """Where some parties are named."""
    return tuple(dict.fromkeys(Span(start=party.start, end=party.end) for party in parties if party.kind != "unsaid"))


def inferred_by(reason: str) -> tuple[Inference, ...]:
    """That the parties were worked out, and why."""
    return (Inference(property="party", reason=reason),)


def of_the_pair(codes: tuple[str, ...]) -> Participants:
    """The pair of the whole article."""
    return Participants(codes=codes, inferred=inferred_by("the_articles_pair"))
