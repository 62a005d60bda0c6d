import io
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

# `ledgers` holds what the tests of several forms write.
sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def nouns():
    """The short makers of facts and reports in `tests/nouns.py`."""
    spec = spec_from_file_location("nouns", Path(__file__).parent.parent / "nouns.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def ledger(nouns):
    """Entries of every kind."""
    import ledgers

    return ledgers.entries_of(nouns)


@pytest.fixture
def written(nouns, ledger):
    """What a form makes of the entries, the same each time, and what it counted."""

    def call(form):
        made = []
        for _again in range(2):
            out = io.BytesIO() if getattr(form, "BYTES", False) else io.StringIO(newline="")
            counts = form.write(nouns.contents(ledger), out)
            made.append(out.getvalue())
        assert made[0] == made[1]
        return made[0], counts

    return call
