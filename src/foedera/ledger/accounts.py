"""The file of accounts: who may enter the desk, who is in it, tokens, and who tried in vain. It is no part of a ledger.

A ledger that is copied or exported takes no password along. Secrets are kept as digests; the file is its owner's alone to read.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from foedera.model.account import Account, Role, Scope, Token
from foedera.plumbing.errors import FoederaError, UsageError
from foedera.plumbing.interface import _

SCHEMA = """
CREATE TABLE IF NOT EXISTS accounts (
    name TEXT PRIMARY KEY, password TEXT NOT NULL, role TEXT NOT NULL, disabled INTEGER NOT NULL, created REAL NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS sessions (
    seal TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts (name) ON DELETE CASCADE, seen REAL NOT NULL, ends REAL NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS tokens (
    id TEXT PRIMARY KEY, seal TEXT NOT NULL UNIQUE, account TEXT NOT NULL REFERENCES accounts (name) ON DELETE CASCADE,
    label TEXT NOT NULL, scope TEXT NOT NULL, created REAL NOT NULL, expires REAL NOT NULL, used REAL, revoked INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS attempts (who TEXT NOT NULL, moment REAL NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS attempts_by_who ON attempts (who, moment);
"""
ACCOUNT = "name, role, disabled, created"
TOKEN = "id, account, label, scope, created, expires, used, revoked"  # noqa: S105 - names of columns
OWN = 0o600
"""The rights of the file: its owner may read and write it, nobody else anything."""


class Accounts:
    """An open file of accounts. Every write is one transaction."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def account(self, name: str) -> Account | None:
        """The account of a name."""
        return next(iter(self._accounts("WHERE name = ?", (name,))), None)

    def accounts(self) -> list[Account]:
        """All accounts, by name."""
        return self._accounts("ORDER BY name", ())

    def password(self, name: str) -> str | None:
        """What is kept of the password of an account that may enter."""
        rows = self._rows("SELECT password FROM accounts WHERE name = ? AND disabled = 0", (name,))
        return str(rows[0][0]) if rows else None

    def add(self, account: Account, password: str) -> None:
        """Add an account.

        Raises:
            UsageError: when there is one of that name.
        """
        with self._writing() as run:
            if run.execute("SELECT 1 FROM accounts WHERE name = ?", (account.name,)).fetchone():
                raise UsageError(_("there is an account {name!r} already").format(name=account.name), remedy=_("take another name"))
            values = (account.name, password, account.role, int(account.disabled), account.created)
            run.execute("INSERT INTO accounts VALUES (?, ?, ?, ?, ?)", values)

    def change(self, account: Account, password: str | None = None) -> None:
        """Keep another role, state or password of an account; whoever is in under its name is out.

        Raises:
            UsageError: when nobody would be left to keep the accounts.
        """
        with self._writing() as run:
            run.execute("UPDATE accounts SET role = ?, disabled = ? WHERE name = ?", (account.role, int(account.disabled), account.name))
            if password is not None:
                run.execute("UPDATE accounts SET password = ? WHERE name = ?", (password, account.name))
            run.execute("DELETE FROM sessions WHERE account = ?", (account.name,))
            if not run.execute("SELECT 1 FROM accounts WHERE role = 'admin' AND disabled = 0").fetchone():
                raise UsageError(_("nobody would be left to keep the accounts"), remedy=_("make somebody else an admin first"))

    def begin(self, seal: str, name: str, now: float, ends: float) -> None:
        """Begin a session; those that are over go."""
        with self._writing() as run:
            run.execute("DELETE FROM sessions WHERE ends < ?", (now,))
            run.execute("INSERT INTO sessions VALUES (?, ?, ?, ?)", (seal, name, now, ends))

    def session(self, seal: str, now: float, idle: float) -> Account | None:
        """Whose session it is, if it still runs; from now on it was seen now."""
        query = "SELECT account, seen FROM sessions WHERE seal = ? AND ends >= ? AND seen >= ?"
        rows = self._rows(query, (seal, now, now - idle))
        found = self.account(str(rows[0][0])) if rows else None
        if found is None or found.disabled:
            return None
        if now - float(rows[0][1]) > SEEN:
            with self._writing() as run:
                run.execute("UPDATE sessions SET seen = ? WHERE seal = ?", (now, seal))
        return found

    def end(self, seal: str) -> None:
        """End a session."""
        with self._writing() as run:
            run.execute("DELETE FROM sessions WHERE seal = ?", (seal,))

    def issue(self, token: Token, seal: str) -> None:
        """Keep a token."""
        values = (token.id, seal, token.account, token.label, token.scope, token.created, token.expires)
        with self._writing() as run:
            run.execute("INSERT INTO tokens VALUES (?, ?, ?, ?, ?, ?, ?, NULL, 0)", values)

    def tokens(self, account: str | None = None) -> list[Token]:
        """The tokens (of an account), the latest first."""
        condition, values = ("WHERE account = ?", (account,)) if account else ("", ())
        return self._tokens(f"{condition} ORDER BY created DESC, id", values)

    def token(self, seal: str, now: float) -> tuple[Token, Account] | None:
        """The token of a secret, if it still opens anything, and whose it is; from now on it was used now."""
        found = next(iter(self._tokens("WHERE seal = ? AND expires >= ? AND revoked = 0", (seal, now))), None)
        account = self.account(found.account) if found else None
        if found is None or account is None or account.disabled:
            return None
        if found.used is None or now - found.used > SEEN:
            with self._writing() as run:
                run.execute("UPDATE tokens SET used = ? WHERE id = ?", (now, found.id))
        return found, account

    def revoke(self, name: str) -> bool:
        """Revoke a token by its id; False when there is none."""
        with self._writing() as run:
            return run.execute("UPDATE tokens SET revoked = 1 WHERE id = ?", (name,)).rowcount == 1

    def failures(self, who: str, since: float) -> list[float]:
        """When somebody tried in vain since a moment, the earliest first."""
        return [
            float(moment)
            for (moment,) in self._rows("SELECT moment FROM attempts WHERE who = ? AND moment >= ? ORDER BY moment", (who, since))
        ]

    def failed(self, who: tuple[str, ...], now: float, since: float) -> None:
        """Keep that somebody tried in vain; what is older than a moment is forgotten."""
        with self._writing() as run:
            run.execute("DELETE FROM attempts WHERE moment < ?", (since,))
            run.executemany("INSERT INTO attempts VALUES (?, ?)", [(one, now) for one in who])

    def forgive(self, who: str) -> None:
        """Forget that somebody tried in vain."""
        with self._writing() as run:
            run.execute("DELETE FROM attempts WHERE who = ?", (who,))

    def _accounts(self, condition: str, values: tuple[object, ...]) -> list[Account]:
        rows = self._rows(f"SELECT {ACCOUNT} FROM accounts {condition}", values)  # noqa: S608 - conditions from this class
        return [Account(name=name, role=_role(role), disabled=bool(disabled), created=created) for name, role, disabled, created in rows]

    def _tokens(self, condition: str, values: tuple[object, ...]) -> list[Token]:
        rows = self._rows(f"SELECT {TOKEN} FROM tokens {condition}", values)  # noqa: S608 - as above
        return [
            Token(id=i, account=a, label=label, scope=_scope(s), created=c, expires=e, used=used, revoked=bool(r))
            for i, a, label, s, c, e, used, r in rows
        ]

    def _rows(self, query: str, values: tuple[object, ...]) -> list[tuple]:  # type: ignore[type-arg] # rows of many shapes
        with _complaints(self._path), closing(self._connected()) as run:
            return run.execute(query, values).fetchall()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with _complaints(self._path), closing(self._connected()) as run:
            run.execute("BEGIN IMMEDIATE")
            try:
                yield run
            except BaseException:
                run.rollback()
                raise
            run.commit()

    def _connected(self) -> sqlite3.Connection:
        run = sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=rw", uri=True, timeout=5.0, isolation_level=None)
        run.execute("PRAGMA foreign_keys = ON")
        return run


SEEN = 60.0
"""Seconds between two notes that a session or token is in use."""


def at(path: Path, *, create: bool = False) -> Accounts:
    """Open the file of accounts; with `create`, make it where there is none.

    Raises:
        UsageError: when there is none.
        FoederaError: when it is none, or cannot be used.
    """
    if not path.exists():
        if not create:
            raise UsageError(
                _("there is no file of accounts"), where=str(path), remedy=_("make one with: foedera account add NAME --role admin")
            )
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR | os.O_EXCL, OWN))
    with _complaints(path), closing(sqlite3.connect(path, timeout=5.0, isolation_level=None)) as run:
        run.execute("PRAGMA journal_mode = WAL")
        run.executescript(SCHEMA)
    return Accounts(path)


@contextmanager
def _complaints(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        what = _("the file of accounts cannot be used: {why}").format(why=error)
        raise FoederaError(what, where=str(path), remedy=_("see that it is yours to write, and a file of accounts")) from error


def _role(value: str) -> Role:
    return "admin" if value == "admin" else "analyst" if value == "analyst" else "reader"


def _scope(value: str) -> Scope:
    return "rule" if value == "rule" else "read"
