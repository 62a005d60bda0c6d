"""A desk with accounts in a browser, without scripts and with: log-in, token, roles, and out again; no barriers in any language."""

import re

import looking
import pytest

import foedera
from foedera.plumbing.interface import languages
from measure import browsers

PASSWORD = "correct horse battery"  # noqa: S105 - of accounts that live as long as a test
WRONG = "wrong horse battery"
REFUSED = "403 (Forbidden)"


@pytest.fixture(scope="module")
def entered(ledger, tmp_path_factory):
    file = tmp_path_factory.mktemp("accounts") / "accounts.db"
    for name, role in (("ann", "admin"), ("cleo", "reader")):
        foedera.add_account(name, PASSWORD, role, file=file)
    with browsers.desk(ledger, accounts=file) as address:
        yield address.rstrip("/")


def log_in(page, home, name="ann", password=PASSWORD):
    page.goto(f"{home}/relation/JP/VN")
    page.locator("#name").fill(name)
    page.locator("#password").fill(password)
    page.locator("form[action='/login'] button").click()


def test_in_by_the_log_in_a_token_another_role_and_out_without_a_script(browser, entered):
    with looking.opened(browser, java_script_enabled=False) as (page, wrong):
        log_in(page, entered, password=WRONG)
        assert page.get_by_role("alert").count() == 1
        assert page.url.endswith("/login")
        wrong.clear()  # that the password is wrong is told by the number of the answer too
        log_in(page, entered)
        assert page.url == f"{entered}/relation/JP/VN"
        page.goto(f"{entered}/tokens")
        page.get_by_label("What for").fill("a sheet")
        page.get_by_role("button", name="Issue").click()
        secret = page.get_by_role("status").locator("code").inner_text()
        assert re.fullmatch(r"foedera_\S{20,}", secret)
        page.goto(f"{entered}/tokens")
        assert secret not in page.content()
        page.get_by_role("button", name="Revoke").click()
        assert page.get_by_role("button", name="Revoke").count() == 0
        page.goto(f"{entered}/accounts")
        page.get_by_label("Role of cleo").select_option("analyst")
        page.get_by_role("button", name="Change: cleo").click()
        assert page.get_by_label("Role of cleo").input_value() == "analyst"
        page.get_by_role("button", name="Log out").click()
        assert page.url.endswith("/login")
        page.goto(f"{entered}/relation/JP/VN")
        assert "/login" in page.url
        assert wrong == []


@pytest.mark.parametrize("tag", languages())
def test_the_pages_have_no_barriers_and_fit_a_narrow_window_in_each_language(browser, entered, tag):
    with looking.opened(browser, locale=tag) as (page, wrong):
        for address in (f"{entered}/login", f"{entered}/tokens", f"{entered}/accounts"):
            if address.endswith("/tokens"):
                log_in(page, entered)
            page.goto(address)
            page.evaluate(looking.axe())
            for scheme, width in looking.LOOKS:
                page.emulate_media(color_scheme=scheme)
                page.set_viewport_size({"width": width, "height": looking.HEIGHT})
                whole, seen = page.evaluate(looking.WIDTH)
                assert whole <= seen, (address, scheme, width)
                assert page.evaluate(looking.BARRIERS, looking.RULES) == [], (address, scheme)
        assert wrong == []
