"""A document of a crawl → whether it is turned away after a glance at its text, before its report is sought.

Of a crawl a few pages in a hundred are about states. To find the report of a page among menus costs many times what it costs to see what
the page is about, so the gate stands first.
"""

from __future__ import annotations

from foedera.extraction import gate
from foedera.extraction.hits import glance
from foedera.extraction.languages import language
from foedera.extraction.lexicon import lexicon
from foedera.extraction.readings import FEW_LINES
from foedera.formats import Format
from foedera.model.document import Document, Skip
from foedera.model.pack import Knowledge
from foedera.plumbing.interface import _
from foedera.plumbing.text import normal

PARAGRAPH, DENSE = 60, 25
"""Characters from which a line of a page is no entry of a menu; of a script with a character a word, fewer."""
ENOUGH = 200
"""Characters of paragraphs below which all lines are looked at."""
SAMPLE = 1200
"""Characters that tell the language."""
MOST = 20_000
"""Characters looked at: the longest joint statement of our corpora has fewer."""


def turned_away(document: Document, form: Format, knowledge: Knowledge) -> Skip | None:
    """The skip of what no close reading would let in; None for what is to be read."""
    glimpse = getattr(form, "glimpse", None)
    text = glimpse(document) if glimpse is not None else None
    if text is None:
        return None
    told = normal(paragraphs(text)).text
    tag = language(told[:SAMPLE], knowledge)
    if knowledge.pack(tag) is None:
        return _skip(document, "no_pack", _("no language pack for {tag}").format(tag=tag))
    headed = told.count("\n") < FEW_LINES
    if gate.hopeless(glance(told, lexicon(knowledge, tag)), told, headed=headed):
        return _skip(document, "not_interstate", _("not about relations between states, by a glance at the page"))
    return None


def paragraphs(text: str) -> str:
    """The lines of a page that are no menus, where there are any."""
    lines = text.split("\n")
    found = [line for line in lines if len(line) >= (PARAGRAPH if line.isascii() or " " in line.strip() else DENSE)]
    return ("\n".join(found) if sum(map(len, found)) >= ENOUGH else text)[:MOST]


def _skip(document: Document, reason: str, detail: str) -> Skip:
    return Skip(reason=reason, detail=f"{detail}: {document.url or document.name}", location=document.location)
