"""
Votes of one height, counted by power.

    Vote -> VoteBook.add -> RoundVotes (round) -> Tally (kind) -> power by choice

A tally keeps a validator's first vote, and at most one more that contradicts it: both count,
each for its own block, because others may have heard only the second (the paper counts
messages). Further ones are taken only for a block that an honest member has voted for. So
what one validator can make us keep is bounded, and no peer can hide a quorum from us.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from chain.types.certificate import NO_ROUND, BlockId, Vote, VoteKind
from chain.types.evidence import DuplicateVote, Evidence
from chain.types.primitives import Address, Round
from chain.types.validators import ValidatorSet
from consensus.core.amnesia import find_amnesia
from consensus.core.errors import RoundTooFar, TooManyMessages, UnknownValidator

ROUNDS_AHEAD_MAX = 1  # votes of rounds up to current + 1 are always kept
CATCH_UP_ROUNDS_MAX = 2  # rounds beyond that in which one validator's votes are kept
VOTES_PER_STEP_MAX = 2  # different votes of one validator, round and kind, kept unasked

# What a vote says: block or nil, and the valid round it carries.
Choice = tuple[BlockId | None, Round]
NIL: Choice = (None, NO_ROUND)


def choice_of(vote: Vote) -> Choice:
    """Return what a vote says. Two signatures under the same words are one vote (a3)."""
    return vote.block_id, vote.valid_round


@dataclass(slots=True)
class Tally:
    """Votes of one kind in one round, first come first kept."""

    validators: ValidatorSet
    first: dict[Address, Vote] = field(default_factory=dict)
    by_choice: dict[Choice, dict[Address, Vote]] = field(default_factory=dict)
    _accused: set[Address] = field(default_factory=set)
    _powers: dict[Choice, int] = field(default_factory=dict)
    _power_any: int = 0

    def add(self, vote: Vote) -> DuplicateVote | None:
        """
        Count a vote; return evidence the first time its validator contradicts itself.

        Raises TooManyMessages when the validator has used up its contradictions.
        """
        choice = choice_of(vote)
        known = self.by_choice.get(choice, {})
        if vote.validator in known:
            return None
        if self._count_of(vote.validator) >= VOTES_PER_STEP_MAX and not self.has_witness(choice):
            raise TooManyMessages(
                vote.height,
                vote.round,
                f"at most {VOTES_PER_STEP_MAX} votes of one step",
                f"one more by 0x{vote.validator.hex()}",
            )
        power = self.validators.power_of(vote.validator)
        self.by_choice.setdefault(choice, {})[vote.validator] = vote
        self._powers[choice] = self._power(choice) + power
        first = self.first.setdefault(vote.validator, vote)
        self._power_any += power if first is vote else 0
        if first is vote or vote.validator in self._accused:
            return None
        self._accused.add(vote.validator)
        return DuplicateVote(first, vote)

    def remove(self, validator: Address) -> None:
        """Forget a validator's votes; its round fell out of the window."""
        power = self.validators.power_of(validator)
        if self.first.pop(validator, None) is not None:
            self._power_any -= power
        for choice, voters in self.by_choice.items():
            if voters.pop(validator, None) is not None:
                self._powers[choice] -= power

    def remove_nil(self) -> None:
        """Forget votes for nil; those who cast nothing else no longer count at all."""
        self._powers.pop(NIL, None)
        for validator, vote in self.by_choice.pop(NIL, {}).items():
            if self.first.get(validator) is vote:
                del self.first[validator]
                self._power_any -= self.validators.power_of(validator)

    def has_quorum(self, choice: Choice) -> bool:
        """More than two thirds voted for exactly this."""
        return self.validators.is_quorum(self._power(choice))

    def has_witness(self, choice: Choice) -> bool:
        """More than one third, so at least one honest member, voted for exactly this."""
        return self.validators.is_honest_witness(self._power(choice))

    def has_quorum_any(self) -> bool:
        """More than two thirds voted, for whatever; each member counts once."""
        return self.validators.is_quorum(self._power_any)

    def quorum_choices(self) -> Iterator[Choice]:
        """Each choice with a quorum, in order of first arrival."""
        return (choice for choice in self.by_choice if self.has_quorum(choice))

    def votes_for(self, choice: Choice) -> tuple[Vote, ...]:
        """Votes for one choice, in order of address."""
        voters = self.by_choice.get(choice, {})
        return tuple(voters[address] for address in sorted(voters))

    def all_votes(self) -> tuple[Vote, ...]:
        """Each voter's first vote, in order of address."""
        return tuple(self.first[address] for address in sorted(self.first))

    def votes_of(self, validator: Address) -> tuple[Vote, ...]:
        """Return all that one validator has said, in order of first arrival of the choice."""
        voters = self.by_choice.values()
        return tuple(votes[validator] for votes in voters if validator in votes)

    def holds(self, vote: Vote) -> bool:
        """Whether this validator is known to have said this."""
        return vote.validator in self.by_choice.get(choice_of(vote), ())

    def _power(self, choice: Choice) -> int:
        return self._powers.get(choice, 0)

    def _count_of(self, validator: Address) -> int:
        return len(self.votes_of(validator))


@dataclass(slots=True)
class RoundVotes:
    """Both tallies of one round."""

    prevotes: Tally
    precommits: Tally

    def tally(self, kind: VoteKind) -> Tally:
        """Return the tally of one kind."""
        return self.prevotes if kind is VoteKind.PREVOTE else self.precommits

    def has_polka(self, block_id: BlockId) -> bool:
        """A quorum of prevotes for a block, all with one valid round (line 28's vr')."""
        return any(choice[0] == block_id for choice in self.prevotes.quorum_choices())

    def voters(self) -> list[Address]:
        """Members with a vote of any kind, in order of address."""
        return sorted({*self.prevotes.first, *self.precommits.first})


class VoteBook:
    """All votes of a height, within bounds (a3)."""

    def __init__(self, validators: ValidatorSet) -> None:
        self._validators = validators
        self._rounds: dict[Round, RoundVotes] = {}
        self._ahead: dict[Address, list[Round]] = {}
        self._forgetful: set[Address] = set()
        self._nil_from = Round(0)

    def add(self, vote: Vote, current: Round) -> tuple[Evidence, ...]:
        """
        Keep and count a vote, seen from the current round; evidence if it contradicts.

        Raises UnknownValidator, RoundTooFar, TooManyMessages.
        """
        self.check(vote)
        if self._is_history(vote):
            return ()
        if vote.round > max(current, 0) + ROUNDS_AHEAD_MAX:
            self._make_room(vote, current)
        duplicate = self._at(vote.round).tally(vote.kind).add(vote)
        return (*(() if duplicate is None else (duplicate,)), *self._amnesia(vote))

    def check(self, vote: Vote) -> None:
        """Refuse a stranger before its signature costs anything. Raises UnknownValidator."""
        if vote.validator not in self._validators:
            raise UnknownValidator(
                vote.height, vote.round, "a member of the set", f"0x{vote.validator.hex()}"
            )

    def holds(self, vote: Vote) -> bool:
        """Whether this vote, under whatever signature, is kept already, or matters no more."""
        if self._is_history(vote):
            return True
        return vote.round in self._rounds and self.round(vote.round).tally(vote.kind).holds(vote)

    def round(self, round_: Round) -> RoundVotes:
        """Votes of one round; empty tallies when there are none."""
        return self._rounds.get(round_) or self._empty()

    def rounds(self) -> list[Round]:
        """Rounds with votes, lowest first."""
        return sorted(self._rounds)

    def forget_nil(self, before: Round) -> None:
        """
        Forget votes for nil of rounds before one: no rule asks for them again.

        Votes for blocks stay: an old round may still be decided (line 49). So a height that
        takes thousands of rounds keeps few votes of each.
        """
        for round_ in [r for r in self._rounds if self._nil_from <= r < before]:
            votes = self._rounds[round_]
            votes.prevotes.remove_nil()
            votes.precommits.remove_nil()
            if not votes.voters():
                del self._rounds[round_]
        self._nil_from = max(self._nil_from, before)

    def _is_history(self, vote: Vote) -> bool:
        return vote.block_id is None and vote.round < self._nil_from

    def _amnesia(self, vote: Vote) -> Iterator[Evidence]:
        """Yield proof, once a validator, that it forgot its lock."""
        if vote.block_id is None or vote.validator in self._forgetful:
            return
        others = (
            other
            for votes in map(self.round, self.rounds())
            for tally in (votes.prevotes, votes.precommits)
            for other in tally.votes_of(vote.validator)
        )
        if (found := find_amnesia(vote, others)) is not None:
            self._forgetful.add(vote.validator)
            yield found

    def _at(self, round_: Round) -> RoundVotes:
        if round_ not in self._rounds:
            self._rounds[round_] = self._empty()
        return self._rounds[round_]

    def _empty(self) -> RoundVotes:
        return RoundVotes(Tally(self._validators), Tally(self._validators))

    def _make_room(self, vote: Vote, current: Round) -> None:
        """
        Count a far round against its validator's two; a higher one pushes out the lowest.

        Bounded by signer, not by the peer that delivers: signatures cannot be borrowed, and
        relays are not blamed for what they carry.
        """
        limit = max(current, 0) + ROUNDS_AHEAD_MAX
        ahead = [r for r in self._ahead.get(vote.validator, []) if r > limit]
        if vote.round not in ahead:
            if len(ahead) >= CATCH_UP_ROUNDS_MAX:
                lowest = min(ahead)
                if vote.round < lowest:
                    raise RoundTooFar(
                        vote.height,
                        vote.round,
                        f"a round of at most {limit} or above {lowest}",
                        str(vote.round),
                    )
                ahead.remove(lowest)
                self._forget(vote.validator, lowest)
            ahead.append(vote.round)
        self._ahead[vote.validator] = ahead

    def _forget(self, validator: Address, round_: Round) -> None:
        votes = self._rounds[round_]
        votes.prevotes.remove(validator)
        votes.precommits.remove(validator)
        if not votes.voters():
            del self._rounds[round_]
