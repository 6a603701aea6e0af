"""Why the compute market says no."""

from chain.kit.record import Refusal
from chain.types.primitives import Wei

__all__ = [
    "AttributesInvalid",
    "BidTooHigh",
    "BidsFull",
    "BondTooSmall",
    "CapacityInvalid",
    "ClaimOpen",
    "DepositTooSmall",
    "EscrowTooSmall",
    "NoEligibleBid",
    "NotEligible",
    "NothingDue",
    "NothingToMove",
    "OtherOrder",
    "PolicyForbids",
    "SealMissing",
    "TermsInvalid",
    "TooManyFunders",
    "UnknownAccessPolicy",
    "UnknownNumber",
    "UriInvalid",
]


class UnknownNumber(Refusal):
    """Nothing of this kind has this number."""

    what: str
    number: int


class TermsInvalid(Refusal):
    """A field must lie between these."""

    field: str
    minimum: int
    maximum: int
    found: int


class AttributesInvalid(Refusal):
    """Attributes are at most so many, each key once, none of them zero."""

    maximum: int
    found: int


class CapacityInvalid(Refusal):
    """Classes of capacity are at most so many, each once, of at most 100,000 slots."""

    maximum: int
    found: int


class UriInvalid(Refusal):
    """An endpoint is 1 to 256 bytes of UTF-8."""

    bytes_max: int
    found_bytes: int


class DepositTooSmall(Refusal):
    """More coins are needed: what is asked at least, and the reserve for fees."""

    needed_wei: Wei
    found_wei: Wei


class TooManyFunders(Refusal):
    """So many accounts fund the order already; those may add to what they gave."""

    maximum: int


class BidTooHigh(Refusal):
    """The order pays no more than this for a unit or a block."""

    maximum_wei: Wei
    found_wei: Wei


class BidsFull(Refusal):
    """The order has all the open bids it takes, and the worst of them is no worse than this one."""

    worst_wei: Wei


class UnknownAccessPolicy(Refusal):
    """No access policy has this number."""

    policy: int


class NotEligible(Refusal):
    """The provider is not what the order asks for."""

    reason: str


class BondTooSmall(Refusal):
    """The provider has less free bond than this takes."""

    needed_wei: Wei
    found_wei: Wei


class OtherOrder(Refusal):
    """The bid is for another order, or not open any more."""

    bid: int


class NoEligibleBid(Refusal):
    """No open bid of an eligible provider is there."""

    order: int


class SealMissing(Refusal):
    """A result is sealed by a hash that is not zero."""


class EscrowTooSmall(Refusal):
    """The escrow does not cover the verifier's fee; anyone may top it up."""

    needed_wei: Wei
    found_wei: Wei


class NothingDue(Refusal):
    """No deadline of the order has passed."""

    order: int


class NothingToMove(Refusal):
    """There is nothing that could be paid out."""


class PolicyForbids(Refusal):
    """The policy does not allow this."""

    reason: str


class ClaimOpen(Refusal):
    """The result is before the verifier already."""

    claim: int
