"""eth_chainId, eth_blockNumber and their neighbours; web3_ and net_ too."""

from dataclasses import replace

from tests.rpc.stage import VALIDATOR, Stage, hex_of, on_stage


@on_stage()
async def test_the_chain_names_itself(stage: Stage) -> None:
    """Chain id, network id, program and hash function."""
    assert "0x7a69" == await stage.rpc("eth_chainId")
    assert "31337" == await stage.rpc("net_version")
    assert "kumiai/test" == await stage.rpc("web3_clientVersion")
    keccak = "0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"
    assert keccak == await stage.rpc("web3_sha3", "0x")
    assert (-32602, "missing value for required argument 0") == await stage.error("web3_sha3")
    assert await stage.rpc("net_listening") is True
    assert "0x3" == await stage.rpc("net_peerCount")


@on_stage()
async def test_the_head_moves(stage: Stage) -> None:
    """The number counts finished blocks."""
    assert "0x0" == await stage.rpc("eth_blockNumber")
    stage.backend.make_block()
    assert "0x1" == await stage.rpc("eth_blockNumber")
    assert (-32602, "too many arguments, want at most 0") == await stage.error("eth_chainId", 1)


@on_stage()
async def test_catching_up_shows_how_far(stage: Stage) -> None:
    """False at the head; an object with the goal, where it is known, while catching up."""
    assert await stage.rpc("eth_syncing") is False
    stage.backend.set_syncing(True, 16)
    expected = {"startingBlock": "0x0", "currentBlock": "0x0", "highestBlock": "0x10"}
    assert expected == await stage.rpc("eth_syncing")
    stage.backend.set_syncing(True)
    assert "0x0" == (await stage.rpc("eth_syncing"))["highestBlock"]


@on_stage()
async def test_a_validator_mines(stage: Stage) -> None:
    """What miners once answered: who signs, whether, and no work."""
    assert hex_of(VALIDATOR) == await stage.rpc("eth_coinbase")
    assert await stage.rpc("eth_mining") is True
    assert "0x0" == await stage.rpc("eth_hashrate")
    stage.backend.status = replace(stage.backend.status, validator=None)
    assert await stage.rpc("eth_mining") is False
    assert "0x" + "00" * 20 == await stage.rpc("eth_coinbase")


@on_stage()
async def test_a_node_holds_no_accounts(stage: Stage) -> None:
    """A development chain's are tried in tests/rpc/development."""
    assert [] == await stage.rpc("eth_accounts")
    assert (-32601, "the method eth_protocolVersion does not exist/is not available") == (
        await stage.error("eth_protocolVersion")
    )
