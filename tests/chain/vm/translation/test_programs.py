"""The cache of translated contracts is bounded, and forgets what came first."""

import pytest

from chain.vm.machine import Machine
from chain.vm.translation import program, programs
from chain.vm.translation.programs import Programs

OPCODES = Machine().computation_class.opcodes


def test_a_code_has_one_program() -> None:
    """The same bytes are translated once, in whatever object they come."""
    kept = Programs(OPCODES)
    assert kept.of(bytes.fromhex("6001")) is kept.of(bytes(bytearray.fromhex("6001")))


def test_the_contract_that_came_first_is_forgotten_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more contracts are kept than the limit says."""
    monkeypatch.setattr(programs, "PROGRAMS_MAX", 2)
    kept = Programs(OPCODES)
    first = kept.of(b"\x01")
    kept.of(b"\x02")
    kept.of(b"\x03")
    assert list(kept.kept) == [b"\x02", b"\x03"]
    assert kept.of(b"\x01") is not first


def test_traces_of_all_contracts_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A contract's traces go with it, and are not counted any more."""
    monkeypatch.setattr(programs, "TRACES_KEPT_MAX", 3)
    kept = Programs(OPCODES)
    for number in range(1, 4):
        found = kept.of(bytes((number,)) + b"\x5b\x5b")
        found.translate(0)
        found.translate(1)
    assert kept.translated == sum(item.translated for item in kept.kept.values()) <= 3
    assert list(kept.kept) == [b"\x03\x5b\x5b"]


def test_a_forgotten_contract_that_still_runs_is_not_counted() -> None:
    """What is translated for a call that outlives its place in the cache goes with the call."""
    kept = Programs(OPCODES)
    found = kept.of(b"\x01")
    kept.kept.clear()
    found.translate(0)
    assert kept.translated == 0


def test_one_contract_is_translated_so_far_and_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is above the limit runs one by one, with the same end: see test_program."""
    monkeypatch.setattr(program, "TRACES_MAX", 0)
    found = Programs(OPCODES).of(b"\x00")
    assert type(found.positions.at(0)).__name__ == "_Cold"
    assert found.translated == 0
