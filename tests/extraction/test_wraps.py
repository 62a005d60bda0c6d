import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.extraction.wraps import unwrapped

LONG = "Fiji and Nepal signed a long pact on the trade in"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LONG}\nfish and salt.", f"{LONG} fish and salt."),
        (f"{LONG},\nNepal said.", f"{LONG}, Nepal said."),
        (f"{LONG} fish.\nthen they left.", f"{LONG} fish.\nthen they left."),
        (f"{LONG}\n\nfish and salt.", f"{LONG}\n\nfish and salt."),
        (f"{LONG}\n— fish", f"{LONG}\n— fish"),
        (f"{LONG}\nSuva Fish Board", f"{LONG}\nSuva Fish Board"),
        ("Fiji and\nfish", "Fiji and\nfish"),
        (f"{LONG} {LONG} {LONG}\nfish", f"{LONG} {LONG} {LONG}\nfish"),
        ("one line", "one line"),
        ("", ""),
    ],
)
def test_a_break_inside_a_sentence_becomes_a_space(text, expected):
    assert unwrapped(text) == expected


def test_among_lines_of_like_length_a_capital_may_follow_a_break():
    lines = [f"{LONG} Suva", f"{LONG} Lima", f"{LONG} Oslo", f"{LONG} Bonn"]
    assert unwrapped("\n".join(lines)) == " ".join(lines)
    assert unwrapped("\n".join(f"{line}." for line in lines)) == "\n".join(f"{line}." for line in lines)


WRAPPED = (
    "Fiji and Nepal signed a pact on the trade in fish and",
    "salt in Suva on Monday. Nepal said that the pact",
    "would open markets to its farmers (and to its miners)",
    "and Fiji said that both would gain from it, and that",
    "Tonga and Samoa would be welcome to join the two of",
    "them in it in the years to come.",
)
HEADLINE = "Fiji and Nepal sign a pact on fish; others look away"


def test_a_text_that_is_wrapped_throughout_is_joined_wherever_the_next_word_did_not_fit():
    assert unwrapped("\n".join(WRAPPED)) == " ".join(WRAPPED)
    assert unwrapped("\n".join((*WRAPPED, "Oslo was silent."))) == " ".join(WRAPPED) + "\nOslo was silent."


ENDED = (
    "Fiji and Nepal signed a pact on the trade in fish and",
    "salt in Suva on Monday, and so did Tonga and Samoa.",
    "Nepal said that the pact would open markets to its",
    "farmers, and it thanked the ministers of both sides.",
)


def test_a_sentence_that_ends_a_full_line_is_joined_where_empty_lines_part_the_paragraphs():
    assert unwrapped("\n".join((*ENDED, "", *WRAPPED))) == " ".join(ENDED) + "\n\n" + " ".join(WRAPPED)


def test_a_sentence_that_ends_a_full_line_may_end_a_paragraph_where_no_empty_lines_do():
    found = unwrapped("\n".join((*ENDED, *WRAPPED, *ENDED)))
    assert "Samoa.\nNepal" in found


def test_a_break_where_the_next_word_would_have_fitted_ends_a_line_even_in_a_wrapped_text():
    listed = ("Fiji, which has agreed to all of it at once", "Nepal, which has not", "Tonga, which never was asked at all")
    assert unwrapped("\n".join((*WRAPPED, "", *listed))).endswith("\n".join(listed))


def test_the_headline_is_not_joined_to_what_follows_it():
    assert unwrapped("\n".join((HEADLINE, "By Anna Berg", "", *WRAPPED))).startswith(HEADLINE + "\n")


@given(st.text(alphabet="aB ,.\n(—", max_size=400))
def test_only_breaks_change_and_only_to_spaces(text):
    made = unwrapped(text)
    assert len(made) == len(text)
    assert all(new == old or (old, new) == ("\n", " ") for old, new in zip(text, made, strict=True))
