"""The page of a report: its text, with the passage of every fact marked; the address of a fact opens it there."""

from __future__ import annotations

from foedera import api
from foedera.api.wording.days import day
from foedera.api.wording.entries import pair
from foedera.api.wording.facts import words_of
from foedera.api.wording.reasons import ground_words, reason_words
from foedera.api.wording.terms import property_name
from foedera.model.article import Article
from foedera.model.fact import KIND_OF
from foedera.model.reading import Reading
from foedera.plumbing.interface import _, noop
from foedera.web.parts.marked import pieces
from foedera.web.parts.pages import Asked, Page, Route, address
from foedera.web.parts.views import page_of, web_address

FACTS = {
    "event": noop("event"),
    "level": noop("level"),
    "commitment": noop("commitment"),
    "tenure": noop("person"),
    "mechanism": noop("mechanism"),
    "instrument": noop("instrument"),
}


def routes() -> tuple[Route, ...]:
    """The pages of this module."""
    return (Route(path="/report/{document}", show=report),)


def report(asked: Asked) -> Page:
    """One report."""
    made = api.report(asked.path["document"], ledger=asked.ledger)
    article, names = made.article, api.names()
    values = {
        "title": _title(article),
        "article": article,
        "published": day(article.published) if article.published else _("not dated"),
        "publisher": names.publisher(article.publisher) or _("publisher not known"),
        "url": web_address(article.url),
        "about": [(pair(group, names), address("relation", *group)) for group in made.parties if len(group) == len("ab")],
        "pieces": pieces(article, made.facts),
        "kinds": {kind: _(name) for kind, name in FACTS.items()},
        "facts": _facts(made),
        "skips": [reason_words(skip.reason) for skip in made.skips if skip.rule is None],
    }
    return Page(template="report.html", values=values, answer=lambda: api.answers.report(made))


def _title(article: Article) -> str:
    """What the record calls it, else the heading of its text, else its name."""
    headings = (article.text[part.span.start : part.span.end].strip() for part in article.parts if part.kind == "title")
    return article.title or next(filter(None, headings), None) or article.record


def _facts(made: Reading) -> list[dict[str, object]]:
    """The facts in order of their passages."""
    ordered = sorted(made.facts, key=lambda fact: (fact.citation.span.start, fact.citation.span.end, fact.id))
    names = api.names()
    return [
        {
            "id": fact.id,
            "kind": _(FACTS[KIND_OF[type(fact)]]),
            "words": words_of(fact, names),
            "href": page_of(fact),
            "inferred": [(property_name(one.property), ground_words(one.reason)) for one in fact.inferred],
        }
        for fact in ordered
    ]
