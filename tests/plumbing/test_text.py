import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from foedera.plumbing.text import bare, fold, lowered, normal

AWKWARD = (
    "aeo\u0300\u0301\u0309\u031b\u0323\u200b\u200d\ufeff\u00ad\u00a0\u3000\r\n\u2028"
    " Ẩệđ\u1100\u1161\u11a8가か\u3099\u0e01\u0e33x.\u0958\u212b"
)
awkward = st.text(alphabet=st.one_of(st.sampled_from(AWKWARD), st.characters(exclude_categories=["Cs"])), max_size=40)


def is_edge(text, at):
    """Whether no combining sequence of `text` runs over this position."""
    if at in {0, len(text)}:
        return True
    return unicodedata.category(text[at])[0] != "M" and not re.match("[\u1161-\u11c3]", text[at])


class TestNormal:
    @pytest.mark.parametrize(
        ("given_text", "expected"),
        [
            ("", ""),
            ("Tokyo", "Tokyo"),
            ("Vie\u0302\u0323t Nam", "Việt Nam"),
            ("a\u00a0b\u3000c\u2009d", "a b c d"),
            ("\ufeffA\u200bB\u00adC", "ABC"),
            ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
            ("one\u2028two\u0085three", "one\ntwo\nthree"),
            ("\r\u0301", "\n\u0301"),
            ("e\u200b\u0301", "é"),
            ("à\u200bé", "àé"),
            ("\u1112\u1161\u11ab", "한"),
            ("\u212b", "Å"),
            ("\uff8d\uff9e\uff84\uff85\uff91\uff65\uff8a\uff89\uff72", "ベトナム・ハノイ"),
            ("\uff8a\uff9f\uff70\uff84\uff85\uff70\uff62x\uff63\uff61", "パートナー「x」。"),
            ("カ\uff9e", "ガ"),
        ],
    )
    def test_gives_the_normal_form(self, given_text, expected):
        assert normal(given_text).text == expected

    @pytest.mark.parametrize(
        ("given_text", "word", "source"),
        [
            ("Vie\u0302\u0323t Nam", "Nam", "Nam"),
            ("Vie\u0302\u0323t Nam", "ệ", "e\u0302\u0323"),
            ("Vie\u0302\u0323t Nam", "Việt", "Vie\u0302\u0323t"),
            ("x\ufeff Hà\u200b Nội.", "Hà", "Hà"),
            ("\uff8d\uff9e\uff84\uff85\uff91x", "ナム", "\uff85\uff91"),
            ("\uff8d\uff9e\uff84\uff85\uff91x", "ベト", "\uff8d\uff9e\uff84"),
            ("x\ufeff Hà\u200b Nội.", "Hà Nội", "Hà\u200b Nội"),
            ("one\r\ntwo", "\ntwo", "\r\ntwo"),
            ("one\r\ntwo", "one\n", "one\r\n"),
            ("\ufeffone", "one", "one"),
        ],
    )
    def test_maps_a_word_back_to_the_text_as_given(self, given_text, word, source):
        form = normal(given_text)
        at = form.text.index(word)
        start, end = form.source(at, at + len(word))
        assert given_text[start:end] == source

    def test_maps_an_empty_span_to_an_empty_span(self):
        form = normal("a\u00a0b\ufeff")
        assert form.source(1, 1) == (1, 1)
        assert form.source(3, 3) == (3, 3)
        assert normal("ab").source(1, 1) == (1, 1)

    def test_leads_back_through_what_it_was_made_of(self):
        given_text = "\ufeffVie\u0302\u0323t  Nam"
        before = normal(given_text)
        again = normal(f"{before.text[:4]}\u200b{before.text[4:]}").of(normal(given_text))
        assert again.source(0, 0) == (1, 1)
        assert normal("Nam").of(before).source(0, 1) == (1, 2)

    @given(awkward)
    @example("\u0301\u200b\u0301a")
    def test_is_idempotent_and_composed(self, text):
        form = normal(text).text
        assert unicodedata.is_normalized("NFC", form)
        assert normal(form).text == form
        assert "\r" not in form

    @given(awkward, st.data())
    def test_a_span_of_the_normal_text_comes_from_what_normalises_to_it(self, text, data):
        form = normal(text)
        edges = [at for at in range(len(form.text) + 1) if is_edge(form.text, at)]
        start, end = sorted((data.draw(st.sampled_from(edges)), data.draw(st.sampled_from(edges))))
        first, last = form.source(start, end)
        assert 0 <= first <= last <= len(text)
        assert normal(text[first:last]).text == form.text[start:end]


class TestLowered:
    @given(st.text())
    @example("İstanbul'da Σ")
    def test_keeps_the_length(self, text):
        assert len(lowered(text)) == len(text)

    def test_lowers_all_but_what_would_grow(self):
        assert lowered("İZMİR Đà NẴNG") == "İzmİr đà nẵng"


class TestFold:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Đối tác Chiến lược", "doi tac chien luoc"),
            ("Erdoğan, Łódź; Straße", "erdogan lodz strasse"),
            ("TP.HCM 27/11", "tp hcm 27 11"),
            ("包括的戦略的", "包括 括的 的戦 戦略 略的"),
            ("日", "日"),
            ("日越2023年", "日越 2023 年"),
            ("ﾍﾞﾄﾅﾑ", "ベト トナ ナム"),
            ("서울 회담", "서울 회담"),
            ("مُحَمَّد", "محمد"),
            ("กรุงเทพ", "กรุงเทพ"),
            ("is\u00adland \u200b", "island"),
            (" \n—", ""),
        ],
    )
    def test_gives_the_searchable_form(self, text, expected):
        assert fold(text) == expected
        assert fold(text) == expected

    @given(st.text(alphabet=st.characters(max_codepoint=0x24FF, exclude_categories=["Cs"])))
    def test_is_idempotent_outside_dense_scripts(self, text):
        assert fold(fold(text)) == fold(text)

    @given(st.text(alphabet=st.characters(max_codepoint=0x1EFF, exclude_categories=["Cs"])))
    def test_does_not_tell_composed_from_decomposed(self, text):
        assert fold(unicodedata.normalize("NFD", text)) == fold(text)


def test_bare_names_are_without_marks_and_case():
    assert bare("Võ Văn Thưởng") == bare("VO VAN THUONG") == "vo van thuong"
    assert bare("Đỗ Mười-Đ.") == "do muoi-d."
    assert bare("Erdoğan") == "erdogan"
