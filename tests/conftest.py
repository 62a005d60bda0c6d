"""What the tests of several rooms share: a PostgreSQL server, and a place for a new ledger in each store."""

import os

import pytest

from measure.servers import Server, programs


@pytest.fixture(scope="session")
def server():
    """A server of PostgreSQL; without one the tests that need it are skipped, or fail where everything is required."""
    missing = "PostgreSQL is not installed (apt-get install postgresql)" if programs() is None else ""
    try:
        import psycopg  # noqa: F401 - only whether it is there
    except ImportError as error:
        missing = missing or f"psycopg cannot be used: {error}"
    if missing:
        if os.environ.get("FOEDERA_REQUIRE") == "all":
            pytest.fail(missing)
        pytest.skip(missing)
    with Server.start() as running:
        yield running


@pytest.fixture(params=["sqlite", "postgres"])
def place(request, tmp_path):
    """Where a new ledger may lie, in each of the stores."""
    return str(tmp_path / "t.db") if request.param == "sqlite" else request.getfixturevalue("server").new()
