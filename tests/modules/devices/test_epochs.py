"""Epochs: pools, exact division, and settling that never walks over everybody and skips nobody."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.kit.host import CallInfo
from chain.types.primitives import Bps, Wei
from modules.devices import epochs
from modules.devices.module import Devices
from modules.devices.records import Reason, Status
from tests.modules.devices.scene import OTHER, OWNER, PARAMS, Issuer, Scene
from tests.modules.stage import COIN


def test_pools_are_the_smallest_of_schedule_demand_and_breaker() -> None:
    """An epoch pays beta of what demand burned and the floor, within allowance and breaker."""
    for allowance_wei, breaker_wei, demand_wei, floor_wei in (
        (10**6 * COIN, 10**4 * COIN, 18 * COIN, 10 * COIN),
        (10**6 * COIN, 20 * COIN, 18 * COIN, 2 * COIN),
        (10**6 * COIN, 5 * COIN, 5 * COIN, 0),
        (7 * COIN, 10**4 * COIN, 7 * COIN, 0),
        (0, 10**4 * COIN, 0, 0),
    ):
        scene = Scene()
        number = scene.active(1)
        scene.tune(epoch_wei_max=Wei(breaker_wei))
        Issuer(scene.stage.host, CallInfo(Issuer.address)).left_wei = Wei(allowance_wei)
        scene.serve(number, 400 * COIN, 20 * COIN)
        epoch = scene.call("current_epoch").number
        scene.good_epochs(number)
        report = scene.call("epoch_report", epoch)
        assert (demand_wei, floor_wei) == (report.demand_wei, report.floor_wei)


def test_dust_is_carried_to_the_next_epoch() -> None:
    """What three equal shares leave of ten wei is used before the mint is asked again (D1)."""
    scene = Scene(floor_wei=Wei(10))
    numbers = [scene.enlist(seed, owner) for seed, owner in ((1, OWNER), (2, OTHER), (3, 4))]
    scene.next_epoch()
    scene.good_epochs(*numbers)
    assert [3, 3, 3] == [scene.call("escrowed", number) for number in numbers]
    assert (1, 10) == (scene.devices.carry_wei, scene.stage.call(Issuer, "drawn"))
    scene.good_epochs(*numbers)
    assert 19 == scene.stage.call(Issuer, "drawn")


@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 64), st.integers(0, 4)), min_size=1, max_size=4),
    st.integers(1, 10**6),
)
def test_every_epoch_is_divided_to_the_wei(work: list[tuple[int, int]], floor_wei: int) -> None:
    """Whatever devices did, escrow and dust are the pool, exactly (D1)."""
    scene = Scene(floor_wei=Wei(floor_wei))
    numbers = [scene.enlist(seed, capacity=capacity) for seed, (capacity, _) in enumerate(work, 1)]
    scene.next_epoch()
    for window in range(4):
        while scene.window() < window:
            scene.blocks()
        beating = [n for n, (_, count) in zip(numbers, work, strict=True) if count > window]
        for number in beating:
            capacity = work[number - 1][0]
            scene.call("beat", (scene.a_beat(number, capacity=capacity),))
    scene.next_epoch()
    report = scene.call("epoch_report", 2)
    paid_wei = sum(scene.call("escrowed", number) for number in numbers)
    assert report.floor_wei == paid_wei + scene.devices.carry_wei
    assert (paid_wei, 0) == (report.credited_wei, report.floor_left)
    assert floor_wei == report.floor_wei or not any(count for _, count in work)


def test_probation_earns_a_part() -> None:
    """Ten percent of what the same work counts afterwards (HIP-57)."""
    scene = Scene()
    proven = scene.active(1)
    fresh = scene.enlist(2, OTHER)
    scene.good_epochs(proven)
    scene.beat(proven)
    whole = scene.call("current_epoch").floor_score
    scene.beat(fresh)
    assert whole + whole // 10 == scene.call("current_epoch").floor_score


def test_slashed_reasons_grow_with_duration() -> None:
    """A device that stays away is fined as its absence becomes long and very long."""
    scene = Scene()
    number = scene.active(1)
    for _ in range(6):
        scene.next_epoch()
    history = scene.call("slash_history", number, 0, 10)
    assert [(Reason.OFFLINE, tier) for tier in (0, 1, 2)] == [(p.reason, p.tier) for p in history]
    assert Status.OFFLINE == scene.status(number)


def test_recovered_device_is_active_again_for_a_fee() -> None:
    """Good epochs bring it back; the fee burns; below its bond it earns when topped up."""
    scene = Scene(offline_slash_1_bps=Bps(0))
    number = scene.active(1)
    scene.next_epoch()
    bond_wei = scene.standing(number).bond_wei
    scene.good_epochs(number, count=2)
    assert Status.ACTIVE == scene.status(number)
    fee_wei = bond_wei * PARAMS.recovery_fee_bps // 10_000
    assert bond_wei - fee_wei == scene.standing(number).bond_wei


def test_untouched_device_is_settled_in_one_step() -> None:
    """A thousand silent epochs are judged like one: same end, same work."""
    scene = Scene()
    number = scene.active(1)
    devices = scene.devices
    now = devices.epoch
    for epoch in range(now.number, now.number + 3):
        devices.reports[epoch] = replace(
            devices.reports[now.number - 1], number=epoch, floor_left=0, demand_left=0
        )
    devices.epoch = replace(now, number=now.number + 1_000)
    gas = scene.stage.host.gas_used
    epochs.settle(devices, number)
    standing = devices.standings[number]
    assert (Status.OFFLINE, 1_000) == (standing.status, standing.offline_epochs)
    assert 3 == standing.open_penalties
    assert scene.stage.host.gas_used - gas < 100_000


def test_epoch_that_a_pause_cut_into_is_paid_and_not_judged() -> None:
    """While the module is paused nobody can beat, so nobody is offline for it."""
    scene = Scene()
    number = scene.active(1)
    scene.beat(number)
    devices = scene.devices
    devices.set_paused(True)
    for _ in range(30):
        scene.stage.assembly.end_block(scene.stage.host)
        scene.stage.host.advance()
    devices.set_paused(False)
    scene.next_epoch()
    epoch = scene.call("current_epoch").number
    report = scene.call("epoch_report", epoch - 1)
    assert 0 == report.windows and report.floor_wei > 0
    assert Status.ACTIVE == scene.status(number)
    scene.next_epoch()
    assert Status.OFFLINE == scene.status(number)


@pytest.mark.parametrize("name", ["bonds_total_wei", "carry_wei", "pools_left_wei"])
def test_promises_above_the_balance_pause_the_module(name: str) -> None:
    """A ledger that promises more than there is stops the module, never the chain."""
    scene = Scene()
    setattr(scene.devices, name, Wei(1))
    scene.stage.assembly.end_block(scene.stage.host)
    assert Devices(scene.stage.host, CallInfo(Devices.address)).is_paused
