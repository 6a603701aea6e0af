"""
A JSON-RPC client that costs little, so that what is measured is the server.

    client = await Client.open(port)
    await client.call("eth_blockNumber")        one request, one answer, on one kept connection
"""

import asyncio
import json
from collections.abc import Sequence
from typing import Any, Final

HEAD: Final = (
    b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    b"Content-Length: %d\r\n\r\n"
)
LENGTH: Final = b"content-length:"
LINE_BYTES_MAX: Final = 2**26  # of a head, and of what the reader keeps


class Refused(Exception):
    """An answer that is an error: its code and message."""


class Client:
    """One connection; one request at a time."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    @classmethod
    async def open(cls, port: int) -> "Client":
        """Connect to a server on this machine."""
        return cls(*await asyncio.open_connection("127.0.0.1", port, limit=LINE_BYTES_MAX))

    async def call(self, method: str, *params: Any) -> Any:
        """Return a result; raises Refused."""
        return result_of(await self.exchange(request(method, params)))

    async def exchange(self, body: bytes) -> bytes:
        """Send a body and return the answer's."""
        self._writer.write(HEAD % len(body) + body)
        head = await self._reader.readuntil(b"\r\n\r\n")
        for line in head.lower().split(b"\r\n"):
            if line.startswith(LENGTH):
                return await self._reader.readexactly(int(line[len(LENGTH) :]))
        return await self._read_chunks()

    async def _read_chunks(self) -> bytes:
        found = b""
        while True:
            length = int(await self._reader.readline(), 16)
            found += await self._reader.readexactly(length)
            await self._reader.readline()
            if not length:
                return found

    def close(self) -> None:
        """Hang up."""
        self._writer.close()


def request(method: str, params: Sequence[Any], number: int = 1) -> bytes:
    """Return the body of a request."""
    fields = {"jsonrpc": "2.0", "id": number, "method": method, "params": list(params)}
    return json.dumps(fields, separators=(",", ":")).encode()


def result_of(answer: bytes) -> Any:
    """Return the result in an answer; raises Refused."""
    decoded = json.loads(answer)
    if "error" in decoded:
        raise Refused(str(decoded["error"]))
    return decoded["result"]


def batch(bodies: Sequence[bytes]) -> bytes:
    """Return requests, each with a number of its own, as the body of one."""
    return b"[" + b",".join(bodies) + b"]"


def results_of(answer: bytes) -> list[Any]:
    """Return the results in the answer to a batch, by the requests' numbers; raises Refused."""
    decoded = json.loads(answer)
    if not isinstance(decoded, list):
        raise Refused(str(decoded))
    refused = [item["error"] for item in decoded if "error" in item]
    if refused:
        raise Refused(str(refused[0]))
    return [item["result"] for item in sorted(decoded, key=lambda item: item["id"])]
