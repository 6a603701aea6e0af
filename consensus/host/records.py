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
from typing import Any, assert_never

from chain.certificates import (
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
    return rlp.encode([f if isinstance(f, bytes) else rlp.integer(f) for f in _parts(record)])


def decode_record(data: bytes) -> Record:
    """Reverse of `encode_record`. Raises Malformed."""
    try:
        items = rlp.decode_list(data, "a record of the log")
        tag, *fields = [rlp.to_bytes(item, "a record of the log") for item in items]
        return _record(_int(tag), fields)
    except (Malformed, ValueError, TypeError) as error:
        raise Malformed(f"expected a record of the log, found none: {error}") from error


def _parts(record: Record) -> list[Any]:
    match record:
        case StartHeight(height, round_):
            return [1, height, round_]
        case ProposalReceived(message, timely):
            return [2, encode_proposal(message), int(timely)]
        case VoteReceived(vote):
            return [3, encode_vote(vote)]
        case ProposedValue(block_id, valid):
            return [4, *_name(block_id), int(valid)]
        case ValueBuilt(height, round_, block_id):
            return [5, height, round_, *_name(block_id)]
        case TimeoutElapsed(timeout):
            return [6, int(timeout.kind), timeout.height, timeout.round]
        case CertificateReceived(certificate):
            return [7, encode_certificate(certificate)]
        case BlockReceived(block_id, payload):
            return [8, *_name(block_id), payload]
        case EndHeight(height):
            return [9, height]
    assert_never(record)


def _record(tag: int, fields: list[bytes]) -> Record:
    match tag, fields:
        case 1, [height, round_]:
            return StartHeight(Height(_int(height)), Round(_int(round_)))
        case 2, [message, timely]:
            return ProposalReceived(decode_proposal(message), bool(_int(timely)))
        case 3, [vote]:
            return VoteReceived(decode_vote(vote))
        case 4, [hash_, time_ms, valid]:
            return ProposedValue(_block_id(hash_, time_ms), bool(_int(valid)))
        case 5, [height, round_, hash_, time_ms]:
            block_id = _block_id(hash_, time_ms)
            return ValueBuilt(Height(_int(height)), Round(_int(round_)), block_id)
        case 6, [kind, height, round_]:
            timeout = Timeout(TimeoutKind(_int(kind)), Height(_int(height)), Round(_int(round_)))
            return TimeoutElapsed(timeout)
        case 7, [certificate]:
            return CertificateReceived(decode_certificate(certificate))
        case 8, [hash_, time_ms, payload]:
            return BlockReceived(_block_id(hash_, time_ms), payload)
        case 9, [height]:
            return EndHeight(Height(_int(height)))
    raise Malformed(f"expected a record of the log, found tag {tag} with {len(fields)} fields")


def _name(block_id: BlockId) -> list[Any]:
    return [block_id.hash, block_id.time_ms]


def _block_id(hash_: bytes, time_ms: bytes) -> BlockId:
    return BlockId(Hash32(hash_), Milliseconds(_int(time_ms)))


def _int(data: bytes) -> int:
    return int.from_bytes(data, "big")
