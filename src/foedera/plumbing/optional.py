"""Libraries that not everybody needs: loaded when first used, and when one is not there, a word on how to get it."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _


def library(name: str, *, extra: str) -> Any:  # noqa: ANN401 - a module without types of its own here
    """The module of a library that comes with an extra of Foedera.

    Raises:
        UsageError: when it is not installed.
    """
    try:
        return import_module(name)
    except ImportError as error:
        what = _("this needs {name}, which is not installed ({error})").format(name=name.split(".", maxsplit=1)[0], error=error)
        raise UsageError(what, remedy=_("install it with: pip install 'foedera[{extra}]'").format(extra=extra)) from error
