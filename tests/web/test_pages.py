"""Every page that links lead to, from the start page on, over the ledger of the examples."""

import json
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
import reading

import foedera
from foedera.api import answers

KINDS = {"event", "level", "commitment", "mechanism", "instrument", "person"}


@pytest.fixture(scope="module")
def pages(desk):
    return reading.walked(desk)


@pytest.fixture(scope="module")
def read(pages):
    return {address: reading.document(one) for address, one in pages.items() if one.headers["content-type"].startswith("text/html")}


FORMS = {"/relation", "/state"}
"""Addresses that forms lead to, which want something to be filled in."""


def test_no_link_is_dead_and_every_kind_of_page_is_reached(pages):
    dead = {address for address, one in pages.items() if one.status_code != 200}
    assert {address for address in dead if urlsplit(address).path not in FORMS} == set()
    assert len(pages) > 150
    reached = {urlsplit(address).path.split("/")[1] for address in pages}
    assert {"relation", "state", "report", "search", "skips", *KINDS} <= reached


def test_every_place_that_a_link_names_is_on_its_page(read):
    ids = {address: set(page.xpath("//@id")) for address, page in read.items()}
    for address, page in read.items():
        for other, place in reading.addresses(page, address):
            assert not place or place in ids[other], (address, other, place)


def test_every_answer_is_under_the_policy(pages):
    for address, answer in pages.items():
        assert answer.headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'"), address
        assert "unsafe" not in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"
        assert answer.headers["cross-origin-opener-policy"] == "same-origin"


def test_a_page_has_one_head_a_language_landmarks_and_nothing_inline_or_from_outside(read):
    for address, page in read.items():
        assert page.get("lang") == "en", address
        assert len(page.xpath("//h1")) == 1, address
        levels = [int(head.tag[1]) for head in page.xpath("//h1|//h2|//h3")]
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels)), address
        assert all(len(page.xpath(f"//{name}")) == 1 for name in ("main", "header", "footer")), address
        assert page.xpath("//script|//style|//iframe|//object|//embed|//base|//@style|//@*[starts-with(name(), 'on')]") == []
        assert [one for name in reading.RESOURCES for one in page.xpath(f"//@{name}")] == []
        assert page.xpath("//link[@rel='stylesheet']/@href") == ["/style.css"]
        assert len(set(page.xpath("//@id"))) == len(page.xpath("//@id")), address
        assert all(page.xpath(f"//label[@for='{field.get('id')}']") for field in page.xpath("//input[not(@type='hidden')]")), address


def test_every_quote_has_its_language_and_direction(read):
    quotes = [quote for page in read.values() for quote in page.xpath("//q")]
    assert {quote.get("lang") for quote in quotes} == {"vi", "ja", "en", "ms"}
    assert {quote.get("dir") for quote in quotes} == {"auto"}


def test_every_line_of_the_dossier_has_a_link_to_its_passages(read):
    page = read["http://127.0.0.1/relation/JP/VN"]
    lines = page.xpath("//section[not(@aria-labelledby='sources') and not(@aria-labelledby='statements')]/ol/li")
    assert len(lines) > 40
    for line in lines:
        assert line.xpath("p/span[@class='marks']/a[starts-with(@href, '/report/') and contains(@href, '#')]"), line.text_content()


def test_a_year_that_was_worked_out_leads_to_what_it_was_worked_out_from(desk, ledger):
    (event,) = [one for one in foedera.events(ledger=ledger) if one.year_from]
    for address in (f"/event/{event.id}", "/relation/JP/VN"):
        page = reading.document(desk.get(address))
        line = page.xpath("//*[self::li or self::p][contains(text(), 'the year is worked out')]")
        assert {href.partition("#")[2] for href in line[0].xpath("span[@class='marks']/a/@href")} & set(event.year_from)


def test_the_dossier_tells_what_the_terminal_tells(desk):
    said = " ".join(reading.document(desk.get("/relation/JP/VN")).text_content().split())
    for words in (
        "rung 4 of 4 on the ladder of Vietnam",
        "8 reports, 19 Mar 2014",
        "date inferred",
        "no later report up to",
        "From statement",
    ):
        assert words in said


def test_twins_give_the_answers_of_the_api(desk, ledger):
    found = foedera.relation("JP", "VN", ledger=ledger)
    assert desk.get("/relation/JP/VN.json").json() == _plain(answers.relation(found))
    assert desk.get("/index.json").json() == _plain(answers.relations(foedera.relations(ledger=ledger)))
    for entry in (*found.events, *found.levels, *found.mechanisms, *found.instruments, *found.people):
        assert desk.get(f"/{answers.kind_of(entry)}/{entry.id}.json").json() == _plain(answers.entry(entry))
    document = found.reports[0].document
    assert desk.get(f"/report/{document}.json").json() == _plain(answers.report(foedera.report(document, ledger=ledger)))
    assert desk.get("/search.json?q=2025").json() == _plain(answers.search("2025", foedera.search("2025", ledger=ledger)))
    assert desk.get("/state/VN.json").json() == _plain(answers.levels("VN", None, foedera.levels("VN", ledger=ledger)))
    assert desk.get("/skips.json").json() == _plain(answers.skips(list(foedera.skips(ledger=ledger))))
    then = foedera.relation("JP", "VN", ledger=ledger, as_of="2015")
    assert desk.get("/relation/JP/VN.json?as_of=2015").json() == _plain(answers.relation(then))


def test_an_old_address_leads_to_the_entry_as_it_is_now(desk, ledger):
    level = foedera.relation("JP", "VN", ledger=ledger).standing.level
    other = next(fact.id for fact in level.facts if fact.id != level.id)
    answer = desk.get(f"/event/{other}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/level/{level.id}")


def test_states_are_chosen_by_any_of_their_names(desk):
    assert desk.get("/relation", params={"a": "Vi\u1ec7t Nam", "b": "Jepun"}).url.path == "/relation/JP/VN"
    assert desk.get("/state", params={"name": "Jepun"}).url.path == "/state/JP"


def _plain(answer):
    return json.loads(json.dumps(answer))
