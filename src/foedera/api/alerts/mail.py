"""Notices → one letter, which tells all that is due to a recipient, under an id that is the same when it is sent again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from urllib.parse import unquote, urlsplit

from foedera.api.alerts.parts.notices import Notice
from foedera.plumbing.ids import id_of
from foedera.plumbing.interface import counted
from foedera.plumbing.network import letters
from foedera.plumbing.settings import settings

SCHEMES = frozenset({"mailto"})
MOST = 100
"""Notices in one letter; more come in further ones."""


def deliver(recipient: str, due: tuple[Notice, ...], told: tuple[Notice, ...]) -> Iterator[str]:  # noqa: ARG001 - one signature for all ways
    """Send what is due in letters of at most `MOST` notices.

    Raises:
        UsageError: when no server for mail is named (FOEDERA_SMTP).
        FoederaError: when the server does not take a letter.
    """
    server = letters.server(settings().smtp)
    for first in range(0, len(due), MOST):
        batch = due[first : first + MOST]
        letters.send(server, _letter(recipient, batch, server.sender))
        yield from (one.id for one in batch)


def _letter(recipient: str, batch: tuple[Notice, ...], sender: str) -> EmailMessage:
    letter = EmailMessage()
    letter["Subject"] = counted("Foedera: {n} new", "Foedera: {n} new", len(batch))
    letter["From"], letter["To"] = sender, unquote(urlsplit(recipient).path)
    letter["Date"] = format_datetime(datetime.now(UTC))
    letter["Message-ID"] = f"<{id_of(*(one.id for one in batch))}@foedera.invalid>"
    letter.set_content("\n".join(map(_words, batch)))
    return letter


def _words(one: Notice) -> str:
    where = " ".join(part for part in (one.title, one.published or "", one.url or "") if part)
    return f"{one.words}\n    \N{LEFT DOUBLE QUOTATION MARK}{' '.join(one.quote.split())}\N{RIGHT DOUBLE QUOTATION MARK}\n    {where}\n"
