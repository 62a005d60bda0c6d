import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.model.when import When, compatible, narrower


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2023-11-27", "2023-11-27", "2023-11-27"),
        ("2023-11", "2023-11-01", "2023-11-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2100-02", "2100-02-01", "2100-02-28"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-11-27/2023-12-02", "2023-11-27", "2023-12-02"),
        ("2023/2025-03", "2023-01-01", "2025-03-31"),
        ("XXXX-03-07", "0000-03-07", "9999-03-07"),
        ("XXXX-02", "0000-02-01", "9999-02-29"),
        ("XXXX-XX-22", "0000-01-22", "9999-12-22"),
        ("XXXX", "0000-01-01", "9999-12-31"),
    ],
)
def test_a_date_lies_between_its_first_and_its_last_day(edtf, first, last):
    when = When(edtf=edtf)
    assert (when.first, when.last) == (first, last)


@pytest.mark.parametrize(
    ("edtf", "precision", "year_known", "is_interval", "is_day"),
    [
        ("2023-11-27", 3, True, False, True),
        ("2023-11", 2, True, False, False),
        ("2023", 1, True, False, False),
        ("2023-11-27/2023-12-02", 3, True, True, False),
        ("2023/2025-03", 1, True, True, False),
        ("2023-11-27/", 0, True, True, False),
        ("XXXX-03-07", 2, False, False, False),
        ("XXXX-XX-22", 1, False, False, False),
        ("XXXX", 0, False, False, False),
    ],
)
def test_a_date_tells_how_much_is_known_of_it(edtf, precision, year_known, is_interval, is_day):  # noqa: PLR0913, PLR0917 - a column each
    when = When(edtf=edtf)
    assert (when.precision, when.year_known, when.is_interval, when.is_day) == (precision, year_known, is_interval, is_day)


def test_a_date_is_stated_unless_said_otherwise():
    assert When(edtf="2023").basis == "stated"
    assert When(edtf="2023", basis="inferred") != When(edtf="2023")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (None, None, True),
        ("2023", None, True),
        ("2023-11-27", "2023-11-27", True),
        ("2023-11-27", "2023-11-28", False),
        ("2023-11-27", "2023-11", True),
        ("2023-11-27", "2023", True),
        ("2023-11", "2023-12", False),
        ("2023-11-20/2023-11-30", "2023-11-27", True),
        ("2023-11-20/2023-11-30", "2023-11-30/2023-12-05", True),
        ("2023-11-20/2023-11-30", "2023-12-01", False),
        ("XXXX-11-27", "2023-11-27", True),
        ("XXXX-11-27", "2023-11", True),
        ("XXXX-11-27", "2023-11-28", False),
        ("XXXX-11-27", "XXXX-11-28", False),
        ("XXXX-XX-22", "XXXX-11-22", True),
    ],
)
def test_two_dates_are_compatible_where_both_may_mean_one_day(first, second, expected):
    a, b = (When(edtf=edtf) if edtf else None for edtf in (first, second))
    assert compatible(a, b) is compatible(b, a) is expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (None, None, None),
        ("2023", None, "2023"),
        (None, "2023", "2023"),
        ("2023", "2023-11", "2023-11"),
        ("2023-11", "2023-11-27", "2023-11-27"),
        ("2023-11-27", "2023", "2023-11-27"),
        ("XXXX-11-27", "2023-11-27", "2023-11-27"),
        ("XXXX-11-27", "2023-11", "2023-11"),
        ("2023-11-27/2023-11-29", "2023-11-27", "2023-11-27"),
        ("2023-11-27", "2023-11-28", "2023-11-27"),
    ],
)
def test_the_narrower_date_says_more_and_of_equals_the_first_stays(first, second, expected):
    found = narrower(*(When(edtf=edtf) if edtf else None for edtf in (first, second)))
    assert (found and found.edtf) == expected


years = st.one_of(st.just("XXXX"), st.integers(1, 9999).map("{:04d}".format))
months = st.integers(1, 12).map("{:02d}".format)
days = st.integers(1, 28).map("{:02d}".format)
moments = st.one_of(
    years,
    st.tuples(years, months).map("-".join),
    st.tuples(years, months, days).map("-".join),
    days.map("XXXX-XX-{}".format),
)
known = st.integers(1, 9999).map("{:04d}".format)
spans = st.tuples(known, months, days, months, days).map(
    lambda parts: "/".join(sorted((f"{parts[0]}-{parts[1]}-{parts[2]}", f"{parts[0]}-{parts[3]}-{parts[4]}")))
)
whens = st.one_of(moments, spans).map(lambda edtf: When(edtf=edtf))


@given(whens)
def test_the_first_day_is_not_behind_the_last(when):
    assert when.first <= when.last
    assert len(when.first) == len(when.last) == len("2023-11-27")


@given(whens, whens)
def test_being_compatible_is_mutual(a, b):
    assert compatible(a, b) == compatible(b, a)


@given(whens)
def test_a_date_is_compatible_with_itself_and_with_nothing(when):
    assert compatible(when, when)
    assert compatible(when, None)
    assert narrower(when, when) == when


@given(whens, whens)
def test_the_narrower_of_two_is_one_of_them_and_no_vaguer_than_either(a, b):
    found = narrower(a, b)
    assert found in {a, b}
    assert found.precision == max(a.precision, b.precision)
