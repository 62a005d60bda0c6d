"""A PostgreSQL server of one's own, for tests and trials: a new folder, a socket in it and no port, gone when it is stopped.

The programs are those of the system (`initdb`, `pg_ctl`); as root they run as the user `postgres`, for the server refuses root.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Self
from urllib.parse import quote

NUMBERS = count(1)
SETTINGS = ("listen_addresses=''", "fsync=off", "max_connections=40", "shared_buffers=256MB", "max_wal_size=4GB")
"""Nothing of a trial need outlive a power cut."""


def programs() -> Path | None:
    """The folder of the programs of the newest server that is installed."""
    on_path = shutil.which("initdb")
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = [*([Path(on_path)] if on_path else []), *installed]
    return found[-1].parent if found else None


@dataclass(slots=True)
class Server:
    """A running server; a context manager that ends it and removes its folder."""

    folder: Path
    bin: Path

    @classmethod
    def start(cls, settings: tuple[str, ...] = ()) -> Self:
        """Make and start one.

        Raises:
            FileNotFoundError: when no server is installed.
        """
        found = programs()
        if found is None:
            raise FileNotFoundError("PostgreSQL is not installed: apt-get install postgresql")
        server = cls(Path(tempfile.mkdtemp(prefix="pg")), found)
        if os.geteuid() == 0:
            shutil.chown(server.folder, "postgres", "postgres")
        server._run("initdb", "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", *_order_of_words(found))
        with (server.folder / "data" / "postgresql.conf").open("a") as file:
            file.writelines(f"{line}\n" for line in (*SETTINGS, f"unix_socket_directories='{server.folder}'", *settings))
        server.again()
        return server

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def again(self) -> None:
        """Start it."""
        self._run("pg_ctl", "start", "--wait", "--silent", f"--log={self.folder / 'log'}")

    def stop(self) -> None:
        """Stop it at once, whatever it is at, as a machine that dies would."""
        self._run("pg_ctl", "stop", "--mode=immediate", "--silent")

    def address(self, schema: str = "public") -> str:
        """The address of a schema, which need not be there yet."""
        return f"postgresql://postgres@/postgres?host={self.folder}&options={quote(f'-csearch_path={schema}')}"

    def new(self) -> str:
        """The address of a new, empty schema."""
        name = f"trial{next(NUMBERS)}"
        self.sql(f"CREATE SCHEMA {name}")
        return self.address(name)

    def sql(self, statement: str, schema: str = "public") -> str:
        """What `psql` says to a statement."""
        command = [str(self.bin / "psql"), "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1", self.address(schema)]
        return subprocess.run([*command, "--command", statement], check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own

    def _run(self, program: str, *arguments: str) -> None:
        user = "postgres" if os.geteuid() == 0 else None
        command = [str(self.bin / program), f"--pgdata={self.folder / 'data'}", *arguments]
        done = subprocess.run(command, check=False, user=user, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)  # noqa: S603 - the system's own
        if done.returncode:
            raise RuntimeError(f"{program} failed: {done.stderr}")


def _order_of_words(found: Path) -> tuple[str, ...]:
    """Where the server can, a language's own order of words, which the ledger must not depend on."""
    told = subprocess.run([str(found / "initdb"), "--help"], check=True, capture_output=True, text=True).stdout  # noqa: S603 - the system's own
    return ("--locale-provider=icu", "--icu-locale=en") if "--icu-locale" in told else ()
