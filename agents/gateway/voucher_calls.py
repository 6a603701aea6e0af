"""
One call that a channel pays for: from its voucher to its receipt, on disk before its answer ends.

    open: voucher taken, cost reserved --> progress: how far an answer went --> finish: receipt
    fail: nothing charged, the same voucher may try again
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from eth_hash.auto import keccak

from agents.gateway.journal import Journal
from agents.gateway.lanes import Lane, statement
from agents.gateway.requests import Asked
from agents.gateway.till import Till
from agents.gateway.tills import closed_row, open_row, receipt_row, voucher_row
from client.modules.model_fees import Receipt


@dataclass(slots=True)
class VoucherCall:
    """A call on one lane, while it is under way."""

    journal: Journal
    till: Till
    lane: Lane
    asked: Asked
    salt: Callable[..., bytes]  # so that a receipt that is opened does not tell what was asked
    is_repeat: bool
    is_over: bool = False
    how: str = "voucher"
    headers: dict[str, str] = field(default_factory=dict)

    def reserve(self, asked: Asked, now_s: int) -> None:
        """Set aside what the call may cost at most; raises ApiFault."""
        self.asked = asked
        if not self.is_repeat:
            most_wei = self.lane.cost_wei((asked.input_bound, asked.output_bound))
            self.till.reserve(self.lane, most_wei, now_s)

    async def begin(self) -> None:
        """Note the voucher before an answer's first part."""
        if not self.is_repeat:
            await self._note_progress((0, 0))

    async def progress(self, units: tuple[int, int]) -> None:
        """Note how far an answer has gone, before more of it is sent."""
        if not self.is_repeat:
            await self._note_progress(units)

    async def _note_progress(self, units: tuple[int, int]) -> None:
        row = open_row(self.lane, self.lane.nonce, self.asked.digest, units)
        await self.journal.write(voucher_row(self.lane), row)

    async def finish(self, units: tuple[int, int], answered: bytes) -> dict[str, Any]:
        """Charge the call; return what is due then, once it is on disk, with the voucher."""
        lane = self.lane
        if self.is_repeat:
            self._release()
            return statement(lane)
        salt = self.salt("model call", *lane.place, len(lane.receipts))
        request = keccak(salt + self.asked.digest + keccak(answered))
        receipt = self._charged(units, request)
        await self.journal.write(voucher_row(lane), receipt_row(lane, receipt), closed_row(lane))
        self._release()
        return statement(lane)

    def _charged(self, units: tuple[int, int], request: bytes) -> Receipt:
        self.lane.reserved_wei = 0
        return self.lane.charge(units, request, self.lane.nonce, self.asked.digest)

    async def fail(self) -> None:
        """Charge nothing; the voucher is kept, for it covers what was served before."""
        if self.is_over:
            return
        self._release()
        await self.journal.write(voucher_row(self.lane), closed_row(self.lane))

    def _release(self) -> None:
        self.is_over = True
        self.lane.reserved_wei, self.lane.is_busy = 0, False
