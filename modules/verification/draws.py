"""
Who judges: drawn by bond, by the beacon of a height that was fixed before anybody could know it.

    beacon of the block --ticket n--> tree of the role --> candidate --not linked to a party--> seat

Out of the draw are the worker, the payer, every challenger, everybody whom the asker says that the
claim pays too, everybody who sat on this claim before, and whoever delegates to one of the parties
or has its delegation.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from eth_hash.auto import keccak

from chain.types.primitives import Address, Wei
from modules.verification import members
from modules.verification.events import Drawn
from modules.verification.records import (
    REDRAWS_MAX,
    ROLE_OF,
    WHOLE_BPS,
    Claim,
    MemberStats,
    Round,
    Seat,
)

if TYPE_CHECKING:
    from modules.verification.module import Verification

ROUND_BITS = 8  # rounds of a claim share a number with it


def seats_key(number: int, index: int) -> int:
    """Return the key under which the seats of one round stand."""
    return number << ROUND_BITS | index


def ticket(v: Verification, domain: bytes, *numbers: int) -> int:
    """Return a random number of this block's beacon, for one purpose."""
    words = b"".join(number.to_bytes(32, "big") for number in numbers)
    return int.from_bytes(keccak(b"kumiai." + domain + v.host.beacon() + words), "big")


def is_audited(v: Verification, number: int, rate_bps: int) -> bool:
    """Whether the beacon picks a claim for an audit, with the chance fixed at its commit."""
    return ticket(v, b"sample", number) % WHOLE_BPS < rate_bps


def parties(v: Verification, number: int, claim: Claim) -> list[Address]:
    """Return the worker, the payer, every challenger so far and whom else the claim pays."""
    challengers = [item.challenger for item in v.rounds[number] if any(item.challenger)]
    return list(dict.fromkeys((claim.worker, claim.payer, *challengers, *v.concerned[number])))


def seat_voters(v: Verification, number: int, index: int) -> bool:
    """Draw all seats of a round; return False, with nobody seated, where too few may sit."""
    claim, trial = v.claims[number], v.rounds[number][index]
    role, concerned = ROLE_OF[trial.level], parties(v, number, claim)
    without = concerned + [
        seat.voter for i in range(index) for seat in v.seats[seats_key(number, i)]
    ]
    drawing = members.tree(v, role).drawing(without)
    found: list[Address] = []
    for turn in range(trial.size + REDRAWS_MAX):
        if len(found) == trial.size:
            break
        candidate = drawing.draw(ticket(v, b"draw", number, index, turn))
        if candidate is None:
            break
        drawing.leave_out(candidate)
        if members.suspend_if_weak(v, role, candidate):
            drawing = members.tree(v, role).drawing([*without, *found])
            continue
        if not is_linked(v, candidate, concerned):
            found.append(candidate)
        else:
            without.append(candidate)
    if len(found) < trial.size:
        return False
    for voter in found:
        _take_seat(v, number, index, voter)
    return True


def is_linked(v: Verification, candidate: Address, concerned: list[Address]) -> bool:
    """Whether somebody is, delegates to, or has a delegation of, a party."""
    stake = v.stakes.delegation
    return any(
        candidate == party
        or stake(candidate, party).amount_wei > 0
        or stake(party, candidate).amount_wei > 0
        for party in concerned
    )


def _take_seat(v: Verification, number: int, index: int, voter: Address) -> None:
    trial: Round = v.rounds[number][index]
    role = ROLE_OF[trial.level]
    key = seats_key(number, index)
    v.seats[key].append(Seat(voter, stake_wei=Wei(v.rules_of(number).seat_stake_wei)))
    v.seat_of[key, voter] = len(v.seats[key])
    v.duties[voter].add(key)
    members.count_duty(v, role, voter, 1)
    stats: MemberStats = v.member_stats[role, voter]
    v.member_stats[role, voter] = replace(stats, seats=stats.seats + 1)
    v.emit(Drawn(number, voter, index))
