"""kumiai.tx.v1.Tx: build and try out messages, send transactions, look them up."""

import asyncio
from collections.abc import Mapping
from typing import Final

from chain.errors import Malformed
from chain.types.primitives import ZERO_ADDRESS, Gas, Hash32, Wei
from chain.vm.call import CallMessage
from rpc.backend import Backend
from rpc.grpc.building import Builder, raw_of
from rpc.grpc.calls import Unary
from rpc.grpc.config import GrpcLimits
from rpc.grpc.errors import NotFound, TooLate
from rpc.grpc.estimates import Estimates
from rpc.grpc.heads import Heads
from rpc.grpc.queries import at_height
from rpc.grpc.shapes import show_final, show_log, show_transaction
from rpc.grpc.stages import Stages
from rpc.grpc.values import parse_address, parse_decimal, parse_hash
from rpc.soon import settled
from rpc.wire import blocks_pb2, tx_pb2

SERVICE: Final = tx_pb2.DESCRIPTOR.services_by_name["Tx"]
COMMIT_MARGIN_S: Final = 1.0  # seconds between giving up and the call's own end


class TxService:
    """Answers of the Tx service."""

    def __init__(
        self,
        backend: Backend,
        limits: GrpcLimits,
        heads: Heads,
        stages: Stages,
        estimates: Estimates,
        builder: Builder,
    ) -> None:
        self._backend, self._limits, self._heads = backend, limits, heads
        self._stages, self._estimates, self._builder = stages, estimates, builder

    def table(self) -> Mapping[str, Unary]:
        """Return a function for every call of the service."""
        return {
            "Build": Unary(self.build),
            "Broadcast": Unary(self.broadcast, self._limits.commit_s + COMMIT_MARGIN_S),
            "Get": Unary(self.get),
            "Simulate": Unary(self.simulate),
            "EstimateGas": Unary(self.estimate_gas),
        }

    async def build(self, request: tx_pb2.BuildRequest) -> tx_pb2.UnsignedTransaction:
        """Return a message as an unsigned transaction; raises Malformed, Refused and others."""
        to = parse_address(request.to, "to") if request.HasField("to") else None
        return await self._builder.build(request.envelope, to, request.data)

    async def broadcast(self, request: tx_pb2.BroadcastRequest) -> tx_pb2.BroadcastResponse:
        """Admit a transaction and, if asked to, wait for its block; raises Invalid, TooLate."""
        before = self._heads.height
        transaction_hash = await settled(self._backend.broadcast(read_raw(request)))
        if request.mode != tx_pb2.BROADCAST_MODE_COMMIT:
            return tx_pb2.BroadcastResponse(hash=transaction_hash)
        try:
            async with asyncio.timeout(self._limits.commit_s):
                final = await self._await_block(transaction_hash, before)
        except TimeoutError as cause:
            raise TooLate(
                f"0x{transaction_hash.hex()} is in the pool, but in no block "
                f"after {self._limits.commit_s:g} s"
            ) from cause
        return tx_pb2.BroadcastResponse(hash=transaction_hash, transaction=final)

    async def _await_block(self, transaction_hash: Hash32, height: int) -> blocks_pb2.Transaction:
        while True:
            found = self._find(transaction_hash)
            if found is not None:
                return found
            height = max(height, self._heads.height) + 1
            await self._heads.reach(height)

    async def get(self, request: tx_pb2.GetRequest) -> tx_pb2.GetResponse:
        """Return a transaction; raises NotFound."""
        wanted = parse_hash(request.hash, "hash")
        # The pool first: a transaction leaves it only after its block can be found.
        waiting = self._backend.pool.get(wanted)
        final = self._find(wanted)
        if final is not None:
            return tx_pb2.GetResponse(is_final=True, transaction=final)
        if waiting is None:
            raise NotFound(f"no transaction 0x{wanted.hex()}")
        shown = show_transaction(waiting.transaction, waiting.sender)
        return tx_pb2.GetResponse(is_final=False, transaction=shown)

    def _find(self, transaction_hash: Hash32) -> blocks_pb2.Transaction | None:
        place = self._backend.chain.locate(transaction_hash)
        if place is None:
            return None
        block = self._backend.chain.block(place[0])
        assert block is not None, place
        return show_final(block, place[1])

    async def simulate(self, request: tx_pb2.SimulateRequest) -> tx_pb2.SimulateResponse:
        """Run a message; that it fails is an answer, not an error."""
        height = self._stages.height(at_height(request))
        result = await self._stages.call(height, read_message(request.message))
        return tx_pb2.SimulateResponse(
            height=height,
            output=result.output,
            gas_used=result.gas_used,
            error=result.error or "",
            is_revert=result.is_revert,
            logs=[show_log(log) for log in result.logs],
        )

    async def estimate_gas(self, request: tx_pb2.EstimateGasRequest) -> tx_pb2.EstimateGasResponse:
        """Return a gas limit that suffices; raises Refused, ExecutionFailed."""
        height = self._stages.height(at_height(request))
        gas_limit = await self._estimates.at(height, read_message(request.message))
        return tx_pb2.EstimateGasResponse(height=height, gas_limit=gas_limit)


def read_raw(request: tx_pb2.BroadcastRequest) -> bytes:
    """Return the signed transaction that a request hands in, in either way; raises Malformed."""
    if not request.HasField("signed"):
        return request.raw
    if request.raw:
        raise Malformed("raw or signed expected, found both")
    return raw_of(request.signed)


def read_message(message: tx_pb2.Message) -> CallMessage:
    """Return the message to run; raises Malformed."""
    value_wei = (
        parse_decimal(message.value_wei, "value_wei") if message.HasField("value_wei") else 0
    )
    return CallMessage(
        sender=parse_address(message.sender, "sender") if message.sender else ZERO_ADDRESS,
        to=parse_address(message.to, "to") if message.HasField("to") else None,
        data=message.data,
        value_wei=Wei(value_wei),
        gas_limit=Gas(message.gas_limit) if message.HasField("gas_limit") else None,
    )
