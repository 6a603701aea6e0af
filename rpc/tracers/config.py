"""
How a client wants a trace: which tracer with which settings, and how long it may take.

    {"tracer": "callTracer", "tracerConfig": {"withLog": true}, "timeout": "5s"} -> TraceConfig
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

from chain.errors import Malformed
from rpc.calls import BlockOverrides, StateOverrides
from rpc.errors import CallFailed, describe
from rpc.methods import QUANTITY_SCHEMA, Schema, parse_boolean, parse_text
from rpc.shapes import parse_quantity
from rpc.tracers.struct_log import StructLogOptions

TRACER_LETTERS_MAX: Final = 64  # of a tracer's name; longer ones are programs, which are not run
STEPS_MAX: Final = 2**31  # the largest "limit" that is understood
# Go's durations: "300ms", "1.5s", "2m30s".
_DURATION: Final = re.compile(r"(?:[0-9]{1,9}(?:\.[0-9]{1,9})?(?:ns|us|µs|ms|s|m|h))+")
_PART: Final = re.compile(r"([0-9.]+)(ns|us|µs|ms|s|m|h)")
_SECONDS: Final = {"ns": 1e-9, "us": 1e-6, "µs": 1e-6, "ms": 1e-3, "s": 1.0, "m": 60.0, "h": 3600.0}
_BOOLEAN: Final[Schema] = {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class TraceConfig:
    """What a trace shows; the struct logger where no tracer is named."""

    tracer: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict)  # as the tracer reads them
    struct_log: StructLogOptions = field(default_factory=StructLogOptions)
    timeout_s: float | None = None  # None: as long as the node allows

    SCHEMA: ClassVar[Schema] = {
        "title": "trace configuration",
        "type": "object",
        "properties": {
            "tracer": {"type": "string"},
            "tracerConfig": {"type": "object"},
            "timeout": {"type": "string"},
            "enableMemory": _BOOLEAN,
            "disableStack": _BOOLEAN,
            "disableStorage": _BOOLEAN,
            "enableReturnData": _BOOLEAN,
            "limit": {"type": "integer", "minimum": 0},
        },
    }

    @classmethod
    def decode(cls, value: Any) -> "TraceConfig":
        """Read the object; raises Malformed. Unknown keys are ignored, as geth does."""
        fields = _object(value, "trace configuration")
        tracer = fields.get("tracer")
        timeout = fields.get("timeout")
        settings = fields.get("tracerConfig")
        return cls(
            tracer="" if tracer is None else parse_text(tracer),
            settings={} if settings is None else _object(settings, "tracerConfig"),
            struct_log=StructLogOptions(
                enable_memory=flag(fields, "enableMemory"),
                disable_stack=flag(fields, "disableStack"),
                disable_storage=flag(fields, "disableStorage"),
                enable_return_data=flag(fields, "enableReturnData"),
                limit=_limit(fields.get("limit")),
            ),
            timeout_s=None if timeout is None else parse_duration(timeout),
        )


@dataclass(frozen=True, slots=True)
class CallTraceConfig:
    """A trace configuration, and what is otherwise in the call that is traced."""

    trace: TraceConfig = field(default_factory=TraceConfig)
    state_overrides: StateOverrides | None = None
    block_overrides: BlockOverrides | None = None
    transaction_index: int | None = None  # transactions of the block that run before the call

    SCHEMA: ClassVar[Schema] = {
        "title": "call trace configuration",
        "type": "object",
        "properties": {
            **TraceConfig.SCHEMA["properties"],
            "stateOverrides": StateOverrides.SCHEMA,
            "blockOverrides": BlockOverrides.SCHEMA,
            "txIndex": QUANTITY_SCHEMA,
        },
    }

    @classmethod
    def decode(cls, value: Any) -> "CallTraceConfig":
        """Read the object; raises Malformed."""
        fields = _object(value, "trace configuration")
        state, block = fields.get("stateOverrides"), fields.get("blockOverrides")
        index = fields.get("txIndex")
        return cls(
            TraceConfig.decode(value),
            None if state is None else StateOverrides.decode(state),
            None if block is None else BlockOverrides.decode(block),
            None if index is None else parse_quantity(index, 64),
        )


def flag(fields: Mapping[str, Any], name: str) -> bool:
    """Return a field that is true or false, false where it is missing; raises Malformed."""
    found = fields.get(name)
    try:
        return found is not None and parse_boolean(found)
    except Malformed as cause:
        raise Malformed(f"{name}: {cause}") from cause


def parse_duration(value: Any) -> float:
    """Read a duration as Go writes it, in seconds; raises CallFailed in Go's words."""
    text = parse_text(value)
    if text == "0":
        return 0.0
    if _DURATION.fullmatch(text) is None:
        raise CallFailed(f"time: invalid duration {describe(text)}")
    return sum(float(number) * _SECONDS[unit] for number, unit in _PART.findall(text))


def _object(value: Any, what: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Malformed(f"{what} object expected, found {describe(value)}")
    return value


def _limit(value: Any) -> int:
    if value is None:
        return 0
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= STEPS_MAX:
        raise Malformed(f"limit: a number from 0 to {STEPS_MAX} expected, found {describe(value)}")
    return value
