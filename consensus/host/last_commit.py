"""
Precommits that come after the decision: they earn their validators' uptime all the same.

    decided Certificate + late precommits for the same block and round -> larger Certificate

The proposer of the next height puts the larger proof into its block (CometBFT's LastCommit).
"""

from chain.certificates import verify_message
from chain.types.certificate import NO_ROUND, Certificate, Vote, VoteKind
from chain.types.validators import ValidatorSet


class LastCommit:
    """
    Proof of the last height, growing until the next block is built.

    `validators` are the ones who decided it; None where they are not known (right after a
    start): then nothing is added. Never larger than one signature a member.
    """

    def __init__(
        self, certificate: Certificate | None, validators: ValidatorSet | None, chain_id: int
    ) -> None:
        self._first, self._validators, self._chain_id = certificate, validators, chain_id
        self._signatures = dict(certificate.signatures) if certificate is not None else {}

    @property
    def certificate(self) -> Certificate | None:
        """Everything that is known to prove the last height; None before the first."""
        first = self._first
        if first is None or len(self._signatures) == len(first.signatures):
            return first
        signatures = tuple(sorted(self._signatures.items()))
        return Certificate(first.height, first.round, first.block_id, signatures)

    def add(self, vote: Vote) -> bool:
        """
        Add a late precommit; False when it says something else, or nothing new.

        Raises SignatureRefused when it is not its author's.
        """
        first, validators = self._first, self._validators
        if first is None or validators is None:
            return False
        wanted = (VoteKind.PRECOMMIT, first.height, first.round, first.block_id, NO_ROUND)
        found = (vote.kind, vote.height, vote.round, vote.block_id, vote.valid_round)
        known = vote.validator in self._signatures
        if found != wanted or known or vote.validator not in validators:
            return False
        verify_message(vote, self._chain_id)
        self._signatures[vote.validator] = vote.signature
        return True
