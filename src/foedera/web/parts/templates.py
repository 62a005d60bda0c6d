"""Templates and values → HTML; everything is escaped, and a name that is not there is an error."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from html import escape
from importlib import resources
from typing import Any

from foedera.api.wording.terms import property_name
from foedera.plumbing.interface import _, counted, language
from foedera.plumbing.optional import library
from foedera.web.parts.access import inside
from foedera.web.parts.speaking import named

ROOM = "foedera.web"
UNSEEN = str.maketrans({"\0": "\N{REPLACEMENT CHARACTER}", "\r": "&#13;"})
"""Characters that a reader of HTML drops or changes, and what is written for them."""


def html(template: str, values: Mapping[str, object]) -> bytes:
    """A page."""
    made: str = _environment().get_template(template).render(**values)
    return made.encode("utf-8", errors="replace")


def style() -> bytes:
    """The one stylesheet."""
    return (resources.files(ROOM) / "style.css").read_bytes()


def icon() -> bytes:
    """The sign of the desk, as a browser shows it beside a title."""
    return (resources.files(ROOM) / "icon.svg").read_bytes()


@cache
def _environment() -> Any:  # noqa: ANN401 - of a library that not everybody has
    jinja = library("jinja2", extra="desk")
    environment = jinja.Environment(
        loader=jinja.PackageLoader(ROOM), autoescape=True, undefined=jinja.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals.update(_=_, counted=counted, language=language, languages=named, inside=inside)
    environment.filters["property_name"] = property_name
    environment.filters["exact"] = lambda text: _exact(text, environment)
    return environment


def _exact(text: str, environment: Any) -> object:  # noqa: ANN401 - as above
    """The text so that a reader of HTML has it character by character."""
    return environment.call_filter("safe", escape(text).translate(UNSEEN))
