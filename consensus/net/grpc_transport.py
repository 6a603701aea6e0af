"""
The Transport over gRPC: peers by identity, each with one stream, in one event loop.

    dial -> Dialer ---+
                      +--> Roster.admit -> Connection.run -> Intake -> receive
    port -> Listener -+

Everything lives in the event loop that `start` was called in: gRPC's asyncio may not be used from
two (grpc/grpc#42357). `send` never waits, and nothing is locked while something is pushed.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass

from grpc import aio

from chain.types.primitives import Milliseconds
from consensus.host.clock import Clock
from consensus.net.address import PeerAddress
from consensus.net.config import NetConfig
from consensus.net.connection import STREAM_ERRORS, Connection, Intake, Stream, words_of
from consensus.net.dialer import Dialer, DialFailed
from consensus.net.frames import encode_goodbye
from consensus.net.handshake import Greeting, Terms, encode_welcome
from consensus.net.identity import NodeKey
from consensus.net.listener import Listener
from consensus.net.peers import PeerScores
from consensus.net.roster import Occupation, Refused, Roster
from consensus.net.transport import (
    Channel,
    PeerConnected,
    PeerDisconnected,
    PeerId,
    TransportEvent,
)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PeerInfo:
    """What is known of a connection, for people."""

    peer: PeerId
    ip: str
    is_outbound: bool
    since_ms: Milliseconds
    sent_bytes: int
    received_bytes: int
    points: int


def _nobody(address: PeerAddress) -> None:
    """Leave it."""


class GrpcTransport:
    """
    Connections to peers; `start` is called once.

    `on_address` hears where a peer that dialled says it can be dialled itself.
    """

    def __init__(
        self,
        key: NodeKey,
        terms: Terms,
        config: NetConfig,
        clock: Clock,
        scores: PeerScores | None = None,
        on_address: Callable[[PeerAddress], None] = _nobody,
    ) -> None:
        self._key, self._terms, self._config, self._clock = key, terms, config, clock
        self._scores = scores or PeerScores(clock, config.ban_s, config.own_peers)
        self._on_address = on_address
        self._roster: Roster[Connection] = Roster(key.identity, config)
        self._listener = Listener(key, terms, config, self._serve)
        self._intake = Intake()
        self._runs: set[asyncio.Task[None]] = set()
        self._is_stopped = False

    # Transport.

    @property
    def identity(self) -> PeerId:
        """This node's own identity."""
        return self._key.identity

    def peers(self) -> tuple[PeerId, ...]:
        """Connected peers, sorted."""
        return self._roster.peers()

    def send(self, peer: PeerId, channel: Channel, data: bytes) -> bool:
        """Queue bytes for a peer; False when it is gone or its queue is full."""
        connection = self._roster.get(peer)
        return connection is not None and connection.send(channel, data)

    async def receive(self) -> TransportEvent:
        """Wait for the next event of any peer."""
        return await self._intake.get()

    def penalise(self, peer: PeerId, points: int, reason: str) -> None:
        """Count a fault against a peer; BAN_POINTS disconnect and ban it."""
        log.debug("peer %s: %d points for %s", peer, points, reason)
        if self._scores.penalise(peer, points):
            log.warning("peer %s is disconnected: %s", peer, reason)
            self.disconnect(peer, reason)

    # What dialling and people need.

    @property
    def port(self) -> int:
        """The port that is listened on, known once started."""
        return self._listener.port

    @property
    def address(self) -> PeerAddress:
        """Where this node listens; not always where others see it."""
        return PeerAddress(self.identity, self._config.host, self.port)

    @property
    def scores(self) -> PeerScores:
        """Points and bans."""
        return self._scores

    def occupation(self) -> Occupation:
        """Places taken by peers that are not the operator's own."""
        return self._roster.occupation()

    def connections(self) -> tuple[PeerInfo, ...]:
        """What is known of each connection, by peer."""
        found = [(peer, self._roster.get(peer)) for peer in self.peers()]
        return tuple(
            PeerInfo(
                peer,
                link.ip,
                link.is_outbound,
                link.since_ms,
                link.sent_bytes,
                link.received_bytes,
                self._scores.points(peer),
            )
            for peer, link in found
            if link is not None
        )

    def disconnect(self, peer: PeerId, reason: str) -> None:
        """End the connection to a peer, if there is one."""
        connection = self._roster.get(peer)
        if connection is not None:
            connection.close(reason)

    async def start(self) -> None:
        """Listen. Raises OSError where the port is taken."""
        await self._listener.start()
        log.info("listening for peers at %s", self.address)

    async def stop(self) -> None:
        """End every connection and listen no more; again does nothing."""
        self._is_stopped = True
        for peer in self.peers():
            self.disconnect(peer, "the node stops")
        runs = list(self._runs)
        if runs:
            await asyncio.wait(runs, timeout=2)
        for run in runs:
            run.cancel()
        await asyncio.gather(*runs, return_exceptions=True)
        await self._listener.stop()

    async def dial(self, address: PeerAddress) -> PeerId:
        """Connect to a peer; returns who it is once it can be sent to. Raises DialFailed."""
        wanted = address.identity
        if wanted is not None and self._scores.is_banned(wanted):
            raise DialFailed(address, "it is banned")
        port = self.port if self._config.pex else 0
        dialer = Dialer(self._key, self._terms, port, self._config.external_address)
        dialled = await dialer.dial(address)
        connection = self._connection(dialled.peer, dialled.ip, dialled.stream, is_outbound=True)
        try:
            self._admit(connection)
        except Refused as error:
            await dialled.channel.close(None)
            raise DialFailed(address, str(error)) from error
        run = asyncio.create_task(self._live_dialled(connection, dialled.channel))
        self._runs.add(run)
        run.add_done_callback(self._runs.discard)
        return dialled.peer

    # Connections.

    async def _serve(self, greeting: Greeting, ip: str, stream: Stream) -> None:
        """A stream whose dialer has proven who it is, until it ends."""
        connection = self._connection(greeting.identity, ip, stream, is_outbound=False)
        try:
            self._admit(connection)
        except Refused as error:
            log.info("peer %s at %s is refused: %s", greeting.identity, ip, error)
            await stream.write(encode_goodbye(str(error)))
            return
        self._tell_address(greeting, ip)
        await self._live(connection, encode_welcome())

    def _connection(
        self, peer: PeerId, ip: str, stream: Stream, *, is_outbound: bool
    ) -> Connection:
        return Connection(peer, ip, stream, self._clock, self._config, is_outbound=is_outbound)

    def _admit(self, connection: Connection) -> None:
        """Take a connection and tell of it. Raises Refused."""
        if self._is_stopped:
            raise Refused("the node stops")
        if self._scores.is_banned(connection.peer):
            raise Refused("you are banned for a while")
        older = self._roster.admit(connection)
        if older is not None:
            older.close("a newer connection takes its place")
            self._intake.put_news(PeerDisconnected(connection.peer))
        self._intake.put_news(PeerConnected(connection.peer))
        log.info("peer %s at %s is connected", connection.peer, connection.ip)

    async def _live(self, connection: Connection, first: bytes | None = None) -> None:
        """An admitted connection until its end."""
        reason = "the peer ended the stream"
        try:
            if first is not None:
                await connection.stream.write(first)
            reason = await connection.run(self._intake, self.penalise)
        except STREAM_ERRORS as error:
            reason = words_of(error)
        finally:
            if self._roster.remove(connection):
                self._intake.put_news(PeerDisconnected(connection.peer))
            log.info("peer %s is disconnected: %s", connection.peer, reason)

    async def _live_dialled(self, connection: Connection, channel: aio.Channel) -> None:
        try:
            await self._live(connection)
        finally:
            await channel.close(None)

    def _tell_address(self, greeting: Greeting, ip: str) -> None:
        """Say where a peer that dialled can be dialled: where it says, or whence it came."""
        external = greeting.external_address
        if greeting.listen_port and external is not None:
            self._on_address(PeerAddress(greeting.identity, external.host, external.port))
        elif greeting.listen_port:
            self._on_address(PeerAddress(greeting.identity, ip, greeting.listen_port))
