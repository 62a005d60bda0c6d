"""Ingest in a browser without scripts: a file is chosen, the page asks anew by itself until all is read."""

from pathlib import Path

import looking
import pytest

import foedera
from foedera.model.batch import Given
from foedera.plumbing.interface import languages
from measure import browsers

REPORTS = Path(__file__).resolve().parents[2] / "examples" / "reports"
FILES = sorted(path for path in REPORTS.iterdir() if path.is_file())[:3]
READ = 60_000
"""Milliseconds after which all is read."""


@pytest.fixture(scope="module")
def desk_of_mine(tmp_path_factory):
    path = tmp_path_factory.mktemp("ingest") / "t.db"
    foedera.ingest(path.with_name("none.txt"), ledger=path)
    with browsers.desk(path) as address:
        yield address.rstrip("/"), path


def test_files_are_handed_over_and_their_page_moves_on_without_a_script(browser, desk_of_mine, tmp_path):
    home, _ledger = desk_of_mine
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    with looking.opened(browser, java_script_enabled=False) as (page, wrong):
        page.goto(f"{home}/ingest")
        page.get_by_label("Texts, pages, papers, records or archives").set_input_files([*FILES, tmp_path / "picture.png"])
        page.get_by_role("button", name="Hand over the files").click()
        page.get_by_role("link", name="taken in: 3").wait_for(timeout=READ)
        assert page.get_by_role("link", name="bad: 1").count() == 1
        page.get_by_role("status").get_by_text("4 of 4").wait_for(timeout=READ)
        page.locator("ol.lines a").first.click()
        assert page.url.startswith(f"{home}/report/")
        assert wrong == []


@pytest.mark.parametrize("tag", languages())
def test_the_pages_have_no_barriers_and_fit_a_narrow_window_in_each_language(browser, desk_of_mine, tag):
    home, ledger = desk_of_mine
    waits = foedera.batch_given(Given(feed="https://feed.example/a"), ledger=ledger)  # nobody was told that it waits
    foedera.batch_cancel(waits, ledger=ledger)
    done = foedera.batches(ledger=ledger)[-1].id
    with looking.opened(browser, locale=tag) as (page, wrong):
        for address in (f"{home}/ingest", f"{home}/ingest/{done}", f"{home}/ingest/{waits}"):
            page.goto(address)
            page.evaluate(looking.axe())
            for scheme, width in looking.LOOKS:
                page.emulate_media(color_scheme=scheme)
                page.set_viewport_size({"width": width, "height": looking.HEIGHT})
                whole, seen = page.evaluate(looking.WIDTH)
                assert whole <= seen, (address, scheme, width)
                assert page.evaluate(looking.BARRIERS, looking.RULES) == [], (address, scheme)
        assert wrong == []
