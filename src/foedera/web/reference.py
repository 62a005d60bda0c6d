"""The addresses for programs, as their own description has them → a paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

from foedera.plumbing.interface import _

PROGRAMS = "/api/v1"


def reference() -> Mapping[str, str]:
    """The paper of the addresses."""
    described = import_module("foedera.web.v1.application").described()
    return {"reference-http": "\n".join(_lines(described)) + "\n"}


def _lines(described: dict[str, Any]) -> Iterator[str]:
    yield f"# {_('Addresses for programs')}"
    yield f"\n{_('As `/api/v1/openapi.json` tells them; [http.md](http.md) tells how they are used and what stays.')}"
    for path, operations in sorted(described["paths"].items()):
        for method, operation in operations.items():
            yield f"\n## `{method.upper()} {PROGRAMS}{path}`\n\n{operation.get('description', operation.get('summary', ''))}"
            if operation.get("parameters"):
                yield "\n| | | |\n|---|---|---|"
                yield from (_parameter(one) for one in operation["parameters"])


def _parameter(one: dict[str, Any]) -> str:
    told = (one.get("description") or "").replace("|", "\\|")
    need = _("needed") if one.get("required") else _("may be given")
    return f"| `{one['name']}` | {need} | {told} |"
