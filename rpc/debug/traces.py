"""debug_: transactions, blocks and calls, executed under a tracer."""

from typing import Any, Final

from chain.codec import decode_header, rlp
from chain.errors import Malformed
from chain.types.primitives import Hash32
from rpc.calls import CallRequest
from rpc.errors import CallFailed
from rpc.lookup import LATEST_ID, BlockId, BlockNumber
from rpc.methods import method
from rpc.tracers.config import CallTraceConfig, TraceConfig
from rpc.tracers.traces import Traces

NO_CONFIG: Final = TraceConfig()
NO_CALL_CONFIG: Final = CallTraceConfig()


class DebugTraces:
    """Methods debug_trace*."""

    def __init__(self, traces: Traces) -> None:
        self._traces = traces

    @method("debug_traceTransaction")
    async def trace_transaction(
        self, transaction_hash: Hash32, config: TraceConfig = NO_CONFIG
    ) -> Any:
        """What a final transaction did, as a tracer tells it."""
        return await self._traces.transaction(transaction_hash, config)

    @method("debug_traceCall")
    async def trace_call(
        self,
        transaction: CallRequest,
        block: BlockId = LATEST_ID,
        config: CallTraceConfig = NO_CALL_CONFIG,
    ) -> Any:
        """What a call would do upon the state after a block, as a tracer tells it."""
        return await self._traces.call(transaction, block, config)

    @method("debug_traceBlockByNumber")
    async def trace_block_by_number(
        self, block: BlockNumber, config: TraceConfig = NO_CONFIG
    ) -> list[dict[str, Any]]:
        """What every transaction of a block did, as a tracer tells it."""
        return await self._trace(BlockId(number=block), config)

    @method("debug_traceBlockByHash")
    async def trace_block_by_hash(
        self, block_hash: Hash32, config: TraceConfig = NO_CONFIG
    ) -> list[dict[str, Any]]:
        """What every transaction of a block did, as a tracer tells it."""
        return await self._trace(BlockId(hash=block_hash), config)

    @method("debug_traceBlock")
    async def trace_block(
        self, block: bytes, config: TraceConfig = NO_CONFIG
    ) -> list[dict[str, Any]]:
        """What every transaction of a block did, given in RLP as debug_getRawBlock shows it."""
        try:
            items = rlp.decode_list(block, "block")
            header = decode_header(rlp.encode(items[0])) if items else None
        except Malformed as cause:
            raise CallFailed(f"could not decode block: {cause}") from cause
        if header is None:
            raise CallFailed("could not decode block: it has no header")
        return await self._trace(BlockId(hash=header.hash), config)

    async def _trace(self, wanted: BlockId, config: TraceConfig) -> list[dict[str, Any]]:
        block = self._traces.known_block(wanted)
        found: list[dict[str, Any]] = await self._traces.block(block, config)
        return found
