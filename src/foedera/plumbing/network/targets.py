"""An address of the web as written → what to connect to and what to ask there; whatever is no plain http or https is refused."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from foedera.plumbing.errors import FoederaError
from foedera.plumbing.interface import _

PORTS = {"http": 80, "https": 443}
LOWEST_FREE = 1024
"""Below it, ports belong to other services, which a request could be made to speak to."""
LONGEST = 2000
"""Characters of an address."""


class VisitError(FoederaError):
    """What was asked for could not be had; `reason` is an identifier of the glossary."""

    def __init__(self, reason: str, what: str, *, where: str = "", remedy: str = "") -> None:
        self.reason = reason
        super().__init__(what, where=where, remedy=remedy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One address, in parts."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def site(self) -> str:
        """Scheme, host and port: what robots.txt and politeness are about."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == PORTS[self.scheme] else f":{self.port}")

    @property
    def url(self) -> str:
        """The address in its plain form, without a fragment."""
        return self.site + self.path


def target(url: str) -> Target:
    """The parts of an address.

    Raises:
        VisitError: it is none of http or https, or is written to mislead.
    """
    url = url.strip()
    if len(url) > LONGEST or any(letter.isspace() or not letter.isprintable() or letter == "\\" for letter in url):
        raise _refused(url, _("is no plain address"))
    try:
        parts = urlsplit(url)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii") if not (parts.hostname or "").isascii() else parts.hostname or ""
        host = host.rstrip(".")
    except (ValueError, UnicodeError) as error:
        raise _refused(url, _("is no address: {why}").format(why=error)) from error
    scheme = parts.scheme.lower()
    if scheme not in PORTS:
        raise _refused(url, _("is neither http nor https"))
    if not all(host.split(".")) or parts.username is not None or parts.password is not None:
        raise _refused(url, _("names no host, or a user with it"))
    port = PORTS[scheme] if port is None else port
    if port < LOWEST_FREE and port not in PORTS.values():
        raise _refused(url, _("asks for port {port}, which is another service's").format(port=port))
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
        f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?[]')}" if parts.query else ""
    )
    return Target(scheme=scheme, host=host, port=port, path=path if path.startswith("/") else f"/{path}")


def joined(base: Target, reference: str) -> Target:
    """Where a redirect or a link leads."""
    try:
        return target(urljoin(base.url, reference.strip()))
    except ValueError as error:
        raise _refused(reference, _("is no plain address")) from error


def _refused(url: str, why: str) -> VisitError:
    return VisitError("refused", why, where=url[:LONGEST], remedy=_("give an address that begins with https:// or http://"))
