"""RLP of trie nodes, checked against the rlp package, and nodes that are damaged."""

import pytest
import rlp
from hypothesis import example, given
from hypothesis import strategies as st

from chain.errors import StoreCorrupt
from chain.store.account import encode_account
from chain.store.node import (
    EMPTY,
    HASH_PREFIX,
    Branch,
    Extension,
    Leaf,
    child_at,
    decode_node,
    decode_string,
    encode_integer,
    encode_list,
    encode_string,
    is_full_branch,
    is_inner,
    keccak,
    may_be_branch,
    place_of_child,
    to_nibbles,
    with_child,
)
from chain.types.primitives import EMPTY_CODE_HASH, EMPTY_TRIE_ROOT

NIBBLES = st.binary(max_size=64).map(lambda data: bytes(byte & 15 for byte in data))
HASHED = st.binary(min_size=32, max_size=32).map(encode_string)
EMBEDDED = st.binary(min_size=2, max_size=20).map(lambda data: rlp.encode([b" ", data]))
CHILD = st.just(EMPTY) | HASHED | EMBEDDED
VALUES = st.sampled_from([1, 2, 31, 32, 55, 56, 255, 256, 500, 70_000]).map(lambda n: b"\x99" * n)


@given(st.binary(max_size=300) | VALUES)
def test_strings_and_lists_are_encoded_as_rlp_says(data):
    """Strings of every length class, and lists of them, equal the rlp package's."""
    assert rlp.encode(data) == encode_string(data)
    assert rlp.encode([data, data]) == encode_list(encode_string(data) * 2)
    assert data == decode_string(encode_string(data))


@given(st.integers(min_value=0, max_value=2**256 - 1) | st.integers(min_value=0, max_value=300))
def test_integers_are_encoded_as_rlp_says(value):
    """Every 256-bit integer equals the rlp package's encoding."""
    assert rlp.encode(value) == encode_integer(value)


@given(NIBBLES, st.binary(min_size=1, max_size=200) | VALUES)
def test_a_leaf_comes_back_as_it_was(path, value):
    """Path and value of a leaf survive encoding, with paths of odd and even length."""
    node = decode_node(Leaf(path, value).encode())
    assert isinstance(node, Leaf)
    assert (path, value) == (node.path, node.value)


@given(NIBBLES, HASHED | EMBEDDED)
def test_an_extension_comes_back_as_it_was(path, child):
    """Path and reference of an extension survive encoding."""
    node = decode_node(Extension(path, child).encode())
    assert isinstance(node, Extension)
    assert (path, child) == (node.path, node.child)


@given(
    st.lists(CHILD, min_size=16, max_size=16) | st.lists(HASHED, min_size=16, max_size=16),
    st.just(EMPTY) | VALUES.map(encode_string) | HASHED,
)
def test_a_branch_comes_back_as_it_was(children, value):
    """Every mix of empty, hashed and embedded children and of values survives encoding."""
    encoded = Branch([*children, value]).encode()
    assert rlp.encode(rlp.decode(encoded)) == encoded
    node = decode_node(encoded)
    assert isinstance(node, Branch)
    assert [*children, value] == node.items


@given(
    st.lists(st.just(EMPTY) | HASHED, min_size=16, max_size=16)
    | st.lists(HASHED, min_size=16, max_size=16)
    | st.lists(CHILD, min_size=16, max_size=16),
    st.just(EMPTY) | VALUES.map(encode_string) | HASHED,
    st.integers(min_value=0, max_value=15),
    CHILD,
)
@example([HASH_PREFIX + bytes(32), b"\xc4 \x82\0\0", *[EMPTY] * 13, b"\xa0" * 33], EMPTY, 0, EMPTY)
def test_a_child_is_replaced_in_place_as_in_a_decoded_branch(children, value, nibble, new):
    """Where a place is found it is the child's, and the spliced branch is the encoded one."""
    encoded = Branch([*children, value]).encode()
    place = place_of_child(encoded, nibble)
    looked_at = children[: max(nibble + 1, 2 if len(children[0]) == 33 else 1)]
    plain = all(len(item) == 33 or item == EMPTY for item in looked_at)
    if len(encoded) >= 83:
        assert plain == (place >= 0)
    if place >= 0:
        assert children[nibble] == child_at(encoded, place)
        children[nibble] = new
        assert Branch([*children, value]).encode() == with_child(encoded, place, new)
    is_full = all(len(item) == 33 for item in children) and value == EMPTY
    assert is_full_branch(Branch([*children, value]).encode()) == is_full


@given(st.lists(st.just(EMPTY) | HASHED, min_size=16, max_size=16), NIBBLES)
def test_a_branch_is_told_from_the_leaf_of_a_plain_account(children, path):
    """Branches of two hashes and more may be branches, leaves of accounts without code are not."""
    encoded = Branch([*children, EMPTY]).encode()
    is_whole = sum(len(item) == 33 for item in children) >= 2
    assert may_be_branch(encoded) == is_whole
    assert is_inner(encoded) >= is_whole
    account = encode_account(1, 10**20, EMPTY_TRIE_ROOT, EMPTY_CODE_HASH)
    assert not may_be_branch(Leaf(path, account).encode())


@given(
    NIBBLES | st.binary(min_size=62, max_size=64).map(lambda data: bytes(b & 15 for b in data)),
    st.binary(min_size=1, max_size=600) | VALUES | HASHED,
    st.integers(min_value=0, max_value=15),
)
def test_a_leaf_or_an_extension_has_no_place_for_a_child(path, value, nibble):
    """No path and no value, even of a branch's own bytes, make another node pass for a branch."""
    branch_like = Branch([HASH_PREFIX + b"\xa0" * 32] * 16 + [EMPTY]).encode()
    for held in (value, branch_like, branch_like[3:], HASH_PREFIX + value):
        leaf = Leaf(path, held).encode()
        assert (place_of_child(leaf, nibble), is_inner(leaf)) == (-1, False)
    extension = Extension(path, encode_string(value[:32])).encode()
    assert (place_of_child(extension, nibble), is_inner(extension)) == (-1, True)


def test_a_leaf_that_looks_like_a_branch_to_a_hasty_reader_is_a_leaf():
    """A value that is made of a branch's bytes does not turn a leaf into a branch."""
    value = b"\xa0" + b"\x01" * 32 + b"\x80" * 60
    node = decode_node(Leaf(b"\x01\x02", value).encode())
    assert isinstance(node, Leaf)
    assert value == node.value


@pytest.mark.parametrize(
    "encoded",
    [
        rlp.encode([b" ", b"value", b"third"]),
        Branch([EMPTY] * 15 + [encode_string(b"\x01" * 32)] * 2).encode()[:-1],
        b"\xc1",
    ],
)
def test_a_damaged_node_is_called_corrupt(encoded):
    """A wrong number of items and a node that is cut short are StoreCorrupt."""
    with pytest.raises(StoreCorrupt):
        decode_node(encoded)


def test_nibbles_come_high_first():
    """The nibbles of 0x1a are 1 and 10."""
    assert to_nibbles(b"\x1a\xf0") == b"\x01\x0a\x0f\x00"


def test_keccak_is_the_one_of_ethereum():
    """The hash of nothing is Ethereum's, not that of NIST's SHA-3."""
    assert keccak(b"").hex().startswith("c5d2460186f7233c")
