"""
Leases: one runs dry and ends by itself, one loses its provider and rolls over to the backup.

    tenant --budget--> lessor, by the block    money ends --> grace --> closed, paid what was funded
    second lease: the lessor falls silent --> slashed, and the backup serves on
"""

from collections.abc import Callable

from chain.types.primitives import Hash32, Height, Wei
from modules.compute.records import Capacity, Kind, Offer, OrderState, OrderTerms
from tests.stories.engagement import free_bond_wei, retire, until_order
from tests.stories.stage import StoryChain

PEOPLE = ("tenant", "friend", "lessor", "backup")
PRICE_WEI = 10**15  # a block
HURRY = {
    "compute": {
        "start_timeout_blocks": 30,
        "grace_blocks": 10,
        "heartbeat_blocks": 40,
        "holdback_blocks": 40,
        "reclaim_blocks_min": 5,
    }
}
BUDGET_WEI = 25 * PRICE_WEI + 7  # 25 blocks, and dust that no block costs
MORE_WEI = 15 * PRICE_WEI
LONG_WEI = 400 * PRICE_WEI
BOND_WEI = 10**18
GPU = Hash32(b"gpu".ljust(32, b"\0"))
TERMS = OrderTerms(
    kind=Kind.LEASE,
    capacity_class=GPU,
    price_max_wei=Wei(PRICE_WEI),
    ttl_blocks=Height(200),
    reclaim_blocks=Height(5),
    wants_backup=True,
)


def tell(chain: StoryChain, say: Callable[[str], None]) -> None:
    """Both leases, from the listing to the last coin."""
    for name in ("lessor", "backup"):
        offer = (f"https://{name}.example", (), (Capacity(GPU, 4),))
        chain.send(name, "compute", "registerProvider", *offer, value_wei=BOND_WEI)
    say("two providers put up a bond of 1 coin each")
    _runs_dry(chain, say)
    _rolls_over(chain, say)
    for name in ("lessor", "backup"):
        retire(chain, name)
    assert chain.balance_wei("compute") == 0, "nothing is left behind"


def open_lease(chain: StoryChain, budget_wei: int, bidders: tuple[str, ...]) -> int:
    """Open a lease, take every bid and accept the first bidder's."""
    value_wei = budget_wei + chain.view("compute", "reserve", TERMS, Wei(budget_wei))
    receipt = chain.send("tenant", "compute", "openOrder", TERMS, value_wei=value_wei)
    order = int(chain.logged(receipt, "compute", "OrderOpened")[0]["order"])
    bids = []
    for name in bidders:
        offer = Offer(Wei(PRICE_WEI), reclaim_blocks=Height(5))
        placed = chain.send(name, "compute", "placeBid", order, offer)
        bids.append(int(chain.logged(placed, "compute", "BidPlaced")[0]["bid"]))
    chain.send("tenant", "compute", "acceptBid", order, bids[0])
    chain.send(bidders[0], "compute", "start", order)
    return order


def _runs_dry(chain: StoryChain, say: Callable[[str], None]) -> None:
    order = open_lease(chain, BUDGET_WEI, ("lessor",))
    lease = chain.view("compute", "lease", order)
    say(f"lease {order} runs; the chain predicts its last funded block: {lease.depletes_at:,}")
    chain.send("friend", "compute", "topUp", order, value_wei=MORE_WEI)
    say("a friend adds 15 blocks' worth")
    until_order(chain, order, OrderState.LOW_FUNDS)
    say("the money ends: LOW_FUNDS, found by the chain, and nothing runs for free")
    until_order(chain, order, OrderState.CLOSED_FUNDS)
    until_order(chain, order, OrderState.SETTLED)
    ledger = chain.view("compute", "order", order).ledger
    assert ledger.earned_wei == 40 * PRICE_WEI, "paid what was funded"
    say(f"settled: 40 blocks paid, {ledger.refunded_wei:,} wei of reserve and dust refunded")


def _rolls_over(chain: StoryChain, say: Callable[[str], None]) -> None:
    order = open_lease(chain, LONG_WEI, ("lessor", "backup"))
    before_wei = free_bond_wei(chain, "lessor")
    chain.wait_blocks(5)
    chain.send("lessor", "compute", "heartbeat", order)
    say(f"lease {order} runs, with a backup; its lessor sends one heartbeat and falls silent")
    until_order(chain, order, OrderState.MATCHED)
    chain.send("backup", "compute", "start", order)
    assert free_bond_wei(chain, "lessor") > before_wei, "what is left of the bond is free"
    say("the silent lessor is slashed, and the backup serves")
    chain.wait_blocks(3)
    chain.send("tenant", "compute", "endLease", order)
    until_order(chain, order, OrderState.SETTLED)
    say("the tenant leaves, and what was held back is paid")
