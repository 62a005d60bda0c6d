from __future__ import annotations

import json

import pytest

import remarks
from measure import trips

PERSON = {"name": "Taro Sakura", "office": "prime minister", "country": "JP", "span": [0, 11]}
GOLD = {"id": "x", "lang": "en", "published": "1990-05-02", "text": "A made-up remark.", "people": [PERSON], "events": []}
TRIP = {
    "id": "trip-1",
    "start": "1990-05-01",
    "end": "1990-05-03",
    "country": "Korea, Republic of",
    "place": "Seoul, Panmunjom",
    "remark": "Met with President Roh.",
}


def types(gold, found):
    events = [{"type": kind, **({"optional": True} if optional else {})} for kind, optional in gold]
    tally = remarks.types({"id": "x", "events": events}, {"events": [{"type": kind} for kind in found]})
    return tally.tp, tally.fp, tally.fn


def test_types_are_paired_without_order():
    assert types([("visit", False), ("meeting", False)], ["meeting", "visit"]) == (2, 0, 0)
    assert types([("visit", False)], ["summit", "visit"]) == (1, 1, 0)
    assert types([("talks", False)], ["meeting"]) == (1, 0, 0)


def test_a_list_of_types_leaves_the_other_match_to_another_event():
    assert types([(["summit", "dialogue"], False), ("summit", False)], ["summit", "dialogue"]) == (2, 0, 0)


def test_optional_events_count_neither_for_nor_against():
    assert types([("visit", True)], []) == (0, 0, 0)
    assert types([("visit", True)], ["visit"]) == (0, 0, 0)
    assert types([("visit", True), ("visit", False)], ["visit"]) == (1, 0, 0)
    assert types([("visit", True)], ["visit", "visit"]) == (0, 1, 0)


def test_a_remark_is_counted_by_people_and_types():
    made = remarks.counted({**GOLD, "events": [{"type": ["visit"]}]}, {"people": [PERSON], "events": [{"type": "visit", "parties": []}]})
    assert {task: count.row()["f1"] for task, count in made.counts.items()} == {remarks.PEOPLE: 1.0, remarks.TYPES: 1.0}
    assert remarks.counted(GOLD, {}).counts[remarks.PEOPLE].fn == 1


def test_what_of_a_trip_came_out_is_told():
    event = {"parties": ["KR", "US"], "place": "Seoul", "date": "1990-05-02"}
    full = trips.outcome(TRIP, {"events": [event], "people": []})
    assert (full.country, full.place, full.interval, full.nothing, full.met) == (True, True, True, False, True)
    other = trips.outcome(TRIP, {"events": [{"parties": ["JP", "US"], "place": "Tokyo", "date": "1990-05"}]})
    assert (other.country, other.place, other.interval, other.nothing) == (False, False, False, False)
    none = trips.outcome({**TRIP, "place": None}, {})
    assert (none.place, none.nothing) == (None, True)


def test_a_state_counts_by_its_people_as_well():
    assert trips.outcome(TRIP, {"people": [{"country": "KR"}]}).country
    assert trips.outcome(TRIP, {"events": [{"parties": [], "attendees": [{"country": "KR"}]}]}).country


@pytest.mark.parametrize(
    ("name", "code"), [("Korea, Republic of", "KR"), ("Denmark (Greenland)", "DK"), ("Germany, Federal Republic of", "DE"), ("Japan", "JP")]
)
def test_names_of_their_time_have_codes(name, code):
    assert code in trips.codes(name)


def test_a_name_that_nobody_knows_has_no_code():
    assert trips.codes("Ruritania") == frozenset()


@pytest.fixture
def shared(tmp_path, monkeypatch):
    """A shared folder with 400 made-up trips and visits."""
    data = tmp_path / "shared" / "data"
    data.mkdir(parents=True)
    rows = [{**TRIP, "id": f"trip-{number}", "remark": f"Visit {number}."} for number in range(200)]
    visits = [
        {
            "id": f"visit-{number}",
            "start": "1990-05-01",
            "end": "1990-05-02",
            "country": "Japan",
            "visitor": "Taro",
            "description": "Visit.",
        }
        for number in range(200)
    ]
    early = [{**TRIP, "id": "trip-early", "start": "1938-01-01"}, {**TRIP, "id": "trip-silent", "remark": " "}]
    for name, made in (("us_trips", rows + early), ("us_visits", visits)):
        (data / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in made), encoding="utf-8")
    monkeypatch.setenv("FOEDERA_SHARED", str(tmp_path / "shared"))
    return tmp_path / "shared"


def test_the_sample_is_drawn_alike_each_time_and_halved(shared, tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    assert remarks.draw(first) == remarks.draw(second) == 0
    halves = [(first / f"{part}.jsonl").read_text(encoding="utf-8") for part in ("learn", "score")]
    assert halves == [(second / f"{part}.jsonl").read_text(encoding="utf-8") for part in ("learn", "score")]
    records = [json.loads(line) for half in halves for line in half.splitlines()]
    assert len({record["id"] for record in records}) == len(records) == trips.SAMPLE
    assert not {"trip-early", "trip-silent"} & {record["id"] for record in records}
    assert {"lang": "en", "published": "1990-05-03"}.items() <= next(one for one in records if one["id"].startswith("trip")).items()
    assert (shared / trips.TRIPS).exists()


def test_a_drawn_file_is_not_written_over(shared, tmp_path):
    (tmp_path / "learn.jsonl").write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError):
        remarks.draw(tmp_path)
    assert (tmp_path / "learn.jsonl").read_text(encoding="utf-8") == "mine"
    assert shared.exists()


def test_without_the_shared_folder_the_trips_are_left_out_aloud(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("FOEDERA_SHARED", str(tmp_path))
    (figure,) = remarks.measure(("trips",))
    assert figure.value is None
    assert "remarks, trips left out" in capsys.readouterr().err
    monkeypatch.delenv("FOEDERA_SHARED")
    remarks.measure(("trips",))
    assert "FOEDERA_SHARED is not set" in capsys.readouterr().err


def test_an_annotated_half_is_read_and_scored(monkeypatch, tmp_path):
    text = "Tokyo, Japan\nPrime Minister Taro Sakura of Japan and President Vo Van An of Vietnam held talks in Tokyo."
    person = {**PERSON, "name": "Sakura", "span": [13, 39]}
    gold = {**GOLD, "text": text, "people": [person], "events": [{"type": ["talks"], "parties": ["JP", "VN"]}]}
    (tmp_path / "learn.jsonl").write_text(json.dumps(gold) + "\n", encoding="utf-8")
    monkeypatch.setattr(remarks, "REMARKS", tmp_path)
    people, kinds = remarks.measure(("learn",))
    assert people.name == "remarks, learn: person, office, country"
    assert people.note.startswith("1 in gold")
    assert (kinds.value, kinds.note) == (1.0, "1 in gold, 1 found")
