"""Ranks: the one whose partners are counted has the level with each of them, and they do not have it with each other."""

import pytest

from .reports import levels

COUNTED = {"CL-PE", "BR-CL", "CL-MX"}


def pairs(lang, text):
    return {"-".join(fact.parties) for fact in levels(lang, text, "2031-05-06")}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Peru is Chile's third strategic partner, after Brazil and Mexico."),
        ("en", "Peru became the third country to have a strategic partnership with Chile, following Brazil and Mexico."),
        ("en", "Peru is only the third country, after Brazil and Mexico, with which Chile has a strategic partnership."),
        ("vi", "Peru trở thành đối tác chiến lược thứ ba của Chile, sau Brazil và Mexico."),
        ("vi", "Peru là nước thứ ba, sau Brazil và Mexico, có quan hệ đối tác chiến lược với Chile."),
        ("ms", "Peru menjadi rakan kongsi strategik ketiga Chile selepas Brazil dan Mexico."),
        ("id", "Peru menjadi negara ketiga setelah Brasil dan Meksiko yang memiliki kemitraan strategis dengan Chile."),
        ("ja", "チリにとってペルーは、ブラジル、メキシコに次ぐ戦略的パートナーとなった。"),
    ],
)
def test_whose_partners_are_counted_has_the_level_with_each(lang, text):
    assert pairs(lang, text) == COUNTED


def test_only_the_newest_has_the_date_of_the_passage():
    text = "Peru has been Chile's third strategic partner since May 2030, after Brazil and Mexico."
    dated = {"-".join(fact.parties): fact.since and fact.since.edtf for fact in levels("en", text, "2031-05-06")}
    assert dated == {"CL-PE": "2030-05", "BR-CL": None, "CL-MX": None}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "In the third year after the quake Peru and Chile became strategic partners."),
        ("en", "A third strategic partnership of the city, after Brazil and Mexico, was praised."),
        ("ja", "日本に次ぐ戦略的パートナーとなった。"),
        ("ja", "発足に次ぐ節目として、ペルーとチリは戦略的パートナーとなった。"),
    ],
)
def test_without_one_who_counts_nobody_is_counted(lang, text):
    assert not pairs(lang, text) & {"BR-CL", "CL-MX"}
