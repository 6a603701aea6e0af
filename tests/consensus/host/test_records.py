"""What is logged is what is read."""

import pytest

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
