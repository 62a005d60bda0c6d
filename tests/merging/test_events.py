from foedera.merging.events import events


def merged(nouns, *facts):
    reports = {fact.document: nouns.report(fact.document, "2023-11-28") for fact in facts}
    return events(facts, nouns.told(facts, reports))


def test_talks_of_one_report_are_the_meeting_of_another(nouns):
    (event,) = merged(nouns, nouns.event("2023-11-27", type="meeting"), nouns.event("2023-11-27", document="d2"))
    assert (event.type, event.tense, event.when.edtf, event.origins) == ("talks", "past", "2023-11-27", 2)


def test_a_signing_and_a_joint_statement_of_one_day_are_two(nouns):
    found = merged(nouns, nouns.event("2023-11-27", type="signing"), nouns.event("2023-11-27", type="joint_statement"))
    assert [event.type for event in found] == ["joint_statement", "signing"]


def test_a_type_that_the_world_does_not_know_is_a_kind_of_its_own(nouns):
    found = merged(nouns, nouns.event("2023-11-27", type="regatta"), nouns.event("2023-11-27", type="talks"))
    assert len(found) == 2


def test_other_parties_are_another_event(nouns):
    assert len(merged(nouns, nouns.event("2023-11-27"), nouns.event("2023-11-27", parties=("CN", "VN")))) == 2


def test_a_plan_and_the_later_report_of_it_are_one_past_event(nouns):
    planned = nouns.event("2023-11", realis="planned", place="Japan")
    (event,) = merged(nouns, planned, nouns.event("2023-11-27", document="d2", place="Tokyo"))
    assert (event.tense, event.place) == ("past", "Tokyo")


def test_what_is_only_planned_stays_planned(nouns):
    (event,) = merged(nouns, nouns.event("2023-12-16", realis="planned"))
    assert event.tense == "planned"


def test_a_city_says_more_than_its_country(nouns):
    facts = [nouns.event("2023-11-27", document=f"d{at}", place=place) for at, place in enumerate(("Japan", "Japan", "Tokyo"))]
    assert merged(nouns, *facts)[0].place == "Tokyo"
    assert merged(nouns, *facts[:2])[0].place == "Japan"


def test_those_who_took_part_stand_once_with_their_fullest_name(nouns):
    full = nouns.event("2023-11-27", attendees=[("Fumio Kishida", "prime minister", "JP"), ("Vo Van Thuong", "president", "VN")])
    short = nouns.event(
        "2023-11-27", document="d2", attendees=[("Kishida", None, "JP"), ("V\u00f5 V\u0103n Th\u01b0\u1edfng", "president", "VN")]
    )
    (event,) = merged(nouns, full, short)
    assert [one.name for one in event.attendees] == ["Fumio Kishida", "V\u00f5 V\u0103n Th\u01b0\u1edfng"]


def test_numbers_that_most_reports_give_are_kept(nouns):
    facts = [nouns.event("2023-11-27", document=f"d{at}", edition=2, document_count=number) for at, number in enumerate((3, 2, 2))]
    (event,) = merged(nouns, *facts)
    assert (event.edition, event.document_count) == (2, 2)


def test_the_id_is_the_smallest_of_the_facts(nouns):
    (event,) = merged(nouns, nouns.event("2023-11-27", id="b"), nouns.event("2023-11-27", id="a", document="d2"))
    assert event.id == "a"
    assert [fact.id for fact in event.facts] == ["a", "b"]


def test_events_stand_in_order_of_time(nouns):
    found = merged(nouns, nouns.event("2023-11-27"), nouns.event("1973", type="establish_relations"), nouns.event("XXXX-03-07"))
    assert [event.when.edtf for event in found] == ["1973", "2023-11-27", "XXXX-03-07"]
