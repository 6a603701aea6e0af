"""Slow precompiles are seen coming: by their input, and only where the gas would pay for it."""

from types import SimpleNamespace

import pytest

from chain.types.primitives import Address
from chain.vm.fork import PRAGUE
from chain.vm.pace import PACES, estimate_ms


def call_of(number: int, data: bytes, gas: int) -> SimpleNamespace:
    """Return what estimate_ms reads of a py-evm computation."""
    message = SimpleNamespace(code_address=Address(number.to_bytes(20, "big")), data=data)
    return SimpleNamespace(msg=message, get_gas_remaining=lambda: gas)


def test_every_slow_address_is_a_precompile_of_the_fork():
    """The table names no address that the machine does not run natively."""
    assert set(PACES) <= set(PRAGUE.computation_class.get_precompiles())


@pytest.mark.parametrize("address", sorted(PACES))
def test_time_grows_with_the_items(address):
    """Ten items take ten times as long as one, and nothing takes nothing."""
    number, pace = int.from_bytes(address, "big"), PACES[address]
    one = estimate_ms(call_of(number, bytes(pace.item_bytes), 10**9))
    assert pace.item_ms == one
    assert 10 * one == estimate_ms(call_of(number, bytes(10 * pace.item_bytes), 10**9))
    assert 0 == estimate_ms(call_of(number, b"", 10**9))


def test_what_runs_out_of_gas_at_once_takes_no_time():
    """A call that cannot pay for its input never gets to the arithmetic."""
    assert 0 == estimate_ms(call_of(0x08, bytes(192 * 100), 34_000 * 100 - 1))
    assert 100 * 200 == estimate_ms(call_of(0x08, bytes(192 * 100), 34_000 * 100))


def test_quick_precompiles_and_contracts_are_not_timed():
    """Hashes, recovery and plain accounts are quick enough for their gas."""
    for number in (0x01, 0x02, 0x04, 0x0805):
        assert 0 == estimate_ms(call_of(number, bytes(100_000), 10**9))
