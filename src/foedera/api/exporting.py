"""The verbs of exports: which forms there are, the ledger written in one to a stream, or to a file with its manifest."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from importlib import metadata
from pathlib import Path
from types import ModuleType
from typing import IO, Any, Unpack

from foedera import exports, knowledge
from foedera import ledger as stores
from foedera.api.actors import one_of
from foedera.api.asking import Sifted, fitting, question
from foedera.api.days import last_day
from foedera.api.ledger import MODALITIES, ledger_location
from foedera.api.packs import known
from foedera.exports.parts.contents import Contents, Manifest, Written
from foedera.ledger.parts.store import Ledger
from foedera.merging.entries import whole
from foedera.model.entries import Entries
from foedera.model.entry import Entry
from foedera.model.question import KINDS, Question
from foedera.model.report import Report
from foedera.pipeline import exported, listed, past
from foedera.pipeline import rebuild as rebuilding
from foedera.plumbing import discover
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _
from foedera.plumbing.settings import Location


def export(form: str, out: IO[Any], *, ledger: Location | None = None, **filters: Unpack[Sifted]) -> Written:
    """Write the ledger to a stream in one of the `export_forms`; a list of rows as narrowed down by the filters.

    Raises:
        UsageError: when there is no such form, it cannot be narrowed down, or it is bytes and the stream is a page or a screen.
    """
    chosen = _form(form)
    asked, then = _question(chosen, filters), last_day(filters.get("known_at"))
    with stores.glance(ledger_location(ledger)) as kept, _suited(chosen, out) as stream:
        written: Written = chosen.write(_contents(kept, asked, then), stream)
    return written


def export_file(form: str, path: str | Path, *, ledger: Location | None = None, **filters: Unpack[Sifted]) -> Manifest:
    """Write the ledger to a file, which is there when all is in it, and beside it, last of all, its manifest.

    Raises:
        UsageError: when there is no such form, or it cannot be narrowed down.
    """
    chosen = _form(form)
    asked, then = _question(chosen, filters), last_day(filters.get("known_at"))
    manifest = Manifest(form=_name(chosen), question=_told(asked, then), written=Written(rows={}), version=metadata.version("foedera"))
    with stores.glance(ledger_location(ledger)) as kept:
        contents = _contents(kept, asked, then)
        return exported.to_file(Path(path), lambda out: chosen.write(contents, out), manifest, is_bytes=_is(chosen, exports.BYTES))


def export_forms() -> tuple[str, ...]:
    """The forms in which a ledger can be written."""
    return tuple(discover.modules(exports.__name__, exports.VERB))


def _form(form: str) -> ModuleType:
    forms = discover.modules(exports.__name__, exports.VERB)
    return forms[one_of(form, forms, _("{name!r} is no form of export"))]


def _name(form: ModuleType) -> str:
    return form.__name__.rpartition(".")[-1]


def _is(form: ModuleType, what: str) -> bool:
    return bool(getattr(form, what, False))


def _question(form: ModuleType, filters: Sifted) -> Question:
    """The question; `type` is a type of event, a modality or an office, whatever has the name."""
    wanted, asked = filters.get("type"), [name for name, value in filters.items() if value and name != "known_at"]
    if asked and not _is(form, exports.LISTING):
        what = _("{form} is a form of the whole ledger").format(form=_name(form))
        raise UsageError(what, remedy=_("leave the filters out, or take another form, such as csv"))
    world = known().world
    types = [*(event.id for event in world.events), *MODALITIES, *(office.name for office in world.offices)]
    kind = filters.pop("kind", None)
    found = question(filters, wanted and one_of(wanted, types, _("{name!r} is no type of event, modality or office")))
    return replace(found, kind=kind and one_of(kind, KINDS, _("{name!r} is no kind of entry")))


def _told(asked: Question, then: str | None) -> dict[str, object]:
    """The question in codes and ids."""
    return {
        "party": list(asked.parties),
        "from": asked.start,
        "to": asked.end,
        "type": asked.type,
        "area": asked.area,
        **({"kind": asked.kind} if asked.kind else {}),
        "known_at": then,
    }


def _contents(kept: Ledger, asked: Question, then: str | None) -> Contents:
    """What the form may write, each loaded when it is called for."""

    @cache
    def entries() -> Entries:
        return rebuilding.entries(kept, known()) if then is None else past.entries(kept, known(), then)

    def entries_listed() -> Iterator[Entry]:
        if then is None and asked.area is None and kept.is_fresh(known().digest):
            return filter(asked.fits, listed.stored(kept, asked.parties))
        return fitting(listed.in_order(entries()), asked, entries())

    def reports() -> tuple[Report, ...]:
        every = whole((), reports=kept.reports()).reports if then is None else entries().reports
        if asked == Question():
            return every
        told = {report.document for entry in entries_listed() for report in entry.reports}
        return tuple(report for report in every if report.document in told)

    return Contents(
        readings=lambda: kept.readings() if then is None else past.readings(kept, known(), then),
        entries=entries,
        listed=entries_listed,
        reports=reports,
        world=known().world,
        positions=lambda: knowledge.positions(known().world.places),
    )


@contextmanager
def _suited(form: ModuleType, out: IO[Any]) -> Iterator[IO[Any]]:
    """The stream as one of text or of bytes, as the form needs it."""
    is_bytes, is_text = _is(form, exports.BYTES), isinstance(out, io.TextIOBase)
    if is_bytes and (out.isatty() or (is_text and not hasattr(out, "buffer"))):
        what = _("{form} is bytes, and nothing to be looked at").format(form=_name(form))
        raise UsageError(what, remedy=_("write it to a file: foedera export {form} -o FILE").format(form=_name(form)))
    if is_bytes and is_text:
        out.flush()
        yield out.buffer  # type: ignore[attr-defined] # seen above
    elif is_bytes or is_text:
        yield out
    else:
        words = io.TextIOWrapper(out, encoding="utf-8", errors="backslashreplace", newline="", write_through=True)
        try:
            yield words
        finally:
            words.detach()
