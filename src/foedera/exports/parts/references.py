"""Reports → references as a library of literature keeps them: title, publisher, day, language, address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from foedera.exports.parts.contents import Contents
from foedera.model.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A report as a source. `date` is the year, month and day of publication as far as they are known, `until` those of an interval's end.

    `government`: a state published it itself.
    """

    key: str
    record: str
    title: str
    publisher: str | None
    government: bool
    date: tuple[int, ...]
    until: tuple[int, ...]
    edtf: str | None
    lang: str | None
    url: str | None
    document: str


def references(contents: Contents) -> Iterator[Reference]:
    """The reports of the contents, by name."""
    publishers = {publisher.id: publisher for publisher in contents.world.publishers}
    for report in contents.reports():
        known = publishers.get(report.publisher or "")
        date, until = _dates(report.published)
        yield Reference(
            key=f"foedera-{report.document}",
            record=_line(report.record),
            title=_line(report.title or report.record),
            publisher=_line(known.name if known else report.publisher or "") or None,
            government=known is not None and known.kind == "government",
            date=date,
            until=until,
            edtf=report.published.edtf if report.published else None,
            lang=_line(report.lang or "") or None,
            url=_line(report.url or "").replace(" ", "") or None,
            document=report.document,
        )


def _dates(when: When | None) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The parts of the day, or of both ends; what is not known of a day is left out, and so is a day without its year."""
    if when is None or not when.year_known:
        return (), ()
    ends = [tuple(int(part) for part in end.split("-") if part.isdigit()) for end in when.edtf.split("/")]
    return ends[0], (ends[1] if len(ends) > 1 else ())


def _line(text: str) -> str:
    """The text on one line, without characters that steer."""
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())
