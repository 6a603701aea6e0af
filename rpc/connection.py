"""
One HTTP connection: plain requests are answered here, all else is left to the HTTP library.

    bytes --> head seen before? --> body --Desk.answer--> bytes        at once, without a task
               |  no                          '--> awaited by a task
               v
            read_head, Desk.accepts --no--> the HTTP library has the connection from here on

Clients keep their connections and send the same head again and again, so a head that was read and
accepted once is known by its bytes. One request is answered at a time; what a client sends
meanwhile waits, and beyond PENDING_BYTES_MAX in the client's own buffers.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from email.utils import formatdate
from functools import lru_cache
from time import time
from typing import Final, cast

from rpc.admission import Visit
from rpc.config import RpcLimits
from rpc.doorman import Doorman
from rpc.heads import END, HEAD_BYTES_MAX, read_head
from rpc.soon import Soon

BODY_BYTES_MAX: Final = 65_536  # of a request that is answered here
PENDING_BYTES_MAX: Final = 131_072  # of what a client sends before it is answered
HEADS_MAX: Final = 64  # heads known by their bytes, of one connection
PIECES_MAX: Final = 8  # in which a request may come; more are left to the HTTP library
REST_S: Final = 1.0  # seconds in which the rest of a request may come, likewise
RETRY_AFTER_S: Final = 1  # what a client is told that asked too often
OK: Final = b"HTTP/1.1 200 OK\r\n"
TOO_MANY: Final = b"HTTP/1.1 429 Too Many Requests\r\nRetry-After: %d\r\n" % RETRY_AFTER_S
REST_OF_HEAD: Final = (
    b"Content-Type: application/json\r\nContent-Length: %d\r\nDate: %b\r\nServer: kumiai\r\n\r\n"
)


@dataclass(frozen=True)
class Desk:
    """What all connections of a server share."""

    limits: RpcLimits
    doorman: Doorman
    accepts: Callable[[Mapping[str, str], str], bool]  # a plain head, and the client's address
    visit: Callable[[str], Visit]  # begins a request from an address
    answer: Callable[[bytes, Visit], Soon[bytes | None]]
    library: Callable[[], asyncio.Protocol]  # a protocol that understands all of HTTP
    open: set["Connection"] = field(default_factory=set)


class Connection(asyncio.Protocol):
    """A connection, from its first byte until it ends or the HTTP library takes it over."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._address = ""
        self._lengths: dict[bytes, int] = {}  # of bodies, by the heads that announce them
        self._pending = b""
        self._pieces = 0  # that came and made no whole request
        self._running: asyncio.Task[None] | None = None
        self._is_choked = self._is_draining = False
        self._heard_s = 0.0
        self._timer: asyncio.TimerHandle | None = None  # for who is silent
        self._rest: asyncio.TimerHandle | None = None  # for who has sent half a request

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Let a connection in, or end it at once."""
        self._transport = cast(asyncio.Transport, transport)
        self._loop = asyncio.get_running_loop()
        if not self._desk.doorman.admits(self._transport):
            self._transport.abort()
            return
        peer = transport.get_extra_info("peername")
        self._address = str(peer[0]) if isinstance(peer, tuple) and peer else ""
        self._heard_s = self._loop.time()
        self._desk.open.add(self)
        self._wait_idle(self._desk.limits.idle_s)

    def connection_lost(self, cause: Exception | None) -> None:
        """Forget the connection; an answer that is on its way is dropped when it is there."""
        self._leave()
        self._desk.doorman.forget(self._transport)

    def pause_writing(self) -> None:
        """The client does not read: nothing more is answered until it does."""
        self._is_choked = True
        self._transport.pause_reading()

    def resume_writing(self) -> None:
        """The client reads again."""
        self._is_choked = False
        self._go_on()

    def data_received(self, data: bytes) -> None:
        """Take what has come, and answer what of it is whole."""
        self._pending = self._pending + data if self._pending else data
        if self._running is None and not self._is_choked:
            self._go_on()
        elif len(self._pending) > PENDING_BYTES_MAX:
            self._transport.pause_reading()

    async def drain(self, timeout_s: float) -> None:
        """End the connection: after the answer under way, but not later than after so long."""
        self._is_draining = True
        if self._running is not None:
            await asyncio.wait({self._running}, timeout=timeout_s)
        self._transport.close()

    def _go_on(self) -> None:
        """Answer request by request until one has to be awaited or is not there yet."""
        while self._pending and self._running is None and not self._is_choked:
            if self._is_draining or not self._take():
                return
        self._transport.resume_reading()

    def _take(self) -> bool:
        """Answer the first request that has come; False where it is not whole, or not plain."""
        end = self._pending.find(END) + len(END)
        if end < len(END):
            return self._wait_for_rest(self._pending)
        head = self._pending[:end]
        length = self._lengths.get(head)
        if length is None:
            length = self._accept(head)
            if length is None:
                self._hand_over()
                return False
        if len(self._pending) < end + length:
            return self._wait_for_rest(head)
        body, self._pending = self._pending[end : end + length], self._pending[end + length :]
        if self._pieces:
            self._forget_wait()
        self._answer(body)
        return True

    def _accept(self, head: bytes) -> int | None:
        """Return the length of the body behind a new head; None where it is not for us."""
        fields = read_head(head)
        if fields is None or not self._desk.accepts(fields, self._address):
            return None
        length = int(fields["content-length"])
        if length > min(BODY_BYTES_MAX, self._desk.limits.body_bytes_max):
            return None
        if len(self._lengths) < HEADS_MAX:
            self._lengths[head] = length
        return length

    def _wait_for_rest(self, head: bytes) -> bool:
        """Wait for the rest of a request, for a moment; the library waits longer."""
        self._pieces += 1
        if self._pieces > PIECES_MAX or len(head) > HEAD_BYTES_MAX:
            self._hand_over()
        elif self._pieces == 1:
            self._rest = self._loop.call_later(REST_S, self._hand_over)
        return False

    def _forget_wait(self) -> None:
        self._pieces = 0
        if self._rest is not None:
            self._rest.cancel()
            self._rest = None

    def _answer(self, body: bytes) -> None:
        desk = self._desk
        desk.doorman.hear(self._transport)
        self._heard_s = self._loop.time()
        visit = desk.visit(self._address)
        reply = desk.answer(body, visit)
        if reply is None or isinstance(reply, bytes):
            self._write(reply or b"", visit)
        else:
            self._running = self._loop.create_task(self._finish(reply, visit))

    async def _finish(self, reply: Awaitable[bytes | None], visit: Visit) -> None:
        """Answer what has to be awaited, then what has come meanwhile."""
        answer = await reply
        self._running = None
        if self._transport.is_closing():
            return
        self._write(answer or b"", visit)
        self._heard_s = self._loop.time()
        self._go_on()

    def _write(self, answer: bytes, visit: Visit) -> None:
        status = TOO_MANY if visit.is_refused_whole else OK
        rest = REST_OF_HEAD % (len(answer), _date(int(time())))
        self._transport.write(b"".join((status, rest, answer)))

    def _hand_over(self) -> None:
        """Give the connection to the HTTP library, with what has not been answered."""
        pending, self._pending = self._pending, b""
        self._leave()
        if self._is_choked:  # what it was told is not taken: it may hardly wait for more
            self._transport.abort()
            return
        library = self._desk.library()
        self._transport.set_protocol(library)
        library.connection_made(self._transport)
        self._transport.resume_reading()
        if pending:
            library.data_received(pending)

    def _leave(self) -> None:
        """Be no open connection of plain requests any more."""
        self._desk.open.discard(self)
        self._forget_wait()
        if self._timer is not None:
            self._timer.cancel()

    def _wait_idle(self, wait_s: float) -> None:
        self._timer = self._loop.call_later(wait_s, self._end_idle)

    def _end_idle(self) -> None:
        """End a connection that has made no request, or taken no answer, for too long."""
        idle_s = self._desk.limits.idle_s
        left_s = self._heard_s + idle_s - self._loop.time()
        if self._running is None and left_s <= 0:
            self._transport.abort()
        else:
            self._wait_idle(left_s if left_s > 0 else idle_s)


@lru_cache(maxsize=1)
def _date(now_s: int) -> bytes:
    """Return the Date of an answer (RFC 9110, 6.6.1)."""
    return formatdate(now_s, usegmt=True).encode()
