"""Marks: the words by which a pack tells a caption, a byline, a credit or boilerplate from the body."""

from __future__ import annotations

import re

from msgspec import Struct

from foedera.model.article import PartKind
from foedera.model.pack import Pack
from foedera.plumbing.once import once
from foedera.plumbing.text import lowered

LONGEST_CREDIT = 60
"""Characters that may follow a caption's mark at the end of a line: the photographer and the agency."""
LONGEST_CAPTION = 500
LONGEST_MARKED = 160
"""A line that begins like boilerplate but is longer than this, or ends like a sentence, is a paragraph."""
_NUMBERED = re.compile(r"\(?\d{1,5}\)? ")
_SPACED_COLON = re.compile(r"\s+:")


class Marks(Struct, frozen=True, kw_only=True):
    """The marks of a pack in lower case."""

    caption: tuple[str, ...]
    byline: tuple[str, ...]
    credit: tuple[str, ...]
    boilerplate: tuple[str, ...]
    terminators: str

    def kind(self, line: str) -> PartKind | None:
        """What a line is by its marks; None where no mark speaks."""
        if len(line) > LONGEST_CAPTION:
            return None
        low = lowered(line)
        low = _SPACED_COLON.sub(":", low) if ":" in low else low
        ends = low[-1] in self.terminators and low[-1] != "\u2026"
        sentence = len(low) > (LONGEST_CREDIT if ends else LONGEST_MARKED)
        if not sentence and self._is_boilerplate(low):
            return "boilerplate"
        if self._is_caption(low):
            return "caption"
        if not sentence and low.startswith(self.credit) and any(_names(line, low, mark) for mark in self.credit):
            return "credit"
        short = not ends and len(low) <= LONGEST_CREDIT + LONGEST_CREDIT // 2
        return "byline" if short and low.startswith(self.byline) and any(_names(line, low, mark) for mark in self.byline) else None

    def _is_boilerplate(self, low: str) -> bool:
        starts = [start for start in {low, _NUMBERED.sub("", low, count=1)} if start.startswith(self.boilerplate)]
        return any(_is_said_apart(start, mark) for start in starts for mark in self.boilerplate)

    def _is_caption(self, low: str) -> bool:
        for mark in self.caption:
            at = low.rfind(mark)
            if at < 0:
                continue
            free = at == 0 or not low[at - 1].isalnum() or not mark[0].isalnum()
            rest = low[at + len(mark) :]
            if free and mark.endswith(":") and (at == 0 or len(rest) <= LONGEST_CREDIT):
                return True
            if free and not mark.endswith(":") and len(rest) <= LONGEST_CREDIT and (not rest.strip(" )]./") or _opens(mark, at, rest)):
                return True
        return False


def _opens(mark: str, at: int, rest: str) -> bool:
    """A mark without colon tells a caption from its beginning, or from where a bracket or a dash sets it off."""
    return not rest[0].isalnum() and (at == 0 or not mark[0].isalnum())


def _is_said_apart(low: str, mark: str) -> bool:
    """Whether a line begins with a mark of boilerplate: one of a single word must stand alone, set off by a sign or a number."""
    if not low.startswith(mark):
        return False
    rest = low[len(mark) :].lstrip()
    return not rest or not mark[-1].isalnum() or not rest[0].isalpha() or (" " in mark and not low[len(mark)].isalnum())


def _names(line: str, low: str, mark: str) -> bool:
    """Whether a line begins with a mark of a byline or credit and a name, or nothing, follows."""
    if not low.startswith(mark) or (mark[-1].isalnum() and low[len(mark) : len(mark) + 1].isalnum()):
        return False
    rest = low[len(mark) :].lstrip(" :/-(")
    return not rest or " " in mark or not mark[-1].isalnum() or not line[-len(rest)].islower()


@once
def marks_of(pack: Pack) -> Marks:
    """The marks of a pack, ready to compare with lines."""
    known = pack.parts
    return Marks(
        caption=_lowered(known.caption),
        byline=_lowered(known.byline),
        credit=_lowered(known.credit),
        boilerplate=_lowered(known.boilerplate),
        terminators=pack.sentences.terminators,
    )


def _lowered(marks: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(lowered(mark) for mark in marks))
