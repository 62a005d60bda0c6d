"""The command opens the desk, says where, and ends when it is interrupted."""

import signal
import subprocess
import sys
from urllib.request import urlopen

import pytest

from foedera.cli.app import main


@pytest.mark.usefixtures("opened")
def test_the_desk_opens_where_it_says_and_ends_when_interrupted(ledger):
    command = [sys.executable, "-m", "foedera", "serve", "--ledger", str(ledger), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        try:
            told = running.stderr.readline()
            address = told.split()[-1]
            assert address.startswith("http://127.0.0.1:")
            with urlopen(address, timeout=20) as answer:  # noqa: S310 - an address of this machine
                assert b"<h1>" in answer.read()
                assert "server" not in answer.headers
        finally:
            running.send_signal(signal.SIGINT)
        assert running.wait(timeout=20) in {0, 130}


def test_another_host_is_refused(ledger, capsys):
    assert main(["serve", "--ledger", str(ledger), "--host", "0.0.0.0"]) == 2  # noqa: S104 - what must not be
    assert "take 127.0.0.1" in " ".join(capsys.readouterr().err.split())


@pytest.mark.usefixtures("opened")
def test_a_ledger_that_is_not_there_is_told_before_the_desk_opens(tmp_path, capsys):
    assert main(["serve", "--ledger", str(tmp_path / "none.db")]) == 1
    assert "there is no ledger" in capsys.readouterr().err
