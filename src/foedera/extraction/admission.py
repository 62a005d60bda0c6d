"""Admission: a candidate of a language model → the fact that its quote bears, or the reason why it is none.

What a candidate claims counts only as far as the report bears it: the quote must stand in the text, its parties be named there, its
level, date and place in the quote itself. A date or place that the quote does not tell is left out, not believed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from foedera.extraction.outcomes import ordered
from foedera.model.article import Article
from foedera.model.candidate import Candidate, RefusalReason
from foedera.model.document import Span
from foedera.model.fact import KIND_OF, Citation, CommitmentFact, EventFact, Fact, FactId, LevelFact, Modality, Stance, TenureFact
from foedera.model.mention import Mention, MentionKind
from foedera.model.reading import Reading
from foedera.model.world import World
from foedera.plumbing import text as texts
from foedera.plumbing.ids import id_of

LONGEST = 1200
"""Characters of a quote: a passage, not a report."""
PAIR = 2
BOTH = "both"
MODALITIES = frozenset(get_args(Modality))
RULE = "model"
"""What the rule of a proposed fact begins with; behind it the model and the prompt."""


class Ground:
    """What one report gives to check candidates against: its text, whom it names, and what the rules read in it."""

    def __init__(self, article: Article, mentions: Iterable[Mention], reading: Reading, world: World) -> None:
        self.article, self.reading, self.world = article, reading, world
        self.mentions = tuple(mentions)
        people = {fact.country for fact in reading.facts if isinstance(fact, TenureFact) and fact.country}
        self.named = {one.value for one in self.mentions if one.kind == "actor" and not one.weak} | people
        self.least = {kind.id: kind.min_parties for kind in world.events}
        self.areas = {area.id for area in world.areas}
        self._folded = _folded(article.text)

    def passage(self, quote: str) -> Span | None:
        """Where a quote stands, as it is or but for forms of signs, spaces and line ends; None where it does not."""
        at = self.article.text.find(quote) if quote.strip() else -1
        if at >= 0:
            return Span(start=at, end=at + len(quote))
        words, places = self._folded
        wanted = _folded(quote)[0].strip()
        at = words.find(wanted) if wanted else -1
        return Span(start=places[at], end=places[at + len(wanted) - 1] + 1) if at >= 0 else None

    def told(self, kind: MentionKind, within: Span) -> tuple[Mention, ...]:
        """The mentions of a kind inside a passage."""
        return tuple(one for one in self.mentions if one.kind == kind and within.start <= one.span.start and one.span.end <= within.end)


def admit(candidate: Candidate, ground: Ground, rule: str) -> Fact | RefusalReason:
    """The fact of a candidate under the name of its model's `rule`, or why there is none."""
    if len(candidate.quote) > LONGEST:
        return "long_quote"
    span = ground.passage(candidate.quote)
    if span is None:
        return "no_such_quote"
    parties = tuple(sorted(set(candidate.parties)))
    reason = _of_the_parties(candidate, parties, ground) or _of_the_words(candidate, parties, ground)
    if reason is not None:
        return reason
    fact = _fact(candidate, parties, (span, rule), ground)
    if not isinstance(fact, Fact):
        return fact
    return "said_by_a_rule" if any(_same(fact, known) for known in ground.reading.facts) else fact


def distinct(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts in order, each id once, and of those that say the same of one passage the first."""
    kept: list[Fact] = []
    for fact in ordered({fact.id: fact for fact in facts}.values()):
        if not any(_same(fact, other) for other in kept):
            kept.append(fact)
    return tuple(kept)


def _of_the_parties(candidate: Candidate, parties: tuple[str, ...], ground: Ground) -> RefusalReason | None:
    actors = {actor.code for actor in ground.world.actors}
    if not actors.issuperset(parties):
        return "no_such_word"
    least = ground.least.get(candidate.type or "", PAIR) if candidate.kind == "event" else PAIR
    if len(parties) < least:
        return "no_parties"
    return None if ground.named.issuperset(parties) else "party_not_named"


def _of_the_words(candidate: Candidate, parties: tuple[str, ...], ground: Ground) -> RefusalReason | None:
    known = {
        "event": candidate.type in ground.least,
        "level": candidate.level is not None,
        "commitment": candidate.modality in MODALITIES and candidate.by in {BOTH, *parties} and ground.areas.issuperset(candidate.areas),
    }
    return None if known[candidate.kind] else "no_such_word"


def _fact(candidate: Candidate, parties: tuple[str, ...], where: tuple[Span, str], ground: Ground) -> Fact | RefusalReason:
    span, rule = where
    citation = Citation(span=span, quote=ground.article.text[span.start : span.end])
    document, kind = ground.article.id, candidate.kind
    stance = Stance(realis="planned" if candidate.tense == "planned" else "asserted")
    when = next((one.when for one in ground.told("date", span) if one.when and one.when.edtf == candidate.date), None)
    what = {"event": candidate.type, "level": candidate.level, "commitment": candidate.modality}[kind]
    name = FactId(id_of(document, f"{RULE}:{kind}:{what}", parties, span.start, span.end, citation.quote))
    if candidate.kind == "event":
        place = next((one.value for one in ground.told("place", span) if one.value == candidate.place), None)
        type_ = candidate.type or ""
        return EventFact(
            id=name, document=document, rule=rule, parties=parties, citation=citation, stance=stance, type=type_, when=when, place=place
        )
    if candidate.kind == "level":
        title = next((one for one in ground.told("level", span) if one.value == candidate.level), None)
        if title is None:
            return "level_not_quoted"
        words = ground.article.text[title.span.start : title.span.end]
        level = candidate.level or ""
        return LevelFact(
            id=name, document=document, rule=rule, parties=parties, citation=citation, stance=stance, level=level, title=words, since=when
        )
    modality: Modality = candidate.modality or "planned"
    return CommitmentFact(
        id=name,
        document=document,
        rule=rule,
        parties=parties,
        citation=citation,
        by=candidate.by or BOTH,
        modality=modality,
        areas=tuple(dict.fromkeys(candidate.areas)),
        target=when,
    )


def _same(fact: Fact, known: Fact) -> bool:
    """Whether both tell of one kind of thing, of the same parties, in passages that meet."""
    if KIND_OF[type(fact)] != KIND_OF[type(known)] or fact.parties != known.parties or not fact.citation.span.meets(known.citation.span):
        return False
    if isinstance(fact, EventFact) and isinstance(known, EventFact):
        return fact.type == known.type
    if isinstance(fact, LevelFact) and isinstance(known, LevelFact):
        return fact.level == known.level
    return isinstance(fact, CommitmentFact) and isinstance(known, CommitmentFact) and fact.modality == known.modality


def _folded(given: str) -> tuple[str, list[int]]:
    """A text with one form of each sign and single spaces, and where each of its characters begins in the given one."""
    words: list[str] = []
    places: list[int] = []
    for start, end in texts.clusters(given):
        form = texts.normal(given[start:end]).text.translate(_SIGNS)
        for letter in form:
            sign = " " if letter.isspace() else letter
            if sign == " " and words and words[-1] == " ":
                continue
            words.append(sign)
            places.append(start)
    return "".join(words), places


_SIGNS = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-", "\u00ad": ""})
