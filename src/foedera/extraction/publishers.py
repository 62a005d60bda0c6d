"""Publisher: who published a report, from its record, its address, or its own credit lines."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.extraction.registers import Register
from foedera.model.article import Article, Part

SPEAKING = frozenset({"credit", "byline", "boilerplate", "dateline"})
"""Kinds of parts that name the publisher; the body names many others."""


def publisher(article: Article, text: str, parts: tuple[Part, ...], register: Register) -> str | None:
    """The id of a known publisher, else the name that the record gives, else None."""
    if article.publisher is not None:
        named = register.publishers.get(article.publisher.casefold()) or _by_domain(article.url or "", register)
        return named or article.publisher
    for address in _addresses(article, text, parts):
        known = _by_domain(address, register)
        if known is not None:
            return known
    for line in _lines(text, parts):
        for words in _runs(line):
            if words in register.publishers:
                return register.publishers[words]
    return None


def _addresses(article: Article, text: str, parts: tuple[Part, ...]) -> Iterator[str]:
    """The article's own address, then what looks like one in its credit lines."""
    if article.url is not None:
        yield article.url
    for line in _lines(text, parts):
        yield from (word for word in line.split() if "." in word)


def _by_domain(address: str, register: Register) -> str | None:
    """The publisher of an address: its host or a domain above it."""
    host = address.split("://", maxsplit=1)[-1].split("/", maxsplit=1)[0].strip(".,;()[]<>").casefold()
    labels = host.split(".")
    return next(
        (register.domains[name] for start in range(len(labels) - 1) if (name := ".".join(labels[start:])) in register.domains),
        None,
    )


def _lines(text: str, parts: tuple[Part, ...]) -> Iterator[str]:
    for part in reversed(parts):
        if part.kind in SPEAKING:
            yield from text[part.span.start : part.span.end].split("\n")


def _runs(line: str) -> Iterator[str]:
    """Runs of words of a line, the longest first, without the signs around them."""
    words = [word.strip('.,;:()[]|-–—"“”') for word in line.split()][:LONGEST_LINE]
    words = [word for word in words if word]
    for length in range(min(len(words), LONGEST_NAME), 0, -1):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length]).casefold()


LONGEST_NAME = 5
"""Words of a publisher's name."""

LONGEST_LINE = 40
"""Words of a line that is still a credit."""
