"""Malay and Indonesian: what dates a clause with "who" gives, where a guest is received, and each whom one verb tells of."""

import pytest

from .reports import events, levels


def told(tag, text):
    """Type, parties, date and place of each event."""
    return [(fact.type, "-".join(fact.parties), fact.when.edtf if fact.when else None, fact.place) for fact in events(tag, text)]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        (
            "ms",
            (
                "ACCRA, 26 Mei 2025 - Presiden Kenya Ann Otieno yang tiba malam semalam, akan "
                "mengadakan rundingan dengan Presiden Ghana Luis Vega hari ini."
            ),
        ),
        (
            "ms",
            (
                "ACCRA, 26 Mei 2025 - Kenya dan Ghana. Presiden Kenya Ann Otieno yang tiba malam "
                "semalam turut mengadakan rundingan dengan Presiden Ghana Luis Vega hari ini."
            ),
        ),
        (
            "id",
            (
                "ACCRA, 26 Mei 2025 - Kenya dan Ghana. Presiden Kenya Ann Otieno yang tiba kemarin juga "
                "menggelar pembicaraan dengan Presiden Ghana Luis Vega hari ini."
            ),
        ),
    ],
)
def test_the_date_of_the_arrival_in_passing_is_not_that_of_the_talks(tag, text):
    assert ("talks", "GH-KE", "2025-05-26") in {one[:3] for one in told(tag, text)}


def test_a_report_from_the_guests_capital_does_not_tell_where_the_two_met():
    text = (
        "NAIROBI, 26 Mei 2025 - Presiden Kenya Ann Otieno tiba di Accra hari ini bagi lawatan rasmi ke Ghana. "
        "Ann Otieno mengadakan rundingan dengan Presiden Ghana Luis Vega."
    )
    assert ("talks", "GH-KE", None, "Accra") in [(*one[:2], None, one[3]) for one in told("ms", text)]


def test_a_report_that_says_here_means_the_dateline():
    text = (
        "NAIROBI, 26 Mei 2025 - Presiden Kenya Ann Otieno tiba di Accra kelmarin bagi lawatan rasmi ke Ghana. "
        "Menteri Luar Ghana Luis Vega mengadakan rundingan dengan Menteri Luar Kenya di sini hari ini."
    )
    assert ("talks", "Nairobi") in [(one[0], one[3]) for one in told("ms", text)]


def test_a_courtesy_call_is_no_part_of_the_talks():
    text = (
        "Menteri Luar Kenya dan Menteri Luar Ghana mengadakan mesyuarat dua hala di Accra pada 4 Mac 2025. "
        "Menteri Luar Kenya membuat kunjungan hormat ke atas Presiden Ghana Luis Vega pada hari yang sama."
    )
    assert [(one[0], one[2]) for one in told("ms", text)] == [("talks", "2025-03-04"), ("meeting", "2025-03-04")]


def test_each_of_a_list_is_met_whether_an_office_or_a_name_stands_first():
    text = (
        "Presiden Chile Luis Vega tiba di Nairobi. "
        "Presiden Kenya Ann Otieno bertemu Vega dan Presiden Togo Kofi Mensah di Nairobi pada 4 Mac 2025."
    )
    assert {one[1] for one in told("ms", text) if one[0] == "meeting"} == {"CL-KE", "KE-TG"}


def test_the_day_of_a_statement_is_not_that_of_the_plan_it_tells():
    text = (
        "ACCRA, 6 Ogos 2022 - Menteri Luar Kenya Ann Otieno mengadakan lawatan kerja ke Ghana dari 6 hingga 9 Ogos. "
        "Kementerian Luar Ghana, dalam kenyataan pada Sabtu memaklumkan kedua-dua menteri dijadual bertemu."
    )
    assert "2022-08-06" not in {one[2] for one in told("ms", text) if one[0] == "meeting"}


def test_a_meeting_in_another_state_is_not_where_the_report_was_written():
    text = "MOSKOW, 19 Februari 2025 - Diplomat Rusia dan Kenya bertemu di Ghana pada 18 Februari 2025, kata Menteri Luar Negeri Rusia."
    assert [one[3] for one in told("id", text) if one[0] == "meeting"] == ["Ghana"]


def test_both_ministers_are_the_two_and_not_the_minister_at_home():
    text = (
        "Menlu Indonesia Retno Marsudi menelepon Menlu Kenya Ann Otieno pada 4 Maret 2022. "
        "Dalam pembicaraan itu, kedua Menlu bertukar pandangan mengenai situasi di Ukraina dan Afghanistan."
    )
    assert {one[1] for one in told("id", text)} == {"ID-KE"}


def test_what_a_clause_denies_of_the_paper_is_not_denied_of_its_signing():
    text = "Pada April 2022 Kenya dan Ghana meneken pakta keamanan yang naskahnya tak pernah diumumkan, kata Presiden Kenya."
    assert ("signing", "GH-KE", "2022-04") in {one[:3] for one in told("id", text)}


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        (
            "ms",
            (
                "Presiden Kenya dan Presiden Ghana hari ini menaik taraf hubungan daripada Perkongsian Strategik, "
                "yang dimeterai pada 2015, kepada Perkongsian Strategik Komprehensif."
            ),
        ),
        (
            "id",
            (
                "Presiden Kenya dan Presiden Ghana hari ini meningkatkan hubungan dari Kemitraan Strategis, "
                "yang disepakati pada 2015, menjadi Kemitraan Strategis Komprehensif."
            ),
        ),
    ],
)
def test_the_level_that_is_left_keeps_the_year_of_its_own_clause(tag, text):
    found = {fact.level: fact.since.edtf if fact.since else None for fact in levels(tag, f"ACCRA, 22 November 2024 - {text}")}
    assert found["strategic partnership"] == "2015"
    assert found["comprehensive strategic partnership"] == "2024-11-22"
