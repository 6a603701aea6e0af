"""The bucket: how it fills, what it lets out, and what governance may make of it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain.kit.assembly import own
from chain.types.primitives import Wei
from modules.bridge import limits
from modules.bridge.books import asset_key
from modules.bridge.events import LimitsChanged
from modules.bridge.module import Bridge
from modules.bridge.records import AMOUNT_MAX, NATIVE_TOKEN, Limits
from modules.bridge.refusals import AssetInvalid, LimitReached
from tests.modules.bridge.town import LIMITS, ROUTE, Town
from tests.modules.stage import COIN

TOWN = Town()  # of the property below, which takes back all it does


def test_a_bucket_fills_by_the_second_up_to_its_capacity():
    """What was let out comes back as room with time, and never more than the whole."""
    town = Town()
    town.deliver(town.b, town.a, town.send(town.a, 100 * COIN))
    assert 900 * COIN == town.b.do("room", ROUTE, NATIVE_TOKEN, False)
    town.b.seal(30)
    assert 930 * COIN == town.b.do("room", ROUTE, NATIVE_TOKEN, False)
    town.b.seal(3_000)
    assert LIMITS.capacity_wei == town.b.do("room", ROUTE, NATIVE_TOKEN, False)


def test_new_limits_leave_what_the_bucket_holds():
    """A change of limits neither empties nor refills a bucket."""
    town = Town()
    town.deliver(town.b, town.a, town.send(town.a, 400 * COIN))
    wider = Limits(Wei(2_000 * COIN), Wei(COIN), Wei(1), Wei(COIN * 2_000))
    town.b.vote("set_limits", ROUTE, NATIVE_TOKEN, False, wider)
    assert 600 * COIN == town.b.do("room", ROUTE, NATIVE_TOKEN, False)
    assert town.b.logged(
        LimitsChanged(
            ROUTE, NATIVE_TOKEN, False, Wei(2_000 * COIN), Wei(COIN), Wei(1), Wei(COIN * 2_000)
        )
    )
    town.b.vote("set_limits", ROUTE, NATIVE_TOKEN, False, LIMITS)
    assert 600 * COIN == town.b.do("room", ROUTE, NATIVE_TOKEN, False)


@pytest.mark.parametrize(
    "fields",
    [
        {"capacity_wei": Wei(0)},
        {"capacity_wei": Wei(AMOUNT_MAX + 1)},
        {"refill_wei_per_s": Wei(0)},
        {"refill_wei_per_s": Wei(LIMITS.capacity_wei + 1)},
        {"minimum_wei": Wei(0)},
        {"minimum_wei": Wei(LIMITS.delay_from_wei + 1)},
        {"delay_from_wei": Wei(LIMITS.capacity_wei + 1)},
    ],
)
def test_limits_let_each_amount_out_some_day(fields: dict[str, Wei]):
    """Zero limits trust nobody and free nothing; an amount between bounds would be stuck."""
    town = Town()
    with town.a.refuses(AssetInvalid):
        town.a.vote("set_limits", ROUTE, NATIVE_TOKEN, True, replace(LIMITS, **fields))


@given(st.lists(st.tuples(st.integers(1, 40), st.integers(0, 20)), max_size=12))
def test_what_comes_out_is_never_above_capacity_and_refill(steps: list[tuple[int, int]]):
    """Over any time, outflow is at most a full bucket and what the time put in."""
    town_limits = Limits(Wei(50), Wei(2), Wei(1), Wei(50))
    side = TOWN.a
    mark = side.host.snapshot()
    bridge = own(Bridge, side.host)
    key = asset_key(NATIVE_TOKEN, True)
    limits.fill(bridge, ROUTE, key, town_limits)  # type: ignore[arg-type]
    bridge.buckets[ROUTE, key] = replace(bridge.buckets[ROUTE, key], room_wei=Wei(50))  # type: ignore[attr-defined]
    began, block, out = side.time_s, side.host.block, 0
    for amount, seconds in steps:
        side.host.advance(1, seconds)
        try:
            limits.take(bridge, ROUTE, key, Wei(amount))  # type: ignore[arg-type]
            out += amount
        except LimitReached:
            pass
        assert out <= 50 + 2 * (side.time_s - began)
    side.host.block = block
    side.host.revert(mark)
