"""
Whoever stops answering, in any state of anything, freezes nobody's money beyond that state's time.

Every state of every machine of the market is here: one that waits, with how it is left, or one
that waits for nobody, with the reason. A state that is new fails here until it is one of them.
"""

from collections.abc import Callable
from enum import IntEnum
from functools import partial
from typing import Any

import pytest

from chain.kit.state_machine import StateMachine, machines_of
from modules.compute.machines import BIDS, ORDERS, POLICIES
from modules.compute.module import Compute
from modules.compute.records import BidState, PolicyState
from modules.devices.machines import CASE, CHALLENGE, DEVICE, PENALTY
from modules.devices.module import Devices
from modules.devices.records import CaseStatus, ChallengeStatus, PenaltyStatus, Status
from modules.verification.machines import CLAIM, GAME, MEMBERSHIP
from modules.verification.module import Verification
from modules.verification.records import GameState, MemberState
from tests.modules.markets import scenes
from tests.modules.markets.scenes import Subject
from tests.modules.markets.silence import everybody_is_silent

State = tuple[str, IntEnum]
LATE_BLOCKS = 1  # a deadline is handled at the beginning of the block that it names
NEEDS_NOBODY: dict[State, str] = {
    (GAME.name, GameState.OVER): "the game is decided; its claim goes on by itself",
    (DEVICE.name, Status.OFFLINE): "the bond is the owner's own, who may retire the device",
}


def waiting() -> dict[State, list[Callable[[], Subject]]]:
    """Return how a subject is brought into each state that waits for somebody."""
    found: dict[State, list[Callable[[], Subject]]] = {}

    def add(machine: StateMachine[Any], reach: Callable[..., Subject], *states: IntEnum) -> None:
        for state in states:
            found.setdefault((machine.name, state), []).append(partial(reach, state))

    for kind, state in scenes.ORDERS_IN:
        add(ORDERS, partial(scenes.order_in, kind), state)
    add(BIDS, scenes.bid_in, BidState.OPEN, BidState.BACKUP, BidState.WON)
    add(POLICIES, lambda state: scenes.policy_in(), PolicyState.ACTIVE)
    add(CLAIM, scenes.claim_in, *scenes.CLAIMS_IN)
    add(GAME, scenes.game_in, GameState.SPLITTING, GameState.CHOOSING, GameState.STEPPING)
    add(MEMBERSHIP, lambda state: scenes.member_in(), MemberState.LEAVING)
    served = (Status.PROBATION, Status.ACTIVE, Status.DEGRADED)
    add(DEVICE, scenes.device_in, *served, Status.MAINTENANCE, Status.SUSPECTED, Status.RETIRING)
    add(DEVICE, lambda state: scenes.indebted(), Status.RETIRING)
    add(CHALLENGE, scenes.challenge_in, ChallengeStatus.DRAWN, ChallengeStatus.ANSWERED)
    add(PENALTY, scenes.penalty_in, PenaltyStatus.PENDING, PenaltyStatus.APPEALED)
    add(CASE, scenes.case_in, CaseStatus.OPEN)
    return found


WAITING = waiting()
CASES = [
    pytest.param(state, reach, id=f"{name}-{state.name}-{index}")
    for (name, state), ways in WAITING.items()
    for index, reach in enumerate(ways)
]
MACHINES = [item for module in (Compute, Verification, Devices) for item in machines_of(module)]


def all_machines() -> list[StateMachine[Any]]:
    """Return every machine of the three modules, those that a page does not draw too."""
    return list({item.name: item for item in (*MACHINES, GAME, CASE, PENALTY, CHALLENGE)}.values())


def test_every_state_waits_here_or_needs_nobody() -> None:
    """No state of any machine is left out, and none that is gone is still listed."""
    live, resting = set(), set()
    for machine in all_machines():
        states = [s for s in machine.states if s != machine.nothing and not machine.is_terminal(s)]
        live |= {(machine.name, state) for state in states}
        resting |= {(machine.name, state) for state in machine.resting}
    assert live == set(WAITING) | resting | set(NEEDS_NOBODY)
    assert not set(WAITING) & (resting | set(NEEDS_NOBODY))


@pytest.mark.parametrize(("state", "reach"), CASES)
def test_silence_ends_every_state_and_holds_nobodys_money(
    state: IntEnum, reach: Callable[[], Subject]
) -> None:
    """The subject leaves its state within the state's time; then every coin is its owner's."""
    subject = reach()
    assert state == subject.state()
    subject.town.until(lambda: subject.state() != state, subject.timeout_blocks + LATE_BLOCKS)
    everybody_is_silent(subject.town)
