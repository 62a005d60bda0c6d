"""What was put off or taken back, from reports of our own to the status of a promise."""

import pytest

from foedera.api.packs import known
from foedera.extraction.readings import read
from foedera.merging.entries import entries
from foedera.model.article import Article
from foedera.model.document import DocumentId
from foedera.model.report import Report
from foedera.model.when import When


@pytest.fixture(scope="module")
def told():
    """The entries that reports give: (language, day, text) each."""

    def made(*reports):
        facts, kept = [], []
        for number, (lang, day, text) in enumerate(reports):
            name = f"r{number}"
            published = When(edtf=day, basis="metadata")
            article = Article(
                id=DocumentId(name),
                text=text,
                address=name,
                record=name,
                record_key="file",
                location=name,
                digest=name,
                lang=lang,
                published=published,
            )
            facts += read(article, known(), gated=False).facts
            kept.append(Report(document=article.id, record=name, lang=lang, published=published))
        return entries(facts, kept, known().world)

    return made


VISA = {
    "en": "Peru and Kenya agreed to sign a visa exemption agreement in 2023.",
    "vi": "Peru và Kenya nhất trí miễn thị thực cho công dân hai nước trong năm 2023.",
    "ja": "ペルーとケニアは査証免除協定を2023年に結ぶことで一致した。",
}
PUT_OFF = {
    "en": "The signing of the visa exemption agreement between Peru and Kenya was postponed, the Kenyan foreign ministry said.",
    "vi": "Lễ ký hiệp định miễn thị thực giữa Peru và Kenya bị hoãn.",
    "ms": "Pemeteraian perjanjian pengecualian visa antara Peru dan Kenya ditangguhkan.",
    "id": "Penandatanganan perjanjian bebas visa antara Peru dan Kenya ditunda.",
    "ja": "ペルーとケニアは査証免除協定の署名を延期した。",
}
TAKEN_BACK = {
    "en": "Peru suspended the visa exemption agreement with Kenya.",
    "vi": "Peru đình chỉ hiệp định miễn thị thực với Kenya.",
    "ms": "Peru membatalkan perjanjian pengecualian visa dengan Kenya.",
    "id": "Peru membekukan perjanjian bebas visa dengan Kenya.",
    "ja": "ペルーはケニアとの査証免除協定を停止した。",
}


@pytest.mark.parametrize(("first", "then"), [("en", "vi"), ("vi", "en"), ("en", "ms"), ("vi", "id"), ("en", "ja"), ("ja", "en")])
def test_a_promise_whose_signing_was_put_off_is_postponed(told, first, then):
    found = told((first, "2023-02-03", VISA[first]), (then, "2023-06-07", PUT_OFF[then]))
    (promise,) = found.commitments
    assert promise.status == "postponed"
    assert promise.silence is None
    (link,) = found.followups
    assert (link.kind, link.earlier) == ("postpones", promise.id)
    assert [fact.citation.quote for fact in link.earlier_facts] == [promise.facts[0].citation.quote]
    assert link.later_facts[0].citation.quote in PUT_OFF[then]
    assert ("topic", "visa_exemption") in link.grounds
    assert not [event for event in found.events if event.tense == "past"]
    assert {report.document for report in link.reports} == {"r0", "r1"}


@pytest.mark.parametrize(("first", "then"), [("en", "vi"), ("vi", "en"), ("en", "ms"), ("vi", "id"), ("en", "ja"), ("ja", "en")])
def test_a_promise_that_was_taken_back_is_contradicted(told, first, then):
    found = told((first, "2023-02-03", VISA[first]), (then, "2023-06-07", TAKEN_BACK[then]))
    (promise,) = found.commitments
    assert promise.status == "contradicted"
    (link,) = found.followups
    assert (link.kind, link.earlier) == ("contradicts", promise.id)


def test_a_signing_that_was_taken_back_is_linked_and_stays(told):
    signed = "Peru and Kenya signed a visa exemption agreement in Lima on 2 February 2023."
    found = told(("en", "2023-02-03", signed), ("vi", "2023-06-07", TAKEN_BACK["vi"]))
    (link,) = found.followups
    assert (link.kind, link.earlier) == ("contradicts", found.events[0].id)
    assert found.events[0].tense == "past"


def test_a_planned_visit_that_is_called_off_is_postponed_by_the_plan_of_it(told):
    planned = "President William Ruto of Kenya will visit Peru in July 2023."
    found = told(("en", "2023-02-03", planned), ("vi", "2023-06-07", "Chuyến thăm Peru của Tổng thống Kenya William Ruto bị hoãn."))
    assert [(link.kind, link.grounds) for link in found.followups] == [("postpones", (("plan", "visit"),))]
    noun = "The visit of President William Ruto of Kenya to Peru was postponed."
    found = told(("en", "2023-02-03", planned), ("en", "2023-06-07", noun))
    assert [(link.kind, link.later_facts[0].citation.quote) for link in found.followups] == [("postpones", noun)]
    late = told(
        ("en", "2021-02-03", planned.replace("2023", "2021")), ("vi", "2023-06-07", "Chuyến thăm Peru của Tổng thống Kenya bị hoãn.")
    )
    assert late.followups == ()


def test_what_has_another_subject_is_not_put_off(told):
    other = "Peru suspended the extradition treaty with Kenya."
    found = told(("en", "2023-02-03", VISA["en"]), ("en", "2023-06-07", other))
    assert found.followups == ()
    assert found.commitments[0].status == "agreed"


def test_the_latest_report_tells_where_a_promise_stands_and_two_reports_of_one_delay_are_one_link(told):
    agreed, later = VISA["en"], "Peru and Kenya agreed to speed up the visa exemption agreement."
    delays = (("en", "2023-06-07", PUT_OFF["en"]), ("vi", "2023-06-08", PUT_OFF["vi"]))
    found = told(("en", "2023-02-03", agreed), *delays)
    assert sorted(len(link.later_facts) for link in found.followups) in ([2], [1, 1])
    after = told(("en", "2023-02-03", agreed), *delays, ("en", "2023-11-12", later))
    first = min(after.commitments, key=lambda one: one.reports[0].document)
    assert first.status == "under way"


def test_a_report_without_a_day_tells_nothing_of_when_it_was_put_off(told):
    found = told(("en", "2023-02-03", VISA["en"]), ("en", "2023-02-03", PUT_OFF["en"]))
    assert found.followups == ()
