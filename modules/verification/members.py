"""
Who may be drawn: a bond in each role, for as long as it judges and a time after.

    join --bond--> ACTIVE --leave--> LEAVING --unbonding time, no open duty--> bond back
                    | ^
       penalty      v | top_up
                  SUSPENDED

A seat puts a part of the bond at risk and locks nothing, so nobody is passed over because it sits
elsewhere: a full docket gives no one else more weight.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.kit.sortition import BoundSortition
from chain.types.primitives import Address, Height, Wei
from modules.verification import ledger
from modules.verification.events import MemberMoved
from modules.verification.machines import MEMBER, MEMBERSHIP
from modules.verification.records import Member, MemberState, Role
from modules.verification.refusals import BondTooSmall

if TYPE_CHECKING:
    from modules.verification.module import Verification

ADDRESS_BITS = 160
MEMBER_DEADLINE = 2  # kind of timer


def tree(v: Verification, role: Role) -> BoundSortition[Address]:
    """Return the tree of weights that a role is drawn from."""
    return (v.replicas, v.auditors, v.attestors, v.jurors)[role]


def join(v: Verification, role: Role, account: Address, bond_wei: Wei) -> None:
    """Register with a bond; raises StateForbids, BondTooSmall."""
    member = v.members[role, account]
    MEMBERSHIP.enter("join", member.state)
    _check_bond(v, bond_wei)
    v.gate.admit(v.settings.member_policy, account)
    ledger.add(v, members_wei=bond_wei)
    state = MEMBERSHIP.move("join", member.state, MemberState.ACTIVE)
    _put(v, role, account, replace(member, state=state, bond_wei=bond_wei, leaves=Height(0)))


def top_up(v: Verification, role: Role, account: Address, amount_wei: Wei) -> None:
    """Add to a bond; a suspended member with enough of it is drawn again."""
    member = _entered(v, "top_up", role, account)
    bond_wei = Wei(member.bond_wei + amount_wei)
    _check_bond(v, bond_wei)
    ledger.add(v, members_wei=amount_wei)
    state = MEMBERSHIP.move("top_up", member.state, MemberState.ACTIVE)
    _put(v, role, account, replace(member, state=state, bond_wei=bond_wei))


def resign(v: Verification, role: Role, account: Address) -> None:
    """Be drawn no more; the bond comes back after the unbonding time and the last duty."""
    member = _entered(v, "resign", role, account)
    state = MEMBERSHIP.move("resign", member.state, MemberState.LEAVING)
    leaves = Height(v.block.height + v.settings.unbonding_blocks)
    _put(v, role, account, replace(member, state=state, leaves=leaves))
    _set_timer(v, role, account, leaves)


def on_deadline(v: Verification, key: int) -> None:
    """Give a leaving member its bond back, or wait on for what it still has to do."""
    role, account = (
        Role(key >> ADDRESS_BITS),
        Address((key % (1 << ADDRESS_BITS)).to_bytes(20, "big")),
    )
    member = v.members[role, account]
    if member.state != MemberState.LEAVING or member.leaves > v.block.height:
        return
    if member.duties:
        leaves = Height(v.block.height + v.settings.unbonding_blocks)
        v.members[role, account] = replace(member, leaves=leaves)
        _set_timer(v, role, account, leaves)
        return
    state = MEMBERSHIP.move("unbonded", member.state, MemberState.NOTHING)
    ledger.add(v, members_wei=-member.bond_wei)
    v.pay(account, member.bond_wei, "member_bond_returned")
    _put(v, role, account, replace(member, state=state, bond_wei=Wei(0), leaves=Height(0)))


def suspend_if_weak(v: Verification, role: Role, account: Address) -> bool:
    """Take a member with less than the least bond out of the draws; return whether it is out."""
    member = v.members[role, account]
    if member.state != MemberState.ACTIVE or member.bond_wei >= v.settings.member_bond_wei_min:
        return member.state != MemberState.ACTIVE
    state = MEMBERSHIP.move("suspended", member.state, MemberState.SUSPENDED)
    _put(v, role, account, replace(member, state=state))
    return True


def penalise(v: Verification, role: Role, account: Address, amount_wei: int) -> int:
    """Take up to `amount_wei` off a bond into the fees held; return what was there to take."""
    member = v.members[role, account]
    taken_wei = min(amount_wei, member.bond_wei)
    ledger.add(v, members_wei=-taken_wei, fees_wei=taken_wei)
    after = replace(member, bond_wei=Wei(member.bond_wei - taken_wei))
    v.members[role, account] = after
    if after.state == MemberState.ACTIVE:
        tree(v, role).set(account, after.bond_wei)
        suspend_if_weak(v, role, account)
    return taken_wei


def count_duty(v: Verification, role: Role, account: Address, change: int) -> None:
    """Count the seats of a member that are not settled."""
    member = v.members[role, account]
    v.members[role, account] = replace(member, duties=member.duties + change)


def _entered(v: Verification, name: str, role: Role, account: Address) -> Member:
    """A registration is found by whose it is, so its owner is the only one who can name it."""
    member = v.members[role, account]
    MEMBERSHIP.enter(name, member.state, (MEMBER,))
    return member


def _check_bond(v: Verification, bond_wei: Wei) -> None:
    needed_wei = v.settings.member_bond_wei_min
    if bond_wei < needed_wei:
        raise BondTooSmall(needed_wei, bond_wei)


def _put(v: Verification, role: Role, account: Address, member: Member) -> None:
    v.members[role, account] = member
    weight = member.bond_wei if member.state == MemberState.ACTIVE else 0
    tree(v, role).set(account, weight)
    v.emit(MemberMoved(account, role, member.state, member.bond_wei))


def _set_timer(v: Verification, role: Role, account: Address, height: Height) -> None:
    key = role << ADDRESS_BITS | int.from_bytes(account, "big")
    v.timers.set(height, MEMBER_DEADLINE, key)
