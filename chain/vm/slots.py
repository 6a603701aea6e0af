"""
The storage of all accounts during one block: words read once, writes in the world's journal.

    StateReader --read once--> words below | written words | originals of the transaction | warm set

One word at a time for instructions, many at a time for modules: both leave the same in the journal.
"""

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from chain.types.primitives import Address
from chain.types.state import StateReader

ABSENT: Final = object()  # marks a key that a table did not hold


class Written(NamedTuple):
    """How many words a write found as what (EIP-2200, EIP-2929): each is one of the last three."""

    cold: int  # not used by the transaction before
    made: int  # changed from zero, for the first time in the transaction
    changed: int  # changed from another word, for the first time in the transaction
    others: int  # not changed, or changed once more


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
        self._warm_slots: dict[Address, dict[int, bool]] = {}
        self._transient: dict[tuple[Address, int], bytes] = {}
        self._originals: dict[Address, dict[int, int]] = {}

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
            originals = self._originals.get(address)
            if originals is not None and slot in originals:
                return originals[slot]
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
        below = _of(self._base_slots, address)
        word = below.get(slot)
        if word is None:
            word = below[slot] = self._reader.storage(address, slot)
        return word

    def set_storage(self, address: Address, slot: int, value: int) -> None:
        """Write a word to a slot of an account; 0 empties it."""
        originals = _of(self._originals, address)
        if slot not in originals:
            originals[slot] = self.get_storage(address, slot)
        self._put(_of(self._slots, address), slot, value)

    def get_transient_storage(self, address: Address, slot: int) -> bytes:
        """Word that lives until the end of the transaction (EIP-1153)."""
        return self._transient.get((address, slot), b"")

    def set_transient_storage(self, address: Address, slot: int, value: bytes) -> None:
        """Write a word that lives until the end of the transaction (EIP-1153)."""
        self._put(self._transient, (address, slot), value)

    def is_storage_warm(self, address: Address, slot: int) -> bool:
        """Whether the transaction has used the slot (EIP-2929)."""
        return slot in self._warm_slots.get(address, ())

    def mark_storage_warm(self, address: Address, slot: int) -> None:
        """Note that the transaction has used the slot."""
        warm = _of(self._warm_slots, address)
        if slot not in warm:
            self._undo.append((warm, slot, ABSENT))
            warm[slot] = True

    def use_word(self, address: Address, slot: int) -> tuple[int, bool]:
        """Return a word, and whether the transaction had used it before; now it has."""
        warm = self._warm_slots.get(address)
        if warm is None:
            warm = self._warm_slots[address] = {}
        was_warm = slot in warm
        if not was_warm:
            self._undo.append((warm, slot, ABSENT))
            warm[slot] = True
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
        originals = _of(self._originals, address)
        original = originals.get(slot, before)
        if word != before:
            originals[slot] = original
            written = _of(self._slots, address)
            self._undo.append((written, slot, written.get(slot, ABSENT)))
            written[slot] = word
        return original, before, was_warm

    # Many words of one account.

    def use_words(self, address: Address, slots: Iterable[int]) -> tuple[list[int], int]:
        """
        Return words at slots of an account, and how many of them the transaction had not used.

        Now it has used all of them.
        """
        undo, warm = self._undo, _of(self._warm_slots, address)
        written, below = self._slots.get(address) or {}, self._words_below(address)
        words, cold = [], 0
        for slot in slots:
            if slot not in warm:
                undo.append((warm, slot, ABSENT))
                warm[slot] = True
                cold += 1
            word = written.get(slot)
            if word is None:
                word = below.get(slot)
                if word is None:
                    word = self._word_below(address, slot)
            words.append(word)
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

    def write_words(self, address: Address, words: Iterable[tuple[int, int]]) -> Written:
        """Write (slot, word) pairs one after the other, which the transaction uses."""
        undo, warm = self._undo, _of(self._warm_slots, address)
        originals, written = _of(self._originals, address), _of(self._slots, address)
        below = self._words_below(address)
        cold = made = changed = others = 0
        for slot, word in words:
            if slot not in warm:
                undo.append((warm, slot, ABSENT))
                warm[slot] = True
                cold += 1
            before = old = written.get(slot)
            if before is None:
                before = below.get(slot)
                if before is None:
                    before = self._word_below(address, slot)
            if word == before:
                others += 1
                continue
            original = originals.get(slot)
            if original is None:
                original = originals[slot] = before
            if before != original:
                others += 1
            elif original == 0:
                made += 1
            else:
                changed += 1
            undo.append((written, slot, ABSENT if old is None else old))
            written[slot] = word
        return Written(cold, made, changed, others)

    def _words_below(self, address: Address) -> dict[int, int]:
        """Words of an account that were read below the block; none once its storage is gone."""
        return {} if address in self._cleared else _of(self._base_slots, address)


def _of(table: dict[Address, dict[int, Any]], address: Address) -> dict[int, Any]:
    """Return an account's part of a table."""
    found = table.get(address)
    if found is None:
        found = table[address] = {}
    return found
