"""
Rewards: what validators and delegators earn for deciding blocks.

Rendered from modules/rewards/module.py by `python -m cli.render`; not to be edited.
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
class RewardsParams(kit.Record):
    """What the community takes of all income."""

    community_tax_bps: kit.Bps


@dataclass(frozen=True, slots=True)
class DelegationReward(kit.Record):
    """What an account may take for its stake with one validator."""

    validator: kit.Address
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class CommissionWithdrawn(kit.Event):
    """A validator took its commission."""

    validator: Annotated[kit.Address, kit.INDEXED]
    payee: kit.Address
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class RewardsWithdrawn(kit.Event):
    """An account took what its stake with a validator had earned."""

    delegator: Annotated[kit.Address, kit.INDEXED]
    validator: Annotated[kit.Address, kit.INDEXED]
    payee: kit.Address
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class WithdrawAddressChanged(kit.Event):
    """An account's rewards and commission are paid to this address from now on."""

    account: Annotated[kit.Address, kit.INDEXED]
    payee: kit.Address


class NothingToWithdraw(kit.Refusal):
    """There is nothing to take yet."""


class PayeeInvalid(kit.Refusal):
    """Rewards cannot be paid to the zero address or back to where they come from."""

    payee: kit.Address


WITHDRAW: Final = kit.Call("withdraw", (kit.Address,))
WITHDRAW_ALL: Final = kit.Call("withdrawAll", (kit.Uint256, kit.Uint256))
WITHDRAW_COMMISSION: Final = kit.Call("withdrawCommission", ())
SET_WITHDRAW_ADDRESS: Final = kit.Call("setWithdrawAddress", (kit.Address,))
PARAMS: Final[kit.View[RewardsParams]] = kit.View("params", (), RewardsParams)
PENDING: Final[kit.View[kit.Wei]] = kit.View("pending", (kit.Address, kit.Address), kit.Wei)
REWARDS_OF: Final[kit.View[tuple[DelegationReward, ...]]] = kit.View(
    "rewardsOf",
    (kit.Address, kit.Uint256, kit.Uint256),
    tuple[DelegationReward, ...],
)
COMMISSION: Final[kit.View[kit.Wei]] = kit.View("commission", (kit.Address,), kit.Wei)
OUTSTANDING: Final[kit.View[kit.Wei]] = kit.View("outstanding", (kit.Address,), kit.Wei)
INDEX: Final[kit.View[kit.Uint256]] = kit.View("index", (kit.Address,), kit.Uint256)
WITHDRAW_ADDRESS: Final[kit.View[kit.Address]] = kit.View(
    "withdrawAddress",
    (kit.Address,),
    kit.Address,
)
OWED: Final[kit.View[kit.Wei]] = kit.View("owed", (), kit.Wei)
COMMUNITY: Final[kit.View[kit.Wei]] = kit.View("community", (), kit.Wei)
UNDISTRIBUTED: Final[kit.View[kit.Wei]] = kit.View("undistributed", (), kit.Wei)


class Rewards(kit.ModuleClient):
    """Rewards: what validators and delegators earn for deciding blocks."""

    NAME = "rewards"
    ADDRESS = "0x0000000000000000000000000000000000000801"
    EVENTS = (
        CommissionWithdrawn,
        RewardsWithdrawn,
        WithdrawAddressChanged,
        CoinsMoved,
        ModulePaused,
        ModuleResumed,
        TimerFailed,
    )
    REFUSALS = (
        NothingToWithdraw,
        PayeeInvalid,
        Paused,
        NotPayable,
        InsufficientCoins,
        Unauthorized,
        DelegatecallRefused,
        Reentered,
        AddressTaken,
    )

    async def withdraw(self, validator: kit.Address) -> Pending:
        """Take what the caller's stake with a validator has earned; returns the wei."""
        return await self._send(WITHDRAW, (validator,))

    async def withdraw_all(self, offset: kit.Uint256, limit: kit.Uint256) -> Pending:
        """
        Take what the caller's stake has earned with many validators; returns the wei.

        They stand in the order of `rewards_of`, at most WITHDRAWALS_MAX at a time.
        """
        return await self._send(WITHDRAW_ALL, (offset, limit))

    async def withdraw_commission(self) -> Pending:
        """Take the calling validator's commission; returns the wei."""
        return await self._send(WITHDRAW_COMMISSION, ())

    async def set_withdraw_address(self, payee: kit.Address) -> Pending:
        """Have the caller's rewards and commission paid to another address; one's own undoes it."""
        return await self._send(SET_WITHDRAW_ADDRESS, (payee,))

    async def params(self) -> RewardsParams:
        """Return the governed parameters."""
        return await self._read(PARAMS)

    async def pending(self, delegator: kit.Address, validator: kit.Address) -> kit.Wei:
        """Return what an account may take for its stake with a validator now, in wei."""
        return await self._read(PENDING, delegator, validator)

    async def rewards_of(
        self,
        delegator: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[DelegationReward, ...]:
        """Return what an account may take, validator by validator, at most PAGE_MAX."""
        return await self._read(REWARDS_OF, delegator, offset, limit)

    async def commission(self, validator: kit.Address) -> kit.Wei:
        """Return what a validator may take as its commission, in wei."""
        return await self._read(COMMISSION, validator)

    async def outstanding(self, validator: kit.Address) -> kit.Wei:
        """Return all that a validator and its delegators have earned and not taken, in wei."""
        return await self._read(OUTSTANDING, validator)

    async def index(self, validator: kit.Address) -> kit.Uint256:
        """Return what one share of a validator ever earned, in wei times 10**36."""
        return await self._read(INDEX, validator)

    async def withdraw_address(self, account: kit.Address) -> kit.Address:
        """Return where an account's rewards and commission are paid to."""
        return await self._read(WITHDRAW_ADDRESS, account)

    async def owed(self) -> kit.Wei:
        """Return all that is earned and not taken, the community's part included, in wei."""
        return await self._read(OWED)

    async def community(self) -> kit.Wei:
        """Return what the treasury is paid next, in wei."""
        return await self._read(COMMUNITY)

    async def undistributed(self) -> kit.Wei:
        """Return the income that is nobody's yet, in wei."""
        return await self._read(UNDISTRIBUTED)
