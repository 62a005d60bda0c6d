"""The verb of tables: answers of other verbs → one Arrow table, which pandas, Polars, DuckDB and R take as it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from foedera.exports import parquet
from foedera.model.entry import Entry
from foedera.model.relation import Relation, Standing
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _

Tabled = Entry | Relation | Standing


def table(answer: Tabled | Iterable[Tabled]) -> Any:  # noqa: ANN401 - a table of pyarrow, which not everybody has
    """One Arrow table of an answer: a row an entry, in the columns of the exports, and `first_day` and `last_day` as days.

    Entries of one kind have the columns of that kind, others those of all kinds. Of a dossier its entries become rows, of a level in
    force the entry that it rests on. `table(...).to_pandas()` is a data frame of pandas, `polars.from_arrow(table(...))` one of Polars.

    Raises:
        UsageError: when something else is given, or pyarrow is not installed.
    """
    given = [answer] if isinstance(answer, Tabled) else list(answer)
    return parquet.table([entry for one in given for entry in _entries(one)])


def _entries(one: object) -> tuple[Entry, ...]:
    if isinstance(one, Entry):
        return (one,)
    if isinstance(one, Standing):
        return (one.level,)
    if isinstance(one, Relation):
        promises = tuple(promise for group in one.commitments for promise in group.commitments)
        return (*one.established, *one.levels, *one.events, *promises, *one.mechanisms, *one.instruments, *one.people)
    what = _("{name} has no rows").format(name=type(one).__name__)
    raise UsageError(what, remedy=_("give what events, commitments, people, levels, relation or entry answer"))
