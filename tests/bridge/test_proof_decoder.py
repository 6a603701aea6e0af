"""
The decoder of state proofs under many random cases; `make test-bridge` runs them all.

    a true proof --bytes changed, links to it made anew--> refused, or what py-trie reads as well
"""

import os

import pytest
import rlp
from eth_hash.auto import keccak
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from trie import HexaryTrie

from chain.state_proofs import ProofRefused, verify_slot
from tests.chain.test_state_proofs import proof_of, storage

pytestmark = [pytest.mark.long, pytest.mark.timeout(900)]
CASES = int(os.environ.get("KUMIAI_PROOF_CASES", "20000"))  # of each of the two tests
MANY = settings(
    max_examples=CASES, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
)
NODES = storage({slot: 1 + slot**9 for slot in range(400)})
PROOFS = {slot: proof_of(NODES, slot) for slot in range(430)}  # the last ones prove absence
SLOTS = st.integers(0, 429)
CHANGES = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 600), st.binary(max_size=3)), min_size=1, max_size=3
)


def changed(node, changes):
    """Return a node with bytes put over others, put in or taken out."""
    for kind, place, more in changes:
        place %= max(1, len(node))
        tail = node[place + len(more) :] if kind == 0 else node[place:]
        node = (
            node[:place] + (more if kind < 2 else b"") + (tail if kind < 2 else node[place + 1 :])
        )
    return node


def linked(proof, at, node):
    """Return a proof with a node replaced, each above it naming the one below anew."""
    found = [*proof[:at], node, *proof[at + 1 :]]
    for above in range(at - 1, -1, -1):
        found[above] = found[above].replace(keccak(proof[above + 1]), keccak(found[above + 1]))
    return found


def read(root, slot, proof):
    """Return the word that a proof proves, None where it is refused."""
    try:
        return verify_slot(root, slot, proof)
    except ProofRefused:
        return None


@MANY
@given(SLOTS, st.integers(0, 9), CHANGES)
def test_a_changed_proof_proves_nothing_under_the_true_root(slot, at, changes):
    """Whatever is done to bytes: refused, or the proof is as it was."""
    proof = PROOFS[slot]
    at %= len(proof)
    other = [*proof[:at], changed(proof[at], changes), *proof[at + 1 :]]
    assert other == proof or read(NODES.root, slot, other) is None


@MANY
@given(SLOTS, st.integers(0, 9), CHANGES)
def test_what_is_taken_under_any_root_is_what_another_trie_reads(slot, at, changes):
    """A root may be any: a proof that is taken is canonical, and py-trie reads the same word."""
    proof = PROOFS[slot]
    at %= len(proof)
    other = linked(proof, at, changed(proof[at], changes))
    root = keccak(other[0])
    word = read(root, slot, other)
    if word is None:
        return
    nodes = [rlp.decode(node) for node in other]
    assert [rlp.encode(node) for node in nodes] == other
    value = HexaryTrie.get_from_proof(root, keccak(slot.to_bytes(32, "big")), nodes)
    assert word == (int.from_bytes(rlp.decode(value), "big") if value else 0)
