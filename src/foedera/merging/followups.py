"""Entries → follow-ups: which later promise or happening carries an earlier one on, and how.

Two ends of the same parties are linked by what both are about: topics, the names of instruments and mechanisms, amounts, policy areas.
Of several earlier ends that a later one may carry on, the latest is taken, so that links make chains and skip no step.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from foedera.merging.dates import day
from foedera.merging.ends import NEW_MECHANISM, End, ends
from foedera.model.document import DocumentId
from foedera.model.entries import Entries
from foedera.model.fact import Fact
from foedera.model.followup import FollowUp, FollowUpKind, Ground
from foedera.model.report import EntryId
from foedera.model.when import compatible
from foedera.model.world import World

LABEL, OBJECT, FIELD, FORM, STEP, AMOUNT, AREA, NEW, SAME = 2.5, 2.0, 0.75, 0.25, 2.5, 2.5, 0.25, 3.0, 1.5
"""What a shared name, topic (an object, a broad field, a form of acting, a step in an instrument's life), amount, policy area, and a new
mechanism weigh; and that two promises are about the very same topics."""
ENOUGH = 2.25
"""The least sum: one name, step, amount or new mechanism, an object with anything else; fields and forms alone do not reach it."""
RANK = {"urged": 0, "considering": 0, "planned": 1, "reaffirmed": 1, "agreed": 2, "pledged": 2}
"""How firm a modality is: what becomes firmer is carried on, what stays as it is was repeated."""
DEEDS = frozenset({"signing", "dialogue", "summit", "other", "aid", "exercise"})
"""Types of events that can be what was promised; at talks and visits, and in statements, everything is spoken of."""
LIFE = frozenset({"signing", "other"})
"""Types of events in the life of an instrument."""
STEPS = frozenset({"ratification", "entry_into_force"})
"""Topics that are steps in the life of an instrument."""
ENCOUNTERS = frozenset({"talks", "meeting", "summit", "dialogue"})
"""Types of events for which a state is visited."""
DELAY = 92
"""The most days by which a plan may come true late: a quarter, after which it is as likely to be another plan."""
Grounds = list[tuple[float, Ground, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Topics:
    """The topics by what they weigh."""

    forms: frozenset[str]
    fields: frozenset[str]

    def weight(self, topic: str) -> float:
        """How much it tells that both ends are about it."""
        if topic in STEPS:
            return STEP
        return FORM if topic in self.forms else FIELD if topic in self.fields else OBJECT


def followups(entries: Entries, days: Mapping[DocumentId, str], world: World) -> tuple[FollowUp, ...]:
    """All links, by parties, then in order of time."""
    forms = frozenset(topic.id for topic in world.topics if topic.kind == "form")
    known = _Topics(forms=forms, fields=frozenset(topic.id for topic in world.topics if topic.kind == "field"))
    together: dict[tuple[str, ...], list[End]] = defaultdict(list)
    for end in ends(entries, days, world):
        together[end.parties].append(end)
    found = [link for one in together.values() for link in _links(one, known)]
    return tuple(sorted(found, key=lambda link: (link.parties, link.later, link.earlier, link.kind)))


def _links(found: Sequence[End], known: _Topics) -> Iterator[FollowUp]:
    """The links to each end from the latest of the earlier ones that it carries on."""
    come_true = {end.entry for end in found if end.role == "happening"}
    for later in found:
        fitting: list[tuple[str, float, FollowUp]] = []
        for earlier in found:
            kind = None if earlier.documents & later.documents else _kind(earlier, later, known, come_true)
            grounds = _grounds(earlier, later, known) if kind else []
            strength = sum(weight for weight, _, _ in grounds)
            if kind and strength >= ENOUGH:
                fitting.append((earlier.day, strength, _followup(earlier, later, kind, grounds)))
        latest = max((day for day, _, _ in fitting), default="")
        strongest = max((strength for day, strength, _ in fitting if day == latest), default=0)
        yield from (link for day, strength, link in fitting if (day, strength) == (latest, strongest))


def _kind(earlier: End, later: End, known: _Topics, come_true: AbstractSet[EntryId]) -> FollowUpKind | None:
    """How the later end carries the earlier one on, by what the two are; None where it cannot."""
    if earlier.role == "plan" and later.role == "happening":
        return "fulfils" if _is_planned(earlier, later, come_true) else None
    if not earlier.day < later.day:
        return None
    return _of_promise(earlier, later, known) if earlier.role == "promise" else _of_happening(earlier, later)


def _of_promise(earlier: End, later: End, known: _Topics) -> FollowUpKind | None:
    if later.role == "happening" and later.type in DEEDS:
        return "fulfils" if earlier.modality != "reaffirmed" else None
    if later.role == "promise" and (earlier.by == later.by or "both" in {earlier.by, later.by}):
        return _promised_again(earlier, later, known)
    return None


def _of_happening(earlier: End, later: End) -> FollowUpKind | None:
    if earlier.role != "happening":
        return None
    if earlier.type in LIFE and later.role == "happening" and later.type in LIFE:
        return "continues"
    return "reaffirms" if earlier.type == "dialogue" and later.role == "mention" else None


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


def _promised_again(earlier: End, later: End, known: _Topics) -> FollowUpKind:
    """Firmer, or with another step on the same thing: carried on; else repeated."""
    before, after = RANK[earlier.modality or "planned"], RANK[later.modality or "planned"]
    if later.modality == "reaffirmed" or (earlier.amount and earlier.amount == later.amount):
        return "reaffirms"
    if after > before or NEW_MECHANISM in later.topics - earlier.topics:
        return "continues"
    same = {topic for topic in earlier.topics & later.topics if known.weight(topic) >= OBJECT} or earlier.labels & later.labels
    return "continues" if same else "reaffirms"


def _grounds(earlier: End, later: End, known: _Topics) -> Grounds:
    """What both ends have in common, the strongest first."""
    if earlier.role == "plan":
        return [(ENOUGH, "plan", later.type)]
    topics = earlier.topics & later.topics
    found: Grounds = [(LABEL, "instrument", label) for label in sorted(earlier.labels & later.labels)[:1]]
    found += [(NEW, "mechanism", topic) for topic in topics & {NEW_MECHANISM}]
    found += [(known.weight(topic), "topic", topic) for topic in sorted(topics - {NEW_MECHANISM})]
    if earlier.amount and earlier.amount == later.amount:
        found.append((AMOUNT, "amount", f"{earlier.amount.value} {earlier.amount.currency}"))
    found += [(AREA, "area", area) for area in sorted(earlier.areas & later.areas - {"politics"})]
    ours, theirs = earlier.topics - known.forms, later.topics - known.forms
    if later.role == "promise" and ours and ours == theirs:
        found.append((SAME, "topic", "all"))
    return sorted(found, key=lambda one: (-one[0], one[1:]))


def _followup(earlier: End, later: End, kind: FollowUpKind, grounds: Grounds) -> FollowUp:
    return FollowUp(
        kind=kind,
        parties=later.parties,
        earlier=earlier.entry,
        later=later.entry,
        earlier_facts=_one_a_report(earlier.facts),
        later_facts=_one_a_report(later.facts),
        grounds=tuple((ground, name) for _, ground, name in grounds),
        strength=sum(weight for weight, _, _ in grounds),
    )


def _one_a_report(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The first passage of each report."""
    first: dict[DocumentId, Fact] = {}
    for fact in sorted(facts, key=lambda fact: (fact.citation.span.start, fact.id)):
        first.setdefault(fact.document, fact)
    return tuple(sorted(first.values(), key=lambda fact: fact.id))
