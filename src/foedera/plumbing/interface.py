"""Interface text: English in the source, in the reader's language where `locale/` has a catalogue for it."""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path

DOMAIN = "foedera"
CATALOGUES = Path(__file__).parent.parent / "locale"


@cache
def catalogue() -> gettext.NullTranslations:
    """The catalogue that LANGUAGE, LC_ALL, LC_MESSAGES or LANG asks for, or one that returns the English text."""
    return gettext.translation(DOMAIN, localedir=CATALOGUES, fallback=True)


def _(message: str) -> str:
    return catalogue().gettext(message)


def counted(one: str, many: str, number: int) -> str:
    """The form of a noun phrase that fits a number, with `{n}` replaced by it."""
    return catalogue().ngettext(one, many, number).format(n=number)
