"""
Which traces a client wants: of which blocks, from whom, to whom, and which page of them.

    {"fromBlock", "toBlock", "fromAddress", "toAddress", "after", "count", "mode"} -> TraceFilter

Addresses are alternatives. Where both sides are named, either has to match, or in the mode
"intersection" both.
"""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from chain.errors import Malformed
from chain.types.primitives import Address
from rpc.config import RpcLimits
from rpc.errors import InvalidParams, describe
from rpc.lookup import BlockNumber, Lookup
from rpc.methods import ADDRESS_SCHEMA, Schema
from rpc.shapes import parse_address

MODES: Final = ("union", "intersection")
NUMBER_MAX: Final = 2**53  # the largest place or count that is understood


@dataclass(frozen=True, slots=True)
class TraceFilter:
    """An empty tuple of addresses stands for anybody."""

    first: BlockNumber | None = None
    last: BlockNumber | None = None
    senders: tuple[Address, ...] = ()
    recipients: tuple[Address, ...] = ()
    after: int = 0  # matching traces that are left out
    count: int | None = None  # of traces at most
    needs_both: bool = False

    SCHEMA: ClassVar[Schema] = {
        "title": "trace filter",
        "type": "object",
        "properties": {
            "fromBlock": BlockNumber.SCHEMA,
            "toBlock": BlockNumber.SCHEMA,
            "fromAddress": {"type": "array", "items": ADDRESS_SCHEMA},
            "toAddress": {"type": "array", "items": ADDRESS_SCHEMA},
            "after": {"type": "integer", "minimum": 0},
            "count": {"type": "integer", "minimum": 0},
            "mode": {"enum": list(MODES)},
        },
    }

    @classmethod
    def decode(cls, value: Any) -> "TraceFilter":
        """Read a filter object; raises Malformed. Unknown keys are ignored."""
        if not isinstance(value, dict):
            raise Malformed(f"trace filter object expected, found {describe(value)}")
        first, last = value.get("fromBlock"), value.get("toBlock")
        mode = value.get("mode") or MODES[0]
        if mode not in MODES:
            raise Malformed(f"mode: one of {', '.join(MODES)} expected, found {describe(mode)}")
        return cls(
            None if first is None else BlockNumber.decode(first),
            None if last is None else BlockNumber.decode(last),
            _addresses(value.get("fromAddress"), "fromAddress"),
            _addresses(value.get("toAddress"), "toAddress"),
            _number(value.get("after"), "after") or 0,
            _number(value.get("count"), "count"),
            mode == "intersection",
        )

    def heights(self, lookup: Lookup, head: int, limits: RpcLimits) -> range:
        """Return the heights to look at; raises InvalidParams where they are too many."""
        first = head if self.first is None else lookup.height(self.first)
        last = min(head if self.last is None else lookup.height(self.last), head)
        if last - first >= limits.trace_blocks_max:
            end = first + limits.trace_blocks_max - 1
            raise InvalidParams(
                f"query exceeds max block range {limits.trace_blocks_max}, "
                f"retry with the range {first:#x}-{end:#x}"
            )
        return range(max(first, 1), last + 1)

    def check(self, limits: RpcLimits) -> None:
        """Refuse filters that name more accounts than this node compares; raises InvalidParams."""
        named = len(self.senders) + len(self.recipients)
        if named > limits.log_terms_max:
            raise InvalidParams(f"exceed max addresses: {limits.log_terms_max}, found {named}")

    def matches(self, trace: dict[str, Any]) -> bool:
        """Whether a trace is one of those asked for."""
        if not self.senders and not self.recipients:
            return True
        sender, recipient = _sides(trace)
        found = []
        if self.senders:
            found.append(sender in self.senders)
        if self.recipients:
            found.append(recipient in self.recipients)
        return all(found) if self.needs_both else any(found)


def _sides(trace: dict[str, Any]) -> tuple[Address | None, Address | None]:
    """Return who a trace comes from and where it goes to."""
    action, result = trace["action"], trace["result"] or {}
    sender = action.get("from") or action.get("address")
    recipient = action.get("to") or action.get("refundAddress") or result.get("address")
    return _address(sender), _address(recipient)


def _address(shown: str | None) -> Address | None:
    return None if shown is None else Address(bytes.fromhex(shown[2:]))


def _addresses(value: Any, name: str) -> tuple[Address, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise Malformed(f"{name}: array of addresses expected, found {describe(value)}")
    return tuple(parse_address(item) for item in value)


def _number(value: Any, name: str) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= NUMBER_MAX:
        raise Malformed(f"{name}: a number from 0 on expected, found {describe(value)}")
    return value
