"""Ingest in the browser: what is handed over is read as the command reads it, and told item by item."""

import io
import json
import os
import re
import time
from pathlib import Path

import pytest
import reading
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

import foedera
from foedera import api
from foedera.model.batch import OPEN, Given, Handed
from foedera.pipeline import ingest as steps
from foedera.web import ingesting
from foedera.web.parts import taking, working
from sites import running

OWN = {"origin": "http://127.0.0.1", "sec-fetch-site": "same-origin"}
ROOT = Path(__file__).resolve().parents[2]
REPORTS = ROOT / "examples" / "reports"
FILES = sorted(path for path in REPORTS.iterdir() if path.is_file())
ONE = next(path for path in FILES if "-en-" in path.name)
SCHEMAS = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "docs" / "schemas").glob("*.json")}
REGISTRY = Registry().with_resources((name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items())
PATIENCE = 120


@pytest.fixture
def ledger_of_mine(tmp_path):
    path = tmp_path / "t.db"
    foedera.ingest(tmp_path / "none.txt", ledger=path)
    return path


@pytest.fixture
def mine(ledger_of_mine, opened):
    return opened(ledger_of_mine)


@pytest.fixture
def idle(monkeypatch):
    """Nobody reads what is handed over until the test does."""
    monkeypatch.setattr(ingesting, "wake", lambda _ledger: None)


def exported(ledger):
    out = io.StringIO()
    api.export("ledger", out, ledger=ledger)
    return out.getvalue()


def send(desk, kind, files=(), **fields):
    """A form as a browser sends it, always in parts."""
    parts = [(name, (None, value)) for name, value in {"kind": kind, **fields}.items()]
    return desk.post("/ingest", files=[*parts, *(("files", one) for one in files)], headers=OWN)


def ended(desk, answer):
    """The page of a batch when there is nothing left to do, and its twin."""
    assert answer.status_code == 200, answer.text
    until = time.monotonic() + PATIENCE
    while (twin := desk.get(f"{answer.url.path}.json").json()["batch"])["state"] in OPEN:
        assert time.monotonic() < until, twin
        time.sleep(0.2)
    return desk.get(answer.url.path), twin


def test_an_upload_makes_the_ledger_that_the_command_makes(mine, ledger_of_mine, tmp_path):
    sent = send(mine, "files", [(path.name, path.read_bytes()) for path in FILES])
    assert re.fullmatch(r"/ingest/[0-9T]+-[0-9a-f]+", sent.url.path)
    assert sent.history[0].status_code == 303
    assert sent.headers["refresh"] == str(ingesting.PAUSE)
    assert reading.document(sent).xpath("//*[@role='status']//progress/@max") == [str(len(FILES))]
    page, twin = ended(mine, sent)
    assert (twin["state"], twin["done"], twin["of"]) == ("done", len(FILES), len(FILES))
    assert "refresh" not in page.headers
    links = reading.document(page).xpath("//ol[@class='lines']//a/@href")
    assert len(links) == len(FILES)
    assert {mine.get(link).status_code for link in links} == {200}
    foedera.ingest(tmp_path / "none.txt", *FILES, ledger=tmp_path / "u.db")
    assert exported(ledger_of_mine) == exported(tmp_path / "u.db")


def test_bad_items_are_told_with_reason_and_what_to_do(mine):
    sent = send(mine, "files", [("a.png", b"\x89PNG"), ("b.txt", b""), ("c.txt", ONE.read_bytes()), ("d.txt", ONE.read_bytes())])
    page, twin = ended(mine, sent)
    assert [one["outcome"] for one in twin["items"]] == ["bad", "bad", "taken_in", "taken_in"]
    said = reading.document(page).text_content()
    assert "no format reads files ending in '.png'; give one of" in said
    assert "bad: 2" in said
    assert len(reading.document(mine.get(f"{sent.url.path}?outcome=bad")).xpath("//ol[@class='lines']/li")) == 2
    assert mine.get(f"{sent.url.path}?outcome=good").status_code in {400, 404}
    again = ended(mine, send(mine, "files", [("c.txt", ONE.read_bytes())]))[1]
    assert [(one["outcome"], one["document"]) for one in again["items"]] == [("there_already", twin["items"][2]["document"])]


def test_a_pasted_text_is_read_with_what_is_known_of_it(mine, ledger_of_mine):
    text = ONE.read_text(encoding="utf-8")
    given = {
        "text": text.replace("\n", "\r\n"),
        "title": "Talks",
        "publisher": "",
        "published": "2025-04-28",
        "url": "https://example.org/a",
    }
    _page, twin = ended(mine, send(mine, "text", **given))
    (item,) = twin["items"]
    assert item["outcome"] == "taken_in"
    found = api.report(item["document"], ledger=ledger_of_mine).article
    assert (found.text, found.title, found.url, found.published.edtf) == (text, "Talks", "https://example.org/a", "2025-04-28")


def test_addresses_and_feeds_are_read_where_the_operator_allows_it_and_refused_elsewhere(mine, ledger_of_mine, tmp_path, monkeypatch):
    pytest.importorskip("feedparser")
    body = ONE.read_bytes()
    kind = {"Content-Type": "text/plain; charset=utf-8"}
    with running({"/a.txt": (200, kind, body), "/moved": (302, {"Location": "http://169.254.169.254/latest"}, b"")}) as site:
        entry = (
            f"<item><title>t</title><link>{site.url('/a.txt')}</link></item><item><title>u</title><link>{site.url('/none')}</link></item>"
        )
        feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>n</title><link>{site.url()}</link>{entry}</channel></rss>'
        site.pages["/feed"] = (200, {"Content-Type": "application/rss+xml"}, feed.encode())
        refused = ended(mine, send(mine, "addresses", addresses=site.url("/a.txt")))[1]
        assert [(one["outcome"], one["reason"]) for one in refused["items"]] == [("bad", "refused")]
        assert refused["items"][0]["detail"]
        assert site.asked == []
        monkeypatch.setenv("FOEDERA_ALLOW", "127.0.0.1")
        both = "\r\n".join([site.url("/a.txt"), "", site.url("/moved")])
        _page, twin = ended(mine, send(mine, "addresses", addresses=both))
        assert [(one["outcome"], one["reason"]) for one in twin["items"]] == [("taken_in", None), ("bad", "refused")]
        _page, twin = ended(mine, send(mine, "feed", feed=site.url("/feed")))
        assert [(one["outcome"], one["reason"]) for one in twin["items"]] == [("there_already", None), ("bad", "unreachable")]
        monkeypatch.delenv("FOEDERA_ALLOW")
        monkeypatch.setenv("FOEDERA_ALLOW", "127.0.0.1")
        foedera.ingest(tmp_path / "none.txt", site.url("/a.txt"), ledger=tmp_path / "u.db")
        assert exported(ledger_of_mine) == exported(tmp_path / "u.db")


@pytest.mark.usefixtures("idle")
@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("addresses", {"addresses": "/etc/passwd"}),
        ("addresses", {"addresses": "file:///etc/passwd"}),
        ("addresses", {"addresses": "feed:/etc/passwd"}),
        ("addresses", {"addresses": " "}),
        ("addresses", {"addresses": "https://a.example/\n" * 101}),
        ("feed", {"feed": "/etc/passwd"}),
        ("text", {"text": " \r\n"}),
        ("text", {"text": "a", "published": "soon"}),
        ("text", {"text": "a", "more": "b"}),
        ("files", {}),
        ("", {}),
        ("other", {}),
    ],
)
def test_what_cannot_be_read_is_refused_at_once_and_says_what_to_do(mine, ledger_of_mine, kind, fields):
    answer = send(mine, kind, **fields)
    assert answer.status_code == 400
    assert "What to do: " in reading.document(answer).text_content()
    assert api.batches(ledger=ledger_of_mine) == ()


@pytest.mark.usefixtures("idle")
@pytest.mark.parametrize(
    "headers",
    [{}, {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}, {"origin": "http://evil.example"}, {"origin": "null"}],
)
@pytest.mark.parametrize("path", ["/ingest", "/ingest/20200101T000000000000-000000"])
def test_a_form_from_elsewhere_is_refused(mine, ledger_of_mine, headers, path):
    sent = {"files": {"files": ("a.txt", b"a")}, "data": {"kind": "files"}} if path == "/ingest" else {"data": {"do": "cancel"}}
    assert mine.post(path, headers=headers, **sent).status_code == 403
    assert api.batches(ledger=ledger_of_mine) == ()


@pytest.mark.usefixtures("idle")
def test_what_is_too_large_or_no_upload_is_refused_with_its_reason(mine, ledger_of_mine, monkeypatch):
    assert mine.post("/ingest", data={"kind": "files"}, headers=OWN).status_code == 415
    monkeypatch.setattr(taking, "LONGEST_UPLOAD", 2000)
    answer = send(mine, "files", [("a.txt", b"a" * 2000)])
    assert answer.status_code == 413
    assert "longer than 2000 bytes" in answer.text
    assert "in parts" in answer.text
    monkeypatch.undo()
    many = [("files", (f"{number}.txt", b"a")) for number in range(taking.FILES + 1)]
    assert mine.post("/ingest", data={"kind": "files"}, files=many, headers=OWN).status_code == 400
    broken = {**OWN, "content-type": "multipart/form-data; boundary=x"}
    assert mine.post("/ingest", content=b"--y\r\nno form", headers=broken).status_code == 400
    assert mine.post("/ingest", content=b"", headers={**broken, "content-type": "multipart/form-data"}).status_code == 400
    monkeypatch.setenv("FOEDERA_LIMIT", "1 kB")
    assert send(mine, "text", text="a" * 70_000).status_code == 400
    assert send(mine, "text", text="a" * 1001).status_code == 400
    assert api.batches(ledger=ledger_of_mine) == ()


@pytest.mark.usefixtures("idle")
@pytest.mark.parametrize(
    "name", ["../../../evil.txt", "..\\evil.txt", "/evil.txt", "e\u202evil.txt", "evil\u2066.txt", "<b>evil.txt", "x" * 4096 + ".txt"]
)
def test_a_hostile_name_stays_in_its_folder_and_turns_nothing(mine, ledger_of_mine, name):
    page = send(mine, "files", [(name, ONE.read_bytes())])
    folder = ledger_of_mine.with_name("t.db.batches")
    (kept,) = [path for path in folder.rglob("*.txt") if path.is_file()]
    assert kept.parent.name == "0001"
    assert len(kept.name) <= 200
    assert not set("\u202e\u2066/\\") & set(kept.name)
    assert sorted(path.name for path in ledger_of_mine.parent.iterdir() if not path.name.startswith("t.db")) == []
    assert reading.document(page).xpath("//h1/bdi")[0].text == kept.name


def test_a_batch_under_way_is_taken_up_by_the_next_desk(ledger_of_mine, opened, tmp_path, monkeypatch):
    """The process that reads is killed; another desk over the ledger reads on."""
    files = tuple(Handed(name=path.name, stream=io.BytesIO(path.read_bytes())) for path in FILES)
    begun = []
    monkeypatch.setattr(working, "died", lambda *_given, **_named: (_ for _ in ()).throw(OSError))  # the first desk sees to nothing more
    monkeypatch.setattr(working.multiprocessing.get_context("spawn"), "Process", _noted(begun))
    name = api.batch_given(Given(files=files), ledger=ledger_of_mine)
    working.wake(ledger_of_mine)
    until = time.monotonic() + PATIENCE
    while not api.batch(name, ledger=ledger_of_mine).items:
        assert time.monotonic() < until
        time.sleep(0.02)
    begun[0].kill()
    while str(ledger_of_mine) in working._AT_WORK:
        time.sleep(0.02)
    broken = api.batch(name, ledger=ledger_of_mine)
    assert broken.state == "waiting"
    assert 0 < len(broken.items) < len(FILES)
    monkeypatch.undo()
    desk = opened(ledger_of_mine)
    _page, twin = ended(desk, desk.get(f"/ingest/{name}"))
    assert (twin["state"], len(twin["items"])) == ("done", len(FILES))
    foedera.ingest(tmp_path / "none.txt", *FILES, ledger=tmp_path / "u.db")
    assert exported(ledger_of_mine) == exported(tmp_path / "u.db")


def _noted(begun):
    made = working.multiprocessing.get_context("spawn").Process

    def process(*given, **named):
        begun.append(made(*given, **named))
        return begun[-1]

    return process


@pytest.mark.usefixtures("idle")
def test_a_batch_is_cancelled_and_begun_again_by_buttons(mine, ledger_of_mine):
    page = send(mine, "files", [("a.txt", ONE.read_bytes())])
    action, buttons = page.url.path, reading.document(page).xpath("//main//button/@value")
    assert buttons == ["cancel", "again"]
    gone = mine.post(action, data={"do": "cancel"}, headers=OWN)
    assert (gone.status_code, reading.document(gone).xpath("//main//button/@value")) == (200, ["again"])
    assert "refresh" not in gone.headers
    back = mine.post(action, data={"do": "again"}, headers=OWN)
    assert back.headers["refresh"]
    assert mine.post(action, data={"do": "burn"}, headers=OWN).status_code == 400
    api.batch_work(ledger=ledger_of_mine)
    done = mine.get(action)
    assert reading.document(done).xpath("//main//button/@value") == []
    assert mine.get("/ingest/nothing").status_code == 404


@pytest.mark.usefixtures("idle")
def test_a_page_under_way_can_be_held_still(mine):
    page = send(mine, "files", [("a.txt", ONE.read_bytes())])
    (still,) = reading.document(page).xpath("//a[contains(@href, 'still')]/@href")
    held = mine.get(still)
    assert "refresh" not in held.headers
    assert "stands still" in held.text


def dying(ledger):
    """What a process does that ends at a certain text, as one does that a library brings down."""
    read = steps.reading_of
    steps.reading_of = lambda article, knowledge: os._exit(9) if article.location == "deadly.txt" else read(article, knowledge)
    api.batch_work(ledger=ledger)


def test_a_file_that_ends_two_processes_is_left_out_and_the_desk_and_the_rest_go_on(mine, monkeypatch):
    monkeypatch.setattr(working, "_work", dying)
    files = [("first.txt", FILES[0].read_bytes()), ("deadly.txt", ONE.read_bytes()), ("last.txt", FILES[1].read_bytes())]
    _page, twin = ended(mine, send(mine, "files", files))
    told = [(one["place"], one["outcome"], one["reason"]) for one in twin["items"]]
    assert told == [("first.txt", "taken_in", None), ("deadly.txt", "bad", "worker_died"), ("last.txt", "taken_in", None)]
    assert (twin["state"], twin["done"]) == ("done", 3)


@pytest.mark.usefixtures("idle")
def test_a_ledger_that_is_gone_is_told_on_the_page(mine, ledger_of_mine):
    page = send(mine, "files", [("a.txt", ONE.read_bytes())])
    ledger_of_mine.write_text("something else altogether", encoding="utf-8")
    api.batch_work(ledger=ledger_of_mine)
    failed = mine.get(page.url.path)
    alert = reading.document(failed).xpath("//*[@role='alert']")[0].text_content()
    assert "is not a ledger" in alert
    assert reading.document(failed).xpath("//main//button/@value") == ["again"]


@pytest.mark.usefixtures("idle")
def test_the_twins_fit_their_schemas_and_every_field_has_a_label(mine, ledger_of_mine):
    page = send(mine, "files", [("a.txt", ONE.read_bytes()), ("b.png", b"")])
    api.batch_work(ledger=ledger_of_mine)
    for path, name in ((f"{page.url.path}.json", "batch.json"), ("/ingest.json", "batches.json")):
        Draft202012Validator({"$ref": name}, registry=REGISTRY).validate(mine.get(path).json())
    start = mine.get("/ingest")
    assert page.url.path in start.text
    seen = reading.document(start)
    assert seen.xpath("//script") == []
    fields = seen.xpath("//main//*[self::input or self::textarea][not(@type='hidden')]/@id")
    assert sorted(fields) == sorted(seen.xpath("//main//label/@for"))
    assert len(seen.xpath("//main//fieldset/legend")) == 4
