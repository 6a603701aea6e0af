"""
Everything that gossip says, as bytes: a tag of one byte, then strict RLP.

    WireMessage --Codec.encode--> tag + RLP --Channel--> Codec.decode --> WireMessage

Each tag belongs to one channel or two and has a size limit of its own, checked before a byte is
read. Decoding checks shapes and limits only; signatures are the engine's.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from typing import Final

from chain.certificates import (
    CERTIFICATE_BYTES_MAX,
    HEIGHT_MAX,
    VOTE_BYTES_MAX,
    decode_certificate,
    decode_proposal,
    decode_vote,
    encode_certificate,
    encode_proposal,
    encode_vote,
)
from chain.codec import rlp
from chain.errors import Malformed
from chain.evidence import decode_evidence, encode_evidence
from chain.params import EVIDENCE_BYTES_MAX
from chain.types.certificate import Certificate, ProposalMessage, Vote
from chain.types.evidence import Evidence
from chain.types.primitives import Hash32, Height
from chain.types.validators import VALIDATORS_MAX
from consensus.host.config import PAYLOAD_BYTES_MAX
from consensus.host.network import (
    BlockRequest,
    EvidenceMessage,
    NoBlock,
    StatusMessage,
    VoteBundle,
)
from consensus.net.compact import COMPACT_BYTES_MAX, TRANSACTIONS_MAX, CompactPayload
from consensus.net.parts import (
    PART_BYTES,
    PARTS_MAX,
    PROOF_HASHES_MAX,
    Manifest,
    Part,
    check_size,
)
from consensus.net.transport import Channel

KIBIBYTE: Final = 1_024
MESSAGE_BYTES_MAX: Final = 240 * KIBIBYTE  # one message of any kind; a frame holds 256 KiB
VOTES_MAX: Final = VALIDATORS_MAX  # votes of one bundle: each validator once
PART_INDEXES_MAX: Final = 16  # parts that one request may ask for, 1 MiB
TRANSACTION_INDEXES_MAX: Final = 1_000  # missing transactions that one request may ask for
TRANSACTIONS_BYTES_MAX: Final = 192 * KIBIBYTE  # transactions of one message
BATCH_MAX: Final = 2_000  # transactions of one message
ADDRESSES_MAX: Final = 100  # addresses of one peer exchange
ADDRESS_BYTES_MAX: Final = 128  # "0x" + 40 hex digits + "@" + host + ":" + port


class Pushed(IntEnum):
    """What of a payload follows its announcement unasked."""

    NOTHING = 0
    PARTS = 1  # the first few
    COMPACT = 2  # its head and the hashes of its transactions


@dataclass(frozen=True, slots=True)
class Announcement:
    """A proposal whose payload the sender can give."""

    proposal: ProposalMessage
    manifest: Manifest
    pushed: Pushed = Pushed.NOTHING


@dataclass(frozen=True, slots=True)
class CertifiedAnnouncement:
    """A decided block whose payload the sender gives: its first parts follow unasked."""

    certificate: Certificate
    manifest: Manifest


@dataclass(frozen=True, slots=True)
class PartRequest:
    """A question for parts of a payload, indexes rising."""

    root: Hash32
    indexes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TransactionRequest:
    """A question for transactions of a compact payload by their places, rising."""

    root: Hash32
    indexes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TransactionReply:
    """Transactions of a compact payload, each with its place."""

    root: Hash32
    transactions: tuple[tuple[int, bytes], ...]


@dataclass(frozen=True, slots=True)
class TransactionBatch:
    """New transactions for the pool."""

    transactions: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class PeerRequest:
    """A question for addresses of peers."""


@dataclass(frozen=True, slots=True)
class PeerResponse:
    """Addresses of peers, "0x<id>@host:port" each, not parsed yet."""

    addresses: tuple[str, ...]


WireMessage = (
    Vote
    | VoteBundle
    | Announcement
    | CompactPayload
    | TransactionRequest
    | TransactionReply
    | PartRequest
    | Part
    | EvidenceMessage
    | StatusMessage
    | BlockRequest
    | NoBlock
    | CertifiedAnnouncement
    | PeerRequest
    | PeerResponse
    | TransactionBatch
)


@dataclass(frozen=True, slots=True)
class _Form:
    """How one kind of message looks on the wire."""

    tag: int
    kind: type
    channels: tuple[Channel, ...]
    bytes_max: int  # without the tag


_BULK: Final = (Channel.PROPOSAL, Channel.BLOCK)
_PROPOSAL: Final = (Channel.PROPOSAL,)
_BLOCK: Final = (Channel.BLOCK,)
_NUMBER_BYTES: Final = 9  # RLP of an integer of at most 8 bytes
_SMALL: Final = 64  # heights and little else

FORMS: Final = (
    _Form(1, Vote, (Channel.CONSENSUS,), VOTE_BYTES_MAX),
    _Form(2, VoteBundle, (Channel.CONSENSUS,), 8 + VOTES_MAX * (VOTE_BYTES_MAX + 3)),
    _Form(16, Announcement, _PROPOSAL, VOTE_BYTES_MAX + 64),
    _Form(17, CompactPayload, _PROPOSAL, COMPACT_BYTES_MAX + 64),
    _Form(18, TransactionRequest, _PROPOSAL, 64 + 3 * TRANSACTION_INDEXES_MAX),
    _Form(19, TransactionReply, _PROPOSAL, MESSAGE_BYTES_MAX - 1),
    _Form(20, PartRequest, _BULK, 64 + 3 * PART_INDEXES_MAX),
    _Form(21, Part, _BULK, PART_BYTES + 33 * PROOF_HASHES_MAX + 64),
    _Form(32, EvidenceMessage, (Channel.EVIDENCE,), EVIDENCE_BYTES_MAX),
    _Form(48, StatusMessage, _BLOCK, _SMALL),
    _Form(49, BlockRequest, _BLOCK, _SMALL),
    _Form(50, NoBlock, _BLOCK, _SMALL),
    _Form(51, CertifiedAnnouncement, _BLOCK, CERTIFICATE_BYTES_MAX + 64),
    _Form(64, PeerRequest, (Channel.PEERS,), 1),
    _Form(65, PeerResponse, (Channel.PEERS,), 8 + ADDRESSES_MAX * (ADDRESS_BYTES_MAX + 3)),
    _Form(80, TransactionBatch, (Channel.TRANSACTION,), MESSAGE_BYTES_MAX - 1),
)
_BY_TAG: Final = {form.tag: form for form in FORMS}
_BY_KIND: Final = {form.kind: form for form in FORMS}


def channel_of(message: WireMessage) -> Channel:
    """The channel that a message goes out on; of two, the caller says which."""
    return _BY_KIND[type(message)].channels[0]


class Codec:
    """Encoder and decoder; a toy chain may hand over a codec of its own for its evidence."""

    def __init__(
        self,
        encode_evidence: Callable[[Evidence], bytes] = encode_evidence,
        decode_evidence: Callable[[bytes], Evidence] = decode_evidence,
    ) -> None:
        self._encode_evidence, self._decode_evidence = encode_evidence, decode_evidence

    def encode(self, message: WireMessage) -> bytes:
        """Bytes of a message, which must be within the limits that `decode` has."""
        form = _BY_KIND[type(message)]
        body = self._body(message)
        assert len(body) <= form.bytes_max, f"{form.kind.__name__} of {len(body)} bytes"
        return bytes([form.tag]) + body

    def decode(self, channel: Channel, data: bytes) -> WireMessage:
        """Strict reverse of `encode`. Raises Malformed."""
        form = _BY_TAG.get(data[0]) if data else None
        if form is None or channel not in form.channels:
            found = f"tag {data[0]}" if data else "nothing"
            raise Malformed(f"expected a message of channel {channel.name}, found {found}")
        if len(data) - 1 > form.bytes_max:
            raise Malformed(
                f"expected {form.kind.__name__} of at most {form.bytes_max} bytes, "
                f"found {len(data) - 1}"
            )
        return self._read(form.kind, data[1:])

    def _body(self, message: WireMessage) -> bytes:
        match message:
            case Vote():
                return encode_vote(message)
            case VoteBundle(votes):
                _check_bundle(votes)
                return rlp.encode([encode_vote(vote) for vote in votes])
            case Announcement(proposal, manifest, pushed):
                head: list[rlp.Encodable] = [encode_proposal(proposal), *_manifest(manifest)]
                return rlp.encode([*head, rlp.integer(pushed)])
            case EvidenceMessage(evidence):
                return self._encode_evidence(evidence)
            case StatusMessage(height, oldest_height):
                return rlp.encode([rlp.integer(height), rlp.integer(oldest_height)])
            case BlockRequest(height) | NoBlock(height):
                return rlp.encode([rlp.integer(height)])
            case CertifiedAnnouncement(certificate, manifest):
                return rlp.encode([encode_certificate(certificate), *_manifest(manifest)])
            case PeerRequest():
                return rlp.encode([])
            case PeerResponse(addresses):
                return rlp.encode([address.encode() for address in addresses])
            case TransactionBatch(transactions):
                return rlp.encode(transactions)
        return _payload_body(message)

    def _read(self, kind: type, body: bytes) -> WireMessage:
        if kind is Vote:
            return decode_vote(body)
        if kind is EvidenceMessage:
            return EvidenceMessage(self._decode_evidence(body))
        fields = rlp.decode_list(body, kind.__name__)
        return _READERS[kind](fields)


def _payload_body(message: WireMessage) -> bytes:
    """Bodies of what carries payloads in pieces."""
    match message:
        case CompactPayload(root, head, hashes):
            return rlp.encode([root, head, hashes])
        case TransactionRequest(root, indexes) | PartRequest(root, indexes):
            return rlp.encode([root, [rlp.integer(index) for index in indexes]])
        case TransactionReply(root, transactions):
            pairs = [[rlp.integer(index), raw] for index, raw in transactions]
            return rlp.encode([root, pairs])
        case Part(root, index, proof, data):
            return rlp.encode([root, rlp.integer(index), proof, data])
    raise AssertionError(f"no form for {message}")


def _manifest(manifest: Manifest) -> list[bytes]:
    return [rlp.integer(manifest.size_bytes), manifest.root]


def _check_bundle(votes: tuple[Vote, ...]) -> None:
    """Votes of a bundle are of one height, round and kind."""
    if not 1 <= len(votes) <= VOTES_MAX:
        raise Malformed(f"expected 1 to {VOTES_MAX} votes in a bundle, found {len(votes)}")
    first = votes[0]
    place = (first.height, first.round, first.kind)
    if any((vote.height, vote.round, vote.kind) != place for vote in votes):
        raise Malformed("expected votes of one height, round and kind, found others")


def _read_bundle(fields: list[rlp.Item]) -> VoteBundle:
    if len(fields) > VOTES_MAX:
        raise Malformed(f"expected 1 to {VOTES_MAX} votes in a bundle, found {len(fields)}")
    votes = tuple(decode_vote(rlp.to_bytes(item, "vote")) for item in fields)
    _check_bundle(votes)
    return VoteBundle(votes)


def _read_announcement(fields: list[rlp.Item]) -> Announcement:
    proposal, size, root, pushed = _exactly(fields, 4, "announcement")
    return Announcement(
        decode_proposal(rlp.to_bytes(proposal, "proposal")),
        _read_manifest(size, root),
        Pushed(rlp.to_integer(pushed, max(Pushed), "pushed")),
    )


def _read_certified(fields: list[rlp.Item]) -> CertifiedAnnouncement:
    certificate, size, root = _exactly(fields, 3, "certified block")
    decoded = decode_certificate(rlp.to_bytes(certificate, "certificate"))
    return CertifiedAnnouncement(decoded, _read_manifest(size, root))


def _read_manifest(size: rlp.Item, root: rlp.Item) -> Manifest:
    size_bytes = check_size(rlp.to_integer(size, PAYLOAD_BYTES_MAX, "size of a payload"))
    return Manifest(size_bytes, _hash(root))


def _read_compact(fields: list[rlp.Item]) -> CompactPayload:
    root, head, hashes = _exactly(fields, 3, "compact payload")
    listed = rlp.expect_list(hashes, "hashes")
    if len(listed) > TRANSACTIONS_MAX:
        raise Malformed(f"expected at most {TRANSACTIONS_MAX} hashes, found {len(listed)}")
    return CompactPayload(
        _hash(root), rlp.to_bytes(head, "head"), tuple(_hash(item) for item in listed)
    )


def _read_transaction_request(fields: list[rlp.Item]) -> TransactionRequest:
    root, indexes = _exactly(fields, 2, "transaction request")
    listed = _indexes(indexes, TRANSACTION_INDEXES_MAX, TRANSACTIONS_MAX)
    return TransactionRequest(_hash(root), listed)


def _read_part_request(fields: list[rlp.Item]) -> PartRequest:
    root, indexes = _exactly(fields, 2, "part request")
    return PartRequest(_hash(root), _indexes(indexes, PART_INDEXES_MAX, PARTS_MAX))


def _read_transaction_reply(fields: list[rlp.Item]) -> TransactionReply:
    root, pairs = _exactly(fields, 2, "transaction reply")
    listed = rlp.expect_list(pairs, "transactions")
    if not 1 <= len(listed) <= TRANSACTION_INDEXES_MAX:
        raise Malformed(
            f"expected 1 to {TRANSACTION_INDEXES_MAX} transactions, found {len(listed)}"
        )
    return TransactionReply(_hash(root), tuple(_read_placed(item) for item in listed))


def _read_placed(item: rlp.Item) -> tuple[int, bytes]:
    index, raw = rlp.expect_fields(item, 2, "transaction")
    return rlp.to_integer(index, TRANSACTIONS_MAX - 1, "place"), rlp.to_bytes(raw, "transaction")


def _read_part(fields: list[rlp.Item]) -> Part:
    root, index, proof, data = _exactly(fields, 4, "part")
    hashes = rlp.expect_list(proof, "proof")
    if len(hashes) > PROOF_HASHES_MAX:
        raise Malformed(f"expected at most {PROOF_HASHES_MAX} hashes, found {len(hashes)}")
    return Part(
        _hash(root),
        rlp.to_integer(index, PARTS_MAX - 1, "index of a part"),
        tuple(_hash(item) for item in hashes),
        rlp.to_bytes(data, "data of a part"),
    )


def _read_status(fields: list[rlp.Item]) -> StatusMessage:
    height, oldest = _exactly(fields, 2, "status")
    status = StatusMessage(_height(height), _height(oldest))
    if status.oldest_height > status.height + 1:
        raise Malformed(
            f"expected an oldest height of at most {status.height + 1}, "
            f"found {status.oldest_height}"
        )
    return status


def _read_block_request(fields: list[rlp.Item]) -> BlockRequest:
    return BlockRequest(_height(_exactly(fields, 1, "block request")[0]))


def _read_no_block(fields: list[rlp.Item]) -> NoBlock:
    return NoBlock(_height(_exactly(fields, 1, "no block")[0]))


def _read_peer_request(fields: list[rlp.Item]) -> PeerRequest:
    _exactly(fields, 0, "peer request")
    return PeerRequest()


def _read_peer_response(fields: list[rlp.Item]) -> PeerResponse:
    if len(fields) > ADDRESSES_MAX:
        raise Malformed(f"expected at most {ADDRESSES_MAX} addresses, found {len(fields)}")
    return PeerResponse(tuple(_text(item) for item in fields))


def _read_batch(fields: list[rlp.Item]) -> TransactionBatch:
    if not 1 <= len(fields) <= BATCH_MAX:
        raise Malformed(f"expected 1 to {BATCH_MAX} transactions, found {len(fields)}")
    return TransactionBatch(tuple(rlp.to_bytes(item, "transaction") for item in fields))


_READERS: Final[dict[type, Callable[[list[rlp.Item]], WireMessage]]] = {
    VoteBundle: _read_bundle,
    Announcement: _read_announcement,
    CompactPayload: _read_compact,
    TransactionRequest: _read_transaction_request,
    TransactionReply: _read_transaction_reply,
    PartRequest: _read_part_request,
    Part: _read_part,
    StatusMessage: _read_status,
    BlockRequest: _read_block_request,
    NoBlock: _read_no_block,
    CertifiedAnnouncement: _read_certified,
    PeerRequest: _read_peer_request,
    PeerResponse: _read_peer_response,
    TransactionBatch: _read_batch,
}


def _exactly(fields: list[rlp.Item], count: int, what: str) -> list[rlp.Item]:
    return rlp.expect_fields(fields, count, what)


def _hash(item: rlp.Item) -> Hash32:
    return Hash32(rlp.to_fixed(item, 32, "hash"))


def _height(item: rlp.Item) -> Height:
    return Height(rlp.to_integer(item, HEIGHT_MAX - 1, "height"))


def _text(item: rlp.Item) -> str:
    raw = rlp.to_bytes(item, "address")
    if len(raw) > ADDRESS_BYTES_MAX or not raw.isascii():
        raise Malformed(f"expected an address of at most {ADDRESS_BYTES_MAX} ASCII characters")
    return raw.decode("ascii")


def _indexes(item: rlp.Item, count_max: int, index_limit: int) -> tuple[int, ...]:
    """Places in rising order, so that one request cannot ask for the same thing many times."""
    listed = rlp.expect_list(item, "indexes")
    if not 1 <= len(listed) <= count_max:
        raise Malformed(f"expected 1 to {count_max} indexes, found {len(listed)}")
    indexes = tuple(rlp.to_integer(entry, index_limit - 1, "index") for entry in listed)
    if any(left >= right for left, right in pairwise(indexes)):
        raise Malformed("expected rising indexes, found others")
    return indexes
