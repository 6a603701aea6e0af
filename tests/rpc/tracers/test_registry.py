"""Tracers by name: each makes its own result, several run at once, unknown ones are refused."""

from typing import Any

import pytest

from tests.rpc.stage import COUNTER, STRANGER, Guild, StageBackend, hex_of
from tests.rpc.tracers.asking import Asker


def chain() -> tuple[Asker, str]:
    """A call of the counter, and who asks about it."""
    backend = StageBackend()
    sent = hex_of(backend.send(0, COUNTER, b"\x01\x02\x03\x04\x05"))
    backend.make_block()
    return Asker(backend), sent


@pytest.mark.parametrize(
    "name",
    ["", "callTracer", "flatCallTracer", "prestateTracer", "4byteTracer", "noopTracer"],
)
def test_every_tracer_is_found(name: str) -> None:
    """Each name gives a tracer, also with null for its settings."""
    ask, sent = chain()
    ask.rpc("debug_traceTransaction", sent, {"tracer": name, "tracerConfig": None})


def test_a_null_configuration_is_none() -> None:
    """ethers sends null where it wants nothing special."""
    ask, sent = chain()
    assert ask.rpc("debug_traceTransaction", sent, None) == ask.rpc("debug_traceTransaction", sent)


def test_several_tracers_run_at_once() -> None:
    """muxTracer gives what each would have given alone."""
    ask, sent = chain()
    wanted: dict[str, Any] = {
        "callTracer": {"withLog": True},
        "prestateTracer": None,
        "4byteTracer": {},
        "noopTracer": {},
    }
    config = {"tracer": "muxTracer", "tracerConfig": wanted}
    found = ask.rpc("debug_traceTransaction", sent, config)
    for name, settings in wanted.items():
        alone = {"tracer": name, "tracerConfig": settings or {}}
        assert found[name] == ask.rpc("debug_traceTransaction", sent, alone)
    assert found["noopTracer"] == {}
    assert found["4byteTracer"] == {"0x01020304-1": 1}


@pytest.mark.parametrize(
    ("config", "code", "words"),
    [
        ({"tracer": "{step: function() {}}"}, -32000, "no JavaScript"),
        ({"tracer": "x" * 10_000}, -32000, "tracer not found"),
        ({"tracer": "muxTracer", "tracerConfig": {"x": {}}}, -32000, "tracer not found: 'x'"),
        ({"tracer": "muxTracer", "tracerConfig": {"muxTracer": {}}}, -32000, "tracer not found"),
        ({"tracer": "callTracer", "tracerConfig": {"withLog": 1}}, -32602, "withLog"),
        ({"tracer": "muxTracer", "tracerConfig": {"callTracer": 1}}, -32602, "object expected"),
        (
            {"tracer": "muxTracer", "tracerConfig": {str(n): {} for n in range(9)}},
            -32602,
            "at most 8",
        ),
        ({"tracer": 1}, -32602, "string expected"),
        ({"limit": -1}, -32602, "limit"),
        ({"limit": "0x1"}, -32602, "limit"),
        ({"enableMemory": "yes"}, -32602, "enableMemory"),
        ({"timeout": "soon"}, -32000, "time: invalid duration"),
    ],
)
def test_what_cannot_be_made_is_refused(config: Any, code: int, words: str) -> None:
    """Before anything is executed, with what was expected."""
    ask, sent = chain()
    found = ask.error("debug_traceTransaction", sent, config)
    assert found[0] == code
    assert words in found[1]


def test_calls_of_precompiles_are_no_functions() -> None:
    """4byteTracer counts calls of functions; a precompile has none, a module has."""
    call = b"\x5f\x5f\x60\x20\x5f\x60\x02\x5a\xfa"  # SHA-256 of a word
    join = b"\x5f\x5f\x60\x20\x5f\x5f\x61\x0a\xff\x5a\xf1\x00"
    config = {
        "tracer": "4byteTracer",
        "stateOverrides": {hex_of(STRANGER): {"code": hex_of(call + join)}},
    }
    ask, _ = chain()
    found = ask.rpc("debug_traceCall", {"to": hex_of(STRANGER)}, "latest", config)
    assert found == {"0x00000000-28": 1}  # the call of the module, not the one of SHA-256
    assert Guild.address[-2:] == b"\x0a\xff"
