"""Context: who an article is about, and who speaks or is spoken of in each sentence.

A party of a sentence is a named person (for his state), an actor, or a group that stands for the article's pair ("the two sides").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from foedera.extraction import bodies, pairs, runs
from foedera.extraction.antecedents import OFFICE, PERSON, Sign, antecedents
from foedera.extraction.blocks import Block, blocks
from foedera.extraction.covers import Covers, covers
from foedera.extraction.drafts import Draft
from foedera.extraction.hits import Hit
from foedera.extraction.joins import joined
from foedera.extraction.persons import Person
from foedera.extraction.prominence import Prominence, left, prominence_in
from foedera.extraction.sentences import Sentence

PartyKind = Literal["person", "actor", "group", "unsaid"]

LOCATES = 6
"""Characters between a place and the state it lies in: a comma, a bracket, a genitive."""

LINK = 3
"""Letters of a word that says whose a place is ("of"); longer ones begin a clause ("told in Lima that Peru ...").
"""

PLACE = 3
"""The weight of an actor that is named as a place."""

STATION = 2
"""The least weight in its paragraph of a host on a tour: a person of that state, or the state named twice."""

STOPS = frozenset('.!?…。;"”’»)」）')
"""Signs at the end of a line that is a sentence."""

NEAR = 4_000
"""Characters of a paragraph before a group in which its members are looked for: longer ones are reports on one line."""

BESIDE = 60
"""Characters beside an office of one actor in which another actor may be the one meant: states share titles in translation."""

PAIR = 2


class Party(Struct, frozen=True, kw_only=True):
    """Who takes part: codes (one, or several for a group), where it stands, and how sure a sign it is (1 is best)."""

    start: int
    end: int
    codes: tuple[str, ...]
    kind: PartyKind
    weight: int = 1
    meant: bool = False
    """Whether a pronoun or a bare office stands for it."""


@dataclass(frozen=True, kw_only=True)
class Context:
    """What the sentences of one article share: its people, and its main actors in order of weight."""

    draft: Draft
    people: tuple[Person, ...]
    main: tuple[str, ...]
    blocks: tuple[Block, ...]
    """Offices with the states beside them, named holders or not."""

    @property
    def pair(self) -> tuple[str, ...]:
        """The two main actors, sorted; fewer where the article has fewer."""
        return tuple(sorted(self.main[:2]))

    @cached_property
    def everyone(self) -> tuple[Party, ...]:
        """Who is named anywhere in the article or meant by a word for a group, in order."""
        return tuple(sorted((*self.named, *self._groups()), key=_place))

    @cached_property
    def named(self) -> tuple[Party, ...]:
        """Who is named anywhere in the article, in order; a person and the state beside the office are one."""
        hits = self.draft.hits
        persons = covers((person.start, person.end) for person in self.people)
        found = [Party(start=one.start, end=one.end, codes=(one.country,), kind="person") for one in self.people if one.country]
        found += [
            Party(start=hit.start, end=hit.end, codes=(hit.value,), kind="person")
            for hit in hits.of("person")
            if hit.value and not persons.hold(hit.start, hit.end)
        ]
        acting = [hit for hit in hits.of("actor") if bodies.acts(self.draft, hit)]
        found += [self._actor(hit) for hit in acting if not persons.hold(hit.start, hit.end)]
        posted = [hit for hit in acting if hit.start - 1 in self._posts and persons.hold(hit.start, hit.end)]
        found += [replace(self._actor(hit), weight=PLACE) for hit in posted]
        found += self._sole_offices(persons)
        found += self._own_government()
        if "definite" not in self.draft.pack.cues:
            found += self._bare_offices(persons)
        found += self._antecedents(found, persons)
        begun = {party.start for party in found}
        found += [
            Party(start=hit.start, end=hit.end, codes=(hit.value,), kind="unsaid") for hit in hits.of("unsaid") if hit.start not in begun
        ]
        return tuple(sorted(found, key=_place))

    def parties(self, start: int, end: int) -> list[Party]:
        """Who is named in a stretch of the text, in order."""
        return _between(self.everyone, start, end)

    def _actor(self, hit: Hit) -> Party:
        """An actor: as a party it is sure by its name or as a government, least behind "in", in a title, or as a mere adjective."""
        text, hits = self.draft.text, self.draft.hits
        if self.draft.pack.postposed:
            placed = any(at.start == hit.end for at in hits.within(hit.end, hit.end + 8, "class", "at"))
        else:
            placed = any(at.end <= hit.start <= at.end + 1 for at in hits.within(max(0, hit.start - 20), hit.start, "class", "at"))
        weight = (
            PLACE if placed or self._locates(hit) or left(self.draft, hit) else 2 if hit.role == "government" or self._in_title(hit) else 1
        )
        if hit.role == "adjective" and not self._acts(hit):
            weight = PLACE
        after = text[hit.end : hit.end + 1]
        codes = self.draft.register.groups.get(hit.value, (hit.value,))
        return Party(start=hit.start, end=hit.end + (after == "'"), codes=codes, kind="actor", weight=weight)

    @cached_property
    def _posts(self) -> frozenset[int]:
        """Where the words end that lead to the state an envoy is sent to: a party only where no other is found."""
        return frozenset(hit.end for hit in self.draft.hits.of("class", "posted"))

    def _in_title(self, hit: Hit) -> bool:
        """Whether the actor stands in the name of a mechanism or an instrument."""
        return self._titles.hold(hit.start, hit.end)

    @cached_property
    def _titles(self) -> Covers:
        return covers((title.start, title.end) for kind in ("mechanism", "instrument") for title in self.draft.hits.of(kind))

    def _locates(self, hit: Hit) -> bool:
        """Whether the actor only tells where a place right beside it lies ("Vientiane, Laos")."""
        if self.draft.pack.postposed:
            places = self.draft.hits.within(hit.end, hit.end + 12, "place")
            return any(place.start - hit.end == 1 and self.draft.register.state_of_place.get(place.value) == hit.value for place in places)
        places = self.draft.hits.within(max(0, hit.start - 40), hit.start, "place")
        near = [place for place in places if hit.start - place.end <= LOCATES]
        return any(
            self.draft.register.state_of_place.get(place.value) == hit.value
            and len(self.draft.text[place.end : hit.start].strip(" ,(")) <= LINK
            for place in near
        )

    def _acts(self, hit: Hit) -> bool:
        """Whether an adjective stands at an office, a leader or a side, and so for its government."""
        if any(block.state == hit for block in self.blocks):
            return True
        names = ("leader_noun", "side")
        return any(
            word.start - hit.end in {0, 1, 2} for name in names for word in self.draft.hits.within(hit.end, hit.end + 25, "class", name)
        )

    def _groups(self) -> list[Party]:
        hits = self.draft.hits
        sized = [(hit, size) for cue, size in (("two_sides", 2), ("all_sides", 3)) for hit in hits.of("class", cue)]
        listed = self._listed() if hits.of("class", "all_sides") else ()
        open_ = {hit.start for hit in hits.of("class", "sides")}
        many = len(hits.of("class", "all_sides")) > len(hits.of("class", "two_sides")) - len(open_)
        made = []
        for hit, size in sized:
            wanted = size > PAIR or (many and hit.start in open_)
            before = [group for group in listed if group.end <= hit.start] if wanted else []
            codes = before[-1].codes if before else self.group_at(hit.start, size)
            if len(codes) >= 2:  # noqa: PLR2004 - a group has two members at least
                made.append(Party(start=hit.start, end=hit.end, codes=codes, kind="group"))
        return made

    def group_before(self, position: int) -> tuple[str, ...]:
        """Whom a gathering means that names nobody: where the article is about three the last list of three before it; else the pair."""
        if self.usual == PAIR:
            return self.group_at(position, PAIR)
        before = [group for group in self._listed() if group.end <= position]
        return before[-1].codes if before else self.group_at(position, self.usual)

    def _listed(self) -> tuple[bodies.Group, ...]:
        """The lists of three or more, and the regions, among those who are named."""
        return bodies.groups(self.draft, [(party.start, party.end, party.codes) for party in self.named if party.weight < PLACE])

    def _bare_offices(self, persons: Covers) -> list[Party]:
        """Offices without state and name, for their holder: at home if there is one, else the only one; a head nobody names is of home."""
        made = []
        homes, hits = self.draft.pack.home, self.draft.hits
        for block in self.blocks:
            named = self.draft.text[block.end + 1 : block.end + 2].isupper()
            named = named or bool(self.draft.hits.within(block.start, block.end, "class", "counterpart"))
            grouped = any(hits.within(block.start - GROUPED, block.end, "class", cue) for cue in ("two_sides", "all_sides"))
            if named or grouped or block.state is not None or persons.hold(block.start, block.start + 1):
                continue
            states = {person.country for person in self.people if person.country and block.office in person.office.split("; ")}
            known = [home for home in homes if home in states]
            known = known if len(known) == 1 else sorted(states) if len(states) == 1 else []
            if not states and block.office in self.draft.register.heads and len(homes) == 1:
                known = [home for home in homes if home in self.main]
            if known:
                made.append(Party(start=block.start, end=block.end, codes=(known[0],), kind="person"))
        return made

    def _sole_offices(self, persons: Covers) -> list[Party]:
        """Offices without a name that only one state has, for their holder, where no actor beside them says so."""
        made = []
        for block in self.blocks:
            state = block.state.value if block.state is not None else self.draft.register.holders.get(block.office)
            reach = 0 if block.state is not None else BESIDE
            beside = self.draft.hits.within(block.start - reach, block.end + reach, "actor")
            if state is not None and not beside and not persons.hold(block.start, block.start + 1):
                made.append(Party(start=block.start, end=block.end, codes=(state,), kind="person"))
        return made

    def _own_government(self) -> Iterator[Party]:
        """Words for a government that goes without a state's name in the press of one state: its own."""
        hits, text, homes = self.draft.hits, self.draft.text, self.draft.pack.home
        for hit in hits.of("class", "own_government") if len(homes) == 1 else ():
            alone = not text[hit.start - 1 : hit.start].isalnum() and runs.kind(text[hit.end : hit.end + 1] or " ") == runs.HIRAGANA
            if alone and not hits.within(hit.start - STATE, hit.start, "actor"):
                yield Party(start=hit.start, end=hit.end, codes=(homes[0],), kind="actor")

    def _antecedents(self, found: list[Party], persons: Covers) -> Iterator[Party]:
        """Pronouns, and offices with "the" and no name, for the states of those they mean."""
        offices = {(person.start, person.end): tuple(person.office.split("; ")) for person in self.people}
        signs = [
            Sign(party.start, party.end, PERSON, party.codes[0], offices.get((party.start, party.end), ()))
            for party in found
            if party.kind == "person"
        ]
        definite = {hit.end + 1 for hit in self.draft.hits.of("class", "definite")}
        for block in self.blocks:
            if persons.hold(block.start, block.start + 1):
                continue
            if block.state is not None:
                signs.append(Sign(block.start, block.end, PERSON, block.state.value, (block.office,)))
            elif block.start in definite and not self.draft.text[block.end + 1 : block.end + 2].isupper():
                signs.append(Sign(block.start, block.end, OFFICE, "", (block.office,)))
        for meant in antecedents(self.draft, signs):
            kind: PartyKind = "person" if len(meant.codes) == 1 else "group"
            yield Party(start=meant.start, end=meant.end, codes=meant.codes, kind=kind, meant=True)

    @cached_property
    def first_stop(self) -> int:
        """Where the first sentence of the body begins that ends as one; the length of the text where none does."""
        draft = self.draft
        spans = (sentence.span for sentence in draft.sentences if sentence.kind == "body")
        return next((span.start for span in spans if draft.text[span.end - 1] in STOPS), len(draft.text))

    @cached_property
    def usual(self) -> int:
        """How many take part where a sentence does not say: three where the article speaks of three sides more than of two."""
        hits = self.draft.hits
        return 3 if len(hits.of("class", "all_sides")) > len(hits.of("class", "two_sides")) else 2

    def group_at(self, position: int, size: int) -> tuple[str, ...]:
        """Whom "the two sides" or "the three" means there: the article's, unless the paragraph so far names only others.

        On a tour each paragraph tells of the traveller with another host; in a report about several pairs it is the one named last.
        """
        acting = [code for code in self.main if code not in self.draft.register.forums]
        wanted = tuple(sorted((acting if len(acting) >= size else self.main)[:size]))
        sentence = self.draft.sentence_at(position)
        if sentence is None:
            return wanted
        if size == pairs.PAIR and (fronted := self._fronted(sentence, position)):
            return fronted
        if size == pairs.PAIR and self._sides:
            told = pairs.last_named(self._told(sentence, position))
            if told:
                return told
        near = self._prominence.weighed(max(self.draft.paragraph_start(sentence.paragraph), position - NEAR), position)
        local = [code for code, _ in near]
        others = len(local) >= size and not set(wanted) & set(local[:size])
        station = len(local) == size and self.main[:1] == tuple(set(local) & set(wanted)) and min(weight for _, weight in near) >= STATION
        return tuple(sorted(local[:size])) if others or station else wanted

    def _fronted(self, sentence: Sentence, position: int) -> tuple[str, ...]:
        """The one with whom a sentence opens, and whom the article is about ("With Peru, the two sides raised ...")."""
        hits, start = self.draft.hits, sentence.span.start
        opening = [word for word in hits.within(start, min(position, start + GROUPED), "class", "with") if word.start == start]
        states = hits.within(opening[0].end, min(position, opening[0].end + OPENED), "actor") if opening else ()
        fronted = next((hit for hit in states if hit.start == opening[0].end + 1 and self.draft.text[hit.end : hit.end + 1] == ","), None)
        hub = next((code for code in self.main if fronted is not None and code != fronted.value), None)
        return tuple(sorted((fronted.value, hub))) if fronted is not None and hub is not None else ()

    @cached_property
    def _sides(self) -> frozenset[str]:
        """The sides of the pairs, where the article is about several; else none."""
        states = self.draft.register.states
        rated = [(code, weight) for code, weight in self._prominence.weighed(0, len(self.draft.text)) if code in {*states, *self.main[:2]}]
        return pairs.sides(rated)

    def _told(self, sentence: Sentence, position: int) -> Iterator[list[str]]:
        """The states named in a sentence up to a position, then those of each before it; of a town only where nothing else is named."""
        sentences = self.draft.sentences
        at = bisect_left(sentences, sentence.span.start, key=_begin)
        for index in range(at, max(-1, at - pairs.BACK), -1):
            span = sentences[index].span
            found = _between(self.named, span.start, min(span.end, position)) if sentences[index].kind != "caption" else []
            sure = [party for party in found if party.weight < PLACE] or found
            if index == at and len({code for party in sure for code in party.codes}) == 1:
                # "On coming to Lima NAME will ...; the two states ...": the town is that of the other side.
                every = {code for party in found for code in party.codes}
                sure = found if len(every) == pairs.PAIR else sure
            together = index == at and len(sure) == pairs.PAIR and joined(self.draft, sure[0].end, sure[1].start)
            yield [code for party in sure for code in party.codes if together or code in self._sides]

    @cached_property
    def _prominence(self) -> Prominence:
        return prominence_in(self.draft)


STATE = 4
"""Characters of the word that joins a state's name to its government."""

GROUPED = 9
"""Characters of the word before an office that makes it stand for a group ("both presidents")."""


OPENED = 40
"""Characters of the name of a state with which a sentence opens."""


def _place(party: Party) -> tuple[int, int, str]:
    return party.start, -party.end, party.kind


def _begin(sentence: Sentence) -> int:
    return sentence.span.start


def _between(parties: Sequence[Party], start: int, end: int) -> list[Party]:
    low = bisect_left(parties, start, key=lambda party: party.start)
    high = bisect_left(parties, end, lo=low, key=lambda party: party.start)
    return [party for party in parties[low:high] if party.end <= end]


def context(draft: Draft, people: tuple[Person, ...]) -> Context:
    """The context of an article: its main actors by how often and where they are named."""
    offices = blocks(draft)
    rated = [code for code, _ in prominence_in(draft).weighed(0, len(draft.text), _unnamed(draft, people, offices))]
    first = [draft.heading.state, draft.heading.home] if draft.heading is not None else []
    return Context(draft=draft, people=people, main=tuple(dict.fromkeys([*first, *rated])), blocks=offices)


def _unnamed(draft: Draft, people: tuple[Person, ...], offices: tuple[Block, ...]) -> Iterator[str]:
    """The states of those whom an office without state and name stands for: the one at home, or the only one named that has it."""
    persons = covers((person.start, person.end) for person in people)
    for block in offices:
        if block.state is None and not persons.hold(block.start, block.start + 1):
            states = {person.country for person in people if person.country and block.office in person.office.split("; ")}
            home = states.intersection(draft.pack.home)
            yield from states if len(states) == 1 else home if len(home) == 1 else ()


def states_of(codes: Iterable[str], draft: Draft) -> tuple[str, ...]:
    """Those of some codes that are states."""
    return tuple(code for code in codes if code in draft.register.states)
