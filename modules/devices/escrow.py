"""
Rewards in escrow: tranches of a device, each its owner's after some epochs, slashable until then.

    epoch's share --accrue--> tranche --release--> claimable of its owner --claim--> coins
                                 +--take--> slash
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.types.primitives import Address, Wei
from modules.devices.events import RewardAccrued, RewardBurned, RewardClaimed, RewardReleased
from modules.devices.params import ESCROW_EPOCHS_MAX
from modules.devices.records import Standing, Status, Tranche
from modules.devices.refusals import NothingToClaim

if TYPE_CHECKING:
    from modules.devices.module import Devices

TRANCHES_MAX = ESCROW_EPOCHS_MAX + 2  # of a device; later rewards join the last tranche


def escrowed_wei(devices: Devices, number: int) -> int:
    """Return what a device has in escrow, in wei."""
    return sum(tranche.amount_wei for tranche in devices.tranches[number])


def accrue(devices: Devices, number: int, owner: Address, epoch: int, amount_wei: int) -> None:
    """Put an epoch's reward in escrow; only a long suspicion fills a device's tranches."""
    if amount_wei == 0:
        return
    tranches = list(devices.tranches[number])
    if len(tranches) >= TRANCHES_MAX and tranches[-1].owner == owner:
        amount = tranches[-1].amount_wei + amount_wei
        tranches[-1] = Tranche(owner, epoch, Wei(amount))
    else:
        tranches.append(Tranche(owner, epoch, Wei(amount_wei)))
    devices.tranches[number] = tuple(tranches)
    devices.escrow_total_wei = Wei(devices.escrow_total_wei + amount_wei)
    devices.earned[number] = Wei(devices.earned[number] + amount_wei)
    devices.emit(RewardAccrued(number, epoch, owner, Wei(amount_wei)))


def release(devices: Devices, number: int, standing: Standing) -> None:
    """Let go of what is old enough; nothing during a suspicion or with a penalty open."""
    if standing.status == Status.SUSPECTED or standing.open_penalties:
        return
    tranches = devices.tranches[number]
    oldest = devices.epoch_number() - devices.live.escrow_epochs
    due = tuple(tranche for tranche in tranches if tranche.epoch < oldest)
    if due:
        devices.tranches[number] = tuple(t for t in tranches if t.epoch >= oldest)
        _let_go(devices, number, due)


def release_all(devices: Devices, number: int) -> None:
    """Let go of everything: the device is no more."""
    due = devices.tranches[number]
    if due:
        devices.tranches[number] = ()
        _let_go(devices, number, due)


def take(devices: Devices, number: int, amount_wei: int) -> int:
    """Take up to an amount out of escrow, the newest first; return how much it was."""
    tranches, left_wei = list(devices.tranches[number]), amount_wei
    while tranches and left_wei:
        last = tranches.pop()
        part_wei = min(left_wei, last.amount_wei)
        left_wei -= part_wei
        if part_wei < last.amount_wei:
            tranches.append(replace(last, amount_wei=Wei(last.amount_wei - part_wei)))
    taken_wei = amount_wei - left_wei
    if taken_wei:
        devices.tranches[number] = tuple(tranches)
        devices.escrow_total_wei = Wei(devices.escrow_total_wei - taken_wei)
        devices.clawed_back[number] = Wei(devices.clawed_back[number] + taken_wei)
        devices.emit(RewardBurned(number, Wei(taken_wei)))
    return taken_wei


def claim(devices: Devices) -> Wei:
    """Pay the sender what was released to it; raises NothingToClaim."""
    amount_wei = devices.claimable_wei[devices.sender]
    if amount_wei == 0:
        raise NothingToClaim()
    devices.claimable_wei[devices.sender] = Wei(0)
    devices.claimable_total_wei = Wei(devices.claimable_total_wei - amount_wei)
    devices.pay(devices.sender, amount_wei, "device_reward")
    devices.emit(RewardClaimed(devices.sender, amount_wei))
    return amount_wei


def _let_go(devices: Devices, number: int, due: tuple[Tranche, ...]) -> None:
    total_wei = 0
    for tranche in due:
        total_wei += tranche.amount_wei
        claimable_wei = devices.claimable_wei[tranche.owner] + tranche.amount_wei
        devices.claimable_wei[tranche.owner] = Wei(claimable_wei)
        devices.emit(RewardReleased(number, tranche.epoch, tranche.owner, tranche.amount_wei))
    devices.escrow_total_wei = Wei(devices.escrow_total_wei - total_wei)
    devices.claimable_total_wei = Wei(devices.claimable_total_wei + total_wei)
