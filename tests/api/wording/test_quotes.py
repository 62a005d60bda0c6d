from hypothesis import given
from hypothesis import strategies as st

from foedera.api.wording.quotes import capital, gist, quoted


def test_a_short_quote_stays_whole_on_one_line():
    assert gist("Japan  pledged\nsix vessels.") == "Japan pledged six vessels."


def test_a_long_quote_is_cut_at_a_word():
    assert gist("one two three four", 10) == "one two\N{HORIZONTAL ELLIPSIS}"


def test_a_script_without_spaces_is_cut_between_characters():
    assert gist("\N{CJK UNIFIED IDEOGRAPH-65E5}" * 30, 10) == "\N{CJK UNIFIED IDEOGRAPH-65E5}" * 9 + "\N{HORIZONTAL ELLIPSIS}"


@given(st.text(), st.integers(min_value=2, max_value=200))
def test_a_gist_is_never_longer_than_asked_and_has_one_line(text, limit):
    made = gist(text, limit)
    assert len(made) <= limit
    assert "\n" not in made


def test_words_begin_with_a_capital_and_quotes_stand_in_marks():
    assert capital("talks") == "Talks"
    assert capital("") == ""
    assert quoted("a\nb") == "\N{LEFT DOUBLE QUOTATION MARK}a b\N{RIGHT DOUBLE QUOTATION MARK}"
