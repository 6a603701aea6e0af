"""
Slashing: validators that break consensus, or are not there, lose stake and their seat.

Rendered from modules/slashing/module.py by `python -m cli.render`; not to be edited.
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
    Fault,
    InsufficientCoins,
    ModulePaused,
    ModuleResumed,
    NotPayable,
    Paused,
    Reentered,
    TimerFailed,
    Unauthorized,
)


class Reason(IntEnum):
    """Why proof of a fault changed nothing."""

    STRANGER = 0
    NOT_PAST = 1
    TOMBSTONED = 2


@dataclass(frozen=True, slots=True)
class SlashingParams(kit.Record):
    """How much of the time a validator must be there, and what a fault costs."""

    window_blocks: kit.Uint256
    signed_bps_min: kit.Bps
    jail_s: kit.Seconds
    downtime_bps: kit.Bps
    double_sign_bps: kit.Bps
    double_proposal_bps: kit.Bps


@dataclass(frozen=True, slots=True)
class SigningInfo(kit.Record):
    """
    How a validator keeps its duty.

    Counted from `start_height` on, over `window_blocks`; begins anew when the validator joins the
    set, is freed, or the window changes.
    """

    member_since: kit.Height
    start_height: kit.Height
    window_blocks: kit.Uint256
    missed_blocks: kit.Uint256
    jailed_until_s: kit.Seconds
    is_tombstoned: bool


@dataclass(frozen=True, slots=True)
class BlockMissed(kit.Event):
    """A validator did not sign the block before this one."""

    validator: Annotated[kit.Address, kit.INDEXED]
    missed_blocks: kit.Uint256


@dataclass(frozen=True, slots=True)
class FaultIgnored(kit.Event):
    """Proof of a fault changed nothing."""

    consensus_address: Annotated[kit.Address, kit.INDEXED]
    fault: Fault
    height: kit.Height
    reason: Reason


@dataclass(frozen=True, slots=True)
class FaultPostponed(kit.Event):
    """Staking is paused; the fault is punished when it goes on."""

    consensus_address: Annotated[kit.Address, kit.INDEXED]
    fault: Fault
    height: kit.Height


@dataclass(frozen=True, slots=True)
class FaultPunished(kit.Event):
    """A validator broke consensus: slashed, and shut out for good."""

    validator: Annotated[kit.Address, kit.INDEXED]
    consensus_address: Annotated[kit.Address, kit.INDEXED]
    fault: Fault
    height: kit.Height
    fraction_bps: kit.Bps


@dataclass(frozen=True, slots=True)
class JailedForDowntime(kit.Event):
    """A validator missed too many blocks of its window."""

    validator: Annotated[kit.Address, kit.INDEXED]
    missed_blocks: kit.Uint256
    until_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class Unjailed(kit.Event):
    """A validator may compete for the set again."""

    validator: Annotated[kit.Address, kit.INDEXED]


class StillJailed(kit.Refusal):
    """The jail time of this validator is not over before this time."""

    until_s: kit.Seconds


UNJAIL: Final = kit.Call("unjail", ())
PARAMS: Final[kit.View[SlashingParams]] = kit.View("params", (), SlashingParams)
SIGNING_INFO: Final[kit.View[SigningInfo]] = kit.View("signingInfo", (kit.Address,), SigningInfo)
JAILED_UNTIL: Final[kit.View[kit.Seconds]] = kit.View("jailedUntil", (kit.Address,), kit.Seconds)
IS_TOMBSTONED: Final[kit.View[bool]] = kit.View("isTombstoned", (kit.Address,), bool)
MISSED_BLOCKS_MAX: Final[kit.View[kit.Uint256]] = kit.View("missedBlocksMax", (), kit.Uint256)


class Slashing(kit.ModuleClient):
    """Slashing: validators that break consensus, or are not there, lose stake and their seat."""

    NAME = "slashing"
    ADDRESS = "0x0000000000000000000000000000000000000806"
    EVENTS = (
        BlockMissed,
        FaultIgnored,
        FaultPostponed,
        FaultPunished,
        JailedForDowntime,
        Unjailed,
        CoinsMoved,
        ModulePaused,
        ModuleResumed,
        TimerFailed,
    )
    REFUSALS = (
        StillJailed,
        Paused,
        NotPayable,
        InsufficientCoins,
        Unauthorized,
        DelegatecallRefused,
        Reentered,
        AddressTaken,
    )

    async def unjail(self) -> Pending:
        """
        Let the calling validator compete again.

        Refused before its time is over, while its own stake is below the bond, and for good after
        a fault against consensus.
        """
        return await self._send(UNJAIL, ())

    async def params(self) -> SlashingParams:
        """Return the governed parameters."""
        return await self._read(PARAMS)

    async def signing_info(self, validator: kit.Address) -> SigningInfo:
        """Return how a validator keeps its duty; zeros for who never had one."""
        return await self._read(SIGNING_INFO, validator)

    async def jailed_until(self, validator: kit.Address) -> kit.Seconds:
        """Return the time from which a jailed validator may ask to be freed; 0 if never jailed."""
        return await self._read(JAILED_UNTIL, validator)

    async def is_tombstoned(self, validator: kit.Address) -> bool:
        """Return whether a validator was shut out for good."""
        return await self._read(IS_TOMBSTONED, validator)

    async def missed_blocks_max(self) -> kit.Uint256:
        """Return how many blocks of a window a validator may miss."""
        return await self._read(MISSED_BLOCKS_MAX)
