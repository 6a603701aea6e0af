"""Translated code ends as py-evm's instructions do, one by one: gas, output, error, logs, state."""

import os
import warnings
from random import Random
from typing import Any

import pytest

from chain.types.primitives import Address
from chain.vm.machine import Machine
from chain.vm.translation import program
from tests.chain.vm.ground import on_deep_stack
from tests.chain.vm.translation.judges import CONTRACTS, SENDER, run_here, run_stock
from tests.chain.vm.translation.programs import contract

TRANSLATING, STEPPING = Machine(), Machine(translates=False)
PRECOMPILES = tuple(Address(bytes(19) + bytes((number,))) for number in (1, 2, 3, 4, 6, 9))
TARGETS = (*CONTRACTS, *CONTRACTS, SENDER, *PRECOMPILES, Address(bytes(19) + b"\xd0"))
SEEDS = int(os.environ.get("KUMIAI_PROGRAMS", "250"))
STOCK_SEEDS = int(os.environ.get("KUMIAI_STOCK_PROGRAMS", "60"))
FIRST_SEED = int(os.environ.get("KUMIAI_FIRST_PROGRAM", "0"))
ENOUGH_GAS = 300_000


def scene_of(seed: int) -> tuple[Random, list[bytes], bytes]:
    """Return the contracts and the call data of a seed, and what is left to draw."""
    random = Random(seed)
    codes = [contract(random, TARGETS) for _ in CONTRACTS]
    return random, codes, random.randbytes(random.choice((0, 4, 36, 68)))


def limits(random: Random, used: int) -> tuple[int, ...]:
    """Return gas limits about what a call used: just enough, one too little, and somewhere."""
    return (random.randrange(30_000), max(0, used - 1), used, random.randrange(used + 1))


@pytest.fixture(params=[0, 1, 8])
def visits(request: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Translate at once, at the second meeting, or as the chain does."""
    monkeypatch.setattr(program, "VISITS_BEFORE", request.param)


@pytest.mark.usefixtures("visits")
def test_random_programs_end_as_on_stock_instructions() -> None:
    """Gas, refund, output, error, logs and state are the same, whatever is translated."""
    for seed in range(FIRST_SEED, FIRST_SEED + SEEDS):
        random, codes, data = scene_of(seed)
        expected = run_here(STEPPING, codes, ENOUGH_GAS, data)
        assert run_here(TRANSLATING, codes, ENOUGH_GAS, data) == expected, f"seed {seed}"
        for gas in limits(random, ENOUGH_GAS - expected.gas_left):
            expected = run_here(STEPPING, codes, gas, data)
            found = run_here(TRANSLATING, codes, gas, data)
            assert found == expected, f"seed {seed}, gas {gas}"


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_random_programs_end_as_on_the_whole_of_stock_py_evm(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its own calls, creations and account database: the same gas, answer, logs and state root."""
    monkeypatch.setattr(program, "VISITS_BEFORE", 0)

    def judge() -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for seed in range(FIRST_SEED, FIRST_SEED + STOCK_SEEDS):
                random, codes, data = scene_of(seed)
                found = run_here(TRANSLATING, codes, ENOUGH_GAS, data)
                for gas in (ENOUGH_GAS, *limits(random, ENOUGH_GAS - found.gas_left)):
                    found = run_here(TRANSLATING, codes, gas, data)
                    expected = run_stock(codes, gas, data)
                    assert found.without_world() == expected, f"seed {seed}, gas {gas}"

    on_deep_stack(judge)
