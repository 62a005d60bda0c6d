"""The pages that compare: two reports, two relations, the partners of a state."""

import json

import pytest
import reading

import foedera
from foedera.api import answers

SECTIONS = {"new": "New", "firmer": "Firmer", "repeated": "Repeated", "weaker": "Weaker", "dropped": "No longer"}


@pytest.fixture(scope="module")
def found(ledger):
    return foedera.compare("004", "007", ledger=ledger)


def test_two_reports_stand_as_the_command_tells_them(desk, found):
    page = reading.document(desk.get("/compare?a=004&b=007"))
    told = {head.xpath("string()").split()[0]: head.getparent() for head in page.xpath("//h2[starts-with(@id, 'c')]")}
    for change, head in SECTIONS.items():
        own = [one for one in found.promises if one.change == change]
        if not own:
            assert head.split()[0] not in told
            continue
        quotes = [quote.text_content() for quote in told[head.split()[0]].xpath(".//q")]
        assert quotes == [fact.citation.quote for one in own for fact in (one.earlier, one.later) if fact]
    assert found.promises
    assert desk.get("/compare.json?a=007&b=004").json() == json.loads(json.dumps(answers.comparison(found)))
    assert desk.get("/compare?a=004&b=004").status_code == 400
    assert desk.get("/compare?a=004&b=nothing").status_code == 400


def test_the_dossier_leads_to_each_comparison_of_its_statements(desk, ledger):
    statements = foedera.relation("JP", "VN", ledger=ledger).statements
    links = reading.document(desk.get("/relation/JP/VN")).xpath(
        "//section[@aria-labelledby='statements']//a[contains(@href, '/compare?')]/@href"
    )
    assert len(links) == len(statements) > 0
    for link, one in zip(links, statements, strict=True):
        page = reading.document(desk.get(link))
        assert len(page.xpath("//section/ul/li")) == len(one.promises)


def test_two_relations_stand_side_by_side(desk, ledger):
    page = reading.document(desk.get("/compare/relations?a=Jepun&b=VN&c=JP&d=Malaysia"))
    assert page.xpath("//thead//a/@href") == ["/relation/JP/VN", "/relation/JP/MY"]
    rows = {row.xpath("string(th)"): [cell.text_content() for cell in row.xpath("td")] for row in page.xpath("//tbody/tr")}
    two = [foedera.relation("JP", other, ledger=ledger) for other in ("VN", "MY")]
    assert rows["Commitments"] == [str(sum(len(one.commitments) for one in found.commitments)) for found in two]
    assert rows["Mechanisms"] == [str(len(found.mechanisms)) for found in two]
    assert rows["Level"][0].startswith("Comprehensive strategic partnership since 28 Nov 2023")
    kept = [int(rows[name][0]) for name in rows if name.startswith("of them")]
    assert sum(kept) == int(rows["Commitments"][0])
    assert desk.get("/compare/relations?a=JP&b=JP&c=JP&d=MY").status_code == 400


def test_partners_stand_on_the_ladder_of_the_state_highest_first(desk, ledger):
    page = reading.document(desk.get("/compare/partners?state=Vietnam"))
    ladder = next(one for one in foedera.world().ladders if one.state == "VN")
    heads = [head.text.strip().lower() for head in page.xpath("//h2[starts-with(@id, 'r')]")]
    assert heads[: len(ladder.rungs)] == [*reversed(ladder.rungs)]
    partners = page.xpath("//section[starts-with(@aria-labelledby, 'r')]//span[@class='left']/a/@href")
    assert len(partners) == len(foedera.levels("VN", ledger=ledger))
    assert "/relation/JP/VN" in partners
    assert desk.get("/compare/partners.json?state=VN").json() == json.loads(
        json.dumps(answers.levels("VN", None, foedera.levels("VN", ledger=ledger)))
    )
    assert desk.get("/compare/partners?state=Nowhere").status_code == 400


@pytest.mark.parametrize("path", ["/compare", "/compare/relations", "/compare/partners"])
def test_without_a_question_there_is_the_form_alone(desk, path):
    page = reading.document(desk.get(path))
    assert page.xpath("//main//form/@action") == [path]
    assert page.xpath("//main//section") == []
    assert desk.get(f"{path}.json").status_code == 200
