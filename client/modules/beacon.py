"""
Beacon: every proposer reveals the next link of a hash chain that it committed to with its stake.

Rendered from modules/beacon/module.py by `python -m cli.render`; not to be edited.
"""

from collections.abc import Sequence  # noqa: F401
from dataclasses import dataclass
from enum import IntEnum  # noqa: F401
from typing import Annotated, ClassVar, Final  # noqa: F401

from client import kit
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
class BeaconParams(kit.Record):
    """What it costs to keep a link back."""

    missed_link_bps: kit.Bps
    missed_links_max: kit.Uint256
    window_blocks: kit.Uint256
    jail_s: kit.Seconds
    grace_proposals: kit.Uint256


@dataclass(frozen=True, slots=True)
class CommitmentInfo(kit.Record):
    """A validator's chain, and the one that follows it; zeros where there is none."""

    expected: kit.Bytes32
    number: kit.Uint256
    used: kit.Uint256
    pending_tip: kit.Bytes32
    acts_from: kit.Height


@dataclass(frozen=True, slots=True)
class Misses(kit.Record):
    """How a validator kept its promise: links it missed, and blocks it had no chain for."""

    total: kit.Uint256
    window_start: kit.Height
    in_window: kit.Uint256
    without_chain: kit.Uint256


@dataclass(frozen=True, slots=True)
class ChainCommitted(kit.Event):
    """A validator named its next chain, which acts from a height on."""

    validator: Annotated[kit.Address, kit.INDEXED]
    number: kit.Uint256
    tip: kit.Bytes32
    acts_from: kit.Height


@dataclass(frozen=True, slots=True)
class JailedForMissedLinks(kit.Event):
    """A validator missed too many links in its window."""

    validator: Annotated[kit.Address, kit.INDEXED]
    until_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class LinkMissed(kit.Event):
    """A validator proposed a block and kept its link back, or has no chain though it had time."""

    validator: Annotated[kit.Address, kit.INDEXED]
    in_window: kit.Uint256
    fraction_bps: kit.Bps


PARAMS: Final[kit.View[BeaconParams]] = kit.View("params", (), BeaconParams)
COMMITMENT: Final[kit.View[CommitmentInfo]] = kit.View("commitment", (kit.Address,), CommitmentInfo)
LINKS_LEFT: Final[kit.View[kit.Uint256]] = kit.View("linksLeft", (kit.Address,), kit.Uint256)
MISSES: Final[kit.View[Misses]] = kit.View("misses", (kit.Address,), Misses)


class Beacon(kit.ModuleClient):
    """
    Beacon: every proposer reveals the next link of a hash chain that it committed to with its
    stake.
    """

    NAME = "beacon"
    ADDRESS = "0x0000000000000000000000000000000000000809"
    EVENTS = (
        ChainCommitted,
        JailedForMissedLinks,
        LinkMissed,
        CoinsMoved,
        ModulePaused,
        ModuleResumed,
        TimerFailed,
    )
    REFUSALS = (
        Paused,
        NotPayable,
        InsufficientCoins,
        Unauthorized,
        DelegatecallRefused,
        Reentered,
        AddressTaken,
    )

    async def params(self) -> BeaconParams:
        """Return the governed parameters."""
        return await self._read(PARAMS)

    async def commitment(self, validator: kit.Address) -> CommitmentInfo:
        """Return a validator's chain and the one that follows it; zeros where there is none."""
        return await self._read(COMMITMENT, validator)

    async def links_left(self, validator: kit.Address) -> kit.Uint256:
        """Return how many links a validator's chain has left; 0 where it owes none."""
        return await self._read(LINKS_LEFT, validator)

    async def misses(self, validator: kit.Address) -> Misses:
        """Return how many links a validator missed, in all and in its window."""
        return await self._read(MISSES, validator)
