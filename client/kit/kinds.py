"""
How Python values become call data and come back: one Kind for each annotation of a declaration.

    annotation --kind_of--> Kind: to_abi(value) -> what eth-abi encodes
                                  from_abi(decoded) -> dataclasses, enums, checksummed addresses
                                  to_word(value) -> EIP-712's encodeData of one member

What does not fit is the caller's fault on the way out (ArgumentInvalid) and the node's on the way
back (AnswerInvalid).
"""

import typing
from abc import ABC, abstractmethod
from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Final

from eth_abi.abi import decode, encode
from eth_abi.exceptions import DecodingError, EncodingError
from eth_hash.auto import keccak
from eth_utils.address import is_checksum_address, to_checksum_address

from client.errors import AnswerInvalid, ArgumentInvalid, shown
from client.kit.memo import memo
from client.kit.values import Abi

WORD: Final = 32  # bytes
ADDRESS_CHARACTERS: Final = 42
LIST_MAX: Final = 100_000  # elements of one list that is sent


class Kind(ABC):
    """One type; `abi` is its name in a signature, `typed` the one in EIP-712."""

    abi: str
    typed: str
    is_dynamic = False

    @abstractmethod
    def to_abi(self, value: Any) -> Any:
        """Return what eth-abi encodes; raises ArgumentInvalid."""

    def from_abi(self, value: Any) -> Any:
        """Return the Python value of what eth-abi decoded; raises AnswerInvalid."""
        return value

    def to_word(self, value: Any) -> bytes:
        """Return one member's 32 bytes in an EIP-712 hash; raises ArgumentInvalid."""
        return encode([self.abi], [self.to_abi(value)])

    def wrong(self, value: Any) -> ArgumentInvalid:
        """Return the error that says what was expected and what was found."""
        return ArgumentInvalid(f"{self.typed} expected, found {shown(value)}")


class Number(Kind):
    """Unsigned integers."""

    def __init__(self, name: str) -> None:
        self.abi = self.typed = name
        self._end = 1 << int(name.removeprefix("uint"))

    def to_abi(self, value: Any) -> int:
        """Return the number; raises ArgumentInvalid where it does not fit."""
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < self._end:
            raise self.wrong(value)
        return int(value)

    def to_word(self, value: Any) -> bytes:
        """Return the number in big-endian order."""
        return self.to_abi(value).to_bytes(WORD, "big")


class Choice(Number):
    """An IntEnum, carried as uint8."""

    def __init__(self, python: type[IntEnum]) -> None:
        super().__init__("uint8")
        self.python = python

    def to_abi(self, value: Any) -> int:
        """Return the member's number; raises ArgumentInvalid where there is no such member."""
        try:
            return int(self.python(value))
        except ValueError:
            names = ", ".join(member.name for member in self.python)
            raise ArgumentInvalid(
                f"{self.python.__name__} ({names}) expected, found {shown(value)}"
            ) from None

    def from_abi(self, value: Any) -> IntEnum:
        """Return the member; raises AnswerInvalid where this client knows none."""
        try:
            return self.python(value)
        except ValueError:
            raise AnswerInvalid(f"{self.python.__name__} has no member {value}") from None


class AddressKind(Kind):
    """Account addresses, as text."""

    abi = typed = "address"

    def to_abi(self, value: Any) -> str:
        """Return the address in lower case; raises ArgumentInvalid, as for a wrong checksum."""
        if not isinstance(value, str) or len(value) != ADDRESS_CHARACTERS or value[:2] != "0x":
            raise self.wrong(value)
        digits = value[2:]
        try:
            int(digits, 16)
        except ValueError:
            raise self.wrong(value) from None
        if digits not in (digits.lower(), digits.upper()) and not is_checksum_address(value):
            raise ArgumentInvalid(f"{value}: the checksum of its letters is wrong")
        return value.lower()

    def from_abi(self, value: Any) -> str:
        """Return the address in EIP-55's mixed case."""
        return to_checksum_address(value)

    def to_word(self, value: Any) -> bytes:
        """Return the address behind twelve zeros."""
        return bytes.fromhex(self.to_abi(value)[2:]).rjust(WORD, b"\0")


class Flag(Kind):
    """True or false."""

    abi = typed = "bool"

    def to_abi(self, value: Any) -> bool:
        """Return the truth value; raises ArgumentInvalid for anything else."""
        if not isinstance(value, bool):
            raise self.wrong(value)
        return value


class FixedBytes(Kind):
    """Byte strings of a fixed length."""

    def __init__(self, name: str) -> None:
        self.abi = self.typed = name
        self._count = int(name.removeprefix("bytes"))

    def to_abi(self, value: Any) -> bytes:
        """Return the bytes; raises ArgumentInvalid where they are too few or too many."""
        if not isinstance(value, bytes) or len(value) != self._count:
            raise self.wrong(value)
        return value

    def to_word(self, value: Any) -> bytes:
        """Return the bytes, and zeros behind them."""
        return self.to_abi(value).ljust(WORD, b"\0")


class ByteString(Kind):
    """Byte strings of any length."""

    abi = typed = "bytes"
    is_dynamic = True

    def to_abi(self, value: Any) -> bytes:
        """Return the bytes; raises ArgumentInvalid for anything else."""
        if not isinstance(value, bytes):
            raise self.wrong(value)
        return value

    def to_word(self, value: Any) -> bytes:
        """Return the hash of the bytes."""
        return keccak(self.to_abi(value))


class Text(Kind):
    """UTF-8 text."""

    abi = typed = "string"
    is_dynamic = True

    def to_abi(self, value: Any) -> str:
        """Return the text; raises ArgumentInvalid for anything else."""
        if not isinstance(value, str):
            raise self.wrong(value)
        return value

    def to_word(self, value: Any) -> bytes:
        """Return the hash of the text in UTF-8."""
        return keccak(self.to_abi(value).encode())


class Many(Kind):
    """Lists: any sequence is taken, a tuple comes back."""

    is_dynamic = True

    def __init__(self, element: Kind) -> None:
        self.element = element
        self.abi, self.typed = f"{element.abi}[]", f"{element.typed}[]"

    def to_abi(self, value: Any) -> list[Any]:
        """Return the elements; raises ArgumentInvalid."""
        if not isinstance(value, Sequence) or isinstance(value, str | bytes):
            raise self.wrong(value)
        if len(value) > LIST_MAX:
            raise ArgumentInvalid(f"up to {LIST_MAX:,} elements expected, found {len(value):,}")
        return [self.element.to_abi(item) for item in value]

    def from_abi(self, value: Any) -> tuple[Any, ...]:
        """Return the elements as a tuple."""
        return tuple(self.element.from_abi(item) for item in value)

    def to_word(self, value: Any) -> bytes:
        """Return the hash of all elements' words."""
        return keccak(b"".join(self.element.to_word(item) for item in value))


class Bundle(Kind):
    """Records: a dataclass in Python, a struct on the chain."""

    def __init__(self, python: type) -> None:
        self.python, self.fields = python, fields_of(python)
        self.abi = f"({','.join(kind.abi for kind in self.fields.values())})"
        self.typed = python.__name__
        self.is_dynamic = any(kind.is_dynamic for kind in self.fields.values())
        self._type_hash: bytes | None = None

    def to_abi(self, value: Any) -> tuple[Any, ...]:
        """Return the fields in order; raises ArgumentInvalid, with the field's name."""
        if not isinstance(value, self.python):
            raise self.wrong(value)
        found = []
        for name, kind in self.fields.items():
            try:
                found.append(kind.to_abi(getattr(value, name)))
            except ArgumentInvalid as cause:
                raise ArgumentInvalid(f"{self.typed}.{name}: {cause}") from None
        return tuple(found)

    def from_abi(self, value: Any) -> Any:
        """Return the record."""
        kinds = self.fields.values()
        return self.python(*(k.from_abi(v) for k, v in zip(kinds, value, strict=True)))

    def to_word(self, value: Any) -> bytes:
        """Return EIP-712's hashStruct."""
        words = (kind.to_word(getattr(value, name)) for name, kind in self.fields.items())
        return keccak(self.type_hash + b"".join(words))

    @property
    def type_hash(self) -> bytes:
        """The hash of EIP-712's encodeType: the record's own text, then its parts' by name."""
        if self._type_hash is None:
            texts = self.texts()
            first = texts.pop(self.typed)
            self._type_hash = keccak(
                (first + "".join(t for _, t in sorted(texts.items()))).encode()
            )
        return self._type_hash

    def texts(self) -> dict[str, str]:
        """Return the text of this struct and of each one in it, by name."""
        members = (f"{kind.typed} {spelled(name)}" for name, kind in self.fields.items())
        found = {self.typed: f"{self.typed}({','.join(members)})"}
        for kind in self.fields.values():
            inner = kind
            while isinstance(inner, Many):
                inner = inner.element
            if isinstance(inner, Bundle):
                found |= inner.texts()
        return found


@memo
def kind_of(hint: Any) -> Kind:
    """Return how values of an annotation travel; TypeError where it is none of a declaration."""
    for mark in getattr(hint, "__metadata__", ()):
        if isinstance(mark, Abi):
            return _named(mark.name)
    if hint in _PLAIN:
        return _PLAIN[hint]
    if typing.get_origin(hint) is typing.Annotated:
        return kind_of(typing.get_args(hint)[0])
    if typing.get_origin(hint) is tuple:
        return Many(kind_of(typing.get_args(hint)[0]))
    if isinstance(hint, type) and issubclass(hint, IntEnum):
        return Choice(hint)
    if isinstance(hint, type) and hasattr(hint, "__annotations__"):
        return Bundle(hint)
    raise TypeError(f"{hint} is no annotation of a declaration")


def _named(name: str) -> Kind:
    if name in _BY_NAME:
        return _BY_NAME[name]
    return Number(name) if name.startswith("uint") else FixedBytes(name)


_BY_NAME: Final[dict[str, Kind]] = {
    "address": AddressKind(),
    "string": Text(),
    "bytes": ByteString(),
}
_PLAIN: Final[dict[Any, Kind]] = {bool: Flag(), bytes: ByteString(), str: Text()}


@memo
def fields_of(declared: Any) -> dict[str, Kind]:
    """Return the kind of each field of a record, an event or a refusal, in order."""
    hints = typing.get_type_hints(declared, include_extras=True)
    return {
        name: kind_of(hint)
        for name, hint in hints.items()
        if typing.get_origin(hint) is not typing.ClassVar and not name.startswith("_")
    }


def encode_values(kinds: Sequence[Kind], values: Sequence[Any]) -> bytes:
    """Return values side by side as call data has them; raises ArgumentInvalid."""
    if len(kinds) != len(values):
        raise ArgumentInvalid(f"{len(kinds)} values expected, found {len(values)}")
    raw = [kind.to_abi(value) for kind, value in zip(kinds, values, strict=True)]
    try:
        return encode([kind.abi for kind in kinds], raw)
    except EncodingError as cause:
        raise ArgumentInvalid(str(cause)) from cause


def decode_values(kinds: Sequence[Kind], data: bytes) -> list[Any]:
    """Return the values in what a node answered; raises AnswerInvalid."""
    try:
        raw = decode([kind.abi for kind in kinds], data)
    except (DecodingError, UnicodeDecodeError, OverflowError, ValueError) as cause:
        raise AnswerInvalid(f"{len(data)} bytes that are no such values: {cause}") from cause
    return [kind.from_abi(value) for kind, value in zip(kinds, raw, strict=True)]


def spelled(name: str) -> str:
    """Return a Python name as the chain's interfaces spell it: `amount_wei` is `amountWei`."""
    first, *rest = name.strip("_").split("_")
    return first + "".join(part[:1].upper() + part[1:] for part in rest)
