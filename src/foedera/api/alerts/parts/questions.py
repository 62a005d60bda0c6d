"""A file of saved questions → alerts: which facts are wanted, and who is told."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import msgspec

from foedera.api.actors import actor_code, one_of
from foedera.api.packs import known
from foedera.model.fact import KIND_OF, CommitmentFact, Fact, TenureFact
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _

KINDS = tuple(sorted(KIND_OF.values()))


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[[alert]]` as written: a name, whom it tells, and which facts it wants."""

    name: Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,62}$")]
    to: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    parties: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()


class File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    alert: Annotated[tuple[Row, ...], msgspec.Meta(min_length=1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A saved question: facts with all of these parties (codes), of one of these kinds, in one of these policy areas."""

    name: str
    recipients: tuple[str, ...]
    parties: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()

    def wants(self, fact: Fact) -> bool:
        """Whether a fact is asked for; what is denied or supposed is not."""
        if fact.stance.realis not in {"asserted", "planned"}:
            return False
        parties = {fact.country} if isinstance(fact, TenureFact) else set(fact.parties)
        areas = set(fact.areas) if isinstance(fact, CommitmentFact) else set()
        return (
            self.parties <= parties
            and (not self.kinds or KIND_OF[type(fact)] in self.kinds)
            and (not self.areas or bool(self.areas & areas))
        )


def alerts(path: Path, schemes: frozenset[str]) -> tuple[Alert, ...]:
    """The alerts of a file, by name.

    Raises:
        UsageError: when it cannot be read, or says what cannot be meant.
    """
    try:
        rows = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), File).alert
    except OSError as error:
        raise UsageError(error.strerror or str(error), where=str(path), remedy=_("name a file of alerts")) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise UsageError(_("is no file of alerts: {error}").format(error=error), where=str(path), remedy=_("see docs/alerts.md")) from error
    names = [row.name for row in rows]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise UsageError(_("two alerts are called {name!r}").format(name=twice), where=str(path), remedy=_("give each a name of its own"))
    return tuple(_alert(row, path, schemes) for row in rows)


def _alert(row: Row, path: Path, schemes: frozenset[str]) -> Alert:
    for one in row.to:
        if urlsplit(one).scheme.lower() not in schemes:
            what = _("{name!r} cannot be told anything").format(name=one)
            raise UsageError(
                what, where=str(path), remedy=_("a recipient begins with one of: {names}").format(names=", ".join(sorted(schemes)))
            )
    areas = [area.id for area in known().world.areas]
    return Alert(
        name=row.name,
        recipients=row.to,
        parties=frozenset(actor_code(one, known()) for one in row.parties),
        kinds=frozenset(one_of(one, KINDS, _("{name!r} is no kind of fact")) for one in row.kinds),
        areas=frozenset(one_of(one, areas, _("{name!r} is no policy area")) for one in row.areas),
    )
