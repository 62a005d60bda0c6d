"""Live answers against the schemas in `docs/schemas/`."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

import foedera
from foedera.cli.app import main
from foedera.ledger import sqlite
from foedera.model.document import Span
from foedera.model.judgement import Anchor, Judgement

ROOT = Path(__file__).resolve().parents[2]
REPORTS = ROOT / "examples" / "reports"
ENGLISH = REPORTS / "005-en-ishiba-hanoi-translation.txt"
SCHEMAS = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "docs" / "schemas").glob("*.json"))}
REGISTRY = Registry().with_resources((name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items())
SHARED = {"parts.json", "record.json", "export-manifest.json"}
PROGRAMS = {"api.json"}
"""Answers of the interface for programs; see tests/web/v1."""
DESK = {
    "batch.json",
    "batches.json",
    "calendar.json",
    "entry.json",
    "network.json",
    "relations.json",
    "relations-abreast.json",
    "report.json",
}
"""Answers that no command gives; see tests/web/test_twins.py."""
LINES = {"mentions.json", "export-jsonl.json", "export-facts.json", "audit-export.json"}

ANSWERS = {
    "accounts.json": ["account", "list"],
    "audit-export.json": ["audit", "export"],
    "audit-verify.json": ["audit", "verify"],
    "backup.json": ["backup", "NEW"],
    "commitments.json": ["commitments"],
    "compare.json": ["compare", "004", "007"],
    "doctor.json": ["doctor"],
    "events.json": ["events"],
    "explain.json": ["explain", str(ENGLISH)],
    "export-facts.json": ["export", "facts"],
    "export-json.json": ["export", "json"],
    "export-jsonl.json": ["export", "jsonl"],
    "export-ledger.json": ["export", "ledger"],
    "extract.json": ["extract", str(REPORTS)],
    "ingest.json": ["ingest", str(ENGLISH)],
    "judge.json": ["judge", "confirm", "FACT", "--by", "ann"],
    "judgements.json": ["judgements"],
    "levels.json": ["levels", "VN"],
    "map.json": ["map", "VN"],
    "mentions.json": ["mentions", str(REPORTS)],
    "packs-check.json": ["packs", "check", "en", "--corpus", str(ENGLISH)],
    "people.json": ["people"],
    "propose.json": ["propose", "--model", "m", "--model-url", "http://localhost:8000/v1", "--reports", "0"],
    "proposed.json": ["proposed"],
    "rebuild.json": ["rebuild"],
    "relation.json": ["relation", "JP", "VN"],
    "restore.json": ["restore", "BACKUP", "--ledger", "NEW"],
    "review.json": ["review"],
    "search.json": ["search", "doi tac"],
    "skips.json": ["skips"],
    "tokens.json": ["token", "issue", "ann"],
    "uncertain.json": ["uncertain"],
    "verify.json": ["verify"],
}
WITHOUT_LEDGER = {"account", "token", "extract", "explain", "mentions", "packs", "restore"}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    path = tmp_path_factory.mktemp("ledger") / "t.db"
    assert main(["ingest", str(REPORTS), "--ledger", str(path)]) == 0
    return path


def fact_of(ledger):
    return foedera.events(ledger=ledger)[0].id


@pytest.fixture(autouse=True)
def admin(tmp_path, monkeypatch):
    """Somebody who has an account."""
    monkeypatch.setenv("FOEDERA_ACCOUNTS", str(tmp_path / "accounts.db"))
    foedera.add_account("ann", "correct horse battery", "admin")


@pytest.fixture(scope="module", autouse=True)
def ruled(ledger):
    """A ledger on which was ruled, with a ruling that is undone and one that no reading fits any more."""
    told = foedera.judge_correct(fact_of(ledger), "place", "Hanoi", ledger=ledger, by="ann", why="seen")
    foedera.judge_undo(told.id, ledger=ledger, by="ann")
    with sqlite.open(ledger) as kept:
        lost = Anchor(fact="f", document="none", kind="event", span=Span(start=0, end=1), quote="x")
        kept.store_judgement(Judgement(id="j", ruling="confirmed", anchors=(lost,), by="ann", why="", recorded="2026-01-01"))


def test_every_schema_has_an_answer_that_is_held_against_it():
    assert set(ANSWERS) == set(SCHEMAS) - SHARED - DESK - PROGRAMS


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one(name):
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("name", ANSWERS)
def test_a_live_answer_fits_its_schema(name, ledger, tmp_path, capsys):
    command = ANSWERS[name]
    words = {"NEW": str(tmp_path / "new"), "BACKUP": str(tmp_path / "backup")}
    if "BACKUP" in command:
        foedera.backup(words["BACKUP"], ledger=ledger)
    command = [fact_of(ledger) if word == "FACT" else words.get(word, word) for word in command]
    whole = command[0] not in {"export", "mentions"} and command[1:2] != ["export"]
    options = [] if command[0] in WITHOUT_LEDGER else ["--ledger", str(ledger)]
    capsys.readouterr()
    main([*command, *options, *(["--format", "json"] if whole else [])])
    out = capsys.readouterr().out
    answers = [json.loads(line) for line in out.splitlines()] if name in LINES else [json.loads(out)]
    assert answers
    validator = Draft202012Validator({"$ref": name}, registry=REGISTRY)
    for answer in answers:
        validator.validate(answer)
        assert name in LINES or name == "export-ledger.json" or answer["schema_version"] == 1
