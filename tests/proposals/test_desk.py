"""Proposals at the desk: listed with their quotes, admitted, declined, taken back; nobody rules on what somebody ruled on meanwhile."""

import os

import pytest

import foedera
from foedera.proposals.asking import Budget

SAME = {"sec-fetch-site": "same-origin"}
QUOTE = "Kenya’s envoy handed over\na letter on 3 April 2031."


@pytest.fixture
def proposed(server, ledger):
    event = {"kind": "event", "quote": QUOTE, "parties": ["KE", "PE"], "type": "meeting", "tense": "past", "date": "2031-04-03"}
    server.answers = [{"candidates": [event]}]
    foedera.propose("<b>stub</b>", server.url, ledger=ledger, budget=Budget())
    return foedera.proposed(ledger=ledger)[0].fact.id


@pytest.fixture
def desk(ledger):
    try:
        import jinja2  # noqa: F401 - only whether it is there
        from fastapi.testclient import TestClient
    except ImportError as error:
        (pytest.fail if os.environ.get("FOEDERA_REQUIRE") == "all" else pytest.skip)(f"the desk cannot be opened: {error}")

    from foedera.web.parts.application import application

    return TestClient(application(ledger), base_url="http://127.0.0.1", follow_redirects=False)


def send(desk, name, **form):
    return desk.post(f"/proposals/{name}", data=form, headers=SAME)


def state(ledger):
    return [(one.state, one.why) for one in foedera.proposed(state=None, ledger=ledger)]


def test_each_is_shown_with_its_quote_and_its_twin_says_the_same(desk, proposed):
    page = desk.get("/proposals").text
    assert "Kenya’s envoy handed over\na letter on 3 April 2031." in page
    assert "&lt;b&gt;stub&lt;/b&gt;" in page
    assert "<b>stub" not in page
    assert desk.get("/proposals.json").json()["proposals"][0]["id"] == proposed
    assert desk.get(f"/proposals/{proposed}").status_code == 200
    assert "There are no such proposals." in desk.get("/proposals?state=declined").text
    assert desk.get("/proposals?state=lost").status_code == 400
    assert desk.get("/proposals/0123456789abcdef").status_code == 404
    assert "/proposals" in desk.get("/review").text


def test_one_is_admitted_opens_on_its_passage_and_is_taken_back(desk, ledger, proposed):
    assert send(desk, proposed, ruling="admit", why="", version="open ").headers["location"] == "/proposals"
    assert state(ledger) == [("admitted", "")]
    page = desk.get("/proposals?state=admitted").text
    anchor = f"#{proposed}"
    assert anchor in page
    report = page.split('class="said"><a href="')[1].split("#")[0]
    assert f'data-fact="{proposed}"' in desk.get(report).text
    version = page.split('name="version" value="')[1].split('"')[0]
    assert send(desk, proposed, ruling="reopen", version=version).status_code == 303
    assert state(ledger)[0][0] == "open"


def test_declining_takes_a_reason(desk, ledger, proposed):
    assert send(desk, proposed, ruling="decline", why=" ", version="open ").status_code == 400
    assert state(ledger) == [("open", "")]
    assert send(desk, proposed, ruling="decline", why="it is not so", version="open ").status_code == 303
    assert state(ledger) == [("declined", "it is not so")]


def test_nobody_rules_on_what_somebody_ruled_on_meanwhile(desk, ledger, proposed):
    foedera.judge_decline(proposed, why="no", ledger=ledger)
    answer = send(desk, proposed, ruling="admit", version="open ")
    assert answer.status_code == 412
    assert state(ledger)[0][0] == "declined"


@pytest.mark.parametrize("form", [{}, {"ruling": "praise"}, {"ruling": "admit", "other": "x"}])
def test_a_form_that_is_none_rules_on_nothing(desk, ledger, proposed, form):
    assert send(desk, proposed, version="open ", **form).status_code == 400
    assert state(ledger) == [("open", "")]
    assert desk.post(f"/proposals/{proposed}", data={"ruling": "admit"}, headers={"origin": "https://evil.example"}).status_code == 403
