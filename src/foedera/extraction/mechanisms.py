"""Mechanisms: the standing dialogues, committees and forums that a report names, with the number of the session."""

from __future__ import annotations

from foedera.extraction import bodies, titles
from foedera.extraction.contexts import Context
from foedera.extraction.matches import Match
from foedera.extraction.outcomes import Outcome, fact_id, made, refused, repeated
from foedera.extraction.topics import topics
from foedera.model.document import Span
from foedera.model.fact import Inference, MechanismFact
from foedera.plumbing.text import bare


def mechanisms(context: Context, found: tuple[Match, ...]) -> list[Outcome]:
    """An outcome for every match; of several passages with one name, or a shorter form of it, the first, with the number any gives."""
    outcomes: list[Outcome] = []
    seen: dict[frozenset[str], int] = {}
    for match in sorted(found, key=lambda match: match.sentence.kind == "title"):
        if match.silenced or match.sentence.kind == "caption":
            outcomes.append(refused(match, "unless" if match.silenced else "caption"))
            continue
        if _is_actor(context, match):
            outcomes.append(refused(match, "no_name"))
            continue
        fact = _fact(context, match)
        if match.rule.mark != "whole" and not titles.is_name(context.draft, match, fact.name):
            outcomes.append(refused(match, "no_name"))
            continue
        name = frozenset(bare(fact.name).split())
        at = next((place for known, place in seen.items() if known <= name or name <= known), None)
        if at is None:
            seen[name] = len(outcomes)
            outcomes.append(made(match, fact, match.clause.start, match.clause.end))
            continue
        earlier = outcomes[at].fact
        if isinstance(earlier, MechanismFact) and earlier.edition is None and fact.edition is not None:
            outcomes[at] = repeated(outcomes[at])
            seen[name] = len(outcomes)
            outcomes.append(made(match, fact, match.clause.start, match.clause.end))
        else:
            outcomes.append(refused(match, "repeated"))
    return outcomes


def _is_actor(context: Context, match: Match) -> bool:
    """Whether the words are a part of an organisation's own name."""
    hits = context.draft.hits.within(match.start - ACTOR, match.end + ACTOR, "actor")
    return any(hit.start < match.start and match.end <= hit.end for hit in hits)


ACTOR = 60
"""Characters of the longest name of an organisation."""


def _fact(context: Context, match: Match) -> MechanismFact:
    draft = context.draft
    span = titles.title(draft, match)
    session = titles.edition(draft, span, match.clause)
    parties, inferred = members(context, span, match)
    citation = draft.citation(match.clause.start, match.clause.end)
    name = draft.words(span.start, span.end)
    return MechanismFact(
        id=fact_id(draft, f"mechanism:{name}", parties, citation),
        document=draft.article.id,
        rule=match.rule.id,
        parties=parties,
        citation=citation,
        inferred=inferred,
        name=name,
        edition=session[0] if session else None,
        subject=topics(draft, span.start, span.end, parties),
    )


def members(context: Context, span: Span, match: Match) -> tuple[tuple[str, ...], tuple[Inference, ...]]:
    """The parties of a title: the actors in it, else those of its clause, else the article's pair."""
    register = context.draft.register
    inside = set(bodies.opened((hit.value for hit in context.draft.hits.within(span.start, span.end, "actor")), register))
    if len(inside) > 1:
        return tuple(sorted(inside)), ()
    around = {code for party in context.parties(match.clause.start, match.clause.end) if party.weight == 1 for code in party.codes}
    if len(around | inside) > 1 and len(around | inside) <= 3:  # noqa: PLR2004 - a clause with more names a list, not the members
        return tuple(sorted(around | inside)), ()
    group = context.group_at(match.start, 2)
    return tuple(sorted(set(group) | inside if len(set(group) | inside) <= 2 else group)), (  # noqa: PLR2004 - a pair
        Inference(property="party", reason="the_articles_pair"),
    )
