"""Search narrowed by facets: what is left bears every value, and the numbers beside the values are true."""

import re

import pytest
import reading

import foedera
from foedera.model.sifting import FACETS


def hits(desk, **asked):
    page = reading.document(desk.get("/search", params=asked))
    return {link.partition("#")[0].removeprefix("/report/") for link in page.xpath("//ol[@class='lines']/li/p[1]/a/@href")}, page


def documents(entries):
    return {report.document for entry in entries for report in entry.reports}


def test_what_is_left_bears_what_is_asked_for(desk, ledger):
    both = [one for one in foedera.entries("event", ledger=ledger).items if {"JP", "VN"} <= set(one.parties)]
    told = documents(one for one in both if one.type == "talks")
    assert hits(desk, a="Jepun", b="VN", type="talks")[0] == told != set()
    level = documents(one for one in foedera.entries("level", ledger=ledger).items if one.level == "strategic partnership")
    assert hits(desk, level="strategic partnership")[0] == level != set()
    done = documents(one for one in foedera.commitments(ledger=ledger) if one.status == "done")
    assert hits(desk, status="done")[0] == done != set()
    vietnamese = {one.document for one in foedera.reports(ledger=ledger).items if one.lang == "vi"}
    assert hits(desk, lang="Vietnamese")[0] <= vietnamese
    dated = [one for one in foedera.relation("JP", "VN", ledger=ledger).reports if one.published]
    early = {one.document for one in dated if one.published.last < "2020"}
    assert hits(desk, to="2019", a="JP", b="VN")[0] == early != set()
    assert hits(desk, **{"from": "2020"}, a="JP", b="VN", to="2021")[0] == set()


def test_words_and_facets_narrow_each_other(desk, ledger):
    words = {one.report.document for one in foedera.search("Ishiba", ledger=ledger)}
    left = hits(desk, q="Ishiba", lang="en")[0]
    assert left < words
    assert left == {one.report.document for one in foedera.search("Ishiba", ledger=ledger) if one.report.lang == "en"} != set()


def test_the_number_beside_a_value_is_that_of_the_reports_it_leads_to(desk):
    page = hits(desk, a="JP")[1]
    seen = 0
    for name in FACETS:
        for option in page.xpath(f"//select[@name='{name}']/option[@value!='']"):
            number = re.search(r"\((\d+)\)$", option.text_content())
            if number:
                seen += 1
                assert len(hits(desk, a="JP", **{name: option.get("value")})[0]) == int(number.group(1)), (name, option.get("value"))
    assert seen > 10


def test_a_ruling_moves_a_report_from_open_to_ruled(tmp_path, opened):
    text = "HANOI, 3 March 2026\n\nPrime Minister Ishiba Shigeru held talks with Prime Minister Pham Minh Chinh in Hanoi on 3 March 2026."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    foedera.ingest(tmp_path / "a.txt", ledger=tmp_path / "t.db")
    desk, fact = opened(tmp_path / "t.db"), foedera.facts(ledger=tmp_path / "t.db").items[0].fact
    assert [len(hits(desk, review=state)[0]) for state in ("ruled", "open")] == [0, 1]
    made = foedera.judge_confirm(fact.id, ledger=tmp_path / "t.db", by="ann", why="read")
    assert [len(hits(desk, review=state)[0]) for state in ("ruled", "open")] == [1, 0]
    foedera.judge_undo(made.id, ledger=tmp_path / "t.db", by="ann", why="wrong")
    assert [len(hits(desk, review=state)[0]) for state in ("ruled", "open")] == [0, 1]


@pytest.mark.parametrize("asked", [{"type": "nothing"}, {"a": "Nowhere"}, {"from": "x"}, {"from": "2021", "to": "2020"}, {"lang": "xx"}])
def test_a_value_that_there_is_not_is_refused(desk, asked):
    assert desk.get("/search", params=asked).status_code == 400
