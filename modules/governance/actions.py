"""
What a proposal does: rehearsed when it is submitted, done for good when its time has come.

    rehearse   do it inside a snapshot, check every invariant, undo it, return what went wrong
    perform    do it; whoever calls undoes all of it where it is refused
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from chain.kit.assembly import REFUSED
from chain.kit.parameters import Change
from chain.kit.record import Scope
from chain.types.primitives import Height, Seconds
from modules.governance.closing import close
from modules.governance.events import ChangeScheduled, ChangesDropped, ParameterChanged
from modules.governance.records import (
    GUARDIAN,
    OPEN,
    Content,
    HistoryEntry,
    Kind,
    ParameterChange,
    PendingChange,
    Status,
)
from modules.governance.refusals import ChangesRefused, InvariantBroken, TargetNotOpen

if TYPE_CHECKING:
    from modules.governance.module import Governance

EPOCH_BEGINS = 4  # kind of deadline


def rehearse(governance: Governance, number: int) -> str:
    """Return why a proposal could not be carried out as things stand, or nothing."""
    host = governance.host
    mark = host.snapshot()
    reason = ""
    try:
        perform(governance, number)
    except REFUSED as refusal:
        reason = str(refusal)
    host.revert(mark)
    return reason


def perform(governance: Governance, number: int) -> None:
    """Carry a proposal out; raises a refusal, having done some of it, where it cannot be."""
    content: Content = governance.contents[number]
    if content.kind == Kind.PARAMETERS:
        _change_parameters(governance, number, _as_changes(content.changes))
    elif content.kind == Kind.TREASURY_SPEND:
        purpose = f"proposal {number}: {content.title}"
        governance.treasury.spend(content.recipient, content.amount_wei, purpose)
    elif content.kind == Kind.CANCEL:
        _cancel_other(governance, number, content.target_id)
    elif content.kind == Kind.RESUME:
        governance.switches.resume(content.module)
    elif content.kind == Kind.CALL:
        governance.calls.make(content.module, content.call_data)
    _check_invariants(governance)


def objection_to(governance: Governance, changes: Sequence[ParameterChange]) -> str:
    """Return why the changes may not be made together now, or nothing."""
    return _objection(governance, _as_changes(changes))


def begin_epoch(governance: Governance, number: int) -> None:
    """Make the changes of a proposal that waited for this epoch, or drop all of them."""
    waiting = [
        Change(change.parameter, change.expected, change.value)
        for change in governance.contents[number].changes
        if governance.pending[change.parameter].proposal_id == number
    ]
    for change in waiting:
        del governance.pending[change.parameter]
    mark = governance.host.snapshot()
    try:
        _apply(governance, number, waiting)
        _check_invariants(governance)
    except REFUSED as refusal:
        governance.host.revert(mark)
        governance.emit(ChangesDropped(number, str(refusal)))


def _change_parameters(governance: Governance, number: int, changes: Sequence[Change]) -> None:
    """Make the changes that count at once and queue the others, if all together are sound."""
    later = [change for change in changes if _waits(governance, change)]
    at_once = [change for change in changes if change not in later]
    if later:
        mark = governance.host.snapshot()
        _apply(governance, number, changes)
        _check_invariants(governance)
        governance.host.revert(mark)
    _apply(governance, number, at_once)
    if later:
        _schedule(governance, number, later)


def _waits(governance: Governance, change: Change) -> bool:
    return governance.book.spec(change.parameter).rule.scope == Scope.NEXT_EPOCH


def _schedule(governance: Governance, number: int, changes: Sequence[Change]) -> None:
    """Queue changes for the first block of the next epoch."""
    length = governance.settings.epoch_blocks
    effective = Height((governance.block.height // length + 1) * length)
    for change in changes:
        governance.pending[change.parameter] = PendingChange(
            change.parameter, number, effective, change.expected, change.value
        )
        governance.emit(ChangeScheduled(number, change.parameter, change.value, effective))
    governance.epochs.set(effective, EPOCH_BEGINS, number)


def _apply(governance: Governance, number: int, changes: Sequence[Change]) -> None:
    objection = _objection(governance, changes)
    if objection:
        raise ChangesRefused(objection)
    governance.book.apply(changes)
    block = governance.block
    for change in changes:
        governance.history_of[change.parameter].append(
            HistoryEntry(block.height, block.time_s, number, change.expected, change.value)
        )
        governance.emit(ParameterChanged(number, change.parameter, change.expected, change.value))


def _objection(governance: Governance, changes: Sequence[Change]) -> str:
    for change in changes:
        if governance.pending[change.parameter].proposal_id:
            return f"{change.parameter} has a change waiting for the next epoch"
        if change.parameter == GUARDIAN and len(changes) > 1:
            return f"{GUARDIAN} changes alone or not at all"
    now_s = governance.block.time_s
    return (
        governance.book.objection(changes, lambda name: changed_at_s(governance, name), now_s) or ""
    )


def changed_at_s(governance: Governance, parameter: str) -> Seconds:
    """Return when a parameter last changed; 0 where genesis's value stands."""
    entries = governance.history_of[parameter]
    return entries[len(entries) - 1].time_s if len(entries) else Seconds(0)


def _cancel_other(governance: Governance, number: int, target: int) -> None:
    is_known = 0 < target <= governance.count and target != number
    if not is_known or governance.progress[target].status not in OPEN:
        raise TargetNotOpen(target)
    close(governance, target, Status.CANCELLED, f"by proposal {number}")


def _check_invariants(governance: Governance) -> None:
    broken = governance.book.broken_invariant()
    if broken:
        raise InvariantBroken(broken)


def _as_changes(changes: Sequence[ParameterChange]) -> list[Change]:
    return [Change(item.parameter, item.expected, item.value) for item in changes]
