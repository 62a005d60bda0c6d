import pytest

from foedera.formats import text
from foedera.model.document import Document


def document(body, name="a.txt"):
    return Document(body=body, name=name, location=f"folder/{name}", media_type="text/plain")


def test_the_text_is_kept_exactly_as_given():
    article = text.article(document(b"\xef\xbb\xbfTalks\r\nin Tokyo"))
    assert article.text == "\ufeffTalks\r\nin Tokyo"
    assert (article.record_key, article.record, article.address) == ("file", "a.txt", "a.txt")


def test_the_id_depends_on_bytes_and_name_but_not_on_the_folder():
    here = text.article(document(b"Talks"))
    there = text.article(Document(body=b"Talks", name="a.txt", location="other/a.txt", media_type="text/plain"))
    assert here.id == there.id
    assert here.id != text.article(document(b"Talks", "b.txt")).id
    assert here.id != text.article(document(b"Talks.")).id


@pytest.mark.parametrize(
    ("body", "reason", "said"),
    [
        (b"", "empty", "no text"),
        (b" \r\n", "empty", "no text"),
        (b"\xef\xbb\xbf \n", "empty", "no text"),
        (b"Talks\0", "binary", "5"),
        (b"Talks \xff", "not_utf8", "6"),
        (b"\x00\xff\x00\xfe\x01", "binary", "0"),
    ],
)
def test_what_is_no_text_is_a_fault_that_says_where(body, reason, said):
    skip = text.article(document(body))
    assert (skip.reason, skip.is_fault, skip.location) == (reason, True, "folder/a.txt")
    assert said in skip.detail


def test_only_plain_text_is_accepted():
    assert text.accepts(document(b"x"))
    assert not text.accepts(Document(body=b"x", name="x", location="x", media_type="application/json"))
