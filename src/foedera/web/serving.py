"""The verb `serve`: the pages over a ledger, at an address of this machine."""

from __future__ import annotations

from collections.abc import Callable

from foedera import api
from foedera.plumbing.errors import FoederaError, UsageError
from foedera.plumbing.interface import _
from foedera.plumbing.optional import library
from foedera.plumbing.settings import Location
from foedera.web.parts.access import Entrance
from foedera.web.parts.application import application
from foedera.web.parts.guard import is_loopback


def serve(ledger: Location, told: Callable[[str], None], *, at: tuple[str, int], entrance: Entrance | None = None) -> None:
    """Serve until interrupted, at a host and a port; `told` is called with the address.

    Raises:
        UsageError: when the host is not this machine alone and there are no accounts.
        FoederaError: when the port is taken.
    """
    host, port = at
    if not is_loopback(host) and entrance is None:
        what = _("{host} can be reached from other machines, and this desk has no accounts").format(host=host)
        remedy = _("make some with: foedera account add NAME --role admin, and name their file with --accounts; or take 127.0.0.1")
        raise UsageError(what, remedy=remedy)
    if entrance is not None and not any(one.may("admin") for one in api.accounts(file=entrance.file)):
        raise UsageError(_("nobody keeps the accounts"), where=str(entrance.file), remedy=_("add an admin with foedera account add"))
    uvicorn = library("uvicorn", extra="desk")
    site = application(ledger, entrance)
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
