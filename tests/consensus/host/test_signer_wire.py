"""What a signer is asked and answers keeps its meaning on the wire, and nonsense is refused."""

import contextlib
from collections.abc import Callable

import pytest
from google.protobuf.message import DecodeError
from hypothesis import given
from hypothesis import strategies as st

from chain.certificates import HEIGHT_MAX
from chain.errors import Malformed
from chain.types.certificate import NO_ROUND, BlockId, ProposalMessage, Vote, VoteKind
from chain.types.primitives import Address, Hash32, Height, Milliseconds, Round
from consensus.core.round import RoundValue
from consensus.host.signer import SignState, SignStep
from consensus.host.signer_wire import (
    WrongChain,
    proposal_request,
    read_address,
    read_proposal,
    read_signature,
    read_state,
    read_vote,
    show_state,
    vote_request,
)
from consensus.host.wire import signer_pb2 as wire

WHO = Address(b"\x01" * 20)
A = BlockId(Hash32(b"\xaa" * 32), Milliseconds(5))
blocks = st.builds(
    lambda h, t: BlockId(Hash32(h), Milliseconds(t)),
    st.binary(min_size=32, max_size=32),
    st.integers(0, HEIGHT_MAX),
)
places = st.tuples(st.integers(0, HEIGHT_MAX), st.integers(0, 2**40))


@st.composite
def votes(draw: st.DrawFn) -> Vote:
    """Any vote that a validator may sign."""
    height, round_ = draw(places)
    kind, block = draw(st.sampled_from(VoteKind)), draw(st.none() | blocks)
    plain = kind is VoteKind.PRECOMMIT or block is None
    valid = -1 if plain else draw(st.integers(-1, round_ - 1))
    return Vote(kind, Height(height), Round(round_), block, Round(valid), WHO)


@given(votes())
def test_votes_come_back(vote: Vote) -> None:
    """A vote survives the way to the signer."""
    assert vote == read_vote(vote_request(vote, 7), WHO, 7)


@given(places, blocks, st.integers(-1, 2**40))
def test_proposals_come_back(place: tuple[int, int], block: BlockId, valid: int) -> None:
    """A proposal survives the way to the signer."""
    valid_round = Round(min(valid, place[1] - 1))
    message = ProposalMessage(Height(place[0]), Round(place[1]), block, valid_round, WHO)
    assert message == read_proposal(proposal_request(message, 7), WHO, 7)


@given(
    st.integers(-1, HEIGHT_MAX),
    st.integers(-1, 2**40),
    st.dictionaries(
        st.sampled_from(SignStep),
        st.tuples(st.binary(min_size=32, max_size=32), st.binary(min_size=65, max_size=65)),
    ),
    st.none() | st.builds(RoundValue, blocks, st.integers(0, 100).map(Round)),
)
def test_states_come_back(
    height: int, round_: int, signed: dict[SignStep, tuple[bytes, bytes]], locked: RoundValue | None
) -> None:
    """The node sees the state that the signer has."""
    typed = {step: (Hash32(digest), signature) for step, (digest, signature) in signed.items()}
    state = SignState(Height(height), Round(round_), typed, locked)
    assert state == read_state(show_state(state))


@given(st.binary(max_size=200))
def test_any_bytes_are_a_request_or_refused(data: bytes) -> None:
    """Nothing that arrives crashes the signer."""
    for request, read in (
        (wire.SignVoteRequest, read_vote),
        (wire.SignProposalRequest, read_proposal),
    ):
        with contextlib.suppress(Malformed, DecodeError):
            read(request.FromString(data), WHO, 0)  # type: ignore[operator,arg-type]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda r: setattr(r, "kind", 3),
        lambda r: setattr(r, "height", 2**63),
        lambda r: setattr(r, "round", 2**63),
        lambda r: setattr(r.block, "hash", b"short"),
        lambda r: setattr(r.block, "time_ms", 2**63),
        lambda r: setattr(r, "valid_round", 5),
        lambda r: r.ClearField("block"),
        lambda r: setattr(r, "kind", 2),
    ],
)
def test_impossible_votes_are_refused(spoil: Callable[[wire.SignVoteRequest], None]) -> None:
    """What no correct node asks for is not signed."""
    vote = Vote(VoteKind.PREVOTE, Height(1), Round(5), A, Round(3), WHO)
    request = vote_request(vote, 7)
    spoil(request)
    with pytest.raises(Malformed):
        read_vote(request, WHO, 7)


def test_another_chain_is_refused() -> None:
    """A key signs for its own chain only."""
    message = ProposalMessage(Height(1), Round(0), A, NO_ROUND, WHO)
    with pytest.raises(WrongChain):
        read_proposal(proposal_request(message, 8), WHO, 7)
    with pytest.raises(Malformed):
        read_proposal(wire.SignProposalRequest(chain_id=7, round=1, valid_round=1), WHO, 7)


def test_impossible_answers_are_refused() -> None:
    """A node takes no nonsense from its signer."""
    double = wire.Signed(step=1, digest=bytes(32), signature=bytes(65))
    for state in (
        wire.State(height=-2),
        wire.State(signed=[double, double]),
        wire.State(signed=[wire.Signed(step=4, digest=bytes(32), signature=bytes(65))]),
        wire.State(signed=[double] * 4),
        wire.State(signed=[wire.Signed(step=1, digest=b"", signature=bytes(65))]),
        wire.State(precommitted=wire.Precommitted()),
    ):
        with pytest.raises(Malformed):
            read_state(state)
    for read in (read_address, read_signature):
        with pytest.raises(Malformed):
            read(b"short")
