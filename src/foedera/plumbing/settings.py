"""Settings: what the environment may choose, and the defaults."""

from __future__ import annotations

import getpass
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import platformdirs

from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _

LEDGER = "FOEDERA_LEDGER"
BY = "FOEDERA_BY"
LIMIT = "FOEDERA_LIMIT"
ALLOW = "FOEDERA_ALLOW"
S3 = "FOEDERA_S3"
SMTP = "FOEDERA_SMTP"
ACCOUNTS = "FOEDERA_ACCOUNTS"
BATCHES = "FOEDERA_BATCHES"
DEFAULT_LIMIT = 10_000_000
"""Bytes of one text: the longest joint statement in our corpora stays below a hundredth of it."""
Location = str | Path
"""Where a ledger lies: a file, or the address of a database."""
_UNITS = {"kB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where the ledger lies, and how many bytes one text may have.

    `allow`: hosts and networks that may be visited though they are not public; `s3`: the address of the only store of objects to read from.
    """

    ledger: Location
    limit: int
    allow: tuple[str, ...] = ()
    s3: str | None = None
    smtp: str | None = None
    """The address of the server for mail, and of who sends."""
    batches: Path | None = None
    """The folder in which batches wait to be read; else beside the ledger."""


def settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of an environment."""
    ledger = environment.get(LEDGER, "").strip()
    return Settings(
        ledger=located(ledger) if ledger else default_ledger(),
        limit=limit(environment),
        allow=tuple(environment.get(ALLOW, "").replace(",", " ").split()),
        s3=environment.get(S3, "").strip() or None,
        smtp=environment.get(SMTP, "").strip() or None,
        batches=Path(batches) if (batches := environment.get(BATCHES, "").strip()) else None,
    )


def limit(environment: Mapping[str, str] = os.environ) -> int:
    """The most bytes an item may have: FOEDERA_LIMIT, else the default.

    Raises:
        UsageError: when it is no size.
    """
    return _limit(environment.get(LIMIT, ""))


def located(ledger: Location) -> Location:
    """A path as a path, an address as it is."""
    return ledger if "://" in str(ledger) else Path(ledger)


def shown(location: Location) -> str:
    """A location as it may be shown: of an address without its password."""
    text = str(location)
    if "://" not in text:
        return text
    parts = urlsplit(text)
    query = "&".join(one for one in parts.query.split("&") if not one.startswith(("password=", "sslpassword=")))
    login, at, host = parts.netloc.rpartition("@")
    return parts._replace(netloc=f"{login.partition(':')[0]}{at}{host}", query=query).geturl()


def default_ledger() -> Path:
    """The ledger in the user's data folder."""
    return Path(platformdirs.user_data_dir("foedera", appauthor=False)) / "ledger.db"


def accounts_file(environment: Mapping[str, str] = os.environ) -> Path:
    """The file of accounts: FOEDERA_ACCOUNTS, else the one in the user's data folder."""
    named = environment.get(ACCOUNTS, "").strip()
    return Path(named) if named else default_ledger().with_name("accounts.db")


def cache() -> Path:
    """Where the system keeps what a program can make again."""
    return Path(platformdirs.user_cache_dir("foedera", appauthor=False))


def author(environment: Mapping[str, str] = os.environ) -> str:
    """Who judges: whom the environment names, else the login name.

    Raises:
        UsageError: when there is neither.
    """
    named = environment.get(BY, "").strip()
    if named:
        return named
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise UsageError(_("who judges is not known"), remedy=_("name yourself with --by, or set {name}").format(name=BY)) from error


def _limit(value: str) -> int:
    value = value.strip()
    if not value:
        return DEFAULT_LIMIT
    unit = next((unit for unit in _UNITS if value.lower().endswith(unit.lower())), "")
    number = value[: len(value) - len(unit)].strip()
    if not (number.isascii() and number.isdigit() and int(number)):
        raise UsageError(
            _("{value!r} is no size").format(value=value),
            where=LIMIT,
            remedy=_("give a number of bytes, or one with kB, MB or GB: 25 MB"),
        )
    return int(number) * _UNITS.get(unit, 1)
