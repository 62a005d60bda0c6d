#!/usr/bin/env python3
"""Is what is built what a stranger can use? Builds wheel and sdist, installs the wheel alone, and runs the tutorial far from the project.

installed.py            the wheel, with what requirements/base.txt pins, in an environment of its own and an empty folder
installed.py --here     the tutorial with the Foedera that runs this, in an empty folder (no building)
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TUTORIAL = ROOT / "docs" / "tutorial.md"
GAP = "..."
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A command of the tutorial, and what it shows of what it prints."""

    command: str
    shown: str


def main(arguments: list[str] | None = None) -> int:
    """Run the tutorial; 1 when something else is printed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--here", action="store_true", help="with the Foedera that runs this, without building")
    here = parser.parse_args(arguments).here
    with tempfile.TemporaryDirectory(prefix="foedera-") as folder:
        place = Path(folder)
        python = Path(sys.executable) if here else _installed(place)
        empty = place / "empty"
        empty.mkdir()
        wrong = list(problems(steps(TUTORIAL.read_text(encoding="utf-8")), python, empty))
    for problem in wrong:
        sys.stderr.write(f"{problem}\n")
    sys.stdout.write(f"tutorial: {len(wrong)} of {len(steps(TUTORIAL.read_text(encoding='utf-8')))} commands print something else\n")
    return bool(wrong)


def steps(page: str) -> list[Step]:
    """The commands of a page, each with what stands below it."""
    pieces = (piece for block in _BLOCK.findall(page) for piece in re.split(r"^\$ ", block, flags=re.MULTILINE) if piece)
    return [Step(command=piece.partition("\n")[0], shown=piece.partition("\n")[2]) for piece in pieces]


def problems(told: list[Step], python: Path, folder: Path) -> Iterator[str]:
    """What differs from what a page shows, command by command, run one after another in one folder."""
    here = {"PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "80", "PYTHONUTF8": "1", "HOME": str(folder)}
    for step in told:
        run = subprocess.run(step.command, shell=True, cwd=folder, env=here, capture_output=True, text=True, check=False)  # noqa: S602 - our own page
        if run.returncode:
            yield f"{step.command}: exit code {run.returncode}: {run.stderr.strip()}"
        elif not fits(step.shown, run.stdout + run.stderr):
            yield f"{step.command}: printed\n{run.stdout}{run.stderr}"


def fits(shown: str, printed: str) -> bool:
    """Whether what is printed has what is shown, in order; `...` stands for any lines."""
    pieces = [piece.strip("\n") for piece in re.split(rf"^{re.escape(GAP)}$", shown, flags=re.MULTILINE)]
    pattern = r"(?:.*\n)?".join(re.escape(piece) + (r"\n" if piece else "") for piece in pieces)
    return re.fullmatch(rf"\n*{pattern}\n*", printed.rstrip() + "\n", re.DOTALL) is not None


def _installed(place: Path) -> Path:
    """The Python of a new environment that holds the wheel and what the lock pins."""
    _run(sys.executable, "-m", "hatchling", "build", "-d", str(place / "dist"))
    venv.create(place / "venv", with_pip=True)
    python = place / "venv" / "bin" / "python"
    pip = (str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    _run(*pip, "--require-hashes", "-r", str(ROOT / "requirements" / "base.txt"))
    (wheel,) = (place / "dist").glob("*.whl")
    _run(*pip, "--no-deps", str(wheel))
    return python


def _run(*command: str) -> None:
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - words of this module


if __name__ == "__main__":
    raise SystemExit(main())
