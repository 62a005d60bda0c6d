"""Ruling in the terminal: what is told, in every shape, with the right exit codes."""

import csv
import io
import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from entries import NAMES, OLD, talks

import foedera
from foedera.api.wording.rulings import ruling_words
from foedera.cli.app import main
from foedera.cli.parts import doubts, rulings
from foedera.model.document import Span
from foedera.model.judgement import Anchor, Correction, Difference, Judgement
from foedera.model.uncertainty import Uncertainty

REPORTS = Path(__file__).resolve().parents[2] / "examples" / "reports"
ANCHOR = Anchor(fact="f1", document="d1", kind="event", span=Span(start=0, end=5), quote="Talks", report="a.txt")
RULING = Judgement(id="j1", ruling="same", anchors=(ANCHOR, ANCHOR), by="ann", why="seen", recorded="2026-01-01")


@pytest.fixture
def ledger(tmp_path):
    path = tmp_path / "t.db"
    assert main(["ingest", str(REPORTS), "--ledger", str(path)]) == 0
    return path


@pytest.fixture
def run(capsys, ledger):
    def call(*arguments):
        capsys.readouterr()
        code = main([*map(str, arguments), "--ledger", str(ledger)])
        return code, capsys.readouterr().out

    return call


@pytest.fixture
def events(ledger):
    return [event for event in foedera.events(ledger=ledger) if event.parties == ("JP", "VN")]


def words(lines):
    return [line.body for line in lines]


def test_a_ruling_is_told_listed_and_undone(run, events):
    code, out = run("judge", "same", events[0].id, events[2].id, "--by", "ann", "--why", "told as one", "--format", "json")
    made = json.loads(out)["judgement"]
    assert (code, made["ruling"], made["by"], made["why"], made["withdrawn_by"]) == (0, "same", "ann", "told as one", None)
    assert run("judge", "different", events[0].id, events[2].id, "--by", "ann")[0] == 0
    assert run("judge", "undo", made["id"], "--by", "ben")[0] == 2
    for verb in ("strike", "confirm"):
        assert run("judge", verb, events[1].id, "--by", "ann")[0] == 0
    assert run("judge", "correct", events[1].id, "place", "Hue", "--by", "ann")[0] == 0
    listed = json.loads(run("judgements", "--format", "json")[1])["judgements"]
    assert {one["ruling"] for one in listed} == {"same", "different", "struck", "confirmed", "corrected"}
    (last,) = (one for one in listed if one["ruling"] == "corrected")
    assert run("judge", "undo", last["id"], "--by", "ben", "--why", "wrong")[0] == 0
    page = run("judgements")[1]
    assert f"withdraws {last['id']}" in page
    assert "withdrawn by" in page
    rows = list(csv.DictReader(io.StringIO(run("judgements", "--format", "csv")[1])))
    assert len(rows) == len(listed) + 1
    assert {row["withdrawn_by"] for row in rows if row["id"] == last["id"]} != {""}


def test_a_link_is_ruled_on_by_two_ids(run, ledger):
    link = next(one for event in foedera.events(ledger=ledger) for one in event.followups)
    ends = (link.earlier_facts[0].id, link.later_facts[0].id)
    for verb, ruling in (("strike", "struck"), ("confirm", "confirmed")):
        code, out = run("judge", verb, *ends, "--by", "ann", "--format", "json")
        assert (code, json.loads(out)["judgement"]["ruling"]) == (0, ruling)
    assert run("judge", "strike", ends[0], "none", "--by", "ann")[0] == 2


def test_where_nothing_was_ruled_that_is_said(run):
    assert "nobody has judged" in run("judgements")[1]
    assert "every ruling fits" in run("review")[1]
    assert run("review", "--format", "csv")[1].startswith("judgement,ruling,reason")


def test_what_cannot_be_ruled_is_wrong_use(run, events):
    assert run("judge", "correct", events[0].id, "date", "yesterday", "--by", "ann")[0] == 2
    assert run("judge", "strike", "none", "--by", "ann")[0] == 2
    assert run("judge", "same", events[0].id, events[0].id, "--by", "ann")[0] == 2


def test_the_log_is_checked_exported_and_has_a_head(run, ledger, events):
    head = run("audit", "head")[1].strip()
    run("judge", "confirm", events[0].id, "--by", "ann")
    assert run("audit", "verify", "--head", head)[0] == 0
    assert run("audit", "verify", "--head", "0123")[0] == 1
    lines = [json.loads(line) for line in run("audit", "export")[1].splitlines()]
    assert [line["action"] for line in lines][-1] == "confirmed"
    assert run("audit", "head")[1].strip() == lines[-1]["digest"] != head
    other = sqlite3.connect(ledger)
    with other:
        other.execute("UPDATE log SET recorded = '1999-01-01' WHERE number = 2")
    other.close()
    code, out = run("audit", "verify", "--format", "csv")
    assert (code, out.splitlines()[1].split(",")[0]) == (1, "log:2")
    assert "log:2" in run("audit", "verify")[1]


def test_what_is_uncertain_is_listed_for_a_party_in_every_shape(run):
    found = json.loads(run("uncertain", "--party", "JP", "--party", "VN", "--format", "json")[1])["uncertain"]
    assert found
    assert all({"JP", "VN"} & set(one["parties"]) for one in found)
    rows = list(csv.DictReader(io.StringIO(run("uncertain", "--party", "JP", "--party", "VN", "--format", "csv")[1])))
    assert [row["entry"] for row in rows] == [one["entry"] for one in found]
    page = run("uncertain", "--party", "JP", "--party", "VN", "--quotes")[1]
    assert found[0]["entry"] in page
    assert "Sources" in page
    assert "\N{LEFT DOUBLE QUOTATION MARK}" in page
    assert "nothing in the ledger is uncertain" in run("uncertain", "--party", "TV")[1]


def test_rulings_in_words():
    corrected = replace(RULING, correction=Correction(property="place", value=None))
    assert ruling_words(corrected) == "corrected: place is none"
    assert ruling_words(RULING) == "one entry"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"reason": "no_passage"}, "no fact is read"),
        ({"reason": "contradicted"}, "another ruling"),
        ({"reason": "read_differently", "property": "place", "ruled": "Hue", "read": None}, "place was Hue and is read as nothing now"),
    ],
)
def test_differences_in_words_and_rows(fields, said):
    one = Difference(judgement=RULING, anchor=ANCHOR, **fields)
    assert said in words(rulings.differences([one]))[0]
    assert rulings.difference_row(one)["report"] == "a.txt"


def test_doubts_in_words():
    doubt = Uncertainty(
        entry="e1",
        kind="event",
        type="talks",
        parties=("JP", "VN"),
        reason="inferred_value",
        facts=(replace(talks().facts[0], document=OLD.document),),
        reports=(OLD,),
        property="date",
        values=("2023-11-27",),
        because=("the_two_sides", "delegation"),
    )
    linked = replace(doubt, reason="weak_link", property="fulfils", values=(), because=(), earlier="e0")
    body, other, *_ = words(doubts.page([doubt, linked], NAMES, quotes=False))
    assert "date 27 Nov 2023: inferred (who the two sides are, delegation)" in body
    assert "the link that it fulfils e0 is near the threshold" in other
