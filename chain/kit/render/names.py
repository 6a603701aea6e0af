"""How names and words of a declaration are spelled in each rendering."""

import inspect
import sys
import textwrap
from collections.abc import Iterator
from enum import IntEnum
from typing import Any, Final

from chain.kit.abi import AbiType, EnumType, ListType, TupleType
from chain.kit.memo import memo
from chain.kit.module import (
    SHARED_EVENTS,
    SHARED_REFUSALS,
    Method,
    Module,
    cells_of,
    methods_of,
    records_of,
)
from chain.kit.record import Event, Record, Refusal, Returns, camel, field_types

LINE_CHARS: Final = 100  # of a rendered line of comment
SOURCE_NOTE: Final = "Rendered from {page} by `python -m cli.render`; not to be edited."
# Words that Solidity keeps for itself and that a Python field may well be called.
_SOLIDITY_TEXT: Final = (
    "abstract address after alias anonymous apply as auto bool break byte bytes calldata case "
    "catch constant constructor continue contract copyof days default define delete do else emit "
    "enum ether event external fallback false final fixed for function gwei hex hours if "
    "immutable implements import in indexed inline int interface internal is let library macro "
    "mapping match memory minutes modifier mutable new null of override partial payable pragma "
    "private promise public pure receive reference relocatable return returns sealed seconds "
    "sizeof static storage string struct supports switch this throw true try type typedef typeof "
    "uint unchecked unicode using var view virtual weeks wei while years"
)
_SOLIDITY_WORDS: Final = frozenset(_SOLIDITY_TEXT.split())


def identifier(name: str) -> str:
    """Return a Python name as Solidity spells it; its own words get an underscore behind."""
    spelled = camel(name)
    return f"{spelled}_" if spelled in _SOLIDITY_WORDS else spelled


def pascal(name: str) -> str:
    """Return a Python name as messages and services spell it: `power_of` becomes `PowerOf`."""
    return "".join(part[:1].upper() + part[1:] for part in name.split("_"))


def interface_name(module: type[Module]) -> str:
    """Return the name of the module's Solidity interface."""
    return f"I{module.__name__}"


def constant_prefix(module: type[Module]) -> str:
    """Return the word that the module's constants begin with: `MODEL_FEES`."""
    return module.name.upper()


def source_note(module: type[Module]) -> str:
    """Return the line that says where a rendering comes from."""
    return SOURCE_NOTE.format(page=module.__module__.replace(".", "/") + ".py")


def doc_of(item: Any) -> str:
    """Return the docstring of a declaration; nothing where it is the one dataclasses invent."""
    doc = inspect.cleandoc(item.__doc__ or "")
    return "" if doc.startswith(f"{item.__name__}(") else doc


def page_doc_of(module: type[Module]) -> str:
    """Return the docstring of the module's page: purpose and diagram."""
    return inspect.cleandoc(sys.modules[module.__module__].__doc__ or "")


def comment(text: str, prefix: str, indent: int = 0) -> list[str]:
    """
    Return a docstring as comment lines, its paragraphs wrapped, each behind `prefix`.

    `indent` is how many characters will be put before each line.
    """
    lines: list[str] = []
    width = LINE_CHARS - indent - len(prefix) - 1
    for paragraph in text.split("\n\n"):
        words = " ".join(paragraph.split())
        wrapped = textwrap.wrap(words, width, break_on_hyphens=False)
        lines += [prefix.rstrip()] if lines else []
        lines += [f"{prefix} {line}" for line in wrapped]
    return lines


@memo
def calls_of(module: type[Module]) -> tuple[Method, ...]:
    """Return the methods that change state, in the order of the page."""
    return tuple(method for method in methods_of(module).values() if not method.is_view)


@memo
def views_of(module: type[Module]) -> tuple[Method, ...]:
    """Return the methods that only read, in the order of the page."""
    return tuple(method for method in methods_of(module).values() if method.is_view)


def walk(kind: AbiType) -> Iterator[AbiType]:
    """Yield a type and all it is made of, parts before the whole."""
    if isinstance(kind, ListType):
        yield from walk(kind.element)
    if isinstance(kind, TupleType):
        for member in kind.members:
            yield from walk(member)
    yield kind


def method_kinds(method: Method) -> list[AbiType]:
    """Return the types of a method's arguments and of its result."""
    return [*method.inputs.values(), *([method.output] if method.output else [])]


def events_of(module: type[Module]) -> tuple[type[Event], ...]:
    """Return every event that logs of the module may carry, its own first."""
    return (*module.events, *SHARED_EVENTS)


def refusals_of(module: type[Module]) -> tuple[type[Refusal], ...]:
    """Return every refusal that the module may answer with, its own first."""
    return (*module.refusals, *SHARED_REFUSALS)


@memo
def structs_of(module: type[Module]) -> tuple[type[Record], ...]:
    """Return the records that the interface names, parts before wholes."""
    return tuple(item for item in records_of(module) if not issubclass(item, Returns))


@memo
def enums_of(module: type[Module]) -> tuple[type[IntEnum], ...]:
    """Return the enums that the interface names, in order of appearance."""
    kinds = [kind for method in methods_of(module).values() for kind in method_kinds(method)]
    for record in (*events_of(module), *refusals_of(module)):
        kinds += field_types(record).values()
    return tuple(
        dict.fromkeys(
            part.python for kind in kinds for part in walk(kind) if isinstance(part, EnumType)
        )
    )


def stored_kinds(module: type[Module]) -> list[AbiType]:
    """Return the types that the module's storage is made of, parts before wholes."""
    found: dict[str, AbiType] = {}
    for cell in cells_of(module).values():
        for part in ("key", "first", "second", "kind", "value"):
            kind = getattr(cell, part, None)
            if isinstance(kind, AbiType):
                found.update({inner.solidity: inner for inner in walk(kind)})
    return list(found.values())


def check_names(module: type[Module]) -> None:
    """Raise TypeError where two declarations of one interface share a name."""
    declared: list[type] = [
        *structs_of(module),
        *enums_of(module),
        *events_of(module),
        *refusals_of(module),
    ]
    seen: dict[str, type] = {}
    for item in declared:
        if seen.setdefault(item.__name__, item) is not item:
            raise TypeError(f"{module.name}: two declarations are called {item.__name__}")
