"""Ends → follow-ups: which later promise or happening carries an earlier one on, and how.

Two ends of the same parties are linked by what both are about: topics, the names of instruments and mechanisms, amounts, policy areas.
Of several earlier ends that a later one may carry on, the latest is taken, so that links make chains and skip no step.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import timedelta

from foedera.merging.candidates import Candidates
from foedera.merging.ends import NEW_MECHANISM, OCCASION, End, one_a_report
from foedera.merging.sourcing import Reports
from foedera.model.document import DocumentId
from foedera.model.followup import FollowUp, FollowUpKind, Ground
from foedera.model.report import EntryId
from foedera.model.when import compatible, day
from foedera.model.world import World

LABEL, OBJECT, FIELD, FORM, STEP, AMOUNT, AREA, NEW = 2.5, 2.0, 0.75, 0.2, 2.5, 2.5, 0.25, 3.0
"""What a shared name, topic (an object, a broad field, a form of acting, a step in an instrument's life), amount, policy area, and a new
mechanism weigh."""
ENOUGH = 2.25
"""The least sum: a name, step, amount or new mechanism; an object with a field or an area; two fields with three areas; no forms alone.

Words that put something off or take it back say of what: there an object is enough."""
RANK = {"urged": 0, "considering": 0, "planned": 1, "reaffirmed": 1, "agreed": 2, "pledged": 2}
"""How firm a modality is: what becomes firmer is carried on, what stays as it is was repeated."""
DEEDS = frozenset({"signing", "dialogue", "summit", "other", "aid", "exercise"})
"""Types of events that can be what was promised; at talks and visits, and in statements, everything is spoken of."""
OPEN = "other"
"""The type of what was put off where only a topic tells what it is."""
LIFE = frozenset({"signing", "other"})
"""Types of events in the life of an instrument."""
STEPS = frozenset({"ratification", "entry_into_force"})
"""Topics that are steps in the life of an instrument."""
PROVEN = ENOUGH / AREA  # so many policy areas are enough by themselves
ENCOUNTERS = frozenset({"talks", "meeting", "summit", "dialogue"})
"""Types of events for which a state is visited."""
NAMED = 0.5
"""What it weighs that both name a paper, under two names, on a topic that is an object."""
SOUGHT = 0.5
"""What a new mechanism weighs more where it was only to be studied: what was agreed on has a name."""
YEARS = timedelta(days=5 * 366)
"""The most time between a promise and what carries it on without naming it: about a term of office."""
DELAY = 92
"""The most days by which a plan may come true late: a quarter, after which it is as likely to be another plan."""
Grounds = list[tuple[float, Ground, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The days of reports, and those that a link names; `only`: the later entries of the links that are wanted, None for all."""

    days: Mapping[DocumentId, str]
    reports: Reports
    only: AbstractSet[EntryId] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """The topics by what they weigh, the days of reports, and the plans that came true."""

    forms: frozenset[str]
    fields: frozenset[str]
    days: Mapping[DocumentId, str]
    reports: Reports
    met_by: Mapping[str, tuple[str, ...]]
    """Topic → the types of events that do what it says, whatever else is told of them."""
    come_true: AbstractSet[EntryId] = frozenset()
    background: AbstractSet[tuple[EntryId, DocumentId]] = frozenset()
    """The steps in the life of a paper, each with the reports of a later step that tell of it too."""
    only: AbstractSet[EntryId] | None = None

    def met(self, earlier: End, later: End) -> frozenset[str]:
        """The topics of a promise that the very type of the happening fulfils."""
        return frozenset(topic for topic in earlier.topics if later.type in self.met_by.get(topic, ()))

    def weight(self, topic: str) -> float:
        """How much it tells that both ends are about it."""
        return FORM if topic in self.forms else FIELD if topic in self.fields else OBJECT


def followups(found: Iterable[End], told: Told, world: World) -> tuple[FollowUp, ...]:
    """All links among ends, which stand in order of time: by parties, then in order of time."""
    known = _Known(
        forms=frozenset(topic.id for topic in world.topics if topic.kind == "form"),
        fields=frozenset(topic.id for topic in world.topics if topic.kind == "field"),
        days=told.days,
        reports=told.reports,
        met_by={topic.id: topic.met_by for topic in world.topics},
        only=told.only,
    )
    together: dict[tuple[str, ...], list[End]] = defaultdict(list)
    for end in found:
        together[end.parties].append(end)
    links = (link for one in together.values() for link in _links(one, known))
    return tuple(sorted(links, key=lambda link: (link.parties, link.later, link.earlier, link.kind)))


def _links(found: Sequence[End], known: _Known) -> Iterator[FollowUp]:
    """The links to each end from the latest of the earlier ones that it carries on."""
    come_true = {end.entry for end in found if end.role == "happening"}
    known = replace(known, come_true=come_true, background=set(_background(found, known)))
    candidates = Candidates(found, known.met_by, PROVEN)
    for later in (end for end in found if known.only is None or end.entry in known.only):
        plans = [fit for earlier in candidates.plans(later) for fit in _fitting(earlier, later, known)]
        planned = frozenset(document for plan, _, _ in plans for document in plan.documents)
        said: dict[str, list[Fitting]] = defaultdict(list)
        for earlier in candidates.said(later):
            # A paper carries on the paper before it, whatever was promised between; a promise only where nothing came of it since.
            before = said["happening"] if earlier.role == "happening" else [*said["promise"], *said["happening"]]
            if all(day(fit[0].day) - day(earlier.day) <= OCCASION for fit in before):
                found_here = _fitting(earlier, later, known)
                said[earlier.role] += [fit for fit in found_here if not fit[0].documents <= planned]
        yield from _nearest(plans)
        for role in sorted(said):
            yield from _nearest(said[role][::-1])


def _background(found: Sequence[End], known: _Known) -> Iterator[tuple[EntryId, DocumentId]]:
    """Steps with each report that tells of them only on the way to a later step of the same paper."""
    told: dict[DocumentId, list[End]] = defaultdict(list)
    for end in found:
        if end.role == "happening" and end.type in LIFE:
            for document in end.documents:
                told[document].append(end)
    for document, steps in told.items():
        for step in steps:
            if any(step.day < later.day and _is_one_paper(step, later, known) for later in steps):
                yield step.entry, document


def _is_one_paper(step: End, later: End, known: _Known) -> bool:
    """Whether two steps that one report tells of are of one paper: by name or object, or where the earlier one says neither."""
    objects = {topic for topic in step.topics - STEPS if known.weight(topic) >= OBJECT}
    names = bool(objects or step.labels)
    return bool(objects & later.topics or step.labels & later.labels) or not names


Fitting = tuple[End, float, FollowUp]


def _fitting(earlier: End, later: End, known: _Known) -> Iterator[Fitting]:
    """The link, if there is one, with the earlier end as far as other reports tell it, and its strength."""
    kind = _kind(earlier, later, known)
    if kind == "continues" and earlier.role == "happening":
        later = replace(later, facts=tuple(fact for fact in later.facts if (later.entry, fact.document) not in known.background))
        kind = kind if later.facts else None
    grounds = _grounds(earlier, later, known) if kind else []
    strength = sum(weight for weight, _, _ in grounds)
    named = bool(earlier.labels & later.labels) or earlier.role == "plan"
    if (
        kind
        and strength >= (OBJECT if later.undone else ENOUGH)
        and (named or day(later.day) - day(earlier.day) <= YEARS)
        and not _is_told_there(earlier, later)
    ):
        elsewhere = _elsewhere(earlier, later, known)
        if elsewhere.facts:
            yield elsewhere, strength, _followup((elsewhere, later), kind, grounds, known)


def _nearest(fitting: Sequence[tuple[End, float, FollowUp]]) -> Iterator[FollowUp]:
    """Of the links from the last days on which anything was said that is carried on, the strongest from a promise and from a happening."""
    if not fitting:
        return
    latest = max(day(earlier.day) for earlier, _, _ in fitting)
    last = [one for one in fitting if latest - day(one[0].day) <= OCCASION]
    for role in sorted({earlier.role for earlier, _, _ in last}):
        own = [(strength, link) for earlier, strength, link in last if earlier.role == role]
        yield from (link for strength, link in own if strength == max(one[0] for one in own))


def _is_told_there(earlier: End, later: End) -> bool:
    """Whether the report that speaks of a mechanism tells of that very session."""
    return later.role == "mention" and bool(earlier.documents & later.documents)


def _elsewhere(earlier: End, later: End, known: _Known) -> End:
    """The earlier end as far as other reports tell it, and none that came after all reports of the later one."""
    last = max((known.days.get(document, "9999") for document in later.documents), default="9999")
    kept = (fact for fact in earlier.facts if fact.document not in later.documents and known.days.get(fact.document, "0000") <= last)
    facts = tuple(kept)
    return earlier if facts == earlier.facts else replace(earlier, facts=facts)


def _kind(earlier: End, later: End, known: _Known) -> FollowUpKind | None:
    """How the later end carries the earlier one on, by what the two are; None where it cannot."""
    if earlier.role == "plan" and later.role == "happening":
        return "fulfils" if _is_planned(earlier, later, known.come_true) else None
    if not earlier.day < later.day:
        return None
    if later.undone:
        return undoing(earlier, later, known)
    return _of_promise(earlier, later, known) if earlier.role == "promise" else _of_happening(earlier, later)


def _of_promise(earlier: End, later: End, known: _Known) -> FollowUpKind | None:
    if later.role == "happening" and (later.type in DEEDS or known.met(earlier, later)):
        return "fulfils" if earlier.modality != "reaffirmed" else None
    if later.role == "plan" and later.type in DEEDS:
        return "continues"
    one_side = earlier.by == later.by or "both" in {earlier.by, later.by}
    if later.role == "promise" and one_side and day(later.day) - day(earlier.day) > OCCASION:
        return _promised_again(earlier, later, known)
    return None


def undoing(earlier: End, later: End, known: _Known) -> FollowUpKind | None:
    """Whether the later end puts off or takes back what the earlier one planned, promised or signed: by name, object or step alone."""
    if earlier.role == "plan":
        due = earlier.when.first if earlier.when and earlier.when.year_known else earlier.day
        ahead = day(later.day) - day(due) <= timedelta(days=DELAY)
        of_it = earlier.type == later.type or (later.type == OPEN and earlier.type in later.topics)
        return "postpones" if of_it and ahead else None
    same = any(known.weight(topic) >= OBJECT for topic in earlier.topics & later.topics) or earlier.labels & later.labels
    if not (same or known.met(earlier, later)):
        return None
    if earlier.role == "promise":
        return "postpones" if later.undone == "put_off" else "contradicts"
    return "contradicts" if earlier.role == "happening" and earlier.type in LIFE and later.undone == "taken_back" else None


def _of_happening(earlier: End, later: End) -> FollowUpKind | None:
    if earlier.role != "happening":
        return None
    if earlier.type in LIFE and later.role == "happening" and later.type in LIFE:
        return "continues"
    again = earlier.type == "dialogue" and later.role in {"mention", "promise"} and day(later.day) - day(earlier.day) > OCCASION
    return "reaffirms" if again else None


def _is_planned(plan: End, happening: End, come_true: AbstractSet[EntryId]) -> bool:
    """Whether the plan is of this happening: the same entry; else an encounter during the visit, or the same thing some weeks late."""
    if plan.day > happening.day:
        return False
    if plan.entry == happening.entry or plan.entry in come_true:
        return plan.entry == happening.entry
    if plan.type == "visit" and happening.type in ENCOUNTERS:
        return plan.when is not None and happening.when is not None and compatible(plan.when, happening.when)
    due = plan.when.last if plan.when and plan.when.year_known else plan.day
    late = (day(happening.day) - day(due)).days
    return (
        plan.type == happening.type
        and 0 < late <= DELAY
        and (not plan.states or not happening.states or bool(plan.states & happening.states))
    )


def _promised_again(earlier: End, later: End, known: _Known) -> FollowUpKind:
    """Firmer, or with another step on the same thing: carried on; else repeated."""
    before, after = RANK[earlier.modality or "planned"], RANK[later.modality or "planned"]
    if later.modality == "reaffirmed" or (earlier.amount and earlier.amount == later.amount):
        return "reaffirms"
    if after > before or later.new:
        return "continues"
    same = any(known.weight(topic) >= OBJECT for topic in earlier.topics & later.topics) or earlier.labels & later.labels
    return "continues" if same else "reaffirms"


def _grounds(earlier: End, later: End, known: _Known) -> Grounds:
    """What both ends have in common, the strongest first."""
    if earlier.role == "plan":
        return [(ENOUGH, "plan", later.type)]
    topics = earlier.topics & later.topics
    found: Grounds = [(LABEL, "instrument", label) for label in sorted(earlier.labels & later.labels)[:1]]
    if later.new and (NEW_MECHANISM in earlier.topics or (earlier.new and later.role != "promise")):
        found.append((NEW + SOUGHT * (earlier.modality == "considering"), "mechanism", NEW_MECHANISM))
    if later.role in {"happening", "undoing"}:
        met = known.met(earlier, later)
        found += [(STEP, "topic", topic) for topic in sorted(met)]
        topics -= met
    if earlier.labels and later.labels and later.type in LIFE and any(known.weight(topic) >= OBJECT for topic in topics):
        found.append((NAMED, "instrument", min(later.labels)))
    step = STEPS if later.role == "happening" and later.type in LIFE else frozenset()
    found += [(STEP if topic in step else known.weight(topic), "topic", topic) for topic in sorted(topics - {NEW_MECHANISM})]
    if earlier.amount and earlier.amount == later.amount:
        found.append((AMOUNT, "amount", f"{earlier.amount.value} {earlier.amount.currency}"))
    found += [(AREA, "area", area) for area in sorted(earlier.areas & later.areas - {"politics"})]
    return sorted(found, key=lambda one: (-one[0], one[1:]))


def _followup(linked: tuple[End, End], kind: FollowUpKind, grounds: Grounds, known: _Known) -> FollowUp:
    earlier, later = linked
    return FollowUp(
        kind=kind,
        parties=later.parties,
        earlier=earlier.entry,
        later=later.entry,
        earlier_facts=one_a_report(earlier.facts),
        later_facts=one_a_report(later.facts),
        grounds=tuple((ground, name) for _, ground, name in grounds),
        strength=sum(weight for weight, _, _ in grounds),
        reports=tuple(known.reports[one] for one in sorted(earlier.documents | later.documents) if one in known.reports),
    )
