"""
A call while translated code runs it: what the functions read and write, side by side.

    py-evm's computation <--take, give--> Frame: gas, memory, world, address, data

Gas and memory are the frame's while translated code runs and the computation's while py-evm's own
instructions do: `give` and `take` hand them over.
"""

from typing import Any


class Frame:
    """One message call; belongs to one thread."""

    __slots__ = (
        "address",
        "code",
        "computation",
        "data",
        "gas",
        "is_static",
        "memory",
        "message",
        "meter",
        "world",
    )

    def __init__(self, computation: Any) -> None:
        message = computation.msg
        self.computation = computation
        self.message = message
        self.meter = computation._gas_meter
        self.world = computation.state
        self.address = message.storage_address
        self.data = message.data_as_bytes
        self.is_static = message.is_static
        self.code = message.code
        self.gas = self.meter.gas_remaining
        self.memory = computation._memory._bytes

    def give(self) -> None:
        """Hand the gas over to py-evm's instructions; the memory is one object."""
        self.meter.gas_remaining = self.gas

    def take(self) -> None:
        """Take gas and memory back."""
        self.gas = self.meter.gas_remaining
        self.memory = self.computation._memory._bytes
