"""
One loop that hands every transport event to the reactor of its channel.

    Transport.receive -> Switch --by channel--> Gossip | TransactionGossip | PeerExchange
                            |
                            +--every TICK_MS--> tick of each

Reactors never wait: they read, change their state and queue what they send. So nothing is held
while something else is pushed to, and no two of them can wait for each other (cometbft#5813).
"""

import asyncio
import logging
from collections.abc import Sequence
from typing import Final, Protocol

from chain.errors import Invalid
from chain.types.primitives import Milliseconds
from consensus.host.clock import Clock
from consensus.net.peers import MALFORMED_POINTS
from consensus.net.transport import (
    Channel,
    Packet,
    PeerConnected,
    PeerDisconnected,
    PeerId,
    Transport,
    TransportEvent,
)

TICK_MS: Final = Milliseconds(100)  # how often reactors look at what is overdue
EVENTS_IN_A_ROW_MAX: Final = 32  # events after which other tasks get their turn

log = logging.getLogger(__name__)


class Reactor(Protocol):
    """What one protocol does with its channels."""

    @property
    def channels(self) -> tuple[Channel, ...]:
        """The channels whose packets it takes."""

    def connected(self, peer: PeerId) -> None:
        """A peer can be sent to from now on."""

    def disconnected(self, peer: PeerId) -> None:
        """A peer is gone, and what it was told may be lost."""

    def handle(self, packet: Packet) -> None:
        """Handle a packet. Raises Invalid for what no honest peer sends."""

    def tick(self) -> None:
        """Look at what is overdue; called every TICK_MS."""


class Switch:
    """Runs reactors over a transport until cancelled."""

    def __init__(self, transport: Transport, reactors: Sequence[Reactor], clock: Clock) -> None:
        self._transport, self._reactors, self._clock = transport, tuple(reactors), clock
        self._by_channel = {c: reactor for reactor in reactors for c in reactor.channels}

    async def run(self) -> None:
        """Serve until cancelled; raises what a reactor raises that is not a peer's fault."""
        tasks = [asyncio.ensure_future(self._listen()), asyncio.ensure_future(self._tick())]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for finished in done:
                finished.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _listen(self) -> None:
        while True:
            for _ in range(EVENTS_IN_A_ROW_MAX):
                self.dispatch(await self._transport.receive())
            await asyncio.sleep(0)

    async def _tick(self) -> None:
        while True:
            await self._clock.sleep_ms(TICK_MS)
            for reactor in self._reactors:
                reactor.tick()

    def dispatch(self, event: TransportEvent) -> None:
        """Hand one event on; a peer that sends nonsense pays for it."""
        match event:
            case PeerConnected(peer):
                for reactor in self._reactors:
                    reactor.connected(peer)
            case PeerDisconnected(peer):
                for reactor in self._reactors:
                    reactor.disconnected(peer)
            case Packet(peer, channel):
                self._receive(event, peer, channel)

    def _receive(self, packet: Packet, peer: PeerId, channel: Channel) -> None:
        reactor = self._by_channel.get(channel)
        if reactor is None:
            return
        try:
            reactor.handle(packet)
        except Invalid as error:
            log.debug("peer %s, channel %s: %s", peer, channel.name, error)
            self._transport.penalise(peer, MALFORMED_POINTS, str(error))
