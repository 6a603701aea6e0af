"""What a block carries besides its transactions: one encoding, read strictly, in one place."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain.begin_data import (
    BEGIN_DATA_BYTES_MAX,
    Carried,
    carried_in,
    decode_carried,
    encode_carried,
    evidence_in,
)
from chain.codec import rlp
from chain.errors import Malformed
from chain.evidence import encode_evidence_list, ordered
from chain.system_transaction import Phase, build_system_transaction
from chain.types.certificate import VoteKind
from chain.types.evidence import DuplicateVote
from chain.types.primitives import Hash32
from tests.chain.accusations import block_id, vote

A, B = block_id(1), block_id(2)
VOTES = ordered(DuplicateVote(vote(VoteKind.PREVOTE, 5, 2, A), vote(VoteKind.PREVOTE, 5, 2, B)))
TIP = Hash32(b"\x07" * 32)


@pytest.mark.parametrize("evidence", [(), (VOTES,)])
@pytest.mark.parametrize("tip", [None, TIP])
def test_what_is_carried_comes_back(evidence, tip):
    """Either part may be there without the other; nothing at all is no bytes."""
    carried = Carried(evidence, tip)
    assert carried == decode_carried(encode_carried(carried))
    assert (encode_carried(carried) == b"") == (carried == Carried())


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (rlp.encode([]), "2 fields"),
        (rlp.encode([b"", b""]), "found neither"),
        (rlp.encode([b"", b"\x07" * 31]), "32 bytes"),
        (rlp.encode([b"", bytes(32)]), "not all zero"),
        (rlp.encode([b"", TIP, b""]), "2 fields"),
        (rlp.encode([b"", [TIP]]), "bytes"),
        (rlp.encode([b"\xc0", TIP]), "1 to 16 pieces"),
        (rlp.encode([encode_evidence_list([VOTES]) + b"\0", b""]), "behind the end"),
        (encode_carried(Carried((), TIP)) + b"\0", "behind the end"),
        (encode_evidence_list([VOTES]), "2 fields"),
        (bytes(BEGIN_DATA_BYTES_MAX + 1), "at most"),
    ],
)
def test_other_bytes_are_refused(data, words):
    """Every block has one encoding: what is empty, short, long or nested elsewhere is none."""
    with pytest.raises(Malformed, match=words):
        decode_carried(data)


@given(st.binary(max_size=200))
def test_noise_is_malformed_or_the_only_encoding(data):
    """Whatever decodes encodes to the same bytes."""
    try:
        carried = decode_carried(data)
    except Malformed:
        return
    assert data == encode_carried(carried)


def test_a_block_carries_in_its_first_transaction_only():
    """The begin hooks' transaction is read, and only where it stands first."""
    data = encode_carried(Carried((VOTES,), TIP))
    begin, _ = build_system_transaction(6, Phase.BEGIN_BLOCK, data)
    end, _ = build_system_transaction(6, Phase.END_BLOCK, data)
    plain, _ = build_system_transaction(6, Phase.BEGIN_BLOCK)
    assert Carried((VOTES,), TIP) == carried_in([begin, end])
    assert (VOTES,) == evidence_in([begin, end])
    for none in ([], [plain], [end], [end, begin], [replace(begin, gas_limit=1)]):
        assert Carried() == carried_in(none)
