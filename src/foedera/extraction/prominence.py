"""Prominence: how much a text speaks of each actor, by where and how often it is named."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from msgspec import Struct

from foedera.extraction.drafts import Draft
from foedera.extraction.hits import Hit, Hits
from foedera.model.document import Span

LEAD = 3
"""What an actor of the title counts more than one of the body: the title names whom the report is about."""


def left(draft: Draft, hit: Hit) -> bool:
    """Whether an actor is only the place that one comes from: a capital behind "from", or a state with a comma behind it.

    So is a state that "after" and a comma frame at the head of a sentence ("after Peru, he goes to Chile").
    """
    if draft.pack.postposed:
        return False
    low = max(0, hit.start - 25)
    words = [word for word in draft.hits.within(low, hit.start, "class", "origin") if word.end == hit.start - 1]
    opens = all(draft.text[max(0, word.start - 2) : max(0, word.start - 1)] in {*HEAD, ","} for word in words)
    framed = draft.text[hit.end : hit.end + 1] == ","
    if words and (hit.role == "government" or (opens and framed)):
        return True
    after = [word for word in draft.hits.within(low, hit.start, "class", "counted_after") if word.end == hit.start - 1]
    return framed and any(draft.text[max(0, word.start - 2) : max(0, word.start - 1)] in HEAD for word in after)


HEAD = frozenset({"", ".", "!", "?", "\n"})
"""What stands before the space before the first word of a sentence."""


def _houses(hits: Hits, hit: Hit) -> bool:
    """Whether a capital is only where something takes place, behind "in"."""
    return hit.role == "government" and any(
        word.end == hit.start - 1 for word in hits.within(max(0, hit.start - 25), hit.start, "class", "at")
    )


class Prominence(Struct, frozen=True, kw_only=True):
    """A draft with the places that give the actors in them their weight."""

    draft: Draft
    titles: tuple[Span, ...]
    spoken: tuple[Span, ...]
    lead: Span
    known: dict[Hit, int]

    def weighed(self, start: int, end: int, unnamed: Iterable[str] = ()) -> list[tuple[str, int]]:
        """Actors of a stretch with their weight, heaviest first, then the one named first: mentions in title, lead and body, named people.

        `unnamed` are states spoken of by an office alone.
        Of the whole text a capital where something takes place tells nothing of whom it is about; of a paragraph it does.
        """
        hits = self.draft.hits
        whole = end - start == len(self.draft.text)
        weights: dict[str, int] = {}
        actors, persons = hits.within(start, end, "actor"), hits.within(start, end, "person")
        for hit in actors:
            weight = self.weight(hit)
            if weight and not (whole and _houses(hits, hit)):
                weights[hit.value] = weights.get(hit.value, 0) + weight
        for hit in persons:
            if hit.value:
                weights[hit.value] = weights.get(hit.value, 0) + 2
        for code in unnamed:
            weights[code] = weights.get(code, 0) + 1
        if len(weights) <= 1:
            return list(weights.items())
        first = {hit.value: hit.start for named in (persons, actors) for hit in reversed(named)}
        return sorted(weights.items(), key=lambda item: (-item[1], first.get(item[0], end), item[0]))

    def weight(self, hit: Hit) -> int:
        """What the naming of an actor counts, nothing where it only tells whence somebody comes; `known` keeps it."""
        weight = self.known.get(hit)
        if weight is None:
            register = self.draft.register
            foreign = hit.value in register.groups or hit.value in register.forums or (self.spoken and not _in_any(hit, self.spoken))
            weight = 0 if foreign or left(self.draft, hit) else self._by_place(hit)
            self.known[hit] = weight
        return weight

    def _by_place(self, hit: Hit) -> int:
        weight = LEAD if _in_any(hit, self.titles) else 2 if self.lead.start <= hit.start < self.lead.end else 1
        return weight if hit.value in self.draft.register.states else max(1, weight - 1)


def prominence_in(draft: Draft) -> Prominence:
    """A draft with its titles, its sentences and its first two sentences."""
    body = [sentence.span for sentence in draft.sentences if sentence.kind == "body"]
    return Prominence(
        draft=draft,
        titles=tuple(sentence.span for sentence in draft.sentences if sentence.kind == "title"),
        spoken=tuple(sentence.span for sentence in draft.sentences),
        lead=Span(start=body[0].start, end=body[min(1, len(body) - 1)].end) if body else Span(start=0, end=0),
        known={},
    )


def _in_any(hit: Hit, spans: Sequence[Span]) -> bool:
    """Whether a hit lies in one of some spans in order."""
    at = bisect_right(spans, hit.start, key=lambda span: span.start) - 1
    return at >= 0 and hit.end <= spans[at].end
