"""Rewritten nodes lead from what was to what is, and back."""

from hypothesis import given
from hypothesis import strategies as st

from chain.store.node import EMPTY, HASH_PREFIX, Branch, with_child
from chain.store.rewritten import DELTA, PLACE_BYTES, Replaced, Rewritten, put_back, put_forth

HASHES = st.binary(min_size=32, max_size=32)


@given(st.lists(HASHES, min_size=16, max_size=16), st.integers(0, 15), HASHES)
def test_a_patch_leads_from_a_branch_to_the_next_and_back(children, nibble, digest):
    """Whichever child was replaced, the patch puts the old or the new one there, and no other."""
    before = Branch([HASH_PREFIX + child for child in children] + [EMPTY]).encode()
    place = 3 + 33 * nibble
    after = with_child(before, place, HASH_PREFIX + digest)
    patch = (
        DELTA
        + place.to_bytes(PLACE_BYTES, "big")
        + before[place : place + 33]
        + HASH_PREFIX
        + digest
    )
    assert put_back(after, patch) == before
    assert put_forth(before, patch) == put_forth(after, patch) == after


def test_all_kinds_of_nodes_are_told_together():
    """Branches in parts and whole, and leaves: what they were and what they are."""
    old, new, rest = (bytes((byte,)) * 33 for byte in (7, 8, 9))
    patch = DELTA + (0).to_bytes(PLACE_BYTES, "big") + old + new
    nodes = Rewritten(
        [b"p"],
        [new + rest],
        [patch],
        branches=Replaced([b"q"], [b"branch"], [b"BRANCH"]),
        leaves=Replaced([b"l"], [b"leaf"], [b"LEAF"]),
    )
    assert len(nodes) == 3
    wholes = {b"q": b"BRANCH", b"l": b"LEAF"}
    assert dict(nodes.whole_after()) == wholes
    assert dict(nodes.writes()) == {b"p": new + rest} | wholes
    wholes = {b"q": b"branch", b"l": b"leaf"}
    assert dict(nodes.whole_before()) == wholes
    assert dict(nodes.before()) == {b"p": old + rest} | wholes
