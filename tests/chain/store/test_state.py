"""The state on disk: one block read back, what is refused, what damage looks like."""

import pytest
import rlp
from trie import HexaryTrie

from chain.errors import StateUnavailable, StoreCorrupt, Unavailable
from chain.store import schema
from chain.store.history import history_range
from chain.store.leveldb import LevelStore
from chain.store.memory import MemoryStore
from chain.store.node import keccak
from chain.store.rewritten import DELTA
from chain.store.sketch import sketch_of
from chain.store.state import StateStore
from chain.types.account import StateDiff
from chain.types.primitives import EMPTY_CODE_HASH, EMPTY_TRIE_ROOT, Address, Nonce, Wei

WHO = [Address(bytes([index]) * 20) for index in range(1, 60)]
CODE = b"\xfe"


def paid(wei, addresses=WHO):
    """Return a diff that gives each address its first byte times `wei`."""
    return StateDiff({a: (Nonce(1), Wei(a[0] * wei), EMPTY_CODE_HASH) for a in addresses})


def commit(store, states, height, diff):
    """Prepare, write and announce one block."""
    prepared = states.prepare(height, diff)
    store.write(prepared.writes, sync=True)
    states.committed(prepared)
    return prepared


def two_blocks():
    """Return a database in memory with states at heights 0 and 1."""
    store = MemoryStore()
    states = StateStore(store)
    commit(store, states, 0, paid(10))
    commit(store, states, 1, paid(20))
    return store, states


def test_a_prepared_block_is_read_back_from_disk_under_the_root_of_py_trie(tmp_path):
    """What is prepared and written in one batch is read back, under the root py-trie computes."""
    store = LevelStore(tmp_path / "db")
    prepared = commit(store, StateStore(store), 0, paid(10**18))
    expected = HexaryTrie({})
    for a in WHO:
        expected[keccak(a)] = rlp.encode([1, a[0] * 10**18, EMPTY_TRIE_ROOT, EMPTY_CODE_HASH])
    assert expected.root_hash == prepared.state_root
    store.close()

    reopened = LevelStore(tmp_path / "db")
    states = StateStore(reopened)
    reader = states.reader()
    assert [a[0] * 10**18 for a in WHO] == [reader.account(a).balance_wei for a in WHO]
    assert (0, prepared.state_root) == states.head()
    reader.close()
    reopened.close()


def test_a_reader_on_disk_sees_no_block_that_comes_after_it(tmp_path):
    """Readers of the newest and of an old height are not torn by commit and pruning."""
    store = LevelStore(tmp_path / "db")
    states = StateStore(store)
    commit(store, states, 0, paid(10))
    newest = states.reader()
    commit(store, states, 1, paid(20))
    old = states.reader(0)
    commit(store, states, 2, StateDiff(dict.fromkeys(WHO)))
    while writes := states.prune(2, 10):
        store.write(writes, sync=False)
    store.compact(b"\x00", b"\xff")
    for reader in (newest, old):
        assert [a[0] * 10 for a in WHO] == [reader.account(a).balance_wei for a in WHO]
        assert [address for address, _ in reader.accounts()] == WHO
        reader.close()
    with pytest.raises(StateUnavailable, match="no state at height 0: this node keeps 2 to 2"):
        states.reader(0)
    store.close()


def test_a_block_without_changes_keeps_the_root_and_writes_next_to_nothing():
    """An empty diff moves the height and nothing else: three keys."""
    _, states = two_blocks()
    prepared = states.prepare(2, paid(20))
    assert (2, states.head()[1]) == (prepared.height, prepared.state_root)
    assert len(list(prepared.writes)) == len(prepared.writes) == 3
    assert {schema.META, schema.HISTORY, schema.CHANGED} == {k[:1] for k, _ in prepared.writes}


def test_a_forgotten_announcement_costs_no_truth():
    """Without `committed`, or with one that came to nothing, roots stay right."""
    store, states = two_blocks()
    states.committed(states.prepare(2, paid(99)))
    prepared = states.prepare(2, paid(30))
    store.write(prepared.writes, sync=True)
    other = states.prepare(3, paid(40))
    assert StateStore(store).prepare(3, paid(40)) == other


def test_an_announcement_of_a_block_upon_another_state_leaves_the_cache_alone():
    """A cache that missed a block does not take up the one after it."""
    store, states = two_blocks()
    behind = StateStore(store)
    behind.prepare(2, paid(30))
    commit(store, states, 2, paid(30, WHO[:30]))
    behind.committed(commit(store, states, 3, paid(40, WHO[30:])))
    assert StateStore(store).prepare(4, paid(50)) == behind.prepare(4, paid(50))


def test_the_newest_state_of_an_empty_database_is_empty():
    """Before the first block there is an empty state to build it upon, and no height."""
    states = StateStore(MemoryStore())
    assert states.reader().account(WHO[0]) is None
    assert states.reader().height is None
    assert (states.head(), states.oldest_height(), states.prune(5, 5)) == (None, None, [])
    for ask in (
        lambda: states.reader(0),
        lambda: states.proof(WHO[0], []),
        lambda: states.rollback_one(),
    ):
        with pytest.raises(Unavailable, match="the database is empty"):
            ask()


def test_the_oldest_state_is_not_rolled_back():
    """Where the state before is not kept, a rollback says which heights are."""
    store, states = two_blocks()
    store.write(states.rollback_one().writes, sync=True)
    with pytest.raises(StateUnavailable, match="no state at height -1: this node keeps 0 to 0"):
        states.rollback_one()


def test_pruning_stops_at_the_head():
    """However far one wants to prune, the newest state stays."""
    store, states = two_blocks()
    while writes := states.prune(100, 1000):
        store.write(writes, sync=False)
    assert (states.oldest_height(), states.head()[0]) == (1, 1)
    assert WHO[0][0] * 20 == states.reader(1).account(WHO[0]).balance_wei


def test_code_is_kept_once_and_found_by_its_hash():
    """Code is written the first time only; the empty code needs no key; another is corrupt."""
    store, states = two_blocks()
    diff = StateDiff({WHO[0]: (1, 1, keccak(CODE))}, codes={keccak(CODE): CODE})
    commit(store, states, 2, diff)
    assert states.reader().code(keccak(CODE)) == CODE
    assert states.reader().code(EMPTY_CODE_HASH) == b""
    writes = dict(states.prepare(3, diff).writes)
    assert schema.code_key(keccak(CODE)) not in writes
    with pytest.raises(StoreCorrupt, match="no code with hash"):
        states.reader().code(keccak(b"unknown"))


@pytest.mark.parametrize("damage", [None, b"\xc0"])
def test_a_damaged_trie_is_corrupt_and_gives_no_root(damage):
    """A node that is missing, or is another one, stops the block instead of a wrong root."""
    store, _ = two_blocks()
    store.write([(schema.ACCOUNT_NODE + b"\x01", damage)], sync=True)
    states = StateStore(store)
    with pytest.raises(StoreCorrupt, match="expected hash"):
        states.prepare(2, paid(30))


def test_a_proof_from_a_damaged_trie_is_refused():
    """A missing node is StoreCorrupt, not a proof of absence."""
    store, states = two_blocks()
    store.write([(schema.ACCOUNT_NODE, None)], sync=True)
    with pytest.raises(StoreCorrupt, match="found nothing"):
        states.proof(WHO[0], [])


def test_a_height_that_does_not_follow_is_our_own_bug():
    """Preparing any height but the next is an assertion."""
    _, states = two_blocks()
    with pytest.raises(AssertionError):
        states.prepare(3, paid(30))


def test_storage_of_no_account_is_our_own_bug():
    """Words of an account that is not there are an assertion; zeros there are nothing."""
    _, states = two_blocks()
    nobody = Address(b"\xee" * 20)
    assert states.prepare(2, StateDiff(storage={nobody: {1: 0}})).state_root == states.head()[1]
    with pytest.raises(AssertionError, match="which is no account"):
        states.prepare(2, StateDiff(storage={nobody: {1: 1}}))


def test_words_that_the_block_has_read_are_not_read_again():
    """With what the block read, a commit asks for no slot, and writes what it writes without."""
    store = MemoryStore()
    states = StateStore(store)
    first = StateDiff({WHO[0]: (1, 1, EMPTY_CODE_HASH)}, {WHO[0]: {1: 5, 2: 6, 3: 7}})
    commit(store, states, 1, first)
    changed = {WHO[0]: {1: 8, 2: 0, 4: 9}}
    unread = states.prepare(2, StateDiff(storage=changed))
    asked = []
    inner, store.get = store.get, lambda key: asked.append(key) or inner(key)
    read = states.prepare(2, StateDiff(storage=changed, below={WHO[0]: {1: 5, 2: 6, 4: 0}}))
    assert (unread.state_root, unread.writes) == (read.state_root, read.writes)
    assert not [key for key in asked if key[:1] == schema.SLOT]


def test_accounts_that_the_block_has_read_are_not_read_again():
    """With what the block read, a commit asks for no account, and writes what it writes without."""
    store = MemoryStore()
    states = StateStore(store)
    commit(store, states, 1, StateDiff({**paid(5).accounts}, {WHO[0]: {1: 5}}))
    stranger = Address(bytes(20))
    after = {WHO[0]: (2, 7, EMPTY_CODE_HASH), WHO[1]: None, stranger: (0, 1, EMPTY_CODE_HASH)}
    storage = {WHO[0]: {1: 6}, WHO[2]: {1: 1}}
    unread = states.prepare(2, StateDiff(after, storage))
    reader = states.reader()
    below = {who: reader.account(who) for who in (*after, WHO[2])}
    asked = []
    inner, store.get = store.get, lambda key: asked.append(key) or inner(key)
    read = states.prepare(2, StateDiff(after, storage, accounts_below=below))
    assert (unread.state_root, unread.writes) == (read.state_root, read.writes)
    assert below[stranger] is None and not [key for key in asked if key[:1] == schema.ACCOUNT]


def forty_payments():
    """Return a store, its states and roots: of the branches most are written by what changed."""
    store = MemoryStore()
    states = StateStore(store)
    roots = [commit(store, states, 0, paid(1)).state_root]
    for height in range(1, 40):
        roots.append(commit(store, states, height, paid(height + 1, [WHO[height]])).state_root)
    entries = [entry for _, entry in store.iterate(*history_range())]
    assert sum(entry[:1] == DELTA for entry in entries) > 30
    return store, states, roots


def test_who_begins_with_a_written_state_finds_what_the_deltas_make_of_it():
    """With tops read ahead, without, and for a state that is thought of: the root is the same."""
    store, states, roots = forty_payments()
    expected = states.prepare(40, paid(50)).state_root
    for is_warm in (False, True):
        fresh = StateStore(store)
        if is_warm:
            fresh.warm()
        assert expected == fresh.prepare(40, paid(50)).state_root
    assert expected == sketch_of(states, 39, roots[39]).apply(paid(50))
    assert roots[21] == sketch_of(states, 20, roots[20]).apply(paid(22, [WHO[21]]))


def test_what_was_wiped_is_proven_as_it_was_though_deltas_said_it():
    """The words of an account that is gone: each old height has its own, and rollback too."""
    store = MemoryStore()
    states = StateStore(store)
    who, slots = WHO[0], range(40)
    first = StateDiff(paid(1).accounts, {who: {slot: slot + 1 for slot in slots}})
    commit(store, states, 0, first)
    for height in range(1, 20):
        commit(store, states, height, StateDiff({}, {who: {height: 1_000 + height}}))
    entries = [(key, entry[:1]) for key, entry in store.iterate(*history_range())]
    assert sum(key[2:3] == schema.STORAGE_NODE and tag == DELTA for key, tag in entries) > 10
    expected = [states.proof(who, [5, 30], height) for height in range(20)]
    commit(store, states, 20, StateDiff({who: None}))
    assert [states.proof(who, [5, 30], height) for height in range(20)] == expected
    store.write(states.rollback_one().writes, sync=True)
    assert [states.proof(who, [5, 30], height) for height in range(20)] == expected


def test_a_damaged_delta_is_corrupt_and_gives_no_root():
    """A delta that is gone, or leads elsewhere, is found where the branch is read."""
    store, _, _ = forty_payments()
    newest = {key[:-8]: (key, entry) for key, entry in store.iterate(*history_range())}
    damaged = 0
    for key, entry in newest.values():
        if entry[:1] == DELTA:
            for other in (None, entry[:-1] + bytes((entry[-1] ^ 1,))):
                damaged += 1
                store.write([(key, other)], sync=True)
                with pytest.raises(StoreCorrupt, match="expected hash"):
                    StateStore(store).warm()
                store.write([(key, entry)], sync=True)
    assert damaged


def test_proofs_of_old_heights_are_whole_though_branches_are_kept_by_what_changed():
    """Of the branches that one payment changes only the child is kept; every old root is proven."""
    _, states, roots = forty_payments()
    for height, root in enumerate(roots):
        for who in WHO[::7]:
            proof = states.proof(who, [], height)
            nodes = [rlp.decode(node) for node in proof.account_proof]
            leaf = HexaryTrie.get_from_proof(root, keccak(who), nodes)
            assert rlp.decode(leaf)[1] == proof.account.balance_wei.to_bytes(2, "big").lstrip(b"\0")
