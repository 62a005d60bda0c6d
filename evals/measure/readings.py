"""Texts → what Foedera reads in them, as records of the exchange format; what was not read is told on standard error.

Foedera is imported when it is first needed: it is slow to load, and `--help` needs none of it.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from measure.material import Record, written


def languages() -> set[str]:
    """The languages that have a pack."""
    from foedera import knowledge  # noqa: PLC0415 - slow to load

    return {pack.tag for pack in knowledge.load().packs}


def of_files(paths: Iterable[Path]) -> dict[str, Record]:
    """Base name → record of each file that was read."""
    return _read([str(path) for path in paths])


def of_records(given: Iterable[Record]) -> dict[str, Record]:
    """Id → record of each input record (`id`, `text`, and where known `lang`, `published`) that was read."""
    fields = ("id", "text", "lang", "published")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "records.jsonl"
        path.write_text(written({name: record[name] for name in fields if name in record} for record in given), encoding="utf-8")
        return _read([str(path)])


def _read(locations: list[str]) -> dict[str, Record]:
    import foedera  # noqa: PLC0415 - slow to load
    from foedera.exports.facts import record  # noqa: PLC0415
    from foedera.model.reading import Reading  # noqa: PLC0415

    found = {}
    for item in foedera.extract_files(locations):
        if isinstance(item, Reading):
            found[item.article.record] = record(item)
        else:
            sys.stderr.write(f"evals: {Path(item.location).name} was not read ({item.reason})\n")
    return found
