"""Readings and explanations → lines: what a report says, by which rule and words, and why a sentence says nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from foedera.api.naming import Names
from foedera.api.wording.days import DASH, day
from foedera.api.wording.entries import SEPARATOR, pair
from foedera.api.wording.facts import words_of
from foedera.api.wording.quotes import capital, gist, quoted
from foedera.api.wording.reasons import reason_words
from foedera.cli.parts.lines import Line, heading
from foedera.model.article import Article
from foedera.model.document import Skip
from foedera.model.fact import KIND_OF, Fact, FactId
from foedera.model.reading import Reading
from foedera.model.trace import Step
from foedera.plumbing.interface import _, counted

if TYPE_CHECKING:
    from foedera.api.texts import Explanation


def reading(made: Reading, names: Names) -> list[Line]:
    """A report: its facts in order of their passages, each with its quote."""
    facts = sorted(made.facts, key=lambda fact: (fact.citation.span.start, fact.citation.span.end, fact.id))
    page = [heading(made.article.record), Line(body=_summary(made, names))]
    for fact in facts:
        page += [
            Line(left=_kind(fact), body=words_of(fact, names)),
            Line(left=" ", body=quoted(gist(fact.citation.quote)), style="quote"),
        ]
    return page + _left_out(made.skips)


def explanation(item: Explanation, names: Names) -> list[Line]:
    """A report, sentence by sentence: the facts made with rule and words, and the reason where none was made."""
    made, trace = item.reading, item.trace
    text = made.article.text
    facts = {fact.id: fact for fact in made.facts}
    page = [heading(made.article.record), Line(body=_summary(made, names))]
    for span in trace.sentences:
        steps = [step for step in trace.steps if step.sentence == span]
        page.append(Line(left=f"{span.start}{DASH}{span.end}", body=" ".join(text[span.start : span.end].split()), style="quote"))
        page += [Line(left=_("no fact"), body=_silence(made), indent=4)] if not steps else []
        page += [line for step in steps for line in _step(step, facts, made.article, names)]
    return page + _left_out(made.skips)


def _kind(fact: Fact) -> str:
    return capital(KIND_OF[type(fact)])


def _summary(made: Reading, names: Names) -> str:
    article = made.article
    published = _("published {date}").format(date=day(article.published)) if article.published else _("not dated")
    about = ", ".join(pair(parties, names) for parties in made.parties) or _("no states")
    subject = _("about {states}").format(states=about) if made.interstate else _("not about relations between states")
    return SEPARATOR.join([article.lang or _("language not known"), published, subject, counted("{n} fact", "{n} facts", len(made.facts))])


def _silence(made: Reading) -> str:
    return _("no rule has words that stand here") if made.interstate else _("the report is not about relations between states")


def _step(step: Step, facts: dict[FactId, Fact], article: Article, names: Names) -> Iterable[Line]:
    matched = ", ".join(f'"{article.text[span.start : span.end]}"' for span in step.words)
    rule = _("rule {rule}, words {words}").format(rule=step.rule, words=matched)
    fact = facts.get(step.fact) if step.fact else None
    if fact is not None:
        yield Line(left=_kind(fact), body=words_of(fact, names), indent=4)
    else:
        yield Line(left=_("no fact"), body=reason_words(step.reason or "repeated"), indent=4)
    yield Line(left=" ", body=rule, indent=4)


def _left_out(skips: Sequence[Skip]) -> list[Line]:
    return [Line(left=_("Left out"), body=reason_words(skip.reason), style="note") for skip in skips if skip.rule is None]
