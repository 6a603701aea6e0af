"""A lease's clock, the split of pay, and rules in two words."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from chain.types.primitives import Bps, Height, Wei
from modules.compute.maths import (
    advance,
    depletes_at,
    pack_rules,
    share_of,
    split_pay,
    unpack_rules,
)
from modules.compute.params import ComputeParams
from modules.compute.records import NEVER, Meter

METER = Meter(Wei(7), Height(10), Height(90), Height(10), 10 // 8, Wei(0), Wei(0), Wei(0))


def run(heights, available_wei, holdback):
    """Settle a meter at each height; return the meter and what it earned."""
    meter, earned = replace(METER, epoch=10 // holdback), 0
    for height in heights:
        meter, more = advance(meter, Height(height), available_wei - earned, holdback)
        earned += more
    return meter, earned


@given(
    st.lists(st.integers(10, 130), max_size=12),
    st.integers(10, 130),
    st.integers(0, 700),
    st.integers(1, 40),
)
def test_the_way_to_a_height_does_not_count(stops, end, available_wei, holdback):
    """E4: settling at any heights on the way gives the meter and the wei of settling once."""
    stops = sorted(stop for stop in stops if stop <= end)
    assert run([*stops, end], available_wei, holdback) == run([end], available_wei, holdback)


@given(st.integers(10, 130), st.integers(0, 700), st.integers(1, 40))
def test_what_is_held_is_what_the_last_two_epochs_earned(end, available_wei, holdback):
    """Counted block by block, young and prior earnings are those of their epochs."""
    meter, earned = run([end], available_wei, holdback)
    blocks = [10 + i for i in range(earned // 7)]
    epoch = end // holdback
    assert meter.young_wei == 7 * sum(1 for block in blocks if block // holdback == epoch)
    assert meter.prior_wei == 7 * sum(1 for block in blocks if block // holdback == epoch - 1)
    assert earned <= min(available_wei, 7 * 80)


@given(st.integers(0, 700))
def test_depletion_is_the_first_block_that_is_not_paid(available_wei):
    """One block before it everything is earned in full, at it no more comes."""
    at = depletes_at(METER, available_wei)
    if at <= METER.ends_at:
        assert advance(METER, at, available_wei, 8)[1] == 7 * (at - 10)
        later = advance(METER, Height(at + 1), available_wei, 8)[1]
        assert later == min(7 * (at - 10), available_wei // 7 * 7)


def test_nothing_depletes_at_rate_zero():
    """A free pause lasts as long as pauses last."""
    assert depletes_at(replace(METER, rate_wei=Wei(0)), 5) == NEVER


@given(
    st.lists(st.integers(0, 10**20), min_size=1, max_size=8),
    st.integers(0, 10_000),
    st.integers(0, 10_000),
)
def test_paying_in_parts_costs_the_same(parts, take_bps, burn_bps):
    """E8: the legs sum to the pay, and the take of all parts is that of their sum, floored."""
    paid = taken = burned = 0
    for part in parts:
        split = split_pay(paid, part, Bps(take_bps), Bps(burn_bps))
        assert sum(split) == part
        assert min(split) >= 0
        paid += part
        taken += split.burned_wei + split.treasury_wei
        burned += split.burned_wei
    assert taken == paid * take_bps // 10_000
    assert burned == taken * burn_bps // 10_000


def test_rules_come_out_of_two_words_as_they_went_in():
    """Each parameter that an order keeps has its own bits."""
    params = ComputeParams()
    rules = unpack_rules(pack_rules(params))
    for name, value in vars(rules).items():
        assert value == getattr(params, name), name


def test_shares_round_down():
    """The payee gets the floor."""
    assert share_of(9_999, 1) == 0
    assert share_of(10_001, 10_000) == 10_001
