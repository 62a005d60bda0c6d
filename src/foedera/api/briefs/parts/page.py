"""Brief: sentences in sections, each sentence with the notes it rests on, and each note a passage of a stored report."""

from __future__ import annotations

from dataclasses import dataclass

from foedera.model.fact import FactId


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A passage: its number, the words of the report in its language, and what report that is."""

    number: int
    quote: str
    lang: str | None
    source: str
    url: str | None
    document: str
    fact: FactId


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A statement of the ledger; `quote` are words of a report within it, in the language `lang`, and `notes` numbers of notes."""

    words: str
    notes: tuple[int, ...]
    quote: str = ""
    lang: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Sentences under a head; `left_out` further ones are in the ledger."""

    head: str
    sentences: tuple[Sentence, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A brief: its title, what it rests on, its sections and notes."""

    title: str
    basis: str
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
