"""Stake that left a validator: what is noted, so that a slash can follow it."""

import pytest

from chain.types.primitives import Height, Wei
from modules.staking import flights
from modules.staking.module import Staking
from modules.staking.refusals import RedelegationInFlight
from tests.modules.callers import NOBODY
from tests.modules.stage import COIN, account
from tests.modules.staking.scene import Recorder, Scene


def test_departures_since_a_height_are_known_without_a_walk() -> None:
    """Sums tell how much of what left since a height is still in flight; matured stake is not."""
    scene = Scene(60, 30)
    scene.blocks(1)
    scene.undelegate(1, 1, 5)  # height 2
    scene.blocks(2)
    scene.redelegate(1, 2, 1, 7)  # height 4
    scene.undelegate(1, 1, 3)
    staking, one = scene.staking, account(1)
    found = {h: flights.departed_since(staking, one, Height(h)) for h in (0, 1, 2, 3, 4)}
    assert {
        0: (0, 15 * COIN),
        1: (0, 15 * COIN),
        2: (1, 10 * COIN),
        3: (1, 10 * COIN),
        4: (3, 0),
    } == found
    scene.blocks(1, seconds=18)  # the first matures
    assert (0, 10 * COIN) == flights.departed_since(staking, one, Height(0))
    scene.blocks(1, seconds=5)
    assert (0, 0) == flights.departed_since(staking, one, Height(0))
    assert (0, 0) == flights.departed_since(staking, account(9), Height(0))


def test_instant_unbonding_through_redelegation_is_refused() -> None:
    """
    Redelegated stake cannot hop on before it matures, by which it would shake off its fault.

    The bug of the Cosmos Hub in May 2019: redelegation chains unbonded at once.
    """
    scene = Scene(60, 30, 10)
    scene.delegate(1, 5, 10)
    scene.redelegate(1, 2, 5, 10)
    with scene.refuses(RedelegationInFlight):
        scene.redelegate(2, 3, 5, 10)
    number = scene.undelegate(2, 5, 10)
    entry = scene.call(Staking, "unbondings_of", account(5), 0, 9)[0]
    assert (number, scene.time_s + 20) == (entry.id, entry.matures_s)


def test_every_change_of_shares_is_settled_before_it_happens() -> None:
    """Rewards hear of a pair with the shares it had, each time and only when they change."""
    scene = Scene(60, 30)
    scene.delegate(1, 5, 10)
    scene.redelegate(1, 2, 5, 4)
    scene.undelegate(1, 5, 6)
    heard = [
        (item.validator[-1], item.delegator[-1], item.shares // COIN)
        for item in Recorder(scene.host, NOBODY).settled
    ]
    assert [(1, 1, 0), (2, 2, 0), (1, 5, 0), (1, 5, 10), (2, 5, 0), (1, 5, 6)] == heard


@pytest.mark.parametrize("amount", [1, COIN // 3, 10 * COIN])
def test_a_redelegation_keeps_its_worth(amount: int) -> None:
    """What leaves one pool is what comes into the other."""
    scene = Scene(60, 30)
    scene.delegate(1, 5, 10)
    scene.call(Staking, "redelegate", account(1), account(2), Wei(amount), sender=5)
    assert amount == scene.stake_wei(5, 2)
    assert 100 * COIN == scene.call(Staking, "total_bonded")
