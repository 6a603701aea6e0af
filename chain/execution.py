"""
One block from its first hook to its header: the same path for who proposes and who checks.

    BlockPlan --begin--> system calls, begin hooks
              --apply--> one transaction after the other
              --finish-> fee split, end hooks, invariants, supply, roots, header
              = ExecutedBlock: kept, and written by the ledger once consensus has decided it
"""

from collections.abc import Callable
from dataclasses import dataclass

from chain.beacon import check_reveal, mix_after
from chain.begin_data import Carried, encode_carried
from chain.codec import compute_bloom, encode_receipt, merge_blooms, seal_header
from chain.election import set_after
from chain.errors import BlockGasExceeded
from chain.fees import compute_base_fee_wei
from chain.kit.assembly import REFUSED, Assembly
from chain.kit.host import CommitVote, Misbehaviour
from chain.store.state import PreparedState, StateStore
from chain.store.trie import ordered_root
from chain.system_transaction import Phase, build_system_transaction
from chain.types.account import StateDiff
from chain.types.beacon import NO_REVEAL, NO_TURN, Reveal, Turn
from chain.types.block import Block
from chain.types.certificate import Certificate
from chain.types.evidence import Evidence
from chain.types.header import Header
from chain.types.primitives import (
    ZERO_ADDRESS,
    ZERO_HASH,
    Address,
    Bps,
    Gas,
    Hash32,
    Height,
    Milliseconds,
    Seconds,
    Wei,
)
from chain.types.receipt import Log, Receipt
from chain.types.state import StateReader
from chain.types.transaction import CheckedTransaction, Transaction
from chain.types.validators import ValidatorSet
from chain.validation import CHAIN_RULES, AdmissionRules
from chain.vm.machine import Machine
from chain.vm.precompile import WorldHost
from chain.vm.system import apply_system_calls
from chain.vm.transaction import STRICT, Leniency, TransactionOutcome, apply_transaction
from chain.vm.world import BlockEnvironment, World

BPS_WHOLE = Bps(10_000)


@dataclass(frozen=True)
class Rules:
    """What every block of one chain is executed by."""

    chain_id: int
    machine: Machine
    assembly: Assembly
    admission: AdmissionRules = CHAIN_RULES
    leniency: Leniency = STRICT  # a development chain lets any account send


@dataclass(frozen=True)
class BlockPlan:
    """
    What is fixed about a block before its transactions are chosen.

    `last_commit` and `misbehaviour` are what the certificate and the evidence mean to modules.
    """

    parent: Header
    parent_certificate: Certificate | None  # None upon the genesis block only
    time_ms: Milliseconds
    proposer: Address
    next_validators: ValidatorSet  # decide the block after this one
    last_commit: tuple[CommitVote, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    misbehaviour: tuple[Misbehaviour, ...] = ()
    reveal: Reveal = NO_REVEAL  # what the proposer gives to the randomness
    first_proposer: Address = ZERO_ADDRESS  # of round 0, the only one that may give something


@dataclass(frozen=True)
class ExecutedBlock:
    """A block and everything that its execution produced; nothing of it is written yet."""

    block: Block
    senders: tuple[Address, ...]
    receipts: tuple[Receipt, ...]
    prepared: PreparedState
    minted_wei: Wei
    burned_wei: Wei
    validators: ValidatorSet  # elected by it: they decide the block two heights above

    @property
    def hash(self) -> Hash32:
        """The block's hash."""
        return self.block.header.hash


def commit_votes(certificate: Certificate, validators: ValidatorSet) -> tuple[CommitVote, ...]:
    """Return who of the set that decided a block signed the certificate, in set order."""
    signed = {address for address, _ in certificate.signatures}
    return tuple(CommitVote(v.address, v.power, v.address in signed) for v in validators)


def build_environment(
    rules: Rules, plan: BlockPlan, ancestor_hash: Callable[[Height], Hash32]
) -> BlockEnvironment:
    """Return what the code in a planned block sees of it."""
    parent, certificate = plan.parent, plan.parent_certificate
    base_fee_wei = compute_base_fee_wei(
        parent.base_fee_per_gas_wei, parent.gas_used, parent.gas_limit
    )
    return BlockEnvironment(
        height=Height(parent.height + 1),
        timestamp_s=Seconds(plan.time_ms // 1000),
        coinbase=plan.proposer,
        gas_limit=parent.gas_limit,
        base_fee_per_gas_wei=base_fee_wei,
        chain_id=rules.chain_id,
        prev_randao=mix_after(parent.mix_hash, plan.reveal.link),
        parent_beacon_block_root=ZERO_HASH if certificate is None else certificate.hash,
        parent_hash=parent.hash,
        ancestor_hash=ancestor_hash,
        last_commit=plan.last_commit,
        misbehaviour=plan.misbehaviour,
        reveal=plan.reveal,
        first_proposer=plan.first_proposer,
    )


def turn_of(
    rules: Rules, plan: BlockPlan, reader: StateReader, ancestor_hash: Callable[[Height], Hash32]
) -> Turn:
    """Return how a planned block's proposer stands with the beacon, upon the parent's state."""
    world = World(reader)
    world.enter_block(build_environment(rules, plan, ancestor_hash))
    return _ask_turn(rules, WorldHost(world, rules.assembly.wires))


def _ask_turn(rules: Rules, host: WorldHost) -> Turn:
    """Where the modules refuse to say, no link is due and none is taken."""
    try:
        return rules.assembly.roles.turn(host)
    except REFUSED:
        return NO_TURN


class BlockExecution:
    """A block in the making: begin once, apply each transaction, finish once."""

    def __init__(
        self,
        rules: Rules,
        plan: BlockPlan,
        reader: StateReader,
        ancestor_hash: Callable[[Height], Hash32],
    ) -> None:
        self.rules, self.plan = rules, plan
        self.environment = build_environment(rules, plan, ancestor_hash)
        self.world = World(reader)
        self.world.enter_block(self.environment)
        self._host = WorldHost(self.world, rules.assembly.wires)
        self._transactions: list[Transaction] = []
        self._senders: list[Address] = []
        self._receipts: list[Receipt] = []
        self._base_fees_wei = 0
        self.gas_used = Gas(0)
        self.size_bytes = 0  # of all transactions so far

    def begin(self) -> None:
        """
        Run the system contracts of Prague and every module's beginning.

        Raises RevealRefused where the plan's link or tip is not the proposer's to show.
        """
        check_reveal(_ask_turn(self.rules, self._host), self.plan.reveal)
        apply_system_calls(self.world, self.environment, self.rules.machine)
        self.rules.assembly.begin_block(self._host)
        carried = Carried(self.plan.evidence, self.plan.reveal.tip)
        self._record_hooks(Phase.BEGIN_BLOCK, encode_carried(carried))

    def apply(self, checked: CheckedTransaction) -> TransactionOutcome:
        """
        Execute one transaction.

        Raises TransactionInvalid where the state or the block's gas does not admit it; the block
        goes on as if it had not been tried.
        """
        transaction = checked.transaction
        if self.gas_used + transaction.gas_limit > self.environment.gas_limit:
            left = self.environment.gas_limit - self.gas_used
            raise BlockGasExceeded(f"gas limit {transaction.gas_limit}, left in block {left}")
        outcome = apply_transaction(
            self.world, checked, self.environment, self.rules.machine, self.rules.leniency
        )
        self.gas_used = Gas(self.gas_used + outcome.gas_used)
        self._base_fees_wei += outcome.base_fee_wei
        created = outcome.contract_address if outcome.status else None
        self._record(transaction, checked.sender, outcome, created)
        return outcome

    def finish(self, states: StateStore) -> ExecutedBlock:
        """Split the base fee, run the end hooks, check the supply and compute every root."""
        self._split_base_fees()
        self.rules.assembly.end_block(self._host)
        self._record_hooks(Phase.END_BLOCK)
        validators = self._elect()
        self._check_supply()
        diff: StateDiff = self.world.diff()
        prepared = states.prepare(self.environment.height, diff)
        block = Block(
            self._build_header(prepared.state_root),
            tuple(self._transactions),
            self.plan.parent_certificate,
        )
        return ExecutedBlock(
            block,
            tuple(self._senders),
            tuple(self._receipts),
            prepared,
            self.world.minted_wei,
            self.world.burned_wei,
            validators,
        )

    def _record(
        self,
        transaction: Transaction,
        sender: Address,
        outcome: TransactionOutcome,
        created: Address | None,
    ) -> None:
        self._transactions.append(transaction)
        self.size_bytes += len(transaction.raw)
        self._senders.append(sender)
        self._receipts.append(
            Receipt(
                type=transaction.type,
                status=outcome.status,
                cumulative_gas_used=self.gas_used,
                logs_bloom=compute_bloom(outcome.logs),
                logs=outcome.logs,
                gas_used=outcome.gas_used,
                effective_gas_price_wei=outcome.effective_gas_price_wei,
                contract_address=created,
            )
        )

    def _record_hooks(self, phase: Phase, data: bytes = b"") -> None:
        """Hooks that spoke, or a block that carries something, get a transaction for it."""
        logs: tuple[Log, ...] = self.world.take_logs()
        if not logs and not data:
            return
        transaction, sender = build_system_transaction(self.environment.height, phase, data)
        outcome = TransactionOutcome(1, Gas(0), logs, None, b"", None, Wei(0), Wei(0), Wei(0))
        self._record(transaction, sender, outcome, None)

    def _elect(self) -> ValidatorSet:
        """Who decides two heights above; modules that refuse to say keep who is there."""
        try:
            elected = self.rules.assembly.roles.validators(self._host)
        except REFUSED:
            elected = ()
        return set_after(self.plan.next_validators, elected)

    def _split_base_fees(self) -> None:
        """Burn one part of the base fee and pay the other to the treasury; the dust is burned."""
        share = self.rules.assembly.roles.fee_share(self._host)
        assert 0 <= share.burn_bps <= BPS_WHOLE, share
        treasury_wei = self._base_fees_wei * (BPS_WHOLE - share.burn_bps) // BPS_WHOLE
        if treasury_wei:
            self.world.delta_balance(share.treasury, treasury_wei)
        self.world.note_burned(self._base_fees_wei - treasury_wei)

    def _check_supply(self) -> None:
        """Balances changed by exactly what was minted and burned; anything else is our own bug."""
        made_wei = self.world.minted_wei - self.world.burned_wei
        found_wei = self._supply_change_wei()
        assert made_wei == found_wei, (
            f"supply at height {self.environment.height}: minted less burned is {made_wei} wei, "
            f"balances changed by {found_wei} wei"
        )

    def _supply_change_wei(self) -> int:
        return self.world.balance_change_since(0)

    def _build_header(self, state_root: Hash32) -> Header:
        plan, environment = self.plan, self.environment
        return seal_header(
            Header(
                parent_hash=plan.parent.hash,
                coinbase=plan.proposer,
                state_root=state_root,
                transactions_root=ordered_root([t.raw for t in self._transactions]),
                receipts_root=ordered_root([encode_receipt(r) for r in self._receipts]),
                logs_bloom=merge_blooms(receipt.logs_bloom for receipt in self._receipts),
                height=environment.height,
                gas_limit=environment.gas_limit,
                gas_used=self.gas_used,
                timestamp_s=environment.timestamp_s,
                extra_data=plan.next_validators.hash,
                mix_hash=environment.prev_randao,
                base_fee_per_gas_wei=environment.base_fee_per_gas_wei,
                parent_beacon_block_root=environment.parent_beacon_block_root,
                hash=ZERO_HASH,
            )
        )


def environment_of(
    rules: Rules, header: Header, ancestor_hash: Callable[[Height], Hash32]
) -> BlockEnvironment:
    """Return what the code in a finished block saw of it, for calls and traces at its height."""
    return BlockEnvironment(
        height=header.height,
        timestamp_s=header.timestamp_s,
        coinbase=header.coinbase,
        gas_limit=header.gas_limit,
        base_fee_per_gas_wei=header.base_fee_per_gas_wei,
        chain_id=rules.chain_id,
        prev_randao=header.mix_hash,
        parent_beacon_block_root=header.parent_beacon_block_root,
        parent_hash=header.parent_hash,
        ancestor_hash=ancestor_hash,
    )
