import pytest

from .reports import edtf, events, mechanisms, refusals

TALKS = {
    "en": "Norwegian Prime Minister Jonas Gahr Store held talks with Thai Prime Minister Srettha Thavisin in Oslo on 9 May 2024.",
    "vi": "Ngày 9/5/2024, tại Oslo, Thủ tướng Na Uy Jonas Gahr Store hội đàm với Thủ tướng Thái Lan Srettha Thavisin.",
    "ms": (
        "Perdana Menteri Norway Jonas Gahr Store mengadakan perbincangan dengan "
        "Perdana Menteri Thailand Srettha Thavisin di Oslo pada 9 Mei 2024."
    ),
}
STATEMENT = {
    "en": "The two sides issued a joint statement.",
    "vi": "Sau đó, hai bên ra Tuyên bố chung.",
    "ms": "Kedua-dua pemimpin mengeluarkan kenyataan bersama.",
}
AUDIENCE = {
    "en": "On the same day, Norwegian King Harald received Thai Prime Minister Srettha Thavisin.",
    "vi": "Chiều cùng ngày, Quốc vương Na Uy Harald đã tiếp Thủ tướng Thái Lan Srettha Thavisin.",
    "ms": "Pada hari yang sama, Raja Norway Harald menerima Perdana Menteri Thailand Srettha Thavisin.",
}
LANGUAGES = ["en", "vi", "ms"]


def told(lang, text, published=None):
    """(type, parties, date, place, realis) of every event."""
    found = events(lang, text, published)
    return [(event.type, event.parties, edtf(event.when), event.place, event.stance.realis) for event in found]


def only(lang, text, published=None):
    """The one event of a report."""
    (event,) = events(lang, text, published)
    return event


def reasons(lang, text, published=None):
    """Why the matches of event rules made no event."""
    kinds = ("talks", "meeting", "visit", "signing", "joint_statement", "establish_relations", "upgrade")
    return {reason for kind in kinds for reason, _ in refusals(lang, text, published, of=kind)}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_event_has_type_parties_date_place_and_the_people_of_its_passage(lang):
    event = only(lang, TALKS[lang])
    assert (event.type, event.parties, event.place) == ("talks", ("NO", "TH"), "Oslo")
    assert (event.when.edtf, event.when.basis) == ("2024-05-09", "stated")
    assert event.citation.quote == TALKS[lang]
    assert sorted((person.name, person.office, person.country) for person in event.attendees) == [
        ("Jonas Gahr Store", "prime minister", "NO"),
        ("Srettha Thavisin", "prime minister", "TH"),
    ]
    assert (event.support, event.inferred) == ((), ())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_joint_statement_takes_date_and_place_of_the_talks_before_it_and_says_so(lang):
    statement = next(event for event in events(lang, f"{TALKS[lang]} {STATEMENT[lang]}") if event.type == "joint_statement")
    assert (statement.when.edtf, statement.when.basis, statement.place) == ("2024-05-09", "inferred", "Oslo")
    assert statement.citation.quote == STATEMENT[lang]
    assert {support.property for support in statement.support} == {"date", "place"}
    assert all(support.citation.quote in TALKS[lang] for support in statement.support)
    assert {(item.property, item.reason) for item in statement.inferred} == {
        ("party", "the_two_sides"),
        ("date", "the_event_it_belongs_to"),
        ("place", "the_event_it_belongs_to"),
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_talks_and_the_kings_audience_of_one_day_stay_two(lang):
    met = events(lang, f"{TALKS[lang]}\n{AUDIENCE[lang]}")
    assert [(event.type, edtf(event.when)) for event in met] == [("talks", "2024-05-09"), ("meeting", "2024-05-09")]
    assert {person.name for person in met[1].attendees} == {"Harald", "Srettha Thavisin"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_talks_told_twice_are_one_event_and_one_skip(lang):
    text = f"{TALKS[lang]} {TALKS[lang]}"
    assert len(events(lang, text)) == 1
    assert refusals(lang, text, of="talks") == [("repeated", TALKS[lang])]


LATER = [
    ("en", TALKS["en"], "During the meeting, the two leaders held talks on trade."),
    ("en", "The leaders of Chile and Ghana held talks on 9 May 2024.", "During the meeting, the two leaders held talks on trade."),
    ("vi", TALKS["vi"], "Cuộc gặp giữa Thủ tướng Na Uy và Thủ tướng Thái Lan diễn ra tốt đẹp."),
]


@pytest.mark.parametrize(("lang", "text", "later"), LATER)
def test_the_talks_without_date_place_or_people_are_those_told_before(lang, text, later):
    assert only(lang, f"{text} {later}").citation.quote == text
    assert "repeated" in reasons(lang, f"{text} {later}")


CANCELLED = [
    ("en", "The talks between the Serbian president and the Chilean president in Santiago were called off.", "cancelled"),
    ("vi", "Hội đàm giữa Tổng thống Serbia và Tổng thống Chile tại Santiago đã bị hủy.", "cancelled"),
    ("vi", "Chuyến thăm Hungary của Tổng thống Serbia bị hoãn.", "cancelled"),
    ("ms", "Presiden Serbia membatalkan lawatan rasmi ke Hungary pada 3 Mei 2024.", "cancelled"),
    ("en", "Mexico's foreign minister did not hold talks with the Cuban foreign minister in Havana.", "denied"),
    ("ms", "Mexico dan Cuba tidak menandatangani perjanjian itu.", "denied"),
    ("en", "If the presidents of Mexico and Cuba sign an agreement in Havana, trade will grow.", "hypothetical"),
    ("ms", "Jika Presiden Mexico dan Presiden Cuba menandatangani perjanjian di Havana, perdagangan akan meningkat.", "hypothetical"),
    ("en", "Tourists from Mexico visited Cuba on 3 May 2024.", "unless"),
    ("en", "A month ago Nauru opened an embassy, and its minister held talks.", "no_parties"),
]


@pytest.mark.parametrize(("lang", "text", "reason"), CANCELLED)
def test_what_did_not_happen_is_a_skip_with_its_reason(lang, text, reason):
    assert events(lang, text) == []
    assert reason in reasons(lang, text)


PLANNED = [
    ("en", "The Senegalese president will visit Chile on 7 August 2026.", "visit", "2026-08-07"),
    ("vi", "Tổng thống Senegal sẽ thăm Chile ngày 7/8/2026.", "visit", "2026-08-07"),
    ("ms", "Presiden Senegal akan melawat Chile pada 7 Ogos 2026.", "visit", "2026-08-07"),
    ("en", "The presidents of Senegal and Chile are due to hold talks in Dakar on 7 August 2026.", "talks", "2026-08-07"),
]


@pytest.mark.parametrize(("lang", "text", "kind", "day"), PLANNED)
def test_what_is_to_come_is_planned(lang, text, kind, day):
    event = only(lang, text)
    assert (event.type, edtf(event.when), event.stance.realis, event.parties) == (kind, day, "planned", ("CL", "SN"))


def test_a_date_after_the_publication_makes_a_plan_without_any_word_for_it():
    text = "The presidents of Senegal and Chile hold talks in Dakar on 7 August 2026."
    assert only("en", text, "2026-08-01").stance.realis == "planned"
    assert only("en", text, "2026-08-08").stance.realis == "asserted"


def test_the_source_that_the_sentence_names_is_kept():
    text = "According to the Ghanaian Foreign Ministry, Ghana and Chile signed an agreement on fisheries in Accra on 3 May 2025."
    assert only("en", text).stance.attributed_to == "Ghanaian Foreign Ministry"


VISITS = [
    ("en", "The Ghanaian president visited Chile on 3 May 2025.", "Chile", "2025-05-03"),
    ("en", "The Ghanaian president paid a state visit to Chile from 3 to 5 May 2025.", "Chile", "2025-05-03/2025-05-05"),
    ("en", "The Ghanaian president travelled to Santiago on 3 May 2025 to see the Chilean president.", "Santiago", "2025-05-03"),
    ("vi", "Tổng thống Ghana thăm chính thức Chile từ ngày 3 đến 5/5/2025.", "Chile", "2025-05-03/2025-05-05"),
    ("vi", "Tổng thống Ghana thăm cấp Nhà nước Chile từ ngày 3 đến 5/5/2025.", "Chile", "2025-05-03/2025-05-05"),
    ("ms", "Presiden Ghana melawat Chile pada 3 Mei 2025.", "Chile", "2025-05-03"),
]


@pytest.mark.parametrize(("lang", "text", "place", "days"), VISITS)
def test_a_visit_is_where_it_goes(lang, text, place, days):
    assert told(lang, text) == [("visit", ("CL", "GH"), days, place, "asserted")]


def test_whose_visit_it_is_is_not_where_it_goes():
    text = "The state visit by Ghanaian President John Mahama to Chile took place on 3 May 2025."
    assert told("en", text) == [("visit", ("CL", "GH"), "2025-05-03", "Chile", "asserted")]
    text = "The state visit by the president of Ghana took place in Chile on 3 May 2025."
    assert told("en", text)[0][3] == "Chile"


def test_two_words_for_one_encounter_in_a_sentence_are_one_event_of_the_more_particular_type():
    text = "Ghanaian President John Mahama met and held talks with Chilean President Gabriel Boric in Accra on 3 May 2025."
    assert told("en", text) == [("talks", ("CL", "GH"), "2025-05-03", "Accra", "asserted")]


def test_of_two_words_for_one_encounter_each_completes_the_other():
    text = "The leaders of Ghana and Chile held talks; the presidents of Ghana and Chile met in Accra on 3 May 2025."
    assert told("en", text) == [("talks", ("CL", "GH"), "2025-05-03", "Accra", "asserted")]


DATELINE = [
    ("ACCRA, 4 May 2025 — Ghanaian President John Mahama met Chilean President Gabriel Boric here on 3 May 2025.", "Accra"),
    ("ACCRA, 4 May 2025 — The presidents of Ghana and Chile met on 3 May 2025.", "Accra"),
    ("LONDON, 4 May 2025 — The presidents of Ghana and Chile met on 3 May 2025.", None),
    ("ACCRA, 4 May 2025 — The presidents of Ghana and Chile met in Lima on 3 May 2025.", "Lima"),
    ("ACCRA, 4 May 2025 — The presidents of Ghana and Chile spoke by phone on 3 May 2025.", None),
]


@pytest.mark.parametrize(("text", "place"), DATELINE)
def test_the_dateline_tells_the_place_where_the_news_is_of_it(text, place):
    event = only("en", text)
    assert event.place == place
    if place == "Accra":
        assert [(item.property, item.reason) for item in event.inferred if item.property == "place"] == [("place", "dateline")]
        assert [support.citation.quote for support in event.support if support.property == "place"] == ["ACCRA"]


def test_where_no_city_is_told_the_state_is_the_place():
    text = "Ghanaian President John Mahama met Chilean President Gabriel Boric in Ghana on 3 May 2025."
    assert only("en", text).place == "Ghana"


def test_a_picture_caption_is_no_event():
    caption = "Photo: Ghanaian President John Mahama meets Chilean President Gabriel Boric in Accra."
    text = f"{caption}\n\nGhanaian President John Mahama met Chilean President Gabriel Boric in Accra on 3 May 2025."
    assert ("caption", caption) in refusals("en", text, of="meeting")
    assert len(events("en", text)) == 1


TITLED = """Ghana and Chile hold talks in Accra

The talks between Ghana and Chile took place on 3 May 2025.
"""


def test_a_title_folds_into_the_passage_of_the_body_and_lends_it_what_it_lacks():
    event = only("en", TITLED)
    assert (event.type, edtf(event.when), event.place) == ("talks", "2025-05-03", "Accra")
    assert event.citation.quote == "The talks between Ghana and Chile took place on 3 May 2025."
    assert [(support.property, support.citation.quote) for support in event.support] == [("place", "Accra")]
    assert refusals("en", TITLED, of="talks") == [("repeated", "Ghana and Chile hold talks in Accra")]


def test_a_meeting_and_talks_of_one_day_and_pair_are_talks_and_the_passage_with_a_date_of_its_own_leads():
    text = "The ministers of Kenya and Peru met in Lima.\nThe ministers of Kenya and Peru held talks in Lima on 3 May 2025."
    event = only("en", text)
    assert (event.type, edtf(event.when), event.place) == ("talks", "2025-05-03", "Lima")
    assert event.citation.quote.endswith("held talks in Lima on 3 May 2025.")


def test_what_only_the_later_passage_says_completes_the_first():
    text = "The ministers of Kenya and Peru held talks in May 2025.\nThe talks between Kenya and Peru were held in Lima on 3 May 2025."
    event = only("en", text)
    assert (edtf(event.when), event.place) == ("2025-05-03", "Lima")
    text = "The ministers of Kenya and Peru held talks on 3 May 2010. The talks between Kenya and Peru were held in Lima on 3 May 2010."
    event = only("en", text, "2026-01-05")
    assert (edtf(event.when), event.place) == ("2010-05-03", "Lima")
    assert ("place", "Lima") in {(support.property, support.citation.quote) for support in event.support}


def test_a_date_of_long_ago_is_history_and_lends_itself_to_nothing():
    text = "The presidents of Ghana and Chile held talks in Accra on 3 May 2010. The two sides signed an agreement on fisheries."
    signing = next(event for event in events("en", text, "2026-01-05") if event.type == "signing")
    assert (signing.when, signing.place) == (None, None)


def test_the_days_of_a_visit_are_not_lent_to_what_was_done_on_one_of_them():
    text = "The Ghanaian president paid a state visit to Chile from 3 to 9 May 2025. The two sides signed an agreement on fisheries."
    signing = next(event for event in events("en", text) if event.type == "signing")
    assert signing.when is None


DURING = [
    ("vi", "Tổng thống Ghana thăm chính thức Chile từ ngày 3 đến 5/5/2025. Trong khuôn khổ chuyến thăm, hai bên ký Hiệp định Khai khoáng."),
    ("en", "Ghana's president paid a state visit to Chile from 3 to 5 May 2025. During the visit, the two sides signed an agreement."),
]


@pytest.mark.parametrize(("lang", "text"), DURING)
def test_what_is_told_to_have_happened_during_the_visit_has_its_days(lang, text):
    signing = next(event for event in events(lang, text) if event.type == "signing")
    assert (signing.when.edtf, signing.when.basis) == ("2025-05-03/2025-05-05", "inferred")
    assert ("date", "the_event_it_belongs_to") in {(item.property, item.reason) for item in signing.inferred}


def test_one_subject_with_each_of_a_list_holds_as_many_talks():
    text = (
        "Chilean President Gabriel Boric held talks with Ghanaian President John Mahama, Kenyan President William Ruto "
        "and Peruvian President Dina Boluarte in Accra on 3 May 2025."
    )
    found = events("en", text)
    assert {("CL", "KE"), ("CL", "PE")} <= {event.parties for event in found} <= {("CL", "GH"), ("CL", "KE"), ("CL", "PE")}
    assert {(event.type, edtf(event.when), event.place) for event in found} == {("talks", "2025-05-03", "Accra")}
    for event in found:
        assert "Gabriel Boric" in {person.name for person in event.attendees}


def test_a_tour_is_a_visit_to_each_of_its_states():
    text = "Chilean President Gabriel Boric visited Ghana, Kenya and Nigeria in May 2025."
    found = {event.parties: event.place for event in events("en", text)}
    assert {("CL", "KE"): "Kenya", ("CL", "NG"): "Nigeria"}.items() <= found.items()


def test_other_parties_lend_nothing():
    text = "The presidents of Ghana and Chile held talks in Accra on 3 May 2025. Ghana and Peru signed an agreement on fisheries."
    signing = next(event for event in events("en", text) if event.type == "signing")
    assert (signing.parties, signing.when) == (("GH", "PE"), None)


def test_talks_ahead_and_talks_held_are_two():
    text = (
        "The presidents of Ghana and Chile held talks in Accra on 3 May 2025. "
        "The presidents of Ghana and Chile will hold talks in Santiago on 3 June 2025."
    )
    assert told("en", text) == [
        ("talks", ("CL", "GH"), "2025-05-03", "Accra", "asserted"),
        ("talks", ("CL", "GH"), "2025-06-03", "Santiago", "planned"),
    ]


def test_a_session_of_a_dialogue_names_its_mechanism_with_the_number():
    text = "The fourth Chile-Ghana Joint Commission met in Accra on 3 May 2024."
    session = next(event for event in events("en", text) if event.type == "dialogue")
    assert (session.mechanism, session.edition) == ("Chile-Ghana Joint Commission", 4)
    assert [fact.name for fact in mechanisms("en", text)] == ["Chile-Ghana Joint Commission"]


def test_talks_take_no_mechanism_of_another_passage():
    text = f"{TALKS['en']} The Norway-Thailand Joint Commission meets every year."
    assert only("en", text).mechanism is None


SUMMITS = [
    ("en", "The leaders of Kenya, Uganda and Rwanda held a summit in Kigali on 2 June 2024.", ("KE", "RW", "UG"), "Kigali"),
    (
        "vi",
        "Hội nghị thượng đỉnh ba bên giữa Kenya, Uganda và Rwanda diễn ra tại Kigali ngày 2/6/2024.",
        ("KE", "RW", "UG"),
        "Kigali",
    ),
]


@pytest.mark.parametrize(("lang", "text", "parties", "place"), SUMMITS)
def test_three_take_part_in_a_summit(lang, text, parties, place):
    summit = next(event for event in events(lang, text) if event.type == "summit")
    assert (summit.parties, summit.place, edtf(summit.when)) == (parties, place, "2024-06-02")


def test_what_begins_a_state_has_its_date_behind_since():
    assert told("vi", "Ghana cắt đứt quan hệ với Chile từ ngày 3/5/2025.") == [("other", ("CL", "GH"), "2025-05-03", None, "asserted")]


def test_the_beginning_of_relations_without_a_date_is_no_event():
    assert events("en", "Peru and Nauru established diplomatic relations.") == []
    assert reasons("en", "Peru and Nauru established diplomatic relations.") == {"no_date"}
    text = "Peru and Nauru established diplomatic relations on 4 May 1993."
    assert told("en", text) == [("establish_relations", ("NR", "PE"), "1993-05-04", None, "asserted")]


def test_the_year_of_what_has_lasted_since_is_not_that_of_the_statement():
    text = (
        "In that joint statement, Chile and Ghana praised how far they have come since the setting up of relations in 1973. "
        "Chile and Ghana issued a joint statement."
    )
    assert [(event.type, edtf(event.when)) for event in events("en", text)] == [("joint_statement", None)]


def test_a_bare_year_takes_no_place_from_a_day_without_a_year():
    text = (
        "Chilean President Gabriel Boric held talks with Ghanaian President John Mahama in Accra yesterday. "
        "Chile and Ghana signed an agreement on fisheries in 2014."
    )
    found = {event.type: (edtf(event.when), event.place) for event in events("en", text, "XXXX-05-04")}
    assert found == {"talks": ("XXXX-05-03", "Accra"), "signing": ("2014", None)}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ghanaian President John Mahama held bilateral talks in Lima with the presidents of Norway and Chile."),
        (
            "en",
            "In Lima, where Peru hosts them, Ghanaian President John Mahama held bilateral talks with the presidents of Norway and Chile.",
        ),
    ],
)
def test_where_words_say_that_two_meet_at_a_time_each_of_a_list_is_met_alone(lang, text):
    assert {event.parties for event in events(lang, text)} >= {("GH", "NO"), ("CL", "GH")}


def test_talks_of_many_stay_one_where_no_word_parts_them():
    assert {event.parties for event in events("en", "Ghana, Norway and Chile held talks in Lima.")} == {("CL", "GH", "NO")}


def test_a_date_in_the_words_of_a_rule_is_the_happenings_though_a_clause_begins_between():
    text = (
        "Ghanaian President John Mahama met Chilean President Gabriel Boric on 3 May 2024. "
        "They agreed to build on the Declaration on Fisheries which Ghana and Chile signed in April 2020."
    )
    assert {(event.type, edtf(event.when)) for event in events("en", text)} >= {("signing", "2020-04")}


def test_who_recalls_what_was_long_ago_took_no_part_in_it():
    text = (
        "Peruvian President Luis Ramos and Chilean President Ana Soto held talks on Sunday, "
        "when they recalled that the two countries established diplomatic relations in 1913."
    )
    attended = {fact.type: [one.name for one in fact.attendees] for fact in events("en", text, "2024-05-06")}
    assert attended == {"talks": ["Luis Ramos", "Ana Soto"], "establish_relations": []}
