"""eth_getLogs and the polling filters."""

from typing import Any

from chain.codec import keccak256
from chain.kit.module import method_named
from rpc.config import RpcConfig, RpcLimits
from tests.rpc.stage import (
    ACCOUNTS,
    COUNTER,
    LOGGER,
    STRANGER,
    Guild,
    Stage,
    hex_of,
    on_stage,
)

JOINED = hex_of(keccak256(b"Joined(address,uint256)"))
NOTHING = "0x" + "ab" * 32


def join(stage: Stage, key: int) -> None:
    """Let an account join the guild: one log with two topics."""
    method = method_named(Guild, "join")
    assert method is not None
    stage.backend.send(key, Guild.address, method.encode_call(3))


def topic_of(key: int) -> str:
    """Return an account as a topic."""
    return "0x" + "00" * 12 + ACCOUNTS[key].hex()


@on_stage()
async def test_logs_are_found_by_address_and_topics(stage: Stage) -> None:
    """Alternatives at a position, null for anything, more positions than a log has."""
    join(stage, 0)
    join(stage, 1)
    stage.backend.send(2, COUNTER)
    stage.backend.make_block()

    async def count(**wanted: Any) -> int:
        return len(await stage.rpc("eth_getLogs", {"fromBlock": "0x0", **wanted}))

    guild, counter = hex_of(Guild.address), hex_of(COUNTER)
    assert 3 == await count() == await count(address=[], topics=[])
    assert 2 == await count(address=guild)
    assert 3 == await count(address=[guild, counter])
    assert 0 == await count(address=hex_of(STRANGER))
    assert 2 == await count(topics=[JOINED])
    assert 1 == await count(topics=[JOINED, topic_of(0)])
    assert 2 == await count(topics=[JOINED, [topic_of(0), topic_of(1)]])
    assert 1 == await count(topics=[None, topic_of(1)])
    assert 2 == await count(topics=[None, None])
    assert 3 == await count(topics=[None])
    assert 2 == await count(topics=[[JOINED, NOTHING], [None, topic_of(0)]])
    assert 0 == await count(topics=[NOTHING])
    assert 0 == await count(topics=[JOINED, topic_of(0), None])
    assert 1 == await count(address=counter, unknownKey=5)


@on_stage()
async def test_ranges_and_hashes_choose_the_blocks(stage: Stage) -> None:
    """Both ends count; a hash is one block; left out is the newest block only."""
    blocks = []
    for _ in range(3):
        stage.backend.send(0, COUNTER)
        blocks.append(stage.backend.make_block())

    async def numbers(**wanted: Any) -> list[str]:
        return [log["blockNumber"] for log in await stage.rpc("eth_getLogs", wanted)]

    assert ["0x3"] == await numbers()
    assert ["0x1", "0x2"] == await numbers(fromBlock="0x1", toBlock="0x2")
    assert ["0x1", "0x2", "0x3"] == await numbers(fromBlock="earliest", toBlock="latest")
    assert ["0x3"] == await numbers(fromBlock="0x3", toBlock="0x99")
    assert ["0x2"] == await numbers(blockHash=hex_of(blocks[1].header.hash))
    assert [] == await numbers(fromBlock="0x4")
    assert [] == await numbers(fromBlock="0x4", toBlock="0x9")


@on_stage()
async def test_wrong_filters_are_refused(stage: Stage) -> None:
    """Reversed ranges, two ways to name blocks, wrong types."""
    stage.backend.make_block()
    for wanted, expected in [
        ({"fromBlock": "0x1", "toBlock": "0x0"}, "invalid block range params"),
        ({"fromBlock": "0x9", "toBlock": "0x8"}, "invalid block range params"),
        ({"fromBlock": "latest", "toBlock": "earliest"}, "invalid block range params"),
        (
            {"blockHash": NOTHING, "fromBlock": "0x1"},
            "invalid argument 0: cannot specify both BlockHash and FromBlock/ToBlock, "
            "choose one or the other",
        ),
        ({"topics": [JOINED] * 5}, "exceed max topics: 4 positions, found 5"),
        ({"topics": "0x"}, "array of topics expected, found '0x'"),
        ({"topics": ["0x12"]}, "want 64 for a hash"),
        ({"topics": [[5]]}, "hex string expected, found 5"),
        ({"address": "0x12"}, "want 40 for an address"),
        ({"fromBlock": 5}, "block number in hex or one of"),
        (5, "filter object expected, found 5"),
    ]:
        for name in ("eth_getLogs", "eth_newFilter"):
            code, message = await stage.error(name, wanted)
            assert (-32602, True, message) == (code, expected in message, message)
    assert (-32000, "unknown block") == await stage.error("eth_getLogs", {"blockHash": NOTHING})


@on_stage(RpcConfig(limits=RpcLimits(log_terms_max=2, log_blocks_max=3, logs_max=50)))
async def test_limits_name_a_range_that_works(stage: Stage) -> None:
    """reth#23810: following the advice of each error once reaches every log."""
    for _ in range(4):
        stage.backend.send(0, LOGGER)
        stage.backend.make_block()
    address = [hex_of(COUNTER)] * 3
    code, message = await stage.error("eth_getLogs", {"address": address})
    assert (-32602, "exceed max addresses: 2, found 3") == (code, message)
    code, message = await stage.error("eth_getLogs", {"topics": [[NOTHING] * 3]})
    assert (-32602, "exceed max topics: 2, found 3") == (code, message)
    wide = await stage.error("eth_getLogs", {"fromBlock": "0x0", "toBlock": "0x4"})
    expected = "query exceeds max block range 3, retry with the range 0x0-0x1"  # 40 logs a block
    assert (-32602, expected) == wide
    many = await stage.error("eth_getLogs", {"fromBlock": "0x1", "toBlock": "0x3"})
    expected = "query exceeds max results 50, retry with the range 0x1-0x1"
    assert (-32005, expected) == many
    found, first = 0, 1
    while first <= 4:
        wanted = {"fromBlock": hex(first), "toBlock": "0x4"}
        answer, last = await stage.ask("eth_getLogs", wanted), 4
        if "error" in answer:
            advice = answer["error"]["message"].rpartition(" ")[2]
            first, last = (int(number, 16) for number in advice.split("-"))
            wanted = {"fromBlock": hex(first), "toBlock": hex(last)}
            answer = await stage.ask("eth_getLogs", wanted)
        found, first = found + len(answer["result"]), last + 1
    assert 160 == found


@on_stage()
async def test_log_filters_tell_what_is_new(stage: Stage) -> None:
    """Changes begin where the last poll ended; the whole range can be asked for again."""
    stage.backend.send(0, COUNTER)
    stage.backend.make_block()
    wanted = {"fromBlock": "0x0", "address": hex_of(COUNTER)}
    name = await stage.rpc("eth_newFilter", wanted)
    assert [] == await stage.rpc("eth_getFilterChanges", name)
    stage.backend.send(0, COUNTER)
    stage.backend.make_block()
    changes = await stage.rpc("eth_getFilterChanges", name)
    assert ["0x2"] == [log["blockNumber"] for log in changes]
    assert [] == await stage.rpc("eth_getFilterChanges", name)
    everything = await stage.rpc("eth_getFilterLogs", name)
    assert ["0x1", "0x2"] == [log["blockNumber"] for log in everything]
    assert everything == await stage.rpc("eth_getLogs", wanted)


@on_stage()
async def test_log_filters_keep_to_their_range(stage: Stage) -> None:
    """Blocks outside the filter's own range are no changes."""
    name = await stage.rpc("eth_newFilter", {"fromBlock": "0x2", "toBlock": "0x2"})
    fixed = await stage.rpc(
        "eth_newFilter", {"blockHash": hex_of(stage.backend.ledger.genesis_hash)}
    )
    for _ in range(3):
        stage.backend.send(0, COUNTER)
        stage.backend.make_block()
    changes = await stage.rpc("eth_getFilterChanges", name)
    assert ["0x2"] == [log["blockNumber"] for log in changes]
    assert [] == await stage.rpc("eth_getFilterChanges", fixed)
    assert [] == await stage.rpc("eth_getFilterLogs", fixed)


@on_stage(RpcConfig(limits=RpcLimits(logs_max=50)))
async def test_many_changes_come_in_pages(stage: Stage) -> None:
    """A poll never fails for too many logs: it gives whole blocks and goes on at the next."""
    name = await stage.rpc("eth_newFilter", {})
    for _ in range(3):
        stage.backend.send(0, LOGGER)
        stage.backend.make_block()
    sizes = [len(await stage.rpc("eth_getFilterChanges", name)) for _ in range(4)]
    assert [40, 40, 40, 0] == sizes


@on_stage()
async def test_block_filters_tell_hashes(stage: Stage) -> None:
    """Each new block once, in order."""
    name = await stage.rpc("eth_newBlockFilter")
    hashes = [hex_of(stage.backend.make_block().header.hash) for _ in range(3)]
    assert hashes == await stage.rpc("eth_getFilterChanges", name)
    assert [] == await stage.rpc("eth_getFilterChanges", name)


@on_stage()
async def test_pending_filters_tell_arrivals(stage: Stage) -> None:
    """Hashes, or whole transactions where asked for."""
    short = await stage.rpc("eth_newPendingTransactionFilter")
    whole = await stage.rpc("eth_newPendingTransactionFilter", True)
    sent = hex_of(stage.backend.send(0, STRANGER))
    await stage.settle()
    assert [sent] == await stage.rpc("eth_getFilterChanges", short)
    (shown,) = await stage.rpc("eth_getFilterChanges", whole)
    assert (sent, None) == (shown["hash"], shown["blockHash"])
    assert [] == await stage.rpc("eth_getFilterChanges", short)


@on_stage()
async def test_filters_end(stage: Stage) -> None:
    """Uninstalled once, not found afterwards; only log filters have logs."""
    name = await stage.rpc("eth_newBlockFilter")
    assert (-32000, "filter not found") == await stage.error("eth_getFilterLogs", name)
    assert await stage.rpc("eth_uninstallFilter", name) is True
    assert await stage.rpc("eth_uninstallFilter", name) is False
    assert (-32000, "filter not found") == await stage.error("eth_getFilterChanges", name)
    assert -32602 == (await stage.error("eth_getFilterChanges", 5))[0]


@on_stage(RpcConfig(limits=RpcLimits(filters_max=2)))
async def test_filters_are_counted(stage: Stage) -> None:
    """One filter too many is refused until another ends."""
    first = await stage.rpc("eth_newBlockFilter")
    await stage.rpc("eth_newFilter", {})
    expected = (-32005, "too many filters: at most 2")
    assert expected == await stage.error("eth_newPendingTransactionFilter")
    await stage.rpc("eth_uninstallFilter", first)
    await stage.rpc("eth_newPendingTransactionFilter")
