import importlib
import io
from dataclasses import replace

import pytest

from foedera.model.entries import Entries

MOST = 600_000
"""Bytes that may be held: less than a third of what the shortest form of the rows takes."""


class Sink(io.StringIO):
    """What counts what is written and keeps none of it."""

    size = 0

    def write(self, text):
        self.size += len(text)
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)


@pytest.mark.parametrize("form", ["csv", "jsonl", "ics", "geojson", "jsonld", "atom", "ftm", "graphml"])
def test_memory_does_not_grow_with_the_rows(form, nouns, max_memory):
    (one,) = nouns.ledger(nouns.event("2023-11-27", place="Tokyo", quote="x" * 500), days={"d1": "2023-11-28"}).events
    out, count = Sink(), 4_000
    contents = replace(nouns.contents(Entries()), listed=lambda: (replace(one, id=f"{number:016x}") for number in range(count)))
    module = importlib.import_module(f"foedera.exports.{form}")
    with max_memory(MOST):
        counts = module.write(contents, out)
    assert max(counts.rows.values()) in {count, 2}
    assert form == "graphml" or out.size > count * 500
