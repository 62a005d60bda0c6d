import os
import sys
from pathlib import Path

import pytest

import foedera

# `reading` holds what several test modules of this room look at.
sys.path.insert(0, str(Path(__file__).parent))

REPORTS = Path(__file__).resolve().parents[2] / "examples" / "reports"


@pytest.fixture(scope="session")
def ledger(tmp_path_factory):
    path = tmp_path_factory.mktemp("desk") / "t.db"
    foedera.ingest(REPORTS, ledger=path)
    return path


@pytest.fixture(scope="session")
def opened():
    """What opens the desk over a ledger; without its libraries such tests are skipped, or fail where everything is required."""
    try:
        import jinja2  # noqa: F401 - only whether they are there
        import uvicorn  # noqa: F401 - as above
        from fastapi.testclient import TestClient
    except ImportError as error:
        (pytest.fail if os.environ.get("FOEDERA_REQUIRE") == "all" else pytest.skip)(f"the desk cannot be opened: {error}")

    from foedera.web.parts.application import application

    return lambda ledger: TestClient(application(ledger), base_url="http://127.0.0.1", follow_redirects=True)


@pytest.fixture(scope="session")
def desk(ledger, opened):
    return opened(ledger)
