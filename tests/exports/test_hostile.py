"""Reports may hold any characters: every form is whole all the same, for a reader of others."""

import csv
import io
import json
import sqlite3
import xml.etree.ElementTree as ET

import pytest

import foedera
from foedera.exports import VERB
from foedera.plumbing import discover

NASTY = "=1+1\x00\x08\ud800\ufffe]]>\u2028\u202e\r\nEND:VCALENDAR\r\nER  - \r\n{\\}%\"';,</entry>\t岸田"
FORMS = discover.modules("foedera.exports", VERB)


def read_csv(body):
    rows = list(csv.reader(io.StringIO(body.decode(), newline=""), strict=True))
    assert len({len(row) for row in rows}) == 1
    assert len(rows) == 4


def read_lines(body):
    for line in body.decode().removesuffix("\n").split("\n"):
        json.loads(line)


def read_ics(body):
    icalendar = pytest.importorskip("icalendar")
    assert len(icalendar.Calendar.from_ical(body).walk("VEVENT")) == 1
    assert body.count(b"\r\nEND:VCALENDAR") == 1


def read_ris(body):
    assert len(pytest.importorskip("rispy").loads(body.decode())) == 1


def read_bibtex(body):
    library = pytest.importorskip("bibtexparser").parse_string(body.decode())
    assert (len(library.entries), library.failed_blocks) == (1, [])


def read_xlsx(body):
    book = pytest.importorskip("openpyxl").load_workbook(io.BytesIO(body))
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def read_parquet(body):
    assert pytest.importorskip("pyarrow.parquet").read_table(io.BytesIO(body)).num_rows == 3


def read_sqlite(body):
    connection = sqlite3.connect(":memory:")
    connection.deserialize(body)
    assert connection.execute("SELECT count(*) FROM passage").fetchone() == (3,)


def read_statements(body):
    rows = list(csv.reader(io.StringIO(body.decode(), newline=""), dialect=csv.unix_dialect, strict=True))
    assert {len(row) for row in rows} == {14}


def read_tabs(body):
    lines = body.decode().split("\n")
    assert lines.pop() == ""
    assert len({line.count("\t") for line in lines}) == 1


READERS = {
    "csv": read_csv,
    "cameo": read_tabs,
    "ics": read_ics,
    "ris": read_ris,
    "bibtex": read_bibtex,
    "xlsx": read_xlsx,
    "parquet": read_parquet,
    "sqlite": read_sqlite,
    "ftm": read_statements,
    **dict.fromkeys(("jsonl", "plover", "facts"), read_lines),
    **dict.fromkeys(("json", "ledger", "geojson", "csl", "jsonld"), json.loads),
    **dict.fromkeys(("graphml", "gexf", "atom"), ET.fromstring),
}


def test_every_form_has_a_reader():
    assert set(READERS) == set(FORMS) == set(foedera.export_forms())


@pytest.mark.parametrize("form", READERS)
def test_a_form_is_whole_whatever_a_report_holds(form, nouns):
    if form in {"xlsx", "parquet"}:
        pytest.importorskip({"xlsx": "xlsxwriter", "parquet": "pyarrow"}[form])
    facts = [
        nouns.event("2023-11-27", place="Tokyo", quote=NASTY, mechanism=NASTY),
        nouns.level(quote=NASTY),
        nouns.commitment(("energy",), quote=NASTY),
    ]
    ledger = nouns.ledger(*facts, days={"d1": "2023-11-28"}, title=NASTY, url=f"https://example.org/{NASTY}", publisher=NASTY, lang=NASTY)
    raw = io.BytesIO()
    out = raw if getattr(FORMS[form], "BYTES", False) else io.TextIOWrapper(raw, encoding="utf-8", errors="backslashreplace", newline="")
    FORMS[form].write(nouns.contents(ledger, [nouns.reading(nouns.article(title=NASTY), facts)]), out)
    out.flush()
    READERS[form](raw.getvalue())
