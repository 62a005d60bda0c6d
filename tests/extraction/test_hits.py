from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.extraction.hits import LONGEST, Hit, Hits, hits
from foedera.extraction.lexicon import lexicon
from foedera.model.document import Span
from foedera.model.pack import Phrase
from foedera.plumbing.text import normal

FRAGMENTS = {
    "en": ("Japan", "Japan's", "South China Sea", "Prime Minister", "minister", "the US", "us", "Lima", "no doubt", "not only", "IN", "in"),
    "vi": ("Việt Nam", "Hà Nội", "Biển Đông", "Thủ tướng", "thủ tướng chính phủ", "hai bên", "chưa", "Trung Quốc", "Lào"),
    "ms": ("Perdana Menteri", "Laut China Selatan", "Jepun", "kedua-dua negara", "tidak", "Putrajaya", "PM", "pm", "bekas Presiden"),
}
texts = st.sampled_from(sorted(FRAGMENTS)).flatmap(
    lambda lang: st.tuples(
        st.just(lang),
        st.lists(st.one_of(st.sampled_from(FRAGMENTS[lang]), st.sampled_from([" ", ", ", "\n", "-", "s", "İ"])), max_size=12).map("".join),
    )
)

NOTHING = Hits(places={}, made={})


def found(text, knowledge, kind, value=""):
    """What is found of a kind, as (words, meaning)."""
    made = hits(text, lexicon(knowledge, knowledge.packs[0].tag))
    return [(text[hit.start : hit.end], hit.value) for hit in made.of(kind, value)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Chile met.", ["Peru", "Chile"]),
        ("The Peruvians met.", []),
        ("Peru2 met.", []),
        ("Peru's side, a Peru-Chile pact", ["Peru", "Peru", "Chile"]),
        ("PERU was there, peru was not.", ["PERU"]),
        ("“Peru”", ["Peru"]),
        ("", []),
    ],
)
def test_a_form_counts_where_no_word_is_cut(tiny, phrases, text, expected):
    known = tiny(actors=phrases(("Peru", "PE"), ("Chile", "CL"), cased=True))
    assert [words for words, _ in found(text, known, "actor")] == expected


def test_a_common_word_in_the_name_of_a_state_is_no_city(knowledge):
    made = hits("Di Negara Brunei Darussalam dan di Negara, Bali", lexicon(knowledge, "ms"))
    assert [hit.start for hit in made.of("place") if hit.value == "Negara"] == [35]


def test_scripts_without_spaces_know_no_cut_words(tiny, phrases):
    known = tiny(spaced=False, script="Jpan", actors=phrases(("智利", "CL"), ("秘鲁", "PE")))
    assert found("昨日智利与秘鲁会谈", known, "actor") == [("智利", "CL"), ("秘鲁", "PE")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They told us of the US.", ["US"]),
        ("The EU met.", ["EU"]),
        ("The eu met.", []),
        ("the Quad", ["Quad"]),
        ("THE QUAD", ["QUAD"]),
        ("a quad bike", []),
    ],
)
def test_spelling_tells_names_from_words(tiny, phrases, text, expected):
    known = tiny(actors=(*phrases(("US", "US"), ("EU", "EU")), *phrases(("Quad", "Quad"), cased=True)))
    assert [words for words, _ in found(text, known, "actor")] == expected


@pytest.mark.parametrize("text", ["the Foreign  Minister", "Foreign Ministers"])
def test_other_words_between_or_behind_are_no_form(tiny, phrases, text):
    assert found(text, tiny(offices=phrases(("foreign minister", "foreign minister"))), "office") == []


def test_a_form_may_run_over_a_line_end(tiny, phrases):
    known = tiny(offices=phrases(("foreign minister", "foreign minister")))
    assert found("the Foreign\nMinister", known, "office") == [("Foreign\nMinister", "foreign minister")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the deputy foreign minister", ["deputy foreign minister"]),
        ("the foreign minister of trade", ["minister of trade"]),
        ("the foreign minister, minister of trade", ["foreign minister", "minister of trade"]),
    ],
)
def test_the_longest_of_overlapping_offices_counts(tiny, phrases, text, expected):
    known = tiny(
        offices=phrases(*((form, form) for form in ("minister", "foreign minister", "deputy foreign minister", "minister of trade")))
    )
    assert [words for words, _ in found(text, known, "office")] == expected


def test_one_form_with_several_meanings_counts_for_each(tiny, phrases):
    known = tiny(actors=phrases(("Congo", "CG"), ("Congo", "CD"), weak=True, cased=True))
    assert found("in Congo", known, "actor") == [("Congo", "CD"), ("Congo", "CG")]


def test_words_and_classes_may_overlap(tiny):
    known = tiny(cues={"denied": ("did not", "not yet"), "planned": ("not yet",)})
    assert found("did not yet", known, "class", "denied") == [("did not", "denied"), ("not yet", "denied")]
    assert found("did not yet", known, "class", "planned") == [("not yet", "planned")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in the South Chile Sea", []),
        ("in the SOUTH CHILE SEA", []),
        ("in the south Chile sea", ["Chile"]),
        ("Chile and the South Chile Sea", ["Chile"]),
        ("South Chile Seafood", ["Chile"]),
    ],
)
def test_a_mask_hides_the_actor_inside(tiny, phrases, text, expected):
    known = tiny(actors=phrases(("Chile", "CL"), cased=True), masks=("South Chile Sea",))
    assert [words for words, _ in found(text, known, "actor")] == expected


def test_a_mask_hides_no_class_of_words(tiny, phrases):
    known = tiny(actors=phrases(("Chile", "CL")), masks=("South Chile Sea",), words={"direction": ("south",)})
    assert found("the South Chile Sea", known, "class", "direction") == [("South", "direction")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("there is no plan", ["no"]),
        ("there is no doubt", []),
        ("no doubt there is no plan", ["no"]),
        ("no doubt: no", ["no"]),
    ],
)
def test_a_cue_inside_a_neutral_phrase_is_none(tiny, text, expected):
    known = tiny(cues={"denied": ("no",), "neutral": ("no doubt",)})
    assert [words for words, _ in found(text, known, "class", "denied")] == expected


def test_a_neutral_phrase_covers_cues_behind_shorter_ones_inside_it(tiny):
    known = tiny(cues={"denied": ("not",), "neutral": ("to say the least and not too much", "to say", "the least", "and")})
    assert found("to say the least and not too much", known, "class", "denied") == []


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Ships crossed the South China Sea off Vietnam.", [("Vietnam", "VN")]),
        ("vi", "Tàu cá ra Biển Đông, gần Lào và Việt Nam.", [("Lào", "LA"), ("Việt Nam", "VN")]),
        ("ms", "Kapal belayar di Laut China Selatan dekat Vietnam.", [("Vietnam", "VN")]),
    ],
)
def test_the_packs_know_actors_from_seas(knowledge, lang, text, expected):
    made = hits(text, lexicon(knowledge, lang))
    assert [(text[hit.start : hit.end], hit.value) for hit in made.of("actor")] == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "the Deputy Prime Minister and Foreign Minister", ["deputy prime minister", "foreign minister"]),
        ("vi", "Phó Thủ tướng và Bộ trưởng Ngoại giao", ["deputy prime minister", "foreign minister"]),
        ("ms", "Timbalan Perdana Menteri serta Menteri Luar", ["deputy prime minister", "foreign minister"]),
    ],
)
def test_the_packs_know_whole_offices(knowledge, lang, text, expected):
    assert [hit.value for hit in hits(text, lexicon(knowledge, lang)).of("office")] == expected


def test_hits_of_a_stretch_lie_within_it_whole():
    row = (Hit(0, 4, "actor", "PE"), Hit(5, 20, "actor", "CL"), Hit(5, 9, "actor", "NO"), Hit(30, 34, "actor", "JP"))
    made = NOTHING.plus(row)
    assert [hit.value for hit in made.within(0, 10, "actor")] == ["PE", "NO"]
    assert [hit.value for hit in made.within(1, 34, "actor")] == ["CL", "NO", "JP"]
    assert made.within(0, 34, "office") == made.of("class", "denied") == ()


def test_more_hits_stand_under_their_own_keys_in_order():
    made = NOTHING.plus([Hit(0, 4, "actor", "PE")]).plus(
        [Hit(9, 12, "date", "2024"), Hit(2, 5, "class", "with"), Hit(1, 3, "date", "2023")]
    )
    assert [hit.value for hit in made.of("date")] == ["2023", "2024"]
    assert made.of("class", "with") == (Hit(2, 5, "class", "with"),)
    assert made.of("actor") == (Hit(0, 4, "actor", "PE"),)


def test_hits_may_be_kept_from_some_stretches():
    made = NOTHING.plus([Hit(0, 4, "actor", "PE"), Hit(5, 9, "actor", "CL"), Hit(20, 24, "actor", "NO"), Hit(6, 8, "place", "Lima")])
    kept = made.outside([Span(start=5, end=9), Span(start=30, end=40)])
    assert [hit.value for hit in kept.of("actor")] == ["PE", "NO"]
    assert kept.within(0, 24, "actor") == kept.of("actor")
    assert kept.of("place") == ()
    assert made.outside([]) is made


def test_only_some_hits_of_a_kind_may_stay_even_none():
    made = NOTHING.plus([Hit(0, 4, "actor", "PE"), Hit(5, 9, "actor", "CL"), Hit(0, 4, "place", "Lima")])
    assert [hit.value for hit in made.with_only("actor", [Hit(5, 9, "actor", "CL")]).of("actor")] == ["CL"]
    assert made.with_only("actor", []).of("actor") == ()
    assert made.with_only("actor", []).of("place") == made.of("place")


@settings(deadline=None)
@given(texts)
def test_hits_lie_within_the_text_and_stand_in_order(knowledge, case):
    lang, given_text = case
    text = normal(given_text).text
    made = hits(text, lexicon(knowledge, lang))
    for key in made.standing():
        rows = made.keyed(key)
        assert all(0 <= hit.start < hit.end <= len(text) for hit in rows)
        assert list(rows) == sorted(rows, key=lambda hit: (hit.start, -hit.end))


@settings(deadline=None)
@given(texts)
def test_hits_of_which_the_longest_counts_never_overlap(knowledge, case):
    lang, given_text = case
    made = hits(normal(given_text).text, lexicon(knowledge, lang))
    for kind, _ in LONGEST:
        spans = sorted({(hit.start, hit.end) for hit in made.of(kind)})
        assert all(first[1] <= second[0] for first, second in pairwise(spans))


@settings(deadline=None)
@given(st.text(alphabet="ab -", max_size=30), st.sets(st.text(alphabet="ab", min_size=1, max_size=3), min_size=1, max_size=4))
def test_every_place_where_a_word_stands_alone_is_found(tiny, text, forms):
    known = tiny(words={"any": tuple(sorted(forms))})
    words = {(at, at + len(form)) for form in forms for at in range(len(text)) if text.startswith(form, at)}
    whole = {(start, end) for start, end in words if not text[start - 1 : start].isalpha() and not text[end : end + 1].isalpha()}
    made = hits(text, lexicon(known, "xx")).of("class", "any")
    assert {(hit.start, hit.end) for hit in made} == whole


def test_hits_do_not_depend_on_the_order_of_the_packs_phrases(tiny):
    forms = [Phrase(text=text, meaning=text) for text in ("b a", "a b", "a")]
    one, other = tiny(offices=tuple(forms)), tiny(offices=tuple(reversed(forms)))
    assert found("a b a a b", one, "office") == found("a b a a b", other, "office")
