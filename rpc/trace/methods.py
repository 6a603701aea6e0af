"""trace_: transactions, blocks and calls as flat lists of traces."""

from collections.abc import Sequence
from typing import Annotated, Any, Final

from chain.errors import Malformed
from chain.types.block import CommittedBlock
from chain.types.primitives import Hash32
from chain.vm.world import Watch
from rpc.backend import Backend
from rpc.calls import CallRequest
from rpc.config import RpcLimits
from rpc.errors import CallFailed, LimitExceeded, describe
from rpc.lookup import LATEST_ID, BlockId, Lookup
from rpc.methods import QUANTITY_SCHEMA, Reading, Schema, method
from rpc.shapes import data, parse_quantity
from rpc.trace.filter import TraceFilter
from rpc.tracers.config import CallTraceConfig
from rpc.tracers.flat import FlatOptions, Flattener, Place
from rpc.tracers.registry import MuxTracer
from rpc.tracers.state_diff import StateDiffTracer
from rpc.tracers.tracer import Budget, FrameTracer, Run, TransactionTracer
from rpc.tracers.traces import Traces

KINDS: Final = ("trace", "stateDiff")  # "vmTrace" is not made: debug_trace* shows instructions
NO_OPTIONS: Final = CallTraceConfig()
TRACE_PATH_MAX: Final = 1_024  # steps of a trace address: as deep as calls go
Shown = dict[str, Any]


def parse_kinds(value: Any) -> tuple[str, ...]:
    """Read which parts of a trace are wanted; raises Malformed."""
    if not isinstance(value, list):
        raise Malformed(f"array of {', '.join(KINDS)} expected, found {describe(value)}")
    for item in value:
        if item not in KINDS:
            raise Malformed(f"one of {', '.join(KINDS)} expected, found {describe(item)}")
    return tuple(value)


def parse_path(value: Any) -> tuple[int, ...]:
    """Read a trace address; raises Malformed."""
    if not isinstance(value, list) or len(value) > TRACE_PATH_MAX:
        raise Malformed(f"array of at most {TRACE_PATH_MAX} quantities expected")
    return tuple(parse_quantity(item, 64) for item in value)


_KINDS_SCHEMA: Final[Schema] = {"type": "array", "items": {"enum": list(KINDS)}}
Kinds = Annotated[tuple[str, ...], Reading(parse_kinds, _KINDS_SCHEMA)]
Path = Annotated[tuple[int, ...], Reading(parse_path, {"type": "array", "items": QUANTITY_SCHEMA})]


class ParityTracer(FrameTracer):
    """The list of all traces of one transaction."""

    def __init__(self, budget: Budget, flattener: Flattener, place: Place | None) -> None:
        super().__init__(budget)
        self._flattener, self._place = flattener, place

    def result(self, run: Run) -> list[Shown]:
        """Return the frames as traces; the first has what gas its code had."""
        return self._flattener.flatten(run.traced.root, self._place, self._budget)


class Trace:
    """Methods trace_*."""

    def __init__(self, backend: Backend, limits: RpcLimits, lookup: Lookup, traces: Traces) -> None:
        self._backend, self._limits, self._lookup, self._traces = backend, limits, lookup, traces
        registry = traces.registry
        options = FlatOptions(convert_errors=True)
        self._flattener = Flattener(registry.precompiles, registry.modules, options)

    @method("trace_block")
    async def block(self, block: BlockId) -> list[Shown] | None:
        """All traces of a block; null where there is no such block."""
        found = self._lookup.block(block)
        if found is None:
            return None
        traces: list[Shown] = await self._traces.run(lambda watch: self._of_block(found, watch))
        return traces

    @method("trace_transaction")
    async def transaction(self, transaction_hash: Hash32) -> list[Shown] | None:
        """All traces of a final transaction; null where there is none."""
        place = self._place_of(transaction_hash)
        if place is None:
            return None
        traces: list[Shown] = await self._traces.run(lambda watch: self._of_one(place, watch))
        return traces

    @method("trace_get")
    async def get(self, transaction_hash: Hash32, path: Path) -> Shown | None:
        """The trace at an address in the tree of a transaction's; null where there is none."""
        place = self._place_of(transaction_hash)
        if place is None:
            return None

        def pick(watch: Watch) -> Shown | None:
            wanted = list(path)
            found = (item for item in self._of_one(place, watch) if item["traceAddress"] == wanted)
            return next(found, None)

        trace: Shown | None = await self._traces.run(pick)
        return trace

    @method("trace_filter")
    async def filter(self, wanted: TraceFilter) -> list[Shown]:
        """The traces of a range of blocks that come from or go to some accounts."""
        wanted.check(self._limits)
        head = self._backend.chain.head.header.height
        heights = wanted.heights(self._lookup, head, self._limits)
        traces: list[Shown] = await self._traces.run(
            lambda watch: self._search(wanted, heights, watch)
        )
        return traces

    @method("trace_call")
    async def call(
        self, transaction: CallRequest, kinds: Kinds, block: BlockId = LATEST_ID
    ) -> Shown:
        """What a call would do upon the state after a block."""
        tracer = self._tracer(kinds, Budget(self._limits.trace_bytes_max), None)

        def trace(watch: Watch) -> Shown:
            run = self._traces.run_call(transaction, block, NO_OPTIONS, tracer, watch)
            parts: Shown = tracer.result(run)
            return parts

        shown: Shown = await self._traces.run(trace)
        return shown

    @method("trace_replayTransaction")
    async def replay_transaction(self, transaction_hash: Hash32, kinds: Kinds) -> Shown:
        """What a final transaction did: its traces, what it changed, or both."""
        block, index = self._traces.find(transaction_hash)
        shown: Shown = await self._traces.run(
            lambda watch: self._replay(block, kinds, watch, index)[0]
        )
        return shown

    @method("trace_replayBlockTransactions")
    async def replay_block_transactions(self, block: BlockId, kinds: Kinds) -> list[Shown]:
        """What every transaction of a block did: its traces, what it changed, or both."""
        found = self._traces.known_block(block)
        shown: list[Shown] = await self._traces.run(lambda watch: self._replay(found, kinds, watch))
        return shown

    # Inside; all on a worker thread.

    def _place_of(self, transaction_hash: Hash32) -> Place | None:
        try:
            return Place(*self._traces.find(transaction_hash))
        except CallFailed:
            return None

    def _of_one(self, place: Place, watch: Watch) -> list[Shown]:
        found = self._traces.replay(place.block, self._parity, watch, place.index)
        traces: list[Shown] = found[0][1]
        return traces

    def _of_block(
        self, block: CommittedBlock, watch: Watch, budget: Budget | None = None
    ) -> list[Shown]:
        if block.header.height == 0:
            return []
        found = self._traces.replay(block, self._parity, watch, budget=budget)
        return [trace for _, traces in found for trace in traces]

    def _search(self, wanted: TraceFilter, heights: Sequence[int], watch: Watch) -> list[Shown]:
        budget = Budget(self._limits.trace_bytes_max)
        found: list[Shown] = []
        passed = 0
        for height in heights:
            block = self._backend.chain.block(height)
            assert block is not None, height
            for trace in self._of_block(block, watch, budget):
                if not wanted.matches(trace):
                    continue
                passed += 1
                if passed > wanted.after:
                    found.append(trace)
                if wanted.count is not None and len(found) >= wanted.count:
                    return found[: wanted.count]
                if len(found) > self._limits.traces_max:
                    raise LimitExceeded(
                        f"query exceeds max results {self._limits.traces_max}, "
                        f"retry with after {wanted.after} and a smaller count"
                    )
        return found

    def _replay(
        self, block: CommittedBlock, kinds: Sequence[str], watch: Watch, only: int | None = None
    ) -> list[Shown]:
        found = self._traces.replay(
            block, lambda budget, place: self._tracer(kinds, budget, None), watch, only
        )
        transactions = block.block.transactions
        return [
            parts | {"transactionHash": data(transactions[index].hash)} for index, parts in found
        ]

    def _parity(self, budget: Budget, place: Place) -> TransactionTracer:
        return ParityTracer(budget, self._flattener, place)

    def _tracer(
        self, kinds: Sequence[str], budget: Budget, place: Place | None
    ) -> TransactionTracer:
        parts: dict[str, TransactionTracer] = {}
        if "trace" in kinds:
            parts["trace"] = ParityTracer(budget, self._flattener, place)
        if "stateDiff" in kinds:
            parts["stateDiff"] = StateDiffTracer(budget)
        return PartsTracer(parts)


class PartsTracer(MuxTracer):
    """The wanted parts of a transaction's trace, and its output."""

    def result(self, run: Run) -> Shown:
        """Return the parts as trace_replay* shows them."""
        return show_parts(run.traced.outcome.output, super().result(run))


def show_parts(output: bytes, parts: Shown) -> Shown:
    """Return what trace_call and trace_replay* answer: every part, null where it was not asked."""
    return {
        "output": data(output),
        "trace": parts.get("trace") or [],
        "stateDiff": parts.get("stateDiff"),
        "vmTrace": None,
    }
