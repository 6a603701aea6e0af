"""What the chain does when a wait is over: one handler for each kind of deadline."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from modules.devices import cases, challenges, epochs, maintenance, penalties, registration

if TYPE_CHECKING:
    from modules.devices.module import Devices


def _maintenance_begins(devices: Devices, number: int) -> None:
    maintenance.on_begin(devices, number, epochs.settle(devices, number))


def _maintenance_ends(devices: Devices, number: int) -> None:
    maintenance.on_end(devices, number, epochs.settle(devices, number))


HANDLERS: Final[dict[int, Callable[[Devices, int], None]]] = {
    challenges.CHALLENGE_ENDS: challenges.on_end,
    penalties.PENALTY_DUE: penalties.on_due,
    cases.CASE_EXPIRES: cases.on_expiry,
    registration.UNBONDS: registration.on_unbonding,
    maintenance.MAINTENANCE_BEGINS: _maintenance_begins,
    maintenance.MAINTENANCE_ENDS: _maintenance_ends,
}
