"""Adnominals: clauses that only tell of the noun behind them, in languages whose verb ends its clause ("the statement | issued in Lima").

The day and the place before such a verb are its own, and not those of what the sentence tells.
"""

from __future__ import annotations

from foedera.extraction import quotes, runs
from foedera.extraction.drafts import Draft
from foedera.model.document import Span


def binds(draft: Draft, span: Span, verb: int) -> bool:
    """Whether a date or place belongs to a clause that tells of a noun, and not to the verb that begins at `verb`.

    A comma right behind it, or a topic, puts it into the main clause.
    """
    text, hits = draft.text, draft.hits
    if span.end >= verb or any(sign in text[span.end : span.end + PARTICLE] for sign in COMMAS):
        return False
    for ending in hits.within(span.end, verb, "class", "adnominal"):
        if hits.within(span.end, ending.start, "class", "topic_mark"):
            return False
        if _tells_of_a_noun(draft, ending.end, verb):
            return True
    return False


def reaches(draft: Draft, span: Span, verb: int) -> bool:
    """Whether a date before a verb that raises a level may be its own: no other level between, and no clause that tells of a noun.

    Where the verb stands last, one with a comma right behind it is that of all that the sentence tells.
    """
    levels = draft.hits.within(span.end, verb, "level")
    if not draft.pack.postposed:
        return not levels
    return not binds(draft, span, verb) and (not levels or leads(draft, span))


def leads(draft: Draft, span: Span) -> bool:
    """Whether a comma right behind a date puts it before all that the sentence tells."""
    return draft.text[span.end : span.end + 1] in COMMAS


COMMAS = ("\u3001", ",", "\u3002")
PARTICLE = 3
"""Characters of the particle between a date and its comma, and of the comma."""


def _tells_of_a_noun(draft: Draft, at: int, verb: int) -> bool:
    """Whether a noun stands there that is neither a state or town, nor the occasion ("at the talks held on Monday"), nor the verb's own.

    The verb's own is joined to it by words that link nouns ("the visit | of his | planned for March").
    """
    text, hits = draft.text, draft.hits
    if runs.kind(text[at]) not in NOUNS and text[at] not in quotes.CLOSING:
        return False
    if any(hit.start == at for name in ("then", "planned") for hit in hits.within(at, at + NOUN, "class", name)):
        return False
    if any(hit.start == at for kind in ("place", "actor") for hit in hits.within(at, at + NOUN, kind)):
        return False
    particles = [place for place in range(at, verb) if runs.kind(text[place]) == runs.HIRAGANA]
    links = {hit.start for hit in hits.within(at, verb, "class", "office_link")}
    if links.issuperset(particles):
        return False
    return not any(hit.start == particles[0] for hit in hits.within(particles[0], particles[0] + NOUN, "class", "at"))


NOUNS = frozenset({runs.IDEOGRAPH, runs.KATAKANA, runs.DIGIT})

NOUN = 16
"""Characters of the longest state, town or word of role that is looked for behind a verb."""
