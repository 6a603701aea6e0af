"""Dialling through somebody in the middle, and to servers that are none."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from consensus.net import channels, dialer
from consensus.net.address import PeerAddress
from consensus.net.dialer import DialFailed
from tests.consensus.net.stage import run
from tests.consensus.net.wires import transport

Reader, Writer = asyncio.StreamReader, asyncio.StreamWriter


async def served(answer: Callable[[Reader, Writer], Awaitable[None]]) -> asyncio.Server:
    """A plain TCP server on a free port."""
    return await asyncio.start_server(answer, "127.0.0.1", 0)


def port_of(server: asyncio.Server) -> int:
    """Its port."""
    return int(server.sockets[0].getsockname()[1])


async def _pump(reader: Reader, writer: Writer) -> None:
    while data := await reader.read(65_536):
        writer.write(data)
        await writer.drain()
    writer.close()


def test_a_certificate_swapped_between_two_connections_is_refused() -> None:
    """Who shows the true certificate first and answers with its own later is not trusted."""

    async def story() -> None:
        async with transport(0) as a, transport(1) as b, transport(2) as middle:
            count = [0]

            async def forward(reader: Reader, writer: Writer) -> None:
                count[0] += 1
                port = b.port if count[0] == 1 else middle.port
                up_reader, up_writer = await asyncio.open_connection("127.0.0.1", port)
                pumps = (_pump(reader, up_writer), _pump(up_reader, writer))
                await asyncio.gather(*pumps, return_exceptions=True)

            server = await served(forward)
            address = PeerAddress(b.identity, "127.0.0.1", port_of(server))
            with pytest.raises(DialFailed):
                await a.dial(address)
            assert count[0] >= 2
            assert middle.peers() == ()
            server.close()

    run(story)


def test_through_a_forwarder_the_true_peer_is_reached() -> None:
    """Somebody who only passes bytes on changes nothing."""

    async def story() -> None:
        async with transport(0) as a, transport(1) as b:

            async def forward(reader: Reader, writer: Writer) -> None:
                up_reader, up_writer = await asyncio.open_connection("127.0.0.1", b.port)
                pumps = (_pump(reader, up_writer), _pump(up_reader, writer))
                await asyncio.gather(*pumps, return_exceptions=True)

            server = await served(forward)
            address = PeerAddress(b.identity, "127.0.0.1", port_of(server))
            assert await a.dial(address) == b.identity
            server.close()

    run(story)


@pytest.mark.parametrize("words", [b"", b"HTTP/1.1 200 OK\r\n\r\n", b"\x16\x03\x01" + bytes(99)])
def test_servers_of_something_else_are_refused(words: bytes) -> None:
    """What speaks no TLS is an error that names the address."""

    async def story() -> None:
        async def answer(reader: Reader, writer: Writer) -> None:
            writer.write(words)
            writer.close()

        async with transport(0) as a:
            server = await served(answer)
            with pytest.raises(DialFailed, match=str(port_of(server))):
                await a.dial(PeerAddress(None, "127.0.0.1", port_of(server)))
            server.close()

    run(story)


def test_a_silent_server_costs_a_bounded_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A listener that accepts and says nothing is given up."""
    monkeypatch.setattr(dialer, "HANDSHAKE_S", 0.2)
    assert channels.HANDSHAKE_S <= 5

    async def story() -> None:
        async def silent(reader: Reader, writer: Writer) -> None:
            await reader.read()
            writer.close()

        async with transport(0) as a:
            server = await served(silent)
            with pytest.raises(DialFailed, match="no answer in time"):
                await a.dial(PeerAddress(None, "127.0.0.1", port_of(server)))
            server.close()

    run(story)
