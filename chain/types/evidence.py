"""
Proof that a validator broke the rules, made of its own signatures.

    Vote, Vote | ProposalMessage, ProposalMessage | Header, Certificate -> Evidence -> Misbehaviour

Holding evidence proves nothing until `chain.evidence.verify_evidence` has passed it.
"""

from dataclasses import dataclass

from chain.types.certificate import Certificate, ProposalMessage, Vote
from chain.types.header import Header
from chain.types.primitives import Height
from chain.types.validators import ValidatorSet


@dataclass(frozen=True, slots=True)
class DuplicateVote:
    """Two votes of one validator in one height, round and step that say different things."""

    first: Vote
    second: Vote


@dataclass(frozen=True, slots=True)
class DuplicateProposal:
    """Two proposals of one proposer in one height and round that say different things."""

    first: ProposalMessage
    second: ProposalMessage


@dataclass(frozen=True, slots=True)
class Amnesia:
    """
    A validator that forgot its lock (accountable Tendermint).

    `precommit` is for a block in round r; `prevote` is for another block in a later round and
    carries a valid round before r, so no polka since the lock freed it.
    """

    precommit: Vote
    prevote: Vote


@dataclass(frozen=True, slots=True)
class LightClientAttack:
    """
    A certified header that is not this chain's, as a light client was shown it.

    `validators` is the set that the conflicting header claims to be decided by; `common_height`
    is the last height at which the light client's chain and this one agreed.
    """

    header: Header
    certificate: Certificate
    validators: ValidatorSet
    common_height: Height


Evidence = DuplicateVote | DuplicateProposal | Amnesia | LightClientAttack
