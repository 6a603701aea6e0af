"""
Compute: jobs and leases, from the order to the last coin.

Rendered from modules/compute/module.py by `python -m cli.render`; not to be edited.
"""

from collections.abc import Sequence  # noqa: F401
from dataclasses import dataclass
from enum import IntEnum  # noqa: F401
from typing import Annotated, ClassVar, Final  # noqa: F401

from client import kit
from client.transactions import Pending
from client.modules.shared import (
    AddressTaken,
    ClaimTerms,
    CoinsMoved,
    DelegatecallRefused,
    Denied,
    InsufficientCoins,
    Level,
    ModulePaused,
    ModuleResumed,
    NotPayable,
    Paused,
    Reentered,
    RoleForbids,
    StateForbids,
    TimerFailed,
    Unauthorized,
)


class Kind(IntEnum):
    """What is asked for."""

    JOB = 0
    LEASE = 1


class Tenure(IntEnum):
    """How firmly a lease holds."""

    ON_DEMAND = 0
    SPOT = 1
    RESERVED = 2


class OrderState(IntEnum):
    """Where an order stands, from its opening to the last coin."""

    NOTHING = 0
    OPEN = 1
    CANCELLED = 2
    EXPIRED = 3
    RESERVED = 4
    MATCHED = 5
    FAILED_START = 6
    RUNNING = 7
    PAUSED = 8
    LOW_FUNDS = 9
    RECLAIMING = 10
    SUBMITTED = 11
    DISPUTED = 12
    MISSED = 13
    ACCEPTED = 14
    RESOLVED = 15
    CLOSED = 16
    CLOSED_FUNDS = 17
    SETTLED = 18


class Reason(IntEnum):
    """Why an order moved: 1 to 63 its owner, 64 to 127 the provider, from 128 on the network."""

    NONE = 0
    OWNER_OPENED = 1
    OWNER_CANCELLED = 2
    OWNER_CHOSE = 3
    OWNER_ACCEPTED = 4
    OWNER_LEFT = 5
    OWNER_PAUSED = 6
    OWNER_RESUMED = 7
    OWNER_DISPUTED = 8
    OWNER_TOPPED_UP = 9
    PROVIDER_STARTED = 64
    PROVIDER_SUBMITTED = 65
    PROVIDER_MAINTENANCE = 66
    PROVIDER_PREEMPTED = 67
    PROVIDER_KILLED = 68
    NETWORK_TTL = 128
    NETWORK_MATCHED = 129
    NETWORK_NOT_STARTED = 130
    NETWORK_DEADLINE = 131
    NETWORK_DEPLETED = 132
    NETWORK_UNFUNDED = 133
    NETWORK_VANISHED = 134
    NETWORK_WINDOW = 135
    NETWORK_TERM = 136
    NETWORK_RESERVATION = 137
    NETWORK_PAUSE_OVER = 138
    NETWORK_DISPUTED = 139
    NETWORK_RULED = 140
    NETWORK_NO_VERDICT = 141
    NETWORK_HOLDBACK = 142
    NETWORK_DISPLACED = 143
    NETWORK_TOPPED_UP = 144


class BidState(IntEnum):
    """Where a bid stands; its bond is locked while it is OPEN, BACKUP or WON."""

    NOTHING = 0
    OPEN = 1
    BACKUP = 2
    WON = 3
    WITHDRAWN = 4
    EVICTED = 5
    LOST = 6
    ENDED = 7


class ProviderState(IntEnum):
    """Whether an account offers compute."""

    NOTHING = 0
    ACTIVE = 1
    RETIRED = 2


class PolicyState(IntEnum):
    """Whether a standing authority to spend is in force."""

    NOTHING = 0
    ACTIVE = 1
    REVOKED = 2
    EXPIRED = 3


@dataclass(frozen=True, slots=True)
class Attribute(kit.Record):
    """A property by key and value, as hashes or short words of 32 bytes."""

    key: kit.Bytes32
    value: kit.Bytes32


@dataclass(frozen=True, slots=True)
class Capacity(kit.Record):
    """How many engagements at a time a provider takes in one class of machines."""

    capacity_class: kit.Bytes32
    slots: kit.Uint256


@dataclass(frozen=True, slots=True)
class OrderTerms(kit.Record):
    """
    What an order asks for; fixed when it is opened.

    `spec` is the hash of what is to be run; the bytes travel beside the chain. `price_max_wei` is
    for one metered unit of a job or one block of a lease. Without `auction_blocks` the requester
    picks a bid, with them the cheapest eligible one wins at their end. `run_blocks` is the time of
    a job or of each of its `milestones`; `duration_blocks` ends a lease (0: the longest there is).
    `start_height` and `reservation_wei` are for reserved leases: where the owner cancels before
    the start, the provider keeps the reservation. `reclaim_blocks` is the shortest notice the
    tenant takes. `policy` tops the lease up with `top_up_wei` at a time when it runs dry.
    `provider_policy` is the access policy that whoever serves must satisfy; 0 for everybody.
    """

    kind: Kind = Kind.JOB
    tenure: Tenure = Tenure.ON_DEMAND
    spec: kit.Bytes32 = kit.ZERO_BYTES32
    capacity_class: kit.Bytes32 = kit.ZERO_BYTES32
    attributes: tuple[Attribute, ...] = ()
    tier_min: kit.Uint256 = 0
    price_max_wei: kit.Wei = 0
    provider: kit.Address = kit.ZERO_ADDRESS
    wants_backup: bool = False
    auction_blocks: kit.Height = 0
    ttl_blocks: kit.Height = 0
    run_blocks: kit.Height = 0
    milestones: kit.Uint256 = 0
    duration_blocks: kit.Height = 0
    start_height: kit.Height = 0
    reservation_wei: kit.Wei = 0
    reclaim_blocks: kit.Height = 0
    policy: kit.Uint256 = 0
    top_up_wei: kit.Wei = 0
    claim: ClaimTerms = ClaimTerms(Level.NONE, 0, kit.ZERO_BYTES32, 0, kit.ZERO_BYTES32, kit.ZERO_BYTES32)
    provider_policy: kit.Uint256 = 0


@dataclass(frozen=True, slots=True)
class Offer(kit.Record):
    """What a provider says in a bid."""

    price_wei: kit.Wei
    pause_price_wei: kit.Wei = 0
    reclaim_blocks: kit.Height = 0
    device: kit.Uint256 = 0
    displaces: kit.Uint256 = 0


@dataclass(frozen=True, slots=True)
class PolicyTerms(kit.Record):
    """
    What a standing policy lets others spend.

    Who may open orders under it (`spender`, zero for anybody), with which provider (zero for
    any), how much for one order and for all orders of a period, until which height, and what
    every order must ask for at least.
    """

    spender: kit.Address = kit.ZERO_ADDRESS
    provider: kit.Address = kit.ZERO_ADDRESS
    job_wei_max: kit.Wei = 0
    period_wei_max: kit.Wei = 0
    period_blocks: kit.Height = 0
    expires_at: kit.Height = 0
    level_min: Level = Level.NONE
    tier_min: kit.Uint256 = 0
    attributes: tuple[Attribute, ...] = ()


@dataclass(frozen=True, slots=True)
class ComputeParams(kit.Record):
    """The market's rules; an order lives by those that stood when it was matched."""

    min_deposit_wei: kit.Wei
    bid_bond_wei_min: kit.Wei
    bid_bond_bps: kit.Bps
    bids_max: kit.Uint256
    order_ttl_blocks_max: kit.Height
    start_timeout_blocks: kit.Height
    run_blocks_max: kit.Height
    lease_blocks_max: kit.Height
    milestones_max: kit.Uint256
    grace_blocks: kit.Height
    reclaim_blocks_min: kit.Height
    reclaim_blocks_max: kit.Height
    spot_notice_blocks: kit.Height
    pause_blocks_max: kit.Height
    heartbeat_blocks: kit.Height
    holdback_blocks: kit.Height
    verdict_timeout_blocks: kit.Height
    stalled_worker_bps: kit.Bps
    take_bps: kit.Bps
    take_burn_bps: kit.Bps
    slash_start_bps: kit.Bps
    slash_miss_bps: kit.Bps
    slash_fraud_bps: kit.Bps
    slash_requester_bps: kit.Bps
    poke_reward_wei: kit.Wei
    policy_blocks_max: kit.Height
    requester_policy: kit.Uint256


@dataclass(frozen=True, slots=True)
class Order(kit.Record):
    """An order as it was opened; the opener, if another, may only pick a bid or cancel."""

    requester: kit.Address
    expires_at: kit.Height
    kind: Kind
    opener: kit.Address
    opened_at: kit.Height


@dataclass(frozen=True, slots=True)
class Progress(kit.Record):
    """
    What changes in an order's life.

    `until` is the deadline of the state's own wait, `timer_at` the tick at which the queue holds
    an entry. `due_wei` is what the submitted result, or the dispute, is about.
    """

    state: OrderState
    milestone: kit.Uint256
    until: kit.Height
    timer_at: kit.Height
    newest_step: kit.Uint256
    auction_at: kit.Height
    bid: kit.Uint256
    backup: kit.Uint256
    claim: kit.Uint256
    due_wei: kit.Wei
    policy_drawn_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Ledger(kit.Record):
    """
    One order's money, in wei.

    deposited == unspent + earned + fees + refunded, always; `reserve_wei` is the part of what is
    unspent that waits for fees. `earned_wei` counts all providers of the order, before the take.
    """

    deposited_wei: kit.Wei
    earned_wei: kit.Wei
    refunded_wei: kit.Wei
    reserve_wei: kit.Wei
    fees_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Rules(kit.Record):
    """The parameters that an order was matched under."""

    take_bps: kit.Bps
    take_burn_bps: kit.Bps
    slash_start_bps: kit.Bps
    slash_miss_bps: kit.Bps
    slash_fraud_bps: kit.Bps
    slash_requester_bps: kit.Bps
    stalled_worker_bps: kit.Bps
    start_timeout_blocks: kit.Height
    grace_blocks: kit.Height
    pause_blocks_max: kit.Height
    spot_notice_blocks: kit.Height
    heartbeat_blocks: kit.Height
    holdback_blocks: kit.Height
    verdict_timeout_blocks: kit.Height
    lease_blocks_max: kit.Height


@dataclass(frozen=True, slots=True)
class OrderView(kit.Record):
    """One order, whole."""

    number: kit.Uint256
    order: Order
    terms: OrderTerms
    progress: Progress
    provider: kit.Address
    price_wei: kit.Wei
    ledger: Ledger
    rules: Rules


@dataclass(frozen=True, slots=True)
class Step(kit.Record):
    """One entry of an order's timeline."""

    height: kit.Height
    state: OrderState
    reason: Reason


@dataclass(frozen=True, slots=True)
class DepositEntry(kit.Record):
    """What one funder put into an order, and what became of it."""

    funder: kit.Address
    policy: kit.Uint256
    deposited_wei: kit.Wei
    spent_wei: kit.Wei
    refunded_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Lease(kit.Record):
    """A lease as it stands now, settled in thought."""

    rate_wei: kit.Wei
    earned_wei: kit.Wei
    paid_wei: kit.Wei
    claimable_wei: kit.Wei
    held_wei: kit.Wei
    available_wei: kit.Wei
    depletes_at: kit.Height
    blocks_left: kit.Height
    heartbeat_by: kit.Height
    ends_at: kit.Height


@dataclass(frozen=True, slots=True)
class Bid(kit.Record):
    """
    An offer: a price for a unit or a block, and what stands behind it.

    `pause_price_wei` is paid for each block in which the tenant pauses. `device` is the device
    that will serve, 0 for none; `displaces` is a spot lease of the bidder that makes room.
    """

    provider: kit.Address
    order: kit.Uint256
    bond_wei: kit.Wei
    placed_at: kit.Height
    state: BidState
    price_wei: kit.Wei
    pause_price_wei: kit.Wei
    reclaim_blocks: kit.Height
    device: kit.Uint256
    displaces: kit.Uint256


@dataclass(frozen=True, slots=True)
class Provider(kit.Record):
    """Who offers compute, its endpoint, and its bond: free, or locked behind bids."""

    state: ProviderState
    uri: str
    free_wei: kit.Wei
    locked_wei: kit.Wei
    paid_wei: kit.Wei
    slashed_wei: kit.Wei
    ended: kit.Uint256


@dataclass(frozen=True, slots=True)
class Policy(kit.Record):
    """A standing policy, the coins that stand behind it, and what this period has taken."""

    owner: kit.Address
    state: PolicyState
    balance_wei: kit.Wei
    period_start: kit.Height
    period_spent_wei: kit.Wei
    terms: PolicyTerms


@dataclass(frozen=True, slots=True)
class Totals(kit.Record):
    """Where the module's coins are, by kind, in wei."""

    escrow_wei: kit.Wei
    earned_wei: kit.Wei
    bonds_wei: kit.Wei
    policies_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Slots(kit.Record):
    """How many engagements are under way, and how many there could be at a time."""

    busy: kit.Uint256
    declared: kit.Uint256


@dataclass(frozen=True, slots=True)
class Revenue(kit.Record):
    """What the market has moved so far: orders ended, pay before the take, and its legs in wei."""

    paid_orders: kit.Uint256
    gross_wei: kit.Wei
    burned_wei: kit.Wei
    treasury_wei: kit.Wei
    refunded_wei: kit.Wei
    slashed_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class BidMoved(kit.Event):
    """A bid went on; its bond is free unless it is OPEN, BACKUP or WON."""

    bid: Annotated[kit.Uint256, kit.INDEXED]
    order: Annotated[kit.Uint256, kit.INDEXED]
    state: BidState


@dataclass(frozen=True, slots=True)
class BidPlaced(kit.Event):
    """A provider offers to serve an order."""

    bid: Annotated[kit.Uint256, kit.INDEXED]
    order: Annotated[kit.Uint256, kit.INDEXED]
    provider: Annotated[kit.Address, kit.INDEXED]
    price_wei: kit.Wei
    bond_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class BondDeposited(kit.Event):
    """A provider put coins behind its bids."""

    provider: Annotated[kit.Address, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class BondSlashed(kit.Event):
    """A provider lost bond: to whom, and why."""

    order: Annotated[kit.Uint256, kit.INDEXED]
    provider: Annotated[kit.Address, kit.INDEXED]
    requester_wei: kit.Wei
    treasury_wei: kit.Wei
    verifier_wei: kit.Wei
    reason: Reason


@dataclass(frozen=True, slots=True)
class BondWithdrawn(kit.Event):
    """A provider took free bond back."""

    provider: Annotated[kit.Address, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class DepletionPredicted(kit.Event):
    """A lease's money now lasts until this height, as far as is known."""

    order: Annotated[kit.Uint256, kit.INDEXED]
    height: kit.Height


@dataclass(frozen=True, slots=True)
class EarningsPaid(kit.Event):
    """A provider was paid; `gross_wei` is the payer's cost, the take is its part that is not."""

    order: Annotated[kit.Uint256, kit.INDEXED]
    provider: Annotated[kit.Address, kit.INDEXED]
    gross_wei: kit.Wei
    burned_wei: kit.Wei
    treasury_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class HeartbeatSeen(kit.Event):
    """A lessor said that it serves; what was earned so far is proven."""

    order: Annotated[kit.Uint256, kit.INDEXED]
    height: kit.Height


@dataclass(frozen=True, slots=True)
class Matched(kit.Event):
    """A bid won an order; the backup, if there is one, waits with its bond."""

    order: Annotated[kit.Uint256, kit.INDEXED]
    provider: Annotated[kit.Address, kit.INDEXED]
    bid: kit.Uint256
    backup: kit.Uint256
    price_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class OrderMoved(kit.Event):
    """An order went from one state to the next, for a reason of its owner, provider or network."""

    order: Annotated[kit.Uint256, kit.INDEXED]
    source: OrderState
    target: OrderState
    reason: Reason
    height: kit.Height


@dataclass(frozen=True, slots=True)
class OrderOpened(kit.Event):
    """Somebody asks for compute; the budget and the reserve for fees are locked."""

    order: Annotated[kit.Uint256, kit.INDEXED]
    requester: Annotated[kit.Address, kit.INDEXED]
    opener: Annotated[kit.Address, kit.INDEXED]
    kind: Kind
    budget_wei: kit.Wei
    reserve_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class PolicyChanged(kit.Event):
    """A spending policy was made, funded, revoked, or expired; what stands behind it now."""

    policy: Annotated[kit.Uint256, kit.INDEXED]
    owner: Annotated[kit.Address, kit.INDEXED]
    state: PolicyState
    balance_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class PolicyDrawn(kit.Event):
    """Coins of a policy went into an order."""

    policy: Annotated[kit.Uint256, kit.INDEXED]
    order: Annotated[kit.Uint256, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class PolicyRefunded(kit.Event):
    """Coins that an order did not spend went back into the policy they came from."""

    policy: Annotated[kit.Uint256, kit.INDEXED]
    order: Annotated[kit.Uint256, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class ProviderChanged(kit.Event):
    """A provider registered, changed what it declares, or retired."""

    provider: Annotated[kit.Address, kit.INDEXED]
    state: ProviderState
    uri: str


@dataclass(frozen=True, slots=True)
class Refunded(kit.Event):
    """What an order did not spend went back to who had paid it in."""

    order: Annotated[kit.Uint256, kit.INDEXED]
    funder: Annotated[kit.Address, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class ResultSubmitted(kit.Event):
    """A provider delivered: the seal of the result, the units used, and what they cost."""

    order: Annotated[kit.Uint256, kit.INDEXED]
    provider: Annotated[kit.Address, kit.INDEXED]
    milestone: kit.Uint256
    seal: kit.Bytes32
    units: kit.Uint256
    due_wei: kit.Wei
    claim: kit.Uint256


@dataclass(frozen=True, slots=True)
class RolledOver(kit.Event):
    """The backup took the order over from a provider that failed, left or vanished."""

    order: Annotated[kit.Uint256, kit.INDEXED]
    source: Annotated[kit.Address, kit.INDEXED]
    target: Annotated[kit.Address, kit.INDEXED]
    reason: Reason


@dataclass(frozen=True, slots=True)
class Ruled(kit.Event):
    """A ruling, or the default for none, settled a claim: what the worker got of what was due."""

    order: Annotated[kit.Uint256, kit.INDEXED]
    claim: kit.Uint256
    due_wei: kit.Wei
    worker_wei: kit.Wei
    forfeit_wei: kit.Wei
    reason: Reason


@dataclass(frozen=True, slots=True)
class ToppedUp(kit.Event):
    """Coins joined an order's budget; `policy` is where they came from, 0 for an account."""

    order: Annotated[kit.Uint256, kit.INDEXED]
    funder: Annotated[kit.Address, kit.INDEXED]
    policy: kit.Uint256
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class UnprovenTakenBack(kit.Event):
    """What a vanished lessor would have earned since its last heartbeat stays the tenant's."""

    order: Annotated[kit.Uint256, kit.INDEXED]
    provider: Annotated[kit.Address, kit.INDEXED]
    amount_wei: kit.Wei


class AttributesInvalid(kit.Refusal):
    """Attributes are at most so many, each key once, none of them zero."""

    maximum: kit.Uint256
    found: kit.Uint256


class BidTooHigh(kit.Refusal):
    """The order pays no more than this for a unit or a block."""

    maximum_wei: kit.Wei
    found_wei: kit.Wei


class BidsFull(kit.Refusal):
    """The order has all the open bids it takes, and the worst of them is no worse than this one."""

    worst_wei: kit.Wei


class BondTooSmall(kit.Refusal):
    """The provider has less free bond than this takes."""

    needed_wei: kit.Wei
    found_wei: kit.Wei


class CapacityInvalid(kit.Refusal):
    """Classes of capacity are at most so many, each once, of at most 100,000 slots."""

    maximum: kit.Uint256
    found: kit.Uint256


class ClaimOpen(kit.Refusal):
    """The result is before the verifier already."""

    claim: kit.Uint256


class DepositTooSmall(kit.Refusal):
    """More coins are needed: what is asked at least, and the reserve for fees."""

    needed_wei: kit.Wei
    found_wei: kit.Wei


class EscrowTooSmall(kit.Refusal):
    """The escrow does not cover the verifier's fee; anyone may top it up."""

    needed_wei: kit.Wei
    found_wei: kit.Wei


class NoEligibleBid(kit.Refusal):
    """No open bid of an eligible provider is there."""

    order: kit.Uint256


class NotEligible(kit.Refusal):
    """The provider is not what the order asks for."""

    reason: str


class NothingDue(kit.Refusal):
    """No deadline of the order has passed."""

    order: kit.Uint256


class NothingToMove(kit.Refusal):
    """There is nothing that could be paid out."""


class OtherOrder(kit.Refusal):
    """The bid is for another order, or not open any more."""

    bid: kit.Uint256


class PolicyForbids(kit.Refusal):
    """The policy does not allow this."""

    reason: str


class SealMissing(kit.Refusal):
    """A result is sealed by a hash that is not zero."""


class TermsInvalid(kit.Refusal):
    """A field must lie between these."""

    field: str
    minimum: kit.Uint256
    maximum: kit.Uint256
    found: kit.Uint256


class TooManyFunders(kit.Refusal):
    """So many accounts fund the order already; those may add to what they gave."""

    maximum: kit.Uint256


class UnknownAccessPolicy(kit.Refusal):
    """No access policy has this number."""

    policy: kit.Uint256


class UnknownNumber(kit.Refusal):
    """Nothing of this kind has this number."""

    what: str
    number: kit.Uint256


class UriInvalid(kit.Refusal):
    """An endpoint is 1 to 256 bytes of UTF-8."""

    bytes_max: kit.Uint256
    found_bytes: kit.Uint256


REGISTER_PROVIDER: Final = kit.Call(
    "registerProvider",
    (str, tuple[Attribute, ...], tuple[Capacity, ...]),
    payable=True,
)
UPDATE_PROVIDER: Final = kit.Call(
    "updateProvider",
    (str, tuple[Attribute, ...], tuple[Capacity, ...]),
)
DEPOSIT_BOND: Final = kit.Call("depositBond", (), payable=True)
WITHDRAW_BOND: Final = kit.Call("withdrawBond", (kit.Wei,))
RETIRE_PROVIDER: Final = kit.Call("retireProvider", ())
OPEN_ORDER: Final = kit.Call("openOrder", (OrderTerms,), payable=True)
OPEN_UNDER_POLICY: Final = kit.Call("openUnderPolicy", (kit.Uint256, OrderTerms, kit.Wei))
CANCEL_ORDER: Final = kit.Call("cancelOrder", (kit.Uint256,))
PLACE_BID: Final = kit.Call("placeBid", (kit.Uint256, Offer))
WITHDRAW_BID: Final = kit.Call("withdrawBid", (kit.Uint256,))
ACCEPT_BID: Final = kit.Call("acceptBid", (kit.Uint256, kit.Uint256))
MATCH_ORDER: Final = kit.Call("matchOrder", (kit.Uint256,))
START: Final = kit.Call("start", (kit.Uint256,))
SUBMIT_RESULT: Final = kit.Call("submitResult", (kit.Uint256, kit.Bytes32, kit.Uint256))
ACCEPT_RESULT: Final = kit.Call("acceptResult", (kit.Uint256,))
JUDGE: Final = kit.Call("judge", (kit.Uint256,))
TOP_UP: Final = kit.Call("topUp", (kit.Uint256,), payable=True)
PAUSE: Final = kit.Call("pause", (kit.Uint256,))
RESUME: Final = kit.Call("resume", (kit.Uint256,))
HEARTBEAT: Final = kit.Call("heartbeat", (kit.Uint256,))
RECLAIM: Final = kit.Call("reclaim", (kit.Uint256,))
KILL: Final = kit.Call("kill", (kit.Uint256,))
END_LEASE: Final = kit.Call("endLease", (kit.Uint256,))
SETTLE: Final = kit.Call("settle", (kit.Uint256,))
WITHDRAW_EARNINGS: Final = kit.Call("withdrawEarnings", (kit.Uint256,))
DISPUTE_LEASE: Final = kit.Call("disputeLease", (kit.Uint256, kit.Bytes32))
POKE: Final = kit.Call("poke", (kit.Uint256,))
CREATE_POLICY: Final = kit.Call("createPolicy", (PolicyTerms,), payable=True)
FUND_POLICY: Final = kit.Call("fundPolicy", (kit.Uint256,), payable=True)
REVOKE_POLICY: Final = kit.Call("revokePolicy", (kit.Uint256,))
PARAMS: Final[kit.View[ComputeParams]] = kit.View("params", (), ComputeParams)
ORDER: Final[kit.View[OrderView]] = kit.View("order", (kit.Uint256,), OrderView)
OPEN_ORDER_NUMBERS: Final[kit.View[tuple[kit.Uint256, ...]]] = kit.View(
    "openOrderNumbers",
    (kit.Uint256, kit.Uint256),
    tuple[kit.Uint256, ...],
)
ORDERS_OF: Final[kit.View[tuple[kit.Uint256, ...]]] = kit.View(
    "ordersOf",
    (kit.Address, kit.Uint256, kit.Uint256),
    tuple[kit.Uint256, ...],
)
ORDER_TOTAL: Final[kit.View[kit.Uint256]] = kit.View("orderTotal", (), kit.Uint256)
TIMELINE: Final[kit.View[tuple[Step, ...]]] = kit.View("timeline", (kit.Uint256,), tuple[Step, ...])
FUNDERS_OF: Final[kit.View[tuple[DepositEntry, ...]]] = kit.View(
    "fundersOf",
    (kit.Uint256,),
    tuple[DepositEntry, ...],
)
NEXT_DEADLINE: Final[kit.View[kit.Height]] = kit.View("nextDeadline", (kit.Uint256,), kit.Height)
LEASE: Final[kit.View[Lease]] = kit.View("lease", (kit.Uint256,), Lease)
RESERVE: Final[kit.View[kit.Wei]] = kit.View("reserve", (OrderTerms, kit.Wei), kit.Wei)
BID: Final[kit.View[Bid]] = kit.View("bid", (kit.Uint256,), Bid)
OPEN_BIDS_ON: Final[kit.View[tuple[kit.Uint256, ...]]] = kit.View(
    "openBidsOn",
    (kit.Uint256,),
    tuple[kit.Uint256, ...],
)
PROVIDER: Final[kit.View[Provider]] = kit.View("provider", (kit.Address,), Provider)
PROVIDER_PAGE: Final[kit.View[tuple[kit.Address, ...]]] = kit.View(
    "providerPage",
    (kit.Uint256, kit.Uint256),
    tuple[kit.Address, ...],
)
ATTRIBUTES_OF: Final[kit.View[tuple[Attribute, ...]]] = kit.View(
    "attributesOf",
    (kit.Address,),
    tuple[Attribute, ...],
)
CAPACITIES_OF: Final[kit.View[tuple[Capacity, ...]]] = kit.View(
    "capacitiesOf",
    (kit.Address,),
    tuple[Capacity, ...],
)
ENGAGEMENTS_OF: Final[kit.View[tuple[kit.Uint256, ...]]] = kit.View(
    "engagementsOf",
    (kit.Address, kit.Uint256, kit.Uint256),
    tuple[kit.Uint256, ...],
)
POLICY: Final[kit.View[Policy]] = kit.View("policy", (kit.Uint256,), Policy)
POLICY_ALLOWANCE: Final[kit.View[kit.Wei]] = kit.View("policyAllowance", (kit.Uint256,), kit.Wei)
POLICIES_OF: Final[kit.View[tuple[kit.Uint256, ...]]] = kit.View(
    "policiesOf",
    (kit.Address, kit.Uint256, kit.Uint256),
    tuple[kit.Uint256, ...],
)
TOTALS: Final[kit.View[Totals]] = kit.View("totals", (), Totals)
SLOTS: Final[kit.View[Slots]] = kit.View("slots", (), Slots)
REVENUE: Final[kit.View[Revenue]] = kit.View("revenue", (), Revenue)


class Compute(kit.ModuleClient):
    """Compute: jobs and leases, from the order to the last coin."""

    NAME = "compute"
    ADDRESS = "0x0000000000000000000000000000000000000A00"
    EVENTS = (
        BidMoved,
        BidPlaced,
        BondDeposited,
        BondSlashed,
        BondWithdrawn,
        DepletionPredicted,
        EarningsPaid,
        HeartbeatSeen,
        Matched,
        OrderMoved,
        OrderOpened,
        PolicyChanged,
        PolicyDrawn,
        PolicyRefunded,
        ProviderChanged,
        Refunded,
        ResultSubmitted,
        RolledOver,
        Ruled,
        ToppedUp,
        UnprovenTakenBack,
        CoinsMoved,
        ModulePaused,
        ModuleResumed,
        TimerFailed,
    )
    REFUSALS = (
        Denied,
        RoleForbids,
        StateForbids,
        AttributesInvalid,
        BidTooHigh,
        BidsFull,
        BondTooSmall,
        CapacityInvalid,
        ClaimOpen,
        DepositTooSmall,
        EscrowTooSmall,
        NoEligibleBid,
        NotEligible,
        NothingDue,
        NothingToMove,
        OtherOrder,
        PolicyForbids,
        SealMissing,
        TermsInvalid,
        TooManyFunders,
        UnknownAccessPolicy,
        UnknownNumber,
        UriInvalid,
        Paused,
        NotPayable,
        InsufficientCoins,
        Unauthorized,
        DelegatecallRefused,
        Reentered,
        AddressTaken,
    )

    async def register_provider(
        self,
        uri: str,
        attributes: Sequence[Attribute],
        capacities: Sequence[Capacity],
        *,
        value_wei: int,
    ) -> Pending:
        """Offer compute at an endpoint; coins sent are free bond."""
        return await self._send(REGISTER_PROVIDER, (uri, attributes, capacities), value_wei)

    async def update_provider(
        self,
        uri: str,
        attributes: Sequence[Attribute],
        capacities: Sequence[Capacity],
    ) -> Pending:
        """Replace what the provider declares; bids must still fit when they are to win."""
        return await self._send(UPDATE_PROVIDER, (uri, attributes, capacities))

    async def deposit_bond(self, *, value_wei: int) -> Pending:
        """Add the coins sent to the provider's free bond."""
        return await self._send(DEPOSIT_BOND, (), value_wei)

    async def withdraw_bond(self, amount_wei: kit.Wei) -> Pending:
        """Take free bond back, exactly as much as is asked."""
        return await self._send(WITHDRAW_BOND, (amount_wei,))

    async def retire_provider(self) -> Pending:
        """Offer no more; what is under way goes on."""
        return await self._send(RETIRE_PROVIDER, ())

    async def open_order(self, terms: OrderTerms, *, value_wei: int) -> Pending:
        """
        Ask for compute. The coins sent are the budget and the reserve for fees (`reserve`).

        Returns the order's number.
        """
        return await self._send(OPEN_ORDER, (terms,), value_wei)

    async def open_under_policy(
        self,
        policy: kit.Uint256,
        terms: OrderTerms,
        value_wei: kit.Wei,
    ) -> Pending:
        """Ask for compute with a policy's coins, in its owner's name; returns the order."""
        return await self._send(OPEN_UNDER_POLICY, (policy, terms, value_wei))

    async def cancel_order(self, order: kit.Uint256) -> Pending:
        """Withdraw an order before it begins; everything but a reservation comes back."""
        return await self._send(CANCEL_ORDER, (order,))

    async def place_bid(self, order: kit.Uint256, offer: Offer) -> Pending:
        """Offer to serve an order; bond is locked. Returns the bid's number."""
        return await self._send(PLACE_BID, (order, offer))

    async def withdraw_bid(self, bid: kit.Uint256) -> Pending:
        """Take a bid back that has not won; its bond is free."""
        return await self._send(WITHDRAW_BID, (bid,))

    async def accept_bid(self, order: kit.Uint256, bid: kit.Uint256) -> Pending:
        """Pick a bid: the order is matched under the parameters of this block."""
        return await self._send(ACCEPT_BID, (order, bid))

    async def match_order(self, order: kit.Uint256) -> Pending:
        """Match an order with its cheapest eligible bid before the auction's end."""
        return await self._send(MATCH_ORDER, (order,))

    async def start(self, order: kit.Uint256) -> Pending:
        """Say as the provider that the work begins."""
        return await self._send(START, (order,))

    async def submit_result(
        self,
        order: kit.Uint256,
        seal: kit.Bytes32,
        units: kit.Uint256,
    ) -> Pending:
        """
        Deliver a result, or the next checkpoint: its seal and the metered units.

        Pay is the units at the bid's price, at most the checkpoint's part of the budget. Returns
        the number of the verifier's claim; 0 where nobody judges, or nobody can now (see `judge`).
        """
        return await self._send(SUBMIT_RESULT, (order, seal, units))

    async def accept_result(self, order: kit.Uint256) -> Pending:
        """Say as the requester that a result is good: that is final, and need not wait."""
        return await self._send(ACCEPT_RESULT, (order,))

    async def judge(self, order: kit.Uint256) -> Pending:
        """Bring a result before the verifier that was down when it came; returns the claim."""
        return await self._send(JUDGE, (order,))

    async def top_up(self, order: kit.Uint256, *, value_wei: int) -> Pending:
        """Add the coins sent to an order's budget; whoever gave them gets the rest back."""
        return await self._send(TOP_UP, (order,), value_wei)

    async def pause(self, order: kit.Uint256) -> Pending:
        """Stop a lease's service, at the bid's price for pauses, for a limited time."""
        return await self._send(PAUSE, (order,))

    async def resume(self, order: kit.Uint256) -> Pending:
        """Go on with a paused lease."""
        return await self._send(RESUME, (order,))

    async def heartbeat(self, order: kit.Uint256) -> Pending:
        """Say as the lessor that the lease is served; what was earned so far is proven."""
        return await self._send(HEARTBEAT, (order,))

    async def reclaim(self, order: kit.Uint256) -> Pending:
        """Give notice as the lessor, for maintenance or to take a spot lease back."""
        return await self._send(RECLAIM, (order,))

    async def kill(self, order: kit.Uint256) -> Pending:
        """End a lease as the lessor at once: bond is slashed, unless it is a spot lease."""
        return await self._send(KILL, (order,))

    async def end_lease(self, order: kit.Uint256) -> Pending:
        """End a lease as the tenant at once."""
        return await self._send(END_LEASE, (order,))

    async def settle(self, order: kit.Uint256) -> Pending:
        """Write down what a lease earned up to now; when it is done changes no amount."""
        return await self._send(SETTLE, (order,))

    async def withdraw_earnings(self, order: kit.Uint256) -> Pending:
        """Pay the lessor what is older than the holdback; returns it, before the take."""
        return await self._send(WITHDRAW_EARNINGS, (order,))

    async def dispute_lease(self, order: kit.Uint256, evidence: kit.Bytes32) -> Pending:
        """
        End a lease as the tenant and bring the earnings that are held back before a jury.

        The bond of the dispute is taken from what the tenant deposited with the verifier.
        """
        return await self._send(DISPUTE_LEASE, (order, evidence))

    async def poke(self, order: kit.Uint256) -> Pending:
        """Do what is overdue for an order; the reserve pays for it."""
        return await self._send(POKE, (order,))

    async def create_policy(self, terms: PolicyTerms, *, value_wei: int) -> Pending:
        """Let others open orders with the coins sent, within caps; returns the policy's number."""
        return await self._send(CREATE_POLICY, (terms,), value_wei)

    async def fund_policy(self, policy: kit.Uint256, *, value_wei: int) -> Pending:
        """Put the coins sent behind a policy."""
        return await self._send(FUND_POLICY, (policy,), value_wei)

    async def revoke_policy(self, policy: kit.Uint256) -> Pending:
        """End a policy; what is left comes back, orders under it go on."""
        return await self._send(REVOKE_POLICY, (policy,))

    async def params(self) -> ComputeParams:
        """Return the governed parameters."""
        return await self._read(PARAMS)

    async def order(self, number: kit.Uint256) -> OrderView:
        """Return one order, whole; refused where there is none."""
        return await self._read(ORDER, number)

    async def open_order_numbers(
        self,
        first: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return the numbers, from `first` on, of orders that take bids, at most PAGE_MAX."""
        return await self._read(OPEN_ORDER_NUMBERS, first, limit)

    async def orders_of(
        self,
        requester: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return the numbers of an account's orders, oldest first, at most PAGE_MAX."""
        return await self._read(ORDERS_OF, requester, offset, limit)

    async def order_total(self) -> kit.Uint256:
        """Return how many orders there were; they are numbered from 1."""
        return await self._read(ORDER_TOTAL)

    async def timeline(self, number: kit.Uint256) -> tuple[Step, ...]:
        """Return an order's steps, oldest first; where there were too many, the last is kept."""
        return await self._read(TIMELINE, number)

    async def funders_of(self, number: kit.Uint256) -> tuple[DepositEntry, ...]:
        """Return who paid into an order and what became of it, as if it was closed now."""
        return await self._read(FUNDERS_OF, number)

    async def next_deadline(self, number: kit.Uint256) -> kit.Height:
        """Return the height of an order's next deadline, 0 where it waits for nothing."""
        return await self._read(NEXT_DEADLINE, number)

    async def lease(self, number: kit.Uint256) -> Lease:
        """Return a lease as it stands in this block: earnings, predicted depletion, deadlines."""
        return await self._read(LEASE, number)

    async def reserve(self, terms: OrderTerms, value_wei: kit.Wei) -> kit.Wei:
        """Return what of the coins sent with an order would be kept aside for fees."""
        return await self._read(RESERVE, terms, value_wei)

    async def bid(self, number: kit.Uint256) -> Bid:
        """Return one bid; refused where there is none."""
        return await self._read(BID, number)

    async def open_bids_on(self, order: kit.Uint256) -> tuple[kit.Uint256, ...]:
        """Return the numbers of an order's open bids."""
        return await self._read(OPEN_BIDS_ON, order)

    async def provider(self, account: kit.Address) -> Provider:
        """Return a provider with its bonds and what it was paid; in state NOTHING if unknown."""
        return await self._read(PROVIDER, account)

    async def provider_page(
        self,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Address, ...]:
        """Return accounts that registered as providers, in that order, at most PAGE_MAX."""
        return await self._read(PROVIDER_PAGE, offset, limit)

    async def attributes_of(self, provider: kit.Address) -> tuple[Attribute, ...]:
        """Return what a provider declares."""
        return await self._read(ATTRIBUTES_OF, provider)

    async def capacities_of(self, provider: kit.Address) -> tuple[Capacity, ...]:
        """Return the slots of each class that a provider has free."""
        return await self._read(CAPACITIES_OF, provider)

    async def engagements_of(
        self,
        provider: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return the orders that a provider's bond stands behind, at most PAGE_MAX."""
        return await self._read(ENGAGEMENTS_OF, provider, offset, limit)

    async def policy(self, number: kit.Uint256) -> Policy:
        """Return one policy; refused where there is none."""
        return await self._read(POLICY, number)

    async def policy_allowance(self, number: kit.Uint256) -> kit.Wei:
        """Return what a new order may take of a policy now, in wei."""
        return await self._read(POLICY_ALLOWANCE, number)

    async def policies_of(
        self,
        owner: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return the numbers of an account's policies, oldest first, at most PAGE_MAX."""
        return await self._read(POLICIES_OF, owner, offset, limit)

    async def totals(self) -> Totals:
        """Return where the module's coins are."""
        return await self._read(TOTALS)

    async def slots(self) -> Slots:
        """Return how much of the declared compute is in use."""
        return await self._read(SLOTS)

    async def revenue(self) -> Revenue:
        """Return what the market moved so far."""
        return await self._read(REVENUE)
