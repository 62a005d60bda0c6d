"""The pages of disagreements and of the calendar."""

import pytest
import reading

import foedera
from foedera import api
from foedera.model.page import Stretch

FAR = (
    "LIMA, 3 March 2026\n\nChilean President Gabriel Boric held talks with Peruvian President Dina Boluarte in Lima on {day} March 2026. "
    "They signed {n} agreements.\n"
)


@pytest.fixture(scope="module")
def disputed(tmp_path_factory):
    """A ledger in which two papers count the documents of a meeting in different ways."""
    folder = tmp_path_factory.mktemp("disputed")
    for name, n in (("a", "three"), ("b", "five")):
        (folder / f"{name}.txt").write_text(FAR.format(day=2, n=n) + name * 40, encoding="utf-8")
    foedera.ingest(folder, ledger=folder / "t.db")
    assert api.disagreements(ledger=folder / "t.db", stretch=Stretch()).items
    return folder / "t.db"


def test_what_sources_say_stands_side_by_side_with_each_passage(disputed, opened):
    desk = opened(disputed)
    page = reading.document(desk.get("/disagreements"))
    rows = [(row.xpath("string(th)"), len(row.xpath(".//q"))) for row in page.xpath("//tbody/tr")]
    (entry,) = api.disagreements(ledger=disputed, stretch=Stretch()).items
    assert rows == [(claim.value, len(claim.facts)) for one in entry.disagreements for claim in one.claims]
    assert {value for value, _number in rows} == {"3", "5"}
    assert desk.get("/disagreements.json").json()["disagreements"]
    assert "No sources differ" in desk.get("/disagreements?party=JP").text
    assert desk.get("/disagreements?after=x").status_code == 400
    assert desk.get("/disagreements?after=x~y").status_code == 200


def test_a_year_has_each_of_its_events_once_under_its_month(desk, ledger):
    page = reading.document(desk.get("/calendar?year=2025"))
    wanted = [one.id for one in api.events(start="2025", end="2025", ledger=ledger)]
    hrefs = [href.rpartition("/")[2] for href in page.xpath("//ul[@class='lines']/li/p/a[1]/@href")]
    assert sorted(hrefs) == sorted(wanted)
    assert [head.text_content() for head in page.xpath("//main//h2")][:2] == ["Apr 2025", "Dec 2025"]
    assert [link.get("href") for link in page.xpath("//nav[@aria-label='Years']/a")] == ["/calendar?year=2024", "/calendar?year=2026"]
    assert desk.get("/calendar.json?year=2025").json()["events"]
    empty = reading.document(desk.get("/calendar?year=1850"))
    assert empty.xpath("//nav[@aria-label='Years']/a") == []


def test_without_a_year_it_is_that_of_the_last_report(desk):
    assert reading.document(desk.get("/calendar")).xpath("string(//h1)").split() == ["Calendar", "2025"]


def test_of_a_state_it_tells_what_is_promised_by_the_year(desk, ledger):
    page = reading.document(desk.get("/calendar?year=2025&party=Japan"))
    wanted = [one for one in api.commitments(party=["JP"], ledger=ledger) if one.target and one.target.edtf.startswith("2025")]
    assert len(page.xpath("//section[@aria-labelledby='due']//ul[@class='lines']/li")) == len(wanted) > 0
    assert "due" not in desk.get("/calendar?year=2025").text.partition("<main")[2].partition("aria-labelledby")[0]


@pytest.mark.parametrize("query", ["year=25", "year=20255", "year=abcd", "year=0000", "year=2025&party=Atlantis", "month=3"])
def test_a_year_that_is_none_is_refused(desk, query):
    assert desk.get(f"/calendar?{query}").status_code == 400
