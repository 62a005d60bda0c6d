"""Alerts: one notice per fact and recipient, none lost and none twice, by feed, message and mail."""

import json
import os
import signal
import socketserver
import subprocess
import sys
import threading

import feedparser
import pytest

import foedera
from foedera import api
from foedera.api.alerts.parts.outbox import Outbox
from foedera.model.page import Stretch
from foedera.plumbing.errors import UsageError
from sites import running as site

TEXT = (
    "Chilean President Gabriel Boric held talks with Peruvian President Dina Boluarte in Lima on {day} March 2026. "
    "They agreed to build a port."
)


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setenv("FOEDERA_ALLOW", "127.0.0.1")
    return tmp_path


def ingest(place, *days):
    for day in days:
        (place / f"{day}.txt").write_text(f"LIMA, {day} March 2026\n\n{TEXT.format(day=day)}\n", encoding="utf-8")
    foedera.ingest(*(place / f"{day}.txt" for day in days), ledger=place / "t.db")


def questions(place, *recipients, more=""):
    told = ", ".join(f'"{one}"' for one in recipients)
    (place / "alerts.toml").write_text(f'[[alert]]\nname = "andes"\nto = [{told}]\n{more}\n', encoding="utf-8")
    return place / "alerts.toml"


def ids(place):
    return {told.fact.id for told in api.facts(ledger=place / "t.db", stretch=Stretch(limit=500)).items}


def test_a_feed_tells_each_fact_once_however_often_one_looks(place):
    ingest(place, 3)
    asked = questions(place, f"feed:{place}/news.xml")
    first = api.alert(asked, ledger=place / "t.db", since="2020")
    assert first.new == first.delivered == len(ids(place)) > 3
    assert api.alert(asked, ledger=place / "t.db").new == 0
    ingest(place, 3, 4)
    second = api.alert(asked, ledger=place / "t.db")
    feed = feedparser.parse((place / "news.xml").read_bytes())
    assert not feed.bozo
    assert len(feed.entries) == len({one.id for one in feed.entries}) == first.new + second.new == len(ids(place))
    assert any("Talks" in one.title and "held talks" in one.content[0].value for one in feed.entries)


def test_a_new_question_tells_what_comes_from_now_on(place):
    ingest(place, 3)
    asked = questions(place, f"feed:{place}/news.xml")
    assert api.alert(asked, ledger=place / "t.db").new == 0
    ingest(place, 4)
    assert api.alert(asked, ledger=place / "t.db").new > 3


def test_two_questions_of_one_recipient_tell_a_fact_once(place):
    ingest(place, 3)
    asked = questions(place, f"feed:{place}/news.xml")
    asked.write_text(asked.read_text(encoding="utf-8") + asked.read_text(encoding="utf-8").replace("andes", "again"), encoding="utf-8")
    assert api.alert(asked, ledger=place / "t.db", since="2020").new == len(ids(place))


def test_only_what_is_asked_for_is_told(place):
    ingest(place, 3)
    more = 'parties = ["Chile", "PE"]\nkinds = ["commitment"]\nareas = ["transport_infrastructure"]'
    done = api.alert(questions(place, f"feed:{place}/news.xml", more=more), ledger=place / "t.db", since="2020")
    assert done.new == 1
    more = 'parties = ["JP"]'
    asked = questions(place, f"feed:{place}/other.xml", more=more)
    asked.write_text(asked.read_text(encoding="utf-8").replace("andes", "japan"), encoding="utf-8")
    assert api.alert(asked, ledger=place / "t.db", since="2020").new == 0


def test_a_message_that_is_not_taken_waits_and_goes_out_once(place):
    ingest(place, 3)
    with site({}) as desk:
        asked = questions(place, "http://127.0.0.1:9/closed")
        first = api.alert(asked, ledger=place / "t.db", since="2020")
        assert (first.delivered, first.waiting) == (0, len(ids(place)))
        assert first.failed[0][0] == "http://127.0.0.1:9/closed"
        asked = questions(place, desk.url("/hook"))
        asked.write_text(asked.read_text(encoding="utf-8").replace("andes", "second"), encoding="utf-8")
        api.alert(asked, ledger=place / "t.db", since="2020")
        bodies = [json.loads(one[2]) for one in desk.asked]
        assert {one["fact"] for one in bodies} == ids(place)
        assert len({one["id"] for one in bodies}) == len(bodies)
        assert all(one["quote"] and one["start"] < one["end"] for one in bodies)


def test_a_run_that_is_killed_loses_nothing_and_tells_nothing_twice(place):
    ingest(place, 3, 4, 5)
    with site({}) as desk:
        asked = questions(place, desk.url("/hook"))
        command = [sys.executable, "-m", "foedera", "alert", str(asked), "--since", "2020", "--ledger", str(place / "t.db")]
        for most in (2, 5):
            running = subprocess.Popen(command, env={**os.environ, "FOEDERA_ALLOW": "127.0.0.1"}, stderr=subprocess.DEVNULL)
            while running.poll() is None and len(desk.asked) < most:
                pass
            running.send_signal(signal.SIGKILL)
            running.wait()
        api.alert(asked, ledger=place / "t.db", since="2020")
        told = [json.loads(one[2]) for one in desk.asked]
        assert {one["fact"] for one in told} == ids(place)
        # One message may have been on its way at each kill: it comes again under its old id, by which it is known.
        assert len(told) - len({one["id"] for one in told}) <= 2
        before = len(desk.asked)
        api.alert(asked, ledger=place / "t.db")
        assert len(desk.asked) == before


def test_a_kill_between_two_marks_sends_only_that_notice_again(place, monkeypatch):
    ingest(place, 3)
    marked = Outbox.delivered
    calls = []

    def killed(box, notice):
        calls.append(notice)
        if len(calls) == 2:
            raise KeyboardInterrupt
        marked(box, notice)

    with site({}) as desk:
        asked = questions(place, desk.url("/hook"))
        monkeypatch.setattr(Outbox, "delivered", killed)
        with pytest.raises(KeyboardInterrupt):
            api.alert(asked, ledger=place / "t.db", since="2020")
        monkeypatch.setattr(Outbox, "delivered", marked)
        api.alert(asked, ledger=place / "t.db")
        told = [json.loads(one[2])["id"] for one in desk.asked]
    assert len(told) == len(set(told)) + 1
    assert told[1] == told[2]


class Post(socketserver.StreamRequestHandler):
    """As much of SMTP as a letter needs."""

    def handle(self):
        self.wfile.write(b"220 here\r\n")
        letter, reading = [], False
        for raw in self.rfile:
            line = raw.decode().rstrip("\r\n")
            if reading:
                if line == ".":
                    self.server.letters.append("\n".join(letter))
                    reading = False
                    self.wfile.write(b"250 taken\r\n")
                else:
                    letter.append(line)
            elif line.upper() == "DATA":
                reading = True
                self.wfile.write(b"354 go on\r\n")
            elif line.upper() == "QUIT":
                self.wfile.write(b"221 bye\r\n")
                return
            else:
                self.wfile.write(b"250 well\r\n")


def test_a_letter_tells_all_that_is_due(place, monkeypatch):
    ingest(place, 3)
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Post) as server:
        server.letters = []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setenv("FOEDERA_SMTP", f"smtp://127.0.0.1:{server.server_address[1]}/desk@example.org")
        asked = questions(place, "mailto:reader@example.org")
        done = api.alert(asked, ledger=place / "t.db", since="2020")
        api.alert(asked, ledger=place / "t.db")
        server.shutdown()
    (letter,) = server.letters
    assert done.delivered == len(ids(place))
    assert f"Subject: Foedera: {done.delivered} new" in letter
    assert "To: reader@example.org" in letter


def test_without_a_server_for_mail_the_notices_wait(place):
    ingest(place, 3)
    done = api.alert(questions(place, "mailto:reader@example.org"), ledger=place / "t.db", since="2020")
    assert (done.delivered, done.waiting) == (0, len(ids(place)))
    assert "FOEDERA_SMTP" in done.failed[0][1]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no file of alerts"),
        ("[[alert]]\nname = 'A b'\nto = ['feed:x']", "no file of alerts"),
        ("[[alert]]\nname = 'a'\nto = []", "no file of alerts"),
        ("[[alert]]\nname = 'a'\nto = ['ftp://x']", "ftp://x"),
        ("[[alert]]\nname = 'a'\nto = ['feed:x']\ncolour = 'red'", "colour"),
        ("[[alert]]\nname = 'a'\nto = ['feed:x']\nparties = ['Atlantis']", "Atlantis"),
        ("[[alert]]\nname = 'a'\nto = ['feed:x']\n[[alert]]\nname = 'a'\nto = ['feed:x']", "two alerts"),
        ("[[alert]", "no file of alerts"),
    ],
)
def test_a_file_that_cannot_be_meant_is_refused(place, text, told):
    ingest(place, 3)
    (place / "alerts.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=told):
        api.alert(place / "alerts.toml", ledger=place / "t.db")
