"""Late precommits join the proof of the last height, and nothing else does."""

import asyncio
from pathlib import Path

import pytest

from chain.certificates import SignatureRefused, address_of, sign, verify_certificate
from chain.types.certificate import NO_ROUND, BlockId, Certificate, Vote, VoteKind
from chain.types.primitives import Hash32, Height, Milliseconds, Round
from consensus.host.config import EngineConfig
from consensus.host.last_commit import LastCommit
from consensus.host.network import Inbound, MemoryHub, Message, VoteBundle
from tests.consensus.stage import CHAIN_ID, FAST, KEYS, homes, play, together, validators

A = BlockId(Hash32(b"\xaa" * 32), Milliseconds(1))
B = BlockId(Hash32(b"\xbb" * 32), Milliseconds(2))
SET = validators(4)


def precommit(
    who: int,
    block: BlockId | None = A,
    round_: int = 2,
    height: int = 7,
    kind: VoteKind = VoteKind.PRECOMMIT,
) -> Vote:
    """A signed vote of one of the keys."""
    address = address_of(KEYS[who].public_key)
    vote = Vote(kind, Height(height), Round(round_), block, NO_ROUND, address)
    return sign(vote, CHAIN_ID, KEYS[who])


def decided() -> LastCommit:
    """Height 7, decided in round 2 by three of four."""
    signatures = tuple((v.validator, v.signature) for v in map(precommit, range(3)))
    certificate = Certificate(Height(7), Round(2), A, signatures)
    return LastCommit(certificate, SET, CHAIN_ID)


def test_a_late_precommit_joins() -> None:
    """The larger proof verifies; the same vote again changes nothing."""
    last = decided()
    assert last.add(precommit(3))
    assert not last.add(precommit(3))
    assert last.certificate is not None
    verify_certificate(last.certificate, SET, CHAIN_ID)
    assert 4 == len(last.certificate.signatures)


@pytest.mark.parametrize(
    "vote",
    [
        precommit(3, B),
        precommit(3, None),
        precommit(3, round_=1),
        precommit(3, height=6),
        precommit(3, kind=VoteKind.PREVOTE),
        precommit(5),
        precommit(2),
    ],
    ids=["block", "nil", "round", "height", "kind", "stranger", "known"],
)
def test_anything_else_is_left_out(vote: Vote) -> None:
    """Only members' precommits for the decided block in the decided round count."""
    last = decided()
    before = last.certificate
    assert not last.add(vote)
    assert before == last.certificate


def test_a_false_signature_is_refused() -> None:
    """Nobody earns uptime by a signature that is not theirs."""
    last, true = decided(), precommit(3)
    with pytest.raises(SignatureRefused):
        last.add(Vote(true.kind, true.height, true.round, A, NO_ROUND, true.validator, bytes(65)))


def test_without_a_decision_or_its_validators_nothing_is_added() -> None:
    """Right after a start the set of the last height is not known."""
    assert None is LastCommit(None, None, CHAIN_ID).certificate
    assert not LastCommit(None, SET, CHAIN_ID).add(precommit(0))
    assert not LastCommit(decided().certificate, None, CHAIN_ID).add(precommit(3))


def test_votes_that_come_after_the_decision_are_in_the_next_block(tmp_path: Path) -> None:
    """a3: a validator whose precommits are always late still gets its uptime."""
    hub, nodes = MemoryHub(), homes(tmp_path, 4)
    late = address_of(KEYS[3].public_key)
    lost: list[Vote] = []

    def passes(sender: str, receiver: str, message: Message) -> bool:
        precommits = isinstance(message, Vote) and message.kind is VoteKind.PRECOMMIT
        if sender == "3" and precommits and message.validator == late:  # type: ignore[union-attr]
            lost.append(message)  # type: ignore[arg-type]
            return len(lost) % 6 > 3  # the first time to each is lost, repeats come late
        return True

    hub.passes = passes
    config = EngineConfig(timeouts=FAST, block_interval_ms=200, resend_ms=50)
    play(together(nodes, 8, hub, config))
    stored = [late in dict(c.signatures) for c in nodes[0].chain.certificates]
    proposed = {
        height: certificate
        for node in nodes
        for height, certificate in node.chain.last_commits.items()
        if certificate is not None
    }
    grown = [
        height
        for height, certificate in sorted(proposed.items())
        if late in dict(certificate.signatures) and not stored[height - 2]
    ]
    assert grown, "no late vote came into a block"


def test_a_vote_a_whole_tenth_of_a_second_late_still_counts(tmp_path: Path) -> None:
    """It comes while the next height runs, before that height's block is built."""
    hub, nodes = MemoryHub(), homes(tmp_path, 4)
    late = address_of(KEYS[3].public_key)
    due: set[tuple[str, Vote]] = set()

    def passes(sender: str, receiver: str, message: Message) -> bool:
        if not isinstance(message, Vote) or message.kind is not VoteKind.PRECOMMIT:
            return not isinstance(message, VoteBundle)
        if message.validator != late or receiver == "3":
            return True
        if sender == "3" and (receiver, message) not in due:
            due.add((receiver, message))
            inbox = hub.inbox(receiver)
            loop = asyncio.get_running_loop()
            loop.call_later(0.1, inbox.put_nowait, Inbound(message, sender))
        return False

    hub.passes = passes
    config = EngineConfig(timeouts=FAST, block_interval_ms=200, resend_ms=1_000)
    play(together(nodes, 6, hub, config))
    commits = [c for node in nodes[:3] for h, c in node.chain.last_commits.items() if c and h > 1]
    assert commits
    assert all(late in dict(certificate.signatures) for certificate in commits)
