"""Translated code ends as py-evm's instructions do, one by one: gas, output, error, logs, state."""

import os
from random import Random
from typing import Any

import pytest
from eth.vm.message import Message

from chain.types.primitives import Address, Gas, Height, Seconds, Wei
from chain.vm.machine import Machine
from chain.vm.translation import program
from chain.vm.world import BlockEnvironment, World
from tests.chain.vm.ground import DictReader
from tests.chain.vm.translation.programs import contract

TRANSLATING, STEPPING = Machine(), Machine(translates=False)
SENDER = Address(b"\x51" * 20)
CONTRACTS = tuple(Address(bytes(19) + bytes((0xC0 + place,))) for place in range(3))
TARGETS = (*CONTRACTS, SENDER, Address(bytes(19) + b"\x02"), Address(bytes(19) + b"\xd0"))
SEEDS = int(os.environ.get("KUMIAI_PROGRAMS", "400"))


def run(machine: Machine, codes: list[bytes], gas: int, data: bytes) -> Any:
    """Run the first contract on a fresh state; return all that a call can leave behind."""
    reader = DictReader(
        slots={(CONTRACTS[0], 1): 9, (CONTRACTS[1], 0): 2**255},
        codes=dict(zip(CONTRACTS, codes, strict=True)),
    )
    world = World(reader)
    world.enter_block(
        BlockEnvironment(Height(300), Seconds(1_000), SENDER, Gas(30_000_000), Wei(7), 31_337)
    )
    world.begin_transaction(machine.precompiles)
    world.set_balance(SENDER, 10**18)
    world.set_balance(CONTRACTS[0], 5)
    message = Message(gas=gas, to=CONTRACTS[0], sender=SENDER, value=1, data=data, code=codes[0])
    found = machine.run(world, message, machine.make_context(11, SENDER))
    return (
        found.get_gas_remaining(),
        found.get_gas_refund(),
        found.output,
        found.is_success or (type(found.error), str(found.error)[:40] if found.output else ""),
        found.get_log_entries(),
        sorted(found.get_accounts_for_deletion()),
        world.diff(),
        sorted(world.warm_accounts()),
    )


@pytest.fixture(params=[0, 1, 8])
def visits(request: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Translate at once, at the second meeting, or as the chain does."""
    monkeypatch.setattr(program, "VISITS_BEFORE", request.param)


@pytest.mark.usefixtures("visits")
def test_random_programs_end_as_on_stock_instructions() -> None:
    """Gas, refund, output, error, logs and state are the same, whatever is translated."""
    for seed in range(SEEDS):
        random = Random(seed)
        codes = [contract(random, TARGETS) for _ in CONTRACTS]
        data = random.randbytes(random.choice((0, 4, 36, 68)))
        for gas in (random.randrange(30_000), 200_000):
            expected = run(STEPPING, codes, gas, data)
            assert run(TRANSLATING, codes, gas, data) == expected, f"seed {seed}, gas {gas}"
