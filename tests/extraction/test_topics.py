from dataclasses import replace

import pytest

from foedera.extraction import readings
from foedera.model.fact import TenureFact
from foedera.model.pack import Phrase

from .reports import KNOWLEDGE, article, read


def topics(lang, text):
    """All topics that the facts of a report speak of."""
    return {topic for fact in read(lang, text).facts for topic in fact.topics}


TERMS = [
    ("en", "Chile and Ghana agreed to set up a 2+2 dialogue.", {"two_plus_two", "mechanism", "dialogue"}),
    ("en", "Chile and Ghana agreed on a visa exemption agreement for diplomats.", {"visa_exemption", "treaty"}),
    ("en", "Chile and Ghana agreed to speed up talks on the land and sea border.", {"maritime_boundary", "land_border", "negotiations"}),
    ("vi", "Chile và Ghana nhất trí thiết lập đối thoại 2+2.", {"two_plus_two", "mechanism", "dialogue"}),
    ("vi", "Chile và Ghana nhất trí đẩy nhanh đàm phán phân định ranh giới biển.", {"maritime_boundary", "negotiations"}),
    ("ms", "Chile dan Ghana bersetuju menubuhkan dialog 2+2.", {"two_plus_two", "mechanism", "dialogue"}),
    ("ms", "Chile dan Ghana bersetuju menyegerakan rundingan sempadan maritim.", {"maritime_boundary", "negotiations"}),
    ("id", "Chile dan Ghana sepakat membentuk dialog 2+2.", {"two_plus_two", "mechanism", "dialogue"}),
    ("id", "Chile dan Ghana sepakat mempercepat perundingan batas maritim.", {"maritime_boundary", "negotiations"}),
    ("ja", "チリとガーナは2プラス2対話の創設で合意した。", {"two_plus_two", "mechanism", "dialogue"}),
    ("ja", "チリとガーナは海洋境界の交渉を加速することで合意した。", {"maritime_boundary", "negotiations"}),
]
"""Own sentences, with topics that they must have among others."""

FOLLOWED = [
    (("en", "Japan and Vietnam agreed to set up a 2+2 dialogue."), ("ja", "日本とベトナムは第1回2プラス2を開催した。"), {"two_plus_two"}),
    (
        ("vi", "Nhật Bản và Việt Nam nhất trí nghiên cứu các cơ chế hợp tác mới."),
        ("en", "Japan and Vietnam agreed to launch a new dialogue on 3 March 2024."),
        {"new_mechanism"},
    ),
    (
        ("en", "Indonesia and Malaysia agreed to speed up talks on the land and sea border."),
        ("id", "Indonesia dan Malaysia menandatangani perjanjian batas laut di Jakarta pada 3 Maret 2024."),
        {"maritime_boundary"},
    ),
    (
        ("ms", "Malaysia dan China bersetuju melanjutkan pengecualian visa."),
        ("en", "Malaysia and China signed a visa exemption agreement in Kuala Lumpur."),
        {"visa_exemption"},
    ),
    (
        ("ja", "日本とフィリピンはOSAによる沿岸監視レーダーの供与で合意した。"),
        ("en", "Japan agreed to give the Philippines coastal radars under official security assistance."),
        {"official_security_assistance"},
    ),
    (
        ("en", "Japan and the Philippines signed a Reciprocal Access Agreement (RAA) in Manila."),
        ("ja", "日本とフィリピンは円滑化協定の批准で合意した。"),
        {"access_agreement"},
    ),
    (
        ("vi", "Nhật Bản và Hàn Quốc nhất trí chuẩn bị cho hội nghị thượng đỉnh song phương."),
        ("ja", "日本と韓国は東京で首脳会談を行った。"),
        {"leaders_summit", "summit"},
    ),
    (
        ("vi", "Việt Nam và Malaysia nhất trí sớm ký hiệp định dẫn độ."),
        ("ms", "Malaysia dan Vietnam bersetuju meratifikasi perjanjian ekstradisi."),
        {"extradition", "treaty"},
    ),
    (
        ("id", "Indonesia dan Jepang sepakat memperkuat rantai pasok mineral kritis dan semikonduktor."),
        ("ja", "日本とインドネシアは重要鉱物と半導体のサプライチェーンで協力することで合意した。"),
        {"critical_minerals", "semiconductors", "supply_chains"},
    ),
    (
        ("ja", "日本とベトナムは高速鉄道への円借款を検討することで合意した。"),
        ("vi", "Nhật Bản và Việt Nam nhất trí về khoản vay yên cho đường sắt tốc độ cao."),
        {"development_loan", "high_speed_rail", "loan"},
    ),
]
"""A promise in one language and what became of it in another: both speak of the same."""


@pytest.mark.parametrize(("lang", "text", "expected"), TERMS)
def test_a_fact_has_the_topics_whose_terms_stand_in_its_citation(lang, text, expected):
    assert expected <= topics(lang, text)


@pytest.mark.parametrize(("promise", "sequel", "common"), FOLLOWED)
def test_a_promise_and_what_became_of_it_share_a_topic_across_languages(promise, sequel, common):
    assert common <= topics(*promise) & topics(*sequel)


def test_topics_are_sorted_known_and_never_twice():
    known = {topic.id for topic in KNOWLEDGE.world.topics}
    for lang, text, _expected in TERMS:
        for fact in read(lang, text).facts:
            assert fact.topics == tuple(sorted(set(fact.topics)))
            assert set(fact.topics) <= known


def test_each_promise_has_only_the_topics_of_its_own_stretch():
    text = "Chile and Ghana agreed to share classified information and pledged to send patrol vessels for coast guard training."
    first, second = (set(fact.topics) for fact in read("en", text).facts)
    assert "information_security" in first - second
    assert "coast_guard" in second - first


def test_the_titles_of_offices_and_the_names_of_the_parties_are_no_topic():
    assert "myanmar_crisis" not in topics("en", "Chile and Myanmar agreed to work together on coast guard training.")
    assert "myanmar_crisis" in topics("en", "Chile and Ghana agreed to work together on Myanmar.")
    text = "Chilean Minister of Foreign Affairs and National Defence Ana Soto held talks with Ghana in Lima."
    assert "defence_cooperation" not in topics("en", text)


def test_terms_may_overlap_but_within_a_mask_they_are_none():
    text = "Chile and Ghana agreed to cut greenhouse gas emissions."
    terms = (Phrase(text="gas", meaning="gas"), Phrase(text="gas emissions", meaning="climate"))
    mask = Phrase(text="greenhouse gas", meaning="", role="mask")
    english = KNOWLEDGE.pack("en")
    for topics_of_pack, expected in (
        (terms, ("climate", "gas")),
        ((*terms, mask), ("climate",)),
        ((*terms, replace(mask, text="gas")), ("climate", "gas")),
    ):
        pack = replace(english, topics=topics_of_pack)
        own = replace(KNOWLEDGE, packs=(pack,), digest=repr(topics_of_pack))
        (promise,) = readings.read(article(text), own, gated=False).facts
        assert promise.topics == expected


def test_a_fact_keeps_its_id_and_a_tenure_has_no_topics():
    text = "Chilean President Ana Soto visited Ghana on 3 March 2024 and agreed to set up a 2+2 dialogue."
    packs = tuple(replace(pack, topics=()) for pack in KNOWLEDGE.packs)
    without = readings.read(article(text), replace(KNOWLEDGE, packs=packs, digest="without topics"), gated=False)
    found = read("en", text).facts
    assert [fact.id for fact in found] == [fact.id for fact in without.facts]
    bare = [replace(fact, topics=(), **({"subject": ()} if hasattr(fact, "subject") else {})) for fact in found]
    assert bare == list(without.facts)
    assert next(fact.subject for fact in found if hasattr(fact, "subject")) == ("dialogue", "two_plus_two")
    assert any(fact.topics for fact in found)
    assert not any(fact.topics for fact in found if isinstance(fact, TenureFact))
