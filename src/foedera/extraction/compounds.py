"""Compounds: money in languages that count in several scales at once, each with a number of its own ("3 hundred million 5 thousand").

Scales below ten thousand add up to a section, which the scale behind it multiplies: the way East Asia counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from foedera.extraction import runs
from foedera.model.document import Span
from foedera.model.fact import Amount
from foedera.model.mention import Mention
from foedera.model.pack import Pack
from foedera.plumbing import patterns
from foedera.plumbing.once import once
from foedera.plumbing.patterns import Pattern

SECTION = 10_000
"""The first scale that multiplies what stands before it."""
_FIGURES = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.\x{30FB}]\d+)?"
_NONE = r"[^\x00-\x{10FFFF}]"


class _Money(Struct, frozen=True, kw_only=True):
    places: Pattern
    steps: Pattern
    codes: Mapping[str, str]
    scales: Mapping[str, int]
    numbers: Mapping[str, int]


def compounds(text: str, pack: Pack) -> tuple[Mention, ...]:
    """The amounts of money in a normal text, in order."""
    return tuple(_found(text, _money(pack)))


def _found(text: str, money: _Money) -> Iterator[Mention]:
    for match in money.places.finditer(text):
        if runs.cuts(text, match.start, match.end) or (text[match.start - 1 : match.start] in {".", ","} and text[match.start].isdigit()):
            continue
        code = money.codes[match.groups.get("b") or match.groups["c"]]
        value = _value(match.groups.get("n") or match.groups["m"], money)
        if value:
            yield Mention(kind="amount", span=Span(start=match.start, end=match.end), amount=Amount(value=int(value), currency=code))


def _value(words: str, money: _Money) -> Decimal:
    """The number that figures and scales make together."""
    total = section = Decimal(0)
    number: Decimal | None = None
    for step in money.steps.finditer(words):
        told = words[step.start : step.end]
        factor = money.scales.get(told)
        if factor is None:
            number = Decimal(money.numbers[told]) if told in money.numbers else Decimal(told.replace(",", "").replace("\u30fb", "."))
        elif factor < SECTION:
            section += (number if number is not None else 1) * factor
            number = None
        else:
            total += (section + (number or 0) or 1) * factor
            section, number = Decimal(0), None
    return total + section + (number or 0)


@once
def _money(pack: Pack) -> _Money:
    known = pack.amounts
    scales = {phrase.text: int(phrase.meaning) for phrase in known.scales}
    numbers = {phrase.text: int(phrase.meaning) for phrase in pack.dates.numbers if phrase.text not in scales}
    step = f"(?:{_FIGURES}|{_any(numbers)}|{_any(scales)})"
    before, after = (_any([phrase.text for phrase in known.currencies if phrase.role == role]) for role in ("before", "after"))
    return _Money(
        places=patterns.compile(f"(?P<b>{before})\\s?(?P<n>{step}(?:{step})*)(?:{after})?|(?P<m>{step}(?:\\s?{step})*)\\s?(?P<c>{after})"),
        steps=patterns.compile(step),
        codes={phrase.text: phrase.meaning for phrase in known.currencies},
        scales=scales,
        numbers=numbers,
    )


def _any(forms: Mapping[str, int] | list[str]) -> str:
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return f"(?:{'|'.join(map(re.escape, ordered))})" if ordered else f"(?:{_NONE})"
