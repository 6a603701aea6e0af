"""Everything that consensus may ask of its host, in the order it is to be done."""

from dataclasses import dataclass

from chain.types.certificate import BlockId, Certificate, ProposalMessage, Vote
from chain.types.evidence import Evidence
from chain.types.primitives import Height, Round
from consensus.core.inputs import Timeout


@dataclass(frozen=True, slots=True)
class Broadcast:
    """Sign this vote or proposal, feed it back as an input, and send it to all."""

    message: Vote | ProposalMessage


@dataclass(frozen=True, slots=True)
class ScheduleTimeout:
    """Answer with TimeoutElapsed when the wait is over."""

    timeout: Timeout


@dataclass(frozen=True, slots=True)
class GetValue:
    """Build a block and answer with ProposedValue and ValueBuilt: getValue() of the paper."""

    height: Height
    round: Round


@dataclass(frozen=True, slots=True)
class Decide:
    """The height is final: commit the block with its certificate."""

    certificate: Certificate


@dataclass(frozen=True, slots=True)
class Share:
    """
    Send on what this node has acted on, so that nobody is left behind (gossip property, a2).

    `votes` are of one round and kind: the polka behind a valid value, the precommits that ended
    a round, or those that made this node skip to a later one. `proposal` goes with a polka.
    """

    votes: tuple[Vote, ...]
    proposal: ProposalMessage | None = None


@dataclass(frozen=True, slots=True)
class ReportEvidence:
    """A validator is provably at fault; keep the proof for the chain."""

    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Halt:
    """
    More than two thirds decided a block that this node finds invalid.

    Either this node is wrong or more than a third of the power lies: going on helps nobody.
    """

    height: Height
    round: Round
    block_id: BlockId


Effect = Broadcast | ScheduleTimeout | GetValue | Decide | Share | ReportEvidence | Halt
