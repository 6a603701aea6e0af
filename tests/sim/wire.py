"""
Production gossip in a simulation: messages become bytes, parts and announcements on bad links.

    engine -> Gossip -> MemoryTransport -> PacketHub.link (conditions, cuts) -> Switch -> engine
                             '-- a liar's transport bends some of its packets
"""

import asyncio
import random
from collections.abc import Sequence

from eth_hash.auto import keccak

from chain.evidence import decode_evidence, encode_evidence
from chain.types.certificate import BlockId
from consensus.net.gossip import Gossip, GossipOptions, Matches
from consensus.net.memory import MemoryTransport, PacketHub
from consensus.net.messages import Codec
from consensus.net.switch import Switch
from consensus.net.transport import Channel, PeerId, Transport, TransportEvent
from tests.sim.loop import SimClock, SimLoop
from tests.sim.network import Hub

BENT_CHANCE = 0.3  # of a liar's packets of a payload, how many are damaged
PAYLOAD_CHANNELS = (Channel.PROPOSAL, Channel.BLOCK)


class Wires:
    """All connections of a cluster; everyone who is up is connected to everyone."""

    def __init__(self, loop: SimLoop, hub: Hub, matches: Matches) -> None:
        self._loop, self._hub, self._options = loop, hub, GossipOptions(matches=matches)
        self._packets = PacketHub()
        self._packets.link = self._link
        self._packets.bans = False  # a ban would end liveness: there is one address a node here
        self._members: list[PeerId] = []
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._codec = Codec(encode_evidence, decode_evidence)

    def join(self, name: str, clock: SimClock, damage: random.Random | None = None) -> Gossip:
        """Connect one life of a node; `damage` bends what it sends, when it is a liar."""
        identity = PeerId(name)
        transport: Transport = self._packets.join(identity)
        assert isinstance(transport, MemoryTransport)
        if damage is not None:
            transport = BentTransport(transport, damage)
        gossip = Gossip(transport, clock, self._codec, self._options)
        switch = Switch(transport, [gossip], clock)
        self._tasks[name] = self._loop.create_task(switch.run())
        for other in self._members:
            self._packets.connect(identity, other)
        self._members.append(identity)
        return gossip

    def leave(self, name: str) -> None:
        """A node dies: its connections end."""
        if name in self._tasks:
            self._tasks.pop(name).cancel()
            self._members.remove(PeerId(name))
            self._packets.leave(PeerId(name))

    def _link(
        self, sender: PeerId, receiver: PeerId, channel: Channel, data: bytes
    ) -> Sequence[int]:
        return self._hub.delays_ms(sender, receiver)


class BentTransport:
    """A liar's transport: parts and announcements may be cut short, flipped or mixed up."""

    def __init__(self, inner: MemoryTransport, rng: random.Random) -> None:
        self._inner, self._rng = inner, rng
        self._last = b""

    @property
    def identity(self) -> PeerId:
        """Name of the liar."""
        return self._inner.identity

    def peers(self) -> tuple[PeerId, ...]:
        """Connected members."""
        return self._inner.peers()

    def send(self, peer: PeerId, channel: Channel, data: bytes) -> bool:
        """Send, now and then something else."""
        if channel in PAYLOAD_CHANNELS and self._rng.random() < BENT_CHANCE:
            data = self._bent(data)
        return self._inner.send(peer, channel, data)

    async def receive(self) -> TransportEvent:
        """Wait for the next event."""
        return await self._inner.receive()

    def penalise(self, peer: PeerId, points: int, reason: str) -> None:
        """A liar does not complain."""

    def _bent(self, data: bytes) -> bytes:
        kind = self._rng.randrange(4)
        previous, self._last = self._last, data
        if kind == 0 and data:
            place = self._rng.randrange(len(data))
            return (
                data[:place] + bytes([data[place] ^ self._rng.randint(1, 255)]) + data[place + 1 :]
            )
        if kind == 1:
            return data[: self._rng.randint(0, len(data))]
        if kind == 2:
            return previous
        return data + self._rng.randbytes(self._rng.randint(1, 8))


def is_toy_block(block_id: BlockId, payload: bytes) -> bool:
    """Whether a payload is the toy block of a name, as far as its hash says."""
    return keccak(payload) == block_id.hash
