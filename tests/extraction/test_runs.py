import pytest

from foedera.extraction import quotes, runs


@pytest.mark.parametrize(
    ("sign", "kind"),
    [
        ("ア", "katakana"),
        ("ー", "katakana"),
        ("a", "latin"),
        ("é", "latin"),
        ("3", "digit"),
        ("日", "ideograph"),
        ("は", "hiragana"),
        ("・", ""),
        ("。", ""),
        ("-", ""),
    ],
)
def test_kinds(sign, kind):
    assert runs.kind(sign) == kind


@pytest.mark.parametrize(
    ("text", "word", "cut"),
    [
        ("インドネシア", "インド", True),
        ("インド洋", "インド", False),
        ("NEUTRAL", "EU", True),
        ("日EU間", "EU", False),
        ("12日", "2", True),
        ("日本人", "日本", False),
        ("ここは", "は", False),
    ],
)
def test_a_word_is_not_cut(text, word, cut):
    start = text.index(word)
    assert runs.cuts(text, start, start + len(word)) is cut


def test_runs_leave_signs_at_their_ends():
    foreign = runs.Letters(frozenset({runs.KATAKANA}), "・")
    text = "の・ファム・ミン・は"
    assert text[runs.back(text, 8, 0, foreign) : 8] == "ファム・ミン"
    assert text[2 : runs.forth(text, 2, len(text), foreign)] == "ファム・ミン"


def test_what_is_dense():
    assert runs.is_dense("日EU")
    assert not runs.is_dense("EU")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("「a」b", ["「a」"]),
        ("「a『b』c」", ["「a『b』c」"]),
        ("「a(b」c", ["「a(b」"]),
        ("a」b", []),
        ("「" + "x" * 700 + "」", []),
        ("「a」「b」", ["「a」", "「b」"]),
    ],
)
def test_enclosed(text, expected):
    assert [text[start:end] for start, end in quotes.enclosed(text, 0, len(text))] == expected


def test_within():
    spans = quotes.enclosed("a「b」c", 0, 5)
    assert [quotes.within(spans, at) for at in range(5)] == [False, True, True, True, False]


def test_the_inner_positions_of_a_text_are_those_at_which_a_stretch_cuts():
    signs = "".join(map(chr, (*range(0x20, 0x260), *range(0x3000, 0x3220), 0x4E00, 0x4E01)))
    for text in (signs, "東京タワーのWHOは2024年の10月", "", "ア"):
        inner = runs.inner(text)
        assert inner == {at for at in range(1, len(text)) if runs.cuts(text, at, len(text))}
