"""
What reads the bytes of a node's helpers: its log on disk, a signer in another process, the answers
of the nodes that a light client asks.
"""

import sys
from typing import Any
from zlib import crc32

import orjson
from google.protobuf.message import DecodeError, Message

from chain.certificates import HEIGHT_MAX, encode_certificate, proposal_digest, vote_digest
from chain.codec import encode_header
from chain.errors import Malformed
from chain.light.codec import decode_light_block, encode_light_block
from chain.types.certificate import NO_ROUND, BlockId, ProposalMessage, Vote, VoteKind
from chain.types.primitives import Address, Hash32, Height, Milliseconds, Round
from chain.validator_sets import encode_validator_set
from cli.client import Client
from cli.errors import CommandFailed
from cli.light import light_block_in
from consensus.core.round import RoundValue
from consensus.host.records import decode_record, encode_record
from consensus.host.signer import SignState, SignStep
from consensus.host.signer_wire import (
    proposal_request,
    read_address,
    read_proposal,
    read_signature,
    read_state,
    read_vote,
    show_state,
    vote_request,
)
from consensus.host.wal import read_records
from consensus.host.wire import signer_pb2 as wire
from rpc.kumiai import show_light_parts
from rpc.light import CommitParts, LightParts
from tests.chain.light.stage import grow, members
from tests.consensus.host.test_records import RECORDS
from tests.fuzz.blocks import strict
from tests.fuzz.target import Target

CHAIN_ID = 7
PLAIN_RECURSION_MAX = 1_000  # frames in a process without the EVM, which raises the limit
WHO = Address(b"\x01" * 20)
NAMED = BlockId(Hash32(b"\xaa" * 32), Milliseconds(5))
SET = members({0: 10, 1: 9, 2: 8})
LIGHT_BLOCKS = grow([SET] * 3)[::2]


def fuzz_wal(data: bytes) -> None:
    """A damaged log: what is good of it is a prefix, and is read again the same."""
    records, good = read_records(data)
    assert good <= len(data)
    assert read_records(data[:good]) == (records, good)


def _message(kind: type[Message], data: bytes) -> Any:
    """What the edge of the signer and of the node does."""
    try:
        return kind.FromString(data)
    except DecodeError as error:
        raise Malformed("no message") from error


def fuzz_sign_vote(data: bytes) -> None:
    """A node asks for the signature of a vote."""
    vote = read_vote(_message(wire.SignVoteRequest, data), WHO, CHAIN_ID)
    assert read_vote(vote_request(vote, CHAIN_ID), WHO, CHAIN_ID) == vote
    vote_digest(vote, CHAIN_ID)


def fuzz_sign_proposal(data: bytes) -> None:
    """A node asks for the signature of a proposal."""
    proposal = read_proposal(_message(wire.SignProposalRequest, data), WHO, CHAIN_ID)
    assert read_proposal(proposal_request(proposal, CHAIN_ID), WHO, CHAIN_ID) == proposal
    proposal_digest(proposal, CHAIN_ID)


def fuzz_signer_answer(data: bytes) -> None:
    """A signer tells its signature and state."""
    answer = _message(wire.SignResponse, data)
    state = read_state(answer.state)
    assert read_state(show_state(state)) == state
    assert state.height <= HEIGHT_MAX
    read_signature(answer.signature)


def fuzz_signer_description(data: bytes) -> None:
    """A signer tells whose key it holds."""
    answer = _message(wire.DescribeResponse, data)
    read_address(answer.address)
    read_state(answer.state)


class Canned(Client):
    """A client whose node has answered already."""

    def __init__(self, answer: bytes) -> None:
        super().__init__("http://127.0.0.1:1")
        self._answer = answer

    def _post(self, body: bytes) -> bytes:
        return self._answer


def fuzz_light_answer(data: bytes) -> None:
    """A node that a light client asks answers with whatever it likes."""
    raised = sys.getrecursionlimit()
    sys.setrecursionlimit(PLAIN_RECURSION_MAX)
    try:
        block = light_block_in(Canned(data).call("kumiai_lightBlock", "latest"))
    except CommandFailed as error:
        raise Malformed("no answer") from error
    finally:
        sys.setrecursionlimit(raised)
    assert decode_light_block(encode_light_block(block)) == block


def _vote(kind: VoteKind, block: BlockId | None, valid_round: int) -> bytes:
    vote = Vote(kind, Height(3), Round(2), block, Round(valid_round), WHO)
    return bytes(vote_request(vote, CHAIN_ID).SerializeToString())


def _proposal(valid_round: int) -> bytes:
    message = ProposalMessage(Height(3), Round(2), NAMED, Round(valid_round), WHO)
    return bytes(proposal_request(message, CHAIN_ID).SerializeToString())


def _answers() -> list[bytes]:
    answers = []
    for block in LIGHT_BLOCKS:
        commit = block.commit and CommitParts(
            encode_header(block.commit.parent),
            encode_validator_set(block.commit.validators),
            encode_certificate(block.commit.certificate),
        )
        header, validators = encode_header(block.header), encode_validator_set(SET)
        result = show_light_parts(LightParts(header, validators, commit))
        answers.append(orjson.dumps({"jsonrpc": "2.0", "id": 1, "result": result}))
    return [*answers, b'{"jsonrpc":"2.0","id":1,"error":{"code":3,"message":"no","data":"0x"}}']


def _log() -> bytes:
    records = (encode_record(record) for record in RECORDS)
    framed = (len(record).to_bytes(4, "big") + record for record in records)
    return b"".join(crc32(record).to_bytes(4, "big") + record for record in framed)


STATE = show_state(
    SignState(
        Height(3),
        Round(2),
        {SignStep.PREVOTE: (Hash32(b"\x02" * 32), bytes(65))},
        RoundValue(NAMED, Round(1)),
    )
)
TARGETS = {
    "log": Target(fuzz_wal, [_log()]),
    "log_record": Target(
        strict(decode_record, encode_record), [encode_record(record) for record in RECORDS]
    ),
    "sign_vote": Target(
        fuzz_sign_vote,
        [
            _vote(VoteKind.PREVOTE, NAMED, 1),
            _vote(VoteKind.PREVOTE, None, NO_ROUND),
            _vote(VoteKind.PRECOMMIT, NAMED, NO_ROUND),
        ],
    ),
    "sign_proposal": Target(fuzz_sign_proposal, [_proposal(NO_ROUND), _proposal(1)]),
    "signer_answer": Target(
        fuzz_signer_answer,
        [wire.SignResponse(signature=bytes(65), state=STATE).SerializeToString()],
    ),
    "signer_description": Target(
        fuzz_signer_description,
        [
            wire.DescribeResponse(address=WHO, chain_id=7, state=STATE).SerializeToString(),
            wire.DescribeResponse(
                address=WHO, chain_id=7, state=show_state(SignState())
            ).SerializeToString(),
        ],
    ),
    "light_block": Target(
        strict(decode_light_block, encode_light_block),
        [encode_light_block(block) for block in LIGHT_BLOCKS],
    ),
    "light_answer": Target(fuzz_light_answer, _answers()),
}
