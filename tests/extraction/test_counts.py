import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.extraction.counts import NAMED, UNITS, Count, count, counted


@pytest.mark.parametrize(
    ("meaning", "base", "value"),
    [
        ("day-3", "2024-03-01", "2024-02-27"),
        ("hour-5", "2024-03-01", "2024-03-01"),
        ("week-2", "2024-03-20", "2024-03"),
        ("week", "2024-10-01", "2024-09-30/2024-10-06"),
        ("weekend+1", "2024-03-20", "2024-03-30/2024-03-31"),
        ("month+11", "2024-03-20", "2025-02"),
        ("quarter", "2024-03-20", "2024-01/2024-03"),
        ("quarter-1", "2024-03-20", "2023-10/2023-12"),
        ("half_year+1", "2024-03-20", "2024-07/2024-12"),
        ("quarter", "2024", None),
        ("year-2", "2024-03-20", "2022"),
        ("fiscal_year", "2024-03-20", "2024"),
        ("decade-1", "2024-03-20", "2010/2019"),
        ("century", "2024-03-20", "2000/2099"),
        ("year", "XXXX-03-20", None),
        ("weekend", "XXXX-03-20", "XXXX-03"),
        ("day", None, None),
    ],
)
def test_what_a_meaning_counts_to(meaning, base, value):
    assert counted(count(meaning), base) == value


@pytest.mark.parametrize("meaning", ["", "dayly", "day+", "that_", "day+1000", "fortnight"])
def test_what_is_no_meaning(meaning):
    assert count(meaning) is None


def test_a_word_may_count_from_the_day_named_last():
    assert count("that_month+1") == Count(unit="month", number=1, that=True)


@pytest.mark.parametrize("name", sorted(NAMED))
def test_named_meanings_are_counts(name):
    assert count(name) == count(NAMED[name])


@given(st.sampled_from(sorted(UNITS)), st.integers(-99, 99), st.booleans())
def test_every_unit_with_a_number_is_a_meaning(unit, number, that):
    assert count(f"{'that_' * that}{unit}{number:+d}") == Count(unit=unit, number=number, that=that)
