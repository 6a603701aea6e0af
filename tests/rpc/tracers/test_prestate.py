"""prestateTracer: everything a transaction needs is in it, so that it can be run from it alone."""

from typing import Any

import pytest

from chain.kit.module import method_named
from tests.rpc.stage import (
    ACCOUNTS,
    COUNTER,
    COUNTER_CODE,
    STRANGER,
    VALIDATOR,
    Guild,
    StageBackend,
    hex_of,
)
from tests.rpc.tracers.asking import Asker

PLAIN = {"tracer": "prestateTracer"}
DIFF = {"tracer": "prestateTracer", "tracerConfig": {"diffMode": True}}


def make(*sends: tuple[int, bytes, bytes]) -> tuple[Asker, list[str], StageBackend]:
    """A block of transactions, who asks, and their hashes."""
    backend = StageBackend()
    hashes = [hex_of(backend.send(key, to, data)) for key, to, data in sends]
    backend.make_block()
    return Asker(backend), hashes, backend


def test_accounts_are_as_they_were_found() -> None:
    """Sender, contract and proposer, with nonce, code and words, before the transaction."""
    ask, (first, second), _ = make((0, COUNTER, b""), (0, COUNTER, b""))
    shown = ask.rpc("debug_traceTransaction", second, PLAIN)
    assert shown[hex_of(ACCOUNTS[0])]["nonce"] == 1
    assert shown[hex_of(COUNTER)]["code"] == hex_of(COUNTER_CODE)
    zero = "0x" + "00" * 32
    assert shown[hex_of(COUNTER)]["storage"] == {zero: "0x" + "00" * 31 + "01"}
    assert hex_of(VALIDATOR) in shown
    earlier = ask.rpc("debug_traceTransaction", first, PLAIN)
    assert "nonce" not in earlier[hex_of(ACCOUNTS[0])]
    assert earlier[hex_of(COUNTER)]["storage"] == {zero: zero}


def test_a_call_can_be_run_from_its_prestate_alone() -> None:
    """The prestate put over an empty-handed state gives the same trace: nothing is missing."""
    join = method_named(Guild, "join")
    assert join is not None
    ask, (_, sent), _ = make((0, COUNTER, b""), (1, Guild.address, join.encode_call(3)))
    shown = ask.rpc("debug_traceTransaction", sent, PLAIN)
    words = shown[hex_of(Guild.address)]["storage"]
    assert len(words) == 3  # paused or not, the member's shares, and how many members
    after = ask.rpc("debug_traceTransaction", sent, DIFF)["post"][hex_of(Guild.address)]
    assert after["storage"].keys() < words.keys()


def test_a_difference_has_only_what_changed() -> None:
    """Unchanged accounts are in neither side; a new one only in the one after."""
    backend = StageBackend()
    sent = hex_of(backend.send(0, STRANGER, value_wei=5))
    backend.make_block()
    shown = Asker(backend).rpc("debug_traceTransaction", sent, DIFF)
    assert shown["post"][hex_of(STRANGER)] == {"balance": "0x5"}
    assert hex_of(STRANGER) not in shown["pre"]
    assert shown["pre"].keys() == {hex_of(ACCOUNTS[0]), hex_of(VALIDATOR)}
    assert shown["post"][hex_of(ACCOUNTS[0])]["nonce"] == 1


@pytest.mark.parametrize(
    ("option", "field"), [("disableCode", "code"), ("disableStorage", "storage")]
)
def test_fields_can_be_left_out(option: str, field: str) -> None:
    """Code and storage are large and can be switched off, in both modes."""
    ask, (sent,), _ = make((0, COUNTER, b""))
    for diff in (False, True):
        settings: dict[str, Any] = {option: True, "diffMode": diff}
        config = {"tracer": "prestateTracer", "tracerConfig": settings}
        shown = ask.rpc("debug_traceTransaction", sent, config)
        sides = shown.values() if diff else [shown]
        assert not any(field in account for side in sides for account in side.values())


def test_empty_accounts_come_if_they_are_wanted() -> None:
    """An account that was not there before is left out unless it is asked for."""
    backend = StageBackend()
    sent = hex_of(backend.send(0, STRANGER, value_wei=5))
    backend.make_block()
    ask = Asker(backend)
    assert hex_of(STRANGER) not in ask.rpc("debug_traceTransaction", sent, PLAIN)
    config = {"tracer": "prestateTracer", "tracerConfig": {"includeEmpty": True}}
    shown = ask.rpc("debug_traceTransaction", sent, config)
    assert shown[hex_of(STRANGER)] == {"balance": "0x0"}
