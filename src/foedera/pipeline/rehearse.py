"""Rules → problems: every example and counter-example of a rule, read by the whole extraction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from foedera.extraction import readings as extraction
from foedera.model.article import Article
from foedera.model.document import DocumentId, Span
from foedera.model.fact import CommitmentFact, EventFact, Fact, InstrumentFact, LevelFact, MechanismFact
from foedera.model.pack import Knowledge
from foedera.model.problem import Problem
from foedera.model.rule import Example, Rule, Silent
from foedera.model.when import When
from foedera.plumbing.ids import digest, id_of
from foedera.plumbing.interface import _

TENSES = {"asserted": "past", "planned": "planned"}
"""The stances that a rule's examples speak of, and what they call them."""
COUNTING = "document_count"
"""The type of rules that say how many papers an event is about."""
UNDOINGS = frozenset({"put_off", "taken_back"})
"""Marks of rules whose facts are denied: they say what was put off or taken back."""
UNLESS = "unless"
"""Why a match is silenced by its own rule."""
VALUES = ("parties", "date", "place", "tense", "by", "modality", "areas", "target", "amount", "level", "name", "edition", "document_count")


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A rule on the stage: with the tag of its language and all knowledge."""

    rule: Rule
    tag: str
    knowledge: Knowledge


def rehearse(knowledge: Knowledge, tags: Iterable[str] = ()) -> list[Problem]:
    """What the examples of the packs of these languages (of all, when none is named) show to be wrong."""
    wanted = set(tags) or {pack.tag for pack in knowledge.packs}
    found: list[Problem] = []
    for pack in knowledge.packs:
        if pack.tag in wanted:
            for rule in pack.rules:
                found += _rehearsed(Role(rule=rule, tag=pack.tag, knowledge=knowledge))
    return found


def _rehearsed(role: Role) -> Iterator[Problem]:
    rule = role.rule
    if not rule.examples or not rule.silents:
        yield _problem(role, _("has no example, or no text in which it must be silent"), _("add both"))
    for example in rule.examples:
        yield from _example(role, example)
    for silent in rule.silents:
        yield from _silent(role, silent)


def _example(role: Role, example: Example) -> Iterator[Problem]:
    if example.text.count(example.span) != 1:
        yield _problem(role, _("{span!r} must occur once in the example").format(span=example.span), _("give other words"))
        return
    start = example.text.index(example.span)
    passage = Span(start=start, end=start + len(example.span))
    made = _made(role, example.text, example.published)
    citing = [fact for fact in made if fact.citation.span.holds(passage)]
    fitting = [fact for fact in citing if not _differences(fact, example)]
    if len(fitting) == 1:
        return
    if fitting:
        what = _("makes {n} equal facts of {text!r}").format(n=len(fitting), text=example.text)
    elif citing:
        what = _("of {text!r} gives {found}").format(text=example.text, found="; ".join(_differences(citing[0], example)))
    elif made:
        what = _("of {text!r} cites {quote!r}").format(text=example.text, quote=made[0].citation.quote)
    else:
        what = _("makes nothing of {text!r}").format(text=example.text)
    yield _problem(role, what, _("foedera explain shows which rules match; correct the rule or its example"))


def _silent(role: Role, silent: Silent) -> Iterator[Problem]:
    for fact in _made(role, silent.text, None):
        what = _("must be silent in {text!r} ({why}), and cites {quote!r}")
        yield _problem(role, what.format(text=silent.text, why=silent.why, quote=fact.citation.quote), _("narrow the rule, or use unless"))


def _made(role: Role, text: str, published: str | None) -> list[Fact]:
    """The asserted and planned facts that the rule makes of a text."""
    article = Article(
        id=DocumentId(id_of("rehearsal", role.rule.id, text)),
        text=text,
        address=role.rule.id,
        record=role.rule.id,
        record_key="id",
        location=role.rule.where or role.rule.id,
        digest=digest(text.encode()),
        lang=role.tag,
        published=When(edtf=published, basis="metadata") if published else None,
    )
    # The gate judges whole reports; an example is a sentence.
    if role.rule.type == COUNTING:
        return _counted(role, article)
    reading = extraction.read(article, role.knowledge, gated=False)
    wanted = {"denied"} if role.rule.mark in UNDOINGS else TENSES
    return [fact for fact in reading.facts if fact.rule == role.rule.id and fact.stance.realis in wanted]


def _counted(role: Role, article: Article) -> list[Fact]:
    """The events that the words of a rule for numbers of papers tell of: it makes no fact of its own."""
    reading, trace = extraction.traced(article, role.knowledge, gated=False)
    steps = [step for step in trace.steps if step.rule == role.rule.id and step.reason != UNLESS]
    return [
        fact
        for fact in reading.facts
        if isinstance(fact, EventFact)
        and fact.stance.realis in TENSES
        and any(step.fact == fact.id or fact.citation.span.meets(word) for step in steps for word in step.words)
    ]


def _differences(fact: Fact, example: Example) -> list[str]:
    """Each value that is not as the example has it; the empty string there stands for none."""
    found = _values(fact)
    wanted = {name: getattr(example, name) for name in VALUES}
    wanted = {name: _comparable(name, value) for name, value in wanted.items() if value is not None}
    return [
        _("{name} {found} for {wanted}").format(name=name, found=_shown(found.get(name)), wanted=_shown(value))
        for name, value in wanted.items()
        if found.get(name) != (value or None)
    ]


def _comparable(name: str, value: object) -> object:
    return frozenset(value) if name in {"areas", "parties"} and isinstance(value, tuple) else value


def _shown(value: object) -> str:
    return ", ".join(sorted(map(str, value))) if isinstance(value, frozenset) else str(value or _("nothing"))


def _values(fact: Fact) -> Mapping[str, object]:
    """What an example can ask of a fact, in the words of the exchange format."""
    shared = {"parties": frozenset(fact.parties) or None, "tense": TENSES.get(fact.stance.realis)}
    if isinstance(fact, EventFact):
        papers = {"document_count": fact.document_count}
        return {**shared, "date": _date(fact.when), "place": fact.place, "name": fact.mechanism, "edition": fact.edition, **papers}
    if isinstance(fact, LevelFact):
        return {**shared, "date": _date(fact.since), "level": fact.level}
    if isinstance(fact, CommitmentFact):
        amount = f"{fact.amount.value} {fact.amount.currency}" if fact.amount else None
        own = {"by": fact.by, "modality": fact.modality, "areas": frozenset(fact.areas) or None}
        return {**shared, **own, "target": _date(fact.target), "amount": amount}
    if isinstance(fact, MechanismFact):
        return {**shared, "name": fact.name, "edition": fact.edition}
    if isinstance(fact, InstrumentFact):
        return {**shared, "name": fact.name, "date": _date(fact.when)}
    return shared


def _date(when: When | None) -> str | None:
    return when.edtf if when else None


def _problem(role: Role, what: str, remedy: str) -> Problem:
    return Problem(where=role.rule.where or role.rule.id, what=f"{role.rule.id} {what}", remedy=remedy)
