import pytest

from foedera.api.days import checked, first_day, last_day
from foedera.plumbing.errors import UsageError


def test_a_year_or_month_begins_on_its_first_and_ends_on_its_last_day():
    assert (first_day("2024"), last_day("2024")) == ("2024-01-01", "2024-12-31")
    assert (first_day("2024-02"), last_day("2024-02")) == ("2024-02-01", "2024-02-29")
    assert (first_day(" 2024-02-03 "), last_day("2024-02-03")) == ("2024-02-03", "2024-02-03")


def test_no_date_stays_none():
    assert first_day(None) is None
    assert last_day(None) is None
    assert checked(None) is None


@pytest.mark.parametrize("value", ["2024-13", "2023-02-29", "27/11/2023", "2023-1", "2023-W01-1", "20231127", "yesterday", "XXXX-03-07"])
def test_what_is_no_date_is_refused_with_an_example(value):
    with pytest.raises(UsageError) as raised:
        checked(value)
    assert "2023-11-27" in raised.value.remedy
