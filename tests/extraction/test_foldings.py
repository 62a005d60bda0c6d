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
            "Chile and Ghana agreed to build a new port for Norway and, at last, Peru agreed to build a railway.",
            [("CL", "GH"), ("CL", "PE")],
        ),
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


def test_talks_of_a_guessed_pair_are_the_meeting_of_all_that_the_same_breath_names():
    before = "Kenya and Uganda are neighbours. Kenya and Uganda trade. "
    assert told(before + "The two leaders held talks, then Kenya, Uganda and Rwanda held a meeting in Kigali.") == [
        ("meeting", ("KE", "RW", "UG"), None)
    ]
    apart = told(before + "The two sides held talks when Kenya, Uganda and Rwanda met in Kigali.")
    assert ("talks", ("KE", "UG"), None) in apart


def test_two_hosts_of_one_sentence_are_two_meetings():
    text = (
        "Chilean President Gabriel Boric held talks with Ghanaian President John Mahama and met Ghanaian Foreign Minister Samuel Ablakwa."
    )
    assert sorted(type_ for type_, _, _ in told(text)) == ["meeting", "talks"]


def test_a_date_without_a_year_is_not_that_of_a_bare_year_of_history():
    text = (
        "HARARE - Zambia and Zimbabwe raised their relations to a strategic partnership on 7 March.\n\n"
        "The two countries raised their relations to a comprehensive partnership in 2011."
    )
    assert {when for type_, _, when in told(text) if type_ == "upgrade"} == {"XXXX-03-07", "2011"}


def test_talks_told_twice_are_one_though_one_passage_names_another_level():
    text = (
        "Ngày 11/3/2025, Tổng thống Peru Dina Boluarte hội đàm với Tổng thống Ghana John Mahama, nhất trí nâng cấp quan hệ lên Đối tác "
        "chiến lược toàn diện.\n\nTổng thống Peru Dina Boluarte ngày 11/3 hội đàm với Tổng thống Ghana John Mahama, hai bên vui mừng vì "
        "quan hệ tốt đẹp từ khi lập Đối tác chiến lược."
    )
    assert [one for one in told(text, "vi") if one[0] == "talks"] == [("talks", ("GH", "PE"), "2025-03-11")]
