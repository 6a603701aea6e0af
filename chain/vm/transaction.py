"""
One transaction, from the checks that need state to the last wei of its fee.

    CheckedTransaction
      -> checks against state     TransactionInvalid leaves the world as it was
      -> buy gas, raise nonce, EIP-7702 authorizations, warm sets
      -> plain transfer, or Machine.run
      -> refund, floor, tip, deletions, sweep of empty accounts
      -> TransactionOutcome
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from chain import params
from chain.codec import keccak256, recover_authority, rlp
from chain.errors import (
    BlobFeeCapTooLow,
    BlobsInvalid,
    BlockGasExceeded,
    FeeCapTooLow,
    FundsInsufficient,
    NonceAtMaximum,
    NonceTooHigh,
    NonceTooLow,
    SenderInvalid,
    SenderNotExternal,
    TransactionTypeUnsupported,
)
from chain.fees import compute_effective_gas_price_wei
from chain.types.primitives import EMPTY_CODE_HASH, Address, Gas, Nonce, Wei
from chain.types.receipt import Log
from chain.types.transaction import (
    Authorization,
    CheckedTransaction,
    Transaction,
    TransactionType,
)
from chain.validation import format_address
from chain.vm.computation import harvest
from chain.vm.errors import describe_error
from chain.vm.machine import Machine
from chain.vm.message import CREATION, Message, is_delegation
from chain.vm.world import EMPTY_ACCOUNT, BlockEnvironment, World

GAS_PER_BLOB = Gas(131_072)  # 2**17 gas (EIP-4844)
BLOB_HASH_VERSION = 1  # first byte of every versioned hash


@dataclass(frozen=True, slots=True)
class TransactionOutcome:
    """
    What a transaction did; its coins are in the world already, but for `base_fee_wei`.

    The base-fee part was taken from the sender and given to nobody: who executes the block
    splits it between burning and the treasury.
    """

    status: int  # 1: done; 0: failed, only the fee was taken
    gas_used: Gas
    logs: tuple[Log, ...]
    contract_address: Address | None  # of a creation, even a failed one
    output: bytes  # returned data; revert data if it failed
    error: str | None  # why it failed, in geth's words
    effective_gas_price_wei: Wei
    tip_wei: Wei  # paid to the proposer, in all
    base_fee_wei: Wei  # still to be split, in all
    gas_refunded: Gas = Gas(0)


@dataclass(frozen=True, slots=True)
class Leniency:
    """Checks that a simulated call leaves out (geth's SkipNonceChecks and SkipFromEOACheck)."""

    skip_nonce: bool = False
    skip_sender_code: bool = False
    skip_block_gas: bool = False


STRICT = Leniency()


def apply_transaction(
    world: World,
    checked: CheckedTransaction,
    environment: BlockEnvironment,
    machine: Machine,
    leniency: Leniency = STRICT,
) -> TransactionOutcome:
    """
    Apply a transaction to the world under the machine's fork.

    Whatever is raised, the world is as it was before: an invalid transaction is evicted by its
    builder, and an error of our own must not leave half a transaction behind.

    Raises:
        TransactionInvalid: the state does not admit it; subclasses say why.
    """
    world.enter_block(environment)
    checkpoint = world.begin_transaction(machine.always_warm)
    try:
        transaction = checked.transaction
        _check_against_state(world, checked, environment, machine, leniency)
        price_wei = compute_effective_gas_price_wei(
            transaction.max_fee_per_gas_wei,
            transaction.max_priority_fee_per_gas_wei,
            environment.base_fee_per_gas_wei,
        )
        if _is_plain_transfer(world, transaction, machine):
            return _transfer(world, checked, environment, machine, price_wei, checkpoint)
        return _execute(world, checked, environment, machine, price_wei, checkpoint)
    except BaseException:
        world.revert(checkpoint)
        raise


# Checks that need state.


def _check_against_state(
    world: World,
    checked: CheckedTransaction,
    environment: BlockEnvironment,
    machine: Machine,
    leniency: Leniency,
) -> None:
    """Refuse what the sender's account or the block does not admit, in geth's order."""
    transaction, sender = checked.transaction, checked.sender
    nonce, balance_wei, code_hash = world.account_state(sender) or EMPTY_ACCOUNT
    if transaction.nonce != nonce and not leniency.skip_nonce:
        _refuse_nonce(sender, transaction.nonce, nonce)
    if nonce > params.NONCE_MAX:
        raise NonceAtMaximum(f"address {format_address(sender)}, nonce: {nonce}")
    if code_hash != EMPTY_CODE_HASH and not leniency.skip_sender_code:
        code = world.get_code(sender)
        if not (machine.fork.sets_code and is_delegation(code)):
            raise SenderNotExternal(f"address {format_address(sender)}, len(code): {len(code)}")
    if transaction.max_fee_per_gas_wei < environment.base_fee_per_gas_wei:
        raise FeeCapTooLow(
            f"address {format_address(sender)}, "
            f"maxFeePerGas: {transaction.max_fee_per_gas_wei}, "
            f"baseFee: {environment.base_fee_per_gas_wei}"
        )
    needed_wei = transaction.gas_limit * transaction.max_fee_per_gas_wei + transaction.value_wei
    if transaction.type is TransactionType.BLOB:
        _check_blobs(transaction, environment, machine)
        blob_gas = GAS_PER_BLOB * len(transaction.blob_versioned_hashes)
        needed_wei += blob_gas * transaction.max_fee_per_blob_gas_wei
    if balance_wei < needed_wei:
        raise FundsInsufficient(
            f"address {format_address(sender)} have {balance_wei} want {needed_wei}"
        )
    if transaction.gas_limit > environment.gas_limit and not leniency.skip_block_gas:
        raise BlockGasExceeded(
            f"transaction gas limit {transaction.gas_limit}, block {environment.gas_limit}"
        )


def _refuse_nonce(sender: Address, found: int, expected: int) -> None:
    """Say on which side the nonce misses."""
    detail = f"address {format_address(sender)}, tx: {found} state: {expected}"
    raise NonceTooLow(detail) if found < expected else NonceTooHigh(detail)


def _check_blobs(transaction: Transaction, environment: BlockEnvironment, machine: Machine) -> None:
    """Rules of EIP-4844; only public tests and imported chains come here."""
    if not machine.fork.carries_blobs:
        raise TransactionTypeUnsupported("blob transactions (type 3) are not carried by this chain")
    hashes = transaction.blob_versioned_hashes
    if transaction.to is None:
        raise BlobsInvalid("cannot create a contract")
    most = machine.fork.blobs_max
    if not 0 < len(hashes) <= most:
        raise BlobsInvalid(f"expected 1 to {most} blobs, found {len(hashes)}")
    for blob_hash in hashes:
        if blob_hash[0] != BLOB_HASH_VERSION:
            raise BlobsInvalid(f"expected hash version {BLOB_HASH_VERSION}, found {blob_hash[0]}")
    if transaction.max_fee_per_blob_gas_wei < environment.blob_base_fee_wei:
        raise BlobFeeCapTooLow(
            f"maxFeePerBlobGas: {transaction.max_fee_per_blob_gas_wei}, "
            f"blobGasFee: {environment.blob_base_fee_wei}"
        )


# The short way: coins from one account to another that has no code.


def _is_plain_transfer(world: World, transaction: Transaction, machine: Machine) -> bool:
    """Whether no instruction can run: then no computation is built."""
    to = transaction.to
    if to is None or transaction.authorizations or transaction.blob_versioned_hashes:
        return False
    state = world.account_state(to)
    return (state is None or state[2] == EMPTY_CODE_HASH) and to not in machine.precompiles


def _transfer(
    world: World,
    checked: CheckedTransaction,
    environment: BlockEnvironment,
    machine: Machine,
    price_wei: Wei,
    checkpoint: int,
) -> TransactionOutcome:
    """Move the value and the fee; nothing can fail any more."""
    transaction, sender = checked.transaction, checked.sender
    gas_used = Gas(max(checked.intrinsic_gas, checked.floor_gas))
    nonce, balance_wei, code_hash = world.account_state(sender) or EMPTY_ACCOUNT
    spent_wei = transaction.value_wei + gas_used * price_wei
    world.put_account(sender, (nonce + 1, balance_wei - spent_wei, code_hash))
    assert transaction.to is not None
    world.delta_balance(transaction.to, transaction.value_wei)
    tip_wei = gas_used * (price_wei - environment.base_fee_per_gas_wei)
    world.delta_balance(environment.coinbase, tip_wei)
    if machine.fork.sweeps_empty:
        world.sweep_empty(checkpoint)
    return TransactionOutcome(
        status=1,
        gas_used=gas_used,
        logs=(),
        contract_address=None,
        output=b"",
        error=None,
        effective_gas_price_wei=price_wei,
        tip_wei=Wei(tip_wei),
        base_fee_wei=Wei(gas_used * environment.base_fee_per_gas_wei),
    )


# The long way: code runs.


def _execute(
    world: World,
    checked: CheckedTransaction,
    environment: BlockEnvironment,
    machine: Machine,
    price_wei: Wei,
    checkpoint: int,
) -> TransactionOutcome:
    """Buy gas, run the message, settle."""
    transaction, sender = checked.transaction, checked.sender
    nonce, balance_wei, code_hash = world.account_state(sender) or EMPTY_ACCOUNT
    bought_wei = transaction.gas_limit * price_wei
    world.put_account(sender, (nonce + 1, balance_wei - bought_wei, code_hash))
    _pay_for_blobs(world, transaction, sender, environment)
    refund_gas = _apply_authorizations(world, transaction, environment, machine)
    message = _build_message(world, checked, machine, refund_gas)
    _warm(world, checked, message)
    context = machine.make_context(price_wei, sender, transaction.blob_versioned_hashes)
    run_checkpoint = world.snapshot()
    supply_wei = world.minted_wei - world.burned_wei
    computation = machine.run(world, message, context)
    if world.watch is not None:
        world.watch(0)
    refund, logs, deleted = harvest(computation)
    if deleted:
        # A contract that destroys itself in its own favour: its coins are in no account any more.
        made_wei = world.minted_wei - world.burned_wei - supply_wei
        world.note_burned(made_wei - world.balance_change_since(run_checkpoint))
    gas_used, refunded = _settle_gas(checked, machine, computation, refund, len(deleted))
    world.delta_balance(sender, (transaction.gas_limit - gas_used) * price_wei)
    tip_wei = gas_used * (price_wei - environment.base_fee_per_gas_wei)
    world.delta_balance(environment.coinbase, tip_wei)
    for address in deleted:
        world.note_burned(world.get_balance(address))
        world.delete_account(address)
    if machine.fork.sweeps_empty:
        world.sweep_empty(checkpoint)
    error = None if computation.is_success else describe_error(computation.error)
    return TransactionOutcome(
        status=1 if error is None else 0,
        gas_used=gas_used,
        logs=tuple([_log_of(*entry) for entry in logs]),
        contract_address=message.storage_address if message.is_create else None,
        output=computation.output,
        error=error,
        effective_gas_price_wei=price_wei,
        tip_wei=Wei(tip_wei),
        base_fee_wei=Wei(gas_used * environment.base_fee_per_gas_wei),
        gas_refunded=refunded,
    )


def _pay_for_blobs(
    world: World, transaction: Transaction, sender: Address, environment: BlockEnvironment
) -> None:
    """Burn the price of blob gas (EIP-4844)."""
    if transaction.blob_versioned_hashes:
        blob_gas = GAS_PER_BLOB * len(transaction.blob_versioned_hashes)
        world.burn(sender, blob_gas * environment.blob_base_fee_wei)


def compute_contract_address(sender: Address, nonce: Nonce) -> Address:
    """Address of the contract that a sender creates with this nonce (Yellow Paper, equation 88)."""
    return Address(keccak256(rlp.encode([sender, rlp.integer(nonce)]))[12:])


def _build_message(
    world: World, checked: CheckedTransaction, machine: Machine, refund_gas: Gas
) -> Message:
    """Turn the transaction into the outermost message call or creation."""
    transaction, sender = checked.transaction, checked.sender
    gas = transaction.gas_limit - checked.intrinsic_gas
    if transaction.to is None:
        return Message(
            gas=gas,
            to=CREATION,
            sender=sender,
            value=transaction.value_wei,
            data=b"",
            code=transaction.data,
            create_address=compute_contract_address(sender, Nonce(world.get_nonce(sender) - 1)),
            refund=refund_gas,
        )
    code = world.get_code(transaction.to)
    delegated = machine.fork.sets_code and is_delegation(code)
    if delegated:
        target = Address(code[len(params.DELEGATION_PREFIX) :])
        world.mark_address_warm(target)
        code = world.get_code(target)
    return Message(
        gas=gas,
        to=transaction.to,
        sender=sender,
        value=transaction.value_wei,
        data=transaction.data,
        code=code,
        refund=refund_gas,
        is_delegation=delegated,
    )


def _warm(world: World, checked: CheckedTransaction, message: Message) -> None:
    """
    Fill the warm sets before the first instruction (EIP-2929, 2930).

    py-evm's computations warm the proposer themselves, from Shanghai on (EIP-3651).
    """
    world.mark_address_warm(checked.sender)
    world.mark_address_warm(message.storage_address)
    for entry in checked.transaction.access_list:
        world.mark_address_warm(entry.address)
        for slot in entry.slots:
            world.mark_storage_warm(entry.address, slot)


def _settle_gas(
    checked: CheckedTransaction, machine: Machine, computation: Any, refund: int, deleted_count: int
) -> tuple[Gas, Gas]:
    """Return (gas the sender pays for, gas refunded): EIP-3529's cap, then EIP-7623's floor."""
    fork = machine.fork
    used = checked.transaction.gas_limit - computation.get_gas_remaining()
    refund = min(
        refund + fork.selfdestruct_refund_gas * deleted_count, used // fork.refund_quotient
    )
    return Gas(max(used - refund, checked.floor_gas)), Gas(refund)


def _log_of(number: int, address: Address, topics: Sequence[int], data: bytes) -> Log:
    """Return a log as receipts have it."""
    words: Any = tuple([topic.to_bytes(32, "big") for topic in topics])
    return Log(address, words, data)


# EIP-7702.


def _apply_authorizations(
    world: World, transaction: Transaction, environment: BlockEnvironment, machine: Machine
) -> Gas:
    """Write the delegations; return the gas refunded for authorities that existed."""
    refund = 0
    if machine.fork.sets_code:
        for authorization in transaction.authorizations:
            refund += _apply_authorization(world, authorization, environment.chain_id)
    return Gas(refund)


def _apply_authorization(world: World, authorization: Authorization, chain_id: int) -> int:
    """Apply one authorization by EIP-7702's numbered steps; one that does not hold is skipped."""
    if authorization.chain_id not in (0, chain_id):  # 1
        return 0
    if authorization.nonce > params.NONCE_MAX:  # 2
        return 0
    try:
        authority = recover_authority(authorization)  # 3
    except SenderInvalid:
        return 0
    world.mark_address_warm(authority)  # 4
    code = world.get_code(authority)
    if code and not is_delegation(code):  # 5
        return 0
    if world.get_nonce(authority) != authorization.nonce:  # 6
        return 0
    refund = params.AUTHORIZATION_KNOWN_REFUND_GAS if world.account_exists(authority) else 0  # 7
    if any(authorization.address):  # 8
        world.set_code(authority, params.DELEGATION_PREFIX + authorization.address)
    else:
        world.delete_code(authority)
    world.increment_nonce(authority)  # 9
    return refund
