"""What staking refuses with."""

from chain.kit.record import Refusal
from chain.types.primitives import Address, Bps, Height, Seconds, Wei


class AlreadyValidator(Refusal):
    """This account is a validator already."""

    validator: Address


class UnknownValidator(Refusal):
    """No validator has this address."""

    validator: Address


class BondTooSmall(Refusal):
    """A validator must itself stake more than this."""

    bond_wei_min: Wei
    found_wei: Wei


class CandidatesFull(Refusal):
    """All candidates' places are taken, and the weakest candidate has at least this stake."""

    needed_wei: Wei
    found_wei: Wei


class MonikerTooLong(Refusal):
    """A moniker must be shorter than this."""

    bytes_max: int
    found_bytes: int


class CommissionTooHigh(Refusal):
    """This commission is above the most that is allowed."""

    maximum_bps: Bps
    found_bps: Bps


class CommissionStepTooBig(Refusal):
    """The commission may not move this far at once."""

    maximum_bps: Bps
    found_bps: Bps


class CommissionChangedRecently(Refusal):
    """The commission may change again only at this time."""

    allowed_s: Seconds


class ZeroAmount(Refusal):
    """An amount above zero is needed."""


class TooManyDelegations(Refusal):
    """An account may delegate to no more validators than this."""

    maximum: int


class StakeTooSmall(Refusal):
    """The delegation is smaller than the amount asked for."""

    needed_wei: Wei
    found_wei: Wei


class TooManyEntries(Refusal):
    """No more stake of one delegator may be in flight at this validator until some matures."""

    maximum: int


class SameValidator(Refusal):
    """Stake cannot be redelegated to where it is."""

    validator: Address


class RedelegationInFlight(Refusal):
    """Stake arrived at this validator by redelegation and may not go on before it matures."""

    validator: Address


class HeightNotPast(Refusal):
    """Voting power is known of past heights only."""

    current: Height
    found: Height


class SharesWorthless(Refusal):
    """Slashes left so little behind this validator that nobody can join the stake any more."""

    validator: Address


class ConsensusAddressTaken(Refusal):
    """This consensus address was used before; each is used by one validator, once."""

    consensus_address: Address


class ProofInvalid(Refusal):
    """The proof is not signed by the key of the new consensus address."""

    consensus_address: Address
    reason: str


class RotatedRecently(Refusal):
    """The consensus key may change again only at this time."""

    allowed_s: Seconds


class NotJailed(Refusal):
    """This validator is not jailed."""

    validator: Address


class Tombstoned(Refusal):
    """This validator broke consensus and is shut out for good."""

    validator: Address


class FaultNotPast(Refusal):
    """A fault can be punished only after it happened."""

    current: Height
    found: Height
