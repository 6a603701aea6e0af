"""The tops of tries: read level by level, each node checked, never more than there is room for."""

import pytest

from chain.errors import StoreCorrupt
from chain.store import schema
from chain.store.memory import MemoryStore
from chain.store.node import Leaf, decode_node, keccak, to_nibbles
from chain.store.state import StateStore
from chain.store.treetop import TREETOP_DEPTH, bytes_of, treetops
from chain.store.trie import update
from chain.types.account import StateDiff
from chain.types.primitives import EMPTY_CODE_HASH, EMPTY_TRIE_ROOT, Address, Nonce, Wei


def filled_store(accounts=300, slots=400):
    """Return a store with a state of plain accounts and two with storage, and its root."""
    known = [Address(keccak(index.to_bytes(2, "big"))[:20]) for index in range(accounts)]
    diff = StateDiff({who: (Nonce(0), Wei(1), EMPTY_CODE_HASH) for who in known})
    for who in known[:2]:
        diff.storage[who] = {slot: slot + 1 for slot in range(slots)}
    store = MemoryStore()
    state = StateStore(store)
    prepared = state.prepare(0, diff)
    store.write(prepared.writes, sync=True)
    return store, prepared.state_root, known


def stored_tops(store):
    """Return every node but leaves that the store has down to the depth of tops."""
    found = {}
    for family in (schema.ACCOUNT_NODE, schema.STORAGE_NODE):
        for key, node in store.iterate(family, bytes((family[0] + 1,))):
            is_leaf = type(decode_node(node)) is Leaf
            if schema.node_depth(key) <= TREETOP_DEPTH and not is_leaf:
                found[key] = node
    return found


def test_the_tops_of_all_tries_are_yielded_once():
    """With room enough, the stored branches and extensions down to the depth come, of all tries."""
    store, root, _ = filled_store()
    found = list(treetops(store, root, 10**8))
    assert dict(found) == stored_tops(store)
    assert len(dict(found)) == len(found)


def deep_store():
    """Return a store with a trie whose keys part at each of their first nine nibbles, its root."""
    tails = [keccak(bytes((number >> 8, number & 0xFF))) for number in range(2**9)]
    keys = [bytes(int(bit) for bit in f"{n:09b}") + to_nibbles(tails[n])[9:] for n in range(2**9)]
    changes = [(schema.ACCOUNT_NODE + key, b"v" * 40) for key in sorted(keys)]
    made = update(None, EMPTY_TRIE_ROOT, changes, top=schema.ACCOUNT_NODE)
    store = MemoryStore()
    store.write(made.written().items(), sync=True)
    return store, made.root


def test_of_the_lowest_levels_the_branches_come_in_one_sweep():
    """Each branch down to the depth comes once, and none of those below it."""
    store, root = deep_store()
    found = list(treetops(store, root, 10**8))
    assert dict(found) == stored_tops(store)
    assert len(found) == len(dict(found)) == 2 ** (TREETOP_DEPTH + 1) - 1
    assert max(schema.node_depth(key) for key, _ in store.iterate(b"", b"\xff")) > TREETOP_DEPTH + 1


@pytest.mark.parametrize("depth", [5, TREETOP_DEPTH])
def test_a_branch_of_another_hash_in_a_sweep_is_refused(depth):
    """A branch with a damaged child is found by the hash that its parent names."""
    store, root = deep_store()
    key = schema.ACCOUNT_NODE + bytes((1,) * depth)
    node = store.get(key)
    store.write([(key, node[:10] + b"\xff" + node[11:])], sync=True)
    with pytest.raises(StoreCorrupt, match=key.hex()):
        list(treetops(store, root, 10**8))


def test_a_sweep_goes_through_extensions():
    """An extension comes, and the branch to which it leads, checked by the hash that it names."""
    heads = [bytes(n >> 4 - at & 1 for at in range(5)) for n in range(2**5)]
    keys = [head + tail + bytes(57) for head in heads for tail in (b"\x00\x01", b"\x00\x02")]
    changes = [(schema.ACCOUNT_NODE + key, b"v" * 40) for key in keys]
    made = update(None, EMPTY_TRIE_ROOT, changes, top=schema.ACCOUNT_NODE)
    store = MemoryStore()
    store.write(made.written().items(), sync=True)
    found = dict(treetops(store, made.root, 10**8))
    assert found == stored_tops(store)
    assert [sum(schema.node_depth(key) == depth for key in found) for depth in (5, 6)] == [32, 32]
    damaged = schema.ACCOUNT_NODE + keys[9][:6]
    store.write([(damaged, found[damaged].replace(b"\xa0", b"\x80\xa0", 1)[:83])], sync=True)
    with pytest.raises(StoreCorrupt, match=damaged.hex()):
        list(treetops(store, made.root, 10**8))


def test_with_little_room_the_upper_levels_come_first():
    """No more than the limit comes, and no level before the one above it is done."""
    store, root, _ = filled_store()
    found = list(treetops(store, root, 12_000))
    depths = [schema.node_depth(key) for key, _ in found]
    assert 10_000 < sum(bytes_of(node) for _, node in found) <= 12_000
    assert 0 < len(found) < len(list(treetops(store, root, 10**8)))
    assert depths == sorted(depths)


def test_a_state_of_nothing_has_no_tops():
    """Before any account there is nothing to read."""
    store = MemoryStore()
    StateStore(store).warm()
    assert list(treetops(store, filled_store(0, 0)[1], 10)) == []


def test_a_node_of_another_hash_is_refused():
    """A damaged node is found when the top is read, and named."""
    store, root, _ = filled_store()
    key = max(stored_tops(store))
    store.write([(key, b"\xc0")], sync=True)
    with pytest.raises(StoreCorrupt, match=key.hex()):
        list(treetops(store, root, 10**8))


def test_storage_of_no_account_is_refused():
    """A trie whose account is gone is damage, and named."""
    store, root, known = filled_store()
    store.write([(schema.account_key(known[0]), None)], sync=True)
    with pytest.raises(StoreCorrupt, match="belongs to no account"):
        list(treetops(store, root, 10**8))


def test_a_warm_state_reads_no_top_again_and_changes_the_same():
    """After `warm` a block reads only deeper nodes, and the root is that of a cold store."""
    store, _, known = filled_store()
    diff = StateDiff({known[5]: (Nonce(1), Wei(7), EMPTY_CODE_HASH)})
    cold = StateStore(store).prepare(1, diff)
    state = StateStore(store)
    state.warm()
    asked = []
    inner, store.get = store.get, lambda key: asked.append(key) or inner(key)
    warm = state.prepare(1, diff)
    assert (cold.state_root, cold.writes) == (warm.state_root, warm.writes)
    assert not [key for key in asked if key[:1] in (schema.ACCOUNT_NODE, schema.STORAGE_NODE)]
