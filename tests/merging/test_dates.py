import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.merging.dates import best, day, is_stay, length
from foedera.model.when import When

EDTF = st.sampled_from(
    [
        "2023-11-27",
        "2023-11-28",
        "2023-11",
        "2023",
        "XXXX-11-27",
        "XXXX-11",
        "2023-11-25/2023-11-28",
        "2014",
        "2023-02-01/2023-03",
    ]
)
WHENS = st.lists(EDTF.map(lambda edtf: When(edtf=edtf)), max_size=6)


def chosen(*edtfs, stay=False):
    found = best([When(edtf=edtf) for edtf in edtfs], stay=stay)
    return found.edtf if found else None


@pytest.mark.parametrize(
    ("given_dates", "expected"),
    [
        ((), None),
        (("2023", "2023-11-27", "2023-11"), "2023-11-27"),
        (("2014", "2023-11-27", "2023-11-27"), "2023-11-27"),
        (("2023-11", "XXXX-11-27"), "2023-11-27"),
        (("2023/2024", "XXXX-11-27"), "2023/2024"),
        (("2023-11", "XXXX-11"), "2023-11"),
        (("2023-11-26/2023-11-28", "2023-11-27"), "2023-11-27"),
    ],
)
def test_the_narrowest_date_that_most_allow_is_the_best(given_dates, expected):
    assert chosen(*given_dates) == expected


def test_a_stay_is_dated_by_its_interval():
    assert chosen("2023-11-26/2023-11-28", "2023-11-27", stay=True) == "2023-11-26/2023-11-28"


def test_a_day_put_together_from_two_dates_is_inferred():
    assert best([When(edtf="2023-11"), When(edtf="XXXX-11-27")]) == When(edtf="2023-11-27", basis="inferred")


def test_of_equal_dates_the_better_founded_is_taken():
    assert best([When(edtf="2023", basis="inferred"), When(edtf="2023", basis="stated")]) == When(edtf="2023")


def test_what_has_no_year_is_longer_than_what_has():
    assert length(When(edtf="XXXX-11-27")) > length(When(edtf="1900/2000"))
    assert length(When(edtf="2023-11")) == 30


def test_years_beyond_the_calendar_count_as_its_ends():
    assert day("0000-02-01").isoformat() == "0001-02-01"


def test_only_an_interval_of_days_is_a_stay():
    assert is_stay(When(edtf="2023-11-26/2023-11-28"))
    assert not is_stay(When(edtf="2023-11/2023-12"))


@given(WHENS, st.booleans(), st.randoms())
def test_the_order_of_dates_does_not_matter(whens, stay, random):
    shuffled = list(whens)
    random.shuffle(shuffled)
    assert best(shuffled, stay=stay) == best(whens, stay=stay)
