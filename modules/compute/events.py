"""What the compute market says happened."""

from chain.kit.record import Event, Indexed
from chain.types.primitives import Address, Hash32, Height, Wei
from modules.compute.records import BidState, Kind, OrderState, PolicyState, ProviderState, Reason

__all__ = [
    "BidMoved",
    "BidPlaced",
    "BondDeposited",
    "BondSlashed",
    "BondWithdrawn",
    "DepletionPredicted",
    "EarningsPaid",
    "HeartbeatSeen",
    "Matched",
    "OrderMoved",
    "OrderOpened",
    "PolicyChanged",
    "PolicyDrawn",
    "PolicyRefunded",
    "ProviderChanged",
    "Refunded",
    "ResultSubmitted",
    "RolledOver",
    "Ruled",
    "ToppedUp",
    "UnprovenTakenBack",
]


class OrderOpened(Event):
    """Somebody asks for compute; the budget and the reserve for fees are locked."""

    order: Indexed[int]
    requester: Indexed[Address]
    opener: Indexed[Address]
    kind: Kind
    budget_wei: Wei
    reserve_wei: Wei


class OrderMoved(Event):
    """An order went from one state to the next, for a reason of its owner, provider or network."""

    order: Indexed[int]
    source: OrderState
    target: OrderState
    reason: Reason
    height: Height


class ToppedUp(Event):
    """Coins joined an order's budget; `policy` is where they came from, 0 for an account."""

    order: Indexed[int]
    funder: Indexed[Address]
    policy: int
    amount_wei: Wei


class Refunded(Event):
    """What an order did not spend went back to who had paid it in."""

    order: Indexed[int]
    funder: Indexed[Address]
    amount_wei: Wei


class Matched(Event):
    """A bid won an order; the backup, if there is one, waits with its bond."""

    order: Indexed[int]
    provider: Indexed[Address]
    bid: int
    backup: int
    price_wei: Wei


class RolledOver(Event):
    """The backup took the order over from a provider that failed, left or vanished."""

    order: Indexed[int]
    source: Indexed[Address]
    target: Indexed[Address]
    reason: Reason


class ResultSubmitted(Event):
    """A provider delivered: the seal of the result, the units used, and what they cost."""

    order: Indexed[int]
    provider: Indexed[Address]
    milestone: int
    seal: Hash32
    units: int
    due_wei: Wei
    claim: int


class Ruled(Event):
    """A ruling, or the default for none, settled a claim: what the worker got of what was due."""

    order: Indexed[int]
    claim: int
    due_wei: Wei
    worker_wei: Wei
    forfeit_wei: Wei
    reason: Reason


class EarningsPaid(Event):
    """A provider was paid; `gross_wei` is the payer's cost, the take is its part that is not."""

    order: Indexed[int]
    provider: Indexed[Address]
    gross_wei: Wei
    burned_wei: Wei
    treasury_wei: Wei


class DepletionPredicted(Event):
    """A lease's money now lasts until this height, as far as is known."""

    order: Indexed[int]
    height: Height


class HeartbeatSeen(Event):
    """A lessor said that it serves; what was earned so far is proven."""

    order: Indexed[int]
    height: Height


class UnprovenTakenBack(Event):
    """What a vanished lessor would have earned since its last heartbeat stays the tenant's."""

    order: Indexed[int]
    provider: Indexed[Address]
    amount_wei: Wei


class BidPlaced(Event):
    """A provider offers to serve an order."""

    bid: Indexed[int]
    order: Indexed[int]
    provider: Indexed[Address]
    price_wei: Wei
    bond_wei: Wei


class BidMoved(Event):
    """A bid went on; its bond is free unless it is OPEN, BACKUP or WON."""

    bid: Indexed[int]
    order: Indexed[int]
    state: BidState


class BondSlashed(Event):
    """A provider lost bond: to whom, and why."""

    order: Indexed[int]
    provider: Indexed[Address]
    requester_wei: Wei
    treasury_wei: Wei
    verifier_wei: Wei
    reason: Reason


class BondDeposited(Event):
    """A provider put coins behind its bids."""

    provider: Indexed[Address]
    amount_wei: Wei


class BondWithdrawn(Event):
    """A provider took free bond back."""

    provider: Indexed[Address]
    amount_wei: Wei


class ProviderChanged(Event):
    """A provider registered, changed what it declares, or retired."""

    provider: Indexed[Address]
    state: ProviderState
    uri: str


class PolicyChanged(Event):
    """A spending policy was made, funded, revoked, or expired; what stands behind it now."""

    policy: Indexed[int]
    owner: Indexed[Address]
    state: PolicyState
    balance_wei: Wei


class PolicyDrawn(Event):
    """Coins of a policy went into an order."""

    policy: Indexed[int]
    order: Indexed[int]
    amount_wei: Wei


class PolicyRefunded(Event):
    """Coins that an order did not spend went back into the policy they came from."""

    policy: Indexed[int]
    order: Indexed[int]
    amount_wei: Wei
