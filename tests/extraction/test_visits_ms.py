"""Visits in Malay: the days of a stay, what only recalls an earlier visit, and calls that are none."""

import pytest

from .reports import events


def told(text):
    return [(fact.type, fact.when.edtf if fact.when else None) for fact in events("ms", text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Presiden Kenya ke Peru esok\n\nLIMA, 12 Okt 2024 - Presiden Kenya, Ann Otieno melawat Peru bermula esok hingga 15 Oktober.",
            [("visit", "2024-10-13/2024-10-15")],
        ),
        (
            "LIMA, 12 Okt 2024 - Presiden Kenya, Ann Otieno mengakhiri lawatan negara ke Peru, yang pertama sejak 2008.",
            [("visit", None)],
        ),
        (
            "LIMA, 12 Okt 2024 - Presiden Kenya, Ann Otieno melakukan kunjungan hormat ke atas Presiden Peru, Luis Vega semalam.",
            [("meeting", "2024-10-11")],
        ),
        ("LIMA, 12 Okt 2024 - Presiden Kenya, Ann Otieno berharap dapat bertemu Presiden Peru, Luis Vega.", []),
    ],
)
def test_a_visit_has_its_own_days(text, expected):
    assert told(text) == expected


def test_two_journeys_of_one_sentence_are_two_visits():
    text = "Presiden Cyprus terbang ke Beirut pada 4 Ogos 2022, manakala Presiden Lubnan kali terakhir ke Nicosia pada Mac 2021."
    assert sorted(told(text)) == [("visit", "2021-03"), ("visit", "2022-08-04")]


def test_a_choice_of_destination_is_a_visit():
    text = (
        "Presiden Kenya Samuel Kariuki memilih Lima sebagai destinasi luar negara pertamanya pada 4 Mac 2025, untuk menemui Presiden Peru."
    )
    assert ("visit", "2025-03-04") in told(text)


def test_what_took_place_on_the_sidelines_has_the_date_of_the_gathering():
    text = (
        "Sidang Kemuncak ASEAN berlangsung di Cebu pada 3 Mac 2026. "
        "Di sela-sela sidang itu, Presiden Peru dan Presiden Kenya mengadakan pertemuan dua hala."
    )
    assert told(text)[-1] == ("talks", "2026-03-03")


def test_three_who_sit_together_are_a_summit():
    text = "Menteri Luar Peru, Chile dan Kenya bertemu pada 3 Mac 2026. Ketiga-tiga negara akan bersidang di Nairobi pada Jun 2026."
    assert ("summit", "2026-06") in told(text)
