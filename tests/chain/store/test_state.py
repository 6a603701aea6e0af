"""The state at rest: roots, reads and proofs at every height, checked against plain models."""

import rlp
from trie import HexaryTrie

from chain.store.leveldb import LevelStore
from chain.store.node import keccak
from chain.store.state import StateStore
from chain.types.account import StateDiff
from chain.types.primitives import EMPTY_CODE_HASH, EMPTY_TRIE_ROOT, Address, Nonce, Wei


def test_a_prepared_block_is_read_back_from_disk_under_the_root_of_py_trie(tmp_path):
    """What is prepared and written in one batch is read back, under the root py-trie computes."""
    store = LevelStore(tmp_path / "db")
    state = StateStore(store)
    who = [Address(bytes([index]) * 20) for index in range(1, 60)]
    diff = StateDiff({a: (Nonce(1), Wei(a[0] * 10**18), EMPTY_CODE_HASH) for a in who})
    prepared = state.prepare(0, diff)
    store.write(prepared.writes, sync=True)
    state.committed(prepared)

    expected = HexaryTrie({})
    for a in who:
        leaf = rlp.encode([1, a[0] * 10**18, EMPTY_TRIE_ROOT, EMPTY_CODE_HASH])
        expected[keccak(a)] = leaf
    assert expected.root_hash == prepared.state_root
    store.close()

    reopened = LevelStore(tmp_path / "db")
    reader = StateStore(reopened).reader()
    assert [a[0] * 10**18 for a in who] == [reader.account(a).balance_wei for a in who]
    reopened.close()
