"""
The books of an account: what came, what went and why, to the wei.

    CoinsMoved of every module + fees and coins sent, from a journal --> rows by reason
    opening balance + rows == closing balance, while nobody else uses the account
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from client import Client
from client.modules.directory import NAMES_BY_ADDRESS
from client.modules.shared import CoinsMoved

NAMES: Final = {address.lower(): name for address, name in NAMES_BY_ADDRESS.items()}
FEES: Final = "transaction fees"
SENT: Final = "sent with calls"


@dataclass
class Outlay:
    """What a journal says of its account: where the books begin, and what was spent since."""

    began_height: int = 0  # the block after which the books begin
    opening_wei: int = 0  # the account's coins after that block
    fees_wei: int = 0
    sent_wei: int = 0  # with calls, as bonds and deposits


@dataclass(frozen=True)
class Statement:
    """The account between two blocks; rows are signed wei by reason."""

    height: int
    opening_wei: int
    closing_wei: int
    rows_wei: dict[str, int]

    @property
    def difference_wei(self) -> int:
        """What the rows do not explain; 0 while nobody else uses the account."""
        return self.closing_wei - self.opening_wei - sum(self.rows_wei.values())


class Books:
    """Adds up an account's coins since its books began."""

    def __init__(self, client: Client, outlay: Outlay) -> None:
        self._client, self._outlay = client, outlay
        self._height = outlay.began_height
        self._moved_wei: dict[str, int] = defaultdict(int)

    @property
    def income_wei(self) -> int:
        """What modules paid, in wei; bonds that came back are among it."""
        return sum(wei for wei in self._moved_wei.values() if wei > 0)

    async def read(self) -> Statement:
        """Return the statement as of the newest block; raises NodeError."""
        head = await self._client.height()
        me = self._client.address
        found = await self._client.past_events(
            CoinsMoved, from_height=self._height + 1, to_height=head
        )
        for seen in found:
            name, move = NAMES.get(seen.source.lower()), seen.event
            if name is not None:
                sign = (move.target == me) - (move.source == me)
                self._moved_wei[f"{name}: {move.reason}"] += sign * move.amount_wei
        self._height = head
        rows = {reason: wei for reason, wei in sorted(self._moved_wei.items()) if wei}
        rows |= {FEES: -self._outlay.fees_wei, SENT: -self._outlay.sent_wei}
        closing_wei = await self._client.balance_wei(me, height=head)
        return Statement(head, self._outlay.opening_wei, closing_wei, rows)
