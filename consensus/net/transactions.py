"""
New transactions to everyone, in batches, never back to whom they came from.

    pool -> announce -> batch -> peers that are not known to have it
    peer -> batch -> check beside the loop, a few at a time -> sink.add -> announce

What a peer may be sent in a while is bounded below the rate it holds us to; beyond it
transactions wait, and when too many wait the oldest are left to the others to tell.
"""

import asyncio
import hashlib
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from chain.errors import (
    AuthorizationsInvalid,
    BlobsInvalid,
    ChainIdMismatch,
    FeeOverflow,
    FloorGasTooLow,
    InitcodeOversized,
    IntrinsicGasTooLow,
    Invalid,
    Malformed,
    NonceAtMaximum,
    SenderInvalid,
    SignatureInvalid,
    TipAboveFeeCap,
    TransactionOversized,
    TransactionTypeUnsupported,
    TransactionUnprotected,
)
from chain.params import TRANSACTION_BYTES_MAX
from consensus.net.messages import BATCH_MAX, Codec, TransactionBatch
from consensus.net.peers import TRANSACTION_INVALID_POINTS
from consensus.net.transport import Channel, Packet, PeerId, Transport

BATCH_BYTES_MAX: Final = 64 * 1_024  # of one message, unless one transaction is longer
KNOWN_MAX: Final = 16_384  # transactions that one peer is known to have
WAITING_MAX: Final = 8_192  # transactions that wait for one peer
WAITING_BYTES_MAX: Final = 4 * 2**20  # 4 MiB of them
BUDGET_BYTES: Final = 192 * 1_024  # to one peer in a tick of 100 ms: half of what it admits
BUDGET_BATCHES: Final = 20  # messages to one peer in a tick; it admits 50
GREETING_MAX: Final = 1_000  # transactions told to a new peer
INCOMING_MAX: Final = 8_192  # transactions that wait to be checked; more are dropped
INCOMING_BYTES_MAX: Final = 16 * 2**20  # 16 MiB of them
CHECKED_IN_A_ROW: Final = 8  # then other tasks get their turn

# What a transaction is whatever the state: no honest pool holds one to pass on. Other refusals
# (a nonce used since, a full pool, a price) may meet anyone and cost nothing.
HOPELESS: Final = (
    Malformed,
    TransactionTypeUnsupported,
    SignatureInvalid,
    SenderInvalid,
    ChainIdMismatch,
    TransactionUnprotected,
    TransactionOversized,
    InitcodeOversized,
    IntrinsicGasTooLow,
    FloorGasTooLow,
    TipAboveFeeCap,
    FeeOverflow,
    BlobsInvalid,
    AuthorizationsInvalid,
    NonceAtMaximum,
)


class TransactionSink(Protocol):
    """The pool, as gossip fills it."""

    def add(self, raw: bytes) -> bool:
        """
        Take a transaction; False when it is known or there is no room.

        Raises Invalid for one that breaks a rule.
        """

    def waiting(self, count: int) -> Sequence[bytes]:
        """Up to so many transactions that wait for a block, for a peer that is new."""


@dataclass(slots=True)
class _Peer:
    known: OrderedDict[bytes, None] = field(default_factory=OrderedDict)
    waiting: OrderedDict[bytes, bytes] = field(default_factory=OrderedDict)
    waiting_bytes: int = 0
    budget_bytes: int = BUDGET_BYTES
    budget_batches: int = BUDGET_BATCHES

    def knows(self, key: bytes) -> bool:
        """Whether it has a transaction; from now on it does."""
        if key in self.known:
            return True
        self.known[key] = None
        if len(self.known) > KNOWN_MAX:
            self.known.popitem(last=False)
        return False


class TransactionGossip:
    """Reactor of the channel TRANSACTION. `run` checks what comes in."""

    channels = (Channel.TRANSACTION,)

    def __init__(
        self,
        transport: Transport,
        sink: TransactionSink,
        codec: Codec,
        call_soon: Callable[[Callable[[], None]], object] | None = None,
    ) -> None:
        self._transport, self._sink, self._codec = transport, sink, codec
        self._call_soon = call_soon
        self._peers: dict[PeerId, _Peer] = {}
        self._incoming: deque[tuple[PeerId, bytes]] = deque()
        self._incoming_bytes = 0
        self._arrived = asyncio.Event()
        self._is_flushing = False

    def announce(self, raw: bytes) -> None:
        """Tell a transaction that this node's pool has taken; from the event loop only."""
        key = _key_of(raw)
        for peer in self._peers.values():
            if not peer.knows(key):
                _enqueue(peer, key, raw)
        self._flush_soon()

    async def run(self) -> None:
        """Check incoming transactions, a few at a time, until cancelled."""
        while True:
            await self._arrived.wait()
            for _ in range(CHECKED_IN_A_ROW):
                if not self._incoming:
                    self._arrived.clear()
                    break
                peer, raw = self._incoming.popleft()
                self._incoming_bytes -= len(raw)
                self._add(peer, raw)
            await asyncio.sleep(0)

    # Reactor.

    def connected(self, peer: PeerId) -> None:
        """Tell a new peer some of what waits."""
        state = self._peers[peer] = _Peer()
        for raw in self._sink.waiting(GREETING_MAX)[:GREETING_MAX]:
            if not state.knows(key := _key_of(raw)):
                _enqueue(state, key, raw)
        self._flush_soon()

    def disconnected(self, peer: PeerId) -> None:
        """Forget it."""
        self._peers.pop(peer, None)

    def tick(self) -> None:
        """Renew every peer's budget and send on."""
        for peer in self._peers.values():
            peer.budget_bytes, peer.budget_batches = BUDGET_BYTES, BUDGET_BATCHES
        self._flush()

    def handle(self, packet: Packet) -> None:
        """Take a batch to be checked. Raises Malformed."""
        message = self._codec.decode(packet.channel, packet.data)
        state = self._peers.get(packet.peer)
        if not isinstance(message, TransactionBatch) or state is None:
            return
        for raw in message.transactions:
            state.knows(key := _key_of(raw))
            if (dropped := state.waiting.pop(key, None)) is not None:
                state.waiting_bytes -= len(dropped)
            fits = self._incoming_bytes + len(raw) <= INCOMING_BYTES_MAX
            if fits and len(self._incoming) < INCOMING_MAX:
                self._incoming.append((packet.peer, raw))
                self._incoming_bytes += len(raw)
                self._arrived.set()

    # Inside.

    def _add(self, peer: PeerId, raw: bytes) -> None:
        try:
            is_new = self._sink.add(raw)
        except Invalid as error:
            if isinstance(error, HOPELESS):
                self._transport.penalise(peer, TRANSACTION_INVALID_POINTS, str(error))
            return
        if is_new:
            self.announce(raw)

    def _flush_soon(self) -> None:
        """Send once everything that is announced in this turn of the loop is."""
        if not self._is_flushing:
            self._is_flushing = True
            (self._call_soon or asyncio.get_running_loop().call_soon)(self._flush)

    def _flush(self) -> None:
        self._is_flushing = False
        for name in sorted(self._peers):
            peer = self._peers[name]
            while peer.waiting and peer.budget_bytes > 0 and peer.budget_batches > 0:
                batch = _next_batch(peer)
                data = self._codec.encode(TransactionBatch(batch))
                peer.budget_bytes -= len(data)
                peer.budget_batches -= 1
                if not self._transport.send(name, Channel.TRANSACTION, data):
                    break


def _enqueue(peer: _Peer, key: bytes, raw: bytes) -> None:
    if len(raw) > TRANSACTION_BYTES_MAX:
        return
    peer.waiting[key] = raw
    peer.waiting_bytes += len(raw)
    while len(peer.waiting) > WAITING_MAX or peer.waiting_bytes > WAITING_BYTES_MAX:
        _, oldest = peer.waiting.popitem(last=False)
        peer.waiting_bytes -= len(oldest)


def _next_batch(peer: _Peer) -> tuple[bytes, ...]:
    """Take the oldest that wait, as many as one message should have."""
    batch: list[bytes] = []
    size = 0
    while peer.waiting and len(batch) < BATCH_MAX:
        raw = next(iter(peer.waiting.values()))
        if batch and size + len(raw) > BATCH_BYTES_MAX:
            break
        peer.waiting.popitem(last=False)
        peer.waiting_bytes -= len(raw)
        batch.append(raw)
        size += len(raw)
    return tuple(batch)


def _key_of(raw: bytes) -> bytes:
    return hashlib.blake2b(raw, digest_size=16).digest()
