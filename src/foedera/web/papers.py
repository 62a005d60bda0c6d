"""The pages of the papers: how Foedera is used, what it is made of, what it cannot do; without a network, in the desk's own look."""

from __future__ import annotations

from foedera import api
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _
from foedera.web.parts.markdown import rendered, title
from foedera.web.parts.pages import Asked, Page, Route, address
from foedera.web.parts.shelf import INDEX, OUTWARD, Paper, papers, target

PLACE = "docs"
"""Where the papers lie."""


def routes() -> tuple[Route, ...]:
    """The pages of this module."""
    return (Route(path=f"/{PLACE}", show=paper), Route(path=f"/{PLACE}/{{name}}", show=paper))


def paper(asked: Asked) -> Page:
    """One paper; without a name the first."""
    name = asked.path.get("name", INDEX)
    found = papers().get(name)
    if found is None:
        remedy = _("begin at {place}").format(place=f"/{PLACE}") if papers() else _("they are in the project, in docs/")
        raise UsageError(_("there is no paper {name!r} here").format(name=name), remedy=remedy)
    made = rendered(found.text, lambda link: _address(link, found))
    first = found.name == INDEX
    values = {
        "title": made.title,
        "body": made.html,
        "heads": () if first else made.heads,
        "index": None if first else address(PLACE),
        "made": [(title(one.text), address(PLACE, one.name)) for one in papers().values() if first and one.made],
    }
    return Page(template="paper.html", values=values, answer=lambda: _answer(found, made.title))


def _answer(found: Paper, head: str) -> dict[str, object]:
    return {"schema_version": api.answers.SCHEMA_VERSION, "name": found.name, "title": head, "markdown": found.text}


def _address(link: str, at: Paper) -> str | None:
    if link.startswith(OUTWARD):
        return link
    there = target(link, at)
    if there is None:
        return None
    parts = (PLACE,) if there[0] == INDEX else (PLACE, there[0])
    return address(*parts, anchor=there[1])
