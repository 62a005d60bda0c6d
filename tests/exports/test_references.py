import io
import json

import pytest

from foedera.exports import bibtex, csl, ris
from foedera.exports.parts.references import references

TITLE = "Kishida & Thưởng, \\ {talks}"
URL = "https://example.org/a?b=1&c=<2>"


def test_a_reader_of_ris_finds_each_report(written, ledger):
    rispy = pytest.importorskip("rispy")
    text, counts = written(ris)
    found = rispy.loads(text)
    assert len(found) == counts.rows["reports"] == len(ledger.reports) == 3
    assert [one["id"] for one in found] == ["foedera-d1", "foedera-d2", "foedera-d3"]
    first = found[0]
    assert (first["title"], first["urls"], first["language"], first["date"]) == (TITLE, [URL], "en", "2023/11/28/")
    assert (first["year"], "year" in found[2], first["accession_number"]) == ("2023", False, "d1")


def test_a_reader_of_bibtex_finds_each_report(written, ledger):
    bibtexparser = pytest.importorskip("bibtexparser")
    text, counts = written(bibtex)
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    assert len(library.entries) == counts.rows["reports"] == len(ledger.reports)
    first = library.entries_dict["foedera-d1"]
    assert first["title"] == r"{Kishida \& Thưởng, \textbackslash{} \textbraceleft{}talks\textbraceright{}}"
    assert (first["url"], first["date"], first["year"], first["month"], first["day"]) == (URL, "2023-11-28", "2023", "11", "28")
    assert "date" not in library.entries_dict["foedera-d3"]
    assert text.endswith("% end: 3 reports\n")


def test_csl_has_each_report_with_as_much_of_its_day_as_is_known(written, ledger):
    text, counts = written(csl)
    found = {one["id"]: one for one in json.loads(text)}
    assert len(found) == counts.rows["reports"] == len(ledger.reports)
    assert found["foedera-d1"] == {
        "id": "foedera-d1",
        "type": "article-newspaper",
        "title": TITLE,
        "issued": {"date-parts": [[2023, 11, 28]]},
        "language": "en",
        "URL": URL,
        "archive": "Foedera",
        "archive_location": "d1",
        "note": "d1.txt",
    }
    assert "issued" not in found["foedera-d3"]


def test_a_publisher_is_named_and_a_line_break_is_no_field(nouns):
    ledger = nouns.ledger(
        days={"d1": "2023-11", "d2": "2023-11-01/2023-11-03", "d3": "XXXX-11-03"}, publisher="ministry", title="a\r\nER  - \nb"
    )
    first, second, third = references(nouns.contents(ledger))
    assert (first.publisher, first.government, first.title, first.date) == ("Ministry", True, "a ER - b", (2023, 11))
    assert (second.date, second.until, third.date) == ((2023, 11, 1), (2023, 11, 3), ())
    out = io.StringIO()
    ris.write(nouns.contents(ledger), out)
    assert (out.getvalue().count("\nER  - "), out.getvalue().count("TY  - GOVDOC")) == (3, 3)
    assert "DA  - 2023/11//\r\n" in out.getvalue()


@pytest.mark.parametrize("form", [ris, bibtex, csl])
def test_without_a_report_there_is_nothing(form, nouns):
    out = io.StringIO()
    assert form.write(nouns.contents(), out).rows == {"reports": 0}
