"""Values of the model → plain JSON values, the same in every answer."""

from __future__ import annotations

from collections.abc import Mapping

from foedera.model.document import Span
from foedera.model.fact import Amount, Citation, Fact
from foedera.model.when import When

Json = dict[str, object]


def date(when: When | None) -> str | None:
    """The EDTF date, or None."""
    return when.edtf if when else None


def basis(when: When | None) -> str | None:
    """How the date is known."""
    return when.basis if when else None


def amount(money: Amount | None) -> Json | None:
    """Value and currency, or None."""
    return {"value": money.value, "currency": money.currency} if money else None


def span(stretch: Span) -> list[int]:
    """Start and end."""
    return [stretch.start, stretch.end]


def passage(citation: Citation) -> Json:
    """Where a passage stands, and its words."""
    return {"span": span(citation.span), "quote": citation.quote}


def backing(fact: Fact) -> Json:
    """What every fact has beside its values: passage, rule, stance, other passages, what is inferred."""
    return {
        **passage(fact.citation),
        "rule": fact.rule,
        "stance": fact.stance.realis,
        "attributed_to": fact.stance.attributed_to,
        "support": [{"property": support.property, **passage(support.citation)} for support in fact.support],
        "inferred": [{"property": one.property, "reason": one.reason} for one in fact.inferred],
    }


def given(values: Mapping[str, object]) -> Json:
    """The values without those that are None."""
    return {key: value for key, value in values.items() if value is not None}
