"""A module's cells lie where Solidity puts them, and read back what was written."""

from typing import ClassVar

import pytest
from eth_abi import encode
from eth_utils import keccak
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.errors import Malformed
from chain.kit.abi import abi_type
from chain.kit.collections import ListMap, SetMap
from chain.kit.memory_host import MemoryHost
from chain.kit.module import Module, cells_of
from chain.kit.record import Record
from chain.kit.storage import Beside, Map, PairMap, Struct, Value, Words, entry_of, width_of
from chain.kit.trails import TrailMap
from chain.types.primitives import Address, Bps, Wei
from tests.chain.kit.demo import Mood

HOME = Address(b"\x0f" * 20)
ALICE, BOB = Address(b"\xaa" * 20), Address(b"\xbb" * 20)


class Inner(Record):
    """A record inside another."""

    share_bps: Bps
    text: str


class Outer(Record):
    """Three slots and what hangs on them."""

    who: Address
    inner: Inner
    amounts_wei: tuple[Wei, ...]


class Shelf:
    """Cells of every kind in one account."""

    address: ClassVar[Address] = HOME

    number = Value(0, int)
    text = Value(1, str)
    raw = Value(2, bytes)
    outer = Struct(3, Outer)  # who 3, share 4, text 5, amounts 6
    tree = Value(7, tuple[tuple[str, ...], ...])
    outers = Value(8, tuple[Outer, ...])
    balances_wei = Map(9, Address, Wei)
    by_text = Map(10, str, Outer)
    moods = PairMap(11, Address, Mood, str)
    mood = Value(12, Mood)

    def __init__(self) -> None:
        self.host = MemoryHost()

    def word(self, slot: int) -> int:
        """What stands in a slot."""
        return self.host.load(HOME, slot)


def slot_of(*types_and_values: object) -> int:
    """keccak of the ABI encoding, as a Solidity programmer computes a slot."""
    types, values = types_and_values[0::2], types_and_values[1::2]
    return int.from_bytes(keccak(encode(types, values)), "big")


def test_words_lie_in_their_slots():
    """A number, an address, a share and an enum each take one slot, right-aligned."""
    shelf = Shelf()
    shelf.number, shelf.mood = 7, Mood.BREAKS_INVARIANT
    shelf.outer = Outer(ALICE, Inner(Bps(250), "in"), (Wei(5), Wei(6)))
    assert (7, 3) == (shelf.word(0), shelf.word(12))
    assert (int.from_bytes(ALICE, "big"), 250) == (shelf.word(3), shelf.word(4))
    assert (Mood.BREAKS_INVARIANT, 7) == (shelf.mood, shelf.number)


def test_short_and_long_text_lie_as_solidity_lays_them():
    """Up to 31 bytes share a slot with twice their length; more go to keccak(slot)."""
    shelf = Shelf()
    shelf.text = "a" * 31
    assert b"a" * 31 + bytes((62,)) == shelf.word(1).to_bytes(32, "big")
    shelf.text = "b" * 33
    assert 33 * 2 + 1 == shelf.word(1)
    tail = slot_of("uint256", 1)
    assert (b"b" * 32, b"b".ljust(32, b"\0")) == tuple(
        shelf.word(tail + i).to_bytes(32, "big") for i in range(2)
    )


def test_lists_lie_behind_their_slot():
    """A list's length stands at its slot, its elements from keccak(slot), each as wide as it is."""
    shelf = Shelf()
    shelf.outer = Outer(BOB, Inner(Bps(1), ""), (Wei(5), Wei(6)))
    tail = slot_of("uint256", 6)
    assert (2, 5, 6) == (shelf.word(6), shelf.word(tail), shelf.word(tail + 1))
    shelf.outers = (shelf.outer, Outer(ALICE, Inner(Bps(9), "x"), ()))
    assert 4 == width_of(abi_type(Outer))
    assert 9 == shelf.word(slot_of("uint256", 8) + 4 + 1)


def test_mappings_lie_where_solidity_hashes_them():
    """keccak(key ++ slot): word keys padded, text keys as they are, pairs one inside the other."""
    shelf = Shelf()
    shelf.balances_wei[ALICE] = Wei(11)
    assert 11 == shelf.word(slot_of("address", ALICE, "uint256", 9))
    shelf.by_text["kéy"] = Outer(BOB, Inner(Bps(3), ""), ())
    place = int.from_bytes(keccak("kéy".encode() + (10).to_bytes(32, "big")), "big")
    assert (place, int.from_bytes(BOB, "big"), 3) == (
        shelf.by_text.at("kéy"),
        shelf.word(place),
        shelf.word(place + 1),
    )
    shelf.moods[BOB, Mood.REFUSES_AT_END] = "grr"
    inner = slot_of("address", BOB, "uint256", 11)
    place = slot_of("uint8", 2, "uint256", inner)
    assert place == shelf.moods.at((BOB, Mood.REFUSES_AT_END))
    assert b"grr".ljust(31, b"\0") + b"\x06" == shelf.word(place).to_bytes(32, "big")


def test_slots_wrap_around_like_solidity_s():
    """An element behind the last slot is at the first: addresses of slots are modulo 2**256."""
    words = Words(MemoryHost(), HOME)
    words[2**256 + 5] = 1
    assert 1 == words[5]
    assert entry_of(b"", 0) != entry_of(b"", 1)


def test_what_no_one_wrote_is_zero():
    """Every cell has the zero value of its type until it is written."""
    shelf = Shelf()
    empty = Outer(Address(b"\0" * 20), Inner(Bps(0), ""), ())
    assert (0, "", b"", empty, (), ()) == (
        shelf.number,
        shelf.text,
        shelf.raw,
        shelf.outer,
        shelf.tree,
        shelf.outers,
    )
    assert (0, empty, "") == (
        shelf.balances_wei[ALICE],
        shelf.by_text["?"],
        shelf.moods[ALICE, Mood.CALM],
    )


def test_mappings_are_written_entry_by_entry():
    """A mapping cannot be replaced whole: nobody knows its keys."""
    shelf = Shelf()
    with pytest.raises(AttributeError, match="entry by entry"):
        shelf.balances_wei = {}
    with pytest.raises(AttributeError, match="entry by entry"):
        shelf.moods = {}


def test_a_word_that_is_no_value_of_its_type_is_told():
    """A slot that holds no member of an enum is refused when it is read, not passed on."""
    shelf = Shelf()
    Words(shelf.host, HOME)[12] = 200
    with pytest.raises(Malformed, match="Mood"):
        _ = shelf.mood


def test_cells_name_their_type_as_solidity_does():
    """The layout file shows each declaration's type."""
    shown = {
        name: getattr(Shelf, name).solidity()
        for name in ("number", "outer", "balances_wei", "tree")
    }
    assert {
        "number": "uint256",
        "outer": "Outer",
        "balances_wei": "mapping(address => uint256)",
        "tree": "string[][]",
    } == shown
    assert "mapping(address => mapping(Mood => string))" == Shelf.moods.solidity()
    assert (4, 1) == (Shelf.outer.width, Shelf.tree.width)


texts = st.text(st.characters(codec="utf-8"), max_size=80)
outers = st.builds(
    Outer,
    st.sampled_from((ALICE, BOB)),
    st.builds(Inner, st.integers(0, 65_535), texts),
    st.lists(st.integers(0, 2**256 - 1), max_size=4).map(tuple),
)
trees = st.lists(st.lists(texts, max_size=3).map(tuple), max_size=3).map(tuple)
writes = st.one_of(
    st.tuples(st.just("number"), st.none(), st.integers(0, 2**256 - 1)),
    st.tuples(st.just("text"), st.none(), texts),
    st.tuples(st.just("raw"), st.none(), st.binary(max_size=100)),
    st.tuples(st.just("outer"), st.none(), outers),
    st.tuples(st.just("tree"), st.none(), trees),
    st.tuples(st.just("outers"), st.none(), st.lists(outers, max_size=3).map(tuple)),
    st.tuples(st.just("balances_wei"), st.sampled_from((ALICE, BOB)), st.integers(0, 9)),
    st.tuples(st.just("by_text"), texts, outers),
    st.tuples(st.just("moods"), st.tuples(st.sampled_from((ALICE, BOB)), st.just(Mood(1))), texts),
)
ZERO = {
    "number": 0,
    "text": "",
    "raw": b"",
    "outer": Outer(Address(b"\0" * 20), Inner(Bps(0), ""), ()),
    "tree": (),
    "outers": (),
}


def put(shelf: Shelf, name: str, key: object, value: object) -> None:
    """Write a cell or an entry."""
    if key is None:
        setattr(shelf, name, value)
    else:
        getattr(shelf, name)[key] = value


@settings(max_examples=120, deadline=None)
@given(st.lists(writes, max_size=12))
def test_cells_are_variables(steps):
    """After any writes each cell and entry holds its last value, and emptied ones leave no slot."""
    shelf, model = Shelf(), {}
    for name, key, value in steps:
        put(shelf, name, key, value)
        model[name, key] = value
    for (name, key), value in model.items():
        found = getattr(shelf, name) if key is None else getattr(shelf, name)[key]
        assert value == found
    for name, key in model:
        if key is None:
            setattr(shelf, name, ZERO[name])
        else:
            del getattr(shelf, name)[key]
    assert {} == shelf.host.words


class File(Record):
    """Two slots of a thing's file."""

    who: Address
    share_bps: Bps


class Office:
    """Mappings of one key, whose entries lie side by side."""

    address: ClassVar[Address] = HOME

    files = Map(1, int, File)
    notes = Map(2, int, int, Beside(1, 4))
    lists = ListMap(3, int, int, Beside(1, 5))
    sets = SetMap(4, int, int, Beside(1, 6))
    trails = TrailMap(6, int, Beside(1, 8))

    def __init__(self) -> None:
        self.host = MemoryHost()


def test_mappings_beside_each_other_share_a_place():
    """As the members of one struct in one mapping, each from its offset on."""
    office, place = Office(), slot_of("uint256", 7, "uint256", 1)
    office.files[7] = File(ALICE, Bps(3))
    office.notes[7] = 9
    office.lists[7].append(11)
    office.sets[7].add(12)
    office.trails[7].append(13)
    held = {slot: word for (_, slot), word in office.host.words.items()}
    near = {slot - place: word for slot, word in held.items() if place <= slot < place + 9}
    head = 1 << 192 | 13
    assert {0: int.from_bytes(ALICE, "big"), 1: 3, 4: 9, 5: 1, 6: 1, 8: head} == near
    assert 11 == held[slot_of("uint256", place + 5)]
    assert 12 == held[slot_of("uint256", place + 6)]
    assert 1 == held[slot_of("uint256", 12, "uint256", place + 7)]
    assert (2, 1, 1, 2, 1) == tuple(
        cell.entry_width
        for cell in (Office.files, Office.notes, Office.lists, Office.sets, Office.trails)
    )


def test_entries_beside_each_other_must_not_overlap():
    """A module whose mappings would write over one another cannot be declared."""

    class Crowded(Module, address=0x0AFE):
        """Two slots, and a neighbour at the second."""

        files = Map(1, int, File)
        notes = Map(2, int, int, Beside(1, 1))

    with pytest.raises(TypeError, match="entries of notes overlap those of files"):
        cells_of(Crowded)
