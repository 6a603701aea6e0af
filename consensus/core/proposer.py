"""
Who proposes in which round: the weighted rotation, one turn further each round.

The rotation runs on copies: rounds that fail do not change the next height's order, only
the set that the chain hands over for the next height does.
"""

from chain.types.primitives import Round
from chain.types.validators import Validator, ValidatorSet


class ProposerRotation:
    """
    Proposers of the rounds of one height, each computed once.

    A round is at most a few ahead of the current one when it is asked for, so the work of a
    message from outside is bounded.
    """

    def __init__(self, validators: ValidatorSet) -> None:
        self._turns = [validators]

    def at(self, round_: Round) -> Validator:
        """Proposer of a round, proposer(h, round) of the paper."""
        assert round_ >= 0, "a round that has not begun has no proposer"
        while len(self._turns) <= round_:
            self._turns.append(self._turns[-1].incremented(1))
        return self._turns[round_].proposer
