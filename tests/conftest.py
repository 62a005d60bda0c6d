"""What the tests of several rooms share: a PostgreSQL server, a place for a new ledger in each store, and a watch on memory."""

import os
import sys
import tracemalloc
from contextlib import contextmanager
from pathlib import Path

import pytest

from measure.servers import Server, programs

# `sites` runs a site on this machine.
sys.path.insert(0, str(Path(__file__).parent))


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


@pytest.fixture
def max_memory():
    """A stretch of work that may hold at most so many bytes at a time."""

    @contextmanager
    def watched(most):
        tracemalloc.start()
        try:
            yield
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert peak < most, f"{peak} bytes were held"

    return watched
