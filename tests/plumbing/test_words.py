import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.plumbing.text import flat
from foedera.plumbing.words import LONGEST, holds, indexed, located, sought, standing, worth

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.text(
    "\u0111\u0110oi\u0301\u0302t \u9996\u8133\u4f1a\uff76\uff9e\u30ab-\u200b\u00bd\u1e9e", max_size=40
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("doi tac", ["doi", "tac"]),
        ("\u0111\u1ed1i doi", ["=\u0111\u1ed1i", "doi"]),
        ("\u0110\u1ed1i t\u00e1c", ["!doi", "!tac", "=t\u00e1c", "=\u0111\u1ed1i", "doi", "tac"]),
        ("\u9996\u8133\u4f1a", ["\u4f1a", "\u8133", "\u8133\u4f1a", "\u9996", "\u9996\u8133"]),
        ("\u65e5", ["\u65e5"]),
        ("JR\u6771\u65e5", ["jr", "\u65e5", "\u6771", "\u6771\u65e5"]),
        ("x" * 500, ["x" * LONGEST]),
        ("=! \u2014", []),
    ],
)
def test_what_is_kept_of_a_text(text, words):
    assert indexed(text) == words


def test_what_a_query_seeks():
    found = sought("\u0110\u1ed1i doi \u9996\u8133\u4f1a")
    assert (found.words, found.marked) == (("doi", "\u8133\u4f1a", "\u9996\u8133"), ("=\u0111\u1ed1i",))
    assert (found.absent, found.runs) == (("!doi", "!\u8133\u4f1a", "!\u9996\u8133"), ("\u9996\u8133\u4f1a",))


def test_a_line_with_the_very_marks_is_worth_more():
    wanted = sought("\u0111\u1ed1i t\u00e1c")
    assert worth("doi tac", wanted) < worth("\u0111\u1ed1i tac", wanted) < worth("\u0111\u1ed1i t\u00e1c", wanted)
    assert worth("\u0111\u1ed1i", sought("doi")) < worth("doi", sought("doi"))


def test_what_stands_there_is_found_in_the_text_as_given():
    text = "\u0110o\u0302\u0301i\u200b t\u00e1c: \uff76\uff9e\uff76\uff9e, \u9996\u8133\u4f1a\u8ac7"
    found = standing(text, sought("doi \u30ac\u30ac \u8133\u4f1a\u8ac7").words)
    assert [text[start:end].strip("\u200b") for start, end in found] == [
        "\u0110o\u0302\u0301i",
        "\uff76\uff9e\uff76\uff9e",
        "\u8133\u4f1a\u8ac7",
    ]


@given(TEXTS)
def test_every_text_holds_itself_and_its_own_words_stand_in_it(text):
    wanted = sought(text)
    assert holds(text, wanted)
    assert {word for word, _, _ in located(text)} == set(wanted.words)
    assert set(wanted.words) <= set(indexed(text))
    assert not set(wanted.absent) & set(indexed(text))
    assert set(wanted.marked) <= set(indexed(text))


@given(TEXTS)
def test_words_are_folded_and_have_spans_in_order(text):
    at = 0
    for word, start, end in located(text):
        assert 0 <= start < end <= len(text)
        assert at <= start
        at = start
        assert flat(word) == word
