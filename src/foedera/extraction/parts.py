"""Parts: a normal text divided into title, datelines, body, captions, bylines, credits and boilerplate.

Lines are told apart by the marks of the pack, by their place and by their shape. A paragraph of the body may begin with a dateline
("MANILA, Nov 3 (Wire) —") and end with a credit ("— Bernama"). Parts stand in order, do not overlap and hold every visible
character.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from foedera.extraction import datelines
from foedera.extraction.marks import Marks, marks_of
from foedera.model.article import Part, PartKind
from foedera.model.document import Span
from foedera.model.pack import Pack

LONGEST_TITLE = 200
LONGEST_NAME = 5
"""Words of a writer's name that stands alone on a line."""
DASHES = "-\u2013\u2014"
PARAGRAPH = 80
"""Characters from which a line is a paragraph even without a final stop."""
_CRAWLED = re.compile(r"\s{0,8}date\s{1,8}\d{4}(?:-\d{2}){0,2}(?=\s|$)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.-]+\.(?:com|net|org|vn|my|gov|info)(?:\.[a-z]{2})?")


class _Line(Struct, frozen=True):
    start: int
    end: int
    text: str
    follows: bool
    """Whether no empty line stands before it."""
    kind: PartKind = "body"


def parts(text: str, pack: Pack) -> tuple[Part, ...]:
    """The parts of a normal text."""
    marks = marks_of(pack)
    lines = _told_by_place(_repeated([_told_by_marks(line, marks, pack) for line in _lines(text)]), pack)
    lines = _joined(_after_the_end(lines, pack), text, pack)
    found = [part for line in lines for part in _divided(line, pack)]
    return tuple(part for part in found if part.span.start < part.span.end)


def _lines(text: str) -> Iterator[_Line]:
    start, follows = 0, False
    for raw in text.split("\n"):
        end = start + len(raw)
        crawled = _CRAWLED.match(raw)
        if crawled:
            yield _trimmed(crawled.group(), start, kind="dateline")
            start += crawled.end()
        if raw.strip() and not text[start:end].isspace() and start < end:
            yield _trimmed(text[start:end], start, follows=follows and not crawled)
        follows = bool(raw.strip())
        start = end + 1


def _trimmed(raw: str, start: int, *, kind: PartKind = "body", follows: bool = False) -> _Line:
    start += len(raw) - len(raw.lstrip())
    stripped = raw.strip()
    return _Line(start, start + len(stripped), stripped, follows=follows, kind=kind)


def _told_by_marks(line: _Line, marks: Marks, pack: Pack) -> _Line:
    if line.kind != "body":
        return line
    set_off = line.text[0] in DASHES or (line.text[0] == "(" and line.text[-1] == ")")
    if _ADDRESS.fullmatch(line.text) or (set_off and _is_name(line.text.strip(DASHES + " "), shortest=1)):
        return replace(line, kind="credit")
    kind = marks.kind(line.text)
    dated = {None, "byline"} if pack.spaced else {None, "byline", "credit"}
    if kind in dated and datelines.is_dateline(line.text, pack):
        kind = "dateline"
    return line if kind is None else replace(line, kind=kind)


def _repeated(lines: list[_Line]) -> list[_Line]:
    """A short line that stands twice is a picture's caption with its alternative text; a paragraph, a fault of the crawl."""
    counts = Counter(line.text for line in lines if line.kind == "body")
    seen: set[str] = set()
    told: list[_Line] = []
    for line in lines:
        again = line.text in seen
        seen.add(line.text)
        if line.kind == "body" and counts[line.text] > 1:
            first = not told or all(other.kind != "body" for other in told)
            kind: PartKind = "body" if first or (len(line.text) > LONGEST_TITLE and not again) else "boilerplate" if again else "caption"
            told.append(replace(line, kind=kind))
        else:
            told.append(line)
    return told


def _told_by_place(lines: list[_Line], pack: Pack) -> list[_Line]:
    """The title, what carries it on, and lines that are no more than a writer's name."""
    told = list(lines)
    first = next((number for number, line in enumerate(lines) if line.kind == "body"), None)
    if first is not None and first < LONGEST_NAME and _is_heading(lines[first], pack):
        told[first] = replace(lines[first], kind="title")
        for number in range(first + 1, len(lines)):
            line = lines[number]
            if line.kind != "body" or not line.follows or not line.text[0].islower() or not _is_heading(line, pack):
                break
            told[number] = replace(line, kind="title")
    left = [number for number, line in enumerate(told) if line.kind == "body"]
    if len(left) == 1:
        return told
    body = [number for number in left if _is_paragraph(told[number].text, pack)]
    for number, line in enumerate(told):
        outside = not body or number > body[-1] or number < body[0]
        if line.kind == "body" and outside and _is_name(line.text):
            told[number] = replace(line, kind="byline")
    return told


def _is_heading(line: _Line, pack: Pack) -> bool:
    if len(line.text) > LONGEST_TITLE or datelines.opening(line.text, pack):
        return False
    last = line.text.rstrip(pack.sentences.closers)[-1:]
    return not last or last not in pack.sentences.terminators or last in "?!…" or line.text.endswith("...")


def _is_paragraph(text: str, pack: Pack) -> bool:
    return len(text) >= PARAGRAPH or text.rstrip(pack.sentences.closers)[-1:] in pack.sentences.terminators


def _is_name(text: str, *, shortest: int = 2) -> bool:
    words = text.replace("-", " ").replace("(", " ").replace(")", " ").split()
    return shortest <= len(words) <= LONGEST_NAME and all(word[0].isupper() and not word[-1].isdigit() for word in words)


def _after_the_end(lines: list[_Line], pack: Pack) -> list[_Line]:
    """Below a line of boilerplate behind the last paragraph all is boilerplate: lists of links, forms for comments."""
    last = max((number for number, line in enumerate(lines) if line.kind == "body" and _is_paragraph(line.text, pack)), default=-1)
    seen, told = False, list(lines)
    for number, line in enumerate(lines):
        seen = seen or (number > last and line.kind == "boilerplate")
        if seen and line.kind in {"body", "byline"}:
            told[number] = replace(line, kind="boilerplate")
    return told


def _joined(lines: list[_Line], text: str, pack: Pack) -> list[_Line]:
    """Lines of the body that a converter broke in mid-sentence, as one paragraph."""
    runs: list[list[_Line]] = []
    for line in lines:
        if runs and _is_broken(runs[-1][-1], line, pack):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [replace(run[0], end=run[-1].end, text=text[run[0].start : run[-1].end]) if len(run) > 1 else run[0] for run in runs]


def _is_broken(before: _Line, line: _Line, pack: Pack) -> bool:
    ended = before.text[-1] in pack.sentences.terminators + pack.sentences.closers + ":;"
    return before.kind == line.kind == "body" and line.follows and line.text[0].islower() and not ended


def _divided(line: _Line, pack: Pack) -> Iterator[Part]:
    """A paragraph without the dateline it begins and the credit it ends with; any other line whole."""
    start, end = line.start, line.end
    if line.kind == "body":
        head = datelines.opening(line.text, pack)
        tail = datelines.closing(line.text, pack)
        if head and head < tail:
            yield Part(kind="dateline", span=Span(start=start, end=start + len(line.text[:head].rstrip())))
            start += head
        yield Part(kind="body", span=Span(start=start, end=line.start + len(line.text[:tail].rstrip())))
        start = line.start + tail
        yield Part(kind="credit", span=Span(start=start, end=end))
        return
    yield Part(kind=line.kind, span=Span(start=start, end=end))
