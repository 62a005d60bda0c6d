import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.formats import jsonl
from foedera.model.article import Article
from foedera.model.document import Document
from foedera.model.when import When


def document(body, name="x.jsonl:1"):
    return Document(body=body, name=name, location=f"folder/{name}", media_type="application/json")


def article(**record):
    return jsonl.article(document(json.dumps(record).encode()))


def test_a_record_gives_what_it_declares():
    made = article(
        id="r1",
        text="Talks\r\n",
        url="https://example.org/1",
        title="T",
        published="2023-11-28",
        publisher="P",
        lang="en",
        mood="good",
    )
    assert (made.record_key, made.record, made.address, made.url) == (
        "id",
        "r1",
        "https://example.org/1",
        "https://example.org/1",
    )
    assert (made.text, made.title, made.publisher, made.lang) == ("Talks\r\n", "T", "P", "en")
    assert made.published == When(edtf="2023-11-28", basis="metadata")


def test_what_is_null_or_blank_is_not_declared():
    made = article(id=7, text="Talks", url=None, published="", lang="")
    assert (made.record, made.address, made.url, made.published, made.lang) == ("7", "7", None, None, None)


def test_without_an_id_the_line_names_the_record():
    assert article(text="Talks").record == "x.jsonl:1"


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2023-11-28T09:30:00+07:00", "2023-11-28"),
        ("2023-11-28 09:30", "2023-11-28"),
        ("2023-11", "2023-11"),
        ("XXXX-03-07", "XXXX-03-07"),
    ],
)
def test_a_publication_date_may_carry_a_time(value, edtf):
    assert article(id="r", text="t", published=value).published.edtf == edtf


@pytest.mark.parametrize("value", ["28 November 2023", "2023-13-01", "2023-02-30", "2023-11-281", "20231128"])
def test_what_is_no_date_is_a_wrong_field(value):
    skip = article(id="r", text="t", published=value)
    assert skip.reason == "wrong_field"
    assert value in skip.detail


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (b"{broken", "not_json"),
        (b"[" * 100_000, "not_json"),
        (b'["text"]', "not_a_record"),
        (b"3", "not_a_record"),
        (b'{"id": "a"}', "no_text"),
        (b'{"id": "a", "text": null}', "no_text"),
        (b'{"id": "a", "text": " "}', "empty"),
        (b'{"id": "a", "text": "a\\u0000"}', "binary"),
        (b'{"id": "a", "text": 3}', "wrong_field"),
        (b'{"id": ["a"], "text": "b"}', "wrong_field"),
        (b'{"id": "a", "text": "b", "lang": 1}', "wrong_field"),
        (b'{"text": "\xff"}', "not_utf8"),
        (b'{"text": "\\ud800"}', "not_json"),
    ],
)
def test_a_bad_line_is_a_fault_with_its_place_and_a_remedy(body, reason):
    skip = jsonl.article(document(body))
    assert (skip.reason, skip.is_fault, skip.location) == (reason, True, "folder/x.jsonl:1")
    assert len(skip.detail) > 10


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b'{"id": 3, "text": "b", "lang": 1}', "`lang` is 1; give text there"),
        (b'{"id": ["a"], "text": "b"}', "`id` is ['a']; give text there"),
        (b'{"text": "\\ud800"}', "half a character"),
    ],
)
def test_it_says_what_is_wrong_in_the_words_of_the_file(body, words):
    assert words in jsonl.article(document(body)).detail


def test_a_byte_order_mark_before_the_first_record_does_no_harm():
    assert isinstance(jsonl.article(document(b'\xef\xbb\xbf{"text": "a"}')), Article)


@given(st.binary(max_size=40))
def test_any_bytes_become_an_article_or_a_fault(body):
    made = jsonl.article(document(body))
    assert isinstance(made, Article) or made.is_fault


def test_only_records_are_accepted():
    assert jsonl.accepts(document(b"{}"))
