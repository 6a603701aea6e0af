"""
The storage of all accounts during one block: words read once, writes in the world's journal.

    StateReader --read once--> words below | written words | originals of the transaction | warm set

One word at a time for instructions, many at a time for modules: both leave the same in the journal.
"""

from collections.abc import Iterable
from typing import Any, Final

from chain.types.primitives import Address
from chain.types.state import StateReader

ABSENT: Final = object()  # marks a key that a table did not hold


class Slots:
    """
    Storage and its journal, to which the world adds accounts, coins and logs.

    Undo entries are (table, key, old value); all tables are dicts, so one loop undoes them all.
    """

    __slots__ = (
        "_base_slots",
        "_cleared",
        "_originals",
        "_reader",
        "_slots",
        "_transient",
        "_undo",
        "_warm_slots",
    )

    def __init__(self, reader: StateReader) -> None:
        self._reader = reader
        self._base_slots: dict[Address, dict[int, int]] = {}  # slots as the reader gave them
        self._slots: dict[Address, dict[int, int]] = {}  # written slots
        self._cleared: dict[Address, bool] = {}  # storage of these is not read from below
        self._undo: list[tuple[dict[Any, Any], Any, Any]] = []
        self._start_transaction()

    def _start_transaction(self) -> None:
        self._warm_slots: dict[tuple[Address, int], bool] = {}
        self._transient: dict[tuple[Address, int], bytes] = {}
        self._originals: dict[tuple[Address, int], int] = {}

    def _put(self, table: dict[Any, Any], key: Any, value: Any) -> None:
        """Write to a table and leave the old value in the journal."""
        self._undo.append((table, key, table.get(key, ABSENT)))
        table[key] = value

    # One word.

    def get_storage(self, address: Address, slot: int, from_journal: bool = True) -> int:
        """
        Word at a slot of an account, 0 where nothing was written.

        Without `from_journal` it is the value before this transaction, by which EIP-2200 prices.
        """
        if not from_journal:
            original = self._originals.get((address, slot))
            if original is not None:
                return original
        slots = self._slots.get(address)
        if slots is not None:
            value = slots.get(slot)
            if value is not None:
                return value
        return self._word_below(address, slot)

    def _word_below(self, address: Address, slot: int) -> int:
        """Word at a slot that the block has not written."""
        if address in self._cleared:
            return 0
        below = self._base_slots.get(address)
        if below is None:
            below = self._base_slots[address] = {}
        word = below.get(slot)
        if word is None:
            word = below[slot] = self._reader.storage(address, slot)
        return word

    def set_storage(self, address: Address, slot: int, value: int) -> None:
        """Write a word to a slot of an account; 0 empties it."""
        key = (address, slot)
        if key not in self._originals:
            self._originals[key] = self.get_storage(address, slot)
        self._put(self._slots.setdefault(address, {}), slot, value)

    def get_transient_storage(self, address: Address, slot: int) -> bytes:
        """Word that lives until the end of the transaction (EIP-1153)."""
        return self._transient.get((address, slot), b"")

    def set_transient_storage(self, address: Address, slot: int, value: bytes) -> None:
        """Write a word that lives until the end of the transaction (EIP-1153)."""
        self._put(self._transient, (address, slot), value)

    def is_storage_warm(self, address: Address, slot: int) -> bool:
        """Whether the transaction has used the slot (EIP-2929)."""
        return (address, slot) in self._warm_slots

    def mark_storage_warm(self, address: Address, slot: int) -> None:
        """Note that the transaction has used the slot."""
        key = (address, slot)
        if key not in self._warm_slots:
            self._undo.append((self._warm_slots, key, ABSENT))
            self._warm_slots[key] = True

    def use_word(self, address: Address, slot: int) -> tuple[int, bool]:
        """Return a word, and whether the transaction had used it before; now it has."""
        key = (address, slot)
        warm = self._warm_slots
        was_warm = key in warm
        if not was_warm:
            self._undo.append((warm, key, ABSENT))
            warm[key] = True
        slots = self._slots.get(address)
        if slots is not None:
            word = slots.get(slot)
            if word is not None:
                return word, was_warm
        return self._word_below(address, slot), was_warm

    def write_word(self, address: Address, slot: int, word: int) -> tuple[int, int, bool]:
        """
        Write a word that the transaction uses.

        Return what stood there before the transaction and just before, and whether it was warm.
        """
        before, was_warm = self.use_word(address, slot)
        key = (address, slot)
        original = self._originals.get(key, before)
        if word != before:
            self._originals[key] = original
            written = self._slots.setdefault(address, {})
            self._undo.append((written, slot, written.get(slot, ABSENT)))
            written[slot] = word
        return original, before, was_warm

    # Many words of one account.

    def use_words(self, address: Address, slots: Iterable[int]) -> tuple[list[int], int]:
        """
        Return words at slots of an account, and how many of them the transaction had not used.

        Now it has used all of them.
        """
        warm, undo, written = self._warm_slots, self._undo, self._slots.get(address) or {}
        words, cold = [], 0
        for slot in slots:
            key = (address, slot)
            if key not in warm:
                undo.append((warm, key, ABSENT))
                warm[key] = True
                cold += 1
            word = written.get(slot)
            words.append(self._word_below(address, slot) if word is None else word)
        return words, cold

    def get_words(self, address: Address, slots: Iterable[int]) -> list[int]:
        """Words at slots of an account, in their order."""
        written = self._slots.get(address, {})
        if address in self._cleared:
            return [written.get(slot, 0) for slot in slots]
        below, read = self._base_slots.setdefault(address, {}), self._reader.storage
        words = []
        for slot in slots:
            word = written.get(slot)
            if word is None:
                word = below.get(slot)
                if word is None:
                    word = below[slot] = read(address, slot)
            words.append(word)
        return words

    def write_words(
        self, address: Address, words: Iterable[tuple[int, int]]
    ) -> list[tuple[int, int, int, bool]]:
        """
        Write (slot, word) pairs one after the other, which the transaction uses.

        Return for each what stood at its slot before the transaction, just before, and now, and
        whether the transaction had used it.
        """
        warm, originals, undo = self._warm_slots, self._originals, self._undo
        written = self._slots.setdefault(address, {})
        steps = []
        for slot, word in words:
            key = (address, slot)
            was_warm = key in warm
            if not was_warm:
                undo.append((warm, key, ABSENT))
                warm[key] = True
            before = old = written.get(slot)
            if before is None:
                before = self._word_below(address, slot)
            original = originals.get(key, before)
            steps.append((original, before, word, was_warm))
            if word != before:
                originals[key] = original
                undo.append((written, slot, ABSENT if old is None else old))
                written[slot] = word
        return steps
