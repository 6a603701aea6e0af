"""Why governance says no."""

from chain.kit.record import Refusal
from chain.types.primitives import Seconds, Wei
from modules.governance.records import Status


class UnknownProposal(Refusal):
    """No proposal has this number."""

    id: int


class TextInvalid(Refusal):
    """A title is 1 to 128 bytes of UTF-8, a summary at most 4,096."""

    field: str
    bytes_max: int
    found_bytes: int


class TooManyOpenProposals(Refusal):
    """So many proposals are open; wait until some are decided."""

    maximum: int


class ChangesInvalid(Refusal):
    """A proposal changes 1 to 32 parameters, each named by at most 64 bytes."""

    maximum: int
    found: int


class CallTooLong(Refusal):
    """A proposal's call has at most so many bytes of data."""

    bytes_max: int
    found_bytes: int


class DryRunFailed(Refusal):
    """The proposal could not be carried out as things stand."""

    reason: str


class DepositTooSmall(Refusal):
    """A deposit must be at least this much, or complete what is missing."""

    needed_wei: Wei
    found_wei: Wei


class StatusWrong(Refusal):
    """A proposal in this status does not allow it."""

    id: int
    status: Status


class PeriodOver(Refusal):
    """The period for this ended."""

    ended_s: Seconds


class NoVotingPower(Refusal):
    """The account had no stake bonded, and none behind it, when voting began."""

    snapshot_height: int


class BallotInvalid(Refusal):
    """A vote names 1 to 4 different options with weights above zero that sum to 10,000 bps."""

    options: int
    sum_bps: int


class NotCanceller(Refusal):
    """Only its proposer, before it passed, or the guardian may cancel a proposal."""

    id: int


class GuardianConcerned(Refusal):
    """The guardian may not cancel a proposal about the guardian."""

    id: int


class ChangesRefused(Refusal):
    """The parameters may not be changed so."""

    reason: str


class InvariantBroken(Refusal):
    """An invariant would not hold any more."""

    invariant: str


class TargetNotOpen(Refusal):
    """Only another proposal that is not yet carried out can be cancelled."""

    id: int
