"""
A module's audit log: every change it took, in a chain of hashes, with a Merkle root each epoch.

    call --dispatch--> state changed --append--> head = Keccak(head, index, height, sender, method,
                                                 call data's hash); one node of the epoch's tree
    last block of an epoch --close--> {root, head, first index, entries}, kept for ever

Entries themselves stand in events; the state keeps the head, the count and one node a level, as
Ethereum's deposit contract does. The root is that of chain.kit.merkle over the entries' leaves, so
anybody who has the events builds a proof, and any module checks it. What is refused or undone is
not in the log, and what is in the log cannot be taken out: the log has no gaps and no holes.
"""

from typing import Final, Protocol

from eth_hash.auto import keccak
from sha3 import keccak_256

from chain.kit.abi import WORD
from chain.kit.host import Host
from chain.kit.merkle import leaf_of, node_of, proves
from chain.kit.plans import encoder_of
from chain.kit.record import Event, Indexed, Record, field_types
from chain.kit.storage import Held, Words, entry_of, words_of
from chain.types.primitives import ZERO_HASH, Address, Gas, Hash32, Height

AUDIT_EPOCH_BLOCKS: Final = 1_000  # blocks of one tree of entries
ENTRY_BYTES: Final = 6 * WORD  # of an entry, as it is hashed
LEVELS_MAX: Final = 32  # of an epoch's tree: no epoch has room for more
HASH_GAS: Final = Gas(30)  # of one hash, as the KECCAK256 instruction costs
HASH_WORD_GAS: Final = Gas(6)  # of each word that is hashed

# Far from declared slots: the head; all entries so far; the open epoch and its first index.
HEAD_SLOT: Final = int.from_bytes(keccak(b"kumiai.module.audit"), "big")
COUNT_SLOT, OPEN_SLOT, CLOSED_SLOT = HEAD_SLOT + 1, HEAD_SLOT + 2, HEAD_SLOT + 3
NODES_SLOT: Final = HEAD_SLOT + 16  # a node a level, from the leaves up
INDEX_BITS: Final = 64  # of the first index beside the open epoch's number
FIRST_MASK: Final = (1 << INDEX_BITS) - 1


class AuditEntryAdded(Event):
    """A change entered the module's audit log; `head` is the chain's hash with it."""

    index: Indexed[int]
    sender: Indexed[Address]
    method: Indexed[int]
    data_hash: Hash32
    head: Hash32


class AuditEpochClosed(Event):
    """The entries of an epoch stand under this root from now on."""

    epoch: Indexed[int]
    root: Hash32
    head: Hash32
    first_index: int
    entries: int


class AuditEntry(Record):
    """One change: `method` is its selector as a number, `previous` the head before it."""

    previous: Hash32
    index: int
    height: Height
    sender: Address
    method: int
    data_hash: Hash32


class AuditEpoch(Record):
    """The entries of one epoch: the root of their tree and the head after the last of them."""

    root: Hash32
    head: Hash32
    first_index: int
    entries: int


_encode_entry: Final = encoder_of(AuditEntry, field_types(AuditEntry))
AUDIT_EVENTS: Final[tuple[type[Event], ...]] = (AuditEntryAdded, AuditEpochClosed)
NO_ENTRIES: Final = AuditEpoch(ZERO_HASH, ZERO_HASH, 0, 0)


class Audited(Held, Protocol):
    """What the log needs of a module."""

    def emit(self, event: Event) -> None:
        """Log an event in the module's name."""
        ...


def epoch_at(height: Height) -> int:
    """Return the number of the audit epoch that a height lies in."""
    return height // AUDIT_EPOCH_BLOCKS


def hash_of(entry: AuditEntry) -> Hash32:
    """Return the head after an entry: Solidity's keccak256(abi.encode(entry))."""
    return Hash32(keccak_256(_encode_entry(entry)).digest())


def append(module: Audited, sender: Address, method: bytes, data: bytes) -> None:
    """Note that a call of a method with this call data changed the module; charges its gas."""
    words, height = words_of(module), module.host.block.height
    _charge(module.host, len(data), ENTRY_BYTES)
    before, index, opened = words.run(HEAD_SLOT, 3)
    previous, number = Hash32(before.to_bytes(WORD, "big")), int.from_bytes(method, "big")
    data_hash = Hash32(keccak_256(data).digest())
    head = hash_of(AuditEntry(previous, index, height, sender, number, data_hash))
    first = opened & FIRST_MASK
    if opened >> INDEX_BITS != epoch_at(height):
        first = index
        words[OPEN_SLOT] = epoch_at(height) << INDEX_BITS | first
    place, node = _insert(module.host, words, leaf_of(head), index - first)
    changes = ((HEAD_SLOT, int.from_bytes(head, "big")), (COUNT_SLOT, index + 1), (place, node))
    module.host.save_many(module.address, changes)
    module.emit(AuditEntryAdded(index, sender, number, data_hash, head))


def close_epoch(module: Audited) -> None:
    """Keep the root of the epoch whose last block this is; nothing where it has no entries."""
    words, height = words_of(module), module.host.block.height
    epoch, first = _open(words)
    if (height + 1) % AUDIT_EPOCH_BLOCKS or epoch != epoch_at(height) or not words[COUNT_SLOT]:
        return
    found = _current(words, first)
    at = entry_of(epoch.to_bytes(WORD, "big"), CLOSED_SLOT)
    words[at], words[at + 1] = (int.from_bytes(item, "big") for item in (found.root, found.head))
    words[at + 2], words[at + 3] = first, found.entries
    module.emit(AuditEpochClosed(epoch, found.root, found.head, first, found.entries))


def entries_total(host: Host, address: Address) -> int:
    """Return how many entries a module's log has; 0 for what is not audited."""
    return Words(host, address)[COUNT_SLOT]


def epoch_of(host: Host, address: Address, epoch: int) -> AuditEpoch:
    """Return what a module's log says of an epoch, the running one as far as it is."""
    words = Words(host, address)
    number, first = _open(words)
    if number == epoch == epoch_at(host.block.height) and words[COUNT_SLOT]:
        return _current(words, first)
    at = entry_of(epoch.to_bytes(WORD, "big"), CLOSED_SLOT)
    root, head = (Hash32(words[at + i].to_bytes(WORD, "big")) for i in range(2))
    return AuditEpoch(root, head, words[at + 2], words[at + 3])


def is_logged(
    host: Host, address: Address, epoch: int, entry: AuditEntry, path: tuple[Hash32, ...]
) -> bool:
    """Whether an entry stands in a module's log, by its siblings up to the epoch's root."""
    found = epoch_of(host, address, epoch)
    position = entry.index - found.first_index
    if not 0 <= position < found.entries:
        return False
    for _ in path:
        _charge(host, 2 * WORD)
    return proves(found.root, leaf_of(hash_of(entry)), position, path)


def _open(words: Words) -> tuple[int, int]:
    """Return the epoch that entries were last put in, and the index of its first one."""
    word = words[OPEN_SLOT]
    return word >> INDEX_BITS, word & FIRST_MASK


def _insert(host: Host, words: Words, leaf: Hash32, position: int) -> tuple[int, int]:
    """
    Put a leaf in the epoch's tree; return the slot and the word that this changes.

    The node of its highest full subtree is all that is kept.
    """
    node, level, size = leaf, 0, position + 1
    while size & 1 == 0:
        _charge(host, 2 * WORD)
        node = node_of(Hash32(words[NODES_SLOT + level].to_bytes(WORD, "big")), node)
        size >>= 1
        level += 1
    assert level < LEVELS_MAX, "an epoch has fewer entries"
    return NODES_SLOT + level, int.from_bytes(node, "big")


def _current(words: Words, first: int) -> AuditEpoch:
    """Return the epoch's record as its nodes make it now."""
    entries = words[COUNT_SLOT] - first
    head = Hash32(words[HEAD_SLOT].to_bytes(WORD, "big"))
    return AuditEpoch(_root(words, entries), head, first, entries)


def _root(words: Words, entries: int) -> Hash32:
    """Return the root over so many leaves; where one is odd, it is its own pair."""
    right: Hash32 | None = None  # the last node of the level, where it is not a full one
    level = 0
    while entries:
        if entries & 1:
            full = Hash32(words[NODES_SLOT + level].to_bytes(WORD, "big"))
            is_last = entries == 1
            if is_last and right is None:
                return full
            right = node_of(full, full if right is None else right)
        elif right is not None:
            right = node_of(right, right)
        entries >>= 1
        level += 1
    assert right is not None, "an epoch with a record has entries"
    return right


def _charge(host: Host, *data_bytes: int) -> None:
    """Charge for hashes of so many bytes each."""
    words = sum([-(-count // WORD) for count in data_bytes])
    host.charge(Gas(HASH_GAS * len(data_bytes) + HASH_WORD_GAS * words))
