"""A connection that is cut on the way cannot leave a file that passes for whole; on a real server, through a relay that breaks off."""

import http.client
import signal
import socket
import subprocess
import sys
import threading
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

import pytest

TAKEN = 20_000
"""Bytes that the relay lets through."""
HOST = "127.0.0.1"


@pytest.fixture(scope="module")
def served(ledger, opened):  # noqa: ARG001 - without its libraries nothing is served
    command = [sys.executable, "-m", "foedera", "serve", "--ledger", str(ledger), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        yield urlsplit(running.stderr.readline().split()[-1]).port
        running.send_signal(signal.SIGINT)


@contextmanager
def relay(port, most):
    """A port that passes on what is asked, and of the answer so many bytes."""
    with socket.create_server((HOST, 0)) as door:

        def pass_on():
            with suppress(OSError):
                asking, _address = door.accept()
                with asking, socket.create_connection((HOST, port)) as answering:
                    answering.sendall(asking.recv(65_536))
                    left = most
                    while left and (piece := answering.recv(min(left, 4_096))):
                        asking.sendall(piece)
                        left -= len(piece)

        thread = threading.Thread(target=pass_on, daemon=True)
        thread.start()
        yield door.getsockname()[1]
        thread.join(timeout=20)


def taken(port, path):
    connection = http.client.HTTPConnection(HOST, port, timeout=20)
    connection.request("GET", path, headers={"Host": f"{HOST}:{port}", "Connection": "close"})
    answer = connection.getresponse()
    assert answer.status == 200
    return answer, answer.read


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet", "sqlite", "xlsx"])
def test_a_file_that_was_cut_is_an_error_for_who_fetches_it(served, form):
    path = f"/api/v1/entries.{form}"
    answer, read = taken(served, path)
    whole = read()
    assert int(answer.headers["content-length"]) == len(whole) > TAKEN
    with relay(served, TAKEN) as port:
        _answer, read = taken(port, path)
        with pytest.raises(http.client.IncompleteRead):
            read()
    with relay(served, 10 * len(whole)) as port:
        assert taken(port, path)[1]() == whole
