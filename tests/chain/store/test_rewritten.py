"""Rewritten nodes lead from what was to what is, and back."""

from hypothesis import given
from hypothesis import strategies as st

from chain.store.node import EMPTY, HASH_PREFIX, Branch, with_child
from chain.store.rewritten import DELTA, PLACE_BYTES, Rewritten, put_back, put_forth

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


def test_the_nodes_of_two_tries_are_told_together():
    """Branches and leaves of both, what they were and what they are."""
    old, new, rest = (bytes((byte,)) * 33 for byte in (7, 8, 9))
    branch, before = new + rest, old + rest
    patch = DELTA + (0).to_bytes(PLACE_BYTES, "big") + old + new
    one = Rewritten([b"p"], [branch], [patch], [b"l"], [b"leaf"], [b"LEAF"])
    other = Rewritten([b"q"], [branch], [patch], [b"m"], [b"word"], [b"WORD"])
    one.add(other)
    assert len(one) == 4
    assert dict(one.writes()) == {b"p": branch, b"q": branch, b"l": b"LEAF", b"m": b"WORD"}
    assert dict(one.before()) == {b"p": before, b"q": before, b"l": b"leaf", b"m": b"word"}
