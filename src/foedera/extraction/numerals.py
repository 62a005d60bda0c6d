"""Numerals: the number that words or signs of a language spell ("twenty-five", "hai mươi lăm", three Chinese figures in a row).

The words and their values come from the pack. A power of ten multiplies what stands before it; figures in a row are read as digits
where the script has no spaces, and are added to tens where it has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

POWERS = frozenset({10, 100, 1_000, 10_000})
FILLERS = " -"
LONGEST = 64
"""Characters of the longest number in words that is read; more spells no day and no year."""


def numeral(words: str, numbers: Mapping[str, int], *, spaced: bool) -> int | None:
    """The whole number that `words` (in lower case) spell in digits or in the pack's number words; None where they spell none."""
    if words.isdecimal():
        return int(words)
    if not words or len(words) > LONGEST:
        return None
    values = list(_values(words, numbers))
    return None if not values or None in values else _composed([value for value in values if value is not None], spaced=spaced)


def _values(words: str, numbers: Mapping[str, int]) -> Iterator[int | None]:
    """The value of each word, the longest first; None where a stretch is no number."""
    at = 0
    while at < len(words):
        if words[at] in FILLERS:
            at += 1
            continue
        end = next((end for end in range(len(words), at, -1) if words[at:end] in numbers or words[at:end].isdecimal()), at)
        if end == at:
            yield None
            return
        yield int(words[at:end]) if words[at:end].isdecimal() else numbers[words[at:end]]
        at = end


def _composed(values: list[int], *, spaced: bool) -> int:
    """One number of the values in order: sums of multiples of powers of ten."""
    total = current = 0
    for value in values:
        if value in POWERS:
            total, current = total + max(current, 1) * value, 0
        elif not current:
            current = value
        elif spaced and value < POWERS_LEAST and current % POWERS_LEAST == 0:
            current += value
        else:
            current = current * (POWERS_LEAST if value < POWERS_LEAST else POWERS_LEAST**2) + value
    return total + current


POWERS_LEAST = 10
