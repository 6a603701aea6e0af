"""Payloads on their way: questions, sources and limits."""

from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from chain.types.primitives import Milliseconds
from consensus.net.messages import PartRequest, Pushed, TransactionRequest
from consensus.net.parts import PART_BYTES, PartSet
from consensus.net.transfers import (
    PEER_TRANSFERS_MAX,
    PUSHED_PARTS,
    STALL_MS,
    TRIES_MAX,
    WINDOW_PARTS,
    Transfer,
    Transfers,
)
from consensus.net.transport import Channel, PeerId
from tests.consensus.net.stage import name, proposal

A, B, C = name(1), name(2), name(3)
START = Milliseconds(1_000)


def payload(parts: int, seed: int = 0) -> bytes:
    """Payload of so many parts, none equal."""
    return b"".join(bytes([seed, part, 0, 1]) * (PART_BYTES // 4) for part in range(parts))


@dataclass
class Desk:
    """Transfers that note what they ask and finish."""

    bytes_max: int = 2**26
    asked: list[tuple[PeerId, tuple[int, ...]]] = field(default_factory=list)
    whole: list[tuple[Transfer, bytes]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.transfers = Transfers(
            Channel.PROPOSAL,
            self._ask,
            lambda transfer, payload: self.whole.append((transfer, payload)),
            bytes_max=self.bytes_max,
        )

    def _ask(
        self, peer: PeerId, channel: Channel, question: PartRequest | TransactionRequest
    ) -> None:
        self.asked.append((peer, question.indexes))

    def announce(self, parts: PartSet, peer: PeerId, pushed: Pushed = Pushed.NOTHING) -> None:
        """A peer announces a payload."""
        claim = proposal(parts.payload[:100])
        self.transfers.announce(parts.manifest, claim, peer, pushed=pushed, now_ms=START)


def test_parts_are_asked_for_in_a_window() -> None:
    """At most 16 parts are under way; as they come, the next are asked for."""
    desk, parts = Desk(), PartSet(payload(40))
    desk.announce(parts, A)
    assert desk.asked == [(A, tuple(range(WINDOW_PARTS)))]
    for index in range(40):
        desk.transfers.take_part(parts.part(index), START)
    assert sorted(i for _, indexes in desk.asked for i in indexes) == list(range(40))
    assert desk.whole[0][1] == parts.payload
    assert len(desk.transfers) == 0


def test_pushed_parts_are_not_asked_for() -> None:
    """What comes unasked is waited for, the rest asked for at once."""
    desk, parts = Desk(), PartSet(payload(8))
    desk.announce(parts, A, Pushed.PARTS)
    assert desk.asked == [(A, tuple(range(PUSHED_PARTS, 8)))]


def test_silence_turns_to_the_next_source_and_ends() -> None:
    """Sources are asked in turn, ever more slowly, and after twelve tries no more."""
    desk, parts = Desk(), PartSet(payload(1))
    for peer in (A, B, C):
        desk.announce(parts, peer)
    now = START
    for _ in range(200):
        now = Milliseconds(now + STALL_MS)
        desk.transfers.tick(now)
    assert [peer for peer, _ in desk.asked] == ([A, B, C] * TRIES_MAX)[: TRIES_MAX + 1]
    assert len(desk.transfers) == 0


def test_progress_keeps_a_source() -> None:
    """A slow source that gives is not left."""
    desk, parts = Desk(), PartSet(payload(10))
    desk.announce(parts, A)
    desk.announce(parts, B)
    for index in range(10):
        desk.transfers.take_part(parts.part(index), Milliseconds(START + index * 400))
        desk.transfers.tick(Milliseconds(START + index * 400 + 399))
    assert {peer for peer, _ in desk.asked} == {A}
    assert len(desk.whole) == 1


def test_one_peer_opens_few_transfers() -> None:
    """A peer that announces without end opens eight; others are not kept from theirs."""
    desk = Desk()
    for number in range(50):
        desk.announce(PartSet(b"%d" % number), A)
    assert len(desk.transfers) == PEER_TRANSFERS_MAX
    desk.announce(PartSet(b"other"), B)
    assert len(desk.transfers) == PEER_TRANSFERS_MAX + 1


def test_memory_is_bounded_and_the_greediest_pays() -> None:
    """Above the limit the peer that opened most loses its oldest transfer, no one else."""
    desk = Desk(bytes_max=8 * PART_BYTES)
    honest = PartSet(payload(4, 9))
    desk.announce(honest, B)
    for index in range(3):
        desk.transfers.take_part(honest.part(index), START)
    for seed in range(4):
        parts = PartSet(payload(3, seed))
        desk.announce(parts, A)
        for index in range(2):
            desk.transfers.take_part(parts.part(index), START)
    assert desk.transfers.held_bytes <= 8 * PART_BYTES
    desk.transfers.take_part(honest.part(3), START)
    assert [whole for _, whole in desk.whole] == [honest.payload]


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_whatever_the_order_the_payload_becomes_whole(data: st.DataObject) -> None:
    """Parts in any order, repeated, with sources leaving: whole exactly once, right."""
    count = data.draw(st.integers(1, 30))
    desk, parts = Desk(), PartSet(payload(count))
    for peer in (A, B, C):
        desk.announce(parts, peer, data.draw(st.sampled_from(list(Pushed))))
    order = data.draw(st.permutations(range(count)))
    for index in order:
        if data.draw(st.booleans()):
            desk.transfers.take_part(parts.part(order[0]), START)
        if data.draw(st.integers(0, 9)) == 0:
            desk.transfers.disconnected(data.draw(st.sampled_from([A, B])))
            desk.transfers.tick(START)
        desk.transfers.take_part(parts.part(index), START)
    assert [whole for _, whole in desk.whole] == [parts.payload]
    assert desk.transfers.held_bytes == 0
