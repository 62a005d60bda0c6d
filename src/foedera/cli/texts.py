"""Commands on texts that keep nothing: `extract`, `explain`, `mentions`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, TypeVar

import typer

from foedera import api
from foedera.cli.parts import readings as pages
from foedera.cli.parts import tables
from foedera.cli.parts.answers import compact, refuse_csv
from foedera.cli.parts.commands import add
from foedera.cli.parts.options import Lang, Published
from foedera.cli.parts.output import BAD_ITEMS, Format, report_skips, show, tracked, write
from foedera.model.document import Skip
from foedera.model.reading import Reading
from foedera.plumbing.interface import _

Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help=_("Files, folders, or - for standard input."), show_default=False)]
Jsonl = Annotated[bool, typer.Option("--jsonl", help=_("Standard input holds JSON records, one a line."))]
Shape = Annotated[Format, typer.Option("--format", help=_("How the facts are written."))]

Item = TypeVar("Item")


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    add(app, extract, explain, mentions)


def extract(  # noqa: PLR0913 - each option is an argument
    *, paths: Paths, shape: Shape = Format.jsonl, lang: Lang = None, published: Published = None, jsonl: Jsonl = False
) -> None:
    """Write the facts of reports, each with its passage.

    Nothing is kept.
    """
    options = api.options(lang=lang, published=published, jsonl=jsonl)
    skips: list[Skip] = []
    readings = _kept(tracked(api.extract_files(paths, options=options), _("Reading")), skips)
    write(_extracted(readings, shape)) if shape != Format.text else _show_readings(readings)
    _end(skips)


def explain(  # noqa: PLR0913 - each option is an argument
    *, paths: Paths, shape: Shape = Format.text, lang: Lang = None, published: Published = None, jsonl: Jsonl = False
) -> None:
    """Tell why a report was read as it was.

    Which rule and words made each fact, and why the other sentences made none.
    """
    refuse_csv(shape)
    options = api.options(lang=lang, published=published, jsonl=jsonl)
    skips: list[Skip] = []
    items = _kept(api.explain_files(paths, options=options), skips)
    if shape == Format.text:
        names = api.names()
        for item in items:
            show(pages.explanation(item, names))
    elif shape == Format.json:
        write([api.answers.text(api.answers.explanations(list(items)))])
    else:
        write(compact(api.answers.explanations([item])) for item in items)
    _end(skips)


def mentions(*, paths: Paths, lang: Lang = None, published: Published = None, jsonl: Jsonl = False) -> None:
    """Write all that reports name, as JSON lines.

    Dates, states, offices, people, places, money, levels, mechanisms, instruments: each with its span and value.
    """
    options = api.options(lang=lang, published=published, jsonl=jsonl)
    skips: list[Skip] = []
    items = _kept(api.mentions_in_files(paths, options=options), skips)
    write(compact(mention) for item in items for mention in api.answers.found(item))
    _end(skips)


def _kept(items: Iterable[Item | Skip], skips: list[Skip]) -> Iterator[Item]:
    """The items that could be read; the others are put aside in `skips`."""
    for item in items:
        if isinstance(item, Skip):
            skips.append(item)
        else:
            yield item


def _extracted(readings: Iterator[Reading], shape: Format) -> Iterator[str]:
    if shape == Format.csv:
        return tables.text(tables.FACT, (row for reading in readings for row in tables.facts(reading)))
    records = (api.answers.record(reading) for reading in readings)
    return map(compact, records) if shape == Format.jsonl else iter([api.answers.text(api.answers.records(list(records)))])


def _show_readings(readings: Iterator[Reading]) -> None:
    names = api.names()
    for reading in readings:
        show(pages.reading(reading, names))


def _end(skips: list[Skip]) -> None:
    if report_skips(skips):
        raise typer.Exit(BAD_ITEMS)
