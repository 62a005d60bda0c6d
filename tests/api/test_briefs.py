"""The brief of a pair: every sentence rests on passages that stand in the stored reports, in each of the forms."""

import io
import os
import re
from dataclasses import replace

import pytest
from lxml import html as lxml_html

import foedera
from foedera import api
from foedera.api.briefs.parts import choice
from foedera.api.briefs.parts.page import Brief, Note, Section, Sentence
from foedera.plumbing.errors import FoederaError, UsageError

HOSTILE = '<script>alert(1)</script> *x* [y](javascript:alert(2)) `z` | \u202e & "q"'


@pytest.fixture(scope="module")
def brief(ledger):
    return api.brief("Japan", "VN", ledger=ledger)


@pytest.fixture
def hostile():
    note = Note(number=1, quote=HOSTILE, lang="en", source=HOSTILE, url="javascript:alert(3)", document="d", fact="f")
    sentence = Sentence(words=HOSTILE, notes=(1,), quote=HOSTILE, lang='en" onload="x')
    return Brief(title=HOSTILE, basis=HOSTILE, sections=(Section(head=HOSTILE, sentences=(sentence,), left_out=2),), notes=(note,))


def sentences(brief):
    return [sentence for section in brief.sections for sentence in section.sentences]


def test_every_sentence_ends_in_notes_and_every_note_is_a_passage_of_a_stored_report(brief, ledger):
    texts = {}
    assert len(sentences(brief)) > 30
    assert all(sentence.notes for sentence in sentences(brief))
    assert sorted({number for sentence in sentences(brief) for number in sentence.notes}) == [note.number for note in brief.notes]
    for note in brief.notes:
        texts.setdefault(note.document, api.report(note.document, ledger=ledger))
        fact = next(fact for fact in texts[note.document].facts if fact.id == note.fact)
        assert texts[note.document].article.text[fact.citation.span.start : fact.citation.span.end] == note.quote


def test_a_note_has_the_number_of_its_first_use(brief):
    seen = dict.fromkeys(number for sentence in sentences(brief) for number in sentence.notes)
    firsts = list(seen)
    assert firsts == sorted(firsts)


def test_it_tells_the_story_of_the_pair(brief):
    words = " ".join(f"{sentence.words} {sentence.quote}" for sentence in sentences(brief))
    assert brief.title == "Japan \u2013 Vietnam"
    assert sentences(brief)[0].words.startswith("Comprehensive strategic partnership since 28 Nov 2023")
    assert "done Dec 2025" in words
    assert "2009: Strategic partnership." in words


def test_what_is_left_out_is_counted(brief, ledger):
    found = api.relation("JP", "VN", ledger=ledger)
    promised = next(section for section in brief.sections if section.head == "What was promised")
    assert len(promised.sentences) + promised.left_out == sum(len(group.commitments) for group in found.commitments)


def test_however_much_there_is_it_fits_two_pages(ledger):
    found = api.relation("JP", "VN", ledger=ledger)
    much = replace(found, events=found.events * 40, people=found.people * 40, instruments=found.instruments * 90)
    made = choice.sections(much, footnotes(much))
    assert sum(map(choice._lines, made)) <= choice.LINES
    assert next(section for section in made if section.head == "Papers").left_out > 80


def footnotes(found):
    from foedera.api.briefs.parts.footnotes import Footnotes

    return Footnotes(reports={report.document: report for report in found.reports}, names=api.names())


def test_since_a_day_only_what_was_first_reported_then(ledger):
    new = api.brief("JP", "VN", ledger=ledger, since="2025-12")
    assert new.title == "Japan \u2013 Vietnam: new since 1 Dec 2025"
    assert len(sentences(new)) < 20
    assert not any("2014" in sentence.words for sentence in sentences(new))


def test_the_news_of_all_relations(tmp_path):
    text = "Chilean President Gabriel Boric held talks with Peruvian President Dina Boluarte in Lima. They agreed to open a port."
    (tmp_path / "a.txt").write_text(f"LIMA, 3 March 2026\n\n{text}\n", encoding="utf-8")
    foedera.ingest(tmp_path / "a.txt", ledger=tmp_path / "t.db")
    made = api.news("2026", ledger=tmp_path / "t.db")
    assert [section.head for section in made.sections] == ["Chile \u2013 Peru"]
    assert made.title == "All relations: new since 1 Jan 2026"
    assert api.news("2027", ledger=tmp_path / "t.db").sections == ()


def test_markdown_has_each_note_once_and_uses_each(brief):
    text = api.written_brief(brief, "md").decode()
    body, _head, notes = text.partition("## Notes")
    assert re.findall(r"^\[\^(\d+)\]: ", notes, re.MULTILINE) == [str(note.number) for note in brief.notes]
    lines = [line for line in body.splitlines() if line.startswith("- ")]
    assert len(lines) == len(sentences(brief))
    assert all(re.search(r"\[\^\d+\]$", line) for line in lines)


def test_html_is_one_page_whose_marks_lead_to_their_notes(brief):
    page = lxml_html.document_fromstring(api.written_brief(brief, "html"))
    ids = {one.get("id") for one in page.iter() if one.get("id")}
    items = page.xpath("//main//li")
    assert [one.xpath("string(sup)").split() for one in items] == [[str(number) for number in one.notes] for one in sentences(brief)]
    assert {one.get("href")[1:] for one in page.xpath("//sup/a")} == {f"n{note.number}" for note in brief.notes}
    assert {one.get("href")[1:] for one in page.xpath("//sup/a")} <= ids
    assert page.xpath("//script | //link | //img | //@onload") == []
    quotes = [one.text_content() for one in page.xpath("//*[@class='notes']//li/q")]
    assert quotes == ["\u201c" + " ".join(note.quote.split()) + "\u201d" for note in brief.notes]


def test_a_document_for_word_processors_reads_back(brief):
    docx = pytest.importorskip("docx")
    read = docx.Document(io.BytesIO(api.written_brief(brief, "docx")))
    told = [one for one in read.paragraphs if one.style.name == "List Bullet"]
    assert len(told) == len(sentences(brief))
    assert told[0].text.startswith(sentences(brief)[0].words)
    assert told[0].runs[-1].text.split(",")[0].strip() == str(sentences(brief)[0].notes[0])
    assert read.core_properties.title == brief.title


def test_pdf_is_two_pages_and_the_notes_with_no_head_last_on_a_page(brief):
    pages = [page.extract_text() for page in pdf_pages(brief)]
    first_note = next(number for number, text in enumerate(pages) if text.lstrip().startswith("Notes"))
    assert first_note <= 2
    flat = re.sub(r"\s+", "", "".join(pages))
    for sentence in sentences(brief):
        assert re.sub(r"\s+", "", sentence.words) in flat
    heads = {section.head for section in brief.sections}
    for text in pages:
        last = [line for line in text.splitlines() if line.strip()][-2:]
        assert not any(line.startswith(tuple(heads)) for line in last)


def test_pdf_of_the_fullest_brief_is_two_pages_and_the_notes(ledger):
    found = api.relation("JP", "VN", ledger=ledger)
    much = replace(found, events=found.events * 40, people=found.people * 40, instruments=found.instruments * 90)
    notes = footnotes(much)
    full = Brief(title="x", basis="y", sections=choice.sections(much, notes), notes=notes.notes())
    pages = [page.extract_text() for page in pdf_pages(full)]
    assert next(number for number, text in enumerate(pages) if text.lstrip().startswith("Notes")) == 2


def pdf_pages(brief):
    pypdf = pytest.importorskip("pypdf")
    try:
        made = api.written_brief(brief, "pdf")
    except UsageError as error:
        if os.environ.get("FOEDERA_REQUIRE") == "all":
            raise
        pytest.skip(str(error))
    return pypdf.PdfReader(io.BytesIO(made)).pages


def test_what_reports_say_stays_words(hostile):
    page = lxml_html.document_fromstring(api.written_brief(hostile, "html"))
    assert page.xpath("//script | //@onload") == []
    assert not any("javascript" in one for one in page.xpath("//@href"))
    assert page.xpath("string(//h1)") == HOSTILE
    text = api.written_brief(hostile, "md").decode()
    assert "<script>" not in text.replace("\\<script", "")
    assert "[y](" not in text
    assert "<javascript:" not in text


def test_the_same_brief_gives_the_same_bytes(brief):
    for form in api.brief_forms():
        try:
            assert api.written_brief(brief, form) == api.written_brief(brief, form), form
        except UsageError:
            assert form == "pdf"


def test_a_file_is_there_whole_or_not_at_all(brief, tmp_path):
    api.brief_file(brief, tmp_path / "b.md")
    assert (tmp_path / "b.md").read_bytes() == api.written_brief(brief, "md")
    with pytest.raises(UsageError, match="no form of a brief"):
        api.brief_file(brief, tmp_path / "b.odt")
    with pytest.raises(FoederaError):
        api.brief_file(brief, tmp_path / "none" / "b.md")
    assert [one.name for one in tmp_path.iterdir()] == ["b.md"]
