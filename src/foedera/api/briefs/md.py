"""A brief → Markdown, with footnotes as most readers of it know them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedera.api.briefs.parts.page import Brief, Note, Sentence
from foedera.api.briefs.parts.words import head, notes_head, web_address
from foedera.api.wording.quotes import quoted

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~^$])")
"""Signs that mean something in Markdown."""


def written(brief: Brief) -> bytes:
    """The brief as Markdown, in UTF-8."""
    return ("\n".join(_lines(brief)) + "\n").encode()


def _lines(brief: Brief) -> Iterator[str]:
    yield from (f"# {_plain(brief.title)}", "", _plain(brief.basis))
    for section in brief.sections:
        yield from ("", f"## {_plain(head(section))}", "")
        yield from (f"- {_sentence(one)}" for one in section.sentences)
    yield from ("", f"## {notes_head()}", "")
    yield from (_note(one) for one in brief.notes)


def _sentence(one: Sentence) -> str:
    quote = f" {quoted(_plain(one.quote))}" if one.quote else ""
    return f"{_plain(one.words)}{quote}" + "".join(f"[^{number}]" for number in one.notes)


def _note(one: Note) -> str:
    address = web_address(one)
    return f"[^{one.number}]: {quoted(_plain(one.quote))} {_plain(one.source)}" + (f" <{address}>" if address else "")


def _plain(words: str) -> str:
    return _SIGNS.sub(r"\\\1", " ".join(words.split()))
