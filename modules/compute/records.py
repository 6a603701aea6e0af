"""What the compute market stores and shows: orders, bids, providers, policies and their money."""

from enum import IntEnum
from typing import Final

from chain.kit.packing import Coins, Count16, Number, Packed
from chain.kit.record import Record
from chain.kit.verdicts import ClaimTerms, Level
from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Address, Bps, Hash32, Height, Wei

ATTRIBUTES_MAX: Final = 16  # of a provider, an order or a policy
CAPACITIES_MAX: Final = 8  # classes of capacity one provider declares
SLOTS_MAX: Final = 100_000  # engagements at a time in one class of capacity
URI_BYTES_MAX: Final = 256  # bytes of UTF-8 of a provider's endpoint
FUNDERS_MAX: Final = 8  # accounts that pay into one order
STEPS_MAX: Final = 64  # entries of one order's timeline; the last one is always the newest
BIDS_FREED_MAX: Final = 8  # lost bids let go by one entry of the queue
CANDIDATES_MAX: Final = 8  # bids that the chain looks at in one block for one order
PAGE_MAX: Final = 100  # entries of one page of a view
UNITS_MAX: Final = 10**30  # metered units of one result
PRICE_WEI_MAX: Final = 10**30  # wei for one unit or one block
VALUE_WEI_MAX: Final = 2**128  # wei that a question about a budget may name; more than there are
TIER_MAX: Final = 5  # the highest tier of perks that stake gives
NEVER: Final = Height(2**63)  # later than any height


class Kind(IntEnum):
    """What is asked for."""

    JOB = 0  # a result, paid by metered units
    LEASE = 1  # a machine, paid by the block


class Tenure(IntEnum):
    """How firmly a lease holds."""

    ON_DEMAND = 0  # until the tenant leaves, or the provider after its notice
    SPOT = 1  # the provider may take it back at short notice without a slash
    RESERVED = 2  # from a height in the future on


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


class Attribute(Record):
    """A property by key and value, as hashes or short words of 32 bytes."""

    key: Hash32
    value: Hash32


class Capacity(Record):
    """How many engagements at a time a provider takes in one class of machines."""

    capacity_class: Hash32
    slots: int


NO_CLAIM: Final = ClaimTerms(Level.NONE, 0, ZERO_HASH, 0, ZERO_HASH, ZERO_HASH)


class OrderTerms(Record):
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
    spec: Hash32 = ZERO_HASH
    capacity_class: Hash32 = ZERO_HASH
    attributes: tuple[Attribute, ...] = ()
    tier_min: int = 0
    price_max_wei: Wei = Wei(0)
    provider: Address = ZERO_ADDRESS
    wants_backup: bool = False
    auction_blocks: Height = Height(0)
    ttl_blocks: Height = Height(0)
    run_blocks: Height = Height(0)
    milestones: int = 0
    duration_blocks: Height = Height(0)
    start_height: Height = Height(0)
    reservation_wei: Wei = Wei(0)
    reclaim_blocks: Height = Height(0)
    policy: int = 0
    top_up_wei: Wei = Wei(0)
    claim: ClaimTerms = NO_CLAIM
    provider_policy: int = 0


class Order(Packed):
    """An order as it was opened; the opener, if another, may only pick a bid or cancel."""

    requester: Address
    expires_at: Height
    kind: Kind
    opener: Address
    opened_at: Height


class Progress(Packed):
    """
    What changes in an order's life.

    `until` is the deadline of the state's own wait, `timer_at` the tick at which the queue holds
    an entry. `due_wei` is what the submitted result, or the dispute, is about.
    """

    state: OrderState
    milestone: Count16
    until: Height
    timer_at: Height
    newest_step: Number  # of the timeline: height << 16 | state << 8 | reason
    auction_at: Height
    bid: Number
    backup: Number
    claim: Number
    due_wei: Coins
    policy_drawn_wei: Coins


class Rules(Record):
    """The parameters that an order was matched under."""

    take_bps: Bps
    take_burn_bps: Bps
    slash_start_bps: Bps
    slash_miss_bps: Bps
    slash_fraud_bps: Bps
    slash_requester_bps: Bps
    stalled_worker_bps: Bps
    start_timeout_blocks: Height
    grace_blocks: Height
    pause_blocks_max: Height
    spot_notice_blocks: Height
    heartbeat_blocks: Height
    holdback_blocks: Height
    verdict_timeout_blocks: Height
    lease_blocks_max: Height


class PackedRules(Record):
    """Rules in two words: 16 bits a share, 32 bits a span."""

    shares: int
    spans: int


class Ledger(Packed):
    """
    One order's money, in wei.

    deposited == unspent + earned + fees + refunded, always; `reserve_wei` is the part of what is
    unspent that waits for fees. `earned_wei` counts all providers of the order, before the take.
    """

    deposited_wei: Coins
    earned_wei: Coins
    refunded_wei: Coins
    reserve_wei: Coins
    fees_wei: Coins

    @property
    def unspent_wei(self) -> Wei:
        """What still lies in escrow for the order and is nobody's yet."""
        return Wei(self.deposited_wei - self.earned_wei - self.fees_wei - self.refunded_wei)

    @property
    def available_wei(self) -> Wei:
        """What of the unspent may become pay."""
        return Wei(self.unspent_wei - self.reserve_wei)


class DepositEntry(Packed):
    """What one funder put into an order, and what became of it."""

    funder: Address
    policy: Number  # that the coins came out of, 0 for none
    deposited_wei: Coins
    spent_wei: Coins
    refunded_wei: Coins


class Earnings(Packed):
    """What the present provider of an order earned, was paid (before the take) and gave up."""

    earned_wei: Coins
    paid_wei: Coins
    taken_wei: Coins


class Meter(Packed):
    """
    A lease's clock: at which rate it has been charged up to where.

    Earnings are told apart by epochs of the holdback's length: `young_wei` of this epoch and
    `prior_wei` of the one before stay in escrow. `beat_earned_wei` was earned up to the last
    heartbeat; what came after is not proven yet.
    """

    rate_wei: Coins
    since: Height
    ends_at: Height
    beat_at: Height
    epoch: Number
    beat_earned_wei: Coins
    young_wei: Coins
    prior_wei: Coins


class Bid(Packed):
    """
    An offer: a price for a unit or a block, and what stands behind it.

    `pause_price_wei` is paid for each block in which the tenant pauses. `device` is the device
    that will serve, 0 for none; `displaces` is a spot lease of the bidder that makes room.
    """

    provider: Address
    order: Number
    bond_wei: Coins
    placed_at: Height
    state: BidState
    price_wei: Coins
    pause_price_wei: Coins
    reclaim_blocks: Height
    device: Number
    displaces: Number


class Offer(Record):
    """What a provider says in a bid."""

    price_wei: Wei
    pause_price_wei: Wei = Wei(0)
    reclaim_blocks: Height = Height(0)
    device: int = 0
    displaces: int = 0


class Provider(Record):
    """Who offers compute, its endpoint, and its bond: free, or locked behind bids."""

    state: ProviderState
    uri: str
    free_wei: Wei
    locked_wei: Wei
    paid_wei: Wei  # earned so far, after the take
    slashed_wei: Wei  # lost so far
    ended: int  # engagements that are over


class PolicyTerms(Record):
    """
    What a standing policy lets others spend.

    Who may open orders under it (`spender`, zero for anybody), with which provider (zero for
    any), how much for one order and for all orders of a period, until which height, and what
    every order must ask for at least.
    """

    spender: Address = ZERO_ADDRESS
    provider: Address = ZERO_ADDRESS
    job_wei_max: Wei = Wei(0)
    period_wei_max: Wei = Wei(0)
    period_blocks: Height = Height(0)
    expires_at: Height = Height(0)
    level_min: Level = Level.NONE
    tier_min: int = 0
    attributes: tuple[Attribute, ...] = ()


class Policy(Record):
    """A standing policy, the coins that stand behind it, and what this period has taken."""

    owner: Address
    state: PolicyState
    balance_wei: Wei
    period_start: Height
    period_spent_wei: Wei
    terms: PolicyTerms


class Step(Record):
    """One entry of an order's timeline."""

    height: Height
    state: OrderState
    reason: Reason


class Lease(Record):
    """A lease as it stands now, settled in thought."""

    rate_wei: Wei
    earned_wei: Wei
    paid_wei: Wei
    claimable_wei: Wei
    held_wei: Wei
    available_wei: Wei
    depletes_at: Height  # far away where nothing flows
    blocks_left: Height
    heartbeat_by: Height
    ends_at: Height


class OrderView(Record):
    """One order, whole."""

    number: int
    order: Order
    terms: OrderTerms
    progress: Progress
    provider: Address
    price_wei: Wei
    ledger: Ledger
    rules: Rules


class Slots(Record):
    """How many engagements are under way, and how many there could be at a time."""

    busy: int
    declared: int


class Totals(Record):
    """Where the module's coins are, by kind, in wei."""

    escrow_wei: Wei
    earned_wei: Wei
    bonds_wei: Wei
    policies_wei: Wei


class Revenue(Record):
    """What the market has moved so far: orders ended, pay before the take, and its legs in wei."""

    paid_orders: int
    gross_wei: Wei
    burned_wei: Wei
    treasury_wei: Wei
    refunded_wei: Wei
    slashed_wei: Wei
