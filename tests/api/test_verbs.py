"""The door: what can be called, and how little is loaded before it is."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import foedera
from foedera import api

ROOT = Path(__file__).resolve().parents[2]


def test_every_verb_named_is_there_and_documented():
    for name in foedera.__all__:
        assert getattr(foedera, name).__doc__, name


def test_the_package_and_its_api_offer_the_same_sorted_verbs():
    assert foedera.__all__ == api.__all__ == sorted(set(api.__all__))
    for name in foedera.__all__:
        assert getattr(foedera, name) is getattr(api, name)


def test_a_verb_stays_one_when_its_module_is_loaded():
    for name in foedera.__all__:
        first = getattr(foedera, name)
        assert callable(first), name
        assert getattr(foedera, name) is first, name


def test_readers_of_types_are_told_every_verb():
    for module in ("__init__.py", "api/__init__.py"):
        told = re.findall(r"^    from foedera\.api\S* import \w+ as (\w+)$", (ROOT / "src" / "foedera" / module).read_text(), re.MULTILINE)
        assert sorted(told) == sorted([*foedera.__all__, "answers"])


def test_a_name_that_is_no_verb_is_an_attribute_error():
    with pytest.raises(AttributeError):
        foedera.extrakt  # noqa: B018


def test_importing_foedera_loads_no_library_and_no_room_but_the_door():
    code = "import sys, foedera; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert [name for name in loaded if name.startswith("foedera")] == ["foedera", "foedera.api"]
    assert not {"re2", "sqlite3", "typer", "rich", "msgspec", "gettext"} & set(loaded)


def test_every_verb_has_its_place_in_the_papers():
    told = set(re.findall(r"`([a-z_]+)`", (ROOT / "docs" / "python.md").read_text(encoding="utf-8")))
    assert set(foedera.__all__) - told == set()
