"""
The gas of one message: what is left, and what the transaction gets back in the end.

    consume_gas: left -= amount, or OutOfGas        return_gas: left += amount        refund_gas
"""

from eth.exceptions import OutOfGas


class GasMeter:
    """Counts the gas of one message, as py-evm's instructions ask for it."""

    __slots__ = ("gas_refunded", "gas_remaining", "start_gas")

    def __init__(self, start_gas: int) -> None:
        self.start_gas = self.gas_remaining = start_gas
        self.gas_refunded = 0  # below zero where a message takes back what another one earned

    def consume_gas(self, amount: int, reason: str) -> None:
        """Take gas; raises OutOfGas."""
        if amount > self.gas_remaining:
            raise OutOfGas(
                f"Out of gas: Needed {amount} - Remaining {self.gas_remaining} - Reason: {reason}"
            )
        self.gas_remaining -= amount

    def return_gas(self, amount: int) -> None:
        """Give gas back that a message below left over."""
        self.gas_remaining += amount

    def refund_gas(self, amount: int) -> None:
        """Count what the transaction gets back when it ends well."""
        self.gas_refunded += amount
