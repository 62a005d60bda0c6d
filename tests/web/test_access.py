import os
import shutil
import time

import pytest

import foedera
from foedera.api import entering
from foedera.ledger import accounts as files
from foedera.plumbing.errors import FoederaError, UsageError

PASSWORD = "correct horse battery"  # noqa: S105 - of accounts that live as long as a test
SAME = {"sec-fetch-site": "same-origin"}


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    file = tmp_path_factory.mktemp("accounts") / "accounts.db"
    for name, role in (("ann", "admin"), ("ben", "analyst"), ("cleo", "reader")):
        foedera.add_account(name, PASSWORD, role, file=file)
    return file


@pytest.fixture
def entered(ledger, opened, home):  # noqa: ARG001 - without its libraries there is no desk
    """What opens a desk with accounts, with nobody in."""
    from fastapi.testclient import TestClient

    from foedera.web.parts.access import Entrance
    from foedera.web.parts.application import application

    def made(client=("192.0.2.7", 5000), **entrance):
        site = application(ledger, Entrance(file=entrance.pop("file", home), **entrance))
        base = "https://127.0.0.1" if entrance.get("https") else "http://127.0.0.1"
        return TestClient(site, base_url=base, follow_redirects=False, client=client)

    return made


def log_in(desk, name="ben", password=PASSWORD, to="/", **headers):
    return desk.post("/login", data={"name": name, "password": password, "to": to}, headers={**SAME, **headers})


def into(desk, name):
    assert log_in(desk, name).status_code == 303
    return desk


def test_without_an_account_pages_lead_to_the_log_in_and_programs_are_told(entered):
    desk = entered()
    answer = desk.get("/relation/JP/VN?as_of=2020")
    assert (answer.status_code, answer.headers["location"]) == (303, "/login?to=%2Frelation%2FJP%2FVN%3Fas_of%3D2020")
    for path in ("/index.json", "/relation/JP/VN.json", "/api/v1/relations", "/no/such/page.json"):
        answer = desk.get(path)
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
        assert answer.json()["status"] == 401
    assert desk.get("/login").status_code == 200
    assert desk.get("/style.css").status_code == 200
    assert desk.get("/relation/JP/VN").headers["cache-control"] == "no-store"


def test_who_gives_the_password_is_in_and_whoever_leaves_is_out(entered):
    desk = entered()
    answer = log_in(desk, to="/relation/JP/VN")
    assert (answer.status_code, answer.headers["location"]) == (303, "/relation/JP/VN")
    told = answer.headers["set-cookie"]
    assert "HttpOnly" in told
    assert "SameSite=Lax" in told
    assert "ben" in desk.get("/").text
    secret = desk.cookies["foedera_session"]
    assert desk.post("/logout", headers=SAME, data={"x": ""}).headers["location"] == "/login"
    desk.cookies.set("foedera_session", secret)
    assert desk.get("/").status_code == 303


@pytest.mark.parametrize("to", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", ""])
def test_the_log_in_leads_back_to_this_desk_alone(entered, to):
    assert log_in(entered(), to=to).headers["location"] == "/"


def test_a_session_that_was_planted_is_none_after_the_log_in(entered):
    desk = entered()
    desk.cookies.set("foedera_session", "planted-by-somebody-else")
    log_in(desk)
    assert desk.cookies.get("foedera_session", domain="127.0.0.1") != "planted-by-somebody-else"
    other = entered()
    other.cookies.set("foedera_session", "planted-by-somebody-else")
    assert other.get("/").status_code == 303


def test_a_second_log_in_ends_the_session_before(entered):
    desk = into(entered(), "ben")
    first = desk.cookies["foedera_session"]
    log_in(desk, "ben")
    other = entered()
    other.cookies.set("foedera_session", first)
    assert other.get("/").status_code == 303


def test_wrong_passwords_and_unknown_names_get_the_same_answer(entered):
    wrong, unknown = (log_in(entered(), name, "wrong wrong wrong") for name in ("ben", "nobody"))
    assert (wrong.status_code, unknown.status_code) == (401, 401)
    assert wrong.text == unknown.text
    assert "set-cookie" not in wrong.headers


def guessing(file):
    foedera.add_account("ann", PASSWORD, "admin", file=file)
    return file


def test_guessing_is_stopped_by_name_from_wherever_it_comes(entered, tmp_path):
    file = guessing(tmp_path / "a.db")
    for number in range(entering.TRIES):
        assert log_in(entered(client=(f"192.0.2.{number}", 1), file=file), "ann", "wrong wrong wrong").status_code == 401
    answer = log_in(entered(client=("192.0.2.99", 1), file=file), "ann")
    assert answer.status_code == 429
    assert 0 < int(answer.headers["retry-after"]) <= entering.WITHIN + 1


def test_guessing_is_stopped_by_address_and_nobody_lies_his_way_out(entered, tmp_path):
    file = guessing(tmp_path / "a.db")
    desk = entered(file=file)
    for number in range(entering.TRIES):
        log_in(desk, f"name{number}", "wrong wrong wrong", **{"x-forwarded-for": f"198.51.100.{number}"})
    assert log_in(desk, "ann", **{"x-forwarded-for": "198.51.100.200"}).status_code == 429
    assert log_in(entered(client=("192.0.2.8", 1), file=file), "ann").status_code == 303


def test_a_proxy_that_the_operator_trusts_says_who_asks(entered, tmp_path):
    file = guessing(tmp_path / "a.db")
    desk = entered(file=file, proxies=frozenset({"192.0.2.7"}))
    for number in range(entering.TRIES):
        log_in(desk, f"name{number}", "wrong wrong wrong", **{"x-forwarded-for": f"203.0.113.{number}, 198.51.100.1"})
    assert log_in(desk, "ann", **{"x-forwarded-for": "203.0.113.9, 198.51.100.1"}).status_code == 429
    assert log_in(desk, "ann", **{"x-forwarded-for": "198.51.100.1, 203.0.113.9"}).status_code == 303


def test_cross_site_posts_are_refused_log_in_and_log_out_included(entered):
    desk = into(entered(), "ben")
    for path in ("/login", "/logout", "/language", "/tokens", "/accounts", "/review/x", "/rulings/x"):
        for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "http://evil.example"}, {"origin": "null"}, {}):
            assert desk.post(path, data={"name": "ben"}, headers=headers).status_code == 403, (path, headers)


def test_what_each_role_may(entered):
    may = {"reader": 0, "analyst": 1, "admin": 2}
    wanted = {
        ("GET", "/"): "reader",
        ("GET", "/review"): "reader",
        ("GET", "/tokens"): "reader",
        ("GET", "/api/v1/relations"): "reader",
        ("GET", "/ingest"): "analyst",
        ("GET", "/ingest.json"): "analyst",
        ("POST", "/review/x"): "analyst",
        ("POST", "/rulings/x"): "analyst",
        ("GET", "/accounts"): "admin",
        ("GET", "/accounts.json"): "admin",
        ("POST", "/accounts"): "admin",
    }
    for name, role in (("ann", "admin"), ("ben", "analyst"), ("cleo", "reader")):
        desk = into(entered(), name)
        for (method, path), least in wanted.items():
            answer = desk.request(method, path, headers=SAME, **({"data": {"x": ""}} if method == "POST" else {}))
            assert (answer.status_code == 403) is (may[role] < may[least]), (name, method, path, answer.status_code)


def test_every_address_that_takes_a_form_needs_an_analyst_but_those_that_are_named():
    from foedera.plumbing import discover
    from foedera.web.parts.access import least

    taking = {route.path for module in discover.modules("foedera.web", "routes").values() for route in module.routes() if route.take}
    open_to = {path: least(path, "POST") for path in taking}
    assert {path for path, role in open_to.items() if role is None} == {"/login", "/language"}
    assert {path for path, role in open_to.items() if role == "reader"} == {"/logout", "/tokens"}
    assert {path for path, role in open_to.items() if role == "admin"} == {"/accounts"}
    assert {role for path, role in open_to.items()} == {None, "reader", "analyst", "admin"}


def test_a_ruling_is_signed_by_who_is_in(ledger, tmp_path, opened):  # noqa: ARG001 - as above

    from foedera.web.parts.access import Entrance

    copy = tmp_path / "t.db"
    shutil.copy(ledger, copy)
    from fastapi.testclient import TestClient

    from foedera.web.parts.application import application

    file = tmp_path / "a.db"
    foedera.add_account("zoe", PASSWORD, "admin", file=file)
    desk = TestClient(application(copy, Entrance(file=file)), base_url="http://127.0.0.1", follow_redirects=True)
    log_in(desk, "zoe")
    name = foedera.uncertain(ledger=copy)[0].entry
    page = desk.get(f"/review/{name}.json").json()
    form = desk.get(f"/review/{name}").text
    version = form.split('name="version" value="')[1].split('"')[0]
    fact = form.split('name="fact" value="')[1].split('"')[0]
    answer = desk.post(f"/review/{name}", data={"version": version, "fact": fact, "ruling": "confirm", "why": ""}, headers=SAME)
    assert answer.status_code == 200, answer.text
    assert page
    assert [one.judgement.by for one in foedera.judgements(ledger=copy)] == ["zoe"]


def bearer(secret):
    return {"authorization": f"Bearer {secret}"}


def test_tokens_open_twins_until_they_expire_or_are_revoked(entered, home):
    issued = foedera.issue_token("cleo", "sheet", file=home)
    desk = entered()
    assert desk.get("/relation/JP/VN.json", headers=bearer(issued.secret)).json()["schema_version"] == 1
    assert desk.get("/api/v1/relations", headers=bearer(issued.secret)).status_code == 200
    assert desk.get("/", headers=bearer(issued.secret[:-1] + "x")).status_code == 401
    assert desk.get("/index.json", headers={"authorization": f"Basic {issued.secret}"}).status_code == 401
    assert desk.get(f"/index.json?token={issued.secret}").status_code == 401
    foedera.revoke_token(issued.token.id, file=home)
    assert desk.get("/index.json", headers=bearer(issued.secret)).status_code == 401
    short = foedera.issue_token("cleo", "short", days=0.5, file=home)
    kept = files.at(home)
    from foedera.plumbing.passwords import sealed

    assert kept.token(sealed(short.secret), time.time()) is not None
    assert kept.token(sealed(short.secret), time.time() + 86400) is None


def test_a_narrow_token_writes_nothing_and_none_reaches_further_than_its_account(entered, home):
    desk = entered()
    narrow, wide = (foedera.issue_token("ben", "t", scope=scope, file=home).secret for scope in ("read", "rule"))
    assert desk.post("/rulings/x", data={"why": "x"}, headers=bearer(narrow)).status_code == 403
    assert desk.post("/rulings/x", data={"why": "x"}, headers=bearer(wide)).status_code == 400
    for path, fields in (("/tokens", {"label": "more", "scope": "rule", "days": "366"}), ("/logout", {"x": ""})):
        assert desk.post(path, data=fields, headers=bearer(wide)).status_code == 403
    assert desk.post("/accounts", data={"name": "ben", "does": "role", "role": "admin"}, headers=bearer(wide)).status_code == 403
    with pytest.raises(UsageError):
        foedera.issue_token("cleo", "t", scope="rule", file=home)


def test_a_session_does_not_help_out_a_token_that_is_none(entered):
    desk = into(entered(), "ann")
    assert desk.get("/index.json", headers=bearer("foedera_nothing")).status_code == 401
    assert desk.post("/rulings/x", data={"why": "x"}, headers=bearer("foedera_nothing")).status_code == 401


def test_own_tokens_are_made_and_revoked_at_the_desk_and_nobody_elses(entered, home):
    desk = into(entered(), "ben")
    page = desk.post("/tokens", data={"label": "<b>x</b>", "scope": "read", "days": "3"}, headers=SAME)
    secret = page.text.split("<code>")[1].split("</code>")[0]
    assert desk.get("/tokens").text.count(secret) == 0
    assert "<b>x</b>" not in page.text
    assert entered().get("/index.json", headers=bearer(secret)).status_code == 200
    mine = next(one.id for one in foedera.tokens("ben", file=home) if one.label == "<b>x</b>")
    other = into(entered(), "cleo")
    assert other.post("/tokens", data={"revoke": mine}, headers=SAME).status_code == 400
    assert other.post("/tokens", data={"label": "", "scope": "rule", "days": "3"}, headers=SAME).status_code == 400
    assert other.post("/tokens", data={"label": "", "scope": "read", "days": "-1"}, headers=SAME).status_code == 400
    assert other.post("/tokens", data={"label": "", "scope": "all", "days": "1"}, headers=SAME).status_code == 400
    assert desk.post("/tokens", data={"revoke": mine}, headers=SAME).status_code == 303
    assert entered().get("/index.json", headers=bearer(secret)).status_code == 401


def test_an_account_that_is_shut_out_or_changed_is_out_at_once(entered, tmp_path):
    file = tmp_path / "a.db"
    foedera.add_account("ann", PASSWORD, "admin", file=file)
    foedera.add_account("dan", PASSWORD, "analyst", file=file)
    secret = foedera.issue_token("dan", "t", file=file).secret
    dan = entered(file=file)
    into(dan, "dan")
    admin = into(entered(file=file), "ann")
    assert admin.post("/accounts", data={"name": "dan", "does": "role", "role": "reader"}, headers=SAME).status_code == 303
    assert dan.get("/").status_code == 303
    into(dan, "dan")
    assert admin.post("/accounts", data={"name": "dan", "does": "disable"}, headers=SAME).status_code == 303
    assert "dan" in admin.get("/accounts").text
    assert dan.get("/").status_code == 303
    assert log_in(dan, "dan").status_code == 401
    assert dan.get("/index.json", headers=bearer(secret)).status_code == 401
    assert admin.post("/accounts", data={"name": "ann", "does": "role", "role": "reader"}, headers=SAME).status_code == 400
    assert admin.post("/accounts", data={"name": "ann", "does": "disable"}, headers=SAME).status_code == 400
    assert admin.post("/accounts", data={"name": "nobody", "does": "disable"}, headers=SAME).status_code == 400
    assert admin.post("/accounts", data={"name": "dan", "does": "nothing"}, headers=SAME).status_code == 400
    assert admin.post("/accounts", data={"name": "dan", "wrong": "x"}, headers=SAME).status_code == 400
    assert admin.post("/accounts", data={"name": "dan", "does": "enable"}, headers=SAME).status_code == 303


def test_sessions_end_when_idle_and_after_a_week(home):
    kept = files.at(home)
    from foedera.plumbing.passwords import sealed

    secret = entering.enter(kept, "ben", PASSWORD, "192.0.2.200")
    now = time.time()
    assert kept.session(sealed(secret), now, entering.IDLE).name == "ben"
    assert kept.session(sealed(secret), now + entering.IDLE + 1, entering.IDLE) is None
    for hour in range(1, 7 * 24, 10):
        assert kept.session(sealed(secret), now + hour * 3600, entering.IDLE) is not None
    assert kept.session(sealed(secret), now + entering.WHOLE + 1, entering.IDLE) is None


def test_over_https_the_cookie_is_secure_and_forms_come_from_there(entered):
    desk = entered(https=True, names=frozenset({"desk.example"}))
    answer = desk.post("/login", data={"name": "ben", "password": PASSWORD, "to": "/"}, headers={"origin": "https://127.0.0.1"})
    assert answer.headers["set-cookie"].startswith("__Host-foedera_session=")
    assert "Secure" in answer.headers["set-cookie"]
    assert desk.post("/login", data={"name": "b"}, headers={"origin": "http://127.0.0.1"}).status_code == 403
    assert desk.get("/login", headers={"host": "desk.example"}).status_code == 200
    assert desk.get("/login", headers={"host": "other.example"}).status_code == 400


def test_the_desk_without_accounts_says_so_and_keeps_none(desk):
    assert desk.get("/login").status_code == 200
    forms = {"/login": {"name": "a", "password": "b"}, "/logout": {"x": ""}, "/tokens": {"label": "x"}, "/accounts": {"name": "x"}}
    for path, fields in forms.items():
        assert desk.post(path, data=fields, headers=SAME).status_code == 400
    assert desk.get("/tokens").status_code == 400
    assert desk.get("/accounts").status_code == 400
    assert desk.post("/rulings/x", data={"why": "x"}, headers=bearer("foedera_x")).status_code == 403


def test_the_file_keeps_no_secret_and_is_its_owners_alone(home):
    issued = foedera.issue_token("cleo", "x", file=home)
    content = b"".join(path.read_bytes() for path in home.parent.iterdir())
    assert issued.secret.encode() not in content
    assert PASSWORD.encode() not in content
    assert b"$argon2id$" in content
    if os.name == "posix":
        assert home.stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_none_is_told(tmp_path):
    wrong = tmp_path / "wrong.db"
    wrong.write_bytes(b"no database, but long enough to be looked at closely" * 50)
    with pytest.raises(FoederaError, match="accounts"):
        foedera.accounts(file=wrong)
    with pytest.raises(UsageError):
        foedera.accounts(file=tmp_path / "none.db")
    with pytest.raises(UsageError):
        foedera.add_account("ann", PASSWORD, "reader", file=tmp_path / "first.db")
    for name, password in (("", PASSWORD), ("a:b", PASSWORD), ("x" * 65, PASSWORD), ("ann", "short")):
        with pytest.raises(UsageError):
            foedera.add_account(name, password, "admin", file=tmp_path / "second.db")
    foedera.add_account("ann", PASSWORD, "admin", file=tmp_path / "second.db")
    for call in (
        lambda file: foedera.add_account("ann", PASSWORD, "admin", file=file),
        lambda file: foedera.add_account("bo", PASSWORD, "king", file=file),
        lambda file: foedera.issue_token("ann", "x", days=1000, file=file),
        lambda file: foedera.revoke_token("none", file=file),
        lambda file: foedera.change_account("nobody", disabled=True, file=file),
    ):
        with pytest.raises(UsageError):
            call(tmp_path / "second.db")
    assert foedera.change_account("ann", password=PASSWORD[::-1], file=tmp_path / "second.db").name == "ann"
