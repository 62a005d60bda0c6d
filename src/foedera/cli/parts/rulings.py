"""Judgements and what comes back for review → lines and rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from foedera.api.wording.entries import SEPARATOR
from foedera.api.wording.quotes import gist, quoted
from foedera.api.wording.rulings import difference_words, ruling_words
from foedera.cli.parts.lines import Line
from foedera.cli.parts.tables import BETWEEN, Row
from foedera.model.judgement import Anchor, Difference, Judgement
from foedera.plumbing.interface import _

if TYPE_CHECKING:
    from foedera.api.rulings import Listed

JUDGEMENT = (
    "id", "ruling", "recorded", "by", "why", "facts", "reports", "property", "value", "withdraws", "withdrawn_by", "quote",
)  # fmt: skip
DIFFERENCE = ("judgement", "ruling", "reason", "fact", "report", "property", "ruled", "read", "now", "quote")


def judgement(item: Judgement, withdrawn_by: str | None = None) -> list[Line]:
    """A judgement: when and by whom, what was ruled and why, and the passages."""
    head = [ruling_words(item), item.by, item.recorded] + ([item.why] if item.why else [])
    gone = [Line(left=" ", body=_("withdrawn by {id}").format(id=withdrawn_by), style="note")] if withdrawn_by else []
    takes = [Line(left=" ", body=_("withdraws {id}").format(id=one), style="note") for one in item.withdraws]
    return [Line(left=item.id, body=SEPARATOR.join(head)), *gone, *takes, *(_passage(one) for one in item.anchors)]


def judgements(found: Iterable[Listed]) -> list[Line]:
    """All of them, in order of time."""
    lines = [line for one in found for line in judgement(one.judgement, one.withdrawn_by)]
    return lines or [Line(body=_("nobody has judged anything yet"))]


def differences(found: Iterable[Difference]) -> list[Line]:
    """What a person should look at again, each with the ruling it is about."""
    lines: list[Line] = []
    for one in found:
        lines += [Line(left=one.judgement.id, body=f"{ruling_words(one.judgement)}: {difference_words(one)}"), _passage(one.anchor)]
    return lines or [Line(body=_("every ruling fits what is read"))]


def judgement_row(item: Judgement, withdrawn_by: str | None = None) -> Row:
    """A judgement as a row."""
    return {
        "id": item.id,
        "ruling": item.ruling,
        "recorded": item.recorded,
        "by": item.by,
        "why": item.why,
        "facts": BETWEEN.join(item.facts),
        "reports": BETWEEN.join(anchor.report for anchor in item.anchors),
        "property": item.correction.property if item.correction else None,
        "value": item.correction.value if item.correction else None,
        "withdraws": BETWEEN.join(item.withdraws),
        "withdrawn_by": withdrawn_by,
        "quote": item.quotes[0] if item.quotes else None,
    }


def difference_row(one: Difference) -> Row:
    """A difference as a row."""
    return {
        "judgement": one.judgement.id,
        "ruling": one.judgement.ruling,
        "reason": one.reason,
        "fact": one.anchor.fact,
        "report": one.anchor.report,
        "property": one.property,
        "ruled": one.ruled,
        "read": one.read,
        "now": one.fact.id if one.fact else None,
        "quote": one.anchor.quote,
    }


def _passage(anchor: Anchor) -> Line:
    return Line(left=" ", body=f"{anchor.report} {anchor.fact}: {quoted(gist(anchor.quote))}", style="quote")
