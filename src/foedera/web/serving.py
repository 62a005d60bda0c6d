"""The verb `serve`: the pages over a ledger, at an address of this machine."""

from __future__ import annotations

from collections.abc import Callable

from foedera import api
from foedera.plumbing.errors import FoederaError, UsageError
from foedera.plumbing.interface import _
from foedera.plumbing.optional import library
from foedera.plumbing.settings import Location
from foedera.web.parts.application import application
from foedera.web.parts.guard import is_loopback


def serve(ledger: Location, told: Callable[[str], None], *, host: str, port: int) -> None:
    """Serve until interrupted; `told` is called with the address.

    Raises:
        UsageError: when the host is not this machine alone.
        FoederaError: when the port is taken.
    """
    if not is_loopback(host):
        what = _("{host} can be reached from other machines, and the desk has no accounts yet").format(host=host)
        raise UsageError(what, remedy=_("take 127.0.0.1, ::1 or localhost"))
    uvicorn = library("uvicorn", extra="desk")
    site = application(ledger)
    api.relations(ledger=ledger)  # a ledger that cannot be used is told now; and the first page need not wait for what is loaded here
    config = uvicorn.Config(site, host=host, port=port, log_config=None, access_log=False, server_header=False, proxy_headers=False)
    try:
        bound = config.bind_socket()
    except SystemExit as error:
        what = _("port {port} cannot be had").format(port=port)
        raise FoederaError(what, where=host, remedy=_("name another with --port")) from error
    bound.listen()  # whoever comes before the server runs waits, and is not turned away
    shown = f"[{host}]" if ":" in host else host
    told(f"http://{shown}:{bound.getsockname()[1]}/")
    uvicorn.Server(config).run(sockets=[bound])
