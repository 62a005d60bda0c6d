"""The program `foedera`: gathers the commands of this room, runs one, and turns its end into an exit code.

Exit codes: 0 done, 1 failed, 2 wrong use, 3 done but for bad items, 130 interrupted.
"""

from __future__ import annotations

import contextlib
import io
import os
import signal
import sys
from collections.abc import Sequence
from importlib import metadata
from typing import Annotated

import typer
from typer.completion import completion_init  # type: ignore[attr-defined] # it lies there for `typer.main`; nothing else turns completion on without options for it

from foedera.cli.parts.output import ReaderGone, complain, say
from foedera.plumbing import discover
from foedera.plumbing.errors import FoederaError
from foedera.plumbing.interface import _

FAILED = 1
INTERRUPTED = 128 + signal.SIGINT


def _tell_version(asked: bool) -> None:  # noqa: FBT001 - the shape of a callback
    if asked:
        sys.stdout.write(f"foedera {metadata.version('foedera')}\n")
        raise typer.Exit


def application() -> typer.Typer:
    """All commands: every module of this room that can `register` some; shells can ask which there are."""
    completion_init()
    app = typer.Typer(
        name="foedera",
        help=_("Read reports on relations between states, keep what they say in a ledger with its quotes, and show it."),
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_program)
    for module in discover.modules("foedera.cli", "register").values():
        module.register(app)
    return app


def _program(
    *,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_tell_version, help=_("Say which Foedera this is."))
    ] = False,
) -> None:
    """The options that need no command."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # What UTF-8 cannot hold (half a surrogate pair from a record) is written as JSON would escape it.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except (BrokenPipeError, ReaderGone):
        # The reader has seen enough; what Python flushes on its way out must find an open file.
        with contextlib.suppress(io.UnsupportedOperation):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _run(arguments: Sequence[str] | None) -> int:
    try:
        return application()(args=arguments, prog_name="foedera", standalone_mode=False) or 0
    except FoederaError as error:
        complain(error)
        return error.exit_code
    except typer.Abort:
        return INTERRUPTED
    except typer.TyperException as error:
        return _misused(error)
    except BrokenPipeError as error:
        raise ReaderGone from error
    except OSError as error:
        remedy = _("check path, rights and disk space")
        complain(FoederaError(error.strerror or str(error), where=str(error.filename or ""), remedy=remedy))
        return FAILED


def _misused(error: typer.TyperException) -> int:
    """Say what is wrong with the command line: the message, and how the command is used where it is known."""
    context = getattr(error, "ctx", None)
    if context is not None and error.format_message().startswith(context.get_usage()):
        say(error.format_message())  # no command was named: the message is the help itself
        return error.exit_code
    if context is not None:
        say(context.get_usage())
    say(f"foedera: {error.format_message()}")
    if context is not None:
        say(_("  Remedy: see `{command} --help`").format(command=context.command_path))
    return error.exit_code
