from __future__ import annotations

from measure.choices import settled
from score import score as scorer

PAIR = ["JP", "VN"]


def event(kind, **more):
    return {"type": kind, "parties": PAIR, "date": "2024-03-07", "place": None, "tense": "past", "span": [0, 10], **more}


def one(gold, found, kind, field):
    return settled({kind: [gold]}, {kind: found})[kind][0][field]


def test_the_type_that_was_found_is_chosen():
    gold = event(["dialogue", "other"])
    assert one(gold, [event("other")], "events", "type") == "other"
    assert one(gold, [event("dialogue")], "events", "type") == "dialogue"


def test_the_first_value_is_chosen_where_none_fits():
    gold = event(["dialogue", "other"])
    assert one(gold, [], "events", "type") == "dialogue"
    assert one(gold, [event("other", parties=["CN", "LA"])], "events", "type") == "dialogue"
    assert one(gold, [event("other", span=[50, 60], date="2020-01-01")], "events", "type") == "dialogue"


def test_titles_and_editions_are_chosen_alike():
    level = {"parties": PAIR, "level": ["alliance", "strategic partnership"], "span": [0, 5]}
    assert one(level, [{**level, "level": "strategic partnership"}], "levels", "level") == "strategic partnership"
    session = {"name": "Joint Committee", "edition": [1, 2], "span": [0, 5]}
    assert one(session, [{**session, "edition": 2}], "mechanisms", "edition") == 2


def test_the_scorer_takes_settled_gold():
    gold = {"lang": "en", "is_interstate": True, "events": [event(["dialogue", "summit"])]}
    found = {"lang": "en", "is_interstate": True, "events": [event("summit")]}
    tally = scorer.score({"a": settled(gold, found)}, {"a": found}, {"a": "x" * 20})["event strict"]
    assert (tally.tp, tally.fp, tally.fn) == (1, 0, 0)


def test_gold_without_lists_stays_as_it_is():
    gold = {"events": [event("visit")], "levels": []}
    assert settled(gold, {"events": [event("talks")]}) == gold
