"""Machines that differ for one question."""

import pytest

from chain.errors import Invalid
from chain.types.primitives import Address, Wei
from chain.vm.alteration import AlteredMachine, alter, altered_precompiles
from chain.vm.call import AccountOverride
from chain.vm.machine import Machine

SHA, PLACE = Address(b"\x00" * 19 + b"\x02"), Address(b"\x99" * 20)
MODULE = Address(b"\x08" * 20)


def native(computation: object) -> None:
    """A module that does nothing."""


MACHINE = Machine(native_contracts={MODULE: native})


def test_the_chains_machine_is_never_altered() -> None:
    """Another is built beside it, and only where something differs."""
    assert MACHINE is alter(MACHINE, {PLACE: AccountOverride(balance_wei=Wei(5))})
    before = dict(MACHINE.precompiles)
    altered = alter(MACHINE, {SHA: AccountOverride(move_precompile_to=PLACE)})
    assert altered is not MACHINE and before == MACHINE.precompiles
    assert (SHA in altered.precompiles, PLACE in altered.precompiles) == (False, True)
    assert SHA in MACHINE.computation_class._precompiles
    assert altered.always_warm == MACHINE.always_warm


def test_modules_stay_under_values_and_go_under_code() -> None:
    """Words and coins of a module are its own to answer on; code in its place replaces it."""
    values = AccountOverride(balance_wei=Wei(1), state_diff={1: 2})
    assert MACHINE is alter(MACHINE, {MODULE: values})
    altered = alter(MACHINE, {MODULE: AccountOverride(code=b"\x00")})
    assert MODULE not in altered.precompiles and MODULE not in altered.native_contracts


@pytest.mark.parametrize(
    ("overrides", "text"),
    [
        ({PLACE: AccountOverride(move_precompile_to=SHA)}, "is not a precompile"),
        ({MODULE: AccountOverride(move_precompile_to=PLACE)}, "is not a precompile"),
        (
            {
                SHA: AccountOverride(move_precompile_to=PLACE),
                PLACE: AccountOverride(balance_wei=Wei(1)),
            },
            "is already overridden",
        ),
    ],
)
def test_contradictions_are_refused(overrides: dict[Address, AccountOverride], text: str) -> None:
    """In geth's words, before anything runs."""
    with pytest.raises(Invalid, match=text):
        altered_precompiles(MACHINE, overrides)


def test_counting_ends_with_the_count() -> None:
    """Without a transaction that ran code there is nothing to count."""
    machine = AlteredMachine(MACHINE, MACHINE.precompiles)
    assert 0 == machine.take_log_count()
    machine.make_context(0, PLACE).get_next_log_counter()
    assert (1, 0) == (machine.take_log_count(), machine.take_log_count())
