"""Events → iCalendar (RFC 5545), whole days only: what is not dated to the day is left out and counted, never given a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import TextIO

from foedera.exports.parts.contents import Contents, Written
from foedera.exports.parts.rows import Row, row
from foedera.exports.parts.titles import Words, title, words_of
from foedera.model.entry import Entry, Event
from foedera.model.when import When, day

LISTING = True
OCTETS = 75
"""The most that a line holds before it is folded."""
TO_THE_DAY = 3
UNSTAMPED = "19700101"
"""For the stamp that every event needs, where no report has a known day: no clock enters an export."""
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})
_CONTROLS = {code: "\N{REPLACEMENT CHARACTER}" for code in (*range(0x20), 0x7F) if code not in b"\t\n\r"}


def write(contents: Contents, out: TextIO) -> Written:
    """Write the events that are listed and dated to the day, or to an interval of days."""
    rows, left_out, words = Counter[str](), Counter[str](), words_of(contents.world)
    _put(out, ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Foedera//Foedera//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"])
    for entry in contents.listed():
        if not isinstance(entry, Event):
            left_out["no_event"] += 1
        elif entry.when is None or (reason := _vague(entry.when)):
            left_out["no_date" if entry.when is None else reason] += 1
        else:
            _put(out, _event(entry, entry.when, words))
            rows["event"] += 1
    _put(out, ["END:VCALENDAR"])
    return Written(rows=rows, left_out=left_out)


def _vague(when: When) -> str:
    """Why it is not dated to the day; empty where it is."""
    if not when.year_known:
        return "no_year"
    return "" if when.precision == TO_THE_DAY and when.first <= when.last else "no_day"


def _event(entry: Event, when: When, words: Words) -> Iterator[str]:
    told, behind = row(entry), day(when.last) + timedelta(days=1)
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.id}@foedera"
    yield f"DTSTAMP:{_stamp(entry)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{when.first.replace('-', '')}"
    yield f"DTEND;VALUE=DATE:{behind.isoformat().replace('-', '')}"
    yield f"SUMMARY:{_text(title(entry, words))}"
    yield f"STATUS:{'CONFIRMED' if entry.tense == 'past' else 'TENTATIVE'}"
    yield f"CATEGORIES:{_text(entry.type)}"
    if entry.place:
        yield f"LOCATION:{_text(entry.place)}"
    yield f"DESCRIPTION:{_text(_description(told))}"
    if told["url"]:
        yield f"URL:{_address(str(told['url']))}"
    for name in ("date_basis", "report", "document", "lang", "start", "end"):
        if told.get(name) is not None:
            yield f"X-FOEDERA-{name.upper().replace('_', '-')}:{_text(str(told[name]))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _stamp(entry: Entry) -> str:
    """The last day on which a report of it is known to have come out."""
    days = [report.published.last for report in entry.reports if report.published and report.published.year_known]
    return max(days).replace("-", "") if days else UNSTAMPED


def _description(told: Row) -> str:
    """The passage, where it stands, and how the date is known where no passage states it."""
    guessed = f"date {told['date_basis']}" if told["date_basis"] not in {"stated", "ruled"} else ""
    return "\n".join(str(line) for line in (told["quote"], told["report"], told["url"], guessed) if line)


def _text(text: str) -> str:
    return text.translate(_CONTROLS).translate(_ESCAPES)


def _address(text: str) -> str:
    """An address without what would end the line."""
    return "".join(character for character in text if character > " ")


def _put(out: TextIO, lines: list[str] | Iterator[str]) -> None:
    """Write lines, folded before their seventy-sixth octet and never within a character."""
    for line in lines:
        used = 0
        for character in line:
            size = len(character.encode(errors="backslashreplace"))
            if used + size > OCTETS:
                out.write("\r\n ")
                used = 1
            out.write(character)
            used += size
        out.write("\r\n")
