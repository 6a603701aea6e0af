"""
Requests to a signer and its answers, between protobuf and the types of the house; strict.

    Vote <-> SignVoteRequest      ProposalMessage <-> SignProposalRequest      SignState <-> State
"""

from chain.certificates import HEIGHT_MAX, SIGNATURE_BYTES
from chain.errors import Malformed
from chain.types.certificate import NO_ROUND, BlockId, ProposalMessage, Vote, VoteKind
from chain.types.primitives import Address, Hash32, Height, Milliseconds, Round
from consensus.core.round import RoundValue
from consensus.host.signer import SignState, SignStep
from consensus.host.wire import signer_pb2 as wire


class WrongChain(Malformed):
    """A request for a chain that this signer does not sign for."""


def vote_request(vote: Vote, chain_id: int) -> wire.SignVoteRequest:
    """Ask for the signature of a vote."""
    return wire.SignVoteRequest(
        chain_id=chain_id,
        kind=int(vote.kind),
        height=vote.height,
        round=vote.round,
        block=None if vote.block_id is None else _show_block(vote.block_id),
        valid_round=None if vote.valid_round == NO_ROUND else vote.valid_round,
    )


def proposal_request(proposal: ProposalMessage, chain_id: int) -> wire.SignProposalRequest:
    """Ask for the signature of a proposal."""
    return wire.SignProposalRequest(
        chain_id=chain_id,
        height=proposal.height,
        round=proposal.round,
        block=_show_block(proposal.block_id),
        valid_round=None if proposal.valid_round == NO_ROUND else proposal.valid_round,
    )


def read_vote(request: wire.SignVoteRequest, validator: Address, chain_id: int) -> Vote:
    """Return the vote that a request is about. Raises Malformed, WrongChain."""
    _expect_chain(request.chain_id, chain_id)
    if request.kind not in (VoteKind.PREVOTE, VoteKind.PRECOMMIT):
        raise Malformed(f"expected kind 1 or 2 of a vote, found {request.kind}")
    kind, round_ = VoteKind(request.kind), Round(_number(request.round, "round"))
    block = _read_block(request.block) if request.HasField("block") else None
    valid_round = NO_ROUND
    if request.HasField("valid_round"):
        valid_round = _earlier(request.valid_round, round_)
        if kind is VoteKind.PRECOMMIT or block is None:
            raise Malformed(f"expected no valid round in this vote, found {valid_round}")
    height = Height(_number(request.height, "height"))
    return Vote(kind, height, round_, block, valid_round, validator)


def read_proposal(
    request: wire.SignProposalRequest, proposer: Address, chain_id: int
) -> ProposalMessage:
    """Return the proposal that a request is about. Raises Malformed, WrongChain."""
    _expect_chain(request.chain_id, chain_id)
    round_ = Round(_number(request.round, "round"))
    given = request.HasField("valid_round")
    valid_round = _earlier(request.valid_round, round_) if given else NO_ROUND
    height = Height(_number(request.height, "height"))
    return ProposalMessage(height, round_, _read_block(request.block), valid_round, proposer)


def show_state(state: SignState) -> wire.State:
    """A sign state as it travels."""
    locked = state.precommitted
    return wire.State(
        height=state.height,
        round=state.round,
        signed=[
            wire.Signed(step=int(step), digest=digest, signature=signature)
            for step, (digest, signature) in sorted(state.signed.items())
        ],
        precommitted=None
        if locked is None
        else wire.Precommitted(block=_show_block(locked.block_id), round=locked.round),
    )


def read_state(state: wire.State) -> SignState:
    """Return the sign state of an answer. Raises Malformed."""
    if min(state.height, state.round) < -1 or len(state.signed) > len(SignStep):
        raise Malformed("expected a sign state, found impossible numbers in it")
    signed = {}
    for entry in state.signed:
        if entry.step not in list(SignStep) or SignStep(entry.step) in signed:
            raise Malformed(f"expected steps 1 to 3 once each, found {entry.step}")
        digest = Hash32(_sized(entry.digest, 32, "digest"))
        signature = _sized(entry.signature, SIGNATURE_BYTES, "signature")
        signed[SignStep(entry.step)] = (digest, signature)
    precommitted = None
    if state.HasField("precommitted"):
        round_ = Round(_number(state.precommitted.round, "round"))
        precommitted = RoundValue(_read_block(state.precommitted.block), round_)
    return SignState(Height(state.height), Round(state.round), signed, precommitted)


def read_signature(data: bytes) -> bytes:
    """Return a signature of the right size. Raises Malformed."""
    return _sized(data, SIGNATURE_BYTES, "signature")


def read_address(data: bytes) -> Address:
    """Return an address. Raises Malformed."""
    return Address(_sized(data, 20, "address"))


def _show_block(block_id: BlockId) -> wire.Block:
    return wire.Block(hash=block_id.hash, time_ms=block_id.time_ms)


def _read_block(block: wire.Block) -> BlockId:
    hash_ = Hash32(_sized(block.hash, 32, "block hash"))
    return BlockId(hash_, Milliseconds(_number(block.time_ms, "time")))


def _expect_chain(found: int, expected: int) -> None:
    if found != expected:
        raise WrongChain(f"expected chain id {expected}, found {found}")


def _earlier(valid_round: int, round_: int) -> Round:
    if valid_round >= round_:
        raise Malformed(f"expected a valid round before {round_}, found {valid_round}")
    return Round(valid_round)


def _number(number: int, name: str) -> int:
    if not 0 <= number <= HEIGHT_MAX:
        raise Malformed(f"expected a {name} of at most {HEIGHT_MAX}, found {number}")
    return number


def _sized(data: bytes, size: int, name: str) -> bytes:
    if len(data) != size:
        raise Malformed(f"expected a {name} of {size} bytes, found {len(data)}")
    return data
