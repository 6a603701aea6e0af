"""
Packets as the bridge's description has them, written down a second time for the tests.

    Packet --commitment_of--> 32 bytes in the slot that slot_of names

Nothing here is taken from the contracts, so that what they compute is compared with the words.
"""

from dataclasses import dataclass, field

from eth_abi import encode
from eth_utils import keccak

PACKET_DOMAIN = keccak(text="kumiai.bridge.packet.v1")
ACK_DOMAIN = keccak(text="kumiai.bridge.ack.v1")
COIN = "0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE"
ZERO = "0x" + "00" * 20
TRANSFER = "(address,bool,address,address,uint256,uint64,bytes)"

End = tuple[int, str, int]  # chain, bridge, route


@dataclass(frozen=True)
class Transfer:
    """What a packet carries."""

    token: str
    returning: bool
    sender: str
    receiver: str
    amount: int
    call_gas: int = 0
    call_data: bytes = b""

    def encoded(self) -> bytes:
        """Solidity's abi.encode of the struct."""
        words = (self.token, self.returning, self.sender, self.receiver)
        return encode([TRANSFER], [(*words, self.amount, self.call_gas, self.call_data)])


@dataclass(frozen=True)
class Packet:
    """Sequence, time out and payload."""

    sequence: int
    timeout_s: int
    payload: bytes = field(repr=False)

    def words(self) -> tuple[int, int, bytes]:
        """As a contract takes it."""
        return self.sequence, self.timeout_s, self.payload


@dataclass(frozen=True)
class Acknowledgement:
    """What became of a packet."""

    success: bool
    payee: str
    result_hash: bytes = bytes(32)

    def words(self) -> tuple[bool, str, bytes]:
        """As a contract takes it."""
        return self.success, self.payee, self.result_hash


def commitment_of(source: End, destination: End, packet: Packet) -> bytes:
    """Return what the source commits to."""
    kinds = ["bytes32", *2 * ["uint256", "address", "uint64"], "uint64", "uint64", "bytes32"]
    payload_hash = keccak(packet.payload)
    values = [*source, *destination, packet.sequence, packet.timeout_s, payload_hash]
    return keccak(encode(kinds, [PACKET_DOMAIN, *values]))


def acknowledgement_of(commitment: bytes, outcome: Acknowledgement) -> bytes:
    """Return what the destination commits to."""
    kinds = ["bytes32", "bytes32", "bool", "address", "bytes32"]
    return keccak(encode(kinds, [ACK_DOMAIN, commitment, *outcome.words()]))


def slot_of(mapping: int, route: int, sequence: int) -> int:
    """Return the slot of mapping[route][sequence] in Solidity's layout."""
    inner = keccak(encode(["uint256", "uint256"], [route, mapping]))
    return int.from_bytes(keccak(encode(["uint256", "bytes32"], [sequence, inner])), "big")
