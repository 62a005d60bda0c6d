"""Attendances: the people of an article whom a stretch of it names."""

from __future__ import annotations

from foedera.extraction.contexts import Context
from foedera.extraction.persons import Person, calls
from foedera.model.document import Span


def named_in(context: Context, span: Span) -> tuple[tuple[str, str], ...]:
    """The state and the name of each person in a stretch whose state is known."""
    return tuple((person.country, person.name) for person in people_in(context, span) if person.country)


def untitled_in(context: Context, span: Span) -> tuple[tuple[str, str], ...]:
    """State and name of those in a stretch who are told by their office alone; the office where the report names no holder of it."""
    if context.draft.pack.postposed:
        return ()
    there = [block for block in context.blocks if span.start <= block.start and block.end <= span.end]
    return tuple((block.state.value, _holder(context, block.state.value, block.office)) for block in there if block.state is not None)


def _holder(context: Context, state: str, office: str) -> str:
    return next((one.name for one in context.people if one.country == state and office in one.office.split("; ")), office)


def people_in(context: Context, span: Span) -> list[Person]:
    """The people of the article who are named in a stretch."""
    there: list[Person] = []
    for hit in context.draft.hits.within(span.start, span.end, "person"):
        name = context.draft.text[hit.start : hit.end]
        exact = [person for person in context.people if person.name == name]
        meant = exact or [person for person in context.people if calls(person, name)]
        here = [person for person in meant if span.start <= person.start < span.end]
        there += [person for person in (here or meant)[:1] if person not in there]
    return there
