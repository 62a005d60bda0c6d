"""Where words go: data to standard output, everything else to standard error; nothing a report says can steer the terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from foedera.plumbing.errors import FoederaError
from foedera.plumbing.interface import _, counted

if TYPE_CHECKING:
    from foedera.cli.parts.lines import Line
    from foedera.model.document import Skip

Item = TypeVar("Item")

BAD_ITEMS = 3
"""Exit code: done, but some items could not be used."""

_CONTROLS = {code: "\N{REPLACEMENT CHARACTER}" for code in (*range(0x20), *range(0x7F, 0xA0)) if code not in b"\t\n"}
_TURNS = dict.fromkeys((0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "")


class Format(StrEnum):
    """How a listing is written."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


class ReaderGone(Exception):  # noqa: N818 - no error: whoever read the output has seen enough
    """The other end of the pipe was closed."""


def write(pieces: Iterable[str]) -> None:
    """Write data to standard output, as UTF-8 and with line feeds whatever the locale says.

    Raises:
        ReaderGone: when nobody reads any more.
    """
    try:
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise ReaderGone from error


def say(text: str) -> None:
    """Tell the person something, on standard error."""
    sys.stderr.write(f"{safe(text)}\n")


def complain(error: FoederaError) -> None:
    """Say what went wrong, where, and what to do."""
    where = f"{error.where}: " if error.where else ""
    say(f"foedera: {where}{error.what}")
    if error.remedy:
        say(_("  Remedy: {remedy}").format(remedy=error.remedy))


def report_skips(skips: Iterable[Skip]) -> int:
    """Name each item that could not be used on standard error and return how many there are; of the others only the first ones."""
    faults, by_rule = 0, []
    for skip in skips:
        if skip.is_fault:
            faults += 1
            say(f"{skip.location}: {skip.detail}")
        else:
            by_rule.append(skip.location or skip.reason)
    if by_rule:
        named = ", ".join(by_rule[:NAMED]) + (", \N{HORIZONTAL ELLIPSIS}" if len(by_rule) > NAMED else "")
        say(counted("{n} item left out by rule", "{n} items left out by rule", len(by_rule)) + f": {named}")
    return faults


NAMED = 3
"""Items that are named of those that a rule leaves out; a folder may hold thousands."""


def safe(text: str) -> str:
    """The text without characters that steer a terminal or turn the direction of what follows."""
    return text.translate(_CONTROLS).translate(_TURNS)


def show(lines: Iterable[Line]) -> None:
    """Print a page for people on standard output.

    Raises:
        ReaderGone: when nobody reads any more.
    """
    from foedera.cli.parts.paint import painted  # noqa: PLC0415 - Rich is for pages alone

    write([painted(replace(line, body=safe(line.body), left=safe(line.left)) for line in lines)])


@contextmanager
def counting(label: str) -> Iterator[Callable[[], None]]:
    """Something to call for each item done; on a terminal the count is shown on standard error."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from foedera.cli.parts import paint  # noqa: PLC0415 - Rich is for terminals alone

    with paint.counter(label) as count:
        yield count


def tracked(items: Iterable[Item], label: str) -> Iterator[Item]:
    """The same items, counted on standard error while they pass when that is a terminal."""
    with counting(label) as count:
        for item in items:
            count()
            yield item
