"""
From the change that a block makes to the keys that change in the database.

    StateDiff --storage tries--> account leaves --account trie--> state root
        |                             |                                |
     flat slots, codes          flat accounts         nodes by path (of both)

Nothing is written. What a trie walk reads goes through the cache of nodes, which holds nodes of
the committed state only; what it makes stays here until the batch is on disk.
"""

from chain.store import schema
from chain.store.account import decode_account, encode_account, encode_word, storage_root_of
from chain.store.cache import NodeCache
from chain.store.changes import Changes
from chain.store.history import with_deltas
from chain.store.kv import KeyValueView, Write, prefix_range
from chain.store.node import encode_string, keccak, to_nibbles
from chain.store.rewritten import Rewritten
from chain.store.treetop import read_node
from chain.store.trie import Change, update
from chain.types.account import StateDiff
from chain.types.primitives import EMPTY_TRIE_ROOT, Address, Hash32


class Preparation:
    """
    One diff on its way to writes.

    `words` gathers the flat keys that differ, accounts and slots, `nodes` and `rewritten` those of
    trie nodes. `codes` are the writes of code not seen before.
    """

    def __init__(self, view: KeyValueView, cache: NodeCache, diff: StateDiff) -> None:
        self._view = view
        self._cache = cache
        self._diff = diff
        self.words, self.nodes = Changes(), Changes()
        self.rewritten = Rewritten()
        self.codes: list[Write] = []

    def run(self, root: Hash32) -> Hash32:
        """Compute everything upon the state with that root and return the root after it."""
        diff = self._diff
        leaves: list[Change] = []
        held: dict[bytes, bytes] = {}
        for address in sorted({*diff.accounts, *diff.storage, *diff.cleared}):
            key = schema.account_key(address)
            before = self._account_before(address, key)
            after = self._account(address, before)
            if after != before:
                self.words.note(key, before, after)
                path = schema.ACCOUNT_NODE + to_nibbles(keccak(address))
                leaves.append((path, after))
                if before is not None:
                    held[path] = before
        for code_hash, code in sorted(diff.codes.items()):
            assert keccak(code) == code_hash
            if self._view.get(schema.code_key(code_hash)) is None:
                self.codes.append((schema.code_key(code_hash), code))
        return self._update_trie(schema.ACCOUNT_NODE, root, leaves, held)

    def _account_before(self, address: Address, key: bytes) -> bytes | None:
        """Return the encoded account before the block, as it was read already or from the view."""
        below = self._diff.accounts_below
        if address not in below:
            return self._view.get(key)
        known = below[address]
        if known is None:
            return None
        return encode_account(known.nonce, known.balance_wei, known.storage_root, known.code_hash)

    def _account(self, address: Address, before: bytes | None) -> bytes | None:
        """Return the encoded account after the block, None where there is none."""
        diff = self._diff
        root = EMPTY_TRIE_ROOT if before is None else storage_root_of(before)
        gone = address in diff.accounts and diff.accounts[address] is None
        if root != EMPTY_TRIE_ROOT and (gone or address in diff.cleared):
            self._wipe(address)
            root = EMPTY_TRIE_ROOT
        if gone:
            return None
        slots = diff.storage.get(address)
        if slots:
            root = self._storage(address, slots, root)
        fields = diff.accounts.get(address)
        if fields is not None:
            nonce, balance_wei, code_hash = fields
            return encode_account(nonce, balance_wei, root, code_hash)
        if before is None:
            assert root == EMPTY_TRIE_ROOT, f"storage of 0x{address.hex()}, which is no account"
            return None
        kept = decode_account(before)
        return encode_account(kept.nonce, kept.balance_wei, root, kept.code_hash)

    def _wipe(self, address: Address) -> None:
        """Delete every slot and every node of the storage trie of `address`."""
        view = self._view
        self.words.wipe(view.iterate(*prefix_range(schema.slots_prefix(address))))
        nodes = view.iterate(*prefix_range(schema.storage_nodes_prefix(address)))
        self.nodes.wipe((key, with_deltas(view, key, written)) for key, written in nodes)

    def _storage(self, address: Address, slots: dict[int, int], root: Hash32) -> Hash32:
        """Write the slots of one account and return the root of its storage trie."""
        leaves: list[Change] = []
        held: dict[bytes, bytes] = {}
        words = Changes()
        get, prefix = self._view.get, schema.slots_prefix(address)
        top, below = schema.storage_nodes_prefix(address), self._diff.below.get(address, {})
        for slot, value in slots.items():
            number = slot.to_bytes(32, "big")
            key = prefix + number
            before, after = None, encode_word(value)
            if root != EMPTY_TRIE_ROOT:
                word = below.get(slot)
                before = get(key) if word is None else encode_word(word)
            if after != before:
                words.note(key, before, after)
                path = top + to_nibbles(keccak(number))
                leaves.append((path, None if after is None else encode_string(after)))
                if before is not None:
                    held[path] = encode_string(before)
        self.words.add(words.before, words.after)
        return self._update_trie(top, root, leaves, held)

    def _update_trie(
        self, top: bytes, root: Hash32, leaves: list[Change], held: dict[bytes, bytes]
    ) -> Hash32:
        """Change one trie; a node that is overwritten was met on the way or wiped before."""
        leaves.sort()
        cached = self._cache.get

        def read(key: bytes, digest: bytes) -> bytes:
            return cached(key) or self._read_node(key, digest)

        result = update(read, root, leaves, held, known=cached, top=top, rewritten=self.rewritten)
        self.nodes.add(result.before, result.nodes)
        return result.root

    def _read_node(self, key: bytes, digest: bytes) -> bytes:
        node = read_node(self._view, key, digest)
        self._cache.put(key, node)
        return node
