from __future__ import annotations

import pytest

from measure.stretches import same, stretches, within


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("199X", "1990/1999"),
        ("20XX", "2000/2099"),
        ("20XX", "2001/2100"),
        ("2001/2100", "20XX"),
        ("19XX", "1901/2000"),
        ("2024", "2024-01/2024-12"),
        ("2024-02", "2024-02-01/2024-02-29"),
        ("2024-01/2024-03", "2024-01-01/2024-03-31"),
        ("XXXX-03-07", "XXXX-03-07"),
        ("2014/..", "2014/.."),
    ],
)
def test_values_that_mean_the_same_days_are_the_same(a, b):
    assert same(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("199X", "1991/2000"),
        ("20XX", "2000/2100"),
        ("2024", "2024-01"),
        ("2023-02", "2023-02-01/2023-02-29"),
        ("XXXX-03-07", "2024-03-07"),
        ("2014/..", "2014"),
    ],
)
def test_other_days_are_not_the_same(a, b):
    assert not same(a, b)


@pytest.mark.parametrize("value", ["XXXX-03-07", "2024-13", "2024-02-30", "99", "2024-03/2024-01", "soon", ""])
def test_what_is_no_stretch_of_known_days_has_none(value):
    assert stretches(value) == frozenset()


def test_a_value_lies_within_days_only_as_a_whole():
    assert within("2024-03-07", "2024-03-07", "2024-03-09")
    assert within("2024-03-07/2024-03-09", "2024-03-07", "2024-03-09")
    assert not within("2024-03-07/2024-03-10", "2024-03-07", "2024-03-09")
    assert not within("2024-03", "2024-03-07", "2024-03-09")
