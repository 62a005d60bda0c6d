import pytest

from foedera.api.wording.days import DASH, basis_words, day, day_alone, edtf
from foedera.model.when import When


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2023-11-27", "27 Nov 2023"),
        ("2023-11", "Nov 2023"),
        ("2023", "2023"),
        ("XXXX-03-07", "7 Mar, year not stated"),
        ("XXXX-03", "Mar, year not stated"),
        ("XXXX-XX-22", "day 22, month not stated, year not stated"),
        ("2025-XX-22", "day 22, month not stated, 2025"),
        ("XXXX", "date not stated"),
        ("2014-03-16/2014-03-19", f"16{DASH}19 Mar 2014"),
        ("2025-04-27/2025-05-02", f"27 Apr {DASH} 2 May 2025"),
        ("2023-12-30/2024-01-02", f"30 Dec 2023 {DASH} 2 Jan 2024"),
        ("2024-01/2024-03", f"Jan {DASH} Mar 2024"),
        ("2020/2025", f"2020 {DASH} 2025"),
        ("2020/2020", "2020"),
        ("2023-11-27/", "from 27 Nov 2023"),
        ("/2023", "up to 2023"),
    ],
)
def test_a_date_says_as_much_as_is_known_and_no_more(value, words):
    assert edtf(value) == words


def test_a_guessed_date_never_looks_like_a_stated_one():
    assert day(When(edtf="2023-11-27")) == "27 Nov 2023"
    assert day(When(edtf="2023-11-27", basis="relative")) == "27 Nov 2023"
    assert day(When(edtf="2023-11-27", basis="inferred")) == "27 Nov 2023 (date inferred)"
    assert day(When(edtf="2023-11-27", basis="publication")) == "27 Nov 2023 (the day of publication)"


def test_an_unknown_date_stays_said():
    assert day(None) == day_alone(None) == "date not stated"
    assert basis_words(None) == ""


def test_how_a_date_is_known_can_stand_beside_it():
    guessed = When(edtf="2023-11-27", basis="inferred")
    assert (day_alone(guessed), basis_words(guessed)) == ("27 Nov 2023", "date inferred")
