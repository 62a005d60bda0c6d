"""The verb of alerts: tell those who asked for it what is new in the ledger, each fact once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from urllib.parse import urlsplit

from foedera.api import alerts as ways
from foedera.api.alerts.parts.notices import Notice, notice
from foedera.api.alerts.parts.outbox import Outbox, opened
from foedera.api.alerts.parts.questions import Alert, alerts
from foedera.api.ledger import ledger_location
from foedera.api.packs import names
from foedera.api.walking import changes
from foedera.model.page import MOST, Change, Stretch
from foedera.plumbing import discover
from foedera.plumbing.errors import FoederaError
from foedera.plumbing.ids import id_of
from foedera.plumbing.settings import Location, default_ledger

TOLD = 500
"""Notices of the past that a way of telling may tell again, where it tells all in one file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What one look did: notices that are new, those delivered, those that wait, and whose recipients could not be told, and why."""

    new: int
    delivered: int
    waiting: int
    failed: tuple[tuple[str, str], ...] = ()


def alert(questions: str | Path, *, ledger: Location | None = None, since: str | None = None) -> Round:
    """Look for what is new to each saved question, and tell it.

    Args:
        questions: The file of saved questions (docs/alerts.md).
        ledger: The ledger's file, as for `ingest`.
        since: A question that was never asked tells what was recorded on this day or later; without it what is recorded from now on.

    Raises:
        UsageError: when the file says what cannot be meant.
    """
    schemes = {scheme: way for way in discover.modules(ways.__name__, ways.VERB).values() for scheme in way.SCHEMES}
    asked = alerts(Path(questions), frozenset(schemes))
    place = ledger_location(ledger)
    with opened(_box(place)) as box:
        new = sum(_look(one, box, place, since) for one in asked)
        failed, delivered = [], 0
        for recipient in box.recipients():
            done, problem = _tell(recipient, schemes[urlsplit(recipient).scheme.lower()], box)
            delivered += done
            failed += [(recipient, problem)] if problem else []
        waiting = sum(len(box.due(recipient)) for recipient in box.recipients())
    return Round(new=new, delivered=delivered, waiting=waiting, failed=tuple(failed))


def _look(one: Alert, box: Outbox, ledger: Location, since: str | None) -> int:
    """Put what is new to a question into the box, page by page of the log; how many notices."""
    number = box.looked(one.name)
    if number is None and since is None:
        return box.put(one.name, _last(ledger), ())
    new = 0
    after: int | None = number or 0
    while after is not None:
        page = changes(ledger=ledger, stretch=Stretch(after=(str(after), ""), limit=MOST), since=since if number is None else None)
        found = [(recipient, made) for change in page.items for recipient in one.recipients for made in _notices(change, one, recipient)]
        new += box.put(one.name, page.items[-1].line.number if page.items else after, found)
        after = page.items[-1].line.number if page.after is not None else None
    return new


def _notices(change: Change, one: Alert, recipient: str) -> Iterator[Notice]:
    if change.report is None:
        return
    for fact in change.facts:
        if one.wants(fact):
            yield notice(fact, change.report, recipient, alert=one.name, recorded=change.line.deed.recorded, names=names())


def _last(ledger: Location) -> int:
    """The last line of the log."""
    number, page = 0, changes(ledger=ledger, stretch=Stretch(limit=MOST))
    while page.items:
        number = page.items[-1].line.number
        page = changes(ledger=ledger, stretch=Stretch(after=(str(number), ""), limit=MOST))
    return number


def _tell(recipient: str, way: ModuleType, box: Outbox) -> tuple[int, str]:
    """Deliver what is due to one recipient; how many, and why not all."""
    done = 0
    try:
        for notice_id in way.deliver(recipient, box.due(recipient), box.told(recipient, TOLD)):
            box.delivered(notice_id)
            done += 1
    except FoederaError as error:
        return done, error.what
    except OSError as error:
        return done, error.strerror or str(error)
    return done, ""


def _box(ledger: Location) -> Path:
    """The box's file: beside a ledger that is a file, else in the user's data folder."""
    if isinstance(ledger, Path):
        return ledger.with_name(f"{ledger.name}.alerts.db")
    return default_ledger().with_name(f"{id_of(str(ledger))}.alerts.db")
