"""Acts between states, and the instruments that reports name in or right before them → the steps in the life of each instrument."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar, get_args

from foedera.model.document import DocumentId
from foedera.model.entry import Event, Stage
from foedera.model.fact import EventFact, Fact, FactId, InstrumentFact
from foedera.model.world import Step, World

SIGNING, ACT = "signing", "other"
"""The type of event that is about a paper, and that of all acts which have no type of their own."""
BEFORE = 300
"""The most characters between the name of a paper and the sentence that says of it only that it was signed: two sentences."""
Stages = Mapping[FactId, Sequence[Stage]]
F = TypeVar("F", bound=Fact)


def steps_of(world: World) -> dict[str, Step]:
    """Topic → the step that an act about it is."""
    return {topic.id: topic.step for topic in world.topics if topic.step}


def stages(facts: Iterable[InstrumentFact], events: Iterable[Event], steps: Mapping[str, Step]) -> Stages:
    """Fact on an instrument → the steps that acts told in its passage are."""
    named: dict[DocumentId, list[InstrumentFact]] = defaultdict(list)
    for fact in facts:
        named[fact.document].append(fact)
    found: dict[FactId, list[Stage]] = defaultdict(list)
    for event in events:
        for told in event.facts:
            if step := _step(told, steps):
                for fact in beside(told, named.get(told.document, ())):
                    found[fact.id].append(Stage(step=step, event=event.id, when=event.when))
    return found


def lived(facts: Iterable[InstrumentFact], known: Stages) -> tuple[Stage, ...]:
    """The steps of one instrument, each happening once, in order of time; those without a year after the step that they follow."""
    found = {(stage.step, stage.event): stage for fact in facts for stage in known.get(fact.id, ())}
    return tuple(sorted(found.values(), key=_in_time))


def state(life: Sequence[Stage]) -> Step | None:
    """Where the instrument stands: the furthest step, unless it was suspended or left after that."""
    going = [stage for stage in life if stage.step != "suspended"]
    furthest = max(going, key=lambda stage: _rank(stage.step), default=None)
    ended = [stage for stage in life if stage.step == "suspended"]
    if furthest is None or any(_day(stage) >= _day(furthest) for stage in ended):
        return ended[-1].step if ended else None
    return furthest.step


def beside(told: Fact, named: Sequence[F]) -> list[F]:
    """The facts on instruments whose passage is that of an act; of a signing without one, the one named last right before."""
    start, end = told.citation.span.start, told.citation.span.end
    within = [fact for fact in named if fact.citation.span.start < end and start < fact.citation.span.end]
    if within or not (isinstance(told, EventFact) and told.type == SIGNING):
        return within
    before = [fact for fact in named if 0 <= start - fact.citation.span.end <= BEFORE]
    return before and [max(before, key=lambda fact: (fact.citation.span.end, fact.id))]


def _step(told: EventFact, steps: Mapping[str, Step]) -> Step | None:
    """The step that it is; the furthest where its passage speaks of several."""
    if told.stance.realis != "asserted":
        return None
    if told.type == SIGNING:
        return "signed"
    spoken = [steps[topic] for topic in told.topics if topic in steps] if told.type == ACT else []
    return max(spoken, key=_rank, default=None)


def _rank(step: Step) -> int:
    return get_args(Step).index(step)


def _in_time(stage: Stage) -> tuple[str, int, str]:
    return (_day(stage), _rank(stage.step), stage.event)


def _day(stage: Stage) -> str:
    return stage.when.first if stage.when and stage.when.year_known else "9999"
