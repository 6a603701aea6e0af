"""
One authenticated stream to a peer: what is read is metered and handed in, what waits is written.

    Outbox --frames--> stream.write            stream.read --frames--> Meter --> Intake

It ends when either side closes, the peer stops reading, floods or sends no frames, or `close`
says so; the reason is kept.
"""

import asyncio
import logging
from collections.abc import Callable
from typing import Any, Final, Protocol

import grpc

from chain.errors import Malformed
from chain.types.primitives import Milliseconds
from consensus.host.clock import Clock
from consensus.net.config import BULK, NetConfig
from consensus.net.frames import (
    decode_frame,
    encode_goodbye,
    encode_traffic,
    messages_of,
    reason_of,
)
from consensus.net.outbox import Outbox
from consensus.net.peers import FLOOD_POINTS, MALFORMED_POINTS
from consensus.net.rates import Meter
from consensus.net.transport import (
    Channel,
    Packet,
    PeerConnected,
    PeerDisconnected,
    PeerId,
    TransportEvent,
)

WRITE_S: Final = 20.0  # seconds that a peer may take to accept one frame
GOODBYE_S: Final = 1.0  # seconds for the last word
PACKETS_MAX: Final = 512  # packets of all peers that wait to be handled; then reading waits

# What gRPC raises for a stream that is over.
STREAM_ERRORS: Final = (grpc.RpcError, grpc.aio.BaseError, asyncio.InvalidStateError)

log = logging.getLogger(__name__)


class Stream(Protocol):
    """Either end of a gRPC stream of bytes."""

    async def read(self) -> Any:
        """The next message's bytes, or grpc.aio.EOF."""

    async def write(self, message: bytes, /) -> None:
        """Return when the transport has taken the message."""


class Intake:
    """
    Events of all peers in the order in which they came.

    When PACKETS_MAX wait, connections read no further and TCP slows their peers down. News of
    connections never wait.
    """

    def __init__(self) -> None:
        self._events: asyncio.Queue[TransportEvent] = asyncio.Queue()
        self._emptied = asyncio.Event()

    async def put(self, packet: Packet) -> None:
        """Add a packet, when there is room."""
        while self._events.qsize() >= PACKETS_MAX:
            self._emptied.clear()
            await self._emptied.wait()
        self._events.put_nowait(packet)

    def put_news(self, news: PeerConnected | PeerDisconnected) -> None:
        """Add news of a connection."""
        self._events.put_nowait(news)

    async def get(self) -> TransportEvent:
        """Wait for the next event."""
        event = await self._events.get()
        self._emptied.set()
        return event


class Connection:
    """A stream whose other end has proven who it is."""

    def __init__(
        self,
        peer: PeerId,
        ip: str,
        stream: Stream,
        clock: Clock,
        config: NetConfig,
        *,
        is_outbound: bool,
    ) -> None:
        self.peer, self.ip, self.is_outbound = peer, ip, is_outbound
        self.since_ms: Milliseconds = clock.now_ms()
        self.sent_bytes = self.received_bytes = 0
        self.stream, self._clock = stream, clock
        self._outbox = Outbox()
        self._meter = Meter(config.rates, self.since_ms)
        self._closing: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    def send(self, channel: Channel, data: bytes) -> bool:
        """Queue a message; False when it is closing or there is no room."""
        if self._closing.done():
            return False
        if self._outbox.put(channel, data):
            return True
        if self._outbox.is_stuck:
            self.close(f"{channel.name} is not read")
        return False

    def close(self, reason: str) -> None:
        """End the connection soon; the first reason counts."""
        if not self._closing.done():
            self._closing.set_result(reason)

    @property
    def is_closing(self) -> bool:
        """Whether the connection is about to end."""
        return self._closing.done()

    async def run(self, intake: Intake, penalise: Callable[[PeerId, int, str], None]) -> str:
        """Read and write until the end; return why it ended."""
        work = [
            asyncio.ensure_future(self._read(intake, penalise)),
            asyncio.ensure_future(self._write()),
        ]
        try:
            done, _ = await asyncio.wait(
                [*work, self._closing], return_when=asyncio.FIRST_COMPLETED
            )
            for task in work:
                if task in done:
                    self.close(task.result())
        finally:
            for task in work:
                task.cancel()
            await asyncio.gather(*work, return_exceptions=True)
            self.close("the node stops")
        await self._say_goodbye(self._closing.result())
        return self._closing.result()

    async def _read(self, intake: Intake, penalise: Callable[[PeerId, int, str], None]) -> str:
        """Take frames in until the stream ends; return why."""
        while True:
            try:
                data = await self.stream.read()
            except STREAM_ERRORS as error:
                return f"the stream broke: {words_of(error)}"
            if not isinstance(data, bytes):
                return "the peer left"
            self.received_bytes += len(data)
            try:
                frame = decode_frame(data)
                if frame.WhichOneof("content") == "goodbye":
                    return f"the peer says: {reason_of(frame)}"
                messages = messages_of(frame)
            except Malformed as error:
                penalise(self.peer, MALFORMED_POINTS, str(error))
                return str(error)
            for channel, content in messages:
                if await self._passes(channel, content, penalise):
                    await intake.put(Packet(self.peer, channel, content))

    async def _passes(
        self, channel: Channel, content: bytes, penalise: Callable[[PeerId, int, str], None]
    ) -> bool:
        """Whether a message is within its channel's rate; bulk, which was asked for, waits."""
        while wait_ms := self._meter.wait_ms(channel, len(content), self._clock.now_ms()):
            if channel not in BULK:
                penalise(self.peer, FLOOD_POINTS, f"too much on {channel.name}")
                return False
            await self._clock.sleep_ms(Milliseconds(wait_ms))
        return True

    async def _write(self) -> str:
        """Write what waits, as frames; return why it ended."""
        while True:
            await self._outbox.wait()
            if taken := self._outbox.take():
                data = encode_traffic(taken)
                try:
                    async with asyncio.timeout(WRITE_S):  # wait_for could swallow a cancel
                        await self.stream.write(data)
                except TimeoutError:
                    return f"the peer has not read for {WRITE_S:.0f} s"
                except STREAM_ERRORS as error:
                    return f"the stream broke: {words_of(error)}"
                self.sent_bytes += len(data)

    async def _say_goodbye(self, reason: str) -> None:
        """Say why; a dialer then waits for the end, for ending its channel would cut the word."""
        try:
            async with asyncio.timeout(GOODBYE_S):
                await self.stream.write(encode_goodbye(reason))
                while self.is_outbound and isinstance(await self.stream.read(), bytes):
                    pass
        except (TimeoutError, *STREAM_ERRORS) as error:
            log.debug("peer %s did not hear goodbye: %s", self.peer, words_of(error))


def words_of(error: BaseException) -> str:
    """What went wrong, in one line."""
    details = error.details() if isinstance(error, grpc.aio.AioRpcError) else str(error)
    return (details or type(error).__name__).splitlines()[0][:200]
