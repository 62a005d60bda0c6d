import pytest

from foedera.model.article import Article
from foedera.model.document import Document, Skip
from foedera.pipeline import read
from foedera.pipeline.options import Options


def test_each_location_is_read_and_what_is_bad_does_not_stop_the_rest(tmp_path):
    (tmp_path / "a.txt").write_text("talks")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.jsonl").write_text('{"id": "r1", "text": "talks"}\n{broken\n')
    found = list(read.articles([str(tmp_path), str(tmp_path / "none.txt")]))
    assert [item.record if isinstance(item, Article) else item.reason for item in found] == [
        "a.txt",
        "empty",
        "r1",
        "not_json",
        "unreadable",
    ]


def test_options_fill_what_an_article_lacks(tmp_path):
    (tmp_path / "c.jsonl").write_text('{"text": "a"}\n{"text": "b", "lang": "ms", "published": "2023-11-28"}\n')
    options = Options(lang="vi", published="2020-01-01")
    first, second = read.articles([str(tmp_path)], options=options)
    assert (first.lang, first.published.edtf) == ("vi", "2020-01-01")
    assert (second.lang, second.published.edtf) == ("ms", "2023-11-28")


def test_standard_input_may_be_said_to_hold_records(monkeypatch):
    import io
    from types import SimpleNamespace

    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BufferedReader(io.BytesIO(b'  {"id": "a", "text": "talks"}\n'))))
    (article,) = read.articles(["-"], options=Options(jsonl=True))
    assert article.record == "a"


def test_a_location_that_no_source_knows_is_a_fault():
    (skip,) = read.articles(["gopher://example.org/reports"])
    assert (skip.reason, skip.is_fault) == ("unreadable", True)


def test_bytes_that_no_format_knows_are_a_fault(monkeypatch):
    from types import SimpleNamespace

    picture = Document(body=b"x", name="a.png", location="a.png", media_type="image/png")
    source = SimpleNamespace(documents=lambda *_: iter([picture]))
    monkeypatch.setattr(read.sources, "source_of", lambda _: source)
    (skip,) = read.articles(["a.png"])
    assert (skip.reason, skip.is_fault) == ("unknown_format", True)


@pytest.mark.usefixtures("scripted")
def test_readings_come_one_for_an_article_with_word_of_each(tmp_path, nouns):
    (tmp_path / "a.txt").write_text("2023-11-27 talks")
    (tmp_path / "b.txt").write_text("")
    told = []
    found = list(read.readings([str(tmp_path)], nouns.KNOWLEDGE, options=Options(progress=told.append)))
    assert told == found
    assert [len(item.facts) for item in found if not isinstance(item, Skip)] == [1]


def test_a_mistake_of_ours_costs_one_report_and_is_told(monkeypatch, tmp_path):
    (tmp_path / "c.jsonl").write_text('{"id": "a", "text": "bad"}\n{"id": "b", "text": "good"}\n')

    def reading(article, _):
        if article.text == "bad":
            message = "no such month"
            raise ValueError(message)
        return article.text

    monkeypatch.setattr(read.extraction, "read", reading)
    skip, other = read.readings([str(tmp_path)], None)
    assert (skip.reason, skip.is_fault, other) == ("failed", True, "good")
    assert "no such month" in skip.detail
