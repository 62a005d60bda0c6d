from itertools import permutations

from foedera.merging.origins import firsts, is_one_report, origins, sketch
from foedera.model.when import When
from foedera.model.whereabouts import days

TEXT = (
    "The two Prime Ministers agreed on Monday in Tokyo to set up a dialogue of foreign and defence ministers. "
    "They also spoke of trade, of the sea and of students. The first session is to take place before the end of the year."
)
OTHER = "Japan and Vietnam will send more students to each other, said the ministers after an evening of talks that went on for long."


def facts(nouns, document, *, missing=()):
    """Nine facts in the order of a text."""
    made = [
        nouns.tenure("A", "prime minister", "JP", document=document, start=0),
        nouns.tenure("B", "president", "VN", document=document, start=10),
        nouns.event("2023-11-27", document=document, start=20),
        nouns.level("strategic partnership", document=document, start=30),
        nouns.instrument("x", "RAA", document=document, start=40),
        nouns.event("2023-11-27", type="signing", document=document, start=50),
        nouns.commitment(("energy", "politics"), document=document, start=60),
        nouns.commitment(("digital",), by="JP", document=document, start=70),
        nouns.mechanism("m", document=document, start=80),
    ]
    return [fact for at, fact in enumerate(made) if at not in missing]


def made(nouns, name, text=TEXT, *, told=None, **fields):
    given = {"lang": "en", "published": "2023-11-28"} | fields
    day = When(edtf=given["published"]) if given["published"] else None
    article = nouns.article(text, name, lang=given["lang"], published=day)
    return sketch(nouns.reading(article, facts(nouns, article.id) if told is None else told(article.id)))


def test_a_copy_cut_down_is_the_same_report(nouns):
    found = [made(nouns, "a"), made(nouns, "b", TEXT[:105]), made(nouns, "c", OTHER, told=lambda _: [])]
    first = min(found[0].document, found[1].document)
    for order in permutations(found):
        assert origins(order) == {found[0].document: first, found[1].document: first}


def test_a_translation_tells_the_same_in_the_same_order_within_days(nouns):
    ours = made(nouns, "a")
    assert is_one_report(ours, made(nouns, "b", OTHER, lang="vi", published="2023-11-29"))
    assert is_one_report(ours, made(nouns, "b", OTHER, lang="vi", told=lambda document: facts(nouns, document, missing={3})))
    assert not is_one_report(ours, made(nouns, "b", OTHER, lang="vi", published="2023-12-29"))
    assert not is_one_report(ours, made(nouns, "b", OTHER, lang="vi", published=None))
    assert not is_one_report(ours, made(nouns, "b", OTHER, lang="vi", told=lambda document: facts(nouns, document)[:4]))
    assert not is_one_report(ours, made(nouns, "b", OTHER))


def test_facts_in_another_order_are_no_translation(nouns):
    def turned(document):
        told = facts(nouns, document)
        return [fact for at, fact in enumerate(told) if at % 2] + [
            nouns.event("2023-11-27", type=name, document=document) for name in ("visit", "dialogue", "exercise", "meeting", "upgrade")
        ]

    assert not is_one_report(made(nouns, "a"), made(nouns, "b", OTHER, lang="vi", told=turned))


def test_translations_are_found_by_parties_and_days_whatever_is_known_of_these(nouns):
    for published, one in (("2023-11-28", True), ("2023-11", True), ("XXXX-11-28", True), ("2023-12-20", False), (None, False)):
        found = [made(nouns, "a"), made(nouns, "b", OTHER, lang="vi", published=published), made(nouns, "c", OTHER, told=lambda _: [])]
        assert bool(origins(found)) is one
        assert origins(found[::-1]) == origins(found)


def test_what_is_joined_by_pairs_has_one_origin():
    assert firsts([("b", "c"), ("d", "e"), ("c", "a"), ("e", "f")]) == {"a": "a", "b": "a", "c": "a", "d": "d", "e": "d", "f": "d"}
    assert firsts([("a", "b"), ("c", "d"), ("b", "d")]) == dict.fromkeys("abcd", "a")
    assert firsts([]) == {}


def test_a_report_is_looked_for_in_the_days_around_it():
    assert days(None) is None
    assert days(When(edtf="2023-11")) == ("", "", "9999-12-31")
    assert days(When(edtf="2023-11-28")) == ("2023-11-28", "2023-11-25", "2023-12-01")


def test_a_report_without_words_or_facts_is_nobodys_copy(nouns):
    empty = [made(nouns, name, " ", told=lambda _: []) for name in "ab"]
    assert origins(empty) == {}
