"""Unwrapped text: a report whose lines a mailer or an old site broke by length, with those breaks as spaces; offsets stay."""

from __future__ import annotations

LEAST = 40
"""Characters of a line that was broken by length; titles and bylines are shorter, whole paragraphs mostly far longer."""

MOST = 130
"""Characters beyond which a line is a paragraph of its own."""

RUN = 3
"""Lines in a row of like length that make a wrapped text."""

ENDS = frozenset('.!?:…"”»)]*\u3002\uff01\uff1f\uff1a\u300d\u300f\uff09\u3011')
"""Signs after which a line has ended by itself."""


def unwrapped(text: str) -> str:
    """The text with the line breaks inside wrapped sentences replaced by spaces, character for character."""
    lines = text.split("\n")
    joins = [_broken(lines, index) for index in range(len(lines))]
    return "".join(line + (" " if join else "\n") for line, join in zip(lines[:-1], joins, strict=False)) + lines[-1]


def _broken(lines: list[str], index: int) -> bool:
    """Whether the break behind a line stands inside a sentence."""
    line = lines[index].rstrip()
    following = lines[index + 1].strip() if index + 1 < len(lines) else ""
    if not LEAST <= len(line) <= MOST or not following or line[-1] in ENDS or not _word(following[0]):
        return False
    return following[0].islower() or line[-1] == "," or _in_run(lines, index)


def _word(sign: str) -> bool:
    return sign.isalnum() or sign in "(\"“'"


def _in_run(lines: list[str], index: int) -> bool:
    """Whether the line stands among several of like length, none of which ends a sentence."""
    length = len(lines[index].rstrip())
    like = [
        line
        for line in lines[max(0, index - RUN) : index + RUN + 1]
        if line.strip() and abs(len(line.rstrip()) - length) * 4 <= length and LEAST <= len(line.rstrip()) <= MOST
    ]
    return len(like) > RUN and sum(line.rstrip()[-1] not in ENDS for line in like) * 2 > len(like)
