"""What a record or a page gives as its date → a day, a month or a year in EDTF, or nothing."""

from __future__ import annotations

import calendar
import re

_DAY = re.compile(r"(?P<year>[0-9]{4}|XXXX)(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?(?=$|[T ])")
"""An EDTF date, behind which a time may stand, as records from feeds have it."""


def day(value: str) -> str | None:
    """The date at the beginning of a value, or None where there is none that the calendar has."""
    found = _DAY.match(value.strip())
    if not found:
        return None
    year, month, number = (int(part) if part and "X" not in part else None for part in found.groups())
    if month is not None and not 1 <= month <= len(calendar.month_name) - 1:
        return None
    if year == 0:
        return None
    longest = calendar.monthrange(year or 4, month or 1)[1]
    return found.group() if number is None or 1 <= number <= longest else None
