import csv
import io
import json
from itertools import pairwise
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from ledgers import TRICKY, count_of
from referencing import Registry, Resource

from foedera.exports import csv as csv_export
from foedera.exports import jsonl as jsonl_export
from foedera.exports.parts.cells import STARTS, guarded
from foedera.exports.parts.rows import COLUMNS

SCHEMAS = Path(__file__).resolve().parents[2] / "docs" / "schemas"


def test_a_row_of_csv_is_an_entry_with_its_passage(written, ledger):
    text, counts = written(csv_export)
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert counts.rows == count_of(ledger)
    assert len(rows) == sum(counts.rows.values())
    assert all(None not in row and None not in row.values() for row in rows)
    for row in rows:
        assert row["quote"]
        assert row["report"] == f"{row['document']}.txt"
        assert (row["lang"], row["url"]) == ("en", "https://example.org/a?b=1&c=<2>")
        assert int(row["start"]) < int(row["end"])


def test_csv_is_as_rfc_4180_has_it_and_holds_no_formula(written):
    text, _ = written(csv_export)
    assert text.endswith("\r\n")
    assert text.startswith(",".join(COLUMNS) + "\r\n")
    cells = [cell for row in csv.reader(io.StringIO(text, newline=""), strict=True) for cell in row]
    assert f"'{TRICKY}" in cells
    assert not [cell for cell in cells if cell.startswith(STARTS)]


@pytest.mark.parametrize("start", STARTS)
def test_a_cell_that_would_begin_a_formula_has_an_apostrophe(start):
    assert guarded(f"{start}1+1") == f"'{start}1+1"
    assert (guarded("1=1"), guarded(-3), guarded(None), guarded("")) == ("1=1", -3, None, "")


def test_a_list_goes_party_set_by_party_set(written):
    text, _ = written(csv_export)
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    places = [(row["kind"] == "person", row["parties"]) for row in rows]
    assert all(one <= other for one, other in pairwise(places))


def test_a_line_of_jsonl_is_an_entry_with_all_its_sources_and_the_last_counts_them(written, ledger):
    text, counts = written(jsonl_export)
    lines = [json.loads(line) for line in text.splitlines()]
    assert lines[-1] == {"schema_version": 1, "item": "end", "rows": count_of(ledger)}
    assert len(lines) - 1 == sum(counts.rows.values())
    assert sum(len(line["sources"]) for line in lines[:-1]) == sum(
        len(entry.facts)
        for entry in (*ledger.events, *ledger.levels, *ledger.commitments, *ledger.mechanisms, *ledger.instruments, *ledger.people)
    )
    schemas = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in SCHEMAS.glob("*.json")}
    registry = Registry().with_resources((name, Resource.from_contents(schema)) for name, schema in schemas.items())
    for line in lines[:-1]:
        kind = line.pop("item")
        line.pop("schema_version")
        Draft202012Validator({"$ref": f"parts.json#/$defs/{kind}"}, registry=registry).validate(line)
        assert all({"quote", "report", "url", "lang", "document", "span"} <= source.keys() for source in line["sources"])
