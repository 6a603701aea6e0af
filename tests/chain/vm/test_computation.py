"""A light computation holds, gathers and forgets what py-evm's own does."""

from random import Random
from typing import Any

import pytest
from eth.vm.memory import Memory as StockMemory
from hypothesis import given
from hypothesis import strategies as st

from chain.codec import keccak256
from chain.types.primitives import Address
from chain.vm.computation import Memory, harvest
from chain.vm.fork import PRAGUE
from chain.vm.machine import Machine
from chain.vm.message import Message
from chain.vm.world import World
from tests.chain.vm.ground import CONTRACT, OTHER, SENDER, DictReader, make_environment, push
from tests.chain.vm.translation.programs import contract

MACHINE = Machine()
ranges = st.tuples(st.integers(0, 90), st.integers(0, 70))
CLEARING = bytes.fromhex("5f5f55")  # slot 0 to 0


def run(codes: dict[Address, bytes], slots: dict[Any, int] | None = None, gas: int = 10**6) -> Any:
    """Run the contract's code in a fresh world; return the computation."""
    world = World(DictReader(slots=slots or {}, codes=codes))
    world.enter_block(make_environment())
    world.begin_transaction(MACHINE.always_warm)
    message = Message(gas, CONTRACT, SENDER, 0, b"", codes[CONTRACT])
    return MACHINE.run(world, message, MACHINE.make_context(0, SENDER))


@given(steps=st.lists(st.tuples(st.booleans(), ranges, ranges), max_size=6))
def test_memory_is_stock_py_evms(steps: list[tuple[bool, Any, Any]]) -> None:
    """Whatever is reached, written and copied, the bytes are the same."""
    ours, stock = Memory(), StockMemory()
    for number, (copies, (start, size), (source, _)) in enumerate(steps):
        for memory in (ours, stock):
            memory.extend(max(start, source) if copies else start, size)
            if copies:
                memory.copy(start, source, size)
            else:
                memory.write(start, size, bytes([number + 1]) * size)
        assert len(ours) == len(stock)
        assert ours.read_bytes(0, len(ours)) == stock.read_bytes(0, len(stock))


def test_a_harvest_is_what_stock_py_evm_would_gather() -> None:
    """Refund, logs in their order and deletions, of random calls inside calls."""
    seen = [0, 0, 0]
    for seed in range(300):
        random = Random(seed)
        targets = (CONTRACT, OTHER)
        codes = {CONTRACT: contract(random, targets), OTHER: contract(random, targets)}
        found = run(codes, {(CONTRACT, 1): 9, (OTHER, 2): 9})
        refund, logs, deleted = harvest(found)
        assert refund == found.get_gas_refund()
        assert tuple(logs) == found.get_raw_log_entries()
        assert deleted == sorted(found.get_accounts_for_deletion())
        seen = [seen[0] + bool(refund), seen[1] + bool(logs), seen[2] + bool(deleted)]
    assert all(seen[:2]), seen


def test_what_failed_leaves_nothing() -> None:
    """A call below that reverts keeps neither its refund nor its log."""
    failing = CLEARING + bytes.fromhex("5f5fa0") + bytes.fromhex("5f5ffd")
    calling = bytes.fromhex("5f5f5f5f5f") + push(int.from_bytes(OTHER, "big")) + b"\x5a\xf1\x00"
    found = run({CONTRACT: calling, OTHER: failing}, {(OTHER, 0): 5})
    assert found.is_success
    assert harvest(found) == (0, [], [])
    assert len(found.children) == 1


@pytest.mark.parametrize("code", [b"\xfe", b"\x5f\x5f\xfd", b"\x5b\x5f\x56"])
def test_an_error_takes_the_gas_but_for_a_revert(code: bytes) -> None:
    """INVALID and an endless loop take all that is left; REVERT leaves it."""
    found = run({CONTRACT: code}, gas=5_000)
    assert found.is_error
    assert (found.get_gas_remaining() > 0) == (code[-1] == 0xFD)


def test_a_contract_that_is_too_large_is_refused_with_the_limit_alone() -> None:
    """EIP-170 holds where the machine limits code, and not where it does not."""
    maker = push(30_000) + b"\x5f\xf3"
    for machine, fits in ((Machine(), False), (Machine(limit_code_size=False), True)):
        world = World(DictReader())
        world.enter_block(make_environment())
        world.begin_transaction(machine.always_warm)
        born = Address(keccak256(b"born")[:20])
        message = Message(10**8, b"", SENDER, 0, b"", maker, create_address=born)
        found = machine.run(world, message, machine.make_context(0, SENDER))
        assert found.is_success == fits
        assert len(world.get_code(born)) == (30_000 if fits else 0)


def test_the_proposer_is_warm_from_shanghai_on() -> None:
    """EIP-3651: the first frame warms the proposer."""
    found = run({CONTRACT: b"\x00"})
    assert found.state.is_address_warm(found.state.coinbase)
    assert type(found).__name__ == f"{PRAGUE.name}Computation"
