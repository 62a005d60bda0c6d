"""Where somebody came from is not where a visit went."""

from .reports import events


def test_where_one_flew_in_from_is_no_place_of_the_visit():
    text = (
        "LIMA, 14 May 2031 - Kenyan President Juma Okoth, who flew in from Nairobi on Monday, held talks with President Ana Soto of Peru."
    )
    visits = [event for event in events("en", text) if event.type == "visit"]
    assert [visit.place for visit in visits] != ["Nairobi"]
    assert visits
