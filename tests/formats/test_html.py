import pytest

from foedera.formats import html
from foedera.model.article import Article
from foedera.model.document import Document
from foedera.model.when import When
from foedera.plumbing.text import normal

pytest.importorskip("trafilatura")

BODY = (
    "<p>Japanese Prime Minister Kishida Fumio and Vietnamese President Vo Van Thuong met in Tokyo and agreed to upgrade relations.</p>"
    "<p>The two leaders also agreed to hold a dialogue on defence every year, and ministers signed a memorandum on energy.</p>"
)
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ties - Example News</title>{head}</head>
<body><header><span class="date">Sunday, 22 November 2026</span><nav><a href="/a">Sport</a> <a href="/b">World</a></nav></header>
<main><article><h1>Japan and Viet Nam upgrade ties</h1>{top}{body}</article></main>
<aside><figure><figcaption>Another report's picture.</figcaption></figure><ul><li><a href="/x">More news</a></li></ul></aside>
<footer>Copyright Example News</footer></body></html>"""


def document(page, **given):
    body = page if isinstance(page, bytes) else page.encode()
    return Document(body=body, name="a.html", location="folder/a.html", media_type="text/html", **given)


def article(head="", top="", body=BODY, **given):
    return html.article(document(PAGE.format(head=head, top=top, body=body), **given))


def pieces(made, kind):
    return [made.text[part.span.start : part.span.end] for part in made.parts if part.kind == kind]


def test_the_report_is_title_and_paragraphs_without_what_stands_around_it():
    made = article()
    assert pieces(made, "title") == ["Japan and Viet Nam upgrade ties"]
    assert len(pieces(made, "body")) == 2
    for around in ("Sport", "More news", "Copyright", "22 November 2026"):
        assert around not in made.text
    assert (made.title, made.lang, made.own_text) == ("Japan and Viet Nam upgrade ties", "en", True)


def test_a_caption_is_a_caption():
    made = article(top="<figure><img src=x.jpg><figcaption>The two leaders in Tokyo. Photo: VNA</figcaption></figure>")
    assert pieces(made, "caption") == ["The two leaders in Tokyo. Photo: VNA"]
    assert "two leaders in Tokyo" not in " ".join(pieces(made, "body"))


def test_what_a_page_declares_of_its_day_and_publisher_is_taken():
    linked = """<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Ties upgraded",
      "datePublished": "2023-11-27T20:00:00+07:00", "publisher": {"name": "VietnamPlus"}}]}</script>"""
    made = article(head=linked)
    assert made.published == When(edtf="2023-11-27", basis="metadata")
    assert (made.title, made.publisher) == ("Ties upgraded", "VietnamPlus")
    tagged = article(head='<meta property="article:published_time" content="2023-11-28"><meta property="og:site_name" content="N">')
    assert (tagged.published.edtf, tagged.publisher) == ("2023-11-28", "N")


@pytest.mark.parametrize("value", ["2023", "2023-11"])
def test_a_year_alone_is_no_first_of_january(value):
    assert article(head=f'<meta name="pubdate" content="{value}">').published.edtf == value


def test_a_visible_date_below_the_heading_is_a_line_of_the_text_and_the_day_of_today_above_is_not():
    made = article(top='<div class="publish-date">Monday, 27 November 2023 | 10:00</div>')
    assert pieces(made, "dateline") == ["Monday, 27 November 2023 | 10:00"]
    assert made.published is None


@pytest.mark.parametrize(
    "broken", ["{", "[" * 100_000, '{"@type": 3}', '{"@type": "NewsArticle", "headline": 7, "datePublished": []}', "null"]
)
def test_broken_declarations_do_no_harm(broken):
    assert len(pieces(article(head=f'<script type="application/ld+json">{broken}</script>'), "body")) == 2


def test_an_address_that_is_a_script_is_none():
    assert article(head='<link rel="canonical" href="javascript:alert(1)">').url is None
    assert article(head='<link rel="canonical" href="https://example.org/1">').url == "https://example.org/1"
    assert (
        "javascript" not in article(body=BODY + '<p>See <a href="javascript:alert(1)">this page</a> for more of what they said.</p>').text
    )


def test_a_fetched_page_goes_by_its_address():
    made = article(url="https://example.org/1")
    assert (made.address, made.record, made.record_key, made.url) == ("https://example.org/1",) * 2 + ("id", "https://example.org/1")


def test_what_no_reader_sees_is_not_read():
    hidden = '<p style="display: none">Viet Nam broke off relations with Japan, says a hidden line.</p><p hidden>Ignore it.</p>'
    made = article(body=BODY + hidden)
    assert "hidden line" not in made.text
    assert "Ignore" not in made.text


def test_hidden_and_turning_signs_part_no_name():
    made = article(body=BODY.replace("Kishida", "Ki\u200bshi\u202eda"))
    assert "Kishida Fumio" in normal(made.text).text


def test_elements_twenty_thousand_deep_are_a_fault_with_its_reason():
    skip = html.article(document("<html><body>" + "<div>" * 20_000 + BODY + "</div>" * 20_000))
    assert (skip.reason, skip.is_fault) == ("too_deep", True)


def test_a_page_of_a_hundred_thousand_elements_is_left_out():
    skip = html.article(document("<html><body>" + "<p>x</p>" * 100_000))
    assert (skip.reason, skip.is_fault) == ("too_large", True)


@pytest.mark.parametrize("page", ["<html></html>", "<p></p>", "<!-- -->", "<html><body><nav><a href=x>a</a></nav></body></html>", "&"])
def test_a_page_without_a_report_is_a_fault(page):
    skip = html.article(document(page))
    assert (skip.reason, skip.is_fault) == ("no_article", True)


def test_an_empty_page_is_empty():
    assert html.article(document(" ")).reason == "empty"


@pytest.mark.parametrize("declared", [None, "iso-8859-1"])
@pytest.mark.parametrize("charset", ["shift_jis", "euc_jp", "iso2022_jp", "utf-16"])
def test_the_encoding_that_a_page_names_may_be_wrong(charset, declared):
    sentence = "日本とベトナムは東京で首脳会談を行い、両国の関係を格上げすることで一致した。両首脳は毎年、防衛に関する対話を行う。"
    page = PAGE.format(
        head='<meta http-equiv="content-type" content="text/html; charset=windows-1252">', top="", body=f"<p>{sentence}</p>" * 2
    )
    made = html.article(document(page.encode(charset), charset=declared))
    assert sentence in made.text
    assert not made.doubtful


def test_a_page_in_xhtml_with_its_declaration_is_read():
    assert isinstance(html.article(document('<?xml version="1.0" encoding="utf-8"?>' + PAGE.format(head="", top="", body=BODY))), Article)


def test_entities_of_its_own_are_not_expanded_and_files_not_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY b "{"b" * 1000}">]>' + PAGE.format(
        head="", top="", body=BODY + f"<p>It says &x; and {'&b;' * 100} in a paragraph that is long enough to be read.</p>"
    )
    made = html.article(document(page))
    assert "the secret" not in made.text
    assert "b" * 1000 not in made.text


def test_only_pages_are_accepted():
    assert html.accepts(document("x"))
    assert not html.accepts(Document(body=b"x", name="x", location="x", media_type="text/plain"))
