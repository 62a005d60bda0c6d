import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import paper

from foedera.formats import pdf
from foedera.model.article import Article
from foedera.model.document import Document, Skip

pypdf = pytest.importorskip("pypdf")

LINES = ["Joint statement of Japan and Viet Nam", "The two leaders agreed to up-", "grade their relations to a partnership."]


def document(body, **given):
    return Document(body=body, name="a.pdf", location="folder/a.pdf", media_type="application/pdf", **given)


def test_the_text_of_all_pages_is_read_and_words_that_were_divided_are_whole():
    made = pdf.article(document(paper(LINES, ["Done at Tokyo on 27 November 2023."])))
    assert made.text.split("\n")[0] == "Joint statement of Japan and Viet Nam"
    assert "agreed to upgrade their relations" in made.text
    assert made.text.endswith("Done at Tokyo on 27 November 2023.")
    assert (made.record, made.record_key, made.own_text) == ("a.pdf", "file", True)


def test_a_fetched_paper_goes_by_its_address_and_the_day_its_feed_gives():
    made = pdf.article(document(paper(LINES), url="https://example.org/1.pdf", published="2023-11-27"))
    assert (made.address, made.record_key, made.published.edtf) == ("https://example.org/1.pdf", "id", "2023-11-27")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "damaged"),
        (b"%PDF-1.4\n", "damaged"),
        (b"no paper at all", "damaged"),
        (paper(LINES)[:200], "damaged"),
        (paper([]), "no_text"),
    ],
)
def test_what_is_no_sound_paper_is_a_fault(body, reason):
    skip = pdf.article(document(body))
    assert (skip.reason, skip.is_fault, skip.location) == (reason, True, "folder/a.pdf")


def test_a_locked_paper_is_a_fault_that_says_so():
    import io

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(paper(LINES)))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert pdf.article(document(out.getvalue())).reason == "encrypted"


def test_a_page_that_unpacks_to_a_gigabyte_is_left_out(max_memory):
    whole = paper(LINES)
    start, end = whole.index(b"stream\n") + 7, whole.index(b"\nendstream")
    packer = zlib.compressobj(9)
    bomb = b"".join(packer.compress(b" " * 1_000_000) for _ in range(300)) + packer.flush()
    with max_memory(400_000_000):
        made = pdf.article(document(whole[:start] + bomb + whole[end:]))
    assert isinstance(made, Skip)
    assert made.is_fault


@settings(max_examples=40)
@given(st.integers(0, len(paper(LINES)) - 1), st.integers(0, 255))
def test_a_paper_with_any_byte_changed_is_an_article_or_a_fault(at, byte):
    body = bytearray(paper(LINES))
    body[at] = byte
    made = pdf.article(document(bytes(body)))
    assert isinstance(made, Article) or made.is_fault


def test_only_papers_are_accepted():
    assert pdf.accepts(document(b""))
