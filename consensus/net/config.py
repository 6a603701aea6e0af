"""
What an operator may set of the network, and the rates that peers are held to.

A validator behind sentries: `pex` off, the sentries in `persistent_peers`. Its sentries: the
validator in `private_peer_ids` and `unconditional_peer_ids`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from consensus.net.address import PeerAddress
from consensus.net.transport import Channel, PeerId

MEBIBYTE: Final = 2**20


@dataclass(frozen=True, slots=True)
class Rate:
    """What one peer may send on one channel: so much a second, and so much at once."""

    messages_per_s: int
    bytes_per_s: int
    burst_s: int = 4  # seconds' worth that may come at once after silence


# Generous for sixteen validators at a block a second whose votes come from everyone: 15 peers
# pass on 32 votes a round each. A peer over a rate of words pays; one over a rate of bulk,
# which was asked for, waits.
RATES: Final[Mapping[Channel, Rate]] = MappingProxyType(
    {
        Channel.CONSENSUS: Rate(2_000, MEBIBYTE),
        Channel.PROPOSAL: Rate(1_000, 16 * MEBIBYTE),
        Channel.EVIDENCE: Rate(20, MEBIBYTE // 2),
        Channel.BLOCK: Rate(2_000, 32 * MEBIBYTE),
        Channel.PEERS: Rate(2, MEBIBYTE // 16),
        Channel.TRANSACTION: Rate(500, 4 * MEBIBYTE),
    }
)
BULK: Final = frozenset({Channel.PROPOSAL, Channel.BLOCK})  # channels whose excess waits


@dataclass(frozen=True, slots=True)
class NetConfig:
    """Where a node listens, whom it dials, and how many it takes."""

    host: str = "127.0.0.1"
    port: int = 26656  # 0: any free port
    external_address: str = ""  # "host:port" that others should dial; empty: the one they see
    persistent_peers: tuple[PeerAddress, ...] = ()  # dialled for ever
    seeds: tuple[PeerAddress, ...] = ()  # dialled to learn addresses while none are known
    private_peer_ids: frozenset[PeerId] = frozenset()  # whose addresses are never told
    unconditional_peer_ids: frozenset[PeerId] = frozenset()  # taken whatever the limits
    pex: bool = True  # learn and tell addresses
    max_inbound: int = 40  # peers that dialled, without the operator's own
    max_outbound: int = 10  # peers that were dialled, without the operator's own
    max_inbound_per_ip: int = 4  # of those that dialled, from one public IP address
    allow_private_addresses: bool = False  # for networks within one machine or one site
    ban_s: int = 3_600  # an hour
    rates: Mapping[Channel, Rate] = field(default_factory=lambda: RATES)

    @property
    def own_peers(self) -> frozenset[PeerId]:
        """Peers that the operator named: they need no free slot and are never banned."""
        persistent = {a.identity for a in self.persistent_peers if a.identity is not None}
        return frozenset(persistent) | self.private_peer_ids | self.unconditional_peer_ids
