"""An archive in a store of objects: a stand-in for one on this machine, which the operator names."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from archives import packed, pages

from foedera.plumbing.network.visits import visitor
from foedera.sources import Errand, warc
from sites import running

pytest.importorskip("fastwarc")
pytest.importorskip("s3fs")

BODY = packed(pages(3))


def given(desk):
    """The object, or the part of it that is asked for."""
    asked = desk.headers.get("Range")
    if desk.command == "HEAD" or not asked:
        return (200, {"ETag": '"1"', "Content-Type": "application/octet-stream"}, BODY)
    first, last = asked.removeprefix("bytes=").split("-")
    part = BODY[int(first) : int(last) + 1]
    return (206, {"ETag": '"1"', "Content-Range": f"bytes {first}-{int(first) + len(part) - 1}/{len(BODY)}"}, part)


def read(store, location="s3://crawl/a.warc.gz"):
    errand = Errand(limit=100_000, media_types={".html": "text/html"}, visitor=lambda: visitor(store=store))
    return list(warc.documents(location, errand))


def test_an_archive_is_read_from_the_store_that_the_operator_names(monkeypatch):
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    with running({"/crawl/a.warc.gz": given}) as site:
        assert [one.url for one in read(site.url())] == [f"https://example.org/{number}" for number in range(3)]
        assert all(path == "/crawl/a.warc.gz" for path in site.paths())
        (skip,) = read(site.url(), "s3://crawl/none.warc.gz")
        assert (skip.reason, skip.is_fault) == ("unreachable", True)
    assert read("file:///etc")[0].reason == "refused"
