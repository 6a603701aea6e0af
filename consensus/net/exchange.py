"""
Peers tell each other of peers: a question, one answer, and not often.

    connected -> PeerRequest -> PeerResponse (at most 100 addresses) -> AddressBook

Never told: private peers, and those that are banned. Never taken: answers without a question,
hosts that are no public IP addresses, oneself.
"""

from collections.abc import Callable
from typing import Final

from chain.errors import Malformed
from chain.types.primitives import Milliseconds
from consensus.host.clock import Clock
from consensus.net.address import parse_address
from consensus.net.address_book import AddressBook
from consensus.net.config import NetConfig
from consensus.net.messages import ADDRESSES_MAX, Codec, PeerRequest, PeerResponse
from consensus.net.peers import UNASKED_POINTS, PeerScores
from consensus.net.transport import Channel, Packet, PeerId, Transport

ANSWER_MS: Final = 10_000  # least time between two answers to one peer
ASK_MS: Final = 60_000  # time between questions to a peer, while more peers are wanted


class PeerExchange:
    """Reactor of the channel PEERS; idle without `config.pex`."""

    channels = (Channel.PEERS,)

    def __init__(
        self,
        transport: Transport,
        book: AddressBook,
        scores: PeerScores,
        config: NetConfig,
        clock: Clock,
        codec: Codec,
        wants_more: Callable[[], bool] = lambda: True,
    ) -> None:
        self._transport, self._book, self._scores = transport, book, scores
        self._config, self._clock, self._codec = config, clock, codec
        self._wants_more = wants_more
        self._asked_ms: dict[PeerId, Milliseconds] = {}
        self._open: set[PeerId] = set()  # peers that owe an answer
        self._answered_ms: dict[PeerId, Milliseconds] = {}

    def connected(self, peer: PeerId) -> None:
        """Ask a new peer whom it knows."""
        if self._config.pex and self._wants_more():
            self._ask(peer)

    def disconnected(self, peer: PeerId) -> None:
        """Forget what it owes, not when it was answered: redialling gains it nothing."""
        self._asked_ms.pop(peer, None)
        self._open.discard(peer)
        while len(self._answered_ms) > ADDRESSES_MAX * 10:
            del self._answered_ms[next(iter(self._answered_ms))]

    def tick(self) -> None:
        """Ask again, now and then, while more peers are wanted."""
        if not self._config.pex or not self._wants_more():
            return
        now_ms = self._clock.now_ms()
        for peer in self._transport.peers():
            if now_ms - self._asked_ms.get(peer, now_ms) >= ASK_MS:
                self._ask(peer)

    def handle(self, packet: Packet) -> None:
        """Answer a question or take an answer. Raises Malformed."""
        message = self._codec.decode(packet.channel, packet.data)
        if isinstance(message, PeerRequest):
            self._answer(packet.peer)
        elif isinstance(message, PeerResponse):
            self._take(packet.peer, message)

    def _ask(self, peer: PeerId) -> None:
        self._asked_ms[peer] = self._clock.now_ms()
        if self._transport.send(peer, Channel.PEERS, self._codec.encode(PeerRequest())):
            self._open.add(peer)

    def _answer(self, peer: PeerId) -> None:
        now_ms = self._clock.now_ms()
        if now_ms - self._answered_ms.get(peer, Milliseconds(0)) < ANSWER_MS:
            self._transport.penalise(peer, UNASKED_POINTS, "asks for peers too often")
            return
        self._answered_ms.pop(peer, None)
        self._answered_ms[peer] = now_ms
        if not self._config.pex:
            return
        hidden = self._config.private_peer_ids | self._scores.bans().keys() | {peer}
        told = self._book.sample(ADDRESSES_MAX, hidden)
        answer = PeerResponse(tuple(str(address) for address in told))
        self._transport.send(peer, Channel.PEERS, self._codec.encode(answer))

    def _take(self, peer: PeerId, response: PeerResponse) -> None:
        if peer not in self._open:
            self._transport.penalise(peer, UNASKED_POINTS, "tells of peers unasked")
            return
        self._open.discard(peer)
        addresses = [parse_address(text) for text in response.addresses]
        if any(address.identity is None for address in addresses):
            raise Malformed("expected addresses with identities")
        for address in addresses:
            if address.identity is not None and not self._scores.is_banned(address.identity):
                self._book.add(address, peer)
