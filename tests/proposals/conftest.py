"""A server that answers like a language model's: well, badly, or not at all."""

from __future__ import annotations

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import foedera

REPORTS = Path(__file__).resolve().parents[2] / "examples" / "reports"


class Server(ThreadingHTTPServer):
    """What it answers is in `answers`, one after the other, the last one again; `asked` is what came."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers = [{"candidates": []}]
        self.asked = []
        self.manner = "well"

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_address[1]}/v1"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_POST(self):
        server = self.server
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        server.asked.append((self.path, dict(self.headers), asked))
        if server.manner == "hangs":
            time.sleep(30)
            return
        if server.manner == "endless":
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            try:
                for _each in range(2000):
                    self.wfile.write(b"x" * 100_000)
            except OSError:
                return
            return
        if server.manner == "elsewhere":
            self.send_response(307)
            self.send_header("Location", "http://127.0.0.1:9/secrets")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if server.manner == "breaks off":
            self.send_response(200)
            self.send_header("Content-Length", "4000")
            self.end_headers()
            self.wfile.write(b'{"choices": [')
            self.close_connection = True
            return
        answer = server.answers.pop(0) if len(server.answers) > 1 else server.answers[0]
        if isinstance(answer, int):
            self._send(answer, {"error": {"message": "no"}})
            return
        words = answer if isinstance(answer, str) else json.dumps(answer)
        choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": words}}
        self._send(200, {"id": "1", "object": "chat.completion", "created": 1, "model": asked["model"], "choices": [choice]})

    def _send(self, status, body):
        made = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(made)))
        self.end_headers()
        self.wfile.write(made)


@pytest.fixture
def server():
    with Server() as made:
        threading.Thread(target=made.serve_forever, daemon=True).start()
        yield made
        made.shutdown()


REPORT = """President Daniel Otieno of Kenya met President Juan Rojas of Peru in Lima on 9 May 2031.

The two countries will share data on fisheries, officials in Nairobi said. Kenya’s envoy handed over
a letter on 3 April 2031. Their relationship is a comprehensive partnership by another name.
"""


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "texts" / "one.txt"
    path.parent.mkdir()
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def ledger(tmp_path, report):
    path = tmp_path / "t.db"
    foedera.ingest(str(report), ledger=path)
    return path
