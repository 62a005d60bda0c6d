"""Discovery: the modules of a room that have the room's verb. The file's name is the registration."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType


def modules(room: str, verb: str) -> dict[str, ModuleType]:
    """Name → module for every module of the package `room` that defines the function `verb`, in order of names.

    Subpackages (a room's `parts/`) do not count.
    """
    package = importlib.import_module(room)
    found = {}
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda info: info.name):
        if info.ispkg:
            continue
        module = importlib.import_module(f"{room}.{info.name}")
        if callable(getattr(module, verb, None)):
            found[info.name] = module
    return found
