"""Entries → follow-ups: which later promise or happening carries an earlier one on, and how.

Two ends of the same parties are linked by what both are about: topics, the names of instruments and mechanisms, amounts, policy areas.
Of several earlier ends that a later one may carry on, the latest is taken, so that links make chains and skip no step.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from foedera.merging.ends import NEW_MECHANISM, End, ends
from foedera.model.document import DocumentId
from foedera.model.entries import Entries
from foedera.model.fact import Fact
from foedera.model.followup import FollowUp, FollowUpKind, Ground
from foedera.model.when import compatible
from foedera.model.world import World

LABEL, OBJECT, FORM, AMOUNT, AREA, NEW = 2.5, 2.0, 0.5, 1.5, 0.25, 3.0
"""What a shared name, topic that is an object, topic that is a form of acting, amount, policy area and a new mechanism weigh."""
ENOUGH = 2.5
"""The least sum: one name, an object with a form or two areas, but no object alone and no areas alone."""
RANK = {"urged": 0, "considering": 0, "planned": 1, "reaffirmed": 1, "agreed": 2, "pledged": 2}
"""How firm a modality is: what becomes firmer is carried on, what stays as it is was repeated."""
AMONG = frozenset({"talks", "meeting", "visit", "summit", "call"})
"""Types of events at which almost anything is spoken of: they fulfil a promise of such an encounter, and no other."""
LIFE = frozenset({"signing", "other"})
"""Types of events in the life of an instrument."""
Grounds = list[tuple[float, Ground, str]]


def followups(entries: Entries, days: Mapping[DocumentId, str], world: World) -> tuple[FollowUp, ...]:
    """All links, by parties, then in order of time."""
    forms = frozenset(topic.id for topic in world.topics if topic.kind == "form")
    together: dict[tuple[str, ...], list[End]] = defaultdict(list)
    for end in ends(entries, days):
        together[end.parties].append(end)
    found = [link for one in together.values() for link in _links(one, forms)]
    return tuple(sorted(found, key=lambda link: (link.parties, link.later, link.earlier, link.kind)))


def _links(found: Sequence[End], forms: frozenset[str]) -> Iterator[FollowUp]:
    """The links to each end from the latest of the earlier ones that it carries on."""
    for later in found:
        fitting: list[tuple[str, float, End, FollowUpKind, Grounds]] = []
        for earlier in found:
            kind = _kind(earlier, later, forms)
            if kind and not earlier.documents & later.documents:
                grounds = _grounds(earlier, later, forms)
                strength = sum(weight for weight, _, _ in grounds)
                if strength >= ENOUGH:
                    fitting.append((earlier.day, strength, earlier, kind, grounds))
        latest = max((day for day, *_ in fitting), default="")
        for day, strength, earlier, kind, grounds in fitting:
            if day == latest and strength >= max(one[1] for one in fitting if one[0] == latest):
                yield _followup(earlier, later, kind, grounds)


def _kind(earlier: End, later: End, forms: frozenset[str]) -> FollowUpKind | None:
    """How the later end carries the earlier one on, by what the two are; None where it cannot."""
    if earlier.role == "plan" and later.role == "happening":
        return "fulfils" if _is_planned(earlier, later) else None
    if not earlier.day < later.day:
        return None
    return _of_promise(earlier, later, forms) if earlier.role == "promise" else _of_happening(earlier, later)


def _of_promise(earlier: End, later: End, forms: frozenset[str]) -> FollowUpKind | None:
    if later.role == "happening":
        return "fulfils" if earlier.modality != "reaffirmed" and _is_deed(earlier, later, forms) else None
    if later.role == "promise" and (earlier.by == later.by or "both" in {earlier.by, later.by}):
        return _promised_again(earlier, later, forms)
    return None


def _of_happening(earlier: End, later: End) -> FollowUpKind | None:
    if earlier.role != "happening":
        return None
    if earlier.type in LIFE and later.role == "happening" and later.type in LIFE:
        return "continues"
    return "reaffirms" if earlier.type == "dialogue" and later.role == "mention" else None


def _is_planned(plan: End, happening: End) -> bool:
    """Whether the plan is of this happening: the same entry, or an encounter during the planned visit."""
    if plan.entry == happening.entry:
        return plan.day <= happening.day
    visit = plan.type == "visit" and happening.type in AMONG - {"visit", "call"}
    return visit and plan.day <= happening.day and plan.when is not None and compatible(plan.when, happening.when)


def _is_deed(promise: End, happening: End, forms: frozenset[str]) -> bool:
    """Whether such a happening can be what was promised: at talks everything is spoken of, so they must be promised as talks."""
    if happening.type not in AMONG:
        return True
    return bool(promise.topics & happening.topics & forms)


def _promised_again(earlier: End, later: End, forms: frozenset[str]) -> FollowUpKind:
    """Firmer, or with another step on the same thing: carried on; else repeated."""
    before, after = RANK[earlier.modality or "planned"], RANK[later.modality or "planned"]
    if later.modality == "reaffirmed" or (earlier.amount and earlier.amount == later.amount):
        return "reaffirms"
    if after > before:
        return "continues"
    same = earlier.topics & later.topics - forms or earlier.labels & later.labels
    return "continues" if same and later.topics - earlier.topics else "reaffirms"


def _grounds(earlier: End, later: End, forms: frozenset[str]) -> Grounds:
    """What both ends have in common, the strongest first."""
    if earlier.entry == later.entry or earlier.role == "plan":
        return [(ENOUGH, "plan", later.type)]
    topics = earlier.topics & later.topics
    found: Grounds = [(LABEL, "instrument", label) for label in sorted(earlier.labels & later.labels)[:2]]
    found += [(NEW, "mechanism", topic) for topic in topics & {NEW_MECHANISM}]
    found += [(FORM if topic in forms else OBJECT, "topic", topic) for topic in sorted(topics - {NEW_MECHANISM})]
    if earlier.amount and earlier.amount == later.amount:
        found.append((AMOUNT, "amount", f"{earlier.amount.value} {earlier.amount.currency}"))
    found += [(AREA, "area", area) for area in sorted(earlier.areas & later.areas - {"politics"})]
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
