"""The papers that come with Foedera, and those that are made from the program: each by its name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

from foedera import api
from foedera.plumbing import discover

PACKAGE = Path(api.__file__).parents[1]
FOLDERS = (PACKAGE / "docs", PACKAGE.parents[1] / "docs")
"""Where the papers lie once Foedera is installed, and in the project."""
ROOMS = ("foedera.api", "foedera.cli", "foedera.web")
VERB = "reference"
"""What a module has that makes papers from the program: name → Markdown."""
INDEX, ADDING = "index", "contributing"
OUTWARD = ("http://", "https://")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper: its Markdown, the folder it lies in below the papers (`decisions`), and whether it was made from the program."""

    name: str
    text: str
    folder: str = ""
    made: bool = False


@cache
def papers() -> Mapping[str, Paper]:
    """All papers by name, the made ones last; none where this Foedera was packed without them."""
    folder = next((folder for folder in FOLDERS if (folder / f"{INDEX}.md").is_file()), None)
    if folder is None:
        return {}
    files = [(path, path.relative_to(folder)) for path in sorted(folder.rglob("*.md")) if path.name.lower() != f"{ADDING}.md"]
    found = [_paper(path, PurePosixPath(inside.as_posix())) for path, inside in files]
    recipes = next((path for path in (folder / "CONTRIBUTING.md", folder.parent / "CONTRIBUTING.md") if path.is_file()), None)
    found += [Paper(name=ADDING, text=recipes.read_text(encoding="utf-8"), folder="..")] if recipes else []
    modules = [module for room in ROOMS for module in discover.modules(room, VERB).values()]
    found += [Paper(name=name, text=text, made=True) for module in modules for name, text in module.reference().items()]
    return {paper.name: paper for paper in found}


def target(link: str, at: Paper) -> tuple[str, str] | None:
    """The name of the paper that a link in another one leads to, and the place on it; None where it leads to no paper."""
    path, _hash, place = link.partition("#")
    if link.startswith(OUTWARD) or (path and not path.endswith(".md")):
        return None
    if not path:
        return at.name, place
    inside = PurePosixPath(at.folder) / path
    parts: list[str] = []
    for part in inside.parts:
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        else:
            parts.append(part)
    if parts[:2] == ["..", "docs"]:  # as CONTRIBUTING.md, which lies above the papers, has it
        parts = parts[2:]
    name = ADDING if parts == ["..", "CONTRIBUTING.md"] else "-".join(parts).removesuffix(".md")
    return (name, place) if name in papers() else None


def _paper(path: Path, inside: PurePosixPath) -> Paper:
    name = "-".join(inside.with_suffix("").parts)
    return Paper(name=name, text=path.read_text(encoding="utf-8"), folder="" if len(inside.parts) == 1 else str(inside.parent))
