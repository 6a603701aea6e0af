"""
Where both bridges keep what is proven, and what they keep there.

    (mapping, route, sequence) --slot_of--> storage slot --> commitment | receipt | answer
"""

from typing import Final

from eth_hash.auto import keccak

from bridge.records import Acknowledgement, End, Packet
from chain.kit.abi import UINT256, abi_type, encode_sequence, word_type
from chain.kit.storage import entry_of
from chain.types.primitives import Address, Hash32

COMMITMENTS_SLOT, RECEIPTS_SLOT, ACKNOWLEDGEMENTS_SLOT = 32, 33, 34
PACKET_DOMAIN: Final = Hash32(keccak(b"kumiai.bridge.packet.v1"))
ACK_DOMAIN: Final = Hash32(keccak(b"kumiai.bridge.ack.v1"))
_END: Final = abi_type(End)
_NUMBER: Final = word_type(int)
_HASH: Final = word_type(Hash32)
_ACKNOWLEDGEMENT: Final = [
    _HASH, _HASH, word_type(bool), word_type(Address), _HASH,
]  # fmt: skip


def slot_of(mapping: int, route: int, sequence: int) -> int:
    """Return the slot of `mapping[route][sequence]`, the same on every chain."""
    return entry_of(UINT256.encode(sequence), entry_of(UINT256.encode(route), mapping))


def packet_commitment(source: End, destination: End, packet: Packet) -> Hash32:
    """Return what the source keeps while a packet is under way."""
    kinds = [_HASH, _END, _END, _NUMBER, _NUMBER, _HASH]
    numbers = (packet.sequence, packet.timeout_s)
    values = (PACKET_DOMAIN, source, destination, *numbers, Hash32(keccak(packet.payload)))
    return Hash32(keccak(encode_sequence(kinds, values)))


def acknowledgement_commitment(commitment: Hash32, answer: Acknowledgement) -> Hash32:
    """Return what the destination keeps once a packet's outcome is final."""
    values = (ACK_DOMAIN, commitment, answer.success, answer.payee, answer.result_hash)
    return Hash32(keccak(encode_sequence(_ACKNOWLEDGEMENT, values)))
