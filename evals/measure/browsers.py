"""Chromium as the system has it, and the desk opened for it: what tests of pages and their pictures are made with."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",  # it opens pages of this machine alone, often as root in a container
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
WAIT = 20
"""Seconds in which the desk must have ended."""


def program() -> str | None:
    """Where Chromium lies."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def missing() -> str:
    """What is not there, and how it is had; nothing when all is."""
    if program() is None:
        return "Chromium is not installed (apt-get install chromium)"
    try:
        import playwright.sync_api  # noqa: F401, PLC0415 - only whether it is there
    except ImportError as error:
        return f"playwright cannot be used: {error}"
    return ""


@contextmanager
def browser() -> Iterator[Any]:
    """A browser with nothing of anybody's in it, gone at the end."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - not everybody has it

    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=program(), args=list(FLAGS))
        try:
            yield opened
        finally:
            opened.close()


@contextmanager
def desk(ledger: Path, *, accounts: Path | None = None) -> Iterator[str]:
    """The address of the desk over a ledger, as the command opens it; with a file of accounts for those alone."""
    command = [sys.executable, "-m", "foedera", "serve", "--ledger", str(ledger), "--port", "0"]
    command += ["--accounts", str(accounts)] if accounts else []
    surroundings = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=surroundings) as running:  # noqa: S603 - our own command
        try:
            yield (running.stderr.readline() if running.stderr else "").split()[-1]
        finally:
            running.send_signal(signal.SIGINT)
            running.wait(timeout=WAIT)
