"""Twins that no command gives, against the schemas in `docs/schemas/`."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

import foedera
from foedera.api import answers

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "schemas"
SCHEMAS = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json"))}
REGISTRY = Registry().with_resources((name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items())


def fits(name, answer):
    assert answer.status_code == 200
    Draft202012Validator({"$ref": name}, registry=REGISTRY).validate(answer.json())


def test_the_twin_of_the_start_page_fits_its_schema(desk):
    fits("relations.json", desk.get("/index.json"))


@pytest.mark.parametrize("kind", ["event", "level", "commitment", "mechanism", "instrument", "person"])
def test_the_twin_of_an_entry_fits_its_schema(desk, ledger, kind):
    found = foedera.relation("JP", "VN", ledger=ledger)
    entries = [*found.events, *found.levels, *found.mechanisms, *found.instruments, *found.people]
    entries += [one for group in found.commitments for one in group.commitments]
    for entry in [one for one in entries if answers.kind_of(one) == kind][:4]:
        fits("entry.json", desk.get(f"/{kind}/{entry.id}.json"))


def test_the_twin_of_two_relations_fits_its_schema(desk):
    fits("relations-abreast.json", desk.get("/compare/relations.json?a=JP&b=VN&c=JP&d=MY"))
    fits("relations-abreast.json", desk.get("/compare/relations.json"))


def test_the_twin_of_the_calendar_has_what_is_due_and_fits_its_schema(desk, ledger):
    fits("calendar.json", desk.get("/calendar.json?year=2025"))
    answer = desk.get("/calendar.json?year=2025&party=JP")
    fits("calendar.json", answer)
    due = [one.id for one in foedera.commitments(party=["JP"], ledger=ledger) if one.target and one.target.edtf.startswith("2025")]
    assert [one["id"] for one in answer.json()["due"]] == due != []


def test_the_twin_of_the_network_fits_its_schema(desk):
    fits("network.json", desk.get("/network.json?from=2014"))


def test_the_twin_of_the_map_fits_its_schema(desk):
    for query in ("", "?state=JP&as_of=2015", "?by=contacts&from=2014", "?state=BR"):
        fits("map.json", desk.get(f"/map.json{query}"))


def test_the_twin_of_a_report_fits_its_schema(desk, ledger):
    for report in foedera.relation("JP", "VN", ledger=ledger).reports:
        fits("report.json", desk.get(f"/report/{report.document}.json"))
