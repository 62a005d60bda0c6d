"""The charts of the dossiers: each drawing shows what its table says, and says so to those who do not see it."""

import re
from collections import Counter
from datetime import date

import pytest
import reading
from test_style import contrast, schemes

import foedera

SHAPES = ("solid", "pale", "done", "way", "again", "firm", "loose", "late", "against")


@pytest.fixture(scope="module")
def dossiers(desk, ledger):
    found = {one.parties: foedera.relation(*one.parties, ledger=ledger) for one in foedera.relations(ledger=ledger)}
    return [(one, reading.document(desk.get(f"/relation/{'/'.join(parties)}"))) for parties, one in found.items() if len(parties) == 2]


def drawn(page, section):
    """The chart of a section, and the rows of its table, by what stands first."""
    found = page.xpath(f"//section[@aria-labelledby='{section}']//figure")
    if not found:
        return None, {}
    rows = {row.xpath("string(th)"): [cell.text_content() for cell in row.xpath("td")] for row in found[0].xpath(".//tbody/tr")}
    return found[0].xpath(".//svg[@role='img']")[0], rows


def share(value):
    assert value.endswith("%")
    return float(value[:-1]) / 100


def bars(part, kind):
    return [(share(one.get("x")), share(one.get("width"))) for one in part.xpath(f".//rect[@class='{kind}']")]


def test_every_drawing_has_a_name_and_a_description_of_its_own(dossiers):
    seen = 0
    for _found, page in dossiers:
        for svg in page.xpath("//figure/svg[@role='img']"):
            seen += 1
            title, told = (page.get_element_by_id(name) for name in svg.get("aria-labelledby").split())
            assert title.text_content() == svg.getparent().xpath("string(figcaption)")
            assert len(told.text_content()) > 10
            assert svg.xpath(".//@style|.//script|.//style|.//foreignObject|.//image|.//@href") == []
            assert svg.getparent().xpath("details//table/caption")
    assert seen >= 3


def test_the_ribbon_begins_and_ends_where_its_table_says(dossiers):
    for found, page in dossiers:
        svg, rows = drawn(page, "levels")
        dated = [one for one in found.levels if one.since or one.reported]
        assert len(rows) == len(dated)
        if svg is None:
            continue
        years = [(int(text.text), share(text.get("x"))) for text in svg.xpath("./text[@class='faint']")]
        groups = {group.xpath("string(title)").partition(":")[0]: group for group in svg.xpath("./g")}
        assert list(groups) == list(rows)
        for level in dated:
            group, row = groups[level.level.capitalize()], rows[level.level.capitalize()]
            assert all(words in group.xpath("string(title)") for words in row)
            ((begin, width),) = bars(group, "solid")
            if len(years) > 1:
                began = date.fromisoformat(level.since.last if level.since else level.reported)
                (first, x), (last, y) = years[0], years[-1]
                day = date(first, 1, 1).toordinal() + (begin - x) / (y - x) * (date(last, 1, 1) - date(first, 1, 1)).days
                assert abs(day - began.toordinal()) < 2
            assert 0 <= begin <= begin + width <= 1.01
        standing = rows[found.standing.level.level.capitalize()] if found.standing else ["", "", "no end is told"]
        assert standing[2].startswith("no end is told")


def test_a_level_without_an_end_is_solid_only_as_far_as_a_report_tells_of_it(dossiers):
    (page,) = (page for found, page in dossiers if found.parties == ("JP", "VN"))
    svg, rows = drawn(page, "levels")
    assert rows["Strategic partnership"] == ["2009", "18 Mar 2014", "18 Mar 2014, followed by: Extensive strategic partnership"]
    assert [len(bars(group, "pale")) for group in svg.xpath("./g")] == [1, 1, 0]
    (began, year), (ended, _day) = bars(svg, "pale")[0], bars(svg, "solid")[0]
    assert began < ended
    assert abs(began + year - ended) < 0.001
    assert year > 0.05


def test_the_bars_of_years_are_as_high_as_the_numbers_of_the_table(dossiers):
    for found, page in dossiers:
        svg, rows = drawn(page, "events")
        met = Counter(one.when.first[:4] for one in found.events if one.type in MET and one.tense == "past" and certain(one))
        assert {year: int(cells[0]) for year, cells in rows.items() if cells != ["0"]} == dict(met)
        if svg is None:
            continue
        assert [group.xpath("string(title)") for group in svg.xpath("./g")] == [f"{year}: {cells[0]}" for year, cells in rows.items()]
        highs = [int(group.xpath("rect")[0].get("height")) for group in svg.xpath("./g")]
        most = max(met.values())
        assert highs == [round(max(highs) * int(cells[0]) / most) for cells in rows.values()]


MET = {"meeting", "talks", "call", "summit", "dialogue"}


def certain(event):
    return event.when and event.when.year_known and event.when.first[:4] == event.when.last[:4]


def test_the_bars_of_areas_are_as_long_as_the_numbers_of_the_table(dossiers):
    for found, page in dossiers:
        svg, rows = drawn(page, "commitments")
        assert [int(cells[-1]) for cells in rows.values()] == [len(one.commitments) for one in found.commitments]
        if svg is None:
            continue
        most = max(int(cells[-1]) for cells in rows.values())
        for (area, cells), group in zip(rows.items(), svg.xpath("./g"), strict=True):
            counts = [int(cell) for cell in cells[:-1] if cell != "0"]
            assert sum(counts) == int(cells[-1])
            assert [round(share(one.get("width")) * most, 2) for one in group.xpath("rect")] == counts
            assert [int(number) for number in re.findall(r"\d+", group.xpath("string(title)").removeprefix(area))] == counts


def test_parts_of_drawings_stand_out_in_light_and_in_dark():
    for colours in schemes().values():
        edges = {"solid" if kind == "pale" else kind for kind in SHAPES}
        assert {kind: contrast(colours[kind], colours["paper"]) for kind in edges if contrast(colours[kind], colours["paper"]) < 3} == {}
