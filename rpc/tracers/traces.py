"""
Traces on their way from a question to an answer: found, executed again, written as JSON.

    hash, height or call --LongWork--> Replay or World --tracer--> result --encoded--> answer

Everything here happens on a worker thread, bounded in time and size; a few at a time, so that calls
and proofs still find a thread. Consensus has a thread of its own.
"""

from collections.abc import Callable
from typing import Any, Final

import orjson

from chain.errors import StateUnavailable
from chain.replay import NotReplayable, Replay
from chain.types.block import CommittedBlock
from chain.types.primitives import Hash32
from chain.vm.alteration import alter
from chain.vm.call import apply_overrides, trace_call
from chain.vm.overlay import TracedWorld
from chain.vm.world import BlockEnvironment, Watch, World
from rpc.backend import Backend
from rpc.calls import CallRequest, StateOverrides
from rpc.config import RpcLimits
from rpc.errors import CallFailed, InvalidParams, LimitExceeded, NotFound
from rpc.lookup import BlockId, Lookup
from rpc.tracers.config import CallTraceConfig, TraceConfig
from rpc.tracers.flat import Place
from rpc.tracers.registry import TracerRegistry
from rpc.tracers.tracer import Budget, Run, TransactionTracer
from rpc.watch import watch_for
from rpc.work import LongWork

TIMED_OUT: Final = "execution timeout"  # geth's words
PRUNED: Final = "required historical state unavailable (reexec=0)"  # geth's words

Make = Callable[[Budget, Place], TransactionTracer]


class Traces:
    """Executes again what a client asks about."""

    def __init__(self, backend: Backend, limits: RpcLimits, lookup: Lookup, work: LongWork) -> None:
        self._backend, self._limits, self._lookup, self._work = backend, limits, lookup, work
        self.registry = TracerRegistry(backend)

    # What debug_* asks.

    async def transaction(self, transaction_hash: Hash32, config: TraceConfig) -> Any:
        """Return the trace of a final transaction; raises CallFailed where there is none."""
        block, index = self.find(transaction_hash)
        make = self._maker(config)
        return await self.run(
            lambda watch: self.replay(block, make, watch, index)[0][1], config.timeout_s
        )

    async def block(self, block: CommittedBlock, config: TraceConfig) -> Any:
        """Return the traces of all transactions of a block, in order."""
        make = self._maker(config)
        hashes = ["0x" + item.hash.hex() for item in block.block.transactions]
        return await self.run(
            lambda watch: [
                {"txHash": hashes[index], "result": result}
                for index, result in self.replay(block, make, watch)
            ],
            config.timeout_s,
        )

    async def call(self, request: CallRequest, block: BlockId, config: CallTraceConfig) -> Any:
        """Return the trace of a call upon the state after a block, or in the middle of it."""
        if block.is_pending:
            raise CallFailed("tracing on top of pending is not supported")
        self.registry.check(config.trace)
        budget = Budget(self._limits.trace_bytes_max)
        tracer = self.registry.make(config.trace, budget, None)
        return await self.run(
            lambda watch: tracer.result(self.run_call(request, block, config, tracer, watch)),
            config.trace.timeout_s,
        )

    # What others build upon.

    def find(self, transaction_hash: Hash32) -> tuple[CommittedBlock, int]:
        """Return a final transaction's block and its place there; raises CallFailed."""
        place = self._backend.chain.locate(transaction_hash)
        block = None if place is None else self._backend.chain.block(place[0])
        if place is None or block is None:
            raise CallFailed("transaction not found")
        return block, place[1]

    def known_block(self, wanted: BlockId) -> CommittedBlock:
        """Return a block that must be there; raises CallFailed in geth's words."""
        found = self._lookup.block(wanted)
        if found is not None:
            return found
        if wanted.hash is not None:
            raise CallFailed(f"block 0x{wanted.hash.hex()} not found")
        assert wanted.number is not None
        raise CallFailed(f"block #{self._lookup.height(wanted.number)} not found")

    async def run(self, work: Callable[[Watch], Any], timeout_s: float | None = None) -> Any:
        """Return what `work` returns, encoded; raises CallFailed where it takes too long."""
        limit_s = self._limits.trace_s
        if timeout_s is not None:
            limit_s = min(limit_s, timeout_s)
        return await self._work.run(lambda: self._encode(work, limit_s))

    def replay(
        self,
        block: CommittedBlock,
        make: Make,
        watch: Watch,
        only: int | None = None,
        budget: Budget | None = None,
    ) -> list[tuple[int, Any]]:
        """
        Return (place, result) of every transaction of a block, or of one alone. Takes long.

        Raises CallFailed where the block cannot be executed again, or takes too long.
        """
        if block.header.height == 0:
            raise CallFailed("genesis is not traceable")
        wanted = range(len(block.block.transactions)) if only is None else range(only, only + 1)
        if not wanted:
            return []
        budget = budget or Budget(self._limits.trace_bytes_max)
        replay = self._replay_before(block.header.height, wanted.start, watch)
        found, first_log = [], sum(len(r.logs) for r in block.receipts[: wanted.start])
        for index in wanted:
            watch(0)
            tracer = make(budget, Place(block, index))
            traced, world = replay.trace(tracer)
            found.append((index, tracer.result(Run(traced, world, first_log))))
            first_log += len(traced.outcome.logs)
        return found

    def run_call(
        self,
        request: CallRequest,
        block: BlockId,
        config: CallTraceConfig,
        tracer: TransactionTracer,
        watch: Watch,
    ) -> Run:
        """Run a call and tell a tracer of it; raises InvalidParams and CallFailed. Takes long."""
        chain_id = self._backend.status.chain_id
        if request.chain_id is not None and request.chain_id != chain_id:
            raise InvalidParams(
                f"chainId does not match node's (have={request.chain_id}, want={chain_id})"
            )
        world, environment = self._stage(block, config.transaction_index, watch)
        world.watch = watch
        if config.block_overrides is not None:
            environment = config.block_overrides.apply(environment)
        overrides = config.state_overrides or StateOverrides()
        apply_overrides(world, overrides)
        own = TracedWorld(world)
        traced = trace_call(
            own,
            request.message,
            environment,
            alter(self._backend.machine, overrides),
            tracer,
            gas_cap=self._limits.call_gas_max,
        )
        return Run(traced, own)

    def _stage(
        self, block: BlockId, index: int | None, watch: Watch
    ) -> tuple[World, BlockEnvironment]:
        """Return the world and the block of a call: after the block, or between transactions."""
        if index is None:
            try:
                reader, environment = self._lookup.stage(block)
            except NotFound as cause:
                raise self._not_found(block) from cause
            except StateUnavailable as cause:
                raise _pruned(cause) from cause
            return World(reader), environment
        found = self.known_block(block)
        count = len(found.block.transactions)
        if index >= count:
            raise CallFailed(f"transaction index {index} out of range for block with {count}")
        replay = self._replay_before(found.header.height, index, watch)
        return replay.world, replay.environment

    def _replay_before(self, height: int, index: int, watch: Watch) -> Replay:
        """Return a block executed up to the transaction at a place."""
        try:
            replay = self._backend.chain.replay(height, watch)
        except StateUnavailable as cause:
            raise _pruned(cause) from cause
        except NotReplayable as cause:
            raise CallFailed(str(cause)) from cause
        while replay.next_index < index:
            watch(0)
            replay.skip()
        return replay

    def _not_found(self, block: BlockId) -> CallFailed:
        try:
            self.known_block(block)
        except CallFailed as failure:
            return failure
        return CallFailed("block not found")

    def _maker(self, config: TraceConfig) -> Make:
        """Return how a tracer is made; what cannot be made is refused before anything runs."""
        self.registry.check(config)
        return lambda budget, place: self.registry.make(config, budget, place)

    def _encode(self, work: Callable[[Watch], Any], limit_s: float) -> orjson.Fragment:
        """Work and encode on the worker thread; the time runs from here, not from the question."""
        watch = watch_for(limit_s, CallFailed(TIMED_OUT))
        encoded = orjson.dumps(work(watch))
        if len(encoded) > self._limits.reply_bytes_max:
            raise LimitExceeded(f"trace larger than {self._limits.reply_bytes_max} bytes")
        return orjson.Fragment(encoded)


def _pruned(cause: StateUnavailable) -> CallFailed:
    return CallFailed(f"{PRUNED}: this node keeps {cause.oldest} to {cause.newest}")
