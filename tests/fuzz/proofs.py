"""
What reads proofs of another chain's state: lists of trie nodes, each under the root it begins with.

A proof that is taken is the only one of its key under its root.
"""

from collections.abc import Callable, Sequence

from chain.codec import keccak256, rlp
from chain.errors import Malformed
from chain.state_proofs import ProofRefused, verify_account, verify_slot
from chain.store.account import encode_account
from chain.store.node import to_nibbles
from chain.store.trie import prove, update
from chain.types.primitives import EMPTY_CODE_HASH, EMPTY_TRIE_ROOT, Address, Hash32
from tests.fuzz.target import Target

ADDRESS = Address(b"\xaa" * 20)
SLOTS = (5, 17, 4_000)  # the last one is empty
Verify = Callable[[Hash32, Sequence[bytes]], object]


def _nodes(data: bytes) -> list[bytes]:
    return [rlp.to_bytes(item, "node") for item in rlp.decode_list(data, "proof")]


def _check(verify: Verify, data: bytes) -> None:
    nodes = _nodes(data)
    if not nodes:
        raise Malformed("proof: no root to begin with")
    root = keccak256(nodes[0])
    verify(root, nodes)
    for other in ([*nodes, nodes[-1]], nodes[:-1], nodes[1:]):
        try:
            verify(root, other)
        except ProofRefused:
            continue
        raise AssertionError(f"two proofs of one key: {nodes} and {other}")


def fuzz_account_proof(data: bytes) -> None:
    """A proof of an account."""
    _check(lambda root, nodes: verify_account(root, ADDRESS, nodes), data)


def fuzz_slot_proof(data: bytes) -> None:
    """A proof of a storage word, for keys that are there and one that is not."""
    found = 0
    for slot in SLOTS:
        try:
            _check(lambda root, nodes, slot=slot: verify_slot(root, slot, nodes), data)  # type: ignore[misc]
            found += 1
        except ProofRefused:
            continue
    if not found:
        raise ProofRefused("proof: of no slot")


def _proofs(values: dict[bytes, bytes], keys: Sequence[bytes]) -> list[bytes]:
    changes = sorted((to_nibbles(keccak256(key)), value) for key, value in values.items())
    trie = update(_read_nothing, EMPTY_TRIE_ROOT, changes)

    def read(path: bytes, digest: bytes) -> bytes:
        encoded = trie.nodes[path]
        assert encoded is not None
        return encoded

    return [rlp.encode(prove(read, trie.root, to_nibbles(keccak256(key)))) for key in keys]


def _read_nothing(path: bytes, digest: bytes) -> bytes:
    raise AssertionError("the trie was empty")


def _account_proofs() -> list[bytes]:
    account = encode_account(3, 10**18, keccak256(b"root"), EMPTY_CODE_HASH)
    others = {number.to_bytes(20, "big"): account for number in range(50)}
    return _proofs({ADDRESS: account, **others}, [ADDRESS]) + _proofs(others, [ADDRESS])


def _slot_proofs() -> list[bytes]:
    words = {number.to_bytes(32, "big"): rlp.encode(b"\x07" * 9) for number in range(60)}
    return _proofs(words, [slot.to_bytes(32, "big") for slot in SLOTS])


TARGETS = {
    "account_proof": Target(fuzz_account_proof, _account_proofs()),
    "slot_proof": Target(fuzz_slot_proof, _slot_proofs()),
}
