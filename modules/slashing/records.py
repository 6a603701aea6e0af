"""What slashing stores, shows, says and refuses with."""

from enum import IntEnum
from typing import Final

from chain.kit.host import Fault
from chain.kit.record import Event, Indexed, Params, Record, Refusal, Scope, param
from chain.types.primitives import Address, Bps, Height, Seconds

WHOLE_BPS: Final = 10_000  # bps of the whole
WORD_BITS: Final = 256  # blocks that one word of a bitmap remembers
FAULTS_PER_BLOCK_MAX: Final = 64  # postponed faults punished in one block; the rest wait


class SlashingParams(Params):
    """How much of the time a validator must be there, and what a fault costs."""

    window_blocks: int = param(
        default=100,
        doc="blocks over which a validator's signatures are counted",
        minimum=10,
        maximum=10_000,
        step=1_000,
        cooldown_s=86_400,
    )
    signed_bps_min: Bps = param(
        default=Bps(5_000),
        doc="share of the window that a validator must have signed, in bps",
        minimum=500,
        maximum=9_500,
        step=1_000,
        cooldown_s=86_400,
    )
    jail_s: Seconds = param(
        default=Seconds(600),
        doc="seconds that a validator which was not there stays jailed; 10 minutes",
        minimum=1,
        maximum=2_592_000,  # 30 days
        scope=Scope.NEW_ONLY,
    )
    downtime_bps: Bps = param(
        default=Bps(100),
        doc="share of the stake that a validator loses which was not there, in bps",
        minimum=0,
        maximum=1_000,
        step=100,
        cooldown_s=86_400,
        scope=Scope.NEW_ONLY,
    )
    double_sign_bps: Bps = param(
        default=Bps(500),
        doc="share of the stake that two votes, a forgotten lock or a false header cost, in bps",
        minimum=1,
        maximum=10_000,
        step=500,
        cooldown_s=86_400,
        scope=Scope.NEW_ONLY,
    )
    double_proposal_bps: Bps = param(
        default=Bps(100),
        doc="share of the stake that two proposals in one round cost, in bps",
        minimum=1,
        maximum=10_000,
        step=500,
        cooldown_s=86_400,
        scope=Scope.NEW_ONLY,
    )

    def check(self) -> str | None:
        """Two proposals decide nothing, so they cannot cost more than two votes."""
        if self.double_proposal_bps > self.double_sign_bps:
            return (
                f"double_proposal_bps {self.double_proposal_bps} is above "
                f"double_sign_bps {self.double_sign_bps}"
            )
        return None


class SlashingGenesis(Record):
    """Slashing's section of genesis.json."""

    params: SlashingParams = SlashingParams()


class SigningInfo(Record):
    """
    How a validator keeps its duty.

    Counted from `start_height` on, over `window_blocks`; begins anew when the validator joins the
    set, is freed, or the window changes.
    """

    member_since: Height
    start_height: Height
    window_blocks: int
    missed_blocks: int
    jailed_until_s: Seconds
    is_tombstoned: bool


class FaultReport(Record):
    """A proven fault that waits to be punished until staking goes on."""

    fault: Fault
    consensus_address: Address
    height: Height
    power: int


class Reason(IntEnum):
    """Why proof of a fault changed nothing."""

    STRANGER = 0  # no validator ever signed with this address
    NOT_PAST = 1  # it is said to have happened in this block or later
    TOMBSTONED = 2  # the validator was shut out before: no fault is punished twice


class BlockMissed(Event):
    """A validator did not sign the block before this one."""

    validator: Indexed[Address]
    missed_blocks: int


class JailedForDowntime(Event):
    """A validator missed too many blocks of its window."""

    validator: Indexed[Address]
    missed_blocks: int
    until_s: Seconds


class FaultPunished(Event):
    """A validator broke consensus: slashed, and shut out for good."""

    validator: Indexed[Address]
    consensus_address: Indexed[Address]
    fault: Fault
    height: Height
    fraction_bps: Bps


class FaultIgnored(Event):
    """Proof of a fault changed nothing."""

    consensus_address: Indexed[Address]
    fault: Fault
    height: Height
    reason: Reason


class FaultPostponed(Event):
    """Staking is paused; the fault is punished when it goes on."""

    consensus_address: Indexed[Address]
    fault: Fault
    height: Height


class Unjailed(Event):
    """A validator may compete for the set again."""

    validator: Indexed[Address]


class StillJailed(Refusal):
    """The jail time of this validator is not over before this time."""

    until_s: Seconds
