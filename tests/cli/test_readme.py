"""The dossier that the README shows is the one that prints."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def foedera(*words, columns="80"):
    command = [sys.executable, "-m", "foedera", *map(str, words)]
    return subprocess.run(command, capture_output=True, check=True, text=True, env={"COLUMNS": columns, "PYTHONUTF8": "1"}).stdout


def test_the_dossier_of_the_readme_is_what_the_demo_prints(tmp_path):
    ledger = tmp_path / "demo.db"
    foedera("ingest", ROOT / "examples" / "reports", "--ledger", ledger)
    printed = foedera("relation", "JP", "VN", "--quotes", "--ledger", ledger)
    shown = (ROOT / "README.md").read_text(encoding="utf-8").split("--quotes --ledger demo.db\n")[1].split("```")[0]
    pieces = [piece.strip("\n") for piece in shown.split("...\n") if piece.strip()]
    assert len(pieces) > 1
    assert [piece for piece in pieces if piece not in printed] == []
