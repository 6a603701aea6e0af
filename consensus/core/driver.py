"""
One height of consensus: keeps the messages, finds the rules that apply, runs them.

    Input -> keep (votes, proposals, verdicts) -> rules in fixed order -> step -> effects

After each input every rule is looked at again, first to last, until none applies: so it does
not matter which half of a condition comes last (lines 28, 36 and 49 each have two), nor can
one condition hide another. The order is fixed, so equal inputs give equal effects and a log
of inputs can be replayed.
"""

from collections.abc import Iterator
from contextlib import suppress

from chain.types.certificate import (
    NO_ROUND,
    BlockId,
    Certificate,
    ProposalMessage,
    Vote,
    VoteKind,
)
from chain.types.evidence import Evidence
from chain.types.primitives import Address, Height, Round
from chain.types.validators import ValidatorSet
from consensus.core import round as rules
from consensus.core.effects import (
    Broadcast,
    Decide,
    Effect,
    GetValue,
    Halt,
    ReportEvidence,
    Share,
)
from consensus.core.errors import (
    CertificateWithoutQuorum,
    ImpossibleRound,
    RoundTooFar,
    TooManyMessages,
    UnknownValidator,
    WrongHeight,
)
from consensus.core.inputs import (
    CertificateReceived,
    Input,
    ProposalReceived,
    ProposedValue,
    StartHeight,
    TimeoutElapsed,
    ValueBuilt,
    VoteReceived,
)
from consensus.core.proposals import Proposal, ProposalBook
from consensus.core.round import Condition, RoundState, Step
from consensus.core.votes import VoteBook


class Driver:
    """
    Consensus on one height, as seen by `validator`.

    A validator that is not in the set follows and decides, but never speaks. Votes count
    only when they come back as inputs, own ones too.
    """

    def __init__(self, height: Height, validators: ValidatorSet, validator: Address) -> None:
        self.height = height
        self.validators = validators
        self.validator = validator
        self.state = RoundState(height, validator)
        self.votes = VoteBook(validators)
        self.proposals = ProposalBook(validators)
        self._verdicts: dict[BlockId, bool] = {}
        self._certificates: dict[tuple[Round, BlockId], Certificate] = {}
        self._spoken: set[tuple[Round, VoteKind | None]] = set()
        self._halted = False

    def apply(self, happened: Input) -> tuple[Effect, ...]:
        """
        Take one input and return what is to be done, in order.

        Raises MessageRefused (an Invalid) when a message breaks a rule; nothing has changed
        then. Inputs that come too late, or twice, do nothing.
        """
        if self._halted:
            return ()
        effects = self._take(happened)
        while (condition := self._next_condition()) is not None:
            effects += self._step(condition)
        return (*effects, *self._halt_if_outvoted())

    def verdict(self, block_id: BlockId) -> bool | None:
        """Whether a block is valid; None while that is unknown."""
        return self._verdicts.get(block_id)

    def holds_certificate(self, certificate: Certificate) -> bool:
        """Whether a certificate for this block and round has been taken already."""
        return (certificate.round, certificate.block_id) in self._certificates

    def check_proposal(self, message: ProposalMessage) -> None:
        """Refuse what `apply` would refuse, before its block is fetched or executed."""
        self._check_height(message.height, message.round)
        self.proposals.check(message, self.state.round)

    def check_vote(self, vote: Vote) -> None:
        """Refuse what `apply` would refuse, before its signature is checked."""
        self._check_height(vote.height, vote.round)
        plain = vote.kind is VoteKind.PRECOMMIT or vote.block_id is None
        if vote.round < 0 or not NO_ROUND <= vote.valid_round < (0 if plain else vote.round):
            raise ImpossibleRound(
                vote.height, vote.round, "a valid round of -1 or earlier", str(vote.valid_round)
            )
        self.votes.check(vote)

    def has_spoken(self, message: Vote | ProposalMessage) -> bool:
        """Whether an own message for this round and step has been counted already."""
        return _place(message) in self._spoken

    def certificate(self, round_: Round, block_id: BlockId) -> Certificate:
        """Return the proof of a decision: all precommits for it that are known."""
        given = self._certificates.get((round_, block_id))
        votes = self.votes.round(round_).precommits.votes_for((block_id, NO_ROUND))
        signatures = dict(given.signatures) if given is not None else {}
        signatures.update({vote.validator: vote.signature for vote in votes})
        return Certificate(self.height, round_, block_id, tuple(sorted(signatures.items())))

    # Taking inputs: keep what was said; only then look for rules.

    def _take(self, happened: Input) -> list[Effect]:
        match happened:
            case StartHeight(height, round_):
                self._check_height(height, round_)
                if round_ > self.state.round:
                    return self._step(rules.NewRound(round_, self._proposes(round_)))
            case ProposalReceived(message, timely):
                return self._keep_proposal(message, timely)
            case VoteReceived(vote):
                return self._keep_vote(vote)
            case ProposedValue(block_id, valid):
                known = self._verdicts.setdefault(block_id, valid)
                assert known is valid, f"two verdicts on one block: {block_id.hash.hex()}"
            case ValueBuilt(height, round_, block_id):
                if (height, round_) == (self.height, self.state.round):
                    return self._step(rules.ValueReady(block_id))
            case TimeoutElapsed(timeout):
                following = Round(self.state.round + 1)
                return self._step(rules.WaitOver(timeout, self._proposes(following)))
            case CertificateReceived(certificate):
                return self._keep_certificate(certificate)
        return []

    def _keep_proposal(self, message: ProposalMessage, timely: bool) -> list[Effect]:
        self._check_height(message.height, message.round)
        votes = self.votes.round(message.round)
        evidence = self.proposals.add(message, timely, self.state.round, votes)
        if message.proposer == self.validator:
            self._spoken.add(_place(message))
        return [] if evidence is None else [ReportEvidence(evidence)]

    def _keep_vote(self, vote: Vote) -> list[Effect]:
        self.check_vote(vote)
        proofs = self.votes.add(vote, self.state.round)
        if vote.validator == self.validator:
            self._spoken.add(_place(vote))
        return [ReportEvidence(proof) for proof in proofs]

    def _keep_certificate(self, certificate: Certificate) -> list[Effect]:
        self._check_height(certificate.height, certificate.round)
        signers = {address for address, _ in certificate.signatures}
        power = sum(self.validators.power_of(address) for address in sorted(signers))
        if not self.validators.is_quorum(power):
            raise CertificateWithoutQuorum(
                certificate.height,
                certificate.round,
                f"power of more than two thirds of {self.validators.total_power}",
                str(power),
            )
        self._certificates.setdefault((certificate.round, certificate.block_id), certificate)
        return [ReportEvidence(proof) for proof in self._compare(certificate)]

    def _compare(self, certificate: Certificate) -> Iterator[Evidence]:
        """Count the precommits of a certificate: some may contradict what was said here."""
        height, round_, block_id = certificate.height, certificate.round, certificate.block_id
        for who, signature in certificate.signatures:
            kind, none = VoteKind.PRECOMMIT, NO_ROUND
            vote = Vote(kind, height, round_, block_id, none, who, signature)
            with suppress(TooManyMessages, RoundTooFar, UnknownValidator):
                yield from self.votes.add(vote, self.state.round)

    def _check_height(self, height: int, round_: int) -> None:
        if height != self.height:
            raise WrongHeight(height, round_, f"height {self.height}", f"height {height}")

    def _proposes(self, round_: Round) -> bool:
        return self.proposals.proposer(round_) == self.validator

    # Running rules.

    def _step(self, condition: Condition) -> list[Effect]:
        before = self.state
        self.state, effects = rules.step(before, condition)
        self._check_lock_rule()
        done = [effect for effect in effects if self._may(effect)]
        if isinstance(condition, rules.CommitQuorum) and self.state.decision is not None:
            done += self._late_precommit(before, condition.round, condition.block_id)
            done.append(Decide(self.certificate(condition.round, condition.block_id)))
        if self.state is not before:
            done += self._shares(condition)
        if self.state.round > before.round:
            self.votes.forget_nil(Round(self.state.round - 1))
        return done

    def _shares(self, condition: Condition) -> Iterator[Share]:
        """What this node has just acted on, for those who may not have it (a2)."""
        round_ = self.state.round
        match condition:
            case rules.ProposalWithPolka(block_id):
                for kept in self.proposals.at(round_):
                    choice = (kept.message.block_id, kept.message.valid_round)
                    prevotes = self.votes.round(round_).prevotes
                    if choice[0] == block_id and prevotes.has_quorum(choice):
                        yield Share(prevotes.votes_for(choice), kept.message)
            case rules.WaitOver(timeout) if timeout.round < round_:
                yield Share(self.votes.round(timeout.round).precommits.all_votes())
            case rules.LaterRound():
                votes = self.votes.round(round_)
                for tally in (votes.prevotes, votes.precommits):
                    if tally.first:
                        yield Share(tally.all_votes())

    def _late_precommit(self, before: RoundState, round_: Round, block_id: BlockId) -> list[Effect]:
        """
        Say the precommit that the others were too fast for, so that who is far still counts.

        Beyond the paper, and safe: the block is decided, this validator has precommitted nothing
        else in that round, voted in none after it, and says no more at this height. Who has not
        begun the height is behind, and says nothing (cometbft#5953).
        """
        kind, none = VoteKind.PRECOMMIT, NO_ROUND
        vote = Vote(kind, self.height, round_, block_id, none, self.validator)
        said = before.round == round_ and before.step is Step.PRECOMMIT
        began = before.step is not Step.NEW_HEIGHT and before.round <= round_
        late = Broadcast(vote)
        wanted = began and not said and not self.has_spoken(vote) and self._may(late)
        return [late] if wanted else []

    def _may(self, effect: Effect) -> bool:
        speaks = isinstance(effect, Broadcast | GetValue)
        return not speaks or self.validator in self.validators

    def _check_lock_rule(self) -> None:
        """validRound >= lockedRound always (paper, section 3)."""
        locked, valid = self.state.locked, self.state.valid
        assert locked is None or (valid is not None and valid.round >= locked.round)

    def _next_condition(self) -> Condition | None:
        """
        First rule that applies now, by fixed rank; each one, once run, no longer applies.

        Deciding comes first; the polka of this round comes before leaving it, because it may
        set the valid value; skipping to a later round comes last.
        """
        if self.state.step is Step.DECIDED:
            return None
        if (commit := next(self._commits(), None)) is not None:  # L49
            return commit
        if self.state.step is Step.NEW_HEIGHT:
            return None
        return (
            next(self._polkas(), None)  # L36
            or next(self._answers(), None)  # L28, L22
            or self._count_rule()  # L44, L34, L47
            or self._skip_rule()  # L55
        )

    def _commits(self) -> Iterator[rules.CommitQuorum]:
        """Line 49, in any round, lowest first: late precommits and late blocks both count."""
        for round_, block_id in self._quorum_precommits():
            if self._verdicts.get(block_id) is True:
                yield rules.CommitQuorum(block_id, round_)

    def _halt_if_outvoted(self) -> Iterator[Halt]:
        """Stop for good when the others decided a block that is invalid here."""
        for round_, block_id in self._quorum_precommits():
            if self._verdicts.get(block_id) is False:
                self._halted = True
                yield Halt(self.height, round_, block_id)
                return

    def _quorum_precommits(self) -> Iterator[tuple[Round, BlockId]]:
        for round_ in self.votes.rounds():
            for block_id, _ in self.votes.round(round_).precommits.quorum_choices():
                if block_id is not None:
                    yield round_, block_id
        yield from self._certificates

    def _polkas(self) -> Iterator[rules.ProposalWithPolka]:
        """Line 36: proposal and prevotes of this round, with one valid round."""
        if self.state.step < Step.PREVOTE or self.state.polka_seen:
            return
        prevotes = self.votes.round(self.state.round).prevotes
        for message in self._judged_messages(valid_only=True):
            if prevotes.has_quorum((message.block_id, message.valid_round)):
                yield rules.ProposalWithPolka(message.block_id)

    def _answers(self) -> Iterator[Condition]:
        """
        Lines 22 and 28: the prevote that answers this round's proposal.

        A proposal whose polka is missing is waited for, with timeoutPropose running.
        """
        if self.state.step is not Step.PROPOSE:
            return
        for kept in self._judged():
            block_id, valid = kept.message.block_id, self._verdicts[kept.message.block_id]
            valid_round = kept.message.valid_round
            if valid_round == NO_ROUND:
                yield rules.FreshProposal(block_id, valid, kept.timely)
            elif self.votes.round(valid_round).has_polka(block_id):
                yield rules.ProposalWithEarlierPolka(block_id, valid, valid_round)

    def _judged(self) -> Iterator[Proposal]:
        """Proposals of this round whose block has a verdict."""
        for kept in self.proposals.at(self.state.round):
            if kept.message.block_id in self._verdicts:
                yield kept

    def _judged_messages(self, valid_only: bool) -> Iterator[ProposalMessage]:
        for kept in self._judged():
            if not valid_only or self._verdicts[kept.message.block_id]:
                yield kept.message

    def _count_rule(self) -> Condition | None:
        """Lines 44, 34 and 47: what the counts of this round's votes allow."""
        state, votes = self.state, self.votes.round(self.state.round)
        if state.step is Step.PREVOTE and votes.prevotes.has_quorum((None, NO_ROUND)):
            return rules.PolkaNil()
        waits = state.step is Step.PREVOTE and not state.prevote_timeout_scheduled
        if waits and votes.prevotes.has_quorum_any():
            return rules.PrevotesAny()
        if not state.precommit_timeout_scheduled and votes.precommits.has_quorum_any():
            return rules.PrecommitsAny()
        return None

    def _skip_rule(self) -> rules.LaterRound | None:
        """Line 55: the highest later round in which an honest member is known to be."""
        later = {*self.votes.rounds(), *self.proposals.rounds()}
        for round_ in sorted(later, reverse=True):
            if round_ > self.state.round and self._has_witness(round_):
                return rules.LaterRound(round_, self._proposes(round_))
        return None

    def _has_witness(self, round_: Round) -> bool:
        speakers = set(self.votes.round(round_).voters())
        speakers |= {kept.message.proposer for kept in self.proposals.at(round_)}
        power = sum(self.validators.power_of(address) for address in sorted(speakers))
        return self.validators.is_honest_witness(power)


def _place(message: Vote | ProposalMessage) -> tuple[Round, VoteKind | None]:
    """Round and step of a message; a validator speaks once in each."""
    return message.round, message.kind if isinstance(message, Vote) else None
