"""Headings: a first line that names no more than where, or who came, and the state ("Lima, Peru"; "President NAME, Peru").

Below such a line of a list of travels or guests stand remarks without a subject ("Met with the President"). The one they leave out is who
keeps the list, or his guest.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from foedera.extraction.hits import Hit, Hits
from foedera.extraction.registers import Register
from foedera.extraction.sentences import Sentence
from foedera.model.article import Part
from foedera.model.document import Span

LONGEST = 120
"""Characters of the longest heading: four towns and a state."""

MOST_WORDS = 5
"""Words of a town's name."""

FULL_NAME = 3
"""Words from which an unknown name before the state is a person's rather than a town's."""


class Heading(Struct, frozen=True, kw_only=True):
    """The state of the place or the visitor as named, whose list it is, the towns (canonical where known), and where it stands."""

    named: Hit
    home: str
    places: tuple[str, ...]
    visitor: bool
    span: Span
    office: int | None = None
    """Where the visitor's office ends and the name begins."""

    @property
    def state(self) -> str:
        """The code of the state that it names."""
        return self.named.value

    @property
    def subject(self) -> str:
        """The state of the one whom the remarks leave out: the visitor's, or that of the traveller who keeps the list."""
        return self.state if self.visitor else self.home

    @property
    def other(self) -> str:
        """The state that the one left out has to do with."""
        return self.home if self.visitor else self.state


def heading(text: str, parts: tuple[Part, ...], hits: Hits, register: Register) -> Heading | None:
    """The heading of a text that has one, its `home` still empty; of its form, a state is sure even by a name that elsewhere is weak."""
    if len(parts) < 2 or not _is_line(text, parts[0].span):  # noqa: PLR2004 - a heading and a remark
        return None
    line = parts[0].span
    states = _at_the_end(text, line, [hit for hit in hits.within(line.start, line.end, "actor") if hit.value in register.states])
    if not states:
        return None
    towns = hits.within(line.start, line.end, "place")
    head = text[line.start : states[0].start].rstrip()
    if not head:
        alone = any(town.start == states[0].start for town in towns)
        return _made(states[-1], tuple(town for town in towns if town.start == states[0].start), line) if alone else None
    names = [name.strip() for name in head[:-1].split(",")]
    told = hits.within(line.start, states[0].start, "class", "at")
    if head[-1] != "," or told or not all(map(_is_name, names)):
        return None
    officials = hits.within(line.start, states[0].start, "office")
    known = tuple(town for town in towns if town.end <= states[0].start)
    if officials:
        return replace(_made(states[-1], (), line), visitor=True, office=officials[-1].end)
    unknown = not known and len(names) == 1 and len(names[0].split()) >= FULL_NAME
    return replace(_made(states[-1], known, line), visitor=unknown)


def _is_line(text: str, span: Span) -> bool:
    """Whether a part is a short line by itself, and no dateline with the news right behind it."""
    return span.end - span.start <= LONGEST and "\n" in text[span.end - 1 : span.end + 1]


def _made(state: Hit, towns: tuple[Hit, ...], line: Span) -> Heading:
    return Heading(named=state, home="", places=tuple(dict.fromkeys(town.value for town in towns)), visitor=False, span=line)


def _at_the_end(text: str, line: Span, states: list[Hit]) -> list[Hit]:
    """The states that the line ends with: one, or another name of it in brackets behind."""
    kept: list[Hit] = []
    end = line.end
    for state in reversed(states):
        behind = text[state.end : end].strip(" .")
        if behind not in {"", ")", "(", "-"} and not (not kept and behind[0] == "(" and behind[-1] == ")"):
            break
        kept.insert(0, state)
        end = state.start
    return kept


def _is_name(name: str) -> bool:
    words = name.replace("(", " ").replace(")", " ").split()
    small = [word for word in words if not (word[0].isupper() or word[0].isdigit() or "-" in word)]
    return 0 < len(words) <= 2 * MOST_WORDS and words[0][0].isupper() and all(len(word) <= MOST_WORDS for word in small) and len(small) <= 1


def sure(hits: Hits, found: Heading) -> Hits:
    """The same hits, the state of the heading sure by whatever name."""
    return hits.with_only("actor", [hit._replace(weak=False) if hit == found.named else hit for hit in hits.of("actor")])


def left_out(found: Heading, sentences: tuple[Sentence, ...], hits: Hits) -> list[Hit]:
    """A hit of no length at the beginning of each clause below the heading that names no subject there."""
    begins = [clause.start for sentence in sentences if sentence.span.start >= found.span.end for clause in sentence.clauses]
    named = {hit.start for kind in ("actor", "office") for hit in hits.of(kind)}
    return [Hit(start, start, "unsaid", found.subject) for start in begins if start not in named]
