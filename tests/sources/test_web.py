import io
import json

import pytest

from foedera.model.document import Document, Skip
from foedera.plumbing.errors import UsageError
from foedera.plumbing.memory import Memory
from foedera.plumbing.network.addresses import allowed
from foedera.plumbing.network.connection import Door
from foedera.plumbing.network.visits import Manners, Visitor
from foedera.sources import Errand, feed, nobody, web
from foedera.sources.parts import feeds
from sites import running

pytest.importorskip("feedparser")

KINDS = {".html": "text/html", ".pdf": "application/pdf", ".txt": "text/plain"}
PAGE = (200, {"Content-Type": "text/html; charset=utf-8"}, b"<p>talks</p>")


def errand(memory=None, limit=100_000):
    door = Door(allowed=allowed(["127.0.0.1"]))
    who = Visitor(door=door, manners=Manners(wait=0.0, seconds=5, limit=limit), memory=memory)
    return Errand(limit=limit, media_types=KINDS, visitor=lambda: who, memory=memory)


def rss(site, *items):
    entries = "".join(
        f"<item><title>{title}</title><link>{link}</link><pubDate>Mon, 27 Nov 2023 10:00:00 GMT</pubDate></item>" for title, link in items
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><link>{site}</link>{entries}</channel></rss>'.encode()


def atom(*links):
    entries = "".join(
        f"<entry><title>t</title><id>{link}</id><link href='{link}'/><updated>2023-11-28T01:00:00Z</updated></entry>" for link in links
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>n</title><id>x</id><updated>2023-11-28T01:00:00Z</updated>{entries}</feed>'.encode()


def jsonfeed(*links):
    items = [{"id": link, "url": link, "title": "t", "date_published": "2023-11-29T01:00:00Z"} for link in links]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "n", "items": items}).encode()


def test_a_page_comes_with_its_address_and_encoding():
    with running({"/news/a.html": PAGE}) as site:
        (found,) = web.documents(site.url("/news/a.html"), errand())
        assert (found.name, found.url, found.charset, found.crawled) == ("a.html", site.url("/news/a.html"), "utf-8", False)
        assert (found.media_type, found.body) == ("text/html", b"<p>talks</p>")


def test_what_tells_no_kind_goes_by_the_ending_of_its_address_and_a_picture_is_not_read():
    untold = (200, {"Content-Type": "application/octet-stream"}, b"%PDF-")
    with running({"/a.pdf": untold, "/a.png": (200, {"Content-Type": "image/png"}, b"x")}) as site:
        (paper,) = web.documents(site.url("/a.pdf"), errand())
        assert paper.media_type == "application/pdf"
        (skip,) = web.documents(site.url("/a.png"), errand())
        assert skip.reason == "other_format"


def test_a_list_of_addresses_is_read_line_by_line_and_a_bad_one_does_not_stop_the_rest(tmp_path, monkeypatch):
    with running({"/a": PAGE, "/b": PAGE}) as site:
        lines = f"# today\n{site.url('/a')}\n\nfile:///etc/passwd\n{site.url('/none')}\n{site.url('/b')}\n"
        (tmp_path / "list.txt").write_text(lines)
        found = list(web.documents(f"web:{tmp_path}/list.txt", errand()))
        assert [type(one) for one in found] == [Document, Skip, Skip, Document]
        assert [one.reason for one in found if isinstance(one, Skip)] == ["refused", "unreachable"]
        monkeypatch.setattr("sys.stdin", io.StringIO(site.url("/a")))
        assert len(list(web.documents("web:-", errand()))) == 1
    assert next(iter(web.documents(f"web:{tmp_path}/none.txt", errand()))).reason == "unreadable"


@pytest.mark.parametrize(("make", "day"), [(None, "2023-11-27"), (atom, "2023-11-28"), (jsonfeed, "2023-11-29")])
def test_the_entries_of_a_feed_are_fetched_with_the_day_it_gives(make, day, tmp_path):
    with running({"/1": PAGE, "/2": PAGE}) as site:
        links = [site.url("/1"), site.url("/2")]
        body = make(*links) if make else rss(site.url(), ("a", links[0]), ("b", "/2"))
        site.pages["/feed"] = (200, {"Content-Type": "application/xml"}, body)
        for location in (f"feed:{site.url('/feed')}", site.url("/feed")):
            source = feed if feed.accepts(location) else web
            found = list(source.documents(location, errand()))
            assert [(one.url, one.published) for one in found] == [(link, day) for link in links]
        (tmp_path / "saved.xml").write_bytes(rss(site.url(), ("a", links[0])))
        assert len(list(feed.documents(f"feed:{tmp_path}/saved.xml", errand()))) == 1


def test_what_was_read_is_not_fetched_again_and_what_failed_is_tried_again():
    def changed(desk):
        return (304, {}, b"") if desk.headers.get("If-None-Match") == "1" else (200, {"ETag": "1"}, site.feed)

    with running({"/1": PAGE, "/feed": changed}) as site:
        site.feed = rss(site.url(), ("a", site.url("/1")), ("b", site.url("/2")))
        memory = Memory()
        location = f"feed:{site.url('/feed')}"
        first = list(feed.documents(location, errand(memory)))
        assert [type(one) for one in first] == [Document, Skip]
        site.pages["/2"] = PAGE
        assert [one.url for one in feed.documents(location, errand(memory))] == [site.url("/2")]
        assert list(feed.documents(location, errand(memory))) == []
        assert [one for one in site.paths() if one != "/feed"] == ["/1", "/2", "/2"]


def test_a_script_for_an_address_is_no_address():
    found = feeds.entries(rss("https://e.org", ("&lt;img onerror=x&gt;", "javascript:alert(1)")), "https://e.org/feed")
    assert [(entry.url, entry.title) for entry in found] == [(None, "<img onerror=x>")]
    (skip,) = feeds.documents(rss("https://e.org", ("t", "javascript:alert(1)")), "https://e.org/feed", errand())
    assert (skip.reason, skip.is_fault) == ("no_address", True)


BOMB = "<!DOCTYPE rss [" + "<!ENTITY a0 'x'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10)) + "]>"
XXE = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("attack", [BOMB, XXE])
def test_entities_of_a_feeds_own_are_a_fault_and_nothing_is_read_for_them(attack, encoding):
    body = (attack + "<rss version='2.0'><channel><item><title>&x;&a9;</title></item></channel></rss>").encode(encoding)
    skip = feeds.entries(body, "https://e.org/feed")
    assert (skip.reason, skip.is_fault) == ("damaged", True)


@pytest.mark.parametrize(
    "body", [b"", b"/etc/passwd", b"<html></html>", b"<rss", b'{"version": "https://jsonfeed.org/version/1", "items": 3}']
)
def test_what_is_no_feed_is_a_fault(body):
    assert feeds.entries(body, "https://e.org/feed").reason == "damaged"


def test_a_saved_feed_that_is_not_there_or_too_large_is_a_fault(tmp_path):
    (tmp_path / "a.xml").write_bytes(b"x" * 200)
    assert [one.reason for one in feed.documents(f"feed:{tmp_path}/a.xml", errand(limit=100))] == ["too_large"]
    assert [one.reason for one in feed.documents(f"feed:{tmp_path}/none.xml", errand())] == ["unreadable"]


def test_where_nobody_is_sent_nothing_is_fetched():
    with pytest.raises(UsageError):
        nobody()


@pytest.mark.parametrize("link", ["https://eor]g", "//[x", "http://[1::2"])
def test_an_entry_whose_address_cannot_be_read_has_none(link):
    body = f"<rss version='2.0'><channel><item><title>t</title><link>{link}</link></item></channel></rss>".encode()
    (entry,) = feeds.entries(body, "https://e.org/feed")
    assert entry.url is None
    body = f'{{"version": "https://jsonfeed.org/version/1.1", "items": [{{"url": "{link}", "title": "t"}}]}}'.encode()
    (entry,) = feeds.entries(body, "https://e.org/feed")
    assert entry.url is None
