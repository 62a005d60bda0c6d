"""Knowledge from a folder of data files: all of it, or the mistakes in it."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from foedera.knowledge.files import read_files
from foedera.knowledge.packs import LANGUAGES, read_packs
from foedera.knowledge.world import read_world
from foedera.model.pack import Knowledge
from foedera.model.problem import Problem
from foedera.plumbing.errors import KnowledgeError
from foedera.plumbing.interface import _
from foedera.plumbing.lasting import lasting

DATA = Path(__file__).parent.parent / "data"


@cache
def load(root: Path | None = None) -> Knowledge:
    """The world and the packs of a folder of data files (by default Foedera's own).

    Raises:
        KnowledgeError: a file is wrong; the first mistake by name and line.
    """
    knowledge, mistakes = assemble(root)
    if mistakes:
        first = mistakes[0]
        raise KnowledgeError(first.what, where=first.where, remedy=first.remedy)
    return knowledge


def problems(root: Path | None = None) -> tuple[Problem, ...]:
    """All mistakes in the data files, by name of file and line."""
    return assemble(root)[1]


def assemble(root: Path | None = None) -> tuple[Knowledge, tuple[Problem, ...]]:
    """What can be made of the data files, and all mistakes in them.

    Raises:
        KnowledgeError: there is no such folder.
    """
    with lasting():
        files, parts = read_files(root or DATA)
        known, world = read_world(files)
        packs = read_packs(files, known)
    for file in files:
        if file.name not in known.read and not file.name.startswith(LANGUAGES):
            file.complain((), _("no part of the data has a file of this name"), _("see docs/data.md for the files there are"))
    body = hashlib.sha256()
    for part in parts:
        body.update(len(part).to_bytes(8, "big") + part)
    mistakes = sorted((mistake for file in files for mistake in file.complaints), key=_by_line)
    return Knowledge(world=world, packs=packs, digest=body.hexdigest()), tuple(mistakes)


def _by_line(problem: Problem) -> tuple[str, int, str]:
    name, _sign, line = problem.where.rpartition(":")
    return name, int(line), problem.what
