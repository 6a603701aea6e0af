"""How a proposal ends: one last status, and every deposit paid back or burned."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from chain.types.primitives import Wei
from modules.governance.events import StatusChanged
from modules.governance.records import DEPOSITORS_MAX, OPEN, WHOLE_BPS, Status

if TYPE_CHECKING:
    from modules.governance.module import Governance

REASON_CHARACTERS_MAX: Final = 256  # of why a proposal ended as it did


def close(
    governance: Governance, number: int, status: Status, reason: str = "", burn_bps: int = 0
) -> None:
    """End a proposal; deposits go back but for the share that is burned."""
    assert governance.progress[number].status in OPEN, "a proposal ends once"
    settle_deposits(governance, number, burn_bps)
    governance.open_count -= 1
    governance.progress[number] = replace(
        governance.progress[number],
        status=status,
        closed_s=governance.block.time_s,
        reason=reason[:REASON_CHARACTERS_MAX],
    )
    governance.emit(StatusChanged(number, status, reason[:REASON_CHARACTERS_MAX]))


def settle_deposits(governance: Governance, number: int, burn_bps: int) -> None:
    """Give every deposit back, less a share that is burned, rounded down."""
    burned_wei = 0
    for depositor in governance.depositors[number].page(0, DEPOSITORS_MAX):
        amount_wei = governance.deposits[number, depositor]
        lost_wei = amount_wei * burn_bps // WHOLE_BPS
        del governance.deposits[number, depositor]
        governance.depositors[number].discard(depositor)
        governance.held_wei = Wei(governance.held_wei - amount_wei)
        governance.pay(depositor, amount_wei - lost_wei, "deposit_returned")
        burned_wei += lost_wei
    governance.burn(burned_wei, "deposit_burned")
