"""
callTracer: frames inside one another, from the transaction down.

    Run --> {"type", "from", "to", "value", "gas", "gasUsed", "input", "output", "calls": [...]}

A call of a native module has one field more than geth's: "decoded", what it means.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import orjson

from chain.vm.errors import decode_revert_reason
from chain.vm.frames import Frame, FrameLog
from rpc.shapes import data, quantity
from rpc.tracers.decoding import ModuleCalls
from rpc.tracers.tracer import Budget, FrameTracer, Run

SELECTOR_BYTES: Final = 4
# The encoder refuses what is nested deeper than 254 levels, two for each call: what lies below a
# multiple of this depth is encoded by itself.
LEVELS_ENCODED: Final = 64


@dataclass(frozen=True, slots=True)
class CallOptions:
    """Which frames are shown, and whether with their logs."""

    only_top_call: bool = False
    with_log: bool = False


class CallTracer(FrameTracer):
    """geth's callTracer."""

    def __init__(self, budget: Budget, options: CallOptions, modules: ModuleCalls) -> None:
        super().__init__(budget)
        self._options, self._modules = options, modules

    def result(self, run: Run) -> Any:
        """Return the outermost frame; its gas is the transaction's."""
        numbers = number_logs(run) if self._options.with_log else {}
        shown = self._show(run.traced.root, numbers)
        shown["gas"] = quantity(run.traced.checked.transaction.gas_limit)
        shown["gasUsed"] = quantity(run.traced.outcome.gas_used)
        return shown

    def _show(self, frame: Frame, numbers: dict[int, int]) -> dict[str, Any]:
        shown = show_frame(frame)
        if frame.calls and not self._options.only_top_call:
            shown["calls"] = [self._show_below(call, numbers) for call in frame.calls]
        logs = [show_log(log, numbers) for log in frame.logs if log.turn in numbers]
        if logs:
            shown["logs"] = logs
        decoded = self._modules.describe(frame)
        if decoded is not None:
            shown["decoded"] = decoded
        return shown

    def _show_below(self, frame: Frame, numbers: dict[int, int]) -> Any:
        shown = self._show(frame, numbers)
        is_deep = frame.depth % LEVELS_ENCODED == 0
        return orjson.Fragment(orjson.dumps(shown)) if is_deep else shown


def show_frame(frame: Frame) -> dict[str, Any]:
    """Return a frame's own fields."""
    shown: dict[str, Any] = {
        "type": frame.kind,
        "from": data(frame.sender),
        "gas": quantity(frame.gas),
        "gasUsed": quantity(frame.gas_used),
        "input": data(frame.input),
    }
    if frame.to is not None:
        shown["to"] = data(frame.to)
    if frame.value_wei is not None:
        shown["value"] = quantity(frame.value_wei)
    if frame.output and (frame.error is None or frame.is_revert):
        shown["output"] = data(frame.output)
    if frame.error is not None:
        shown["error"] = frame.error
        reason = decode_revert_reason(frame.output) if frame.is_revert else None
        if reason is not None:
            shown["revertReason"] = reason
    return shown


def show_log(log: FrameLog, numbers: dict[int, int]) -> dict[str, Any]:
    """Return a log with its number in the block and its place among the calls of its frame."""
    return {
        "address": data(log.address),
        "topics": [data(topic) for topic in log.topics],
        "data": data(log.data),
        "index": quantity(numbers[log.turn]),
        "position": quantity(log.position),
    }


def number_logs(run: Run) -> dict[int, int]:
    """Return the number in the block of every log that stayed, by its turn."""
    turns = sorted(log.turn for frame in lasting(run.traced.root) for log in frame.logs)
    return {turn: run.first_log + number for number, turn in enumerate(turns)}


def lasting(root: Frame) -> Iterator[Frame]:
    """Yield the frames whose effects stayed: they and all around them ended well."""
    waiting = [root]
    while waiting:
        frame = waiting.pop()
        if frame.error is None and not frame.is_undone:
            yield frame
            waiting += reversed(frame.calls)
