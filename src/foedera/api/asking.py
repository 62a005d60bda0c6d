"""What a person asks of the entries, by any names → a `Question`, and the entries that fit it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypedDict, TypeVar

from foedera.api.actors import actor_code, area_id
from foedera.api.days import first_day, last_day
from foedera.api.packs import known
from foedera.model.entries import Entries
from foedera.model.entry import Commitment, Entry
from foedera.model.question import Question
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _

Kind = TypeVar("Kind", bound=Entry)


class Filters(TypedDict, total=False):
    """What every listing can be asked for: see `Question`; states, types and areas by any of their names."""

    party: Sequence[str]
    start: str | None
    end: str | None
    type: str | None
    area: str | None
    known_at: str | None


class Sifted(Filters, total=False):
    """What a list of all kinds can be asked for: also for entries of one kind."""

    kind: str | None


def question(filters: Filters, kind: str | None) -> Question:
    """The question that filters ask; `kind` is the type in its own words.

    Raises:
        UsageError: when a name is none, or the range holds no day.
    """
    area = filters.get("area")
    start, end = first_day(filters.get("start")), last_day(filters.get("end"))
    if start is not None and end is not None and start > end:
        what = _("nothing lies between {start} and {end}").format(start=filters.get("start"), end=filters.get("end"))
        raise UsageError(what, remedy=_("give the earlier date first"))
    return Question(
        parties=tuple(actor_code(name, known()) for name in filters.get("party") or ()),
        start=start,
        end=end,
        type=kind,
        area=area and area_id(area, known()),
    )


def fitting(found: Iterable[Kind], asked: Question, entries: Entries) -> Iterator[Kind]:
    """Those that fit; an entry without policy areas has those of the commitments that the same report tells of its parties."""
    told = [entry for entry in entries.commitments if asked.area in entry.areas]
    for entry in found:
        if asked.fits(entry) and (asked.area is None or isinstance(entry, Commitment) or any(_beside(entry, other) for other in told)):
            yield entry


def _beside(entry: Entry, commitment: Commitment) -> bool:
    documents = {report.document for report in commitment.reports}
    return bool(set(entry.parties) & set(commitment.parties)) and any(report.document in documents for report in entry.reports)
