from hypothesis import given
from hypothesis import strategies as st

from foedera.extraction.covers import covers

stretch = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted).map(tuple)


def test_nothing_covers_nothing():
    assert not covers([]).hold(0, 0)


def test_a_long_stretch_before_a_short_one_still_covers():
    assert covers([(0, 20), (3, 5)]).hold(6, 18)
    assert not covers([(0, 20), (3, 5)]).hold(6, 21)


@given(st.lists(stretch, max_size=12), stretch)
def test_a_stretch_is_covered_where_one_begins_no_later_and_ends_no_earlier(stretches, wanted):
    start, end = wanted
    assert covers(stretches).hold(start, end) == any(low <= start and end <= high for low, high in stretches)
