"""The knowledge that every verb uses, loaded once, and the check of the language packs.

The check tells what is wrong, what each language has, and what of it does nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from foedera import knowledge
from foedera.api.actors import actor_code, language_tag
from foedera.api.naming import Names, names_in
from foedera.knowledge import Count
from foedera.model.article import Article
from foedera.model.document import Skip
from foedera.model.pack import Knowledge
from foedera.model.problem import Problem, Unused
from foedera.model.world import World
from foedera.pipeline import read
from foedera.pipeline.rehearse import rehearse
from foedera.pipeline.unheard import Hearing, unheard
from foedera.pipeline.unused import unused
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _, language

PACKAGE = Path(knowledge.DATA).parent
PROJECT = PACKAGE.parents[1]
EXAMPLES = (PACKAGE / "examples", PROJECT / "examples" / "reports")
"""Where the example reports lie: in the package, or in the project that it is run from."""

CORPORA = (PROJECT / "evals" / "corpus" / "texts", *EXAMPLES)
"""Where reports lie that rules can be tried on: in the project, or in the package once it is installed."""
LANGUAGES = "languages/"
"""Where the files of a language lie among the data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackCheck:
    """The languages that were checked, the digest of all data files, and what is wrong.

    Where the data can be read at all: what each language has, and what of it does nothing. `corpus` is what was read to find the
    rules that no report speaks to, `reports` how many reports of each language it has, `skips` the items that were no report.
    """

    languages: tuple[str, ...]
    digest: str
    problems: tuple[Problem, ...]
    coverage: tuple[Count, ...] = ()
    unused: tuple[Unused, ...] = ()
    corpus: str | None = None
    reports: tuple[tuple[str, int], ...] = ()
    skips: tuple[Skip, ...] = ()


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


def world() -> World:
    """The world as Foedera knows it: actors, offices, policy areas, types of events."""
    return known().world


def names() -> Names:
    """What identifiers are called in the language that is spoken: English, unless somebody says otherwise."""
    return _names(known().digest, language())


@lru_cache(maxsize=16)
def _names(_digest: str, _language: str) -> Names:
    return names_in(known())


def check_packs(tags: Sequence[str] = (), *, corpus: str | Path | None = None, progress: Callable[[], None] | None = None) -> PackCheck:
    """Read the data of these languages (of all, when none is named) strictly, let every rule read its examples, and count.

    Args:
        tags: Languages by tag or name.
        corpus: A file or folder of reports, to find the rules that none of them speaks to; else the corpus beside the project.
        progress: Called with each report of the corpus.

    Raises:
        UsageError: when a language has no pack, or there is no such corpus.
    """
    texts = _corpus(corpus)
    loaded, mistakes = knowledge.assemble()
    # A pack with a mistake may not have been made at all, and is asked for all the same.
    broken = {mistake.where.split("/")[1] for mistake in mistakes if mistake.where.startswith(LANGUAGES)}
    every = broken | {pack.tag for pack in loaded.packs}
    chosen = tuple(dict.fromkeys(tag if tag in broken else language_tag(tag, loaded) for tag in tags)) or tuple(sorted(every))
    others = tuple(f"{LANGUAGES}{tag}/" for tag in every - set(chosen))
    wrong = tuple(mistake for mistake in mistakes if not mistake.where.startswith(others))
    if wrong:
        return PackCheck(languages=chosen, digest=loaded.digest, problems=wrong)
    hearing = unheard(_counted(read.articles([str(texts)]), progress), loaded, chosen) if texts else Hearing()
    return PackCheck(
        languages=chosen,
        digest=loaded.digest,
        problems=tuple(rehearse(loaded, chosen)),
        coverage=knowledge.coverage(loaded, chosen),
        unused=(*unused(loaded, chosen), *hearing.unheard),
        corpus=_named(texts) if texts else None,
        reports=hearing.reports,
        skips=hearing.skips,
    )


def _corpus(given: str | Path | None) -> Path | None:
    """What is given, else the corpus beside the project, else the examples in the package; None where there is neither."""
    if given is None:
        return next((folder for folder in CORPORA if folder.is_dir()), None)
    if not Path(given).exists():
        raise UsageError(_("there is no corpus"), where=str(given), remedy=_("name a folder of reports with --corpus"))
    return Path(given)


def _named(texts: Path) -> str:
    """The corpus as it is called in the answer: below the project, or as given."""
    return texts.relative_to(PROJECT).as_posix() if texts in CORPORA else str(texts)


def _counted(items: Iterable[Article | Skip], progress: Callable[[], None] | None) -> Iterator[Article | Skip]:
    for item in items:
        if progress:
            progress()
        yield item
