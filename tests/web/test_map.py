"""The page of the map: drawing, key, table and twin tell the same; colours are never alone, and what is linked has a dossier."""

import re
from collections import Counter
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
import reading
from test_style import LEAST, contrast, schemes

import foedera
from foedera import api
from foedera.model.world import Ladder, Tile
from foedera.model.worldmap import Mapped, WorldMap
from foedera.web.charts import tiles as drawn

ASKED = ("", "?state=Jepun", "?state=VN&as_of=2016", "?state=JP&by=contacts", "?by=contacts&state=VN&from=2014&to=2020", "?state=ASEAN")


def tiles(page):
    """Code of a state → its tile: its class, what it tells, its sign, where it leads, where it lies."""
    found = {}
    for one in page.xpath("//figure//svg[@role='group']/*[contains(@class, 'tile')]"):
        (square,) = one.xpath("rect")
        sign = one.xpath("string(text[@class='sign'])")
        place = tuple((int(square.get(name)) - 1) // 40 + 1 for name in ("x", "y"))
        found[one.xpath("string(text[@class='code'])")] = (
            one.get("class").split()[1],
            one.xpath("string(title)"),
            sign,
            one.get("href"),
            place,
        )
    return found


@pytest.fixture(scope="module", params=ASKED)
def seen(request, desk):
    """The page, its tiles, the rows of its table and its twin."""
    page = reading.document(desk.get(f"/map{request.param}"))
    rows = [[cell.text_content().partition(" [")[0].strip() for cell in row.xpath("th|td")] for row in page.xpath("//tbody/tr")]
    return page, tiles(page), rows, desk.get(f"/map.json{request.param}").json()


def test_each_state_has_one_tile_of_one_size_in_its_cell(seen):
    page, found, _rows, twin = seen
    assert {state: place for state, (*_told, place) in found.items()} == {one.state: (one.column, one.row) for one in api.world().tiles}
    assert {(one.get("width"), one.get("height")) for one in page.xpath("//figure//svg[@role='group']//rect")} == {("38", "38")}
    assert {one["state"]: (one["column"], one["row"]) for one in twin["states"]} == {
        state: place for state, (*_told, place) in found.items() if state != twin["state"]
    }


def test_the_signs_are_those_of_the_table_and_of_the_twin(seen):
    _page, found, rows, twin = seen
    names = api.names()
    told = {title.partition(": ")[0]: sign for _kind, title, sign, href, _place in found.values() if href}
    assert told == {name: sign if sign != "0" else "" for name, sign, *_words in rows}
    assert [f"{name}: {words[0]}" for name, _sign, *words in rows if words] == [
        found[code][1] for name, *_rest in rows for code in found if twin["by"] == "level" and names.actor(code) == name
    ]
    for one in twin["states"]:
        kind, _title, sign, href, _place = found[one["state"]]
        if twin["by"] == "contacts":
            assert sign == (str(one["meetings"]) if one["meetings"] else "")
        elif one["rung"]:
            assert (sign.rstrip("!"), one["level"]) == (str(one["rung"]), twin["ladder"]["rungs"][one["rung"] - 1])
        else:
            assert (kind == "off", sign.isalpha()) == (bool(one["level"]),) * 2
        assert not sign or href


def test_the_key_counts_the_tiles_and_the_description_tells_the_key(seen):
    page, found, _rows, _twin = seen
    lines = [line.text_content().strip() for line in page.xpath("//figure//ul/li")]
    kinds = [one.get("class").split()[-1] for one in page.xpath("//figure//ul/li/svg")]
    counts = Counter()
    for kind, line in zip(kinds, lines, strict=True):
        if kind == "self":
            counts["self"] += 1
        else:
            counts[kind] += int(re.search(r"\((\d+) states?\)$", line)[1])
    assert +counts == Counter(kind for kind, *_rest in found.values())
    (svg,) = page.xpath("//figure//svg[@role='group']")
    title, told = (page.get_element_by_id(name) for name in svg.get("aria-labelledby").split())
    assert title.text_content() == page.xpath("string(//figcaption)")
    assert {one.text_content() for one in page.xpath("//caption")} <= {title.text_content()}
    assert told.text_content() == "; ".join(lines)


def test_no_tile_tells_by_its_colour_alone(seen):
    _page, found, _rows, _twin = seen
    for kind, title, sign, _href, _place in found.values():
        assert bool(sign) == (kind != "none")
        assert title


def test_tiles_and_rows_lead_to_the_dossiers_there_are(seen, desk, ledger):
    page, found, _rows, twin = seen
    hrefs = {state: href for state, (_kind, _title, _sign, href, _place) in found.items() if href}
    assert sorted(page.xpath("//tbody/tr/th/a/@href")) == sorted(hrefs.values())
    state, told = twin["state"], {one.parties for one in foedera.relations(twin["state"], ledger=ledger)}
    assert {tuple(sorted((state, other))) for other in hrefs} >= {pair for pair in told if set(pair) <= set(found)}
    for href in hrefs.values():
        assert desk.get(href).status_code == 200
        assert urlsplit(href).query == (f"as_of={twin['as_of']}" if twin["as_of"] else "")


def test_a_level_of_the_table_leads_to_its_passages(desk, ledger):
    page = reading.document(desk.get("/map?state=VN"))
    for standing in foedera.levels("VN", ledger=ledger):
        (row,) = page.xpath("//tr[th/a/@href=$href]", href=f"/relation/{'/'.join(standing.parties)}")
        found = {href.partition("#")[2] for href in row.xpath("td//a/@href")}
        assert found
        assert found <= {fact.id for fact in standing.level.facts}


def test_a_map_of_nothing_says_so(opened, tmp_path):
    foedera.ingest(tmp_path, ledger=tmp_path / "t.db")
    answer = opened(tmp_path / "t.db").get("/map")
    assert answer.status_code == 200
    assert "The ledger tells of no relation of a state." in answer.text


@pytest.mark.parametrize(
    "query", ["state=Atlantis", "by=x", "by=contacts&as_of=2015", "from=2015", "by=contacts&from=2020&to=2010", "as_of=x", "colour=red"]
)
def test_what_cannot_be_mapped_is_refused(desk, query):
    assert desk.get(f"/map?{query}").status_code == 400
    assert desk.get(f"/map.json?{query}").status_code == 400


def test_a_state_is_reached_from_its_own_page_on_the_same_day(desk):
    (href,) = (one for one in reading.document(desk.get("/state/JP?as_of=2016")).xpath("//main//a/@href") if one.startswith("/map"))
    page = reading.document(desk.get(href))
    assert page.xpath("string(//h1)") == "Map: Japan"
    assert page.xpath("string(//input[@id='as_of']/@value)") == "2016"


def test_each_rung_of_a_ladder_of_five_has_its_own_shade_and_shades_rise_with_rungs():
    for height in range(1, 13):
        rungs = tuple(f"rung {at}" for at in range(height))
        found = WorldMap(state="VN", by="level", ladder=Ladder(state="VN", rungs=rungs, source=""), titles=rungs)
        shades = [drawn._shade(at, found) for at in range(1, height + 1)]
        assert shades == sorted(shades)
        assert shades[-1] == "t5"
        assert len(set(shades)) == min(height, 5)


@pytest.mark.parametrize(("number", "shade"), [(0, "none"), (1, "t1"), (3, "t2"), (4, "t3"), (15, "t4"), (16, "t5"), (900, "t5")])
def test_more_meetings_have_a_higher_shade(number, shade):
    one = Mapped(state="JP", tile=Tile(state="JP", column=2, row=1), meetings=number)
    found = WorldMap(state="VN", by="contacts", states=(one,))
    assert drawn.kind(one, found) == shade
    key = drawn.tiles(found, api.names()).key
    assert [kind for kind, text in key if "(1 state)" in text] == [shade]


def test_a_state_without_a_tile_and_a_partner_that_is_none_are_told_beside():
    one = Mapped(state="JP", tile=None, meetings=2)
    chart = drawn.tiles(WorldMap(state="VN", by="contacts", states=(one,), others=2), api.names())
    assert chart.table.rows == (("Japan", "2"),)
    assert chart.remarks == ("2 partners that are no states are not drawn", "1 state is in the table alone")


def test_signs_stand_out_on_their_tiles_and_tiles_from_the_page_in_light_and_in_dark():
    for colours in schemes().values():
        pairs = [("ink", shade) for shade in ("t1", "t2", "t3", "off")] + [("paper", shade) for shade in ("t4", "t5", "ink")]
        found = {pair: contrast(*(colours[name] for name in pair)) for pair in (*pairs, ("faint", "paper"))}
        assert {pair: ratio for pair, ratio in found.items() if ratio < LEAST} == {}
        steps = [contrast(colours[f"t{at}"], colours["paper"]) for at in range(1, 6)]
        assert steps == sorted(steps)
        assert min(later / earlier for earlier, later in pairwise(steps)) > 1.2
