"""Interface text: English in the source, in the reader's language where `locale/` has a catalogue for it.

What is spoken is English until somebody says otherwise (`speaking`): the commands, all data and what is kept in a ledger are in English
whatever the machine's language is, so that the same input gives the same ledger; the desk speaks the language of who reads.
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

SOURCE = "en"
"""The language of the texts in the source."""
CATALOGUES = Path(__file__).parent.parent / "locale"
ENDING = ".po"
_spoken: ContextVar[str] = ContextVar("spoken", default=SOURCE)


@cache
def languages() -> tuple[str, ...]:
    """The tags of the languages that the interface speaks, English first."""
    return (SOURCE, *sorted(path.stem for path in CATALOGUES.glob(f"*{ENDING}")))


def language() -> str:
    """The language that is spoken here and now."""
    return _spoken.get()


@contextmanager
def speaking(tag: str) -> Iterator[None]:
    """Speak a language for a while; one without a catalogue is English."""
    before = _spoken.set(tag)
    try:
        yield
    finally:
        _spoken.reset(before)


@cache
def catalogue(tag: str = SOURCE) -> gettext.NullTranslations:
    """The catalogue of a language, or one that returns the English text."""
    path = CATALOGUES / f"{tag}{ENDING}"
    if tag not in languages()[1:]:
        return gettext.NullTranslations()
    # Only who speaks another language waits for the library.
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    compiled = io.BytesIO()
    with path.open(encoding="utf-8") as file:
        write_mo(compiled, read_po(file, locale=tag))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def _(message: str) -> str:
    return catalogue(_spoken.get()).gettext(message)


def noop(message: str) -> str:
    """The message itself, marked for the catalogues: for tables that are made before anybody speaks; `_` of it is said later."""
    return message


def counted(one: str, many: str, number: int) -> str:
    """The form of a noun phrase that fits a number, with `{n}` replaced by it."""
    return catalogue(_spoken.get()).ngettext(one, many, number).format(n=number)
