"""
py-evm's computation without what makes it slow: built in one step, its parts made when asked for.

    Message --apply_message--> value moved, account touched --> precompile, module, or code
                                     '--- an error undoes it all, here and in the world

Instructions, precompiles and modules see the attributes that they know. Translated code needs no
stack object, no code stream and no memory object; only py-evm's own instructions do.
"""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from eth.constants import STACK_DEPTH_LIMIT
from eth.exceptions import InsufficientFunds, ReservedBytesInCode, StackDepthLimit, VMError
from eth.vm.code_stream import CodeStream
from eth.vm.forks.shanghai.computation import ShanghaiComputation
from eth.vm.stack import Stack

from chain.types.primitives import Address
from chain.vm.fork import Fork
from chain.vm.message import Message
from chain.vm.meter import GasMeter
from chain.vm.pace import estimate_ms
from chain.vm.world import World

Native = Callable[[Any], Any]
Interpret = Callable[[Any, dict[int, Any]], None]


class WordStack(Stack):
    """py-evm's stack over a list of words that translated code works on."""

    __slots__ = ()

    def __init__(self, values: list[Any]) -> None:
        self.values = values
        self._append, self._pop, self.__len__ = values.append, values.pop, values.__len__


class Memory:
    """The memory of a message, as py-evm's instructions use it."""

    __slots__ = ("_bytes",)

    def __init__(self) -> None:
        self._bytes = bytearray()

    def __len__(self) -> int:
        return len(self._bytes)

    def extend(self, start: int, size: int) -> None:
        """Reach so far, in whole words; what is new is zero."""
        missing = (start + size + 31 & -32) - len(self._bytes)
        if size and missing > 0:
            self._bytes.extend(bytes(missing))

    def write(self, start: int, size: int, value: bytes) -> None:
        """Write bytes to a range that is there."""
        if size:
            self._bytes[start : start + size] = value

    def read(self, start: int, size: int) -> bytes:
        """Return the bytes of a range."""
        return bytes(self._bytes[start : start + size])

    read_bytes = read

    def copy(self, target: int, source: int, size: int) -> None:
        """Copy a range that may overlap with its target."""
        if size:
            self._bytes[target : target + size] = self._bytes[source : source + size]


class Light:
    """What takes the place of py-evm's own: to be put before one of its computation classes."""

    # A machine's own, set when its class is built; a tracer puts its own `interpret` in this place.
    opcodes: dict[int, Any]
    _precompiles: Mapping[Address, Native]
    native_contracts: Mapping[Address, Native]
    interpret: Interpret
    sets_code: bool  # EIP-7702
    warms_proposer: bool  # EIP-3651
    contracts_created: list[Address]
    _error: VMError | None
    data_floor_cost = 0

    def __init__(self, state: World, message: Any, transaction_context: Any) -> None:
        self.state, self.msg, self.transaction_context = state, message, transaction_context
        self._gas_meter = self._configure_gas_meter()
        self.children: list[Any] = []
        self.accounts_to_delete: list[Address] = []
        self.beneficiaries: list[Address] = []
        self._log_entries: list[Any] = []
        self.words: list[Any] = []
        self._memory = Memory()
        if self.warms_proposer and message.depth == 0:
            state.mark_address_warm(state.coinbase)

    def _configure_gas_meter(self) -> GasMeter:
        return GasMeter(self.msg.gas)

    @cached_property
    def code(self) -> CodeStream:
        """Return the code as py-evm's instructions read it."""
        return CodeStream(self.msg.code)

    @cached_property
    def _stack(self) -> WordStack:
        return WordStack(self.words)

    def prepare_child_message(
        self, gas: int, to: Address, value: int, data: bytes, code: bytes, **more: Any
    ) -> Message:
        """Return the message of a call or creation below."""
        above = self.msg
        more.setdefault("sender", above.storage_address)
        return Message(
            gas=gas, to=to, value=value, data=data, code=code, depth=above.depth + 1, **more
        )

    @classmethod
    def apply_message(
        cls, state: World, message: Any, context: Any, parent_computation: Any = None
    ) -> Any:
        """Move the value and run; a message that fails is undone in the world."""
        mark = state.snapshot()
        if message.depth > STACK_DEPTH_LIMIT:
            raise StackDepthLimit("Stack depth limit reached")
        target, value = message.storage_address, message.value
        if value and message.should_transfer_value:
            have = state.get_balance(message.sender)
            if have < value:
                raise InsufficientFunds(f"Insufficient funds: {have} < {value}")
            state.delta_balance(message.sender, -value)
            state.delta_balance(target, value)
        state.touch_account(target)
        computation = cls.apply_computation(state, message, context, parent_computation)
        if computation._error is not None:
            state.revert(mark)
        return computation

    @classmethod
    def apply_computation(
        cls, state: World, message: Any, context: Any, parent_computation: Any = None
    ) -> Any:
        """Run a precompile, a module or code, and keep the error that it came to."""
        computation = cls(state, message, context)
        # Who may SELFDESTRUCT for good (EIP-6780): one list for the whole transaction.
        # py-evm starts it anew wherever the sender is the origin, which under EIP-7702
        # is not only the outermost call; the outermost is the one without a parent.
        if parent_computation is None:
            computation.contracts_created = []
        else:
            computation.contracts_created = parent_computation.contracts_created
        if message.is_create:
            computation.contracts_created.append(message.storage_address)
        try:
            function = cls._precompiles.get(message.code_address)
            if function is None:
                cls.interpret(computation, cls.opcodes)
            elif not message.is_delegation:
                if state.watch is not None:
                    state.watch(estimate_ms(computation))
                function(computation)
            elif message.code_address in cls.native_contracts:
                cls.interpret(computation, cls.opcodes)
        except VMError as error:
            computation.fail(error)
        return computation

    def add_log_entry(self, account: Address, topics: Any, data: bytes) -> None:
        """Emit a log."""
        number = self.transaction_context.get_next_log_counter()
        self._log_entries.append((number, account, topics, data))

    def fail(self, error: VMError) -> None:
        """End with an error of the machine, which takes the gas that is left but for REVERT."""
        self._error = error
        if error.burns_gas:
            self._gas_meter.gas_remaining = 0
        if error.erases_return_data:
            self.return_data = b""


def build_computation_class(
    fork: Fork,
    precompiles: Mapping[Address, Native],
    native_contracts: Mapping[Address, Native],
    interpret: Interpret,
    limit_code_size: bool,
) -> type[Any]:
    """Derive the one class of py-evm that a machine runs; modules are precompiles, too."""
    base = fork.computation_class
    parts: dict[str, Any] = {
        "opcodes": plain_opcodes(fork),
        "_precompiles": precompiles,
        "native_contracts": native_contracts,
        "interpret": staticmethod(interpret),
        "sets_code": fork.sets_code,
        "warms_proposer": issubclass(base, ShanghaiComputation),
    }
    if not limit_code_size:
        parts["validate_create_message"] = classmethod(lambda cls, message: None)
        parts["validate_contract_code"] = classmethod(_refuse_reserved_byte)
    return type(f"{fork.name}Computation", (Light, base), parts)


class Harvest(NamedTuple):
    """What a message and all below it leave behind where it ends well; of failed ones nothing."""

    refund: int  # gas
    logs: list[tuple[int, Address, Any, bytes]]  # number, account, topics, data: in their order
    deleted: list[Address]  # sorted


def harvest(computation: Any) -> Harvest:
    """Gather what a finished message leaves, from all that ended well."""
    if computation._error is not None:
        return Harvest(computation.msg.refund, [], [])
    refund, logs, deleted = 0, [], set()
    waiting = [computation]
    while waiting:
        found = waiting.pop()
        if found._error is not None:
            refund += found.msg.refund
            continue
        refund += found.msg.refund + found._gas_meter.gas_refunded
        logs += found._log_entries
        deleted.update(found.accounts_to_delete)
        waiting += found.children
    if computation.children:
        logs.sort()
    return Harvest(refund, logs, sorted(deleted))


def plain_opcodes(fork: Fork) -> dict[int, Any]:
    """The fork's instructions without py-evm's wrappers that warn of a deprecation on each use."""
    opcodes = {}
    for value, opcode in fork.computation_class.opcodes.items():
        while hasattr(opcode, "__wrapped__"):
            opcode = opcode.__wrapped__
        opcodes[value] = opcode
    return opcodes


def _refuse_reserved_byte(cls: type[Any], contract_code: bytes) -> None:
    """EIP-3541 alone, without the size limit of EIP-170."""
    if contract_code[:1] == b"\xef":
        raise ReservedBytesInCode("contract code begins with 0xef")
