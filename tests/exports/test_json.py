import io
import json

import pytest

from foedera.exports import json as answers
from foedera.exports.parts.entries import entry
from foedera.merging.entries import entries
from foedera.merging.relations import relation
from foedera.merging.standings import levels_of
from foedera.model.entry import Entry
from foedera.model.fact import Citation, Span
from foedera.model.finding import Finding

CSP = "comprehensive strategic partnership"


def ledger(nouns):
    facts = [
        nouns.event("1973", type="establish_relations"),
        nouns.event("2023-11-27", place="Tokyo", attendees=[("Fumio Kishida", "prime minister", "JP")]),
        nouns.event("2025-12-04", type="dialogue", mechanism="2+2", edition=1),
        nouns.level("extensive strategic partnership", "2014"),
        nouns.level(CSP, "2023-11-27"),
        nouns.level(CSP, document="d2"),
        nouns.level(CSP, parties=("CN", "VN")),
        nouns.commitment(("energy",), target="2030", amount=(20, "USD")),
        nouns.mechanism("2+2", 1),
        nouns.instrument("RAA"),
        nouns.tenure("Fumio Kishida"),
    ]
    return entries(facts, [nouns.report("d1", "2023-11-28"), nouns.report("d2", "2024-01-01")], nouns.WORLD)


def test_the_dossier_tells_levels_events_commitments_and_their_sources(nouns):
    made = answers.relation(relation(ledger(nouns), ("JP", "VN"), nouns.WORLD))
    assert (made["schema_version"], made["parties"], made["as_of"], made["relations_since"]) == (1, ["JP", "VN"], None, "1973")
    assert (made["level"]["level"], made["level"]["since"], made["level"]["in_force_by"]) == (CSP, "2023-11-27", None)
    assert made["level"]["ladders"] == [{"state": "VN", "place": 3, "height": 3, "source": "https://example.org/ladder"}]
    assert [(one["level"], one["reports"], one["since_reports"]) for one in made["levels"]] == [
        ("extensive strategic partnership", ["d1.txt"], ["d1.txt"]),
        (CSP, ["d1.txt", "d2.txt"], ["d1.txt"]),
    ]
    assert [one["date"] for one in made["events"]] == ["1973", "2023-11-27", "2025-12-04"]
    assert made["commitments"][0]["commitments"][0]["amount"] == {"value": 20, "currency": "USD"}
    assert made["mechanisms"][0]["sessions"] == [
        {"edition": 1, "event": made["events"][2]["id"], "date": "2025-12-04", "place": None, "tense": "past"}
    ]
    assert made["people"][0]["tenures"] == [{"office": "prime minister", "first_seen": "2023-11-28", "last_seen": "2023-11-28"}]
    assert made["events"][1]["sources"][0]["quote"] == nouns.QUOTE
    assert [one["report"] for one in made["reports"]] == ["d1.txt", "d2.txt"]


def test_an_empty_dossier_is_an_answer_too(nouns):
    made = answers.relation(relation(ledger(nouns), ("BR", "ZA"), nouns.WORLD, as_of="2020-01-01"))
    assert (made["level"], made["relations_since"], made["events"], made["as_of"]) == (None, None, [], "2020-01-01")


def test_levels_in_force_name_the_partner_and_how_long_they_are_known(nouns):
    found = levels_of(ledger(nouns), "VN", nouns.WORLD, as_of="2023-11-28")
    made = answers.levels("VN", "2023-11-28", found)
    assert [(one["partner"], one["since"], one["in_force_by"]) for one in made["levels"]] == [
        ("CN", None, "2023-11-28"),
        ("JP", "2023-11-27", None),
    ]


def test_a_listing_stands_under_the_name_of_its_kind(nouns):
    assert [one["type"] for one in answers.listing("events", ledger(nouns).events)["events"]] == [
        "establish_relations",
        "talks",
        "dialogue",
    ]


def test_findings_name_the_report_and_the_passage(nouns):
    finding = Finding(report=nouns.report(), citation=Citation(span=Span(start=0, end=3), quote="The"), exact=True)
    made = answers.search("the", [finding])
    assert made["findings"][0] | {"report": "d1.txt", "span": [0, 3], "quote": "The", "exact": True} == made["findings"][0]


def test_the_export_holds_every_kind_and_no_path(nouns):
    out = io.StringIO()
    answers.write(nouns.contents(ledger(nouns)), out)
    made = json.loads(out.getvalue())
    assert [kind for kind in made if made[kind]] == ["schema_version", *answers.KINDS, "reports"]


def test_an_entry_of_no_known_kind_is_refused():
    with pytest.raises(TypeError):
        entry(Entry(id="e", parties=(), facts=(), reports=(), origins=0))
