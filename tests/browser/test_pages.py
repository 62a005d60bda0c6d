"""The desk in a browser: every kind of page, in light and in dark, narrow and wide, with scripts and without; marks and the way to them."""

import looking
import pytest

import foedera
from foedera import ledger as stores
from foedera.plumbing.interface import languages

KINDS = {"", "relation", "state", "event", "level", "commitment", "mechanism", "instrument", "person", "report", "search", "skips"} | {
    "review",
    "rulings",
    "calendar",
    "disagreements",
    "compare",
    "network",
    "map",
    "ingest",
}
DOSSIER = "/relation/JP/VN"
LEAST = 24
"""Pixels that a target has at least (WCAG 2.2, 2.5.8)."""


@pytest.fixture(scope="module")
def addresses(browser, home):
    with looking.opened(browser) as (page, _wrong):
        found = looking.families(page, home)
    assert {looking.kind(one)[0] for one in found} >= KINDS
    more = (
        "/search?q=Ishiba",
        "/search?a=JP&lang=vi",
        "/compare/relations?a=JP&b=VN&c=JP&d=MY",
        "/compare/partners?state=VN",
        "/map?state=VN",
        "/map?by=contacts",
    )
    return [*found, *(f"{home}{one}" for one in more)]


def test_every_kind_of_page_is_sound_in_light_and_dark_narrow_and_wide(browser, addresses):
    script, found = looking.axe(), {}
    with looking.opened(browser) as (page, wrong):
        for address in addresses:
            page.goto(address)
            page.evaluate(script)
            for scheme, width in looking.LOOKS:
                page.emulate_media(color_scheme=scheme)
                page.set_viewport_size({"width": width, "height": looking.HEIGHT})
                whole, seen = page.evaluate(looking.WIDTH)
                if whole > seen:
                    found[address, scheme, width] = f"{whole} pixels wide"
                if (scheme, width) in looking.LOOKS[:2] and (barriers := page.evaluate(looking.BARRIERS, looking.RULES)):
                    found[address, scheme, width] = barriers
        assert wrong == []
    assert found == {}


@pytest.mark.parametrize("tag", languages())
def test_each_language_is_spoken_without_barriers_and_fits_a_narrow_window(browser, home, tag):
    with looking.opened(browser, locale=tag) as (page, wrong):
        for address in (f"{home}/", home + DOSSIER, f"{home}/review", f"{home}/search?a=JP", f"{home}/calendar?party=JP", f"{home}/map"):
            page.goto(address)
            page.evaluate(looking.axe())
            assert page.evaluate("document.documentElement.lang") == tag
            assert page.evaluate(looking.BARRIERS, looking.RULES) == [], address
            page.set_viewport_size({"width": 320, "height": looking.HEIGHT})
            whole, seen = page.evaluate(looking.WIDTH)
            assert whole <= seen, address
        assert wrong == []


def test_a_language_is_chosen_at_the_foot_of_a_page_and_the_page_stays(browser, home):
    with looking.opened(browser, java_script_enabled=False) as (page, wrong):
        for tag in (*languages()[1:], "en"):
            page.goto(home + DOSSIER)
            page.select_option("#interface", tag)
            with page.expect_navigation():
                page.click("footer form button")
            assert page.url == home + DOSSIER
            assert page.locator("html").get_attribute("lang") == tag
        assert wrong == []


def test_a_refusal_is_a_page_without_barriers(browser, home):
    with looking.opened(browser) as (page, _wrong):
        assert page.goto(f"{home}/nothing").status == 404
        page.evaluate(looking.axe())
        assert page.evaluate(looking.BARRIERS, looking.RULES) == []


def test_without_scripts_the_same_pages_say_the_same(browser, addresses):
    with looking.opened(browser) as (page, _), looking.opened(browser, java_script_enabled=False) as (plain, wrong):
        for address in addresses:
            page.goto(address)
            plain.goto(address)
            assert plain.inner_text("main") == page.inner_text("main"), address
        assert wrong == []


def test_what_is_marked_is_the_quote_for_every_fact(browser, home, ledger):
    langs = set()
    with stores.glance(ledger) as kept, looking.opened(browser, java_script_enabled=False) as (page, wrong):
        for made in kept.readings():
            page.goto(f"{home}/report/{made.article.id}")
            assert page.evaluate(looking.MARKED) == {fact.id: fact.citation.quote for fact in made.facts}
            assert made.facts
            langs.add(made.article.lang)
        assert wrong == []
    assert langs == {"vi", "ja", "en", "ms", "id"}


def test_one_click_leads_from_a_line_of_the_dossier_to_its_passage_in_sight(browser, home):
    with looking.opened(browser) as (page, wrong):
        page.goto(home + DOSSIER)
        hrefs = page.eval_on_selector_all(".marks a", "all => all.map(one => one.getAttribute('href'))")
        assert len(hrefs) > 100
        for href in hrefs[:: len(hrefs) // 8]:
            page.goto(home + DOSSIER)
            page.click(f'.marks a[href="{href}"]')
            page.wait_for_load_state()
            assert page.evaluate(looking.IN_SIGHT) == [href.partition("#")[2], True]
        assert wrong == []


def test_a_tile_leads_to_its_dossier_where_it_can_be_hit_and_the_table_everywhere(browser, home):
    tile, row = '.map a.tile[href="/relation/JP/VN"]', 'tbody a[href="/relation/JP/VN"]'
    for width, fits in ((1280, True), (840, True), (320, False)):
        with looking.opened(browser, viewport={"width": width, "height": looking.HEIGHT}, java_script_enabled=False) as (page, wrong):
            page.goto(f"{home}/map?state=VN")
            box = page.locator(f"{tile} rect").bounding_box()
            assert (min(box["width"], box["height"]) >= LEAST) == fits
            assert (page.locator(tile).evaluate("one => getComputedStyle(one).pointerEvents") == "none") == (not fits)
            if fits:
                page.click(tile)
                page.wait_for_url("**/relation/JP/VN")
                page.go_back()
            page.click(row)
            page.wait_for_url("**/relation/JP/VN")
            assert wrong == []


def test_the_map_is_printed_in_light_colours_and_fits_the_paper(browser, home):
    fill = "one => getComputedStyle(one).fill"
    with looking.opened(browser, viewport={"width": 720, "height": 1000}, color_scheme="dark") as (page, _wrong):
        page.goto(f"{home}/map?state=VN")
        dark = page.locator(".map .t5 rect").first.evaluate(fill)
        page.emulate_media(media="print", color_scheme="dark")
        whole, seen = page.evaluate(looking.WIDTH)
        printed = page.locator(".map .t5 rect").first.evaluate(fill)
        page.emulate_media(media="screen", color_scheme="light")
        assert whole <= seen
        assert printed == page.locator(".map .t5 rect").first.evaluate(fill) != dark


def test_the_keyboard_alone_leads_to_the_content_and_to_a_passage(browser, home):
    with looking.opened(browser) as (page, _wrong):
        page.goto(home + DOSSIER)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "content"
        page.focus(".marks a")
        page.keyboard.press("Enter")
        page.wait_for_url("**/report/**")
        assert page.evaluate(looking.IN_SIGHT)[1]


def test_a_ruling_is_made_and_taken_back_by_the_keyboard_without_scripts(browser, home, ledger):
    with looking.opened(browser, java_script_enabled=False) as (page, wrong):
        page.goto(f"{home}/review")
        page.focus("ol.lines a")
        page.keyboard.press("Enter")
        page.wait_for_url("**/review/*")
        page.focus("input[name=why]")
        page.keyboard.type("seen in the paper")
        page.keyboard.press("Enter")
        assert foedera.judgements(ledger=ledger) == ()
        page.keyboard.press("Tab")
        assert page.locator(":focus").get_attribute("value") == "confirm"
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert [one.judgement.why for one in foedera.judgements(ledger=ledger)] == ["seen in the paper"]
        page.goto(f"{home}/rulings")
        page.focus("form.ruling button:not([disabled])")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert [one.withdrawn_by is None for one in foedera.judgements(ledger=ledger)].count(False) == 1
        assert wrong == []
