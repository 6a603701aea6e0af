"""Each property speaks up where it is broken, and only there."""

from dataclasses import replace

import coincurve
import pytest

from chain.certificates import address_of, sign
from chain.types.certificate import (
    NO_ROUND,
    BlockId,
    Certificate,
    ProposalMessage,
    Vote,
    VoteKind,
)
from chain.types.primitives import Hash32, Height, Milliseconds, Round
from chain.types.validators import Validator, ValidatorSet
from consensus.core.round import RoundState, RoundValue
from consensus.host.config import TimeoutConfig
from consensus.host.signer import SignState, SignStep
from tests.sim.chain import CHAIN_ID
from tests.sim.checkers import Checkers

KEYS = [coincurve.PrivateKey(bytes([n]) * 32) for n in (1, 2, 3, 4)]
WHO = [address_of(key.public_key) for key in KEYS]
SET = ValidatorSet(tuple(Validator(address, 10) for address in WHO))
A = BlockId(Hash32(b"\xaa" * 32), Milliseconds(1))
B = BlockId(Hash32(b"\xbb" * 32), Milliseconds(2))
H = Height(1)


class Stage:
    """Checkers, a clock, and shorthands for what nodes sign."""

    def __init__(self) -> None:
        self.now_ms = 0
        self.checkers = Checkers(lambda height: SET, TimeoutConfig(), lambda: self.now_ms)

    def vote(
        self,
        who: int,
        kind: VoteKind,
        round_: int,
        block: BlockId | None,
        valid_round: int = -1,
        state: RoundState | None = None,
    ) -> None:
        """Node `who` signs a vote."""
        message = Vote(kind, H, Round(round_), block, Round(valid_round), WHO[who])
        self.checkers.signed(message, WHO[who], state)

    def polka(self, round_: int, block: BlockId, voters: tuple[int, ...] = (1, 2, 3)) -> None:
        """Two thirds prevote a block, by liars' word, which no other check looks at."""
        for who in voters:
            message = Vote(VoteKind.PREVOTE, H, Round(round_), block, NO_ROUND, WHO[who])
            self.checkers.lied(message, WHO[who])

    def propose(self, who: int, round_: int, block: BlockId, valid_round: int = -1) -> None:
        """Node `who` signs a proposal."""
        message = ProposalMessage(H, Round(round_), block, Round(valid_round), WHO[who])
        self.checkers.signed(message, WHO[who], None)

    def commit(self, name: str, block: BlockId, root: bytes = b"root", supply: int = 5) -> None:
        """Node commits a block with a good certificate."""
        votes = [
            sign(Vote(VoteKind.PRECOMMIT, H, Round(0), block, NO_ROUND, who), CHAIN_ID, key)
            for who, key in zip(WHO[:3], KEYS[:3], strict=True)
        ]
        pairs = tuple((vote.validator, vote.signature) for vote in votes)
        self.checkers.committed(name, Certificate(H, Round(0), block, pairs), root, (supply, 5))

    def broken(self) -> list[str]:
        """Names of the properties that spoke."""
        return [violation.property for violation in self.checkers.violations]


@pytest.fixture
def stage() -> Stage:
    """Stage with a proposal of block A by the proposer of round 0."""
    stage = Stage()
    stage.propose(WHO.index(SET.proposer.address), 0, A)
    return stage


def test_a_good_height_breaks_nothing(stage: Stage) -> None:
    """Prevotes, precommits and equal commits are what they should be."""
    for kind in VoteKind:
        for who in range(4):
            stage.vote(who, kind, 0, A)
    for name in ("n0", "n1"):
        stage.commit(name, A)
    assert [] == stage.broken()


def test_agreement_and_validity(stage: Stage) -> None:
    """Two blocks at one height disagree; a block that nobody proposed is not valid."""
    stage.commit("n0", A)
    stage.commit("n1", B)
    assert ["agreement", "validity"] == stage.broken()


def test_state_root_and_supply(stage: Stage) -> None:
    """Equal blocks must make equal states, and no unit may come from nowhere."""
    stage.commit("n0", A)
    stage.commit("n1", A, root=b"other")
    stage.commit("n2", A, supply=6)
    assert ["state root", "supply"] == stage.broken()


def test_certificates_need_a_quorum(stage: Stage) -> None:
    """A decision with two signatures of four proves nothing."""
    stage.commit("n0", A)
    vote = sign(Vote(VoteKind.PRECOMMIT, H, Round(0), A, NO_ROUND, WHO[0]), CHAIN_ID, KEYS[0])
    weak = Certificate(H, Round(0), A, ((WHO[0], vote.signature),))
    stage.checkers.committed("n1", weak, b"root", (5, 5))
    assert ["certificate"] == stage.broken()


def test_one_place_one_voice(stage: Stage) -> None:
    """A second vote in one step is noticed; the same again is not."""
    stage.vote(0, VoteKind.PREVOTE, 0, A)
    stage.vote(0, VoteKind.PREVOTE, 0, A)
    assert [] == stage.broken()
    stage.vote(0, VoteKind.PREVOTE, 0, None)
    assert ["single voice"] == stage.broken()


def test_a_lock_yields_only_to_a_later_polka(stage: Stage) -> None:
    """A precommit needs a polka; after it another block needs a polka that came later."""
    stage.vote(0, VoteKind.PRECOMMIT, 0, A)
    assert ["lock rule"] == stage.broken(), "no polka"
    stage.polka(0, A)
    stage.polka(1, B)
    stage.polka(2, B)  # also a witness of round 2, so that nobody is impatient
    stage.vote(0, VoteKind.PREVOTE, 2, B, valid_round=1)
    assert ["lock rule"] == stage.broken(), "freed by round 1"
    stage.polka(4, A)
    stage.vote(0, VoteKind.PREVOTE, 3, B)
    stage.vote(0, VoteKind.PREVOTE, 4, B, valid_round=3)
    assert ["lock rule"] * 3 == stage.broken(), "a fresh proposal, and a polka that never was"


def test_a_proposer_with_a_lock_proposes_it(stage: Stage) -> None:
    """validRound >= lockedRound: neither something new nor a polka that is none."""
    stage.polka(0, A)
    stage.vote(0, VoteKind.PRECOMMIT, 0, A)
    stage.polka(1, B)  # also a witness of round 1, so that nobody is impatient
    stage.propose(0, 1, A, valid_round=0)
    assert [] == stage.broken()
    stage.propose(0, 2, B)
    stage.propose(1, 2, B, valid_round=0)
    assert {"valid round"} == set(stage.broken()) - {"patience"}


def test_a_state_with_a_lock_above_its_valid_value(stage: Stage) -> None:
    """The engine's own variables are looked at, too."""
    state = RoundState(H, WHO[0], locked=RoundValue(A, Round(2)), valid=RoundValue(A, Round(1)))
    stage.vote(0, VoteKind.PREVOTE, 0, A, state=state)
    assert ["valid round"] == stage.broken()


def test_rounds_are_left_by_waiting_or_behind_a_third(stage: Stage) -> None:
    """Neither before the quorum of precommits nor before its wait, unless others went ahead."""
    for who in (0, 1, 2):
        stage.vote(who, VoteKind.PRECOMMIT, 0, None)
    stage.now_ms = TimeoutConfig().precommit_ms - 1
    stage.vote(0, VoteKind.PREVOTE, 1, None)
    assert ["patience"] == stage.broken()
    stage.now_ms += 1
    stage.vote(1, VoteKind.PREVOTE, 1, None)
    stage.vote(2, VoteKind.PREVOTE, 1, None)
    assert ["patience"] == stage.broken()


def test_signers_remember_and_logs_do_too(stage: Stage) -> None:
    """A sign state older than the last signature, and a refused request, are lost memory."""
    stage.vote(0, VoteKind.PREVOTE, 0, A)
    known = SignState(H, Round(0), {SignStep.PREVOTE: (Hash32(bytes(32)), bytes(65))})
    stage.checkers.woke(WHO[0], known)
    assert [] == stage.broken()
    stage.checkers.woke(WHO[0], replace(known, signed={}))
    stage.checkers.refused(WHO[0], "conflict")
    assert ["memory", "memory"] == stage.broken()
