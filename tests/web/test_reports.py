"""What is marked on the page of a report is the stored quote, character by character."""

import unicodedata
from dataclasses import replace
from html import escape

import reading
from lxml import html

import foedera
from foedera import ledger as stores
from foedera.web.parts.marked import pieces

NOTE = "\U0001f91d\U0001f3fd"


def test_what_is_marked_is_the_quote_for_every_fact_of_the_examples(desk, ledger):
    langs = set()
    with stores.glance(ledger) as kept:
        for made in kept.readings():
            page = reading.document(desk.get(f"/report/{made.article.id}"))
            assert page.xpath("//div[@class='report']")[0].text_content() == made.article.text
            langs.add(made.article.lang)
            assert made.facts
            for fact in made.facts:
                assert reading.marked(page, fact.id) == fact.citation.quote
                assert len(page.xpath("//mark[@id=$fact]", fact=fact.id)) == 1
    assert langs == {"vi", "ja", "en", "ms"}


def test_a_report_is_headed_by_its_title_or_else_by_its_name(desk, ledger):
    with stores.glance(ledger) as kept:
        for made in kept.readings():
            titles = [made.article.text[part.span.start : part.span.end] for part in made.article.parts if part.kind == "title"]
            head = reading.document(desk.get(f"/report/{made.article.id}")).xpath("string(//h1)")
            assert head == (made.article.title or (titles[0].strip() if titles else made.article.record))


def test_it_is_also_of_decomposed_letters_signs_beyond_the_first_plane_and_foreign_line_ends(tmp_path, opened, ledger):
    texts = {
        "vi": "004-vi-ishiba-hanoi.txt",
        "ms": "008-ms-vn-jp-shimada-hcmc.txt",
        "en": "005-en-ishiba-hanoi-translation.txt",
    }
    with stores.glance(ledger) as kept:
        known = {made.article.record: made.article.text for made in kept.readings()}
    folder = tmp_path / "reports"
    folder.mkdir()
    for name in texts.values():
        text = unicodedata.normalize("NFD", known[name]).replace(". ", f". {NOTE} ").replace("\n", "\r\n")
        (folder / name).write_bytes(text.encode())
    indonesian = (
        "JAKARTA, 28 November 2023 - Indonesia dan Jepang menyepakati kerja sama pertahanan. "
        "Presiden Joko Widodo bertemu Perdana Menteri Fumio Kishida di Tokyo pada 27 November 2023."
    )
    (folder / "id.txt").write_bytes(indonesian.replace(". P", f". {NOTE} P").encode())
    foedera.ingest(folder, ledger=tmp_path / "t.db")
    desk = opened(tmp_path / "t.db")
    langs = set()
    with stores.glance(tmp_path / "t.db") as kept:
        for made in kept.readings():
            page = reading.document(desk.get(f"/report/{made.article.id}"))
            assert page.xpath("//div[@class='report']")[0].text_content() == made.article.text
            assert NOTE in made.article.text
            for fact in made.facts:
                langs.add(made.article.lang)
                assert reading.marked(page, fact.id) == fact.citation.quote
    assert langs == {"vi", "ms", "en", "id"}


def test_passages_that_overlap_are_cut_and_put_together_they_are_the_text(ledger):
    with stores.glance(ledger) as kept:
        made = next(one for one in kept.readings() if len(one.facts) > 2)
    first, second = made.facts[:2]
    start = first.citation.span.start
    cited = replace(second, citation=_moved(second.citation, made.article.text, start + 5))
    found = pieces(made.article, (first, cited))
    assert "".join(one.text for one in found) == made.article.text
    assert sum(len(one.opens) for one in found) == sum(one.closes for one in found)
    for fact in (first, cited):
        opened = [mark for one in found for mark in one.opens if mark.fact == fact.id]
        assert [mark.first for mark in opened] == [True] + [False] * (len(opened) - 1)
        assert [mark.last for mark in opened] == [False] * (len(opened) - 1) + [True]
    assert max(sum(mark.fact == fact.id for one in found for mark in one.opens) for fact in (first, cited)) == 2
    page = html.fragment_fromstring(_written(found), create_parent="div")
    for fact in (first, cited):
        assert reading.marked(page, fact.id) == fact.citation.quote


def test_a_passage_that_no_other_crosses_is_one_mark_whatever_lies_within(desk, ledger):
    for report in foedera.relation("JP", "VN", ledger=ledger).reports:
        made = foedera.report(report.document, ledger=ledger)
        page = reading.document(desk.get(f"/report/{report.document}"))
        spans = [fact.citation.span for fact in made.facts]
        for fact in made.facts:
            own = fact.citation.span
            if not any(own.meets(span) and not own.holds(span) and not span.holds(own) for span in spans):
                assert len(page.xpath("//mark[@data-fact=$fact]", fact=fact.id)) == 1


def test_captions_are_set_apart(desk, ledger):
    kinds = set()
    for report in foedera.relation("JP", "VN", ledger=ledger).reports:
        page = reading.document(desk.get(f"/report/{report.document}"))
        kinds |= {name for one in page.xpath("//div[@class='report']//span/@class") for name in one.split()}
    assert {"part", "body", "title"} <= kinds


def _moved(citation, text, start):
    from msgspec.structs import replace as changed

    end = citation.span.end + 9
    return changed(citation, span=changed(citation.span, start=start, end=end), quote=text[start:end])


def _written(found):
    marks = [[f'<mark data-fact="{mark.fact}">' for mark in one.opens] for one in found]
    return "".join("".join(opens) + escape(one.text) + "</mark>" * one.closes for opens, one in zip(marks, found, strict=True))
