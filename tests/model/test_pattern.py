from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.model.pattern import Class, Gap, Kind, Pattern, Words, parse


def test_words_classes_kinds_and_gaps_are_elements():
    assert parse("{receive}  Mr {person} ... in {place}") == (
        Pattern((Class("receive"), Words("Mr"), Kind("person"), Gap(), Words("in"), Kind("place"))),
    )


def test_alternatives_and_optional_parts_are_written_out_in_order():
    assert [pattern.elements for pattern in parse("(held|had [a (long|short)]) talk[s]")] == [
        (Words(text),)
        for text in (
            "held talks",
            "held talk",
            "had a long talks",
            "had a long talk",
            "had a short talks",
            "had a short talk",
            "had talks",
            "had talk",
        )
    ]


def test_what_is_said_twice_counts_once():
    assert len(parse("(a|a) b")) == 1


def test_a_gap_may_stand_beside_braces():
    assert parse("{a}...{b}") == parse("{a} ... {b}")


@pytest.mark.parametrize(
    ("say", "what"),
    [
        ("", "column 1: a pattern starts with words, a class or a mention"),
        ("... met", "column 1: a pattern starts with words, a class or a mention"),
        ("met ...", "column 1: a pattern does not end with a gap"),
        ("a ... ... b", "column 1: two gaps in a row"),
        ("a...b", "column 1: a gap stands alone"),
        ("met {person", "column 5: a { that is never closed"),
        ("met }", "column 5: a } without {"),
        ("{Actor} met", "column 1: {Actor} is no name of a class"),
        ("a (b|c", "column 3: a ( that ) does not close"),
        ("a [b", "column 3: a [ that ] does not close"),
        ("a | b", "column 3: a | without an opening bracket"),
        ("a ) b", "column 3: a ) without an opening bracket"),
        ("a (|b)", "column 4: an empty alternative"),
        ("a []", "column 4: an empty alternative"),
        ("(a|b)" * 11, "stands for 2048 patterns"),
    ],
)
def test_bad_syntax_is_told_with_its_column(say, what):
    with pytest.raises(ValueError, match="column") as raised:
        parse(say)
    assert what in str(raised.value)


@given(st.text("ab {}()[]|.", max_size=20))
def test_parsing_ends_with_patterns_or_an_error_and_keeps_the_laws(say):
    try:
        patterns = parse(say)
    except ValueError:
        return
    for pattern in patterns:
        assert isinstance(pattern.elements[0], Words | Class | Kind)
        assert not isinstance(pattern.elements[-1], Gap)
        pairs = zip(pattern.elements, pattern.elements[1:], strict=False)
        assert not any(type(a) is type(b) and isinstance(a, Gap | Words) for a, b in pairs)
