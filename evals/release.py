#!/usr/bin/env python3
"""Release a version: refuses if notes, version and tag disagree or the tree is not clean; then builds, lists components, and tags.

release.py VERSION
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Check, gather the notes, build, tag."""
    version = sys.argv[1]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    notes = sorted(path for path in (ROOT / "changes").glob("*.md") if path.name != "README.md")
    problems = [
        (project["version"] != version, f"pyproject.toml says {project['version']}; set it to {version}"),
        (not notes, "changes/ holds no note; write what changed"),
        (bool(_git("status", "--porcelain")), "the tree is not clean; commit first"),
        (f"v{version}" in _git("tag").split(), f"the tag v{version} exists; choose another version"),
    ]
    wrong = [words for is_wrong, words in problems if is_wrong]
    if wrong:
        sys.stderr.write("".join(f"release: {words}\n" for words in wrong))
        return 1
    _gather(version, notes)
    subprocess.run([sys.executable, "-m", "hatchling", "build"], cwd=ROOT, check=True)
    components(ROOT / "dist" / f"foedera-{version}.cdx.json")
    _git("add", "-A")
    _git("commit", "-m", f"Release {version}")
    _git("tag", f"v{version}")
    return 0


def components(path: Path) -> None:
    """What Foedera is made of with all that its container holds, from the lock, in CycloneDX; the same lock gives the same bytes."""
    told = ["requirements", "requirements/container.txt", "--pyproject", "pyproject.toml", "--mc-type", "application"]
    form = ["--output-format", "JSON", "--output-reproducible", "--output-file", str(path)]
    path.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, "-m", "cyclonedx_py", *told, *form], cwd=ROOT, check=True, capture_output=True)  # noqa: S603 - words of this module


def _gather(version: str, notes: list[Path]) -> None:
    """Move the notes to the head of CHANGELOG.md."""
    log = ROOT / "CHANGELOG.md"
    before = log.read_text(encoding="utf-8") if log.exists() else "# Changes\n"
    lines = "".join(f"- {path.read_text(encoding='utf-8').strip()}\n" for path in notes)
    title, _, rest = before.partition("\n")
    log.write_text(f"{title}\n\n## {version}\n{lines}{rest}", encoding="utf-8")
    for path in notes:
        path.unlink()


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()  # noqa: S603, S607


if __name__ == "__main__":
    raise SystemExit(main())
