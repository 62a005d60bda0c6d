import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.extraction.numerals import LONGEST, numeral

ENGLISH = {
    "one": 1, "two": 2, "four": 4, "five": 5, "ten": 10, "nineteen": 19, "twenty": 20, "ninety": 90, "hundred": 100, "thousand": 1000,
}  # fmt: skip
FIGURES = dict(zip("〇一二三四五六七八九十百千万", (*range(11), 100, 1000, 10_000), strict=True))


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("12", 12),
        ("１２", 12),
        ("five", 5),
        ("twenty-five", 25),
        ("twenty five", 25),
        ("one hundred twenty", 120),
        ("two thousand twenty-four", 2024),
        ("nineteen ninety-five", 1995),
        ("hundred", 100),
        ("several", None),
        ("five or ten", None),
        ("", None),
        ("-", None),
        ("five " * LONGEST, None),
    ],
)
def test_words_of_a_script_with_spaces(words, number):
    assert numeral(words, ENGLISH, spaced=True) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [("五", 5), ("十一", 11), ("二十九", 29), ("二〇二三", 2023), ("〇五", 5), ("千九百四十五", 1945), ("2十", 20), ("三日", None)],
)
def test_figures_of_a_script_without_spaces(words, number):
    assert numeral(words, FIGURES, spaced=False) == number


@given(st.integers(0, 9999))
def test_figures_in_a_row_are_read_as_digits(number):
    assert numeral("".join("〇一二三四五六七八九"[int(digit)] for digit in str(number)), FIGURES, spaced=False) == number


@given(st.integers(0, 10**9))
def test_digits_are_themselves(number):
    assert numeral(str(number), {}, spaced=True) == number
