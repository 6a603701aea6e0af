"""Peers tell each other of peers."""

import asyncio
import random
from dataclasses import dataclass, field

import pytest

from chain.errors import Malformed
from consensus.host.clock import ManualClock
from consensus.net.address import PeerAddress
from consensus.net.address_book import AddressBook
from consensus.net.config import NetConfig
from consensus.net.exchange import ANSWER_MS, ASK_MS, PeerExchange
from consensus.net.memory import PacketHub
from consensus.net.messages import ADDRESSES_MAX, PeerRequest, PeerResponse, WireMessage
from consensus.net.peers import BAN_POINTS, UNASKED_POINTS, PeerScores
from consensus.net.transport import Channel, Packet, PeerId, TransportEvent
from tests.consensus.net.stage import CODEC, name

ME, PEER, PRIVATE, BANNED = name(1), name(2), name(3), name(4)


@dataclass
class Desk:
    """A PeerExchange whose words are noted."""

    pex: bool = True
    clock: ManualClock = field(default_factory=ManualClock)

    def __post_init__(self) -> None:
        config = NetConfig(pex=self.pex, private_peer_ids=frozenset([PRIVATE]))
        self.hub = PacketHub()
        self.transport, self.other = self.hub.join(ME), self.hub.join(PEER)
        self.hub.connect(ME, PEER)
        self.book = AddressBook(ME, random.Random(1))
        self.scores = PeerScores(self.clock, 60)
        self.exchange = PeerExchange(
            self.transport, self.book, self.scores, config, self.clock, CODEC
        )

    def hears(self, message: WireMessage, peer: PeerId = PEER) -> None:
        """A peer says something."""
        self.exchange.handle(Packet(peer, Channel.PEERS, CODEC.encode(message)))

    def said(self) -> list[WireMessage]:
        """What was sent to the peer since the last call."""
        found, events = [], self.other._events
        while not events.empty():
            event: TransportEvent = events.get_nowait()
            if isinstance(event, Packet):
                found.append(CODEC.decode(event.channel, event.data))
        return found

    def penalties(self) -> list[int]:
        """Points given."""
        return [points for *_, points, _ in self.hub.penalties]

    def pass_ms(self, span_ms: int) -> None:
        """Let time pass."""
        asyncio.run(self.clock.advance_ms(span_ms))


def address(number: int) -> PeerAddress:
    """Public address."""
    return PeerAddress(name(number), f"{number % 99 + 20}.{number // 99}.1.1", 26_656)


def test_a_new_peer_is_asked_and_its_answer_kept() -> None:
    """One question, one answer, and the addresses are in the book."""
    desk = Desk()
    desk.exchange.connected(PEER)
    assert desk.said() == [PeerRequest()]
    desk.hears(PeerResponse((str(address(50)), str(PeerAddress(name(51), "127.0.0.1", 1)))))
    assert [entry.address for entry in desk.book.entries()] == [address(50)]
    assert desk.book.entries()[0].source == PEER


def test_who_asks_is_told_but_not_of_private_or_banned_peers() -> None:
    """A sentry never tells of its validator, and nobody of the banned or of the asker itself."""
    desk = Desk()
    for number in (2, 3, 4, 50):
        desk.book.add(address(number), name(9))
    desk.scores.penalise(BANNED, BAN_POINTS)
    desk.hears(PeerRequest())
    assert desk.said() == [PeerResponse((str(address(50)),))]


def test_answers_are_bounded() -> None:
    """A full book is told in part."""
    desk = Desk()
    for number in range(100, 400):
        desk.book.add(address(number), name(number))
    desk.hears(PeerRequest())
    (answer,) = desk.said()
    assert isinstance(answer, PeerResponse)
    assert len(answer.addresses) == ADDRESSES_MAX


def test_questions_too_often_cost_points() -> None:
    """Once in ten seconds; leaving and coming back does not reset it."""
    desk = Desk()
    desk.hears(PeerRequest())
    desk.exchange.disconnected(PEER)
    desk.hears(PeerRequest())
    assert len(desk.said()) == 1
    assert desk.penalties() == [UNASKED_POINTS]
    desk.pass_ms(ANSWER_MS)
    desk.hears(PeerRequest())
    assert len(desk.said()) == 1


def test_answers_nobody_asked_for_cost_points() -> None:
    """A second answer to one question is not taken."""
    desk = Desk()
    desk.exchange.connected(PEER)
    desk.hears(PeerResponse(()))
    desk.hears(PeerResponse((str(address(50)),)))
    assert desk.penalties() == [UNASKED_POINTS]
    assert len(desk.book) == 0


@pytest.mark.parametrize("text", ["nonsense", "8.8.8.8:1", f"{name(7)}@8.8.8.8:0"])
def test_addresses_that_are_none_are_nonsense(text: str) -> None:
    """One wrong address and the answer is refused whole."""
    desk = Desk()
    desk.exchange.connected(PEER)
    with pytest.raises(Malformed):
        desk.hears(PeerResponse((str(address(50)), text)))
    assert len(desk.book) == 0


def test_questions_are_repeated_slowly() -> None:
    """While more peers are wanted, each is asked once a minute."""
    desk = Desk()
    desk.exchange.connected(PEER)
    for _ in range(5):
        desk.exchange.tick()
    desk.pass_ms(ASK_MS)
    desk.exchange.tick()
    assert desk.said() == [PeerRequest()] * 2


def test_without_pex_nothing_is_asked_or_told() -> None:
    """A validator behind sentries neither learns nor tells addresses."""
    desk = Desk(pex=False)
    desk.book.add(address(50), name(9))
    desk.exchange.connected(PEER)
    desk.exchange.tick()
    desk.hears(PeerRequest())
    assert desk.said() == []
