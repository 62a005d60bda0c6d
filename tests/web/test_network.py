"""The page of the network: the drawing, its table and its twin tell the same."""

from collections import Counter
from itertools import combinations

import pytest
import reading

import foedera
from foedera import api


@pytest.mark.parametrize(("start", "end"), [("", ""), ("2025", ""), ("2014", "2014-12")])
def test_the_lines_are_the_rows_of_the_table_and_count_the_events(desk, ledger, start, end):
    page = reading.document(desk.get(f"/network?from={start}&to={end}"))
    rows = [(row.xpath("string(th)"), row.xpath("string(td[1])"), row.xpath("string(td[2])")) for row in page.xpath("//tbody/tr")]
    lines = page.xpath("//svg[@role='img']/g")
    assert [f"{pair}: {events}, {level}" for pair, events, level in rows] == [line.xpath("string(title)") for line in lines]
    past = [one for one in foedera.events(ledger=ledger, start=start or None, end=end or None) if one.tense == "past"]
    met = Counter(pair for one in past for pair in combinations(one.parties, 2))
    names = api.names()
    assert {pair: int(number) for pair, number, _ in rows if number != "0"} == {
        f"{names.actor(a)} \N{EN DASH} {names.actor(b)}": number for (a, b), number in met.items()
    }
    drawn = [line.xpath("line")[0] for line in lines]
    assert [line.get("class") for line in drawn] == ["level" if number == "0" else "contact" for _pair, number, _level in rows]
    places = {(one.get("cx"), one.get("cy")) for one in page.xpath("//circle")}
    assert {(line.get(f"x{end}"), line.get(f"y{end}")) for line in drawn for end in (1, 2)} == places
    twin = desk.get(f"/network.json?from={start}&to={end}").json()
    assert [one["events"] for one in twin["contacts"]] == [int(number) for _pair, number, _level in rows]


def test_a_span_without_a_day_is_refused(desk):
    assert desk.get("/network?from=x").status_code == 400
    assert desk.get("/network?from=2025&to=2020").status_code == 400
