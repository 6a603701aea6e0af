"""Signatures, encodings, and what a certificate must prove."""

from dataclasses import replace

import coincurve
import pytest
import rlp
from eth_hash.auto import keccak
from hypothesis import given, settings
from hypothesis import strategies as st

from chain import certificates
from chain.certificates import (
    CERTIFICATE_BYTES_MAX,
    CertificateRefused,
    SignatureRefused,
    address_of,
    decode_certificate,
    decode_proposal,
    decode_vote,
    encode_certificate,
    encode_proposal,
    encode_vote,
    precommit_of,
    proposal_digest,
    recover_signer,
    sign,
    sign_digest,
    verify_certificate,
    verify_message,
    vote_digest,
)
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
from chain.types.validators import VALIDATORS_MAX, Validator, ValidatorSet

CHAIN_ID = 31337
ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
KEYS = [coincurve.PrivateKey(bytes([n]) * 32) for n in (1, 2, 3, 4)]
WHO = [address_of(key.public_key) for key in KEYS]
SET = ValidatorSet(tuple(Validator(address, 1) for address in WHO))
A = BlockId(Hash32(b"\xaa" * 32), Milliseconds(1_700_000_000_123))
B = BlockId(Hash32(b"\xbb" * 32), Milliseconds(1_700_000_000_123))
H, R = Height(9), Round(3)
VOTE = Vote(VoteKind.PREVOTE, H, R, A, Round(1), WHO[0])
PROPOSAL = ProposalMessage(H, R, A, Round(1), WHO[0])


def certificate(signers: list[int], block: BlockId = A) -> Certificate:
    """Certificate with true signatures of some validators."""
    empty = Certificate(H, R, block, ())
    votes = [sign(precommit_of(empty, WHO[n], b""), CHAIN_ID, KEYS[n]) for n in signers]
    return replace(empty, signatures=tuple((v.validator, v.signature) for v in votes))


def test_vote_layout_is_the_documented_table() -> None:
    """The digest is Keccak of 130 bytes in fixed places, so that Solidity can rebuild it."""
    layout = b"kumiai/vote/1" + bytes(19)
    layout += (31337).to_bytes(32, "big") + b"\x01"
    layout += (9).to_bytes(8, "big") + (3).to_bytes(8, "big") + (2).to_bytes(8, "big")
    layout += b"\x01" + b"\xaa" * 32 + (1_700_000_000_123).to_bytes(8, "big")
    assert len(layout) == 130
    assert keccak(layout) == vote_digest(VOTE, CHAIN_ID)


def test_nil_precommit_layout() -> None:
    """Nil is a zero flag, a zero hash and a zero time."""
    nil = Vote(VoteKind.PRECOMMIT, H, R, None, NO_ROUND, WHO[0])
    layout = b"kumiai/vote/1" + bytes(19) + (31337).to_bytes(32, "big") + b"\x02"
    layout += (9).to_bytes(8, "big") + (3).to_bytes(8, "big") + bytes(8) + bytes(41)
    assert keccak(layout) == vote_digest(nil, CHAIN_ID)


def test_proposal_layout_is_another_domain() -> None:
    """A proposal's 128 bytes can never be a vote's."""
    layout = b"kumiai/proposal/1" + bytes(15) + (31337).to_bytes(32, "big")
    layout += (9).to_bytes(8, "big") + (3).to_bytes(8, "big") + (2).to_bytes(8, "big")
    layout += b"\xaa" * 32 + (1_700_000_000_123).to_bytes(8, "big")
    assert len(layout) == 128
    assert keccak(layout) == proposal_digest(PROPOSAL, CHAIN_ID)


def test_every_field_changes_the_digest() -> None:
    """Nothing that a vote says can be swapped under its signature."""
    others = [
        replace(VOTE, kind=VoteKind.PRECOMMIT),
        replace(VOTE, height=Height(10)),
        replace(VOTE, round=Round(4)),
        replace(VOTE, block_id=B),
        replace(VOTE, block_id=replace(A, time_ms=Milliseconds(5))),
        replace(VOTE, block_id=None),
        replace(VOTE, valid_round=Round(2)),
        replace(VOTE, valid_round=NO_ROUND),
    ]
    digests = {vote_digest(vote, CHAIN_ID) for vote in (VOTE, *others)}
    assert len(others) + 1 == len(digests)
    assert vote_digest(VOTE, 1) not in digests


def test_signature_recovers_to_its_author() -> None:
    """65 bytes with v of 0 or 1; the same again each time (RFC 6979)."""
    signed = sign(VOTE, CHAIN_ID, KEYS[0])
    assert len(signed.signature) == 65
    assert signed == sign(VOTE, CHAIN_ID, KEYS[0])
    verify_message(signed, CHAIN_ID)
    verify_message(sign(PROPOSAL, CHAIN_ID, KEYS[0]), CHAIN_ID)


def test_signature_of_another_is_refused() -> None:
    """The author named in the message must have signed it, on this chain."""
    with pytest.raises(SignatureRefused, match="expected signer"):
        verify_message(sign(VOTE, CHAIN_ID, KEYS[1]), CHAIN_ID)
    with pytest.raises(SignatureRefused, match="expected signer"):
        verify_message(sign(VOTE, CHAIN_ID, KEYS[0]), 1)


def test_only_one_form_of_a_signature_is_accepted() -> None:
    """High s, another v, another length, and points off the curve are refused."""
    good = sign_digest(vote_digest(VOTE, CHAIN_ID), KEYS[0])
    s = ORDER - int.from_bytes(good[32:64], "big")
    mirrored = good[:32] + s.to_bytes(32, "big") + bytes([1 - good[64]])
    for bad in (
        mirrored,
        good[:64] + b"\x1b",
        good[:64] + b"\x02",
        good[:64],
        good + b"\x00",
        b"",
        bytes(65),
        b"\xff" * 32 + good[32:],
    ):
        with pytest.raises(SignatureRefused):
            recover_signer(vote_digest(VOTE, CHAIN_ID), bad)


def test_certificate_with_quorum_passes() -> None:
    """Three of four equal validators are more than two thirds."""
    verify_certificate(certificate([0, 1, 2]), SET, CHAIN_ID)
    verify_certificate(certificate([0, 1, 2, 3]), SET, CHAIN_ID)


@pytest.mark.parametrize(
    ("bad", "expected"),
    [
        (certificate([0, 1]), "two thirds"),
        (certificate([]), "two thirds"),
        (replace(certificate([0, 1, 2]), height=Height(10)), "signature by"),
        (replace(certificate([0, 1, 2]), round=Round(4)), "signature by"),
        (replace(certificate([0, 1, 2]), block_id=B), "signature by"),
        (
            Certificate(H, R, A, (*certificate([0, 1]).signatures, (WHO[2], bytes(65)))),
            "signature by",
        ),
        (
            Certificate(H, R, A, (*certificate([0, 1]).signatures, *certificate([1]).signatures)),
            "one signature",
        ),
        (
            Certificate(H, R, A, (*certificate([0, 1, 2]).signatures, (Address(bytes(20)), b""))),
            "members",
        ),
    ],
)
def test_certificate_that_proves_nothing_is_refused(bad: Certificate, expected: str) -> None:
    """Too little power, another place, forgeries, doubles and strangers, each by name."""
    with pytest.raises(CertificateRefused) as refused:
        verify_certificate(bad, SET, CHAIN_ID)
    assert expected in refused.value.expected
    assert len(refused.value.found) > 0


def test_certificate_of_another_chain_is_refused() -> None:
    """The chain id is in every digest."""
    with pytest.raises(CertificateRefused):
        verify_certificate(certificate([0, 1, 2]), SET, 1)


def test_one_bad_signature_spoils_a_quorum() -> None:
    """A certificate is also the record of who took part, so all signatures are checked."""
    signatures = (*certificate([0, 1, 2]).signatures, (WHO[3], bytes(65)))
    with pytest.raises(CertificateRefused):
        verify_certificate(Certificate(H, R, A, signatures), SET, CHAIN_ID)


def test_encodings_come_back() -> None:
    """Votes, proposals and certificates decode to what they were."""
    vote, proposal = sign(VOTE, CHAIN_ID, KEYS[0]), sign(PROPOSAL, CHAIN_ID, KEYS[0])
    nil = sign(replace(VOTE, block_id=None, valid_round=NO_ROUND), CHAIN_ID, KEYS[0])
    assert vote == decode_vote(encode_vote(vote))
    assert nil == decode_vote(encode_vote(nil))
    assert proposal == decode_proposal(encode_proposal(proposal))
    assert certificate([0, 2]) == decode_certificate(encode_certificate(certificate([0, 2])))


def test_limits_fit_the_largest() -> None:
    """The largest certificate that a set can make is within its limit in bytes."""
    signatures = tuple(
        (Address(n.to_bytes(20, "big")), b"\x05" * 65) for n in range(VALIDATORS_MAX)
    )
    top = Certificate(Height(2**63 - 1), Round(2**63 - 1), A, signatures)
    assert len(encode_certificate(top)) <= CERTIFICATE_BYTES_MAX
    assert top == decode_certificate(encode_certificate(top))


@pytest.mark.parametrize(
    "fields",
    [
        [3, 9, 3, [A.hash, 1], 0, WHO[0], bytes(65)],
        [1, 9, 3, [A.hash, 1], 4, WHO[0], bytes(65)],
        [2, 9, 3, [A.hash, 1], 1, WHO[0], bytes(65)],
        [1, 9, 3, [], 1, WHO[0], bytes(65)],
        [1, 9, 3, [A.hash], 0, WHO[0], bytes(65)],
        [1, 9, 3, [A.hash[1:], 1], 0, WHO[0], bytes(65)],
        [1, 9, 3, [A.hash, 1], 0, WHO[0][1:], bytes(65)],
        [1, 9, 3, [A.hash, 1], 0, WHO[0], bytes(64)],
        [1, 2**63, 3, [A.hash, 1], 0, WHO[0], bytes(65)],
        [1, b"\x00\x09", 3, [A.hash, 1], 0, WHO[0], bytes(65)],
        [1, 9, 3, [A.hash, 1], 0, WHO[0]],
        [1, 9, [], [A.hash, 1], 0, WHO[0], bytes(65)],
        [],
    ],
)
def test_malformed_votes_are_refused(fields: list[object]) -> None:
    """Every field has one shape and one encoding."""
    with pytest.raises(Malformed):
        decode_vote(rlp.encode(fields))


def test_malformed_certificates_are_refused() -> None:
    """Doubles, another order, too many signatures and trailing bytes are refused."""
    pair = [[WHO[0], bytes(65)]]
    for signatures in (pair * 2, [*pair, [bytes(20), bytes(65)]], b"", [[WHO[0]]]):
        with pytest.raises(Malformed):
            decode_certificate(rlp.encode([9, 3, [A.hash, 1], signatures]))
    many = [[n.to_bytes(20, "big"), b""] for n in range(VALIDATORS_MAX + 1)]
    with pytest.raises(Malformed, match="at most"):
        decode_certificate(rlp.encode([9, 3, [A.hash, 1], many]))
    with pytest.raises(Malformed):
        decode_certificate(encode_certificate(certificate([0])) + b"\x00")
    with pytest.raises(Malformed, match="at most"):
        decode_certificate(bytes(CERTIFICATE_BYTES_MAX + 1))


@settings(max_examples=300)
@given(place=st.integers(0, 10_000), value=st.integers(0, 255))
def test_a_certificate_has_one_encoding(place: int, value: int) -> None:
    """A byte changed anywhere is refused or makes other content, never the same in other bytes."""
    data = bytearray(encode_certificate(certificate([0, 1, 2])))
    data[place % len(data)] = value
    try:
        decoded = decode_certificate(bytes(data))
    except Malformed:
        return
    assert encode_certificate(decoded) == data


def test_a_signature_that_reaches_past_its_list_is_refused() -> None:
    """rusty-rlp drops such an item without a word; then two nodes could read two certificates."""
    data = bytearray(encode_certificate(certificate([0, 1])))
    pair_bytes = 90
    assert data[-pair_bytes : -pair_bytes + 2] == b"\xf8\x58"
    data[-pair_bytes + 1] = 0xD8
    with pytest.raises(Malformed, match="cut short"):
        decode_certificate(bytes(data))


def test_malformed_proposals_are_refused() -> None:
    """A valid round that is not before the round cannot be."""
    for valid_round in (3, 4, 2**62):
        with pytest.raises(Malformed):
            decode_proposal(rlp.encode([9, 3, [A.hash, 1], valid_round + 1, WHO[0], bytes(65)]))


@settings(max_examples=200)
@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    """No bytes from a peer raise anything but Malformed."""
    for decode in (decode_vote, decode_proposal, decode_certificate):
        try:
            decode(data)
        except Malformed:
            continue


def test_signatures_that_were_checked_are_not_recovered_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of a larger certificate under the same words, only the new signatures are recovered."""
    recovered = []
    recover = certificates.recover_signer

    def count(message_digest: Hash32, signature: bytes) -> Address:
        recovered.append(signature)
        return recover(message_digest, signature)

    monkeypatch.setattr(certificates, "recover_signer", count)
    known, larger = certificate([0, 1, 2]), certificate([0, 1, 2, 3])
    verify_certificate(larger, SET, CHAIN_ID, known)
    assert [dict(larger.signatures)[WHO[3]]] == recovered
    for other in (certificate([0, 1, 2], B), replace(known, round=Round(4)), None):
        recovered.clear()
        verify_certificate(larger, SET, CHAIN_ID, other)
        assert 4 == len(recovered)


def test_knowing_a_certificate_excuses_nothing_else() -> None:
    """Another signature of a known signer, a stranger, or too little power is refused as before."""
    known = certificate([0, 1, 2])
    signatures = dict(known.signatures) | {WHO[0]: dict(known.signatures)[WHO[1]]}
    for bad, validators in (
        (replace(known, signatures=tuple(signatures.items())), SET),
        (replace(known, signatures=known.signatures[:2]), SET),
        (known, ValidatorSet(SET.validators[:2])),
    ):
        with pytest.raises(CertificateRefused):
            verify_certificate(bad, validators, CHAIN_ID, known)
