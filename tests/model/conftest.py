from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def nouns():
    """The short makers of facts and reports in `tests/nouns.py`."""
    spec = spec_from_file_location("nouns", Path(__file__).parent.parent / "nouns.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
