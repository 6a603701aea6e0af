"""
A job between one client and one worker of a story, up to the delivery of its sealed result.

    registerProvider --> openOrder --> placeBid --> acceptBid --> start --> submitResult --> claim
"""

from chain.kit.verdicts import ClaimTerms, Level, result_seal
from chain.types.primitives import ZERO_HASH, Hash32, Height, Wei
from modules.compute.records import Capacity, Kind, Offer, OrderState, OrderTerms
from modules.verification.records import ClaimState
from tests.stories.stage import COIN, StoryChain

CPU = Hash32(b"cpu".ljust(32, b"\0"))
SALT = Hash32(b"salt".ljust(32, b"\0"))
UNITS = 200
PRICE_WEI = COIN // 10  # a unit
PAY_WEI = UNITS * PRICE_WEI
BID_BOND_WEI = PAY_WEI // 10  # compute.bid_bond_bps of the budget


def judged_at(level: Level, program: Hash32 = ZERO_HASH) -> ClaimTerms:
    """Return terms whose result has to stand up at a level."""
    return ClaimTerms(level, 0, ZERO_HASH, 0, program, ZERO_HASH)


def deliver(
    chain: StoryChain, client: str, worker: str, claim: ClaimTerms, digest: Hash32
) -> tuple[int, int]:
    """Hire a worker, let it work and seal a result; return the order and the claim."""
    offer = (f"https://{worker}.example", (), (Capacity(CPU, 1),))
    chain.send(worker, "compute", "registerProvider", *offer, value_wei=BID_BOND_WEI)
    terms = OrderTerms(
        kind=Kind.JOB,
        capacity_class=CPU,
        price_max_wei=Wei(PRICE_WEI),
        ttl_blocks=Height(300),
        run_blocks=Height(300),
        milestones=1,
        claim=claim,
    )
    reserve_wei = chain.view("compute", "reserve", terms, Wei(PAY_WEI))
    opened = chain.send(client, "compute", "openOrder", terms, value_wei=PAY_WEI + reserve_wei)
    order = int(chain.logged(opened, "compute", "OrderOpened")[0]["order"])
    placed = chain.send(worker, "compute", "placeBid", order, Offer(Wei(PRICE_WEI)))
    bid = int(chain.logged(placed, "compute", "BidPlaced")[0]["bid"])
    chain.send(client, "compute", "acceptBid", order, bid)
    chain.send(worker, "compute", "start", order)
    asker, account = chain.account("compute"), chain.account(worker)
    seal = result_seal(asker, order, account, digest, SALT)
    sent = chain.send(worker, "compute", "submitResult", order, seal, UNITS)
    return order, int(chain.logged(sent, "compute", "ResultSubmitted")[0]["claim"])


def until_claim(chain: StoryChain, claim: int, state: ClaimState) -> None:
    """Wait until a claim is in a state."""
    chain.wait_for(lambda: chain.view("verification", "standing", claim).state == state)


def order_state(chain: StoryChain, order: int) -> OrderState:
    """Return where an order stands."""
    return OrderState(chain.view("compute", "order", order).progress.state)


def until_order(chain: StoryChain, order: int, *states: OrderState) -> None:
    """Wait until an order stands in one of the states."""
    chain.wait_for(lambda: order_state(chain, order) in states)


def free_bond_wei(chain: StoryChain, provider: str) -> int:
    """Return a provider's bond that is behind nothing."""
    return int(chain.view("compute", "provider", chain.account(provider)).free_wei)


def retire(chain: StoryChain, worker: str) -> int:
    """Let a worker leave the market with what is left of its bond; return that, in wei."""
    free_wei = free_bond_wei(chain, worker)
    chain.send(worker, "compute", "retireProvider")
    if free_wei:
        chain.send(worker, "compute", "withdrawBond", free_wei)
    return free_wei
