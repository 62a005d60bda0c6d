from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.plumbing import patterns

DATE = patterns.compile(r"(?P<d>\d+)\.(?P<m>\d+)\.(?P<y>\d{4})?")


def test_a_match_tells_its_groups_as_text_and_place():
    first, second = DATE.finditer("\u0111\u00e2y 1.12.2023, \u1ea1 3.4. x")
    assert (first.start, first.end) == (4, 13)
    assert first.groups == {"d": "1", "m": "12", "y": "2023"}
    assert first.spans["m"] == (6, 8)
    assert second.groups == {"d": "3", "m": "4"}


def test_search_match_and_fullmatch_look_where_they_say():
    pattern = patterns.compile("(?i)b+")
    assert pattern.search("aBb") == patterns.Match(start=1, end=3, groups={}, spans={})
    assert pattern.match("ab") is None
    assert pattern.match("ba") is not None
    assert pattern.fullmatch("ba") is None
    assert pattern.fullmatch("bB") is not None


@pytest.mark.parametrize("source", ["(a", "(?=a)", r"(a)\1"])
def test_what_has_no_linear_time_or_no_sense_is_refused(source):
    with pytest.raises(ValueError, match=r"."):
        patterns.compile(source)


def test_a_lone_surrogate_moves_no_offset():
    (found,) = patterns.compile("(?P<x>b)").finditer("a\ud800b")
    assert found.spans == {"x": (2, 3)}


@given(st.text(max_size=30))
def test_spans_are_offsets_of_the_text_given(text):
    for found in patterns.compile(r"(?P<x>\pL+)").finditer(text):
        start, end = found.spans["x"]
        assert (start, end) == (found.start, found.end)
        assert text[start:end] == found.groups["x"]
