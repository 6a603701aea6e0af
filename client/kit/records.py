"""
What rendered declarations are made of: records, events, refusals and messages that keys sign.

    Record    a struct: arguments and results of calls and views
    Event     what a module logged, with `topic` and its indexed fields
    Refusal   what a module says instead of doing it: an exception with typed fields
    Message   a record that keys sign off chain (EIP-712), bound to one chain and one module
"""

import typing
from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any, ClassVar, Protocol, TypeVar, dataclass_transform

from eth_hash.auto import keccak

from client.errors import AnswerInvalid, ArgumentInvalid, ClientError
from client.kit.kinds import (
    WORD,
    Bundle,
    Kind,
    Many,
    decode_values,
    encode_values,
    fields_of,
    kind_of,
    spelled,
)
from client.kit.memo import memo
from client.kit.values import INDEXED, ZERO_ADDRESS, Bytes32

E = TypeVar("E", bound="Event")
HASH: Kind = kind_of(Bytes32)


class Record:
    """A frozen bundle of typed fields."""

    __slots__ = ()


class Signer(Protocol):
    """Whatever signs a hash: a wallet."""

    @property
    def address(self) -> str:
        """The account whose signatures these are."""
        ...

    def sign_hash(self, digest: bytes) -> bytes:
        """Return 65 bytes: r, s, then 27 or 28."""
        ...


class Message(Record):
    """A record that keys sign; a signature counts on one chain and for one module only."""

    __slots__ = ()
    DOMAIN_NAME: ClassVar[str] = ""
    DOMAIN_VERSION: ClassVar[str] = "1"
    CONTRACT: ClassVar[str] = ZERO_ADDRESS

    def digest(self, chain_id: int) -> bytes:
        """Return the 32 bytes that a key signs."""
        kind = type(self)
        separator = domain_separator(kind.DOMAIN_NAME, kind.DOMAIN_VERSION, chain_id, kind.CONTRACT)
        return keccak(b"\x19\x01" + separator + kind_of(kind).to_word(self))

    def sign(self, wallet: Signer, chain_id: int) -> bytes:
        """Return a wallet's signature: r, s, then 27 or 28."""
        return wallet.sign_hash(self.digest(chain_id))

    def signer(self, signature: bytes, chain_id: int) -> str:
        """Return whose signature this is; raises ArgumentInvalid where it is none."""
        return recover(self.digest(chain_id), signature)

    def typed_data(self, chain_id: int) -> dict[str, Any]:
        """Return the message as wallets elsewhere take it (eth_signTypedData_v4)."""
        kind = type(self)
        bundle = typing.cast(Bundle, kind_of(kind))
        domain = {
            "name": kind.DOMAIN_NAME,
            "version": kind.DOMAIN_VERSION,
            "chainId": chain_id,
            "verifyingContract": kind.CONTRACT,
        }
        types = {name: _members(text) for name, text in bundle.texts().items()}
        return {
            "types": {"EIP712Domain": DOMAIN_MEMBERS, **types},
            "primaryType": bundle.typed,
            "domain": domain,
            "message": _plain(bundle, self),
        }


DOMAIN_TYPE = b"EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"


def _members(text: str) -> list[dict[str, str]]:
    """Return the members in a struct's text, `Name(type name,type name)`."""
    inside = text[text.index("(") + 1 : -1]
    pairs = (member.split(" ") for member in inside.split(",") if member)
    return [{"name": name, "type": kind} for kind, name in pairs]


DOMAIN_MEMBERS = _members(DOMAIN_TYPE.decode())


def _plain(kind: Kind, value: Any) -> Any:
    """Return a value as JSON carries it in typed data."""
    if isinstance(kind, Bundle):
        return {spelled(n): _plain(k, getattr(value, n)) for n, k in kind.fields.items()}
    if isinstance(kind, Many):
        return [_plain(kind.element, item) for item in value]
    if isinstance(value, bytes):
        return "0x" + value.hex()
    return int(value) if isinstance(value, IntEnum) else value


@memo
def domain_separator(name: str, version: str, chain_id: int, contract: str) -> bytes:
    """Return EIP-712's domainSeparator."""
    words = keccak(DOMAIN_TYPE) + keccak(name.encode()) + keccak(version.encode())
    where = bytes.fromhex(contract[2:]).rjust(WORD, b"\0")
    return keccak(words + chain_id.to_bytes(WORD, "big") + where)


def recover(digest: bytes, signature: bytes) -> str:
    """Return the account that signed 32 bytes; raises ArgumentInvalid where none did."""
    from eth_keys.datatypes import Signature
    from eth_keys.exceptions import BadSignature
    from eth_utils.exceptions import ValidationError

    if len(signature) != WORD * 2 + 1:
        raise ArgumentInvalid(f"a signature of 65 bytes expected, found {len(signature)}")
    parity = signature[-1] - 27 if signature[-1] >= 27 else signature[-1]
    try:
        found = Signature(signature[:-1] + bytes([parity])).recover_public_key_from_msg_hash(digest)
    except (BadSignature, ValidationError) as cause:
        raise ArgumentInvalid(f"65 bytes that are no signature: {cause}") from cause
    return str(found.to_checksum_address())


class Event(Record):
    """What a module logged."""

    __slots__ = ()

    @classmethod
    def topic(cls) -> bytes:
        """Return the first topic of its logs."""
        return _topic_of(cls)

    @classmethod
    def indexed(cls) -> dict[str, Kind]:
        """Return the fields that logs can be filtered by, in the order of their topics."""
        return _indexed(cls)

    @classmethod
    def decode(cls: type[E], topics: Sequence[bytes], data: bytes) -> E:
        """Return the event in a log; raises AnswerInvalid. Indexed text comes as its hash."""
        indexed = _indexed(cls)
        if len(topics) != len(indexed) + 1 or topics[0] != _topic_of(cls):
            raise AnswerInvalid(f"a log of {cls.__name__} expected, found {len(topics)} topics")
        found: dict[str, Any] = {}
        for (name, kind), topic in zip(indexed.items(), topics[1:], strict=True):
            found[name] = topic if kind.is_dynamic else decode_values([kind], topic)[0]
        rest = {name: kind for name, kind in fields_of(cls).items() if name not in indexed}
        found.update(zip(rest, decode_values(list(rest.values()), data), strict=True))
        return cls(**found)

    @classmethod
    def topics_where(cls, where: Mapping[str, Any]) -> list[Any]:
        """Return the filter of its logs by values of indexed fields; raises ArgumentInvalid."""
        indexed = _indexed(cls)
        unknown = sorted(set(where) - set(indexed))
        if unknown:
            raise ArgumentInvalid(
                f"{cls.__name__} is indexed by {', '.join(indexed) or 'nothing'}, found {unknown}"
            )
        found: list[Any] = ["0x" + _topic_of(cls).hex()]
        for name, kind in indexed.items():
            found.append("0x" + kind.to_word(where[name]).hex() if name in where else None)
        while found[-1] is None:
            found.pop()
        return found


def signature_of(declared: Any) -> str:
    """Return what topics and selectors are the hash of: `Name(type,type)`."""
    return f"{declared.__name__}({','.join(kind.abi for kind in fields_of(declared).values())})"


@memo
def _topic_of(event: Any) -> bytes:
    return keccak(signature_of(event).encode())


@memo
def _indexed(event: Any) -> dict[str, Kind]:
    hints = typing.get_type_hints(event, include_extras=True)
    return {
        name: kind
        for name, kind in fields_of(event).items()
        if INDEXED in getattr(hints[name], "__metadata__", ())
    }


@dataclass_transform()
class Refusal(ClientError):
    """A module said no: its reason in words, and the values that led to it as fields."""

    def __init__(self, *values: Any, **named: Any) -> None:
        names = list(fields_of(type(self)))
        found = dict(zip(names, values, strict=False)) | named
        if sorted(found) != sorted(names) or len(values) > len(names):
            raise TypeError(f"{type(self).__name__} takes {names}, found {sorted(found)}")
        for name, value in found.items():
            setattr(self, name, value)
        shown = ", ".join(f"{name} {_word(found[name])}" for name in names)
        said = (type(self).__doc__ or type(self).__name__).strip().splitlines()[0].rstrip(".")
        super().__init__(f"{said}: {shown}" if shown else said)

    @classmethod
    def selector(cls) -> bytes:
        """Return the four bytes that its data begins with."""
        return _selector_of(cls)

    @classmethod
    def decode(cls, data: bytes) -> "Refusal":
        """Return the refusal in what a call reverted with; raises AnswerInvalid."""
        return cls(*decode_values(list(fields_of(cls).values()), data[4:]))

    def encode(self) -> bytes:
        """Return the data that a module reverts with."""
        kinds = fields_of(type(self))
        values = [getattr(self, name) for name in kinds]
        return type(self).selector() + encode_values(list(kinds.values()), values)


class RefusedUnknown(Refusal):
    """A contract said no in words that this client has no declaration of."""

    data: bytes
    reason: str


@memo
def _selector_of(refusal: Any) -> bytes:
    return keccak(signature_of(refusal).encode())[:4]


def _word(value: Any) -> str:
    if isinstance(value, bytes):
        return "0x" + value.hex()
    return value.name if isinstance(value, IntEnum) else str(value)
