"""
One dial: look at the listener's certificate, check and pin it, connect, prove who we are.

    address --TLS without a CA--> certificate --check--> gRPC that trusts it alone --> handshake

gRPC cannot take a certificate first and check it later, so it is fetched by a connection of its
own. Whoever answers that has to answer the second with the same key: the channel trusts nothing
but that very certificate.
"""

import asyncio
import ssl
from dataclasses import dataclass
from typing import Any, cast

import grpc
from grpc import aio

from chain.errors import ChainError, Invalid
from consensus.net.address import PeerAddress
from consensus.net.channels import DIALER, HANDSHAKE_S, METHOD
from consensus.net.connection import STREAM_ERRORS, Stream, words_of
from consensus.net.handshake import (
    HandshakeRefused,
    Terms,
    encode_hello,
    read_challenge,
    read_welcome,
)
from consensus.net.identity import NodeKey, check_certificate, pem_of, tls_name_of
from consensus.net.transport import PeerId


class DialFailed(ChainError):
    """Nobody who may be spoken to answers at an address."""

    def __init__(self, address: PeerAddress, reason: str) -> None:
        self.address, self.reason = address, reason
        super().__init__(f"cannot connect to {address}: {reason}")


@dataclass(frozen=True, slots=True)
class Dialled:
    """A stream to a peer that has proven who it is, and to whom this node has."""

    peer: PeerId
    ip: str
    stream: Stream
    channel: aio.Channel


@dataclass(frozen=True, slots=True)
class Dialer:
    """What a node says of itself where it dials."""

    key: NodeKey
    terms: Terms
    listen_port: int  # 0: do not dial me
    external_address: str

    async def dial(self, address: PeerAddress) -> Dialled:
        """Connect and shake hands. Raises DialFailed."""
        try:
            async with asyncio.timeout(HANDSHAKE_S):
                der, ip = await _fetch(address)
            peer = check_certificate(der, address.identity)
            if peer == self.key.identity:
                raise HandshakeRefused("a node does not connect to itself")
            channel = _channel(address, der, peer)
        except (TimeoutError, OSError, UnicodeError, Invalid) as error:
            raise DialFailed(address, str(error) or "no answer in time") from error
        try:
            stream = cast(Any, channel).stream_stream(METHOD)()  # the type stubs ask for more
            async with asyncio.timeout(HANDSHAKE_S):
                await self._shake_hands(stream, peer, der)
        except BaseException as error:
            await channel.close(None)
            if isinstance(error, TimeoutError):
                raise DialFailed(address, "no answer in time") from error
            if isinstance(error, (Invalid, *STREAM_ERRORS)):
                raise DialFailed(address, words_of(error)) from error
            raise
        return Dialled(peer, ip, stream, channel)

    async def _shake_hands(self, stream: Stream, listener: PeerId, der: bytes) -> None:
        nonce = read_challenge(await _next(stream), self.terms)
        await stream.write(
            encode_hello(
                self.key,
                self.terms,
                nonce,
                listener,
                der,
                self.listen_port,
                self.external_address,
            )
        )
        read_welcome(await _next(stream))


async def _next(stream: Stream) -> bytes:
    data = await stream.read()
    if not isinstance(data, bytes):
        raise HandshakeRefused("the peer left during the handshake")
    return data


async def _fetch(address: PeerAddress) -> tuple[bytes, str]:
    """The certificate that a listener serves, unchecked, and its IP address."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_alpn_protocols(["h2"])
    _, writer = await asyncio.open_connection(address.host, address.port, ssl=context)
    try:
        tls: ssl.SSLObject = writer.get_extra_info("ssl_object")
        der = tls.getpeercert(binary_form=True)
        peer_name: tuple[Any, ...] = writer.get_extra_info("peername")
    finally:
        writer.transport.abort()
    if der is None:
        raise HandshakeRefused("expected a certificate, found none")
    return der, str(peer_name[0])


def _channel(address: PeerAddress, der: bytes, peer: PeerId) -> aio.Channel:
    name = tls_name_of(peer)
    options = [*DIALER, ("grpc.ssl_target_name_override", name), ("grpc.default_authority", name)]
    credentials = grpc.ssl_channel_credentials(root_certificates=pem_of(der))
    return aio.secure_channel(address.target, credentials, options=options)
