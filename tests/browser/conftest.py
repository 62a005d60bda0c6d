"""A ledger of the examples and of texts that are hard to mark, the desk over it, and a browser."""

import os
import sys
import unicodedata
from pathlib import Path

import pytest

import foedera
from measure import browsers

# `looking` holds what several test modules of this room look with.
sys.path.insert(0, str(Path(__file__).parent))

REPORTS = Path(__file__).resolve().parents[2] / "examples" / "reports"
DECOMPOSED = "004-vi-ishiba-hanoi.txt"
NOTE = "\U0001f91d\U0001f3fd"
INDONESIAN = (
    f"JAKARTA, 28 November 2023 - Indonesia dan Jepang menyepakati kerja sama pertahanan. {NOTE} "
    "Presiden Joko Widodo bertemu Perdana Menteri Fumio Kishida di Tokyo pada 27 November 2023."
)


@pytest.fixture(scope="session")
def chromium():
    """Without Chromium these tests are skipped, or fail where everything is required."""
    if missing := browsers.missing():
        (pytest.fail if os.environ.get("FOEDERA_REQUIRE") == "all" else pytest.skip)(missing)


@pytest.fixture(scope="session")
def ledger(chromium, tmp_path_factory):  # noqa: ARG001 - nothing is read where no browser can look at it
    folder = tmp_path_factory.mktemp("browser")
    hard = folder / "hard"
    hard.mkdir()
    (hard / "id.txt").write_text(INDONESIAN, encoding="utf-8")
    text = unicodedata.normalize("NFD", (REPORTS / DECOMPOSED).read_text(encoding="utf-8")).replace(". ", f". {NOTE} ")
    (hard / "vi-decomposed.txt").write_bytes(text.replace("\n", "\r\n").encode())
    foedera.ingest(REPORTS, ledger=folder / "t.db")
    foedera.ingest(hard, ledger=folder / "t.db")
    return folder / "t.db"


# A browser keeps a loop of events in its thread, which tests of other modules may not meet: it lives as long as one module.
@pytest.fixture(scope="module")
def browser(chromium):  # noqa: ARG001 - as above
    with browsers.browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def home(ledger):
    with browsers.desk(ledger) as address:
        yield address.rstrip("/")
