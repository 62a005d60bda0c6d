"""Programs rule: on what they have read, signed, with a way back, and nobody from another site."""

import shutil

import pytest

import foedera

HOME = "/api/v1"
PASSWORD = "correct horse battery"  # noqa: S105 - of accounts that live as long as a test


@pytest.fixture
def own(ledger, tmp_path):
    return shutil.copy(ledger, tmp_path / "t.db")


@pytest.fixture
def api(own, opened):
    return opened(own)


def an_event(desk):
    """An event of several sources, as it was read, and its tag."""
    listed = desk.get(f"{HOME}/events?party=JP&party=VN").json()["events"]
    read = desk.get(f"{HOME}/entries/{max(listed, key=lambda one: len(one['sources']))['id']}")
    return read.json()["entry"], read.headers["etag"]


def sent(desk, tag, headers=None, at="rulings", **said):
    return desk.post(f"{HOME}/{at}", json=said, headers={**({"if-match": tag} if tag else {}), **(headers or {})})


def test_a_ruling_is_made_read_taken_back_and_leaves_what_was(api, own):
    before = foedera.events(ledger=own)
    entry, tag = an_event(api)
    fact = entry["sources"][0]["fact"]
    made = sent(api, tag, ruling="correct", fact=fact, property="date", value="2001-02-03", why="the facsimile")
    assert made.status_code == 201, made.text
    read = api.get(made.headers["location"])
    assert read.json() == made.json()
    assert (read.json()["ruling"]["ruling"], read.json()["ruling"]["value"]) == ("corrected", "2001-02-03")
    assert foedera.events(ledger=own) != before
    gone = sent(api, read.headers["etag"], at=f"rulings/{read.json()['ruling']['id']}/undo", why="a slip")
    assert gone.status_code == 201
    assert foedera.events(ledger=own) == before
    again = api.get(made.headers["location"])
    assert again.json()["ruling"]["withdrawn_by"] == gone.json()["ruling"]["id"]
    assert sent(api, read.headers["etag"], at=f"rulings/{read.json()['ruling']['id']}/undo", why="a slip").status_code == 412
    assert sent(api, again.headers["etag"], at=f"rulings/{read.json()['ruling']['id']}/undo", why="a slip").status_code == 409


def test_nobody_rules_on_what_changed_since_or_what_he_has_not_read(api):
    entry, tag = an_event(api)
    fact = entry["sources"][0]["fact"]
    assert sent(api, None, ruling="strike", fact=fact, why="no").status_code == 428
    assert sent(api, '"other"', ruling="strike", fact=fact, why="no").status_code == 412
    assert sent(api, tag, ruling="confirm", fact=fact).status_code == 201
    late = sent(api, tag, ruling="strike", fact=fact, why="no")
    assert (late.status_code, late.headers["content-type"]) == (412, "application/problem+json")
    assert api.get(f"{HOME}/entries/{entry['id']}").headers["etag"] != tag
    assert api.get(f"{HOME}/entries/{entry['id']}", headers={"if-none-match": tag}).status_code == 200


def test_all_rulings_are_listed_page_by_page(api):
    entry, tag = an_event(api)
    for source in entry["sources"][:3]:
        tag = api.get(f"{HOME}/entries/{source['fact']}").headers["etag"]
        assert sent(api, tag, ruling="confirm", fact=source["fact"]).status_code == 201
    whole = api.get(f"{HOME}/rulings").json()
    assert whole["next_url"] is None
    found, at = [], f"{HOME}/rulings?limit=1"
    while at:
        page = api.get(at).json()
        found, at = found + page["rulings"], page["next_url"]
    assert found == whole["rulings"]
    assert len(found) == min(3, len(entry["sources"]))
    assert api.get(f"{HOME}/rulings/0123456789abcdef").status_code == 404


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"ruling": "strike", "fact": "0123456789abcdef", "why": "no"}, 404),
        ({"ruling": "correct", "property": "amount", "value": "1", "why": "no"}, 409),
        ({"ruling": "correct", "property": "date", "value": "soon", "why": "no"}, 409),
        ({"ruling": "same", "other": "0123456789abcdef", "why": "no"}, 409),
        ({"ruling": "strike", "later": "0123456789abcdef", "why": "no"}, 409),
        ({"ruling": "strike", "why": "   "}, 409),
        ({"ruling": "strike", "why": "a\x00b"}, 400),
        ({"ruling": "strike", "why": ""}, 400),
        ({"ruling": "strike"}, 400),
        ({"ruling": "praise", "why": "no"}, 400),
        ({"ruling": "strike", "why": "no", "by": "somebody else"}, 400),
    ],
)
def test_what_cannot_be_ruled_is_refused_with_its_reason(api, own, said, status):
    entry, tag = an_event(api)
    answer = sent(api, tag, **{"fact": entry["sources"][0]["fact"], **said})
    assert answer.status_code == status
    assert answer.json()["detail"]
    assert foedera.judgements(ledger=own) == ()


def test_what_is_no_json_too_long_or_from_elsewhere_is_refused(api, own):
    entry, tag = an_event(api)
    said = {"ruling": "strike", "fact": entry["sources"][0]["fact"], "why": "no"}
    head = {"if-match": tag}
    assert api.post(f"{HOME}/rulings", data=said, headers=head).status_code == 415
    assert api.post(f"{HOME}/rulings", content=b"{", headers={**head, "content-type": "application/json"}).status_code == 400
    assert sent(api, tag, **{**said, "why": "x" * 70_000}).status_code == 413
    for elsewhere in ({"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}, {"origin": "null"}):
        assert sent(api, tag, elsewhere, **said).status_code == 403
    assert api.put(f"{HOME}/rulings", json=said, headers=head).status_code == 405
    assert api.post(f"{HOME}/events", json=said, headers=head).status_code == 405
    assert foedera.judgements(ledger=own) == ()
    assert sent(api, tag, {"sec-fetch-site": "same-origin", "origin": "http://127.0.0.1"}, **said).status_code == 201


def test_with_accounts_it_takes_a_token_that_rules_and_the_account_signs(own, tmp_path, opened):  # noqa: ARG001 - without its libraries there is no desk
    from fastapi.testclient import TestClient

    from foedera.web.parts.access import Entrance
    from foedera.web.parts.application import application

    file = tmp_path / "accounts.db"
    tokens = {}
    for name, role, scope in (("ann", "admin", "read"), ("ben", "analyst", "rule"), ("cleo", "reader", "read")):
        foedera.add_account(name, PASSWORD, role, file=file)
        tokens[name] = f"Bearer {foedera.issue_token(name, label='program', scope=scope, file=file).secret}"
    desk = TestClient(application(own, Entrance(file=file)), base_url="http://127.0.0.1", headers={"authorization": tokens["ann"]})
    entry, tag = an_event(desk)
    said = {"ruling": "confirm", "fact": entry["sources"][0]["fact"]}
    assert sent(desk, tag, **said).status_code == 403
    assert sent(desk, tag, {"authorization": tokens["cleo"]}, **said).status_code == 403
    assert sent(desk, tag, {"authorization": "Bearer foedera_nothing"}, **said).status_code == 401
    made = sent(desk, tag, {"authorization": tokens["ben"]}, **said)
    assert (made.status_code, made.json()["ruling"]["by"]) == (201, "ben")
