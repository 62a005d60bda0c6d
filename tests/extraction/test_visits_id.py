"""Where visits of one report go, and who pays them, in Indonesian."""

import pytest

from .reports import events


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
