"""Readings: the one way from an article to its facts and skips, and the trace of it when asked."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from msgspec import Struct

from foedera.extraction import (
    abbreviations,
    commitments,
    dates,
    document_counts,
    events,
    gate,
    gifts,
    instruments,
    levels,
    matches,
    mechanisms,
    namings,
    parts,
    people,
    publications,
    raised,
    topics,
)
from foedera.extraction.contexts import Context, context
from foedera.extraction.drafts import Draft, draft, flowing, opening, outline
from foedera.extraction.hits import Hit, glance
from foedera.extraction.languages import language
from foedera.extraction.lexicon import lexicon
from foedera.extraction.outcomes import Outcome, fact_id, facts_of, skips_of, steps_of
from foedera.extraction.persons import Person
from foedera.extraction.publishers import publisher
from foedera.extraction.titles import title
from foedera.model.article import Article, Part
from foedera.model.document import Skip, Span
from foedera.model.fact import MechanismFact, Support, TenureFact
from foedera.model.pack import Knowledge, Pack
from foedera.model.reading import Reading
from foedera.model.trace import Trace
from foedera.plumbing.text import Normal

FEW_LINES = 4
"""Lines of a remark with the heading of a list of travels, which has few words to tell it by."""
TENURE = "tenure.named"
NOT_INTERSTATE = "not_interstate"
NO_EVENT = frozenset({"level", "commitment", document_counts.TYPE})
"""Types of rules beside those of events."""


class Found(Struct, frozen=True, kw_only=True):
    """What the stages found in a draft."""

    context: Context
    outcomes: tuple[Outcome, ...]


def read(article: Article, knowledge: Knowledge, *, gated: bool = True) -> Reading:
    """The reading of an article. `gated` False reads even what is not about states (the examples of rules)."""
    return _read(article, knowledge, gated=gated, closely=False)[0]


def traced(article: Article, knowledge: Knowledge, *, gated: bool = True) -> tuple[Reading, Trace]:
    """The reading, and why each fact was made and each sentence made none."""
    reading, made, found = _read(article, knowledge, gated=gated, closely=True)
    if made is None or found is None:
        return reading, Trace(sentences=(), steps=())
    spans = tuple(made.citation(sentence.span.start, sentence.span.end).span for sentence in made.sentences)
    steps = steps_of(made, found.outcomes)
    kept = {fact.id for fact in reading.facts}
    left = tuple(
        step if step.fact is None or step.fact in kept else dataclasses.replace(step, fact=None, reason=NOT_INTERSTATE) for step in steps
    )
    return reading, Trace(sentences=spans, steps=left)


def _read(article: Article, knowledge: Knowledge, *, gated: bool, closely: bool) -> tuple[Reading, Draft | None, Found | None]:
    """`closely` reads on where the gate could already tell that nothing will come of it."""
    early, plain = gated and not closely, flowing(article.text)
    tag = language(plain.text, knowledge, declared=article.lang)
    article = dataclasses.replace(article, lang=tag)
    pack = knowledge.pack(tag)
    if pack is None:
        return _without_pack(article, knowledge, plain), None, None
    words = lexicon(knowledge, pack.tag)
    if early and gate.hopeless(glance(plain.text, words), plain.text, headed=plain.text.count("\n") < FEW_LINES):
        return _turned_away(article, knowledge, pack, outline(plain.text)), None, None
    opened = opening(article, knowledge, pack, plain)
    told_by = publisher(article, plain.text, opened.parts, opened.lexicon.register)
    article = dataclasses.replace(article, published=opened.published, parts=_parts(plain, opened.parts), publisher=told_by)
    if early and gate.hopeless(opened.hits, plain.text, headed=opened.heading is not None):
        return _not_interstate(article, knowledge), None, None
    made = draft(article, knowledge, opened)
    # What a page says of other reports, below this one, tells nothing of its states and people.
    own = made.with_hits(made.hits.outside([part.span for part in made.parts if part.kind == "boilerplate"]))
    begun = _begun(own)
    heard = None if early and gate.beyond_reach(begun, gate.MOST_ACTS) else _heard(own, begun)
    if heard is None or (early and gate.beyond_reach(begun, heard.acts)):
        return _not_interstate(article, knowledge), None, None
    found = _found(heard)
    facts = facts_of(found.outcomes)
    real = tuple(fact for fact in facts if not fact.stance.undone)
    if gated and not gate.interstate(found.context, real):
        return _not_interstate(article, knowledge), made, found
    reading = Reading(
        article=article,
        interstate=True,
        parties=gate.groups(found.context, real),
        facts=facts,
        skips=skips_of(made, found.outcomes),
        digest=knowledge.digest,
    )
    return reading, made, found


def _begun(made: Draft) -> Context:
    """The first stages: who is named, and whom the article is about."""
    persons = people.people(made)
    return context(made.with_hits(made.hits.plus(namings.person_hits(made, persons))), persons)


class Heard(Struct, frozen=True, kw_only=True):
    """Where the rules match: those that name mechanisms and instruments, and those that say something of them and of people."""

    context: Context
    named: tuple[matches.Match, ...]
    said: tuple[matches.Match, ...]

    @property
    def acts(self) -> int:
        """The most kinds of events that the matches can tell of, and one for promises; a meeting may turn out as talks."""
        told = {match.rule.type for match in self.said if not match.silenced} - {"level", document_counts.TYPE}
        return min(gate.MOST_ACTS, len(told) + bool(told))


def _heard(made: Draft, begun: Context) -> Heard:
    """The rules' matches; the names that some of them find are hits for the others."""
    named = matches.matches(made, made.lexicon.naming)
    made = made.with_hits(begun.draft.hits.plus(_titled(made, named)))
    return Heard(context=dataclasses.replace(begun, draft=made), named=named, said=matches.matches(made, made.lexicon.telling))


def _found(heard: Heard) -> Found:
    """The other stages in order: mechanisms and instruments, then what rules say of them and of people."""
    about, named, said = heard.context, heard.named, heard.said
    made = about.draft
    standing = mechanisms.mechanisms(about, _of(named, "mechanism"))
    papers = instruments.instruments(about, _of(named, "instrument"))
    numbers = _of(said, document_counts.TYPE)
    happened = tuple(match for match in said if match.rule.type not in NO_EVENT)
    # What was put off or taken back is a fact, but no event in whose light the rest is read.
    every = events.events(about, happened, _mechanisms(standing), document_counts.document_counts(made, numbers))
    told = [outcome for outcome in every if outcome.fact is None or not outcome.fact.stance.undone]
    counted = document_counts.counting(made, numbers, told)
    stated = levels.levels(about, _of(said, "level"), told)
    every = raised.raised(made, every, stated)
    promised = commitments.commitments(about, _of(said, "commitment"), told)
    every = gifts.given(every, promised)
    outcomes = topics.with_topics(made, (*_tenures(made, about.people), *standing, *papers, *every, *counted, *stated, *promised))
    return Found(context=about, outcomes=outcomes)


def _of(found: tuple[matches.Match, ...], type_: str) -> tuple[matches.Match, ...]:
    return tuple(match for match in found if match.rule.type == type_)


def _titled(made: Draft, named: Iterable[matches.Match]) -> list[Hit]:
    """The names of mechanisms and instruments as hits, for the rules that speak of them."""
    told = [Hit(span.start, span.end, match.rule.type, "") for match in named if not match.silenced for span in (title(made, match),)]
    return [*told, *abbreviations.abbreviated(made, told)]


def _mechanisms(outcomes: list[Outcome]) -> tuple[MechanismFact, ...]:
    return tuple(outcome.fact for outcome in outcomes if isinstance(outcome.fact, MechanismFact))


def _tenures(made: Draft, persons: tuple[Person, ...]) -> Iterable[Outcome]:
    """An outcome for every person: who holds which office of which state on the day of the report."""
    for person in persons:
        citation = made.citation(person.start, person.end)
        parties = (person.country,) if person.country else ()
        support: tuple[Support, ...] = ()
        if person.state_span is not None and not person.start <= person.state_span[0] < person.end:
            support = (Support(property="country", citation=made.citation(*person.state_span)),)
        fact = TenureFact(
            id=fact_id(made, f"tenure:{person.name}:{person.office}", parties, citation),
            document=made.article.id,
            rule=f"{made.pack.tag}.{TENURE}",
            parties=parties,
            citation=citation,
            support=support,
            inferred=person.inferred,
            name=made.words(person.name_start, person.name_end),
            office=person.office,
            country=person.country,
            when=made.published,
        )
        words = (Span(start=person.start, end=person.end),)
        yield Outcome(rule=fact.rule, start=person.start, end=person.end, words=words, fact=fact)


def _parts(plain: Normal, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts with their spans in the text as given."""
    sources = ((part.kind, plain.source(part.span.start, part.span.end)) for part in parts)
    return tuple(Part(kind=kind, span=Span(start=start, end=end)) for kind, (start, end) in sources)


def _without_pack(article: Article, knowledge: Knowledge, plain: Normal) -> Reading:
    skip = Skip(
        reason="no_pack",
        detail=f"no language pack for {article.lang} ({len(plain.text)} characters)",
        location=article.location,
        document=article.id,
    )
    return _empty(article, knowledge, skip)


def _not_interstate(article: Article, knowledge: Knowledge) -> Reading:
    skip = Skip(reason=NOT_INTERSTATE, detail="not about relations between states", location=article.location, document=article.id)
    return _empty(article, knowledge, skip)


def _turned_away(article: Article, knowledge: Knowledge, pack: Pack, text: str) -> Reading:
    """The reading of an article that its words alone turn away; of it only publisher and day of publication are wanted."""
    known = article.published is not None and article.publisher is not None
    divided = () if known else parts.parts(text, pack)
    expressions = dates.scan(text, pack) if article.published is None else ()
    published = publications.published(article, text, divided, expressions)
    told_by = publisher(article, text, divided, lexicon(knowledge, pack.tag).register)
    return _not_interstate(dataclasses.replace(article, published=published, publisher=told_by), knowledge)


def _empty(article: Article, knowledge: Knowledge, skip: Skip) -> Reading:
    return Reading(article=article, interstate=False, parties=(), facts=(), skips=(skip,), digest=knowledge.digest)
