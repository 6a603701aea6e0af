"""
Who broke consensus: what a proven fault costs, once.

    evidence in the block --> key's validator, also of a key it gave up --> slash, tombstone

A tombstoned validator never comes back and is never punished again, so many proofs of one attack,
or of one broken setup, cost what one does (tendermint#2839, cosmos-sdk#2363).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.kit.host import Fault
from chain.types.primitives import Address, Bps
from modules.slashing.records import (
    FAULTS_PER_BLOCK_MAX,
    FaultIgnored,
    FaultPostponed,
    FaultPunished,
    FaultReport,
    Reason,
    SlashingParams,
)

if TYPE_CHECKING:
    from modules.slashing.module import Slashing


def fraction_bps(params: SlashingParams, fault: Fault) -> Bps:
    """Return what a fault costs, in bps of the stake at its height."""
    if fault == Fault.DUPLICATE_PROPOSAL:
        return params.double_proposal_bps
    return params.double_sign_bps


def punish(slashing: Slashing, report: FaultReport) -> None:
    """Slash and shut out the validator behind a proven fault, unless there is a reason not to."""
    validator = slashing.stakes.operator_of(report.consensus_address)
    reason = _reason_to_ignore(slashing, validator, report)
    if reason is not None:
        slashing.emit(FaultIgnored(report.consensus_address, report.fault, report.height, reason))
        return
    fraction = fraction_bps(slashing.settings, report.fault)
    slashing.emit(
        FaultPunished(validator, report.consensus_address, report.fault, report.height, fraction)
    )
    slashing.stakes.slash(validator, fraction, report.height, report.power)
    slashing.stakes.tombstone(validator)
    slashing.infos[validator] = replace(slashing.infos[validator], is_tombstoned=True)


def postpone(slashing: Slashing, report: FaultReport) -> None:
    """Keep a fault that cannot be punished now: a block carries its proof only once."""
    slashing.postponed.append(report)
    slashing.emit(FaultPostponed(report.consensus_address, report.fault, report.height))


def catch_up(slashing: Slashing) -> None:
    """Punish what was postponed, oldest first, at most FAULTS_PER_BLOCK_MAX a block."""
    first = slashing.postponed_next
    page = slashing.postponed.page(first, FAULTS_PER_BLOCK_MAX)
    if not page:
        return
    for report in page:
        punish(slashing, report)
    slashing.postponed_next = first + len(page)


def _reason_to_ignore(slashing: Slashing, validator: Address, report: FaultReport) -> Reason | None:
    if not any(validator):
        return Reason.STRANGER
    if report.height >= slashing.block.height:
        return Reason.NOT_PAST
    if slashing.infos[validator].is_tombstoned:
        return Reason.TOMBSTONED
    return None
