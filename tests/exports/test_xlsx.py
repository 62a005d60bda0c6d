import io
import zipfile

import pytest
from ledgers import TRICKY, count_of

from foedera.exports import xlsx

pytest.importorskip("xlsxwriter")
openpyxl = pytest.importorskip("openpyxl")


def test_a_reader_of_workbooks_finds_a_sheet_a_kind_with_text_as_text(written, ledger):
    body, counts = written(xlsx)
    assert counts.rows == count_of(ledger)
    assert not counts.left_out
    book = openpyxl.load_workbook(io.BytesIO(body))
    assert book.sheetnames == list(xlsx.OWN)
    for sheet in book:
        head, *rows = sheet.iter_rows()
        assert [cell.value for cell in head] == list(xlsx.columns_of(sheet.title))
        assert len(rows) == counts.rows[sheet.title]
        assert sheet.freeze_panes == "A2"
        assert {cell.data_type for row in rows for cell in row} <= {"s", "n"}
        assert not [cell for row in rows for cell in row if cell.hyperlink]
    quotes = [row[list(xlsx.columns_of("event")).index("quote")].value for row in book["event"].iter_rows(min_row=2)]
    assert TRICKY in quotes


def test_no_clock_is_in_it(written):
    body, _ = written(xlsx)
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        assert {one.date_time[0] for one in archive.infolist()} == {1980}
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_what_a_cell_cannot_hold_is_cut_and_counted_and_a_full_sheet_goes_on(nouns, monkeypatch):
    monkeypatch.setattr(xlsx, "MOST", 3)
    facts = [nouns.event(f"2023-0{month}-01", start=month) for month in range(1, 5)]
    facts += [nouns.event("2023-09-01", start=9, quote="x" * (xlsx.LONGEST + 1))]
    facts += [nouns.commitment(("energy",), amount=(10**16, "VND"))]
    out = io.BytesIO()
    counts = xlsx.write(nouns.contents(nouns.ledger(*facts)), out)
    assert counts.left_out["cells_cut"] == 1
    book = openpyxl.load_workbook(out)
    assert [book[name].max_row for name in ("event", "event 2", "event 3")] == [3, 3, 2]
    amounts = [row[list(xlsx.columns_of("commitment")).index("amount")].value for row in book["commitment"].iter_rows(min_row=2)]
    assert amounts == ["1" + "0" * 16]
