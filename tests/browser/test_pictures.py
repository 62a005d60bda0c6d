"""The pictures in the papers: small, shown, and taken by the command."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PICTURES = sorted((ROOT / "docs" / "pictures").glob("*.png"))
SIZE = slice(16, 24)
"""Where a PNG says how wide and how high it is."""
NAMES = {"start", "relation", "report", "search", "compare", "review"}


def test_six_small_pictures_are_shown():
    assert {path.stem for path in PICTURES} == NAMES
    assert {path.name for path in PICTURES if path.stat().st_size > 150_000 or not path.read_bytes().startswith(b"\x89PNG")} == set()
    shown = (ROOT / "README.md").read_text(encoding="utf-8"), (ROOT / "docs" / "desk.md").read_text(encoding="utf-8")
    assert all(f"pictures/{name}.png" in text for name in NAMES for text in shown)
    assert all("./run screenshots" in text for text in shown)


def test_the_command_takes_them_as_large_and_as_small(chromium, tmp_path):  # noqa: ARG001 - skipped aloud without it
    subprocess.run([sys.executable, ROOT / "evals" / "screenshots.py", tmp_path], check=True, capture_output=True)
    taken = {path.stem: path.read_bytes() for path in tmp_path.glob("*.png")}
    assert set(taken) == NAMES
    for path in PICTURES:
        # Letters may be smoothed otherwise by a browser that is short of time: the same size, and about as many bytes.
        assert taken[path.stem][SIZE] == path.read_bytes()[SIZE]
        assert 0.5 < len(taken[path.stem]) / path.stat().st_size < 2
