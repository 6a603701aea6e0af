"""
What a final outcome means for every coin: round by round, then the asker.

    RULED --execute: bonds and seats of one round--> ... --> claim_ruled, forfeit --> EXECUTED

Who judged is paid or penalised only now, by how it fits the final outcome: so a verdict of a later
round unwinds all that an earlier one promised. An asker that cannot hear holds up nobody's bond.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.kit.assembly import REFUSED
from chain.kit.state_machine import CHAIN
from chain.kit.usage import Leg, legs_of, tell
from chain.kit.verdicts import Level
from chain.types.primitives import ZERO_HASH, Address, Wei
from modules.verification import claims, draws, ledger, members
from modules.verification.events import AskerFailed, JackpotPaid, SeatSettled
from modules.verification.machines import CLAIM
from modules.verification.records import (
    RETRY_BLOCKS_MAX,
    ROLE_OF,
    WHOLE_BPS,
    BondEnd,
    Choice,
    ClaimState,
    Kind,
    Round,
    Seat,
    Side,
)
from modules.verification.refusals import ForfeitMissing

if TYPE_CHECKING:
    from modules.verification.module import Verification


def execute(v: Verification, number: int, name: str) -> None:
    """Settle the next round, or tell the asker where none is left; one bounded batch."""
    progress = v.progress[number]
    CLAIM.enter(name, progress.state, (CHAIN,))
    if progress.executed < progress.rounds:
        _settle_round(v, number, progress.executed)
        after = progress.executed + 1
        claims.go(v, number, name, ClaimState.RULED, 1, executed=after)
        return
    if _tell_asker(v, number):
        claims.go(v, number, name, ClaimState.EXECUTED, 0, attempts=progress.attempts + 1)
        return
    retry = min(v.rules_of(number).retry_blocks << min(progress.attempts, 32), RETRY_BLOCKS_MAX)
    attempts = progress.attempts + (name == "settle")  # nobody makes the chain wait longer
    claims.go(v, number, name, ClaimState.RULED, retry, attempts=attempts)


def final_choice(outcome_bps: int) -> Choice:
    """Return what an outcome says."""
    if outcome_bps == 0:
        return Choice.AGAINST
    return Choice.WORKER if outcome_bps == WHOLE_BPS else Choice.SPLIT


def is_won(trial: Round, outcome_bps: int) -> bool:
    """Whether the final outcome is nearer to what the challenger wanted."""
    if trial.side == Side.AGAINST_WORKER:
        return outcome_bps < trial.before_bps
    return outcome_bps > trial.before_bps


def is_coherent(v: Verification, number: int, trial: Round, seat: Seat) -> bool:
    """
    Whether a voter said what turned out to be so; who opened in vain is not blamed.

    A replica worker is right with the final winner's digest: the worker's own where it won, that
    of most others where it lost.
    """
    final = final_choice(v.progress[number].judged_bps)
    if not seat.is_opened:
        return False
    if trial.level == Level.JURY:
        return trial.choice == Choice.NONE or seat.choice == final
    if trial.choice == Choice.NONE or final == Choice.SPLIT:
        return True
    if trial.level != Level.REDUNDANCY:
        return seat.choice == final
    digest = v.progress[number].digest
    own, most = (int.from_bytes(item, "big") for item in (digest, trial.digest))
    if final == Choice.WORKER:
        return seat.value == own
    return trial.digest == ZERO_HASH or (seat.value != own and most in (own, seat.value))


def _settle_round(v: Verification, number: int, index: int) -> None:
    trial = v.rounds[number][index]
    if any(trial.challenger):
        v.open_cases[trial.challenger] -= 1
    has_seats = len(v.seats[draws.seats_key(number, index)]) > 0
    pot_wei = _settle_bonds(v, number, trial, has_seats)
    if has_seats:
        _settle_seats(v, number, index, trial, pot_wei)
    elif trial.fee_wei and any(trial.challenger):
        ledger.pay_fee(v, trial.challenger, trial.fee_wei, "round_fee_returned")
    else:
        progress = v.progress[number]
        v.progress[number] = replace(progress, fee_wei=Wei(progress.fee_wei + trial.fee_wei))


def _settle_bonds(v: Verification, number: int, trial: Round, has_seats: bool) -> int:
    """End the bonds of a round; return what of them goes to its voters, in wei."""
    if not trial.bond_wei:
        return 0
    claim, outcome_bps = v.claims[number], v.progress[number].judged_bps
    if trial.is_stalled:
        burns = trial.level == Level.BISECTION or claim.kind == Kind.ACCUSATION
        for owner, bond_wei in (
            (trial.challenger, trial.bond_wei),
            (claim.worker, trial.respondent_wei),
        ):
            burnt_wei = bond_wei * v.rules_of(number).burn_bps // WHOLE_BPS if burns else 0
            legs = {BondEnd.RETURNED: bond_wei - burnt_wei, BondEnd.BURNT: burnt_wei}
            ledger.end_bond(v, number, owner, legs, owner)
        return 0
    if is_won(trial, outcome_bps):
        _return(v, number, trial.challenger, trial.bond_wei)
        lost = (claim.worker, trial.respondent_wei, trial.challenger)
    else:
        _return(v, number, claim.worker, trial.respondent_wei)
        defended = claim.worker if trial.side == Side.AGAINST_WORKER else claim.payer
        lost = (trial.challenger, trial.bond_wei, defended)
    return _lose(v, number, trial, lost, has_seats)


def _return(v: Verification, number: int, owner: Address, bond_wei: int) -> None:
    ledger.end_bond(v, number, owner, {BondEnd.RETURNED: bond_wei}, owner)


def _lose(
    v: Verification,
    number: int,
    trial: Round,
    lost: tuple[Address, int, Address],
    has_seats: bool,
) -> int:
    """
    Split a lost bond: the winner, the voters, the treasury with what rounding left.

    An asker that stands as the worker has no use for coins of its own: its part is the treasury's.
    """
    owner, bond_wei, winner = lost
    rules = v.rules_of(number)
    voters = BondEnd.JURORS if trial.level == Level.JURY else BondEnd.AUDITORS
    has_winner = winner != v.claims[number].asker
    to_winner = bond_wei * rules.winner_bps // WHOLE_BPS if has_winner else 0
    to_voters = bond_wei * rules.voters_bps // WHOLE_BPS if has_seats else 0
    legs = {
        BondEnd.WINNER: to_winner,
        voters: to_voters,
        BondEnd.TREASURY: bond_wei - to_winner - to_voters,
    }
    ledger.end_bond(v, number, owner, legs, winner)
    return to_voters


def _settle_seats(v: Verification, number: int, index: int, trial: Round, pot_wei: int) -> None:
    """Penalise who was wrong or silent, then share the pot among who was right."""
    rules, key = v.rules_of(number), draws.seats_key(number, index)
    cut_wei = trial.fee_wei * rules.canary_share_bps // WHOLE_BPS
    ledger.add(v, fees_wei=-cut_wei, canary_wei=cut_wei)
    pot_wei += trial.fee_wei - cut_wei
    right: list[Seat] = []
    for seat in v.seats[key]:
        if is_coherent(v, number, trial, seat):
            right.append(seat)
        else:
            pot_wei += _penalise(v, number, index, trial, seat)
        v.duties[seat.voter].discard(key)
        members.count_duty(v, ROLE_OF[trial.level], seat.voter, -1)
    share_wei = pot_wei // len(right) if right else 0
    for seat in right:
        ledger.pay_fee(v, seat.voter, share_wei, "seat_fee")
        _count(v, trial, seat.voter, coherent=1, earned_wei=share_wei)
        v.emit(SeatSettled(number, seat.voter, index, Wei(share_wei), Wei(0)))
    ledger.pay_fee(v, v.treasury.address, pot_wei - share_wei * len(right), "seat_fee_rest")
    _tell_fee(v, number, trial, share_wei * len(right) + cut_wei)
    is_own = trial.level == Level.AUDIT and not any(trial.challenger)
    if v.progress[number].is_canary and is_own and trial.choice != Choice.NONE:
        _pay_jackpot(v, number, right)


def _tell_fee(v: Verification, number: int, trial: Round, verifiers_wei: int) -> None:
    """
    Tell the book of a round's fee: the voters' first, what they are kept from included.

    Bonds and stakes that somebody lost are no fee, though voters are paid of them too.
    """
    verifiers_wei = min(verifiers_wei, trial.fee_wei)
    legs = legs_of({Leg.VERIFIER: verifiers_wei, Leg.TREASURY: trial.fee_wei - verifiers_wei})
    payer = trial.challenger if any(trial.challenger) else v.claims[number].payer
    tell(v, lambda: v.usage.note_payment(payer, 1, legs))


def _penalise(v: Verification, number: int, index: int, trial: Round, seat: Seat) -> int:
    rules, progress = v.rules_of(number), v.progress[number]
    is_void = progress.is_canary and progress.judged_bps == 0
    passed_canary = is_void and trial.level == Level.AUDIT and seat.choice == Choice.WORKER
    bps = rules.canary_penalty_bps if passed_canary else rules.penalty_bps
    amount_wei = seat.stake_wei * bps // WHOLE_BPS
    lost_wei = members.penalise(v, ROLE_OF[trial.level], seat.voter, amount_wei)
    missed = 0 if seat.is_opened else 1
    _count(v, trial, seat.voter, incoherent=1 - missed, missed=missed, lost_wei=lost_wei)
    v.emit(SeatSettled(number, seat.voter, index, Wei(0), Wei(lost_wei)))
    return lost_wei


def _count(v: Verification, trial: Round, voter: Address, **changes: int) -> None:
    role = ROLE_OF[trial.level]
    stats = v.member_stats[role, voter]
    v.member_stats[role, voter] = replace(
        stats, **{name: getattr(stats, name) + change for name, change in changes.items()}
    )


def _pay_jackpot(v: Verification, number: int, right: list[Seat]) -> None:
    """Reward who caught a canary; never with more than its claim's fee allows."""
    progress = v.progress[number]
    if progress.judged_bps or not right:
        return
    most_wei = progress.paid_wei * v.rules_of(number).jackpot_bps // WHOLE_BPS
    each_wei = min(most_wei, v.totals.canary_wei) // len(right)
    for seat in right:
        ledger.add(v, canary_wei=-each_wei)
        v.pay(seat.voter, each_wei, "canary_jackpot")
        v.emit(JackpotPaid(number, seat.voter, Wei(each_wei)))


def _tell_asker(v: Verification, number: int) -> bool:
    """Hand the ruling and the rest of the fee over; return False, with nothing done, if refused."""
    claim, progress = v.claims[number], v.progress[number]
    asker = v.askers[claim.asker]
    mark = v.host.snapshot()
    try:
        if asker.is_paused:
            v.emit(AskerFailed(number, "the asker is paused"))
            return False
        ledger.pay_fee(v, claim.asker, progress.fee_wei, "fee_refund")
        if progress.fee_wei:
            tell(v, lambda: v.usage.note_refund(claim.payer, progress.fee_wei))
        v.progress[number] = replace(progress, fee_wei=Wei(0))
        before_wei = v.host.balance_wei(v.address)
        forfeit_wei = asker.claim_ruled(
            claim.subject, number, progress.outcome_bps, progress.fee_wei
        )
        found_wei = v.host.balance_wei(v.address) - before_wei
        if found_wei < forfeit_wei:
            raise ForfeitMissing(forfeit_wei, Wei(max(found_wei, 0)))
        _share_forfeit(v, number, forfeit_wei)
    except REFUSED as refusal:
        v.host.revert(mark)
        v.emit(AskerFailed(number, str(refusal)[:256]))
        return False
    return True


def _share_forfeit(v: Verification, number: int, forfeit_wei: int) -> None:
    """Pay what the loser forfeits to who proved it wrong, the rest to the treasury."""
    provers = _provers(v, number)
    won_wei = forfeit_wei * v.rules_of(number).winner_bps // WHOLE_BPS
    each_wei = won_wei // len(provers) if provers else 0
    for prover in provers:
        v.pay(prover, each_wei, "forfeit_won")
    v.pay(v.treasury.address, forfeit_wei - each_wei * len(provers), "forfeit_to_treasury")


def _provers(v: Verification, number: int) -> list[Address]:
    """
    Return the challengers who were right, or else the voters of the first round that were.

    An asker that stands as the worker itself forfeits what is the challenger's: who lost such an
    appeal shares nothing of it, the voters of the last round that were right do.
    """
    claim, progress = v.claims[number], v.progress[number]
    outcome_bps = progress.judged_bps
    if claim.kind == Kind.ACCUSATION and claim.worker == claim.asker:
        return _right_voters(v, number, progress.rounds - 1)
    won = [
        trial.challenger
        for trial in v.rounds[number]
        if trial.side == Side.AGAINST_WORKER and not trial.is_stalled and is_won(trial, outcome_bps)
    ]
    if not won and progress.rounds and not outcome_bps:
        won = _right_voters(v, number, 0)
    return list(dict.fromkeys(won)) or [claim.payer]


def _right_voters(v: Verification, number: int, index: int) -> list[Address]:
    trial = v.rounds[number][index]
    return [
        seat.voter
        for seat in v.seats[draws.seats_key(number, index)]
        if is_coherent(v, number, trial, seat)
    ]
