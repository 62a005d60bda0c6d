"""The verbs of accounts: who may enter the desk, in which role; tokens for programs; entering and leaving."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypedDict, Unpack

from foedera.ledger import accounts as files
from foedera.ledger.accounts import Accounts
from foedera.model.account import ROLES, SCOPES, Account, Role, Scope, Token
from foedera.plumbing import passwords
from foedera.plumbing.errors import FoederaError, UsageError
from foedera.plumbing.interface import _
from foedera.plumbing.settings import accounts_file

DAY = 24 * 3600.0
IDLE, WHOLE = 12 * 3600.0, 7 * DAY
"""Seconds after which a session ends that nobody used, and that somebody did."""
TRIES, WITHIN = 10, 15 * 60.0
"""Wrong passwords, by name and by address, within so many seconds, after which nobody is let in for as long."""
PREFIX = "foedera_"
"""What a token begins with, so that one that leaks is known for what it is."""
LONGEST = 64


class GuessingError(FoederaError):
    """Too many wrong passwords came; `seconds` is how long nobody is let in."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        super().__init__(_("too many wrong passwords"), remedy=_("try again in {n} minutes").format(n=max(1, round(seconds / 60))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """A token, and its secret, which is shown this once."""

    token: Token
    secret: str


def add_account(name: str, password: str, role: Role = "reader", *, file: Path | None = None) -> Account:
    """Add somebody who may enter the desk; the first must be an admin. Without `file`: FOEDERA_ACCOUNTS, else one in your data folder.

    Raises:
        UsageError: when the name is taken or is none, there is no such role, or the password is too short.
    """
    _check_name(name)
    _check(role, ROLES)
    kept = files.at(file or accounts_file(), create=True)
    if not kept.accounts() and role != "admin":
        raise UsageError(_("the first account keeps the others"), remedy=_("give it the role admin"))
    account = Account(name=name, role=role, disabled=False, created=time.time())
    kept.add(account, passwords.hashed(passwords.checked(password)))
    return account


def accounts(*, file: Path | None = None) -> tuple[Account, ...]:
    """Who may enter, by name."""
    return tuple(_opened(file).accounts())


class Change(TypedDict, total=False):
    """What of an account becomes another: role, password, whether it is shut out; and the file of accounts."""

    role: Role
    password: str
    disabled: bool
    file: Path | None


class Given(TypedDict, total=False):
    """How far a token reaches, for how many days, and the file of accounts."""

    scope: Scope
    days: float
    file: Path | None


def change_account(name: str, **change: Unpack[Change]) -> Account:
    """Give an account another role or password, or shut it out; whoever is in under its name is out at once.

    Raises:
        UsageError: when there is no such account, or no admin would be left.
    """
    kept = _opened(change.get("file"))
    found = _found(kept, name)
    role, password = change.get("role", found.role), change.get("password")
    _check(role, ROLES)
    changed = replace(found, role=role, disabled=change.get("disabled", found.disabled))
    kept.change(changed, passwords.hashed(passwords.checked(password)) if password is not None else None)
    return changed


def issue_token(name: str, label: str = "", **given: Unpack[Given]) -> Issued:
    """A token by which a program enters as somebody, for some days (90): `read` opens twins and files, `rule` forms as well.

    Raises:
        UsageError: when there is no such account or scope, or the account may not do so much itself.
    """
    kept, scope, days = _opened(given.get("file")), given.get("scope", "read"), given.get("days", DAYS)
    account = _found(kept, name)
    _check(scope, SCOPES)
    if scope == "rule" and not account.may("analyst"):
        raise UsageError(_("{name} may only read").format(name=name), remedy=_("give the token the scope read"))
    if not 0 < days <= YEAR:
        raise UsageError(_("a token lasts a day to a year"), remedy=_("give --days from 1 to {most}").format(most=YEAR))
    now, secret = time.time(), PREFIX + passwords.secret()
    seal = passwords.sealed(secret)
    token = Token(id=seal[:12], account=name, label=label[:LONGEST], scope=scope, created=now, expires=now + days * DAY)
    kept.issue(token, seal)
    return Issued(token=token, secret=secret)


YEAR, DAYS = 366, 90


def tokens(name: str | None = None, *, file: Path | None = None) -> tuple[Token, ...]:
    """The tokens (of an account), the latest first."""
    return tuple(_opened(file).tokens(name))


def revoke_token(token: str, *, file: Path | None = None) -> None:
    """Revoke a token by its id.

    Raises:
        UsageError: when there is none.
    """
    if not _opened(file).revoke(token):
        raise UsageError(_("{name!r} is the id of no token").format(name=token), remedy=_("foedera token list lists them"))


def enter(kept: Accounts, name: str, password: str, address: str) -> str | None:
    """The secret of a new session, or None where name and password do not fit.

    Raises:
        GuessingError: when too many tries failed for this name, or from this address.
    """
    now = time.time()
    who = (f"name:{name[:LONGEST]}", f"address:{address}")
    for one in who:
        failures = kept.failures(one, now - WITHIN)
        if len(failures) >= TRIES:
            raise GuessingError(int(failures[-TRIES] + WITHIN - now) + 1)
    if not passwords.fits(kept.password(name), password):
        kept.failed(who, now, now - WITHIN)
        return None
    kept.forgive(who[0])
    secret = passwords.secret()
    kept.begin(passwords.sealed(secret), name, now, now + WHOLE)
    return secret


def entered(kept: Accounts, secret: str) -> Account | None:
    """Whose session it is, if it still runs."""
    return kept.session(passwords.sealed(secret), time.time(), IDLE)


def leave(kept: Accounts, secret: str) -> None:
    """End a session."""
    kept.end(passwords.sealed(secret))


def bearer(kept: Accounts, secret: str) -> tuple[Token, Account] | None:
    """The token of a secret, if it still opens anything, and whose it is."""
    return kept.token(passwords.sealed(secret), time.time()) if secret.startswith(PREFIX) else None


def _opened(file: Path | None) -> Accounts:
    return files.at(file or accounts_file())


def _found(kept: Accounts, name: str) -> Account:
    found = kept.account(name)
    if found is None:
        raise UsageError(_("there is no account {name!r}").format(name=name), remedy=_("foedera account list lists them"))
    return found


def _check_name(name: str) -> None:
    if not (0 < len(name) <= LONGEST and name.isprintable() and name == name.strip() and ":" not in name):
        raise UsageError(_("{name!r} is no name of an account").format(name=name), remedy=_("take up to {n} letters").format(n=LONGEST))


def _check(value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise UsageError(_("{value!r} is none of {known}").format(value=value, known=", ".join(known)), remedy=_("take one of them"))
