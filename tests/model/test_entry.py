from foedera.model.article import Article
from foedera.model.entry import Entry
from foedera.model.report import Report, report_of
from foedera.model.when import When


def entry(*published):
    reports = tuple(Report(document=str(at), record=str(at), published=When(edtf=edtf)) for at, edtf in enumerate(published))
    return Entry(id="e", parties=(), facts=(), reports=reports, origins=len(reports))


def test_an_entry_is_reported_from_the_first_day_that_is_known():
    assert entry("2023-11-29", "2023-11-28", "XXXX-01-01").reported == "2023-11-28"
    assert entry("2023-11").reported == "2023-11-30"
    assert entry("XXXX-01-01").reported is None
    assert entry().reported is None


def test_a_report_is_an_article_without_its_text():
    article = Article(
        id="d",
        text="t",
        address="u",
        record="r",
        record_key="id",
        location="l",
        digest="x",
        lang="vi",
        url="u",
        title="T",
        publisher="P",
    )
    assert report_of(article) == Report(document="d", record="r", lang="vi", url="u", title="T", publisher="P")
