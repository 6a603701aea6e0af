"""
The way of a claim: opened, revealed, challenged, final.

    open_claim -> COMMITTED -> REVEALED --window, no challenge--> RULED
                      |          |   ^
                      |          v   +--- an outcome of a round, provisional for one more window
                      |     CHALLENGED -> EVIDENCE, DRAWING, VOTING, OPENING, BISECTING
                      +--- never revealed: RULED against the worker

A final outcome never opens again, and nothing is paid before it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from chain.kit.assembly import REFUSED
from chain.kit.verdicts import ClaimTerms, Level, result_seal
from chain.types.primitives import ZERO_HASH, Address, Bps, Hash32, Height, Wei
from modules.verification import ledger, members, rounds
from modules.verification.events import (
    CanaryOpened,
    ClaimMoved,
    ClaimOpened,
    ClaimRuled,
    EvidenceAdded,
    Linked,
    Revealed,
    Voided,
)
from modules.verification.machines import CLAIM, WORKER
from modules.verification.records import (
    COPIES_MAX,
    EVIDENCE_MAX,
    ROLE_OF,
    STEPS_MAX,
    STREAK_FULL,
    WHOLE_BPS,
    Choice,
    Claim,
    ClaimState,
    Evidence,
    Kind,
    Moment,
    Progress,
    Round,
    Side,
    WorkerStats,
)
from modules.verification.refusals import (
    AlreadyRevealed,
    CanaryInvalid,
    LinkInvalid,
    SealWrong,
    TermsInvalid,
    TooFewMembers,
    TooMuchEvidence,
    TraceMissing,
    TraceWrong,
)
from modules.verification.vm_step import MachineState, state_hash, trace_digest

if TYPE_CHECKING:
    from modules.verification.module import Verification
    from modules.verification.params import VerificationParams

VALUE_WEI_MAX = 2**128  # wei at stake in one claim; far more than there are coins
CLAIM_DEADLINE = 1  # kind of timer
FULL = Bps(WHOLE_BPS)


def level_size(rules: VerificationParams, terms: ClaimTerms) -> int:
    """Return how many voters a claim's own level draws."""
    sizes = {
        Level.REDUNDANCY: terms.copies - 1,
        Level.AUDIT: rules.auditors,
        Level.ATTESTED: rules.attestors,
        Level.JURY: rules.jurors,
    }
    return sizes.get(terms.level, 0)


def fee_wei(v: Verification, terms: ClaimTerms, value_wei: Wei) -> Wei:
    """Return what a claim costs up front; raises TermsInvalid, TooFewMembers."""
    rules = v.settings
    if value_wei > VALUE_WEI_MAX:
        raise TermsInvalid(f"a value of at most {VALUE_WEI_MAX} wei")
    is_redundant = terms.level == Level.REDUNDANCY
    if is_redundant != bool(terms.copies) or (is_redundant and not 2 <= terms.copies <= COPIES_MAX):
        raise TermsInvalid(f"2 to {COPIES_MAX} copies at REDUNDANCY, 0 elsewhere")
    if terms.level == Level.BISECTION and terms.program == ZERO_HASH:
        raise TermsInvalid("BISECTION needs a program")
    size = level_size(rules, terms)
    if size:
        role = ROLE_OF[terms.level]
        found = len(members.tree(v, role))
        if found < size:
            raise TooFewMembers(role, size, found)
    each_wei = value_wei * rules.replica_bps // WHOLE_BPS if is_redundant else rules.seat_fee_wei
    return Wei(size * each_wei)


def open_claim(v: Verification, claim: Claim) -> int:
    """Take a sealed result to judgement; raises as fee_wei does, and FeeMissing."""
    paid_wei, terms = fee_wei(v, claim.terms, claim.value_wei), claim.terms
    ledger.take_fee(v, paid_wei)
    number = _number(v, claim)
    rules = v.rules_of(number)
    rate_bps = audit_rate(rules, v.worker_stats[claim.worker])
    start = {"fee_wei": paid_wei, "paid_wei": paid_wei, "rate_bps": rate_bps}
    if terms.level == Level.NONE:
        bps = {"outcome_bps": FULL, "judged_bps": FULL}
        go(v, number, "open_claim", ClaimState.RULED, 1, **bps, **start)
        _note_ruled(v, number)
    elif terms.level == Level.REQUESTER:
        wait = rules.challenge_blocks
        go(v, number, "open_claim", ClaimState.REVEALED, wait, outcome_bps=FULL, **start)
    elif terms.level == Level.REDUNDANCY:
        go(v, number, "open_claim", ClaimState.DRAWING, rules.draw_blocks, **start)
        rounds.begin_own(v, number)
    else:
        go(v, number, "open_claim", ClaimState.COMMITTED, rules.reveal_blocks, **start)
    return number


def audit_rate(rules: VerificationParams, stats: WorkerStats) -> Bps:
    """Return the chance of an audit, in bps: less the more results in a row were proven."""
    earned = min(stats.streak, STREAK_FULL)
    span = rules.audit_bps_max - rules.audit_bps_min
    return Bps(rules.audit_bps_max - span * earned // STREAK_FULL)


def reveal(v: Verification, number: int, name: str, digest: Hash32, salt: Hash32) -> None:
    """Open the seal of a result; raises SealWrong, AlreadyRevealed."""
    claim, progress = v.claims[number], v.progress[number]
    CLAIM.enter(name, progress.state, roles(v, number))
    adds_trace = name == "reveal_trace" and progress.trace_end == ZERO_HASH
    if progress.is_revealed and not adds_trace:
        raise AlreadyRevealed(number)
    if name == "reveal" and claim.terms.level == Level.BISECTION:
        raise TraceMissing(number)
    found = result_seal(claim.asker, claim.subject, claim.worker, digest, salt)
    if found != claim.seal:
        raise SealWrong(claim.seal, found)
    v.progress[number] = replace(progress, is_revealed=True, digest=digest)
    v.emit(Revealed(number, claim.worker, digest))
    if progress.state == ClaimState.COMMITTED:
        _after_reveal(v, number, name)
    elif progress.state == ClaimState.OPENING:
        rounds.close_if_all_opened(v, number, name)


def reveal_trace(v: Verification, number: int, steps: int, end: MachineState, salt: Hash32) -> None:
    """Open the seal of a machine's trace: it ends halted; raises TraceWrong, SealWrong."""
    if not 1 <= steps <= STEPS_MAX:
        raise TraceWrong(f"1 to {STEPS_MAX} steps expected, found {steps}")
    if not end.is_halted:
        raise TraceWrong("the machine has not halted")
    end_hash = state_hash(end)
    reveal(v, number, "reveal_trace", trace_digest(steps, end_hash), salt)
    v.progress[number] = replace(v.progress[number], steps=steps, trace_end=end_hash)


def _after_reveal(v: Verification, number: int, name: str) -> None:
    """
    Go on after a reveal in time.

    The height whose beacon draws was fixed at the commit: when the worker reveals changes nothing.
    """
    claim, rules = v.claims[number], v.rules_of(number)
    level = claim.terms.level
    if level == Level.BISECTION:
        wait = rules.challenge_blocks
        go(v, number, name, ClaimState.REVEALED, wait, outcome_bps=FULL)
    elif level == Level.JURY:
        go(v, number, name, ClaimState.EVIDENCE, rules.evidence_blocks)
        rounds.begin_own(v, number)
    else:
        draw_at = v.progress[number].deadline + rules.draw_blocks
        go(v, number, name, ClaimState.DRAWING, draw_at - v.clock)
        if level == Level.ATTESTED:
            rounds.begin_own(v, number)


def accept(v: Verification, number: int) -> None:
    """Make an outcome in the worker's favour final before its window ends; payer and asker may."""
    CLAIM.enter("accept", v.progress[number].state, roles(v, number))
    if v.progress[number].outcome_bps != FULL:
        raise TermsInvalid("only an outcome wholly for the worker can be accepted")
    rule(v, number, "accept")


def link(v: Verification, number: int, earlier: int) -> None:
    """Let a claim fall with an earlier one; raises LinkInvalid."""
    progress = v.progress[number]
    CLAIM.enter("link", progress.state, roles(v, number))
    mine, other = v.claims[number], v.claims[earlier]
    same = all(getattr(mine, name) == getattr(other, name) for name in ("asker", "worker", "payer"))
    if progress.earlier or not 0 < earlier < number or not same:
        raise LinkInvalid(number, earlier)
    v.progress[number] = replace(progress, earlier=earlier)
    v.emit(Linked(number, earlier))


def add_evidence(v: Verification, number: int, digest: Hash32) -> None:
    """Bring a hash before the jury; raises TooMuchEvidence."""
    CLAIM.enter("add_evidence", v.progress[number].state, roles(v, number))
    count = v.evidence_count[number, v.sender]
    if count >= EVIDENCE_MAX:
        raise TooMuchEvidence(EVIDENCE_MAX)
    v.evidence_count[number, v.sender] = count + 1
    v.evidence_of[number].append(Evidence(v.sender, digest, v.block.height))
    v.emit(EvidenceAdded(number, v.sender, digest))


def open_canary(v: Verification, number: int, bond_wei: Wei) -> None:
    """
    Let the payer's foreknowledge stand against a result that is audited and voted on.

    Where the audit passed it, this is a challenge like any other: it needs a bond, and whoever
    voted may bring it before a jury.
    """
    progress, trial = v.progress[number], _last_audit(v, number)
    was_caught = progress.outcome_bps == 0
    if not was_caught:
        ledger.lock(v, v.sender, bond_wei)
        rounds.append(
            v,
            number,
            Round(
                Level.AUDIT,
                challenger=v.sender,
                side=Side.AGAINST_WORKER,
                before_bps=progress.outcome_bps,
                bond_wei=bond_wei,
                choice=Choice.AGAINST,
                is_canary=True,
            ),
        )
        rounds.open_case(v, v.sender)
    assert trial.choice != Choice.NONE
    wait = v.rules_of(number).challenge_blocks
    go(v, number, "open_canary", ClaimState.REVEALED, wait, is_canary=True, outcome_bps=Bps(0))
    v.emit(CanaryOpened(number, v.sender, was_caught))


def check_canary(v: Verification, number: int, found: Hash32) -> None:
    """Raise where a result is not a canary that is open to be shown."""
    claim, progress = v.claims[number], v.progress[number]
    CLAIM.enter("open_canary", progress.state, roles(v, number))
    if found != claim.terms.canary:
        raise SealWrong(claim.terms.canary, found)
    is_voted = progress.rounds > 0 and _last_audit(v, number).choice != Choice.NONE
    if progress.is_canary or progress.level != Level.AUDIT or not is_voted:
        raise CanaryInvalid(number)


def _last_audit(v: Verification, number: int) -> Round:
    """Return the last round with auditors in it; the first round where there is none."""
    found = v.rounds[number][0]
    for trial in v.rounds[number]:
        if trial.level == Level.AUDIT and not trial.is_canary:
            found = trial
    return found


def roles(v: Verification, number: int) -> tuple[str, ...]:
    """Return the sender's roles in a claim."""
    claim, sender = v.claims[number], v.sender
    found = [
        name
        for name, account in (
            ("asker", claim.asker),
            (WORKER, claim.worker),
            ("payer", claim.payer),
        )
        if sender == account
    ]
    if any(item.challenger == sender for item in v.rounds[number]):
        found.append("challenger")
    if rounds.seat_position(v, number, sender):
        found.append("voter")
    return tuple(found)


def go(
    v: Verification, number: int, name: str, target: ClaimState, wait: int, **changes: Any
) -> None:
    """Move a claim to a state for at most `wait` blocks; the deadline is the next one's."""
    progress = v.progress[number]
    state = CLAIM.move(name, progress.state, target)
    wait = max(wait, 1) if wait else 0
    deadline = Height(v.clock + wait) if wait else Height(0)
    paused = v.paused_blocks
    after = replace(progress, state=state, deadline=deadline, paused_blocks=paused, **changes)
    v.progress[number] = after
    if wait:
        v.timers.set(v.block.height + wait, CLAIM_DEADLINE, number)
    v.timeline_of[number].append(Moment(v.block.height, state, after.outcome_bps))
    v.emit(ClaimMoved(number, state, after.outcome_bps, deadline, name))


def conclude(
    v: Verification, number: int, name: str, outcome_bps: int, level: Level, is_decided: bool
) -> None:
    """Give a claim an outcome: final where no jury is left to ask, provisional otherwise."""
    progress = replace(
        v.progress[number], outcome_bps=Bps(outcome_bps), level=level, is_decided=is_decided
    )
    v.progress[number] = progress
    if rounds.is_exhausted(v, number):
        rule(v, number, name)
    else:
        go(v, number, name, ClaimState.REVEALED, v.rules_of(number).challenge_blocks)


def rule(v: Verification, number: int, name: str) -> None:
    """
    Make the outcome final.

    A claim that builds on another waits for it, window by window, and falls where that one fell.
    """
    progress = v.progress[number]
    outcome_bps, earlier = progress.outcome_bps, progress.earlier
    if earlier and outcome_bps:
        before = v.progress[earlier]
        if before.state < ClaimState.RULED:
            go(v, number, name, ClaimState.REVEALED, v.rules_of(number).challenge_blocks)
            return
        if before.outcome_bps == 0:
            outcome_bps = Bps(0)
            v.emit(Voided(number, earlier))
    judged_bps = progress.outcome_bps
    go(v, number, name, ClaimState.RULED, 1, outcome_bps=outcome_bps, judged_bps=judged_bps)
    _note_ruled(v, number)


def _note_ruled(v: Verification, number: int) -> None:
    """Count a final result once; what nobody looked at earns no trust."""
    claim, progress = v.claims[number], v.progress[number]
    v.emit(ClaimRuled(number, progress.outcome_bps))
    if claim.kind == Kind.ACCUSATION:
        return
    stats = v.worker_stats[claim.worker]
    is_proven = progress.outcome_bps == FULL and progress.is_decided
    has_failed = progress.outcome_bps == 0
    v.worker_stats[claim.worker] = WorkerStats(
        stats.claims + 1,
        stats.proven + is_proven,
        stats.failed + has_failed,
        0 if has_failed else stats.streak + is_proven,
    )


def tell_disputed(v: Verification, number: int) -> None:
    """Let the asker hear, once, that somebody objects; one that cannot hear blocks nobody."""
    claim, progress = v.claims[number], v.progress[number]
    if progress.is_disputed:
        return
    v.progress[number] = replace(progress, is_disputed=True)
    mark = v.host.snapshot()
    try:
        v.askers[claim.asker].claim_disputed(claim.subject, number)
    except REFUSED:
        v.host.revert(mark)


def after_challenge(v: Verification, number: int, evidence: Hash32) -> None:
    """Go on with the newest challenge: a result's worker answers first, all else is judged."""
    tell_disputed(v, number)
    v.evidence_count[number, v.sender] += 1
    v.evidence_of[number].append(Evidence(v.sender, evidence, v.block.height))
    v.emit(EvidenceAdded(number, v.sender, evidence))
    _, trial = rounds.current(v, number)
    is_result = v.claims[number].kind == Kind.RESULT
    if is_result and trial.side == Side.AGAINST_WORKER:
        wait = v.rules_of(number).respond_blocks
        go(v, number, "challenge", ClaimState.CHALLENGED, wait)
    else:
        rounds.start(v, number, "challenge")


def open_accusation(v: Verification, claim: Claim, challenger: Address, evidence: Hash32) -> int:
    """Bring an accusation before a jury; the bond and the fee are the challenger's deposit."""
    number = _number(v, claim)
    rules = v.rules_of(number)
    go(
        v,
        number,
        "open_dispute",
        ClaimState.EVIDENCE,
        rules.evidence_blocks,
        outcome_bps=FULL,
        is_revealed=True,
        is_disputed=True,
    )
    rounds.take_case(v, number, challenger, Level.JURY, Side.AGAINST_WORKER)
    v.evidence_count[number, challenger] = 1
    v.evidence_of[number].append(Evidence(challenger, evidence, v.block.height))
    v.emit(EvidenceAdded(number, challenger, evidence))
    return number


def _number(v: Verification, claim: Claim) -> int:
    """Put a claim on record; returns its number."""
    v.count = number = v.count + 1
    v.claims[number] = replace(claim, rules=v.current_rules())
    v.progress[number] = Progress()
    level, value_wei = claim.terms.level, claim.value_wei
    v.emit(ClaimOpened(number, claim.asker, claim.worker, claim.subject, level, value_wei))
    return number
