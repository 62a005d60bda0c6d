"""Where visits of one report go, and who pays them, in Indonesian."""

import pytest

from .reports import edtf, events


def visits(text):
    """Parties and place of each visit."""
    return [(event.parties, event.place) for event in events("id", text) if event.type == "visit"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Presiden Peru Ana Ruiz terbang ke Fiji dari Norwegia.", [(("FJ", "PE"), "Fiji")]),
        (
            "Setelah Norwegia, Ana Ruiz akan mengunjungi Fiji dan Kenya. Presiden Peru Ana Ruiz tidur.",
            [(("FJ", "PE"), "Fiji"), (("KE", "PE"), "Kenya")],
        ),
        (
            "Presiden Peru Ana Ruiz mengunjungi Fiji. Presiden Fiji Tomasi Vunivalu mengunjungi Peru.",
            [(("FJ", "PE"), "Fiji"), (("FJ", "PE"), "Peru")],
        ),
        ("Presiden Peru Ana Ruiz mengunjungi Fiji. Presiden itu mengunjungi Fiji.", [(("FJ", "PE"), "Fiji")]),
        ("Presiden Peru Ana Ruiz pada Senin tiba di Fiji.", [(("FJ", "PE"), "Fiji")]),
    ],
)
def test_a_visit_goes_to_one_state_and_each_of_a_list_is_one(text, expected):
    assert sorted(visits(text)) == expected


def test_the_group_right_before_a_verb_is_its_subject_whoever_says_so():
    text = (
        "Menteri Luar Negeri Peru Ana Ruiz bertemu Menteri Luar Negeri Fiji Tomasi Vunivalu. "
        "Ana Ruiz mengatakan kedua menteri bertemu di Oslo, Norwegia, pada 4 Maret 2024."
    )
    assert {event.parties for event in events("id", text)} == {("FJ", "PE")}


def test_the_long_name_of_an_organisation_tells_whose_summit_it_is():
    text = "Presiden Peru Ana Ruiz akan menghadiri KTT Organisasi Kerja Sama Shanghai (SCO), kata Presiden Fiji."
    assert [event.parties for event in events("id", text)] == [("SCO",)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ('"Saya akan bertolak ke Fiji," kata Presiden Peru Ana Ruiz di Kenya, Kamis (4/4/2024).', None),
        ('Ia diam. "Saya akan bertolak ke Fiji 9 April 2024," kata Presiden Peru Ana Ruiz, Kamis (4/4/2024).', "2024-04-09"),
        ("“Saya akan bertolak ke Fiji,” kata Presiden Peru Ana Ruiz, Kamis (4/4/2024).", None),
        ('Presiden Peru Ana Ruiz bertolak ke Fiji ("sang mutiara"), kata kantornya, Kamis (4/4/2024).', "2024-04-04"),
        ("Presiden Peru Ana Ruiz bertolak ke Fiji, “sang mutiara”, kata kantornya, Kamis (4/4/2024).", "2024-04-04"),
    ],
)
def test_the_day_on_which_something_is_said_is_not_the_day_of_what_is_told(text, date):
    made = [event for event in events("id", text) if event.type == "visit"]
    assert [event.when.edtf if event.when else None for event in made] == [date]


def test_a_plan_takes_no_date_from_what_already_happened():
    text = (
        "Presiden Peru Ana Ruiz berkunjung ke Fiji\n\nLima, 9 Mei 2024\n\n"
        "Presiden Peru Ana Ruiz dijadwalkan untuk mengunjungi Fiji. Presiden Peru Ana Ruiz berunding dengan Presiden Fiji pada 4 Mei 2024."
    )
    made = [event for event in events("id", text) if event.type == "visit"]
    assert [(event.stance.realis, event.when) for event in made] == [("planned", None)]


def test_a_station_takes_no_date_of_the_one_before():
    text = (
        "Perdana Menteri Peru Gustavo Adrianzén dijadwalkan mengunjungi Norwegia pada 21-22 Agustus 2024 "
        "sebelum melanjutkan perjalanan ke Ghana."
    )
    told = {fact.parties: (fact.when.edtf if fact.when else None, fact.place) for fact in events("id", text)}
    assert told == {("NO", "PE"): ("2024-08-21/2024-08-22", "Norway"), ("GH", "PE"): (None, "Ghana")}


def test_a_clause_between_commas_dates_no_talks_outside_it():
    text = (
        "Dalam pertemuan bilateral di Lima, Presiden Peru dan Presiden Ghana membahas hubungan kedua negara, "
        "yang dibuka pada 12 Agustus 1975 di Accra, serta perdagangan."
    )
    (talks,) = [fact for fact in events("id", text) if fact.type == "talks"]
    assert (talks.when, talks.place) == (None, "Lima")


def test_a_month_in_brackets_behind_a_level_is_that_of_its_raising():
    text = "Ghana menyambut Peru sebagai sahabat sejak kedua negara meningkatkan hubungan menjadi Kemitraan Strategis (Maret 2024)."
    (raised,) = [fact for fact in events("id", text, "2024-08-27") if fact.type == "upgrade"]
    assert raised.when.edtf == "2024-03"


def test_a_ministry_that_says_so_is_no_place_and_the_state_of_the_place_no_party():
    text = (
        "Kementerian Luar Negeri Fiji mengatakan Perdana Menteri Fiji Tomasi Vunivalu akan mengadakan pertemuan di Norwegia "
        "dengan Perdana Menteri Peru Ana Ruiz pada 3 Mei 2024."
    )
    (meeting,) = events("id", text)
    assert (meeting.parties, meeting.place) == (("FJ", "PE"), "Norway")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("id", "Presiden Peru Dina Boluarte tiba di Jakarta pada 10 Maret 2025 dalam kunjungan kenegaraan selama tiga hari di Indonesia."),
        ("ms", "Presiden Peru Dina Boluarte tiba di Kuala Lumpur pada 10 Mac 2025 bagi lawatan negara tiga hari ke Malaysia."),
    ],
)
def test_an_arrival_begins_a_stay_that_is_counted_in_days(lang, text):
    assert [edtf(event.when) for event in events(lang, text) if event.type == "visit"] == ["2025-03-10/2025-03-12"]
