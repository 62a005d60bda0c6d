"""Orders of day and month in digits."""

from __future__ import annotations

import pytest

from foedera.extraction.dates import scan


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Saturday, 09/03/2024", [(2024, 3, 9)]),
        ("on Friday (04/05/2024)", [(2024, 4, 5)]),
        ("on Saturday (04/05/2024)", [(2024, 5, 4)]),
        ("on Monday, 25/03/2024", [(2024, 3, 25)]),
        ("on 3/25/2024 and again on 04/05/2024", [(2024, 3, 25), (2024, 4, 5)]),
        ("on 25/3/2024 and again on 04/05/2024", [(2024, 3, 25), (2024, 5, 4)]),
        ("on 3/25/2024, 25/3/2024 and 04/05/2024", [(2024, 3, 25), (2024, 3, 25), (2024, 5, 4)]),
        ("on Friday (04/05/2024) and on 06/07/2024", [(2024, 4, 5), (2024, 6, 7)]),
        ("on 04/05/2024", [(2024, 5, 4)]),
        ("on 05/05/2024 and 3/25/2024", [(2024, 5, 5), (2024, 3, 25)]),
    ],
)
def test_a_weekday_or_another_date_settles_which_number_is_the_month(knowledge, text, expected):
    found = scan(text, knowledge.pack("en"))
    assert [(date.year, date.month, date.day) for date in found] == expected


def test_a_weekday_of_its_own_stays_one(knowledge):
    found = scan("met on Monday. On Friday, the 3/25/2024 paper and Tuesday", knowledge.pack("en"))
    assert [date.shape for date in found] == ["weekday", "weekday", "day", "weekday"]
