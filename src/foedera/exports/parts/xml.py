"""Text → text of XML 1.0, in elements and attributes; characters that XML cannot hold are replaced."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

_NO_XML = re.compile(r"[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def clean(text: str) -> str:
    """The text with what XML cannot hold replaced."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def plain(text: object) -> str:
    """The text of an element."""
    return escape(clean(str(text)))


def quoted(text: object) -> str:
    """The value of an attribute, with its quotation marks."""
    return quoteattr(clean(str(text)))
