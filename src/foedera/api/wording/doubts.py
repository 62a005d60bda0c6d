"""What is uncertain → words: the entry, the property with its values, and the reason."""

from __future__ import annotations

from foedera.api.naming import Names
from foedera.api.wording.days import edtf
from foedera.api.wording.entries import pair
from foedera.api.wording.quotes import capital
from foedera.api.wording.reasons import ground_words
from foedera.api.wording.terms import level, modality, office, property_name
from foedera.model.uncertainty import Uncertainty
from foedera.plumbing.interface import _

DATES = frozenset({"date", "target_date"})


def what_words(one: Uncertainty, names: Names) -> str:
    """What the entry is that something is uncertain of."""
    say = {"event": names.event, "level": level, "commitment": modality, "person": office}.get(one.kind, str)
    return capital(say(one.type))


def why_words(one: Uncertainty, names: Names) -> str:
    """The reason, with the property, its values and what the reason rests on."""
    reason = _reasons()[one.reason]
    if one.reason == "weak_link":
        return reason.format(kind=one.property, earlier=one.earlier)
    values = [_value(one.property or "", value, names) for value in one.values]
    what = property_name(one.property) if one.property else ""
    between = _(" or ")
    given = f"{what} {between.join(values)}".strip()
    because = ", ".join(ground_words(reason) for reason in one.because)
    return ": ".join([*([given] if given else []), f"{reason} ({because})" if because else reason])


def _value(name: str, value: str, names: Names) -> str:
    """A value by the names that people know."""
    if name in DATES:
        return edtf(value)
    if name in {"parties", "party", "country"}:
        return pair(value.split(","), names)
    say = {"type": names.event, "level": level, "office": office, "modality": modality}.get(name, str)
    return say(value)


def _reasons() -> dict[str, str]:
    return {
        "disagreement": _("sources differ"),
        "one_origin": _("one origin alone says so"),
        "publication_date": _("the day of publication"),
        "inferred_value": _("inferred"),
        "another_passage": _("another passage gives it"),
        "weak_link": _("the link that it {kind} {earlier} is near the threshold"),
    }
