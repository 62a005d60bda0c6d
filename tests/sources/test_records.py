import io

from foedera.model.document import Document, Skip
from foedera.sources.parts.records import RECORDS, TEXT, Origin, documents

ORIGIN = Origin(name="x.jsonl", location="folder/x.jsonl")


class Endless(io.RawIOBase):
    """One line of so many bytes, made as it is read."""

    def __init__(self, size):
        self.left = size

    def readable(self):
        return True

    def readinto(self, buffer):
        given = min(len(buffer), self.left)
        buffer[:given] = b"a" * given
        self.left -= given
        return given


def test_a_line_of_200_megabytes_is_left_out_without_being_held(max_memory):
    stream = io.BufferedReader(Endless(200_000_000))
    with max_memory(50_000_000):
        (skip,) = documents(stream, ORIGIN, RECORDS, limit=10_000_000)
    assert (skip.reason, skip.location) == ("too_large", "folder/x.jsonl:1")
    assert "200000000" in skip.detail


def test_a_text_of_200_megabytes_is_left_out_without_being_held(max_memory):
    stream = io.BufferedReader(Endless(200_000_000))
    with max_memory(50_000_000):
        (skip,) = documents(stream, ORIGIN, TEXT, limit=10_000_000)
    assert (skip.reason, skip.location) == ("too_large", "folder/x.jsonl")
    assert "200000000" in skip.detail


def test_the_lines_behind_one_that_is_too_long_are_read():
    stream = io.BytesIO(b'{"text": "' + b"a" * 50 + b'"}\n\n{"text": "b"}')
    first, second = documents(stream, ORIGIN, RECORDS, limit=20)
    assert isinstance(first, Skip)
    assert second == Document(body=b'{"text": "b"}', name="x.jsonl:3", location="folder/x.jsonl:3", media_type=RECORDS)


def test_a_line_of_the_very_limit_is_read():
    (document,) = documents(io.BytesIO(b"a" * 20 + b"\n"), ORIGIN, RECORDS, limit=20)
    assert document.body == b"a" * 20
