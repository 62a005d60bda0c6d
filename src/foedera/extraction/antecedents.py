"""Antecedents: whom a pronoun, or an office with "the" and no name, means among the people named before.

"He" is the one the sentences before tell of, their first person; "him" is not the one who acts; "they" are the two of the sentence
before, or the two states that its own sentence joins; "the king" is that one if he is a king, else the king named last.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from foedera.extraction.drafts import Draft
from foedera.extraction.hits import Hit
from foedera.extraction.joins import joined

REACH = 3
"""Sentences without a person after which a pronoun no longer speaks of the one before."""

PAIR = 2

PERSON, OFFICE = "person", "office"
ACTING, ACTED_ON, SEVERAL = PRONOUNS = ("he", "him", "they")
"""The cues for one who acts, for one who does not, and for several."""


class Sign(NamedTuple):
    """A person with his state and offices, an office without a name, or a pronoun with the states joined before it."""

    start: int
    end: int
    kind: str
    code: str = ""
    offices: tuple[str, ...] = ()
    states: tuple[str, ...] = ()


class Antecedent(NamedTuple):
    """A pronoun or an office, with the states of those it means."""

    start: int
    end: int
    codes: tuple[str, ...]


def antecedents(draft: Draft, named: Iterable[Sign]) -> Iterator[Antecedent]:
    """The antecedents of what stands for a person in a text whose people and offices are given."""
    pronouns = (
        Sign(hit.start, hit.end, name, states=_joined_before(draft, hit) if name == SEVERAL else ())
        for name in PRONOUNS
        for hit in draft.hits.of("class", name)
        if not _titles(draft, hit)
    )
    signs = [*named, *pronouns]
    found: defaultdict[int, list[Sign]] = defaultdict(list)
    for sign in sorted(signs):
        sentence = draft.sentence_at(sign.start)
        if sentence is not None and sentence.kind == "body":
            found[sentence.span.start].append(sign)
    story = _Story()
    for index, sentence in enumerate(draft.sentences):
        if sentence.span.start in found:
            yield from story.told(index, found[sentence.span.start], [clause.start for clause in sentence.clauses])


def _joined_before(draft: Draft, hit: Hit) -> tuple[str, ...]:
    """The first two states that stand joined before "they" in its sentence ("Peru and Chile call their ties ...")."""
    sentence = draft.sentence_at(hit.start)
    states = draft.hits.within(sentence.span.start, hit.start, "actor") if sentence is not None else ()
    pairs = ((one, two) for one, two in pairwise(states) if one.value != two.value and joined(draft, one.end, two.start))
    return next((tuple(sorted((one.value, two.value))) for one, two in pairs), ())


def _titles(draft: Draft, hit: Hit) -> bool:
    """Whether a pronoun that is a courtesy word as well stands before a name."""
    named = draft.text[hit.end + 1 : hit.end + 2].isupper()
    return named and draft.text[hit.start : hit.end].lower() in {word.lower() for word in draft.pack.names.honorifics}


@dataclass(slots=True)
class _Story:
    """Of whom the sentences so far tell: who acted last, whom else the same sentence named, the holder of each office."""

    centre: str | None = None
    other: str | None = None
    pair: tuple[str, ...] = ()
    last: int = -REACH
    holders: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    seen: list[str] = field(default_factory=list)
    before: int = 0
    """How many of those seen stand before the clause."""

    def told(self, index: int, signs: list[Sign], clauses: list[int]) -> Iterator[Antecedent]:
        """The antecedents of one sentence, which then is the one before; `clauses` are where those begin that semicolons part."""
        if index - self.last > REACH:
            self.centre = self.other = None
            self.pair = ()
        self.seen, self.before, began = [], 0, clauses[0]
        for sign in signs:
            clause = max(start for start in clauses if start <= sign.start)
            if clause != began:
                self.before, began = len(self.seen), clause
            codes = self._meant(sign)
            if codes and sign.kind != PERSON:
                yield Antecedent(sign.start, sign.end, codes)
            self.seen += codes
            for office in sign.offices if sign.kind == PERSON else ():
                self.holders[office].append(sign.code)
        distinct = tuple(dict.fromkeys(self.seen))
        if distinct:
            before = self.centre if self.centre != distinct[0] else self.other
            self.centre, self.other = distinct[0], next(iter(distinct[1:]), before)
            self.pair = tuple(sorted(distinct)) if len(distinct) == PAIR else self.pair if len(distinct) < PAIR else ()
            self.last = index

    def _meant(self, sign: Sign) -> tuple[str, ...]:
        if sign.kind == PERSON:
            return (sign.code,)
        if sign.kind == OFFICE:
            known = [code for office in sign.offices for code in self.holders[office]]
            return (self.centre,) if self.centre in known else tuple(known[-1:])
        distinct = tuple(dict.fromkeys(self.seen))
        if sign.kind == SEVERAL:
            before = self.pair if len(distinct) < PAIR else ()
            return tuple(sorted(distinct)) if len(distinct) == PAIR else sign.states or before
        acting = next(iter([*self.seen[self.before :], *distinct]), self.centre)
        if sign.kind == ACTED_ON and acting is not None:
            acting = (
                acting
                if self.seen and self.seen[-1] != acting
                else next((code for code in (self.centre, self.other) if code != acting), None)
            )
        return (acting,) if acting else ()
