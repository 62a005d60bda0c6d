import json

import pytest
from ledgers import TRICKY

from foedera import knowledge
from foedera.exports import geojson, ics


def test_a_reader_of_calendars_finds_events_on_their_days_and_no_others(written, ledger):
    icalendar = pytest.importorskip("icalendar")
    text, counts = written(ics)
    calendar = icalendar.Calendar.from_ical(text)
    events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    dated = {f"{one.id}@foedera": one for one in ledger.events if one.when and one.when.precision == 3 and one.when.year_known}
    assert events.keys() == dated.keys()
    assert len(events) == counts.rows["event"] == 4
    assert counts.left_out == {"no_day": 1, "no_date": 1, "no_event": 6}
    for uid, event in events.items():
        one = dated[uid]
        assert event["DTSTART"].dt.isoformat() == one.when.first
        assert (event["DTEND"].dt - event["DTSTART"].dt).days == (3 if "/" in one.when.edtf else 1)
        assert str(event["STATUS"]) == ("CONFIRMED" if one.tense == "past" else "TENTATIVE")
        assert str(event["URL"]) == "https://example.org/a?b=1&c=<2>"
        assert one.facts[0].citation.quote in str(event["DESCRIPTION"])
        assert event["DTSTAMP"].dt.date().isoformat() == "2023-11-28"
        assert ("date inferred" in str(event["DESCRIPTION"])) == (one.when.basis == "inferred")
    assert any(TRICKY in str(event["DESCRIPTION"]) for event in events.values())


@pytest.mark.parametrize(
    ("edtf", "reason"),
    [
        ("2023-11-27", ""),
        ("2023-11", "no_day"),
        ("2023", "no_day"),
        ("XXXX-03-07", "no_year"),
        ("2023-11-27/2023-12", "no_day"),
        ("2023-11-27/", "no_day"),
    ],
)
def test_a_date_that_is_not_to_the_day_has_its_reason(nouns, edtf, reason):
    assert ics._vague(nouns.when(edtf)) == reason


def test_lines_of_a_calendar_are_folded_by_octets(written):
    text, _ = written(ics)
    assert text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_events_in_cities_are_points_and_the_others_are_counted(written, ledger):
    text, counts = written(geojson)
    made = json.loads(text)
    places = {entry.id: entry.place for entry in ledger.events}
    found = {feature["id"]: feature for feature in made["features"]}
    assert {places[name] for name in found} == {"Tokyo", "Hanoi"}
    assert counts.rows == {"event": len(found)}
    assert counts.left_out == {"no_event": 6, "no_place": 3, "no_position": 1}
    for name, feature in found.items():
        assert feature["geometry"]["type"] == "Point"
        assert feature["geometry"]["coordinates"] == ([139.69171, 35.6895] if places[name] == "Tokyo" else [105.84117, 21.0245])
        assert {"quote", "report", "url", "lang", "document", "start", "end", "title"} <= feature["properties"].keys()


def test_most_cities_of_the_world_have_a_position():
    places = knowledge.load().world.places
    found = knowledge.positions(places)
    assert {"Tokyo", "Hanoi", "Jakarta", "Kuala Lumpur", "Singapore", "Washington"} <= found.keys()
    assert found["Hanoi"][0].state == "VN"
    assert (round(found["Hanoi"][0].latitude), round(found["Hanoi"][0].longitude)) == (21, 106)
    assert len(found) > 0.95 * len({place.name for place in places})
