"""Slashes: reason by duration, appeals, and legs that sum to what was taken."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.kit.host import CallInfo
from chain.kit.module import Paused, Unauthorized
from chain.types.primitives import ZERO_ADDRESS, Bps, Wei
from modules.devices import escrow, penalties
from modules.devices.events import (
    PenaltyAppealed,
    PenaltyFiled,
    PenaltyLifted,
    RewardBurned,
    Slashed,
)
from modules.devices.module import Devices
from modules.devices.records import PenaltyStatus, Reason
from modules.treasury.module import Treasury
from tests.modules.courts import POOR, Court, NobodyDeposited
from tests.modules.devices.scene import (
    EVIDENCE,
    GPU_BOND_WEI,
    OWNER,
    PAYER,
    Scene,
)
from tests.modules.stage import COIN, account

LONG_WEI = GPU_BOND_WEI * 2_000 // 10_000


def reported(owner: int = OWNER) -> tuple[Scene, int]:
    """Return a scene in which a payer reported three windows; the penalty is number 1."""
    scene = Scene()
    number = scene.active(1, owner)
    scene.call("set_price", number, Wei(COIN), sender=owner)
    scene.call("pay_for_service", number, 4, sender=PAYER, value_wei=4 * COIN)
    scene.call("report_unserved", 1, 3, EVIDENCE, sender=PAYER)
    return scene, number


def test_unappealed_slash_is_shared_out() -> None:
    """The harmed payer and the treasury have their legs; nobody proved it, so the rest burns."""
    scene, number = reported()
    before = scene.stage.balance_wei(PAYER), scene.stage.host.balance_wei(Treasury.address)
    deadline_at = scene.call("penalty", 1).deadline_at
    filed = (1, number, Reason.UNSERVED, 1, Wei(LONG_WEI), deadline_at)
    assert scene.stage.logged(PenaltyFiled(*filed))
    scene.go_to(deadline_at)
    harmed_wei, treasury_wei = LONG_WEI * 2_000 // 10_000, LONG_WEI * 3_000 // 10_000
    burned_wei = LONG_WEI - harmed_wei - treasury_wei
    legs = map(Wei, (LONG_WEI, 0, harmed_wei, 0, treasury_wei, burned_wei))
    assert scene.stage.logged(Slashed(number, Reason.UNSERVED, *legs))
    assert before[0] + harmed_wei == scene.stage.balance_wei(PAYER)
    assert before[1] + treasury_wei == scene.stage.host.balance_wei(Treasury.address)
    assert LONG_WEI == scene.call("slash_history", number, 0, 10)[0].taken_wei


def test_appeal_is_the_owners_challenge_of_the_slash() -> None:
    """The module stands for the slash, the owner objects; a jury lifts it, in part or wholly."""
    for stands_bps, status in (
        (0, PenaltyStatus.LIFTED),
        (10_000, PenaltyStatus.EXECUTED),
        (2_500, PenaltyStatus.EXECUTED),
    ):
        scene, number = reported()
        scene.call("appeal", 1, EVIDENCE)
        assert scene.stage.logged(PenaltyAppealed(1, 1))
        court = Court(scene.stage.host, CallInfo(Court.address))
        assert (Devices.address, account(OWNER)) == (court.workers[1], court.challengers[1])
        assert LONG_WEI == court.values[1]
        scene.stage.call(Court, "dispute", 1)
        forfeit_wei = scene.rule(1, stands_bps)
        taken_wei = LONG_WEI * stands_bps // 10_000
        assert taken_wei * 2_000 // 10_000 == forfeit_wei
        assert forfeit_wei == scene.stage.host.balance_wei(Court.address)
        record = scene.call("penalty", 1)
        assert (status, taken_wei) == (record.status, record.taken_wei)
        assert GPU_BOND_WEI - taken_wei == scene.standing(number).bond_wei
        assert scene.stage.logged(PenaltyLifted(1, number)) == (not stands_bps)
        assert 0 == scene.rule(1, 10_000)  # a second ruling changes nothing
        assert taken_wei == scene.call("penalty", 1).taken_wei


def test_who_was_harmed_does_not_judge_the_appeal() -> None:
    """V3: a part of the slash is the payer's who reported it, so the verifier hears who it is."""
    scene, _ = reported()
    scene.call("appeal", 1, EVIDENCE)
    court = Court(scene.stage.host, CallInfo(Court.address))
    assert [account(PAYER)] == list(court.excluded[scene.call("penalty", 1).claim])


def test_appeal_needs_a_bond_at_the_verifier() -> None:
    """Who has nothing at the verifier cannot appeal, and nothing is left half done."""
    scene, _ = reported(POOR)
    with scene.stage.refuses(NobodyDeposited):
        scene.call("appeal", 1, EVIDENCE, sender=POOR)
    assert PenaltyStatus.PENDING == scene.call("penalty", 1).status


def test_ruling_after_its_time_changes_nothing() -> None:
    """Lifted for want of a ruling, a penalty stays lifted; a refund goes to the treasury."""
    scene, number = reported()
    scene.call("appeal", 1, EVIDENCE)
    scene.blocks(scene.params.case_blocks_max)
    assert scene.stage.logged(PenaltyLifted(1, number))
    bond_wei = scene.standing(number).bond_wei
    before_wei = scene.stage.host.balance_wei(Treasury.address)
    scene.stage.host.mint(Court.address, Wei(5))
    assert 0 == scene.rule(1, 10_000, refund_wei=5)
    assert before_wei + 5 == scene.stage.host.balance_wei(Treasury.address)
    assert bond_wei == scene.standing(number).bond_wei


def test_only_the_verifier_rules() -> None:
    """Another account's ruling is refused; a paused module lets the ruling wait."""
    scene, _ = reported()
    scene.call("appeal", 1, EVIDENCE)
    outsider = Devices(scene.stage.host, CallInfo(account(PAYER)))
    with pytest.raises(Unauthorized):
        outsider.claim_ruled(2, 1, Bps(0), Wei(0))
    with pytest.raises(Unauthorized):
        outsider.claim_disputed(2, 1)
    scene.devices.set_paused(True)
    with scene.stage.refuses(Paused):
        scene.rule(1, 0)


def test_underbonded_device_earns_nothing_until_topped_up() -> None:
    """DeepBrainChain#22: a bond that a slash lowered must be filled before the device earns."""
    scene, number = reported()
    scene.good_epochs(number, count=2)
    assert GPU_BOND_WEI - LONG_WEI == scene.standing(number).bond_wei
    scene.beat(number)
    assert 0 == scene.call("current_epoch").floor_score
    scene.call("top_up", number, value_wei=LONG_WEI)
    assert 0 < scene.call("current_epoch").floor_score


def test_slash_is_of_what_was_filed_and_at_most_what_there_is() -> None:
    """DeepBrainChain#21: a slash is what was filed; it takes bond, then escrow, no more (D5)."""
    scene, number = reported()
    scene.tune(unserved_slash_2_bps=Bps(10_000))
    devices = scene.devices
    escrowed_wei = scene.call("escrowed", number)
    assert escrowed_wei > 0
    standing = devices.standings[number]
    spare_wei = standing.bond_wei - LONG_WEI // 2
    devices.standings[number] = replace(standing, bond_wei=Wei(LONG_WEI // 2))
    devices.bonds_total_wei = Wei(devices.bonds_total_wei - spare_wei)
    devices.pay(account(OWNER), spare_wei, "test")
    scene.go_to(scene.call("penalty", 1).deadline_at)
    taken_wei = scene.call("penalty", 1).taken_wei
    assert LONG_WEI // 2 < taken_wei <= LONG_WEI
    assert 0 == scene.standing(number).bond_wei
    assert 1 == scene.stage.events(RewardBurned)
    assert taken_wei - LONG_WEI // 2 == scene.call("device", number).clawed_back_wei


def test_claims_go_on_after_a_clawback() -> None:
    """Helium's checked_sub blocks claims once a total falls: here totals only grow (D2)."""
    scene, number = reported()
    earned_wei = scene.call("device", number).earned_wei
    escrow.take(scene.devices, number, 1)
    scene.devices.burn(1, "test")
    assert earned_wei == scene.call("device", number).earned_wei
    scene.call("appeal", 1, EVIDENCE)
    scene.rule(1, 0)
    scene.good_epochs(number, count=4)
    assert 0 < scene.call("claim")
    assert 1 == scene.call("device", number).clawed_back_wei


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 400 * COIN), st.booleans(), st.booleans(), st.integers(0, 10_000))
def test_legs_sum_to_the_slash(
    amount_wei: int, is_ruled: bool, is_harmed: bool, treasury: int
) -> None:
    """Whatever the table says, every wei taken is in exactly one leg (D5)."""
    scene = Scene(treasury_bps=Bps(treasury * 6 // 10))
    number, devices = scene.active(1), scene.devices
    had_wei = scene.standing(number).bond_wei + scene.call("escrowed", number)
    supply_wei = sum(scene.stage.host.balances_wei.values())
    start_wei = scene.stage.host.balance_wei(Devices.address)
    treasury_wei = scene.stage.host.balance_wei(Treasury.address)
    harmed, harmed_wei = (
        account(PAYER) if is_harmed else ZERO_ADDRESS,
        scene.stage.balance_wei(PAYER),
    )
    taken_wei, kept_wei = penalties.slash(
        devices, number, Reason.FRAUD, amount_wei, harmed, is_ruled=is_ruled
    )
    assert min(amount_wei, had_wei) == taken_wei
    legs = scene.stage.balance_wei(PAYER) - harmed_wei
    legs += scene.stage.host.balance_wei(Treasury.address) - treasury_wei
    legs += supply_wei - sum(scene.stage.host.balances_wei.values())
    assert taken_wei == legs + kept_wei
    assert start_wei - taken_wei + kept_wei == scene.stage.host.balance_wei(Devices.address)
