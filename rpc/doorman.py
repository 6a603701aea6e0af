"""
Who may hold a connection: so many at a time, and only those that say something soon.

The HTTP library bounds the silence between two requests but not the one before the first, nor the
number of connections; both are bounded here.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Final

from aiohttp import web
from aiohttp.http_exceptions import BadHttpMessage
from aiohttp.web import RequestPayloadError
from aiohttp.web_protocol import RequestHandler

from rpc.access import is_loopback
from rpc.admission import network_of
from rpc.config import RpcLimits

logger = logging.getLogger(__name__)

CLIENT_FAULTS: Final = (BadHttpMessage, RequestPayloadError, ConnectionError)
Handle = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]


class Doorman(web.Server):
    """Lets connections in, and ends those that are too many or too quiet."""

    def __init__(self, handle: Handle, limits: RpcLimits, *, counts_loopback: bool = False) -> None:
        super().__init__(
            handle, access_log=None, logger=_http_logger(), keepalive_timeout=limits.idle_s
        )
        self._limits, self._counts_loopback = limits, counts_loopback
        self._counts: Counter[str] = Counter()  # open connections by client network
        self._origins: dict[RequestHandler, str] = {}
        self._silent: set[RequestHandler] = set()  # each leaves it within `first_request_s`

    def connection_made(self, handler: RequestHandler, transport: asyncio.Transport) -> None:
        """Let a connection in, or end it at once."""
        super().connection_made(handler, transport)
        limits = self._limits
        if len(self.connections) > limits.connections_max:
            logger.warning("more than %d connections: one refused", limits.connections_max)
            transport.abort()
            return
        if not self._has_room_for(handler, transport):
            transport.abort()
            return
        self._silent.add(handler)
        loop = asyncio.get_running_loop()
        loop.call_later(limits.first_request_s, self._end_silent, handler)

    def connection_lost(self, handler: RequestHandler, exc: BaseException | None = None) -> None:
        """Forget a connection."""
        super().connection_lost(handler, exc)
        self._silent.discard(handler)
        network = self._origins.pop(handler, None)
        if network is not None:
            self._counts[network] -= 1
            if not self._counts[network]:
                del self._counts[network]

    def _has_room_for(self, handler: RequestHandler, transport: asyncio.Transport) -> bool:
        """Count a connection for its address; False where that has as many as one may have."""
        peer = transport.get_extra_info("peername")
        address = str(peer[0]) if isinstance(peer, tuple) and peer else ""
        if is_loopback(address) and not self._counts_loopback:
            return True
        network = network_of(address)
        if self._counts[network] >= self._limits.address_connections_max:
            return False
        self._counts[network] += 1
        self._origins[handler] = network
        return True

    def note(self, request: web.BaseRequest) -> None:
        """Remember that a connection has made a request."""
        self._silent.discard(request.protocol)

    def _end_silent(self, connection: RequestHandler) -> None:
        if connection in self._silent:
            self._silent.discard(connection)
            connection.force_close()


def _http_logger() -> logging.Logger:
    """Return the HTTP library's log, without a trace for every client that babbles or leaves."""
    found = logging.getLogger(f"{__name__}.http")
    found.filters = [lambda record: not isinstance((record.exc_info or (0, 0))[1], CLIENT_FAULTS)]
    return found
