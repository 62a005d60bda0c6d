"""Work for runners, known by name in every process: tasks are (folder, name)."""

import os
import signal
from pathlib import Path

from foedera.plumbing.errors import UsageError


def write(task):
    folder, name = task
    path = Path(folder) / name
    path.write_text(f"{name} by {os.getpid()}")
    return str(path)


def deaths(folder, name):
    return len(list(Path(folder).glob(f"death-{name}-*")))


def die(folder, name):
    (Path(folder) / f"death-{name}-{os.getpid()}").touch()
    os.kill(os.getpid(), signal.SIGKILL)


def die_once(task):
    """Every third task kills the first process that is at it."""
    folder, name = task
    if int(name) % 3 == 0 and not deaths(folder, name):
        die(folder, name)
    return write(task)


def die_always(task):
    folder, name = task
    if name == "1":
        die(folder, name)
    return write(task)


def fail(task):
    raise UsageError("wrong use", where=str(task[1]), remedy="another one")
