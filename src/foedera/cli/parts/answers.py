"""One answer in the shape that is asked for: a page, JSON, JSON lines, or CSV."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
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
    """The same answer in every shape, each made only when it is wanted; `items` is the key of its list in the JSON, if any."""

    json: Callable[[], Json]
    page: Callable[[], Iterable[Line]]
    columns: Sequence[str]
    rows: Callable[[], Iterable[tables.Row]]
    items: str | None = None


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
        whole = answer.json()
        version = {"schema_version": whole["schema_version"]}
        write(compact({**version, **item}) for item in cast("list[Json]", whole[answer.items]))


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
