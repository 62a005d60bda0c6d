"""Amounts: money in a text, in every notation the pack knows, as whole units of a currency.

A number with its scale stands behind a sign or code ("US$10 billion") or before a word ("3 ty USD"). The pack's separators decide between
"1.234" and "1,234"; a separator that cannot group is the decimal one, whichever the pack has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from foedera.extraction.compounds import compounds
from foedera.extraction.numerals import numeral
from foedera.model.document import Span
from foedera.model.fact import Amount
from foedera.model.mention import Mention
from foedera.model.pack import Pack, Phrase
from foedera.plumbing import patterns
from foedera.plumbing.once import once
from foedera.plumbing.patterns import Pattern
from foedera.plumbing.text import lowered

LEAST = 100
"""A number without scale before a word for money: a smaller one counts other things ("two dong minh", "5 won")."""
_YEARS = range(1800, 2200)
_NUMBER = r"(?:\d{1,3}(?:[., ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?)"
_GROUPED = re.compile(r"\d{1,3}(?:([., ])\d{3})+(?:[.,]\d{1,2})?")
_SPACES = re.compile(r"\s+")


class _Money(Struct, frozen=True, kw_only=True):
    places: Pattern
    before: Pattern
    after: Pattern
    codes: Mapping[str, str]
    scales: Mapping[str, int]
    numbers: Mapping[str, int]
    group: str


def amounts(text: str, pack: Pack) -> tuple[Mention, ...]:
    """The amounts of money in a normal text, in order."""
    if pack.amounts.compound:
        return compounds(text, pack)
    money = _money(pack)
    return tuple(_found(text, money)) if money is not None else ()


def _found(text: str, money: _Money) -> Iterator[Mention]:
    for place in money.places.finditer(text):
        start, end = place.start, place.end
        if text[start - 1 : start].isalnum() or (text[start].isdigit() and text[start - 1 : start] in {".", ",", "/"}):
            continue
        while end > start and text[end : end + 1].isalpha() and text[end - 1].isalpha():
            end = max(start, text.rfind(" ", start, end))
        amount = _read(text[start:end].rstrip(), money)
        if amount is not None:
            yield Mention(kind="amount", span=Span(start=start, end=start + len(text[start:end].rstrip())), amount=amount)


def _read(words: str, money: _Money) -> Amount | None:
    match = money.before.fullmatch(words) or money.after.fullmatch(words)
    if match is None:
        return None
    number, scale = match.groups["n"], _key(match.groups.get("s", ""))
    code = money.codes.get(_key(match.groups["c"]))
    value = _value(number, money)
    if code is None or value is None:
        return None
    behind = match.spans["c"][0] > 0
    bare = not scale and behind and (value < LEAST or (value in _YEARS and number.isdigit()) or not number[0].isdigit())
    return None if bare else Amount(value=int(value * money.scales.get(scale, 1)), currency=code)


def _value(number: str, money: _Money) -> Decimal | None:
    """The number as said: in words, or in figures with the separators of the pack or the other way round."""
    if not number[0].isdigit():
        spelled = numeral(_key(number), money.numbers, spaced=True)
        return None if spelled is None else Decimal(spelled)
    grouped = _GROUPED.fullmatch(number)
    if grouped and (grouped[1] == money.group or grouped[1] == " " or number.count(grouped[1]) > 1):
        number = number.replace(grouped[1], "")
    whole, sign, rest = number.replace(",", ".").rpartition(".")
    return Decimal(whole.replace(".", "") + sign + rest)


@once
def _money(pack: Pack) -> _Money | None:
    """The pack's words for money as patterns; None where it has none."""
    known = pack.amounts
    if not known.currencies:
        return None
    before = _any(phrase.text for phrase in known.currencies if phrase.role == "before")
    after = _any(phrase.text for phrase in known.currencies if phrase.role == "after")
    scale = _any(phrase.text for phrase in known.scales)
    scales = {_key(phrase.text) for phrase in known.scales}
    word = _any(phrase.text for phrase in pack.dates.numbers if _key(phrase.text) not in scales)
    spoken = rf"{word}(?:[\s-]{word}){{0,6}}"
    upto = rf"(?:\s?(?:-|\x{{2013}}|\x{{2014}})\s?{_NUMBER})?"
    first = rf"(?P<c>(?-i:{before}))\s?(?P<n>{_NUMBER}){upto}(?:[\s-]?(?P<s>{scale}))?"
    last = rf"(?P<n>{_NUMBER}|{spoken}){upto}(?:[\s-]?(?P<s>{scale}))?[\s-]?(?P<c>{after})"
    plain = [re.sub(r"\(\?P<\w+>", "(?:", source) for source in (first + rf"(?:\s?(?:{after}))?", last)]
    return _Money(
        places=patterns.compile(f"(?i)(?:{'|'.join(plain)})"),
        before=patterns.compile(f"(?i){first}(?:\\s?(?:{after}))?"),
        after=patterns.compile(f"(?i){last}"),
        codes=_meanings(known.currencies),
        scales={text: int(factor) for text, factor in _meanings(known.scales).items()},
        numbers={text: int(number) for text, number in _meanings(pack.dates.numbers).items()},
        group=known.group,
    )


def _any(forms: Iterable[str]) -> str:
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return "(?:" + "|".join(re.escape(form).replace("\\ ", r"\s") for form in ordered) + ")" if ordered else r"(?:[^\x00-\x{10FFFF}])"


def _meanings(phrases: tuple[Phrase, ...]) -> dict[str, str]:
    return {_key(phrase.text): phrase.meaning for phrase in phrases}


def _key(words: str) -> str:
    return _SPACES.sub(" ", lowered(words)).strip()
