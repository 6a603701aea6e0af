"""Strangers at the listener's door."""

import asyncio
from typing import Any

import grpc
import pytest
from grpc import aio

from consensus.net import listener
from consensus.net.channels import METHOD
from consensus.net.frames import decode_frame
from consensus.net.grpc_transport import GrpcTransport
from consensus.net.handshake import encode_welcome
from consensus.net.identity import tls_name_of
from consensus.net.listener import HANDSHAKES_PER_IP_MAX, ip_of
from tests.consensus.net.stage import run
from tests.consensus.net.wires import transport, until


def knock(node: GrpcTransport) -> tuple[aio.Channel, Any]:
    """A stream of somebody who trusts the certificate and has no manners."""
    pem = node._listener._certificate.certificate_pem
    name = ("grpc.ssl_target_name_override", tls_name_of(node.identity))
    credentials = grpc.ssl_channel_credentials(root_certificates=pem)
    options = [name, ("grpc.use_local_subchannel_pool", 1)]
    channel = aio.secure_channel(f"127.0.0.1:{node.port}", credentials, options=options)
    stream: Any = channel
    return channel, stream.stream_stream(METHOD)()


@pytest.mark.parametrize("words", [encode_welcome(), b"", b"\xff" * 50, bytes(2_000)])
def test_who_does_not_say_hello_is_told_why_and_left(words: bytes) -> None:
    """Another frame, garbage or too much instead of a hello ends the stream with a reason."""

    async def story() -> None:
        async with transport(0) as node:
            channel, stream = knock(node)
            assert decode_frame(await stream.read()).WhichOneof("content") == "challenge"
            await stream.write(words)
            assert decode_frame(await stream.read()).goodbye.reason.startswith("expected")
            assert await stream.read() is aio.EOF
            assert node.peers() == ()
            await channel.close(None)

    run(story)


def test_who_says_nothing_is_left_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream without a hello is ended."""
    monkeypatch.setattr(listener, "HANDSHAKE_S", 0.2)

    async def story() -> None:
        async with transport(0) as node:
            channel, stream = knock(node)
            await stream.read()
            assert decode_frame(await stream.read()).WhichOneof("content") == "goodbye"
            await channel.close(None)

    run(story)


def test_handshakes_of_one_ip_address_are_few() -> None:
    """Many who only knock are turned away, and one who leaves makes room."""

    async def story() -> None:
        async with transport(0) as node, transport(1) as honest:
            knocks = [knock(node) for _ in range(HANDSHAKES_PER_IP_MAX)]
            for _, stream in knocks:
                await stream.read()
            extra, stream = knock(node)
            assert decode_frame(await stream.read()).goodbye.reason == (
                "too many handshakes are under way"
            )
            for channel in (extra, *(channel for channel, _ in knocks)):
                await channel.close(None)
            await until(lambda: not node._listener._shaking)
            assert await honest.dial(node.address) == node.identity

    run(story)


def test_who_leaves_in_the_handshake_leaves_nothing() -> None:
    """A dialer that dies anywhere in the handshake takes no place."""

    async def story() -> None:
        async with transport(0) as node:
            channel, stream = knock(node)
            await stream.read()
            stream.cancel()
            await channel.close(None)
            await until(lambda: not node._listener._shaking)
            await asyncio.sleep(0.05)
            assert node.peers() == ()

    run(story)


@pytest.mark.parametrize(
    ("peer", "ip"),
    [("ipv4:127.0.0.1:4711", "127.0.0.1"), ("ipv6:%5B::1%5D:4711", "::1"), ("unix:", "")],
)
def test_ip_addresses_of_streams(peer: str, ip: str) -> None:
    """gRPC's names of peers hold their IP address."""
    assert ip_of(peer) == ip
