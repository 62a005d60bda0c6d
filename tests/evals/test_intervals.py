from __future__ import annotations

from measure.intervals import interval, share


def test_the_same_counts_give_the_same_bounds_around_the_share():
    counts = [(1, 1)] * 30 + [(0, 1)] * 10
    low, high = interval(counts, share)
    assert (low, high) == interval(list(counts), share)
    assert 0.55 < low < 0.70
    assert 0.80 < high < 0.95


def test_what_never_varies_has_bounds_without_width():
    assert interval([(1, 1)] * 5, share) == (1.0, 1.0)


def test_draws_without_anything_to_measure_are_left_out():
    low, high = interval([(1, 1)] + [(0, 0)] * 9, share)
    assert (low, high) == (1.0, 1.0)
    assert interval([(0, 0)] * 3, share) is None
    assert interval([], share) is None


def test_more_items_give_narrower_bounds():
    few, many = ([(index % 2, 1) for index in range(size)] for size in (20, 400))
    width = [high - low for low, high in (interval(few, share), interval(many, share))]
    assert width[1] < width[0] / 3
