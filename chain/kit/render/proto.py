"""
A module's gRPC services in protobuf's language: Query for its views, Build and Simulate for its
calls.

    view(account: Address) -> Wei     rpc View(ViewRequest) returns (ViewResponse)
    call(amount: Wei) -> int          rpc Call(MsgCall) returns (UnsignedTransaction), in Build
                                      rpc Call(MsgCall) returns (MsgCallResponse), in Simulate

    uint8 ... uint64  uint64            address    string "0x..." in EIP-55's mixed case
    uint72 ... 256    string, decimal   bytes32    bytes, 32 of them        bool    bool
    enum              enum, numbered    bytes      bytes                    list    repeated
                      as in Solidity    string     string                   record  message

Numbers on the wire are the order of declaration: fields are appended, never moved. Enums keep
their Solidity numbers, so that one number means one thing everywhere: the member 0 is what a field
that was not set reads as, as in Solidity. Where no member is 0, NAME_UNSPECIFIED stands there.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from typing import Final

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
from chain.kit.module import Method, Module
from chain.kit.record import Record
from chain.kit.render.names import (
    calls_of,
    comment,
    doc_of,
    method_kinds,
    page_doc_of,
    pascal,
    source_note,
    views_of,
    walk,
)

PACKAGE: Final = "kumiai.{name}.v1"
SERVICE: Final = "Query"
BUILD_SERVICE: Final = "Build"
SIMULATE_SERVICE: Final = "Simulate"
IMPORTS: Final = ("kumiai/events/v1/events.proto", "kumiai/tx/v1/tx.proto")  # for calls
ENVELOPE: Final = "envelope"  # first field of every call's message: who sends it, for what fee
ENVELOPE_TYPE: Final = "kumiai.tx.v1.Envelope"
UNSIGNED_TYPE: Final = "kumiai.tx.v1.UnsignedTransaction"
GAS_USED: Final = "gas_used"  # second field of every response to a simulated call
EVENTS: Final = "events"  # third field of it
EVENT_TYPE: Final = "kumiai.events.v1.Event"
AT_HEIGHT: Final = "at_height"  # first field of every request: whose state is read
HEIGHT: Final = "height"  # first field of every response: whose state was read
RESULT: Final = "result"  # second field of every response
UINT64_BITS: Final = 64  # wider numbers travel as decimal text
INDENT: Final = "  "


def render_proto(module: type[Module]) -> str:
    """Return the text of the module's proto file."""
    calls, views = calls_of(module), views_of(module)
    kinds = [kind for method in (*views, *calls) for kind in method_kinds(method)]
    parts = [part for kind in kinds for part in walk(kind)]
    records = {part.python: part for part in parts if isinstance(part, TupleType)}
    enums = dict.fromkeys(part.python for part in parts if isinstance(part, EnumType))
    blocks = [
        _service(module),
        *_call_services(calls),
        *(block for view in views for block in _messages(view)),
        *(block for call in calls for block in _call_messages(call)),
        *(_record(kind) for kind in records.values()),
        *(_enum(kind) for kind in enums),
    ]
    _check_names(module, blocks)
    head = [f"// {source_note(module)}", 'syntax = "proto3";', ""]
    lines = [*head, f"package {package_of(module)};"]
    if calls:
        lines += ["", *(f'import "{path}";' for path in IMPORTS)]
    for block in blocks:
        lines += ["", *block]
    return "\n".join([*lines, ""])


def package_of(module: type[Module]) -> str:
    """Return the protobuf package of a module: `kumiai.staking.v1`."""
    return PACKAGE.format(name=module.name)


def request_name(view: Method) -> str:
    """Return the name of a view's request message."""
    return f"{pascal(view.name)}Request"


def response_name(view: Method) -> str:
    """Return the name of a view's response message."""
    return f"{pascal(view.name)}Response"


def message_name(call: Method) -> str:
    """Return the name of the message that holds a call's arguments."""
    return f"Msg{pascal(call.name)}"


def outcome_name(call: Method) -> str:
    """Return the name of the message that says what a simulated call gave."""
    return f"{message_name(call)}Response"


def _check_names(module: type[Module], blocks: Iterable[list[str]]) -> None:
    seen: set[str] = set()
    for block in blocks:
        declared = next(line for line in block if line.endswith("{")).split()[1]
        if declared in seen:
            raise TypeError(f"{module.name}: two messages are called {declared}")
        seen.add(declared)


def _service(module: type[Module]) -> list[str]:
    title = page_doc_of(module).split("\n\n")[0]
    lines = [*comment(title, "//"), f"service {SERVICE} {{"]
    for view in views_of(module):
        name = pascal(view.name)
        lines += comment(view.doc, f"{INDENT}//")
        call = f"rpc {name}({request_name(view)}) returns ({response_name(view)});"
        lines.append(f"{INDENT}{call}")
    return [*lines, "}"]


def _call_services(calls: Sequence[Method]) -> list[list[str]]:
    """Build and Simulate, with the same calls; neither where there are none."""
    if not calls:
        return []
    build = ["// Calls as transactions that lack nothing but the sender's signature."]
    simulate = ["// Calls on the newest state, forgotten afterwards; refusals are errors."]
    build.append(f"service {BUILD_SERVICE} {{")
    simulate.append(f"service {SIMULATE_SERVICE} {{")
    for call in calls:
        name, given = pascal(call.name), message_name(call)
        build += comment(call.doc, f"{INDENT}//")
        build.append(f"{INDENT}rpc {name}({given}) returns ({UNSIGNED_TYPE});")
        simulate.append(f"{INDENT}rpc {name}({given}) returns ({outcome_name(call)});")
    return [[*build, "}"], [*simulate, "}"]]


def _call_messages(call: Method) -> list[list[str]]:
    """The arguments of one call, and what it gives when it is simulated."""
    if ENVELOPE in call.inputs:
        raise TypeError(f"{call.name}: {ENVELOPE} is taken by what the transaction itself says")
    given = [
        f"message {message_name(call)} {{",
        f"{INDENT}{ENVELOPE_TYPE} {ENVELOPE} = 1;",
        *_fields(call.inputs, first=2),
        "}",
    ]
    result = {} if call.output is None else {RESULT: call.output}
    outcome = [
        f"message {outcome_name(call)} {{",
        f"{INDENT}// The block upon whose state it ran.",
        f"{INDENT}uint64 {HEIGHT} = 1;",
        f"{INDENT}uint64 {GAS_USED} = 2;",
        f"{INDENT}repeated {EVENT_TYPE} {EVENTS} = 3;",
        *_fields(result, first=4),
        "}",
    ]
    return [given, outcome]


def _messages(view: Method) -> list[list[str]]:
    """The request and the response of one view."""
    if AT_HEIGHT in view.inputs:
        raise TypeError(f"{view.name}: {AT_HEIGHT} is taken by the height of the query itself")
    request = [
        f"message {request_name(view)} {{",
        f"{INDENT}// Read the state after this block; the newest where it is not set.",
        f"{INDENT}optional uint64 {AT_HEIGHT} = 1;",
        *_fields(view.inputs, first=2),
        "}",
    ]
    result = {} if view.output is None else {RESULT: view.output}
    response = [
        f"message {response_name(view)} {{",
        f"{INDENT}// The block whose state was read.",
        f"{INDENT}uint64 {HEIGHT} = 1;",
        *_fields(result, first=2),
        "}",
    ]
    return [request, response]


def _record(kind: TupleType) -> list[str]:
    record: type[Record] = kind.python
    body = _fields(kind.fields, first=1)
    return [*comment(doc_of(record), "//"), f"message {record.__name__} {{", *body, "}"]


def _fields(fields: Mapping[str, AbiType], *, first: int) -> list[str]:
    return [
        f"{INDENT}{field_type(kind)} {name} = {number};"
        for number, (name, kind) in enumerate(fields.items(), first)
    ]


def _enum(kind: type[IntEnum]) -> list[str]:
    lines = [*comment(doc_of(kind), "//"), f"enum {kind.__name__} {{"]
    if 0 not in {int(member) for member in kind}:
        lines.append(f"{INDENT}{value_name(kind, 'UNSPECIFIED')} = 0;")
    lines += [
        f"{INDENT}{value_name(kind, member.name)} = {int(member)};"
        for member in sorted(kind, key=int)
    ]
    return [*lines, "}"]


def value_name(kind: type[IntEnum], member: str) -> str:
    """Return an enum value's name, which shares its scope with all others: `STATUS_OPEN`."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", kind.__name__)
    return f"{words.upper()}_{member.upper()}"


def field_type(kind: AbiType) -> str:
    """Return the protobuf type of a field; TypeError where there is none."""
    if isinstance(kind, ListType):
        if isinstance(kind.element, ListType):
            raise TypeError(f"{kind.name}: protobuf has no list of lists")
        return f"repeated {field_type(kind.element)}"
    if isinstance(kind, UintType):
        return "uint64" if kind.bits <= UINT64_BITS else "string"
    if isinstance(kind, TupleType | EnumType):
        return kind.solidity
    if isinstance(kind, AddressType | StringType):
        return "string"
    if isinstance(kind, FixedBytesType | BytesType):
        return "bytes"
    if isinstance(kind, BoolType):
        return "bool"
    raise TypeError(f"{kind.name} has no protobuf type")
