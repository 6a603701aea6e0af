"""
Clients that mean harm, each its own way, against one node until their time is over.

    python -m tests.e2e.attackers http://127.0.0.1:8545 SECONDS [NAME ...]   --> counts as JSON
"""

import asyncio
import json
import sys
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, Final
from urllib.parse import urlsplit

import aiohttp

GAS_CAP: Final = hex(50_000_000)
SPINNER: Final = {"0x" + "c4" * 20: {"code": "0x5b600056"}}  # loops until the gas is gone
SPIN: Final = {"to": "0x" + "c4" * 20, "gas": GAS_CAP}
JSON: Final = {"content-type": "application/json"}
FAILURES: Final = (OSError, aiohttp.ClientError, TimeoutError, asyncio.IncompleteReadError)


class Target:
    """The node, and what its attackers have done so far."""

    def __init__(self, url: str, http: aiohttp.ClientSession) -> None:
        self.url, self.http = url, http
        self.host, self.port = urlsplit(url).hostname or "", urlsplit(url).port or 0
        self.counts: Counter[str] = Counter()

    async def post(self, name: str, body: bytes) -> None:
        """Send a body and take the answer."""
        self.counts[f"{name} sent"] += 1
        async with self.http.post(self.url, data=body, headers=JSON) as answer:
            await answer.read()
            self.counts[f"{name} {answer.status}"] += 1


def encoded(method: str, *params: Any, times: int = 1) -> bytes:
    """One request, or a batch of it."""
    one = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
    return json.dumps([one] * times if times > 1 else one).encode()


async def slowloris(target: Target) -> None:
    """A request of which a byte comes now and then."""
    _, writer = await asyncio.open_connection(target.host, target.port)
    writer.write(b"POST / HTTP/1.1\r\nHost: localhost\r\nX-A: ")
    target.counts["slowloris"] += 1
    try:
        while not writer.is_closing():
            writer.write(b"a")
            await writer.drain()
            await asyncio.sleep(0.5)
    finally:
        writer.close()


async def giant(target: Target) -> None:
    """Bodies as large as they may be, of many small values, and larger ones."""
    await target.post("giant", b"[" + b"1," * (5 * 2**19 - 2) + b"1]")
    with suppress(*FAILURES):  # the refusal may come while we still send
        await target.post("giant", b"[" + b"1," * 2**22 + b"1]")


async def deep(target: Target) -> None:
    """Lists in lists, and objects in objects."""
    await target.post("deep", b"[" * 1_000_000)
    await target.post("deep", b'{"a":' * 500 + b"1" + b"}" * 500)


async def spin(target: Target) -> None:
    """A call that burns all the gas there is."""
    await target.post("spin", encoded("eth_call", SPIN, "latest", SPINNER))


async def logs(target: Target) -> None:
    """Logs of the whole chain."""
    everything = {"fromBlock": "0x0", "toBlock": "latest"}
    await target.post("logs", encoded("eth_getLogs", everything))


async def batch(target: Target) -> None:
    """A thousand blocks in one batch."""
    await target.post("batch", encoded("eth_getBlockByNumber", "0x1", True, times=1_000))


async def flood(target: Target) -> None:
    """Connections that come and go."""
    for _ in range(50):
        _, writer = await asyncio.open_connection(target.host, target.port)
        writer.close()
        target.counts["flood"] += 1


async def deaf(target: Target) -> None:
    """A WebSocket that asks for much and reads nothing."""
    head = (
        "GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n"
    )
    _, writer = await asyncio.open_connection(target.host, target.port, limit=1_024)
    writer.write(head.encode())
    body = encoded("eth_getBlockByNumber", "0x1", True, times=100)
    frame = bytes([0x81, 0x80 | 126]) + len(body).to_bytes(2, "big") + bytes(4) + body
    target.counts["deaf"] += 1
    try:
        while not writer.is_closing():
            writer.write(frame)
            await writer.drain()
            await asyncio.sleep(0.05)
    finally:
        writer.close()


ATTACKS: Final[dict[str, tuple[int, Callable[[Target], Awaitable[None]]]]] = {
    "slowloris": (100, slowloris),
    "giant": (2, giant),
    "deep": (2, deep),
    "spin": (6, spin),
    "logs": (4, logs),
    "batch": (3, batch),
    "flood": (2, flood),
    "deaf": (5, deaf),
}


async def again(target: Target, name: str) -> None:
    """One attacker: begins anew whenever it is shown the door."""
    attack = ATTACKS[name][1]
    while True:
        try:
            await attack(target)
        except FAILURES:
            target.counts[f"{name} cut"] += 1
            await asyncio.sleep(0.05)


async def attack(url: str, seconds: float, names: list[str]) -> Counter[str]:
    """Let all attackers loose for a time."""
    timeout = aiohttp.ClientTimeout(60)
    async with aiohttp.ClientSession(timeout=timeout) as http:
        target = Target(url, http)
        tasks = [
            asyncio.create_task(again(target, name))
            for name in names or ATTACKS
            for _ in range(ATTACKS[name][0])
        ]
        await asyncio.sleep(seconds)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return target.counts


if __name__ == "__main__":
    _, where, duration, *wanted = sys.argv
    print(json.dumps(asyncio.run(attack(where, float(duration), wanted)), sort_keys=True))
