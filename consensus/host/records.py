"""
What the log says: inputs of the core, blocks, and the end of a height, as RLP.

| tag | record              | fields                          |
|-----|---------------------|---------------------------------|
|   1 | StartHeight         | height, round                   |
|   2 | ProposalReceived    | proposal, timely                |
|   3 | VoteReceived        | vote                            |
|   4 | ProposedValue       | hash, time_ms, valid            |
|   5 | ValueBuilt          | height, round, hash, time_ms    |
|   6 | TimeoutElapsed      | kind, height, round             |
|   7 | CertificateReceived | certificate                     |
|   8 | BlockReceived       | hash, time_ms, payload          |
|   9 | EndHeight           | height                          |
"""

from dataclasses import dataclass
from typing import assert_never

from chain.certificates import (
    HEIGHT_MAX,
    decode_certificate,
    decode_proposal,
    decode_vote,
    encode_certificate,
    encode_proposal,
    encode_vote,
)
from chain.codec import rlp
from chain.errors import Malformed
from chain.types.certificate import BlockId
from chain.types.primitives import Hash32, Height, Milliseconds, Round
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


@dataclass(frozen=True, slots=True)
class BlockReceived:
    """The bytes of a block, built here or sent by a peer."""

    block_id: BlockId
    payload: bytes


@dataclass(frozen=True, slots=True)
class EndHeight:
    """The height is committed; nothing follows."""

    height: Height


Record = Input | BlockReceived | EndHeight


def encode_record(record: Record) -> bytes:
    """One record as bytes."""
    return rlp.encode(_parts(record))


def decode_record(data: bytes) -> Record:
    """Strict reverse of `encode_record`. Raises Malformed."""
    items = rlp.decode_list(data, "record of the log")
    tag, *fields = [rlp.to_bytes(item, "field of a record") for item in items] or [b""]
    return _record(_int(tag), fields)


def _parts(record: Record) -> list[bytes]:
    match record:
        case StartHeight(height, round_):
            return _numbers(1, height, round_)
        case ProposalReceived(message, timely):
            return [rlp.integer(2), encode_proposal(message), rlp.integer(timely)]
        case VoteReceived(vote):
            return [rlp.integer(3), encode_vote(vote)]
        case ProposedValue(block_id, valid):
            return [rlp.integer(4), *_name(block_id), rlp.integer(valid)]
        case ValueBuilt(height, round_, block_id):
            return [*_numbers(5, height, round_), *_name(block_id)]
        case TimeoutElapsed(timeout):
            return _numbers(6, timeout.kind, timeout.height, timeout.round)
        case CertificateReceived(certificate):
            return [rlp.integer(7), encode_certificate(certificate)]
        case BlockReceived(block_id, payload):
            return [rlp.integer(8), *_name(block_id), payload]
        case EndHeight(height):
            return _numbers(9, height)
    assert_never(record)


def _record(tag: int, fields: list[bytes]) -> Record:
    match tag, fields:
        case 1, [height, round_]:
            return StartHeight(Height(_int(height)), Round(_int(round_)))
        case 2, [message, timely]:
            return ProposalReceived(decode_proposal(message), _bool(timely))
        case 3, [vote]:
            return VoteReceived(decode_vote(vote))
        case 4, [hash_, time_ms, valid]:
            return ProposedValue(_block_id(hash_, time_ms), _bool(valid))
        case 5, [height, round_, hash_, time_ms]:
            block_id = _block_id(hash_, time_ms)
            return ValueBuilt(Height(_int(height)), Round(_int(round_)), block_id)
        case 6, [kind, height, round_]:
            timeout = Timeout(_timeout_kind(kind), Height(_int(height)), Round(_int(round_)))
            return TimeoutElapsed(timeout)
        case 7, [certificate]:
            return CertificateReceived(decode_certificate(certificate))
        case 8, [hash_, time_ms, payload]:
            return BlockReceived(_block_id(hash_, time_ms), payload)
        case 9, [height]:
            return EndHeight(Height(_int(height)))
    raise Malformed(f"expected a record of the log, found tag {tag} with {len(fields)} fields")


def _numbers(*numbers: int) -> list[bytes]:
    return [rlp.integer(number) for number in numbers]


def _name(block_id: BlockId) -> list[bytes]:
    return [block_id.hash, rlp.integer(block_id.time_ms)]


def _block_id(hash_: bytes, time_ms: bytes) -> BlockId:
    return BlockId(Hash32(rlp.to_fixed(hash_, 32, "block hash")), Milliseconds(_int(time_ms)))


def _timeout_kind(data: bytes) -> TimeoutKind:
    number = _int(data)
    if number not in list(TimeoutKind):
        raise Malformed(f"expected a kind of timeout, found {number}")
    return TimeoutKind(number)


def _bool(data: bytes) -> bool:
    return rlp.to_integer(data, 1, "flag of a record") == 1


def _int(data: bytes) -> int:
    return rlp.to_integer(data, HEIGHT_MAX, "number of a record")
