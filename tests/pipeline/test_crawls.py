import pytest

from foedera import formats, knowledge
from foedera.model.article import Article
from foedera.model.document import Document, Skip
from foedera.pipeline import crawls, read
from foedera.sources import Errand

pytest.importorskip("resiliparse")

KNOWN = knowledge.load()
MENU = "<ul>" + "".join(f"<li><a href=/{word}>{word}</a></li>" for word in "sport crime business music film police court".split()) + "</ul>"  # noqa: SIM905 - words
ABOUT = (
    "Prime Minister Kishida Fumio of Japan and President Vo Van Thuong of Viet Nam held talks in Tokyo on 27 November 2023.",
    "The two leaders agreed to upgrade bilateral relations and signed a memorandum of understanding on energy cooperation.",
)
OTHER = (
    "The team scored twice before the break and held on to win the match away from home in front of a full stadium on Sunday.",
    "The striker said after the final whistle that the goal was the most beautiful one of his long career in the league.",
)
THAI = ("ทีมฟุตบอลชนะการแข่งขันเมื่อวานนี้ต่อหน้าแฟนบอลจำนวนมากในสนามที่เต็มไปด้วยผู้คนและเสียงเชียร์ตลอดทั้งคืนของการแข่งขัน",) * 3


def document(lines, *, crawled=True, media_type="text/html", charset="utf-8"):
    body = "".join(f"<p>{line}</p>" for line in lines)
    page = f"<html><head><meta charset={charset}></head><body>{MENU}<article><h1>News</h1>{body}</article>{MENU}</body></html>"
    return Document(body=page.encode(charset), name="a", location="a.warc@0", media_type=media_type, url="https://e.org/a", crawled=crawled)


def decided(given):
    return crawls.turned_away(given, formats.format_of(given), KNOWN)


def test_a_page_about_states_is_let_in():
    assert decided(document(ABOUT)) is None
    assert decided(document(ABOUT, charset="utf-16")) is None


@pytest.mark.parametrize(("lines", "reason"), [(OTHER, "not_interstate"), (THAI, "no_pack")])
def test_a_page_about_something_else_is_turned_away_with_the_reason(lines, reason):
    skip = decided(document(lines))
    assert (skip.reason, skip.is_fault, skip.location) == (reason, False, "a.warc@0")
    assert "https://e.org/a" in skip.detail


def test_what_has_no_glimpse_or_is_no_text_is_left_to_its_format():
    plain = Document(body=b"talks", name="a", location="a", media_type="text/plain", crawled=True)
    assert decided(plain) is None
    assert decided(Document(body=b"\x00\xff\x00\xfe\x01", name="a", location="a", media_type="text/html", crawled=True)) is None


def test_menus_are_looked_at_only_where_there_is_nothing_else():
    assert crawls.paragraphs("Sport\nCrime\n" + "x" * 300) == "x" * 300
    assert crawls.paragraphs("Sport\nCrime") == "Sport\nCrime"


def test_only_what_came_with_a_crawl_passes_the_gate(monkeypatch):
    pages = [document(OTHER), document(OTHER, crawled=False), document(ABOUT)]

    class Source:
        def documents(self, _location, errand):
            assert isinstance(errand, Errand)
            yield from pages

    monkeypatch.setattr(read.sources, "source_of", lambda _: Source())
    assert [type(item) for item in read.articles(["x"], course=read.Course(gate=KNOWN))] == [Skip, Article, Article]
    assert [type(item) for item in read.articles(["x"])] == [Article, Article, Article]
