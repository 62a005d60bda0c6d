"""Headings: lists of travels and guests, whose remarks leave out their subject."""

from __future__ import annotations

import pytest

from foedera.extraction.readings import read
from foedera.model.fact import EventFact, TenureFact

from .reports import commitments


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Lima, Peru", ("PE", False, ("Lima",))),
        ("Lima, Cusco, Peru", ("PE", False, ("Lima", "Cusco"))),
        ("Singapore", ("SG", False, ("Singapore",))),
        ("Bonn, Germany, Federal Republic of", ("DE", False, ("Bonn",))),
        ("Kinshasa, Democratic Republic of the Congo (Zaire)", ("CD", False, ("Kinshasa",))),
        ("Paris, France (Provisional Government)", ("FR", False, ("Paris",))),
        ("President Ana Solis, Peru", ("PE", True, ())),
        ("Jose Maria Lopez Ruiz, Spain", ("ES", True, ())),
        ("President Ilia Beridze, Georgia", ("GE", True, ())),
    ],
)
def test_a_line_of_a_place_or_visitor_and_the_state_is_a_heading(draft_of, line, expected):
    found = draft_of(f"{line}\nWorking visit.").heading
    assert found is not None
    assert (found.state, found.visitor, found.places) == expected
    assert (found.subject, found.other) == ((found.state, "US") if found.visitor else ("US", found.state))


@pytest.mark.parametrize(
    "text",
    [
        "Lima, Peru",
        "Peru\nWorking visit.",
        "Fire in Lima, Peru\nMany shops burnt down.",
        "Talks end\nThe delegations left.",
        "Boston, United States\nMet with the mayor.",
        f"{'Lima, ' * 30}Peru\nWorking visit.",
        "Lima / Peru\nWorking visit.",
    ],
)
def test_other_first_lines_are_none(draft_of, text):
    assert draft_of(text).heading is None


def test_the_government_that_publishes_keeps_the_list(article_of, knowledge):
    reading = read(article_of("Lima, Peru\nMet with President Solis.\nSource: www.mofa.go.jp"), knowledge)
    assert [fact.parties for fact in reading.facts if isinstance(fact, EventFact)] == [("JP", "PE")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lima, Peru\nAccompanied President Adams; met with Presidents Solis and Rojas.",
            ([("Adams", "US"), ("Solis", "PE"), ("Rojas", "PE")], [("visit", ("PE", "US"), "Lima"), ("meeting", ("PE", "US"), "Lima")]),
        ),
        (
            "President de Solis, Peru\nOfficial visit. Private visit to Boston afterwards.",
            ([("de Solis", "PE")], [("visit", ("PE", "US"), None), ("visit", ("PE", "US"), "Boston")]),
        ),
        (
            "Prime Minister Sir Tom Holland, New Zealand\nMet with President Adams.",
            ([("Tom Holland", "NZ"), ("Adams", "US")], [("meeting", ("NZ", "US"), None)]),
        ),
        (
            "London, United Kingdom\nMet with President Adams and Chancellor Weber.",
            ([("Adams", "US"), ("Weber", "GB")], [("meeting", ("GB", "US"), "London")]),
        ),
        ("Lima, Cusco, Peru\nAttended a conference on bananas.", ([], [("summit", ("PE", "US"), "Peru")])),
        (
            "Lima, Peru\nMet with the ministers of Chile and Brazil.",
            ([], [("meeting", ("CL", "US"), "Lima"), ("meeting", ("BR", "US"), "Lima")]),
        ),
        (
            "Lima, Peru\nPresident Solis met with President Rojas of Chile.",
            ([("Solis", "PE"), ("Rojas", "CL")], [("meeting", ("CL", "PE"), None)]),
        ),
        ("Paris, France\nVisited the shops.", ([], [])),
        ("Paris, France\nMet with King Leopold.", ([("Leopold", None)], [("meeting", ("FR", "US"), "Paris")])),
        (
            "Lima, Peru\nMet with Presidents Solis and Foreign Minister Rojas.",
            ([("Solis", "PE"), ("Rojas", "PE")], [("meeting", ("PE", "US"), "Lima")]),
        ),
    ],
)
def test_remarks_have_the_subject_that_goes_without_saying(article_of, knowledge, text, expected):
    people, events = expected
    facts = read(article_of(text), knowledge).facts
    assert [(fact.name, fact.country) for fact in facts if isinstance(fact, TenureFact)] == people
    told = [(fact.type, fact.parties, fact.place) for fact in facts if isinstance(fact, EventFact)]
    assert sorted(told, key=str) == sorted(events, key=str)


def test_the_subject_that_goes_without_saying_is_inferred(article_of, knowledge):
    facts = read(article_of("Lima, Peru\nMet with President Solis."), knowledge).facts
    meeting = next(fact for fact in facts if isinstance(fact, EventFact))
    assert [(item.property, item.reason) for item in meeting.inferred] == [("party", "the_heading")]


def test_a_line_of_two_capitals_is_no_writer_where_nothing_else_is_left(draft_of):
    assert [part.kind for part in draft_of("Lima, Peru\nState Visit").parts] == ["title", "body"]


def test_a_dateline_with_the_news_right_behind_it_is_no_heading():
    text = (
        "BEIJING - Menteri Luar Negeri Peru dan Cile bertemu di Beijing, Kamis. "
        "Kedua negara juga sepakat akan membuka kembali kedutaan besar masing-masing."
    )
    assert {one.parties for one in commitments("id", text, "2023-04-06")} == {("CL", "PE")}
