"""
Many kept connections that ask one question as fast as it is answered.

    question --> N connections, round robin over servers --> requests, latencies, CPU time
"""

import asyncio
import json
import os
import resource
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
HEAD_END, LAST_CHUNK = b"\r\n\r\n", b"0\r\n\r\n"


@dataclass
class Measured:
    """What one question found on one set of servers."""

    latencies_s: list[float] = field(default_factory=list)
    span_s: float = 0.0
    server_cpu_s: float = 0.0  # of all servers together
    client_cpu_s: float = 0.0
    answer: bytes = b""  # the last one

    @property
    def per_second(self) -> float:
        """Requests answered in a second."""
        return len(self.latencies_s) / self.span_s

    @property
    def p99_ms(self) -> float:
        """Milliseconds within which 99 of 100 requests are answered."""
        ordered = sorted(self.latencies_s)
        return ordered[len(ordered) * 99 // 100] * 1_000

    @property
    def server_us(self) -> float:
        """Microseconds of a server's CPU that one request takes."""
        return self.server_cpu_s / len(self.latencies_s) * 1e6

    @property
    def client_share(self) -> float:
        """Part of its core that the client used: near 1, it is what was measured."""
        return self.client_cpu_s / self.span_s


class Asker(asyncio.Protocol):
    """One connection: writes the request, and again whenever the answer is whole."""

    def __init__(self, request: bytes, measured: Measured) -> None:
        self._request, self._measured = request, measured
        self._transport: asyncio.Transport | None = None
        self._buffer = bytearray()
        self._begun_s = 0.0
        self.is_measuring = False
        self.failure = ""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the first time."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._ask()

    def data_received(self, data: bytes) -> None:
        """Collect the answer."""
        self._buffer += data
        end = _end_of_answer(self._buffer)
        if end is None:
            return
        if self.is_measuring:
            self._measured.latencies_s.append(time.perf_counter() - self._begun_s)
            self._measured.answer = bytes(self._buffer[:end])
        self._buffer.clear()
        self._ask()

    def connection_lost(self, cause: Exception | None) -> None:
        """Remember that a server ended it."""
        if self.is_measuring:
            self.failure = f"a server closed a connection: {cause}"

    def close(self) -> None:
        """Stop asking."""
        self.is_measuring = False
        if self._transport is not None:
            self._transport.abort()

    def _ask(self) -> None:
        assert self._transport is not None
        self._begun_s = time.perf_counter()
        self._transport.write(self._request)


def _end_of_answer(buffer: bytearray) -> int | None:
    """Return where an HTTP answer ends, None while more of it is to come."""
    head = buffer.find(HEAD_END)
    if head < 0:
        return None
    for line in bytes(buffer[:head]).lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            end = head + len(HEAD_END) + int(line.split(b":")[1])
            return end if len(buffer) >= end else None
    return len(buffer) if buffer.endswith(LAST_CHUNK) else None


async def measure(
    urls: Sequence[str],
    process_ids: Sequence[int],
    question: tuple[str, list[Any]],
    connections: int,
    seconds: float,
) -> Measured:
    """Ask from all connections; a fifth of the time before that warms up and counts for nothing."""
    loop, measured = asyncio.get_running_loop(), Measured()
    askers = []
    for number in range(connections):
        place = urlsplit(urls[number % len(urls)])
        assert place.hostname is not None and place.port is not None, "a URL with host and port"
        request = encode(place.netloc, *question)
        asker = Asker(request, measured)
        await loop.create_connection(partial(_same, asker), place.hostname, place.port)
        askers.append(asker)
    await asyncio.sleep(seconds / 5)
    for asker in askers:
        asker.is_measuring = True
    start_s, cpu_s, own_s = time.perf_counter(), cpu_of(process_ids), _own_cpu_s()
    await asyncio.sleep(seconds)
    measured.span_s = time.perf_counter() - start_s
    measured.server_cpu_s = cpu_of(process_ids) - cpu_s
    measured.client_cpu_s = _own_cpu_s() - own_s
    failures = [asker.failure for asker in askers if asker.failure]
    for asker in askers:
        asker.close()
    await asyncio.sleep(0)
    assert not failures, failures[0]
    assert b'"result"' in measured.answer, (question, measured.answer[:500])
    return measured


def _same(asker: Asker) -> Asker:
    """Return what the loop is to speak to."""
    return asker


def encode(host: str, method: str, params: list[Any]) -> bytes:
    """Return a whole HTTP request."""
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params}).encode()
    head = f"POST / HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


def cpu_of(process_ids: Sequence[int]) -> float:
    """Return the seconds of CPU that processes have used."""
    total = 0
    for process_id in process_ids:
        words = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()
        total += int(words[11]) + int(words[12])
    return total / TICKS_A_SECOND


def _own_cpu_s() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime
