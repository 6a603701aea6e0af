"""
The server of one node: takes streams, and hands on those whose dialer has proven who it is.

    stream -> Challenge -> Hello -> check -> on_stream(greeting, ip, stream), until it returns
"""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable
from typing import Any, Final
from urllib.parse import unquote

import grpc
from grpc import aio

from chain.errors import Invalid
from consensus.net.channels import HANDSHAKE_S, LISTENER, METHOD
from consensus.net.config import NetConfig
from consensus.net.connection import STREAM_ERRORS, Stream, words_of
from consensus.net.frames import encode_goodbye
from consensus.net.handshake import (
    NONCE_BYTES,
    Greeting,
    HandshakeRefused,
    Terms,
    encode_challenge,
    read_hello,
)
from consensus.net.identity import NodeKey

HANDSHAKES_MAX: Final = 32  # streams at once that have not proven who they are
HANDSHAKES_PER_IP_MAX: Final = 8  # of them from one IP address

log = logging.getLogger(__name__)

OnStream = Callable[[Greeting, str, Stream], Awaitable[None]]


class Listener:
    """Serves Peer.Connect; `start` and `stop` are called once each."""

    def __init__(self, key: NodeKey, terms: Terms, config: NetConfig, on_stream: OnStream) -> None:
        self._key, self._terms, self._config = key, terms, config
        self._on_stream = on_stream
        self._certificate = key.certificate()
        self._server: aio.Server | None = None
        self._shaking: dict[str, int] = {}  # handshakes under way by IP address
        self.port = 0

    async def start(self) -> None:
        """Bind the port and listen. Raises OSError where the port is taken."""
        config = self._config
        streams_max = config.max_inbound + len(config.own_peers) + HANDSHAKES_MAX
        self._server = aio.server(options=LISTENER, maximum_concurrent_rpcs=streams_max)
        handler = grpc.stream_stream_rpc_method_handler(self._connect)
        service, method = METHOD.strip("/").split("/")
        self._server.add_generic_rpc_handlers(
            (grpc.method_handlers_generic_handler(service, {method: handler}),)
        )
        pair = (self._certificate.private_key_pem, self._certificate.certificate_pem)
        host = f"[{config.host}]" if ":" in config.host else config.host
        wanted = f"{host}:{config.port}"
        try:
            self.port = self._server.add_secure_port(wanted, grpc.ssl_server_credentials([pair]))
        except RuntimeError as error:
            raise OSError(f"cannot listen for peers on {wanted}: is the port taken?") from error
        await self._server.start()

    async def stop(self) -> None:
        """End all streams and release the port."""
        server, self._server = self._server, None
        if server is not None:
            await server.stop(0)

    async def _connect(self, _: Any, context: aio.ServicerContext[bytes, bytes]) -> None:
        """One stream, from its first word to its last."""
        ip = ip_of(context.peer())
        stream: Stream = context
        try:
            greeting = await self._greet(ip, stream)
        except (Invalid, TimeoutError, *STREAM_ERRORS) as error:
            log.info("a stream from %s is refused: %s", ip, words_of(error))
            await self._refuse(stream, words_of(error))
            return
        await self._on_stream(greeting, ip, stream)

    async def _greet(self, ip: str, stream: Stream) -> Greeting:
        """Find out who dialled. Raises Invalid, TimeoutError, or what gRPC raises."""
        under_way = self._shaking.get(ip, 0)
        if under_way >= HANDSHAKES_PER_IP_MAX or sum(self._shaking.values()) >= HANDSHAKES_MAX:
            raise HandshakeRefused("too many handshakes are under way")
        self._shaking[ip] = under_way + 1
        try:
            async with asyncio.timeout(HANDSHAKE_S):
                return await self._read_greeting(stream)
        finally:
            self._shaking[ip] -= 1
            if not self._shaking[ip]:
                del self._shaking[ip]

    async def _read_greeting(self, stream: Stream) -> Greeting:
        nonce = secrets.token_bytes(NONCE_BYTES)
        await stream.write(encode_challenge(self._terms, nonce))
        data = await stream.read()
        if not isinstance(data, bytes):
            raise HandshakeRefused("the dialer left during the handshake")
        der = self._certificate.certificate_der
        return read_hello(data, self._terms, nonce, self._key.identity, der)

    async def _refuse(self, stream: Stream, reason: str) -> None:
        try:
            async with asyncio.timeout(HANDSHAKE_S):
                await stream.write(encode_goodbye(reason))
        except (TimeoutError, *STREAM_ERRORS) as error:
            log.debug("the dialer did not hear why: %s", words_of(error))


def ip_of(peer: str) -> str:
    """IP address in gRPC's name of a peer: "ipv4:127.0.0.1:4711" or "ipv6:%5B::1%5D:4711"."""
    _, _, place = unquote(peer).partition(":")
    return place.rpartition(":")[0].strip("[]")
