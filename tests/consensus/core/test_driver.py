"""One height of consensus: messages in any order, bounds, and the classic bugs of others."""

from collections.abc import Iterable

import pytest

from chain.types.certificate import (
    NO_ROUND,
    BlockId,
    Certificate,
    ProposalMessage,
    Vote,
    VoteKind,
)
from chain.types.evidence import DuplicateProposal, DuplicateVote
from chain.types.primitives import Address, Hash32, Height, Milliseconds, Round
from chain.types.validators import Validator, ValidatorSet
from consensus.core.driver import Driver
from consensus.core.effects import (
    Broadcast,
    Decide,
    Effect,
    GetValue,
    Halt,
    ReportEvidence,
    ScheduleTimeout,
)
from consensus.core.errors import (
    CertificateWithoutQuorum,
    ImpossibleRound,
    RoundTooFar,
    UnknownValidator,
    WrongHeight,
    WrongProposer,
)
from consensus.core.inputs import (
    CertificateReceived,
    Input,
    ProposalReceived,
    ProposedValue,
    StartHeight,
    Timeout,
    TimeoutElapsed,
    TimeoutKind,
    ValueBuilt,
    VoteReceived,
)
from consensus.core.repeats import needed_votes
from consensus.core.round import RoundValue, Step

H = Height(1)
P0, P1, P2, P3 = (Address(bytes([n]) * 20) for n in (1, 2, 3, 4))  # proposers of rounds 0 to 3
STRANGER = Address(b"\x99" * 20)
SET = ValidatorSet(tuple(Validator(a, 1) for a in (P0, P1, P2, P3)))
A = BlockId(Hash32(b"\xaa" * 32), Milliseconds(1_000))
B = BlockId(Hash32(b"\xbb" * 32), Milliseconds(2_000))


def vote(
    kind: VoteKind, who: Address, round_: int, block: BlockId | None, valid_round: int = -1
) -> VoteReceived:
    """One vote of the height as an input."""
    return VoteReceived(Vote(kind, H, Round(round_), block, Round(valid_round), who, b"s" + who))


def prevotes(
    who: Iterable[Address], round_: int, block: BlockId | None, valid_round: int = -1
) -> list[Input]:
    """Prevotes of several validators."""
    return [vote(VoteKind.PREVOTE, w, round_, block, valid_round) for w in who]


def precommits(who: Iterable[Address], round_: int, block: BlockId | None) -> list[Input]:
    """Precommits of several validators."""
    return [vote(VoteKind.PRECOMMIT, w, round_, block) for w in who]


def proposal(
    round_: int, block: BlockId, valid_round: int = -1, *, timely: bool = True
) -> ProposalReceived:
    """Proposal of the round's proposer."""
    proposer = (P0, P1, P2, P3)[round_ % 4]
    message = ProposalMessage(H, Round(round_), block, Round(valid_round), proposer, b"p")
    return ProposalReceived(message, timely)


def over(kind: TimeoutKind, round_: int) -> TimeoutElapsed:
    """One timeout of the height as an input."""
    return TimeoutElapsed(Timeout(kind, H, Round(round_)))


def driver(who: Address = P3) -> Driver:
    """Driver of the height, before its start."""
    return Driver(H, SET, who)


def feed(node: Driver, *happened: Input | list[Input]) -> list[Effect]:
    """Feed inputs in order and gather what they cause."""
    effects: list[Effect] = []
    for item in happened:
        for one in item if isinstance(item, list) else [item]:
            effects += node.apply(one)
    return effects


def said(effects: list[Effect]) -> list[tuple[str, int, BlockId | None]]:
    """Words that effects broadcast: kind, round, block."""
    words: list[tuple[str, int, BlockId | None]] = []
    for effect in effects:
        if isinstance(effect, Broadcast):
            message = effect.message
            name = message.kind.name if isinstance(message, Vote) else "PROPOSAL"
            words.append((name, message.round, message.block_id))
    return words


def waits(effects: list[Effect]) -> list[tuple[str, int]]:
    """Timeouts that effects schedule: kind, round."""
    return [
        (e.timeout.kind.name, e.timeout.round) for e in effects if isinstance(e, ScheduleTimeout)
    ]


def locked_in_round_0(who: Address = P3) -> Driver:
    """Driver that has locked A in round 0 and stands in round 1 without its decision."""
    node = driver(who)
    feed(node, StartHeight(H), proposal(0, A), ProposedValue(A, True))
    feed(node, prevotes([P0, P1, P2], 0, A))
    feed(node, precommits([P0, P1, P2], 0, None), over(TimeoutKind.PRECOMMIT, 0))
    assert node.state.locked == RoundValue(A, Round(0))
    assert (node.state.round, node.state.step) == (1, Step.PROPOSE)
    return node


def test_one_height_runs_from_proposal_to_decision() -> None:
    """A good round gives a prevote, a precommit and a decision with its certificate."""
    node = driver()
    effects = feed(node, StartHeight(H), proposal(0, A), ProposedValue(A, True))
    assert said(effects) == [("PREVOTE", 0, A)]
    effects = feed(node, prevotes([P0, P1, P3], 0, A))
    assert said(effects) == [("PRECOMMIT", 0, A)]
    effects = feed(node, precommits([P3, P1, P0], 0, A))
    signatures = ((P0, b"s" + P0), (P1, b"s" + P1), (P3, b"s" + P3))
    assert Decide(Certificate(H, Round(0), A, signatures)) == effects[-1]
    assert RoundValue(A, Round(0)) == node.state.decision


def test_proposer_builds_then_proposes() -> None:
    """The proposer asks for a block and proposes it when it is built."""
    node = driver(P0)
    assert GetValue(H, Round(0)) in feed(node, StartHeight(H))
    effects = feed(node, ProposedValue(A, True), ValueBuilt(H, Round(0), A))
    assert said(effects) == [("PROPOSAL", 0, A)]


def test_single_validator_decides_alone() -> None:
    """One validator with all the power decides on its own messages."""
    node = Driver(H, ValidatorSet((Validator(P0, 5),)), P0)
    feed(node, StartHeight(H), ProposedValue(A, True), ValueBuilt(H, Round(0), A))
    effects = feed(node, proposal(0, A), prevotes([P0], 0, A), precommits([P0], 0, A))
    assert isinstance(effects[-1], Decide)


def test_observer_follows_in_silence() -> None:
    """A node outside the set decides with the others and never speaks."""
    node = driver(STRANGER)
    effects = feed(node, StartHeight(H), proposal(0, A), ProposedValue(A, True))
    effects += feed(node, prevotes([P0, P1, P2], 0, A), precommits([P0, P1, P2], 0, A))
    assert said(effects) == []
    assert isinstance(effects[-1], Decide)


def test_messages_before_the_start_are_kept() -> None:
    """What arrives before the block interval is over counts once it is."""
    node = driver()
    early = feed(node, proposal(0, A), ProposedValue(A, True), prevotes([P0, P1], 0, A))
    assert early == []
    assert said(feed(node, StartHeight(H))) == [("PREVOTE", 0, A)]


def test_started_height_is_not_started_again() -> None:
    """A second start does nothing."""
    node = locked_in_round_0()
    before = node.state
    assert feed(node, StartHeight(H)) == []
    assert before == node.state


# Late halves: lines 28, 36 and 49 wait for two things, in any order.


def test_late_prevotes_of_the_valid_round_release_the_vote() -> None:
    """L28 holds when the earlier round's prevotes arrive after the proposal (autonity#615)."""
    node = driver()
    feed(node, StartHeight(H), over(TimeoutKind.PROPOSE, 0))
    feed(node, precommits([P0, P1, P2], 0, None), over(TimeoutKind.PRECOMMIT, 0))
    assert said(feed(node, proposal(1, A, 0), ProposedValue(A, True))) == []
    assert said(feed(node, prevotes([P0, P1], 0, A))) == []
    effects = feed(node, prevotes([P2], 0, A))
    assert said(effects) == [("PREVOTE", 1, A)]
    assert [
        e.message.valid_round
        for e in effects
        if isinstance(e, Broadcast) and isinstance(e.message, Vote)
    ] == [0]


def test_late_block_after_the_polka_still_locks() -> None:
    """L36 holds when the block's verdict comes after the quorum of prevotes."""
    node = driver()
    feed(node, StartHeight(H), over(TimeoutKind.PROPOSE, 0), prevotes([P0, P1, P2], 0, A))
    assert node.state.step == Step.PREVOTE
    effects = feed(node, proposal(0, A), ProposedValue(A, True))
    assert said(effects) == [("PRECOMMIT", 0, A)]
    assert RoundValue(A, Round(0)) == node.state.locked


def test_late_block_after_the_commit_quorum_decides() -> None:
    """L49 holds when the block comes last, even rounds later."""
    node = driver()
    feed(node, StartHeight(H), precommits([P0, P1, P2], 0, A))
    feed(node, over(TimeoutKind.PRECOMMIT, 0))
    assert node.state.round == 1
    effects = feed(node, ProposedValue(A, True))
    assert isinstance(effects[-1], Decide)
    assert RoundValue(A, Round(0)) == node.state.decision


def test_late_precommits_of_an_older_round_decide() -> None:
    """L49 counts precommits of any round."""
    node = locked_in_round_0()
    feed(node, precommits([P3], 0, A))
    effects = feed(node, prevotes([P0], 1, None))
    assert [e for e in effects if isinstance(e, Decide)] == []
    other = driver()
    feed(other, StartHeight(H), proposal(0, A), ProposedValue(A, True))
    feed(other, precommits([P0], 0, A), prevotes([P1, P2], 1, None))
    assert other.state.round == 1
    effects = feed(other, precommits([P1, P2], 0, A))
    assert isinstance(effects[-1], Decide)


def test_a_certificate_decides_without_votes() -> None:
    """A verified certificate and a valid block decide at once, even before the start."""
    node = driver()
    certificate = Certificate(H, Round(4), A, tuple((w, b"s") for w in (P0, P1, P2)))
    assert feed(node, CertificateReceived(certificate)) == []
    assert [Decide(certificate)] == feed(node, ProposedValue(A, True))


def test_a_certificate_without_quorum_is_refused() -> None:
    """Half the power proves nothing."""
    certificate = Certificate(H, Round(0), A, tuple((w, b"s") for w in (P0, P1)))
    with pytest.raises(CertificateWithoutQuorum):
        driver().apply(CertificateReceived(certificate))


def test_a_decision_for_a_block_that_is_invalid_here_halts() -> None:
    """When two thirds decide what this node refuses, it stops instead of guessing."""
    node = driver()
    effects = feed(node, StartHeight(H), proposal(0, A), ProposedValue(A, False))
    assert said(effects) == [("PREVOTE", 0, None)]
    effects = feed(node, precommits([P0, P1, P2], 0, A))
    assert [Halt(H, Round(0), A)] == [e for e in effects if isinstance(e, Halt)]
    assert feed(node, over(TimeoutKind.PRECOMMIT, 0)) == []


# Classic bugs.


def test_nil_polka_does_not_unlock() -> None:
    """tendermint#6849: a polka for nil cleared the lock; the lock must outlive it."""
    node = locked_in_round_0()
    feed(node, over(TimeoutKind.PROPOSE, 1), prevotes([P0, P1, P2], 1, None))
    feed(node, precommits([P0, P1, P2], 1, None), over(TimeoutKind.PRECOMMIT, 1))
    effects = feed(node, proposal(2, B), ProposedValue(B, True))
    assert RoundValue(A, Round(0)) == node.state.locked
    assert said(effects) == [("PREVOTE", 2, None)]


def test_nil_precommits_do_not_leave_the_round() -> None:
    """tendermint#1690: two thirds of nil precommits only start the wait."""
    node = driver()
    effects = feed(node, StartHeight(H), precommits([P0, P1, P2], 0, None))
    assert ("PRECOMMIT", 0) in waits(effects)
    assert node.state.round == 0


def test_waiting_for_precommits_does_not_block_precommitting() -> None:
    """tendermint#3003: the wait was a step, so a nil polka after it found the wrong step."""
    node = driver()
    feed(node, StartHeight(H), over(TimeoutKind.PROPOSE, 0))
    effects = feed(node, precommits([P0, P1, P2], 0, None))
    assert waits(effects) == [("PRECOMMIT", 0)]
    effects = feed(node, prevotes([P0, P1, P2], 0, None))
    assert said(effects) == [("PRECOMMIT", 0, None)]


def test_valid_value_frees_a_locked_minority() -> None:
    """tendermint#3815: without validValue a locked minority and the rest never meet again."""
    proposer = driver(P1)
    feed(proposer, StartHeight(H), proposal(0, A), ProposedValue(A, True))
    feed(proposer, prevotes([P1], 0, A), prevotes([P2], 0, None))
    feed(proposer, prevotes([P0], 0, None), over(TimeoutKind.PREVOTE, 0))
    feed(proposer, prevotes([P3], 0, A))
    assert proposer.state.step == Step.PRECOMMIT
    feed(proposer, prevotes([P2], 0, A))  # the equivocator completes the polka, too late to lock
    assert (None, RoundValue(A, Round(0))) == (proposer.state.locked, proposer.state.valid)
    feed(proposer, precommits([P0, P1, P2], 0, None))
    effects = feed(proposer, over(TimeoutKind.PRECOMMIT, 0))
    assert said(effects) == [("PROPOSAL", 1, A)]
    minority = locked_in_round_0()
    assert said(feed(minority, proposal(1, A, 0))) == [("PREVOTE", 1, A)]


def test_resending_reveals_a_hidden_lock() -> None:
    """malachite#956: one node alone saw the polka; what it resends lets the others follow."""
    hidden = locked_in_round_0(P1)
    other = driver(P2)
    feed(other, StartHeight(H), over(TimeoutKind.PROPOSE, 0), prevotes([P0], 0, None))
    feed(other, precommits([P0, P2, P3], 0, None), over(TimeoutKind.PRECOMMIT, 0))
    assert said(feed(other, proposal(1, A, 0), ProposedValue(A, True))) == []
    effects: list[Effect] = []
    for vote_ in needed_votes(hidden):
        effects += feed(other, VoteReceived(vote_))
    assert said(effects) == [("PREVOTE", 1, A)]


def test_proposal_with_missing_polka_keeps_the_timeout() -> None:
    """malachite#850: a re-proposal without its polka cancelled the wait and hung the chain."""
    node = locked_in_round_0()
    assert feed(node, proposal(1, B, 0), ProposedValue(B, True)) == []
    assert node.state.step == Step.PROPOSE
    assert said(feed(node, over(TimeoutKind.PROPOSE, 1))) == [("PREVOTE", 1, None)]


def test_polka_must_be_for_the_proposed_value() -> None:
    """malachite#629: a polka for another block, or another valid round, locks nothing."""
    node = driver()
    feed(node, StartHeight(H), proposal(0, A), ProposedValue(A, True))
    feed(node, prevotes([P0, P1, P2], 0, B))
    assert None is node.state.locked
    again = locked_in_round_0()
    feed(again, proposal(1, A, 0), prevotes([P0, P1, P2], 1, A, -1))
    assert RoundValue(A, Round(0)) == again.state.locked


def test_round_skip_moves_the_round_and_voids_old_timeouts() -> None:
    """malachite#629: after a skip the round number is the new one and old waits are void."""
    node = driver()
    effects = feed(node, StartHeight(H), prevotes([P0, P1], 5, None))
    assert waits(effects) == [("PROPOSE", 0), ("PROPOSE", 5)]
    assert node.state.round == 5
    assert feed(node, over(TimeoutKind.PROPOSE, 0), over(TimeoutKind.PRECOMMIT, 0)) == []
    assert (node.state.round, node.state.step) == (5, Step.PROPOSE)


def test_one_third_of_the_power_does_not_skip_rounds() -> None:
    """L55 wants more than a third: one validator of four cannot pull the others."""
    node = driver()
    feed(node, StartHeight(H), prevotes([P0], 5, None), precommits([P0], 5, None))
    assert node.state.round == 0


def test_timeouts_after_the_decision_do_nothing() -> None:
    """go-ibft#94: a round timeout fired while the decided block was being committed."""
    node = driver()
    feed(node, StartHeight(H), proposal(0, A), ProposedValue(A, True))
    feed(node, precommits([P0, P1, P2], 0, A))
    for kind in TimeoutKind:
        assert feed(node, over(kind, 0)) == []
    assert (node.state.round, node.state.step) == (0, Step.DECIDED)


def test_vote_of_a_stranger_is_refused() -> None:
    """ASA-2024-011: a vote by no member crashed the node; here it is refused, nothing moves."""
    node = driver()
    feed(node, StartHeight(H))
    before = node.state
    with pytest.raises(UnknownValidator):
        node.apply(vote(VoteKind.PREVOTE, STRANGER, 0, A))
    assert before == node.state


def test_any_quorum_does_not_hide_the_polka() -> None:
    """malachite ADR-007: one vote that completes two conditions runs both rules."""
    node = driver()
    feed(node, StartHeight(H), over(TimeoutKind.PROPOSE, 0))
    feed(node, precommits([P0, P1], 0, None), prevotes([P0, P1], 0, None))
    feed(node, precommits([P2], 0, None))
    effects = feed(node, prevotes([P2], 0, None))
    assert said(effects) == [("PRECOMMIT", 0, None)]


def test_replayed_log_gives_the_same_state_and_effects() -> None:
    """tendermint#8739, babylon-node#243: a replayed log ends where it was and votes on."""
    log: list[Input] = [StartHeight(H), over(TimeoutKind.PROPOSE, 0)]
    log += prevotes([P3, P0, P1], 0, None) + precommits([P3, P0, P1], 0, None)
    log += [over(TimeoutKind.PRECOMMIT, 0), proposal(1, A), ProposedValue(A, True)]
    live, resumed = driver(), driver()
    assert feed(live, log) == feed(resumed, log)
    assert live.state == resumed.state
    assert (resumed.state.round, resumed.state.step) == (1, Step.PREVOTE)
    mine = Vote(VoteKind.PREVOTE, H, Round(0), None, NO_ROUND, P3)
    assert resumed.has_spoken(mine)
    assert said(feed(resumed, prevotes([P0, P1, P2], 1, A))) == [("PRECOMMIT", 1, A)]


def test_reproposed_block_keeps_its_name() -> None:
    """besu#6613: the round was inside the hash; here one verdict serves every round."""
    node = locked_in_round_0()
    effects = feed(node, proposal(1, A, 0))
    assert said(effects) == [("PREVOTE", 1, A)]


def test_untimely_block_with_a_polka_is_locked() -> None:
    """Timeliness counts on line 22 only: two thirds found the block in time."""
    node = driver()
    effects = feed(node, StartHeight(H), proposal(0, A, timely=False), ProposedValue(A, True))
    assert said(effects) == [("PREVOTE", 0, None)]
    assert said(feed(node, prevotes([P0, P1, P2], 0, A))) == [("PRECOMMIT", 0, A)]


# Evidence and bounds.


def test_two_votes_of_one_step_are_evidence_once() -> None:
    """A contradiction is reported once, and both votes count for their own block."""
    node = driver()
    feed(node, StartHeight(H))
    effects = feed(node, prevotes([P0], 0, A), prevotes([P0], 0, B))
    first, second = (v.vote for v in (prevotes([P0], 0, A) + prevotes([P0], 0, B)))  # type: ignore[union-attr]
    assert [ReportEvidence(DuplicateVote(first, second))] == effects
    assert feed(node, prevotes([P0], 0, B)) == []
    feed(node, prevotes([P1, P2], 0, B), proposal(0, B), ProposedValue(B, True))
    assert RoundValue(B, Round(0)) == node.state.locked


def test_two_proposals_of_one_round_are_evidence_and_both_kept() -> None:
    """malachite#1018: the second proposal is kept, because others may have followed it."""
    node = driver()
    effects = feed(node, StartHeight(H), proposal(0, A), proposal(0, B))
    pair = DuplicateProposal(proposal(0, A).message, proposal(0, B).message)
    assert ReportEvidence(pair) == effects[-1]
    feed(node, ProposedValue(B, True), prevotes([P0, P1, P2], 0, B))
    assert RoundValue(B, Round(0)) == node.state.locked


@pytest.mark.parametrize(
    ("happened", "refusal"),
    [
        (StartHeight(Height(2)), WrongHeight),
        (ProposalReceived(ProposalMessage(H, Round(0), A, NO_ROUND, P1), True), WrongProposer),
        (ProposalReceived(ProposalMessage(H, Round(0), A, Round(0), P0), True), ImpossibleRound),
        (ProposalReceived(ProposalMessage(H, Round(2**62), A, NO_ROUND, P0), True), RoundTooFar),
        (
            ProposalReceived(ProposalMessage(Height(2), Round(0), A, NO_ROUND, P0), True),
            WrongHeight,
        ),
        (vote(VoteKind.PRECOMMIT, P0, 1, A, 0), ImpossibleRound),
        (vote(VoteKind.PREVOTE, P0, 1, None, 0), ImpossibleRound),
        (vote(VoteKind.PREVOTE, P0, 1, A, 1), ImpossibleRound),
        (vote(VoteKind.PREVOTE, P0, -1, A), ImpossibleRound),
    ],
)
def test_impossible_messages_are_refused(happened: Input, refusal: type[Exception]) -> None:
    """What no correct validator sends is refused by name, and nothing changes."""
    node = driver()
    feed(node, StartHeight(H))
    before = node.state
    with pytest.raises(refusal):
        node.apply(happened)
    assert before == node.state


def test_a_certificate_convicts_who_said_something_else_here() -> None:
    """A partition hid the liar's other precommit; the certificate of the others brings it."""
    node = driver()
    feed(node, StartHeight(H), precommits([P0], 4, B))
    certificate = Certificate(H, Round(4), A, tuple((w, b"s" + w) for w in (P0, P1, P2)))
    effects = feed(node, CertificateReceived(certificate), ProposedValue(A, True))
    pair = DuplicateVote(*(v.vote for v in (*precommits([P0], 4, B), *precommits([P0], 4, A))))  # type: ignore[union-attr]
    assert [ReportEvidence(pair), Decide(certificate)] == [
        e for e in effects if isinstance(e, ReportEvidence | Decide)
    ]
