"""The papers → a folder of pages that needs no server: the same pages as at the desk, each in a file; a link that leads nowhere is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from foedera.web.parts.markdown import Rendered, rendered, title
from foedera.web.parts.shelf import INDEX, OUTWARD, Paper, papers, target
from foedera.web.parts.templates import html, icon, style


def written(folder: Path) -> int:
    """Write every paper, the style and the sign; returns how many papers there are."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "style.css").write_bytes(style())
    (folder / "icon.svg").write_bytes(icon())
    for paper in papers().values():
        (folder / f"{paper.name}.html").write_bytes(_page(paper))
    return len(papers())


def broken(project: Path) -> Iterator[str]:
    """Links that lead to no paper and to no file of the project, and places that are not on their page."""
    made = {paper.name: _rendered(paper) for paper in papers().values()}
    for name, page in made.items():
        for link in page.links:
            if link.startswith(OUTWARD):
                continue
            there = target(link, papers()[name])
            if there is None:
                inside = project / "docs" / papers()[name].folder / link.partition("#")[0]
                if not inside.exists():
                    yield f"{name}: {link} leads nowhere"
            elif there[1] and there[1] not in made[there[0]].ids:
                yield f"{name}: {link} names no place on {there[0]}"


def _page(paper: Paper) -> bytes:
    page, first = _rendered(paper), paper.name == INDEX
    values = {
        "title": page.title,
        "body": page.html,
        "heads": () if first else page.heads,
        "index": None if first else f"{INDEX}.html",
        "made": [(title(one.text), f"{one.name}.html") for one in papers().values() if first and one.made],
    }
    return html("site.html", values)


def _rendered(paper: Paper) -> Rendered:
    return rendered(paper.text, lambda link: _address(link, paper))


def _address(link: str, at: Paper) -> str | None:
    if link.startswith(OUTWARD):
        return link
    there = target(link, at)
    if there is None:
        return None
    return f"{there[0]}.html" + (f"#{there[1]}" if there[1] else "")
