"""The page of what was left out of the ledger, and why."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from foedera import api
from foedera.api.wording.reasons import reason_words
from foedera.model.document import Skip
from foedera.web.parts.pages import Asked, Page, Route, address

SHOWN = 200
"""Items on the page; the twin has all."""


def routes() -> tuple[Route, ...]:
    """The pages of this module."""
    return (Route(path="/skips", show=skips, accepts=frozenset({"reason"}), lasting=True),)


def skips(asked: Asked) -> Page:
    """What was left out; with a reason only that."""
    reason = asked.query.get("reason") or None
    found = list(api.skips(ledger=asked.ledger, reason=reason))
    counts = Counter(one.reason for one in found)
    kept = {one.document for one in found if one.document and not one.is_fault}
    values = {
        "reason": reason,
        "counts": [(reason_words(name), name, number) for name, number in counts.most_common()],
        "skips": [
            (one, reason_words(one.reason), address("report", one.document) if one.document in kept else None)
            for one in islice(found, SHOWN)
        ],
        "number": len(found),
        "shown": min(len(found), SHOWN),
    }
    return Page(template="skips.html", values=values, answer=lambda: api.answers.skips(found))


def _page(one: Skip) -> str | None:
    return address("report", one.document) if one.document else None
