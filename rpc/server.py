"""
The server: HTTP and WebSocket on one port and one path.

    POST /   one JSON-RPC request or a batch      GET / with Upgrade   a WebSocket
    OPTIONS  a web page asks whether it may       GET /                the explorer, or a line that
    GET /health   SERVING, or 503 NOT_SERVING                          says who is here

A request is refused before its body is read when it is addressed to a host that is not ours (a
web page can point a name of its own at this machine) or is larger than anything we answer.
"""

import asyncio
import ipaddress
import logging
import time
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from aiohttp import web
from multidict import CIMultiDict

from rpc.admission import Gate
from rpc.backend import Backend
from rpc.config import RpcConfig
from rpc.connection import RETRY_AFTER_S, Desk
from rpc.connection import Connection as HttpConnection
from rpc.credentials import Unauthorized
from rpc.dispatcher import Dispatcher, encode_failure
from rpc.doorman import CLIENT_FAULTS, Doorman, Library
from rpc.errors import InvalidRequest, ParseError, RpcError
from rpc.explorer.site import Site, load_site
from rpc.news import News
from rpc.subscriptions import Subscriptions
from rpc.table import build_access, build_methods
from rpc.websocket import Connection

logger = logging.getLogger(__name__)

JSON: Final = "application/json"
CONTENT_TYPES: Final = (JSON, "application/json-rpc", "application/jsonrequest")
CHUNK_BYTES: Final = 65_536  # of a body read at a time
ALLOWED_HEADERS: Final = "content-type, authorization, x-api-key"  # of pages of our origins
PREFLIGHT_AGE_S: Final = 600  # seconds a browser may remember what it may do
HEALTH: Final = "/health"  # for load balancers, in the words of gRPC's health service
HOSTS_CACHED: Final = 256  # names in Host headers of which we remember whether they are addresses
BACKLOG: Final = 128  # connections that wait to be accepted
CREDENTIAL_FIELDS: Final = frozenset(("authorization", "x-api-key"))
HEARTBEAT_S: Final = 30.0  # between pings on a WebSocket
NO_PAGES: Final = "the explorer is not built: run `make explorer` and start again"


class HttpRefusal(Exception):
    """An answer that is an HTTP status of its own."""

    def __init__(self, status: int, failure: RpcError) -> None:
        self.status, self.failure = status, failure
        super().__init__(str(failure))


class RpcServer:
    """JSON-RPC for one node; `start` and `stop` are called once each."""

    def __init__(self, backend: Backend, config: RpcConfig | None = None) -> None:
        self._backend, self._config = backend, config or RpcConfig()
        self._news = News(backend)
        self._subscriptions = Subscriptions(backend, self._news)
        self.methods = build_methods(backend, self._config, self._news)
        self._dispatcher = Dispatcher(self.methods, self._config.limits)
        access = build_access(backend, self._config)
        self._gate = Gate(self._config, access, time.monotonic)
        self._is_serving = False
        self._connections: set[Connection] = set()
        self._runner: web.ServerRunner | None = None
        self._doorman = Doorman(self._config.limits, counts_loopback=self._config.limits_loopback)
        self._library = Library(self._handle, self._config.limits, self._doorman)
        self._desk = self._build_desk()
        self._site = Site({}) if self._config.explorer is None else load_site(self._config.explorer)
        self._listener: asyncio.Server | None = None
        self._follower: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Bind the port and begin to answer; raises OSError where the port is taken."""
        self._runner = web.ServerRunner(self._library, shutdown_timeout=self._config.limits.drain_s)
        await self._runner.setup()
        self._listener = await asyncio.get_running_loop().create_server(
            lambda: HttpConnection(self._desk),
            self._config.host,
            self._config.port,
            backlog=BACKLOG,
        )
        self._is_serving = True
        self._follower = asyncio.create_task(self._news.run())
        self._follower.add_done_callback(_report)
        logger.info("JSON-RPC listens on %s:%d", self._config.host, self.port)

    async def stop(self) -> None:
        """
        Take no more, let what is under way finish for `drain_s`, say goodbye, release the port.

        WebSockets are closed as going away (1001) once their last answers are on their way.
        """
        self._is_serving = False
        if self._listener is not None:
            self._listener.close()
        if self._follower is not None:
            self._follower.cancel()
            await asyncio.gather(self._follower, return_exceptions=True)
        drain_s = self._config.limits.drain_s
        drained = [connection.drain(drain_s) for connection in self._connections]
        drained += [connection.drain(drain_s) for connection in self._desk.open]
        await asyncio.gather(*drained)
        if self._runner is not None:
            await self._runner.cleanup()

    async def run(self) -> None:
        """Start, then serve."""
        await self.start()
        await self.serve()

    async def serve(self) -> None:
        """Serve until cancelled, then stop; a failure to follow the node ends it, too."""
        assert self._follower is not None, "start the server first"
        try:
            await self._follower
            await asyncio.Event().wait()
        finally:
            await self.stop()

    @property
    def port(self) -> int:
        """The port it listens on, also where the config left the choice to the system."""
        assert self._listener is not None, "start the server first"
        return int(self._listener.sockets[0].getsockname()[1])

    @property
    def url(self) -> str:
        """Where clients on this machine find it."""
        return f"http://{self._config.host}:{self.port}"

    # Plain requests.

    def _build_desk(self) -> Desk:
        return Desk(
            self._config.limits,
            self._doorman,
            self._accepts,
            lambda address: self._gate.visit(address, has_credential=False),
            self._dispatcher.answer_soon,
            self._library,
        )

    def _accepts(self, fields: Mapping[str, str], peer: str) -> bool:
        """
        Whether a request with a plain head needs no more than an answer.

        Pages of other origins, credentials and proxies are for `_handle`, as are all refusals.
        """
        kind = fields["content-type"].partition(";")[0].strip().lower()
        return (
            self._is_serving
            and kind in CONTENT_TYPES
            and self._is_our_host(fields["host"])
            and "origin" not in fields
            and peer not in self._config.trusted_proxies
            and not (self._config.credentials.exist and CREDENTIAL_FIELDS & fields.keys())
        )

    # All of HTTP.

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        self._doorman.hear(request.transport)
        headers = self._cross_origin_headers(request)
        try:
            if request.path == HEALTH:
                return self._health(headers)
            self._check_request(request)
            if request.method == "OPTIONS":
                return web.Response(status=204, headers=headers)
            has_credential = self._check_credential(request)
            if request.path == "/" and _is_upgrade(request):
                return await self._serve_websocket(request, has_credential)
            if request.method in ("GET", "HEAD"):
                return self._page(request, headers)
            body = await self._read(request)
        except HttpRefusal as refusal:
            refused = web.Response(
                status=refusal.status,
                body=encode_failure(refusal.failure),
                content_type=JSON,
                headers=headers,
            )
            refused.force_close()
            return refused
        visit = self._gate.visit(self._address_of(request), has_credential)
        answer = await self._dispatcher.answer(body, visit=visit)
        status = 200
        if visit.is_refused_whole:
            status, headers["Retry-After"] = 429, str(RETRY_AFTER_S)
        return web.Response(status=status, body=answer or b"", content_type=JSON, headers=headers)

    def _health(self, headers: CIMultiDict[str]) -> web.Response:
        """Say whether to send requests here: not while it stops, nor before it has caught up."""
        is_ready = self._is_serving and not self._backend.status.is_syncing
        text = "SERVING\n" if is_ready else "NOT_SERVING\n"
        return web.Response(status=200 if is_ready else 503, text=text, headers=headers)

    def _page(self, request: web.BaseRequest, headers: CIMultiDict[str]) -> web.Response:
        """Return a page of the explorer; without one, say who is here."""
        if request.path in self._site:
            return self._site.answer(request, headers)
        text = f"{self._backend.status.client_version}: POST JSON-RPC 2.0 here\n"
        if self._config.explorer is not None:
            text += f"{NO_PAGES}\n"
        return web.Response(text=text, headers=headers)

    def _check_request(self, request: web.BaseRequest) -> None:
        """Refuse what is not for us; raises HttpRefusal."""
        if not self._is_serving:
            raise HttpRefusal(503, InvalidRequest("the node stops"))
        if not self._is_our_host(request.headers.get("Host", "")):
            raise HttpRefusal(403, InvalidRequest("invalid host specified"))
        is_page = request.path in self._site and request.method in ("GET", "HEAD")
        if request.path != "/" and not is_page:
            raise HttpRefusal(404, InvalidRequest("JSON-RPC is served at / only"))
        if request.method not in ("POST", "GET", "OPTIONS") and not is_page:
            raise HttpRefusal(405, InvalidRequest("method not allowed"))
        if request.method == "POST" and request.content_type not in CONTENT_TYPES:
            raise HttpRefusal(
                415, InvalidRequest("invalid content type, only application/json is supported")
            )

    def _check_credential(self, request: web.BaseRequest) -> bool:
        """Return whether the caller is of the admin side; raises HttpRefusal."""
        try:
            return self._config.credentials.admit(request.headers)
        except Unauthorized as cause:
            raise HttpRefusal(401, cause) from cause

    def _address_of(self, request: web.BaseRequest) -> str:
        """Return the client's address: the last one that a proxy of ours has seen."""
        peer = request.remote or ""
        if peer not in self._config.trusted_proxies:
            return peer
        seen = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        try:
            return str(ipaddress.ip_address(seen))
        except ValueError:
            return peer

    def _is_our_host(self, header: str) -> bool:
        """Whether a Host header names us; addresses cannot be rebound, so they pass."""
        allowed = self._config.allowed_hosts
        if not header or "*" in allowed:
            return True
        name = header.rpartition(":")[0] if _has_port(header) else header
        return _is_address(name.strip("[]")) or name.lower() in allowed

    def _is_our_origin(self, origin: str) -> bool:
        origins = self._config.cors_origins
        return "*" in origins or origin.lower() in origins

    def _is_own(self, request: web.BaseRequest) -> bool:
        """Whether the page that asks is the explorer's: it came from where it asks."""
        host, origin = request.headers.get("Host", ""), request.headers.get("Origin", "")
        schemes = ("http://", "https://")
        return bool(host) and self._site.is_built and origin in [s + host for s in schemes]

    def _cross_origin_headers(self, request: web.BaseRequest) -> CIMultiDict[str]:
        """What a browser needs to let a page of an allowed origin read the answer."""
        headers: CIMultiDict[str] = CIMultiDict({"Server": "kumiai"})
        origin = request.headers.get("Origin")
        if origin is None or not self._is_our_origin(origin):
            return headers
        headers["Access-Control-Allow-Origin"] = origin
        headers["Vary"] = "Origin"
        if request.method == "OPTIONS":
            headers["Access-Control-Allow-Methods"] = "POST, GET"
            headers["Access-Control-Allow-Headers"] = ALLOWED_HEADERS
            headers["Access-Control-Max-Age"] = str(PREFLIGHT_AGE_S)
        return headers

    async def _read(self, request: web.BaseRequest) -> bytes:
        """Read the body within its bounds of size and time; raises HttpRefusal."""
        limits = self._config.limits
        announced = request.content_length
        if announced is not None and announced > limits.body_bytes_max:
            raise _too_large(announced, limits.body_bytes_max)
        if request.headers.get("Expect", "").lower() == "100-continue":
            await request.writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        body = bytearray()
        try:
            if request.content.is_eof():  # a small body comes with its head: nothing to wait for
                body += request.content.read_nowait()
                if len(body) > limits.body_bytes_max:
                    raise _too_large(len(body), limits.body_bytes_max)
                return bytes(body)
            async with asyncio.timeout(limits.body_read_s):
                async for chunk in request.content.iter_chunked(CHUNK_BYTES):
                    body += chunk
                    if len(body) > limits.body_bytes_max:
                        raise _too_large(len(body), limits.body_bytes_max)
        except TimeoutError as cause:
            message = f"request body not received within {limits.body_read_s:g} s"
            raise HttpRefusal(408, InvalidRequest(message)) from cause
        except CLIENT_FAULTS as cause:
            raise HttpRefusal(400, ParseError()) from cause
        return bytes(body)

    # WebSocket.

    async def _serve_websocket(
        self, request: web.BaseRequest, has_credential: bool
    ) -> web.StreamResponse:
        """Pages of foreign origins are turned away: browsers send no preflight for WebSockets."""
        limits = self._config.limits
        origin = request.headers.get("Origin")
        if origin is not None and not (self._is_our_origin(origin) or self._is_own(request)):
            raise HttpRefusal(403, InvalidRequest("origin not allowed"))
        if len(self._connections) >= limits.websockets_max:
            raise HttpRefusal(503, InvalidRequest("too many WebSocket connections"))
        socket = web.WebSocketResponse(
            max_msg_size=limits.body_bytes_max, heartbeat=HEARTBEAT_S, compress=False
        )
        await socket.prepare(request)
        address = self._address_of(request)
        connection = Connection(
            socket,
            request.transport,
            self._dispatcher,
            self._subscriptions,
            limits,
            lambda: self._gate.visit(address, has_credential),
        )
        self._connections.add(connection)
        try:
            await connection.serve()
        finally:
            self._connections.discard(connection)
        return socket


def _is_upgrade(request: web.BaseRequest) -> bool:
    return request.headers.get("Upgrade", "").lower() == "websocket"


def _report(follower: asyncio.Task[None]) -> None:
    """Say in the log that nobody hears of new blocks any more."""
    if not follower.cancelled() and follower.exception() is not None:
        logger.error("following the node failed", exc_info=follower.exception())


@lru_cache(maxsize=HOSTS_CACHED)
def _is_address(name: str) -> bool:
    """Whether a host's name is an IP address; clients ask the same one again and again."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _has_port(header: str) -> bool:
    """Whether a Host header ends in a port; the colons of an IPv6 address are none."""
    return ":" in header and not header.endswith("]")


def _too_large(found: int, limit: int) -> HttpRefusal:
    return HttpRefusal(413, InvalidRequest(f"content length too large ({found}>{limit})"))
