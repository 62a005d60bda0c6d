"""Foldings and threads, as whole reports show them."""

from __future__ import annotations

import pytest

from .reports import commitments, events


def told(text, lang="en"):
    return [(event.type, event.parties, event.when.edtf if event.when else None) for event in events(lang, text)]


def test_a_dialogue_that_only_guesses_its_parties_gives_way_to_the_summit_that_names_them():
    text = "The leaders of Kenya, Uganda and Rwanda held a trilateral summit in Kigali on 2 June 2024."
    assert told(text) == [("summit", ("KE", "RW", "UG"), "2024-06-02")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chile and Ghana agreed to build a new port, and Kenya and Peru agreed to build a railway.",
            [("CL", "GH"), ("KE", "PE")],
        ),
        (
            "Chile agreed to reopen its northern ports and pledged to send engineers to Ghana.",
            [("CL", "GH"), ("CL", "GH")],
        ),
        (
            "Chile agreed to reopen its northern ports, and the committee agreed to send engineers to Ghana.",
            [("CL", "GH")],
        ),
    ],
)
def test_a_second_verb_has_its_own_subject_or_that_of_the_first(text, expected):
    assert [promise.parties for promise in commitments("en", text)] == expected


def test_a_date_without_a_year_is_not_that_of_a_bare_year_of_history():
    text = (
        "HARARE - Zambia and Zimbabwe raised their relations to a strategic partnership on 7 March.\n\n"
        "The two countries raised their relations to a comprehensive partnership in 2011."
    )
    assert {when for type_, _, when in told(text) if type_ == "upgrade"} == {"XXXX-03-07", "2011"}
