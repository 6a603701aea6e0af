"""
Where a peer can be dialled: "0x<40 hex digits>@host:port", or without the identity.

    text --parse--> PeerAddress(identity, host, port) --str--> text

With the identity the connection is pinned to it; without, whoever answers is taken.
"""

import functools
import ipaddress
import re
from dataclasses import dataclass
from typing import Final

from chain.errors import Malformed
from consensus.net.transport import PeerId

PORT_MAX: Final = 65_535
HOST_CHARACTERS_MAX: Final = 63  # of a whole host name; what one label may have
_IDENTITY = re.compile(r"0x[0-9a-f]{40}")
_LABEL = r"[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?"
_HOST = re.compile(rf"{_LABEL}(\.{_LABEL})*")


@dataclass(frozen=True, slots=True)
class PeerAddress:
    """Host (a name, or an IP address without brackets), port, and who should answer."""

    identity: PeerId | None
    host: str
    port: int

    @property
    def target(self) -> str:
        """ "host:port", an IPv6 host in brackets."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"

    def __str__(self) -> str:
        return self.target if self.identity is None else f"{self.identity}@{self.target}"


def parse_identity(text: str) -> PeerId:
    """Identity of a peer. Raises Malformed."""
    if not _IDENTITY.fullmatch(text):
        raise Malformed(f"expected 0x and 40 hex digits in lower case, found {text[:64]!r}")
    return PeerId(text)


def parse_address(text: str) -> PeerAddress:
    """Address of a peer. Raises Malformed."""
    identity, at, place = text.rpartition("@")
    host, colon, port = place.rpartition(":")
    if host.startswith("[") and host.endswith("]"):
        host = _ip_text(host[1:-1])
    elif not _HOST.fullmatch(host) or len(host) > HOST_CHARACTERS_MAX:
        raise Malformed(f"expected a host's name or IP address, found {host[:64]!r}")
    if not colon or not (port.isascii() and port.isdigit() and len(port) <= 5):
        raise Malformed(f"expected a port after a colon, found {text[:128]!r}")
    if not 1 <= int(port) <= PORT_MAX:
        raise Malformed(f"expected a port of 1 to {PORT_MAX}, found {port}")
    return PeerAddress(parse_identity(identity) if at else None, host, int(port))


def is_dialable(address: PeerAddress, *, allow_private: bool) -> bool:
    """
    Whether an address that a peer told may be dialled: an IP address of the public internet,
    or with `allow_private` also of a private network or this machine. Names are not: whoever
    owns one could point it anywhere later.
    """
    try:
        ip = ipaddress.ip_address(address.host)
    except ValueError:
        return False
    if ip.is_multicast or ip.is_unspecified or ip.is_reserved:
        return False
    return ip.is_global or allow_private


def is_private(ip: str) -> bool:
    """Whether an IP address is of a private network or this machine; other text is not."""
    try:
        return not ipaddress.ip_address(ip).is_global
    except ValueError:
        return False


@functools.lru_cache(4_096)
def network_of(host: str) -> str:
    """
    The network that an address belongs to, /16 of IPv4 and /32 of IPv6; other hosts are their own.

    Whoever owns one address tends to own its neighbours.
    """
    try:
        ip = ipaddress.ip_address(host)
    except ValueError:
        return host
    prefix = 16 if ip.version == 4 else 32
    return str(ipaddress.ip_network(f"{ip}/{prefix}", strict=False))


def _ip_text(text: str) -> str:
    """An IPv6 address in its one usual spelling. Raises Malformed."""
    try:
        return str(ipaddress.IPv6Address(text))
    except ValueError as error:
        raise Malformed(f"expected an IPv6 address in brackets, found {text[:64]!r}") from error
