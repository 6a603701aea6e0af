"""WebSocket: calls, subscriptions, and readers that do not read."""

import asyncio
import socket as sockets
from typing import Any

import aiohttp
import orjson

from rpc.config import RpcConfig, RpcLimits
from tests.rpc.stage import ACCOUNTS, COUNTER, LOGGER, SPINNER, STRANGER, Stage, hex_of, on_stage


@on_stage()
async def test_calls_and_batches_work_as_over_http(stage: Stage) -> None:
    """A WebSocket answers the same requests, binary frames included."""
    async with stage.websocket() as socket:
        assert "0x7a69" == await socket.rpc("eth_chainId")
        assert -32601 == (await socket.ask("x_y"))["error"]["code"]
        call = {"jsonrpc": "2.0", "id": 5, "method": "eth_blockNumber"}
        await socket.socket.send_bytes(orjson.dumps([call, call]))
        assert 2 == len(orjson.loads((await socket.socket.receive(5)).data))


@on_stage()
async def test_new_heads_are_told(stage: Stage) -> None:
    """Every block is told once, with the header's fields and its hash."""
    async with stage.websocket() as socket:
        name = await socket.rpc("eth_subscribe", "newHeads")
        block = stage.backend.make_block()
        news = await socket.next()
        assert name == news["subscription"]
        assert hex_of(block.header.hash) == news["result"]["hash"]
        assert "0x1" == news["result"]["number"]
        assert "transactions" not in news["result"]


@on_stage()
async def test_the_id_comes_before_the_news(stage: Stage) -> None:
    """What happens before the answer with the id is on its way is told right after it."""
    async with stage.websocket() as socket:
        subscribe = {"jsonrpc": "2.0", "id": 1, "method": "eth_subscribe", "params": ["newHeads"]}
        call = {"jsonrpc": "2.0", "id": 2, "method": "eth_call"}
        call |= {"params": [{"to": hex_of(SPINNER), "gas": "0x3d0900"}]}
        await socket.socket.send_str(orjson.dumps([subscribe, call]).decode())
        while not len(stage.server._subscriptions):
            await asyncio.sleep(0.001)
        stage.backend.make_block()
        answers = orjson.loads((await socket.socket.receive(10)).data)
        assert [1, 2] == [item["id"] for item in answers]
        news = await socket.next()
        assert answers[0]["result"] == news["subscription"]
        assert "0x1" == news["result"]["number"]


@on_stage()
async def test_blocks_missed_by_a_slow_server_are_filled_in(stage: Stage) -> None:
    """When the stream of blocks overruns, no subscriber notices."""
    async with stage.websocket() as socket:
        await socket.rpc("eth_subscribe", "newHeads")
        stage.backend.make_block()
        stage.backend.make_block(overrun=True)
        stage.backend.make_block(overrun=True)
        await asyncio.sleep(0.05)
        stage.backend.make_block()
        numbers = [(await socket.next())["result"]["number"] for _ in range(4)]
        assert ["0x1", "0x2", "0x3", "0x4"] == numbers


@on_stage()
async def test_matching_logs_are_told(stage: Stage) -> None:
    """Only logs of the address asked for, each with its place in the block."""
    async with stage.websocket() as socket:
        name = await socket.rpc("eth_subscribe", "logs", {"address": hex_of(COUNTER)})
        stage.backend.send(0, LOGGER)
        stage.backend.send(0, COUNTER)
        stage.backend.make_block()
        news = await socket.next()
        assert name == news["subscription"]
        assert hex_of(COUNTER) == news["result"]["address"]
        assert ("0x28", "0x1") == (news["result"]["logIndex"], news["result"]["transactionIndex"])
        assert news["result"]["removed"] is False


@on_stage()
async def test_arrivals_are_told(stage: Stage) -> None:
    """Hashes by default, whole transactions on demand."""
    async with stage.websocket() as socket:
        short = await socket.rpc("eth_subscribe", "newPendingTransactions")
        whole = await socket.rpc("eth_subscribe", "newPendingTransactions", True)
        sent = hex_of(stage.backend.send(0, STRANGER, value_wei=7))
        news = {
            item["subscription"]: item["result"]
            for item in [await socket.next(), await socket.next()]
        }
        assert sent == news[short]
        assert (sent, "0x7") == (news[whole]["hash"], news[whole]["value"])
        assert hex_of(ACCOUNTS[0]) == news[whole]["from"]


@on_stage()
async def test_syncing_is_told_when_it_changes(stage: Stage) -> None:
    """Once when catching up begins and once when it ends."""
    async with stage.websocket() as socket:
        await socket.rpc("eth_subscribe", "syncing")
        stage.backend.make_block()
        stage.backend.set_syncing(True, 9)
        stage.backend.make_block()
        news = (await socket.next())["result"]
        assert news["syncing"] is True
        assert "0x9" == news["status"]["highestBlock"]
        stage.backend.set_syncing(False)
        stage.backend.make_block()
        assert (await socket.next())["result"] is False


@on_stage()
async def test_unsubscribing_ends_the_news(stage: Stage) -> None:
    """After eth_unsubscribe nothing comes any more; a second time it is not found."""
    async with stage.websocket() as socket:
        name = await socket.rpc("eth_subscribe", "newHeads")
        assert await socket.rpc("eth_unsubscribe", name) is True
        stage.backend.make_block()
        await stage.settle()
        answer = await socket.ask("eth_unsubscribe", name)
        assert "subscription not found" == answer["error"]["message"]
        assert [] == socket.news


@on_stage()
async def test_subscriptions_end_with_their_connection(stage: Stage) -> None:
    """A client that goes away leaves nothing behind; strangers cannot end what is not theirs."""
    async with stage.websocket() as socket:
        name = await socket.rpc("eth_subscribe", "newHeads")
        async with stage.websocket() as other:
            assert "error" in await other.ask("eth_unsubscribe", name)
        assert 1 == len(stage.server._subscriptions)
    async with asyncio.timeout(5):
        while len(stage.server._subscriptions):
            await asyncio.sleep(0.01)


@on_stage()
async def test_wrong_subscriptions_are_refused(stage: Stage) -> None:
    """Unknown kinds, wrong options and HTTP."""
    async with stage.websocket() as socket:
        answer = await socket.ask("eth_subscribe", "weather")
        assert (-32601, 'no "weather" subscription in eth namespace') == (
            answer["error"]["code"],
            answer["error"]["message"],
        )
        for params in [
            ["newHeads", {}],
            ["logs", 5],
            ["logs", {"address": "0x1"}],
            ["newPendingTransactions", "yes"],
            [],
        ]:
            assert -32602 == (await socket.ask("eth_subscribe", *params))["error"]["code"]
    assert (-32601, "notifications not supported") == await stage.error("eth_subscribe", "newHeads")


@on_stage(RpcConfig(limits=RpcLimits(subscriptions_max=2)))
async def test_subscriptions_are_counted(stage: Stage) -> None:
    """One connection holds so many and no more; ending one makes room."""
    async with stage.websocket() as socket:
        first = await socket.rpc("eth_subscribe", "newHeads")
        await socket.rpc("eth_subscribe", "logs")
        assert -32005 == (await socket.ask("eth_subscribe", "newHeads"))["error"]["code"]
        await socket.rpc("eth_unsubscribe", first)
        await socket.rpc("eth_subscribe", "newHeads")


def unread(client: aiohttp.ClientWebSocketResponse) -> Any:
    """Stop reading a client's socket and make its buffer small."""
    connection = client._conn
    assert connection is not None
    transport = connection.transport
    transport.get_extra_info("socket").setsockopt(sockets.SOL_SOCKET, sockets.SO_RCVBUF, 4_096)
    transport.pause_reading()
    return transport


@on_stage(RpcConfig(limits=RpcLimits(outbox_messages_max=50)))
async def test_slow_readers_are_closed_with_a_reason(stage: Stage) -> None:
    """A reader that stops reading is let go, and the others hear everything."""
    async with stage.websocket() as slow, stage.websocket() as quick:
        await slow.rpc("eth_subscribe", "logs")
        await quick.rpc("eth_subscribe", "newHeads")
        transport = unread(slow.socket)
        for _ in range(30):
            for _ in range(4):
                stage.backend.send(0, LOGGER)
            stage.backend.make_block()
            await stage.settle()
        async with asyncio.timeout(10):
            while len(stage.server._subscriptions) > 1:
                await asyncio.sleep(0.02)
        for _ in range(30):
            await quick.next()
        transport.resume_reading()
        last = None
        async with asyncio.timeout(10):
            while last is None or last.type is aiohttp.WSMsgType.TEXT:
                last = await slow.socket.receive()
        assert slow.socket.closed


@on_stage(RpcConfig(limits=RpcLimits(outbox_messages_max=3)))
async def test_the_reason_reaches_a_reader_that_can_still_be_told(stage: Stage) -> None:
    """More news at once than may wait: the close frame says so."""
    async with stage.websocket() as socket:
        await socket.rpc("eth_subscribe", "logs")
        stage.backend.send(0, LOGGER)
        stage.backend.make_block()
        message = await socket.socket.receive(timeout=5)
        while message.type is aiohttp.WSMsgType.TEXT:
            message = await socket.socket.receive(timeout=5)
        assert 1008 == message.data
        assert "slow reader: too many notifications wait" == message.extra


@on_stage(RpcConfig(limits=RpcLimits(body_bytes_max=1_000)))
async def test_large_messages_close_the_connection(stage: Stage) -> None:
    """A frame over the limit ends the connection with code 1009; the server goes on."""
    async with stage.websocket() as socket:
        await socket.socket.send_str(" " * 2_000)
        message = await socket.socket.receive(timeout=5)
        assert 1009 == message.data
    assert "0x7a69" == await stage.rpc("eth_chainId")


@on_stage(RpcConfig(limits=RpcLimits(websocket_calls_max=2)))
async def test_many_calls_at_once_are_all_answered(stage: Stage) -> None:
    """More requests than are worked on at a time wait for their turn."""
    async with stage.websocket() as socket:
        for index in range(50):
            call = {"jsonrpc": "2.0", "id": index, "method": "eth_call"}
            call |= {"params": [{"to": hex_of(COUNTER)}]}
            await socket.socket.send_str(orjson.dumps(call).decode())
        answers = [orjson.loads((await socket.socket.receive(5)).data) for _ in range(50)]
        assert set(range(50)) == {answer["id"] for answer in answers}
