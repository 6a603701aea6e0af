"""Pieces of rendered Python: docstrings, signatures, annotations and default values."""

import textwrap
from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any, Final

from chain.kit.abi import (
    AbiType,
    AddressType,
    BoolType,
    BytesType,
    EnumType,
    FixedBytesType,
    ListType,
    StringType,
    TupleType,
    UintType,
)

LINE_CHARS: Final = 100
INDENT: Final = "    "
# Names of quantities that clients have too; every other number is called by its width.
QUANTITIES: Final = ("Wei", "Height", "Seconds", "Milliseconds", "Gas", "Nonce", "Round", "Bps")


def docstring(text: str, depth: int) -> list[str]:
    """Return a docstring's lines, `depth` levels in; its own line breaks stay where they fit."""
    assert "\\" not in text and '"""' not in text, text
    indent = INDENT * depth
    lines = [part for line in text.splitlines() for part in _fitted(line, indent)]
    if len(lines) == 1 and len(indent) + len(lines[0]) + 6 <= LINE_CHARS:
        return [f'{indent}"""{lines[0]}"""']
    body = [f"{indent}{line}".rstrip() for line in lines]
    return [f'{indent}"""', *body, f'{indent}"""']


def _fitted(line: str, indent: str) -> list[str]:
    if len(indent) + len(line) <= LINE_CHARS:
        return [line]
    return textwrap.wrap(line, LINE_CHARS - len(indent), break_on_hyphens=False)


def called(head: str, arguments: Sequence[str], tail: str, depth: int = 0) -> list[str]:
    """Return `head(arguments)tail`, on one line where it fits, else one argument a line."""
    indent = INDENT * depth
    line = f"{indent}{head}({', '.join(arguments)}){tail}"
    if len(line) <= LINE_CHARS:
        return [line]
    inner = [f"{indent}{INDENT}{argument}," for argument in arguments]
    return [f"{indent}{head}(", *inner, f"{indent}){tail}"]


def listed(items: Sequence[str]) -> str:
    """Return a tuple's text."""
    return f"({items[0]},)" if len(items) == 1 else f"({', '.join(items)})"


def annotation(kind: AbiType, *, taken: bool = False) -> str:
    """Return how a value is annotated; a list that is `taken` may be any sequence."""
    if isinstance(kind, ListType):
        inner = annotation(kind.element)
        return f"Sequence[{inner}]" if taken else f"tuple[{inner}, ...]"
    if isinstance(kind, EnumType | TupleType):
        return str(kind.python.__name__)
    if isinstance(kind, UintType):
        name = getattr(kind.python, "__name__", "")
        return f"kit.{name}" if name in QUANTITIES else f"kit.Uint{kind.bits}"
    if isinstance(kind, FixedBytesType):
        return f"kit.Bytes{kind.count}"
    plain: Mapping[type, str] = {AddressType: "kit.Address", BoolType: "bool", StringType: "str"}
    if type(kind) in plain:
        return plain[type(kind)]
    assert isinstance(kind, BytesType), kind
    return "bytes"


def indexed_annotation(kind: AbiType) -> str:
    """Return how an event's topic is annotated: texts and bytes are known by their hash."""
    if isinstance(kind, StringType):
        inner = "kit.HashedText"
    elif isinstance(kind, BytesType):
        inner = "kit.HashedBytes"
    else:
        inner = annotation(kind)
    return f"Annotated[{inner}, kit.INDEXED]"


def literal(kind: AbiType, value: Any) -> str:
    """Return a default value as Python source."""
    if isinstance(value, IntEnum):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(kind, AddressType):
        return "kit.ZERO_ADDRESS" if not any(value) else f'"0x{value.hex()}"'
    if isinstance(kind, FixedBytesType) and kind.count == 32 and not any(value):
        return "kit.ZERO_BYTES32"
    if isinstance(kind, TupleType):
        parts = (literal(k, getattr(value, name)) for name, k in kind.fields.items())
        return f"{kind.python.__name__}({', '.join(parts)})"
    if isinstance(kind, ListType):
        return listed([literal(kind.element, item) for item in value]) if value else "()"
    return repr(value)
