import io
import json
from dataclasses import replace

import pytest

from foedera.exports import plover
from foedera.model.world import EventType


def rows(nouns, *facts, days=None):
    more = tuple(
        EventType(id=name, name=name, family=family, min_parties=2, window=3) for name, family in (("call", "encounter"), ("aid", "aid"))
    )
    world = replace(
        nouns.LAND,
        events=(*nouns.LAND.events, *more),
        areas=tuple(replace(area, plover=("natural_resource",)) for area in nouns.LAND.areas),
    )
    out = io.StringIO()
    counts = plover.write(nouns.contents(nouns.ledger(*facts, days=days or {"d1": "2023-11-28"}, world=world), world=world), out)
    return [json.loads(line) for line in out.getvalue().splitlines()], counts


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"type": "talks", "place": "Tokyo"}, ("CONSULT", [], [])),
        ({"type": "visit", "place": "Hanoi"}, ("CONSULT", ["visit"], ["VN"])),
        ({"type": "call"}, ("CONSULT", ["phone"], [])),
        ({"type": "meeting", "parties": ("CN", "VN"), "place": "Tokyo"}, ("CONSULT", ["third-party"], [])),
        ({"type": "meeting", "parties": ("CN", "JP", "VN")}, ("CONSULT", ["multilateral"], [])),
        ({"type": "visit", "realis": "planned"}, ("AGREE", [], [])),
        ({"type": "exercise"}, ("COOPERATE", [], ["JP", "VN"])),
        ({"type": "signing"}, ("SUPPORT", [], [])),
        ({"type": "establish_relations"}, ("SUPPORT", [], [])),
    ],
)
def test_an_event_has_the_type_mode_and_sides_of_the_scheme(nouns, fields, said):
    event, mode, recipient = said
    ((made,), counts) = rows(nouns, nouns.event("2023-11-27", **fields))
    assert (made["event"], made["mode"], made["date"], made["text"]) == ([event], mode, "2023-11-27", nouns.QUOTE)
    assert [one["foedera"] for one in made["recipient"]] == recipient
    assert {one["foedera"] for one in (*made["actor"], *made["recipient"])} == set(fields.get("parties", ("JP", "VN")))
    assert counts.rows == {"event": 1}


@pytest.mark.parametrize(
    ("modality", "event"), [("agreed", "AGREE"), ("pledged", "AGREE"), ("reaffirmed", "SUPPORT"), ("urged", "REQUEST")]
)
def test_a_promise_has_the_day_of_its_report(nouns, modality, event):
    ((made,), _) = rows(nouns, nouns.commitment(("energy",), by="JP", modality=modality))
    assert (made["event"], made["date"], made["comment"], made["context"]) == ([event], "2023-11-28", "date reported", ["natural_resource"])
    assert ([one["foedera"] for one in made["actor"]], [one["foedera"] for one in made["recipient"]]) == (["JP"], ["VN"])


def test_what_the_scheme_cannot_say_is_left_out_and_counted(nouns):
    made, counts = rows(
        nouns,
        nouns.event("2023-11"),
        nouns.event("2023-11-27", type="aid"),
        nouns.event("2023-11-27", type="other"),
        nouns.commitment(("energy",), modality="considering"),
        nouns.level(),
    )
    assert made == []
    assert counts.left_out == {"no_day": 1, "no_recipient": 1, "no_type": 2, "no_event": 1}
