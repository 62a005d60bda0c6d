from __future__ import annotations

import msgspec
import pytest

from foedera.knowledge.violations import violation


class Inner(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    free: dict[str, list[str]] = {}


class Outer(msgspec.Struct, forbid_unknown_fields=True):
    rows: list[Inner] = []
    free: dict[str, Inner] = {}


@pytest.mark.parametrize(
    ("tree", "path", "missing"),
    [
        ({"rows": [{"name": "a"}, {"name": 1}]}, ("rows", 1, "name"), False),
        ({"rows": [{}]}, ("rows", 0, "name"), True),
        ({"colour": 1}, ("colour",), False),
        (
            {"free": {"x": {"name": "a"}, "y": {"name": "b", "free": {"q": ["s"], "r": ["s", 2]}}}},
            ("free", "y", "free", "r", 1),
            False,
        ),
        ({"rows": "none"}, ("rows",), False),
        ({"free": {"x": {"name": "a", "free": {"q": "s"}}}}, ("free", "x", "free", "q"), False),
    ],
)
def test_a_violation_knows_its_path(tree, path, missing):
    with pytest.raises(msgspec.ValidationError) as raised:
        msgspec.convert(tree, Outer)
    found = violation(raised.value, tree)
    assert (found.path, found.missing) == (path, missing)
