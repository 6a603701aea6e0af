"""Functions written for a kind do what its AbiType says, field by field and word by word."""

from dataclasses import FrozenInstanceError
from typing import Any, ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.errors import Malformed
from chain.kit.abi import (
    ListType,
    StringType,
    TupleType,
    WordType,
    abi_type,
    decode_sequence,
    encode_sequence,
)
from chain.kit.packing import Coins, Number, Packed, is_packed, places_of
from chain.kit.plans import decoder_of
from chain.kit.record import Event, Indexed, Record, encode_event, field_types, topic_of
from chain.kit.storage import Map, PairMap, Value, Words, load, save, tail_of, width_of
from chain.params import COLD_SLOT_GAS
from chain.types.primitives import Address, Bps, Hash32, Seconds, Wei
from tests.chain.kit.demo import Mood
from tests.chain.vm.ground import CONTRACT
from tests.chain.vm.metered import GAS, Metered, metered


class Price(Packed):
    """Two fields of one word and one of another."""

    amount_wei: Coins
    number: Number
    owner: Address


class Part(Record):
    """Words of every kind."""

    owner: Address
    share_bps: Bps
    mood: Mood
    is_paid: bool
    digest: Hash32
    price: Price


class Whole(Record):
    """A record in a record, texts and a list."""

    at_s: Seconds
    part: Part
    name: str
    data: bytes
    parts: tuple[Part, ...]
    numbers: tuple[int, ...]


class Sold(Event):
    """Topics and data of every kind."""

    buyer: Indexed[Address]
    name: Indexed[str]
    mood: Indexed[Mood]
    model: str
    part: Part
    whole: Whole
    amount_wei: Wei
    note: str


def numbers(bits: int) -> st.SearchStrategy[int]:
    """Numbers of so many bits, the ends among them."""
    return st.one_of(st.sampled_from((0, 1, 2**bits - 1)), st.integers(0, 2**bits - 1))


ADDRESSES = st.binary(min_size=20, max_size=20).map(Address)
TEXTS = st.one_of(st.text(max_size=12), st.text(min_size=40, max_size=70))
PRICES = st.builds(Price, numbers(128), numbers(64), ADDRESSES)
PARTS = st.builds(
    Part,
    ADDRESSES,
    numbers(16),
    st.sampled_from(Mood),
    st.booleans(),
    st.binary(min_size=32, max_size=32).map(Hash32),
    PRICES,
)
WHOLES = st.builds(
    Whole,
    numbers(64),
    PARTS,
    TEXTS,
    st.binary(max_size=70),
    st.lists(PARTS, max_size=2).map(tuple),
    st.lists(numbers(256), max_size=3).map(tuple),
)
SALES = st.builds(
    Sold, ADDRESSES, TEXTS, st.sampled_from(Mood), TEXTS, PARTS, WHOLES, numbers(256), TEXTS
)


class Sums(Record):
    """Numbers that grow."""

    count: int
    paid_wei: Wei
    left_wei: Wei


class Shop:
    """Cells of each shape, over a host that counts gas."""

    address: ClassVar[Address] = CONTRACT

    latest = Value(0, Whole)
    parts = Map(40, Address, Part)
    prices = PairMap(41, str, int, Price)
    sums = Map(42, int, Sums)
    total = Value(43, Sums)

    def __init__(self, host: Any) -> None:
        self.host = host


# The plain way: one field after the other, one word after the other.


def plain_load(words: Words, slot: int, kind: Any) -> Any:
    """Return a value as its kind and Solidity's layout say."""
    if isinstance(kind, WordType):
        return kind.from_word(words[slot])
    if isinstance(kind, ListType):
        width = width_of(kind.element)
        places = [tail_of(slot) + i * width for i in range(words[slot])]
        return tuple(plain_load(words, at, kind.element) for at in places)
    if not isinstance(kind, TupleType):
        raw = plain_bytes(words, slot)
        return raw.decode() if isinstance(kind, StringType) else raw
    if is_packed(kind.python):
        row = [words[slot + i] for i in range(width_of(kind))]
        cut = [(p, row[p.word] >> p.shift & (1 << p.bits) - 1) for p in places_of(kind.python)]
        return kind.python(*(place.kind.from_word(word) for place, word in cut))
    values = []
    for member in kind.members:
        values.append(plain_load(words, slot, member))
        slot += width_of(member)
    return kind.python(*values)


def plain_bytes(words: Words, slot: int) -> bytes:
    """Return bytes, short or long."""
    head = words[slot]
    if not head & 1:
        return head.to_bytes(32, "big")[: (head & 0xFF) // 2]
    count = head // 2
    return b"".join(words[tail_of(slot) + i].to_bytes(32, "big") for i in range(-(-count // 32)))[
        :count
    ]


def plain_save(words: Words, slot: int, kind: Any, value: Any) -> None:
    """Store a value without dynamic parts, word by word."""
    if isinstance(kind, WordType):
        words[slot] = kind.to_word(value)
    elif is_packed(kind.python):
        row = [0] * width_of(kind)
        for place in places_of(kind.python):
            row[place.word] |= place.kind.to_word(getattr(value, place.name)) << place.shift
        for i, word in enumerate(row):
            words[slot + i] = word
    else:
        for name, member in kind.fields.items():
            plain_save(words, slot, member, getattr(value, name))
            slot += width_of(member)


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("save"), st.integers(0, 2), PARTS),
        st.tuples(st.just("load"), st.integers(0, 2), st.none()),
        st.tuples(st.just("mark"), st.none(), st.none()),
        st.tuples(st.just("revert"), st.none(), st.none()),
    ),
    max_size=12,
)


def played(steps: list[tuple[str, Any, Any]], is_plain: bool) -> tuple[Any, ...]:
    """Play steps on three parts of a shop; return what was seen, what is left and what it cost."""
    found = metered({})
    shop, seen, marks = Shop(found.host), [], [found.host.snapshot()]
    words, kind = Words(found.host, CONTRACT), abi_type(Part)
    for what, index, value in steps:
        key = Address(bytes([index or 0]) * 20)
        at = shop.parts.at(key)
        if what == "save" and is_plain:
            plain_save(words, at, kind, value)
        elif what == "save":
            shop.parts[key] = value
        elif what == "load":
            seen.append(plain_load(words, at, kind) if is_plain else shop.parts[key])
        elif what == "mark":
            marks.append(found.host.snapshot())
        elif len(marks) > 1:
            found.host.revert(marks.pop())
    return seen, found.world.diff().storage, found.meter.gas_remaining


@settings(max_examples=150, deadline=None)
@given(STEPS)
def test_records_cost_leave_and_say_what_they_do_field_by_field(steps) -> None:
    """Reads, writes and reverts in any order: the same values, words and gas as word by word."""
    assert played(steps, is_plain=True) == played(steps, is_plain=False)


@settings(max_examples=60, deadline=None)
@given(st.lists(WHOLES, min_size=1, max_size=3))
def test_what_was_stored_last_is_what_the_plain_way_reads(values: list[Whole]) -> None:
    """Texts and lists that shrink and grow leave nothing behind."""
    found = metered({})
    shop, words = Shop(found.host), Words(found.host, CONTRACT)
    for value in values:
        shop.latest = value
    assert values[-1] == shop.latest == plain_load(words, 0, abi_type(Whole))
    shop.prices["a long name " * 5, 3] = values[-1].part.price
    assert values[-1].part.price == shop.prices["a long name " * 5, 3]


@settings(max_examples=60, deadline=None)
@given(SALES)
def test_events_are_encoded_as_their_fields_are(event: Sold) -> None:
    """Topics are words or hashes, data is the tuple of all other fields."""
    topics, data = encode_event(event)
    kinds = field_types(Sold)
    others = list(kinds)[3:]
    values = [getattr(event, name) for name in others]
    assert data == encode_sequence([kinds[name] for name in others], values)
    assert topics[0] == int.from_bytes(topic_of(Sold), "big")
    assert topics[1] == int.from_bytes(event.buyer, "big")
    assert topics[3] == int(event.mood)
    assert len(topics) == 4


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("owner", b"\x01" * 19, ValueError),
        ("share_bps", 1 << 16, OverflowError),
        ("share_bps", -1, OverflowError),
        ("mood", 99, ValueError),
        ("digest", b"\x01" * 31, ValueError),
        ("price", Price(Wei(1 << 128), 0, Address(bytes(20))), OverflowError),
    ],
)
def test_a_value_that_does_not_fit_is_not_stored(field: str, value: Any, error: type) -> None:
    """It is our own bug, and stops before anything is written."""
    found = metered({})
    good = {
        "owner": Address(bytes(20)),
        "share_bps": Bps(1),
        "mood": Mood(0),
        "is_paid": True,
        "digest": Hash32(bytes(32)),
        "price": Price(Wei(1), 2, Address(bytes(20))),
    }
    with pytest.raises(error):
        save(Words(found.host, CONTRACT), 0, abi_type(Part), Part(**(good | {field: value})))
    assert not found.world.diff().storage


@pytest.mark.parametrize(
    ("slot", "word"), [(0, 1 << 160), (1, 1 << 16), (2, 99), (3, 2), (1, 2**256 - 1)]
)
def test_a_word_out_of_range_is_malformed(slot: int, word: int) -> None:
    """Nothing is cut off on the way from a word to a value."""
    with pytest.raises(Malformed):
        load(Words(metered({slot: word}).host, CONTRACT), 0, abi_type(Part))


@pytest.mark.parametrize("value", [True, Mood(1)])
def test_numbers_of_other_classes_are_stored_as_plain_ones(value: int) -> None:
    """A flag or a member where a number is expected leaves a word like any other."""
    found: Metered = metered({})
    save(Words(found.host, CONTRACT), 0, abi_type(int), value)
    assert type(found.world.get_storage(CONTRACT, 0)) is int
    assert found.world.get_storage(CONTRACT, 0) == 1


@settings(max_examples=60, deadline=None)
@given(st.lists(st.builds(Sums, *[st.sampled_from((0, 0, 1, 2**200))] * 3), max_size=4))
def test_numbers_grow_as_if_the_record_were_written_anew(steps: list[Sums]) -> None:
    """The same words, and what does not grow is not even read."""
    grown, anew = metered({}), metered({})
    one, other = Shop(grown.host), Shop(anew.host)
    for more in steps:
        one.sums.grow(7, more)
        Shop.total.grow(one, more)
        before = other.sums[7]
        assert before == other.total
        other.sums[7] = other.total = Sums(
            *(getattr(before, name) + getattr(more, name) for name in vars(more))
        )
    assert grown.world.diff().storage == anew.world.diff().storage
    assert grown.meter.gas_remaining >= anew.meter.gas_remaining
    used = {name for more in steps for name, amount in vars(more).items() if amount}
    assert 2 * len(used) == sum(len(slots) for slots in grown.world._base_slots.values())


def test_a_number_does_not_grow_past_its_word() -> None:
    """It is our own bug, and stops before anything is written."""
    found = metered({43: 2**256 - 1})
    with pytest.raises(OverflowError):
        Shop.total.grow(Shop(found.host), Sums(1, Wei(1), Wei(0)))
    assert not found.world.diff().storage


def test_only_records_of_numbers_grow() -> None:
    """Addresses and flags have no sum."""
    with pytest.raises(AssertionError):
        Shop(metered({}).host).parts.grow(Address(bytes(20)), None)


@settings(max_examples=30, deadline=None)
@given(PARTS)
def test_a_field_alone_is_what_it_is_in_its_record(part: Part) -> None:
    """Its words are read and no others."""
    found, key = metered({}), Address(b"\x01" * 20)
    shop = Shop(found.host)
    shop.parts[key] = part
    for name in vars(part):
        assert getattr(part, name) == shop.parts.field(key, name)
    fresh = metered({})
    Shop(fresh.host).parts.field(key, "share_bps")
    assert fresh.meter.gas_remaining == GAS - COLD_SLOT_GAS


class Awkward(Record):
    """Fields that are called as the variables of functions are."""

    fields: int
    self: int
    value: int
    words: int = 4
    slot: int = 5


def test_fields_may_have_any_name() -> None:
    """By position, by name and by default; stored and read."""
    one = Awkward(1, 2, value=3)
    assert one == Awkward(fields=1, self=2, value=3, words=4, slot=5)
    assert [1, 2, 3, 4, 5] == list(vars(one).values())
    words = Words(metered({}).host, CONTRACT)
    save(words, 9, abi_type(Awkward), one)
    assert one == load(words, 9, abi_type(Awkward))
    with pytest.raises(TypeError):
        Awkward(1, 2)  # type: ignore[call-arg]
    with pytest.raises(FrozenInstanceError):
        one.slot = 6  # type: ignore[misc]


ARGUMENTS = [abi_type(kind) for kind in (str, Bps, Address, Part, tuple[int, ...], Whole, Mood)]
DECODE = decoder_of("anything", ARGUMENTS)


def outcome(decode: Any, data: bytes) -> Any:
    """Return what decoding gives, or what it says."""
    try:
        return decode(data)
    except Malformed as refused:
        return str(refused)


@settings(max_examples=150, deadline=None)
@given(
    st.tuples(
        TEXTS,
        numbers(16),
        ADDRESSES,
        PARTS,
        st.lists(numbers(256), max_size=3).map(tuple),
        WHOLES,
        st.sampled_from(Mood),
    ),
    st.lists(st.tuples(st.integers(0, 2_000), st.sampled_from((0, 1, 0x20, 0xFF))), max_size=2),
    st.one_of(st.none(), st.integers(0, 2_000)),
)
def test_arguments_are_decoded_and_refused_as_a_tuple_is(values, changes, length) -> None:
    """Whole, changed or cut short: the same values, or the same words of refusal."""
    data = bytearray(b"four" + encode_sequence(ARGUMENTS, values))
    for at, byte in changes:
        if 4 + at < len(data):
            data[4 + at] = byte
    call = bytes(data[:length])
    plain = lambda found: decode_sequence(ARGUMENTS, found[4:])  # noqa: E731
    assert outcome(plain, call) == outcome(DECODE, call)
    if not changes and length is None:
        assert list(values) == DECODE(call)


def test_a_row_of_pairs_lies_where_the_pairs_do() -> None:
    """The first key is hashed once for all entries behind it."""
    prices = Shop(metered({}).host).prices
    slot_of = prices.row("a")
    assert [prices.at(("a", n)) for n in range(3)] == [slot_of(n) for n in range(3)]
