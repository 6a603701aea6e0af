"""The client's deadline and ours."""

import asyncio
import contextlib

import grpc
import pytest

from chain.types.primitives import Gas
from rpc.grpc.config import GrpcLimits
from rpc.grpc.deadlines import deadline_after, time_left_s
from rpc.wire import tx_pb2
from tests.rpc.grpc.stage import GrpcStage, failure, on_grpc
from tests.rpc.stage import SPINNER, hex_of


@pytest.mark.parametrize(("ours_s", "clients_s"), [(0.01, None), (0.01, 60.0), (60.0, 0.01)])
def test_the_sooner_deadline_ends_the_work(ours_s: float, clients_s: float | None) -> None:
    """Whichever it is; what runs below knows how long it still has."""

    async def story() -> None:
        async with deadline_after(ours_s, clients_s):
            assert time_left_s(60.0) <= 0.01
            await asyncio.sleep(10)

    with pytest.raises(TimeoutError):
        asyncio.run(story())


def test_a_deadline_that_is_over_leaves_nothing() -> None:
    """A clock that went by gives no negative time, and what comes after has no deadline."""

    async def story() -> None:
        with contextlib.suppress(TimeoutError):
            async with deadline_after(5.0, -3.0):
                assert 0.0 == time_left_s(5.0)
        assert 5.0 == time_left_s(5.0)

    asyncio.run(story())


@on_grpc(GrpcLimits(call_s=60.0, call_gas_max=Gas(10**10), stop_s=0.1))
async def test_code_stops_running_when_its_client_has_gone(stage: GrpcStage) -> None:
    """An endless loop asked for with a short deadline holds its thread no longer than that."""
    message = tx_pb2.Message(to=hex_of(SPINNER), gas_limit=10**10)
    request = tx_pb2.SimulateRequest(message=message)
    calls = [stage.tx.Simulate(request, timeout=0.2) for _ in range(2)]  # as many as threads
    for error in await asyncio.gather(*(failure(call) for call in calls)):
        assert grpc.StatusCode.DEADLINE_EXCEEDED == error.code()
    await asyncio.wait_for(stage.backend.run(lambda: None), 1.0)
