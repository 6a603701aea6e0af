"""
A finished block, executed once more upon the state before it: for whoever asks how it came about.

    Replay(rules, ledger, height)   the begin hooks, with what the block carried for them
        .skip()                     the next transaction, as it was
        .trace(tracer)              the next transaction, told to a tracer

Everything a block's execution reads follows from the chain below it, so nothing was kept for this.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from chain.beacon import link_between
from chain.begin_data import carried_in
from chain.errors import Unavailable
from chain.evidence import verify_evidence
from chain.execution import BlockExecution, BlockPlan, Rules, commit_votes
from chain.kit.host import CommitVote, Misbehaviour
from chain.ledger import Ledger
from chain.system_transaction import is_system_transaction
from chain.types.beacon import Reveal
from chain.types.block import CommittedBlock
from chain.types.evidence import Evidence
from chain.types.primitives import Gas, Milliseconds, Wei
from chain.types.transaction import CheckedTransaction
from chain.types.validators import ValidatorSet
from chain.validation import check_transaction
from chain.vm.frames import Frame, FrameLog, Traced, Tracer
from chain.vm.overlay import TracedWorld
from chain.vm.tracing import trace_transaction
from chain.vm.transaction import TransactionOutcome
from chain.vm.world import BlockEnvironment, Watch, World


class NotReplayable(Unavailable):
    """A block that this node cannot execute again: genesis, or one it does not have."""


class _PastChain:
    """The chain as it was when a block was proposed: evidence is judged by nothing later."""

    def __init__(self, ledger: Ledger, height: int) -> None:
        self._ledger, self._height = ledger, height
        self.head = _block_of(ledger, height - 1)

    def block(self, height: int) -> CommittedBlock | None:
        """Return a block below the one that is executed again."""
        return self._ledger.block(height) if height < self._height else None

    def validators(self, height: int) -> ValidatorSet | None:
        """Return a set that was known then: two heights above the head at most."""
        return self._ledger.validators(height) if height <= self._height + 1 else None


class Replay:
    """
    One block in the making again; its transactions come in their order.

    `prepare` writes what stood in the block's world before its first hook, where somebody had put
    something there by hand. Raises NotReplayable, and StateUnavailable where the state before the
    block is not kept.
    """

    def __init__(
        self,
        rules: Rules,
        ledger: Ledger,
        height: int,
        watch: Watch | None = None,
        prepare: Callable[[World], None] | None = None,
    ) -> None:
        if height == 0:
            raise NotReplayable("genesis is not traceable")
        self._rules = rules
        self.block = _block_of(ledger, height)
        plan = _plan_again(rules, ledger, self.block)
        reader = ledger.state(height - 1)
        self._execution = execution = BlockExecution(rules, plan, reader, ledger.block_hash)
        # What the header says was paid, whatever would have followed from the parent.
        base_fee_wei = self.block.header.base_fee_per_gas_wei
        execution.environment = replace(execution.environment, base_fee_per_gas_wei=base_fee_wei)
        execution.world.enter_block(execution.environment)
        if prepare is not None:
            prepare(execution.world)
        execution.begin()
        execution.world.watch = watch
        self._next = 0

    @property
    def world(self) -> World:
        """The state after what was executed so far."""
        return self._execution.world

    @property
    def environment(self) -> BlockEnvironment:
        """What the code in the block sees of it."""
        return self._execution.environment

    @property
    def next_index(self) -> int:
        """The place in the block of the transaction to come."""
        return self._next

    def skip(self) -> None:
        """Execute the next transaction as it was; those of hooks have done their work already."""
        checked = self._take()
        if not is_system_transaction(checked.transaction):
            self._execution.apply(checked)

    def trace(self, tracer: Tracer) -> tuple[Traced, TracedWorld]:
        """Execute the next transaction and tell the tracer; return also what it found and left."""
        index, checked = self._next, self._take()
        world = TracedWorld(self.world)
        if is_system_transaction(checked.transaction):
            return _hooks_as_traced(self.block, index, checked, tracer), world
        rules = self._rules
        traced = trace_transaction(
            world, checked, self.environment, rules.machine, tracer, rules.leniency
        )
        world.settle()
        return traced, world

    def _take(self) -> CheckedTransaction:
        """Return the next transaction; its sender is known, so no signature is looked at."""
        transaction, sender = (
            self.block.block.transactions[self._next],
            self.block.senders[self._next],
        )
        self._next += 1
        if is_system_transaction(transaction):
            return CheckedTransaction(transaction, sender, Gas(0), Gas(0))
        rules = self._rules
        return check_transaction(transaction, rules.chain_id, sender=sender, rules=rules.admission)


def _block_of(ledger: Ledger, height: int) -> CommittedBlock:
    block = ledger.block(height)
    if block is None:
        raise NotReplayable(f"block #{height} not found")
    return block


def _plan_again(rules: Rules, ledger: Ledger, block: CommittedBlock) -> BlockPlan:
    """Return the plan of a finished block, as its validators had it."""
    header, certificate = block.header, block.block.parent_certificate
    parent = _block_of(ledger, header.height - 1)
    carried = carried_in(block.block.transactions)
    last_commit: tuple[CommitVote, ...] = ()
    if certificate is not None:
        last_commit = commit_votes(certificate, _validators(ledger, header.height - 1))
    return BlockPlan(
        parent=parent.header,
        parent_certificate=certificate,
        time_ms=_time_ms(block),
        proposer=header.coinbase,
        next_validators=_validators(ledger, header.height + 1),
        last_commit=last_commit,
        evidence=carried.evidence,
        misbehaviour=_judge_again(rules, ledger, header.height, carried.evidence),
        reveal=Reveal(link_between(parent.header.mix_hash, header.mix_hash), carried.tip),
        first_proposer=_validators(ledger, header.height).proposer.address,
    )


def _validators(ledger: Ledger, height: int) -> ValidatorSet:
    found = ledger.validators(height)
    if found is None:
        raise NotReplayable(f"the validators of height {height} are not kept")
    return found


def _time_ms(block: CommittedBlock) -> Milliseconds:
    """Return the block's time to the millisecond, which its certificate holds."""
    if block.certificate is None:
        return Milliseconds(block.header.timestamp_s * 1_000)
    return block.certificate.block_id.time_ms


def _judge_again(
    rules: Rules, ledger: Ledger, height: int, pieces: Sequence[Evidence]
) -> tuple[Misbehaviour, ...]:
    chain = _PastChain(ledger, height)
    proven: list[Misbehaviour] = []
    for piece in pieces:
        proven += verify_evidence(piece, chain, rules.chain_id)
    return tuple(proven)


def _hooks_as_traced(
    block: CommittedBlock, index: int, checked: CheckedTransaction, tracer: Tracer
) -> Traced:
    """Return the transaction that speaks for hooks as a call that emitted what they did."""
    transaction, receipt = checked.transaction, block.receipts[index]
    frame = Frame(
        kind="CALL",
        depth=0,
        sender=checked.sender,
        to=transaction.to,
        value_wei=Wei(0),
        gas=Gas(0),
        input=transaction.data,
        logs=[
            FrameLog(log.address, log.topics, log.data, position=0, turn=turn)
            for turn, log in enumerate(receipt.logs)
        ],
    )
    tracer.enter(frame)
    tracer.leave(frame)
    nothing = Wei(0)
    outcome = TransactionOutcome(
        1, Gas(0), receipt.logs, None, b"", None, nothing, nothing, nothing
    )
    return Traced(frame, checked, outcome)
