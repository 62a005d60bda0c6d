from pathlib import Path

import foedera
from foedera import knowledge
from foedera import ledger as stores
from foedera.pipeline import listed, rebuild

REPORTS = Path(__file__).resolve().parents[2] / "examples" / "reports"


def test_a_stored_list_and_a_derived_one_are_the_same(place, monkeypatch):
    monkeypatch.setattr(listed, "AT_ONCE", 2)
    foedera.ingest(REPORTS, ledger=place)
    known = knowledge.load()
    with stores.open(place) as kept:
        assert kept.is_fresh(known.digest)
        every = list(listed.in_order(rebuild.derive(kept, known)))
        assert list(listed.stored(kept)) == every
        of_two = list(listed.stored(kept, ("JP", "VN")))
        together = [entry for entry in every if {"JP", "VN"} <= set(entry.parties)]
        people = [entry for entry in every if getattr(entry, "country", None) in {"JP", "VN"} and hasattr(entry, "tenures")]
        assert of_two == together + people
