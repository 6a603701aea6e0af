"""Devices from registration to the last coin, and what each call answers."""

from chain.types.primitives import Wei
from modules.devices.events import (
    Bonded,
    EpochClosed,
    RewardAccrued,
    RewardClaimed,
    RewardReleased,
    Unbonded,
)
from modules.devices.module import Devices
from modules.devices.records import Status
from modules.devices.refusals import NothingToClaim, UnknownDevice
from tests.modules.devices.scene import GPU_BOND_WEI, OWNER, Issuer, Scene
from tests.modules.stage import COIN, account


def test_device_from_registration_to_the_last_coin() -> None:
    """A device registers, bonds, passes probation, beats, earns, retires, and its coins are out."""
    scene = Scene()
    start_wei = scene.stage.balance_wei(OWNER)
    number = scene.active(1)
    assert scene.stage.logged(Bonded(number, account(OWNER), Wei(GPU_BOND_WEI), Wei(GPU_BOND_WEI)))
    scene.good_epochs(number)
    assert 10 * COIN == scene.call("epoch_report", 4).floor_wei
    assert scene.stage.logged(RewardAccrued(number, 4, account(OWNER), Wei(10 * COIN)))
    scene.good_epochs(number, count=3)
    assert scene.stage.logged(RewardReleased(number, 4, account(OWNER), Wei(10 * COIN)))
    claimed_wei = scene.call("claim")
    assert claimed_wei >= 10 * COIN
    assert scene.stage.logged(RewardClaimed(account(OWNER), claimed_wei))
    scene.call("retire", number)
    scene.blocks(scene.params.unbonding_blocks)
    assert Status.RETIRED == scene.status(number)
    assert scene.stage.logged(Unbonded(number, account(OWNER), Wei(GPU_BOND_WEI)))
    claimed_wei += scene.call("claim")
    assert 0 == scene.stage.host.balance_wei(Devices.address)
    assert scene.stage.call(Issuer, "drawn") == claimed_wei > 0
    end_wei = start_wei - scene.params.registration_fee_wei + claimed_wei
    assert end_wei == scene.stage.balance_wei(OWNER)
    with scene.stage.refuses(NothingToClaim):
        scene.call("claim")


def test_what_is_not_there_is_named() -> None:
    """An unknown number is refused, not answered with zeros."""
    scene = Scene()
    for name in ("device", "next_beat", "settle"):
        with scene.stage.refuses(UnknownDevice):
            scene.call(name, 9)


def test_epochs_go_on_without_devices() -> None:
    """An epoch without anybody draws nothing."""
    scene = Scene()
    scene.next_epoch()
    scene.next_epoch()
    assert scene.stage.logged(EpochClosed(1, Wei(0), Wei(0), Wei(0)))
    assert 0 == scene.stage.call(Issuer, "drawn")
