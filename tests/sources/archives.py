"""Archives of the web for tests."""

import base64
import gzip
import hashlib

PAGE = """<!DOCTYPE html><html lang="en"><head><title>{title}</title></head><body><article><h1>{title}</h1>
<p>The ministers
of Japan and Viet Nam held talks on {title} in Tokyo and agreed to widen their cooperation in many fields.</p>
<p>They also signed a memorandum of understanding, and will meet again in Hanoi next year, they said.</p></article></body></html>"""


def record(url, body, *, kind="response", status=200, media_type="text/html", headers="", digest=True):  # noqa: PLR0913 - what a record may be
    """One record: a site's answer, or another kind of record with a body of its own."""
    block = body
    if kind == "response":
        block = f"HTTP/1.1 {status} OK\r\nContent-Type: {media_type}\r\n{headers}\r\n".encode() + body
    told = f"WARC-Block-Digest: sha1:{base64.b32encode(hashlib.sha1(block, usedforsecurity=False).digest()).decode()}\r\n" if digest else ""
    content = "application/http; msgtype=response" if kind == "response" else media_type
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:x:{len(block)}>\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
        f"WARC-Target-URI: {url}\r\n{told}Content-Type: {content}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def pages(count, **given):
    """So many records of pages, each with its own title."""
    return [record(f"https://example.org/{number}", PAGE.format(title=f"topic {number} ").encode(), **given) for number in range(count)]


def packed(records):
    """A member a record."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)
