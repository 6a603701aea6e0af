"""Balance, nonce, code, storage and proofs."""

import rlp
from trie import HexaryTrie

from chain.codec import keccak256
from chain.store.node import keccak
from rpc.config import RpcConfig, RpcLimits
from tests.rpc.stage import (
    ACCOUNTS,
    COUNTER,
    COUNTER_CODE,
    STRANGER,
    Stage,
    hex_of,
    on_stage,
)

EMPTY_CODE_HASH = "0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"


@on_stage()
async def test_accounts_show_what_they_hold(stage: Stage) -> None:
    """Coins, code and words; nothing where there is nothing."""
    assert hex(1_000 * 10**18) == await stage.rpc("eth_getBalance", hex_of(ACCOUNTS[0]), "latest")
    assert "0x0" == await stage.rpc("eth_getBalance", hex_of(STRANGER))
    assert hex_of(COUNTER_CODE) == await stage.rpc("eth_getCode", hex_of(COUNTER), "latest")
    assert "0x" == await stage.rpc("eth_getCode", hex_of(STRANGER), "latest")
    assert "0x" == await stage.rpc("eth_getCode", hex_of(ACCOUNTS[0]), "latest")
    stage.backend.send(0, COUNTER)
    stage.backend.make_block()
    for slot in ("0x0", "0x00", "0x" + "00" * 32):
        word = await stage.rpc("eth_getStorageAt", hex_of(COUNTER), slot, "latest")
        assert "0x" + "00" * 31 + "01" == word
    zero = "0x" + "00" * 32
    assert zero == await stage.rpc("eth_getStorageAt", hex_of(COUNTER), "0x1", "latest")
    assert zero == await stage.rpc("eth_getStorageAt", hex_of(COUNTER), "0x0", "0x0")


@on_stage()
async def test_the_pending_nonce_counts_the_pool(stage: Stage) -> None:
    """A wallet that sends twice in a row needs the nonce behind what waits."""
    account = hex_of(ACCOUNTS[0])
    stage.backend.send(0, STRANGER)
    stage.backend.send(0, STRANGER)
    assert "0x0" == await stage.rpc("eth_getTransactionCount", account, "latest")
    assert "0x2" == await stage.rpc("eth_getTransactionCount", account, "pending")
    stage.backend.make_block()
    assert "0x2" == await stage.rpc("eth_getTransactionCount", account, "latest")
    assert "0x2" == await stage.rpc("eth_getTransactionCount", account, "pending")
    assert "0x0" == await stage.rpc("eth_getTransactionCount", account, "0x0")


@on_stage()
async def test_wrong_arguments_are_told(stage: Stage) -> None:
    """Short addresses, keys that are too long, no arguments at all."""
    code, message = await stage.error("eth_getBalance", "0x1234", "latest")
    expected = "invalid argument 0: hex string has length 4, want 40 for an address"
    assert (-32602, expected) == (code, message)
    assert (-32602, "missing value for required argument 0") == await stage.error("eth_getBalance")
    code, message = await stage.error(
        "eth_getStorageAt", hex_of(COUNTER), "0x" + "0" * 66, "latest"
    )
    assert -32602 == code
    assert f'storage key too long (want at most 32 bytes): "0x{"0" * 66}"' == message
    wrong = await stage.error("eth_getStorageAt", hex_of(COUNTER), "0xasdf", "latest")
    assert (-32602, 'invalid hex in storage key: "0xasdf"') == wrong
    code, message = await stage.error("eth_getBalance", hex_of(COUNTER), "newest")
    assert "invalid argument 1: hex string without 0x prefix" == message


@on_stage()
async def test_proofs_verify_against_the_state_root(stage: Stage) -> None:
    """py-trie, which knows nothing of us, finds the account and the word in the proof."""
    stage.backend.send(0, COUNTER)
    root = stage.backend.make_block().header.state_root
    word = "0x" + "00" * 32
    proof = await stage.rpc("eth_getProof", hex_of(COUNTER), ["0x0", word, "0x5"], "latest")
    nodes = [rlp.decode(bytes.fromhex(node[2:])) for node in proof["accountProof"]]
    found = HexaryTrie.get_from_proof(root, keccak256(COUNTER), nodes)
    nonce, balance, storage_root, code_hash = rlp.decode(found)
    assert proof["storageHash"] == hex_of(storage_root)
    assert proof["codeHash"] == hex_of(code_hash) == hex_of(keccak256(COUNTER_CODE))
    assert ("0x0", "0x0") == (proof["nonce"], proof["balance"])
    assert ["0x0", word, "0x5"] == [item["key"] for item in proof["storageProof"]]
    assert ["0x1", "0x1", "0x0"] == [item["value"] for item in proof["storageProof"]]
    nodes = [rlp.decode(bytes.fromhex(node[2:])) for node in proof["storageProof"][0]["proof"]]
    found = HexaryTrie.get_from_proof(storage_root, keccak(bytes(32)), nodes)
    assert b"\x01" == rlp.decode(found)


@on_stage()
async def test_absence_is_proven_as_an_empty_account(stage: Stage) -> None:
    """An account that is not there shows the hashes of nothing."""
    proof = await stage.rpc("eth_getProof", hex_of(STRANGER), [], "latest")
    assert EMPTY_CODE_HASH == proof["codeHash"]
    assert "0x0" == proof["balance"]
    assert proof["accountProof"]


@on_stage(RpcConfig(limits=RpcLimits(proof_slots_max=2)))
async def test_proofs_are_bounded(stage: Stage) -> None:
    """One key too many is refused."""
    keys = ["0x0", "0x1", "0x2"]
    assert (-32602, "too many slots (max 2), found 3") == await stage.error(
        "eth_getProof", hex_of(COUNTER), keys, "latest"
    )
    assert -32602 == (await stage.error("eth_getProof", hex_of(COUNTER), "0x0", "latest"))[0]
    assert -32602 == (await stage.error("eth_getProof", hex_of(COUNTER), [5], "latest"))[0]


@on_stage()
async def test_many_words_at_once(stage: Stage) -> None:
    """By account, in the order asked for; an empty question and one too large are refused."""
    stage.backend.send(0, COUNTER)
    stage.backend.make_block()
    counter, nobody = hex_of(COUNTER), hex_of(STRANGER)
    one, zero = "0x" + "1".zfill(64), "0x" + "0" * 64
    wanted = {counter: ["0x1", zero], nobody: ["0x0"]}
    found = await stage.rpc("eth_getStorageValues", wanted, "latest")
    assert {counter: [zero, one], nobody: [zero]} == found
    assert {counter: [zero]} == await stage.rpc("eth_getStorageValues", {counter: ["0x0"]}, "0x0")
    assert (-32602, "empty request") == await stage.error("eth_getStorageValues", {}, "latest")
    too_many = {counter: ["0x1"] * 1_000, nobody: ["0x1"] * 25}
    code, text = await stage.error("eth_getStorageValues", too_many)
    assert (-32602, "too many slots (max 1024): 1025") == (code, text)
    for wrong in (5, {counter: 5}, {"0x1": ["0x1"]}, {counter: ["zz"]}):
        assert -32602 == (await stage.error("eth_getStorageValues", wrong))[0]
