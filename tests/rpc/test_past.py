"""Blocks of other forks are shown with their own fields, ours with all of ours."""

from dataclasses import replace

from chain.codec import rlp
from rpc.debug.raw import encode_ethereum_block
from rpc.past import LATER_FIELDS, encode_rest, show_outcome
from rpc.records import compute_block_size_bytes, show_block, show_receipt
from tests.cli.conformance.ground import Built, build

BUILT: Built = build()


def test_headers_show_what_their_fork_had() -> None:
    """A field appears with the fork that brought it, and withdrawals with Shanghai."""
    known = {1: 0, 2: 0, 3: 1, 4: 2, 5: 5, 6: 6}
    for height, count in known.items():
        block = BUILT.chain.block(height)
        assert block is not None
        shown = show_block(block, False)
        assert list(LATER_FIELDS[:count]) == [name for name in LATER_FIELDS if name in shown]
        assert ("withdrawals" in shown) == (height >= 4)
        assert len(shown["uncles"]) == (height == 2)
        assert compute_block_size_bytes(block) == len(encode_ethereum_block(block))


def test_receipts_show_a_root_or_a_status() -> None:
    """Before Byzantium the root stands in the status's place; blobs tell their gas."""
    block = BUILT.chain.block(1)
    late = BUILT.chain.block(5)
    assert block is not None and late is not None
    early = show_receipt(block, 0)
    assert ("root" in early, "status" in early) == (True, False)
    shown = [show_receipt(late, index) for index in range(3)]
    assert ["0x1"] * 3 == [item["status"] for item in shown]
    assert [False, False, True] == ["blobGasUsed" in item for item in shown]
    assert {"status": "0x1", "blobGasUsed": "0x20000", "blobGasPrice": "0x1"} == show_outcome(
        late.receipts[2]
    )


def test_transactions_show_their_blobs() -> None:
    """A blob transaction has its hashes and its cap."""
    late = BUILT.chain.block(5)
    assert late is not None
    shown = show_block(late, True)["transactions"][2]
    assert ("0x3", "0x5") == (shown["type"], shown["maxFeePerBlobGas"])
    assert ["0x01" + "00" * 31] == shown["blobVersionedHashes"]


def test_withdrawals_are_shown_and_encoded() -> None:
    """Four fields, the amount in gwei; a block that may have none still has the list."""
    late = BUILT.chain.block(5)
    assert late is not None
    (shown,) = show_block(late, False)["withdrawals"]
    assert ("0x5", "0x7", "0x3") == (shown["index"], shown["validatorIndex"], shown["amount"])
    block = BUILT.blocks[4]
    assert [[], [[b"\x05", b"\x07", shown_address(shown), b"\x03"]]] == encode_rest(block)
    assert [[], []] == encode_rest(replace(block, withdrawals=()))
    assert b"\xc0" == rlp.encode(encode_rest(replace(block, withdrawals=None))[0])


def shown_address(shown: dict[str, str]) -> bytes:
    """The bytes of a shown address."""
    return bytes.fromhex(shown["address"][2:])
