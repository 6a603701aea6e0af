"""Suspicions: escrow during the case, cleared by default, slashed and banned on the jury's word."""

from chain.kit.host import CallInfo
from chain.types.primitives import Wei
from modules.devices.events import CaseClosed, RewardReleased, Slashed, StateChanged, Suspected
from modules.devices.module import Devices
from modules.devices.records import CaseStatus, Reason, Status, Suspicion
from modules.devices.refusals import OwnCase
from tests.modules.courts import POOR, Court, NobodyDeposited
from tests.modules.devices.scene import (
    CHALLENGER,
    EVIDENCE,
    GPU_BOND_WEI,
    OWNER,
    Scene,
)
from tests.modules.stage import COIN, account


def suspected(**changed: int) -> tuple[Scene, int]:
    """Return a scene whose active device is accused; the case is number 1."""
    scene = Scene(**changed)
    number = scene.active(1)
    scene.call("suspect", number, Suspicion.LOCATION_CLASH, EVIDENCE, sender=CHALLENGER)
    return scene, number


def test_case_puts_bond_and_escrow_at_stake() -> None:
    """The jury is asked about the owner, for the challenger, for all that the device has."""
    scene, number = suspected()
    kind = Suspicion.LOCATION_CLASH
    assert scene.stage.logged(Suspected(1, number, account(CHALLENGER), kind, EVIDENCE))
    court = Court(scene.stage.host, CallInfo(Court.address))
    assert (account(OWNER), account(CHALLENGER)) == (court.workers[1], court.challengers[1])
    assert scene.standing(number).bond_wei + scene.call("escrowed", number) == court.values[1]


def test_owner_and_the_bondless_accuse_nobody() -> None:
    """An owner's own case would shield its device; a case without a bond would cost nothing."""
    scene = Scene()
    number = scene.active(1)
    with scene.stage.refuses(OwnCase):
        scene.call("suspect", number, Suspicion.CLONE_KEY, EVIDENCE)
    with scene.stage.refuses(NobodyDeposited):
        scene.call("suspect", number, Suspicion.CLONE_KEY, EVIDENCE, sender=POOR)


def test_rewards_wait_for_the_verdict() -> None:
    """HIP PR#551: during a case the device goes on and earns, and nothing leaves escrow."""
    scene, number = suspected()
    released = scene.stage.events(RewardReleased)
    scene.good_epochs(number, count=3)
    assert released == scene.stage.events(RewardReleased)
    assert 3 * 10 * COIN <= scene.call("escrowed", number)
    scene.rule(1, 10_000)
    assert scene.stage.logged(CaseClosed(1, number, False, True))
    assert scene.stage.logged(StateChanged(number, Status.SUSPECTED, Status.ACTIVE, "cleared"))
    assert released < scene.stage.events(RewardReleased)


def test_escrow_of_a_long_case_is_bounded() -> None:
    """However long a case takes, a device's tranches stay few and lose no wei."""
    scene, number = suspected(case_blocks_max=400)
    scene.good_epochs(number, count=22)
    assert 18 == len(scene.call("tranches_of", number))
    assert scene.call("device", number).earned_wei == scene.call("escrowed", number) + scene.call(
        "claimable", account(OWNER)
    )


def test_no_ruling_in_time_clears() -> None:
    """HIP-144: a case that nobody rules on ends for the device; a later ruling is too late."""
    scene, number = suspected()
    scene.go_to(scene.call("case_record", 1).deadline_at)
    assert scene.stage.logged(CaseClosed(1, number, False, False))
    assert CaseStatus.LAPSED == scene.call("case_record", 1).status
    assert 0 == scene.rule(1, 0)
    assert Status.BANNED != scene.status(number)


def test_conviction_takes_all_and_bans() -> None:
    """Bond and escrow are slashed to the last wei; the verifiers' leg goes to the verifier."""
    scene, number = suspected()
    had_wei = scene.standing(number).bond_wei + scene.call("escrowed", number)
    forfeit_wei = scene.rule(1, 0)
    assert had_wei * 2_000 // 10_000 == forfeit_wei
    assert Status.BANNED == scene.status(number)
    assert CaseStatus.CONVICTED == scene.call("case_record", 1).status
    assert (0, 0) == (scene.standing(number).bond_wei, scene.call("escrowed", number))
    assert 1 == scene.stage.events(Slashed)
    scene.blocks()


def test_jury_may_leave_a_part() -> None:
    """Half or more of its value kept is no ban; less is one, and what is left is paid out."""
    scene, number = suspected()
    scene.rule(1, 9_000)
    assert Status.ACTIVE == scene.status(number)
    assert scene.standing(number).bond_wei < GPU_BOND_WEI
    scene, number = suspected()
    scene.tune(floor_wei=Wei(0))
    bond_wei = scene.standing(number).bond_wei
    before_wei = scene.stage.balance_wei(OWNER)
    value_wei = bond_wei + scene.call("escrowed", number)
    scene.rule(1, 4_000)
    assert Status.BANNED == scene.status(number)
    lost_wei = value_wei * 6_000 // 10_000
    assert before_wei + bond_wei - lost_wei == scene.stage.balance_wei(OWNER)
    scene.call("claim")
    assert scene.devices.carry_wei == scene.stage.host.balance_wei(Devices.address)


def test_retiring_device_is_slashable_until_the_end() -> None:
    """livepeer/protocol#162: unbonding is no way out, and a case outlasts the unbonding time."""
    scene = Scene()
    number = scene.active(1)
    scene.call("retire", number)
    scene.blocks(20)
    scene.call("suspect", number, Suspicion.SIBLING_FARM, EVIDENCE, sender=CHALLENGER)
    scene.blocks(20)
    assert Status.SUSPECTED == scene.status(number)
    assert GPU_BOND_WEI == scene.standing(number).bond_wei
    scene.rule(1, 0)
    assert 0 == scene.standing(number).bond_wei
    assert scene.stage.logged(
        Slashed(
            number,
            Reason.FRAUD,
            *_legs(GPU_BOND_WEI, scene.call("device", number).clawed_back_wei),
        )
    )


def _legs(bond_wei: int, escrow_wei: int) -> tuple[Wei, ...]:
    taken_wei = bond_wei + escrow_wei
    verifiers_wei, treasury_wei = taken_wei * 2_000 // 10_000, taken_wei * 3_000 // 10_000
    burned_wei = taken_wei - verifiers_wei - treasury_wei
    return tuple(map(Wei, (bond_wei, escrow_wei, 0, verifiers_wei, treasury_wei, burned_wei)))


def test_cleared_retiring_device_gets_its_bond() -> None:
    """After a case that outlasted its time, a retiring device is paid with the next block."""
    scene = Scene()
    number = scene.active(1)
    scene.call("retire", number)
    scene.call("suspect", number, Suspicion.SIBLING_FARM, EVIDENCE, sender=CHALLENGER)
    scene.blocks(30)
    scene.rule(1, 10_000)
    assert Status.RETIRING == scene.status(number)
    scene.blocks()
    assert Status.RETIRED == scene.status(number)


def test_maintenance_runs_on_behind_a_case() -> None:
    """A suspect in maintenance is back in service, or back in maintenance, as time has it."""
    for wait, status in ((0, Status.MAINTENANCE), (12, Status.ACTIVE)):
        scene = Scene()
        number = scene.active(1)
        scene.rest(number)
        scene.call("suspect", number, Suspicion.CLONE_KEY, EVIDENCE, sender=CHALLENGER)
        scene.blocks(wait)
        scene.rule(1, 10_000)
        assert status == scene.status(number)
