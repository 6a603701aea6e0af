"""
Mint: the schedule of issuance, and the one ledger of the coin supply.

Rendered from modules/mint/module.py by `python -m cli.render`; not to be edited.
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
class MintParams(kit.Record):
    """How many coins may be issued, how fast, and what share of them should be at stake."""

    inflation_bps_min: kit.Bps
    inflation_bps_max: kit.Bps
    inflation_change_bps: kit.Bps
    goal_bonded_bps: kit.Bps
    supply_bps_max: kit.Bps
    device_share_bps: kit.Bps


@dataclass(frozen=True, slots=True)
class AllowanceLapsed(kit.Event):
    """Nobody drew what devices might have drawn: it is never created."""

    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Burned(kit.Event):
    """Somebody destroyed coins of their own."""

    account: Annotated[kit.Address, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Issued(kit.Event):
    """Coins were created since the last such event, at a rate that is now `rate` * 1e-18 a year."""

    amount_wei: kit.Wei
    supply_wei: kit.Wei
    rate: kit.Uint256


class NothingToBurn(kit.Refusal):
    """Coins must be sent along to be burned."""


BURN_COINS: Final = kit.Call("burnCoins", (), payable=True)
PARAMS: Final[kit.View[MintParams]] = kit.View("params", (), MintParams)
SUPPLY: Final[kit.View[kit.Wei]] = kit.View("supply", (), kit.Wei)
GENESIS_SUPPLY: Final[kit.View[kit.Wei]] = kit.View("genesisSupply", (), kit.Wei)
MINTED: Final[kit.View[kit.Wei]] = kit.View("minted", (), kit.Wei)
BURNED: Final[kit.View[kit.Wei]] = kit.View("burned", (), kit.Wei)
SUPPLY_CAP: Final[kit.View[kit.Wei]] = kit.View("supplyCap", (), kit.Wei)
INFLATION_RATE: Final[kit.View[kit.Uint256]] = kit.View("inflationRate", (), kit.Uint256)
ANNUAL_PROVISIONS: Final[kit.View[kit.Wei]] = kit.View("annualProvisions", (), kit.Wei)
BONDED_RATIO: Final[kit.View[kit.Uint256]] = kit.View("bondedRatio", (), kit.Uint256)
ALLOWANCE: Final[kit.View[kit.Wei]] = kit.View("allowance", (), kit.Wei)


class Mint(kit.ModuleClient):
    """Mint: the schedule of issuance, and the one ledger of the coin supply."""

    NAME = "mint"
    ADDRESS = "0x0000000000000000000000000000000000000808"
    EVENTS = (
        AllowanceLapsed,
        Burned,
        Issued,
        CoinsMoved,
        ModulePaused,
        ModuleResumed,
        TimerFailed,
    )
    REFUSALS = (
        NothingToBurn,
        Paused,
        NotPayable,
        InsufficientCoins,
        Unauthorized,
        DelegatecallRefused,
        Reentered,
        AddressTaken,
    )

    async def burn_coins(self, *, value_wei: int) -> Pending:
        """Destroy the coins sent, for good."""
        return await self._send(BURN_COINS, (), value_wei)

    async def params(self) -> MintParams:
        """Return the governed parameters."""
        return await self._read(PARAMS)

    async def supply(self) -> kit.Wei:
        """Return all coins there are at the end of the last block, in wei."""
        return await self._read(SUPPLY)

    async def genesis_supply(self) -> kit.Wei:
        """Return the coins the chain began with, in wei."""
        return await self._read(GENESIS_SUPPLY)

    async def minted(self) -> kit.Wei:
        """Return the coins created since genesis, in wei."""
        return await self._read(MINTED)

    async def burned(self) -> kit.Wei:
        """Return the coins destroyed since genesis, in wei."""
        return await self._read(BURNED)

    async def supply_cap(self) -> kit.Wei:
        """Return the most coins there may be by issuance, in wei."""
        return await self._read(SUPPLY_CAP)

    async def inflation_rate(self) -> kit.Uint256:
        """Return what is issued in a year at the rate of now, in 10**-18 of the supply."""
        return await self._read(INFLATION_RATE)

    async def annual_provisions(self) -> kit.Wei:
        """Return what would be issued in a year at the rate of now were there no cap, in wei."""
        return await self._read(ANNUAL_PROVISIONS)

    async def bonded_ratio(self) -> kit.Uint256:
        """Return the share of the supply that is at stake, in 10**-18."""
        return await self._read(BONDED_RATIO)

    async def allowance(self) -> kit.Wei:
        """Return what devices may draw, in wei; it is no coin yet."""
        return await self._read(ALLOWANCE)
