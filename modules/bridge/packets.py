"""
A packet in bytes, the same to the bit on every chain: its commitment, its answer, its payload.

    keccak(domain, source end, destination end, sequence, timeout, keccak(payload)) -> commitment
    keccak(domain, commitment, success, payee, result)                              -> answer
    Transfer <--one strict shape--> payload

What two chains may read differently is read by neither: a payload that its own encoding does not
repeat to the byte is none.
"""

from typing import Final

from eth_hash.auto import keccak

from chain.errors import Malformed
from chain.kit.abi import UINT256, abi_type, decode_sequence, encode_sequence, word_type
from chain.kit.storage import entry_of
from chain.types.primitives import Address, Hash32
from modules.bridge.records import (
    CALL_DATA_BYTES_MAX,
    Acknowledgement,
    End,
    Packet,
    Transfer,
)

PACKET_DOMAIN: Final = keccak(b"kumiai.bridge.packet.v1")
ACK_DOMAIN: Final = keccak(b"kumiai.bridge.ack.v1")
# The places of what the other chain proves, on every chain.
COMMITMENTS_SLOT, RECEIPTS_SLOT, ACKNOWLEDGEMENTS_SLOT = 32, 33, 34
TRANSFER_WORDS: Final = 10  # of a payload with no call data: an offset, 7 fields, a length
PAYLOAD_BYTES_MAX: Final = 32 * TRANSFER_WORDS + CALL_DATA_BYTES_MAX
_TRANSFER: Final = [abi_type(Transfer)]
_ADDRESS: Final = word_type(Address)


def packet_commitment(source: End, destination: End, packet: Packet) -> Hash32:
    """Return what the source's chain keeps while a packet is under way."""
    numbers = (packet.sequence, packet.timeout_s)
    words = b"".join(UINT256.encode(number) for number in numbers)
    ends = _end_words(source) + _end_words(destination)
    return Hash32(keccak(PACKET_DOMAIN + ends + words + keccak(packet.payload)))


def acknowledgement_commitment(commitment: Hash32, answer: Acknowledgement) -> Hash32:
    """Return what the destination's chain keeps once a packet's outcome is final."""
    words = UINT256.encode(int(answer.success)) + _ADDRESS.encode(answer.payee)
    return Hash32(keccak(ACK_DOMAIN + commitment + words + answer.result_hash))


def place_of(slot: int, route: int, sequence: int) -> int:
    """Return the storage key of `mapping(uint64 => mapping(uint64 => bytes32))` at a slot."""
    return entry_of(UINT256.encode(sequence), entry_of(UINT256.encode(route), slot))


def encode_transfer(transfer: Transfer) -> bytes:
    """Return a transfer as a payload."""
    return encode_sequence(_TRANSFER, [transfer])


def decode_transfer(payload: bytes) -> Transfer:
    """Return the transfer of a payload; raises Malformed unless it is its one encoding."""
    if len(payload) > PAYLOAD_BYTES_MAX:
        raise Malformed(f"payload of at most {PAYLOAD_BYTES_MAX} bytes expected: {len(payload)}")
    transfer: Transfer = decode_sequence(_TRANSFER, payload)[0]
    if encode_transfer(transfer) != payload:
        raise Malformed("payload: bytes behind its end")
    return transfer


def _end_words(end: End) -> bytes:
    return UINT256.encode(end.chain_id) + _ADDRESS.encode(end.bridge) + UINT256.encode(end.route)
