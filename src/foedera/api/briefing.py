"""The verbs of briefs: the two pages on a relation, or what is new in all of them, every sentence with the passages it rests on."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TypedDict, Unpack

from foedera.api import briefs
from foedera.api.actors import one_of
from foedera.api.briefs.parts import composing
from foedera.api.briefs.parts.page import Brief
from foedera.api.days import first_day
from foedera.api.ledger import relation
from foedera.api.lookups import relations
from foedera.api.packs import names
from foedera.plumbing import discover
from foedera.plumbing.errors import FoederaError
from foedera.plumbing.interface import _
from foedera.plumbing.settings import Location


class Days(TypedDict, total=False):
    """The days of a brief: `as_of` and `known_at` as those of a relation; with `since` only what was first reported then or later."""

    as_of: str | None
    known_at: str | None
    since: str | None


def brief(a: str, b: str, *, ledger: Location | None = None, **days: Unpack[Days]) -> Brief:
    """The brief of two states, by name or code."""
    found = relation(a, b, ledger=ledger, as_of=days.get("as_of"), known_at=days.get("known_at"))
    return composing.of_pair(found, names(), since=first_day(days.get("since")))


def news(since: str, *, ledger: Location | None = None) -> Brief:
    """What is new in all relations: what was first reported on the day `since` or later."""
    day = first_day(since) or ""
    recent = [one for one in relations(ledger=ledger) if one.last is None or one.last.published is None or one.last.published.last >= day]
    return composing.of_all([relation(*one.parties, ledger=ledger) for one in recent], names(), since=day)


def brief_forms() -> tuple[str, ...]:
    """The forms in which a brief can be written."""
    return tuple(discover.modules(briefs.__name__, briefs.VERB))


def written_brief(made: Brief, form: str) -> bytes:
    """A brief in one of the `brief_forms`.

    Raises:
        UsageError: when there is no such form, or what it needs is not installed.
    """
    forms = discover.modules(briefs.__name__, briefs.VERB)
    written: bytes = forms[one_of(form, forms, _("{name!r} is no form of a brief"))].written(made)
    return written


def brief_file(made: Brief, path: str | Path) -> None:
    """Write a brief to a file, in the form that its ending names; the file is there when all is in it.

    Raises:
        UsageError: when the ending names no form.
        FoederaError: when the file cannot be written.
    """
    place = Path(path)
    body = written_brief(made, place.suffix.removeprefix("."))
    aside = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        aside.write_bytes(body)
        aside.replace(place)
    except OSError as error:
        raise FoederaError(error.strerror or str(error), where=str(place), remedy=_("check path, rights and disk space")) from error
    finally:
        aside.unlink(missing_ok=True)
