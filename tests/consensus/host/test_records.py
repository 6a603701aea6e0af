"""What is logged is what is read."""

import pytest

from chain.codec import rlp
from chain.errors import Malformed
from chain.types.certificate import (
    NO_ROUND,
    BlockId,
    Certificate,
    ProposalMessage,
    Vote,
    VoteKind,
)
from chain.types.primitives import Address, Hash32, Height, Milliseconds, Round
from consensus.core.inputs import (
    CertificateReceived,
    ProposalReceived,
    ProposedValue,
    StartHeight,
    Timeout,
    TimeoutElapsed,
    TimeoutKind,
    ValueBuilt,
    VoteReceived,
)
from consensus.host.records import BlockReceived, EndHeight, Record, decode_record, encode_record

H, R = Height(9), Round(3)
WHO, SIGNATURE = Address(b"\x01" * 20), b"\x05" * 65
A = BlockId(Hash32(b"\xaa" * 32), Milliseconds(1_234))
RECORDS: list[Record] = [
    StartHeight(H),
    StartHeight(H, R),
    ProposalReceived(ProposalMessage(H, R, A, Round(1), WHO, SIGNATURE), True),
    ProposalReceived(ProposalMessage(H, R, A, NO_ROUND, WHO, SIGNATURE), False),
    VoteReceived(Vote(VoteKind.PREVOTE, H, R, A, Round(2), WHO, SIGNATURE)),
    VoteReceived(Vote(VoteKind.PRECOMMIT, H, R, None, NO_ROUND, WHO, SIGNATURE)),
    ProposedValue(A, True),
    ProposedValue(A, False),
    ValueBuilt(H, R, A),
    TimeoutElapsed(Timeout(TimeoutKind.PRECOMMIT, H, R)),
    CertificateReceived(Certificate(H, R, A, ((WHO, SIGNATURE),))),
    BlockReceived(A, b"payload"),
    EndHeight(H),
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_every_record_comes_back(record: Record) -> None:
    """Encoding and decoding gives the same record."""
    assert record == decode_record(encode_record(record))


@pytest.mark.parametrize("data", [b"", b"\x80", b"\xc0", b"\xc1\x63", b"\xc2\x09\xc0", b"\xff" * 9])
def test_other_bytes_are_refused(data: bytes) -> None:
    """Bytes that are no record are refused as malformed."""
    with pytest.raises(Malformed):
        decode_record(data)


def _nested(depth: int) -> bytes:
    heads, size = [b"\xc0"], 1
    for _ in range(depth):
        digits = rlp.integer(size)
        heads.append(bytes([0xC0 + size] if size < 56 else [0xF7 + len(digits), *digits]))
        size += len(heads[-1])
    return b"".join(reversed(heads))


@pytest.mark.parametrize("depth", [1, 40, 5_000, 300_000])
def test_lists_without_end_are_refused(depth: int) -> None:
    """A record that nests by the thousand once overflowed the stack of a native reader."""
    with pytest.raises(Malformed):
        decode_record(_nested(depth))


@pytest.mark.parametrize(
    "fields",
    [
        [b"\x04", A.hash, b"\x01", b"\x02"],  # a flag is 0 or 1
        [b"\x04", A.hash[:-1], b"\x01", b"\x01"],  # a hash has 32 bytes
        [b"\x09", b"\x00\x09"],  # no leading zeros
        [b"\x09", b"\x80" + bytes(7)],  # heights stay below 2**63
        [b"\x06", b"\x04", b"\x09", b""],  # three kinds of timeouts
        [b"\x09", b"\x09", b""],
        [b"\x0a", b"\x09"],
    ],
)
def test_a_record_has_one_encoding(fields: list[bytes]) -> None:
    """What another encoding of the same record would be is refused, and what is out of range."""
    with pytest.raises(Malformed):
        decode_record(rlp.encode(fields))
