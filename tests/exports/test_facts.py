import io
import json

from hypothesis import given
from hypothesis import strategies as st

from foedera.exports.facts import record, write
from foedera.model.document import Skip, Span
from foedera.model.fact import Citation, Inference, Support


def told(nouns):
    read = nouns.article(lang="en", published=nouns.when("2023-11-28", "inferred"))
    facts = [
        nouns.event("2023-11-27", place="Tokyo", edition=1, mechanism="2+2", attendees=[("Fumio Kishida", "prime minister", "JP")]),
        nouns.event("2024", type="visit", realis="planned", start=1),
        nouns.event("2022", type="visit", realis="denied", start=2),
        nouns.event("2022", type="visit", realis="hypothetical", start=3),
        nouns.level("strategic partnership", "2014"),
        nouns.commitment(("energy", "digital"), target="2030", amount=(20, "USD")),
        nouns.tenure("Fumio Kishida"),
        nouns.mechanism("2+2", 1),
        nouns.instrument("Reciprocal Access Agreement", "RAA", signed="2024-07-08"),
    ]
    skips = [
        Skip(reason="silenced", detail="x", location="secret/a.txt", span=Span(start=1, end=4), rule="en.talks.held"),
        Skip(reason="other", detail="y", location="secret/a.txt"),
    ]
    return nouns.reading(read, facts, skips=tuple(skips))


def test_a_reading_becomes_a_record_of_the_exchange_format(nouns):
    made = record(told(nouns))
    assert (made["file"], made["lang"], made["published"], made["published_basis"]) == ("a.txt", "en", "2023-11-28", "inferred")
    assert (made["is_interstate"], made["parties"]) == (True, [["JP", "VN"]])
    (talks, visit) = made["events"]
    assert (talks["type"], talks["date"], talks["place"], talks["tense"], talks["edition"]) == (
        "talks",
        "2023-11-27",
        "Tokyo",
        "past",
        1,
    )
    assert talks["attendees"] == [{"name": "Fumio Kishida", "office": "prime minister", "country": "JP"}]
    assert (visit["tense"], visit["place"], "edition" in visit) == ("planned", None, False)
    assert made["levels"][0]["date"] == "2014"
    (promise,) = made["commitments"]
    assert (promise["pillars"], promise["target_date"], promise["amount"]) == (
        ["energy", "digital"],
        "2030",
        {"value": 20, "currency": "USD"},
    )
    assert made["people"][0]["office"] == "prime minister"
    assert made["mechanisms"][0]["edition"] == 1
    assert (made["instruments"][0]["abbr"], made["instruments"][0]["date"]) == ("RAA", "2024-07-08")
    assert made["skips"] == [{"reason": "silenced", "rule": "en.talks.held", "span": [1, 4]}, {"reason": "other"}]
    assert "secret" not in json.dumps(made)
    assert "text" not in made


def test_every_item_is_grounded(nouns):
    reading = told(nouns)
    made = record(reading)
    for kind in ("people", "levels", "commitments", "mechanisms", "instruments"):
        for item in made[kind]:
            start, end = item["span"]
            assert reading.article.text[start:end] == item["quote"]
            assert item["rule"]


def test_support_and_inference_are_told(nouns):
    from dataclasses import replace

    fact = nouns.event("2023-11-27")
    support = Support(property="date", citation=Citation(span=Span(start=0, end=3), quote="The"))
    fact = replace(fact, support=(support,), inferred=(Inference(property="place", reason="seat"),))
    (event,) = record(nouns.reading(nouns.article(), [fact]))["events"]
    assert event["support"] == [{"property": "date", "span": [0, 3], "quote": "The"}]
    assert event["inferred"] == [{"property": "place", "reason": "seat"}]


def test_text_taken_out_of_another_format_is_carried_along(nouns):
    assert record(nouns.reading(nouns.article(own_text=True)))["text"] == nouns.QUOTE


def test_what_is_unknown_is_null(nouns):
    made = record(nouns.reading(nouns.article(), interstate=False, parties=()))
    assert (made["published"], made["published_basis"], made["lang"], made["parties"]) == (None, None, None, [])


@given(st.permutations(range(4)))
def test_records_stand_in_order_of_their_names_whatever_the_order_of_arrival(nouns, order):
    readings = [nouns.reading(nouns.article(name=f"{number}.txt")) for number in range(4)]

    def written(items):
        out = io.StringIO()
        write(nouns.contents(readings=items), out)
        return out.getvalue()

    assert written([readings[at] for at in order]) == written(readings)
    assert [json.loads(line)["file"] for line in written(readings).splitlines()] == ["0.txt", "1.txt", "2.txt", "3.txt"]
