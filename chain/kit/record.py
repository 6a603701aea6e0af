"""
Records: the named, typed bundles that modules store, emit, refuse with and are tuned by.

    Record   a Solidity struct                Event   a log, with Indexed fields as topics
    Params   a module's governed parameters   Refusal a custom error
    Returns  several values returned at once
"""

import re
import typing
from collections.abc import Callable
from dataclasses import MISSING, dataclass, field, fields
from enum import IntEnum
from functools import lru_cache
from typing import Annotated, Any, ClassVar, TypeVar, cast, dataclass_transform

from eth_hash.auto import keccak

from chain import errors
from chain.kit.abi import AbiType, BytesType, WordType, abi_type, encode_sequence, word_type
from chain.kit.memo import memo
from chain.kit.plans import (
    FIELD,
    NAME_LENGTH_MAX,
    Source,
    initialiser_of,
    sequence_of,
    word_of,
)
from chain.types.primitives import Seconds

T = TypeVar("T")

INDEXED_FIELDS_MAX = 3  # of an event; its signature is the fourth topic of LOG4


class _IndexedMark:
    """Marks an event's field as a topic."""


Indexed = Annotated[T, _IndexedMark]


class Scope(IntEnum):
    """When a changed parameter begins to count."""

    NOW = 0  # from the next transaction on
    NEW_ONLY = 1  # things already under way keep the value they began with
    NEXT_EPOCH = 2  # from the first block of the next epoch on


@dataclass(frozen=True, slots=True)
class ParamRule:
    """
    What governance may do with one parameter.

    `step` is the furthest one change may move it (None: no limit within the bounds), `cooldown_s`
    the least time between two changes, in seconds.
    """

    minimum: int
    maximum: int
    step: int | None
    cooldown_s: Seconds
    scope: Scope
    doc: str


def param(
    default: Any,
    doc: str,
    *,
    minimum: int,
    maximum: int,
    step: int | None = None,
    cooldown_s: int = 0,
    scope: Scope = Scope.NOW,
) -> Any:
    """Declare a governed parameter: its default and what a proposal may change it to."""
    rule = ParamRule(minimum, maximum, step, Seconds(cooldown_s), scope, doc)
    return field(default=default, metadata={"rule": rule})


@dataclass_transform(frozen_default=True, field_specifiers=(param, field))
class Record:
    """A frozen bundle of typed fields, laid out like a Solidity struct."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        dataclass(frozen=True, init=False)(cls)
        defaults = {
            item.name: item.default
            for item in fields(cast(Any, cls))
            if item.default is not MISSING
        }
        # A frozen dataclass's own sets field by field, past the guard that makes it frozen.
        cls.__init__ = initialiser_of(cls, defaults)  # type: ignore[method-assign]


class Returns(Record):
    """Values that a method returns side by side, as Solidity's `returns (a, b)`, not a struct."""


class Params(Record):
    """
    A module's parameters, each with its bounds.

    Genesis may set any of them; afterwards only a passed proposal does. Override `check` for
    rules that tie several fields together.
    """

    def check(self) -> str | None:
        """Return why these values cannot stand together, or None."""
        return None

    def objection(self) -> str | None:
        """Return why these values are not allowed, by their bounds or together, or None."""
        for name, rule in rules_of(type(self)).items():
            word = word_type(field_types(type(self))[name].python).to_word(getattr(self, name))
            if not rule.minimum <= word <= rule.maximum:
                return f"{name}: {rule.minimum} to {rule.maximum} allowed, found {word}"
        return self.check()


class Event(Record):
    """Something that happened, in the past tense; an ordinary log."""


@dataclass_transform()
class Refusal(errors.Refusal):
    """
    A module says no; Solidity sees a custom error with the annotated fields.

    Subclasses declare fields like a record does; the docstring's first line is the message.
    """

    name: ClassVar[str]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.name = cls.__name__

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        names = list(field_types(type(self)))
        values = dict(zip(names, args, strict=False)) | kwargs
        if sorted(values) != sorted(names) or len(args) > len(names):
            raise TypeError(f"{type(self).__name__} takes {names}, found {sorted(values)}")
        for key, value in values.items():
            setattr(self, key, value)
        super().__init__(self.message())

    def message(self) -> str:
        """Return the refusal as one line: what it means and the values that led to it."""
        doc = (type(self).__doc__ or type(self).__name__).strip().splitlines()[0].rstrip(".")
        shown = ", ".join(f"{key} {show(getattr(self, key))}" for key in field_types(type(self)))
        text = doc[:1].lower() + doc[1:]
        return f"{text}: {shown}" if shown else text


def show(value: Any) -> str:
    """Return a value as a person reads it in an error line."""
    if isinstance(value, bytes):
        return "0x" + value.hex()
    return str(value.name) if isinstance(value, IntEnum) else str(value)


@memo
def field_types(record: Any) -> dict[str, AbiType]:
    """Return the ABI type of every field, in declaration order."""
    hints = typing.get_type_hints(record, include_extras=True)
    return {
        name: abi_type(hint)
        for name, hint in hints.items()
        if typing.get_origin(hint) is not ClassVar
    }


@memo
def indexed_fields(event: Any) -> frozenset[str]:
    """Return the names of the fields that are topics; TypeError where they cannot be."""
    hints = typing.get_type_hints(event, include_extras=True)
    names = [n for n, h in hints.items() if _IndexedMark in getattr(h, "__metadata__", ())]
    if len(names) > INDEXED_FIELDS_MAX:
        raise TypeError(f"{event.__name__}: at most {INDEXED_FIELDS_MAX} indexed fields: {names}")
    for name in names:
        if not isinstance(field_types(event)[name], WordType | BytesType):
            raise TypeError(f"{event.__name__}.{name}: a word, text or bytes can be indexed")
    return frozenset(names)


@memo
def rules_of(params: Any) -> dict[str, ParamRule]:
    """Return the rule of every parameter; TypeError where a field was declared without one."""
    rules = {}
    for item in fields(params):
        if "rule" not in item.metadata or item.default is MISSING:
            raise TypeError(f"{params.__name__}.{item.name} must be declared by param(...)")
        rules[item.name] = item.metadata["rule"]
    return rules


@memo
def signature_of(record: Any) -> str:
    """Return the canonical signature, `Name(type,type)`, that selectors and topics hash."""
    return f"{record.__name__}({','.join(t.name for t in field_types(record).values())})"


@memo
def topic_of(event: Any) -> bytes:
    """Return the first topic of an event's logs."""
    return keccak(signature_of(event).encode())


@memo
def selector_of(refusal: Any) -> bytes:
    """Return the four bytes that begin a custom error's data."""
    return keccak(signature_of(refusal).encode())[:4]


def encode_refusal(refusal: Refusal) -> bytes:
    """Return the revert data that Solidity decodes as this custom error."""
    kinds = field_types(type(refusal))
    values = [getattr(refusal, name) for name in kinds]
    return selector_of(type(refusal)) + encode_sequence(list(kinds.values()), values)


def encode_event(event: Event) -> tuple[list[int], bytes]:
    """Return an event's topics, as numbers, and its data."""
    return event_encoder_of(type(event))(event)


@memo
def event_encoder_of(event: Any) -> Callable[[Event], tuple[list[int], bytes]]:
    """Return what encodes the events of one class: indexed fields as topics, the others as data."""
    source, topics = Source(), [str(int.from_bytes(topic_of(event), "big"))]
    indexed, others = indexed_fields(event), []
    for name, kind in field_types(event).items():
        value = FIELD.format(name)
        if name not in indexed:
            others.append((kind, value))
        elif isinstance(kind, WordType):
            topics.append(word_of(source, kind, source.keep(f"i{len(topics)}", value)))
        else:
            topics.append(f"{source.name(_hash_word)}({value})")
    data = sequence_of(source, others)
    source.lines.append(f"return [{', '.join(topics)}], {data}")
    return source.build(f"encoding of {event.__name__}", "value")


def _hash_word(value: str | bytes) -> int:
    """Indexed text and bytes are known by their hash, as in Solidity."""
    raw = value.encode() if isinstance(value, str) else value
    return _hash_name(raw) if len(raw) <= NAME_LENGTH_MAX else int.from_bytes(keccak(raw), "big")


@lru_cache(maxsize=4_096)
def _hash_name(raw: bytes) -> int:
    return int.from_bytes(keccak(raw), "big")


_WORD_START = re.compile(r"_+(.)")


def camel(name: str) -> str:
    """Return a Python name as Solidity spells it: `voting_power` becomes `votingPower`."""
    upper: Callable[[re.Match[str]], str] = lambda match: match.group(1).upper()  # noqa: E731
    return _WORD_START.sub(upper, name.strip("_"))
