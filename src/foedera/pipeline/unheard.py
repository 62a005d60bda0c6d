"""A corpus → the rules of the packs that none of its reports speaks to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from foedera.extraction.drafts import flowing
from foedera.extraction.languages import language
from foedera.extraction.readings import traced
from foedera.model.article import Article
from foedera.model.document import Skip
from foedera.model.pack import Knowledge, Pack
from foedera.model.problem import Unused
from foedera.model.rule import Rule
from foedera.plumbing.interface import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """How many reports of each language were read, the rules that none of them spoke to, and the items that were no report."""

    reports: tuple[tuple[str, int], ...] = ()
    unheard: tuple[Unused, ...] = ()
    skips: tuple[Skip, ...] = ()


def unheard(items: Iterable[Article | Skip], knowledge: Knowledge, tags: Iterable[str] = ()) -> Hearing:
    """Read the reports in these languages (in all, when none is named), and tell which rules matched nothing in them.

    A rule is heard where it matches, whether a fact comes of it or a reason why none does.
    """
    wanted = set(tags) or {pack.tag for pack in knowledge.packs}
    heard: set[str] = set()
    counts: Counter[str] = Counter()
    skips: list[Skip] = []
    for item in items:
        if isinstance(item, Skip):
            skips.append(item)
            continue
        tag = language(flowing(item.text).text, knowledge, declared=item.lang)
        if tag in wanted:
            counts[tag] += 1
            heard.update(step.rule for step in traced(replace(item, lang=tag), knowledge)[1].steps)
    packs = [pack for pack in knowledge.packs if pack.tag in wanted]
    return Hearing(
        reports=tuple((pack.tag, counts[pack.tag]) for pack in packs),
        unheard=tuple(one for pack in packs for one in _of(pack, heard, counts[pack.tag])),
        skips=tuple(skips),
    )


def _of(pack: Pack, heard: set[str], reports: int) -> list[Unused]:
    if not reports:
        what, remedy = _("the corpus has no report in this language"), _("name another with --corpus")
        return [Unused(language=pack.tag, kind="language", name=pack.tag, where=f"languages/{pack.tag}", what=what, remedy=remedy)]
    return [_silent(pack, rule) for rule in pack.rules if rule.id not in heard]


def _silent(pack: Pack, rule: Rule) -> Unused:
    what = _("no report of the corpus speaks to this rule")
    remedy = _("find a report that does, or leave the rule out")
    return Unused(language=pack.tag, kind="rule", name=rule.id, where=rule.where, what=what, remedy=remedy)
