"""Review: the queue, rulings by plain forms, the way back, and what is refused."""

import io
import shutil

import pytest
import reading

import foedera
from foedera import api

OWN = {"origin": "http://127.0.0.1", "sec-fetch-site": "same-origin"}


@pytest.fixture
def mine(ledger, tmp_path):
    """A copy of the ledger of the examples that a test may rule on."""
    shutil.copy(ledger, tmp_path / "t.db")
    return tmp_path / "t.db"


@pytest.fixture
def desk_of_mine(mine, opened):
    return opened(mine)


def exported(ledger):
    out = io.StringIO()
    api.export("ledger", out, ledger=ledger)
    return out.getvalue()


def forms(answer):
    """The forms of a page that rule: their address, their fields and the values of their buttons."""
    found = []
    for one in reading.document(answer).xpath("//form[@class='ruling']"):
        fields = {field.get("name"): field.get("value") for field in one.xpath(".//input[@type='hidden']")}
        found.append((one.get("action"), fields, one.xpath(".//button[not(@disabled)]/@value")))
    return found


def press(desk, answer, button, *, headers=OWN, **typed):
    action, fields, buttons = forms(answer)[0]
    assert button in buttons or not buttons
    return desk.post(action, data={**fields, **({"ruling": button} if button else {}), **typed}, headers=headers)


def test_the_queue_tells_each_uncertain_entry_once_with_all_its_reasons(desk, ledger):
    page = reading.document(desk.get("/review"))
    wanted = list(dict.fromkeys(one.entry for one in foedera.uncertain(ledger=ledger)))
    links = [href.rpartition("/")[2] for href in page.xpath("//ol[@class='lines']/li/p/a/@href")]
    assert links == wanted[:50]
    assert len(page.xpath("//ol[@class='lines']/li[1]//ul/li")) == sum(one.entry == wanted[0] for one in foedera.uncertain(ledger=ledger))
    assert desk.get("/review.json").json()["uncertain"]


def test_twenty_entries_are_reviewed_one_after_the_other_and_two_taken_back(mine, desk_of_mine):
    before = exported(mine)
    at = desk_of_mine.get(reading.document(desk_of_mine.get("/review")).xpath("//ol[@class='lines']/li/p/a/@href")[0])
    seen = []
    for number in range(20):
        seen.append(at.url.path)
        at = press(desk_of_mine, at, "strike" if number % 5 == 4 else "confirm", why=f"look {number}")
        assert at.status_code == 200
    assert len(set(seen)) > 8
    assert len(api.judgements(ledger=mine)) == 20
    for _time in range(2):
        page = desk_of_mine.get("/rulings")
        assert "look" in page.text
        press(desk_of_mine, page, "", why="after all not")
    listed = api.judgements(ledger=mine)
    assert sum(one.withdrawn_by is not None for one in listed) == 2
    while forms(desk_of_mine.get("/rulings")):
        press(desk_of_mine, desk_of_mine.get("/rulings"), "", why="")
    assert exported(mine) == before


def test_same_correct_and_different_taken_back_in_turn_leave_the_ledger_as_it_was(mine, desk_of_mine):
    before = exported(mine)
    events = [one for one in api.events(party=["JP", "VN"], ledger=mine) if len(one.facts) > 1]
    others = [one for one in api.events(party=["JP", "VN"], ledger=mine) if one.id != events[0].id and one.parties == events[0].parties]
    page = desk_of_mine.get(f"/review/{events[0].id}")
    first = forms(page)[0][1]["fact"]
    apart = next(fields["fact"] for _action, fields, _buttons in forms(page) if fields["fact"] != first)
    assert press(desk_of_mine, page, "different", other=apart, why="two").status_code == 200
    page = desk_of_mine.get(f"/review/{events[0].id}")
    assert press(desk_of_mine, page, "correct", property="place", value="Hue", why="seen there").status_code == 200
    page = desk_of_mine.get(f"/review/{events[0].id}")
    assert press(desk_of_mine, page, "same", other=others[-1].id, why="one").status_code == 200
    assert {one.judgement.ruling for one in api.judgements(ledger=mine)} == {"different", "corrected", "same"}
    assert exported(mine) != before
    for _time in range(3):
        press(desk_of_mine, desk_of_mine.get("/rulings"), "", why="")
    assert exported(mine) == before


def test_an_entry_that_was_joined_is_found_under_its_old_address(mine, desk_of_mine):
    events = api.events(party=["JP", "VN"], ledger=mine)
    a, b = next((a, b) for a in events for b in events if a.id < b.id and a.parties == b.parties and a.type == b.type)
    press(desk_of_mine, desk_of_mine.get(f"/review/{a.id}"), "same", other=b.id, why="one")
    joined = api.entry(b.id, ledger=mine).id
    assert desk_of_mine.get(f"/event/{b.id}").url.path == f"/event/{joined}"


def test_who_rules_on_what_another_has_ruled_on_sees_it_as_it_stands(mine, desk_of_mine):
    name = foedera.uncertain(ledger=mine)[0].entry
    mine_page, theirs = desk_of_mine.get(f"/review/{name}"), desk_of_mine.get(f"/review/{name}")
    press(desk_of_mine, theirs, "confirm", why="theirs")
    late = press(desk_of_mine, mine_page, "strike", why="mine")
    assert late.status_code == 412
    assert "Nothing was ruled" in late.text
    assert [one.judgement.ruling for one in api.judgements(ledger=mine)] == ["confirmed"]
    assert press(desk_of_mine, late, "strike", why="mine").status_code == 200
    assert {one.judgement.ruling for one in api.judgements(ledger=mine)} == {"confirmed", "struck"}


FOREIGN = [
    {},
    {"origin": "http://evil.example"},
    {"origin": "null"},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site", "origin": "http://127.0.0.1"},
    {"sec-fetch-site": "none"},
    {"origin": "http://127.0.0.1:81"},
    {"origin": "https://127.0.0.1"},
]


@pytest.mark.parametrize("headers", FOREIGN)
def test_what_another_site_sends_is_refused(mine, desk_of_mine, headers):
    name = foedera.uncertain(ledger=mine)[0].entry
    answer = press(desk_of_mine, desk_of_mine.get(f"/review/{name}"), "strike", headers=headers)
    assert answer.status_code == 403
    assert answer.headers["content-security-policy"]
    assert api.judgements(ledger=mine) == ()


def test_what_is_no_form_or_too_long_is_refused(mine, desk_of_mine):
    name = foedera.uncertain(ledger=mine)[0].entry
    at = f"/review/{name}"
    assert desk_of_mine.post(at, json={"ruling": "strike"}, headers=OWN).status_code == 415
    assert desk_of_mine.post(at, data={"why": "x" * 70_000}, headers=OWN).status_code == 413
    chunks = (part for part in [b"ruling=strike"])
    media = {"content-type": "application/x-www-form-urlencoded"}
    assert desk_of_mine.post(at, content=chunks, headers={**OWN, **media}).status_code == 411
    assert desk_of_mine.post(at, content=b"a=1&a=2", headers={**OWN, **media}).status_code == 400
    assert desk_of_mine.post(at, content=b"&".join(b"a%d=1" % n for n in range(40)), headers={**OWN, **media}).status_code == 400
    assert api.judgements(ledger=mine) == ()


def test_a_ruling_that_cannot_be_is_told_and_changes_nothing(mine, desk_of_mine):
    name = foedera.uncertain(ledger=mine)[0].entry
    page = desk_of_mine.get(f"/review/{name}")
    for button, typed in [("correct", {"property": "date", "value": "soon"}), ("same", {"other": "none"}), ("different", {"other": ""})]:
        answer = press(desk_of_mine, page, button, why="so", **typed)
        assert answer.status_code == 400
        assert "What to do: " in answer.text
    action, fields, _buttons = forms(page)[0]
    assert desk_of_mine.post(action, data=fields, headers=OWN).status_code == 400
    assert "needs a reason" in press(desk_of_mine, page, "strike", why=" ").text
    assert "no field" in press(desk_of_mine, page, "confirm", colour="red").text
    assert desk_of_mine.get("/rulings/none").status_code == 404
    assert desk_of_mine.post("/rulings/none", data={}, headers={**OWN, "content-length": "0"}).status_code >= 400
    assert api.judgements(ledger=mine) == ()


def test_hostile_reasons_stay_words(mine, desk_of_mine):
    name = foedera.uncertain(ledger=mine)[0].entry
    press(desk_of_mine, desk_of_mine.get(f"/review/{name}"), "confirm", why="<script>alert(1)</script>\" onload='x'")
    page = reading.document(desk_of_mine.get("/rulings"))
    assert page.xpath("//script | //@onload") == []
    assert "<script>alert(1)</script>" in page.text_content()


def test_enter_in_a_field_rules_on_nothing(mine, desk_of_mine):
    """A browser presses the first button of a form when Enter is struck in a field; a disabled one stops it."""
    name = foedera.uncertain(ledger=mine)[0].entry
    page = desk_of_mine.get(f"/review/{name}")
    press(desk_of_mine, page, "confirm")
    for answer in (page, desk_of_mine.get("/rulings")):
        for form in reading.document(answer).xpath("//form[@class='ruling']"):
            assert form.xpath("(.//button)[1]/@disabled")


def test_who_rules_on_what_was_struck_or_taken_back_meanwhile_sees_how_it_stands(mine, desk_of_mine):
    name = next(one.entry for one in foedera.uncertain(ledger=mine) if len(api.entry(one.entry, ledger=mine).facts) == 1)
    late, early = desk_of_mine.get(f"/review/{name}"), desk_of_mine.get(f"/review/{name}")
    press(desk_of_mine, early, "strike", why="wrong")
    assert press(desk_of_mine, late, "confirm").status_code == 412
    page = desk_of_mine.get("/rulings")
    press(desk_of_mine, page, "", why="")
    assert press(desk_of_mine, page, "", why="").status_code == 412
    assert len(api.judgements(ledger=mine)) == 2


def test_headers_that_come_twice_or_lie_about_length_are_refused(mine, desk_of_mine):
    at = f"/review/{foedera.uncertain(ledger=mine)[0].entry}"
    form = [("content-type", "application/x-www-form-urlencoded"), ("origin", "http://127.0.0.1")]
    for more in [[("origin", "http://evil.example")], [("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-origin")]]:
        assert desk_of_mine.post(at, content=b"ruling=strike", headers=[*form, *more]).status_code in {400, 403}
    assert desk_of_mine.post(at, content=b"a=1", headers=[*form, ("content-length", "9" * 5000)]).status_code in {400, 411, 413}
    assert api.judgements(ledger=mine) == ()
