"""
What eth_simulateV1 is asked: blocks of calls, one upon the other.

    {"blockStateCalls": [{"blockOverrides", "stateOverrides", "calls"}], "validation", ...}
        --decode--> SimulationRequest --in_order--> one BlockCalls for every height, gaps filled
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final

from chain.errors import Malformed
from chain.types.header import Header
from chain.types.primitives import Height, Seconds
from rpc.calls import BlockOverrides, CallRequest, StateOverrides
from rpc.errors import InvalidParams, RpcError, describe
from rpc.methods import Schema, parse_boolean

BLOCKS_MAX: Final = 256  # simulated blocks, gaps included (geth)
CALLS_MAX: Final = 5_000  # calls of one simulation, all blocks together
BLOCK_SPAN_S: Final = 12  # seconds between simulated blocks whose time is not given (geth)
BLOCK_NUMBER_INVALID: Final = -38020
BLOCK_TIME_INVALID: Final = -38021
CLIENT_LIMIT_EXCEEDED: Final = -38026


class SimulationRefused(RpcError):
    """A simulation that cannot go on; the code is one of eth_simulateV1's own."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class BlockCalls:
    """One simulated block: what differs in it, and the calls in it."""

    block: Mapping[str, Any]  # BlockOverrides' fields
    state: StateOverrides
    calls: tuple[CallRequest, ...] = ()

    @property
    def height(self) -> Height:
        """Its number, once `in_order` has seen to it."""
        return Height(self.block["height"])


@dataclass(frozen=True, slots=True)
class SimulationRequest:
    """A whole simulation."""

    blocks: tuple[BlockCalls, ...]
    logs_transfers: bool = False
    validates: bool = False
    shows_transactions: bool = False

    SCHEMA: ClassVar[Schema] = {
        "title": "simulation",
        "type": "object",
        "required": ["blockStateCalls"],
        "properties": {
            "blockStateCalls": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {
                        "blockOverrides": BlockOverrides.SCHEMA,
                        "stateOverrides": StateOverrides.SCHEMA,
                        "calls": {"type": "array", "items": CallRequest.SCHEMA},
                    },
                },
            },
            "traceTransfers": {"type": "boolean"},
            "validation": {"type": "boolean"},
            "returnFullTransactions": {"type": "boolean"},
        },
    }

    @classmethod
    def decode(cls, value: Any) -> "SimulationRequest":
        """Read the object; raises Malformed, InvalidParams, SimulationRefused."""
        if not isinstance(value, dict):
            raise Malformed(f"simulation object expected, found {describe(value)}")
        blocks = value.get("blockStateCalls", [])
        if not isinstance(blocks, list):
            raise Malformed(f"array of blocks expected, found {describe(blocks)}")
        if not blocks:
            raise InvalidParams("empty input")
        if len(blocks) > BLOCKS_MAX:
            raise SimulationRefused(CLIENT_LIMIT_EXCEEDED, "too many blocks")
        decoded = tuple(_decode_block(block) for block in blocks)
        if sum(len(block.calls) for block in decoded) > CALLS_MAX:
            raise SimulationRefused(CLIENT_LIMIT_EXCEEDED, f"too many calls (max {CALLS_MAX})")
        flags = ("traceTransfers", "validation", "returnFullTransactions")
        return cls(decoded, *(parse_boolean(value.get(flag) or False) for flag in flags))


def _decode_block(value: Any) -> BlockCalls:
    if not isinstance(value, dict):
        raise Malformed(f"object of calls expected, found {describe(value)}")
    calls = value.get("calls")
    calls = [] if calls is None else calls
    if not isinstance(calls, list):
        raise Malformed(f"array of calls expected, found {describe(calls)}")
    return BlockCalls(
        BlockOverrides.decode(value.get("blockOverrides") or {}).fields,
        StateOverrides.decode(value.get("stateOverrides") or {}),
        tuple(CallRequest.decode(call) for call in calls),
    )


def in_order(blocks: tuple[BlockCalls, ...], base: Header) -> list[BlockCalls]:
    """Number and date the blocks, with empty ones in the gaps; raises SimulationRefused."""
    ordered: list[BlockCalls] = []
    height, time_s = base.height, base.timestamp_s
    for block in blocks:
        wanted = int(block.block.get("height", height + 1))
        if wanted <= height:
            raise SimulationRefused(
                BLOCK_NUMBER_INVALID, f"block numbers must be in order: {wanted} <= {height}"
            )
        if wanted - base.height > BLOCKS_MAX:
            raise SimulationRefused(CLIENT_LIMIT_EXCEEDED, "too many blocks")
        for number in range(height + 1, wanted):
            time_s = Seconds(time_s + BLOCK_SPAN_S)
            ordered.append(_placed(BlockCalls({}, StateOverrides()), number, time_s))
        given = block.block.get("timestamp_s")
        if given is not None and given <= time_s:
            raise SimulationRefused(
                BLOCK_TIME_INVALID, f"block timestamps must be in order: {given} <= {time_s}"
            )
        height = Height(wanted)
        time_s = Seconds(time_s + BLOCK_SPAN_S if given is None else given)
        ordered.append(_placed(block, height, time_s))
    return ordered


def _placed(block: BlockCalls, height: int, time_s: Seconds) -> BlockCalls:
    where = {"height": Height(height), "timestamp_s": time_s}
    return replace(block, block={**block.block, **where})
