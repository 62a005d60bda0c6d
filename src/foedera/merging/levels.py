"""Facts on levels → one entry for each title that the same parties have or had, and for titles that a person ruled to be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from foedera.merging.dates import best
from foedera.merging.rulings import NONE, Rulings
from foedera.merging.sourcing import Reports, most_used, sourcing
from foedera.model.entry import HeldLevel
from foedera.model.fact import LevelFact


def levels(facts: Iterable[LevelFact], reports: Reports, ruled: Rulings = NONE) -> tuple[HeldLevel, ...]:
    """Entries by parties, then in order of time."""
    alike: dict[tuple[tuple[str, ...], str], list[LevelFact]] = defaultdict(list)
    for fact in facts:
        alike[(fact.parties, fact.level)].append(fact)
    return tuple(sorted((ruled.settled(_level(members, reports)) for members in ruled.regrouped(alike.values())), key=in_time))


def begins(level: HeldLevel) -> str | None:
    """The first day on which it may be in force: the beginning stated, else the day by which a report says so."""
    return level.since.first if level.since and level.since.year_known else stated_by(level)


def stated_by(level: HeldLevel) -> str | None:
    """The day by which the first report says that it is in force; plans do not count."""
    return min(_stated(level), default=None)


def confirmed(level: HeldLevel, as_of: str | None = None) -> str | None:
    """The day by which the last report says so, up to a day."""
    return max((day for day in _stated(level) if as_of is None or day <= as_of), default=None)


def _stated(level: HeldLevel) -> list[str]:
    stating = {fact.document for fact in level.facts if fact.stance.realis == "asserted"}
    found = [report.published for report in level.reports if report.document in stating and report.published]
    return [published.last for published in found if published.year_known]


def in_time(level: HeldLevel) -> tuple[tuple[str, ...], str, str, str]:
    """The order of levels; a ruling may have parted two that are alike but for their facts."""
    return (level.parties, begins(level) or "9999", level.level, level.id)


def _title(facts: Sequence[LevelFact], reports: Reports) -> str:
    """The title; of several that are one by ruling, that of the most origins, then the longest, which says most."""
    said: dict[str, list[LevelFact]] = defaultdict(list)
    for fact in facts:
        said[fact.level].append(fact)
    return max(said, key=lambda title: (sourcing(said[title], reports).origins, len(title), title))


def _level(facts: Sequence[LevelFact], reports: Reports) -> HeldLevel:
    shared = sourcing(facts, reports)
    held = [fact for fact in shared.facts if fact.stance.realis == "asserted"]
    return HeldLevel(
        id=shared.id,
        parties=shared.facts[0].parties,
        facts=shared.facts,
        reports=shared.reports,
        origins=shared.origins,
        level=_title(held or shared.facts, reports),
        since=best(fact.since for fact in held or shared.facts),
        tense="past" if held else "planned",
        titles=_titles(shared.facts, reports),
    )


def _titles(facts: Iterable[LevelFact], reports: Reports) -> tuple[tuple[str, str], ...]:
    """The words most used for it in each language."""
    used: dict[str, list[str]] = defaultdict(list)
    for fact in facts:
        lang = reports[fact.document].lang
        if lang:
            used[lang].append(fact.title)
    return tuple((lang, most_used(words) or "") for lang, words in sorted(used.items()))
