"""
A module's ABI as the Solidity compiler prints it for the rendered interface.

Follows "JSON" of the Solidity documentation's Contract ABI Specification. Order as solc's: errors,
events, functions, each by name.
"""

import json
from typing import Any

from chain.kit.abi import AbiType, EnumType, ListType, TupleType
from chain.kit.module import Method, Module, methods_of
from chain.kit.record import Event, Refusal, field_types, indexed_fields
from chain.kit.render.names import events_of, identifier, interface_name, refusals_of

Entry = dict[str, Any]


def abi_of(module: type[Module]) -> list[Entry]:
    """Return the ABI as JSON data: for web3.py, ethers and every other Ethereum library."""
    face = interface_name(module)
    errors = [_error(item, face) for item in refusals_of(module)]
    events = [_event(item, face) for item in events_of(module)]
    functions = [_function(item, face) for item in methods_of(module).values()]
    return [
        entry
        for group in (errors, events, functions)
        for entry in sorted(group, key=lambda entry: str(entry["name"]))
    ]


def render_abi(module: type[Module]) -> str:
    """Return the text of the ABI file."""
    return json.dumps(abi_of(module), indent=2, sort_keys=True) + "\n"


def _error(refusal: type[Refusal], face: str) -> Entry:
    inputs = [_parameter(name, kind, face) for name, kind in field_types(refusal).items()]
    return {"inputs": inputs, "name": refusal.__name__, "type": "error"}


def _event(event: type[Event], face: str) -> Entry:
    indexed = indexed_fields(event)
    inputs = [
        {"indexed": name in indexed, **_parameter(name, kind, face)}
        for name, kind in field_types(event).items()
    ]
    return {"anonymous": False, "inputs": inputs, "name": event.__name__, "type": "event"}


def _function(method: Method, face: str) -> Entry:
    mutability = "view" if method.is_view else "payable" if method.payable else "nonpayable"
    outputs = [_parameter(name, kind, face) for name, kind in method.outputs.items()]
    return {
        "inputs": [_parameter(name, kind, face) for name, kind in method.inputs.items()],
        "name": method.solidity_name,
        "outputs": outputs,
        "stateMutability": mutability,
        "type": "function",
    }


def _parameter(name: str, kind: AbiType, face: str) -> Entry:
    """Describe one value; a record also by its fields."""
    found: Entry = {"internalType": _internal(kind, face), "name": identifier(name)}
    element, brackets = kind, ""
    while isinstance(element, ListType):
        element, brackets = element.element, brackets + "[]"
    if isinstance(element, TupleType):
        found["components"] = [
            _parameter(part, inner, face) for part, inner in element.fields.items()
        ]
        return {**found, "type": f"tuple{brackets}"}
    return {**found, "type": kind.name}


def _internal(kind: AbiType, face: str) -> str:
    """Return the type as the source names it, which the ABI's own type does not tell."""
    if isinstance(kind, ListType):
        return f"{_internal(kind.element, face)}[]"
    if isinstance(kind, TupleType):
        return f"struct {face}.{kind.solidity}"
    if isinstance(kind, EnumType):
        return f"enum {face}.{kind.solidity}"
    return kind.name
