#!/usr/bin/env python3
"""The texts of the interface → the catalogues of its languages, which translators fill: `./run messages`.

    messages.py           bring each src/foedera/locale/LANG.po up to date with the source; what is gone is dropped
    messages.py --check   change nothing; 1 when a catalogue lacks a text, holds one that is gone, or a translation cannot be right
    messages.py --add TAG begin the catalogue of a further language

Texts are those that the desk can show: all but what only the commands say. Names of events and policy areas come from the data, where they
stand in English; states, offices and titles need no translation, for each language's pack has them.
"""

from __future__ import annotations

import argparse
import string
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from foedera import knowledge
from foedera.plumbing.interface import CATALOGUES, ENDING

SOURCE = Path(__file__).resolve().parents[1] / "src" / "foedera"
UNSEEN = (
    "cli/",
    "mcp/",
    "knowledge/",
    "runners/",
    "api/briefs/",
    "api/alerts/",
    "api/alerting.py",
    "api/briefing.py",
    "web/v1/",
    "web/serving.py",
)
"""Rooms and modules whose texts no page shows: commands, the interface for programs, files, the check of packs."""
KEYWORDS = {"_": None, "noop": None, "counted": (1, 2)}
METHODS = [("**.py", "python"), ("**.html", "jinja2")]
HEAD = "# What the desk of Foedera says.\n# SPDX-License-Identifier: Apache-2.0"
MADE = datetime(2026, 11, 23, tzinfo=UTC)
"""The day that the files say they were made on: no clock enters them."""
WIDTH = 120


def main(arguments: list[str] | None = None) -> int:
    """Update or check the catalogues."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--add", metavar="TAG")
    options = parser.parse_args(arguments)
    wanted = texts()
    if options.add:
        _write(options.add, Catalog(locale=options.add), wanted)
    wrong = 0
    for path in sorted(CATALOGUES.glob(f"*{ENDING}")):
        kept = _read(path)
        if not options.check:
            _write(path.stem, kept, wanted)
            kept = _read(path)
        for problem in problems(kept, wanted):
            wrong += 1
            sys.stderr.write(f"{path.name}: {problem}\n")
        sys.stdout.write(f"{path.stem}: {sum(bool(one.string) for one in kept if one.id)} of {len(wanted)} texts\n")
    return bool(wrong)


def texts() -> Catalog:
    """Every text that a page can show."""
    found = Catalog(project="Foedera")
    for name, line, message, comments, context in extract_from_dir(SOURCE, METHODS, keywords=KEYWORDS, comment_tags=()):
        if not name.startswith(UNSEEN):
            found.add(message, None, [(name, line)], auto_comments=comments, context=context)
    world = knowledge.load().world
    for room, names in (("areas", [area.name for area in world.areas]), ("events", [event.name for event in world.events])):
        for name in names:
            found.add(name, None, [(f"data/{room}", 1)])
    return found


def problems(kept: Catalog, wanted: Catalog) -> Iterator[str]:
    """What is wrong with a catalogue."""
    for message in wanted:
        if not message.id:
            continue
        own = kept.get(message.id)
        if own is None or own.fuzzy or not all(_strings(own)):
            yield f"{_id(message)!r} is not translated"
            continue
        for text in _strings(own):
            if _fields(text) != _fields(_id(message)) and _fields(text) != _fields(_last(message)):
                yield f"{_id(message)!r}: other fields in {text!r}"
            if text[:1].isspace() != _id(message)[:1].isspace() or text[-1:].isspace() != _id(message)[-1:].isspace():
                yield f"{_id(message)!r}: other spaces around {text!r}"
    for message in kept:
        if message.id and wanted.get(message.id) is None:
            yield f"{_id(message)!r} is said nowhere"


def _read(path: Path) -> Catalog:
    with path.open(encoding="utf-8") as file:
        return read_po(file, locale=path.stem)


def _write(tag: str, kept: Catalog, wanted: Catalog) -> None:
    made = Catalog(locale=tag, project="Foedera", fuzzy=False, creation_date=MADE, revision_date=MADE, header_comment=HEAD)
    for message in wanted:
        if message.id:
            own = kept.get(message.id)
            places = sorted({(name, 0) for name, _line in message.locations})
            made.add(message.id, own.string if own is not None else None, places)
    with (CATALOGUES / f"{tag}{ENDING}").open("wb") as file:
        write_po(file, made, width=WIDTH, sort_output=True, include_lineno=False, ignore_obsolete=True)


def _id(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _last(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[-1]


def _strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def _fields(text: str) -> set[str]:
    return {name for _text, name, _form, _conversion in string.Formatter().parse(text) if name is not None}


if __name__ == "__main__":
    sys.exit(main())
