"""Bids: who may bid, whose bid wins, and how the others get their bond back."""

from dataclasses import replace

from chain.types.primitives import ZERO_HASH, Hash32, Height, Wei
from modules.compute.events import BidMoved, BidPlaced, Matched
from modules.compute.records import Attribute, BidState, Capacity, Offer, OrderState
from modules.compute.refusals import (
    BidsFull,
    BidTooHigh,
    BondTooSmall,
    NoEligibleBid,
    NotEligible,
    OtherOrder,
    TermsInvalid,
    UnknownNumber,
)
from tests.modules.compute.market import (
    CLASS,
    FIRST,
    JOB,
    LEASE,
    MEMORY,
    PARAMS,
    REGION,
    SECOND,
    SPOT,
    THIRD,
    UNIT_WEI,
    Market,
)
from tests.modules.stage import COIN, account

S = OrderState
AUCTION = replace(JOB, auction_blocks=Height(3))


def provider_of(market: Market, order: int) -> bytes:
    """Return who has an order."""
    return market.do("order", order).provider


def test_the_cheapest_bid_wins_at_the_end_of_the_auction():
    """The chain matches by itself, without anybody's call; the lowest price wins."""
    market = Market()
    order = market.open(AUCTION)
    market.bid(order, FIRST)
    best = market.bid(order, SECOND, price_wei=UNIT_WEI - 2)
    market.bid(order, THIRD, price_wei=UNIT_WEI - 1)
    market.pass_blocks(2)
    assert market.state(order) == S.OPEN
    market.next_block()
    assert market.state(order) == S.MATCHED
    assert market.logged(Matched(order, account(SECOND), best, 0, Wei(UNIT_WEI - 2)))


def test_the_earlier_of_equal_bids_wins():
    """Nobody gains by copying a price."""
    market = Market()
    order = market.open(AUCTION)
    market.bid(order, THIRD)
    market.bid(order, FIRST)
    market.do("match_order", order)
    assert provider_of(market, order) == account(THIRD)


def test_a_bid_after_an_empty_auction_wins_in_the_next_block():
    """An order that nobody wanted at first is taken by the first who comes."""
    market = Market()
    order = market.open(AUCTION)
    market.pass_blocks(5)
    assert market.state(order) == S.OPEN
    market.bid(order, FIRST)
    assert market.state(order) == S.OPEN
    market.next_block()
    assert market.state(order) == S.MATCHED


def test_an_auction_looks_at_a_few_bids_a_block():
    """Bids that cannot win are let go, a bounded number a block, until one can."""
    market = Market()
    order = market.open(AUCTION)
    for number in range(10):
        market.bid(order, SECOND, price_wei=1 + number)
    best = market.bid(order, FIRST)
    market.do("retire_provider", sender=SECOND)
    market.pass_blocks(3)
    assert (market.state(order), len(market.do("open_bids_on", order))) == (S.OPEN, 3)
    market.next_block()
    assert market.do("order", order).progress.bid == best
    assert market.free_wei(SECOND) == 10 * COIN


def test_losers_get_their_bond_back_a_few_a_block():
    """Work at a match is bounded: lost bids are let go by a queue."""
    market = Market()
    order = market.open(AUCTION)
    for number in range(19):
        market.bid(order, THIRD, price_wei=UNIT_WEI - 1 - number)
    best = market.bid(order, FIRST, price_wei=1)
    market.do("accept_bid", order, best)
    assert len(market.do("open_bids_on", order)) == 19
    for left in (11, 3, 0):
        market.next_block()
        assert len(market.do("open_bids_on", order)) == left
    assert market.do("provider", account(THIRD)).locked_wei == 0
    assert market.logged(BidMoved(1, order, BidState.LOST))
    assert market.do("bid", best).state == BidState.WON


def test_exactly_as_many_bids_as_allowed_are_open():
    """support#413, node#2068: the cap was off by one; a bid no better than the worst is refused."""
    market = Market(replace(PARAMS, bids_max=3))
    order = market.open(JOB)
    for who in (FIRST, SECOND, THIRD):
        market.bid(order, who, price_wei=UNIT_WEI - who)
    assert len(market.do("open_bids_on", order)) == 3
    with market.refuses(BidsFull):
        market.bid(order, SECOND, price_wei=UNIT_WEI - FIRST)


def test_a_better_bid_pushes_the_worst_out():
    """node#1662, support#28: many bad bids cannot keep a good one away."""
    market = Market(replace(PARAMS, bids_max=3))
    order = market.open(JOB)
    worst = market.bid(order, FIRST)
    later = market.bid(order, FIRST)
    market.bid(order, FIRST, price_wei=UNIT_WEI - 1)
    market.bid(order, SECOND, price_wei=UNIT_WEI - 2)
    assert market.do("bid", later).state == BidState.EVICTED
    assert market.do("bid", worst).state == BidState.OPEN
    assert market.free_wei(FIRST) == 10 * COIN - 2 * (COIN // 10)


def test_bids_taken_back_do_not_count():
    """Only open bids fill an order."""
    market = Market(replace(PARAMS, bids_max=1))
    order = market.open(JOB)
    for _ in range(3):
        bid = market.bid(order, FIRST)
        market.do("withdraw_bid", bid, sender=FIRST)
    assert market.logged(BidPlaced(1, order, account(FIRST), UNIT_WEI, Wei(COIN // 10)))
    assert market.free_wei(FIRST) == 10 * COIN


def test_a_bid_keeps_to_the_order():
    """Price, notice and pauses stay within what the order allows."""
    market = Market()
    job, lease, spot = market.open(JOB), market.open(LEASE), market.open(SPOT)
    with market.refuses(BidTooHigh):
        market.bid(job, FIRST, price_wei=UNIT_WEI + 1)
    for order, field, offer in (
        (job, "price_wei", Offer(Wei(0))),
        (job, "pause_price_wei", Offer(UNIT_WEI, pause_price_wei=Wei(1))),
        (job, "reclaim_blocks", Offer(UNIT_WEI, reclaim_blocks=Height(1))),
        (lease, "reclaim_blocks", Offer(UNIT_WEI, reclaim_blocks=Height(4))),
        (lease, "reclaim_blocks", Offer(UNIT_WEI, reclaim_blocks=Height(51))),
        (lease, "pause_price_wei", Offer(UNIT_WEI, Wei(UNIT_WEI + 1), Height(5))),
        (spot, "displaces", Offer(UNIT_WEI, displaces=1)),
    ):
        with market.refuses(TermsInvalid, f"field {field}"):
            market.do("place_bid", order, offer, sender=FIRST)


def test_a_bid_takes_bond():
    """A provider without free bond makes no offers."""
    market = Market()
    order = market.open(JOB)
    market.do("withdraw_bond", 10 * COIN, sender=FIRST)
    with market.refuses(BondTooSmall):
        market.bid(order, FIRST)


def test_a_bond_is_a_share_of_the_budget_and_not_nothing():
    """What stands behind a bid grows with what is at stake."""
    market = Market()
    small = replace(JOB, price_max_wei=Wei(1))
    value_wei = market.do("reserve", small, COIN) + 10**15
    order = market.do("open_order", small, value_wei=value_wei)
    assert market.do("bid", market.bid(order, FIRST)).bond_wei == 10**16
    large = market.open(JOB, 5)
    assert market.do("bid", market.bid(large, FIRST)).bond_wei == COIN // 2


def test_who_is_not_what_the_order_asks_for_cannot_bid():
    """Attributes, tier, class and name are checked, each with its reason."""
    market = Market()
    other = Attribute(MEMORY.key, Hash32(b"\x01" * 32))
    for terms, reason in (
        (replace(JOB, attributes=(REGION, other)), "an attribute is missing"),
        (replace(JOB, tier_min=1), "the provider's tier is too low"),
        (replace(JOB, capacity_class=ZERO_HASH), "the provider declares no such capacity"),
        (replace(JOB, provider=account(SECOND)), "the order names another provider"),
    ):
        order = market.open(terms)
        with market.refuses(NotEligible, reason):
            market.bid(order, FIRST)
    market.stakes.tiers[account(FIRST)] = 1
    market.bid(market.open(replace(JOB, tier_min=1, attributes=(MEMORY, REGION))), FIRST)


def test_what_changed_since_the_bid_is_checked_again_at_the_match():
    """A provider that no longer fits loses to the next best; picked by hand it is refused."""
    market = Market()
    order = market.open(replace(JOB, attributes=(MEMORY,)))
    cheap = market.bid(order, FIRST, price_wei=1)
    market.bid(order, SECOND)
    market.do("update_provider", "u", (), (Capacity(CLASS, 3),), sender=FIRST)
    with market.refuses(NotEligible, "an attribute is missing"):
        market.do("accept_bid", order, cheap)
    market.do("match_order", order)
    assert provider_of(market, order) == account(SECOND)


def test_a_full_provider_wins_nothing_more():
    """Slots are promises: no more engagements at a time than were declared."""
    market = Market()
    market.register(8, slots=1)
    for expected in (S.MATCHED, S.OPEN):
        order = market.open(AUCTION)
        bid = market.bid(order, 8)
        market.pass_blocks(3)
        assert market.state(order) == expected
    order = market.open(JOB)
    bid = market.bid(order, 8)
    with market.refuses(NotEligible, "no free capacity"):
        market.do("accept_bid", order, bid)
    with market.refuses(NoEligibleBid):
        market.do("match_order", order)


def test_only_ones_own_spot_lease_makes_room():
    """A bid cannot displace what is another's, firm, or of another class."""
    market = Market()
    market.register(8, slots=1)
    firm = market.open(LEASE, 2)
    market.do("accept_bid", firm, market.bid(firm, 8))
    market.do("start", firm, sender=8)
    others = market.running(SPOT, coins=2)
    for displaced in (firm, others, 99):
        order = market.open(LEASE, 2)
        bid = market.bid(order, 8, displaces=displaced)
        with market.refuses(NotEligible, "no free capacity"):
            market.do("accept_bid", order, bid)


def test_a_bid_is_for_its_order():
    """Another order's bid, or one that is over, cannot be picked."""
    market = Market()
    order, other = market.open(JOB), market.open(JOB)
    bid = market.bid(other, FIRST)
    with market.refuses(OtherOrder):
        market.do("accept_bid", order, bid)
    market.do("withdraw_bid", bid, sender=FIRST)
    with market.refuses(OtherOrder):
        market.do("accept_bid", other, bid)
    with market.refuses(UnknownNumber, "bid, number 77"):
        market.do("bid", 77)


def test_the_backup_is_somebody_else():
    """A provider does not stand in for itself."""
    market = Market()
    order = market.open(replace(LEASE, wants_backup=True), 2)
    market.bid(order, FIRST, price_wei=1)
    market.bid(order, FIRST, price_wei=2)
    third = market.bid(order, SECOND, price_wei=3)
    market.do("match_order", order)
    assert market.do("order", order).progress.backup == third
    market.do("withdraw_bid", third, sender=SECOND)
    assert market.do("order", order).progress.backup == 0
