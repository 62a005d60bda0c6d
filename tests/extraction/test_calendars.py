from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.extraction import calendars
from foedera.model.when import When

days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("numbers", "value"),
    [
        ((2023, None, None), "2023"),
        ((2023, 11, None), "2023-11"),
        ((2023, 11, 7), "2023-11-07"),
        ((None, 3, 7), "XXXX-03-07"),
        ((None, 3, None), "XXXX-03"),
        ((None, None, 22), "XXXX-XX-22"),
    ],
)
def test_numbers_make_edtf_and_edtf_gives_them_back(numbers, value):
    assert calendars.edtf(*numbers) == value
    assert calendars.numbers(value) == numbers


@pytest.mark.parametrize(
    ("numbers", "known"),
    [
        ((2024, 2, 29), True),
        ((2023, 2, 29), False),
        ((None, 2, 29), True),
        ((None, 2, 30), False),
        ((None, None, 31), True),
        ((None, None, 32), False),
        ((2023, 13, None), False),
        ((None, 27, 3), False),
        ((2023, None, None), True),
    ],
)
def test_only_days_of_the_calendar_exist(numbers, known):
    assert calendars.exists(*numbers) is known


@given(days, st.integers(-400, 400))
def test_shifting_there_and_back_is_no_shift(day, away):
    moved = calendars.shifted(day.isoformat(), away)
    assert moved == (day + timedelta(days=away)).isoformat()
    assert calendars.shifted(moved, -away) == day.isoformat()


@given(days, st.integers(1, 7), st.booleans())
def test_a_weekday_is_within_a_week_on_the_right_side(day, weekday, ahead):
    found = date.fromisoformat(calendars.weekday_near(day.isoformat(), weekday, ahead=ahead))
    assert found.isoweekday() == weekday
    assert 0 <= (found - day if ahead else day - found).days < 7


@given(days, st.integers(-60, 60))
def test_a_week_holds_its_day(day, weeks):
    when = When(edtf=calendars.week_of(day.isoformat(), weeks))
    assert when.first <= (day + timedelta(weeks=weeks)).isoformat() <= when.last


@given(days, st.integers(1, 12), st.sampled_from([None, 15]))
def test_the_nearest_year_is_never_more_than_a_year_away(day, month, number):
    for future in (None, True, False):
        year = calendars.nearest_year(day.isoformat(), month, number, future=future)
        assert abs(year - day.year) <= 1


def test_what_is_unknown_stays_unknown():
    assert calendars.shifted("XXXX-03-01", -1) == "XXXX-02-28"
    assert calendars.shifted("2023-11", -1) == "2023-11"
    assert calendars.shifted("2023", 1) == "2023"
    assert calendars.shifted("XXXX", 1) is None
    assert calendars.month_of("2023", 1) is None
    assert calendars.month_of("XXXX-12-05", 1) == "XXXX-01"
    assert calendars.week_of("XXXX") is None
    assert calendars.nearest_year("XXXX-03-07", 3, 7) is None
    assert calendars.weekday_near("XXXX-03-07", 1) is None


def test_a_quarter_is_three_months():
    assert calendars.quarter(2024, 3) == "2024-07/2024-09"


def test_a_half_is_six_months():
    assert calendars.half(2024, 2) == "2024-07/2024-12"


@pytest.mark.parametrize(
    ("weekday", "number", "day"), [(1, 1, "2024-03-04"), (5, -1, "2024-03-29"), (5, 5, "2024-03-29"), (1, 5, None), (1, -9, None)]
)
def test_weekdays_of_a_month_are_counted_from_either_end(weekday, number, day):
    assert calendars.weekday_of_month("2024-03", weekday, number) == day


def test_no_weekday_of_an_unknown_month():
    assert calendars.weekday_of_month("2024", 1, 1) is None


def test_the_days_of_a_week_need_a_day():
    assert (calendars.days_of_week("2024-03-13"), calendars.days_of_week("2024-03")) == ("2024-03-11/2024-03-17", None)


@pytest.mark.parametrize(
    ("value", "weekday", "days"),
    [
        ("2031-05-29", 5, "2031-05-29/2031-05-30"),
        ("2031-05-29", 1, "2031-05-29/2031-06-02"),
        ("2031-05-29", 4, "2031-05-29"),
        ("2031-05", 5, "2031-05"),
    ],
)
def test_the_days_until_a_weekday_end_on_the_next_such_day(value, weekday, days):
    assert calendars.until_weekday(value, weekday) == days
