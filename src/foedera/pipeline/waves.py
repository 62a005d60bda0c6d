"""Touched keys → what is derived under them: origins, then persons, then entries of party sets; what stays touches nothing.

What a key's result depends on is what is stored under it; so one report costs the same in a small and a large ledger.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from foedera.ledger.parts.store import Ledger
from foedera.ledger.parts.wave import Stage
from foedera.model.pack import Knowledge
from foedera.pipeline import judged, origins, parties, persons
from foedera.pipeline.judged import Known

STAGES: tuple[tuple[Stage, Callable[[Ledger, Sequence[Any], Known], None]], ...] = (
    ("origin", origins.derive),
    ("person", persons.derive),
    ("parties", parties.derive),
)
"""In order: none touches keys of an earlier one."""
BATCH = 50
"""Keys of a transaction: few enough that another process does not wait long, and that memory stays small."""


def refresh(ledger: Ledger, knowledge: Knowledge) -> None:
    """Derive what is touched; all of it where it was derived with other knowledge."""
    if not ledger.is_derived_with(knowledge.digest):
        ledger.forget(knowledge.digest)
    for stage, _derive in STAGES:
        refresh_stage(ledger, knowledge, stage)


def refresh_stage(ledger: Ledger, knowledge: Knowledge, stage: Stage) -> None:
    """Derive what is touched of one stage."""
    derive = dict(STAGES)[stage]
    while keys := ledger.touched(stage, BATCH):
        with ledger.deriving():
            # Another process may have derived some of them before the lock; deriving them again changes nothing.
            derive(ledger, keys, judged.known(ledger, knowledge))
            ledger.settle(stage, keys)
