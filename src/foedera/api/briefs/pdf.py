"""A brief → PDF: the page of HTML, set on A4."""

from __future__ import annotations

from foedera.api.briefs import html
from foedera.api.briefs.parts.page import Brief
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _
from foedera.plumbing.optional import library


def written(brief: Brief) -> bytes:
    """The brief as PDF; the same brief gives the same bytes.

    Raises:
        UsageError: when WeasyPrint, or Pango that it sets text with, is not installed.
    """
    try:
        weasyprint = library("weasyprint", extra="brief")
    except OSError as error:
        what = _("WeasyPrint does not find Pango, with which it sets text ({error})").format(error=error)
        raise UsageError(what, remedy=_("install Pango (Debian: apt install libpango-1.0-0 libpangoft2-1.0-0)")) from error
    page = weasyprint.HTML(string=html.written(brief).decode(), url_fetcher=_nothing)
    made: bytes = page.write_pdf(pdf_identifier=b"foedera")
    return made


def _nothing(url: str) -> dict[str, object]:
    """No address is fetched: the page needs none."""
    raise UsageError(_("a brief fetches nothing"), where=url, remedy=_("tell the makers of Foedera"))
