import importlib
import os
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

import foedera

REPORTS = Path(__file__).resolve().parents[2] / "examples" / "reports"


@pytest.fixture(autouse=True)
def own_ledger(tmp_path, monkeypatch):
    """No test touches the ledger of whoever runs it."""
    monkeypatch.setenv("FOEDERA_LEDGER", str(tmp_path / "own.db"))
    monkeypatch.delenv("FOEDERA_LIMIT", raising=False)


@pytest.fixture(scope="session")
def ledger(tmp_path_factory):
    path = tmp_path_factory.mktemp("ledger") / "t.db"
    foedera.ingest(REPORTS, ledger=path)
    return path


@pytest.fixture(scope="session")
def required():
    """A library by its name; without it the test is skipped, or fails where everything is required."""

    def library(name):
        try:
            return importlib.import_module(name)
        except ImportError as error:
            return (pytest.fail if os.environ.get("FOEDERA_REQUIRE") == "all" else pytest.skip)(f"{name} cannot be used: {error}")

    return library


@pytest.fixture(scope="session")
def nouns():
    """The short makers of facts and reports in `tests/nouns.py`."""
    spec = spec_from_file_location("nouns", Path(__file__).parent.parent / "nouns.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
