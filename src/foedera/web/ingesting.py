"""The pages of ingest: hand over files, a text, addresses or a feed; how far each batch is; what became of each item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from itertools import islice

from foedera import api
from foedera.api.wording.batches import kind_words, outcome_words, state_words
from foedera.api.wording.reasons import reason_words
from foedera.model.batch import OPEN, Batch, Given, Item, Outcome, Pasted
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _
from foedera.web.parts.pages import Asked, Moved, Page, Route, address
from foedera.web.parts.taking import FILES, LONGEST_UPLOAD
from foedera.web.parts.working import wake

LISTED, SHOWN = 50, 500
"""Batches, and items of one, on a page; the twins have all."""
PAUSE = 3
"""Seconds until a page about what is under way asks anew."""
OUTCOMES: tuple[Outcome, ...] = ("bad", "left_out", "taken_in", "there_already")
TEXT = ("title", "publisher", "published", "url")
MEGABYTE = 1_000_000


def routes() -> tuple[Route, ...]:
    """The pages of this module."""
    return (
        Route(path="/ingest", show=batches, take=give, upload=True),
        Route(path="/ingest/{name}", show=batch, take=turn, accepts=frozenset({"outcome", "still"})),
    )


def batches(asked: Asked) -> Page:
    """The forms, and all batches, the latest first."""
    found = api.batches(ledger=asked.ledger)
    values = {
        "batches": [_row(one) for one in found[:LISTED]],
        "number": len(found),
        "files": FILES,
        "megabytes": LONGEST_UPLOAD // MEGABYTE,
    }
    return Page(template="ingest.html", values=values, answer=lambda: api.answers.batches(found))


def give(asked: Asked) -> Moved:
    """Keep what was handed over, and have it read; on to the page that tells how far it is."""
    form = asked.form
    ways: Mapping[str, Callable[[], Given]] = {
        "files": lambda: Given(files=asked.files),
        "text": lambda: Given(text=_pasted(form)),
        "addresses": lambda: Given(addresses=tuple(form.get("addresses", "").split())),
        "feed": lambda: Given(feed=form.get("feed", "").strip()),
    }
    fields = {"files": (), "text": ("text", *TEXT), "addresses": ("addresses",), "feed": ("feed",)}
    kind = form.get("kind", "")
    if kind not in ways:
        raise UsageError(_("it is not told what is handed over"), remedy=_("send the form of a page"))
    _check(form, frozenset({"kind", *fields[kind]}))
    name = api.batch_given(ways[kind](), ledger=asked.ledger)
    wake(asked.ledger or api.ledger_location(None))
    return Moved(to=address("ingest", name))


def batch(asked: Asked) -> Page:
    """How far a batch is, and what became of each item; while there is something to do, the page asks anew by itself."""
    found = api.batch(asked.path["name"], ledger=asked.ledger)
    outcome, still = asked.query.get("outcome") or None, "still" in asked.query
    if outcome not in {None, *OUTCOMES}:
        raise UsageError(_("{name!r} is nothing that becomes of an item").format(name=outcome), remedy=", ".join(OUTCOMES))
    counts = Counter(one.outcome for one in found.items)
    wanted = [one for one in found.items if outcome in {None, one.outcome}]
    moves = found.state in OPEN and not still
    values = {
        "batch": found,
        "row": _row(found),
        "moves": moves,
        "still": still,
        "pause": PAUSE,
        "counts": [(outcome_words(name), name, counts[name]) for name in OUTCOMES if counts[name]],
        "outcome": outcome,
        "items": [_item(one) for one in islice(wanted, SHOWN)],
        "number": len(wanted),
        "ended": found.state not in OPEN,
    }
    headers = (("refresh", str(PAUSE)),) if moves else ()
    return Page(template="batch.html", values=values, answer=lambda: api.answers.batch(found), headers=headers)


def turn(asked: Asked) -> Moved:
    """Cancel a batch, or begin it again."""
    _check(asked.form, frozenset({"do"}))
    name = api.batch(asked.path["name"], ledger=asked.ledger).id
    ways = {"cancel": api.batch_cancel, "again": api.batch_again}
    way = ways.get(asked.form.get("do", ""))
    if way is None:
        raise UsageError(_("it is not told what to do with the batch"), remedy=_("press one of the buttons of the page"))
    way(name, ledger=asked.ledger)
    wake(asked.ledger or api.ledger_location(None))
    return Moved(to=address("ingest", name))


def _check(form: Mapping[str, str], known: frozenset[str]) -> None:
    wrong = next((name for name in form if name not in known), None)
    if wrong is not None:
        raise UsageError(_("{name!r} is no field of this form").format(name=wrong), remedy=_("send the form of a page"))


def _pasted(form: Mapping[str, str]) -> Pasted | None:
    """The text of a form; browsers send the end of each line as two characters."""
    text = form.get("text", "").replace("\r\n", "\n")
    said = {name: form.get(name, "").strip() or None for name in TEXT}
    return Pasted(text=text, **said) if text.strip() else None


def _row(found: Batch) -> dict[str, object]:
    return {
        "href": address("ingest", found.id),
        "title": found.title,
        "kind": kind_words(found.kind),
        "state": state_words(found.state),
        "submitted": found.submitted[:16].replace("T", " "),
        "done": found.done,
        "of": found.of,
    }


def _item(one: Item) -> dict[str, object]:
    """A row; a report whose letters may be wrong is bad, and kept all the same."""
    kept = one.document is not None and (one.outcome != "bad" or one.reason == "doubtful_encoding")
    return {
        "place": one.place,
        "title": one.title,
        "href": address("report", one.document) if kept and one.document else None,
        "outcome": outcome_words(one.outcome),
        "reason": reason_words(one.reason) if one.reason else None,
        "detail": one.detail,
    }
