"""What msgspec says about a tree that does not fit its shape, as the exact path, in words, with the remedy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from foedera.knowledge.locator import Path
from foedera.plumbing.interface import _

_ANY = "[...]"
_TYPES = {str: "str", bool: "bool", int: "int", float: "float", list: "array", dict: "object"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """The path of what is wrong or `missing`, what is wrong with it, and the remedy."""

    path: Path
    what: str
    remedy: str
    missing: bool = False


def violation(error: msgspec.ValidationError, tree: Any) -> Violation:  # noqa: ANN401 - a TOML tree has no narrower type
    """The violation that a failed conversion of `tree` tells of."""
    what, _sign, place = str(error).partition(" - at `")
    name = what.split("`")[1] if "`" in what else ""
    path = next(_paths(tree, _steps(place.rstrip("`")), what), ())
    if "missing required field" in what:
        words = _("the key {name} is missing").format(name=name)
        return Violation(path=(*path, name), what=words, remedy=_("add it"), missing=True)
    if "unknown field" in what:
        words = _("unknown key {name}").format(name=name)
        return Violation(path=(*path, name), what=words, remedy=_("see docs/data.md for the keys of this table"))
    return Violation(path=path, what=what, remedy=_("see docs/data.md for what this key holds"))


def _steps(place: str) -> list[str]:
    # "$.rule[0].forms[...]" -> rule, 0, forms, [...]
    plain = place.replace(_ANY, ".*").replace("[", ".").replace("]", "")
    return [_ANY if step == "*" else step for step in plain.removeprefix("$").split(".") if step]


def _paths(tree: Any, steps: list[str], what: str) -> Iterator[Path]:  # noqa: ANN401 - a TOML tree has no narrower type
    if not steps and _is_meant(tree, what):
        yield ()
    for key, value in _children(tree) if steps else ():
        if steps[0] in {_ANY, str(key)}:
            for path in _paths(value, steps[1:], what):
                yield (key, *path)


def _children(tree: Any) -> Iterator[tuple[str | int, Any]]:  # noqa: ANN401 - a TOML tree has no narrower type
    if isinstance(tree, dict):
        yield from tree.items()
    elif isinstance(tree, list):
        yield from enumerate(tree)


def _is_meant(value: Any, what: str) -> bool:  # noqa: ANN401 - a TOML tree has no narrower type
    # msgspec leaves out the key of a free table; of its values the first that the message fits is meant.
    if "got `" in what:
        return _TYPES.get(type(value), "") == what.rsplit("got `", 1)[1].rstrip("`")
    return "enum value" not in what or repr(value) in what
