"""Words of an account, one by one and in a row."""

from chain.kit.memory_host import MemoryHost
from chain.kit.words import SLOT_END, Words, entry_of, in_row, tail_of
from chain.types.primitives import Address

HOME = Address(b"\x0a" * 20)


def test_a_row_is_what_its_words_are_one_by_one() -> None:
    """Written in a row and read singly, and the other way round."""
    words = Words(MemoryHost(), HOME)
    words.put_run(7, (1, 2, 3))
    assert [1, 2, 3] == [words[7], words[8], words[9]] == words.run(7, 3)


def test_behind_the_last_slot_comes_the_first() -> None:
    """A record at the end of the storage goes on at its beginning, as in Solidity."""
    words = Words(MemoryHost(), HOME)
    words.put_run(SLOT_END - 1, (4, 5))
    assert [4, 5] == [words[SLOT_END - 1], words[0]] == words.run(SLOT_END - 1, 2)
    words[SLOT_END + 1] = 6
    assert 6 == words[1]
    assert [SLOT_END - 1, 0, 1] == list(in_row(SLOT_END - 1, 3))


def test_places_are_solidity_s() -> None:
    """Known slots of `mapping(uint256 => T)` and `T[]` at slot 0 (Solidity's documentation)."""
    zero = bytes(32)
    assert f"{tail_of(0):064x}" == (
        "290decd9548b62a8d60345a988386fc84ba6bc95484008f6362f93160ef3e563"
    )
    assert f"{entry_of(zero, 0):064x}" == (
        "ad3228b676f7d3cd4284a5443f17f1962b36e491b30a40b2405849e597ba5fb5"
    )
