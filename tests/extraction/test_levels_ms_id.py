"""Levels as reports in Malay and Indonesian tell them beside the pair that the report is about."""

import pytest

from .reports import edtf, levels

ABOUT = {
    "id": "Presiden Kenya William Ruto bertemu Presiden Turkiye Recep Tayyip Erdogan di Ankara pada 19 Agustus 2024.\n\n",
    "ms": "Presiden Kenya William Ruto bertemu Presiden Turkiye Recep Tayyip Erdogan di Ankara pada 19 Ogos 2024.\n\n",
}
STRATEGIC = "strategic partnership"
HIGHEST = "comprehensive strategic partnership"

TOLD = [
    ("ms", "New Zealand menjadi rakan strategik komprehensif ASEAN.", [(("ASEAN", "NZ"), HIGHEST, None)]),
    ("id", "Selandia Baru menjadi mitra strategis komprehensif ASEAN.", [(("ASEAN", "NZ"), HIGHEST, None)]),
    ("ms", "Norway dan Peru menaik taraf hubungan mereka kepada Perkongsian Strategik.", [(("NO", "PE"), STRATEGIC, None)]),
    (
        "ms",
        "Brazil dan Chile, yang mengasaskan bank bersama Paraguay pada 1991, menyifatkan hubungan mereka sebagai perkongsian strategik.",
        [(("BR", "CL"), STRATEGIC, None)],
    ),
    ("id", "Rusia dan Iran meneken Perjanjian Kemitraan Strategis Komprehensif pada Juni 2023.", [(("IR", "RU"), HIGHEST, "2023-06")]),
    ("ms", "Rusia dan Iran memeterai Perjanjian Perkongsian Strategik Komprehensif pada Jun 2023.", [(("IR", "RU"), HIGHEST, "2023-06")]),
    ("ms", "Pada Mac 2021, Kenya dan Turkiye menandatangani Perkongsian Strategik.", [(("KE", "TR"), STRATEGIC, "2021-03")]),
    ("id", "Kemitraan strategis yang disepakati kedua negara pada 2016 akan diperluas.", [(("KE", "TR"), STRATEGIC, "2016")]),
    ("id", "Kemitraan strategis tersebut diumumkan saat kunjungan Ruto ke Istanbul pada 2022.", [(("KE", "TR"), STRATEGIC, "2022")]),
    (
        "id",
        "Sebelumnya, Oman telah menaikkan hubungan dengan Jepang dan Ghana menjadi kemitraan strategis.",
        [(("GH", "OM"), STRATEGIC, None), (("JP", "OM"), STRATEGIC, None)],
    ),
    (
        "ms",
        "Turkiye mengalu-alukan hubungan antara Jepun dan Ghana yang dinaik taraf kepada perkongsian strategik.",
        [(("GH", "JP"), STRATEGIC, None)],
    ),
    (
        "id",
        "Status hubungan kedua negara naik dari kemitraan komprehensif menjadi kemitraan strategis pada 2019.",
        [(("KE", "TR"), "comprehensive partnership", None), (("KE", "TR"), STRATEGIC, "2019")],
    ),
    (
        "id",
        "Peru menjadi mitra strategis Oman sejak Juni 2018, Cile menyusul pada 2021.",
        [(("CL", "OM"), STRATEGIC, "2021"), (("OM", "PE"), STRATEGIC, "2018-06")],
    ),
    (
        "ms",
        "Peru menjadi rakan strategik Oman pada 2018, diikuti Chile setahun kemudian.",
        [(("CL", "OM"), STRATEGIC, "2019"), (("OM", "PE"), STRATEGIC, "2018")],
    ),
    (
        "id",
        "Peru memiliki kemitraan strategis komprehensif dengan China sejak 2013 dan kemitraan strategis dengan Korea Selatan sejak 2012.",
        [(("CN", "PE"), HIGHEST, "2013"), (("KR", "PE"), STRATEGIC, "2012")],
    ),
]


@pytest.mark.parametrize(("lang", "text", "expected"), TOLD)
def test_a_level_is_of_those_its_own_sentence_names(lang, text, expected):
    assert sorted((level.parties, level.level, edtf(level.since)) for level in levels(lang, ABOUT[lang] + text)) == expected


UNTOLD = [
    ("id", "Kedua negara membahas kemungkinan meningkatkan hubungan ke kemitraan strategis."),
    ("id", "Kedua negara menjajaki kemungkinan peningkatan hubungan ke tingkat kemitraan strategis."),
    ("id", "Kedua menlu sepakat memulai persiapan peningkatan hubungan menjadi kemitraan strategis."),
    ("id", "Aliansi NATO mengkritik Rusia."),
    ("id", "Rusia menuduh aliansi militer pimpinan AS memprovokasi."),
    ("ms", "Kedua-dua menteri bersetuju memulakan persediaan untuk menaik taraf hubungan kepada perkongsian strategik."),
]


@pytest.mark.parametrize(("lang", "text"), UNTOLD)
def test_what_is_not_yet_or_of_a_bloc_is_no_level(lang, text):
    assert levels(lang, ABOUT[lang] + text) == []
