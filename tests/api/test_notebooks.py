"""What notebooks show of answers, and the notebook that we give."""

import json
import time
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html as markup

import foedera
from foedera.api.notebooks import html, is_of_the_web
from foedera.model.fact import Citation

NOTEBOOK = Path(__file__).resolve().parents[2] / "examples" / "notebooks" / "tutorial.ipynb"
MOST = 30
"""Seconds that the notebook may take."""


def page(value):
    return markup.fromstring(value._repr_html_())


def test_a_dossier_is_shown_with_its_sections_and_quotes_in_their_languages(ledger):
    found = foedera.relation("JP", "VN", ledger=ledger)
    shown = page(found)
    assert "Comprehensive strategic partnership since 28 Nov 2023" in shown.text_content()
    heads = [one.text_content() for one in shown.xpath("//summary")]
    assert f"Meetings and acts ({len(found.events)})" in heads
    assert {quote.get("lang") for quote in shown.xpath("//q")} == {"vi", "ja", "en", "ms"}
    assert shown.xpath("//script|//style|//@style|//@*[starts-with(name(), 'on')]") == []


@pytest.mark.parametrize("verb", [foedera.events, foedera.commitments, foedera.people])
def test_every_entry_shows_each_of_its_passages_once(ledger, verb):
    for entry in verb(ledger=ledger):
        quotes = [quote.text_content() for quote in page(entry).xpath("//q")]
        places = {(fact.document, fact.citation.span.start, fact.citation.span.end) for fact in entry.facts}
        assert len(quotes) == len(places)


def test_entries_of_every_kind_are_shown(ledger):
    found = foedera.relation("JP", "VN", ledger=ledger)
    for entries in (found.levels, found.mechanisms, found.instruments, found.people):
        assert all(page(entry).xpath("//q") for entry in entries)
    assert page(found.standing).xpath("//q")
    assert "Vietnam" in page(foedera.relations(ledger=ledger)[0]).text_content()


def test_what_a_report_says_cannot_become_markup(ledger):
    event = foedera.events(party=["JP", "VN"], ledger=ledger)[0]
    citation = Citation(span=event.facts[0].citation.span, quote='<img src=x onerror="a()">')
    fact = replace(event.facts[0], citation=citation)
    reports = tuple(replace(one, title="<b>bold</b>", url="javascript:alert(1)", lang='"><script>') for one in event.reports)
    shown = page(replace(event, facts=(fact,), reports=reports, place="</p><script>a()</script>"))
    assert shown.xpath("//script|//img|//b|//a") == []
    assert "<script>a()</script>" in shown.text_content()


def test_only_addresses_of_the_web_become_links():
    assert is_of_the_web("https://example.org/a")
    assert not any(map(is_of_the_web, ("javascript:a()", "http://[", "file:///a", "", None)))


def test_what_is_no_answer_has_no_page():
    assert html("text") is None


def test_the_notebook_holds_no_outputs():
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert len(code) > 10
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)


def test_the_notebook_runs_and_shows_the_dossier(required, tmp_path):
    nbclient, nbformat = required("nbclient"), required("nbformat")
    required("ipykernel")
    required("pandas")
    begun, book = time.monotonic(), nbformat.read(NOTEBOOK, as_version=4)
    nbclient.NotebookClient(book, timeout=MOST, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}).execute()
    assert time.monotonic() - begun < MOST
    data = [output.get("data", {}) for cell in book.cells for output in cell.get("outputs", [])]
    shown = [one["text/html"] for one in data if "text/html" in one]
    assert any("Comprehensive strategic partnership" in one for one in shown)
    assert any("dataframe" in one for one in shown)
