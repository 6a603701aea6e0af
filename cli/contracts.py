"""
Modules seen from outside: views by eth_call, refusals and events back to their declarations.

    view + arguments --eth_call--> return data --declaration--> typed value
    revert data --selector--> Refusal --> one line        log --topic--> Event --> named fields
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from chain.errors import Malformed
from chain.kit.abi import AbiType, StringType, decode_sequence
from chain.kit.assembly import Assembly
from chain.kit.dispatch import decode_result
from chain.kit.module import SHARED_EVENTS, SHARED_REFUSALS, Method, Module
from chain.kit.record import (
    Event,
    Refusal,
    field_types,
    indexed_fields,
    selector_of,
    topic_of,
)
from chain.types.primitives import Address
from cli.client import Caller, RpcFailed, bytes_of
from cli.errors import CommandFailed

ERROR_SELECTOR: Final = bytes.fromhex("08c379a0")  # Solidity's Error(string)
PANIC_SELECTOR: Final = bytes.fromhex("4e487b71")  # Solidity's Panic(uint256)


class Refused(CommandFailed):
    """A module said no."""

    def __init__(self, name: str, message: str) -> None:
        self.name = name
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class SeenEvent:
    """A module's event as a receipt shows it; indexed texts are known by their hash only."""

    module: str
    name: str
    fields: dict[str, tuple[AbiType | None, Any]]  # None: the value is a hash


class Contracts:
    """The chain's modules on one node."""

    def __init__(self, caller: Caller, assembly: Assembly) -> None:
        self.caller, self.assembly = caller, assembly

    def view(
        self, module: type[Module], method: Method, values: Sequence[Any], height: int | None = None
    ) -> Any:
        """Return a view's typed result at a height, the newest for None; raises Refused."""
        call = {"to": hex_of(module.address), "data": hex_of(method.encode_call(*values))}
        block = "latest" if height is None else hex(height)
        try:
            answer = self.caller.call("eth_call", call, block)
        except RpcFailed as failure:
            raise self.explain(failure) from failure
        try:
            return decode_result(method, bytes_of(answer, method.name))
        except Malformed as cause:
            raise CommandFailed(
                f"the node's {module.name}.{method.name} answers in another form ({cause}): "
                "use the kumiai version the node runs"
            ) from cause

    def explain(self, failure: RpcFailed) -> CommandFailed:
        """Return what a failed call means: the module's refusal, else the node's own words."""
        data = failure.data
        if not isinstance(data, str) or not data.startswith("0x") or len(data) < 10:
            return failure
        return self.refusal_of(bytes_of(data, "revert data")) or failure

    def refusal_of(self, data: bytes) -> Refused | None:
        """Return the refusal that revert data carries, None where it is nobody's."""
        selector, body = data[:4], data[4:]
        try:
            if selector == ERROR_SELECTOR:
                return Refused("Error", str(decode_sequence([StringType()], body)[0]))
            if selector == PANIC_SELECTOR:
                return Refused("Panic", f"the contract panicked with code 0x{body.hex()[-2:]}")
            for refusal in self._refusals():
                if selector_of(refusal) == selector:
                    values = decode_sequence(list(field_types(refusal).values()), body)
                    return Refused(refusal.name, refusal(*values).message())
        except Malformed:
            return None  # the selector met, the data did not: another contract's error
        return None

    def events_of(self, logs: Sequence[Mapping[str, Any]]) -> list[SeenEvent]:
        """Return the modules' events among the logs of a receipt, in order."""
        modules = self.assembly.by_address
        found = []
        for log in logs:
            module = modules.get(Address(bytes_of(log["address"], "log address")))
            event = None if module is None else _seen(module, log)
            if event is not None:
                found.append(event)
        return found

    def _refusals(self) -> Iterator[type[Refusal]]:
        yield from SHARED_REFUSALS
        for module in self.assembly.modules:
            yield from module.refusals


def _seen(module: type[Module], log: Mapping[str, Any]) -> SeenEvent | None:
    topics = [bytes_of(topic, "topic") for topic in log["topics"]]
    if not topics:
        return None
    for event in (*SHARED_EVENTS, *module.events):
        if topic_of(event) == topics[0]:
            return SeenEvent(
                module.name,
                event.__name__,
                _fields(event, topics[1:], bytes_of(log["data"], "log")),
            )
    return None


def _fields(
    event: type[Event], topics: Sequence[bytes], data: bytes
) -> dict[str, tuple[AbiType | None, Any]]:
    """Return an event's values by name, in the order of its declaration."""
    kinds, indexed = field_types(event), indexed_fields(event)
    plain = [name for name in kinds if name not in indexed]
    values = dict(zip(plain, decode_sequence([kinds[n] for n in plain], data), strict=True))
    words = dict(zip((name for name in kinds if name in indexed), topics, strict=True))
    fields: dict[str, tuple[AbiType | None, Any]] = {}
    for name, kind in kinds.items():
        if name in values:
            fields[name] = (kind, values[name])
        elif kind.is_dynamic:
            fields[name] = (None, words[name])
        else:
            fields[name] = (kind, kind.decode(words[name], 0))
    return fields


def hex_of(data: bytes) -> str:
    """Return bytes as JSON-RPC writes them."""
    return "0x" + data.hex()
