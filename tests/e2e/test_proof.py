"""
Proofs of a real node, checked by somebody who trusts only a block hash.

    block hash --py-evm's RLP--> state root --py-trie--> account --py-trie--> storage slot

The strict verifier that modules use takes the same proofs and finds the same.
"""

from typing import Any

import pytest
import rlp
from eth_utils import keccak
from trie import HexaryTrie
from web3 import Web3

from chain.state_proofs import verify_account, verify_slot
from chain.types.primitives import Address, Hash32
from tests.e2e.devnet import Devnet, wait_until
from tests.e2e.stage import deploy, dev, header_of, layout, module, send, sign, submit

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(120)]
ABSENT = Web3.to_checksum_address("0x" + "a5" * 20)
EMPTY_CODE_HASH, EMPTY_ROOT = keccak(b""), keccak(rlp.encode(b""))


@pytest.fixture(scope="module")
def web3(tmp_path_factory):
    """One chain for all tests of this file."""
    with Devnet(tmp_path_factory.mktemp("proof") / "home") as running:
        yield running.web3


def state_root(web3: Web3, height: int) -> bytes:
    """Return the state root that the hash of a block vouches for."""
    block = web3.eth.get_block(height)
    header = header_of(block)
    assert header.hash == bytes(block["hash"])
    return bytes(header.state_root)


def prove(web3: Web3, address: str, slots: list[int], height: int) -> tuple[Any, list[int]]:
    """Ask for a proof, verify every part of it; returns (account fields or None, words)."""
    proof = web3.eth.get_proof(address, slots, height)
    root, who = state_root(web3, height), bytes.fromhex(address[2:])
    found = look_up(root, who, proof["accountProof"])
    account = rlp.decode(found) if found else None
    storage_root = verify_account(Hash32(root), Address(who), nodes_of(proof["accountProof"]))
    assert (None if account is None else account[2]) == storage_root
    if account is not None:
        numbers = [int.from_bytes(field, "big") for field in account[:2]]
        assert [proof["nonce"], proof["balance"]] == numbers
        assert [bytes(proof["storageHash"]), bytes(proof["codeHash"])] == account[2:]
    words = []
    for slot, shown in zip(slots, proof["storageProof"], strict=True):
        assert slot == int.from_bytes(shown["key"], "big")
        root = EMPTY_ROOT if account is None else account[2]
        word = look_up(root, slot.to_bytes(32, "big"), shown["proof"])
        words.append(int.from_bytes(rlp.decode(word), "big") if word else 0)
        assert words[-1] == int.from_bytes(shown["value"], "big")
        assert words[-1] == verify_slot(storage_root, slot, nodes_of(shown["proof"]))
    return account, words


def nodes_of(proof: Any) -> list[bytes]:
    """The nodes of a proof as plain bytes."""
    return [bytes(node) for node in proof]


def look_up(root: bytes, key: bytes, proof: Any) -> bytes:
    """Return what the proven trie holds under a key; fails where the proof does not reach it."""
    if root == EMPTY_ROOT:
        assert [] == list(proof)
        return b""
    nodes = [rlp.decode(bytes(node)) for node in proof]
    return bytes(HexaryTrie.get_from_proof(root, keccak(key), nodes))


def test_an_account_is_proven_now_and_as_it_was(web3):
    """A balance and a nonce verify against the state roots of the head and of an old block."""
    account = dev(1)
    target = Web3.to_checksum_address("0x" + "a6" * 20)
    height = submit(web3, sign(web3, account, to=target, value=12_345))["blockNumber"]
    (nonce, *_), _ = prove(web3, account.address, [], height)
    (old_nonce, old_balance, root, code_hash), _ = prove(web3, account.address, [], height - 1)
    assert (b"\x01", b"") == (nonce, old_nonce)
    assert 10_000 * 10**18 == int.from_bytes(old_balance, "big")
    assert (EMPTY_ROOT, EMPTY_CODE_HASH) == (root, code_hash)
    assert 12_345 == int.from_bytes(prove(web3, target, [], height)[0][1], "big")
    assert prove(web3, target, [], height - 1)[0] is None
    wait_until(lambda: web3.eth.block_number > height)
    assert prove(web3, account.address, [], web3.eth.block_number)[0][0] == b"\x01"


def test_absence_is_proven(web3):
    """That there is no such account, and nothing in its slots, verifies as well."""
    assert (None, [0]) == prove(web3, ABSENT, [3], web3.eth.block_number)
    assert (None, []) == prove(web3, ABSENT, [], 0)


def test_a_contracts_slot_is_proven(web3):
    """A slot's word verifies before and after it changed; an empty slot verifies as empty."""
    counter = deploy(web3, dev(2), "Counter", 40)
    height = send(web3, dev(2), counter.functions.count(2))["blockNumber"]
    assert [42, 0] == prove(web3, counter.address, [0, 1], height)[1]
    assert [40] == prove(web3, counter.address, [0], height - 1)[1]


def test_a_modules_parameters_are_proven(web3):
    """Where the layout says a parameter lies, the proof has the value that the view returns."""
    found = layout("model_fees")
    base = int(slot_of(found, "settings"))
    members = {m["label"]: m for m in found["types"]["ModelFeesParams"]["members"]}
    names = ("protocol_fee_bps", "price_notice_s")
    slots = [base + int(members[name]["slot"]) for name in names]
    fees = module(web3, "model_fees")
    for height in (web3.eth.block_number, 1):
        account, words = prove(web3, fees.address, slots, height)
        params = fees.functions.params().call(block_identifier=height)
        assert list(params[: len(names)]) == words  # the first two of the record
        assert account[3] == keccak(bytes(web3.eth.get_code(fees.address)))


def test_a_modules_records_are_proven(web3):
    """A mapping's entry lies where Solidity puts it: a contract of another chain can read it."""
    author, fees, name = dev(3), module(web3, "model_fees"), "proven/model-1"
    split = (author.address, 6_000, 3_000, 1_000)
    call = fees.functions.registerModel(name, "ipfs://card", (7, 9), split)
    height = send(web3, author, call)["blockNumber"]
    mapping = int(slot_of(layout("model_fees"), "registrations")).to_bytes(32, "big")
    entry = int.from_bytes(keccak(name.encode() + mapping), "big")
    assert [int(author.address, 16)] == prove(web3, fees.address, [entry], height)[1]
    assert [0] == prove(web3, fees.address, [entry], height - 1)[1]


def slot_of(found: dict[str, Any], label: str) -> str:
    """Return the slot at which a layout puts a variable."""
    return next(item["slot"] for item in found["storage"] if item["label"] == label)
