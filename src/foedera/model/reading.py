"""Reading: all facts and all skips of one article, and what the article is about."""

from __future__ import annotations

from dataclasses import dataclass

from foedera.model.article import Article
from foedera.model.document import Skip
from foedera.model.fact import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The article as completed by reading (language, publication date, parts), its facts and its skips.

    `interstate` says whether it is about relations between states; `parties` are its main pairs or groups (sorted codes).
    `digest` is that of the knowledge it was read with.
    """

    article: Article
    interstate: bool
    parties: tuple[tuple[str, ...], ...]
    facts: tuple[Fact, ...]
    skips: tuple[Skip, ...]
    digest: str
