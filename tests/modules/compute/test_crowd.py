"""The same crowd in longer runs from seeds, weighted so that every state and reason comes up."""

import random

import pytest

from modules.compute.events import RolledOver
from modules.compute.records import OrderState, Reason
from tests.modules.compute.crowd import MENU, ORDER_CALLS, SHARES, SPANS, Crowd
from tests.modules.compute.market import UNIT_WEI
from tests.modules.stage import COIN

SEEDS = range(4)
STEPS = 220  # of each run
SEEN: dict[int, tuple[set[OrderState], set[Reason], int]] = {}


def deal(crowd: Crowd, rng: random.Random) -> None:
    """Bring an order under way."""
    item = rng.choice([*range(len(MENU)), len(MENU) - 1])
    owner = rng.choice([1, 1, 5])
    amount = rng.choice([COIN // 2, COIN, 2 * COIN + 7])
    if rng.random() < 0.3:
        crowd.open_under_policy(owner, 1, item, amount)
    else:
        crowd.open(owner, item, amount)
    displaces = crowd.market.do("order_total") - rng.randrange(3)
    for who in rng.sample([2, 3, 4], rng.randint(1, 3)):
        crowd.bid(who, 0, UNIT_WEI // rng.randint(1, 9), max(0, displaces), rng.randint(0, 1))
    if rng.random() < 0.8:
        crowd.accept_bid(0, rng.randrange(3))
    if rng.random() < 0.8:
        crowd.act("start", 0, 0)


def follow(crowd: Crowd, rng: random.Random) -> None:
    """Do something to an order that is there."""
    order, what = rng.randrange(4), rng.randrange(10)
    if what < 3:
        crowd.act(rng.choice(ORDER_CALLS), order, rng.choice([0, 0, 0, 0, rng.randint(1, 6)]))
    elif what < 6:
        crowd.submit(order, rng.choice([0, 1, 5, 10**9]))
    elif what == 6:
        bps = rng.choice([0, 3_333, 9_999, 10_000, 10_000, 10_000])
        crowd.rule(order, rng.choice([0, 0, 0, 1]), bps, rng.randint(0, 9))
    elif what == 7:
        rng.choice([crowd.dispute, crowd.object])(order)
    elif what == 8:
        crowd.top_up(order, rng.randint(1, 6), rng.choice([1, COIN // 3, COIN]))
    else:
        crowd.act(rng.choice(["pause", "resume", "reclaim", "heartbeat", "start"]), order, 0)


def disturb(crowd: Crowd, rng: random.Random) -> None:
    """Do something that concerns many orders."""
    who, amount = rng.randint(1, 6), rng.choice([1, COIN // 3, COIN])
    rng.choice(
        [
            crowd.switch_verifier,
            lambda: crowd.withdraw_bid(rng.randint(1, 40), rng.randint(2, 4)),
            lambda: crowd.withdraw_bond(who, amount),
            lambda: crowd.declare(who, rng.randint(1, 3), rng.random() < 0.8),
            lambda: crowd.fund_policy(rng.randint(1, 3), who, amount),
            lambda: crowd.revoke(rng.randint(2, 5), who),
            lambda: crowd.govern(
                rng.randrange(len(SHARES)), 777, rng.randrange(len(SPANS)), rng.randint(2, 9)
            ),
        ]
    )()


def run(seed: int) -> None:
    """Let the crowd loose, then let it fall silent."""
    crowd, rng = Crowd(), random.Random(seed)
    for _ in range(STEPS):
        dice = rng.random()
        if dice < 0.2:
            deal(crowd, rng)
        elif dice < 0.6:
            follow(crowd, rng)
        elif dice < 0.68:
            disturb(crowd, rng)
        elif dice < 0.92:
            crowd.serve(rng.choice([1, 2, 6]))
        else:
            crowd.go_on(rng.choice([1, 3, 7]))
        crowd.check()
    crowd.end()
    market = crowd.market
    steps = [s for n in range(market.do("order_total")) for s in market.do("timeline", n + 1)]
    rolled = market.events(RolledOver)
    SEEN[seed] = ({s.state for s in steps}, {s.reason for s in steps}, rolled)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_crowd_adds_up_and_ends(seed):
    """E1 to E9 hold after every block of a long run, and silence ends every order."""
    run(seed)


def test_the_crowd_goes_everywhere():
    """The runs come through every state, for nearly every reason, and roll leases over."""
    for seed in SEEDS:
        if seed not in SEEN:
            run(seed)
    states = set().union(*(found[0] for found in SEEN.values()))
    reasons = set().union(*(found[1] for found in SEEN.values()))
    assert set(OrderState) - states == {OrderState.NOTHING}
    assert len(set(Reason) - reasons) < 6
    assert sum(found[2] for found in SEEN.values()) > 3


@pytest.mark.long
@pytest.mark.timeout(1_800)
def test_many_crowds_add_up_and_end():
    """The same for as many runs as make 10,000 steps, each from a seed of its own."""
    for seed in range(1_000, 1_000 + 10_000 // STEPS):
        run(seed)
