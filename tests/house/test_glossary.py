"""Every reason that a skip or an inference gives is a word of the glossary."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")


def reasons(path: Path) -> Iterator[str]:
    """The reasons written in a module: `reason="..."`, and what `refused`, `_with` and `_by` are told last."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        given = [keyword.value for keyword in node.keywords if keyword.arg == "reason"]
        if isinstance(node.func, ast.Name) and node.func.id in {"refused", "_with", "_by"}:
            given += node.args[-1:]
        for value in given:
            yield from (part.value for part in ast.walk(value) if isinstance(part, ast.Constant) and isinstance(part.value, str))


def test_every_reason_stands_in_the_glossary():
    found = {reason for path in (ROOT / "src").rglob("*.py") for reason in reasons(path)}
    assert len(found) > 20
    assert (
        sorted(
            reason for reason in found if f"`{reason}`" not in GLOSSARY and f" {reason}" not in GLOSSARY and f"{reason} " not in GLOSSARY
        )
        == []
    )
