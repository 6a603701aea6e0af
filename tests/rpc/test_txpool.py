"""What waits, by sender and nonce."""

from eth_utils.address import to_checksum_address

from rpc.config import RpcConfig, RpcLimits
from tests.rpc.stage import ACCOUNTS, STRANGER, Stage, hex_of, on_stage


@on_stage()
async def test_pending_and_queued_are_told_apart(stage: Stage) -> None:
    """Behind a gap a transaction is queued; content is by sender, then nonce."""
    pending = hex_of(stage.backend.send(0, STRANGER, value_wei=5))
    queued = hex_of(stage.backend.send(1, None, b"\x00", nonce=7))
    assert {"pending": "0x1", "queued": "0x1"} == await stage.rpc("txpool_status")
    content = await stage.rpc("txpool_content")
    assert pending == content["pending"][to_checksum_address(ACCOUNTS[0])]["0"]["hash"]
    assert queued == content["queued"][to_checksum_address(ACCOUNTS[1])]["7"]["hash"]
    one = await stage.rpc("txpool_contentFrom", hex_of(ACCOUNTS[1]))
    assert ({}, ["7"]) == (one["pending"], list(one["queued"]))
    lines = await stage.rpc("txpool_inspect")
    expected = f"{to_checksum_address(STRANGER)}: 5 wei + 200000 gas × 10000000000 wei"  # noqa: RUF001
    assert expected == lines["pending"][to_checksum_address(ACCOUNTS[0])]["0"]
    assert "contract creation: " == lines["queued"][to_checksum_address(ACCOUNTS[1])]["7"][:19]


@on_stage(RpcConfig(limits=RpcLimits(pool_listing_max=2)))
async def test_listings_are_bounded(stage: Stage) -> None:
    """A full pool does not make an answer of any size."""
    for key in (0, 0, 0, 1, 1):
        stage.backend.send(key, STRANGER)
    content = await stage.rpc("txpool_content")
    assert 2 == sum(len(line) for line in content["pending"].values())
    assert 2 == len((await stage.rpc("eth_getBlockByNumber", "pending"))["transactions"])
