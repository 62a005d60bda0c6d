"""The words that all forms of a brief set around what the ledger holds."""

from __future__ import annotations

from urllib.parse import urlsplit

from foedera.api.briefs.parts.page import Note, Section
from foedera.plumbing.interface import _

LINKED = frozenset({"http", "https"})
"""Schemes of addresses that a brief links to."""


def head(section: Section) -> str:
    """The head of a section, with how much of it there is when something is left out."""
    if not section.left_out:
        return section.head
    told = len(section.sentences)
    return _("{head} ({told} of {all})").format(head=section.head, told=told, all=told + section.left_out)


def notes_head() -> str:
    """The head of the notes."""
    return _("Notes")


def web_address(note: Note) -> str | None:
    """The address of a note's report, when it is one of the web."""
    address = note.url or ""
    try:
        sound = urlsplit(address).scheme.lower() in LINKED and not any(sign.isspace() or sign in "<>" for sign in address)
    except ValueError:
        return None
    return address if sound else None
