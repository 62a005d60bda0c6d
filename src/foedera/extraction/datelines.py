"""Datelines: lines that hold place and date, the dateline a paragraph begins with, and the agency it ends with."""

from __future__ import annotations

import re

from foedera.extraction import runs
from foedera.extraction.expressions import scan
from foedera.extraction.fields import Expression
from foedera.model.pack import Pack
from foedera.plumbing.once import once
from foedera.plumbing.text import lowered

LONGEST = 100
MOST_WORDS = 6
"""Words that may stand beside the date in a line of its own: place, agency, "3 min read"."""
FEW_WORDS = 2
"""Words beside the date in a line that may end with a stop: "Hanoi, 7 March 2024."."""
SHORTEST_PARAGRAPH = 60
_HEAD = re.compile(r"(?P<head>[^\n\u2013\u2014;!?]{2,80}?\s?)(?P<mark>\u2014(?=\S)|(?:\u2014|\u2013|--|-|:|/[^/\s]{2,20}/\.?)\s+(?=\S))")
_DOMAIN = re.compile(r"[\w-]+(?:\.[A-Za-z]{2,4}){1,2}")
"""A site as it signs its reports: "Harian.com, JAKARTA - ..."."""
_BRACKETS = re.compile(r"\([^()]*\)")
_BRACKETED = re.compile(
    r"(?P<open>[\u3010\u3014\[(\u3008\u300a])(?P<inner>[^\u3010\u3011\u3014\u3015\[\]()\u3008-\u300b\n]{2,30})[\u3011\u3015\])\u3009\u300b]\s*[-\u2014\u2015]?\s*"
)
_CLOCK = re.compile(
    r"\d{1,2}[:.h]\d{2}(?::\d{2})?(?: ?[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b\.?|\(?(?:GMT|UTC)? ?[+-]\d{1,2}(?::\d{2})?\)?|GMT|UTC",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019.-][^\W\d_]+)*")
_LATIN = re.compile(r"[A-Za-z]+")
_AGENCY = re.compile(
    r"(?P<end>[.!?\u2026\u3002\"\u201d'\u2019)]\s*)(?:(?P<dash>[\u2014\u2013-]{1,2}\s?[^.!?\n\u2014\u2013]{2,40})|\((?P<bracket>[^()\n]{2,30})\))\.?$"
)
_AGENCY_LENGTH = 50
_AGENCY_SIGNS = 12
"""Signs of the longest name of an agency in a script without spaces."""


def is_dateline(line: str, pack: Pack) -> bool:
    """Whether a whole line does no more than say where and when, or announces the date of publication."""
    if len(line) > LONGEST or (not pack.spaced and line[-1:] in pack.sentences.terminators):
        return False
    low = lowered(line)
    marks = _published_marks(pack)
    if low.startswith(marks) and any(low.startswith(mark) and (low == mark or _is_set_off(low, mark)) for mark in marks):
        return True
    if not any(map(str.isnumeric, line)):
        return False
    found = [date for date in scan(line, pack) if date.is_full or (date.year and date.month)]
    return bool(found) and _rest_is_short(line, found, pack)


def opening(line: str, pack: Pack) -> int:
    """How many characters the dateline at the beginning of a paragraph has, its dash included; 0 where there is none."""
    if not pack.spaced:
        return _bracketed(line, pack)
    match = _HEAD.match(line) if len(line) >= SHORTEST_PARAGRAPH else None
    if match is None:
        return 0
    head, mark, rest = match["head"], match["mark"].rstrip(), line[match.end() :]
    return match.end() if _is_place(head, mark, rest, pack) else 0


def _bracketed(line: str, pack: Pack) -> int:
    """The same of a dateline in brackets ("[HANOI = political desk]"), which holds the name of a place."""
    match = _BRACKETED.match(line)
    if match is None:
        return 0
    inner = match["inner"]
    named = any(place in inner if match["open"] != "(" else inner.startswith(place) for place in _places(pack))
    return match.end() if named and match.end() < len(line) else 0


def closing(line: str, pack: Pack) -> int:
    """Where the agency begins that a paragraph ends with; its length where there is none."""
    shift = max(0, len(line) - _AGENCY_LENGTH)
    match = _AGENCY.search(line, shift)
    if match is None or line[match.start()] not in pack.sentences.terminators + pack.sentences.closers:
        return len(line)
    agency = (match["dash"] or match["bracket"]).strip("\u2014\u2013- ")
    words = agency.replace("/", " ").split()
    if not pack.spaced and bool(words) and len(agency) <= _AGENCY_SIGNS:
        return match.end("end")
    named = bool(words) and len(words) <= MOST_WORDS - 2 and all(word[0].isupper() or word[0] in "&+" for word in words)
    return match.end("end") if named else len(line)


def _rest_is_short(line: str, dates: list[Expression], pack: Pack) -> bool:
    rest, end = "", 0
    for date in dates:
        rest += line[end : date.span.start] + " "
        end = date.span.end
    rest = _CLOCK.sub(" ", rest + line[end:])
    if runs.is_dense(rest):
        return _says_little(rest, pack)
    words = _WORD.findall(rest)
    sentence = rest.rstrip().endswith(".") and len(words) > FEW_WORDS
    return len(words) <= MOST_WORDS and not sentence


def _says_little(rest: str, pack: Pack) -> bool:
    """Whether nothing is left of a line without spaces but marks of publication, agencies and places."""
    for form in (*pack.parts.published, *pack.parts.credit, *sorted(_places(pack), key=len, reverse=True)):
        rest = rest.replace(form, " ")
    latin = _LATIN.findall(rest)
    return len(latin) + sum(map(str.isalpha, _LATIN.sub(" ", rest))) <= FEW_WORDS


def _is_set_off(low: str, mark: str) -> bool:
    """Whether what follows a mark of publication may be a date: no word runs on, and a number comes soon."""
    rest = low[len(mark) :]
    return not rest[0].isalnum() and (not rest.strip(" :-|") or any(sign.isdigit() for sign in rest[: LONGEST // 2]))


def _is_place(head: str, mark: str, rest: str, pack: Pack) -> bool:
    bare = _BRACKETS.sub(" ", head).strip(" ,")
    parts = [part.strip() for part in bare.replace(". ", ",").split(",")]
    name = next((part for part in parts if not _DOMAIN.fullmatch(part)), "")
    if not bare or not name:
        return mark != ":"
    words = name.replace("-", " ").split()
    if not words or len(words) > MOST_WORDS or any(sign.isdigit() for sign in name) or not rest[0].isprintable():
        return False
    dated = any(sign.isdigit() for sign in head) and any(date.day or date.month for date in scan(head, pack))
    if dated:
        return all(word[0].isupper() for word in words)
    if name.isupper() and len(name) > 1:
        # A headline in capitals throughout begins with no place: "PERU - CHILE SIGN PACT".
        return (name not in _acronyms(pack) or head.strip() != name) and (rest[0].isupper() or not rest[0].isalpha()) and not rest.isupper()
    known = name in _places(pack)
    if head.strip(" ,") != bare and mark != ":":
        return known or all(word[0].isupper() for word in words[:MOST_WORDS])
    route = mark == "-" and (not head.endswith(" ") or rest.startswith(tuple(_places(pack))))
    return known and not route and rest[0].isupper()


@once
def _published_marks(pack: Pack) -> tuple[str, ...]:
    return tuple(lowered(mark) for mark in pack.parts.published)


@once
def _acronyms(pack: Pack) -> frozenset[str]:
    """Names of actors that are written in capitals anyway: "ASEAN - ..." is no dateline."""
    return frozenset(phrase.text for phrase in pack.actors if phrase.text.isupper())


@once
def _places(pack: Pack) -> frozenset[str]:
    return frozenset(phrase.text for phrase in pack.places)
