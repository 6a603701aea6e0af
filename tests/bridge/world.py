"""
Two chains in memory with a bridge each, whose proofs are real: what a relayer can be tried on.

    Chain.mine() --> final after `lag` blocks        Chain.reorganise(n) --> other blocks
    FakeEnd: the relayer's view; it may lose answers, lie, or be asked for what is not there

Packets are counted: `delivered` and `refunded` say how often, so "exactly once" can be asserted.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from eth_hash.auto import keccak

from bridge.contract import Function
from bridge.endpoint import AnswerInvalid, EndpointUnreachable
from bridge.ends import end as kinds
from bridge.ends.end import Call, EvmHeader, Happening, Head, Outcome, Trust
from bridge.packet_calls import ACKNOWLEDGE, DELIVER, RELEASE, TIMEOUT
from bridge.packets import (
    ACKNOWLEDGEMENTS_SLOT,
    COMMITMENTS_SLOT,
    RECEIPTS_SLOT,
    acknowledgement_commitment,
    packet_commitment,
    slot_of,
)
from bridge.records import Acknowledgement, End, Packet, StateProof
from chain.kit.abi import Uint64, abi_type, decode_sequence
from chain.state_proofs import verify_account, verify_slot
from chain.types.primitives import ZERO_HASH, Address, Hash32, Height, Seconds, Wei
from tests.bridge.rpc import refused
from tests.modules.bridge.sealing import State

ROUTE = Uint64(1)
START_S = 1_800_000_000
PERIOD_S = 100_000
PAYEE = Address(b"\x99" * 20)
UPDATE = Function("update", int)
SHAPES = {
    one.selector: (one.name, [abi_type(kind) for kind in shape])
    for one, shape in (
        (DELIVER, (Uint64, Packet, StateProof, Address)),
        (ACKNOWLEDGE, (Uint64, Packet, Acknowledgement, StateProof)),
        (TIMEOUT, (Uint64, Packet, StateProof)),
        (RELEASE, (Uint64, Packet)),
        (UPDATE, (int,)),
    )
}


class Refused(Exception):
    """The bridge says no."""


@dataclass(frozen=True)
class Block:
    """A block: its state and what happened in it."""

    height: Height
    time_s: Seconds
    hash: Hash32
    state: State
    books: Any
    happened: tuple[Any, ...]


@dataclass
class Books:
    """What a bridge keeps, copied into each block, so that a block can be taken back."""

    words: dict[int, int] = field(default_factory=lambda: {1: 1})
    trusted: dict[Height, tuple[Hash32, Seconds]] = field(default_factory=dict)
    delivered: Counter[int] = field(default_factory=Counter)
    refunded: Counter[int] = field(default_factory=Counter)
    settled: Counter[int] = field(default_factory=Counter)
    waiting: dict[int, Seconds] = field(default_factory=dict)
    last: int = 0

    def copy(self) -> "Books":
        """Return books of the same content."""
        parts = {name: getattr(self, name).copy() for name in ("words", "trusted", "waiting")}
        counts = {n: Counter(getattr(self, n)) for n in ("delivered", "refunded", "settled")}
        return replace(self, **parts, **counts)


class Chain:
    """A chain with a bridge on it."""

    def __init__(self, chain_id: int, lag: int = 0, delay_from: int = 10**9) -> None:
        self.place = End(chain_id, Address(bytes([chain_id % 256]) * 20), ROUTE)
        self.remote = self.place
        self.lag, self.books, self.blocks = lag, Books(), []
        self.time_s, self.is_open, self.forks = START_S, True, 0
        self.happened: list[Any] = []
        self.delay_from = delay_from
        self.mine()

    @property
    def final(self) -> Block:
        """The newest block that is final."""
        return self.blocks[max(0, len(self.blocks) - 1 - self.lag)]

    def mine(self, seconds: int = 1) -> Block:
        """Make a block of what was done."""
        self.time_s += seconds
        height = Height(len(self.blocks))
        last = self.blocks[-1] if self.blocks else None
        if last is not None and last.books.words == self.books.words:
            state = last.state  # tries take time
        else:
            state = State(self.place.bridge, self.books.words)
        seed = f"{self.place.chain_id} {height} {self.forks} {self.time_s}".encode()
        block = Block(
            height,
            Seconds(self.time_s),
            Hash32(keccak(seed + state.root)),
            state,
            self.books.copy(),
            tuple(replace(one, height=height) for one in self.happened),
        )
        self.blocks.append(block)
        self.happened = []
        return block

    def settle(self) -> None:
        """Let everything become final."""
        for _ in range(self.lag):
            self.mine()

    def reorganise(self, depth: int) -> None:
        """Take the newest blocks back, and make other ones without what was in them."""
        depth = min(depth, self.lag, len(self.blocks) - 1)
        del self.blocks[len(self.blocks) - depth :]
        self.books, self.happened = self.blocks[-1].books.copy(), []
        self.forks += 1
        for _ in range(depth):
            self.mine()

    def send(self, fee_wei: int = 10, timeout_s: int = 1_000, payload: bytes = b"10") -> int:
        """Send a packet in a block of its own; return its number."""
        number = self.books.last + 1
        self.books.last = number
        packet = Packet(Uint64(number), Seconds(self.time_s + timeout_s), payload)
        commitment = packet_commitment(self.place, self.remote, packet)
        self._write(COMMITMENTS_SLOT, number, commitment)
        self.happened.append(kinds.PacketSent(Height(0), packet, Wei(fee_wei)))
        self.mine()
        return number

    def do(self, data: bytes) -> None:
        """Execute a call; raises Refused with the refusal's name."""
        name, shape = SHAPES[data[:4]]
        getattr(self, f"_{name}")(*decode_sequence(shape, data[4:]))

    def _deliver(self, route: int, packet: Packet, proof: StateProof, payee: Address) -> None:
        if not self.is_open:
            raise Refused("RouteForbids")
        number = packet.sequence
        if self.books.words.get(slot_of(RECEIPTS_SLOT, ROUTE, number)):
            raise Refused("AlreadyReceived")
        if self.time_s >= packet.timeout_s:
            raise Refused("PacketExpired")
        commitment = packet_commitment(self.remote, self.place, packet)
        self._expect(proof, COMMITMENTS_SLOT, number, commitment)
        self._write(RECEIPTS_SLOT, number, commitment)
        self.happened.append(kinds.PacketReceived(Height(0), number))
        if int(packet.payload) >= self.delay_from:
            self.books.waiting[number] = Seconds(self.time_s + 50)
            self.happened.append(
                kinds.TransferDelayed(Height(0), number, self.books.waiting[number])
            )
            return
        self._answer(packet, payee)

    def _release(self, route: int, packet: Packet) -> None:
        if packet.sequence not in self.books.waiting:
            raise Refused("NothingWaits")
        if self.books.waiting[packet.sequence] > self.time_s:
            raise Refused("StillDelayed")
        del self.books.waiting[packet.sequence]
        self._answer(packet, PAYEE)

    def _answer(self, packet: Packet, payee: Address) -> None:
        number = packet.sequence
        self.books.delivered[number] += 1
        answer = Acknowledgement(True, payee, ZERO_HASH)
        commitment = packet_commitment(self.remote, self.place, packet)
        self._write(ACKNOWLEDGEMENTS_SLOT, number, acknowledgement_commitment(commitment, answer))
        self.happened.append(kinds.AnswerWritten(Height(0), number, answer))

    def _acknowledge(
        self, route: int, packet: Packet, answer: Acknowledgement, proof: StateProof
    ) -> None:
        commitment = self._own(packet)
        word = acknowledgement_commitment(commitment, answer)
        self._expect(proof, ACKNOWLEDGEMENTS_SLOT, packet.sequence, word)
        self._end(packet, self.books.settled)

    def _timeout(self, route: int, packet: Packet, proof: StateProof) -> None:
        self._own(packet)
        self._expect(proof, RECEIPTS_SLOT, packet.sequence, ZERO_HASH)
        if self.books.trusted[proof.height][1] < packet.timeout_s:
            raise Refused("NotTimedOut")
        self._end(packet, self.books.refunded)

    def _update(self, height: int) -> None:
        block = self.other.blocks[height]
        if block.height > self.other.final.height:
            raise Refused("HeaderRefused")
        if Height(height) in self.books.trusted:
            raise Refused("HeaderKnown")
        self.books.trusted[Height(height)] = (block.state.root, block.time_s)

    def _own(self, packet: Packet) -> Hash32:
        commitment = packet_commitment(self.place, self.remote, packet)
        slot = slot_of(COMMITMENTS_SLOT, ROUTE, packet.sequence)
        if self.books.words.get(slot) != int.from_bytes(commitment, "big"):
            raise Refused("UnknownPacket")
        return commitment

    def _end(self, packet: Packet, counter: Counter[int]) -> None:
        del self.books.words[slot_of(COMMITMENTS_SLOT, ROUTE, packet.sequence)]
        counter[packet.sequence] += 1
        self.happened.append(kinds.PacketSettled(Height(0), packet.sequence))

    def _expect(self, proof: StateProof, mapping: int, number: int, word: Hash32) -> None:
        if proof.height not in self.books.trusted:
            raise Refused("UnknownHeight")
        root = self.books.trusted[proof.height][0]
        account = verify_account(root, self.remote.bridge, proof.account_nodes)
        found = verify_slot(account, slot_of(mapping, ROUTE, number), proof.slot_nodes)
        if found != int.from_bytes(word, "big"):
            raise Refused("ProofContradicts")

    def _write(self, mapping: int, number: int, word: bytes) -> None:
        self.books.words[slot_of(mapping, ROUTE, number)] = int.from_bytes(word, "big")

    other: "Chain"


class FakeEnd:
    """A relayer's end on a chain in memory."""

    def __init__(self, chain: Chain) -> None:
        self.chain = chain
        self.loses = 0  # answers to submissions that are lost after they were executed
        self.silent = 0  # questions that nobody answers
        self.lies = False
        self.is_poor = False  # whether its key cannot pay for anything
        self.pruned = -1  # heights up to here have no state any more
        self.span_max = 10**9  # blocks that one question for logs may cover
        self.submitted: list[str] = []

    @property
    def place(self) -> End:
        """This end."""
        return self.chain.place

    @property
    def remote(self) -> End:
        """The other end."""
        return self.chain.remote

    async def open(self) -> None:
        """Nothing is to be read."""

    async def head(self) -> Head:
        """Return the newest final block; raises EndpointUnreachable while it is silent."""
        if self.silent:
            self.silent -= 1
            raise EndpointUnreachable("no node answers")
        block = self.chain.final
        return Head(block.height, block.time_s, block.hash)

    async def block_hash(self, height: Height) -> Hash32:
        """Return a block's hash."""
        return self.chain.blocks[height].hash

    async def is_open(self) -> bool:
        """Whether the route is open."""
        return self.chain.is_open

    async def happened(self, first: Height, last: Height) -> list[Happening]:
        """Return what happened in some blocks; raises RpcRefused where these are too many."""
        if last - first + 1 > self.span_max:
            raise refused("query exceeds max block range")
        return [one for block in self.chain.blocks[first : last + 1] for one in block.happened]

    async def proof(self, height: Height, slot: int) -> StateProof:
        """Return a real proof, or one of another block where this end lies; raises RpcRefused."""
        if height <= self.pruned:
            raise refused("missing trie node")
        return self.chain.blocks[0 if self.lies else height].state.prove(height, slot)

    async def header(self, height: Height) -> EvmHeader:
        """Return what stands for a header."""
        block = self.chain.blocks[height]
        return EvmHeader(height, block.hash, block.time_s, b"")

    async def trust(self) -> Trust:
        """Return what the bridge believes of the other chain."""
        trusted = self.chain.books.trusted
        height = max(trusted, default=Height(-1))
        if height < 0:
            return Trust(Height(-1), Seconds(START_S), True, False, Seconds(START_S + PERIOD_S))
        time_s = trusted[height][1]
        return Trust(height, time_s, True, True, Seconds(time_s + PERIOD_S))

    async def trusted_root(self, height: Height) -> Hash32:
        """Return the state root that the bridge trusts."""
        found = self.chain.books.trusted.get(height)
        return ZERO_HASH if found is None else found[0]

    async def updates(self, source: Any, wanted: Height) -> list[Call]:
        """Return an update to the source's newest final block."""
        height = (await source.head()).height
        if height < wanted:
            return []
        return [Call(self.place.bridge, UPDATE.encode(height), f"update to {height}")]

    async def submit(self, calls: Sequence[Call]) -> list[Outcome]:
        """Execute calls, each in a block of its own; the answer may get lost."""
        outcomes = []
        for call in calls:
            self.submitted.append(call.what)
            if self.is_poor:
                outcomes.append(Outcome(False, reason="insufficient funds"))
                continue
            try:
                self.chain.do(call.data)
            except Refused as refusal:
                outcomes.append(Outcome(False, reason=str(refusal)))
                continue
            outcomes.append(Outcome(True, self.chain.mine().height))
        if self.loses:
            self.loses -= 1
            raise AnswerInvalid("the answer was lost")
        return outcomes

    async def balance_wei(self) -> Wei:
        """Return two and a half coins."""
        return Wei(25 * 10**17)

    async def close(self) -> None:
        """Nothing is open."""


def joined(lags: tuple[int, int] = (0, 0)) -> tuple[Chain, Chain]:
    """Return two chains that are each other's remote end."""
    one, two = Chain(101, lags[0]), Chain(102, lags[1])
    for here, there in ((one, two), (two, one)):
        here.remote, here.other = there.place, there
    return one, two
