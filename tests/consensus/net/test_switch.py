"""The loop that hands packets to reactors."""

import asyncio

import pytest

from chain.errors import Malformed
from consensus.host.clock import ManualClock
from consensus.net.memory import PacketHub
from consensus.net.peers import MALFORMED_POINTS
from consensus.net.switch import TICK_MS, Switch
from consensus.net.transport import Channel, Packet, PeerId
from tests.consensus.net.stage import name, run

A, B = name(1), name(2)


class Reactor:
    """Notes what it is told."""

    def __init__(self, *channels: Channel) -> None:
        self.channels = channels
        self.told: list[object] = []

    def connected(self, peer: PeerId) -> None:
        """Note it."""
        self.told.append(("connected", peer))

    def disconnected(self, peer: PeerId) -> None:
        """Note it."""
        self.told.append(("disconnected", peer))

    def handle(self, packet: Packet) -> None:
        """Note it, or raise."""
        if packet.data == b"nonsense":
            raise Malformed("nonsense")
        if packet.data == b"bug":
            raise ZeroDivisionError
        self.told.append(packet.data)

    def tick(self) -> None:
        """Note it."""
        self.told.append("tick")


def test_each_reactor_gets_its_channels() -> None:
    """Packets go by channel, connections to all, and one of nobody's channel is dropped."""

    async def story() -> None:
        hub, clock = PacketHub(), ManualClock()
        sender, transport = hub.join(A), hub.join(B)
        votes, rest = Reactor(Channel.CONSENSUS), Reactor(Channel.BLOCK, Channel.EVIDENCE)
        running = asyncio.create_task(Switch(transport, [votes, rest], clock).run())
        hub.connect(A, B)
        for channel in Channel:
            sender.send(B, channel, channel.name.encode())
        sender.send(B, Channel.CONSENSUS, b"nonsense")
        await asyncio.sleep(0.01)
        hub.disconnect(A, B)
        await asyncio.sleep(0.01)
        await clock.advance_ms(TICK_MS)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        around = ("connected", A), ("disconnected", A), "tick"
        assert votes.told == [around[0], b"CONSENSUS", *around[1:]]
        assert rest.told == [around[0], b"EVIDENCE", b"BLOCK", *around[1:]]
        assert hub.penalties == [(B, A, MALFORMED_POINTS, "nonsense")]

    run(story)


def test_a_bug_of_ours_is_no_fault_of_a_peer() -> None:
    """What is not Invalid ends the switch with its own error, unseen by the peer."""

    async def story() -> None:
        hub = PacketHub()
        sender, transport = hub.join(A), hub.join(B)
        hub.connect(A, B)
        sender.send(B, Channel.CONSENSUS, b"bug")
        with pytest.raises(ZeroDivisionError):
            await Switch(transport, [Reactor(Channel.CONSENSUS)], ManualClock()).run()
        assert hub.penalties == []

    run(story)
