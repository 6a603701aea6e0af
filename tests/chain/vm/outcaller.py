"""A module that calls contracts, and one that reaches it as a peer, for the tests of such calls."""

from typing import Protocol

from chain.kit.assembly import Assembly, provided_by
from chain.kit.host import OUTPUT_BYTES_MAX
from chain.kit.module import Module, call, peer, view
from chain.kit.record import Event, Refusal, Returns
from chain.kit.storage import Value
from chain.types.primitives import Address, Gas, Wei

assert OUTPUT_BYTES_MAX == 4_096


class Stepped(Event):
    """The caller came so far."""

    step: int


class Regretted(Refusal):
    """The caller thinks better of it."""


class Ended(Returns):
    """How a contract ended."""

    succeeded: bool
    output: bytes


class Steps(Protocol):
    """What the middle needs of the caller."""

    def step(self, number: int) -> None:
        """Count."""
        ...

    def go(self, target: Address, data: bytes, gas: int) -> Ended:
        """Call."""
        ...

    def spend(self, target: Address) -> None:
        """Pay."""
        ...


class Caller(Module, address=0x0F10, name="caller"):
    """Writes before a call and after it."""

    number = Value(0, int)

    @call()
    def step(self, number: int) -> None:
        """Write and log."""
        self.number = number
        self.emit(Stepped(number))

    @call()
    def go(self, target: Address, data: bytes, gas: int) -> Ended:
        """Write, call, write."""
        self.step(1)
        outcome = self.call_contract(target, data, Gas(gas))
        self.step(self.number + 1)
        return Ended(outcome.succeeded, outcome.output)

    @call()
    def bare(self, target: Address, data: bytes, gas: int) -> bool:
        """Do nothing but call."""
        return self.call_contract(target, data, Gas(gas)).succeeded

    @call()
    def regret(self, target: Address, data: bytes, gas: int) -> None:
        """Call and refuse."""
        self.go(target, data, gas)
        raise Regretted()

    @call()
    def undo(self, target: Address, data: bytes, gas: int) -> None:
        """Call, go back to where it was before, and take one step."""
        mark = self.host.snapshot()
        self.go(target, data, gas)
        self.host.revert(mark)
        self.step(7)

    @call()
    def place(self, address: Address, code: bytes) -> None:
        """Make a contract."""
        self.host.place_code(address, code)

    @call()
    def spend(self, target: Address) -> None:
        """Pay out one wei."""
        self.pay(target, Wei(1), "spent")

    @view
    def calls_in_a_view(self, target: Address) -> bool:
        """A view that breaks its promise."""
        return self.call_contract(target, b"", Gas(1_000)).succeeded

    @view
    def current(self) -> int:
        """Return the number."""
        return self.number

    @view
    def size(self, address: Address) -> int:
        """Return the size of an account's code."""
        return self.host.code_size(address)


class Middle(Module, address=0x0F11, name="middle"):
    """Reaches the caller without the machine."""

    steps: Steps = peer()
    number = Value(0, int)

    @call()
    def poke(self, number: int) -> None:
        """Have the caller write."""
        self.steps.step(number)

    @call()
    def rob(self, target: Address) -> None:
        """Have the caller pay."""
        self.steps.spend(target)

    @call()
    def pass_on(self, target: Address, data: bytes, gas: int) -> Ended:
        """Have the caller call, and count after."""
        outcome = self.steps.go(target, data, gas)
        self.number = self.number + 1
        return outcome

    @call()
    def count(self) -> None:
        """Count."""
        self.number = self.number + 1


OUTCALLERS = Assembly((Caller, Middle), {"middle": {"steps": provided_by(Caller)}})
