"""
One try to decide a claim: who objects, with what bond, who judges, and what they say.

    challenge --bond, fee--> round --draw--> seats --seal--> --open--> count --> outcome
                                                             no majority: redraw once, then what
                                                             stood before, or half each

A round's outcome is provisional. All its coins wait in the module until the claim is final.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from chain.kit.verdicts import Level, vote_seal
from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Address, Bps, Hash32, Wei
from modules.verification import claims, draws, game, ledger
from modules.verification.events import (
    Challenged,
    Responded,
    RoundDecided,
    Sampled,
    VoteOpened,
    VoteSealed,
)
from modules.verification.machines import CLAIM
from modules.verification.records import (
    BISECTIONS_MAX,
    ROUNDS_MAX,
    SPLIT_BPS,
    WHOLE_BPS,
    Choice,
    ClaimState,
    Kind,
    Round,
    Seat,
    Side,
)
from modules.verification.refusals import (
    AlreadySealed,
    LevelTooLow,
    NotRevealed,
    NotSealed,
    SealWrong,
    SideInvalid,
    TooManyCases,
    TooManyRounds,
    TraceMissing,
    VoteInvalid,
)

if TYPE_CHECKING:
    from modules.verification.module import Verification

BPS_OF = {
    Choice.AGAINST: Bps(0),
    Choice.SPLIT: SPLIT_BPS,
    Choice.WORKER: Bps(WHOLE_BPS),
}
CHOICE_OF = {bps: choice for choice, bps in BPS_OF.items()}


def append(v: Verification, number: int, trial: Round) -> int:
    """Add a round to a claim; returns its index."""
    index = v.progress[number].rounds
    v.rounds[number].append(trial)
    v.progress[number] = replace(v.progress[number], rounds=index + 1)
    return index


def current(v: Verification, number: int) -> tuple[int, Round]:
    """Return the index of the last round and the round."""
    index = v.progress[number].rounds - 1
    return index, v.rounds[number][index]


def begin_own(v: Verification, number: int) -> None:
    """Begin the round that the claim's own level asks for, paid by the asker's fee."""
    terms, progress = v.claims[number].terms, v.progress[number]
    size = claims.level_size(v.rules_of(number), terms)
    v.progress[number] = replace(progress, fee_wei=Wei(0))
    append(v, number, Round(terms.level, size, before_bps=Bps(WHOLE_BPS), fee_wei=progress.fee_wei))


def check_challenge(v: Verification, number: int, level: Level, side: Side) -> None:
    """Raise where this challenge cannot be made: LevelTooLow, SideInvalid, TooManyRounds."""
    claim, progress = v.claims[number], v.progress[number]
    CLAIM.enter("challenge", progress.state, claims.roles(v, number))
    is_again = level == progress.level and level in (Level.BISECTION, Level.JURY)
    has_terms = {
        Level.AUDIT: claim.kind == Kind.RESULT,
        Level.ATTESTED: claim.terms.level == Level.ATTESTED,
        Level.BISECTION: claim.terms.program != ZERO_HASH and side == Side.AGAINST_WORKER,
        Level.JURY: True,
    }
    if not has_terms.get(level, False) or not (level > progress.level or is_again):
        raise LevelTooLow(number, progress.level, level)
    wins_something = {
        Side.AGAINST_WORKER: progress.outcome_bps > 0 and v.sender != claim.worker,
        Side.FOR_WORKER: progress.outcome_bps < WHOLE_BPS and v.sender != claim.payer,
    }
    if not wins_something.get(side, False):
        raise SideInvalid(side)
    if level == Level.BISECTION and progress.outcome_bps != WHOLE_BPS:
        raise SideInvalid(side)


def take_case(v: Verification, number: int, challenger: Address, level: Level, side: Side) -> Round:
    """Take a challenger's bond and the round's fee; raises TooManyRounds, DepositTooSmall."""
    rules, tries = v.rules_of(number), count_of(v, number, level)
    most = {Level.BISECTION: BISECTIONS_MAX, Level.JURY: rules.appeals_max + 1}.get(level, 1)
    if tries >= most or v.progress[number].rounds >= ROUNDS_MAX:
        raise TooManyRounds(number, level)
    bond_wei, fee_wei = price_wei(v, number, level)
    ledger.lock(v, challenger, bond_wei, fee_wei)
    open_case(v, challenger)
    trial = Round(
        level,
        size_of(v, number, level),
        challenger,
        side,
        v.progress[number].outcome_bps,
        Wei(bond_wei),
        Wei(0),
        Wei(fee_wei),
    )
    append(v, number, trial)
    v.emit(Challenged(number, challenger, level, side, Wei(bond_wei)))
    return trial


def open_case(v: Verification, account: Address) -> None:
    """Count an account's open case; raises TooManyCases."""
    found, most = v.open_cases[account], v.settings.open_cases_max
    if found >= most:
        raise TooManyCases(most)
    v.open_cases[account] = found + 1


def price_wei(v: Verification, number: int, level: Level) -> tuple[int, int]:
    """Return the bond and the fee of the next round at a level, in wei."""
    rules, claim = v.rules_of(number), v.claims[number]
    bond_wei = max(rules.bond_wei_min, claim.value_wei * rules.bond_bps // WHOLE_BPS)
    if level == Level.JURY:
        for _ in range(count_of(v, number, Level.JURY)):
            bond_wei = bond_wei * rules.appeal_bond_bps // WHOLE_BPS
    return bond_wei, size_of(v, number, level) * rules.seat_fee_wei


def size_of(v: Verification, number: int, level: Level) -> int:
    """Return how many voters the next round at a level has: a jury n, then 2n + 1, ..."""
    rules = v.rules_of(number)
    size = rules.jurors
    for _ in range(count_of(v, number, Level.JURY)):
        size = 2 * size + 1
    sizes = {Level.AUDIT: rules.auditors, Level.ATTESTED: rules.attestors, Level.JURY: size}
    return sizes.get(level, 0)


def count_of(v: Verification, number: int, level: Level) -> int:
    """Return how many rounds at a level there were; a redraw and a canary are none."""
    return sum(
        item.level == level and not item.is_redraw and not item.is_canary
        for item in v.rounds[number]
    )


def is_exhausted(v: Verification, number: int) -> bool:
    """Whether the last jury that may be asked has spoken."""
    rounds = v.progress[number].rounds
    if not rounds or current(v, number)[1].level != Level.JURY:
        return False
    return count_of(v, number, Level.JURY) > v.rules_of(number).appeals_max


def respond(v: Verification, number: int) -> None:
    """Let the worker stand by its result with as large a bond; raises NotRevealed, TraceMissing."""
    progress = v.progress[number]
    CLAIM.enter("respond", progress.state, claims.roles(v, number))
    index, trial = current(v, number)
    if not progress.is_revealed:
        raise NotRevealed(number)
    if trial.level == Level.BISECTION and progress.trace_end == ZERO_HASH:
        raise TraceMissing(number)
    ledger.lock(v, v.sender, trial.bond_wei)
    v.rounds[number][index] = replace(trial, respondent_wei=trial.bond_wei)
    v.emit(Responded(number, v.sender, trial.bond_wei))
    start(v, number, "respond")


def start(v: Verification, number: int, name: str) -> None:
    """Begin to judge the round: evidence, a draw, or a game."""
    rules, (_, trial) = v.rules_of(number), current(v, number)
    if trial.level == Level.BISECTION:
        game.begin(v, number, name)
    elif trial.level == Level.JURY:
        claims.go(v, number, name, ClaimState.EVIDENCE, rules.evidence_blocks)
    else:
        claims.go(v, number, name, ClaimState.DRAWING, rules.draw_blocks)


def draw(v: Verification, number: int) -> None:
    """Seat the round by this block's beacon; an audit is first decided on by it."""
    claim, progress, rules = v.claims[number], v.progress[number], v.rules_of(number)
    if claim.terms.level == Level.AUDIT and progress.rounds == 0:
        picked = draws.is_audited(v, number, progress.rate_bps)
        v.emit(Sampled(number, picked, progress.rate_bps))
        if not picked:
            claims.conclude(v, number, "draw", WHOLE_BPS, Level.NONE, False)
            return
        begin_own(v, number)
    index, _ = current(v, number)
    if draws.seat_voters(v, number, index):
        claims.go(v, number, "draw", ClaimState.VOTING, rules.vote_blocks)
    else:
        _stall(v, number, "draw")


def seal(v: Verification, number: int, vote: Hash32) -> None:
    """Commit a voter; raises AlreadySealed, NotSealed for an empty seal."""
    CLAIM.enter("seal_vote", v.progress[number].state, claims.roles(v, number))
    index, trial = current(v, number)
    place, seat = _seat(v, number, index)
    if seat.seal != ZERO_HASH:
        raise AlreadySealed(number)
    if vote == ZERO_HASH:
        raise NotSealed(number)
    v.seats[draws.seats_key(number, index)][place] = replace(seat, seal=vote)
    trial = replace(trial, sealed=trial.sealed + 1)
    v.rounds[number][index] = trial
    v.emit(VoteSealed(number, v.sender, index))
    if trial.sealed == trial.size:
        begin_opening(v, number, "seal_vote")


def begin_opening(v: Verification, number: int, name: str) -> None:
    """Let voters open their seals."""
    claims.go(v, number, name, ClaimState.OPENING, v.rules_of(number).open_blocks)


def open_vote(v: Verification, number: int, value: int, salt: Hash32) -> None:
    """Open a voter's seal and count it; raises NotSealed, SealWrong, VoteInvalid."""
    CLAIM.enter("open_vote", v.progress[number].state, claims.roles(v, number))
    index, trial = current(v, number)
    place, seat = _seat(v, number, index)
    if seat.seal == ZERO_HASH or seat.is_opened:
        raise NotSealed(number)
    found = vote_seal(number, index, v.sender, value, salt)
    if found != seat.seal:
        raise SealWrong(seat.seal, found)
    choice = _choice(v, number, trial.level, value)
    v.seats[draws.seats_key(number, index)][place] = replace(
        seat, is_opened=True, value=value, choice=choice
    )
    v.rounds[number][index] = replace(
        trial,
        opened=trial.opened + 1,
        against=trial.against + (choice == Choice.AGAINST),
        split=trial.split + (choice == Choice.SPLIT),
        worker=trial.worker + (choice == Choice.WORKER),
    )
    v.emit(VoteOpened(number, v.sender, index, value))
    close_if_all_opened(v, number, "open_vote")


def close_if_all_opened(v: Verification, number: int, name: str) -> None:
    """Count the votes as soon as nobody is left who could still open one."""
    _, trial = current(v, number)
    waits = trial.level == Level.REDUNDANCY and not v.progress[number].is_revealed
    if trial.opened == trial.sealed and not waits:
        close(v, number, name)


def close(v: Verification, number: int, name: str) -> None:
    """Count the votes: most of them decide."""
    index, trial = current(v, number)
    choice = _count_digests(v, number) if trial.level == Level.REDUNDANCY else _count(trial)
    if choice == Choice.NONE:
        _undecided(v, number, name)
        return
    v.rounds[number][index] = replace(v.rounds[number][index], choice=choice)
    v.emit(RoundDecided(number, index, trial.level, choice))
    claims.conclude(v, number, name, BPS_OF[choice], trial.level, True)


def seat_position(v: Verification, number: int, account: Address) -> int:
    """Return an account's seat in the round under way, from 1; 0 for none."""
    index = v.progress[number].rounds - 1
    return v.seat_of[draws.seats_key(number, index), account] if index >= 0 else 0


def seats_of(v: Verification, number: int, index: int) -> Iterator[Seat]:
    """Return the seats of a round; none where there is no such round."""
    if index >= v.progress[number].rounds:
        return iter(())
    return iter(v.seats[draws.seats_key(number, index)])


def mark_stalled(v: Verification, number: int) -> None:
    """Write on the last round, and on the one it redrew, that nobody could decide it."""
    index, trial = current(v, number)
    v.rounds[number][index] = replace(trial, is_stalled=True)
    if trial.is_redraw:
        v.rounds[number][index - 1] = replace(v.rounds[number][index - 1], is_stalled=True)
    v.emit(RoundDecided(number, index, trial.level, Choice.NONE))


def _seat(v: Verification, number: int, index: int) -> tuple[int, Seat]:
    place = seat_position(v, number, v.sender) - 1
    return place, v.seats[draws.seats_key(number, index)][place]


def _choice(v: Verification, number: int, level: Level, value: int) -> Choice:
    """Return what a value says: a juror's bps, a distance against the tolerance, or a digest."""
    if level == Level.JURY:
        if value not in CHOICE_OF:
            raise VoteInvalid(value)
        return CHOICE_OF[Bps(value)]
    if level == Level.REDUNDANCY:
        return Choice.NONE
    is_near = value <= v.claims[number].terms.tolerance
    return Choice.WORKER if is_near else Choice.AGAINST


def _count(trial: Round) -> Choice:
    """Return what more than half of the opened votes say, if more than half were opened."""
    if trial.opened * 2 <= trial.size:
        return Choice.NONE
    votes = {
        Choice.AGAINST: trial.against,
        Choice.SPLIT: trial.split,
        Choice.WORKER: trial.worker,
    }
    return next((choice for choice, n in votes.items() if n * 2 > trial.opened), Choice.NONE)


def _count_digests(v: Verification, number: int) -> Choice:
    """
    Return what more than half of all copies say of the worker's, and note their digest.

    A worker that showed nothing has no copy: it lost.
    """
    progress, (index, trial) = v.progress[number], current(v, number)
    if not progress.is_revealed:
        return Choice.AGAINST
    digests = [int.from_bytes(progress.digest, "big")]
    digests += [seat.value for seat in seats_of(v, number, index) if seat.is_opened]
    for digest in dict.fromkeys(digests):
        if digests.count(digest) * 2 > trial.size + 1:
            noted = Hash32(digest.to_bytes(32, "big"))
            v.rounds[number][index] = replace(trial, digest=noted)
            return Choice.WORKER if noted == progress.digest else Choice.AGAINST
    return Choice.NONE


def _undecided(v: Verification, number: int, name: str) -> None:
    """Draw other voters, once; workers that differ are not drawn again but escalated."""
    index, trial = current(v, number)
    if trial.is_redraw or trial.level == Level.REDUNDANCY or index + 1 >= ROUNDS_MAX:
        _stall(v, number, name)
        return
    v.rounds[number][index] = replace(trial, fee_wei=Wei(0))
    again = Round(
        trial.level,
        trial.size,
        ZERO_ADDRESS,
        Side.NONE,
        trial.before_bps,
        fee_wei=trial.fee_wei,
        is_redraw=True,
    )
    append(v, number, again)
    claims.go(v, number, name, ClaimState.DRAWING, v.rules_of(number).draw_blocks)


def _stall(v: Verification, number: int, name: str) -> None:
    """Nobody could decide: what was decided before stands; without it, half each, or cleared."""
    _, trial = current(v, number)
    mark_stalled(v, number)
    progress = v.progress[number]
    outcome_bps = progress.outcome_bps if progress.is_decided else _in_doubt_bps(v, number)
    level = max(progress.level, trial.level)
    claims.conclude(v, number, name, outcome_bps, level, progress.is_decided)


def _in_doubt_bps(v: Verification, number: int) -> int:
    """
    Return what comes where no vote and no game ever decided: the outcome that takes from nobody.

    Work is paid by half. Who is accused is cleared; and where an asker stands for a penalty of its
    own, who appeals is the accused, and the penalty is lifted.
    """
    claim = v.claims[number]
    if claim.kind != Kind.ACCUSATION:
        return SPLIT_BPS
    return 0 if claim.worker == claim.asker else WHOLE_BPS
