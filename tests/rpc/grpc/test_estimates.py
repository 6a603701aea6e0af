"""How much gas a message takes."""

import pytest

from chain.types.primitives import Height
from chain.vm.call import CallMessage, ExecutionFailed
from rpc.grpc.config import GrpcLimits
from rpc.grpc.errors import Refused
from rpc.grpc.estimates import Estimates
from rpc.grpc.refusals import Refusals
from rpc.grpc.stages import Stages
from tests.rpc.grpc.stage import GrpcStage, on_grpc
from tests.rpc.stage import ACCOUNTS, INVALID, NUMBER, REVERTER


def estimates(stage: GrpcStage) -> Estimates:
    """Return estimates over the stage's chain."""
    limits, backend = GrpcLimits(), stage.backend
    return Estimates(limits, Stages(backend, limits), Refusals(backend.assembly))


@on_grpc()
async def test_an_estimate_is_for_a_block_that_is_there_or_for_the_next(stage: GrpcStage) -> None:
    """Code that asks for the block's number is told the right one."""
    stage.backend.make_block()
    asked: list[int] = []
    environment = stage.backend.chain.environment
    stage.backend.chain.environment = lambda height: (asked.append(height), environment(height))[1]
    message = CallMessage(sender=ACCOUNTS[0], to=NUMBER)
    assert await estimates(stage).at(Height(1), message) > 21_000
    assert await estimates(stage).ahead(Height(1), message) > 21_000
    assert [1, 2] == asked


@on_grpc()
async def test_what_fails_at_any_limit_tells_why(stage: GrpcStage) -> None:
    """A revert as what it said, anything else as what stopped it."""
    found = estimates(stage)
    for ask in (found.at, found.ahead):
        with pytest.raises(Refused, match="execution reverted: no"):
            await ask(Height(0), CallMessage(sender=ACCOUNTS[0], to=REVERTER))
        with pytest.raises(ExecutionFailed, match="invalid opcode") as caught:
            await ask(Height(0), CallMessage(sender=ACCOUNTS[0], to=INVALID))
        # A failure that is its own cause keeps whoever walks the causes walking for ever.
        assert caught.value.__cause__ is None
