"""
Payloads on their way here: from whom, what is missing, and whom to ask next.

    announced -> Transfer: asks its source for parts, 16 under way at once
                  |-- compact: fill from the pool, ask for the rest, join
                  |-- nothing for a while: the next source, missing parts only
                  +-- whole -> on_whole(transfer, payload)

A transfer is named by channel and root, and everyone who announced the root is a source. A
source that stalls delays, and cannot prevent: the next one is asked. Bounded: transfers that
one peer opened, and bytes of all; where those pass the limit, the peer with most of them pays.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from chain.errors import Invalid
from chain.types.certificate import Certificate, ProposalMessage
from chain.types.primitives import Hash32, Milliseconds
from consensus.net.compact import CompactFill, CompactPayload, PayloadCodec, TransactionSource
from consensus.net.messages import (
    PART_INDEXES_MAX,
    TRANSACTION_INDEXES_MAX,
    PartRequest,
    Pushed,
    TransactionReply,
    TransactionRequest,
)
from consensus.net.parts import Manifest, Part, PartAssembler, PartSet
from consensus.net.transport import Channel, PeerId

PUSHED_PARTS: Final = 4  # parts that an announcer with the payload sends unasked, 256 KiB
WINDOW_PARTS: Final = 16  # parts of one transfer under way at once, 1 MiB
STALL_MS: Final = 500  # silence after which the next source is asked; doubles with each try
STALL_DOUBLINGS_MAX: Final = 3  # at most 4 s
TRIES_MAX: Final = 12  # questions into the void after which a transfer is given up
PEER_TRANSFERS_MAX: Final = 8  # transfers on one channel that one peer may open
CLAIMS_OF_PEER_MAX: Final = 4  # proposals that one peer may connect with one payload
ANNOUNCED_MAX: Final = 512  # roots remembered as announced, fetched or not
TRANSFERS_BYTES_MAX: Final = 64 * 2**20  # 64 MiB held by unfinished transfers of a channel

Claim = ProposalMessage | Certificate
Ask = Callable[[PeerId, Channel, PartRequest | TransactionRequest], object]


@dataclass(slots=True)
class Transfer:
    """One payload on its way."""

    channel: Channel
    manifest: Manifest
    opener: PeerId
    deadline_ms: int
    parts: PartAssembler
    claims: dict[Claim, list[PeerId]] = field(default_factory=dict)  # who announced what
    sources: list[PeerId] = field(default_factory=list)
    source: PeerId | None = None
    under_way: dict[int, None] = field(default_factory=dict)  # parts asked for
    fill: CompactFill | None = None
    tries: int = 0

    @property
    def held_bytes(self) -> int:
        """Bytes that are here already."""
        return self.parts.held_bytes + (0 if self.fill is None else self.fill.held_bytes)

    def claim(self, what: Claim, peer: PeerId) -> None:
        """Note that a peer says: this payload is the block of that proposal or certificate."""
        made = sum(peer in peers for peers in self.claims.values())
        peers = self.claims.get(what)
        if made < CLAIMS_OF_PEER_MAX and (peers is None or peer not in peers):
            self.claims.setdefault(what, []).append(peer)
        if peer not in self.sources:
            self.sources.append(peer)


@dataclass(frozen=True, slots=True)
class Filling:
    """What compact payloads are filled with."""

    codec: PayloadCodec
    source: TransactionSource


class Transfers:
    """
    All payloads on their way on one channel.

    `ask` sends a question; `on_whole` takes what is complete. Methods that take peers' bytes
    raise Invalid for what no honest peer sends.
    """

    def __init__(
        self,
        channel: Channel,
        ask: Ask,
        on_whole: Callable[[Transfer, bytes], None],
        filling: Filling | None = None,
        bytes_max: int = TRANSFERS_BYTES_MAX,
    ) -> None:
        self._channel, self._ask, self._on_whole = channel, ask, on_whole
        self._filling, self._bytes_max = filling, bytes_max
        self._open: dict[Hash32, Transfer] = {}
        self._announced: OrderedDict[Hash32, None] = OrderedDict()

    def __len__(self) -> int:
        return len(self._open)

    @property
    def held_bytes(self) -> int:
        """Bytes of all unfinished transfers."""
        return sum(transfer.held_bytes for transfer in self._open.values())

    def note(self, root: Hash32) -> None:
        """Remember that a root was announced, whether it is fetched or not."""
        self._announced[root] = None
        self._announced.move_to_end(root)
        if len(self._announced) > ANNOUNCED_MAX:
            self._announced.popitem(last=False)

    def was_announced(self, root: Hash32) -> bool:
        """Whether an honest peer may be sending pieces of a root."""
        return root in self._announced

    def announce(
        self,
        manifest: Manifest,
        claim: Claim,
        peer: PeerId,
        *,
        pushed: Pushed,
        now_ms: Milliseconds,
    ) -> None:
        """A peer can give a payload that is not here; what is `pushed` comes unasked."""
        transfer = self._open.get(manifest.root)
        if transfer is not None:
            transfer.claim(claim, peer)
            return
        opened = sum(other.opener == peer for other in self._open.values())
        if opened >= PEER_TRANSFERS_MAX:
            return
        deadline_ms = now_ms + STALL_MS
        transfer = Transfer(self._channel, manifest, peer, deadline_ms, PartAssembler(manifest))
        transfer.claim(claim, peer)
        transfer.source = peer
        self._open[manifest.root] = transfer
        if pushed is Pushed.PARTS:
            transfer.under_way = dict.fromkeys(range(min(PUSHED_PARTS, manifest.part_count)))
        if pushed is not Pushed.COMPACT or self._filling is None:
            self._ask_for_parts(transfer)

    def take_part(self, part: Part, now_ms: Milliseconds) -> None:
        """A part came; one that nobody waits for (any more) is left alone."""
        transfer = self._open.get(part.root)
        if transfer is None or not transfer.parts.add(part):
            return
        transfer.under_way.pop(part.index, None)
        self._progressed(transfer, now_ms)
        if transfer.parts.is_complete:
            self._finish(transfer, transfer.parts.payload())
        elif len(transfer.under_way) <= WINDOW_PARTS // 2:
            self._ask_for_parts(transfer)
        self._limit_bytes()

    def take_compact(self, compact: CompactPayload, peer: PeerId, now_ms: Milliseconds) -> None:
        """A payload told by hashes came: fill it from the pool and ask for what lacks."""
        transfer = self._open.get(compact.root)
        if transfer is None or self._filling is None or transfer.fill is not None:
            return
        if peer != transfer.source:
            return
        size_bytes = transfer.manifest.size_bytes
        filling = self._filling
        transfer.fill = CompactFill(compact, size_bytes, filling.codec, filling.source)
        transfer.under_way.clear()
        self._progressed(transfer, now_ms)
        self._go_on_filling(transfer, transfer.fill)
        self._limit_bytes()

    def take_transactions(
        self, reply: TransactionReply, peer: PeerId, now_ms: Milliseconds
    ) -> None:
        """Transactions came that a compact payload lacked."""
        transfer = self._open.get(reply.root)
        if transfer is None or transfer.fill is None or peer != transfer.source:
            return
        for index, transaction in reply.transactions:
            transfer.fill.add(index, transaction)
        self._progressed(transfer, now_ms)
        if not transfer.fill.missing():
            self._join(transfer, transfer.fill)
        self._limit_bytes()

    def disconnected(self, peer: PeerId) -> None:
        """A source is gone; those who still wait for it ask the next at once."""
        for transfer in list(self._open.values()):
            if peer in transfer.sources:
                transfer.sources.remove(peer)
            if transfer.source == peer:
                transfer.source, transfer.deadline_ms = None, 0

    def tick(self, now_ms: Milliseconds) -> None:
        """Ask the next source where the last one has been silent for too long."""
        for root, transfer in list(self._open.items()):
            if transfer.deadline_ms > now_ms:
                continue
            transfer.tries += 1
            if transfer.tries > TRIES_MAX or not transfer.sources:
                del self._open[root]
                continue
            doublings = min(transfer.tries, STALL_DOUBLINGS_MAX)
            transfer.deadline_ms = now_ms + (STALL_MS << doublings)
            self._ask_next(transfer)

    def drop(self, is_stale: Callable[[Claim], bool]) -> None:
        """Give up transfers of which every claim is stale: their height is decided."""
        for root, transfer in list(self._open.items()):
            if all(is_stale(claim) for claim in transfer.claims):
                del self._open[root]

    def _progressed(self, transfer: Transfer, now_ms: Milliseconds) -> None:
        transfer.deadline_ms, transfer.tries = now_ms + STALL_MS, 0

    def _ask_next(self, transfer: Transfer) -> None:
        """Turn to the next source in the order in which they announced."""
        sources = transfer.sources
        place = sources.index(transfer.source) + 1 if transfer.source in sources else 0
        transfer.source = sources[place % len(sources)]
        transfer.fill = None  # the next one may know nothing of this compact: fetch parts
        transfer.under_way.clear()
        self._ask_for_parts(transfer)

    def _ask_for_parts(self, transfer: Transfer) -> None:
        room = min(WINDOW_PARTS - len(transfer.under_way), PART_INDEXES_MAX)
        wanted = [i for i in transfer.parts.missing() if i not in transfer.under_way][:room]
        if wanted and transfer.source is not None:
            transfer.under_way.update(dict.fromkeys(wanted))
            request = PartRequest(transfer.manifest.root, tuple(wanted))
            self._ask(transfer.source, self._channel, request)

    def _go_on_filling(self, transfer: Transfer, fill: CompactFill) -> None:
        missing = fill.missing()
        if not missing:
            self._join(transfer, fill)
            return
        for start in range(0, len(missing), TRANSACTION_INDEXES_MAX):
            group = tuple(missing[start : start + TRANSACTION_INDEXES_MAX])
            if transfer.source is not None:
                request = TransactionRequest(transfer.manifest.root, group)
                self._ask(transfer.source, self._channel, request)

    def _join(self, transfer: Transfer, fill: CompactFill) -> None:
        """Join what was filled; where it is not the payload of the root, fetch the parts."""
        try:
            payload = fill.joined()
            found = len(payload) == transfer.manifest.size_bytes and PartSet(payload).manifest
        except Invalid:
            found = False
        transfer.fill = None
        if found == transfer.manifest:
            self._finish(transfer, payload)
        else:
            self._ask_for_parts(transfer)

    def _finish(self, transfer: Transfer, payload: bytes) -> None:
        del self._open[transfer.manifest.root]
        self._on_whole(transfer, payload)

    def _limit_bytes(self) -> None:
        while self.held_bytes > self._bytes_max:
            held: dict[PeerId, int] = {}
            for transfer in self._open.values():
                held[transfer.opener] = held.get(transfer.opener, 0) + transfer.held_bytes
            greediest = max(sorted(held), key=lambda peer: held[peer])
            roots = (r for r, transfer in self._open.items() if transfer.opener == greediest)
            del self._open[next(roots)]
