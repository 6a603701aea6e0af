"""A server that stops: what is under way ends well, what comes is turned away."""

import asyncio
import threading
from typing import Any

import aiohttp
import orjson
import pytest

from rpc.config import RpcConfig, RpcLimits
from tests.rpc.stage import COUNTER, Stage, hex_of, on_stage

CALL = {"jsonrpc": "2.0", "id": 1, "method": "eth_call", "params": [{"to": hex_of(COUNTER)}]}


class Gated:
    """Holds the node's worker threads back until a test lets them go."""

    def __init__(self, stage: Stage) -> None:
        self.gate, self.begun = threading.Event(), asyncio.Event()
        run = stage.backend.run

        async def held(work: Any) -> Any:
            self.begun.set()

            def wait() -> Any:
                self.gate.wait(10)
                return work()

            return await run(wait)

        stage.backend.run = held  # type: ignore[method-assign, assignment]


@on_stage()
async def test_what_is_under_way_is_answered(stage: Stage) -> None:
    """A call that began before the stop ends after it, over HTTP and over a WebSocket."""
    gated, url = Gated(stage), stage.server.url
    async with stage.http.ws_connect(stage.server.url) as socket:
        await socket.send_bytes(orjson.dumps(CALL))
        await gated.begun.wait()
        gated.begun.clear()
        posted = asyncio.create_task(stage.post(CALL))
        await gated.begun.wait()
        stopping = asyncio.create_task(stage.server.stop())
        await asyncio.sleep(0.05)
        with pytest.raises(aiohttp.ClientConnectorError):
            await stage.http.post(url, json=CALL)
        await socket.send_bytes(orjson.dumps({**CALL, "id": 2}))
        gated.gate.set()
        status, body = await posted
        assert 200 == status and "result" in orjson.loads(body)
        assert 1 == orjson.loads((await socket.receive(timeout=5)).data)["id"]
        goodbye = await socket.receive(timeout=5)
        assert (1001, "the node stops") == (goodbye.data, goodbye.extra)
    await asyncio.wait_for(stopping, 5)


@on_stage(RpcConfig(limits=RpcLimits(drain_s=0.1)))
async def test_nobody_is_waited_for_forever(stage: Stage) -> None:
    """After the time for it the server is gone, whoever still waits for an answer."""
    gated = Gated(stage)
    async with stage.http.ws_connect(stage.server.url) as socket:
        await socket.send_bytes(orjson.dumps(CALL))
        await gated.begun.wait()
        posted = asyncio.create_task(stage.post(CALL))
        await asyncio.sleep(0.05)
        await asyncio.wait_for(stage.server.stop(), 5)
        assert 1001 == (await socket.receive(timeout=5)).data
        with pytest.raises(aiohttp.ClientError):
            await posted
        gated.gate.set()


@on_stage()
async def test_health_tells_when_to_stay_away(stage: Stage) -> None:
    """SERVING; NOT_SERVING while the node catches up or stops. Nothing else is told."""

    async def health() -> tuple[int, str]:
        async with stage.http.get(f"{stage.server.url}/health") as answer:
            return answer.status, await answer.text()

    assert (200, "SERVING\n") == await health()
    stage.backend.set_syncing(True)
    assert (503, "NOT_SERVING\n") == await health()
    stage.backend.set_syncing(False)
    stage.server._is_serving = False
    assert (503, "NOT_SERVING\n") == await health()
    status, body = await stage.post(CALL)
    assert (503, "the node stops") == (status, orjson.loads(body)["error"]["message"])
