"""Names for the quantities that travel through the house, so that none is taken for another."""

from typing import NewType

from eth_typing import Address, Hash32

__all__ = [
    "EMPTY_CODE_HASH",
    "EMPTY_LIST_HASH",
    "EMPTY_TRIE_ROOT",
    "ZERO_ADDRESS",
    "ZERO_HASH",
    "Address",
    "Bps",
    "Gas",
    "Hash32",
    "Height",
    "Milliseconds",
    "Nonce",
    "Round",
    "Seconds",
    "Slot",
    "Wei",
]

Wei = NewType("Wei", int)  # the smallest coin unit; 10**18 wei are one coin
Gas = NewType("Gas", int)  # units of execution work
Height = NewType("Height", int)  # number of a block; the genesis block is 0
Round = NewType("Round", int)  # consensus round inside a height, from 0
Nonce = NewType("Nonce", int)  # count of transactions an account has sent
Seconds = NewType("Seconds", int)  # Unix time, or a span of it
Milliseconds = NewType("Milliseconds", int)  # Unix time in ms, or a span of it
Bps = NewType("Bps", int)  # basis points; 10,000 bps are the whole
Slot = NewType("Slot", int)  # key of a 32-byte storage word in an account

ZERO_ADDRESS = Address(b"\x00" * 20)
ZERO_HASH = Hash32(b"\x00" * 32)
# keccak256(b""), the code hash of an account without code
EMPTY_CODE_HASH = Hash32(
    bytes.fromhex("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470")
)
# keccak256(rlp(b"")), the root of a trie without entries
EMPTY_TRIE_ROOT = Hash32(
    bytes.fromhex("56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421")
)
# keccak256(rlp([])), the hash of a block without uncles
EMPTY_LIST_HASH = Hash32(
    bytes.fromhex("1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347")
)
