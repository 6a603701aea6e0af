"""Escrow: tranches mature for who earned them, and a slash takes the newest first."""

from dataclasses import replace

from chain.types.primitives import Wei
from modules.devices import escrow
from modules.devices.module import Devices
from tests.modules.devices.scene import OTHER, OWNER, Scene
from tests.modules.stage import account


def holding() -> tuple[Scene, Devices, int]:
    """Return a device with tranches of 5 and 7 wei for two owners in two epochs."""
    scene = Scene()
    number = scene.enlist(1)
    devices = scene.devices
    devices.pools_left_wei = Wei(12)
    for owner, epoch, amount_wei in ((OWNER, 1, 5), (OTHER, 2, 7)):
        escrow.accrue(devices, number, account(owner), epoch, amount_wei)
        devices.pools_left_wei = Wei(devices.pools_left_wei - amount_wei)
    scene.stage.host.mint(Devices.address, Wei(12))
    return scene, devices, number


def test_tranches_mature_one_after_the_other() -> None:
    """Each is its owner's after the epochs of escrow, and then only claimed by that owner."""
    scene, devices, number = holding()
    standing = devices.standings[number]
    for epoch, claimable in ((3, (0, 0)), (4, (5, 0)), (5, (5, 7))):
        devices.epoch = replace(devices.epoch, number=epoch)
        escrow.release(devices, number, standing)
        found = tuple(scene.call("claimable", account(who)) for who in (OWNER, OTHER))
        assert claimable == found
    assert 0 == devices.escrow_total_wei
    assert 12 == devices.claimable_total_wei


def test_slash_takes_the_newest_first_and_no_more_than_there_is() -> None:
    """A part of a tranche can go; what is taken is counted and told."""
    _, devices, number = holding()
    assert 8 == escrow.take(devices, number, 8)
    assert [(account(OWNER), 4)] == [(t.owner, t.amount_wei) for t in devices.tranches[number]]
    assert 4 == escrow.take(devices, number, 100)
    assert () == devices.tranches[number]
    assert (0, 12) == (devices.escrow_total_wei, devices.clawed_back[number])
    assert 0 == escrow.take(devices, number, 1)


def test_nothing_is_accrued_for_nothing() -> None:
    """A share of zero wei makes no tranche."""
    _, devices, number = holding()
    escrow.accrue(devices, number, account(OWNER), 3, 0)
    assert 2 == len(devices.tranches[number])


def test_everything_goes_at_the_end() -> None:
    """A device that is no more keeps nothing."""
    scene, devices, number = holding()
    escrow.release_all(devices, number)
    assert (5, 7) == tuple(scene.call("claimable", account(who)) for who in (OWNER, OTHER))
    escrow.release_all(devices, number)
    assert 0 == devices.escrow_total_wei
