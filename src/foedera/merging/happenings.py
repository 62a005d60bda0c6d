"""Facts on events of one kind between the same parties → groups that each tell of one happening.

Two days stay two happenings. Narrow dates come first; a vaguer one joins the single happening it fits and else stands alone,
so it never joins two. A day without a year joins only what is dated to the month or better; a fact without any date only what
happened within a month of its report, and else stands with the undated facts of the same type of reports of the same day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta

from foedera.merging.dates import day, is_stay, length
from foedera.merging.sourcing import Reports
from foedera.model.entry import Report
from foedera.model.fact import EventFact
from foedera.model.when import When, compatible

MONTH = 31
"""The most days that a date to the month leaves open, that a stay lasts, and between a happening and an undated report of it."""


def happenings(facts: Iterable[EventFact], reports: Reports, *, stays: bool) -> list[list[EventFact]]:
    """The facts in groups; with `stays` an interval of days holds the days within it together (visits, exercises)."""
    dated: dict[str, list[EventFact]] = defaultdict(list)
    undated: dict[tuple[str, str], list[EventFact]] = defaultdict(list)
    for fact in facts:
        if fact.when:
            dated[fact.when.edtf].append(fact)
        else:
            undated[_occasion(fact, reports[fact.document])].append(fact)
    whens = sorted((When(edtf=edtf) for edtf in dated), key=lambda when: _order(when, stays=stays))
    clusters = _clusters(whens)
    groups = [[fact for when in cluster for fact in dated[when.edtf]] for cluster in clusters]
    for _, together in sorted(undated.items()):
        near = [at for at, cluster in enumerate(clusters) if all(_is_near(fact, reports[fact.document], cluster) for fact in together)]
        if len(near) == 1:
            groups[near[0]].extend(together)
        else:
            groups.append(together)
    return groups


def _clusters(whens: Sequence[When]) -> list[list[When]]:
    clusters: list[list[When]] = []
    for when in whens:
        fitting = [cluster for cluster in clusters if _fits(when, cluster)]
        if not when.year_known:
            # The very day in a known year outweighs a month that also holds it.
            fitting = [cluster for cluster in fitting if cluster[0].is_day] or fitting
        if len(fitting) == 1:
            fitting[0].append(when)
        else:
            clusters.append([when])
    return clusters


def _order(when: When, *, stays: bool) -> tuple[bool, int, str]:
    """Stays first where they count (the longest before what it holds), then from narrow to vague."""
    if stays and is_stay(when) and length(when) <= MONTH:
        return (False, -length(when), when.edtf)
    return (True, length(when), when.edtf)


def _fits(when: When, cluster: Sequence[When]) -> bool:
    # A stay holds days that do not fit each other.
    against = cluster[:1] if is_stay(cluster[0]) else cluster
    if not all(compatible(when, other) for other in against):
        return False
    if when.year_known or not cluster[0].year_known:
        return True
    return min(length(other) for other in cluster) <= MONTH


def _occasion(fact: EventFact, report: Report) -> tuple[str, str]:
    """What undated facts must share to be one happening: the type, and the day of their reports (else the document)."""
    published = report.published
    return (fact.type, published.edtf if published and published.is_day else fact.document)


def _is_near(fact: EventFact, report: Report, cluster: Sequence[When]) -> bool:
    """Whether something dated happened in the month before the report, or for a plan, is to happen in the month after."""
    when, published = min(cluster, key=length), report.published
    if not (published and published.year_known and when.year_known):
        return False
    month = timedelta(days=MONTH)
    first, last = day(published.first), day(published.last)
    if fact.stance.realis == "planned":
        return day(when.last) >= first and day(when.first) - last <= month
    return day(when.first) <= last and first - day(when.last) <= month
