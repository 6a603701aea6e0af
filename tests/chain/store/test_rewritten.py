"""Rewritten nodes lead from what was to what is, and back."""

from hypothesis import given
from hypothesis import strategies as st

from chain.store.node import EMPTY, HASH_PREFIX, Branch, with_child
from chain.store.rewritten import PLACE_BYTES, Rewritten, put_back

HASHES = st.binary(min_size=32, max_size=32)


@given(st.lists(HASHES, min_size=16, max_size=16), st.integers(0, 15), HASHES)
def test_a_patch_leads_back_to_the_branch_before(children, nibble, digest):
    """Whichever child of a branch was replaced, its patch puts the old one back and no other."""
    before = Branch([HASH_PREFIX + child for child in children] + [EMPTY]).encode()
    place = 3 + 33 * nibble
    after = with_child(before, place, HASH_PREFIX + digest)
    patch = place.to_bytes(PLACE_BYTES, "big") + before[place : place + 33]
    assert put_back(after, patch) == before


def test_the_nodes_of_two_tries_are_told_together():
    """Branches and leaves of both, what they were and what they are."""
    patch = (0).to_bytes(PLACE_BYTES, "big") + b"old"
    one = Rewritten([b"p"], [b"new!"], [patch], [b"l"], [b"leaf"], [b"LEAF"])
    other = Rewritten([b"q"], [b"now!"], [patch], [b"m"], [b"word"], [b"WORD"])
    one.add(other)
    assert len(one) == 4
    assert dict(one.writes()) == {b"p": b"new!", b"q": b"now!", b"l": b"LEAF", b"m": b"WORD"}
    assert dict(one.before()) == {b"p": b"old!", b"q": b"old!", b"l": b"leaf", b"m": b"word"}
