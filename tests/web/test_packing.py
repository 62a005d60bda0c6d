"""Pages go compressed to who can read that, stay small, and are told whole to a request from elsewhere."""

import gzip

import pytest
import reading

SMALL = 60_000


@pytest.fixture(scope="module")
def pages(desk):
    return reading.walked(desk)


def test_every_page_is_small_when_it_is_compressed(pages):
    sizes = {
        address: len(gzip.compress(one.content, compresslevel=6))
        for address, one in pages.items()
        if one.headers["content-type"].startswith("text/html")
    }
    assert len(sizes) > 100
    assert {address: size for address, size in sizes.items() if size >= SMALL} == {}


def test_a_page_goes_compressed_and_says_the_same(desk):
    with desk.stream("GET", "/relation/JP/VN", headers={"accept-encoding": "gzip"}) as answer:
        raw = b"".join(answer.iter_raw())
    assert answer.headers["content-encoding"] == "gzip"
    assert "accept-encoding" in answer.headers["vary"].lower()
    assert int(answer.headers["content-length"]) == len(raw) < SMALL / 2
    plain = desk.get("/relation/JP/VN", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert gzip.decompress(raw) == plain.content


@pytest.mark.parametrize(("site", "sent"), [("cross-site", None), ("same-site", None), ("same-origin", "gzip"), ("none", "gzip")])
def test_a_request_from_elsewhere_learns_nothing_from_the_length(desk, site, sent):
    answer = desk.get("/search?q=Ishiba", headers={"accept-encoding": "gzip", "sec-fetch-site": site})
    assert answer.headers.get("content-encoding") == sent
    assert answer.status_code == 200


def test_answers_for_programs_keep_their_length_and_digest(desk):
    answer = desk.get("/api/v1/events", headers={"accept-encoding": "gzip"})
    assert "content-encoding" not in answer.headers
    assert answer.headers["etag"]
