"""An address of the web → the document that lies there, or why there is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from foedera.model.document import Document, Skip
from foedera.plumbing.interface import _
from foedera.sources import Errand

if TYPE_CHECKING:
    from foedera.plumbing.network.visits import Answer

UNTOLD = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/x-download"})
"""Media types that tell nothing: then the ending of the address does."""
LONGEST_NAME = 100


def fetched(url: str, errand: Errand, *, changed: bool = False) -> Answer | Skip:
    """What an address gives; with `changed`, it may be word that nothing is new."""
    return attempted(url, lambda: errand.visitor().get(url, changed=changed))


def attempted(url: str, visit: Callable[[], Answer]) -> Answer | Skip:
    """The answer to a visit; one that fails is a skip with its reason."""
    from foedera.plumbing.network.targets import VisitError  # noqa: PLC0415 - only who fetches loads what that takes

    try:
        return visit()
    except VisitError as error:
        return Skip(reason=error.reason, detail="; ".join(filter(None, (error.what, error.remedy))), location=url)


def document(answer: Answer, errand: Errand, *, published: str | None = None) -> Document | Skip:
    """The document of an answer."""
    media_type = answer.media_type
    if media_type in UNTOLD:
        media_type = errand.media_types.get(PurePosixPath(urlsplit(answer.url).path).suffix.lower(), media_type)
    if media_type not in errand.media_types.values():
        detail = _("what is {kind!r} is not read")
        return Skip(reason="other_format", detail=detail.format(kind=media_type), location=answer.url)
    return Document(
        body=answer.body,
        name=name_of(answer.url),
        location=answer.url,
        media_type=media_type,
        url=answer.url,
        charset=answer.charset,
        published=published,
    )


def name_of(url: str) -> str:
    """The last part of an address that is a name: a file's, else the host's."""
    parts = urlsplit(url)
    return (PurePosixPath(unquote(parts.path)).name or parts.hostname or url)[:LONGEST_NAME]
