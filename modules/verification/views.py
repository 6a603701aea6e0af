"""What verification answers that takes a little counting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chain.types.primitives import ZERO_HASH, Address, Bps, Height
from modules.verification.draws import ROUND_BITS
from modules.verification.records import WHOLE_BPS, Clocks, Duty, GameState, WorkerStats

if TYPE_CHECKING:
    from modules.verification.module import Verification


def clocks(v: Verification, number: int) -> Clocks:
    """Return what is left of every wait; a clock runs while its side is on the move."""
    deadline, now, found = v.progress[number].deadline, v.clock, v.games[number]
    used = now - found.turn_began
    last = found.state == GameState.STEPPING
    worker = used if last or found.state == GameState.SPLITTING else 0
    challenger = used if last or found.state == GameState.CHOOSING else 0
    return Clocks(
        max(deadline - now, 0),
        max(found.worker_left - worker, 0),
        max(found.challenger_left - challenger, 0),
    )


def duties(v: Verification, account: Address, offset: int, limit: int) -> tuple[Duty, ...]:
    """Return an account's open seats with what each still asks for."""
    found = []
    for key in v.duties[account].page(offset, limit):
        number, index = key >> ROUND_BITS, key % (1 << ROUND_BITS)
        seat = v.seats[key][v.seat_of[key, account] - 1]
        progress = v.progress[number]
        found.append(
            Duty(
                number,
                index,
                progress.state,
                Height(progress.deadline + v.paused_blocks),
                seat.seal != ZERO_HASH,
                seat.is_opened,
            )
        )
    return tuple(found)


def overturn_rate(stats: WorkerStats) -> Bps:
    """Return the share of final results that failed, in bps; 0 where there are none."""
    return Bps(stats.failed * WHOLE_BPS // stats.claims if stats.claims else 0)
