"""
The state of the chain at rest: read at any kept height, changed one block at a time, proven.

    StateDiff --prepare--> PreparedState(state_root, writes) --the ledger's batch--> database
                                   |                                                    |
                                   +------------------committed()<----------------------+
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from chain.errors import StateUnavailable, StoreCorrupt, Unavailable
from chain.store import history, schema
from chain.store.account import decode_account
from chain.store.cache import NodeCache
from chain.store.changes import Changes, Writes, WriteSource
from chain.store.kv import KeyValueStore, KeyValueView, Snapshot, Write, prefix_range
from chain.store.node import keccak, to_nibbles
from chain.store.preparation import Preparation
from chain.store.refresh import refresh, rolled_back, walk_in
from chain.store.rewritten import Rewritten
from chain.store.treetop import read_node, treetops
from chain.store.trie import prove
from chain.types.account import Account, StateDiff
from chain.types.primitives import (
    EMPTY_CODE_HASH,
    EMPTY_TRIE_ROOT,
    Address,
    Hash32,
    Height,
    Slot,
)

CACHED_BYTES_MAX = 264_000_000  # memory for trie nodes: two tries of a million words each


@dataclass(frozen=True, slots=True)
class PreparedState:
    """The state after a block, computed and not yet written."""

    height: Height
    state_root: Hash32
    writes: Writes
    parent: bytes | None = None  # value of STATE_HEAD_KEY that this was computed upon
    nodes: Changes = field(default_factory=Changes)  # trie nodes among the writes
    rewritten: Rewritten = field(default_factory=Rewritten)  # all other trie nodes among them


@dataclass(frozen=True, slots=True)
class StorageProof:
    """A storage word and the nodes that prove it, from the account's storage root (EIP-1186)."""

    slot: Slot
    value: int
    proof: list[bytes]


@dataclass(frozen=True, slots=True)
class AccountProof:
    """An account, or its absence, and the nodes that prove it from the state root (EIP-1186)."""

    height: Height
    state_root: Hash32
    address: Address
    account: Account | None
    account_proof: list[bytes]
    storage: list[StorageProof]


class ViewReader:
    """StateReader over a view of the database, frozen for as long as it is held."""

    def __init__(self, view: KeyValueView, height: Height | None, snapshot: Snapshot) -> None:
        self.view, self._get = view, view.get
        self.snapshot = snapshot  # what keeps the view as it is
        self.height = height  # None before the first state is written

    def account(self, address: Address) -> Account | None:
        """Return the account, or None where there is none."""
        encoded = self.view.get(schema.ACCOUNT + address)
        return None if encoded is None else decode_account(encoded)

    def storage(self, address: Address, slot: int) -> int:
        """Return the 256-bit word at `slot`, 0 where nothing was written."""
        word = self._get(schema.slot_key(address, slot))
        return 0 if word is None else int.from_bytes(word, "big")

    def code(self, code_hash: Hash32) -> bytes:
        """Return the code with this hash; StoreCorrupt where an account names what is not here."""
        if code_hash == EMPTY_CODE_HASH:
            return b""
        code = self.view.get(schema.code_key(code_hash))
        if code is None:
            raise StoreCorrupt(f"no code with hash {code_hash.hex()}, which an account names")
        return code

    def close(self) -> None:
        """Let the database forget the state; also done when the reader is collected."""
        self.snapshot.close()

    def accounts(self) -> Iterator[tuple[Address, Account]]:
        """Yield every account in the order of addresses."""
        for key, encoded in self.view.iterate(*prefix_range(schema.ACCOUNT)):
            yield Address(key[1:]), decode_account(encoded)

    def storage_of(self, address: Address) -> Iterator[tuple[Slot, int]]:
        """Yield every word of an account that is not 0, in the order of slots."""
        prefix = schema.slots_prefix(address)
        for key, word in self.view.iterate(*prefix_range(prefix)):
            yield Slot(int.from_bytes(key[len(prefix) :], "big")), int.from_bytes(word, "big")


class StateStore:
    """
    The state in a KeyValueStore.

    `prepare`, `committed`, `prune` and `rollback_one` belong to the one thread that writes;
    readers and proofs come from any thread, each upon its own snapshot.
    """

    def __init__(self, store: KeyValueStore, cached_bytes_max: int = CACHED_BYTES_MAX) -> None:
        self._store = store
        self._cache = NodeCache(cached_bytes_max)

    def head(self) -> tuple[Height, Hash32] | None:
        """Return height and root of the newest state, None before the first."""
        return _decode_head(self._store.get(schema.STATE_HEAD_KEY))

    def oldest_height(self) -> Height | None:
        """Return the oldest height that can be read, None before the first state."""
        oldest = self._store.get(schema.STATE_OLDEST_KEY)
        return None if oldest is None else schema.decode_height(oldest)

    def reader(self, height: Height | None = None) -> ViewReader:
        """
        Return the state after the block at `height`, the newest for None.

        Before the first state is written the newest state is empty. Raises: StateUnavailable
        for a height that is pruned or not yet there, Unavailable if there is no state at all.
        """
        snapshot = self._store.snapshot()
        head = _decode_head(snapshot.get(schema.STATE_HEAD_KEY))
        if height is None:
            return ViewReader(snapshot, None if head is None else head[0], snapshot)
        return ViewReader(_view_at(snapshot, head, height), height, snapshot)

    def warm(self) -> None:
        """
        Read the tops of all tries into memory, when a node starts: seconds at most.

        Without it the first blocks read them one by one. Raises: StoreCorrupt.
        """
        parent = self._store.get(schema.STATE_HEAD_KEY)
        head = _decode_head(parent)
        if head is not None:
            self._cache.restart(parent)
            for key, node in treetops(self._store, head[1], self._cache.tops_bytes_max):
                self._cache.put(key, node)

    def prepare(self, height: Height, diff: StateDiff) -> PreparedState:
        """
        Compute the state that `diff` makes of the newest one, for the block at `height`.

        Writes nothing, and may be called for many candidates of one height. The first state of a
        database may be at any height; nothing before it can be read.
        """
        parent = self._store.get(schema.STATE_HEAD_KEY)
        if self._cache.head != parent:
            self._cache.restart(parent)
        head = _decode_head(parent)
        assert head is None or head[0] + 1 == height, f"height {height} upon {head}"
        run = Preparation(self._store, self._cache, diff)
        root = run.run(EMPTY_TRIE_ROOT if head is None else head[1])
        run.words.note(schema.STATE_HEAD_KEY, parent, schema.encode_height(height) + root)
        writes = _writes_of(run, height, is_first=head is None)
        return PreparedState(height, root, writes, parent, run.nodes, run.rewritten)

    def committed(self, prepared: PreparedState) -> None:
        """
        Let the cache move on to `prepared`, whose writes are on disk.

        Forgetting to call this costs speed, never truth: `prepare` compares the heads.
        """
        if self._cache.head == prepared.parent:
            head = schema.encode_height(prepared.height) + prepared.state_root
            self._cache.move(head, prepared.nodes, prepared.rewritten)

    def proof(
        self, address: Address, slots: Sequence[int], height: Height | None = None
    ) -> AccountProof:
        """
        Prove an account and some of its words, or that they are absent (`eth_getProof`).

        The caller bounds the number of slots. Raises: StateUnavailable, Unavailable.
        """
        snapshot = self._store.snapshot()
        try:
            return _prove_account(snapshot, address, slots, height)
        finally:
            snapshot.close()

    def prune(self, up_to: Height, keys_max: int) -> list[Write]:
        """
        Return the writes of one bounded step that makes `up_to` the oldest readable height.

        Write them and call again until nothing comes back. The head is never pruned. Once in about
        as many blocks as are kept, some steps go through all nodes (`refresh`) and all but the last
        of them forget nothing.
        """
        head, oldest = self.head(), self.oldest_height()
        if head is None or oldest is None:
            return []
        up_to = Height(min(up_to, head[0]))
        walk = walk_in(self._store, oldest, head[0])
        gone = history.forget(self._store, Height(min(up_to, walk.done)), keys_max)
        if gone or up_to <= walk.done:
            return gone
        step = refresh(self._store, walk, head[0], keys_max)
        up_to = Height(min(up_to, step.walk.done))
        return step.writes + history.forget(self._store, up_to, step.keys_left)

    def rollback_one(self) -> PreparedState:
        """
        Return the writes that make the state before the newest one the newest.

        Raises: StateUnavailable where the one before is not kept.
        """
        head, oldest = self.head(), self.oldest_height()
        if head is None or oldest is None:
            raise Unavailable("no state to roll back: the database is empty")
        if head[0] <= oldest:
            raise StateUnavailable(head[0] - 1, oldest, head[0])
        writes = history.undo(self._store, head[0])
        writes += rolled_back(self._store, Height(head[0] - 1))
        restored = _decode_head(dict(writes)[schema.STATE_HEAD_KEY])
        assert restored is not None
        return PreparedState(*restored, Writes(len(writes), lambda: writes))


def _writes_of(run: Preparation, height: Height, *, is_first: bool) -> Writes:
    """Return what a preparation puts into the database: the new values and the past of the old."""
    words, nodes, rewritten = run.words, run.nodes, run.rewritten
    now: tuple[WriteSource, ...] = (
        lambda: run.codes,
        lambda: words.after.items(),
        lambda: nodes.after.items(),
        rewritten.whole_after,
    )
    deltas = len(rewritten.paths)
    changed = len(words.after) + len(nodes.after) + len(rewritten) - deltas
    if is_first:
        oldest = schema.STATE_OLDEST_KEY, schema.encode_height(height)
        return Writes(len(run.codes) + changed + 1, *now, lambda: (oldest,))

    def past() -> Iterator[Write]:
        return history.remember(height, chain(words.held(), nodes.held()), rewritten)

    return Writes(len(run.codes) + 2 * changed + deltas + 1, *now, past)


def _decode_head(encoded: bytes | None) -> tuple[Height, Hash32] | None:
    if encoded is None:
        return None
    return schema.decode_height(encoded[: schema.HEIGHT_BYTES]), Hash32(
        encoded[schema.HEIGHT_BYTES :]
    )


def _view_at(
    snapshot: Snapshot, head: tuple[Height, Hash32] | None, height: Height
) -> KeyValueView:
    """Return the view of the state at `height` inside one snapshot."""
    oldest = snapshot.get(schema.STATE_OLDEST_KEY)
    if head is None or oldest is None:
        raise Unavailable(f"no state at height {height}: the database is empty")
    if not schema.decode_height(oldest) <= height <= head[0]:
        raise StateUnavailable(height, schema.decode_height(oldest), head[0])
    return snapshot if height == head[0] else history.PastView(snapshot, height)


def _prove_account(
    snapshot: Snapshot, address: Address, slots: Sequence[int], height: Height | None
) -> AccountProof:
    head = _decode_head(snapshot.get(schema.STATE_HEAD_KEY))
    if head is None:
        raise Unavailable("no state to prove: the database is empty")
    height = head[0] if height is None else height
    view = _view_at(snapshot, head, height)
    at = _decode_head(view.get(schema.STATE_HEAD_KEY))
    assert at is not None and at[0] == height
    reader = ViewReader(view, height, snapshot)
    account = reader.account(address)
    nodes = _prove(view, schema.ACCOUNT_NODE, at[1], keccak(address))
    root = EMPTY_TRIE_ROOT if account is None else account.storage_root
    prefix = schema.storage_nodes_prefix(address)
    storage = [
        StorageProof(
            Slot(slot),
            reader.storage(address, slot),
            _prove(view, prefix, root, keccak(slot.to_bytes(32, "big"))),
        )
        for slot in slots
    ]
    return AccountProof(height, at[1], address, account, nodes, storage)


def _prove(view: KeyValueView, prefix: bytes, root: Hash32, key_hash: Hash32) -> list[bytes]:
    return prove(
        lambda path, digest: read_node(view, prefix + path, digest), root, to_nibbles(key_hash)
    )
