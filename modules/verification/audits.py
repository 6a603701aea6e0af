"""What must be true of all claims together, walked one by one: for tests and inspection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modules.verification.draws import seats_key
from modules.verification.records import ClaimState

if TYPE_CHECKING:
    from modules.verification.module import Verification


def bonds_and_fees_sum(v: Verification) -> bool:
    """Whether bonds and fees of all that is not settled are the totals."""
    bonds_wei = fees_wei = 0
    for number in range(1, v.count + 1):
        progress = v.progress[number]
        fees_wei += progress.fee_wei
        for index, trial in enumerate(v.rounds[number]):
            if index >= progress.executed:
                bonds_wei += trial.bond_wei + trial.respondent_wei
                fees_wei += trial.fee_wei
    return (bonds_wei, fees_wei) == (v.totals.bonds_wei, v.totals.fees_wei)


def seats_are_duties(v: Verification) -> bool:
    """Whether each open seat is a duty of its voter, and a settled claim has none."""
    for number in range(1, v.count + 1):
        progress = v.progress[number]
        is_over = progress.state == ClaimState.EXECUTED
        if is_over and progress.executed < progress.rounds:
            return False
        for index in range(progress.rounds):
            key = seats_key(number, index)
            if any(
                (key in v.duties[seat.voter]) != (index >= progress.executed)
                for seat in v.seats[key]
            ):
                return False
    return True
