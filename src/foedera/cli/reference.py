"""The commands, as the program itself has them → a paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from typer.main import get_command

from foedera.plumbing.interface import _


def reference() -> Mapping[str, str]:
    """The paper of the commands."""
    from foedera.cli.app import application  # noqa: PLC0415 - the program is made of the modules of this room, this one among them

    lines = [
        f"# {_('Commands and options')}",
        "",
        _("As `foedera COMMAND --help` tells them; examples and more are in [commands.md](commands.md)."),
    ]
    for name, command in _commands(get_command(application()), "foedera"):
        lines += ["", f"## `{name}`", "", *_help(command), *_options(command)]
    return {"reference-commands": "\n".join(lines) + "\n"}


def _commands(group: Any, name: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - the library has no one type for both
    for word, command in sorted(group.commands.items()):
        if hasattr(command, "commands"):
            yield from _commands(command, f"{name} {word}")
        else:
            yield f"{name} {word}", command


def _help(command: Any) -> list[str]:  # noqa: ANN401 - as above
    return [line.strip() for line in (command.help or "").splitlines()]


def _options(command: Any) -> list[str]:  # noqa: ANN401 - as above
    rows = [f"| `{_written(one)}` | {_cell(one.help or '')} |" for one in command.params if one.name != "help"]
    return ["", "| | |", "|---|---|", *rows] if rows else []


def _written(one: Any) -> str:  # noqa: ANN401 - as above
    if one.param_type_name == "argument":
        return f"{one.metavar or one.name.upper()}{'...' if one.nargs == -1 else ''}"
    value = "" if getattr(one, "is_flag", False) else f" {one.metavar or one.display_type}"
    return ", ".join(one.opts) + value


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
