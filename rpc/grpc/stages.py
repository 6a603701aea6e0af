"""The state a call runs on, and the message run on it: one path for queries and simulations."""

from collections.abc import Callable
from typing import TypeVar

from chain.types.primitives import Height
from chain.types.state import StateReader
from chain.vm.call import CallMessage, CallResult, call
from chain.vm.machine import Machine
from chain.vm.world import BlockEnvironment, Watch
from rpc.backend import Backend
from rpc.grpc.config import GrpcLimits
from rpc.grpc.deadlines import time_left_s
from rpc.grpc.errors import OutOfRange, TooLate
from rpc.watch import watch_for

T = TypeVar("T")
Work = Callable[[StateReader, BlockEnvironment, Machine], T]


class Stages:
    """Runs work on the state after a block, beside the event loop; nothing it writes stays."""

    def __init__(self, backend: Backend, limits: GrpcLimits) -> None:
        self._backend, self._limits = backend, limits

    def height(self, wanted: int | None) -> Height:
        """Return the height asked for, the head's for None; raises OutOfRange above the head."""
        head = self._backend.chain.head.header.height
        if wanted is None:
            return head
        if wanted > head:
            raise OutOfRange(f"a height up to {head} expected, found {wanted}")
        return Height(wanted)

    async def on(self, height: Height, work: Work[T]) -> T:
        """Run work on the state after a block; raises StateUnavailable."""
        chain, machine = self._backend.chain, self._backend.machine
        reader, environment = chain.state(height), chain.environment(height)
        return await self._backend.run(lambda: work(reader, environment, machine))

    async def ahead(self, height: Height, work: Work[T]) -> T:
        """Run work on the state after a block as if in the block that follows it."""
        chain, machine = self._backend.chain, self._backend.machine
        reader, environment = chain.state(height), chain.environment(height + 1)
        return await self._backend.run(lambda: work(reader, environment, machine))

    async def call(self, height: Height, message: CallMessage) -> CallResult:
        """Run a message as eth_call does; raises TransactionInvalid where it cannot start."""
        return await self.on(height, self._calling(message))

    async def call_ahead(self, height: Height, message: CallMessage) -> CallResult:
        """Run a message in the block that follows; raises TransactionInvalid."""
        return await self.ahead(height, self._calling(message))

    def _calling(self, message: CallMessage) -> Work[CallResult]:
        watch, cap = self.watch(), self._limits.call_gas_max

        def work(
            reader: StateReader, environment: BlockEnvironment, machine: Machine
        ) -> CallResult:
            return call(reader, message, environment, machine, gas_cap=cap, watch=watch)

        return work

    def watch(self) -> Watch:
        """Return a watch that ends code which runs longer than the call it works for may take."""
        limit_s = time_left_s(self._limits.call_s)
        return watch_for(limit_s, TooLate(f"execution aborted (timeout = {limit_s:.3g}s)"))
