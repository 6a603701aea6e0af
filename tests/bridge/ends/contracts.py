"""Contracts behind a scripted node: views by selector, logs made of events."""

from typing import Any

from bridge.contract import Function
from chain.kit.abi import encode_sequence
from chain.kit.record import encode_event
from chain.types.primitives import Address
from tests.bridge.rpc import Scripted


class Contracts(Scripted):
    """A node whose contracts answer views, each with the values that were set for it."""

    def __init__(self, **answers: Any) -> None:
        self.views: dict[bytes, tuple[Function, Any]] = {}
        super().__init__(eth_call=self._view, **answers)

    def says(self, function: Function, *values: Any) -> None:
        """Let a view answer these values."""
        self.views[function.selector] = (function, values)

    def _view(self, call: dict[str, str], block: str) -> str:
        function, values = self.views[bytes.fromhex(call["data"][2:10])]
        return "0x" + encode_sequence(function._outputs, values).hex()


def log_of(event: Any, address: Address, height: int, index: int = 0) -> dict[str, Any]:
    """Return an event as a node shows its log."""
    topics, data = encode_event(event)
    return {
        "address": "0x" + address.hex(),
        "topics": [f"0x{topic:064x}" for topic in topics],
        "data": "0x" + data.hex(),
        "blockNumber": hex(height),
        "logIndex": hex(index),
    }
