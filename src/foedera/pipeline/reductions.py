"""A partition of the touched keys of a stage → a file of what is derived under them. It is read from the ledger, which is not written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from foedera import ledger as stores
from foedera.ledger.parts.wave import ALL, Stage
from foedera.model.document import DocumentId
from foedera.pipeline import judged, origins, partfiles, parties
from foedera.pipeline.maps import same_knowledge

TURN, FOUND = "turn", "found"
"""Names of lines: how often the ledger had been written to, a key with what was found under it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReduceTask:
    """Partition `number` of `of`, of a stage."""

    path: str
    stage: Stage
    number: int
    of: int
    ledger: str
    digest: str


def reduce_partition(task: ReduceTask) -> str:
    """Write the file of a task; its path. All of it is of one moment."""
    known_here = same_knowledge(task.digest)
    with stores.open(task.ledger) as kept, kept.snapshot(), partfiles.writing(Path(task.path)) as put:
        put(TURN, kept.turn())
        known = judged.known(kept, known_here)
        for key in kept.touched(task.stage, ALL):
            if crc32(key.encode()) % task.of == task.number:
                found = origins.find(kept, DocumentId(key)) if task.stage == "origin" else parties.find(kept, key, known)
                put(FOUND, (key, found))
    return task.path
