import importlib
import sys

import pytest

from foedera.plumbing.discover import modules

FILES = {
    "__init__.py": "",
    "beta.py": "def read(): return 'beta'\n",
    "alpha.py": "def read(): return 'alpha'\n",
    "other.py": "def write(): return None\n",
    "constant.py": "read = 3\n",
    "parts/__init__.py": "def read(): return 'parts'\n",
}


@pytest.fixture
def room(tmp_path, monkeypatch):
    for name, body in FILES.items():
        file = tmp_path / "a_room_for_tests" / name
        file.parent.mkdir(exist_ok=True, parents=True)
        file.write_text(body, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    importlib.invalidate_caches()
    yield "a_room_for_tests"
    for name in [name for name in sys.modules if name.startswith("a_room_for_tests")]:
        del sys.modules[name]


def test_the_modules_that_have_the_verb_are_found_in_order_of_names(room):
    assert [(name, module.read()) for name, module in modules(room, "read").items()] == [("alpha", "alpha"), ("beta", "beta")]


def test_a_room_without_the_verb_has_none(room):
    assert modules(room, "listen") == {}


def test_the_formats_register_by_their_files():
    assert "text" in modules("foedera.formats", "article")
