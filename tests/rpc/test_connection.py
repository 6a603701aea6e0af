"""Plain requests are answered without the HTTP library, everything else by it."""

import asyncio
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

import orjson

from rpc import connection
from rpc.config import RpcConfig, RpcLimits
from tests.rpc.stage import COUNTER, Stage, hex_of, on_stage

CHAIN_ID = {"jsonrpc": "2.0", "id": 1, "method": "eth_chainId"}
CALL = {"jsonrpc": "2.0", "id": 2, "method": "eth_call", "params": [{"to": hex_of(COUNTER)}]}


def plain(body: Any, *lines: str) -> bytes:
    """Return the bytes of a request that asks for nothing unusual, but for some lines."""
    encoded = orjson.dumps(body)
    head = ["POST / HTTP/1.1", "Host: localhost", "Content-Type: application/json", *lines]
    return "\r\n".join([*head, f"Content-Length: {len(encoded)}", "", ""]).encode() + encoded


@dataclass
class Wire:
    """A connection of bytes."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def answer(self) -> tuple[bytes, Any]:
        """Return the status line and the decoded body of the next answer."""
        head = await asyncio.wait_for(self.reader.readuntil(b"\r\n\r\n"), 5)
        status, *lines = head.decode().lower().split("\r\n")
        fields = dict(line.split(": ", 1) for line in lines if line)
        assert {"content-length", "content-type", "date", "server"} <= fields.keys()
        body = await self.reader.readexactly(int(fields["content-length"]))
        return status.encode(), orjson.loads(body) if body[:1] in b"[{" and body else body

    async def ended(self) -> bool:
        """Whether the server ends the connection."""
        try:
            return await asyncio.wait_for(self.reader.read(), 5) == b""
        except ConnectionResetError:
            return True


async def wire(stage: Stage) -> Wire:
    """Connect to the server."""
    return Wire(*await asyncio.open_connection("127.0.0.1", stage.server.port))


def taken_over(stage: Stage) -> int:
    """Return how many connections the HTTP library has."""
    return len(stage.server._library.connections)


@on_stage()
async def test_plain_requests_need_no_library(stage: Stage) -> None:
    """One after another, many at once, whole or in pieces: each is answered, in order."""
    found = await wire(stage)
    found.writer.write(plain(CHAIN_ID))
    status, body = await found.answer()
    assert (b"http/1.1 200 ok", "0x7a69") == (status, body["result"])
    found.writer.write(plain(CALL) + plain(CHAIN_ID) + plain([CALL, CHAIN_ID]) + plain(CHAIN_ID))
    assert [2, 1] == [(await found.answer())[1]["id"] for _ in range(2)]
    assert [2, 1] == [item["id"] for item in (await found.answer())[1]]
    assert 1 == (await found.answer())[1]["id"]
    for piece in (plain(CHAIN_ID)[:20], plain(CHAIN_ID)[20:90], plain(CHAIN_ID)[90:]):
        found.writer.write(piece)
        await asyncio.sleep(0.01)
    assert 1 == (await found.answer())[1]["id"]
    assert 0 == taken_over(stage)
    found.writer.close()


@on_stage()
async def test_faults_and_notifications_are_answered_as_ever(stage: Stage) -> None:
    """No JSON, an unknown method, no id: the answers do not depend on who reads the head."""
    for body in ([], {"x": 1}, {**CHAIN_ID, "method": "eth_nothing"}, [CHAIN_ID, 7]):
        found = await wire(stage)
        found.writer.write(plain(body))
        here = await found.answer()
        found.writer.write(plain(body, "Connection: keep-alive, x"))
        assert here == await found.answer()
        assert 1 == taken_over(stage)
        found.writer.close()
        await asyncio.sleep(0.01)
    found = await wire(stage)
    found.writer.write(plain({"jsonrpc": "2.0", "method": "eth_chainId"}))
    assert b"" == (await found.answer())[1]
    found.writer.close()


@on_stage()
async def test_a_connection_changes_hands(stage: Stage) -> None:
    """What is not plain, and all that follows it, is the library's; nothing is lost between."""
    found = await wire(stage)
    chunked = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    chunked += b"Transfer-Encoding: chunked\r\n\r\n"
    body = orjson.dumps(CHAIN_ID)
    chunked += b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
    found.writer.write(plain(CALL) + chunked + plain(CHAIN_ID))
    assert [2, 1, 1] == [(await found.answer())[1]["id"] for _ in range(3)]
    assert 1 == taken_over(stage)
    found.writer.close()


@on_stage(RpcConfig(allowed_hosts=("kumiai.example",)))
async def test_who_is_refused_is_refused_by_the_library(stage: Stage) -> None:
    """A foreign host, an origin, another type: no head that needs a word of its own is plain."""
    for line, status in (
        ("X: y", b"http/1.1 403 forbidden"),
        ("Origin: https://elsewhere.example", b"http/1.1 403 forbidden"),
    ):
        found = await wire(stage)
        found.writer.write(plain(CHAIN_ID, line))
        assert status == (await found.answer())[0]
        found.writer.close()


@on_stage(RpcConfig(limits=RpcLimits(idle_s=0.1)))
async def test_who_falls_silent_is_let_go(stage: Stage) -> None:
    """Before its first request, between two, and in the middle of one."""
    with patch.object(connection, "REST_S", 0.05):
        for begin in (b"", plain(CHAIN_ID), plain(CHAIN_ID)[:-3]):
            found = await wire(stage)
            found.writer.write(begin)
            if begin == plain(CHAIN_ID):
                await found.answer()
            if begin.endswith(b"}") or not begin:
                assert await found.ended()
            else:
                await asyncio.sleep(0.2)
                assert 1 == taken_over(stage)  # which waits for bodies as long as it says
            found.writer.close()


@on_stage(RpcConfig(limits=RpcLimits(idle_s=0.3)))
async def test_who_does_not_read_is_not_read(stage: Stage) -> None:
    """A client that only asks fills its own buffers, not ours, and is let go."""
    found = await wire(stage)
    big = plain([{**CHAIN_ID, "id": "x" * 40_000}])
    with patch.object(connection, "PENDING_BYTES_MAX", 100_000):
        try:
            for _ in range(2_000):
                found.writer.write(big)
                await asyncio.wait_for(found.writer.drain(), 0.2)
        except (TimeoutError, ConnectionError):
            pass
        else:
            raise AssertionError("80 MB were taken from a client that reads nothing")
        (held,) = stage.server._desk.open or {None}
        if held is not None:
            assert len(held._pending) <= 100_000 + 300_000
        await asyncio.sleep(0.8)
        assert not stage.server._desk.open
    found.writer.close()


@on_stage(RpcConfig(limits=RpcLimits(calls_per_s=1, rate_burst_s=1), limits_loopback=True))
async def test_who_asks_too_often_is_told_when_to_return(stage: Stage) -> None:
    """The status is 429 where every call of a request was one too many."""
    found = await wire(stage)
    found.writer.write(plain(CHAIN_ID) * 2)
    assert b"http/1.1 200 ok" == (await found.answer())[0]
    status, body = await found.answer()
    assert b"http/1.1 429 too many requests" == status and "error" in body
    found.writer.close()


@on_stage()
async def test_a_stop_ends_connections_that_wait(stage: Stage) -> None:
    """Nobody is kept who has asked for nothing."""
    found = await wire(stage)
    found.writer.write(plain(CHAIN_ID))
    await found.answer()
    await stage.server.stop()
    assert await found.ended()
    found.writer.close()
