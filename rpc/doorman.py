"""
Who may hold a connection: so many at a time, and only those that say something soon.

    transport --admits--> in, or ended at once        hear: it has made a request
              --forget--> its place is free

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


class Doorman:
    """Lets connections in, and ends those that are too many or too quiet."""

    def __init__(self, limits: RpcLimits, *, counts_loopback: bool = False) -> None:
        self._limits, self._counts_loopback = limits, counts_loopback
        self._counts: Counter[str] = Counter()  # open connections by client network
        self._networks: dict[asyncio.BaseTransport, str | None] = {}  # of whom is counted
        self._silent: set[asyncio.BaseTransport] = set()  # each leaves it within `first_request_s`

    def admits(self, transport: asyncio.Transport) -> bool:
        """Give a new connection its place; False where there is none, and it is to be ended."""
        limits = self._limits
        if len(self._networks) >= limits.connections_max:
            logger.warning("more than %d connections: one refused", limits.connections_max)
            return False
        network = self._counted_network(transport)
        if network is not None:
            if self._counts[network] >= limits.address_connections_max:
                return False
            self._counts[network] += 1
        self._networks[transport] = network
        self._silent.add(transport)
        loop = asyncio.get_running_loop()
        loop.call_later(limits.first_request_s, self._end_silent, transport)
        return True

    def forget(self, transport: asyncio.BaseTransport) -> None:
        """Free the place of a connection that has ended, if it had one."""
        self._silent.discard(transport)
        network = self._networks.pop(transport, None)
        if network is not None:
            self._counts[network] -= 1
            if not self._counts[network]:
                del self._counts[network]

    def hear(self, transport: asyncio.BaseTransport | None) -> None:
        """Remember that a connection has made a request."""
        if transport is not None:
            self._silent.discard(transport)

    def _counted_network(self, transport: asyncio.Transport) -> str | None:
        """Return by what a connection counts; None for one that does not."""
        peer = transport.get_extra_info("peername")
        address = str(peer[0]) if isinstance(peer, tuple) and peer else ""
        if is_loopback(address) and not self._counts_loopback:
            return None
        return network_of(address)

    def _end_silent(self, transport: asyncio.BaseTransport) -> None:
        if transport in self._silent:
            self._silent.discard(transport)
            transport.close()


class Library(web.Server):
    """The HTTP library's server: connections come to it by hand, and the doorman hears they go."""

    def __init__(self, handle: Handle, limits: RpcLimits, doorman: Doorman) -> None:
        super().__init__(
            handle, access_log=None, logger=_http_logger(), keepalive_timeout=limits.idle_s
        )
        self._doorman = doorman
        self._transports: dict[RequestHandler, asyncio.Transport] = {}

    def connection_made(self, handler: RequestHandler, transport: asyncio.Transport) -> None:
        """Take a connection over."""
        super().connection_made(handler, transport)
        self._transports[handler] = transport

    def connection_lost(self, handler: RequestHandler, exc: BaseException | None = None) -> None:
        """Forget a connection."""
        super().connection_lost(handler, exc)
        transport = self._transports.pop(handler, None)
        if transport is not None:
            self._doorman.forget(transport)


def _http_logger() -> logging.Logger:
    """Return the HTTP library's log, without a trace for every client that babbles or leaves."""
    found = logging.getLogger(f"{__name__}.http")
    found.filters = [lambda record: not isinstance((record.exc_info or (0, 0))[1], CLIENT_FAULTS)]
    return found
