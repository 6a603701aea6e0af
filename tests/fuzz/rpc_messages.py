"""
gRPC requests made from the descriptors of every service.

    rpc/wire/*_pb2 --calls_of--> Call --random message--> bytes that fit it, or nearly
"""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any, Final

from google.protobuf.descriptor import Descriptor, FieldDescriptor
from google.protobuf.message_factory import GetMessageClass

import rpc.wire
from tests.fuzz.mutation import Mutator

DEPTH_MAX: Final = 4
INTEGERS: Final = (0, 1, 2, 3, 100, 2**31 - 1)
WIDE: Final = (*INTEGERS, 2**32, 2**63 - 1)
WORDS: Final = ("", "0", "1", "-1", "latest", "0x", "0x" + "70" * 20, "9" * 90, "staking", "é")
SIZES: Final = (0, 1, 20, 32, 33, 65, 300)


@dataclass(frozen=True)
class Call:
    """One call of a service."""

    path: str  # /package.Service/Method
    request: Descriptor
    is_stream: bool


def calls() -> list[Call]:
    """Return every call of every service there is."""
    return sorted(_calls(), key=lambda call: call.path)


def _calls() -> Iterator[Call]:
    for found in pkgutil.iter_modules(rpc.wire.__path__):
        if not found.name.endswith("_pb2"):
            continue
        module = importlib.import_module(f"rpc.wire.{found.name}")
        for service in module.DESCRIPTOR.services_by_name.values():
            for method in service.methods:
                path = f"/{service.full_name}/{method.name}"
                yield Call(path, method.input_type, method.server_streaming)


class Messages:
    """Makes the bytes of requests."""

    def __init__(self, chance: Random) -> None:
        self._chance, self._mutator = chance, Mutator(chance)

    def request(self, call: Call) -> bytes:
        """Return a request: four in five fit the descriptor, others are changed or noise."""
        raw: bytes = self.message(call.request).SerializeToString()
        fate = self._chance.random()
        if fate < 0.15:
            return self._mutator.mutate(raw, [raw])
        return self._chance.randbytes(self._chance.randrange(200)) if fate < 0.2 else raw

    def message(self, kind: Descriptor, depth: int = 0) -> Any:
        """Return a random message of a kind."""
        message = GetMessageClass(kind)()
        for field in kind.fields:
            if self._chance.random() < 0.3 or depth > DEPTH_MAX:
                continue
            if field.message_type is not None and field.message_type.GetOptions().map_entry:
                continue
            count = self._chance.randrange(3) if field.is_repeated else 1
            for _ in range(count):
                self._set(message, field, depth)
        return message

    def _set(self, message: Any, field: FieldDescriptor, depth: int) -> None:
        if field.message_type is not None:
            made = self.message(field.message_type, depth + 1)
            if field.is_repeated:
                getattr(message, field.name).append(made)
            else:
                getattr(message, field.name).CopyFrom(made)
            return
        value = self._scalar(field)
        if field.is_repeated:
            getattr(message, field.name).append(value)
        else:
            setattr(message, field.name, value)

    def _scalar(self, field: FieldDescriptor) -> Any:
        chance = self._chance
        kind = field.cpp_type
        if kind == FieldDescriptor.CPPTYPE_BOOL:
            return chance.random() < 0.5
        if kind == FieldDescriptor.CPPTYPE_ENUM:
            return chance.choice([item.number for item in field.enum_type.values])
        if kind == FieldDescriptor.CPPTYPE_STRING:
            if field.type == FieldDescriptor.TYPE_BYTES:
                return chance.randbytes(chance.choice(SIZES))
            return chance.choice(WORDS)
        if kind in (FieldDescriptor.CPPTYPE_INT32, FieldDescriptor.CPPTYPE_UINT32):
            return chance.choice(INTEGERS)
        if kind in (FieldDescriptor.CPPTYPE_INT64, FieldDescriptor.CPPTYPE_UINT64):
            return chance.choice(WIDE)
        return chance.choice((0.0, 1.0, -1.0, 1e300))
