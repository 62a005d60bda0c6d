import gzip
import io
import sys
import zlib
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from archives import PAGE, packed, pages, record

from foedera.model.document import Document, Skip
from foedera.plumbing.network.visits import visitor
from foedera.sources import Errand, warc
from foedera.sources.parts import members
from foedera.sources.parts.members import pieces
from foedera.sources.parts.splitting import Hole, Record, records
from sites import running

pytest.importorskip("fastwarc")
zstandard = pytest.importorskip("zstandard")

NOISE = Random(1)  # noqa: S311 - noise, no secret
NO_RECORD = gzip.compress(b"no record", mtime=0)
"""Without the clock: each worker of the tests must find the same cases."""
KINDS = {".html": "text/html", ".txt": "text/plain"}


def read(path, limit=1_000_000, **given):
    return list(warc.documents(str(path), Errand(limit=limit, media_types=KINDS, **given)))


def file(tmp_path, body, name="a.warc.gz"):
    (tmp_path / name).write_bytes(body)
    return tmp_path / name


def urls(found):
    return [one.url.rsplit("/", 1)[1] for one in found if isinstance(one, Document)]


def holes(found):
    return [one for one in found if isinstance(one, Skip) and one.reason == "hole"]


def zstd(records_, **given):
    return b"".join(zstandard.ZstdCompressor(write_checksum=True, **given).compress(one) for one in records_)


PACKINGS = {
    "a.warc": b"".join,
    "a.warc.gz": packed,
    "whole.warc.gz": lambda records_: gzip.compress(b"".join(records_)),
    "a.warc.zst": zstd,
}


@pytest.mark.parametrize("name", PACKINGS)
def test_the_answers_of_an_archive_come_in_order_with_their_places(tmp_path, name):
    note = record("https://example.org/note", b"software: x", kind="warcinfo", media_type="application/warc-fields")
    path = file(tmp_path, PACKINGS[name]([note, *pages(5)]), name)
    found = read(path)
    assert urls(found) == ["0", "1", "2", "3", "4"]
    first = found[0]
    assert (first.media_type, first.crawled, first.url) == ("text/html", True, "https://example.org/0")
    assert first.location.startswith(f"{path}@")
    assert b"topic 0" in first.body


def test_an_archive_with_a_dictionary_is_read(tmp_path):
    trained = zstandard.train_dictionary(2000, [one[at : at + 400] for one in pages(60) for at in range(0, 800, 100)])
    frames = b"".join(zstandard.ZstdCompressor(dict_data=trained).compress(one) for one in pages(3))
    for body in (trained.as_bytes(), zstandard.ZstdCompressor().compress(trained.as_bytes())):
        skipped = b"\x5d\x2a\x4d\x18" + len(body).to_bytes(4, "little") + body
        assert urls(read(file(tmp_path, skipped + frames, "d.warc.zst"))) == ["0", "1", "2"]


def test_the_encoding_and_the_packing_of_an_answer_are_undone(tmp_path):
    body = gzip.compress(PAGE.format(title="x").encode())
    path = file(
        tmp_path, packed([record("https://e.org/a", body, headers="Content-Encoding: gzip\r\n", media_type="text/html; charset=euc-jp")])
    )
    (found,) = read(path)
    assert (found.body, found.charset) == (PAGE.format(title="x").encode(), "euc-jp")


def test_what_is_no_success_or_of_another_kind_is_left_out_by_rule(tmp_path):
    found = read(
        file(tmp_path, packed([record("https://e.org/a", b"x", status=404), record("https://e.org/b", b"x", media_type="image/png")]))
    )
    assert [(one.reason, one.is_fault) for one in found] == [("no_success", False), ("other_format", False)]


@pytest.mark.parametrize("name", PACKINGS)
def test_a_file_that_breaks_off_keeps_what_is_whole_and_lists_the_hole(tmp_path, name):
    body = PACKINGS[name](pages(5))
    found = read(file(tmp_path, body[:-60], name))
    whole = 2 if name.startswith("whole") else 4
    assert urls(found)[:whole] == ["0", "1", "2", "3"][:whole]
    assert "4" not in urls(found)
    assert len(holes(found)) == 1
    assert holes(found)[0].is_fault


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.warc.zst"])
def test_a_flipped_bit_costs_the_record_it_is_in_and_no_other(tmp_path, name):
    whole = pages(5)
    starts = [len(PACKINGS[name](whole[:number])) for number in range(6)]
    middle = (starts[2] + starts[3]) // 2
    body = bytearray(PACKINGS[name](whole))
    body[middle] ^= 0x10
    found = read(file(tmp_path, bytes(body), name))
    assert urls(found) == ["0", "1", "3", "4"]
    (hole,) = holes(found)
    assert hole.location.endswith(f"@{starts[2]}")


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.warc.zst"])
def test_lost_bytes_cost_the_record_they_were_in(tmp_path, name):
    whole = pages(5)
    starts = [len(PACKINGS[name](whole[:number])) for number in range(6)]
    body = PACKINGS[name](whole)
    middle = (starts[2] + starts[3]) // 2
    found = read(file(tmp_path, body[: middle - 20] + body[middle + 20 :], name))
    assert urls(found) == ["0", "1", "3", "4"]
    assert len(holes(found)) == 1


def test_garbage_between_members_is_a_hole_with_its_bounds(tmp_path):
    one, two = packed(pages(1)), packed(pages(2)[1:])
    found = read(file(tmp_path, one + b"garbage" * 10 + two))
    assert urls(found) == ["0", "1"]
    assert f"bytes {len(one)} to {len(one) + 70} " in holes(found)[0].detail


def test_a_length_that_lies_costs_its_record_alone(tmp_path):
    one, two, three = pages(3)
    for wrong in (b"Content-Length: 5", b"Content-Length: 999999999", b"Content-Length: x"):
        start = two.index(b"Content-Length:")
        lied = two[:start] + wrong + two[two.index(b"\r\n", start) :]
        found = read(file(tmp_path, one + lied + three, "a.warc"))
        assert urls(found) == ["0", "2"], wrong
        assert [one for one in found if isinstance(one, Skip) and one.is_fault]


@pytest.mark.parametrize("body", [b"", b"garbage " * 100, b"\x1f\x8b\x08garbage", b"\x28\xb5\x2f\xfdgarbage", NO_RECORD])
@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_file_without_a_record_is_a_fault(tmp_path, body, name):
    found = read(file(tmp_path, body, name))
    assert [one.is_fault for one in found] == [True]


def test_a_record_over_the_limit_is_left_out_and_the_rest_is_read(tmp_path, max_memory):
    huge = record("https://e.org/huge", NOISE.randbytes(1_000_000) * 60)
    for name in ("a.warc", "a.warc.gz", "whole.warc.gz"):
        path = file(tmp_path, PACKINGS[name]([pages(1)[0], huge, pages(2)[1]]), name)
        with max_memory(45_000_000):
            found = read(path)
        assert urls(found) == ["0", "1"]
        assert {one.reason for one in found if isinstance(one, Skip)} <= {"too_large", "hole"}
        assert len(found) == 3


def test_a_member_that_becomes_300_megabytes_of_nothing_is_a_hole(tmp_path, max_memory):
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join(packer.compress(bytes(1_000_000)) for _ in range(300)) + packer.flush()
    path = file(tmp_path, packed(pages(1)) + bomb + packed(pages(2)[1:]))
    with max_memory(60_000_000):
        found = read(path)
    assert urls(found) == ["0", "1"]
    assert "bomb" in holes(found)[0].detail


def test_an_answer_that_unpacks_to_more_than_allowed_is_left_out(tmp_path):
    bomb = gzip.compress(bytes(30_000_000))
    found = read(file(tmp_path, packed([record("https://e.org/a", bomb, headers="Content-Encoding: gzip\r\n"), *pages(1)])))
    assert urls(found) == ["0"]
    assert [one.reason for one in found if isinstance(one, Skip)] == ["too_large"]


def test_an_archive_is_read_over_http_through_the_one_door():
    body = packed(pages(3))
    with running({"/a.warc.gz": (200, {}, body)}) as site:
        found = read(site.url("/a.warc.gz"), visitor=lambda: visitor(allow=("127.0.0.1",)))
        assert urls(found) == ["0", "1", "2"]
        (skip,) = read(site.url("/a.warc.gz"), visitor=visitor)
        assert (skip.reason, skip.is_fault) == ("refused", True)


def test_an_archive_in_a_store_that_nobody_named_is_refused():
    (skip,) = read("s3://bucket/a.warc.gz", visitor=visitor)
    assert skip.reason == "refused"
    assert "FOEDERA_S3" in skip.detail


def test_a_file_that_is_not_there_is_unreadable(tmp_path):
    assert read(tmp_path / "none.warc.gz")[0].reason == "unreadable"


def test_names_of_archives_are_accepted():
    assert all(map(warc.accepts, ["a.warc", "A.WARC.GZ", "https://e.org/a.warc.gz?x=1", "s3://b/a.warc.zst"]))
    assert not any(map(warc.accepts, ["a.gz", "a.txt", "-"]))


def test_the_parts_of_an_archive_give_together_what_it_holds_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(warc, "PART", 1000)
    body = bytearray(packed(pages(20)))
    body[len(body) // 2 + 60] ^= 4
    path = file(tmp_path, bytes(body))
    errand = Errand(limit=100_000, media_types=KINDS)
    parts = list(warc.apart(str(path), errand))
    assert len(parts) == len(body) // 1000 + 1
    together = [one for part in parts for one in read(part)]
    assert together == read(path)
    assert len(urls(together)) == 19
    assert list(warc.apart(str(tmp_path / "none.warc.gz"), errand)) == [str(tmp_path / "none.warc.gz")]


WHOLE = packed(pages(3))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=4), st.integers(0, len(WHOLE)))
def test_whatever_happens_to_an_archive_no_record_is_given_that_was_not_in_it(changes, length):
    body = bytearray(WHOLE)
    for at, byte in changes:
        body[at] = byte
    body = bytes(body)[:length]
    good = {one.removesuffix(b"\r\n\r\n") for one in pages(3)}
    found = list(records(pieces(io.BytesIO(body)), limit=100_000))
    assert {one.body for one in found if isinstance(one, Record)} <= good
    if body != WHOLE:
        missing = len(good) - len({one.body for one in found if isinstance(one, Record)})
        assert not missing or not body or any(isinstance(one, Hole) for one in found) or length in _ends()


def _ends():
    """Where a file may break off with nothing to tell that there was more."""
    return {len(packed(pages(3)[:number])) for number in range(4)}


def test_a_member_longer_than_what_is_kept_is_sought_behind(monkeypatch):
    monkeypatch.setattr(members, "KEPT", 2000)
    noise = gzip.compress(bytes(range(256)) * 40 + NOISE.randbytes(20_000))
    broken = bytearray(noise)
    broken[-6] ^= 1
    found = list(records(pieces(io.BytesIO(bytes(broken) + packed(pages(2)))), limit=100_000))
    assert sum(isinstance(one, Record) for one in found) == 2
    assert isinstance(found[0], Hole)
