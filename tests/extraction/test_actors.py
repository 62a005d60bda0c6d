import pytest

from foedera.extraction.actors import actors
from foedera.extraction.hits import hits
from foedera.extraction.lexicon import lexicon
from foedera.model.pack import Phrase


@pytest.fixture(scope="module")
def believed(tiny, phrases):
    """The actors of a text, as (words, code): Chile and Norway are sure, Jordan, Chad and Congo are weak."""
    weak = phrases(("Jordan", "JO"), ("Chad", "TD"), ("Congo", "CD"), ("Congo", "CG"), weak=True, cased=True)
    known = tiny(
        actors=(*phrases(("Chile", "CL"), ("Norway", "NO"), ("Brazzaville", "CG"), ("Hashemite Kingdom", "JO"), cased=True), *weak),
        offices=(Phrase(text="president", meaning="president"),),
        cues={"with": ("with",), "side": ("government of", "side"), "and": ("and",), "at": ("in",)},
    )

    def made(text):
        return [(text[hit.start : hit.end], hit.value) for hit in actors(text, hits(text, lexicon(known, "xx")))]

    return made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile spoke.", [("Chile", "CL")]),
        ("Jordan scored twice.", []),
        ("Jordan, the Hashemite Kingdom", [("Jordan", "JO"), ("Hashemite Kingdom", "JO")]),
        ("talks with Jordan", [("Jordan", "JO")]),
        ("life in Jordan", [("Jordan", "JO")]),
        ("the government of Jordan", [("Jordan", "JO")]),
        ("president Jordan", [("Jordan", "JO")]),
        ("the Jordan president", [("Jordan", "JO")]),
        ("the president saw Jordan", []),
    ],
)
def test_a_weak_form_counts_beside_another_sign(believed, text, expected):
    assert believed(text) == expected


@pytest.mark.parametrize("join", ["-", "–", " - ", " – ", "/", "—", " — "])
def test_a_dash_joins_weak_forms_to_a_pair(believed, join):
    assert believed(f"the Jordan{join}Chad deal") == [("Jordan", "JO"), ("Chad", "TD")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile, Chad and Norway signed.", ["Chile", "Chad", "Norway"]),
        ("Chile and Chad signed.", ["Chile", "Chad"]),
        ("Chad and Chile signed.", ["Chad", "Chile"]),
        ("Chile saw Chad.", ["Chile"]),
        ("Chile but Chad", ["Chile"]),
        ("Chile and then a man named Chad", ["Chile"]),
    ],
)
def test_a_weak_form_counts_in_a_list_of_actors(believed, text, expected):
    assert [words for words, _ in believed(text)] == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("They met in Congo.", "CD"),
        ("They met in Congo, near Brazzaville.", "CG"),
        ("Brazzaville speaks for Congo", "CG"),
    ],
)
def test_of_actors_with_one_form_the_one_the_text_names_otherwise_counts(believed, text, code):
    assert ("Congo", code) in believed(text)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Michael Jordan and his wife bought bread.", []),
        ("en", "Fiji held talks with Georgia.", ["FJ", "GE"]),
        ("en", "The President of Georgia wrote a letter.", ["GE"]),
        ("en", "Peruvian President Santiago Mora met the Japanese envoy.", ["PE", "JP"]),
        ("en", "The foreign minister Santiago sent to Peru met the Japanese envoy.", ["CL", "PE", "JP"]),
        ("vi", "Thủ tướng Lào gặp Đại sứ Na Uy.", ["LA", "NO"]),
        ("vi", "Thủ tướng Đức Anna Berg gặp Đại sứ Na Uy.", ["DE", "NO"]),
        ("vi", "Quan hệ Việt - Nhật phát triển.", ["VN", "JP"]),
        ("ms", "Menteri Luar Jepun bertemu rakan sejawat dari Peru.", ["JP", "PE"]),
        ("ms", "Hubungan Malaysia-Indonesia semakin erat.", ["MY", "ID"]),
    ],
)
def test_a_draft_holds_the_actors_that_are_believed(draft_of, lang, text, expected):
    assert [hit.value for hit in draft_of(text, lang).hits.of("actor")] == expected


def test_a_text_whose_only_actors_are_doubtful_has_none(draft_of):
    assert draft_of("They ate Lima beans.").hits.of("actor") == ()
