"""Unwrapped text: a report whose lines a mailer or an old site broke by length, without those breaks; offsets stay.

Whoever breaks lines by length breaks each where the next word no longer fits. So a text whose sentences run on over breaks, and do
so only there, tells its width, and by it which other breaks are of that kind.
"""

from __future__ import annotations

from foedera.extraction import columns

NOTHING = "\u200b"
"""What takes the place of a break amid a run of Chinese characters or kana: the sign of width nothing, which no normal text holds."""

LEAST = 40
"""Characters of a line that was broken by length; titles and bylines are shorter, whole paragraphs mostly far longer."""

MOST = 130
"""Characters beyond which a line is a paragraph of its own."""

RUN = 3
"""Lines in a row of like length that make a wrapped text; breaks amid a sentence that tell its width."""

ENDS = frozenset('.!?:…"”»)]*\u3002\uff01\uff1f\uff1a\u300d\u300f\uff09\u3011')
"""Signs after which a line has ended by itself."""

STOPS = frozenset(".!?:…")
"""Those of them that do not stand amid a sentence."""


def unwrapped(text: str) -> str:
    """The text with the line breaks inside wrapped sentences replaced, character for character: by spaces, or by `NOTHING`."""
    if "\n" not in text:
        return text
    lines = text.split("\n")
    dense = columns.breaks(lines) if max(text) >= columns.DENSE else frozenset()
    if not dense and not any(_open(lines, index) for index in range(len(lines))):
        return text
    width = _width(lines)
    first = next((index for index, line in enumerate(lines) if line.strip()), 0)
    apart = width > 0 and _apart(lines, width)
    made: list[str] = []
    for index in range(len(lines) - 1):
        joined = index in dense or _amid(lines, index) or _likely(lines, index)
        joined = joined or (width > 0 and index != first and _full(lines, index, width) and (apart or _amid_words(lines, index)))
        made += [lines[index], _join(lines, index) if joined else "\n"]
    return "".join([*made, lines[-1]])


def _join(lines: list[str], index: int) -> str:
    return NOTHING if columns.is_dense(lines[index], lines[index + 1]) else " "


def _width(lines: list[str]) -> int:
    """Where lines are broken in a text that is wrapped throughout; 0 where it is not."""
    amid = [index for index in range(len(lines)) if _amid(lines, index)]
    width = max((len(lines[index].rstrip()) for index in amid), default=0)
    full = sum(_reach(lines, index) > width for index in amid)
    return width if len(amid) >= RUN and full * 10 >= len(amid) * 9 else 0


def _reach(lines: list[str], index: int) -> int:
    """How long the line would be with the next word."""
    return len(lines[index].rstrip()) + 1 + len(lines[index + 1].split(maxsplit=1)[0])


def _full(lines: list[str], index: int, width: int) -> bool:
    """Whether the next word no longer fitted on the line, in a wrapped text."""
    line = lines[index].rstrip()
    followed = index + 1 < len(lines) and lines[index + 1].strip()
    return bool(followed and line) and len(line) <= width + width // RUN and _reach(lines, index) > width


def _amid_words(lines: list[str], index: int) -> bool:
    """Whether a line ends without a stop, or a small letter follows."""
    return lines[index + 1].lstrip()[0].islower() or lines[index].rstrip()[-1] not in STOPS


def _apart(lines: list[str], width: int) -> bool:
    """Whether empty lines stand between the paragraphs: no line that ends a sentence short of the width has another behind it."""
    followed = [index for index in range(len(lines) - 1) if lines[index].strip() and lines[index + 1].strip()]
    return all(lines[index].rstrip()[-1] in ":\u2026" or _amid_words(lines, index) or _full(lines, index, width) for index in followed)


def _amid(lines: list[str], index: int) -> bool:
    """Whether the break behind a line stands inside a sentence: a small letter follows."""
    return _open(lines, index) and lines[index + 1].lstrip()[0].islower()


def _likely(lines: list[str], index: int) -> bool:
    """Whether it seems to, by a comma before it or by the lines around it."""
    return _open(lines, index) and (lines[index].rstrip()[-1] == "," or _in_run(lines, index))


def _open(lines: list[str], index: int) -> bool:
    """Whether a line is as long as a broken one, has not ended by itself, and a word follows."""
    line = lines[index].rstrip()
    if not LEAST <= len(line) <= MOST or line[-1] in ENDS or index + 1 == len(lines):
        return False
    following = lines[index + 1].lstrip()
    return bool(following) and _word(following[0])


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
