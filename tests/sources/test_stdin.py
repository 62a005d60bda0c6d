import io
from types import SimpleNamespace

import pytest

from foedera.sources import Errand, stdin


def errand(limit=100):
    return Errand(limit=limit, media_types={})


@pytest.fixture
def given(monkeypatch):
    return lambda body: monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BufferedReader(io.BytesIO(body))))


def test_a_dash_is_standard_input():
    assert stdin.accepts("-")
    assert stdin.accepts(stdin.RECORD_LOCATION)
    assert not stdin.accepts("-.txt")


def test_plain_text_is_one_document(given):
    given(b"Talks\n{were} held\n")
    (document,) = stdin.documents("-", errand())
    assert (document.name, document.media_type, document.body) == ("-", "text/plain", b"Talks\n{were} held\n")


def test_a_brace_at_the_beginning_tells_records(given):
    given(b'{"text": "a"}\n{"text": "b"}\n')
    assert [document.name for document in stdin.documents("-", errand())] == ["-:1", "-:2"]


def test_records_may_be_longer_together_than_one_may_be(given):
    given(b'{"text": "a"}\n' * 5)
    assert len(list(stdin.documents("-", errand(15)))) == 5


def test_what_is_said_to_be_records_is_read_as_records(given):
    given(b"broken\n")
    (document,) = stdin.documents(stdin.RECORD_LOCATION, errand())
    assert document.media_type == "application/json"


def test_a_text_over_the_limit_is_left_out(given):
    given(b"x" * 50)
    (skip,) = stdin.documents("-", errand(10))
    assert skip.reason == "too_large"
