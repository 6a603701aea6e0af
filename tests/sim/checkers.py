"""
What must hold, whatever happens: one method a property, told of every signature and commit.

    signers, liars, chains -> Checkers -> agreement, validity, lock rule, ... -> Violation

Checkers see everything that anyone signs, which no node does; so they can say whether a polka
existed, and not only whether a node believed in it.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from chain.certificates import CertificateRefused, digest, verify_certificate
from chain.evidence import accused_by
from chain.types.certificate import BlockId, Certificate, ProposalMessage, Vote, VoteKind
from chain.types.evidence import Evidence
from chain.types.primitives import Address, Round
from chain.types.validators import ValidatorSet
from consensus.core.inputs import Timeout, TimeoutKind
from consensus.core.round import RoundState
from consensus.host.config import TimeoutConfig
from consensus.host.signer import SignState, SignStep
from tests.sim.chain import CHAIN_ID

Message = Vote | ProposalMessage


@dataclass(frozen=True, slots=True)
class Violation:
    """A property that did not hold."""

    property: str
    text: str


def step_name(message: Message) -> str:
    """Step of a round in which a message is signed."""
    return message.kind.name.lower() if isinstance(message, Vote) else "propose"


@dataclass
class Said:
    """Everything that was ever signed, by correct nodes and liars, sorted for questions."""

    validators_of: Callable[[int], ValidatorSet]
    voters: dict[tuple[int, int, VoteKind, BlockId | None], set[Address]] = field(
        default_factory=lambda: defaultdict(set)
    )
    precommitters: dict[tuple[int, int], set[Address]] = field(
        default_factory=lambda: defaultdict(set)
    )
    last_round: dict[tuple[int, Address], int] = field(default_factory=dict)
    proposed: dict[tuple[int, BlockId], set[tuple[int, Address]]] = field(
        default_factory=lambda: defaultdict(set)
    )
    quorum_ms: dict[tuple[int, int], int] = field(default_factory=dict)

    def add(self, message: Message, author: Address, now_ms: int) -> None:
        """Note one signature."""
        height, round_ = message.height, message.round
        if isinstance(message, Vote):
            self.voters[height, round_, message.kind, message.block_id].add(author)
            if message.kind is VoteKind.PRECOMMIT:
                known = self.precommitters[height, round_]
                known.add(author)
                if self.validators_of(height).is_quorum(self.power(height, known)):
                    self.quorum_ms.setdefault((height, round_), now_ms)
        else:
            self.proposed[height, message.block_id].add((round_, author))
        place = height, author
        self.last_round[place] = max(round_, self.last_round.get(place, -1))

    def power(self, height: int, who: set[Address]) -> int:
        """Voting power of some, at a height."""
        validators = self.validators_of(height)
        return sum(validators.power_of(address) for address in sorted(who))

    def has_polka(self, height: int, round_: int, block_id: BlockId) -> bool:
        """Whether more than two thirds have prevoted a block in a round."""
        who = self.voters[height, round_, VoteKind.PREVOTE, block_id]
        return self.validators_of(height).is_quorum(self.power(height, who))

    def has_witness_from(self, height: int, round_: int) -> bool:
        """Whether more than one third have spoken in this round or later."""
        who = {a for (h, a), last in self.last_round.items() if h == height and last >= round_}
        return self.validators_of(height).is_honest_witness(self.power(height, who))


class Checkers:
    """All properties of one simulation; `violations` stays empty when they hold."""

    def __init__(
        self,
        validators_of: Callable[[int], ValidatorSet],
        timeouts: TimeoutConfig,
        now_ms: Callable[[], int],
    ) -> None:
        self.said = Said(validators_of)
        self._validators_of, self._timeouts, self._now_ms = validators_of, timeouts, now_ms
        self._words: dict[tuple[Address, int, int, str], bytes] = {}
        self._locks: dict[tuple[Address, int], Vote] = {}
        self._last_signed: dict[Address, tuple[int, int, int]] = {}
        self._decided: dict[int, BlockId] = {}
        self._roots: dict[int, bytes] = {}
        self.honest: set[Address] = set()
        self.violations: list[Violation] = []
        self.on_violation: Callable[[], None] = lambda: None

    def fail(self, name: str, text: str) -> None:
        """Note a violation of the property of this name."""
        self.violations.append(Violation(name, text))
        self.on_violation()

    # Signatures.

    def lied(self, message: Message, author: Address) -> None:
        """A liar has signed something, or says that somebody else has."""
        self.said.add(message, author, self._now_ms())

    def signed(self, message: Message, author: Address, state: RoundState | None) -> None:
        """A correct node has signed something, at this state of its height."""
        self._check_single_voice(message, author)
        self._check_patience(message, author)
        if isinstance(message, Vote):
            self._check_lock_rule(message)
            if message.kind is VoteKind.PRECOMMIT and message.block_id is not None:
                self._locks[author, message.height] = message
        else:
            self._check_proposal(message)
        if state is not None and state.locked is not None:
            valid_round = -1 if state.valid is None else state.valid.round
            if valid_round < state.locked.round:
                self.fail("valid round", f"{show(author)}: {valid_round} < {state.locked.round}")
        place = message.height, message.round, int(SignStep[step_name(message).upper()])
        self._last_signed[author] = max(place, self._last_signed.get(author, place))
        self.said.add(message, author, self._now_ms())

    def woke(self, author: Address, state: SignState) -> None:
        """A correct node's signer has read its memory: all it ever signed must be in it."""
        found = state.height, state.round, max(state.signed, default=0)
        expected = self._last_signed.get(author, found)
        if found < expected:
            self.fail("memory", f"{show(author)} signed {expected} and remembers {found}")

    def refused(self, author: Address, reason: str) -> None:
        """A correct node's signer has refused: its log has forgotten what it signed."""
        self.fail("memory", f"{show(author)} asked its signer for a contradiction: {reason}")

    def accused(self, evidence: Evidence) -> None:
        """A correct node holds evidence for proven: then its accused is a liar."""
        accused = accused_by(evidence)
        if accused in self.honest:
            self.fail("evidence", f"{show(accused)} is accused wrongly: {evidence}")

    def _check_single_voice(self, message: Message, author: Address) -> None:
        """No correct node signs two things at one place, not even after a crash."""
        place = author, message.height, message.round, step_name(message)
        words = digest(message, CHAIN_ID)
        if self._words.setdefault(place, words) != words:
            self.fail("single voice", f"{show(author)} signed twice at {place[1:]}")

    def _check_lock_rule(self, vote: Vote) -> None:
        """A block precommitted binds until a later polka; a precommit follows from a polka."""
        where = f"{show(vote.validator)} at {vote.height}/{vote.round}"
        if vote.block_id is None:
            return
        if vote.kind is VoteKind.PRECOMMIT:
            if not self.said.has_polka(vote.height, vote.round, vote.block_id):
                self.fail("lock rule", f"{where} precommitted without a polka")
            return
        lock = self._locks.get((vote.validator, vote.height))
        if lock is None or lock.block_id == vote.block_id or lock.round >= vote.round:
            return
        freed = vote.valid_round >= lock.round
        if not freed or not self.said.has_polka(vote.height, vote.valid_round, vote.block_id):
            self.fail("lock rule", f"{where} left its lock of round {lock.round} without a polka")

    def _check_proposal(self, message: ProposalMessage) -> None:
        """validRound >= lockedRound: who holds a lock proposes it, or something later."""
        where = f"{show(message.proposer)} at {message.height}/{message.round}"
        lock = self._locks.get((message.proposer, message.height))
        if lock is not None and lock.round < message.round and message.valid_round < lock.round:
            self.fail("valid round", f"{where} is locked since {lock.round} and proposes anew")
        claims = message.valid_round >= 0
        if claims and not self.said.has_polka(
            message.height, message.valid_round, message.block_id
        ):
            self.fail("valid round", f"{where} claims a polka that is none")

    def _check_patience(self, message: Message, author: Address) -> None:
        """A round is left after timeoutPrecommit, or behind more than a third (L47, L55)."""
        height, round_ = message.height, message.round
        known = self.said.last_round.get((height, author), -1) >= round_
        if round_ == 0 or known or self.said.has_witness_from(height, round_):
            return
        since_ms = self.said.quorum_ms.get((height, round_ - 1))
        timeout = Timeout(TimeoutKind.PRECOMMIT, message.height, Round(round_ - 1))
        due_ms = None if since_ms is None else since_ms + self._timeouts.duration_ms(timeout)
        if due_ms is None or self._now_ms() < due_ms:
            self.fail("patience", f"round {height}/{round_ - 1} was given up before its wait")

    # Decisions.

    def committed(
        self, who: str, certificate: Certificate, root: bytes, supply: tuple[int, int]
    ) -> None:
        """A correct node has committed a block; its chain has this root and supply now."""
        height, block_id = certificate.height, certificate.block_id
        if self._decided.setdefault(height, block_id) != block_id:
            self.fail("agreement", f"{who} decided another block at height {height}")
        if self._roots.setdefault(height, root) != root:
            self.fail("state root", f"{who} has another state at height {height}")
        if supply[0] != supply[1]:
            self.fail("supply", f"{who}: {supply[1]} expected at height {height}: {supply[0]}")
        validators = self._validators_of(height)
        try:
            verify_certificate(certificate, validators, CHAIN_ID)
        except CertificateRefused as error:
            self.fail("certificate", f"{who}: {error}")
        self._check_validity(who, height, block_id, validators)

    def _check_validity(
        self, who: str, height: int, block_id: BlockId, validators: ValidatorSet
    ) -> None:
        """What is decided was proposed by somebody whose turn it was."""
        for round_, author in sorted(self.said.proposed[height, block_id]):
            if validators.incremented(round_).proposer.address == author:
                return
        self.fail("validity", f"{who} decided a block at height {height} that nobody proposed")

    def decided(self, height: int) -> BlockId | None:
        """Block that correct nodes decided; None while they did not."""
        return self._decided.get(height)


def show(address: Address) -> str:
    """Return the start of an address, for people."""
    return "0x" + address.hex()[:6]
