"""The struct logger: what an entry shows, and what it may be told to leave out."""

from typing import Any

from tests.rpc.stage import COUNTER, INVALID, REVERTER, STRANGER, StageBackend, hex_of
from tests.rpc.tracers.asking import Asker


def trace(to: bytes, **config: Any) -> dict[str, Any]:
    """Trace a transaction to a contract."""
    backend = StageBackend()
    sent = hex_of(backend.send(0, to))
    backend.make_block()
    found: dict[str, Any] = Asker(backend).rpc("debug_traceTransaction", sent, config)
    return found


def test_an_entry_is_geths() -> None:
    """Numbers are numbers, words are hex, and what does not apply is not there."""
    shown = trace(COUNTER)
    first = {"pc": 0, "op": "PUSH1", "gas": 179_000, "gasCost": 3, "depth": 1, "stack": []}
    assert shown["structLogs"][0] == first
    assert (shown["gas"], shown["failed"]) == (44_153, False)
    assert shown["returnValue"] == "0x" + "00" * 31 + "01"


def test_storage_is_shown_where_it_is_used() -> None:
    """At SLOAD what is loaded, at SSTORE what will be there, at all words met so far."""
    entries = {entry["op"]: entry for entry in trace(COUNTER)["structLogs"]}
    zero, one = "0x" + "00" * 32, "0x" + "00" * 31 + "01"
    assert entries["SLOAD"]["storage"] == {zero: zero}
    assert entries["SSTORE"]["storage"] == {zero: one}
    assert "storage" not in entries["LOG1"]


def test_options_add_and_take_away() -> None:
    """Memory comes if wanted; stack and storage go if not."""
    plain = trace(COUNTER)["structLogs"]
    assert not any("memory" in entry for entry in plain)
    full = trace(COUNTER, enableMemory=True)["structLogs"]
    assert full[-1]["memory"] == ["0x" + "00" * 31 + "01"]
    bare = trace(COUNTER, disableStack=True, disableStorage=True)["structLogs"]
    assert not any("stack" in entry or "storage" in entry for entry in bare)
    assert [entry["pc"] for entry in bare] == [entry["pc"] for entry in plain]


def test_a_limit_keeps_the_first_entries() -> None:
    """Execution goes on behind the limit: the gas is that of the whole."""
    shown = trace(COUNTER, limit=4)
    assert [entry["op"] for entry in shown["structLogs"]] == ["PUSH1", "SLOAD", "PUSH1", "ADD"]
    assert shown["gas"] == 44_153


def test_failures_say_what_they_returned() -> None:
    """A revert returns its data, another failure nothing."""
    reverted, invalid = trace(REVERTER), trace(INVALID)
    assert (reverted["failed"], reverted["returnValue"][:10]) == (True, "0x08c379a0")
    assert (invalid["failed"], invalid["returnValue"]) == (True, "0x")


def test_transfers_have_no_entries() -> None:
    """Where no code runs there is nothing to log."""
    shown = trace(STRANGER)
    assert shown == {"gas": 21_000, "failed": False, "returnValue": "0x", "structLogs": []}
