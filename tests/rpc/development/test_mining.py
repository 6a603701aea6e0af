"""Methods about blocks and time."""

from rpc.development.mining import BLOCKS_AT_ONCE, BLOCKS_MAX
from tests.rpc.development.play import PlayDevelopment, on_devnet
from tests.rpc.stage import STRANGER, Stage, hex_of


@on_devnet()
async def test_blocks_are_made_on_request(stage: Stage, play: PlayDevelopment) -> None:
    """Each name with its own meaning of the interval; many blocks go in parts."""
    assert "0x0" == await stage.rpc("evm_mine")
    assert "0x0" == await stage.rpc("evm_mine", {"timestamp": 99, "blocks": "0x2"})
    assert await stage.rpc("anvil_mine", "0x2", 60) is None
    assert await stage.rpc("hardhat_mine", BLOCKS_AT_ONCE + 1, "0x3c") is True
    assert [
        ("mine", 1, None, None, None),
        ("mine", 2, None, None, 99),
        ("mine", 2, 60, 60, None),
        ("mine", BLOCKS_AT_ONCE, None, 60, None),
        ("mine", 1, 60, 60, None),
    ] == play.told
    assert (-32602, f"at most {BLOCKS_MAX} blocks at once, found {BLOCKS_MAX + 1}") == (
        await stage.error("anvil_mine", BLOCKS_MAX + 1)
    )


@on_devnet()
async def test_when_blocks_come_by_themselves(stage: Stage, play: PlayDevelopment) -> None:
    """Automine and intervals, set and asked for; an interval is in seconds."""
    assert await stage.rpc("hardhat_getAutomine") is True
    await stage.rpc("evm_setAutomine", False)
    assert await stage.rpc("anvil_getAutomine") is False
    assert await stage.rpc("anvil_getIntervalMining") is None
    await stage.rpc("evm_setIntervalMining", 3)
    assert (3_000, 3) == (play.interval_ms, await stage.rpc("anvil_getIntervalMining"))
    code, text = await stage.error("evm_setIntervalMining", 86_401)
    assert (-32602, "at most 86400 s between blocks, found 86401") == (code, text)


@on_devnet()
async def test_time_is_moved(stage: Stage, play: PlayDevelopment) -> None:
    """Answers are JSON integers, as anvil's; what is refused is the client's fault."""
    assert 60 == await stage.rpc("evm_increaseTime", "0x3c")
    assert 5 == await stage.rpc("anvil_setTime", 1_000)
    assert await stage.rpc("evm_setNextBlockTimestamp", "2000") is None
    assert [("increase_time", 60), ("set_time", 1_000), ("set_next_time", 2_000)] == play.told
    assert (-32602, "too early") == await stage.error("evm_setNextBlockTimestamp", 5)
    for name in ("evm_increaseTime", "evm_setTime", "evm_setNextBlockTimestamp", "evm_mine"):
        assert -32602 == (await stage.error(name, 2**60))[0]


@on_devnet()
async def test_a_revert_is_heard_by_filters(stage: Stage, play: PlayDevelopment) -> None:
    """Blocks that come above the snapshot are news again, and each is told once."""
    play.automine = False
    await stage.rpc("evm_mine")
    blocks = await stage.rpc("eth_newBlockFilter")
    number = await stage.rpc("evm_snapshot")
    await stage.rpc("anvil_mine", 3)
    assert 3 == len(await stage.rpc("eth_getFilterChanges", blocks))
    assert await stage.rpc("evm_revert", number) is True
    assert await stage.rpc("evm_revert", "0x99") is False
    async with stage.websocket() as socket:
        heads = await socket.rpc("eth_subscribe", "newHeads")
        await stage.rpc("eth_sendRawTransaction", hex_of(stage.backend.sign(0, STRANGER)))
        await stage.rpc("evm_mine")
        news = await socket.next()
        assert (heads, "0x2") == (news["subscription"], news["result"]["number"])
    head = await stage.rpc("eth_getBlockByNumber", "latest", False)
    assert [head["hash"]] == await stage.rpc("eth_getFilterChanges", blocks)


@on_devnet()
async def test_a_reset_takes_no_fork(stage: Stage, play: PlayDevelopment) -> None:
    """It goes back to block 0; another chain's state is not to be had."""
    await stage.rpc("anvil_mine", 2)
    assert await stage.rpc("hardhat_reset") is None
    assert "0x0" == await stage.rpc("eth_blockNumber")
    code, text = await stage.error("anvil_reset", {"forking": {"jsonRpcUrl": "http://x"}})
    assert (-32602, True) == (code, text.startswith("forking is not supported"))


@on_devnet()
async def test_what_waits_can_be_dropped(stage: Stage, play: PlayDevelopment) -> None:
    """By hash, in either tool's answer, or all of it."""
    play.automine = False
    first, second = (hex_of(stage.backend.send(key, STRANGER)) for key in (0, 1))
    assert first == await stage.rpc("anvil_dropTransaction", first)
    assert await stage.rpc("anvil_dropTransaction", first) is None
    assert await stage.rpc("hardhat_dropTransaction", second) is True
    assert await stage.rpc("hardhat_dropTransaction", second) is False
    await stage.rpc("anvil_dropAllTransactions")
    assert [("drop_all",)] == play.told
