"""What is uncertain → words: the entry, the property with its values, and the reason."""

from __future__ import annotations

from foedera.api.naming import Names
from foedera.api.wording.days import edtf
from foedera.api.wording.quotes import capital
from foedera.api.wording.reasons import ground_words
from foedera.model.uncertainty import Uncertainty
from foedera.plumbing.interface import _

DATES = frozenset({"date", "target_date"})


def what_words(one: Uncertainty, names: Names) -> str:
    """What the entry is that something is uncertain of."""
    return capital(names.event(one.type) if one.kind == "event" else one.type)


def why_words(one: Uncertainty) -> str:
    """The reason, with the property, its values and what the reason rests on."""
    reason = _reasons()[one.reason]
    if one.reason == "weak_link":
        return reason.format(kind=one.property, earlier=one.earlier)
    values = [edtf(value) if one.property in DATES else value for value in one.values]
    given = f"{(one.property or '').replace('_', ' ')} {_(' or ').join(values)}".strip()
    because = ", ".join(ground_words(reason) for reason in one.because)
    return ": ".join([*([given] if given else []), f"{reason} ({because})" if because else reason])


def _reasons() -> dict[str, str]:
    return {
        "disagreement": _("sources differ"),
        "one_origin": _("one origin alone says so"),
        "publication_date": _("the day of publication"),
        "inferred_value": _("inferred"),
        "another_passage": _("another passage gives it"),
        "weak_link": _("the link that it {kind} {earlier} is near the threshold"),
    }
