"""A letter → the server that the operator names for mail, over SMTP."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

from foedera.plumbing.errors import FoederaError, UsageError
from foedera.plumbing.interface import _

PORTS = {"smtp": 25, "smtps": 465}
SECONDS = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server for mail, with a login where it wants one, and who sends."""

    host: str
    port: int
    sender: str
    is_secure: bool = False
    user: str | None = None
    password: str | None = None


def server(address: str | None) -> Server:
    """The server of an address: `smtp://host:25/sender@example.org`, `smtps://user:password@host/sender@example.org`.

    Raises:
        UsageError: when there is none, or it is no such address.
    """
    remedy = _("set FOEDERA_SMTP to smtp://host:25/sender@example.org")
    try:
        parts = urlsplit(address or "")
        port = parts.port
    except ValueError as error:
        raise UsageError(_("FOEDERA_SMTP is no address of a server for mail"), remedy=remedy) from error
    sender = unquote(parts.path.removeprefix("/"))
    if parts.scheme not in PORTS or not parts.hostname or "@" not in sender:
        raise UsageError(_("FOEDERA_SMTP names no server for mail and sender"), remedy=remedy)
    return Server(
        host=parts.hostname,
        port=port or PORTS[parts.scheme],
        sender=sender,
        is_secure=parts.scheme == "smtps",
        user=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
    )


def send(to: Server, letter: EmailMessage) -> None:
    """Hand a letter to a server.

    Raises:
        FoederaError: it cannot be reached, or does not take the letter.
    """
    try:
        with _connected(to) as connection:
            if to.user is not None:
                connection.login(to.user, to.password or "")
            connection.send_message(letter)
    except (OSError, smtplib.SMTPException) as error:
        remedy = _("see whether the server runs and takes this sender and recipient")
        raise FoederaError(
            _("the letter was not taken: {error}").format(error=error), where=f"{to.host}:{to.port}", remedy=remedy
        ) from error


def _connected(to: Server) -> smtplib.SMTP:
    if to.is_secure:
        return smtplib.SMTP_SSL(to.host, to.port, timeout=SECONDS, context=ssl.create_default_context())
    return smtplib.SMTP(to.host, to.port, timeout=SECONDS)
