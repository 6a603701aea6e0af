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

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Final, get_args, get_origin, get_type_hints

from chain.kit.abi import AddressType, BoolType, EnumType, UintType, WordType, abi_type
from chain.kit.memo import memo
from chain.kit.plans import FIELD, Source, make_record, value_of, word_of
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

    def refuse(self, part: int) -> None:
        """Stop where a value is wider than its field: our own bug."""
        raise OverflowError(f"{self.name}: {self.bits} bits expected, found {part}")


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
    return packer_of(type(value))(value)


@memo
def packer_of(record: Any) -> Callable[[Any], list[int]]:
    """Return what packs the records of one class."""
    source = Source()
    words: list[list[str]] = [[] for _ in range(width_of_packed(record))]
    for at, place in enumerate(places_of(record)):
        value = source.keep(f"v{at}", FIELD.format(place.name))
        source.lines.append(f"p{at} = {word_of(source, place.kind, value)}")
        source.lines.append(f"if p{at} >> {place.bits}: {source.name(place.refuse)}(p{at})")
        words[place.word].append(f"p{at} << {place.shift}" if place.shift else f"p{at}")
    source.lines.append(f"return [{', '.join(' | '.join(parts) for parts in words)}]")
    return source.build(f"packing of {record.__name__}", "value")


@memo
def unpacker_of(record: Any) -> Callable[[Sequence[int]], Any]:
    """Return what makes a record of one class from its words; that raises Malformed."""
    source = Source()
    source.lines += [f"w{at} = words[{at}]" for at in range(width_of_packed(record))]
    values = []
    for at, place in enumerate(places_of(record)):
        shifted = f"w{place.word} >> {place.shift}" if place.shift else f"w{place.word}"
        source.lines.append(f"p{at} = {shifted} & {(1 << place.bits) - 1}")
        is_free = type(place.kind) is UintType and place.bits <= place.kind.bits
        values.append((place.name, f"p{at}" if is_free else value_of(source, place.kind, f"p{at}")))
    source.lines.append(f"return {make_record(source, record, values)}")
    return source.build(f"unpacking of {record.__name__}", "words")


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
