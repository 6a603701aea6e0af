"""
Proofs of a state as a contract reads them: what the chain's own store proves, and nothing else.

The reader runs on anvil; tries come from `chain.store`, so both sides of each proof are real.
"""

import pytest
import rlp
from eth_utils import keccak
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chain.store.node import to_nibbles
from chain.store.trie import prove, update
from chain.types.primitives import EMPTY_TRIE_ROOT
from tests.bridge.anvil import START_S, Refused
from tests.bridge.kumiai import BRIDGE, Kumiai, set_of

pytestmark = [pytest.mark.e2e, pytest.mark.npm]
EXAMPLES = 60
slots = st.integers(0, 2**256 - 1)
storages = st.dictionaries(slots | st.integers(0, 40), st.integers(1, 2**256 - 1), max_size=60)
hypothesis_settings = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
# Every way in which a proof may fail; none of them is a wrong answer.
REFUSALS = {"ProofRefused", "NodeRefused", "RlpRefused", "RlpUnexpected"}


@pytest.fixture(scope="module")
def reader(node):
    """The gateway's libraries, opened."""
    return node.deploy("ProofReader")


def trie_of(storage):
    """Return the root of a storage trie, and how to prove a key of it."""
    pairs = {keccak(key.to_bytes(32, "big")): rlp.encode(value) for key, value in storage.items()}
    changes = sorted((to_nibbles(key), value) for key, value in pairs.items())
    made = update(lambda path, digest: b"", EMPTY_TRIE_ROOT, changes)

    def proof_of(key):
        nibbles = to_nibbles(keccak(key.to_bytes(32, "big")))
        return prove(lambda path, digest: made.nodes[path], made.root, nibbles)

    return made.root, proof_of


def read(node, reader, root, key, proof):
    """Return the number under a key, as the contract reads a proof; raises Refused."""
    hashed = keccak(key.to_bytes(32, "big"))
    value = node.ask(reader.functions.valueOf(root, hashed, proof))
    return rlp.decode(value, rlp.sedes.big_endian_int) if value else 0


@hypothesis_settings
@given(storage=storages, stranger=slots)
def test_what_the_store_proves_the_contract_reads(node, reader, storage, stranger):
    """Each word that is there is read, and each that is not is absent."""
    root, proof_of = trie_of(storage)
    for key in [*list(storage)[:3], stranger]:
        assert storage.get(key, 0) == read(node, reader, root, key, proof_of(key))


@hypothesis_settings
@given(storage=storages.filter(len), data=st.data())
def test_a_proof_that_is_touched_proves_nothing(node, reader, storage, data):
    """A byte changed, cut or added, a node left out, doubled or added: every one is refused."""
    root, proof_of = trie_of(storage)
    key = data.draw(st.sampled_from(sorted(storage)))
    proof = list(proof_of(key))
    place = data.draw(st.integers(0, len(proof) - 1))
    kind = data.draw(st.sampled_from(["change", "cut", "add", "drop", "double", "extra", "swap"]))
    if kind == "change":
        byte = data.draw(st.integers(0, len(proof[place]) - 1))
        flip = data.draw(st.integers(1, 255))
        node_bytes = bytearray(proof[place])
        node_bytes[byte] ^= flip
        proof[place] = bytes(node_bytes)
    elif kind == "cut":
        proof[place] = proof[place][:-1]
    elif kind == "add":
        proof[place] += data.draw(st.binary(min_size=1, max_size=3))
    elif kind == "drop":
        del proof[place]
    elif kind == "double":
        proof.insert(place, proof[place])
    elif kind == "extra":
        proof.append(data.draw(st.binary(max_size=40)))
    else:
        proof[place] = data.draw(st.binary(max_size=600))
    with pytest.raises(Refused) as caught:
        read(node, reader, root, key, proof)
    assert caught.value.name in REFUSALS


@hypothesis_settings
@given(
    places=st.dictionaries(st.binary(min_size=1, max_size=1), st.integers(1, 200), min_size=1),
    stranger=st.binary(min_size=1, max_size=1),
)
def test_nodes_inside_nodes_are_read(node, reader, places, stranger):
    """Keys that differ in their last nibbles only make nodes so short that they stand in others."""
    pairs = {b"\x11" * 31 + key: rlp.encode(value) for key, value in places.items()}
    changes = sorted((to_nibbles(key), value) for key, value in pairs.items())
    made = update(lambda path, digest: b"", EMPTY_TRIE_ROOT, changes)
    for key in [*pairs, b"\x11" * 31 + stranger, b"\x12" + b"\x11" * 31]:
        proof = prove(lambda path, digest: made.nodes[path], made.root, to_nibbles(key))
        assert pairs.get(key, b"") == node.ask(reader.functions.valueOf(made.root, key, proof))


@hypothesis_settings
@given(storage=storages.filter(len), data=st.data())
def test_a_proof_is_for_one_key(node, reader, storage, data):
    """BNB Token Hub: a proof shown for another key never yields a value that is not under it."""
    root, proof_of = trie_of(storage)
    key = data.draw(st.sampled_from(sorted(storage)))
    other = data.draw(slots.filter(lambda slot: slot != key))
    try:
        assert storage.get(other, 0) == read(node, reader, root, other, proof_of(key))
    except Refused as error:
        assert error.name in REFUSALS


def leaf(nibbles_left, value, flag=0x20):
    """Return an encoded leaf (or extension) with so many nibbles of path."""
    if len(nibbles_left) % 2:
        head, rest = bytes([flag | 0x10 | nibbles_left[0]]), nibbles_left[1:]
    else:
        head, rest = bytes([flag]), nibbles_left
    packed = bytes(16 * a + b for a, b in zip(rest[::2], rest[1::2], strict=True))
    return rlp.encode([head + packed, value])


KEY = 5
NIBBLES = list(to_nibbles(keccak(KEY.to_bytes(32, "big"))))


@pytest.mark.parametrize(
    "made",
    [
        leaf(NIBBLES[:-1], b"\x07"),  # too short for a key of 32 bytes
        leaf([*NIBBLES, 1, 1], b"\x07"),  # too long
        leaf(NIBBLES, b""),  # a leaf of nothing
        leaf(NIBBLES, b"\x07", flag=0x40),  # a flag that nobody knows
        leaf(NIBBLES, b"\x07", flag=0x21),  # padding that is not zero
        leaf(NIBBLES, b"\x01" * 32, flag=0),  # an extension below which there is no key left
        leaf([], b"\x01" * 32, flag=0),  # an extension of nothing
        leaf(NIBBLES[:9], b"\x01" * 31, flag=0),  # a hash of 31 bytes
        rlp.encode([b"", b"", b""]),
        rlp.encode([b""] * 16),
        rlp.encode([b""] * 18),
        rlp.encode([b""] * 16 + [b"value"]),  # a branch with a value
        rlp.encode([b"\x01" * 32] * 16 + [b"value"]),
        rlp.encode([b""] * 17),  # a branch that does not branch
        rlp.encode([b"\x01" * 32] + [b""] * 16),
        rlp.encode([b"\xc2\x20\x07"] * 16 + [b""]),  # a string that reads like a node
        rlp.encode(b"\x20\x07"),
        b"",
    ],
)
def test_a_node_of_another_shape_is_refused_though_its_hash_fits(node, reader, made):
    """Even under a root of one's own making, only what a trie of hashed keys has is read."""
    with pytest.raises(Refused) as caught:
        read(node, reader, keccak(made), KEY, [made])
    assert caught.value.name in REFUSALS


def test_the_root_of_nothing_and_the_root_of_zero_differ(node, reader):
    """Nomad: an empty trie proves absence without a node; a root of zero proves nothing."""
    assert 0 == read(node, reader, EMPTY_TRIE_ROOT, KEY, [])
    for root, proof, name in (
        (EMPTY_TRIE_ROOT, [b"\x80"], "ProofRefused"),
        (bytes(32), [], "RootZero"),
        (b"\x01" * 32, [], "ProofRefused"),
        (b"\x01" * 32, [b""] * 66, "ProofRefused"),
    ):
        with pytest.raises(Refused, match=name):
            read(node, reader, root, KEY, proof)


def test_an_account_that_is_not_there_has_no_empty_slots(node, reader):
    """The absence of a receipt needs a bridge that is there."""
    kumiai = Kumiai(set_of(range(4)), START_S - 100)
    block = kumiai.block()
    root, slot = block.header.state_root, (9).to_bytes(32, "big")
    _, account, storage = kumiai.proof(block.height, 9)
    assert bytes(32) == node.ask(reader.functions.slotOf(root, BRIDGE, slot, account, storage))
    nobody = b"\x99" * 20
    _, account, storage = kumiai.proof(block.height, 9, nobody)
    with pytest.raises(Refused, match="AccountAbsent"):
        node.ask(reader.functions.slotOf(root, nobody, slot, account, storage))


@pytest.mark.parametrize(
    "encoded",
    [
        "8100",  # a single byte in two
        "817f",
        "b800",  # a long form of a short string
        "b837" + "00" * 55,
        "b90038" + "00" * 56,  # a size with a leading zero
        "b838" + "00" * 55,  # longer than what is there
        "bb01000000",
        "bf" + "ff" * 8,
        "f800",
        "c1",
        "",
    ],
)
def test_rlp_has_one_form(node, reader, encoded):
    """What is not the shortest encoding is no encoding, and what is cut off is not read past."""
    with pytest.raises(Refused, match="RlpRefused"):
        node.ask(reader.functions.item(bytes.fromhex(encoded)))


@hypothesis_settings
@given(value=st.binary(max_size=300) | st.lists(st.binary(max_size=40), max_size=9))
def test_rlp_is_read_as_it_is_written(node, reader, value):
    """Every item comes back with its kind, its content and its end."""
    encoded = rlp.encode(value)
    is_list, payload, end = node.ask(reader.functions.item(encoded + b"\x80"))
    assert (isinstance(value, list), len(encoded)) == (is_list, end)
    content = b"".join(rlp.encode(part) for part in value) if is_list else value
    assert content == payload
