"""How functions become commands: their names, and their docstrings in the reader's language."""

from __future__ import annotations

import inspect
from collections.abc import Callable

import typer

from foedera.plumbing.interface import _


def add(app: typer.Typer, *functions: Callable[..., None]) -> None:
    """Make each function a command of its name; catalogues are made with docstrings taken in (`pygettext --docstrings`)."""
    for function in functions:
        app.command(help=_(inspect.getdoc(function) or ""))(function)
