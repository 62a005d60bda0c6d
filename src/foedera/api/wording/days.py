"""Dates as a reader should see them: with the precision the reports give, and no more."""

from __future__ import annotations

from foedera.model.when import When
from foedera.plumbing.interface import _

DASH = "\N{EN DASH}"


def day(when: When | None) -> str:
    """A date in words: `27 Nov 2023`, `16-19 Mar 2014`, `7 Mar, year not stated`; a guessed one says so."""
    if when is None:
        return _("date not stated")
    guess = basis_words(when)
    return f"{edtf(when.edtf)} ({guess})" if guess else edtf(when.edtf)


def day_alone(when: When | None) -> str:
    """A date in words, for a place beside which `basis_words` stand."""
    return edtf(when.edtf) if when else day(None)


def basis_words(when: When | None) -> str:
    """How a date is known, where no report states it; else nothing."""
    words = {"ruled": _("date as ruled"), "inferred": _("date inferred"), "publication": _("the day of publication")}
    return words.get(when.basis, "") if when else ""


def edtf(value: str) -> str:
    """An EDTF date or interval in words."""
    first, _slash, last = value.partition("/")
    if not last:
        return _one(first) if "/" not in value else _("from {date}").format(date=_one(first))
    if not first:
        return _("up to {date}").format(date=_one(last))
    return _range(first, last)


def _range(first: str, last: str) -> str:
    if first == last:
        return _one(first)
    a, b = _parts(first), _parts(last)
    if a[:2] == b[:2] and a[1] and a[2] and b[2]:
        days = {"first": int(a[2]), "last": int(b[2]), "month": _month(a[1])}
        if a[0]:
            return _("{first}–{last} {month} {year}").format(**days, year=a[0])
        return _("{date}, year not stated").format(date=_("{first}–{last} {month}").format(**days))
    if a[0] == b[0] and a[1]:
        return f"{_day_and_month(a[1], a[2])} {DASH} {_one(last)}"
    return f"{_one(first)} {DASH} {_one(last)}"


def _one(value: str) -> str:
    year, month, number = _parts(value)
    if number and not month:
        words = _("day {day}, month not stated").format(day=int(number))
        return f"{words}, {year}" if year else _("{date}, year not stated").format(date=words)
    if not year:
        words = _day_and_month(month, number)
        return _("{date}, year not stated").format(date=words) if words else _("date not stated")
    if not month:
        return _("{year}").format(year=year)
    if not number:
        return _("{month} {year}").format(month=_month(month), year=year)
    return _("{day} {month} {year}").format(day=int(number), month=_month(month), year=year)


def _day_and_month(month: str, number: str) -> str:
    name = _month(month) if month else ""
    return _("{day} {month}").format(day=int(number), month=name) if number else name


def _month(number: str) -> str:
    return _months()[int(number) - 1]


def _parts(value: str) -> tuple[str, str, str]:
    """Year, month and day, each empty where it is not known."""
    known = ["" if "X" in part else part for part in value.split("-")]
    year, month, number = [*known, "", ""][:3]
    return year, month, number


def _months() -> tuple[str, ...]:
    return (
        _("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"),
        _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"),
    )  # fmt: skip
