"""Packed records lie as Solidity packs structs, and give back what was put in."""

from typing import Annotated, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain.errors import Malformed
from chain.kit.abi import abi_type
from chain.kit.collections import ListMap
from chain.kit.memory_host import MemoryHost
from chain.kit.packing import Bits, Coins, Count16, Number, Packed, places_of, stored_name
from chain.kit.render.layout import layout_of
from chain.kit.storage import Map, Struct, width_of
from chain.types.primitives import Address, Bps, Hash32, Height, Wei
from modules.compute.module import Compute
from tests.chain.kit.demo import Mood

ALICE = Address(b"\xaa" * 20)


class Ticket(Packed):
    """Fields of every kind: 8 + 160 + 64, then 128 + 16 + 8 + 16 + 64, a whole word, a number."""

    mood: Mood
    owner: Address
    until: Height
    amount_wei: Coins
    share_bps: Bps
    is_paid: bool
    tries: Count16
    number: Number
    digest: Hash32
    score: int


class Shelf:
    """Packed records in place, in a mapping and in lists."""

    address: ClassVar[Address] = Address(b"\x0f" * 20)

    one = Struct(0, Ticket)  # 0 to 3
    tickets = Map(4, int, Ticket)
    lists = ListMap(5, int, Ticket)

    def __init__(self) -> None:
        self.host = MemoryHost()

    def word(self, slot: int) -> int:
        """What stands in a slot."""
        return self.host.load(self.address, slot)


def bits(count: int) -> st.SearchStrategy[int]:
    """Numbers of so many bits, the ends among them."""
    return st.one_of(st.sampled_from((0, 1, 2**count - 1)), st.integers(0, 2**count - 1))


TICKETS = st.builds(
    Ticket,
    mood=st.sampled_from(Mood),
    owner=st.binary(min_size=20, max_size=20),
    until=bits(64),
    amount_wei=bits(128),
    share_bps=bits(16),
    is_paid=st.booleans(),
    tries=bits(16),
    number=bits(64),
    digest=st.binary(min_size=32, max_size=32),
    score=bits(256),
)
PLAIN = Ticket(Mood(1), ALICE, Height(5), Wei(6), Bps(7), True, 8, 9, Hash32(b"\xdd" * 32), 10)


def test_fields_lie_where_solidity_packs_them():
    """From the low end on, in order; what does not fit begins the next word."""
    shelf = Shelf()
    shelf.one = PLAIN
    assert shelf.word(0) == 1 | int.from_bytes(ALICE, "big") << 8 | 5 << 168
    assert shelf.word(1) == 6 | 7 << 128 | 1 << 144 | 8 << 152 | 9 << 168
    assert (b"\xdd" * 32, 10) == (shelf.word(2).to_bytes(32, "big"), shelf.word(3))
    assert (4, 4) == (width_of(abi_type(Ticket)), Shelf.one.width)


@given(TICKETS, TICKETS)
def test_a_packed_record_comes_back_as_it_was(first, second):
    """Whatever the fields hold, none of them touches another; cleared, nothing is left."""
    shelf = Shelf()
    shelf.tickets[1] = shelf.one = first
    shelf.lists[2].append(second)
    shelf.lists[2].append(first)
    assert (first, first) == (shelf.tickets[1], shelf.one)
    assert [second, first] == list(shelf.lists[2])
    shelf.tickets[1] = second
    assert second == shelf.tickets[1]
    del shelf.tickets[1]
    assert [first, second] == [shelf.lists[2].pop(), shelf.lists[2].pop()]
    assert {slot for _, slot in shelf.host.words} <= {0, 1, 2, 3}


@pytest.mark.parametrize(
    ("name", "value"),
    [("amount_wei", 2**128), ("tries", 2**16), ("number", 2**64), ("until", 2**64)],
)
def test_a_value_that_does_not_fit_is_our_own_bug(name, value):
    """No field spills into its neighbour, and nothing of the record is written."""
    shelf = Shelf()
    values = {**vars(PLAIN), name: value}
    with pytest.raises(OverflowError, match=r"expected, found"):
        shelf.one = Ticket(**values)
    assert {} == shelf.host.words


def test_what_no_record_wrote_is_not_read():
    """Bits that name no value of an enum are damage, not a value."""
    shelf = Shelf()
    shelf.host.save(Shelf.address, 0, 0xFF)
    with pytest.raises(Malformed, match="Mood"):
        _ = shelf.one


def test_a_field_that_fits_no_word_cannot_be_packed():
    """Text and lists have no width of their own."""

    class Loose(Packed):
        """A record with a text."""

        text: str

    with pytest.raises(TypeError, match=r"Loose\.text"):
        places_of(Loose)


def test_interfaces_see_whole_numbers():
    """Packing is storage's: calls and views carry the types that they would without it."""
    assert "(uint8,address,uint64,uint256,uint16,bool,uint256,uint256,bytes32,uint256)" == (
        abi_type(Ticket).name
    )


def test_the_layout_names_slot_offset_and_width():
    """A tool that knows solc's layout files finds each field."""
    found = {item["label"]: item for item in layout_of(Compute)["types"]["Progress"]["members"]}
    place = ("0", 3, "uint64")
    assert place == tuple(found["until"][key] for key in ("slot", "offset", "type"))
    assert ("1", 8) == (found["bid"]["slot"], found["bid"]["offset"])
    named = {place.name: stored_name(place) for place in places_of(Ticket)}
    assert ("Mood", "address", "uint128") == (named["mood"], named["owner"], named["amount_wei"])


def test_widths_are_declared_where_a_type_has_none():
    """`Bits` may be of any width; a count of 40 bits leaves room for the next."""

    class Narrow(Packed):
        """Two numbers in one word."""

        first: Annotated[int, Bits(40)]
        second: Annotated[int, Bits(216)]

    assert [(0, 0, 40), (0, 40, 216)] == [(p.word, p.shift, p.bits) for p in places_of(Narrow)]
