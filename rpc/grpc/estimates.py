"""
How much gas a message takes: one way for Tx.EstimateGas and for all that builds transactions.

    message + state --least limit that suffices--> gas, or what the module said
"""

from collections.abc import Awaitable

from chain.types.primitives import Gas, Height
from chain.types.state import StateReader
from chain.vm.call import CallMessage, ExecutionFailed, estimate_gas
from chain.vm.machine import Machine
from chain.vm.world import BlockEnvironment
from rpc.grpc.config import GrpcLimits
from rpc.grpc.refusals import Refusals
from rpc.grpc.stages import Stages, Work


class Estimates:
    """Finds gas limits; raises Refused, ExecutionFailed, TransactionInvalid where there is none."""

    def __init__(self, limits: GrpcLimits, stages: Stages, refusals: Refusals) -> None:
        self._limits, self._stages, self._refusals = limits, stages, refusals

    async def at(self, height: Height, message: CallMessage) -> Gas:
        """Return a limit that would have sufficed in a block that is there."""
        return await self._told(message, self._stages.on(height, self._work(message)))

    async def ahead(self, height: Height, message: CallMessage) -> Gas:
        """Return a limit that suffices in the block after this one, as far as can be known."""
        return await self._told(message, self._stages.ahead(height, self._work(message)))

    def _work(self, message: CallMessage) -> Work[Gas]:
        watch, cap = self._stages.watch(), self._limits.call_gas_max

        def work(reader: StateReader, environment: BlockEnvironment, machine: Machine) -> Gas:
            return estimate_gas(reader, message, environment, machine, gas_cap=cap, watch=watch)

        return work

    async def _told(self, message: CallMessage, estimating: Awaitable[Gas]) -> Gas:
        """A revert is told in the words of the module or contract."""
        try:
            return await estimating
        except ExecutionFailed as failed:
            if failed.is_revert:
                raise self._refusals.failure(message.to, failed.output) from failed
            raise
