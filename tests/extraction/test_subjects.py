import pytest

from .reports import commitments

WHO = [
    # the party nearest before the verb, with those joined to it
    ("en", "Chile pledged to open its ports to Ghana.", "CL", ("CL", "GH")),
    ("en", "Chile and Ghana pledged to open their ports.", "both", ("CL", "GH")),
    ("en", "Chile, Ghana and Peru pledged to open their ports.", "both", ("CL", "GH", "PE")),
    ("vi", "Chile, Ghana và Peru nhất trí mở cửa các cảng biển.", "both", ("CL", "GH", "PE")),
    ("ms", "Chile, Ghana dan Peru bersetuju membuka pelabuhan masing-masing.", "both", ("CL", "GH", "PE")),
    ("en", "The trade deal that Ghana wanted was good, and Chile pledged to open its ports.", "CL", ("CL", "GH")),
    # one behind "with" is not the subject
    ("en", "Chilean President Gabriel Boric, after talks with Ghana, pledged to open his ports.", "CL", ("CL", "GH")),
    ("en", "Chile with Ghana pledged to open all of its ports.", "CL", ("CL", "GH")),
    ("en", "Chile, with Ghana, pledged to open all of its ports.", "CL", ("CL", "GH")),
    ("en", "Ghana and Peru cheered, and Chile pledged to open its ports.", "CL", ("CL", "GH")),
    # the subject of the sentence goes on in its later clauses
    ("en", "Chile met Ghana in Lima; in the evening pledged to open its northern ports.", "CL", ("CL", "GH")),
    # the other side, joined to the subject by "and"
    (
        "vi",
        "Tổng thống Chile Gabriel Boric và người đồng cấp Ghana gặp nhau. Tổng thống Chile và vị khách nhất trí mở cửa các cảng.",
        "both",
        ("CL", "GH"),
    ),
    (
        "vi",
        "Tổng thống Chile Gabriel Boric thăm Ghana. Tổng thống Chile, sau khi gặp vị khách, nhất trí mở cửa các cảng.",
        "CL",
        ("CL", "GH"),
    ),
    # a group
    ("en", "Chile and Ghana trade much. The two sides agreed to open their ports.", "both", ("CL", "GH")),
    ("vi", "Chile và Ghana buôn bán nhiều. Hai bên nhất trí mở cửa các cảng biển.", "both", ("CL", "GH")),
    ("ms", "Chile dan Ghana banyak berdagang. Kedua-dua pihak bersetuju membuka pelabuhan.", "both", ("CL", "GH")),
    ("en", "Chile and Ghana trade much. It was agreed that the ports would be opened.", "both", ("CL", "GH")),
    (
        "ms",
        "Para pemimpin bersetuju meningkatkan perdagangan. Chile, Ghana dan Peru berdagang.",
        "both",
        ("CL", "GH", "PE"),
    ),
]


@pytest.mark.parametrize(("lang", "text", "by", "parties"), WHO)
def test_who_stands_before_the_verb_commits_himself(lang, text, by, parties):
    (promise,) = commitments(lang, text)
    assert (promise.by, promise.parties) == (by, parties)


def test_a_pronoun_is_the_person_of_the_sentence_before():
    text = "Chilean President Gabriel Boric met Ghanaian President John Mahama in Accra. He pledged to rebuild the northern ports."
    (promise,) = commitments("en", text)
    assert (promise.by, promise.parties) == ("CL", ("CL", "GH"))
    assert [(item.property, item.reason) for item in promise.inferred] == [("party", "the_sentence_before")]


def test_without_any_subject_it_is_the_articles_pair_and_the_fact_says_so():
    text = "Chile and Ghana trade much.\n\nAfter lunch, pledged to rebuild the northern ports and piers."
    (promise,) = commitments("en", text)
    assert (promise.by, promise.parties) == ("both", ("CL", "GH"))
    assert [(item.property, item.reason) for item in promise.inferred] == [("party", "the_articles_pair")]


OTHERS = [
    # the other side is the one named behind the verb, or the article's main actor
    ("en", "Kenya pledged to open its ports to Peru. Chile and Ghana cheered, and Chile and Ghana danced.", ("KE", "PE")),
    ("en", "Kenya pledged to open its ports to all. Chile and Ghana cheered, and Chile and Ghana danced.", ("CL", "KE")),
    ("en", "Kenya pledged to open its ports to all.", ("KE",)),
]


@pytest.mark.parametrize(("lang", "text", "parties"), OTHERS)
def test_a_promise_of_one_concerns_another(lang, text, parties):
    (promise,) = commitments(lang, text)
    assert (promise.by, promise.parties) == ("KE", parties)
