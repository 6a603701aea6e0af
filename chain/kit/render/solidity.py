"""
A module's Solidity interface: what contracts import to call it.

    IStaking.sol:  STAKING_ADDRESS, STAKING, interface IStaking { enums, structs, errors, events,
                   calls, views }

Every type stands inside the interface, so that the interfaces of all modules can be imported
together.
"""

from collections.abc import Mapping
from enum import IntEnum

from eth_utils.address import to_checksum_address

from chain.kit.abi import AbiType, ListType, TupleType
from chain.kit.module import Method, Module
from chain.kit.record import Event, Record, Refusal, field_types, indexed_fields
from chain.kit.render.names import (
    calls_of,
    check_names,
    comment,
    constant_prefix,
    doc_of,
    enums_of,
    events_of,
    identifier,
    interface_name,
    refusals_of,
    source_note,
    structs_of,
    views_of,
)

PRAGMA = "^0.8.20"
INDEXED_MAX = 3  # topics of an event besides its signature
ENUM_MEMBERS_MAX = 256  # a Solidity enum is one byte
INDENT = "    "


def render_solidity(module: type[Module]) -> str:
    """Return the text of the interface file."""
    check_names(module)
    face, prefix = interface_name(module), constant_prefix(module)
    lines = [
        "// SPDX-License-Identifier: Apache-2.0",
        f"// {source_note(module)}",
        f"pragma solidity {PRAGMA};",
        "",
        "/// @dev Where the module lives on every chain.",
        f"address constant {prefix}_ADDRESS = {to_checksum_address(module.address)};",
        "",
        "/// @dev The module, ready to be called.",
        f"{face} constant {prefix} = {face}({prefix}_ADDRESS);",
        "",
        *comment(f"@notice {doc_of(module)}", "///"),
        f"interface {face} {{",
    ]
    lines += _indented(_members(module))
    return "\n".join([*lines, "}", ""])


def _members(module: type[Module]) -> list[list[str]]:
    return [
        *(_enum(item) for item in enums_of(module)),
        *(_struct(item) for item in structs_of(module)),
        *(_error(item) for item in refusals_of(module)),
        *(_event(item) for item in events_of(module)),
        *(_function(item) for item in (*calls_of(module), *views_of(module))),
    ]


def _indented(members: list[list[str]]) -> list[str]:
    lines: list[str] = []
    for number, member in enumerate(members):
        lines += [""] if number else []
        lines += [f"{INDENT}{line}" for line in member]
    return lines


def members_by_number(kind: type[IntEnum]) -> list[str]:
    """Return an enum's members as Solidity counts them, from 0; gaps are named RESERVED_n."""
    names = {int(member): member.name for member in kind}
    if min(names) < 0 or max(names) >= ENUM_MEMBERS_MAX:
        raise TypeError(f"{kind.__name__}: members from 0 to 255 expected")
    unused = {0: "UNSPECIFIED"}
    return [
        names.get(number, unused.get(number, f"RESERVED_{number}"))
        for number in range(max(names) + 1)
    ]


def _enum(kind: type[IntEnum]) -> list[str]:
    names = members_by_number(kind)
    body = [f"{INDENT}{name}{',' if name != names[-1] else ''}" for name in names]
    return [*_dev(doc_of(kind)), f"enum {kind.__name__} {{", *body, "}"]


def _struct(record: type[Record]) -> list[str]:
    fields = field_types(record)
    body = [f"{INDENT}{kind.solidity} {identifier(name)};" for name, kind in fields.items()]
    return [*_dev(doc_of(record)), f"struct {record.__name__} {{", *body, "}"]


def _error(refusal: type[Refusal]) -> list[str]:
    fields = [f"{kind.solidity} {identifier(n)}" for n, kind in field_types(refusal).items()]
    return [*_notice(doc_of(refusal)), *_wrapped(f"error {refusal.__name__}", fields, ";")]


def _event(event: type[Event]) -> list[str]:
    indexed = indexed_fields(event)
    if len(indexed) > INDEXED_MAX:
        raise TypeError(f"{event.__name__}: at most {INDEXED_MAX} indexed fields expected")
    fields = [
        f"{kind.solidity} {'indexed ' if name in indexed else ''}{identifier(name)}"
        for name, kind in field_types(event).items()
    ]
    return [*_notice(doc_of(event)), *_wrapped(f"event {event.__name__}", fields, ";")]


def _function(method: Method) -> list[str]:
    mutability = " view" if method.is_view else " payable" if method.payable else ""
    outputs = ", ".join(
        f"{_located(kind, 'memory')} {identifier(name)}".rstrip()
        for name, kind in method.outputs.items()
    )
    returns = f" returns ({outputs})" if outputs else ""
    arguments = _arguments(method.inputs)
    head = f"function {method.solidity_name}"
    return [*_notice(method.doc), *_wrapped(head, arguments, f" external{mutability}{returns};")]


def _arguments(inputs: Mapping[str, AbiType]) -> list[str]:
    return [f"{_located(kind, 'calldata')} {identifier(name)}" for name, kind in inputs.items()]


def _located(kind: AbiType, place: str) -> str:
    """Types of more than a word name the place they lie in."""
    needs_place = kind.is_dynamic or isinstance(kind, TupleType | ListType)
    return f"{kind.solidity} {place}" if needs_place else kind.solidity


def _wrapped(head: str, parts: list[str], tail: str) -> list[str]:
    """Return a declaration on one line, or with a part a line where it would be too long."""
    line = f"{head}({', '.join(parts)}){tail}"
    if len(line) + len(INDENT) <= 100:
        return [line]
    body = [f"{INDENT}{part}{',' if part != parts[-1] else ''}" for part in parts]
    return [f"{head}(", *body, f"){tail}"]


def _notice(doc: str) -> list[str]:
    return comment(f"@notice {doc}", "///", len(INDENT)) if doc else []


def _dev(doc: str) -> list[str]:
    return comment(f"@dev {doc}", "///", len(INDENT)) if doc else []
