"""A gas meter takes, gives back and refunds, as py-evm's does."""

import pytest
from eth.exceptions import OutOfGas
from eth.vm.gas_meter import GasMeter as StockMeter
from eth.vm.gas_meter import allow_negative_refund_strategy
from hypothesis import given
from hypothesis import strategies as st

from chain.vm.meter import GasMeter

steps = st.lists(
    st.tuples(st.sampled_from(["consume_gas", "return_gas", "refund_gas"]), st.integers(0, 300)),
    max_size=20,
)


@given(start=st.integers(0, 2_000), taken=steps)
def test_it_counts_as_stock_py_evms_meter(start: int, taken: list[tuple[str, int]]) -> None:
    """After any steps, what is left and refunded agree, and both run out at the same step."""
    ours, stock = GasMeter(start), StockMeter(start, allow_negative_refund_strategy)
    for name, amount in taken:
        values = (amount, "test") if name == "consume_gas" else (amount,)
        failed = []
        for meter in (ours, stock):
            try:
                getattr(meter, name)(*values)
                failed.append(False)
            except OutOfGas:
                failed.append(True)
        assert failed[0] == failed[1]
        assert (ours.gas_remaining, ours.gas_refunded) == (stock.gas_remaining, stock.gas_refunded)


def test_it_says_what_was_needed() -> None:
    """The error names the amount, what was left, and the reason."""
    with pytest.raises(OutOfGas, match="Needed 8 - Remaining 7 - Reason: SLOAD"):
        GasMeter(7).consume_gas(8, "SLOAD")


def test_a_refund_may_fall_below_zero() -> None:
    """EIP-1283: a message may take back what another one earned."""
    meter = GasMeter(1)
    meter.refund_gas(-4_800)
    assert meter.gas_refunded == -4_800
