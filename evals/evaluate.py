#!/usr/bin/env python3
"""Score an extraction of the texts of a gold file: `./run eval GOLD --texts DIR [--errors N] [--by-language] [--json]`.

The records of GOLD whose language has a pack are extracted from DIR and scored by `score/score.py`; the options go to the scorer.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> int:
    """Extract and score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--langs", help="only these languages, separated by commas; default: those that have a pack")
    options, rest = parser.parse_known_args()
    import foedera  # noqa: PLC0415 - slow to import, and `--help` needs none of it
    from foedera import knowledge  # noqa: PLC0415
    from foedera.exports.facts import line, record  # noqa: PLC0415
    from foedera.model.reading import Reading  # noqa: PLC0415

    langs = set(options.langs.split(",")) if options.langs else {pack.tag for pack in knowledge.load().packs}
    golds = [gold for gold in map(json.loads, options.gold.read_text(encoding="utf-8").splitlines()) if gold["lang"] in langs]
    paths = [str(options.texts / Path(gold["file"]).name) for gold in golds]
    with tempfile.TemporaryDirectory() as folder:
        gold, predicted = Path(folder) / "gold.jsonl", Path(folder) / "predicted.jsonl"
        gold.write_text("".join(json.dumps(wanted) + "\n" for wanted in golds), encoding="utf-8")
        found = [reading for reading in foedera.extract_files(paths) if isinstance(reading, Reading)]
        predicted.write_text("".join(line(record(reading)) for reading in found), encoding="utf-8")
        scorer = [sys.executable, str(HERE / "score" / "score.py"), str(gold), str(predicted), "--texts", str(options.texts)]
        return subprocess.run([*scorer, *rest], check=False).returncode  # noqa: S603 - our own script and paths


if __name__ == "__main__":
    raise SystemExit(main())
