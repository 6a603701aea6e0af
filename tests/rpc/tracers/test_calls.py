"""callTracer: frames, logs and their numbers, failed frames, very deep ones."""

from typing import Any

from chain.types.primitives import Gas, Wei
from chain.vm.frames import Frame
from rpc.tracers.calls import lasting
from tests.chain.vm.ground import CALL, forwarder, push
from tests.rpc.stage import COUNTER, LOGGER, REVERTER, STRANGER, StageBackend, hex_of
from tests.rpc.tracers.asking import Asker

WITH_LOGS = {"tracer": "callTracer", "tracerConfig": {"withLog": True}}
# Calls itself with all the gas it may give, as deep as calls go.
DEEP_CODE = b"\x5f\x5f\x5f\x5f\x5f\x30\x5a\xf1\x00"


def traced_call(code: bytes, config: dict[str, Any], **call: Any) -> dict[str, Any]:
    """Trace a call of some code at the stranger's address."""
    overrides = {hex_of(STRANGER): {"code": hex_of(code), "balance": "0x64"}}
    config = config | {"stateOverrides": overrides}
    request = {"to": hex_of(STRANGER), "gas": hex(10_000_000)} | call
    found: dict[str, Any] = Asker(StageBackend()).rpc("debug_traceCall", request, "latest", config)
    return found


def test_logs_have_the_numbers_that_receipts_give_them() -> None:
    """A log's index counts through the block, its position counts the calls before it."""
    backend = StageBackend()
    backend.send(0, LOGGER)
    sent = hex_of(backend.send(0, COUNTER))
    backend.make_block()
    ask = Asker(backend)
    (log,) = ask.rpc("debug_traceTransaction", sent, WITH_LOGS)["logs"]
    (expected,) = ask.rpc("eth_getTransactionReceipt", sent)["logs"]
    assert log["index"] == expected["logIndex"] == hex(40)
    assert log["position"] == "0x0"
    for field in ("address", "topics", "data"):
        assert log[field] == expected[field]


def test_logs_of_what_failed_are_gone() -> None:
    """A frame inside a frame that reverted has no logs any more, and takes no numbers."""
    log_then_revert = b"\x5f\x5f\xa0" + push(COUNTER) + b"\x50"
    inner = b"\x5f\x5f\x5f\x5f\x5f" + push(COUNTER) + b"\x5a\xf1\x50\x5f\x5f\xfd"
    shown = traced_call(log_then_revert + inner, WITH_LOGS)
    assert shown["error"] == "execution reverted"
    assert "logs" not in shown
    assert "logs" not in shown["calls"][0]


def test_positions_count_the_calls_before() -> None:
    """A log behind a call has its position behind that call."""
    call = b"\x5f\x5f\x5f\x5f\x5f" + push(COUNTER) + b"\x5a\xf1\x50"
    shown = traced_call(b"\x5f\x5f\xa0" + call + b"\x5f\x5f\xa0", WITH_LOGS)
    assert [log["position"] for log in shown["logs"]] == ["0x0", "0x1"]
    assert [log["index"] for log in shown["logs"]] == ["0x0", "0x2"]
    assert shown["calls"][0]["logs"][0]["index"] == "0x1"


def test_reasons_of_reverts_are_read() -> None:
    """Error(string) is read where code reverted with it, and only there."""
    shown = traced_call(forwarder(CALL, REVERTER), {"tracer": "callTracer"})
    (below,) = shown["calls"]
    assert (below["error"], below["revertReason"]) == ("execution reverted", "no")
    assert "revertReason" not in shown


def test_calls_a_thousand_deep_are_shown() -> None:
    """Deeper than the encoder nests: nothing is lost and nothing breaks."""
    config = {"tracer": "callTracer"}
    shown = traced_call(DEEP_CODE, config, gas=hex(2**40))
    depth = 0
    while shown.get("calls"):
        (shown,) = shown["calls"]
        depth += 1
    assert depth > 254


def test_only_what_ended_well_lasts() -> None:
    """Frames below a failed one did not last, however they ended themselves."""

    def frame(error: str | None, *calls: Frame) -> Frame:
        found = Frame("CALL", 0, STRANGER, COUNTER, Wei(0), Gas(0), b"", error=error)
        found.calls = list(calls)
        return found

    good, lost = frame(None), frame(None)
    root = frame(None, frame("out of gas", lost), good)
    assert list(lasting(root)) == [root, good]
    good.is_undone = True
    assert list(lasting(root)) == [root]
