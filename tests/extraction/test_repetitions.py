import pytest

from .reports import edtf, events


def told(text, published=None):
    return [(event.type, ",".join(event.parties), edtf(event.when), event.place) for event in events("en", text, published)]


BERG, RAMOS = "Norwegian Foreign Minister Anna Berg", "Peruvian President Luis Ramos"


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (f"{BERG} met {RAMOS} in Lima in May 2031, in Rome in July 2032 and in Oslo in June 2033.", ["2031-05", "2032-07", "2033-06"]),
        (f"{BERG} met {RAMOS} on 4 May 2031 and again on 6 May 2031.", ["2031-05-04", "2031-05-06"]),
        (f"{BERG} met {RAMOS} on 4 May 2031 and 6 May 2031.", ["2031-05-04"]),
        (f"{BERG} met {RAMOS} on 4 May and 6 July.", ["XXXX-05-04"]),
        (f"In May 2031 and in June 2032 {BERG} met {RAMOS}.", ["2032-06"]),
        (f"{BERG} met {RAMOS} in May 2031 after a storm in March 2029.", ["2031-05"]),
    ],
)
def test_one_verb_tells_of_an_occasion_for_each_date_of_its_list(text, dates):
    assert [date for _, _, date, _ in told(text)] == dates


def test_each_occasion_has_its_place_and_its_own_words():
    text = f"{BERG} met {RAMOS} in Lima in May 2031 and again in Oslo in June 2032."
    first, second = events("en", text)
    assert (first.place, second.place) == ("Lima", "Oslo")
    assert second.citation.quote == "and again in Oslo in June 2032"


def test_a_visit_goes_to_the_same_place_again():
    text = f"{BERG} visited Peru in May 2031 and again in June 2032."
    assert told(text) == [("visit", "NO,PE", "2031-05", "Peru"), ("visit", "NO,PE", "2032-06", "Peru")]


def test_two_verbs_of_a_sentence_have_each_its_date():
    text = f"{BERG} flew to Lima in May 2031 and met {RAMOS} in Oslo in June 2032."
    assert [(kind, date) for kind, _, date, _ in told(text)] == [("visit", "2031-05"), ("meeting", "2032-06")]


def test_history_is_not_the_news_that_is_told_without_a_date():
    text = f"{BERG} met {RAMOS} in Lima. Berg and Ramos had met in May 2031."
    assert [date for _, _, date, _ in told(text, "2033-04-05")] == [None, "2031-05"]


def test_who_met_whom_in_a_sentence_that_names_others():
    text = f"Chile and Peru, Chile and Peru. {BERG} met {RAMOS} in Lima and held talks with Chilean President Rosa Vidal in Oslo."
    assert told(text) == [("meeting", "NO,PE", None, "Lima"), ("talks", "CL,NO", None, "Oslo")]


def test_they_and_who_joins_them():
    text = f"{BERG} spoke of Peru to {RAMOS}. They sat together in Lima with the King of Tonga on 4 May 2031."
    assert told(text)[-1][:3] == ("meeting", "NO,PE,TO", "2031-05-04")


def test_a_visit_for_a_meeting_is_to_the_state():
    text = f"Peru waited. {BERG} flew to Lima for the APEC summit in May 2031."
    assert ("visit", "NO,PE", "2031-05", "Lima") in told(text)
    assert not any(kind == "visit" and "APEC" in parties for kind, parties, _, _ in told(text))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On Thursday she will meet {ramos} in Oslo.", "2031-05-08"),
        ("On Thursday the minister will meet {ramos} in Oslo.", "2031-05-08"),
        ("On Thursday Anna Berg will meet {ramos} in Oslo.", "2031-05-08"),
        ("On Thursday she met {ramos}, who will stay.", "2031-05-01"),
    ],
)
def test_a_weekday_before_a_plan_lies_ahead(text, date):
    report = f"{BERG} spoke of Peru. {text.format(ramos=RAMOS)}"
    assert told(report, "2031-05-05")[-1][2] == date


def test_a_date_right_before_a_clause_is_that_of_what_the_clause_tells():
    text = f"The work on it dates from May 2031, when {BERG} met {RAMOS}."
    assert told(text) == [("meeting", "NO,PE", "2031-05", None)]


def test_whoever_is_meant_by_they_is_not_the_new_subject_of_the_clause():
    text = f"{BERG} saw {RAMOS}. They parted, and Chile restored diplomatic relations with Fiji in May 2031."
    assert ("establish_relations", "CL,FJ", "2031-05", None) in told(text)
