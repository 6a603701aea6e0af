"""
A machine that differs from the chain's for one question: other precompiles, transfers as logs.

    Machine + state overrides --alter--> Machine        (geth's rules, internal/ethapi/override)
    Machine --log_transfers--> a machine whose every transfer of coins leaves a log

What is altered is never the machine that executes blocks.
"""

from collections.abc import Mapping
from typing import Any, Final

from eth.exceptions import Halt

from chain.errors import Invalid
from chain.types.primitives import Address, Hash32
from chain.validation import format_address
from chain.vm.call import AccountOverride
from chain.vm.computation import Native
from chain.vm.machine import Machine, TransactionContext

SELFDESTRUCT: Final = 0xFF
# Whose logs tell of transfers, and ERC-20's Transfer event, which they look like (EIP-7528).
COIN_ADDRESS: Final = Address(b"\xee" * 20)
TRANSFER_TOPIC: Final = 0xDDF252AD1BE2C89B69C2B068FC378DAA952BA7F163C4A11628F55A4DF523B3EF


class AlteredMachine(Machine):
    """
    A machine with a set of precompiles of its own.

    Warm are those of the machine it differs from, as in geth: a moved one costs a cold access.
    `context` is that of the last transaction that ran code, None where none did.
    """

    def __init__(
        self, base: Machine, precompiles: Mapping[Address, Native], logs_transfers: bool = False
    ) -> None:
        super().__init__(
            base.fork,
            base.native_contracts,
            limit_code_size=base.limit_code_size,
            translates=base.translates and not logs_transfers,  # its own SELFDESTRUCT is stepped
        )
        self.precompiles, self.always_warm = precompiles, base.always_warm
        self.context: TransactionContext | None = None
        self.native_contracts = {
            address: native
            for address, native in base.native_contracts.items()
            if address in precompiles
        }
        computation_class: Any = self.computation_class
        computation_class._precompiles = precompiles
        if logs_transfers:
            self.computation_class = _build_logging_class(computation_class)

    def make_context(
        self, gas_price_wei: int, origin: Address, blob_versioned_hashes: tuple[Hash32, ...] = ()
    ) -> TransactionContext:
        """Return what the instructions read of the transaction, and keep it."""
        self.context = super().make_context(gas_price_wei, origin, blob_versioned_hashes)
        return self.context

    def take_log_count(self) -> int:
        """Return how many logs code has emitted since the last call, undone ones included."""
        context, self.context = self.context, None
        return 0 if context is None else context.get_next_log_counter()


def alter(machine: Machine, overrides: Mapping[Address, AccountOverride]) -> Machine:
    """Return the machine that a call with these overrides runs on: `machine` if it does."""
    precompiles = altered_precompiles(machine, overrides)
    if precompiles == machine.precompiles:
        return machine
    return AlteredMachine(machine, precompiles)


def altered_precompiles(
    machine: Machine, overrides: Mapping[Address, AccountOverride]
) -> Mapping[Address, Native]:
    """
    Return what answers like a precompile under these overrides.

    An overridden precompile is none any more; one may answer at another address instead. A native
    module stays what it is under values that its storage is given, and goes where its code is.

    Raises:
        Invalid: what is to be moved is no precompile, or the place is overridden itself.
    """
    precompiles, moved = dict(machine.precompiles), set[Address]()
    for address, override in overrides.items():
        if address in moved:
            raise Invalid(
                f"account {format_address(address)} has already been overridden by a precompile"
            )
        native = precompiles.get(address)
        target = override.move_precompile_to
        if target is not None:
            if native is None or address in machine.native_contracts:
                raise Invalid(f"account {format_address(address)} is not a precompile")
            if target in overrides:
                raise Invalid(f"account {format_address(target)} is already overridden")
            precompiles[target] = native
            moved.add(target)
        if address not in machine.native_contracts or override.code is not None:
            precompiles.pop(address, None)
    return precompiles


def _build_logging_class(base: type[Any]) -> type[Any]:
    """Derive computations that log the coins they receive, before anything else they log."""

    class Computation(base):  # type: ignore[misc]
        """A computation whose transfer is its first log, and is undone with it."""

        opcodes = {**base.opcodes, SELFDESTRUCT: _logged(base.opcodes[SELFDESTRUCT])}

        def __init__(self, state: Any, message: Any, transaction_context: Any) -> None:
            super().__init__(state, message, transaction_context)
            if message.should_transfer_value and message.value:
                log_transfer(self, message.sender, message.storage_address, message.value)

    return Computation


def _logged(selfdestruct: Any) -> Any:
    """Return the instruction with a log of the coins that it gives away."""

    def run(computation: Any) -> Any:
        source, values = computation.msg.storage_address, computation._stack.values
        amount_wei = computation.state.get_balance(source)
        target = _address_of(values[-1]) if values else None
        try:
            return selfdestruct(computation)
        except Halt:
            if amount_wei and target is not None:
                log_transfer(computation, source, target, amount_wei)
            raise

    return run


def _address_of(value: int | bytes) -> Address:
    """Return the address that a word of the stack names."""
    number = value if isinstance(value, int) else int.from_bytes(value, "big")
    return Address((number % 2**160).to_bytes(20, "big"))


def log_transfer(computation: Any, source: bytes, target: bytes, amount_wei: int) -> None:
    """Add a log as a token would leave it, were the coin one."""
    topics = [TRANSFER_TOPIC, int.from_bytes(source, "big"), int.from_bytes(target, "big")]
    number = computation.transaction_context.get_next_log_counter()
    data = amount_wei.to_bytes(32, "big")
    computation._log_entries.append((number, COIN_ADDRESS, topics, data))
