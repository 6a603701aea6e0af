"""
Everything that can happen to one height of consensus.

    network, clock, application -> Input -> Driver.apply -> Effect -> host

Signatures are checked before an input is made; what a block means is not known here, only
its name and whether the application found it valid.
"""

from dataclasses import dataclass
from enum import IntEnum

from chain.types.certificate import BlockId, Certificate, ProposalMessage, Vote
from chain.types.primitives import Height, Round


class TimeoutKind(IntEnum):
    """The three waits of a round (paper, lines 57, 61, 65)."""

    PROPOSE = 1
    PREVOTE = 2
    PRECOMMIT = 3


@dataclass(frozen=True, slots=True)
class Timeout:
    """One wait; the host chooses its length from kind and round."""

    kind: TimeoutKind
    height: Height
    round: Round


@dataclass(frozen=True, slots=True)
class StartHeight:
    """
    Begin: the parent is committed and the block interval has passed.

    `round` is 0, except when a node has signed in rounds that its log has lost: then it goes
    on in the first round in which it has signed nothing.
    """

    height: Height
    round: Round = Round(0)


@dataclass(frozen=True, slots=True)
class ProposalReceived:
    """
    A signed proposal, own ones included.

    `timely` says whether it came near enough to its block's time, by the clock of its arrival
    (proposer-based timestamps); it counts for fresh proposals only (line 22).
    """

    message: ProposalMessage
    timely: bool


@dataclass(frozen=True, slots=True)
class VoteReceived:
    """A signed vote, own ones included."""

    vote: Vote


@dataclass(frozen=True, slots=True)
class ProposedValue:
    """
    The block is here, and the application's verdict on it: valid(v) of the paper.

    The verdict depends on the block and the state at height - 1 only, never on the round.
    """

    block_id: BlockId
    valid: bool


@dataclass(frozen=True, slots=True)
class ValueBuilt:
    """Answer to GetValue: the block that this node built for this round."""

    height: Height
    round: Round
    block_id: BlockId


@dataclass(frozen=True, slots=True)
class TimeoutElapsed:
    """A scheduled wait is over."""

    timeout: Timeout


@dataclass(frozen=True, slots=True)
class CertificateReceived:
    """A verified certificate of this height: the way to catch up without its votes."""

    certificate: Certificate


Input = (
    StartHeight
    | ProposalReceived
    | VoteReceived
    | ProposedValue
    | ValueBuilt
    | TimeoutElapsed
    | CertificateReceived
)
