import pytest

from .reports import edtf, events


def placed(text, published="2031-05-06"):
    return [(one.type, one.place) for one in events("en", text, published)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "LIMA, May 6 - Norwegian Foreign Minister Anna Berg arrived here on Monday for a three-day visit to meet Peru's president.",
            "Lima",
        ),
        ("Norwegian Foreign Minister Anna Berg was on an official visit on Monday, Peru's ministry of trade said.", "Peru"),
        ("An official visit by Norwegian Foreign Minister Anna Berg began on Monday, according to the ministry in Peru.", "Peru"),
    ],
)
def test_a_guest_goes_to_the_state_that_is_not_his_own(text, place):
    assert placed(text)[0] == ("visit", place)


def test_a_visit_of_nobody_named_has_no_place():
    assert placed("Peru and Norway trade in tea. The official visit began on Monday.") == [("visit", None)]


def test_talks_in_the_days_of_a_visit_took_place_in_its_town():
    visit = "Norwegian Foreign Minister Anna Berg paid an official visit to {} from 3 to 5 May 2031. Peru is poor in rain."
    talks = "She held talks with Peruvian Foreign Minister Juan Soto on 4 May 2031."
    assert placed(f"{visit.format('Lima')} {talks}")[-1] == ("talks", "Lima")
    assert placed(f"{visit.format('Peru')} {talks}")[-1] == ("talks", None)
    assert placed(f"LIMA, May 6 - {visit.format('Peru')} {talks}")[-1] == ("talks", "Lima")
    assert placed(f"{visit.format('Lima')} {talks.replace('4 May', '9 April')}")[-1] == ("talks", None)


def test_a_call_takes_place_nowhere():
    visit = "Norwegian Foreign Minister Anna Berg visited Lima from 3 to 5 May 2031."
    text = f"{visit} She spoke by phone with Peruvian President Juan Soto on 4 May 2031."
    assert placed(text)[-1] == ("call", None)


def test_who_came_after_another_came_to_the_same_state():
    text = "Norwegian Minister Anna Berg came to Lima in May 2029. Fijian President Pablo Soto followed in June 2030, when Peru sold sugar."
    last = events("en", text, "2031-05-06")[-1]
    assert (last.type, last.parties, edtf(last.when)) == ("visit", ("FJ", "PE"), "2030-06")


def test_an_agency_at_home_does_not_tell_where_a_guest_was():
    lead = "OSLO, May 6 - Norway and Peru on May 5 issued a joint statement on trade. "
    visit = "Norwegian Foreign Minister Anna Berg paid an official visit to {} from 3 to 5 May 2031."
    assert ("joint_statement", "Peru") in placed(lead + visit.format("Peru"))
    assert ("joint_statement", "Oslo") in placed(lead + visit.format("Norway").replace("Norwegian", "Peruvian"))
    assert ("joint_statement", "Oslo") in placed(lead + visit.format("Peru").replace("3 to 5 May", "3 to 5 April"))


def test_where_one_arrives_after_a_meeting_is_not_where_it_took_place():
    text = "Norwegian Foreign Minister Anna Berg arrived in Lima on Monday after meeting Chilean President Pablo Soto."
    assert ("meeting", None) in placed(text)
    assert ("meeting", "Lima") in placed(text.replace("after meeting", "and met").replace("Chilean", "Peruvian"))


def test_who_goes_home_pays_no_visit():
    text = (
        "Norwegian Foreign Minister Anna Berg saw Peru's president in Lima. The Norwegian foreign minister will leave for Oslo on Thursday."
    )
    assert all(place != "Oslo" for _type, place in placed(text))


def test_the_first_visit_since_is_the_one_told_before():
    told = "Norwegian Foreign Minister Anna Berg will visit Lima on 9 May 2031. It is the first visit to Peru since she took office."
    assert [type_ for type_, _place in placed(told)] == ["visit"]


def test_where_one_came_from_is_not_where_the_visit_goes():
    text = "Norwegian Foreign Minister Anna Berg, who flew in from Oslo on Monday, is visiting Peru."
    assert placed(text) == [("visit", "Peru")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "On Thursday, Norwegian Foreign Minister Anna Berg will visit Peru."),
        ("id", "Pada Kamis, Presiden Peru Luis Ramos akan mengunjungi Norwegia."),
        ("ms", "Pada Khamis, Presiden Peru Luis Ramos akan melawat Norway."),
    ],
)
def test_a_weekday_that_opens_a_plan_lies_ahead(lang, text):
    assert [edtf(one.when) for one in events(lang, text, "2031-05-06")] == ["2031-05-08"]
