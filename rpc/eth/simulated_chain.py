"""
Blocks that are thought of: executed one upon the other, with headers and roots, never written.

    state at a height --StateSketch--> world --calls--> block --its root--> world --calls--> block

The rules are geth's (internal/ethapi/simulate.go). Native modules answer in calls as ever; what
they do at the begin and end of real blocks, and consensus, is no part of a simulation.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from chain import errors, params
from chain.codec import (
    compute_bloom,
    encode_receipt,
    merge_blooms,
    seal_header,
)
from chain.fees import compute_base_fee_wei
from chain.store.sketch import StateSketch
from chain.store.trie import ordered_root
from chain.types.block import Block, CommittedBlock
from chain.types.header import Header
from chain.types.primitives import ZERO_HASH, Address, Gas, Hash32, Height, Nonce, Wei
from chain.types.receipt import Log, Receipt
from chain.types.transaction import CheckedTransaction, Transaction, TransactionType
from chain.validation import AdmissionRules, check_transaction
from chain.vm.alteration import (
    COIN_ADDRESS,
    TRANSFER_TOPIC,
    AlteredMachine,
    altered_precompiles,
)
from chain.vm.call import apply_overrides, encoded, unsigned
from chain.vm.machine import Machine
from chain.vm.system import apply_system_calls
from chain.vm.transaction import Leniency, TransactionOutcome, apply_transaction
from chain.vm.world import BlockEnvironment, Watch, World
from rpc.calls import CallRequest
from rpc.eth.simulation_request import BlockCalls, SimulationRefused, SimulationRequest, in_order

INTERNAL_ERROR: Final = -32603
INVALID_PARAMS: Final = -32602
BLOCK_GAS_EXCEEDED: Final = -38015
CODES: Final[tuple[tuple[type[errors.TransactionInvalid], int], ...]] = (
    (errors.NonceTooLow, -38010),
    (errors.NonceTooHigh, -38011),
    (errors.FeeCapTooLow, -38012),
    (errors.IntrinsicGasTooLow, -38013),
    (errors.FloorGasTooLow, -38013),
    (errors.FundsInsufficient, -38014),
    (errors.BlockGasExceeded, BLOCK_GAS_EXCEEDED),
    (errors.SenderNotExternal, -38024),
    (errors.InitcodeOversized, -38025),
    (errors.NonceAtMaximum, INTERNAL_ERROR),
)
VALIDATING: Final = Leniency(skip_sender_code=True, skip_block_gas=True)
LENIENT: Final = Leniency(skip_nonce=True, skip_sender_code=True, skip_block_gas=True)


@dataclass(frozen=True, slots=True)
class SimulatedCall:
    """What one call did; `logs` tell of transfers, too, where that was asked for."""

    outcome: TransactionOutcome
    logs: tuple[Log, ...]
    first_log: int  # index in the block of the first of them; undone logs count, as in geth


@dataclass(frozen=True, slots=True)
class SimulatedBlock:
    """A block as if it had been made, and its calls."""

    block: CommittedBlock
    calls: tuple[SimulatedCall, ...]


class SimulatedChain:
    """The blocks of one simulation upon a block that is there."""

    def __init__(
        self,
        request: SimulationRequest,
        sketch: StateSketch,
        base: Header,
        machine: Machine,
        chain_id: int,
        known_hash: Callable[[int], Hash32],
        gas: Gas,
        watch: Watch,
    ) -> None:
        self._request, self._sketch, self._base = request, sketch, base
        self._machine, self._chain_id, self._known_hash = machine, chain_id, known_hash
        self._gas_left, self._watch = int(gas), watch  # gas of all calls together
        self._headers: dict[int, Header] = {}

    def run(self) -> list[SimulatedBlock]:
        """
        Execute every block.

        Raises SimulationRefused where a call is no valid transaction, Invalid where overrides
        contradict one another, and what the watch raises.
        """
        parent, made = self._base, []
        for block in in_order(self._request.blocks, self._base):
            self._watch(0)
            made.append(self._run_block(block, parent))
            parent = made[-1].block.header
            self._headers[parent.height] = parent
        return made

    def _ancestor_hash(self, height: Height) -> Hash32:
        found = self._headers.get(height)
        return self._known_hash(height) if found is None else found.hash

    def _environment(self, block: BlockCalls, parent: Header) -> BlockEnvironment:
        base_fee_wei = 0
        if self._request.validates:
            base_fee_wei = compute_base_fee_wei(
                parent.base_fee_per_gas_wei, parent.gas_used, parent.gas_limit
            )
        plain = BlockEnvironment(
            height=block.height,
            timestamp_s=block.block["timestamp_s"],
            coinbase=parent.coinbase,
            gas_limit=parent.gas_limit,
            base_fee_per_gas_wei=Wei(base_fee_wei),
            chain_id=self._chain_id,
            prev_randao=ZERO_HASH,
            parent_beacon_block_root=ZERO_HASH,
            parent_hash=parent.hash,
            ancestor_hash=self._ancestor_hash,
        )
        return replace(plain, **block.block)

    def _run_block(self, block: BlockCalls, parent: Header) -> SimulatedBlock:
        environment = self._environment(block, parent)
        precompiles = altered_precompiles(self._machine, block.state)
        machine = AlteredMachine(self._machine, precompiles, self._request.logs_transfers)
        world = World(self._sketch.reader())
        world.watch = self._watch
        for address, override in block.state.items():
            if override.state or override.state_diff:
                world.touch_account(address)  # words need an account to belong to
        apply_overrides(world, block.state)
        apply_system_calls(world, environment, machine)
        run = _BlockRun(world, environment, machine, self._request)
        for call in block.calls:
            self._gas_left -= run.apply(call, self._gas_left)
        header = run.seal(parent, self._sketch.apply(world.diff()))
        return run.finish(header)


class _BlockRun:
    """One block while its calls are executed."""

    def __init__(
        self,
        world: World,
        environment: BlockEnvironment,
        machine: AlteredMachine,
        request: SimulationRequest,
    ) -> None:
        self._world, self._environment = world, environment
        self._machine, self._request = machine, request
        self._gas_used = 0
        self._log_count = 0  # of the block so far, undone ones included
        self._transactions: list[Transaction] = []
        self._senders: list[Address] = []
        self._receipts: list[Receipt] = []
        self._calls: list[SimulatedCall] = []

    def apply(self, call: CallRequest, gas_max: int) -> int:
        """Execute one call with so much gas at most; return what it used."""
        gas = self._gas_for(call, gas_max)
        transaction = self._dress(call, gas)
        sender = call.message.sender
        environment, leniency = self._environment, VALIDATING
        if not self._request.validates:
            leniency = LENIENT
            if transaction.max_fee_per_gas_wei == 0:
                environment = replace(environment, base_fee_per_gas_wei=Wei(0))
        wraps = not self._request.validates and self._world.get_nonce(sender) > params.NONCE_MAX
        if wraps:
            self._world.set_nonce(sender, params.NONCE_MAX)  # the last one that can be counted on
        try:
            checked = self._check(transaction, sender)
            outcome = apply_transaction(self._world, checked, environment, self._machine, leniency)
        except errors.TransactionInvalid as cause:
            raise SimulationRefused(code_of(cause), f"err: {cause} (supplied gas {gas})") from cause
        if wraps:
            self._world.set_nonce(sender, 0)  # as geth's 64 bits do, where no rule stops it
        self._gas_used += outcome.gas_used
        self._record(transaction, sender, outcome)
        return outcome.gas_used

    def _gas_for(self, call: CallRequest, gas_max: int) -> Gas:
        limit, given = self._environment.gas_limit, call.message.gas_limit
        wanted = limit - self._gas_used if given is None else given
        if self._gas_used + wanted > limit:
            raise SimulationRefused(
                BLOCK_GAS_EXCEEDED, f"block gas limit reached: {self._gas_used} >= {limit}"
            )
        return Gas(min(wanted, gas_max))

    def _dress(self, call: CallRequest, gas: Gas) -> Transaction:
        """Return the call as the transaction that would make it, without a signature."""
        message = call.message
        nonce = message.nonce
        if nonce is None:
            nonce = Nonce(self._world.get_nonce(message.sender))
        kind = TransactionType.DYNAMIC_FEE
        if message.authorizations:
            kind = TransactionType.SET_CODE
        elif call.prices.gas_price_wei is not None:
            kind = TransactionType.LEGACY
        chain_id = self._environment.chain_id
        return encoded(unsigned(message, kind, chain_id, nonce, gas))

    def _check(self, transaction: Transaction, sender: Address) -> CheckedTransaction:
        """Check all but the nonce, of which the state has the last word."""
        machine = self._machine
        rules = AdmissionRules(
            limit_initcode=machine.limit_code_size, schedule=machine.fork.schedule
        )
        plain = replace(transaction, nonce=Nonce(0))
        chain_id = self._environment.chain_id
        checked = check_transaction(plain, chain_id, sender=sender, rules=rules)
        return replace(checked, transaction=transaction)

    def _record(
        self, transaction: Transaction, sender: Address, outcome: TransactionOutcome
    ) -> None:
        logs = tuple(log for log in outcome.logs if log.address != COIN_ADDRESS)
        shown, emitted = outcome.logs, self._machine.take_log_count()
        if not emitted and self._request.logs_transfers and transaction.value_wei:
            shown, emitted = (_transfer_log(sender, transaction),), 1  # no code ran for it
        self._transactions.append(transaction)
        self._senders.append(sender)
        self._calls.append(SimulatedCall(outcome, shown, self._log_count))
        self._log_count += emitted
        self._receipts.append(
            Receipt(
                type=transaction.type,
                status=outcome.status,
                cumulative_gas_used=Gas(self._gas_used),
                logs_bloom=compute_bloom(logs),
                logs=logs,
                gas_used=outcome.gas_used,
                effective_gas_price_wei=outcome.effective_gas_price_wei,
                contract_address=outcome.contract_address if outcome.status else None,
            )
        )

    def seal(self, parent: Header, state_root: Hash32) -> Header:
        """Return the block's header."""
        environment = self._environment
        return seal_header(
            Header(
                parent_hash=parent.hash,
                coinbase=environment.coinbase,
                state_root=state_root,
                transactions_root=ordered_root([item.raw for item in self._transactions]),
                receipts_root=ordered_root([encode_receipt(item) for item in self._receipts]),
                logs_bloom=merge_blooms(item.logs_bloom for item in self._receipts),
                height=environment.height,
                gas_limit=environment.gas_limit,
                gas_used=Gas(self._gas_used),
                timestamp_s=environment.timestamp_s,
                extra_data=b"",
                mix_hash=environment.prev_randao,
                base_fee_per_gas_wei=environment.base_fee_per_gas_wei,
                parent_beacon_block_root=environment.parent_beacon_block_root,
                hash=ZERO_HASH,
            )
        )

    def finish(self, header: Header) -> SimulatedBlock:
        """Return the block with its calls."""
        block = CommittedBlock(
            Block(header, tuple(self._transactions), None),
            tuple(self._senders),
            tuple(self._receipts),
            None,
        )
        return SimulatedBlock(block, tuple(self._calls))


def _transfer_log(sender: Address, transaction: Transaction) -> Log:
    """Return the log of a transfer that no code ran for."""
    target = transaction.to or b""
    event = Hash32(TRANSFER_TOPIC.to_bytes(32, "big"))
    topics = (event, _topic(sender), _topic(target))
    return Log(COIN_ADDRESS, topics, transaction.value_wei.to_bytes(32, "big"))


def _topic(address: bytes) -> Hash32:
    return Hash32(address.rjust(32, b"\x00"))


def code_of(failure: errors.TransactionInvalid) -> int:
    """Return eth_simulateV1's code for a transaction that is not valid."""
    for kind, code in CODES:
        if isinstance(failure, kind):
            return code
    return INVALID_PARAMS
