"""A brief → one page of HTML that needs nothing else: its style is in it, and it runs no script."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib import resources

from foedera.api.briefs.parts.page import Brief, Note, Section, Sentence
from foedera.api.briefs.parts.words import head, notes_head, web_address
from foedera.api.wording.quotes import quoted


def written(brief: Brief) -> bytes:
    """The brief as HTML, in UTF-8."""
    return ("\n".join(_lines(brief)) + "\n").encode()


def _lines(brief: Brief) -> Iterator[str]:
    style = resources.files(__package__ or __name__).joinpath("style.css").read_text("utf-8")
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(brief.title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>"
    yield f"<h1>{escape(brief.title)}</h1>\n<p>{escape(brief.basis)}</p>"
    for number, section in enumerate(brief.sections, start=1):
        yield from _section(section, number)
    yield f'</main>\n<section class="notes" aria-labelledby="notes">\n<h2 id="notes">{escape(notes_head())}</h2>\n<ol>'
    yield from (_note(one) for one in brief.notes)
    yield "</ol>\n</section>\n</body>\n</html>"


def _section(section: Section, number: int) -> Iterator[str]:
    yield f'<section aria-labelledby="s{number}">\n<h2 id="s{number}">{escape(head(section))}</h2>\n<ul>'
    yield from (f"<li>{_sentence(one)}</li>" for one in section.sentences)
    yield "</ul>\n</section>"


def _sentence(one: Sentence) -> str:
    quote = f" <q{_lang(one.lang)}>{escape(quoted(one.quote))}</q>" if one.quote else ""
    marks = " ".join(f'<a href="#n{number}">{number}</a>' for number in one.notes)
    return f"{escape(one.words)}{quote}<sup>{marks}</sup>"


def _note(one: Note) -> str:
    source = escape(one.source)
    address = web_address(one)
    if address is not None:
        source = f'<a href="{escape(address)}">{source}</a>'
    return f'<li id="n{one.number}" value="{one.number}"><q{_lang(one.lang)}>{escape(quoted(one.quote))}</q> {source}</li>'


def _lang(tag: str | None) -> str:
    return f' lang="{escape(tag)}"' if tag else ""
