"""
Votes and certificates as bytes: sign, recover, encode, decode, verify.

    Vote -> digest (fixed layout) -> 65-byte signature -> Certificate -> verify_certificate

Signed layout of a vote, 130 bytes, then Keccak-256. All integers are big-endian; the layout
is Solidity's abi.encodePacked, so a contract rebuilds it and checks with ecrecover.

    | offset | bytes | field       | meaning                                          |
    |--------|-------|-------------|--------------------------------------------------|
    |      0 |    32 | domain      | "kumiai/vote/1", zeros to the right              |
    |     32 |    32 | chain_id    | uint256                                          |
    |     64 |     1 | kind        | 1 prevote, 2 precommit                           |
    |     65 |     8 | height      | uint64                                           |
    |     73 |     8 | round       | uint64                                           |
    |     81 |     8 | valid_round | uint64, plus one: 0 is none; precommits have 0   |
    |     89 |     1 | for_block   | 1 a block, 0 nil                                 |
    |     90 |    32 | block hash  | zero for nil                                     |
    |    122 |     8 | time_ms     | uint64, zero for nil                             |

A proposal has the domain "kumiai/proposal/1" and neither kind nor for_block, 128 bytes.
"""

from dataclasses import replace
from itertools import pairwise
from typing import Any, TypeVar

import coincurve
from eth_hash.auto import keccak

from chain.codec import rlp
from chain.errors import Invalid, Malformed
from chain.types.certificate import (
    NO_ROUND,
    BlockId,
    Certificate,
    ProposalMessage,
    Vote,
    VoteKind,
)
from chain.types.primitives import ZERO_HASH, Address, Hash32, Height, Milliseconds, Round
from chain.types.validators import VALIDATORS_MAX, ValidatorSet

VOTE_DOMAIN = b"kumiai/vote/1".ljust(32, b"\x00")
PROPOSAL_DOMAIN = b"kumiai/proposal/1".ljust(32, b"\x00")
SIGNATURE_BYTES = 65  # R (32), S (32), V (1)
VOTE_BYTES_MAX = 256  # one encoded vote or proposal
CERTIFICATE_BYTES_MAX = 128 + 96 * VALIDATORS_MAX  # one encoded certificate, about 24 kB
HEIGHT_MAX = 2**63 - 1  # heights, rounds and times stay positive in 64 bits
# Half the order of secp256k1: of the two signatures s and -s only the lower is taken (EIP-2).
S_MAX = 0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF5D576E7357A4501DDFE92F46681B20A0

Signable = TypeVar("Signable", Vote, ProposalMessage)


class SignatureRefused(Invalid):
    """A signature that is not 65 bytes with low s and V 0 or 1, or is someone else's."""


class CertificateRefused(Invalid):
    """A certificate that does not prove what it says."""

    def __init__(self, height: int, expected: str, found: str) -> None:
        self.height, self.expected, self.found = height, expected, found
        super().__init__(f"certificate of height {height}: expected {expected}, found {found}")


def vote_digest(vote: Vote, chain_id: int) -> Hash32:
    """Keccak-256 of the vote's signed layout."""
    kind = bytes([vote.kind])
    for_block = b"\x00" if vote.block_id is None else b"\x01"
    return Hash32(
        keccak(
            VOTE_DOMAIN
            + chain_id.to_bytes(32, "big")
            + kind
            + _position(vote.height, vote.round, vote.valid_round)
            + for_block
            + _block(vote.block_id)
        )
    )


def proposal_digest(proposal: ProposalMessage, chain_id: int) -> Hash32:
    """Keccak-256 of the proposal's signed layout."""
    return Hash32(
        keccak(
            PROPOSAL_DOMAIN
            + chain_id.to_bytes(32, "big")
            + _position(proposal.height, proposal.round, proposal.valid_round)
            + _block(proposal.block_id)
        )
    )


def digest(message: Vote | ProposalMessage, chain_id: int) -> Hash32:
    """Digest that the author of a message signs."""
    if isinstance(message, Vote):
        return vote_digest(message, chain_id)
    return proposal_digest(message, chain_id)


def author(message: Vote | ProposalMessage) -> Address:
    """Who says to have signed a message."""
    return message.validator if isinstance(message, Vote) else message.proposer


def sign_digest(message_digest: Hash32, private_key: coincurve.PrivateKey) -> bytes:
    """Sign 32 bytes: R, S, V; deterministic nonce (RFC 6979), low s."""
    signature = bytes(private_key.sign_recoverable(message_digest, hasher=None))
    assert signature[64] in (0, 1), "r above the group order: no one has met one"
    return signature


def sign(message: Signable, chain_id: int, private_key: coincurve.PrivateKey) -> Signable:
    """Return the message with its author's signature. For tests and tools: no double-sign guard."""
    return replace(message, signature=sign_digest(digest(message, chain_id), private_key))


def address_of(public_key: coincurve.PublicKey) -> Address:
    """Ethereum address of a public key: last 20 bytes of the Keccak of its 64 bytes."""
    return Address(keccak(public_key.format(compressed=False)[1:])[12:])


def recover_signer(message_digest: Hash32, signature: bytes) -> Address:
    """
    Address that signed a digest.

    Raises SignatureRefused when the bytes are no canonical signature.
    """
    if len(signature) != SIGNATURE_BYTES:
        raise SignatureRefused(f"expected {SIGNATURE_BYTES} bytes, found {len(signature)}")
    if signature[64] > 1:
        raise SignatureRefused(f"expected v of 0 or 1, found {signature[64]}")
    if int.from_bytes(signature[32:64], "big") > S_MAX:
        raise SignatureRefused("expected s in the lower half of the group, found the upper")
    try:
        key = coincurve.PublicKey.from_signature_and_message(signature, message_digest, hasher=None)
    except ValueError as error:
        raise SignatureRefused(f"expected a signature of secp256k1, found none: {error}") from error
    return address_of(key)


def verify_message(message: Vote | ProposalMessage, chain_id: int) -> None:
    """Check that a vote or proposal is signed by its author. Raises SignatureRefused."""
    signer, expected = recover_signer(digest(message, chain_id), message.signature), author(message)
    if signer != expected:
        raise SignatureRefused(f"expected signer 0x{expected.hex()}, found 0x{signer.hex()}")


def verify_certificate(
    certificate: Certificate,
    validators: ValidatorSet,
    chain_id: int,
    known: Certificate | None = None,
) -> None:
    """
    Check every signature of a certificate against the validators of its height.

    All are checked, not only the first two thirds: a certificate is also the record of who
    took part. `known` has passed this check before: signatures under the same words that it has
    too are not recovered again. Raises CertificateRefused for a stranger, a double, a bad
    signature, or power that is not more than two thirds.
    """
    power, seen = 0, set[Address]()
    recovered = _signatures_in_common(certificate, known)
    for address, signature in certificate.signatures:
        _refuse_member(certificate, validators, address, seen)
        seen.add(address)
        if (address, signature) not in recovered:
            _verify_precommit(certificate, address, signature, chain_id)
        power += validators.power_of(address)
    if not validators.is_quorum(power):
        raise CertificateRefused(
            certificate.height,
            f"power of more than two thirds of {validators.total_power}",
            str(power),
        )


def _signatures_in_common(
    certificate: Certificate, known: Certificate | None
) -> frozenset[tuple[Address, bytes]]:
    if known is None or (known.height, known.round, known.block_id) != (
        certificate.height,
        certificate.round,
        certificate.block_id,
    ):
        return frozenset()
    return frozenset(known.signatures)


def _verify_precommit(
    certificate: Certificate, address: Address, signature: bytes, chain_id: int
) -> None:
    try:
        verify_message(precommit_of(certificate, address, signature), chain_id)
    except SignatureRefused as error:
        raise CertificateRefused(
            certificate.height, f"a signature by 0x{address.hex()}", str(error)
        ) from error


def precommit_of(certificate: Certificate, address: Address, signature: bytes) -> Vote:
    """Return the precommit that one signature of a certificate stands for."""
    return Vote(
        VoteKind.PRECOMMIT,
        certificate.height,
        certificate.round,
        certificate.block_id,
        NO_ROUND,
        address,
        signature,
    )


def encode_certificate(certificate: Certificate) -> bytes:
    """RLP of a certificate; the pre-image of its hash."""
    return certificate.encoded


def decode_certificate(data: bytes) -> Certificate:
    """Strict reverse of `encode_certificate`. Raises Malformed."""
    height, round_, block, signatures = _fields(data, 4, CERTIFICATE_BYTES_MAX, "a certificate")
    if not isinstance(signatures, list) or len(signatures) > VALIDATORS_MAX:
        raise Malformed(f"expected at most {VALIDATORS_MAX} signatures, found something else")
    pairs = tuple(_signature_pair(item) for item in signatures)
    if any(left[0] >= right[0] for left, right in pairwise(pairs)):
        raise Malformed("expected signatures in rising order of address, found another order")
    return Certificate(Height(_uint(height)), Round(_uint(round_)), _block_id(block), pairs)


def encode_vote(vote: Vote) -> bytes:
    """RLP [kind, height, round, [hash, time_ms] or [], valid_round + 1, validator, signature]."""
    return rlp.encode(
        [
            rlp.integer(vote.kind),
            rlp.integer(vote.height),
            rlp.integer(vote.round),
            [] if vote.block_id is None else _block_fields(vote.block_id),
            rlp.integer(vote.valid_round + 1),
            vote.validator,
            vote.signature,
        ]
    )


def decode_vote(data: bytes) -> Vote:
    """Strict reverse of `encode_vote`; checks the shape, not the signature. Raises Malformed."""
    kind, height, round_, block, valid_round, validator, signature = _fields(
        data, 7, VOTE_BYTES_MAX, "a vote"
    )
    if _uint(kind) not in (VoteKind.PREVOTE, VoteKind.PRECOMMIT):
        raise Malformed(f"expected kind 1 or 2 of a vote, found {_uint(kind)}")
    vote = Vote(
        VoteKind(_uint(kind)),
        Height(_uint(height)),
        Round(_uint(round_)),
        None if block == [] else _block_id(block),
        Round(_uint(valid_round) - 1),
        Address(_bytes(validator, 20)),
        _bytes(signature, SIGNATURE_BYTES),
    )
    plain = vote.kind == VoteKind.PRECOMMIT or vote.block_id is None
    if vote.valid_round != NO_ROUND and (plain or vote.valid_round >= vote.round):
        raise Malformed(f"expected no or an earlier valid round, found {vote.valid_round}")
    return vote


def encode_proposal(proposal: ProposalMessage) -> bytes:
    """RLP [height, round, [hash, time_ms], valid_round + 1, proposer, signature]."""
    return rlp.encode(
        [
            rlp.integer(proposal.height),
            rlp.integer(proposal.round),
            _block_fields(proposal.block_id),
            rlp.integer(proposal.valid_round + 1),
            proposal.proposer,
            proposal.signature,
        ]
    )


def decode_proposal(data: bytes) -> ProposalMessage:
    """Strict reverse of `encode_proposal`; checks the shape only. Raises Malformed."""
    height, round_, block, valid_round, proposer, signature = _fields(
        data, 6, VOTE_BYTES_MAX, "a proposal"
    )
    proposal = ProposalMessage(
        Height(_uint(height)),
        Round(_uint(round_)),
        _block_id(block),
        Round(_uint(valid_round) - 1),
        Address(_bytes(proposer, 20)),
        _bytes(signature, SIGNATURE_BYTES),
    )
    if proposal.valid_round >= proposal.round:
        raise Malformed(
            f"expected a valid round before {proposal.round}, found {proposal.valid_round}"
        )
    return proposal


def _position(height: int, round_: int, valid_round: int) -> bytes:
    return b"".join(number.to_bytes(8, "big") for number in (height, round_, valid_round + 1))


def _block(block_id: BlockId | None) -> bytes:
    if block_id is None:
        return ZERO_HASH + bytes(8)
    return block_id.hash + block_id.time_ms.to_bytes(8, "big")


def _refuse_member(
    certificate: Certificate, validators: ValidatorSet, address: Address, seen: set[Address]
) -> None:
    if address not in validators:
        raise CertificateRefused(
            certificate.height, "members of the validator set", f"stranger 0x{address.hex()}"
        )
    if address in seen:
        raise CertificateRefused(
            certificate.height, "one signature a validator", f"two by 0x{address.hex()}"
        )


def _fields(data: bytes, count: int, bytes_max: int, what: str) -> list[Any]:
    if len(data) > bytes_max:
        raise Malformed(f"expected {what} of at most {bytes_max} bytes, found {len(data)}")
    fields = rlp.decode(data)
    if not isinstance(fields, list) or len(fields) != count:
        raise Malformed(f"expected {what} of {count} fields, found something else")
    return fields


def _uint(item: Any) -> int:
    if not isinstance(item, bytes) or len(item) > 8 or item[:1] == b"\x00":
        raise Malformed("expected an integer of at most 8 bytes without leading zeros")
    number = int.from_bytes(item, "big")
    if number > HEIGHT_MAX:
        raise Malformed(f"expected an integer of at most {HEIGHT_MAX}, found {number}")
    return number


def _bytes(item: Any, size: int) -> bytes:
    if not isinstance(item, bytes) or len(item) != size:
        raise Malformed(f"expected {size} bytes, found something else")
    return item


def _block_fields(block_id: BlockId) -> list[rlp.Encodable]:
    return [block_id.hash, rlp.integer(block_id.time_ms)]


def _block_id(item: Any) -> BlockId:
    if not isinstance(item, list) or len(item) != 2:
        raise Malformed("expected a block's hash and time, found something else")
    return BlockId(Hash32(_bytes(item[0], 32)), Milliseconds(_uint(item[1])))


def _signature_pair(item: Any) -> tuple[Address, bytes]:
    if not isinstance(item, list) or len(item) != 2:
        raise Malformed("expected an address and a signature, found something else")
    return Address(_bytes(item[0], 20)), _bytes(item[1], SIGNATURE_BYTES)
