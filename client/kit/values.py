"""
Names for the quantities in declarations: plain `int`, `str` and `bytes` to whoever uses them.

    amount_wei: Wei      an int in Python, a uint256 on the chain
    owner: Address       "0x..." in EIP-55's mixed case; any case is taken as an argument
"""

from dataclasses import dataclass
from typing import Annotated, TypeAlias


@dataclass(frozen=True, slots=True)
class Abi:
    """How a value is written in call data: the ABI's own name of the type."""

    name: str


@dataclass(frozen=True, slots=True)
class _Topic:
    """Marks a field of an event that logs can be filtered by."""


INDEXED = _Topic()

Uint8: TypeAlias = Annotated[int, Abi("uint8")]
Uint16: TypeAlias = Annotated[int, Abi("uint16")]
Uint32: TypeAlias = Annotated[int, Abi("uint32")]
Uint64: TypeAlias = Annotated[int, Abi("uint64")]
Uint256: TypeAlias = Annotated[int, Abi("uint256")]
Wei: TypeAlias = Annotated[int, Abi("uint256")]  # the smallest coin unit; 10**18 are one coin
Milliseconds: TypeAlias = Annotated[int, Abi("uint256")]  # Unix time in ms, or a span of it
Slot: TypeAlias = Annotated[int, Abi("uint256")]  # key of a word of storage
Height: TypeAlias = Annotated[int, Abi("uint64")]  # number of a block, or a count of blocks
Seconds: TypeAlias = Annotated[int, Abi("uint64")]  # Unix time, or a span of it
Gas: TypeAlias = Annotated[int, Abi("uint64")]  # units of work
Nonce: TypeAlias = Annotated[int, Abi("uint64")]  # count of transactions an account has sent
Round: TypeAlias = Annotated[int, Abi("uint32")]  # consensus round inside a height
Bps: TypeAlias = Annotated[int, Abi("uint16")]  # basis points; 10,000 are the whole
Address: TypeAlias = Annotated[str, Abi("address")]
Bytes1: TypeAlias = Annotated[bytes, Abi("bytes1")]
Bytes32: TypeAlias = Annotated[bytes, Abi("bytes32")]  # hashes and seals
# Texts and bytes that events are indexed by: a log has only their Keccak hash.
HashedText: TypeAlias = Annotated[bytes, Abi("string")]
HashedBytes: TypeAlias = Annotated[bytes, Abi("bytes")]

ZERO_ADDRESS = "0x" + "00" * 20
ZERO_BYTES32 = b"\0" * 32
