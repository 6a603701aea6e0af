"""Connections that are too many or too quiet."""

import asyncio
import logging

from rpc.config import RpcConfig, RpcLimits
from rpc.doorman import _http_logger
from tests.rpc.stage import Stage, on_stage


@on_stage(RpcConfig(limits=RpcLimits(first_request_s=0.1)))
async def test_silent_connections_are_ended(stage: Stage) -> None:
    """Who connects and says nothing, or half a line, is let go; who has spoken may pause."""
    silent, quiet = await asyncio.open_connection("127.0.0.1", stage.server.port)
    halting, slow = await asyncio.open_connection("127.0.0.1", stage.server.port)
    slow.write(b"POST / HTTP/1.1\r\nHost: loc")
    async with stage.websocket() as socket:
        await socket.rpc("eth_chainId")
        assert "0x7a69" == await stage.rpc("eth_chainId")
        assert b"" == await asyncio.wait_for(silent.read(), 5)
        assert b"" == await asyncio.wait_for(halting.read(), 5)
        await asyncio.sleep(0.15)
        assert "0x7a69" == await socket.rpc("eth_chainId")
    quiet.close()
    slow.close()


@on_stage(RpcConfig(limits=RpcLimits(connections_max=2)))
async def test_connections_are_counted(stage: Stage) -> None:
    """One too many is closed at once; when one ends there is room again."""
    held = [await asyncio.open_connection("127.0.0.1", stage.server.port) for _ in range(2)]
    reader, writer = await asyncio.open_connection("127.0.0.1", stage.server.port)
    assert b"" == await asyncio.wait_for(reader.read(), 5)
    writer.close()
    for _, other in held:
        other.close()
    await asyncio.sleep(0.05)
    assert "0x7a69" == await stage.rpc("eth_chainId")


def test_faults_of_clients_leave_no_trace_in_the_log() -> None:
    """A connection that breaks off is nobody's bug; anything else is logged."""
    log = _http_logger()

    def is_kept(failure: BaseException) -> bool:
        trace = (type(failure), failure, None)
        record = logging.LogRecord("x", logging.ERROR, "x", 1, "x", None, trace)
        return bool(log.filter(record))

    assert not is_kept(ConnectionResetError())
    assert is_kept(KeyError("ours"))


@on_stage(RpcConfig(limits=RpcLimits(address_connections_max=2), limits_loopback=True))
async def test_connections_of_one_address_are_counted(stage: Stage) -> None:
    """One address cannot take all places; what it gives back it may take again."""
    held = [await asyncio.open_connection("127.0.0.1", stage.server.port) for _ in range(2)]
    reader, writer = await asyncio.open_connection("127.0.0.1", stage.server.port)
    assert b"" == await asyncio.wait_for(reader.read(), 5)
    writer.close()
    for _, other in held:
        other.close()
    await asyncio.sleep(0.05)
    assert "0x7a69" == await stage.rpc("eth_chainId")
    assert 1 == sum(stage.server._doorman._counts.values())  # type: ignore[union-attr]


@on_stage(RpcConfig(limits=RpcLimits(address_connections_max=1)))
async def test_this_machine_may_hold_more(stage: Stage) -> None:
    """A proxy or an indexer beside the node is one address with many connections."""
    held = [await asyncio.open_connection("127.0.0.1", stage.server.port) for _ in range(5)]
    assert "0x7a69" == await stage.rpc("eth_chainId")
    for _, other in held:
        other.close()
