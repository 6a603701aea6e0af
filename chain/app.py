"""
The verbs that consensus calls: propose, validate, commit, status; and what gossip carries.

    propose:   parent + evidence + mempool -> a block, executed
    validate:  bytes from a peer -> a block, executed and equal to the last bit, or a reason
    commit:    certificate -> the kept execution is written; nothing is computed twice

Synchronous, and to be run by one thread beside the event loop.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, fields, replace

from chain.beacon import LinkSource, NoLinks, link_between
from chain.begin_data import carried_in
from chain.candidates import Candidates
from chain.certificates import decode_certificate, encode_certificate, verify_certificate
from chain.codec import decode_block, encode_block
from chain.errors import Invalid, Unavailable
from chain.evidence_pool import EvidencePool
from chain.execution import (
    BlockExecution,
    BlockPlan,
    ExecutedBlock,
    Rules,
    commit_votes,
    turn_of,
)
from chain.fees import compute_base_fee_wei
from chain.head_state import HeadState
from chain.kit.host import CommitVote, Misbehaviour
from chain.ledger import Ledger
from chain.mempool import AlreadyKnown, Mempool
from chain.proposal import Limits, fill_block
from chain.store.trie import ordered_root
from chain.system_transaction import is_system_transaction
from chain.types.beacon import NO_REVEAL, Reveal
from chain.types.block import CommittedBlock
from chain.types.certificate import BlockId, Certificate
from chain.types.evidence import Evidence
from chain.types.header import Header
from chain.types.primitives import Address, Hash32, Height, Milliseconds, Wei
from chain.types.transaction import CheckedTransaction, Transaction
from chain.types.validators import ValidatorSet
from chain.validation import check_header, check_transaction


class BlockInvalid(Invalid):
    """A proposed block breaks a rule; the message says which."""


class BlockMisnamed(Invalid):
    """The bytes are not the block that its name says; nothing is known about that block."""


class NotValidated(Unavailable):
    """A block is decided that was never validated here, so there is nothing to write."""


@dataclass(frozen=True, slots=True)
class NamedBlock:
    """A block that its bytes and its name agree on, unexecuted; made by `decode_named` alone."""

    block_id: BlockId
    header: Header
    transactions: tuple[Transaction, ...]
    certificate: bytes  # of the parent, encoded; empty above the genesis block
    size_bytes: int  # of the payload


class Application:
    """One chain on one node."""

    def __init__(
        self,
        rules: Rules,
        ledger: Ledger,
        pool: Mempool,
        now_ms: Callable[[], int],
        proposer: Address,
        limits: Limits | None = None,
        links: LinkSource | None = None,
        look_ahead: Callable[[Transaction], None] = lambda transaction: None,
    ) -> None:
        self.rules, self.ledger, self.pool = rules, ledger, pool
        self._now_ms, self._limits = now_ms, limits or Limits()
        self.proposer = proposer  # whose blocks `propose` builds; a key rotation changes it
        self.links = links or NoLinks()  # what `propose` reveals of the proposer's beacon chain
        self._look_ahead = look_ahead  # told what is executed soon and was never in the pool
        self._candidates = Candidates()
        self.evidence = EvidencePool(ledger.evidence, ledger, rules.chain_id)
        self._lock = threading.Lock()
        self._state = HeadState(ledger.state())
        self._advance_pool()

    def time_ms(self) -> Milliseconds:
        """Return the time of the newest block, in milliseconds."""
        return block_time_ms(self.ledger.head)

    def validators(self) -> ValidatorSet:
        """Return who decides the next block."""
        return self._validators(self.ledger.head.header.height + 1)

    def propose(
        self, height: Height, time_ms: Milliseconds, parent_certificate: Certificate | None
    ) -> tuple[BlockId, bytes]:
        """
        Build and execute the next block; return its name and its bytes.

        The certificate may be any that proves the parent. Raises BlockInvalid or
        CertificateRefused where it does not, RevealRefused where `links` are not the proposer's.
        """
        with self._lock:
            self._expect_next(height)
            self._check_parent_certificate(self.ledger.head.header, parent_certificate)
            plan = self._plan(time_ms, parent_certificate, self.proposer, *self.evidence.draw())
            execution = self._begin(self._with_reveal(plan))
            fill_block(execution, self.pool, self._limits, self._now_ms)
            executed = execution.finish(self.ledger.states)
            block_id, block = BlockId(executed.hash, time_ms), executed.block
            certificate = b""
            if parent_certificate is not None:
                certificate = encode_certificate(parent_certificate)
            payload = encode_block(block.header, block.transactions, certificate)
            self._candidates.keep(block_id, executed, payload)
        return block_id, payload

    def validate(
        self, height: Height, block_id: BlockId, payload: bytes, named: NamedBlock | None = None
    ) -> None:
        """
        Execute a proposed block; return if every bit of it follows from its parent.

        `named` is what `decode_named` made of the payload, where somebody has decoded it already.
        Raises BlockMisnamed where the bytes are not that block, BlockInvalid where it is invalid.
        """
        with self._lock:
            self._expect_next(height)
            if block_id not in self._candidates:
                executed = self._judge(named or decode_named(payload, block_id))
                self._candidates.keep(block_id, executed, payload)

    def commit(self, certificate: Certificate) -> ValidatorSet:
        """
        Write the decided block and return who decides the next one.

        Every signature is checked once more, because what is stored must convince peers and light
        clients later. Raises CertificateRefused, NotValidated.
        """
        with self._lock:
            verify_certificate(certificate, self.validators(), self.rules.chain_id)
            self._write(self._candidate(certificate.block_id), certificate)
        self._advance_pool()
        return self.validators()

    def adopt(self, executed: ExecutedBlock, certificate: Certificate) -> None:
        """Write a block that was proven without executing it (`chain.replication.verification`)."""
        with self._lock:
            self._write(executed, certificate)
        self._advance_pool()

    def _write(self, executed: ExecutedBlock, certificate: Certificate) -> None:
        self.ledger.commit(executed, certificate)
        self._candidates.clear()
        self.evidence.advance()

    # Gossip.

    def certified(self, height: Height) -> tuple[Certificate, bytes] | None:
        """Return a committed block's certificate and bytes; None where they are not kept."""
        payload, certificate = self.ledger.payload(height), self.ledger.certificate(height)
        if payload is None or certificate is None:
            return None
        return certificate, payload

    def add_evidence(self, evidence: Evidence) -> bool:
        """
        Keep proof of a fault until a block carries it; True when it is new.

        Raises Invalid when it proves nothing, is too old, or its fault is committed already.
        """
        with self._lock:
            return self.evidence.add(evidence)

    def pending_evidence(self) -> tuple[Evidence, ...]:
        """Return the evidence that waits for a block, oldest fault first."""
        with self._lock:
            return self.evidence.pending()

    def add_transaction(self, raw: bytes) -> bool:
        """
        Admit a transaction by the rules of RPC; True when it is new, False when it is known.

        Raises TransactionInvalid or Malformed.
        """
        try:
            self.pool.submit(raw)
        except AlreadyKnown:
            return False
        return True

    def transaction(self, transaction_hash: Hash32) -> bytes | None:
        """Return the bytes of a waiting transaction."""
        found = self.pool.get(transaction_hash)
        return None if found is None else found.transaction.raw

    def pending_transactions(self) -> tuple[Hash32, ...]:
        """Return the hashes of the transactions that could run, in the order of arrival."""
        return self.pool.hashes()

    def next_base_fee_wei(self) -> Wei:
        """Return the base fee of the block to come."""
        header = self.ledger.head.header
        return compute_base_fee_wei(header.base_fee_per_gas_wei, header.gas_used, header.gas_limit)

    def _advance_pool(self) -> None:
        self.pool.advance(self._head_state(), self.next_base_fee_wei())

    def _head_state(self) -> HeadState:
        if self._state.height != self.ledger.head.header.height:
            self._state = HeadState(self.ledger.state())
        return self._state

    def _expect_next(self, height: Height) -> None:
        expected = self.ledger.head.header.height + 1
        if height != expected:
            raise BlockInvalid(f"height {expected} expected, found {height}")

    def _validators(self, height: int) -> ValidatorSet:
        found = self.ledger.validators(height)
        assert found is not None, f"no validator set of height {height}"
        return found

    def _plan(
        self,
        time_ms: Milliseconds,
        certificate: Certificate | None,
        proposer: Address,
        evidence: tuple[Evidence, ...],
        misbehaviour: tuple[Misbehaviour, ...],
        reveal: Reveal = NO_REVEAL,
    ) -> BlockPlan:
        parent = self.ledger.head.header
        last_commit: tuple[CommitVote, ...] = ()
        if certificate is not None:
            last_commit = commit_votes(certificate, self._validators(parent.height))
        return BlockPlan(
            parent,
            certificate,
            time_ms,
            proposer,
            self._validators(parent.height + 2),
            last_commit,
            evidence,
            misbehaviour,
            reveal,
            self._validators(parent.height + 1).proposer.address,
        )

    def _with_reveal(self, plan: BlockPlan) -> BlockPlan:
        """Let this node's links say what they can; a failed round shows the same link again."""
        turn = turn_of(self.rules, plan, self._head_state(), self.ledger.block_hash)
        return replace(plan, reveal=self.links.reveal(turn))

    def _begin(self, plan: BlockPlan) -> BlockExecution:
        execution = self._open(plan)
        execution.begin()
        return execution

    def _open(self, plan: BlockPlan) -> BlockExecution:
        return BlockExecution(self.rules, plan, self._head_state(), self.ledger.block_hash)

    def _candidate(self, block_id: BlockId) -> ExecutedBlock:
        """Return the execution of a valid block, made anew where it was let go."""
        found = self._candidates.executed(block_id)
        if found is not None:
            return found
        payload = self._candidates.payload(block_id)
        if payload is None:
            raise NotValidated(f"block 0x{block_id.hash.hex()} is decided, but was not validated")
        return self._judge(decode_named(payload, block_id))

    def _judge(self, block: NamedBlock) -> ExecutedBlock:
        block_id, header, transactions = block.block_id, block.header, block.transactions
        try:
            certificate = decode_certificate(block.certificate) if block.certificate else None
            self._check(header, block_id, certificate, block.size_bytes)
            carried = carried_in(transactions)
            misbehaviour = self.evidence.judge(carried.evidence)
            link = link_between(self.ledger.head.header.mix_hash, header.mix_hash)
            plan = self._plan(
                block_id.time_ms,
                certificate,
                header.coinbase,
                carried.evidence,
                misbehaviour,
                Reveal(link, carried.tip),
            )
            executed = self._execute(plan, transactions)
        except BlockInvalid:
            raise
        except Invalid as cause:
            raise BlockInvalid(str(cause)) from cause
        _compare(header, executed.block.header)
        return executed

    def _check(
        self, header: Header, block_id: BlockId, certificate: Certificate | None, size_bytes: int
    ) -> None:
        parent = self.ledger.head.header
        check_header(header, parent)
        if header.timestamp_s != block_id.time_ms // 1000:
            raise BlockInvalid(f"time {header.timestamp_s} s does not fit {block_id.time_ms} ms")
        if block_id.time_ms <= self.time_ms():
            raise BlockInvalid(f"time after {self.time_ms()} ms expected: {block_id.time_ms}")
        if size_bytes > 2 * self._limits.block_bytes_max:
            limit = 2 * self._limits.block_bytes_max
            raise BlockInvalid(f"at most {limit} bytes with certificate expected: {size_bytes}")
        if header.coinbase not in self.validators():
            raise BlockInvalid(f"proposer 0x{header.coinbase.hex()} is no validator")
        self._check_parent_certificate(parent, certificate)

    def _check_parent_certificate(self, parent: Header, certificate: Certificate | None) -> None:
        """Every signature counts: what is stored must convince a light client later."""
        if parent.height == 0:
            if certificate is not None:
                raise BlockInvalid("the genesis block has no certificate")
            return
        if certificate is None:
            raise BlockInvalid(f"certificate of block {parent.height} is missing")
        if (certificate.height, certificate.block_id.hash) != (parent.height, parent.hash):
            raise BlockInvalid(f"certificate is of another block than parent {parent.height}")
        known = self.ledger.head.certificate
        if certificate == known:
            return
        validators = self._validators(parent.height)
        verify_certificate(certificate, validators, self.rules.chain_id, known)
        if certificate.block_id.time_ms != self.time_ms():
            raise BlockInvalid("certificate gives the parent another time")

    def _execute(self, plan: BlockPlan, transactions: tuple[Transaction, ...]) -> ExecutedBlock:
        execution = self._begin(plan)
        listed = [item for item in transactions if not is_system_transaction(item)]
        for transaction in reversed(listed):  # execution comes from the other end
            if self.pool.get(transaction.hash) is None:
                self._look_ahead(transaction)
        for transaction in listed:
            execution.apply(self._checked(transaction))
        return execution.finish(self.ledger.states)

    def _checked(self, transaction: Transaction) -> CheckedTransaction:
        """What the pool has checked already is not checked twice."""
        known = self.pool.get(transaction.hash)
        if known is not None:
            return known
        return check_transaction(transaction, self.rules.chain_id, rules=self.rules.admission)


def decode_named(payload: bytes, block_id: BlockId) -> NamedBlock:
    """Decode a payload that is the block of a name, unexecuted; raises BlockMisnamed."""
    try:
        header, transactions, certificate = decode_block(payload)
    except Invalid as cause:
        raise BlockMisnamed(f"no block: {cause}") from cause
    if header.hash != block_id.hash:
        raise BlockMisnamed(f"block {block_id.hash.hex()} expected, found {header.hash.hex()}")
    root = ordered_root([transaction.raw for transaction in transactions])
    if root != header.transactions_root:
        raise BlockMisnamed(f"other transactions than block {block_id.hash.hex()} has")
    return NamedBlock(block_id, header, transactions, certificate, len(payload))


def block_time_ms(block: CommittedBlock) -> Milliseconds:
    """Return a block's time; the genesis block has whole seconds only."""
    if block.certificate is None:
        return Milliseconds(block.header.timestamp_s * 1000)
    return block.certificate.block_id.time_ms


def _compare(found: Header, computed: Header) -> None:
    """Name the first field that a proposer computed otherwise."""
    if found.hash == computed.hash:
        return
    for field in fields(Header):
        want, have = getattr(computed, field.name), getattr(found, field.name)
        if want != have and field.name != "hash":
            raise BlockInvalid(f"{field.name}: {_show(want)} expected, found {_show(have)}")


def _show(value: object) -> str:
    return "0x" + value.hex() if isinstance(value, bytes) else str(value)


def name_of(block: CommittedBlock) -> BlockId:
    """Return the name by which consensus knows a committed block."""
    return BlockId(Hash32(block.header.hash), block_time_ms(block))
