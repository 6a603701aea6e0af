"""Verification's governed parameters."""

from typing import Final

from chain.kit.record import Params, Scope, param
from chain.types.primitives import Bps, Wei

COIN: Final = 10**18  # wei


class VerificationParams(Params):
    """Windows, bonds, fees and rates; a claim keeps those it was opened with."""

    draw_blocks: int = param(
        default=2,
        doc="blocks from a commitment to the beacon that draws its judges",
        minimum=1,
        maximum=1_000,
        scope=Scope.NEW_ONLY,
    )
    reveal_blocks: int = param(
        default=20,
        doc="blocks in which a worker must show what it sealed",
        minimum=1,
        maximum=100_000,
        scope=Scope.NEW_ONLY,
    )
    challenge_blocks: int = param(
        default=300,
        doc="blocks in which an outcome may be challenged before it is final",
        minimum=2,
        maximum=1_000_000,
        scope=Scope.NEW_ONLY,
    )
    respond_blocks: int = param(
        default=200,
        doc="blocks in which a worker must answer a challenge",
        minimum=2,
        maximum=1_000_000,
        scope=Scope.NEW_ONLY,
    )
    evidence_blocks: int = param(
        default=300,
        doc="blocks in which parties may bring evidence before a jury",
        minimum=1,
        maximum=1_000_000,
        scope=Scope.NEW_ONLY,
    )
    vote_blocks: int = param(
        default=300,
        doc="blocks in which those drawn look at the work and seal what they found",
        minimum=2,
        maximum=1_000_000,
        scope=Scope.NEW_ONLY,
    )
    open_blocks: int = param(
        default=100,
        doc="blocks in which they open their seals",
        minimum=2,
        maximum=1_000_000,
        scope=Scope.NEW_ONLY,
    )
    clock_blocks: int = param(
        default=600,
        doc="blocks that each side of a bisection has for all its moves",
        minimum=2,
        maximum=1_000_000,
        scope=Scope.NEW_ONLY,
    )
    bond_bps: Bps = param(
        default=Bps(1_000),
        doc="bond of a challenge, in bps of the value at risk",
        minimum=1,
        maximum=10_000,
        step=1_000,
        scope=Scope.NEW_ONLY,
    )
    bond_wei_min: Wei = param(
        default=Wei(COIN),
        doc="least bond of a challenge, in wei; 1 coin",
        minimum=1,
        maximum=1_000_000 * COIN,
        scope=Scope.NEW_ONLY,
    )
    appeal_bond_bps: Bps = param(
        default=Bps(20_000),
        doc="bond of an appeal, in bps of the bond of the round before it",
        minimum=10_000,
        maximum=50_000,
        scope=Scope.NEW_ONLY,
    )
    seat_fee_wei: Wei = param(
        default=Wei(COIN // 10),
        doc="fee of one drawn auditor, attestor or juror, in wei; a tenth of a coin",
        minimum=1,
        maximum=10_000 * COIN,
        scope=Scope.NEW_ONLY,
    )
    replica_bps: Bps = param(
        default=Bps(10_000),
        doc="fee of one replica worker, in bps of the value of the work",
        minimum=0,
        maximum=20_000,
        scope=Scope.NEW_ONLY,
    )
    auditors: int = param(
        default=3,
        doc="auditors drawn for one audit",
        minimum=1,
        maximum=15,
        scope=Scope.NEW_ONLY,
    )
    attestors: int = param(
        default=3,
        doc="attestors drawn for one quote",
        minimum=1,
        maximum=15,
        scope=Scope.NEW_ONLY,
    )
    jurors: int = param(
        default=3,
        doc="jurors of a first jury; an appeal draws twice as many and one",
        minimum=1,
        maximum=7,
        scope=Scope.NEW_ONLY,
    )
    appeals_max: int = param(
        default=2,
        doc="appeals from one jury to a larger one",
        minimum=0,
        maximum=2,
        scope=Scope.NEW_ONLY,
    )
    audit_bps_min: Bps = param(
        default=Bps(500),
        doc="chance that a result of the most trusted worker is audited, in bps",
        minimum=1,
        maximum=10_000,
        scope=Scope.NEW_ONLY,
    )
    audit_bps_max: Bps = param(
        default=Bps(10_000),
        doc="chance that a result of an unknown or failed worker is audited, in bps",
        minimum=1,
        maximum=10_000,
        scope=Scope.NEW_ONLY,
    )
    penalty_bps: Bps = param(
        default=Bps(2_000),
        doc="what a voter who was wrong or silent loses, in bps of its stake in the seat",
        minimum=0,
        maximum=10_000,
        scope=Scope.NEW_ONLY,
    )
    canary_penalty_bps: Bps = param(
        default=Bps(10_000),
        doc="what an auditor who passed a canary loses, in bps of its stake in the seat",
        minimum=0,
        maximum=10_000,
        scope=Scope.NEW_ONLY,
    )
    canary_share_bps: Bps = param(
        default=Bps(1_000),
        doc="share of every fee that fills the pool of jackpots, in bps",
        minimum=0,
        maximum=5_000,
        scope=Scope.NEW_ONLY,
    )
    jackpot_bps: Bps = param(
        default=Bps(10_000),
        doc="jackpot of one caught canary, in bps of the fee that its claim paid",
        minimum=0,
        maximum=20_000,
        scope=Scope.NEW_ONLY,
    )
    winner_bps: Bps = param(
        default=Bps(5_000),
        doc="share of a lost bond for who was right, in bps",
        minimum=0,
        maximum=7_000,
        scope=Scope.NEW_ONLY,
    )
    voters_bps: Bps = param(
        default=Bps(3_000),
        doc="share of a lost bond for the voters who decided, in bps; the treasury gets the rest",
        minimum=0,
        maximum=3_000,
        scope=Scope.NEW_ONLY,
    )
    burn_bps: Bps = param(
        default=Bps(2_000),
        doc="share of each bond that is burnt where nobody could decide, in bps",
        minimum=0,
        maximum=10_000,
        scope=Scope.NEW_ONLY,
    )
    open_cases_max: int = param(
        default=20,
        doc="challenges and accusations of one account that may be open at once",
        minimum=1,
        maximum=1_000,
    )
    member_bond_wei_min: Wei = param(
        default=Wei(100 * COIN),
        doc="least bond of an auditor, attestor, juror or replica worker, in wei; 100 coins",
        minimum=1,
        maximum=10_000_000 * COIN,
    )
    seat_stake_wei: Wei = param(
        default=Wei(10 * COIN),
        doc="what one seat puts at risk of a member's bond, in wei; 10 coins",
        minimum=1,
        maximum=10_000_000 * COIN,
        scope=Scope.NEW_ONLY,
    )
    unbonding_blocks: int = param(
        default=20_000,
        doc="blocks that a member's bond stays after it leaves",
        minimum=1,
        maximum=10_000_000,
    )
    retry_blocks: int = param(
        default=10,
        doc="blocks to the next try to tell an asker its ruling; doubled after each",
        minimum=1,
        maximum=10_000,
        scope=Scope.NEW_ONLY,
    )

    member_policy: int = param(
        default=0,
        doc="access policy that whoever joins must satisfy; 0 for everybody",
        minimum=0,
        maximum=2**64 - 1,
        scope=Scope.NEW_ONLY,
    )

    def check(self) -> str | None:
        """Return why these values cannot stand together, or None."""
        if self.audit_bps_min > self.audit_bps_max:
            return "audit_bps_min must not be above audit_bps_max"
        if self.seat_stake_wei > self.member_bond_wei_min:
            return "seat_stake_wei must not be above member_bond_wei_min"
        return None
