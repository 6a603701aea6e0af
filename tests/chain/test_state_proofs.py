"""Proofs of state: taken where they lead from the root to the key, and in no other shape at all."""

from collections.abc import Sequence

import pytest
import rlp
from eth_hash.auto import keccak
from hypothesis import given, settings
from hypothesis import strategies as st
from trie import HexaryTrie

from chain.state_proofs import (
    NODE_BYTES_MAX,
    NODES_MAX,
    ProofRefused,
    verify_account,
    verify_slot,
)
from chain.store.account import encode_account
from chain.store.node import to_nibbles
from chain.store.trie import prove
from chain.types.primitives import EMPTY_CODE_HASH, EMPTY_TRIE_ROOT, Address, Hash32
from tests.chain.store.test_trie import Nodes

ALICE = Address(b"\xaa" * 20)


def storage(words: dict[int, int]) -> Nodes:
    """A storage trie as our store makes it."""
    nodes = Nodes()
    nodes.apply(
        {keccak(slot.to_bytes(32, "big")): rlp.encode(word) for slot, word in words.items()}
    )
    return nodes


def proof_of(nodes: Nodes, slot: int) -> list[bytes]:
    """What our store proves of a slot."""
    return prove(nodes.read, nodes.root, to_nibbles(keccak(slot.to_bytes(32, "big"))))


def py_trie_proof(words: dict[int, int], slot: int) -> tuple[bytes, list[bytes]]:
    """Root and proof that py-trie makes of the same storage; it repeats embedded nodes."""
    oracle = HexaryTrie({})
    for key, word in words.items():
        oracle[keccak(key.to_bytes(32, "big"))] = rlp.encode(word)
    nodes = [rlp.encode(list(node)) for node in oracle.get_proof(keccak(slot.to_bytes(32, "big")))]
    return oracle.root_hash, [node for at, node in enumerate(nodes) if not at or len(node) >= 32]


WORDS = st.dictionaries(st.integers(0, 60), st.integers(1, 2**256 - 1), max_size=40)


@settings(max_examples=80, deadline=None)
@given(WORDS, st.integers(0, 70))
def test_our_store_and_py_trie_prove_every_slot(words, slot):
    """What either trie proves, member or not, is the word that was stored, 0 where none was."""
    nodes = storage(words)
    assert words.get(slot, 0) == verify_slot(nodes.root, slot, proof_of(nodes, slot))
    root, proof = py_trie_proof(words, slot)
    if words:
        assert words.get(slot, 0) == verify_slot(Hash32(root), slot, proof)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 30), st.integers(0, 40))
def test_accounts_are_proven_with_their_storage_root(count, pick):
    """An account gives its storage root, an address without one gives None."""
    addresses = [keccak(bytes([index]))[:20] for index in range(41)]
    nodes = Nodes()
    nodes.apply(
        {
            keccak(address): encode_account(index, index * 10**18, keccak(address), EMPTY_CODE_HASH)
            for index, address in enumerate(addresses[:count])
        }
    )
    address = Address(addresses[pick])
    proof = prove(nodes.read, nodes.root, to_nibbles(keccak(address)))
    expected = keccak(address) if pick < count else None
    assert expected == verify_account(nodes.root, address, proof)


def test_nothing_is_proven_of_nobody_by_an_empty_proof():
    """No account, or an empty storage, holds 0 everywhere; a node for it is one too many."""
    assert verify_account(EMPTY_TRIE_ROOT, ALICE, []) is None
    assert (0, 0) == (verify_slot(None, 5, []), verify_slot(EMPTY_TRIE_ROOT, 5, []))
    for root in (None, EMPTY_TRIE_ROOT):
        with pytest.raises(ProofRefused, match="expected 0 nodes, found 1"):
            verify_slot(root, 5, [b"\x80"])
    with pytest.raises(ProofRefused, match="node 0 is missing"):
        verify_slot(storage({1: 1}).root, 1, [])


SAMPLE = {slot: slot + 1 for slot in range(200)}
SAMPLE_NODES = storage(SAMPLE)
SLOTS = st.sampled_from([0, 7, 199, 200, 1_000, 4_321])


def same_answer_or_refused(slot: int, proof: Sequence[bytes]) -> bool:
    """Whether a changed proof is refused; one that is taken must not be changed at all."""
    try:
        verify_slot(SAMPLE_NODES.root, slot, proof)
    except ProofRefused:
        return True
    return list(proof) == proof_of(SAMPLE_NODES, slot)


@settings(max_examples=300, deadline=None)
@given(SLOTS, st.data())
def test_any_changed_byte_is_refused(slot, data):
    """One byte changed, cut off, or put in, anywhere in any node: nothing is proven."""
    proof = proof_of(SAMPLE_NODES, slot)
    at = data.draw(st.integers(0, len(proof) - 1))
    place = data.draw(st.integers(0, len(proof[at]) - 1))
    node, byte = proof[at], data.draw(st.integers(0, 255))
    for changed in (
        node[:place] + bytes([byte]) + node[place + 1 :],
        node[:place] + node[place + 1 :],
        node[:place] + bytes([byte]) + node[place:],
        node[:place],
    ):
        assert same_answer_or_refused(slot, [*proof[:at], changed, *proof[at + 1 :]])


@settings(max_examples=300, deadline=None)
@given(SLOTS, SLOTS, st.data())
def test_any_other_list_of_nodes_is_refused(slot, other, data):
    """Nodes left out, doubled, reordered or of another key's proof: nothing is proven."""
    pool = proof_of(SAMPLE_NODES, slot) + proof_of(SAMPLE_NODES, other)
    assert same_answer_or_refused(slot, data.draw(st.lists(st.sampled_from(pool), max_size=6)))


def test_the_three_kinds_of_absence():
    """An empty place in a branch, a leaf of another key, an extension that the key leaves."""
    found = set()
    for seed in range(40):
        words = {seed * 100 + slot: 1 for slot in range(1 + seed % 3)}
        nodes = storage(words)
        for slot in range(10_000, 10_040):
            proof = proof_of(nodes, slot)
            assert 0 == verify_slot(nodes.root, slot, proof)
            last = rlp.decode(proof[-1])
            kind = "branch" if len(last) == 17 else "leaf" if last[0][0] >= 0x20 else "extension"
            found.add(kind)
    assert {"branch", "leaf", "extension"} == found


# Tries that nobody has, made by hand around one key.


KEY = keccak(bytes(31) + b"\x05").hex()  # the nibbles of slot 5


def compact(nibbles: str, is_leaf: bool) -> bytes:
    """A path as appendix C of the Yellow Paper encodes it."""
    odd = len(nibbles) % 2
    flag = 2 * is_leaf + odd
    return bytes.fromhex(f"{flag:x}{'' if odd else '0'}{nibbles}")


def leaf(nibbles: str, value: object = b"\x07") -> list:
    """A leaf."""
    return [compact(nibbles, is_leaf=True), value]


def branch(children: dict[str, object], value: bytes = b"") -> list:
    """A branch."""
    return [children.get(f"{nibble:x}", b"") for nibble in range(16)] + [value]


def verified(*nodes: object) -> int:
    """Verify slot 5 by nodes under the root that the first one has."""
    proof = [node if isinstance(node, bytes) else rlp.encode(node) for node in nodes]
    return verify_slot(Hash32(keccak(proof[0])), 5, proof)


OTHER_NIBBLE = "f" if KEY[0] != "f" else "0"
OTHER_LAST = "f" if KEY[63] != "f" else "0"
HASH = b"\x11" * 32
LONG_WORD = rlp.encode(2**255)
# Siblings deep enough that their leaves fit into the parent.
DEEP_LEAF, DEEP_OTHER = leaf("", b"\x07"), leaf("", b"\x09")
DEEP = branch({KEY[63]: DEEP_LEAF, OTHER_LAST: DEEP_OTHER})
DEEP_ROOT = [compact(KEY[:63], is_leaf=False), DEEP]


def test_embedded_nodes_are_followed():
    """Nodes below 32 bytes stand inside their parents, branch in extension and leaf in branch."""
    assert 7 == verified(DEEP_ROOT)
    assert 7 == verified(leaf(KEY))


def below(node: object, sibling: object = HASH) -> tuple[object, object]:
    """A branch that names a node by its hash, and that node."""
    return branch({KEY[0]: keccak(rlp.encode(node)), OTHER_NIBBLE: sibling}), node


BEHIND = branch({"0": HASH, "1": HASH})
LAST = branch({KEY[63]: keccak(rlp.encode(BEHIND)), OTHER_LAST: HASH})
CROOKED = {
    "a branch with a value": (branch({KEY[0]: HASH, OTHER_NIBBLE: HASH}, b"\x01"),),
    "a branch that does not branch": (branch({KEY[0]: HASH}),),
    "a branch behind the end of the key": (
        [compact(KEY[:63], is_leaf=False), keccak(rlp.encode(LAST))],
        LAST,
        BEHIND,
    ),
    "node 1 has 22 bytes": ([compact(KEY[:63], is_leaf=False), keccak(rlp.encode(DEEP))], DEEP),
    "an embedded node of 69 bytes": (
        branch({KEY[0]: leaf(KEY[1:], LONG_WORD), OTHER_NIBBLE: HASH}),
    ),
    "an embedded node of 35 bytes": (branch({OTHER_NIBBLE: leaf(KEY[1:]), KEY[0]: HASH}),),
    "a reference of 31 bytes": (branch({OTHER_NIBBLE: b"\x01" * 31, KEY[0]: HASH}),),
    "an extension that leads to no branch": ([compact(KEY[:40], is_leaf=False), leaf(KEY[40:])],),
    "an extension from nibble 0 to 0": ([compact("", is_leaf=False), DEEP],),
    "an extension from nibble 0 to 64": ([compact(KEY, is_leaf=False), HASH],),
    "a reference of 0 bytes": ([compact(KEY[:4], is_leaf=False), b""],),
    "a leaf at nibble 0 with 62 more": (leaf(KEY[:62]),),
    "a leaf at nibble 0 with 63 more": (leaf(OTHER_NIBBLE + KEY[:62]),),
    "a leaf at nibble 0 with 66 more": (leaf(KEY + "00"),),
    "a leaf without a value$": (leaf(KEY, b""),),
    "a leaf without a value": (leaf(KEY, [b"\x07"]),),
    "a stored word of 0": (leaf(KEY, b"\x80"),),
    "integer has leading zeros": (leaf(KEY, b"\x82\x00\x07"),),
    "a single byte below 0x80 has no prefix": (leaf(KEY, b"\x81\x07"),),
    "word: expected at most .* found 33 bytes": (leaf(KEY, rlp.encode(b"\x01" * 33)),),
    "word: expected an integer": (leaf(KEY, b"\xc1\x07"),),
    "1 bytes behind the end of the value": (leaf(KEY, b"\x07\x07"),),
    "a path that begins with 0x40": ([b"\x40" + bytes.fromhex(KEY), b"\x07"],),
    "a path that begins with 0x21": ([b"\x21" + bytes.fromhex(KEY), b"\x07"],),
    "a path that begins with 0x0f": ([b"\x0f" + bytes.fromhex(KEY[:4]), HASH],),
    "a node without a path$": ([b"", b"\x07"],),
    "a node without a path": ([[], b"\x07"],),
    "expected 2 or 17 items, found 3": ([*leaf(KEY), HASH],),
    "expected 2 or 17 items, found 0": ([],),
    "expected a node, found 1 bytes": (rlp.encode(b"\x07"),),
    "node 0 has 0 bytes": (b"",),
    "value is cut short": (rlp.encode(leaf(KEY))[:-1],),
    "rlp: long form of a length below 56": (b"\xf8\x02\x20\x07",),
    "node 0: rlp: 1 bytes behind the end": (rlp.encode(leaf(KEY)) + b"\x00",),
    "node 0 has 533 bytes": (bytes(NODE_BYTES_MAX + 1),),
    "node 1 is missing": (below(leaf(KEY[1:], LONG_WORD))[0],),
    "node 1 is not the one that the trie names": (
        below(leaf(KEY[1:], LONG_WORD))[0],
        leaf(KEY[1:], b"\x08" * 20),
    ),
}


@pytest.mark.parametrize("says", CROOKED)
def test_a_trie_that_nobody_has_proves_nothing(says):
    """Shapes no well-formed trie has are refused even under a root that names them."""
    with pytest.raises(ProofRefused, match=says):
        verified(*CROOKED[says])


def test_the_straight_ones_beside_them():
    """The same hands make tries that are taken, so that the crooked ones fail for one reason."""
    assert 2**255 == verified(*below(leaf(KEY[1:], LONG_WORD)))
    assert 0 == verified(leaf(OTHER_NIBBLE + KEY[1:]))
    assert 0 == verified(branch({OTHER_NIBBLE: HASH, "1" if KEY[0] != "1" else "2": HASH}))
    assert 0 == verified([compact(OTHER_NIBBLE + KEY[1:4], is_leaf=False), HASH])


def test_bnb_token_hub_2022_what_the_root_does_not_bind_is_no_part_of_a_proof():
    """BNB Token Hub 2022: a forged leaf beside the proven one, bound by no hash, proves nothing."""
    proof = proof_of(SAMPLE_NODES, 7)
    forged = rlp.encode(leaf(keccak((4_321).to_bytes(32, "big")).hex(), LONG_WORD))
    for slot in (7, 4_321):
        for at in range(len(proof) + 1):
            with pytest.raises(ProofRefused):
                verify_slot(SAMPLE_NODES.root, slot, [*proof[:at], forged, *proof[at:]])
    both = rlp.encode([*rlp.decode(proof[0]), forged])  # a node with one more way to go
    with pytest.raises(ProofRefused):
        verify_slot(SAMPLE_NODES.root, 4_321, [both, forged])


def test_a_proof_has_at_most_a_node_for_each_nibble():
    """More nodes than a key has nibbles, and one, are refused before any is hashed."""
    with pytest.raises(ProofRefused, match="at most 65 nodes, found 66"):
        verify_slot(SAMPLE_NODES.root, 7, [b"\x80"] * (NODES_MAX + 1))


@pytest.mark.parametrize(
    "fields",
    [
        [b"\x01", b"\x01", HASH],
        [b"\x01", b"\x01", HASH, HASH, b""],
        [b"\x00", b"\x01", HASH, HASH],
        [b"\x01" * 9, b"\x01", HASH, HASH],
        [b"\x01", b"\x00\x01", HASH, HASH],
        [b"\x01", b"\x01" * 33, HASH, HASH],
        [b"\x01", b"\x01", HASH[1:], HASH],
        [b"\x01", b"\x01", HASH, b""],
        [[], b"\x01", HASH, HASH],
    ],
)
def test_what_is_no_account_is_not_read_as_one(fields):
    """Four fields, two numbers and two hashes: anything else under the key is refused."""
    path = keccak(ALICE).hex()
    node = rlp.encode(leaf(path, rlp.encode(fields)))
    with pytest.raises(ProofRefused):
        verify_account(Hash32(keccak(node)), ALICE, [node])
    sound = rlp.encode(leaf(path, rlp.encode([b"", b"\x01", HASH, HASH])))
    assert HASH == verify_account(Hash32(keccak(sound)), ALICE, [sound])
