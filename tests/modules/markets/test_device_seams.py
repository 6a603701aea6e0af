"""Devices before the real jury, and paid by the real market and the real mint."""

import pytest

from chain.kit.verdicts import Level
from chain.types.primitives import Wei
from modules.compute.module import Compute
from modules.devices.module import Devices
from modules.devices.records import CaseStatus, PenaltyStatus, Status, Suspicion
from modules.verification.module import Verification
from modules.verification.records import ClaimState, Role, Side
from tests.modules.compute.market import LEASE
from tests.modules.devices.scene import EVIDENCE
from tests.modules.markets.town import CHALLENGER, OWNER, PROVIDER, Fleet
from tests.modules.stage import COIN, account

CUSTOMER = 7  # pays a device for service, and is not served


def reported() -> tuple[Fleet, int]:
    """An active device that took money and did not serve; the penalty is number 1."""
    fleet = Fleet()
    number = fleet.active(1)
    fleet.call("set_price", number, Wei(COIN))
    fleet.call("pay_for_service", number, 3, sender=CUSTOMER, value_wei=3 * COIN)
    fleet.call("report_unserved", 1, 2, EVIDENCE, sender=CUSTOMER)
    return fleet, number


def appealed() -> tuple[Fleet, int, int]:
    """The same, and the owner appeals; returns the device and the claim."""
    fleet, number = reported()
    fleet.call("appeal", 1, EVIDENCE)
    return fleet, number, fleet.call("penalty", 1).claim


def test_a_jury_upholds_a_slash() -> None:
    """The harmed, the jurors and the treasury get their parts of it, and the device loses all."""
    fleet, _, claim = appealed()
    before = {who: fleet.stage.balance_wei(who) for who in (CUSTOMER, OWNER)}
    jurors = fleet.town.vote(claim, 10_000)
    earned = {who: fleet.stage.balance_wei(who) for who in jurors}
    assert 10_000 == fleet.town.execute(claim)
    penalty = fleet.call("penalty", 1)
    assert PenaltyStatus.EXECUTED == penalty.status
    assert penalty.amount_wei == penalty.taken_wei > 0
    harmed_wei = penalty.taken_wei * fleet.params.harmed_bps // 10_000
    assert harmed_wei == fleet.stage.balance_wei(CUSTOMER) - before[CUSTOMER]
    assert before[OWNER] == fleet.stage.balance_wei(OWNER)
    assert all(fleet.stage.balance_wei(who) > earned[who] for who in jurors)
    fleet.town.check()


def test_a_jury_overturns_a_slash() -> None:
    """The device keeps its bond, its owner's bond comes back, and the harmed gets nothing."""
    fleet, _, claim = appealed()
    before = {who: fleet.stage.balance_wei(who) for who in (CUSTOMER, OWNER)}
    fleet.town.vote(claim, 0)
    assert 0 == fleet.town.execute(claim)
    penalty = fleet.call("penalty", 1)
    assert (PenaltyStatus.LIFTED, 0) == (penalty.status, penalty.taken_wei)
    assert before[CUSTOMER] == fleet.stage.balance_wei(CUSTOMER)
    assert COIN == fleet.stage.balance_wei(OWNER) - before[OWNER]


def test_a_jury_that_does_not_come_slashes_nobody() -> None:
    """Two draws in silence lift the penalty, as no ruling in time does."""
    fleet, _, claim = appealed()
    assert 0 == fleet.town.execute(claim)
    penalty = fleet.call("penalty", 1)
    assert (PenaltyStatus.LIFTED, 0) == (penalty.status, penalty.taken_wei)


def test_who_was_harmed_asks_a_larger_jury() -> None:
    """After the silence of one jury the customer brings seven others, and the slash stands."""
    fleet, _, claim = appealed()
    fleet.town.until(claim, ClaimState.REVEALED)
    fleet.town.challenge(claim, Level.JURY, Side.FOR_WORKER, sender=CUSTOMER)
    assert 7 == len(fleet.town.vote(claim, 10_000))
    assert 10_000 == fleet.town.execute(claim)
    assert PenaltyStatus.EXECUTED == fleet.call("penalty", 1).status


def suspected() -> tuple[Fleet, int, int]:
    """An active device that a challenger suspects; the case is number 1."""
    fleet = Fleet()
    number = fleet.active(1)
    fleet.call("suspect", number, Suspicion.CLONE_KEY, EVIDENCE, sender=CHALLENGER)
    return fleet, number, fleet.call("case_record", 1).claim


def test_a_jury_convicts_a_device() -> None:
    """It is banned and loses bond and escrow; the challenger shares what is the verifiers'."""
    fleet, number, claim = suspected()
    before_wei = fleet.stage.balance_wei(CHALLENGER)
    fleet.town.vote(claim, 0)
    assert 0 == fleet.town.execute(claim)
    assert (Status.BANNED, 0) == (fleet.status(number), fleet.standing(number).bond_wei)
    assert CaseStatus.CONVICTED == fleet.call("case_record", 1).status
    assert fleet.stage.balance_wei(CHALLENGER) > before_wei
    fleet.town.check()


@pytest.mark.parametrize("is_judged", [True, False])
def test_a_device_is_cleared_by_a_jury_and_by_its_silence(is_judged: bool) -> None:
    """It goes on with all its coins; who accused it has lost a part of its bond."""
    fleet, number, claim = suspected()
    court = fleet.town.own(Verification)
    if is_judged:
        fleet.town.vote(claim, 10_000)
    assert 10_000 == fleet.town.execute(claim)
    assert CaseStatus.CLEARED == fleet.call("case_record", 1).status
    assert fleet.status(number) != Status.SUSPECTED
    assert 100 * COIN > court.free_wei[account(CHALLENGER)]


def test_nobody_judges_a_device_of_its_own_or_an_accusation_of_its_own() -> None:
    """Owner and challenger are heavy jurors, and are not drawn."""
    for make in (appealed, suspected):
        fleet, _, claim = make()
        for who in (OWNER, CHALLENGER):
            fleet.town.court("join", Role.JUROR, sender=who, value_wei=100_000 * COIN)
        fleet.town.until(claim, ClaimState.VOTING)
        concerned = {OWNER, CHALLENGER} if make is suspected else {OWNER}
        assert not set(fleet.town.seats(claim)) & concerned


def test_who_is_paid_by_a_slash_does_not_judge_it() -> None:
    """V3: the customer whose report filed the penalty gets a part of it, and is no juror there."""
    fleet, _, claim = appealed()
    fleet.town.court("join", Role.JUROR, sender=CUSTOMER, value_wei=500_000 * COIN)
    fleet.town.until(claim, ClaimState.VOTING)
    assert CUSTOMER not in fleet.town.seats(claim)


def test_work_for_the_market_raises_a_device_above_its_twin() -> None:
    """Of two equal devices the one that a paid job names scores demand and draws more coins."""
    fleet = Fleet()
    first, second = fleet.enlist(1), fleet.enlist(2)
    fleet.next_epoch()
    fleet.good_epochs(first, second, count=2)
    devices, town = fleet.devices, fleet.town
    earned = [devices.earned[number] for number in (first, second)]
    town.job(Level.NONE, is_right=True, device=first)
    burned_wei = town.own(Compute).revenue_total.burned_wei
    assert burned_wei == devices.tallies[first].burned_wei > 0
    assert 0 == devices.tallies[second].burned_wei
    fleet.beat_windows(first, second)
    assert 0 < devices.epoch.demand_score <= burned_wei
    fleet.next_epoch()
    for device in (first, second):
        fleet.call("settle", device)
    gains = [devices.earned[n] - wei for n, wei in zip((first, second), earned, strict=True)]
    assert gains[0] > gains[1] > 0
    assert gains[0] - gains[1] <= burned_wei
    town.check()


def test_a_lease_that_names_a_device_is_its_demand_too() -> None:
    """What a lease pays out is noted for the device that served it."""
    fleet = Fleet()
    number = fleet.active(1)
    order, beaten = fleet.town.run(LEASE, device=number), -1
    for _ in range(30):
        fleet.blocks()
        fleet.town.compute("heartbeat", order, sender=PROVIDER)
        if fleet.window() != beaten and fleet.window() < fleet.params.windows:
            fleet.beat(number)
            beaten = fleet.window()
    fleet.town.compute("withdraw_earnings", order, sender=PROVIDER)
    served_wei = fleet.devices.classes[0].served_wei
    assert fleet.town.own(Compute).earnings[order].paid_wei == served_wei > 0


def test_a_job_is_paid_though_its_device_is_unknown_or_devices_stand_still() -> None:
    """What devices thinks of a payment cannot stop it."""
    fleet = Fleet()
    fleet.town.job(Level.NONE, is_right=True, device=77)
    taken_wei = fleet.town.host.balances_wei.get(Devices.address, 0)
    fleet.town.own(Devices).set_paused(True)
    order = fleet.town.job(Level.NONE, is_right=True, device=1)
    assert fleet.town.own(Compute).earnings[order].paid_wei > 0
    assert taken_wei == fleet.town.host.balances_wei.get(Devices.address, 0)
