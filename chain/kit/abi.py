"""
Solidity's ABI for the types that modules speak, from their Python annotations.

    annotation --abi_type--> AbiType --encode/decode--> call data, return data, logs
                                     --to_word/from_word--> one storage slot

Follows the "Contract ABI Specification" of the Solidity documentation. Decoding is strict: a
number out of range, dirty padding or an offset that is not where its "strict encoding mode" puts
it is `Malformed`. So no byte is read twice, and decoding costs no more than the data is long.
"""

import types
import typing
from abc import ABC, abstractmethod
from enum import IntEnum
from typing import Any, Final

from chain.errors import Malformed
from chain.kit.memo import memo
from chain.types.primitives import Address, Bps, Gas, Hash32, Height, Nonce, Round, Seconds, Slot

WORD = 32  # bytes of an ABI word
DEPTH_MAX = 8  # levels of nesting an annotation may have


class AbiType(ABC):
    """
    How one Python type crosses the border of the virtual machine.

    `name` is the ABI's own text (`uint256`, `(uint64,address)[]`), `solidity` the same as an
    interface file writes it. A dynamic type stands behind an offset, a static one in place.
    """

    name: str
    solidity: str
    is_dynamic: bool = False
    size: int = WORD  # bytes in place; of a dynamic type, of its offset
    python: Any

    @abstractmethod
    def encode(self, value: Any) -> bytes:
        """Return the encoding: in place for static types, of the tail for dynamic ones."""

    @abstractmethod
    def decode(self, data: bytes, at: int) -> Any:
        """Return the value whose encoding starts at byte `at`; raises Malformed."""

    def length_of(self, value: Any) -> int:
        """Return how many bytes `encode` makes of the value."""
        return self.size


class WordType(AbiType):
    """A type that fits one word, and so one storage slot."""

    @abstractmethod
    def to_word(self, value: Any) -> int:
        """Return the value as the 256-bit number that stands in the slot."""

    @abstractmethod
    def from_word(self, word: int) -> Any:
        """Return the value of a 256-bit number; raises Malformed where it is out of range."""

    def encode(self, value: Any) -> bytes:
        """Return the 32 bytes of the value's word."""
        return self.to_word(value).to_bytes(WORD, "big")

    def decode(self, data: bytes, at: int) -> Any:
        """Return the value of the word at byte `at`."""
        return self.from_word(_word(data, at))


class UintType(WordType):
    """Unsigned integers of 8 to 256 bits."""

    def __init__(self, bits: int, python: Any = int) -> None:
        self.bits, self.python = bits, python
        self.name = self.solidity = f"uint{bits}"
        self._end = 1 << bits

    def to_word(self, value: Any) -> int:
        """Return the number itself; one that does not fit is our own bug."""
        if not 0 <= value < self._end:
            raise OverflowError(f"{self.name} expected, found {value}")
        return int(value)

    def from_word(self, word: int) -> int:
        """Return the number; raises Malformed where the word is wider than the type."""
        if word >= self._end:
            raise Malformed(f"{self.name} expected, found {word:#x}")
        return word


class AddressType(WordType):
    """20-byte account addresses."""

    name = solidity = "address"
    python = Address

    def to_word(self, value: bytes) -> int:
        """Return the address as a number."""
        if len(value) != 20:
            raise ValueError(f"an address of 20 bytes expected, found {len(value)}")
        return int.from_bytes(value, "big")

    def from_word(self, word: int) -> Address:
        """Return the low 20 bytes; raises Malformed where the others are not zero."""
        if word >> 160:
            raise Malformed(f"address expected, found {word:#x}")
        return Address(word.to_bytes(20, "big"))


class BoolType(WordType):
    """True or false."""

    name = solidity = "bool"
    python = bool

    def to_word(self, value: bool) -> int:
        """Return 1 or 0."""
        return 1 if value else 0

    def from_word(self, word: int) -> bool:
        """Return the truth value; raises Malformed for any word but 0 and 1."""
        if word > 1:
            raise Malformed(f"bool expected, found {word:#x}")
        return word == 1


class FixedBytesType(WordType):
    """Byte strings of a fixed length of up to 32, at the high end of their word."""

    def __init__(self, count: int, python: Any) -> None:
        self.count, self.python = count, python
        self.name = self.solidity = f"bytes{count}"

    def to_word(self, value: bytes) -> int:
        """Return the bytes, and zeros behind them, as a big-endian number."""
        if len(value) != self.count:
            raise ValueError(f"{self.count} bytes expected, found {len(value)}")
        return int.from_bytes(value.ljust(WORD, b"\0"), "big")

    def from_word(self, word: int) -> Any:
        """Return the first bytes; raises Malformed where the others are not zero."""
        raw = word.to_bytes(WORD, "big")
        if any(raw[self.count :]):
            raise Malformed(f"{self.name} expected, found {word:#x}")
        return raw[: self.count]


class Bytes32Type(FixedBytesType):
    """Hashes and other 32-byte words."""

    def __init__(self) -> None:
        super().__init__(WORD, Hash32)


class EnumType(WordType):
    """An IntEnum, carried as uint8 like a Solidity enum."""

    name = "uint8"

    def __init__(self, python: type[IntEnum]) -> None:
        self.python = python
        self.solidity = python.__name__
        self._members = {int(member): member for member in python}

    def to_word(self, value: int) -> int:
        """Return the member's number."""
        return int(self.python(value))

    def from_word(self, word: int) -> IntEnum:
        """Return the member; raises Malformed where the number names none."""
        member = self._members.get(word)
        if member is None:
            raise Malformed(
                f"{self.python.__name__} (0 to {max(self._members)}) expected, found {word}"
            )
        return member


class BytesType(AbiType):
    """Byte strings of any length."""

    name = solidity = "bytes"
    is_dynamic = True
    python: Any = bytes

    def encode(self, value: bytes) -> bytes:
        """Return length and bytes, padded with zeros to whole words."""
        return len(value).to_bytes(WORD, "big") + value + b"\x00" * (-len(value) % WORD)

    def decode(self, data: bytes, at: int) -> Any:
        """Return the bytes; raises Malformed where they are cut short or dirtily padded."""
        length = _word(data, at)
        start, padded = at + WORD, length + (-length % WORD)
        if padded > len(data) - start:
            raise Malformed(f"{length} bytes announced at {at}, found {len(data) - start}")
        if any(data[start + length : start + padded]):
            raise Malformed(f"dirty padding after byte {start + length}")
        return data[start : start + length]

    def length_of(self, value: Any) -> int:
        """Return the bytes of the length and of the padded content."""
        return WORD + len(value) + (-len(value) % WORD)


class StringType(BytesType):
    """UTF-8 text."""

    name = solidity = "string"
    python = str

    def encode(self, value: str) -> bytes:  # type: ignore[override]
        """Return the UTF-8 bytes as `bytes` are encoded."""
        return super().encode(value.encode())

    def decode(self, data: bytes, at: int) -> str:
        """Return the text; raises Malformed where it is not UTF-8."""
        try:
            return str(super().decode(data, at), "utf-8")
        except UnicodeDecodeError as cause:
            raise Malformed(f"text in UTF-8 expected at byte {at}") from cause

    def length_of(self, value: str) -> int:
        """Return the bytes of the length and of the padded UTF-8."""
        return super().length_of(value.encode())


class ListType(AbiType):
    """A list of any length; a Python tuple of one element type."""

    is_dynamic = True

    def __init__(self, element: AbiType, python: Any) -> None:
        if element.size == 0:
            raise TypeError(f"a list of {element.name} would have no length of its own")
        self.element, self.python = element, python
        self.name = f"{element.name}[]"
        self.solidity = f"{element.solidity}[]"

    def encode(self, value: typing.Sequence[Any]) -> bytes:
        """Return the count and the elements."""
        count = len(value).to_bytes(WORD, "big")
        if not self.element.is_dynamic:
            return count + b"".join(map(self.element.encode, value))
        return count + encode_sequence([self.element] * len(value), value)

    def decode(self, data: bytes, at: int) -> tuple[Any, ...]:
        """Return the elements; raises Malformed where the data is too short for their count."""
        count = _word(data, at)
        if count * self.element.size > len(data) - at - WORD:
            raise Malformed(f"{count} elements of {self.element.name} announced at byte {at}")
        if count == 0:
            return ()
        return tuple(decode_sequence([self.element] * count, data, at + WORD))

    def length_of(self, value: typing.Sequence[Any]) -> int:
        """Return the bytes of the count and of the elements."""
        return WORD + sequence_length([self.element] * len(value), value)


class TupleType(AbiType):
    """A record: a Solidity struct."""

    def __init__(self, python: Any, fields: dict[str, AbiType]) -> None:
        self.python, self.fields = python, fields
        self.members = list(fields.values())
        found = [member for member in self.members if isinstance(member, WordType)]
        # The members, where each fits a word: such a record is read and written at once.
        self.words = found if len(found) == len(self.members) else []
        self.name = f"({','.join(member.name for member in self.members)})"
        self.solidity = python.__name__
        self.is_dynamic = any(member.is_dynamic for member in self.members)
        self.size = WORD if self.is_dynamic else sum(member.size for member in self.members)

    def encode(self, value: Any) -> bytes:
        """Return the fields in order."""
        return encode_sequence(self.members, [getattr(value, name) for name in self.fields])

    def decode(self, data: bytes, at: int) -> Any:
        """Return the record."""
        return self.python(*decode_sequence(self.members, data, at))

    def length_of(self, value: Any) -> int:
        """Return the bytes of the fields."""
        return sequence_length(self.members, [getattr(value, name) for name in self.fields])


UINT256: Final = UintType(256)
# For interfaces that others wrote and that name these very types.
Uint8 = typing.NewType("Uint8", int)
Uint16 = typing.NewType("Uint16", int)
Uint64 = typing.NewType("Uint64", int)
Bytes1 = typing.NewType("Bytes1", bytes)
# Quantities narrower than a word say so in the interface; Wei, counts and scores are uint256.
_NARROW: Final[dict[Any, WordType]] = {
    Height: UintType(64, Height),
    Seconds: UintType(64, Seconds),
    Gas: UintType(64, Gas),
    Nonce: UintType(64, Nonce),
    Round: UintType(32, Round),
    Bps: UintType(16, Bps),
    Slot: UINT256,
    Address: AddressType(),
    Hash32: Bytes32Type(),
    Uint8: UintType(8, Uint8),
    Uint16: UintType(16, Uint16),
    Uint64: UintType(64, Uint64),
    Bytes1: FixedBytesType(1, Bytes1),
    bool: BoolType(),
    int: UINT256,
}


@memo
def abi_type(annotation: Any, depth: int = 0) -> AbiType:
    """Return how values of this annotation are encoded; TypeError where Solidity has no such."""
    if depth > DEPTH_MAX:
        raise TypeError(f"{annotation} is nested deeper than {DEPTH_MAX} levels")
    if annotation in _NARROW:
        return _NARROW[annotation]
    if annotation is bytes:
        return BytesType()
    if annotation is str:
        return StringType()
    if typing.get_origin(annotation) is typing.Annotated:
        return abi_type(typing.get_args(annotation)[0], depth)
    if typing.get_origin(annotation) is tuple:
        element, _ = typing.get_args(annotation)
        return ListType(abi_type(element, depth + 1), annotation)
    if isinstance(annotation, typing.NewType):
        return _named(annotation, depth)
    if isinstance(annotation, type) and issubclass(annotation, IntEnum):
        return EnumType(annotation)
    if isinstance(annotation, type) and hasattr(annotation, "__dataclass_fields__"):
        hints = typing.get_type_hints(annotation, include_extras=True)
        names = annotation.__dataclass_fields__
        return TupleType(annotation, {name: abi_type(hints[name], depth + 1) for name in names})
    raise TypeError(f"{annotation} has no ABI type")


def _named(annotation: typing.NewType, depth: int) -> AbiType:
    """A NewType is what it wraps, unless a table gives it a width of its own."""
    wrapped = annotation.__supertype__
    return UintType(256, annotation) if wrapped is int else abi_type(wrapped, depth + 1)


def word_type(annotation: Any) -> WordType:
    """Return the ABI type of an annotation that must fit one word."""
    found = abi_type(annotation)
    if not isinstance(found, WordType):
        raise TypeError(f"{annotation} does not fit one word")
    return found


def encode_sequence(members: typing.Sequence[AbiType], values: typing.Sequence[Any]) -> bytes:
    """Return the encoding of a tuple: heads first, then the tails that offsets point to."""
    if len(members) != len(values):
        raise ValueError(f"{len(members)} values expected, found {len(values)}")
    offset = sum(member.size for member in members)
    heads, tails = [], []
    for member, value in zip(members, values, strict=True):
        encoded = member.encode(value)
        if member.is_dynamic:
            heads.append(offset.to_bytes(WORD, "big"))
            tails.append(encoded)
            offset += len(encoded)
        else:
            heads.append(encoded)
    return b"".join(heads + tails)


def decode_sequence(members: typing.Sequence[AbiType], data: bytes, base: int = 0) -> list[Any]:
    """Return the values of a tuple encoded at byte `base`; raises Malformed."""
    values, at = [], base
    tail = base + sum(member.size for member in members)
    for member in members:
        if member.is_dynamic:
            offset = _word(data, at)
            if base + offset != tail:
                raise Malformed(f"offset {tail - base} expected at byte {at}, found {offset}")
            values.append(member.decode(data, tail))
            tail += member.length_of(values[-1])
        else:
            values.append(member.decode(data, at))
        at += member.size
    return values


def sequence_length(members: typing.Sequence[AbiType], values: typing.Sequence[Any]) -> int:
    """Return how many bytes `encode_sequence` makes of the values."""
    tails = (
        member.length_of(value) if member.is_dynamic else 0
        for member, value in zip(members, values, strict=True)
    )
    return sum(member.size for member in members) + sum(tails)


def hints_of(function: types.FunctionType) -> dict[str, Any]:
    """Return a function's annotations with their markers kept."""
    return typing.get_type_hints(function, include_extras=True)


def _word(data: bytes, at: int) -> int:
    if at + WORD > len(data):
        raise Malformed(f"32 bytes expected at byte {at}, found {max(len(data) - at, 0)}")
    return int.from_bytes(data[at : at + WORD], "big")
