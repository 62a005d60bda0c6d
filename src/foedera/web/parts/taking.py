"""A form that was sent → what it says and the files it brings, when a page of this desk sent it and it is no longer than it can be."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qsl

from foedera.model.batch import Handed
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _
from foedera.plumbing.optional import library
from foedera.plumbing.settings import settings
from foedera.web.parts.guard import Message, Refusal

MEDIA, WITH_FILES, JSON = "application/x-www-form-urlencoded", "multipart/form-data", "application/json"
LONGEST = 65_536
"""Bytes of a form."""
LONGEST_UPLOAD = 100_000_000
"""Bytes of a form with its files."""
FIELDS = 20
FILES = 500
DIGITS = 9
"""Digits of a length that is worth reading as a number."""
ONCE = frozenset({b"content-length", b"content-type", b"origin", b"sec-fetch-site"})
WRONG, FOREIGN, TOO_LONG, UNKNOWN_LENGTH, OTHER_MEDIA = 400, 403, 413, 411, 415


def refusal(scope: Message, *, media: str = MEDIA, scheme: str | None = "http") -> Refusal | None:
    """Why a form is not taken: another site sent it, or it is of another media type, or longer than a form.

    A browser says where a form comes from (Sec-Fetch-Site, Origin), and no page can make it say otherwise; who says nothing of it is a
    program, which sends JSON, and that no page can send elsewhere unasked. `scheme` is that of our own pages, None where no page need have
    sent it.
    """
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    if len([name for name, _value in scope["headers"] if name in ONCE]) > len(ONCE & {name for name, _value in scope["headers"]}):
        remedy = _("send the form of a page")
        return Refusal(status=WRONG, what=_("a header that may come once comes twice"), remedy=remedy)
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    own = f"{scheme}://{headers.get('host', '')}"
    unsaid = site is None and origin is None and media != JSON
    if scheme is not None and (site not in {None, "same-origin"} or origin not in {None, own} or unsaid):
        remedy = _("open the page at the desk itself, and send it from there")
        return Refusal(status=FOREIGN, what=_("this was not sent from a page of the desk"), where=origin or "", remedy=remedy)
    if headers.get("content-type", "").partition(";")[0].strip().lower() != media:
        what, remedy = (
            (_("this is no JSON"), _("send {media}").format(media=JSON))
            if media == JSON
            else (_("this is no form"), _("send the form of a page"))
        )
        return Refusal(status=OTHER_MEDIA, what=what, where=headers.get("content-type", ""), remedy=remedy)
    length = headers.get("content-length", "")
    if not length.isdecimal() or len(length) > DIGITS or "transfer-encoding" in headers:
        return Refusal(status=UNKNOWN_LENGTH, what=_("the form does not tell how long it is"), remedy=_("send the form of a page"))
    most = LONGEST_UPLOAD if media == WITH_FILES else LONGEST
    if int(length) > most:
        remedy = (
            _("give it in parts, or read it with the command foedera ingest")
            if media == WITH_FILES
            else _("write less: a reason is a few sentences")
        )
        return Refusal(status=TOO_LONG, what=_("the form is longer than {n} bytes").format(n=most), remedy=remedy)
    return None


async def form(request: Any) -> Mapping[str, str]:  # noqa: ANN401 - of a library that not everybody has
    """The fields of a form, each once.

    Raises:
        UsageError: when a field comes twice, or it is no form.
    """
    try:
        pairs = parse_qsl((await request.body()).decode("utf-8"), keep_blank_values=True, strict_parsing=True, max_num_fields=FIELDS)
    except ValueError as error:
        raise UsageError(_("the form cannot be read: {error}").format(error=error), remedy=_("send the form of a page")) from error
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise UsageError(_("a field of the form comes twice"), remedy=_("send the form of a page"))
    return fields


@asynccontextmanager
async def upload(request: Any) -> AsyncIterator[tuple[Mapping[str, str], tuple[Handed, ...]]]:  # noqa: ANN401 - as above
    """The fields of a form, each once, and its files, which lie in files without a name while this is open.

    Raises:
        UsageError: when a field comes twice, there are too many files, a text is too long, or it is no form.
    """
    parsers = library("starlette.formparsers", extra="desk")
    longest = settings().limit + LONGEST
    parser = parsers.MultiPartParser(request.headers, request.stream(), max_files=FILES, max_fields=FIELDS, max_part_size=longest)
    try:
        sent = await parser.parse()
    except (parsers.MultiPartException, ValueError, KeyError) as error:
        remedy = _("give at most {n} files at once, and no text longer than {limit} bytes").format(n=FILES, limit=settings().limit)
        raise UsageError(_("the form cannot be read: {error}").format(error=getattr(error, "message", error)), remedy=remedy) from error
    try:
        pairs = sent.multi_items()
        fields = {name: value for name, value in pairs if isinstance(value, str)}
        files = tuple(Handed(name=value.filename or "", stream=value.file) for _name, value in pairs if not isinstance(value, str))
        if len(fields) != sum(isinstance(value, str) for _name, value in pairs):
            raise UsageError(_("a field of the form comes twice"), remedy=_("send the form of a page"))
        # A browser sends a field without a file as a file without a name.
        yield fields, tuple(one for one in files if one.name)
    finally:
        await sent.close()
