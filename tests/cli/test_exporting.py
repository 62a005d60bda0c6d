"""`foedera export` as a person meets it."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

import foedera
from foedera.cli.app import main

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "docs" / "schemas").glob("*.json")}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    path = tmp_path_factory.mktemp("ledger") / "t.db"
    assert main(["ingest", str(ROOT / "examples" / "reports"), "--ledger", str(path)]) == 0
    return path


def test_a_file_is_told_of_on_standard_error_and_its_manifest_fits_its_schema(ledger, tmp_path, capsys):
    capsys.readouterr()
    path = tmp_path / "all.csv"
    assert main(["export", "csv", "-o", str(path), "--party", "Japan", "--ledger", str(ledger)]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "event" in err
    registry = Registry().with_resources((name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items())
    manifest = json.loads(path.with_name("all.csv.manifest.json").read_text(encoding="utf-8"))
    Draft202012Validator({"$ref": "export-manifest.json"}, registry=registry).validate(manifest)


def test_every_form_is_on_the_page_of_commands():
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    section = page[page.index("### `foedera export FORM`") :]
    for form in foedera.export_forms():
        assert f"| `{form}` |" in section, form
