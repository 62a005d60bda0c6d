import pytest

from .reports import edtf, events


@pytest.fixture
def meant(context_of):
    """Each pronoun and bare office of a text with the states of those it means."""

    def made(text, lang="en"):
        context = context_of(text, lang)
        found = [party for party in context.everyone if party.meant]
        return [(context.draft.text[party.start : party.end].lower(), ",".join(party.codes)) for party in found]

    return made


SOTO, HOLM = "Fijian President Pablo Soto", "Norwegian President Carl Holm"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{SOTO} saw {HOLM}. Then he slept.", [("he", "FJ")]),
        (f"{SOTO} slept. {HOLM} told him so.", [("him", "FJ")]),
        (f"{SOTO} saw {HOLM}. He told him so.", [("he", "FJ"), ("him", "NO")]),
        (f"{SOTO} said that {HOLM} had seen him.", [("him", "FJ")]),
        (f"{SOTO} saw {HOLM}. They slept. They ate.", [("they", "FJ,NO"), ("they", "FJ,NO")]),
        (f"{SOTO}, {HOLM} and Peruvian Foreign Minister Ana Ruiz ate. They slept.", []),
        (f"{SOTO} slept. He and {HOLM} ate before they left.", [("he", "FJ"), ("they", "FJ,NO")]),
        (f"{SOTO} slept. It rained. It rained. It rained. Then he woke.", []),
        (f"{SOTO} slept. The Norwegian president woke. He ate.", [("he", "NO")]),
        ("It rained. He slept under him. They woke. The president ate.", []),
        (f"{SOTO} saw Peruvian Foreign Minister Ana Ruiz. The foreign minister ate.", [("the foreign minister"[4:], "PE")]),
        (f"{SOTO} saw {HOLM}. The president ate.", [("president", "FJ")]),
        (f"{SOTO} saw {HOLM}. Peruvian Foreign Minister Ana Ruiz slept. The president ate.", [("president", "NO")]),
        (f"{SOTO} slept. The President Hotel burned.", []),
    ],
)
def test_what_stands_for_one_named_before(meant, text, expected):
    assert meant(text) == expected


def test_an_event_told_by_pronouns_is_of_those_they_mean():
    text = (
        "Norwegian Foreign Minister Anna Berg flew to Lima on 3 May 2031 and saw Peruvian Foreign Minister Luis Ramos. "
        "She held talks with Chilean President Rosa Vidal in Santiago on 5 May 2031."
    )
    talks = next(event for event in events("en", text) if event.type == "talks")
    assert talks.parties == ("CL", "NO")
    assert [because.reason for because in talks.inferred] == ["the_sentence_before"]


def test_members_of_a_list_have_dates_and_places_of_their_own():
    text = (
        "Norwegian Foreign Minister Anna Berg received Peruvian President Luis Ramos in Bergen on 3 May 2031 "
        "and Chilean President Rosa Vidal in Oslo on 5 May 2031."
    )
    found = {event.parties: (edtf(event.when), event.place) for event in events("en", text)}
    assert found == {("NO", "PE"): ("2031-05-03", "Bergen"), ("CL", "NO"): ("2031-05-05", "Oslo")}


def test_a_tour_with_a_date_for_each_stop():
    text = "Norwegian Foreign Minister Anna Berg visited Laos in May 2031, Peru in June 2031 and Chile in August 2031."
    found = {event.place: edtf(event.when) for event in events("en", text)}
    assert found == {"Laos": "2031-05", "Peru": "2031-06", "Chile": "2031-08"}
