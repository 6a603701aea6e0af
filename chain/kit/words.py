"""
The words of one account's storage, and where Solidity's layout has them lie.

    entry_of(key, slot) of a mapping's entry    tail_of(slot) of a list's elements, a text's bytes
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from sha3 import keccak_256

from chain.kit.abi import WORD
from chain.kit.host import Host
from chain.types.primitives import Address

SLOT_END: Final = 1 << 256
# How functions that are written in lines wrap a slot: behind the last comes the first.
IN_STORAGE: Final = f"slot if slot < {SLOT_END} else slot - {SLOT_END}"


class Words:
    """The storage of one account, as 256-bit words."""

    __slots__ = ("address", "host")

    def __init__(self, host: Host, address: Address) -> None:
        self.host, self.address = host, address

    def __getitem__(self, slot: int) -> int:
        return self.host.load(self.address, slot if slot < SLOT_END else slot - SLOT_END)

    def __setitem__(self, slot: int, word: int) -> None:
        self.host.save(self.address, slot if slot < SLOT_END else slot - SLOT_END, word)

    def run(self, slot: int, count: int) -> list[int]:
        """Return so many words, from `slot` on."""
        return self.host.load_many(self.address, in_row(slot, count))

    def put_run(self, slot: int, words: Sequence[int]) -> None:
        """Write words one behind the other, from `slot` on."""
        slots = in_row(slot, len(words))
        self.host.save_many(self.address, zip(slots, words, strict=True))


def in_row(slot: int, count: int) -> Sequence[int]:
    """Return so many slots from one on; behind the last comes the first."""
    if slot + count <= SLOT_END:
        return range(slot, slot + count)
    return [at % SLOT_END for at in range(slot, slot + count)]


@lru_cache(maxsize=65_536)
def tail_of(slot: int) -> int:
    """Return where the elements of a list, or the bytes of a long string, begin."""
    return int.from_bytes(keccak_256(slot.to_bytes(WORD, "big")).digest(), "big")


@lru_cache(maxsize=65_536)
def entry_of(key: bytes, slot: int) -> int:
    """Return the slot of a mapping's entry; `key` is padded to a word, text and bytes are not."""
    return int.from_bytes(keccak_256(key + slot.to_bytes(WORD, "big")).digest(), "big")
