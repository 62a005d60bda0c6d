"""`foedera map` in every shape: the same states, signs and numbers."""

import csv
import io
import json

import pytest

import foedera
from foedera.cli.app import main


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    path = tmp_path_factory.mktemp("map") / "t.db"
    assert main(["examples", str(path.parent / "reports")]) == 0
    assert main(["ingest", str(path.parent / "reports"), "--ledger", str(path)]) == 0
    return path


@pytest.mark.parametrize(
    "options", [["VN"], ["Jepun", "--as-of", "2016"], ["JP", "--by", "contacts"], ["--by", "contacts", "--from", "2025"]]
)
def test_every_shape_tells_the_same(ledger, capsys, options):
    told = {}
    for shape in ("text", "json", "jsonl", "csv"):
        capsys.readouterr()
        assert main(["map", *options, "--ledger", str(ledger), "--format", shape]) == 0
        told[shape] = capsys.readouterr().out
    whole = json.loads(told["json"])
    assert [json.loads(line) for line in told["jsonl"].splitlines()] == [{"schema_version": 1, **one} for one in whole["states"]]
    rows = list(csv.DictReader(io.StringIO(told["csv"])))
    assert len(rows) == len(whole["states"]) > 200
    shown = ("state", "column", "row", *(("meetings",) if "contacts" in options else ("level", "rung", "since", "in_force_by")))
    as_text = [{key: "" if one[key] is None else str(one[key]) for key in shown} for one in whole["states"]]
    assert [{key: row[key] for key in shown} for row in rows] == as_text
    said = [one for one in whole["states"] if one.get("level") or one.get("meetings")]
    assert said
    signed = {line.split()[0] for line in told["text"].splitlines() if ": " in line}
    assert {str(one.get("rung") or one.get("meetings")) for one in said} <= signed


def test_the_rest_is_counted(ledger, capsys):
    assert main(["map", "VN", "--ledger", str(ledger)]) == 0
    listed = [one for one in foedera.world_map("VN", ledger=ledger).states if one.related]
    states = len(foedera.world_map("VN", ledger=ledger).states)
    assert f"{states - len(listed)} other states: none in the reports read" in capsys.readouterr().out


def test_of_an_empty_ledger_nothing_is_told(tmp_path, capsys):
    assert main(["ingest", str(tmp_path), "--ledger", str(tmp_path / "t.db")]) == 0
    capsys.readouterr()
    assert main(["map", "--ledger", str(tmp_path / "t.db")]) == 0
    assert capsys.readouterr().out.strip() == "the ledger tells of no relation of a state"


@pytest.mark.parametrize("options", [["Atlantis"], ["--by", "rank"], ["--from", "2020"], ["--by", "contacts", "--as-of", "2020"]])
def test_wrong_use_is_told(ledger, capsys, options):
    assert main(["map", *options, "--ledger", str(ledger)]) == 2
    assert "Remedy: " in capsys.readouterr().err
