"""
Beats: a device's word that it is there, one a window, late is missed.

    device --signed beat--> chain                                   in its window
    devices --signed beats--> gateway --root--> chain               in their window
                                      --beat, signature, path--> chain     until the epoch ends
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from chain.kit.merkle import DEPTH_MAX, leaf_of, proves
from chain.types.primitives import Address, Gas, Hash32, Height
from modules.devices import epochs
from modules.devices.books import enter
from modules.devices.events import BeatHeard, RootPosted
from modules.devices.records import Beat, NextBeat, ProvenBeat, SignedBeat
from modules.devices.refusals import (
    AlreadyBeaten,
    BatchTooLarge,
    CapacityInvalid,
    EpochNotStarted,
    ProofInvalid,
    RootTaken,
    WindowClosed,
)
from modules.devices.signatures import check_signed, digest_of

if TYPE_CHECKING:
    from modules.devices.module import Devices

BEATS_MAX: Final = 32  # of one call
HASH_GAS: Final = Gas(50)  # of one node of a proof


def window_now(devices: Devices) -> int:
    """Return the window that is open; past the last one, in the time for proofs, their number."""
    epoch = devices.epoch
    passed = devices.block.height - epoch.started_at
    return min(epoch.windows, passed // epoch.window_blocks)


def beat_all(devices: Devices, beats: tuple[SignedBeat, ...]) -> None:
    """Take beats of the open window; raises where one of them does not count."""
    _check_count(len(beats))
    for item in beats:
        enter(devices, "beat", item.beat.device)
        _check_window(devices, item.beat, window_now(devices))
        _take(devices, item.beat, item.signature)


def post_root(devices: Devices, epoch: int, window: int, root: Hash32) -> None:
    """Note a gateway's root of the open window."""
    if epoch != devices.epoch_number() or window != window_now(devices):
        raise WindowClosed(epoch, window)
    if window >= devices.epoch.windows:
        raise WindowClosed(epoch, window)
    key = slot_key(epoch, window)
    if any(devices.roots[devices.sender, key]):
        raise RootTaken(epoch, window)
    devices.roots[devices.sender, key] = root
    devices.emit(RootPosted(devices.sender, epoch, window, root))


def prove_all(devices: Devices, gateway: Address, proofs: tuple[ProvenBeat, ...]) -> None:
    """Take beats that stand under a gateway's roots of the running epoch."""
    _check_count(len(proofs))
    for item in proofs:
        beat = item.beat
        enter(devices, "prove_beats", beat.device)
        _check_window(devices, beat, beat.window)
        if len(item.path) > DEPTH_MAX:
            raise ProofInvalid(beat.device)
        devices.host.charge(Gas(HASH_GAS * (1 + len(item.path))))
        leaf = leaf_of(digest_of(devices, beat))
        root = devices.roots[gateway, slot_key(beat.epoch, beat.window)]
        if not any(root) or not proves(root, leaf, item.index, item.path):
            raise ProofInvalid(beat.device)
        _take(devices, beat, item.signature)


def next_beat(devices: Devices, number: int) -> NextBeat:
    """Return the first window from now on in which a device has not beaten."""
    epoch, window = devices.epoch, window_now(devices)
    tally, first = devices.tallies[number], devices.standings[number].settled_epoch
    if tally.epoch == epoch.number:
        while window < epoch.windows and tally.beats >> window & 1:
            window += 1
    if window >= epoch.windows or first > epoch.number:
        opens_at = epochs.ends_at(epoch)
        closes_at = Height(opens_at + devices.live.window_blocks)
        return NextBeat(epoch.number + 1, 0, opens_at, closes_at)
    opens_at = Height(epoch.started_at + window * epoch.window_blocks)
    return NextBeat(epoch.number, window, opens_at, Height(opens_at + epoch.window_blocks))


def slot_key(epoch: int, window: int) -> int:
    """Return the number of a window among all epochs'."""
    return epoch << 16 | window


def _check_count(count: int) -> None:
    if count > BEATS_MAX:
        raise BatchTooLarge(BEATS_MAX, count)


def _check_window(devices: Devices, beat: Beat, window: int) -> None:
    epoch = devices.epoch
    is_there = beat.window == window and window < epoch.windows
    if beat.epoch != epoch.number or not is_there:
        raise WindowClosed(beat.epoch, beat.window)


def _take(devices: Devices, beat: Beat, signature: bytes) -> None:
    """Count a beat once; raises where it is not this device's or counts already."""
    number = beat.device
    standing, device = epochs.settle(devices, number), devices.register_of[number]
    if standing.settled_epoch > beat.epoch:
        raise EpochNotStarted(standing.settled_epoch)
    if not 1 <= beat.capacity <= device.capacity:
        raise CapacityInvalid(device.capacity, beat.capacity)
    tally = devices.tallies[number]
    if tally.beats >> beat.window & 1:
        raise AlreadyBeaten(beat.window)
    check_signed(devices, beat, signature, device.key)
    devices.tallies[number] = replace(
        tally,
        beats=tally.beats | 1 << beat.window,
        capacity_beats=tally.capacity_beats + beat.capacity,
    )
    epochs.rescore(devices, number)
    devices.emit(BeatHeard(number, beat.epoch, beat.window, beat.capacity, beat.root))
