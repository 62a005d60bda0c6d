"""Entries → an Atom feed (RFC 4287): one entry each, with its passage, and the day of its last report as the day it was updated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TextIO

from foedera.exports.parts.contents import Contents, Written
from foedera.exports.parts.rows import kind_of, row
from foedera.exports.parts.titles import Words, title, words_of
from foedera.exports.parts.xml import HEAD, plain, quoted
from foedera.model.entry import Entry
from foedera.model.report import Report

LISTING = True
UNDATED = "1970-01-01"
"""For the day that every entry needs, where no report has a known one: no clock enters an export."""


def write(contents: Contents, out: TextIO) -> Written:
    """Write what is listed."""
    rows, words = Counter[str](), words_of(contents.world)
    out.write(HEAD + '<feed xmlns="http://www.w3.org/2005/Atom">\n')
    out.write(" <id>urn:foedera:ledger</id>\n <title>Foedera</title>\n <author><name>Foedera</name></author>\n")
    out.write(f" <updated>{_updated(contents.reports())}</updated>\n")
    for entry in contents.listed():
        out.write(_entry(entry, words))
        rows[kind_of(entry)] += 1
    out.write("</feed>\n")
    return Written(rows=rows)


def _entry(entry: Entry, words: Words) -> str:
    told = row(entry)
    where = ", ".join(str(part) for part in (told["report"], told["published"], f"{told['start']}-{told['end']}") if part)
    links = "".join(f'  <link rel="via" href={quoted(url)}/>\n' for url in sorted({report.url for report in entry.reports if report.url}))
    language = f" xml:lang={quoted(told['lang'])}" if told["lang"] else ""
    return (
        f" <entry>\n  <id>urn:foedera:entry:{entry.id}</id>\n  <title>{plain(title(entry, words))}</title>\n"
        f"  <updated>{_updated(entry.reports)}</updated>\n{links}"
        f"  <category term={quoted(kind_of(entry))}/>\n"
        f"  <summary>{plain(' '.join(str(part) for part in (told.get('date'), where) if part))}</summary>\n"
        f'  <content type="text"{language}>{plain(told["quote"])}</content>\n </entry>\n'
    )


def _updated(reports: Iterable[Report]) -> str:
    """The last day on which one of the reports is known to have come out."""
    days = (report.published.last for report in reports if report.published and report.published.year_known)
    return f"{max(days, default=UNDATED)}T00:00:00Z"
