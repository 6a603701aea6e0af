"""
The machine that runs code: one fork's instructions of py-evm, and this chain's native modules.

    Machine(PRAGUE, {module address: function of a computation})
        .run(world, message, context) -> py-evm's computation, finished
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from eth.exceptions import ContractCreationCollision, ReservedBytesInCode, VMError
from eth.vm.forks.cancun.transaction_context import CancunTransactionContext
from eth.vm.message import Message

from chain.types.primitives import Address, Hash32
from chain.vm.fork import PRAGUE, Fork
from chain.vm.modexp import MODEXP_ADDRESS, modexp
from chain.vm.pace import estimate_ms
from chain.vm.stepping import step
from chain.vm.translation.programs import Programs
from chain.vm.world import World

Native = Callable[[Any], Any]
NO_NATIVE: Final[Mapping[Address, Native]] = MappingProxyType({})
# Stack that a thread needs to run a call chain 1,024 frames deep: 512 MiB of address space,
# touched only as deep as calls go. Give it to threading.stack_size() before starting the thread.
EXECUTION_STACK_BYTES: Final = 512 * 2**20


class TransactionContext(CancunTransactionContext):
    """What the instructions read of the transaction, and which modules wait for a contract."""

    calling_out: frozenset[Address] = frozenset()


class Machine:
    """
    A fork and the native modules in it; frozen after construction and shared by all threads.

    A native module is called at its address like a precompile, and is warm like one (EIP-2929):
    that is the same rule for every node and spares callers a surcharge for what is no lookup.
    Its account still holds code, so EXTCODESIZE and Solidity's checks see a contract. An EOA that
    delegates to a module (EIP-7702) runs that code, the invalid instruction, and fails: only
    a plain or static call reaches the module under its own storage.
    """

    def __init__(
        self,
        fork: Fork = PRAGUE,
        native_contracts: Mapping[Address, Native] = NO_NATIVE,
        *,
        limit_code_size: bool = True,
        translates: bool = True,
    ) -> None:
        self.fork = fork
        self.translates = translates and fork.translates
        self.native_contracts = dict(native_contracts)
        self.limit_code_size = limit_code_size  # off on a development chain (EIP-170, EIP-3860)
        precompiles = dict(fork.computation_class.get_precompiles())
        if fork.repairs_modexp:
            precompiles[MODEXP_ADDRESS] = modexp
        clash = sorted(set(precompiles) & set(self.native_contracts))
        assert not clash, f"native modules at addresses of precompiles: {clash}"
        self.precompiles: Mapping[Address, Native] = {**precompiles, **self.native_contracts}
        self.always_warm = self.precompiles  # whose use costs nothing extra (EIP-2929)
        self.computation_class = _build_computation_class(self)

    def run(self, world: World, message: Message, context: TransactionContext) -> Any:
        """Run a message to its end; a creation that meets a contract fails as a collision."""
        if not message.is_create:
            return self.computation_class.apply_message(world, message, context)
        if world.has_code_or_nonce(message.storage_address):
            computation = self.computation_class(world, message, context)
            computation.error = ContractCreationCollision("contract address collision")
            return computation
        world.delete_storage(message.storage_address)
        return self.computation_class.apply_create_message(world, message, context)

    def make_context(
        self, gas_price_wei: int, origin: Address, blob_versioned_hashes: tuple[Hash32, ...] = ()
    ) -> TransactionContext:
        """Return what the instructions read of the transaction."""
        return TransactionContext(gas_price_wei, origin, blob_versioned_hashes)


def _plain_opcodes(fork: Fork) -> dict[int, Any]:
    """The fork's instructions without py-evm's wrappers that warn of a deprecation on each use."""
    opcodes = {}
    for value, opcode in fork.computation_class.opcodes.items():
        while hasattr(opcode, "__wrapped__"):
            opcode = opcode.__wrapped__
        opcodes[value] = opcode
    return opcodes


def _build_computation_class(machine: Machine) -> type[Any]:
    """Derive the one class of py-evm that this machine runs."""
    base = machine.fork.computation_class
    native_contracts = machine.native_contracts
    plain_opcodes = _plain_opcodes(machine.fork)
    programs = Programs(plain_opcodes) if machine.translates else None

    class Computation(base):  # type: ignore[valid-type,misc]
        """py-evm's computation with this chain's modules and a plain instruction loop."""

        opcodes = plain_opcodes
        _precompiles = machine.precompiles
        interpret = staticmethod(_interpreter(programs))  # a tracer puts its own in this place

        @classmethod
        def apply_computation(
            cls, state: World, message: Message, context: Any, parent_computation: Any = None
        ) -> Any:
            with cls(state, message, context) as computation:
                # Who may SELFDESTRUCT for good (EIP-6780): one list for the whole transaction.
                # py-evm starts it anew wherever the sender is the origin, which under EIP-7702
                # is not only the outermost call; the outermost is the one without a parent.
                if parent_computation is None:
                    computation.contracts_created = []
                else:
                    computation.contracts_created = parent_computation.contracts_created
                if message.is_create:
                    computation.contracts_created.append(message.storage_address)
                code_address = message.code_address
                function = computation.precompiles.get(code_address)
                if function is not None:
                    if not message.is_delegation:
                        if state.watch is not None:
                            state.watch(estimate_ms(computation))
                        function(computation)
                        return computation
                    if code_address not in native_contracts:
                        return computation
                cls.interpret(computation, cls.opcodes)
            return computation

    if not machine.limit_code_size:
        Computation.validate_create_message = classmethod(lambda cls, message: None)
        Computation.validate_contract_code = classmethod(_refuse_reserved_byte)
    Computation.__name__ = Computation.__qualname__ = f"{machine.fork.name}Computation"
    return Computation


def _interpreter(programs: Programs | None) -> Callable[[Any, dict[int, Any]], None]:
    """Return what runs code: translated, where it runs more than once, or one by one."""
    if programs is None:
        return step

    def interpret(computation: Any, opcodes: dict[int, Any]) -> None:
        if computation.msg.is_create:
            step(computation, opcodes)
        else:
            programs.run(computation)

    return interpret


def _refuse_reserved_byte(cls: type[Any], contract_code: bytes) -> None:
    """EIP-3541 alone, without the size limit of EIP-170."""
    if contract_code[:1] == b"\xef":
        raise ReservedBytesInCode("contract code begins with 0xef")


def is_vm_error(error: BaseException) -> bool:
    """Whether an exception is one that py-evm turns into a failed call, and nothing more."""
    return isinstance(error, VMError)
