"""
Native modules as precompiles: the one adapter between the kit and py-evm, with guards for all.

    CALL to a module's address --py-evm--> native_contract --dispatch--> the module's method
         |                                       |
      value moved, snapshot taken          MeteredHost: gas, static, logs of this call

Refused before any module runs: DELEGATECALL and CALLCODE, unknown selectors, undecodable
arguments, value to a method that takes none. A refusal reverts with the custom error's data;
out-of-gas and static writes are py-evm's own errors, so its snapshot undoes everything.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from eth.exceptions import Revert, WriteProtection

from chain.errors import Malformed
from chain.kit.abi import StringType, encode_sequence
from chain.kit.assembly import Assembly
from chain.kit.dispatch import GAS_PER_WORD, copy_gas, dispatch
from chain.kit.host import OUTPUT_BYTES_MAX, BlockInfo, CallInfo, CallOutcome, Provider
from chain.kit.module import DelegatecallRefused, InsufficientCoins, Module, methods_of
from chain.kit.outcalls import AddressTaken, Reentered, check_placeable
from chain.kit.record import Refusal, encode_refusal
from chain.params import (
    COLD_ACCOUNT_GAS,
    COLD_SLOT_GAS,
    LOG_BYTE_GAS,
    SLOT_RESET_GAS,
    SLOT_SET_GAS,
    WARM_ACCESS_GAS,
)
from chain.types.primitives import Address, Gas, Hash32, Height, Seconds, Wei
from chain.types.receipt import Log
from chain.vm.message_call import MessageCall, delegate_of, run_below
from chain.vm.world import BlockEnvironment, World

NativeContract = Callable[[Any], Any]  # computation -> computation, as py-evm calls precompiles
Wiring = Mapping[str, Mapping[str, Provider]]

LOG_GAS: Final = 375  # and as much again for each topic
MOVE_GAS: Final = 6_700  # a CALL's 9,000 with value, less the stipend it hands on
CREATE_GAS: Final = 32_000  # a contract placed (EIP-2)
CODE_BYTE_GAS: Final = 200  # of code placed
ANSWER_GAS: Final = GAS_PER_WORD * OUTPUT_BYTES_MAX // 32  # the longest answer, copied once
NEW_ACCOUNT_GAS: Final = 25_000  # a move that brings an account to life
WHY: Final = "native module"  # what an out-of-gas error says
ERROR_SELECTOR: Final = bytes.fromhex("08c379a0")  # Error(string)


class WorldHost:
    """A Host over the state of a block, unmetered: for the hooks around the transactions."""

    is_static = False

    def __init__(self, world: World, wires: Wiring) -> None:
        self.world, self.wires = world, wires
        self.block = _known_block.of(world.execution_context)

    def load(self, address: Address, slot: int) -> int:
        """Return the word at `slot`."""
        return self.world.get_storage(address, slot)

    def save(self, address: Address, slot: int, word: int) -> None:
        """Write the word at `slot`."""
        self.world.set_storage(address, slot, word)

    def load_many(self, address: Address, slots: Sequence[int]) -> list[int]:
        """Return the words at the slots."""
        return self.world.get_words(address, slots)

    def save_many(self, address: Address, words: Iterable[tuple[int, int]]) -> None:
        """Write (slot, word) pairs one after the other."""
        self.world.write_words(address, words)

    def log(self, address: Address, topics: list[int], data: bytes) -> None:
        """Emit a log outside of transactions; it stands in the block's system receipt."""
        hashes = tuple(Hash32(topic.to_bytes(32, "big")) for topic in topics)
        self.world.emit(Log(address, hashes, data))

    def balance_wei(self, address: Address) -> Wei:
        """Return the account's coins."""
        return Wei(self.world.get_balance(address))

    def transfer(self, source: Address, target: Address, amount_wei: Wei) -> None:
        """Move coins; raises InsufficientCoins."""
        self._need(source, amount_wei)
        self.world.transfer(source, target, amount_wei)

    def mint(self, target: Address, amount_wei: Wei) -> None:
        """Create coins."""
        self.world.mint(target, amount_wei)

    def burn(self, source: Address, amount_wei: Wei) -> None:
        """Destroy coins; raises InsufficientCoins."""
        self._need(source, amount_wei)
        self.world.burn(source, amount_wei)

    def supply_change(self) -> tuple[Wei, Wei]:
        """Return the wei minted and burned in this block so far."""
        return self.world.minted_wei, self.world.burned_wei

    def charge(self, gas: Gas) -> None:
        """Hooks pay no gas; their work is bounded by the caps of what they walk."""

    def snapshot(self) -> int:
        """Mark a point in the block's journal, logs included."""
        return self.world.snapshot()

    def revert(self, mark: int) -> None:
        """Undo everything since the mark."""
        self.world.revert(mark)

    def beacon(self) -> Hash32:
        """Return the block's randomness."""
        return self.world.execution_context.prev_randao

    @property
    def calling_out(self) -> frozenset[Address]:
        """No module waits for a contract outside of transactions."""
        return frozenset()

    def call_contract(
        self,
        source: Address,
        target: Address,
        data: bytes,
        gas: Gas,
        through: tuple[Address, ...] = (),
    ) -> CallOutcome:
        """Stop: around the transactions nobody has paid for a contract to run."""
        raise AssertionError(f"0x{source.hex()} called a contract outside of transactions")

    def place_code(self, address: Address, code: bytes) -> None:
        """Make a contract with the nonce of a new one (EIP-161); raises AddressTaken."""
        check_placeable(code)
        if self.world.has_code_or_nonce(address):
            raise AddressTaken(address)
        self.world.set_code(address, code)
        self.world.set_nonce(address, 1)

    def code_size(self, address: Address) -> int:
        """Return the size of the account's code, in bytes."""
        return len(self.world.get_code(address))

    def _need(self, source: Address, amount_wei: Wei) -> None:
        found = self.balance_wei(source)
        if found < amount_wei:
            raise InsufficientCoins(amount_wei, found)


class MeteredHost(WorldHost):
    """A Host inside a transaction: every access is paid for before it happens."""

    def __init__(self, computation: Any, wires: Wiring, is_static: bool) -> None:
        super().__init__(computation.state, wires)
        self.computation, self.is_static = computation, is_static
        self._consume = computation._gas_meter.consume_gas
        self._context = computation.transaction_context
        self._marks: list[tuple[int, int, int]] = []

    def charge(self, gas: Gas) -> None:
        """Take gas; raises py-evm's OutOfGas."""
        self._consume(gas, WHY)

    def load(self, address: Address, slot: int) -> int:
        """Return the word at `slot`, priced cold or warm (EIP-2929)."""
        word, was_warm = self.world.use_word(address, slot)
        self._consume(WARM_ACCESS_GAS if was_warm else COLD_SLOT_GAS, WHY)
        return word

    def save(self, address: Address, slot: int, word: int) -> None:
        """
        Write the word at `slot`, priced by what stood there (EIP-2200 without refunds).

        What it costs is known when it is written; the call that cannot pay is undone whole.
        """
        self._check_write(address)
        original, before, was_warm = self.world.write_word(address, slot, word)
        self._consume(_save_gas(original, before, word, was_warm), WHY)

    def load_many(self, address: Address, slots: Sequence[int]) -> list[int]:
        """Return the words at the slots, priced as one by one and paid for at once."""
        words, cold = self.world.use_words(address, slots)
        warm = len(words) - cold
        self._consume(cold * COLD_SLOT_GAS + warm * WARM_ACCESS_GAS, WHY)
        return words

    def save_many(self, address: Address, words: Iterable[tuple[int, int]]) -> None:
        """
        Write (slot, word) pairs, priced as one by one and paid for at once.

        What they cost is known when they are written; the call that cannot pay is undone whole.
        """
        self._check_write(address)
        cold, made, changed, others = self.world.write_words(address, words)
        gas = cold * COLD_SLOT_GAS + made * SLOT_SET_GAS
        self._consume(gas + changed * SLOT_RESET_GAS + others * WARM_ACCESS_GAS, WHY)

    def log(self, address: Address, topics: list[int], data: bytes) -> None:
        """Emit a log of this transaction."""
        self._check_write(address)
        self._consume(LOG_GAS * (1 + len(topics)) + LOG_BYTE_GAS * len(data), WHY)
        self.computation.add_log_entry(address, topics, data)

    def balance_wei(self, address: Address) -> Wei:
        """Return the account's coins, priced cold or warm."""
        self._consume(self._access_gas(address), WHY)
        return super().balance_wei(address)

    def transfer(self, source: Address, target: Address, amount_wei: Wei) -> None:
        """Move coins; a target that did not exist costs more."""
        self._check_write(source)
        gas = MOVE_GAS + self._access_gas(target) + self._access_gas(source)
        if self.world.account_is_empty(target):
            gas += NEW_ACCOUNT_GAS
        self._consume(gas, WHY)
        found_wei = self.world.get_balance(source)
        if found_wei < amount_wei:
            raise InsufficientCoins(amount_wei, Wei(found_wei))
        self.world.transfer(source, target, amount_wei)

    def mint(self, target: Address, amount_wei: Wei) -> None:
        """Create coins."""
        self._check_write()
        self.charge(Gas(MOVE_GAS))
        super().mint(target, amount_wei)

    def burn(self, source: Address, amount_wei: Wei) -> None:
        """Destroy coins."""
        self._check_write(source)
        self.charge(Gas(MOVE_GAS))
        super().burn(source, amount_wei)

    def snapshot(self) -> int:
        """Mark a point in the journal, in this call's logs and in the calls below it."""
        logs, children = self.computation._log_entries, self.computation.children
        self._marks.append((self.world.snapshot(), len(logs), len(children)))
        return len(self._marks) - 1

    def revert(self, mark: int) -> None:
        """Undo everything since the mark; the gas spent stays spent."""
        checkpoint, logs, children = self._marks[mark]
        del self._marks[mark:]
        self.world.revert(checkpoint)
        del self.computation._log_entries[logs:]
        del self.computation.children[children:]  # their logs, refunds and deletions with them

    @property
    def calling_out(self) -> frozenset[Address]:
        """Return the modules that wait for a contract further up in this transaction."""
        waiting: frozenset[Address] = self.computation.transaction_context.calling_out
        return waiting

    def call_contract(
        self,
        source: Address,
        target: Address,
        data: bytes,
        gas: Gas,
        through: tuple[Address, ...] = (),
    ) -> CallOutcome:
        """Run the contract as a message below this one; paid ahead, what is left comes back."""
        self._check_write(source)
        self.charge(Gas(copy_gas(data) + ANSWER_GAS))
        self._touch(target)
        delegate = delegate_of(self.world, target)
        if delegate is not None:
            self._touch(delegate)
        return run_below(
            self.computation, MessageCall(source, target, delegate, data, gas), through
        )

    def place_code(self, address: Address, code: bytes) -> None:
        """Make a contract, at the price of a creation that runs no code."""
        self._check_write()
        self.charge(Gas(CREATE_GAS + CODE_BYTE_GAS * len(code)))
        super().place_code(address, code)
        self.world.mark_address_warm(address)
        self.computation.contracts_created.append(address)  # as CREATE does (EIP-6780)

    def code_size(self, address: Address) -> int:
        """Return the size of the account's code, priced cold or warm."""
        self._touch(address)
        return super().code_size(address)

    def _touch(self, address: Address) -> None:
        self._consume(self._access_gas(address), WHY)

    def _access_gas(self, address: Address) -> int:
        """Return what using an account costs; from now on it is warm."""
        return WARM_ACCESS_GAS if self.world.warm_address(address) else COLD_ACCOUNT_GAS

    def _check_write(self, changed: Address | None = None) -> None:
        if self.is_static:
            raise WriteProtection("a native module cannot write in a static call")
        if changed is not None and changed in self._context.calling_out:
            raise Reentered()


def _save_gas(original: int, before: int, word: int, was_warm: bool) -> int:
    """Return what a write costs (EIP-2200 without refunds, EIP-2929)."""
    gas = 0 if was_warm else COLD_SLOT_GAS
    if word == before or before != original:
        return gas + WARM_ACCESS_GAS
    return gas + (SLOT_SET_GAS if original == 0 else SLOT_RESET_GAS)


def block_info(environment: BlockEnvironment) -> BlockInfo:
    """Return what modules know of a block."""
    return BlockInfo(
        Height(environment.height),
        Seconds(environment.timestamp_s),
        environment.chain_id,
        environment.coinbase,
        environment.last_commit,
        environment.misbehaviour,
        environment.reveal,
        environment.first_proposer,
    )


class _KnownBlock:
    """The block that was asked for last, and what modules know of it; a pair, for all threads."""

    def __init__(self) -> None:
        self._last: tuple[BlockEnvironment | None, BlockInfo | None] = (None, None)

    def of(self, environment: BlockEnvironment) -> BlockInfo:
        """Return what modules know of a block."""
        known, info = self._last
        if info is None or known is not environment:
            info = block_info(environment)
            self._last = (environment, info)
        return info


_known_block: Final = _KnownBlock()


def native_contracts(assembly: Assembly) -> dict[Address, NativeContract]:
    """Return every module as a precompile, by address."""
    return {module.address: native_contract(module, assembly.wires) for module in assembly.modules}


def native_contract(module: type[Module], wires: Wiring) -> NativeContract:
    """Return one module as a function of a py-evm computation."""

    methods = methods_of(module)

    def run(computation: Any) -> Any:
        message = computation.msg
        try:
            if message.storage_address != module.address:
                raise DelegatecallRefused()
            data = bytes(message.data)
            method = methods.get(data[:4])
            is_static = message.is_static or (method is not None and method.is_view)
            host = MeteredHost(computation, wires, is_static)
            caller = CallInfo(message.sender, Wei(message.value))
            computation.output = dispatch(module, host, caller, data)
        except Refusal as refusal:
            computation.output = encode_refusal(refusal)
            raise Revert(computation.output) from refusal
        except Malformed as cause:
            computation.output = ERROR_SELECTOR + encode_sequence([StringType()], [str(cause)])
            raise Revert(computation.output) from cause
        return computation

    return run
