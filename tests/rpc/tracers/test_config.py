"""Trace configurations as clients write them."""

import pytest

from chain.errors import Malformed
from rpc.errors import CallFailed
from rpc.tracers.config import CallTraceConfig, TraceConfig, parse_duration
from rpc.tracers.struct_log import StructLogOptions


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("5s", 5.0),
        ("300ms", 0.3),
        ("1.5s", 1.5),
        ("2m30s", 150.0),
        ("1h", 3_600.0),
        ("10us", 1e-5),
        ("10µs", 1e-5),
        ("0", 0.0),
    ],
)
def test_durations_are_gos(text: str, seconds: float) -> None:
    """As time.ParseDuration reads them."""
    assert parse_duration(text) == pytest.approx(seconds)


@pytest.mark.parametrize("text", ["", "5", "s", "-5s", "5 s", "5d", "1e3s", "9" * 40 + "s"])
def test_other_texts_are_no_durations(text: str) -> None:
    """Refused in Go's words."""
    with pytest.raises(CallFailed, match="time: invalid duration"):
        parse_duration(text)


def test_fields_are_read_and_others_ignored() -> None:
    """What is missing or null has its default; unknown keys are geth's other options."""
    found = TraceConfig.decode(
        {"enableMemory": True, "limit": 5, "reexec": 128, "tracer": None, "debug": True}
    )
    assert found == TraceConfig(struct_log=StructLogOptions(enable_memory=True, limit=5))
    assert TraceConfig.decode({}) == TraceConfig()


def test_calls_have_overrides_besides() -> None:
    """What is otherwise in a call stands beside the tracer's own options."""
    found = CallTraceConfig.decode(
        {
            "tracer": "callTracer",
            "txIndex": "0x2",
            "blockOverrides": {"number": "0x7"},
            "stateOverrides": {"0x" + "11" * 20: {"nonce": "0x1"}},
        }
    )
    assert (found.trace.tracer, found.transaction_index) == ("callTracer", 2)
    assert found.block_overrides is not None
    assert found.state_overrides is not None


@pytest.mark.parametrize("value", [1, [], "callTracer", {"tracerConfig": []}, {"timeout": 5}])
def test_other_values_are_no_configurations(value: object) -> None:
    """Refused with what was expected."""
    with pytest.raises(Malformed):
        TraceConfig.decode(value)
