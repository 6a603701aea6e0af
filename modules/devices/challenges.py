"""
Random challenges: drawn by a beacon that came after what it judges, answered by the device's key.

    end of a block: who is ready --next block's beacon--> device, verifiers --window--> answer
    answer --verifiers' window--> majority denies: missed | else: passed; no answer: missed

A draw costs the same for a thousand devices and for a million. Who is not drawn loses nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from eth_hash.auto import keccak

from chain.types.primitives import ZERO_HASH, Address, Hash32, Height
from modules.devices import epochs
from modules.devices.events import (
    Attested,
    ChallengeAnswered,
    Challenged,
    ChallengeMissed,
    ChallengePassed,
)
from modules.devices.machines import CHALLENGE, LIVE, READY, VERIFIER
from modules.devices.records import Challenge, ChallengeStatus, DeviceClass
from modules.devices.refusals import TooLate, VotedAlready
from modules.devices.signatures import Answer, check_signed

if TYPE_CHECKING:
    from modules.devices.module import Devices

CHALLENGE_ENDS: Final = 1  # kind of deadline
DOMAIN: Final = b"kumiai/device-challenge/1".ljust(32, b"\x00")
TRIES_PER_VERIFIER: Final = 3  # draws that may meet the owner or a verifier again


def draw(devices: Devices) -> None:
    """Draw this block's challenges, if it is a block of draws."""
    live, height = devices.live, devices.block.height
    if height % live.challenge_interval_blocks:
        return
    for index in range(live.challenges_per_draw):
        nonce = nonce_of(devices.host.beacon(), height, index)
        number = pick(devices, nonce)
        if number:
            _challenge(devices, number, nonce)


def answer(devices: Devices, challenge: int, response: Hash32, signature: bytes) -> None:
    """Take a device's answer, from anyone who carries it, within the response window."""
    record = devices.challenges[challenge]
    _check(devices, challenge, "answer_challenge")
    if devices.block.height >= record.deadline_at:
        raise TooLate(record.deadline_at)
    key = devices.register_of[record.device].key
    check_signed(devices, Answer(challenge, record.nonce, response), signature, key)
    status = CHALLENGE.move("answer_challenge", record.status, ChallengeStatus.ANSWERED)
    deadline_at = Height(devices.block.height + devices.live.attest_blocks)
    devices.challenges[challenge] = replace(
        record, status=status, response=response, deadline_at=deadline_at
    )
    devices.timers.set(deadline_at, CHALLENGE_ENDS, challenge)
    devices.emit(ChallengeAnswered(challenge, record.device, response))


def attest(devices: Devices, challenge: int, is_reachable: bool) -> None:
    """Take a drawn verifier's word, once."""
    record = devices.challenges[challenge]
    _check(devices, challenge, "attest")
    bit = 1 << record.verifiers.index(devices.sender)
    if record.voted & bit:
        raise VotedAlready(devices.sender)
    if devices.block.height >= record.deadline_at:
        raise TooLate(record.deadline_at)
    devices.challenges[challenge] = replace(
        record,
        status=CHALLENGE.move("attest", record.status, ChallengeStatus.ANSWERED),
        voted=record.voted | bit,
        confirmed=record.confirmed + (1 if is_reachable else 0),
        denied=record.denied + (0 if is_reachable else 1),
    )
    devices.emit(Attested(challenge, devices.sender, is_reachable))


def on_end(devices: Devices, challenge: int) -> None:
    """Count a challenge whose time is over; a deadline that moved is another's."""
    record = devices.challenges[challenge]
    is_open = record.status in (ChallengeStatus.DRAWN, ChallengeStatus.ANSWERED)
    if not is_open or devices.block.height < record.deadline_at:
        return
    target = ChallengeStatus.MISSED
    if record.status == ChallengeStatus.ANSWERED:
        is_denied = record.denied > record.confirmed
        target = ChallengeStatus.DENIED if is_denied else ChallengeStatus.PASSED
    status = CHALLENGE.move("challenge_ends", record.status, target)
    devices.challenges[challenge] = replace(record, status=status)
    devices.open_challenges[record.device] = 0
    if status == ChallengeStatus.PASSED:
        devices.emit(ChallengePassed(challenge, record.device))
    else:
        is_denied = status == ChallengeStatus.DENIED
        devices.emit(ChallengeMissed(challenge, record.device, is_denied))
    _count(devices, record.device, status == ChallengeStatus.PASSED)


def _check(devices: Devices, challenge: int, name: str) -> None:
    record = devices.challenges[challenge]
    roles = (VERIFIER,) if devices.sender in record.verifiers else ()
    CHALLENGE.enter(name, record.status, roles)


def _count(devices: Devices, number: int, is_passed: bool) -> None:
    """Add a result to the device's epoch and to its probation, while it is there."""
    standing = epochs.settle(devices, number)
    if standing.status not in LIVE:
        return
    passed, missed = (1, 0) if is_passed else (0, 1)
    devices.standings[number] = replace(
        standing, passed=standing.passed + passed, missed=standing.missed + missed
    )
    tally = devices.tallies[number]
    if tally.epoch == devices.epoch_number():
        devices.tallies[number] = replace(
            tally, passed=tally.passed + passed, missed=tally.missed + missed
        )
        epochs.rescore(devices, number)


def _challenge(devices: Devices, number: int, nonce: Hash32) -> None:
    """Open a challenge, unless the device has one or its clock has not begun."""
    standing = epochs.settle(devices, number)
    if standing.status not in READY or devices.open_challenges[number]:
        return
    if standing.settled_epoch > devices.epoch_number():
        return
    challenge = devices.challenge_count + 1
    deadline_at = Height(devices.block.height + devices.live.response_blocks)
    verifiers = _verifiers(devices, number, nonce)
    status = CHALLENGE.move("draw", ChallengeStatus.NOTHING, ChallengeStatus.DRAWN)
    devices.challenge_count = challenge
    devices.challenges[challenge] = Challenge(
        number, status, nonce, deadline_at, verifiers, 0, 0, 0, ZERO_HASH
    )
    devices.open_challenges[number] = challenge
    devices.timers.set(deadline_at, CHALLENGE_ENDS, challenge)
    devices.emit(Challenged(challenge, number, nonce, deadline_at))


def pick(devices: Devices, seed: Hash32) -> int:
    """Return a device that is ready, each with the same chance; 0 where none is."""
    sizes = [(kind, len(devices.ready[kind])) for kind in DeviceClass]
    total = sum(size for _, size in sizes)
    if total == 0:
        return 0
    at = int.from_bytes(seed, "big") % total
    for kind, size in sizes:
        if at < size:
            return devices.ready[kind].page(at, 1)[0]
        at -= size
    raise AssertionError("an index below the total is in some class")


def _verifiers(devices: Devices, number: int, seed: Hash32) -> tuple[Address, ...]:
    """Return other owners of ready devices of the class, as many as a few tries find."""
    device, count = devices.register_of[number], devices.live.verifiers
    ready = devices.ready[device.kind]
    found: list[Address] = []
    for index in range(count * TRIES_PER_VERIFIER):
        at = int.from_bytes(nonce_of(seed, number, index), "big") % len(ready)
        owner = devices.register_of[ready.page(at, 1)[0]].owner
        if owner != device.owner and owner not in found:
            found.append(owner)
        if len(found) == count:
            break
    return tuple(found)


def nonce_of(seed: Hash32, number: int, index: int) -> Hash32:
    """Return a draw's randomness: the seed, a height or a device, and which draw of them it is."""
    words = number.to_bytes(32, "big") + index.to_bytes(32, "big")
    return Hash32(keccak(DOMAIN + seed + words))
