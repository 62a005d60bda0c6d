"""Notices → messages to an address of the web: one POST each, as JSON, with an id by which who gets one twice can tell."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from foedera.api.alerts.parts.notices import Notice
from foedera.plumbing.interface import _
from foedera.plumbing.network import visits
from foedera.plumbing.network.targets import VisitError
from foedera.plumbing.settings import settings

SCHEMES = frozenset({"http", "https"})
TAKEN = range(200, 300)
"""Answers that say that a message was taken."""


def deliver(recipient: str, due: tuple[Notice, ...], told: tuple[Notice, ...]) -> Iterator[str]:  # noqa: ARG001 - one signature for all ways
    """Post what is due, one after the other; the first that is not taken ends it, and waits for the next time.

    Raises:
        VisitError: the address is refused, cannot be reached, or does not take the message.
    """
    visitor = visits.visitor(allow=settings().allow)
    for one in due:
        answer = visitor.post(recipient, msgspec.json.encode(one), "application/json")
        if answer.status not in TAKEN:
            what = _("answers {status}, which takes no message").format(status=answer.status)
            raise VisitError("unreachable", what, where=recipient, remedy=_("name the address that it sends one on to"))
        yield one.id
