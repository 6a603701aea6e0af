"""
What revert data says, in the words of the module that refused.

    selector + ABI --Refusals.failure--> Refused("UnknownValidator: no validator has ...") + fields
"""

from typing import Any

import orjson

from chain.errors import Malformed
from chain.kit.abi import AbiType, decode_sequence
from chain.kit.assembly import Assembly
from chain.kit.module import SHARED_REFUSALS, Module
from chain.kit.record import Refusal, field_types, selector_of
from chain.kit.text import to_json
from chain.types.primitives import Address
from chain.vm.errors import ERROR_SELECTOR, describe_revert
from rpc.grpc.errors import CallFailed, GrpcFailure, Refused
from rpc.wire import errors_pb2


class Refusals:
    """The custom errors of all modules by selector."""

    def __init__(self, assembly: Assembly) -> None:
        self._modules = assembly.by_address
        self._known: dict[bytes, tuple[str, type[Refusal]]] = {}
        for module in assembly.modules:
            self._learn(module.name, module.refusals)
        self._learn("", SHARED_REFUSALS)

    def _learn(self, module: str, kinds: tuple[type[Refusal], ...]) -> None:
        for kind in kinds:
            self._known.setdefault(selector_of(kind), (module, kind))

    def failure(self, to: Address | None, output: bytes) -> GrpcFailure | Malformed:
        """
        Return what a call to `to` failed with, by its revert data.

        A module answers Error(string) only to what is no call of it, so that is Malformed.
        """
        module = self._modules.get(to) if to is not None else None
        if module is not None and output[:4] == ERROR_SELECTOR:
            return Malformed(describe_revert(output).removeprefix("execution reverted: "))
        owner, kind = self._find(module, output[:4])
        if kind is None:
            text = describe_revert(output)
            return Refused(text, errors_pb2.Refusal(data=output)) if output else CallFailed(text)
        return _refused(owner, kind, output)

    def _find(self, module: type[Module] | None, selector: bytes) -> tuple[str, Any]:
        """The module's own refusals first: others may share a selector with them."""
        for kind in module.refusals if module else ():
            if selector_of(kind) == selector:
                return (module.name if module else ""), kind
        return self._known.get(selector, ("", None))


def _refused(owner: str, kind: type[Refusal], output: bytes) -> GrpcFailure:
    kinds = field_types(kind)
    try:
        values = decode_sequence(list(kinds.values()), output[4:])
    except Malformed:
        return Refused(kind.name, errors_pb2.Refusal(module=owner, name=kind.name, data=output))
    refusal = kind(*values)
    shown = errors_pb2.Refusal(
        module=owner,
        name=kind.name,
        fields=[field(name, kinds[name], getattr(refusal, name)) for name in kinds],
        data=output,
    )
    return Refused(f"{kind.name}: {refusal.message()}", shown)


def field(name: str, kind: AbiType, value: Any) -> errors_pb2.Field:
    """Return a named value as text; lists and records as JSON."""
    return errors_pb2.Field(name=name, value=_text(to_json(kind, value)))


def _text(value: Any) -> str:
    """A text as it is, anything else as JSON writes it."""
    return value if isinstance(value, str) else orjson.dumps(value).decode()
