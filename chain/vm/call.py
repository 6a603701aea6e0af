"""
Calls that change nothing: eth_call, eth_estimateGas, eth_createAccessList.

    CallMessage + StateReader + BlockEnvironment --> a throw-away World --> CallResult

Other block values are given by dataclasses.replace(environment, ...). The rules are geth's
(internal/ethapi, eth/gasestimator): no nonce and no EOA check, and a gas price of zero also makes
the base fee zero, so that a call needs no coins but its value.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from chain import params
from chain.codec import encode_transaction, keccak256
from chain.errors import FloorGasTooLow, FundsInsufficient, IntrinsicGasTooLow, Invalid
from chain.types.primitives import (
    EMPTY_CODE_HASH,
    ZERO_ADDRESS,
    ZERO_HASH,
    Address,
    Gas,
    Nonce,
    Wei,
)
from chain.types.receipt import Log
from chain.types.state import StateReader
from chain.types.transaction import (
    AccessEntry,
    Authorization,
    CheckedTransaction,
    Transaction,
    TransactionType,
)
from chain.validation import AdmissionRules, check_transaction, format_address
from chain.vm.errors import EXECUTION_REVERTED, describe_revert
from chain.vm.frames import Traced, Tracer
from chain.vm.machine import Machine
from chain.vm.slots import Written
from chain.vm.tracing import trace_transaction
from chain.vm.transaction import (
    Leniency,
    apply_transaction,
    compute_contract_address,
)
from chain.vm.world import BlockEnvironment, Watch, World

CALL_GAS_MAX: Final = Gas(50_000_000)  # 50 million gas, geth's --rpc.gascap
CALL_STIPEND_GAS: Final = 2_300  # gas that a call with value gets for free
ESTIMATE_ERROR_BPS: Final = 150  # an estimate is at most 1.5 % too high (geth)
# Every block moves what native modules hold: what was one word to overwrite when the call was tried
# may be some to write anew when it is executed. What is not used is given back.
MODULE_HEADROOM_PERCENT: Final = 25
MODULE_HEADROOM_GAS: Final = 66_300  # three cold words from zero (EIP-2929, EIP-2200)
ACCESS_LIST_ROUNDS_MAX: Final = 8  # tries until the list changes no more
_WHOLE_BPS: Final = 10_000
_LENIENT: Final = Leniency(skip_nonce=True, skip_sender_code=True, skip_block_gas=True)


@dataclass(frozen=True, slots=True)
class CallMessage:
    """What a caller wants run; prices of 0 make it free."""

    sender: Address = ZERO_ADDRESS
    to: Address | None = None  # None creates a contract
    data: bytes = b""
    value_wei: Wei = Wei(0)
    gas_limit: Gas | None = None  # None: as much as the cap allows
    max_fee_per_gas_wei: Wei = Wei(0)
    max_priority_fee_per_gas_wei: Wei = Wei(0)
    nonce: Nonce | None = None  # of the contract to create; None: the account's next
    access_list: tuple[AccessEntry, ...] = ()
    authorizations: tuple[Authorization, ...] = ()


@dataclass(frozen=True, slots=True)
class AccountOverride:
    """Values an account has in this call only; None leaves the state's."""

    nonce: Nonce | None = None
    balance_wei: Wei | None = None
    code: bytes | None = None
    state: Mapping[int, int] | None = None  # the whole storage
    state_diff: Mapping[int, int] | None = None  # single slots of it
    move_precompile_to: Address | None = None  # where the precompile at this address answers


@dataclass(frozen=True, slots=True)
class CallResult:
    """What a call gave; `output` is revert data when `is_revert`."""

    output: bytes
    gas_used: Gas
    gas_refunded: Gas
    error: str | None  # in geth's words, with the reason of a revert
    is_revert: bool
    logs: tuple[Log, ...]
    contract_address: Address | None


class ExecutionFailed(Invalid):
    """A call that was to be estimated fails whatever gas it gets; JSON-RPC error 3 if reverted."""

    def __init__(self, message: str, output: bytes = b"", is_revert: bool = False) -> None:
        self.output, self.is_revert = output, is_revert
        super().__init__(message)


def call(
    reader: StateReader,
    message: CallMessage,
    environment: BlockEnvironment,
    machine: Machine,
    *,
    gas_cap: Gas = CALL_GAS_MAX,
    overrides: Mapping[Address, AccountOverride] | None = None,
    watch: Watch | None = None,
) -> CallResult:
    """
    Run a message on top of a state and forget what it wrote (eth_call).

    `watch` is called now and then while code runs; what it raises ends the call.

    Raises:
        TransactionInvalid: it cannot even start: too little gas or coins.
    """
    world = World(reader)
    world.watch = watch
    apply_overrides(world, overrides or {})
    return call_in_world(world, message, environment, machine, gas_cap=gas_cap)


def call_in_world(
    world: World,
    message: CallMessage,
    environment: BlockEnvironment,
    machine: Machine,
    *,
    gas_cap: Gas = CALL_GAS_MAX,
) -> CallResult:
    """Run a message in a world that may hold more; what it wrote stays there (eth_simulateV1)."""
    checked, environment = _prepare(world, message, environment, machine, gas_cap)
    outcome = apply_transaction(world, checked, environment, machine, _LENIENT)
    is_revert = outcome.error == EXECUTION_REVERTED
    return CallResult(
        output=outcome.output,
        gas_used=outcome.gas_used,
        gas_refunded=outcome.gas_refunded,
        error=describe_revert(outcome.output) if is_revert else outcome.error,
        is_revert=is_revert,
        logs=outcome.logs,
        contract_address=outcome.contract_address,
    )


def trace_call(
    world: World,
    message: CallMessage,
    environment: BlockEnvironment,
    machine: Machine,
    tracer: Tracer,
    *,
    gas_cap: Gas = CALL_GAS_MAX,
) -> Traced:
    """Run a message as call_in_world does, and tell a tracer (debug_traceCall)."""
    checked, environment = _prepare(world, message, environment, machine, gas_cap)
    return trace_transaction(world, checked, environment, machine, tracer, _LENIENT)


def _prepare(
    world: World,
    message: CallMessage,
    environment: BlockEnvironment,
    machine: Machine,
    gas_cap: Gas,
) -> tuple[CheckedTransaction, BlockEnvironment]:
    """Return the transaction that a message is run as, in a block whose gas it can pay."""
    if message.max_fee_per_gas_wei == 0:
        environment = replace(environment, base_fee_per_gas_wei=Wei(0))
    gas_limit = gas_cap if message.gas_limit is None else min(message.gas_limit, gas_cap)
    checked = _make_transaction(world, message, Gas(gas_limit), environment, machine)
    return checked, environment


def _make_transaction(
    world: World,
    message: CallMessage,
    gas_limit: Gas,
    environment: BlockEnvironment,
    machine: Machine,
) -> CheckedTransaction:
    """Dress a message as a transaction whose sender is taken for granted."""
    nonce = world.get_nonce(message.sender) if message.nonce is None else message.nonce
    kind = TransactionType.SET_CODE if message.authorizations else TransactionType.DYNAMIC_FEE
    transaction = unsigned(message, kind, environment.chain_id, Nonce(nonce), gas_limit)
    rules = AdmissionRules(limit_initcode=machine.limit_code_size, schedule=machine.fork.schedule)
    return check_transaction(transaction, environment.chain_id, sender=message.sender, rules=rules)


def unsigned(
    message: CallMessage, kind: TransactionType, chain_id: int, nonce: Nonce, gas_limit: Gas
) -> Transaction:
    """Return a message as a transaction without a signature, which is not encoded either."""
    return Transaction(
        type=kind,
        chain_id=chain_id,
        nonce=nonce,
        max_priority_fee_per_gas_wei=message.max_priority_fee_per_gas_wei,
        max_fee_per_gas_wei=message.max_fee_per_gas_wei,
        gas_limit=gas_limit,
        to=message.to,
        value_wei=message.value_wei,
        data=message.data,
        y_parity=0,
        r=0,
        s=0,
        raw=b"",
        hash=ZERO_HASH,
        access_list=message.access_list,
        authorizations=message.authorizations,
    )


def encoded(transaction: Transaction) -> Transaction:
    """Return a transaction with its bytes and their hash, as if its signature were zeros."""
    raw = encode_transaction(transaction)
    return replace(transaction, raw=raw, hash=keccak256(raw))


def apply_overrides(world: World, overrides: Mapping[Address, AccountOverride]) -> None:
    """
    Write the values that hold for this call only.

    Raises:
        Invalid: an account gives both its whole storage and a part of it.
    """
    for address, override in overrides.items():
        if override.state is not None and override.state_diff is not None:
            raise Invalid(f"account {format_address(address)} has both 'state' and 'stateDiff'")
        if override.nonce is not None:
            world.set_nonce(address, override.nonce)
        if override.code is not None:
            world.set_code(address, override.code)
        if override.balance_wei is not None:
            world.set_balance(address, override.balance_wei)
        if override.state is not None:
            world.account_state(address)
            world.delete_storage(address)
        for slot, value in (override.state or override.state_diff or {}).items():
            world.set_storage(address, slot, value)


# eth_estimateGas.


def estimate_gas(
    reader: StateReader,
    message: CallMessage,
    environment: BlockEnvironment,
    machine: Machine,
    *,
    gas_cap: Gas = CALL_GAS_MAX,
    overrides: Mapping[Address, AccountOverride] | None = None,
    watch: Watch | None = None,
) -> Gas:
    """
    Least gas limit, to 1.5 %, with which the message succeeds (geth's eth/gasestimator).

    A message that reaches native modules gets headroom upon that.

    Raises:
        ExecutionFailed: it fails at the highest limit too; carries the revert data.
        TransactionInvalid: the sender lacks coins or the message is no valid transaction.
    """
    world = World(reader)
    world.watch = watch
    apply_overrides(world, overrides or {})
    trial = _Trial(world, message, environment, machine, gas_cap)
    high = trial.highest_limit()
    if trial.is_plain_transfer() and high >= params.TRANSACTION_BASE_GAS:
        result = trial.run(params.TRANSACTION_BASE_GAS)
        if result is not None and result.error is None:
            return params.TRANSACTION_BASE_GAS
    result = trial.run(high)
    if result is None or result.error is not None:
        raise _explain_failure(result, high)
    found = trial.search(result, high)
    return trial.with_headroom(found, high) if trial.met_modules else found


def _explain_failure(result: CallResult | None, high: int) -> ExecutionFailed:
    """Tell a revert and an error of the code from a limit that is too low."""
    if result is None or result.error == "out of gas" or result.error is None:
        return ExecutionFailed(f"gas required exceeds allowance ({high})")
    return ExecutionFailed(result.error, result.output, result.is_revert)


class _Trial:
    """One message, run again and again with other gas limits; nothing it writes stays."""

    def __init__(
        self,
        world: World,
        message: CallMessage,
        environment: BlockEnvironment,
        machine: Machine,
        gas_cap: Gas,
    ) -> None:
        self.world, self.message, self.environment = world, message, environment
        self.machine, self.gas_cap = machine, gas_cap
        self.met_modules = False  # in any run so far

    def highest_limit(self) -> int:
        """Bound by the message, the block, the sender's coins and the node's cap."""
        message = self.message
        high: int = self.environment.gas_limit
        if message.gas_limit is not None and message.gas_limit >= params.TRANSACTION_BASE_GAS:
            high = message.gas_limit
        if message.max_fee_per_gas_wei:
            balance_wei = self.world.get_balance(message.sender)
            if message.value_wei > balance_wei:
                raise FundsInsufficient(
                    f"address {format_address(message.sender)} have {balance_wei} "
                    f"want {message.value_wei}"
                )
            high = min(high, (balance_wei - message.value_wei) // message.max_fee_per_gas_wei)
        return min(high, self.gas_cap)

    def is_plain_transfer(self) -> bool:
        """Whether 21,000 gas may well be all it takes."""
        message = self.message
        if message.to is None or message.data or message.access_list or message.authorizations:
            return False
        return (
            self.world.get_code_hash(message.to) == EMPTY_CODE_HASH
            and message.to not in self.machine.precompiles
        )

    def run(self, gas_limit: int) -> CallResult | None:
        """Run with a limit; None where it does not even pay for the message's own bytes."""
        checkpoint = self.world.snapshot()
        message = replace(self.message, gas_limit=Gas(gas_limit))
        try:
            return call_in_world(
                self.world, message, self.environment, self.machine, gas_cap=self.gas_cap
            )
        except (IntrinsicGasTooLow, FloorGasTooLow):
            return None
        finally:
            natives = self.machine.native_contracts
            self.met_modules |= any(account in natives for account in self.world.warm_accounts())
            self.world.revert(checkpoint)

    def with_headroom(self, found: Gas, high: int) -> Gas:
        """Return a limit with room for what modules may hold by the time of execution."""
        headroom = found * MODULE_HEADROOM_PERCENT // 100 + MODULE_HEADROOM_GAS
        return Gas(min(found + headroom, high))

    def search(self, result: CallResult, high: int) -> Gas:
        """Halve the distance between a limit that fails and one that does not."""
        low = result.gas_used - 1
        # Refunds come after the run and 1/64 stays with each caller: aim above both first.
        spent = result.gas_used + result.gas_refunded + CALL_STIPEND_GAS
        guess = spent * 64 // 63
        if guess < high:
            if self._fails(guess):
                low = guess
            else:
                high = guess
        while low + 1 < high:
            if (high - low) * _WHOLE_BPS < ESTIMATE_ERROR_BPS * high:
                break
            # Most calls need little more than they use: stay near the low end.
            middle = min((high + low) // 2, low * 2)
            if self._fails(middle):
                low = middle
            else:
                high = middle
        return Gas(high)

    def _fails(self, gas_limit: int) -> bool:
        result = self.run(gas_limit)
        return result is None or result.error is not None


# eth_createAccessList.


class _RecordingWorld(World):
    """A world that remembers which accounts and slots the instructions asked for."""

    __slots__ = ("asked_addresses", "asked_slots")

    def __init__(self, reader: StateReader) -> None:
        super().__init__(reader)
        self.asked_addresses: set[Address] = set()
        self.asked_slots: set[tuple[Address, int]] = set()

    def is_address_warm(self, address: Address) -> bool:
        self.asked_addresses.add(address)
        return super().is_address_warm(address)

    def is_storage_warm(self, address: Address, slot: int) -> bool:
        self.asked_slots.add((address, slot))
        return super().is_storage_warm(address, slot)

    def warm_address(self, address: Address) -> bool:
        self.asked_addresses.add(address)
        return super().warm_address(address)

    def use_word(self, address: Address, slot: int) -> tuple[int, bool]:
        self.asked_slots.add((address, slot))
        return super().use_word(address, slot)

    def use_words(self, address: Address, slots: Iterable[int]) -> tuple[list[int], int]:
        asked = list(slots)
        self.asked_slots.update((address, slot) for slot in asked)
        return super().use_words(address, asked)

    def write_words(self, address: Address, words: Iterable[tuple[int, int]]) -> Written:
        asked = list(words)
        self.asked_slots.update((address, slot) for slot, _ in asked)
        return super().write_words(address, asked)


def create_access_list(
    reader: StateReader,
    message: CallMessage,
    environment: BlockEnvironment,
    machine: Machine,
    *,
    gas_cap: Gas = CALL_GAS_MAX,
    overrides: Mapping[Address, AccountOverride] | None = None,
    watch: Watch | None = None,
) -> tuple[tuple[AccessEntry, ...], CallResult]:
    """
    Return the access list that a message would profit from, and its result with that list.

    Sender, recipient and precompiles are warm anyway and appear only with slots. The list can
    change what the code does (through GASLEFT), so it is tried until it changes no more.
    """
    access_list = message.access_list
    for _ in range(ACCESS_LIST_ROUNDS_MAX):
        world = _RecordingWorld(reader)
        world.watch = watch
        apply_overrides(world, overrides or {})
        nonce = world.get_nonce(message.sender) if message.nonce is None else message.nonce
        target = message.to or compute_contract_address(message.sender, Nonce(nonce))
        tried = replace(message, access_list=access_list)
        world.asked_addresses.clear()
        result = call_in_world(world, tried, environment, machine, gas_cap=gas_cap)
        warm = {message.sender, target, *machine.precompiles}
        found = _merge(access_list, world, warm)
        if found == access_list:
            break
        access_list = found
    return access_list, result


def _merge(
    access_list: tuple[AccessEntry, ...], world: _RecordingWorld, warm: set[Address]
) -> tuple[AccessEntry, ...]:
    """Add what was asked for to a list, in the order of addresses and slots."""
    slots: dict[Address, set[int]] = {entry.address: set(entry.slots) for entry in access_list}
    for address in world.asked_addresses - warm:
        slots.setdefault(address, set())
    for address, slot in world.asked_slots:
        slots.setdefault(address, set()).add(slot)
    return tuple(AccessEntry(address, tuple(sorted(slots[address]))) for address in sorted(slots))
