"""
The one writer, and everything that is final.

    ExecutedBlock + Certificate --commit--> one synced batch: state, history, block, receipts,
                                            indexes, validators, head
                                --then----> listeners hear of the CommittedBlock, in order
    rollback: the head's batch undone, in one synced batch

Opening writes nothing, so that a tool may look at the database of a stopped node.

Reads may come from any thread and see whole blocks only.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from threading import Lock

from chain.backfill import Backfill
from chain.begin_data import evidence_in
from chain.certificates import decode_certificate, encode_certificate
from chain.codec import (
    decode_header,
    decode_receipt,
    decode_transaction,
    encode_header,
    encode_receipt,
    rlp,
)
from chain.errors import Invalid, StateUnavailable, StoreCorrupt, Unavailable
from chain.evidence import encode_evidence, evidence_hash
from chain.execution import ExecutedBlock
from chain.found_logs import FoundLog, logs_of, pick_logs
from chain.genesis import FirstBlock
from chain.params import UINT64_MAX, UINT256_MAX
from chain.store import schema
from chain.store.appearances import AppearanceIndex
from chain.store.blocks import BlockStore
from chain.store.evidence import EvidenceStore
from chain.store.index import LogIndex, LogMatch
from chain.store.kv import KeyValueStore, Write
from chain.store.sketch import StateSketch, sketch_of
from chain.store.state import AccountProof, StateStore, ViewReader
from chain.types.block import Block, CommittedBlock
from chain.types.certificate import Certificate
from chain.types.header import Header
from chain.types.primitives import Address, Gas, Hash32, Height, Wei
from chain.types.receipt import Receipt
from chain.types.validators import ValidatorSet
from chain.validator_sets import decode_validator_set, encode_validator_set

RECENT_BLOCKS_MAX = 256  # decoded blocks kept in memory
RECENT_TRANSACTIONS_MAX = 65_536  # transactions of all of them, 1.3 kB each with its receipt
PRUNED_KEYS_PER_BLOCK_MIN = 16_384  # history keys that may be removed after any block
PRUNED_KEYS_PER_WRITE = 2  # and for each key the block wrote, so that forgetting keeps up with it

Listener = Callable[[CommittedBlock], None]


class WrongChain(Invalid):
    """A home directory belongs to another chain than the genesis file at hand."""


class Ledger:
    """
    The chain as this node has it.

    `history_blocks` is how many states behind the head stay readable; None keeps all (archive).
    """

    def __init__(
        self, store: KeyValueStore, chain_id: int, history_blocks: int | None = None
    ) -> None:
        self._store, self._chain_id, self._history_blocks = store, chain_id, history_blocks
        self.states = StateStore(store)
        self._blocks, self._logs = BlockStore(store), LogIndex(store)
        self.appearances = AppearanceIndex(store)
        self._backfill = Backfill(
            store, (self._logs, self.appearances), self._read, lambda: self.oldest_block_height
        )
        self.evidence = EvidenceStore(store)
        self._recent: OrderedDict[int, CommittedBlock] = OrderedDict()
        self._recent_transactions = 0
        self._recent_lock = Lock()
        self._listeners: list[Listener] = []
        self._is_older = self._check_schema() < schema.SCHEMA_VERSION
        head = store.get(schema.HEAD_KEY)
        self._head = None if head is None else self._read(schema.decode_height(head))

    @property
    def is_empty(self) -> bool:
        """Whether not even the genesis block is there."""
        return self._head is None

    @property
    def head(self) -> CommittedBlock:
        """The newest block; raises Unavailable before genesis is written."""
        if self._head is None:
            raise Unavailable("the ledger is empty: genesis is not written yet")
        return self._head

    @property
    def genesis_hash(self) -> Hash32:
        """The hash of block 0."""
        return Hash32(self._store.get(schema.GENESIS_HASH_KEY) or b"")

    def begin(self, first: FirstBlock) -> None:
        """Write block 0, or check that the one written is the same; raises WrongChain."""
        if self._head is not None:
            self._check_genesis(first.header.hash)
            self.states.warm()
            return
        block = CommittedBlock(Block(first.header, (), None), (), (), None)
        writes = [
            *first.prepared.writes,
            *self._block_writes(block),
            *self._validator_writes(Height(1), first.validators),
            *self._validator_writes(Height(2), first.validators.incremented(1)),
            self._version_write(),
            (schema.GENESIS_HASH_KEY, first.header.hash),
            (schema.CHAIN_ID_KEY, schema.encode_height(self._chain_id)),
        ]
        writes += self._backfill.begin()
        self._store.write(writes, sync=True)
        self.states.warm()
        self._head = block

    def commit(self, executed: ExecutedBlock, certificate: Certificate) -> CommittedBlock:
        """
        Write a decided block in one synced batch, then tell the listeners.

        The proof of its parent that it carries, the same on every node, takes the place of the
        one that this node saw. Raises StoreFailed, and then nothing is written.
        """
        header = executed.block.header
        assert header.height == self.head.header.height + 1, (header.height, self.head.header)
        assert certificate.block_id.hash == header.hash, "certificate of another block"
        block = CommittedBlock(executed.block, executed.senders, executed.receipts, certificate)
        transactions = executed.block.transactions
        parent = replace(self.head, certificate=executed.block.parent_certificate)
        writes = [
            *self._certificate_writes(parent),
            *self._block_writes(block),
            *self._validator_writes(Height(header.height + 2), executed.validators),
            *self.evidence.writes(header.height, map(evidence_hash, evidence_in(transactions))),
        ]
        if self._is_older:
            writes.append(self._version_write())
        self._store.write(chain(executed.prepared.writes, writes), sync=True)
        self._is_older = False
        self.states.committed(executed.prepared)
        self._remember(parent)
        self._remember(block)
        self._head = block
        self._backfill.after_commit(header.height)
        self._prune(len(executed.prepared.writes))
        for listener in self._listeners:
            listener(block)
        return block

    def rollback(self) -> CommittedBlock:
        """
        Remove the head, so that the block below it is the head again, and return what was removed.

        Everything that its commit wrote is undone in one synced batch; evidence that it carried
        waits again. Contract code stays, under its hash. Raises Unavailable for block 0,
        StateUnavailable where the state below is not kept; then nothing is written.
        """
        block = self.head
        height = block.header.height
        if height == 0:
            raise Unavailable("block 0 cannot be rolled back: it comes from the genesis file")
        if height <= self.oldest_state_height:
            raise StateUnavailable(height - 1, self.oldest_state_height, height)
        restored = self.states.rollback_one()
        writes = [*restored.writes, *self._block_erasure(block)]
        writes.append((schema.HEAD_KEY, schema.encode_height(height - 1)))
        self._store.write(writes, sync=True)
        with self._recent_lock:
            self._drop_recent(height)
        self._head = self._read(Height(height - 1))
        return block

    def listen(self, listener: Listener) -> None:
        """Have a function called, on the writing thread, after every commit from now on."""
        self._listeners.append(listener)

    def close(self) -> None:
        """Release the database."""
        self._store.close()

    # Reads.

    def block(self, height: int) -> CommittedBlock | None:
        """Return the block at a height, None above the head."""
        if self._head is None or not 0 <= height <= self._head.header.height:
            return None
        if height == self._head.header.height:
            return self._head
        with self._recent_lock:
            found = self._recent.get(height)
        return found or self._remember(self._read(Height(height)))

    def height_of(self, block_hash: Hash32) -> Height | None:
        """Return the height of the block with this hash."""
        return self._blocks.height_of(block_hash)

    def block_hash(self, height: Height) -> Hash32:
        """Return the hash of a block that is there, for BLOCKHASH."""
        block = self.block(height)
        assert block is not None, height
        return block.header.hash

    def locate(self, transaction_hash: Hash32) -> tuple[Height, int] | None:
        """Return the height and the index in the block of a final transaction."""
        return self._blocks.place_of(transaction_hash)

    def certificate(self, height: Height) -> Certificate | None:
        """
        Return a block's certificate: the next block's, which every node has alike; of the head,
        the one by which this node saw it decided.
        """
        raw = self._blocks.certificate(height)
        return None if raw is None else decode_certificate(raw)

    def payload(self, height: int) -> bytes | None:
        """Return a committed block as it travels, by `encode_block`; None where it is not kept."""
        if self._head is None or not 1 <= height <= self._head.header.height:
            return None
        header, body = self._blocks.header(Height(height)), self._blocks.body(Height(height))
        if header is None or body is None:
            return None
        transactions, certificate = rlp.expect_fields(rlp.decode(body), 2, "stored body")
        return rlp.encode([rlp.decode(header), transactions, certificate])

    def receipts(self, height: int) -> tuple[bytes, ...] | None:
        """Return a committed block's receipts as the receipts trie holds them, None if not kept."""
        if self._head is None or not 1 <= height <= self._head.header.height:
            return None
        stored = self._blocks.receipts(Height(height))
        return None if stored is None else raw_receipts(stored)

    @property
    def oldest_block_height(self) -> Height:
        """The lowest height above genesis whose block is kept."""
        return self._blocks.oldest_certified() or Height(1)

    def state(self, height: int | None = None) -> ViewReader:
        """Return the state after the block, the newest for None; raises StateUnavailable."""
        return self.states.reader(None if height is None else Height(height))

    def sketch(self, height: int) -> StateSketch:
        """Return a state to think on, upon the one after the block; raises StateUnavailable."""
        block = self.block(height)
        if block is None:
            raise Unavailable(f"no block {height}")
        return sketch_of(self.states, Height(height), block.header.state_root)

    def proof(self, address: Address, slots: Sequence[int], height: int) -> AccountProof:
        """Return EIP-1186's proof; raises StateUnavailable."""
        return self.states.proof(address, slots, Height(height))

    @property
    def oldest_state_height(self) -> Height:
        """The lowest height whose state is still kept."""
        return self.states.oldest_height() or Height(0)

    def logs_with(
        self,
        addresses: Sequence[Address],
        topics: Sequence[Sequence[Hash32]],
        first: int,
        last: int,
    ) -> Iterator[LogMatch]:
        """Yield, in order, which logs of which blocks match the filter; raises Invalid."""
        return self._logs.matches(addresses, topics, Height(first), Height(last))

    def logs_at(self, match: LogMatch) -> list[FoundLog]:
        """Return the logs that a match names, or all of its block where it names none."""
        height, indexes = match.height, match.indexes
        with self._recent_lock:
            known = self._recent.get(height)
        ends = None if known or indexes is None else self._logs.ends(height)
        if indexes is not None and ends is not None:
            header, body = self._blocks.header(height), self._blocks.body(height)
            receipts = self._blocks.receipts(height)
            if header is None or body is None or receipts is None:
                raise StoreCorrupt(f"block {height} is missing, though its logs are indexed")
            return pick_logs(header, body, receipts, ends, indexes)
        block = known or self.block(height)
        if block is None:
            raise Unavailable(f"no block {height}")
        every = list(logs_of(block))
        return every if indexes is None else [every[index] for index in indexes]

    def validators(self, height: int) -> ValidatorSet | None:
        """Return the set that decides the block at this height; two above the head at most."""
        raw = self._store.get(schema.validators_key(height))
        return None if raw is None else decode_validator_set(raw)

    def check_database(self) -> None:
        """Compare what the database says of its head in two places; raises StoreCorrupt."""
        state_head = self.states.head()
        header = self.head.header
        if state_head != (header.height, header.state_root):
            raise StoreCorrupt(f"head is block {header.height}, the state says {state_head}")

    # Inside.

    def _check_schema(self) -> int:
        raw = self._store.get(schema.SCHEMA_VERSION_KEY)
        found = schema.SCHEMA_VERSION if raw is None else schema.decode_height(raw)
        if found not in schema.SCHEMA_VERSIONS_READ:
            raise WrongChain(f"database of version {schema.SCHEMA_VERSION} expected, found {found}")
        return found

    def _version_write(self) -> Write:
        return schema.SCHEMA_VERSION_KEY, schema.encode_height(schema.SCHEMA_VERSION)

    def _check_genesis(self, expected: Hash32) -> None:
        """The chain id is no part of block 0, so it is compared by itself."""
        chain_id = schema.decode_height(self._store.get(schema.CHAIN_ID_KEY) or b"")
        if chain_id != self._chain_id:
            raise WrongChain(
                f"this home holds chain {chain_id}, the genesis file begins chain "
                f"{self._chain_id}: give the file it was begun with, or another home"
            )
        found = self.genesis_hash
        if found != expected:
            raise WrongChain(
                f"this home holds the chain with genesis 0x{found.hex()}, the genesis file "
                f"makes 0x{expected.hex()}: give the file it was begun with, or another home"
            )

    def _block_writes(self, block: CommittedBlock) -> list[Write]:
        header = block.header
        writes = self._blocks.writes(
            header.height,
            header.hash,
            encode_header(header),
            encode_body(block.block),
            encode_receipts(block),
            [transaction.hash for transaction in block.block.transactions],
        )
        writes += self._certificate_writes(block)
        writes += self._logs.writes(block)
        writes += self.appearances.writes(block)
        writes.append((schema.HEAD_KEY, schema.encode_height(header.height)))
        return writes

    def _block_erasure(self, block: CommittedBlock) -> list[Write]:
        header, transactions = block.header, block.block.transactions
        hashes = [transaction.hash for transaction in transactions]
        carried = evidence_in(transactions)
        return [
            *self._blocks.erasure(header.height, header.hash, hashes),
            *self._logs.erasure(block),
            *self.appearances.erasure(block),
            *self.evidence.erasure((evidence_hash(e), encode_evidence(e)) for e in carried),
            (schema.validators_key(header.height + 2), None),
        ]

    def _validator_writes(self, height: Height, validators: ValidatorSet) -> list[Write]:
        return [(schema.validators_key(height), encode_validator_set(validators))]

    def _prune(self, written_keys: int) -> None:
        """Forget a bounded part of what is behind the kept history; losing this is no loss."""
        if self._history_blocks is None:
            return
        up_to = Height(self.head.header.height - self._history_blocks)
        if up_to > self.oldest_state_height:
            keys_max = max(PRUNED_KEYS_PER_BLOCK_MIN, PRUNED_KEYS_PER_WRITE * written_keys)
            self._store.write(self.states.prune(up_to, keys_max), sync=False)

    def _certificate_writes(self, block: CommittedBlock) -> list[Write]:
        if block.certificate is None:
            return []
        key = schema.certificate_key(block.header.height)
        return [(key, encode_certificate(block.certificate))]

    def _remember(self, block: CommittedBlock) -> CommittedBlock:
        with self._recent_lock:
            self._drop_recent(block.header.height)
            self._recent[block.header.height] = block
            self._recent_transactions += len(block.block.transactions)
            while len(self._recent) > 1 and (
                len(self._recent) > RECENT_BLOCKS_MAX
                or self._recent_transactions > RECENT_TRANSACTIONS_MAX
            ):
                self._drop_recent(next(iter(self._recent)))
        return block

    def _drop_recent(self, height: int) -> None:
        known = self._recent.pop(height, None)
        if known is not None:
            self._recent_transactions -= len(known.block.transactions)

    def _read(self, height: Height) -> CommittedBlock:
        header, body = self._blocks.header(height), self._blocks.body(height)
        receipts = self._blocks.receipts(height)
        if header is None or body is None or receipts is None:
            raise StoreCorrupt(f"block {height} is missing, though the head is above it")
        block = decode_body(decode_header(header), body)
        senders, decoded = decode_receipts(receipts)
        return CommittedBlock(block, senders, decoded, self.certificate(height))


def encode_body(block: Block) -> bytes:
    """Return a block's transactions and its parent's certificate as stored bytes."""
    certificate = block.parent_certificate
    encoded = b"" if certificate is None else encode_certificate(certificate)
    return rlp.encode([[transaction.raw for transaction in block.transactions], encoded])


def decode_body(header: Header, data: bytes) -> Block:
    """Return the block that `encode_body` stored; raises Malformed."""
    raws, certificate = rlp.expect_fields(rlp.decode(data), 2, "stored body")
    transactions = tuple(
        decode_transaction(rlp.to_bytes(raw, "stored transaction"))
        for raw in rlp.expect_list(raws, "stored transactions")
    )
    encoded = rlp.to_bytes(certificate, "stored certificate")
    return Block(header, transactions, decode_certificate(encoded) if encoded else None)


def encode_receipts(block: CommittedBlock) -> bytes:
    """Return the receipts with the senders and what else readers ask for, as stored bytes."""
    return rlp.encode(
        [
            [
                encode_receipt(receipt),
                sender,
                rlp.integer(receipt.gas_used),
                rlp.integer(receipt.effective_gas_price_wei),
                receipt.contract_address or b"",
            ]
            for receipt, sender in zip(block.receipts, block.senders, strict=True)
        ]
    )


def raw_receipts(data: bytes) -> tuple[bytes, ...]:
    """Return what the receipts trie held of the receipts that `encode_receipts` stored."""
    items = rlp.expect_list(rlp.decode(data), "stored receipts")
    return tuple(
        rlp.to_bytes(rlp.expect_fields(i, 5, "stored receipt")[0], "receipt") for i in items
    )


def decode_receipts(data: bytes) -> tuple[tuple[Address, ...], tuple[Receipt, ...]]:
    """Return the senders and the receipts that `encode_receipts` stored; raises Malformed."""
    senders, receipts = [], []
    for item in rlp.expect_list(rlp.decode(data), "stored receipts"):
        raw, sender, gas_used, price, created = rlp.expect_fields(item, 5, "stored receipt")
        address = rlp.to_bytes(created, "created contract")
        senders.append(Address(rlp.to_fixed(sender, 20, "sender")))
        receipts.append(
            decode_receipt(
                rlp.to_bytes(raw, "receipt"),
                gas_used=Gas(rlp.to_integer(gas_used, UINT64_MAX, "gas used")),
                effective_gas_price_wei=Wei(rlp.to_integer(price, UINT256_MAX, "gas price")),
                contract_address=Address(address) if address else None,
            )
        )
    return tuple(senders), tuple(receipts)
