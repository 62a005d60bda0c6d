"""What the desk refuses, and how it says so."""

import pytest
import reading

import foedera
from foedera.plumbing.errors import UsageError
from foedera.web import serving
from foedera.web.parts.guard import is_loopback


def said(answer):
    page = reading.document(answer)
    assert len(page.xpath("//h1")) == 1
    assert answer.headers["content-security-policy"]
    return page.text_content()


@pytest.mark.parametrize(
    "path", ["/?x=1", "/relation/JP/VN?quotes=1", "/search?q=a&q=b", "/skips?page=2", "/report/none?x=", "/state/VN?a=b"]
)
def test_a_query_that_a_page_does_not_know_is_refused(desk, path):
    answer = desk.get(path)
    assert answer.status_code == 400
    assert "cannot be asked of this page" in said(answer)
    assert "What to do: it knows:" in said(answer)


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/relation/JP/XX",
        "/relation/JP/JP",
        "/event/none",
        "/report/none",
        "/state/none",
        "/docs/none",
        "/openapi.json",
        "/relation/JP/VN/",
    ],
)
def test_what_is_not_there_is_told_with_where_and_what_to_do(desk, path):
    answer = desk.get(path)
    assert answer.status_code == 404
    if "text/html" in answer.headers["content-type"]:
        assert "Where: " in said(answer)
        assert "What to do: " in said(answer)


def test_twins_tell_their_errors_as_json(desk):
    answer = desk.get("/event/none.json")
    assert answer.status_code == 404
    assert answer.json()["error"]["what"]
    assert desk.get("/search.json?q=%2C").status_code == 400
    assert desk.get("/search?q=a&offset=-1").status_code == 400


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8640", "127.0.0.1.evil.example", "192.168.0.7", "", "localhost.evil"])
def test_a_foreign_host_is_refused(desk, host):
    answer = desk.get("/", headers={"host": host})
    assert answer.status_code == 400
    assert "answers to names of this machine alone" in said(answer)


@pytest.mark.parametrize("host", ["localhost", "localhost:8640", "127.0.0.1:1", "[::1]", "[::1]:8640", "LOCALHOST"])
def test_every_name_of_this_machine_will_do(desk, host):
    assert desk.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_the_desk_can_only_be_read(desk, method):
    answer = desk.request(method, "/relation/JP/VN")
    assert answer.status_code == 405
    assert "can only be read" in said(answer)


def test_the_head_of_a_page_can_be_asked_for(desk):
    assert desk.head("/relation/JP/VN").status_code == 200


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.0.7", "example.org", ""])  # noqa: S104 - what must not be
def test_the_desk_does_not_open_to_other_machines(host, ledger):
    assert not is_loopback(host)
    with pytest.raises(UsageError, match="no accounts"):
        serving.serve(ledger, print, at=(host, 0))


def test_a_ledger_that_is_gone_is_told_without_its_insides(tmp_path, opened):
    path = tmp_path / "t.db"
    foedera.ingest(tmp_path / "none.txt", ledger=path)
    desk = opened(path)
    assert "The ledger tells of no pair of states yet" in said(desk.get("/"))
    path.unlink()
    answer = desk.get("/")
    assert answer.status_code == 503
    assert "there is no ledger" in said(answer)
