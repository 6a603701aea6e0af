"""HTTP around JSON-RPC: who is let in, how much, and what a browser may do."""

import asyncio
import gzip
from typing import Any

import orjson

from rpc.config import RpcConfig, RpcLimits
from tests.rpc.stage import Stage, on_stage

CALL = {"jsonrpc": "2.0", "id": 1, "method": "eth_chainId", "params": []}
SMALL = RpcConfig(limits=RpcLimits(body_bytes_max=1_000, body_read_s=0.3))
OPEN = RpcConfig(allowed_hosts=("node.example",), cors_origins=("https://dapp.example",))


def code_of(body: bytes) -> Any:
    """Return the error code of an answer."""
    return orjson.loads(body)["error"]["code"]


@on_stage()
async def test_a_call_is_answered(stage: Stage) -> None:
    """The first thing every client asks."""
    status, body = await stage.post(CALL)
    assert 200 == status
    assert {"jsonrpc": "2.0", "id": 1, "result": "0x7a69"} == orjson.loads(body)


@on_stage()
async def test_notifications_get_an_empty_answer(stage: Stage) -> None:
    """Nothing to say is said with status 200, as geth does."""
    assert (200, b"") == await stage.post({"jsonrpc": "2.0", "method": "eth_chainId"})


@on_stage(SMALL)
async def test_large_bodies_are_refused(stage: Stage) -> None:
    """Announced or not, a body over the limit is answered with 413 and a JSON error."""
    status, body = await stage.post(b" " * 1_001)
    assert (413, -32600) == (status, code_of(body))
    assert "content length too large (1001>1000)" == orjson.loads(body)["error"]["message"]

    async def pieces() -> Any:
        for _ in range(20):
            yield b" " * 100

    headers = {"content-type": "application/json"}
    async with stage.http.post(stage.server.url, data=pieces(), headers=headers) as answer:
        assert 413 == answer.status
    assert (200, "0x7a69") == (200, await stage.rpc("eth_chainId"))


@on_stage(SMALL)
async def test_compressed_bombs_are_refused(stage: Stage) -> None:
    """A small body that unpacks to a large one is as large as what it unpacks to."""
    bomb = gzip.compress(b" " * 900_000)
    assert len(bomb) < 1_000
    status, _ = await stage.post(bomb, headers={"content-encoding": "gzip"})
    assert 413 == status


@on_stage(SMALL)
async def test_slow_bodies_are_given_up(stage: Stage) -> None:
    """Who announces a body and does not send it is not waited for."""
    reader, writer = await asyncio.open_connection("127.0.0.1", stage.server.port)
    head = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    writer.write(f"{head}Content-Length: 100\r\n\r\n{{".encode())
    answer = await asyncio.wait_for(reader.read(12), 5)
    assert b"HTTP/1.1 408" == answer
    writer.close()


@on_stage()
async def test_a_client_may_ask_before_it_sends(stage: Stage) -> None:
    """`Expect: 100-continue`, which curl sends with long bodies, is answered."""
    reader, writer = await asyncio.open_connection("127.0.0.1", stage.server.port)
    body = orjson.dumps(CALL)
    head = (
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        f"Expect: 100-continue\r\nConnection: close\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    writer.write(head.encode())
    assert b"HTTP/1.1 100 Continue\r\n\r\n" == await asyncio.wait_for(reader.read(25), 5)
    writer.write(body)
    assert b"0x7a69" in await asyncio.wait_for(reader.read(), 5)
    writer.close()


@on_stage()
async def test_bytes_that_are_no_http_do_no_harm(stage: Stage) -> None:
    """Garbage on the port is refused without a trace, and the next client is served."""
    garbled = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\nhello"
    for garbage in (b"\x00\xff\x16\x03\x01\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", garbled):
        reader, writer = await asyncio.open_connection("127.0.0.1", stage.server.port)
        writer.write(garbage)
        answer = await asyncio.wait_for(reader.read(4_096), 5)
        assert b"Traceback" not in answer
        writer.close()
    assert "0x7a69" == await stage.rpc("eth_chainId")


@on_stage()
async def test_broken_bodies_are_refused(stage: Stage) -> None:
    """What does not unpack is a bad request, and who breaks off is forgotten."""
    status, body = await stage.post(b"no gzip", headers={"content-encoding": "gzip"})
    assert (400, -32700) == (status, code_of(body))
    _, writer = await asyncio.open_connection("127.0.0.1", stage.server.port)
    head = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    writer.write(f"{head}Content-Length: 100\r\n\r\n{{".encode())
    await writer.drain()
    writer.close()
    assert "0x7a69" == await stage.rpc("eth_chainId")


@on_stage()
async def test_other_content_types_are_refused(stage: Stage) -> None:
    """A web page can post plain text anywhere without asking, so plain text is refused."""
    status, body = await stage.post(CALL, headers={"content-type": "text/plain"})
    assert (415, -32600) == (status, code_of(body))
    accepted = {"content-type": "application/json; charset=utf-8"}
    assert 200 == (await stage.post(CALL, headers=accepted))[0]


@on_stage()
async def test_foreign_hosts_are_refused(stage: Stage) -> None:
    """A page that points its own name at this machine does not get through."""
    for host, expected in [
        ("evil.example", 403),
        ("evil.example:8545", 403),
        ("localhost", 200),
        ("LOCALHOST:8545", 200),
        ("127.0.0.1:1", 200),
        ("[::1]:8545", 200),
        ("[::1]", 200),
        ("10.0.0.7", 200),
    ]:
        status, _ = await stage.post(CALL, headers={"Host": host})
        assert (host, expected) == (host, status)


@on_stage(OPEN)
async def test_allowed_hosts_are_configured(stage: Stage) -> None:
    """The operator names the hosts under which the node is known."""
    assert 200 == (await stage.post(CALL, headers={"Host": "node.example"}))[0]
    assert 403 == (await stage.post(CALL, headers={"Host": "localhost"}))[0]


@on_stage(RpcConfig(allowed_hosts=("*",), cors_origins=("*",)))
async def test_a_star_lets_everyone_in(stage: Stage) -> None:
    """A development chain may be open to any page under any name."""
    headers = {"Host": "any.example", "Origin": "https://any.example"}
    async with stage.http.options(stage.server.url, headers=headers) as answer:
        assert 204 == answer.status
        assert "https://any.example" == answer.headers["Access-Control-Allow-Origin"]


@on_stage(OPEN)
async def test_browsers_learn_what_they_may_do(stage: Stage) -> None:
    """Preflight allows the content type for pages of an allowed origin, and for no others."""
    headers = {"Host": "node.example", "Origin": "https://dapp.example"}
    async with stage.http.options(stage.server.url, headers=headers) as answer:
        assert 204 == answer.status
        assert "https://dapp.example" == answer.headers["Access-Control-Allow-Origin"]
        allowed = answer.headers["Access-Control-Allow-Headers"]
        assert "content-type, authorization, x-api-key" == allowed
        assert "POST" in answer.headers["Access-Control-Allow-Methods"]
    headers["Origin"] = "https://evil.example"
    async with stage.http.options(stage.server.url, headers=headers) as answer:
        assert "Access-Control-Allow-Origin" not in answer.headers


@on_stage(OPEN)
async def test_answers_may_be_read_by_allowed_pages(stage: Stage) -> None:
    """The answer itself carries the origin, too."""
    headers = {"Host": "node.example", "Origin": "https://dapp.example"}
    async with stage.http.post(stage.server.url, json=CALL, headers=headers) as answer:
        assert "https://dapp.example" == answer.headers["Access-Control-Allow-Origin"]
        assert "Origin" == answer.headers["Vary"]


@on_stage(OPEN)
async def test_websockets_of_foreign_pages_are_refused(stage: Stage) -> None:
    """Browsers ask no permission for WebSockets, so the origin is checked at the door."""
    upgrade = {"Connection": "Upgrade", "Upgrade": "websocket", "Host": "node.example"}
    headers = {**upgrade, "Origin": "https://evil.example"}
    async with stage.http.get(stage.server.url, headers=headers) as answer:
        assert 403 == answer.status
    headers = {"Host": "node.example", "Origin": "https://dapp.example"}
    async with stage.http.ws_connect(stage.server.url, headers=headers) as socket:
        assert not socket.closed


@on_stage(RpcConfig(limits=RpcLimits(websockets_max=1)))
async def test_websockets_are_counted(stage: Stage) -> None:
    """One connection too many is turned away; when one closes there is room again."""
    upgrade = {"Connection": "Upgrade", "Upgrade": "websocket"}
    async with stage.websocket() as socket:
        await socket.rpc("eth_chainId")
        async with stage.http.get(stage.server.url, headers=upgrade) as answer:
            assert 503 == answer.status
    async with asyncio.timeout(5):
        while stage.server._connections:
            await asyncio.sleep(0.01)
    async with stage.websocket() as socket:
        assert "0x7a69" == await socket.rpc("eth_chainId")


@on_stage()
async def test_other_paths_and_verbs_are_refused(stage: Stage) -> None:
    """There is one path; a person who opens it in a browser is told what it is."""
    async with stage.http.get(stage.server.url) as answer:
        assert (200, True) == (answer.status, "kumiai/test" in await answer.text())
    async with stage.http.post(stage.server.url + "/other", json=CALL) as answer:
        assert 404 == answer.status
    async with stage.http.delete(stage.server.url) as answer:
        assert 405 == answer.status


@on_stage()
async def test_stopping_says_goodbye(stage: Stage) -> None:
    """Open WebSockets are closed with a reason and the port is free afterwards."""
    async with stage.websocket() as socket:
        await socket.rpc("eth_chainId")
        await stage.server.stop()
        message = await socket.socket.receive(timeout=5)
        assert 1001 == message.data
        assert "the node stops" == message.extra


@on_stage()
async def test_run_serves_until_cancelled(stage: Stage) -> None:
    """As a component of the node it is one coroutine."""
    from rpc.server import RpcServer

    server = RpcServer(stage.backend, RpcConfig(port=0))
    task = asyncio.create_task(server.run())
    await asyncio.sleep(0.05)
    async with stage.http.post(server.url, json=CALL) as answer:
        assert 200 == answer.status
    task.cancel()
    assert [True] == [
        isinstance(outcome, asyncio.CancelledError)
        for outcome in await asyncio.gather(task, return_exceptions=True)
    ]
