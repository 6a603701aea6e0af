"""The state a call runs on."""

import asyncio

import pytest

from chain.types.primitives import Gas, Height
from chain.vm.call import CallMessage
from rpc.grpc.config import GrpcLimits
from rpc.grpc.errors import OutOfRange
from rpc.grpc.stages import Stages
from tests.rpc.stage import COUNTER, NUMBER, StageBackend


def test_calls_run_on_the_height_they_name() -> None:
    """State and block values are those of that height, and gas is capped."""
    backend = StageBackend()
    backend.send(0, COUNTER)
    backend.make_block()

    async def perform() -> None:
        stages = Stages(backend, GrpcLimits(call_gas_max=Gas(100_000)))
        for height, count in ((0, 1), (1, 2)):
            result = await stages.call(Height(height), CallMessage(to=COUNTER))
            assert count == int.from_bytes(result.output, "big")
            number = await stages.call(Height(height), CallMessage(to=NUMBER))
            assert height == int.from_bytes(number.output[:32], "big")
            assert result.gas_used <= 100_000

    asyncio.run(perform())
    backend.close()


def test_heights_above_the_head_are_out_of_range() -> None:
    """None is the head."""
    backend = StageBackend()
    stages = Stages(backend, GrpcLimits())
    assert 0 == stages.height(None)
    with pytest.raises(OutOfRange, match="a height up to 0 expected, found 1"):
        stages.height(1)
    backend.close()
