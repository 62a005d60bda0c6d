"""One answer in the shape that is asked for: a page, JSON, JSON lines, or CSV."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from foedera import api
from foedera.cli.parts import tables
from foedera.cli.parts.lines import Line
from foedera.cli.parts.output import Format, show, write
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _

Json = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The same answer in every shape, each made only when it is wanted.

    `items` is the key of its list in the JSON, if any; of several lists each key with what an item of it is called on its line.
    """

    json: Callable[[], Json]
    page: Callable[[], Iterable[Line]]
    columns: Sequence[str]
    rows: Callable[[], Iterable[tables.Row]]
    items: str | Mapping[str, str] | None = None


def deliver(answer: Answer, shape: Format) -> None:
    """Write an answer to standard output."""
    if shape == Format.text:
        show(answer.page())
    elif shape == Format.csv:
        write(tables.text(answer.columns, answer.rows()))
    elif shape == Format.json or answer.items is None:
        whole = answer.json()
        write([api.answers.text(whole) if shape == Format.json else compact(whole)])
    else:
        write(map(compact, _lines(answer.json(), answer.items)))


def _lines(whole: Json, items: str | Mapping[str, str]) -> Iterator[Json]:
    version = {"schema_version": whole["schema_version"]}
    if isinstance(items, str):
        yield from ({**version, **item} for item in cast("list[Json]", whole[items]))
        return
    for key, name in items.items():
        yield from ({**version, "item": name, **item} for item in cast("list[Json]", whole[key]))


def compact(answer: Json) -> str:
    """An answer on one line."""
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":")) + "\n"


def refuse_csv(shape: Format) -> None:
    """Refuse the one shape that cannot hold the answer.

    Raises:
        UsageError: when CSV is asked for.
    """
    if shape == Format.csv:
        raise UsageError(_("this answer is no table"), remedy=_("take --format text, json or jsonl"))
