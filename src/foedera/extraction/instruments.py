"""Instruments: the treaties, agreements and programmes that a report names, with the abbreviation it gives."""

from __future__ import annotations

from foedera.extraction import titles
from foedera.extraction.contexts import Context
from foedera.extraction.matches import Match
from foedera.extraction.mechanisms import members
from foedera.extraction.outcomes import Outcome, fact_id, made, refused
from foedera.extraction.topics import topics
from foedera.model.fact import InstrumentFact
from foedera.plumbing.text import bare


def instruments(context: Context, found: tuple[Match, ...]) -> list[Outcome]:
    """An outcome for every match; of several passages with one name or abbreviation the first.

    An abbreviation that other titles begin with ("MoU on ...") tells no instrument from another.
    """
    outcomes: list[Outcome] = []
    seen: set[str] = set()
    heads = [context.draft.text[match.start : match.end].lower().split() for match in found]
    common = {head[0] for head in heads if len(head) > 1}
    for match in sorted(found, key=lambda match: match.sentence.kind == "title"):
        if match.silenced or match.sentence.kind == "caption":
            outcomes.append(refused(match, "unless" if match.silenced else "caption"))
            continue
        fact = _fact(context, match)
        if fact.abbr is None and match.rule.mark not in {"whole", "kind"} and not titles.is_name(context.draft, match, fact.name):
            outcomes.append(refused(match, "no_name"))
            continue
        keys = {bare(fact.name)} | ({fact.abbr.lower()} - common if fact.abbr else set())
        name = set(bare(fact.name).split())
        inside = not context.draft.pack.spaced and any(bare(fact.name) in key or key in bare(fact.name) for key in seen)
        if inside or keys & seen or any(key in name or name <= set(key.split()) for key in seen):
            outcomes.append(refused(match, "repeated"))
        else:
            outcomes.append(made(match, fact, match.clause.start, match.clause.end))
        seen |= keys
    return outcomes


def _fact(context: Context, match: Match) -> InstrumentFact:
    draft = context.draft
    span = titles.title(draft, match)
    short = titles.abbreviation(draft, span.end)
    parties, inferred = members(context, span, match)
    citation = draft.citation(match.clause.start, match.clause.end)
    name = draft.words(span.start, span.end)
    return InstrumentFact(
        id=fact_id(draft, f"instrument:{name}", parties, citation),
        document=draft.article.id,
        rule=match.rule.id,
        parties=parties,
        citation=citation,
        inferred=inferred,
        name=name,
        abbr=short[0] if short else None,
        subject=topics(draft, span.start, span.end, parties),
    )
