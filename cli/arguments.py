"""
Arguments of calls and views, from the text a person types to the value the ABI carries.

    number  10, 0x0a     amount  1.5kum, 10gwei, 1500000 (wei)     bool  true, false
    bytes   0x00ff       address 0x…, a key's name, a module's name
    list and record: JSON, with the same forms inside
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from eth_utils.address import to_checksum_address

from chain.errors import Malformed
from chain.kit.abi import AbiType, AddressType, ListType, TupleType, UintType
from chain.kit.assembly import Assembly
from chain.kit.module import Method, Module, method_named, methods_of
from chain.kit.text import from_json
from chain.types.primitives import Address, Wei
from cli.errors import CommandFailed, UsageWrong
from cli.keys import NAMES, Keyring
from cli.units import parse_amount


class AddressBook:
    """Names a person may write where an address is expected: keys first, then modules."""

    def __init__(self, keyring: Keyring, assembly: Assembly) -> None:
        self._keyring, self._assembly = keyring, assembly

    def resolve(self, text: str, where: str = "address") -> Address:
        """Return the address; a mixed-case one must keep EIP-55. Raises UsageWrong."""
        if text.lower().startswith("0x"):
            return _address(text, where)
        try:
            if NAMES.fullmatch(text):
                return self._keyring.find(text).address
        except CommandFailed:
            pass  # no such key; a module may have the name
        for module in self._assembly.modules:
            if module.name == text:
                return module.address
        raise UsageWrong(
            f"{where}: a 0x-address, a key's or a module's name expected, found {text[:48]!r}"
        )


def _address(text: str, where: str) -> Address:
    try:
        address = Address(bytes.fromhex(text[2:]))
    except ValueError:
        address = Address(b"")
    if len(address) != 20:
        raise UsageWrong(f"{where}: 0x and 40 hex digits expected, found {text[:48]!r}")
    digits = text[2:]
    is_mixed = digits not in (digits.lower(), digits.upper())
    if is_mixed and to_checksum_address(address)[2:] != digits:
        raise UsageWrong(f"{where}: {text} has a typing error: its checksum (EIP-55) is wrong")
    return address


def module_called(assembly: Assembly, name: str) -> type[Module]:
    """Return the module with this name; raises UsageWrong."""
    for module in assembly.modules:
        if module.name == name:
            return module
    names = ", ".join(module.name for module in assembly.modules)
    raise UsageWrong(f"no module {name[:48]!r}, there are: {names}")


def method_called(module: type[Module], name: str, *, is_view: bool) -> Method:
    """Return the module's call or view with this name; raises UsageWrong."""
    method = method_named(module, name)
    word, verb = ("view", "query") if is_view else ("call", "tx")
    if method is None:
        raise UsageWrong(
            f"{module.name} has no {word} {name[:48]!r}: see `kumiai {verb} {module.name}`"
        )
    if method.is_view != is_view:
        other = "tx" if is_view else "query"
        raise UsageWrong(
            f"{module.name}.{method.name} is no {word}: use `kumiai {other} {module.name} "
            f"{method.name}`"
        )
    return method


def methods_like(module: type[Module], *, is_view: bool) -> list[Method]:
    """Return the module's views, or its calls."""
    return [method for method in methods_of(module).values() if method.is_view == is_view]


def signature_text(method: Method) -> str:
    """Return a method as a person reads it: names, types, result."""
    inputs = ", ".join(f"{name}: {type_text(kind)}" for name, kind in method.inputs.items())
    result = f" -> {type_text(method.output)}" if method.output else ""
    kind = " payable" if method.payable else " only by a passed proposal" if method.governed else ""
    return f"{method.name}({inputs}){result}{kind}"


def type_text(kind: AbiType) -> str:
    """Return what to write for a type: `amount`, `address`, `[Referrer]`."""
    if isinstance(kind, UintType) and kind.python is Wei:
        return "amount"
    if isinstance(kind, ListType):
        return f"[{type_text(kind.element)}]"
    return kind.solidity


def record_forms(kinds: Sequence[AbiType]) -> list[str]:
    """Return the shape of every record among the types: `Referrer {account: address, …}`."""
    forms: dict[str, str] = {}

    def visit(kind: AbiType) -> None:
        if isinstance(kind, ListType):
            visit(kind.element)
        elif isinstance(kind, TupleType):
            members = ", ".join(f"{name}: {type_text(m)}" for name, m in kind.fields.items())
            forms[kind.solidity] = f"{kind.solidity} {{{members}}}"
            for member in kind.members:
                visit(member)

    for kind in kinds:
        visit(kind)
    return list(forms.values())


def parse_arguments(method: Method, texts: Sequence[str], book: AddressBook) -> list[Any]:
    """Return typed arguments of a method; raises UsageWrong with its signature."""
    if len(texts) != len(method.inputs):
        raise UsageWrong(
            f"{len(method.inputs)} arguments expected, found {len(texts)}: {signature_text(method)}"
        )
    pairs = zip(method.inputs.items(), texts, strict=True)
    return [parse_value(kind, text, name, book) for (name, kind), text in pairs]


def parse_value(kind: AbiType, text: str, where: str, book: AddressBook) -> Any:
    """Return the typed value of one argument; raises UsageWrong."""
    data: Any = text
    if isinstance(kind, ListType | TupleType):
        try:
            orjson.loads(text)  # bounds the depth, which json leaves to the stack
            data = json.loads(text)
        except ValueError as cause:
            forms = "; ".join([type_text(kind), *record_forms([kind])])
            raise UsageWrong(f"{where}: JSON of {forms} expected, found {text[:48]!r}") from cause
    try:
        return from_json(kind, _resolve(kind, data, where, book), where)
    except Malformed as cause:
        raise UsageWrong(str(cause)) from cause


def _resolve(kind: AbiType, data: Any, where: str, book: AddressBook) -> Any:
    """Replace names and amounts, at any depth, by the addresses and wei that they stand for."""
    if isinstance(kind, TupleType) and isinstance(data, Mapping):
        return {
            name: _resolve(kind.fields[name], item, f"{where}.{name}", book)
            if name in kind.fields
            else item
            for name, item in data.items()
        }
    if isinstance(kind, ListType) and isinstance(data, list):
        return [_resolve(kind.element, v, f"{where}[{i}]", book) for i, v in enumerate(data)]
    if isinstance(data, str) and isinstance(kind, AddressType):
        return "0x" + book.resolve(data, where).hex()
    if isinstance(data, str) and isinstance(kind, UintType) and kind.python is Wei:
        return data if data.startswith("0x") else parse_amount(data, where)
    return data
