"""A fact ↔ its properties with their values in the words of the exchange format, as rulings speak of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, cast

from foedera.model.fact import (
    KIND_OF,
    Amount,
    CommitmentFact,
    EventFact,
    Fact,
    FactKind,
    Inference,
    InstrumentFact,
    LevelFact,
    MechanismFact,
    Property,
    Realis,
    TenureFact,
)
from foedera.model.when import When

FIELDS: Mapping[type[Fact], Mapping[str, str]] = {
    EventFact: {
        "type": "type",
        "date": "when",
        "place": "place",
        "parties": "parties",
        "mechanism": "mechanism",
        "edition": "edition",
        "document_count": "document_count",
        "tense": "stance",
    },
    LevelFact: {"level": "level", "date": "since", "parties": "parties", "tense": "stance"},
    CommitmentFact: {
        "by": "by",
        "modality": "modality",
        "areas": "areas",
        "target_date": "target",
        "amount": "amount",
        "parties": "parties",
    },
    TenureFact: {"name": "name", "office": "office", "country": "country", "date": "when"},
    MechanismFact: {"name": "name", "edition": "edition", "parties": "parties"},
    InstrumentFact: {"name": "name", "abbr": "abbr", "country": "country", "date": "when", "parties": "parties"},
}
"""Kind of fact → its properties, each with the field that holds it."""
HEAD: Mapping[FactKind, str] = {"event": "type", "level": "level", "tenure": "name", "mechanism": "name", "instrument": "name"}
"""The property that tells two facts of one passage apart, where there is one."""
LISTS = frozenset({"parties", "areas"})
DATES = frozenset({"date", "target_date"})
NEEDED = frozenset({"type", "parties", "level", "by", "modality", "name", "office", "tense"})
"""What a fact of its kind cannot be without."""
TENSES: Mapping[str, Realis] = {"past": "asserted", "planned": "planned"}
SEPARATOR = ","
RULED = "judgement"
"""The reason of what a person ruled, among those of what no passage states."""


def properties(kind: FactKind) -> tuple[str, ...]:
    """The properties of a kind of fact."""
    return tuple(next(fields for of, fields in FIELDS.items() if KIND_OF[of] == kind))


def values(fact: Fact) -> dict[str, str]:
    """The properties that the fact has."""
    found = {name: _words(name, getattr(fact, field)) for name, field in FIELDS[type(fact)].items()}
    return {name: words for name, words in found.items() if words}


def with_value(fact: Fact, name: str, value: str | None) -> Fact:
    """The fact with another value of a property: no passage gives it any more, but a ruling."""
    changes: dict[str, Any] = {FIELDS[type(fact)][name]: _value(fact, name, value)}
    if isinstance(fact, TenureFact) and name == "country":
        changes["parties"] = (value,) if value else ()
    given = cast("Property", "party" if name == "parties" else name)
    support = tuple(one for one in fact.support if one.property != given)
    inferred = tuple(one for one in fact.inferred if one.property != given)
    return replace(fact, **changes, support=support, inferred=(*inferred, Inference(property=given, reason=RULED)))


def _words(name: str, value: Any) -> str | None:  # noqa: ANN401 - any value of a fact
    if value is None or value == ():
        return None
    if name in LISTS:
        return SEPARATOR.join(value)
    if name in DATES:
        return str(value.edtf)
    if name == "amount":
        return f"{value.value} {value.currency}"
    if name == "tense":
        return next((tense for tense, realis in TENSES.items() if realis == value.realis), value.realis)
    return str(value)


def _value(fact: Fact, name: str, words: str | None) -> object:
    """What the field holds for the words."""
    if name in LISTS:
        return tuple(words.split(SEPARATOR)) if words else ()
    if words is None:
        return None
    if name == "tense":
        return replace(fact.stance, realis=TENSES.get(words, fact.stance.realis))
    return PARSED[name](words) if name in PARSED else words


def _amount(words: str) -> Amount:
    number, currency = words.split()
    return Amount(value=int(number), currency=currency)


def _ruled(words: str) -> When:
    return When(edtf=words, basis="ruled")


PARSED: Mapping[str, Callable[[str], object]] = {
    "date": _ruled,
    "target_date": _ruled,
    "amount": _amount,
    "edition": int,
    "document_count": int,
}
"""What makes the value of a property of words, where that is no text."""
