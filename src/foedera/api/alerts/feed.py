"""Notices → a file that feed readers look at (Atom, RFC 4287): the latest ones, each under the id it always has."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from foedera.api.alerts.parts.notices import Notice
from foedera.exports.parts.xml import HEAD, plain, quoted

SCHEMES = frozenset({"feed"})
MOST = 500
"""Notices that a feed holds: whoever looks once a week misses none."""


def deliver(recipient: str, due: tuple[Notice, ...], told: tuple[Notice, ...]) -> Iterator[str]:
    """Write the feed anew, with what is due and what was told before (the latest first); then all that is due is delivered."""
    path = Path(unquote(urlsplit(recipient).path or urlsplit(recipient).netloc))
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        aside.write_text("".join(_lines(recipient, told)), encoding="utf-8")
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    yield from (one.id for one in due)


def _lines(recipient: str, told: tuple[Notice, ...]) -> Iterator[str]:
    yield HEAD + '<feed xmlns="http://www.w3.org/2005/Atom">\n'
    yield f" <id>urn:foedera:alerts:{plain(Path(urlsplit(recipient).path).name)}</id>\n <title>Foedera</title>\n"
    yield " <author><name>Foedera</name></author>\n"
    yield f" <updated>{plain(_moment(told[0].recorded))}</updated>\n"
    yield from map(_entry, told)
    yield "</feed>\n"


def _entry(one: Notice) -> str:
    language = f" xml:lang={quoted(one.lang)}" if one.lang else ""
    link = f'  <link rel="via" href={quoted(one.url)}/>\n' if one.url else ""
    return (
        f" <entry>\n  <id>urn:foedera:notice:{one.id}</id>\n  <title>{plain(one.words)}</title>\n"
        f"  <updated>{plain(_moment(one.recorded))}</updated>\n{link}  <category term={quoted(one.kind)}/>\n"
        f"  <category term={quoted(one.alert)}/>\n  <summary>{plain(one.title)}, {one.start}-{one.end}</summary>\n"
        f'  <content type="text"{language}>{plain(one.quote)}</content>\n </entry>\n'
    )


def _moment(recorded: str) -> str:
    """A day or a moment as Atom wants it: with a time and a zone."""
    moment = recorded if "T" in recorded else f"{recorded}T00:00:00"
    return moment if moment.endswith("Z") or "+" in moment else f"{moment}Z"
