"""
Treasury: the community pool, which only a passed proposal spends.

Rendered from modules/treasury/module.py by `python -m cli.render`; not to be edited.
"""

from collections.abc import Sequence  # noqa: F401
from dataclasses import dataclass
from enum import IntEnum  # noqa: F401
from typing import Annotated, ClassVar, Final  # noqa: F401

from client import kit
from client.transactions import Pending
from client.modules.shared import (
    AddressTaken,
    CoinsMoved,
    DelegatecallRefused,
    InsufficientCoins,
    ModulePaused,
    ModuleResumed,
    NotPayable,
    Paused,
    Reentered,
    TimerFailed,
    Unauthorized,
)


@dataclass(frozen=True, slots=True)
class TreasuryParams(kit.Record):
    """What the pool takes of the base fee."""

    base_fee_burn_bps: kit.Bps


@dataclass(frozen=True, slots=True)
class Spending(kit.Record):
    """Coins that the treasury paid out, and what for."""

    recipient: kit.Address
    amount_wei: kit.Wei
    purpose: str
    height: kit.Height
    time_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class Funded(kit.Event):
    """Somebody gave coins to the pool."""

    donor: Annotated[kit.Address, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Spent(kit.Event):
    """The pool paid out."""

    recipient: Annotated[kit.Address, kit.INDEXED]
    amount_wei: kit.Wei
    purpose: str


class NothingToMove(kit.Refusal):
    """An amount above zero is needed."""


class RecipientMissing(kit.Refusal):
    """The zero address cannot be paid; burn coins by the mint module instead."""


class PurposeTooLong(kit.Refusal):
    """A purpose must be shorter than this."""

    bytes_max: kit.Uint256
    found_bytes: kit.Uint256


FUND: Final = kit.Call("fund", (), payable=True)
SPEND: Final = kit.Call("spend", (kit.Address, kit.Wei, str))
PARAMS: Final[kit.View[TreasuryParams]] = kit.View("params", (), TreasuryParams)
BALANCE: Final[kit.View[kit.Wei]] = kit.View("balance", (), kit.Wei)
SPENT_TOTAL: Final[kit.View[kit.Wei]] = kit.View("spentTotal", (), kit.Wei)
RECEIVED_TOTAL: Final[kit.View[kit.Wei]] = kit.View("receivedTotal", (), kit.Wei)
SPENDINGS: Final[kit.View[tuple[Spending, ...]]] = kit.View(
    "spendings",
    (kit.Uint256, kit.Uint256),
    tuple[Spending, ...],
)


class Treasury(kit.ModuleClient):
    """Treasury: the community pool, which only a passed proposal spends."""

    NAME = "treasury"
    ADDRESS = "0x0000000000000000000000000000000000000807"
    EVENTS = (
        Funded,
        Spent,
        CoinsMoved,
        ModulePaused,
        ModuleResumed,
        TimerFailed,
    )
    REFUSALS = (
        NothingToMove,
        RecipientMissing,
        PurposeTooLong,
        Paused,
        NotPayable,
        InsufficientCoins,
        Unauthorized,
        DelegatecallRefused,
        Reentered,
        AddressTaken,
    )

    async def fund(self, *, value_wei: int) -> Pending:
        """Give the coins sent to the pool."""
        return await self._send(FUND, (), value_wei)

    async def spend(self, recipient: kit.Address, amount_wei: kit.Wei, purpose: str) -> Pending:
        """Pay out of the pool; only a passed proposal does."""
        return await self._send(SPEND, (recipient, amount_wei, purpose))

    async def params(self) -> TreasuryParams:
        """Return the governed parameters."""
        return await self._read(PARAMS)

    async def balance(self) -> kit.Wei:
        """Return the coins in the pool, in wei."""
        return await self._read(BALANCE)

    async def spent_total(self) -> kit.Wei:
        """Return all that was ever paid out, in wei."""
        return await self._read(SPENT_TOTAL)

    async def received_total(self) -> kit.Wei:
        """Return all that ever came in, in wei."""
        return await self._read(RECEIVED_TOTAL)

    async def spendings(self, offset: kit.Uint256, limit: kit.Uint256) -> tuple[Spending, ...]:
        """Return what was paid out, oldest first, at most PAGE_MAX."""
        return await self._read(SPENDINGS, offset, limit)
