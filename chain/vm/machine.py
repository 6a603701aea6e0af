"""
The machine that runs code: one fork's instructions of py-evm, and this chain's native modules.

    Machine(PRAGUE, {module address: function of a computation})
        .run(world, message, context) -> py-evm's computation, finished
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from eth.exceptions import ContractCreationCollision, VMError
from eth.vm.forks.cancun.transaction_context import CancunTransactionContext

from chain.types.primitives import Address, Hash32
from chain.vm.computation import Native, build_computation_class, plain_opcodes
from chain.vm.fork import PRAGUE, Fork
from chain.vm.message import Message
from chain.vm.modexp import MODEXP_ADDRESS, modexp
from chain.vm.stepping import step
from chain.vm.translation.programs import Programs
from chain.vm.world import World

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
        self.computation_class = build_computation_class(
            fork,
            self.precompiles,
            self.native_contracts,
            _interpreter(Programs(plain_opcodes(fork)) if self.translates else None),
            limit_code_size,
        )

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


def is_vm_error(error: BaseException) -> bool:
    """Whether an exception is one that py-evm turns into a failed call, and nothing more."""
    return isinstance(error, VMError)
