"""The page of languages: in which one the desk speaks; a choice is kept in a cookie."""

from __future__ import annotations

from foedera import api
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _, languages
from foedera.web.parts.pages import Asked, Moved, Page, Route, own_path
from foedera.web.parts.speaking import kept, named

FIELDS = frozenset({"lang", "to"})


def routes() -> tuple[Route, ...]:
    """The pages of this module."""
    return (Route(path="/language", show=choice, take=choose),)


def choice(_asked: Asked) -> Page:
    """The languages there are."""
    found = [{"lang": tag, "name": name} for tag, name in named()]
    return Page(template="language.html", values={}, answer=lambda: {"schema_version": api.answers.SCHEMA_VERSION, "languages": found})


def choose(asked: Asked) -> Moved:
    """Keep a choice, and go back to where it was made."""
    wrong = next((name for name in asked.form if name not in FIELDS), None)
    if wrong is not None:
        raise UsageError(_("{name!r} is no field of this form").format(name=wrong), remedy=_("send the form of a page"))
    tag = asked.form.get("lang", "")
    if tag not in languages():
        raise UsageError(
            _("the desk does not speak {lang!r}").format(lang=tag), remedy=_("it knows: {names}").format(names=", ".join(languages()))
        )
    return Moved(to=own_path(asked.form.get("to", "")), headers=(("set-cookie", kept(tag)),))
