"""Days as a person gives them: a year, a month or a day → the first or last day it means."""

from __future__ import annotations

import datetime as dt

from foedera.model.when import When
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _

_LENGTHS = (len("2023"), len("2023-11"), len("2023-11-27"))


def first_day(value: str | None) -> str | None:
    """The first day of a year, month or day; None stays None.

    Raises:
        UsageError: when it is no date.
    """
    return value and _checked(value).first


def last_day(value: str | None) -> str | None:
    """The last day of a year, month or day; None stays None.

    Raises:
        UsageError: when it is no date.
    """
    return value and _checked(value).last


def checked(value: str | None) -> str | None:
    """The value itself, when it is a year, a month or a day; None stays None.

    Raises:
        UsageError: when it is no date.
    """
    return value and _checked(value).edtf


def _checked(value: str) -> When:
    value = value.strip()
    if not is_date(value):
        remedy = _("give a year, a month or a day: 2023, 2023-11 or 2023-11-27")
        raise UsageError(_("{value!r} is no date").format(value=value), remedy=remedy)
    return When(edtf=value)


def is_date(value: str) -> bool:
    """Whether it is a year, a month or a day that there is."""
    if len(value) not in _LENGTHS or not value.replace("-", "0").isdecimal():
        return False
    try:
        dt.date.fromisoformat(value + "0001-01-01"[len(value) :])
    except ValueError:
        return False
    return True
