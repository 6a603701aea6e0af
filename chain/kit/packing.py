"""
Records whose narrow fields share words, as Solidity packs the members of a struct.

    class Progress(Packed):        word 0: state | bid << 8 | until << 72
        state: State               a field that does not fit begins the next word
        bid: Number
        until: Height

What changes together should lie together: a change of several fields of a word changes one word of
the state. Numbers and coins are a whole word in interfaces; in a packed record they take what
their annotation says, and a value that does not fit is our own bug.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Final, get_args, get_origin, get_type_hints

from chain.kit.abi import AddressType, BoolType, EnumType, UintType, WordType, abi_type
from chain.kit.memo import memo
from chain.kit.record import Record
from chain.types.primitives import Wei

WORD_BITS: Final = 256


@dataclass(frozen=True)
class Bits:
    """Marks how many bits an unsigned number takes in a packed record."""

    count: int


Number = Annotated[int, Bits(64)]  # counts up from one, or a span of blocks or seconds
Count32 = Annotated[int, Bits(32)]  # of what happens to one thing, once a block at most
Count24 = Annotated[int, Bits(24)]  # of what happens in one epoch to one thing
Count16 = Annotated[int, Bits(16)]  # of what has a limit of its own
Coins = Annotated[Wei, Bits(128)]  # wei that exist: 2**128 are 3 * 10**20 coins


class Packed(Record):
    """A record whose fields share words in storage; each fits one word by itself."""

    is_packed = True  # without an annotation, for it is no field


@dataclass(frozen=True, slots=True)
class Place:
    """Where a field lies: in which word of the record, and from which bit on."""

    name: str
    kind: WordType
    word: int
    shift: int
    bits: int


@memo
def places_of(record: Any) -> tuple[Place, ...]:
    """Return where each field of a packed record lies; TypeError where one fits no word."""
    hints = get_type_hints(record, include_extras=True)
    found: list[Place] = []
    word, shift = 0, 0
    for name in record.__dataclass_fields__:
        kind = abi_type(hints[name])
        if not isinstance(kind, WordType):
            raise TypeError(f"{record.__name__}.{name}: a packed field fits one word")
        bits = _bits_of(hints[name], kind)
        if shift + bits > WORD_BITS:
            word, shift = word + 1, 0
        found.append(Place(name, kind, word, shift, bits))
        shift += bits
    return tuple(found)


@memo
def width_of_packed(record: Any) -> int:
    """Return how many words a packed record takes."""
    return places_of(record)[-1].word + 1


def to_words(value: Any) -> list[int]:
    """Return the words of a packed record; raises OverflowError where a field does not fit."""
    words = [0] * width_of_packed(type(value))
    for place in places_of(type(value)):
        part = place.kind.to_word(getattr(value, place.name))
        if part >> place.bits:
            raise OverflowError(f"{place.name}: {place.bits} bits expected, found {part}")
        words[place.word] |= part << place.shift
    return words


def from_words(record: Callable[..., Any], word_at: Callable[[int], int]) -> Any:
    """Return a packed record, each of whose words is asked for once; raises Malformed."""
    words = [word_at(index) for index in range(width_of_packed(record))]
    values = [
        place.kind.from_word(words[place.word] >> place.shift & (1 << place.bits) - 1)
        for place in places_of(record)
    ]
    return record(*values)


def is_packed(record: Any) -> bool:
    """Whether the fields of a record share words."""
    return bool(getattr(record, "is_packed", False))


def stored_name(place: Place) -> str:
    """Return a packed field's type as Solidity would declare it."""
    if isinstance(place.kind, UintType):
        return f"uint{place.bits}"
    return place.kind.solidity


def _bits_of(hint: Any, kind: WordType) -> int:
    marks = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    for mark in marks:
        if isinstance(mark, Bits):
            return mark.count
    if isinstance(kind, UintType):
        return kind.bits
    if isinstance(kind, AddressType):
        return 160
    return 8 if isinstance(kind, BoolType | EnumType) else WORD_BITS
