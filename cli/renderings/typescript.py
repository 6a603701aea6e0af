"""
The TypeScript bundle: what the modules declare, as viem takes it.

    modules/<name> --> client/typescript/src/<name>.ts: ABI `as const`, address, enums, types of
                       events and refusals, EIP-712 types
    all modules    --> src/index.ts; package.json and tsconfig.json

`npm pack` in that directory makes the package; it needs viem beside it and nothing else.
"""

import json
import tomllib
from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path
from typing import Any, Final

from eth_utils.address import to_checksum_address

import chain
from chain.kit.abi import (
    AbiType,
    AddressType,
    BoolType,
    BytesType,
    FixedBytesType,
    ListType,
    StringType,
    TupleType,
    UintType,
)
from chain.kit.module import Module
from chain.kit.record import Event, Record, Refusal, camel, field_types, indexed_fields
from chain.kit.render.abi_json import abi_of
from chain.kit.render.names import (
    doc_of,
    enums_of,
    events_of,
    identifier,
    page_doc_of,
    refusals_of,
    source_note,
)
from cli.renderings.messages import MESSAGES, messages_of

HOME: Final = Path("client/typescript")
NAME: Final = "kumiai-client"
NUMBER_BITS: Final = 48  # wider numbers are bigint in viem
INDENT: Final = "  "
Block = list[str]


def rendered(modules: Sequence[type[Module]]) -> dict[Path, str]:
    """Return the text of every file of the bundle, by its path in the repository."""
    texts = {HOME / "src" / f"{file_name(m)}.ts": render_module(m) for m in modules}
    texts[HOME / "src" / "index.ts"] = _index(modules)
    texts[HOME / "package.json"] = _json(_package())
    texts[HOME / "tsconfig.json"] = _json(_settings())
    return texts


def file_name(module: type[Module]) -> str:
    """Return what a module's file and its constants begin with: `modelFees`."""
    return camel(module.name)


def render_module(module: type[Module]) -> str:
    """Return the text of one module's file."""
    name = file_name(module)
    head = [
        f"// {source_note(module)}",
        'import type { Address, Hex } from "viem";',
        "",
        *_comment(" ".join(page_doc_of(module).split("\n\n")[0].split())),
        f'export const {name}Address = "{to_checksum_address(module.address)}" as const;',
        "",
        f"export const {name}Abi = {json.dumps(abi_of(module), indent=2)} as const;",
        "",
        f"/** What viem takes to read, write and watch: `{{ ...{name}, functionName: ... }}`. */",
        f"export const {name} = {{ address: {name}Address, abi: {name}Abi }} as const;",
    ]
    blocks = [
        *(_enum(item) for item in enums_of(module)),
        *(_interface(item, "Event") for item in events_of(module)),
        _union(
            f"{pascal(name)}Event", "eventName", [i.__name__ for i in events_of(module)], "Event"
        ),
        *(_interface(item, "Refusal") for item in refusals_of(module)),
        _union(
            f"{pascal(name)}Refusal",
            "errorName",
            [i.__name__ for i in refusals_of(module)],
            "Refusal",
        ),
        *([_messages(module)] if module.name in MESSAGES else []),
    ]
    lines = head + [line for block in blocks for line in ["", *block]]
    return "\n".join([*lines, ""])


def pascal(name: str) -> str:
    """Return a name with its first letter large."""
    return name[:1].upper() + name[1:]


def _comment(text: str) -> Block:
    assert "*/" not in text, text
    lines = text.splitlines()
    if len(lines) == 1:
        return [f"/** {lines[0]} */"]
    return ["/**", *(f" * {line}".rstrip() for line in lines), " */"]


def _enum(item: type[IntEnum]) -> Block:
    """A constant object and the type of its values: numbers, as viem gives them."""
    members = [f"{INDENT}{member.name}: {int(member)}," for member in item]
    name = item.__name__
    return [
        *_comment(doc_of(item) or f"{name}."),
        f"export const {name} = {{",
        *members,
        "} as const;",
        f"export type {name} = (typeof {name})[keyof typeof {name}];",
    ]


def _interface(item: type[Event | Refusal], suffix: str) -> Block:
    topics = indexed_fields(item) if issubclass(item, Event) else frozenset()
    fields = [
        f"{INDENT}{identifier(name)}: {type_of(kind, is_topic=name in topics)};"
        for name, kind in field_types(item).items()
    ]
    name = f"{item.__name__}{suffix}"
    return [*_comment(doc_of(item) or f"{name}."), f"export interface {name} {{", *fields, "}"]


def _union(name: str, key: str, items: Sequence[str], suffix: str) -> Block:
    """All of a module's events, or refusals, told apart by their name as viem decodes them."""
    cases = [f'{INDENT}| {{ {key}: "{item}"; args: {item}{suffix} }}' for item in items]
    return [f"export type {name} =", *cases[:-1], f"{cases[-1]};"]


def type_of(kind: AbiType, *, is_topic: bool = False) -> str:
    """Return how viem gives a value; text and bytes that are topics come as their hash."""
    if isinstance(kind, ListType):
        return f"readonly {_grouped(type_of(kind.element))}[]"
    if isinstance(kind, TupleType):
        parts = (f"{identifier(n)}: {type_of(k)}" for n, k in kind.fields.items())
        return "{ " + "; ".join(parts) + " }"
    if isinstance(kind, UintType):
        return "bigint" if kind.bits > NUMBER_BITS else "number"
    if isinstance(kind, StringType):
        return "Hex" if is_topic else "string"
    plain: dict[type[AbiType], str] = {AddressType: "Address", BoolType: "boolean"}
    if type(kind) in plain:
        return plain[type(kind)]
    if isinstance(kind, FixedBytesType | BytesType):
        return "Hex"
    return "number"  # an enum


def _grouped(text: str) -> str:
    return f"({text})" if text.startswith("readonly") else text


def _messages(module: type[Module]) -> Block:
    """The domain and the types of what keys sign, for viem's `signTypedData`."""
    domain, _ = MESSAGES[module.name]
    name = file_name(module)
    types: dict[str, list[dict[str, str]]] = {}
    for record in messages_of(module.name):
        types |= typed_parts(record)
    return [
        "/** The EIP-712 domain of this module's messages on a chain. */",
        f"export const {name}Domain = (chainId: number) =>",
        f'{INDENT}({{ name: "{domain.name}", version: "{domain.version}", chainId,'
        f" verifyingContract: {name}Address }}) as const;",
        "",
        "/** What keys sign for this module: `primaryType` is the name of one of these. */",
        f"export const {name}Types = {json.dumps(types, indent=2)} as const;",
    ]


def typed_parts(record: type[Record]) -> dict[str, list[dict[str, str]]]:
    """Return a record's EIP-712 members, and those of each struct in it, by name."""
    found: dict[str, list[dict[str, str]]] = {}
    members: list[dict[str, str]] = []
    for name, kind in field_types(record).items():
        members.append({"name": camel(name), "type": _typed(kind)})
        inner: Any = kind
        while isinstance(inner, ListType):
            inner = inner.element
        if isinstance(inner, TupleType):
            found |= typed_parts(inner.python)
    return {**found, record.__name__: members}


def _typed(kind: AbiType) -> str:
    if isinstance(kind, ListType):
        return f"{_typed(kind.element)}[]"
    return str(kind.python.__name__) if isinstance(kind, TupleType) else kind.name


def _index(modules: Sequence[type[Module]]) -> str:
    """Modules as namespaces: several declare an Offer, a State or a Rotation of their own."""
    names = [file_name(module) for module in modules]
    exports = [f'export * as {name} from "./{name}.js";' for name in names]
    return "\n".join(["// Every module under its name.", *exports, ""])


def _json(found: dict[str, Any]) -> str:
    return json.dumps(found, indent=2) + "\n"


def _package() -> dict[str, Any]:
    modules = {"types": "./dist/*.d.ts", "default": "./dist/*.js"}
    index = {"types": "./dist/index.d.ts", "default": "./dist/index.js"}
    return {
        "name": NAME,
        "version": _version(),
        "description": "ABIs, addresses, events, refusals and typed messages of the Kumiai chain",
        "license": "Apache-2.0",
        "type": "module",
        "sideEffects": False,
        "exports": {".": index, "./*": modules},
        "files": ["dist", "src"],
        "scripts": {"build": "tsc -p .", "prepack": "tsc -p ."},
        "peerDependencies": {"viem": ">=2.57 <3"},
        "devDependencies": {"typescript": ">=5.6"},
    }


def _version() -> str:
    """Return the version that pyproject.toml gives the whole distribution."""
    text = (Path(chain.__file__).parents[1] / "pyproject.toml").read_text()
    return str(tomllib.loads(text)["project"]["version"])


def _settings() -> dict[str, Any]:
    return {
        "compilerOptions": {
            "target": "ES2022",
            "module": "NodeNext",
            "moduleResolution": "NodeNext",
            "strict": True,
            "declaration": True,
            "skipLibCheck": True,
            "rootDir": "src",
            "outDir": "dist",
        },
        "include": ["src"],
    }
