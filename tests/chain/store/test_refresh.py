"""Branches that only deltas say are written anew before the deltas are forgotten."""

import pytest

from chain.store import schema
from chain.store.history import current, history_range
from chain.store.leveldb import LevelStore
from chain.store.memory import MemoryStore
from chain.store.refresh import KEYS_PER_NODE, Step, Walk, refresh, walk_in
from chain.store.rewritten import DELTA
from chain.store.state import StateStore
from tests.chain.store.test_state import WHO, commit, paid

BLOCKS = 30
NODES = (schema.ACCOUNT_NODE, bytes((schema.ACCOUNT_NODE[0] + 1,)))


@pytest.fixture(params=["memory", "disk"])
def store(request, tmp_path):
    """Return an empty database."""
    found = MemoryStore() if request.param == "memory" else LevelStore(tmp_path / "db")
    yield found
    found.close()


def payments(store, states, first, last):
    """Write blocks in which one account is paid, so that most branches get deltas."""
    for height in range(first, last + 1):
        commit(store, states, height, paid(1_000 + height, [WHO[height % len(WHO)]]))


def grown(store):
    """Return states of which most branches are said by deltas."""
    states = StateStore(store)
    commit(store, states, 0, paid(1))
    payments(store, states, 1, BLOCKS)
    assert behind(store)
    return states


def behind(store):
    """Return the branches that differ from what is written."""
    return [key for key, node in store.iterate(*NODES) if node != current(store, key)]


def prune(store, states, up_to, keys_max):
    """Forget in steps; return how many walked."""
    walked = 0
    while writes := states.prune(up_to, keys_max):
        store.write(writes, sync=False)
        walked += any(key == schema.REFRESH_KEY for key, _ in writes)
    return walked


@pytest.mark.parametrize("keys_max", [1, 7 * KEYS_PER_NODE, 10_000])
def test_a_walk_writes_what_deltas_say_and_then_they_go(store, keys_max):
    """After it, in steps of whatever size, each branch is written and no older entry is left."""
    states = grown(store)
    root = states.head()[1]
    nodes = len(list(store.iterate(*NODES)))
    walked = prune(store, states, BLOCKS, keys_max)
    assert walked == nodes // max(1, keys_max // KEYS_PER_NODE) + 1
    assert not behind(store)
    assert not list(store.iterate(*history_range()))
    assert StateStore(store).prepare(BLOCKS + 1, paid(7, WHO[:1])).state_root != root
    assert walk_in(store, 0, BLOCKS) == Walk(BLOCKS, BLOCKS, b"")


def test_what_a_walk_promises_is_not_asked_for_again():
    """Up to where it began, forgetting goes on without another; beyond that another begins."""
    store = MemoryStore()
    states = grown(store)
    assert prune(store, states, 5, 10_000) == 1
    assert prune(store, states, BLOCKS, 10_000) == 0
    payments(store, states, BLOCKS + 1, BLOCKS + 9)
    assert prune(store, states, BLOCKS + 4, 10_000) == 1
    assert walk_in(store, 0, 0).done == BLOCKS + 9


def test_a_walk_goes_on_where_a_restart_left_it():
    """The next node is in the database: no other is looked at twice."""
    store = MemoryStore()
    states = grown(store)
    store.write(states.prune(5, 3 * KEYS_PER_NODE), sync=False)
    before = walk_in(store, 0, BLOCKS)
    store.write(StateStore(store).prune(5, 3 * KEYS_PER_NODE), sync=False)
    after = walk_in(store, 0, BLOCKS)
    assert (before.done, before.began) == (after.done, after.began) == (0, BLOCKS)
    passed = [key for key, _ in store.iterate(*NODES) if key < after.key]
    assert [key for key in passed if key >= before.key] == passed[3:]
    assert len(passed) == 6


@pytest.mark.parametrize("is_over", [True, False])
def test_after_a_rollback_new_deltas_are_not_taken_for_those_that_a_walk_saw(is_over):
    """Heights come once more with other blocks: a walk speaks of none of them."""
    store = MemoryStore()
    states = grown(store)
    if is_over:
        prune(store, states, 5, 10_000)
    else:  # all account nodes are behind it, and it has not come to its end
        nodes = len(list(store.iterate(*NODES)))
        store.write(states.prune(5, nodes * KEYS_PER_NODE), sync=False)
    for _ in range(20):
        store.write(states.rollback_one().writes, sync=False)
    payments(store, states, BLOCKS - 19, BLOCKS)
    root = states.head()[1]
    prune(store, states, BLOCKS, 10_000)
    fresh = StateStore(store)
    fresh.warm()
    assert fresh.proof(WHO[3], []).state_root == root
    assert not [entry for _, entry in store.iterate(*history_range()) if entry[:1] == DELTA]


def test_a_step_past_the_last_node_ends_the_walk():
    """Nothing is left to write; what was changed before it began is done with."""
    walk = Walk(3, 5, schema.STORAGE_NODE + b"\xff" * 80)
    over = Walk(5, 5, b"")
    assert refresh(MemoryStore(), walk, 9, 100) == Step(
        [(schema.REFRESH_KEY, over.encode())], over, 100
    )


def test_the_step_that_ends_a_walk_forgets_with_what_is_left_of_its_bound():
    """Where all nodes fit into a step, forgetting is not put off by a block."""
    store = MemoryStore()
    states = grown(store)
    nodes = len(list(store.iterate(*NODES)))
    gone = states.prune(5, nodes * KEYS_PER_NODE + 4 * KEYS_PER_NODE)
    assert sum(key[:1] == schema.HISTORY for key, _ in gone) == 4 * KEYS_PER_NODE
    store.write(gone, sync=False)
    assert states.oldest_height() > 0
