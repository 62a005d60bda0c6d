"""The knowledge that every verb uses, loaded once, and the check of the language packs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from foedera import knowledge
from foedera.api.actors import actor_code, language_tag
from foedera.api.naming import Names, names_in
from foedera.model.pack import Knowledge
from foedera.model.problem import Problem
from foedera.pipeline.rehearse import rehearse

LANGUAGES = "languages/"
"""Where the files of a language lie among the data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackCheck:
    """The languages that were checked, the digest of all data files, and what is wrong."""

    languages: tuple[str, ...]
    digest: str
    problems: tuple[Problem, ...]


@cache
def known() -> Knowledge:
    """The world and the packs.

    Raises:
        KnowledgeError: at the first mistake in a data file.
    """
    return knowledge.load()


def actor(name: str) -> str:
    """The code of the state or organisation that a name or code means, in any language of the packs.

    Raises:
        UsageError: when no name fits; it tells the nearest.
    """
    return actor_code(name, known())


def names() -> Names:
    """What identifiers are called in English."""
    return names_in(known())


def check_packs(tags: Sequence[str] = ()) -> PackCheck:
    """Read the data of these languages (of all, when none is named) strictly, then let every rule read its examples.

    Raises:
        UsageError: when a language has no pack.
    """
    loaded, mistakes = knowledge.assemble()
    # A pack with a mistake may not have been made at all, and is asked for all the same.
    broken = {mistake.where.split("/")[1] for mistake in mistakes if mistake.where.startswith(LANGUAGES)}
    every = broken | {pack.tag for pack in loaded.packs}
    chosen = tuple(tag if tag in broken else language_tag(tag, loaded) for tag in tags) or tuple(sorted(every))
    others = tuple(f"{LANGUAGES}{tag}/" for tag in every - set(chosen))
    problems = tuple(mistake for mistake in mistakes if not mistake.where.startswith(others)) or tuple(rehearse(loaded, chosen))
    return PackCheck(languages=chosen, digest=loaded.digest, problems=problems)
