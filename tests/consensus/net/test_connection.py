"""One stream: how it ends, and what passes."""

import asyncio
from dataclasses import replace

import pytest
from grpc import aio

from chain.types.primitives import Milliseconds
from consensus.host.clock import SystemClock
from consensus.net import connection
from consensus.net.config import RATES, NetConfig, Rate
from consensus.net.connection import PACKETS_MAX, Connection, Intake
from consensus.net.frames import decode_frame, encode_goodbye, encode_traffic
from consensus.net.outbox import ROOMS
from consensus.net.transport import Channel, Packet, PeerConnected, PeerId
from tests.consensus.net.stage import name, run

PEER = name(1)
VOTE = encode_traffic([(Channel.CONSENSUS, b"vote")])


class Stream:
    """A stream in memory."""

    def __init__(self) -> None:
        self.incoming: asyncio.Queue[object] = asyncio.Queue()
        self.written: list[bytes] = []
        self.is_stuck = False

    async def read(self) -> object:
        """The next message that a test put in."""
        found = await self.incoming.get()
        if isinstance(found, Exception):
            raise found
        return found

    async def write(self, message: bytes, /) -> None:
        """Note it."""
        if self.is_stuck:
            await asyncio.Event().wait()
        self.written.append(message)


class Line:
    """A connection that runs."""

    def __init__(self, config: NetConfig = NetConfig()) -> None:  # noqa: B008 - it is frozen
        self.stream, self.intake = Stream(), Intake()
        self.penalties: list[int] = []
        self.connection = Connection(
            PEER, "127.0.0.1", self.stream, SystemClock(), config, is_outbound=False
        )

    def note(self, peer: PeerId, points: int, reason: str) -> None:
        """A penalty."""
        self.penalties.append(points)

    async def run(self) -> str:
        """Until it ends."""
        return await asyncio.wait_for(self.connection.run(self.intake, self.note), 5)


def test_packets_come_in_until_the_peer_leaves() -> None:
    """What is read is handed in under the peer's name, and the end has a reason."""

    async def story() -> None:
        line = Line()
        for item in (VOTE, VOTE, aio.EOF):
            line.stream.incoming.put_nowait(item)
        assert await line.run() == "the peer left"
        assert await line.intake.get() == Packet(PEER, Channel.CONSENSUS, b"vote")
        assert line.connection.received_bytes == 2 * len(VOTE)
        assert not line.connection.send(Channel.CONSENSUS, b"late")

    run(story)


@pytest.mark.parametrize(
    ("item", "reason", "penalties"),
    [
        (encode_goodbye("tired"), "the peer says: tired", []),
        (b"\xff\xff", "expected a frame", [25]),
        (b"", "expected a frame with content", [25]),
        (aio.UsageError("gone"), "the stream broke: gone", []),
    ],
)
def test_every_end_has_a_reason(item: object, reason: str, penalties: list[int]) -> None:
    """A goodbye, nonsense or a broken stream; only nonsense costs points."""

    async def story() -> None:
        line = Line()
        line.stream.incoming.put_nowait(item)
        assert (await line.run()).startswith(reason)
        assert line.penalties == penalties

    run(story)


def test_who_closes_says_why() -> None:
    """The last frame that is written is a goodbye with the reason."""

    async def story() -> None:
        line = Line()
        line.connection.send(Channel.BLOCK, b"block")
        running = asyncio.create_task(line.run())
        await asyncio.sleep(0.01)
        line.connection.close("enough")
        line.connection.close("second thoughts")
        assert await running == "enough"
        assert decode_frame(line.stream.written[-1]).goodbye.reason == "enough"
        assert len(line.stream.written) == 2

    run(story)


def test_a_peer_that_takes_no_frame_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that does not end in time ends the connection."""
    monkeypatch.setattr(connection, "WRITE_S", 0.05)
    monkeypatch.setattr(connection, "GOODBYE_S", 0.05)

    async def story() -> None:
        line = Line()
        line.stream.is_stuck = True
        line.connection.send(Channel.BLOCK, b"block")
        assert (await line.run()).startswith("the peer has not read for")

    run(story)


def test_full_queues_drop_and_only_unread_votes_disconnect() -> None:
    """Transactions are dropped; votes that nobody reads end the connection."""

    async def story() -> None:
        line = Line()
        for channel in (Channel.TRANSACTION, Channel.CONSENSUS):
            assert not line.connection.is_closing
            for _ in range(ROOMS[channel].messages_max):
                assert line.connection.send(channel, b"x")
            assert not line.connection.send(channel, b"x")
        assert line.connection.is_closing
        assert await line.run() == "CONSENSUS is not read"

    run(story)


def test_over_the_rate_words_are_dropped_and_bulk_waits() -> None:
    """Votes over the rate cost a point each; parts come late and cost nothing."""

    async def story() -> None:
        slow = Rate(10, 1_000_000, burst_s=1)
        rates = {**RATES, Channel.CONSENSUS: slow, Channel.PROPOSAL: slow}
        line = Line(replace(NetConfig(), rates=rates))
        for channel in (Channel.CONSENSUS, Channel.PROPOSAL):
            frame = encode_traffic([(channel, b"x")] * 13)
            line.stream.incoming.put_nowait(frame)
        line.stream.incoming.put_nowait(aio.EOF)
        start = SystemClock().now_ms()
        await line.run()
        assert SystemClock().now_ms() - start >= 250
        assert line.penalties == [1, 1, 1]
        heard = [await line.intake.get() for _ in range(23)]
        kinds = [packet.channel for packet in heard if isinstance(packet, Packet)]
        assert kinds == [Channel.CONSENSUS] * 10 + [Channel.PROPOSAL] * 13

    run(story)


def test_a_full_intake_stops_reading_and_news_pass() -> None:
    """Reading waits while too much waits to be handled; connections are told at once."""

    async def story() -> None:
        intake = Intake()
        for _ in range(PACKETS_MAX):
            await intake.put(Packet(PEER, Channel.BLOCK, b""))
        waiting = asyncio.ensure_future(intake.put(Packet(PEER, Channel.BLOCK, b"last")))
        intake.put_news(PeerConnected(PEER))
        await asyncio.sleep(0.01)
        assert not waiting.done()
        for _ in range(2):
            await intake.get()
        await asyncio.wait_for(waiting, 1)

    run(story)


def test_the_time_of_a_connection_is_the_clocks() -> None:
    """When it began is known, to tell simultaneous dials from later ones."""

    async def story() -> None:
        before = SystemClock().now_ms()
        assert before <= Line().connection.since_ms <= Milliseconds(before + 1_000)

    run(story)
