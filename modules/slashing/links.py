"""
What a link kept back from the beacon costs: a part of the stake, and in the end the seat.

The stake that answers is all that stood behind the power with which the validator proposed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.types.primitives import Address, Bps, Height, Seconds
from chain.types.validators import POWER_TOTAL_MAX
from modules.slashing import uptime

if TYPE_CHECKING:
    from modules.slashing.module import Slashing


def punish(slashing: Slashing, validator: Address, fraction_bps: Bps, jail_s: Seconds) -> None:
    """Fine a validator for the block it proposes; jail it too unless `jail_s` is 0."""
    info = slashing.infos[validator]
    if info.is_tombstoned:
        return
    # Stake has an answer for past blocks only; the set of this one was elected before the last.
    fault_height = Height(slashing.block.height - 1)
    slashing.stakes.slash(validator, fraction_bps, fault_height, POWER_TOTAL_MAX)
    if not jail_s or slashing.stakes.is_shut_out(validator):
        return
    slashing.stakes.jail(validator)
    until_s = Seconds(slashing.block.time_s + jail_s)
    slashing.infos[validator] = replace(
        uptime.restart(slashing, validator, info), jailed_until_s=until_s
    )
