"""Matches: where a rule's pattern stands in a sentence, and which of them an `unless` silences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from foedera.extraction.drafts import Draft
from foedera.extraction.hits import Stretch
from foedera.extraction.lexicon import Branch, Key
from foedera.extraction.names import GENITIVE
from foedera.extraction.scopes import clause_at, scope
from foedera.extraction.sentences import Sentence
from foedera.model.document import Span
from foedera.model.rule import Rule

REACH = 80
"""Characters that a gap may hold: the longest object a news sentence puts between verb and noun in the corpus is 71."""

GLUE = frozenset(" \t\n,\"'“”‘’«»()\u3001\u300c\u300d\u300e\u300f\uff08\uff09")
"""Characters that may stand between neighbouring elements of a pattern."""

GLUE_REACH = 3

ENDS = frozenset('.!?…。;"”»」)）')
"""Signs at the end of a line that is no heading."""


class Match(Struct, frozen=True, kw_only=True):
    """A rule at a place: `start` and `end` of all its words, the words themselves, the sentence, the clause and the scope around it."""

    rule: Rule
    start: int
    end: int
    words: tuple[Span, ...]
    sentence: Sentence
    clause: Span
    scope: Span
    silenced: bool = False

    def distance(self, start: int, end: int) -> int:
        """Characters between its words and a stretch of the text; 0 where they touch or meet."""
        return max(0, self.start - end, start - self.end)


def matches(draft: Draft, rules: dict[Key, Branch]) -> tuple[Match, ...]:
    """All matches of some of the lexicon's rules, in order of place; of several of one type at one place the longest."""
    found: list[Match] = []
    standing = draft.hits.standing()
    walk = _Walk(draft=draft, standing=standing, present=frozenset(standing), known={})
    for sentence, begins in _by_sentence(walk, rules):
        found += _in_sentence(walk, sentence, begins)
    return tuple(found)


def by_sentence(found: Iterable[Match]) -> defaultdict[int, list[Match]]:
    """Matches by where their sentence begins."""
    gathered: defaultdict[int, list[Match]] = defaultdict(list)
    for match in found:
        gathered[match.sentence.span.start].append(match)
    return gathered


def _by_sentence(walk: _Walk, rules: dict[Key, Branch]) -> list[tuple[Sentence, list[tuple[Branch, Stretch]]]]:
    """Each sentence that begins a pattern which the words of the text may carry on, with the hits that do."""
    sentences = walk.draft.sentences
    starts = [sentence.span.start for sentence in sentences]
    gathered: defaultdict[int, list[tuple[Branch, Stretch]]] = defaultdict(list)
    ends = [sentence.span.end for sentence in sentences]
    for key in sorted(walk.present & rules.keys()):
        branch = rules[key]
        if not branch.ends and branch.ahead.isdisjoint(walk.present):
            continue
        for hit in walk.standing[key]:
            index = bisect_right(starts, hit[0]) - 1
            if index >= 0 and hit[1] <= ends[index]:
                gathered[index].append((branch, hit))
    return [(sentences[index], begins) for index, begins in sorted(gathered.items())]


def _in_sentence(walk: _Walk, sentence: Sentence, begins: list[tuple[Branch, Stretch]]) -> Iterable[Match]:
    draft = walk.draft
    headed = _is_heading(draft.text[sentence.span.start : sentence.span.end])
    found: list[Match] = []
    silencing: list[tuple[str, Span]] = []
    for first, hit in begins:
        clause = clause_at(sentence, hit[0])
        within = None
        for branch, words in walk.along(first, (hit,), clause.end):
            within = within or scope(draft, sentence, hit[0])
            silencing += [(rule.id, within) for rule in branch.silences]
            silencing += [(rule.id, Span(start=hit[0], end=words[-1][1])) for rule in branch.overlaps]
            for rule in branch.says:
                if (headed or not rule.heading) and all(_holds(draft, clause, kind) for kind in rule.needs):
                    spans = tuple([Span(start=word[0], end=word[1]) for word in words])
                    around = _through(draft, sentence, within, words[-1])
                    found.append(
                        Match(rule=rule, start=hit[0], end=words[-1][1], words=spans, sentence=sentence, clause=clause, scope=around)
                    )
    return _sifted(found, silencing) if found else ()


def _is_heading(line: str) -> bool:
    """Whether a line is no sentence: without a stop; a bracket at its end tells the hour ("2 Call on the president (at 3 pm)")."""
    hour = line[line.rfind("(") :] if line.endswith(")") else ""
    return line[-1] not in ENDS or any(map(str.isdigit, hour))


def _holds(draft: Draft, clause: Span, kind: str) -> bool:
    """Whether a clause holds a mention of a kind; who stands for a state does for the state."""
    hits = draft.hits
    if hits.within(clause.start, clause.end, kind):
        return True
    if kind != "actor":
        return False
    people = any(hit.value for hit in hits.within(clause.start, clause.end, "person"))
    return people or any(hits.within(clause.start, clause.end, "class", name) for name in ACTING)


ACTING = ("he", "they")
"""Pronouns of those who act."""


def _through(draft: Draft, sentence: Sentence, within: Span, last: Stretch) -> Span:
    """The scope of a match whose last word stands beyond the clause it begins in ("the accord which was signed in 2020")."""
    return within if last[1] <= within.end else Span(start=within.start, end=scope(draft, sentence, last[0]).end)


Steps = list[tuple[Sequence[Stretch], tuple[tuple[bool, Branch], ...]]]
"""The next words of a branch that a text has: their hits, and the branches behind them, each with or without a gap before it."""


class _Walk(Struct, frozen=True, kw_only=True):
    """The walk along the rules' patterns through one text; `known` keeps, for each branch met, what of it the text has at all."""

    draft: Draft
    standing: dict[Key, Sequence[Stretch]]
    present: frozenset[Key]
    known: dict[int, Steps]

    def steps(self, branch: Branch) -> Steps:
        """What of a branch the text has: most patterns need a word that it does not have, and are never tried."""
        steps = self.known.get(id(branch))
        if steps is None:
            steps = self.known[id(branch)] = [] if branch.ahead.isdisjoint(self.present) else self._ahead(branch)
        return steps

    def _ahead(self, branch: Branch) -> Steps:
        standing, follows = self.standing, branch.follows
        here = branch.ahead & self.present
        ordered: Iterable[Key] = here if len(here) == 1 else sorted(here, key=branch.order.__getitem__)
        return [(standing[key], follows[key]) for key in ordered]

    def along(self, branch: Branch, words: tuple[Stretch, ...], limit: int) -> list[tuple[Branch, tuple[Stretch, ...]]]:
        """Every branch that the text follows, with its words; each element takes the first place that fits: linear cost."""
        found = [(branch, words)] if branch.ends else []
        steps = self.steps(branch)
        if not steps:
            return found
        end = words[-1][1]
        last = min(limit, end + REACH)
        for hits, rows in steps:
            # Most often what would follow stands only before these words.
            if hits[-1][0] < end:
                continue
            hit = hits[bisect_left(hits, (end,))]
            if hit[0] > last or hit[1] > limit:
                continue
            near = hit[0] <= end + GLUE_REACH and _glued(self.draft.text, end, hit[0])
            for gap, following in rows:
                if gap or near:
                    found += self.along(following, (*words, hit), limit)
        return found


def _glued(text: str, end: int, start: int) -> bool:
    between = text[end:start]
    return between in {"", " "} or GLUE.issuperset(between) or between.replace("’", "'") == f"{GENITIVE} "


def _sifted(found: list[Match], silencing: list[tuple[str, Span]]) -> Iterable[Match]:
    """Of matches of one type that overlap, the longest; one that an `unless` silences stays only where no other stands, as silenced."""
    heard = [replace(match, silenced=True) if _is_silenced(match, silencing) else match for match in found]
    heard = [match for match in heard if not _overreaches(match, heard)]
    kept: list[Match] = []
    for match in sorted(heard, key=_rank):
        if not any(other.rule.type == match.rule.type and other.start < match.end and match.start < other.end for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda match: (match.start, match.rule.id))


def _rank(match: Match) -> tuple[bool, bool, int, int, str]:
    return match.silenced, match.rule.mark != LIKENED, match.start - match.end, match.start, match.rule.id


LIKENED = "likened"
"""Mark of rules whose words name the two who have a level that others only wish for: a verb before those words is not theirs."""


def _overreaches(match: Match, heard: list[Match]) -> bool:
    """Whether a gap leads into the words of another verb, and without it the first has words of its own ("met X, called on the king")."""
    if match.rule.type not in ENCOUNTERS:
        return False
    alike = [other for other in heard if other.rule.type == match.rule.type and not other.silenced]
    inner = [other.start for other in alike if match.words[0].end < other.start and other.end <= match.end]
    return bool(inner) and any(other.start == match.start and other.end <= min(inner) for other in alike)


ENCOUNTERS = frozenset({"meeting", "talks", "call", "visit"})
"""Types of which one sentence often tells several, each with its verb."""


def _is_silenced(match: Match, silencing: list[tuple[str, Span]]) -> bool:
    return any(rule == match.rule.id and within.start < match.end and match.start < within.end for rule, within in silencing)
