"""A brief → a document for word processors."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

from foedera.api.briefs.parts.page import Brief, Note, Sentence
from foedera.api.briefs.parts.words import head, notes_head
from foedera.api.wording.quotes import quoted
from foedera.plumbing.optional import library

EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
"""When every document was made, as far as it says: the same brief gives the same words and dates."""


def written(brief: Brief) -> bytes:
    """The brief as a .docx file.

    Raises:
        UsageError: when python-docx is not installed.
    """
    document = library("docx", extra="brief").Document()
    document.core_properties.title = brief.title
    document.core_properties.author = "Foedera"
    document.core_properties.created = document.core_properties.modified = EPOCH
    document.add_heading(brief.title, 1)
    document.add_paragraph(brief.basis)
    for section in brief.sections:
        document.add_heading(head(section), 2)
        for one in section.sentences:
            _sentence(document.add_paragraph(style="List Bullet"), one)
    document.add_page_break()
    document.add_heading(notes_head(), 2)
    for note in brief.notes:
        _note(document.add_paragraph(), note)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _sentence(paragraph: Any, one: Sentence) -> None:  # noqa: ANN401 - of a library without types of its own here
    paragraph.add_run(one.words)
    if one.quote:
        paragraph.add_run(f" {quoted(one.quote)}").italic = True
    paragraph.add_run(" " + ", ".join(map(str, one.notes))).font.superscript = True


def _note(paragraph: Any, note: Note) -> None:  # noqa: ANN401 - as above
    paragraph.add_run(f"{note.number}. ").bold = True
    paragraph.add_run(quoted(note.quote)).italic = True
    paragraph.add_run(f" {note.source}" + (f" {note.url}" if note.url else ""))
