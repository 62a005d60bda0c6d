"""An address of the internet → why nobody goes there, or nothing; and the operator's list of those who may be visited all the same."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_CLOUDS = frozenset(map(ipaddress.ip_address, ("168.63.129.16", "169.254.169.254", "100.100.100.200", "192.0.0.192", "fd00:ec2::254")))
"""Where clouds tell a machine its secrets; the first is a public address."""
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
_OWN_NETWORKS = tuple(map(ipaddress.ip_network, ("::/96", "64:ff9b:1::/48", "fec0::/10", "192.88.99.0/24")))
"""Networks that Python takes for public and that lead to this machine or to others by a way round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """What the operator allows: hosts by name, and networks."""

    hosts: frozenset[str] = frozenset()
    networks: tuple[Network, ...] = ()

    def has(self, host: str, address: Address) -> bool:
        """Whether this host, or the network it is in, may be visited whatever it is."""
        return host.lower() in self.hosts or any(address in network for network in self.networks)


def allowed(entries: Iterable[str]) -> Allowed:
    """The list that hosts, addresses and networks (`10.1.0.0/16`) make."""
    hosts: set[str] = set()
    networks: list[Network] = []
    for entry in filter(None, (entry.strip() for entry in entries)):
        try:
            networks.append(ipaddress.ip_network(entry, strict=False))
        except ValueError:
            hosts.add(entry.lower())
    return Allowed(hosts=frozenset(hosts), networks=tuple(networks))


def is_public(address: Address) -> bool:
    """Whether it is anybody's on the internet, and so are those it stands for."""
    if address in _CLOUDS or any(address in network for network in _OWN_NETWORKS):
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = _inner(address)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not address.is_multicast and not address.is_reserved


def _inner(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The address of the older kind that one of the newer stands for."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF) if address in _TRANSLATED else None
