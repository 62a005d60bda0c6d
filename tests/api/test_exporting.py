import hashlib
import io
import json

import pytest

import foedera
from foedera.exports import csv as csv_export
from foedera.plumbing.errors import FoederaError, UsageError


def test_a_file_has_a_manifest_that_fits_it_and_says_what_was_asked(ledger, tmp_path):
    path = tmp_path / "events.csv"
    manifest = foedera.export_file("csv", path, ledger=ledger, party=["Jepun", "VN"], type="talks", start="2000")
    told = json.loads((tmp_path / "events.csv.manifest.json").read_text())
    body = path.read_bytes()
    assert told["sha256"] == hashlib.sha256(body).hexdigest() == manifest.sha256
    assert (told["form"], told["bytes"], told["schema_version"]) == ("csv", len(body), 1)
    asked = {"party": ["JP", "VN"], "from": "2000-01-01", "to": None, "type": "talks", "area": None, "known_at": None}
    assert told["question"] == asked
    assert told["rows"] == {"event": len(foedera.events(ledger=ledger, party=["JP", "VN"], type="talks", start="2000"))}
    assert str(tmp_path) not in json.dumps(told)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["events.csv", "events.csv.manifest.json"]
    out = io.BytesIO()
    foedera.export("csv", out, ledger=ledger, party=["JP", "VN"], type="talks", start="2000")
    assert out.getvalue() == body


def test_a_run_that_is_broken_off_leaves_the_file_and_its_manifest_as_they_were(ledger, tmp_path, monkeypatch):
    path = tmp_path / "all.csv"
    foedera.export_file("csv", path, ledger=ledger)
    before = {one.name: one.read_bytes() for one in tmp_path.iterdir()}

    def broken(_contents, out):
        out.write("half a li")
        raise OSError("disk full")

    monkeypatch.setattr(csv_export, "write", broken)
    with pytest.raises(FoederaError, match="disk full"):
        foedera.export_file("csv", path, ledger=ledger)
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == before


def test_every_list_can_be_narrowed_down_and_the_whole_cannot(ledger):
    def count(**filters):
        return foedera.export("jsonl", io.StringIO(), ledger=ledger, **filters).rows

    assert count(type="agreed").keys() == {"commitment"}
    assert count(type="prime minister").keys() == {"person"}
    assert count(area="energy")["commitment"] == len(foedera.commitments(ledger=ledger, area="energy"))
    assert not count(party=["Brazil", "Peru"])
    with pytest.raises(UsageError, match="no type"):
        count(type="tea")
    with pytest.raises(UsageError, match="whole ledger"):
        foedera.export("json", io.StringIO(), ledger=ledger, party=["JP"])


def test_as_known_on_a_day_is_what_was_recorded_by_then(ledger):
    assert foedera.export("csv", io.StringIO(), ledger=ledger, known_at="1990-01-01").rows == {}
