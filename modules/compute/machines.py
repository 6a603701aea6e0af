"""The lives of orders, bids, providers and policies, as data."""

from typing import Final

from chain.kit.state_machine import ANYONE, CHAIN, StateMachine, Transition
from modules.compute.records import BidState, OrderState, PolicyState, ProviderState

S = OrderState
REQUESTER: Final = "requester"  # who pays for a job
TENANT: Final = "tenant"  # who pays for a lease
OPENER: Final = "opener"  # who opened the order, under another's policy
WORKER: Final = "worker"  # the provider of a job
LESSOR: Final = "lessor"  # the provider of a lease
VERIFIER: Final = "verifier"  # the module that judges
OWNERS: Final = (REQUESTER, TENANT)
PICKERS: Final = (REQUESTER, TENANT, OPENER)
PROVIDERS: Final = (WORKER, LESSOR)
BY_CHAIN: Final = (CHAIN,)

STREAMING: Final = (S.RUNNING, S.PAUSED, S.LOW_FUNDS, S.RECLAIMING)
CLOSING: Final = (S.CLOSED, S.CLOSED_FUNDS)

ORDERS: Final = StateMachine(
    "order",
    S.NOTHING,
    (
        Transition("open_order", (S.NOTHING,), (S.OPEN,), (ANYONE,), "locks budget and reserve"),
        Transition(
            "open_under_policy", (S.NOTHING,), (S.OPEN,), (ANYONE,), "the policy's coins are locked"
        ),
        Transition("place_bid", (S.OPEN,), (S.OPEN,), (ANYONE,), "locks the bidder's bond"),
        Transition("cancel_order", (S.OPEN,), (S.CANCELLED,), PICKERS, "refund of everything"),
        Transition(
            "cancel_order",
            (S.RESERVED,),
            (S.CANCELLED,),
            OWNERS,
            "the reservation is paid, the rest refunded",
        ),
        Transition(
            "accept_bid", (S.OPEN,), (S.MATCHED, S.RESERVED), PICKERS, "any eligible open bid"
        ),
        Transition(
            "match_order", (S.OPEN,), (S.MATCHED, S.RESERVED), PICKERS, "the cheapest eligible bid"
        ),
        Transition(
            "auction_ends",
            (S.OPEN,),
            (S.OPEN, S.MATCHED, S.RESERVED),
            BY_CHAIN,
            "the cheapest eligible bid wins, the earlier of equals",
        ),
        Transition("order_expires", (S.OPEN,), (S.EXPIRED,), BY_CHAIN, "refund of everything"),
        Transition("reservation_begins", (S.RESERVED,), (S.MATCHED,), BY_CHAIN, "the start is due"),
        Transition("start", (S.MATCHED,), (S.RUNNING,), PROVIDERS, "a lease's stream begins"),
        Transition(
            "start_times_out",
            (S.MATCHED,),
            (S.MATCHED, S.FAILED_START),
            BY_CHAIN,
            "slash, then the backup is matched, or refund",
        ),
        Transition(
            "submit_result",
            (S.RUNNING,),
            (S.SUBMITTED, S.RUNNING, S.ACCEPTED),
            (WORKER,),
            "metered pay falls due; at level NONE it is paid at once",
        ),
        Transition(
            "run_times_out",
            (S.RUNNING,),
            (S.MATCHED, S.MISSED),
            BY_CHAIN,
            "slash, then the backup is matched, or refund",
        ),
        Transition(
            "accept_result",
            (S.SUBMITTED,),
            (S.SUBMITTED, S.RUNNING, S.ACCEPTED),
            (REQUESTER,),
            "the verifier rules at once, the pay is made",
        ),
        Transition("judge", (S.SUBMITTED,), (S.SUBMITTED,), (ANYONE,), "the fee, if not yet paid"),
        Transition("claim_disputed", (S.SUBMITTED,), (S.DISPUTED,), (VERIFIER,), "nothing is paid"),
        Transition(
            "claim_ruled",
            (S.SUBMITTED, S.DISPUTED),
            (S.RUNNING, S.ACCEPTED, S.RESOLVED),
            (VERIFIER,),
            "split by the ruling, slash for what was ruled against, refund of the rest",
        ),
        Transition(
            "verdict_times_out",
            (S.SUBMITTED,),
            (S.RUNNING, S.ACCEPTED, S.RESOLVED),
            BY_CHAIN,
            "silence pays; what no verifier ever took is split",
        ),
        Transition(
            "verdict_times_out", (S.DISPUTED,), (S.RESOLVED,), BY_CHAIN, "split, no bond is lost"
        ),
        Transition("pause", (S.RUNNING,), (S.PAUSED,), (TENANT,), "the bid's price for pauses"),
        Transition("resume", (S.PAUSED,), (S.RUNNING,), (TENANT,), "the full price again"),
        Transition("pause_ends", (S.PAUSED,), (S.RUNNING,), BY_CHAIN, "the full price again"),
        Transition(
            "top_up",
            (S.OPEN, S.RESERVED, S.MATCHED, S.RUNNING, S.PAUSED, S.RECLAIMING),
            (S.OPEN, S.RESERVED, S.MATCHED, S.RUNNING, S.PAUSED, S.RECLAIMING),
            (ANYONE,),
            "the funder's coins join the budget",
        ),
        Transition("top_up", (S.LOW_FUNDS,), (S.RUNNING,), (ANYONE,), "the stream goes on"),
        Transition(
            "funds_run_out",
            (S.RUNNING, S.PAUSED),
            (S.RUNNING, S.PAUSED, S.LOW_FUNDS),
            BY_CHAIN,
            "the policy tops up, or nothing flows until somebody does",
        ),
        Transition(
            "funds_run_out", (S.RECLAIMING,), (S.CLOSED_FUNDS,), BY_CHAIN, "paid what was funded"
        ),
        Transition("grace_ends", (S.LOW_FUNDS,), (S.CLOSED_FUNDS,), BY_CHAIN, "refund of the dust"),
        Transition(
            "reclaim", (S.RUNNING, S.PAUSED), (S.RECLAIMING,), (LESSOR,), "full rate in the window"
        ),
        Transition(
            "displaced", (S.RUNNING, S.PAUSED), (S.RECLAIMING,), BY_CHAIN, "a spot lease makes room"
        ),
        Transition(
            "window_ends", (S.RECLAIMING,), (S.CLOSED, S.MATCHED), BY_CHAIN, "no slash; roll-over"
        ),
        Transition(
            "kill",
            (S.RUNNING, S.PAUSED, S.RECLAIMING),
            (S.CLOSED, S.MATCHED),
            (LESSOR,),
            "slash, then roll-over or refund",
        ),
        Transition("end_lease", STREAMING, (S.CLOSED,), (TENANT,), "refund of what is unspent"),
        Transition(
            "heartbeat",
            (S.RUNNING, S.RECLAIMING),
            (S.RUNNING, S.RECLAIMING),
            (LESSOR,),
            "proves service",
        ),
        Transition(
            "heartbeat_missed",
            (S.RUNNING, S.RECLAIMING),
            (S.CLOSED, S.MATCHED),
            BY_CHAIN,
            "nothing since the last beat is paid; slash, then roll-over or refund",
        ),
        Transition(
            "lease_ends",
            (S.RUNNING, S.PAUSED, S.RECLAIMING),
            (S.CLOSED,),
            BY_CHAIN,
            "refund of what is unspent",
        ),
        Transition("settle", STREAMING, STREAMING, (ANYONE,), "what was served is earned"),
        Transition(
            "withdraw_earnings",
            (*STREAMING, *CLOSING),
            (*STREAMING, *CLOSING),
            (LESSOR,),
            "what is older than the holdback",
        ),
        Transition(
            "dispute_lease",
            (*STREAMING, *CLOSING),
            (S.DISPUTED,),
            (TENANT,),
            "ends the lease; what is held back waits for the jury",
        ),
        Transition(
            "holdback_ends", CLOSING, (S.SETTLED,), BY_CHAIN, "the provider gets the rest and bond"
        ),
    ),
)

BIDS: Final = StateMachine(
    "bid",
    BidState.NOTHING,
    (
        Transition(
            "place_bid", (BidState.NOTHING,), (BidState.OPEN,), (ANYONE,), "locks the bid's bond"
        ),
        Transition(
            "withdraw_bid",
            (BidState.OPEN, BidState.BACKUP),
            (BidState.WITHDRAWN,),
            ("bidder",),
            "the bond is free",
        ),
        Transition(
            "bid_evicted", (BidState.OPEN,), (BidState.EVICTED,), BY_CHAIN, "a better bid came"
        ),
        Transition(
            "bid_wins",
            (BidState.OPEN, BidState.BACKUP),
            (BidState.WON,),
            BY_CHAIN,
            "the bond stays locked",
        ),
        Transition(
            "bid_backs", (BidState.OPEN,), (BidState.BACKUP,), BY_CHAIN, "the bond stays locked"
        ),
        Transition(
            "bid_loses",
            (BidState.OPEN, BidState.BACKUP),
            (BidState.LOST,),
            BY_CHAIN,
            "the bond is free",
        ),
        Transition(
            "bid_ends", (BidState.WON,), (BidState.ENDED,), BY_CHAIN, "what is left of the bond"
        ),
    ),
)

OWN_ONLY: Final = "only the provider's own free bond lies here, and it can be withdrawn any time"
PROVIDER_STATES: Final = StateMachine(
    "provider",
    ProviderState.NOTHING,
    (
        Transition(
            "register_provider",
            (ProviderState.NOTHING, ProviderState.RETIRED),
            (ProviderState.ACTIVE,),
            (ANYONE,),
            "coins sent are bond",
        ),
        Transition(
            "update_provider",
            (ProviderState.ACTIVE,),
            (ProviderState.ACTIVE,),
            (ANYONE,),
            "attributes are checked again at a match",
        ),
        Transition(
            "deposit_bond",
            (ProviderState.ACTIVE,),
            (ProviderState.ACTIVE,),
            (ANYONE,),
            "coins sent are bond",
        ),
        Transition(
            "place_bid",
            (ProviderState.ACTIVE,),
            (ProviderState.ACTIVE,),
            (ANYONE,),
            "free bond locks",
        ),
        Transition(
            "withdraw_bond",
            (ProviderState.ACTIVE, ProviderState.RETIRED),
            (ProviderState.ACTIVE, ProviderState.RETIRED),
            (ANYONE,),
            "free bond only",
        ),
        Transition(
            "retire_provider",
            (ProviderState.ACTIVE,),
            (ProviderState.RETIRED,),
            (ANYONE,),
            "open bids cannot win any more",
        ),
    ),
    {ProviderState.ACTIVE: OWN_ONLY, ProviderState.RETIRED: OWN_ONLY},
)

POLICIES: Final = StateMachine(
    "policy",
    PolicyState.NOTHING,
    (
        Transition(
            "create_policy",
            (PolicyState.NOTHING,),
            (PolicyState.ACTIVE,),
            (ANYONE,),
            "coins sent stand behind it",
        ),
        Transition(
            "fund_policy",
            (PolicyState.ACTIVE,),
            (PolicyState.ACTIVE,),
            ("owner",),
            "coins sent stand behind it",
        ),
        Transition(
            "open_under_policy",
            (PolicyState.ACTIVE,),
            (PolicyState.ACTIVE,),
            ("spender",),
            "within its caps, coins become an order's budget",
        ),
        Transition(
            "revoke_policy",
            (PolicyState.ACTIVE,),
            (PolicyState.REVOKED,),
            ("owner",),
            "what is left goes back",
        ),
        Transition(
            "policy_expires",
            (PolicyState.ACTIVE,),
            (PolicyState.EXPIRED,),
            BY_CHAIN,
            "what is left goes back",
        ),
    ),
)
