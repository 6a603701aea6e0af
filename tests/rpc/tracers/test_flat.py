"""flatCallTracer: geth's options, and what is hidden unless it is asked for."""

from typing import Any

from chain.kit.module import method_named
from tests.rpc.stage import INVALID, REVERTER, STRANGER, Guild, StageBackend, hex_of
from tests.rpc.tracers.asking import Asker

# Calls SHA-256, the reverter and the invalid instruction, with 50,000 gas each.
BUSY_CODE = b"".join(
    b"\x5f\x5f\x5f\x5f\x5f\x73" + address + b"\x61\xc3\x50\xf1\x50"
    for address in (bytes(19) + b"\x02", REVERTER, INVALID)
)


def flat(**settings: Any) -> list[dict[str, Any]]:
    """Trace a call of the busy code."""
    config = {
        "tracer": "flatCallTracer",
        "tracerConfig": settings,
        "stateOverrides": {hex_of(STRANGER): {"code": hex_of(BUSY_CODE)}},
    }
    request = {"to": hex_of(STRANGER), "gas": hex(1_000_000)}
    found: list[dict[str, Any]] = Asker(StageBackend()).rpc(
        "debug_traceCall", request, "latest", config
    )
    return found


def test_precompiles_are_hidden_unless_they_are_wanted() -> None:
    """What is hidden is not counted either, and takes no place among the addresses."""
    root, *below = flat()
    assert root["subtraces"] == 2
    assert [trace["traceAddress"] for trace in below] == [[0], [1]]
    root, *below = flat(includePrecompiles=True)
    assert root["subtraces"] == 3
    assert [trace["traceAddress"] for trace in below] == [[0], [1], [2]]


def test_errors_are_geths_or_openethereums() -> None:
    """As the client wishes; a revert keeps its data, another failure has no result."""
    _, reverted, invalid = flat()
    assert (reverted["error"], invalid["error"]) == (
        "execution reverted",
        "invalid opcode: INVALID",
    )
    _, reverted, invalid = flat(convertParityErrors=True)
    assert (reverted["error"], invalid["error"]) == ("Reverted", "Bad instruction")
    assert reverted["result"]["output"].startswith("0x08c379a0")
    assert invalid["result"] is None


def test_the_first_trace_has_the_gas_of_the_transaction() -> None:
    """Its limit and what it used in all, as geth has it; trace_* show what the code had."""
    (root, *_) = flat()
    assert root["action"]["gas"] == hex(1_000_000)
    assert int(root["result"]["gasUsed"], 16) > 21_000


def test_calls_of_modules_are_there_and_decoded() -> None:
    """A native module is no precompile."""
    backend = StageBackend()
    join = method_named(Guild, "join")
    assert join is not None
    sent = hex_of(backend.send(1, Guild.address, join.encode_call(7)))
    backend.make_block()
    ask = Asker(backend)
    (trace,) = ask.rpc("trace_transaction", sent)
    assert trace["decoded"]["arguments"] == {"shares": "0x7"}
    (own,) = ask.rpc("debug_traceTransaction", sent, {"tracer": "flatCallTracer"})
    assert own["transactionHash"] == sent == trace["transactionHash"]
