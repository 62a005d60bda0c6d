from itertools import permutations

import pytest

from foedera.merging.titles import Telling, together


@pytest.fixture
def names(nouns):
    """The names that are found to be one thing's; a name is (words, subject, lang) or (words, subject, lang, document, start)."""

    def made(*told):
        facts, langs = [], {}
        for at, (name, subject, lang, *place) in enumerate(told):
            document, start = place or (f"d{at}", 0)
            langs[document] = lang
            facts.append(nouns.mechanism(name, subject=subject, document=document, start=start))
        reports = {document: nouns.report(document, lang=lang) for document, lang in langs.items()}
        orders = [
            sorted(
                sorted(fact.name for fact in group)
                for group in together([[fact] for fact in order], Telling(world=nouns.LAND, reports=reports))
            )
            for order in permutations(facts)
        ]
        assert all(order == orders[0] for order in orders)
        return orders[0]

    return made


def test_one_subject_in_two_languages_is_one_thing(names):
    assert names(("2+2 dialogue", ["two_plus_two"], "en"), ("2 cong 2", ["two_plus_two"], "vi")) == [["2 cong 2", "2+2 dialogue"]]


def test_one_subject_in_one_language_needs_a_common_word_more(names):
    told = [("2+2 talks", ["two_plus_two"], "en"), ("2+2", ["two_plus_two"], "en"), ("Foreign and Defence Forum", ["two_plus_two"], "en")]
    assert names(*told) == [["2+2", "2+2 talks"], ["Foreign and Defence Forum"]]


def test_what_is_said_of_rank_counts_only_alone(names):
    told = [
        ("2+2 of ministers", ["ministers_dialogue", "two_plus_two"], "en"),
        ("2 cong 2", ["two_plus_two"], "vi"),
        ("Ministers' Dialogue", ["ministers_dialogue"], "en"),
        ("Doi thoai Bo truong", ["ministers_dialogue"], "vi"),
    ]
    assert names(*told) == [["2 cong 2", "2+2 of ministers"], ["Doi thoai Bo truong", "Ministers' Dialogue"]]


def test_a_subject_that_is_broad_or_none_shows_nothing(names):
    assert len(names(("Forum", ["trade"], "en"), ("Dien dan", ["trade"], "vi"), ("Forum", [], "ja"))) == 3


def test_two_names_in_one_passage_are_two_things(names):
    told = [("Visa Committee", ["visa_exemption"], "en", "d1", 0), ("Visa Committee on Ships", ["visa_exemption"], "en", "d1", 10)]
    assert len(names(*told)) == 2
