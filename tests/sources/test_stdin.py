import io
from types import SimpleNamespace

import pytest

from foedera.sources import stdin


@pytest.fixture
def given(monkeypatch):
    return lambda body: monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(body)))


def test_a_dash_is_standard_input():
    assert stdin.accepts("-")
    assert stdin.accepts(stdin.RECORD_LOCATION)
    assert not stdin.accepts("-.txt")


def test_plain_text_is_one_document(given):
    given(b"Talks\n{were} held\n")
    (document,) = stdin.documents("-", limit=100)
    assert (document.name, document.media_type, document.body) == ("-", "text/plain", b"Talks\n{were} held\n")


def test_a_brace_at_the_beginning_tells_records(given):
    given(b'{"text": "a"}\n{"text": "b"}\n')
    assert [document.name for document in stdin.documents("-", limit=100)] == ["-:1", "-:2"]


def test_records_may_be_longer_together_than_one_may_be(given):
    given(b'{"text": "a"}\n' * 5)
    assert len(list(stdin.documents("-", limit=15))) == 5


def test_what_is_said_to_be_records_is_read_as_records(given):
    given(b"broken\n")
    (document,) = stdin.documents(stdin.RECORD_LOCATION, limit=100)
    assert document.media_type == "application/json"


def test_a_text_over_the_limit_is_left_out(given):
    given(b"x" * 50)
    (skip,) = stdin.documents("-", limit=10)
    assert skip.reason == "too_large"
