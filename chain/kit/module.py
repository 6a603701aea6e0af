"""
How a native module is declared: one page in one order.

    params, events, refusals | storage | genesis | calls | views | hooks | invariants | helpers

    class Staking(Module, address=0x0800):
        @call(payable=True)
        def bond(self) -> None: ...

A method is called in Solidity as in Python, in camelCase; `name=` says otherwise where a standard
does, and two methods may share such a name while their arguments differ.

A page that outgrows its file is told in parts: a class of calls, views and storage without an
address, which the module inherits from.

A module instance lives for one execution: it is bound to a Host (state, gas, logs) and to whoever
calls. From the class alone follow its Solidity interface, ABI, storage layout, gRPC service, RPC
methods, command line and reference page.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, Final, TypeVar, cast, overload

from eth_hash.auto import keccak

from chain.kit.abi import AbiType, abi_type, encode_sequence, hints_of
from chain.kit.audit_log import AUDIT_EVENTS
from chain.kit.host import BlockInfo, CallInfo, CallOutcome, Host
from chain.kit.memo import memo
from chain.kit.outcalls import AddressTaken, Reentered
from chain.kit.plans import decoder_of
from chain.kit.record import (
    Event,
    Params,
    Record,
    Refusal,
    Returns,
    camel,
    event_encoder_of,
    field_types,
)
from chain.kit.storage import Cell, Struct, check_entries, words_of
from chain.types.primitives import Address, Gas, Height, Seconds, Wei

F = TypeVar("F", bound=Callable[..., Any])

# Far from declared slots: the height of the pause plus one, 0 while there is none; all blocks of
# the pauses before; the height at which the last one ended, and the time of that block.
PAUSED_SLOT = int.from_bytes(keccak(b"kumiai.module.paused"), "big")
PAUSED_BLOCKS_SLOT, RESUMED_AT_SLOT = PAUSED_SLOT + 1, PAUSED_SLOT + 2
RESUMED_S_SLOT = PAUSED_SLOT + 3
REASON_BYTES_MAX = 32  # of a coin move's reason, a short ASCII word
# The module whose passed proposals, and nobody else, may make governed calls.
AUTHORITY: Final = Address((0x0805).to_bytes(20, "big"))
ONLY_GOVERNED: Final = "Only by a passed proposal."  # what every rendering says of such a call


class CoinsMoved(Event):
    """Coins moved on a module's word: the one event of every `move`."""

    source: Address
    target: Address
    amount_wei: Wei
    reason: str


class ModulePaused(Event):
    """An invariant of the module failed; its calls are refused until governance resumes it."""

    invariant: str


class ModuleResumed(Event):
    """Governance resumed the module."""


class TimerFailed(Event):
    """A deadline's handling was refused and undone; the deadline is spent."""

    kind: int
    key: int
    reason: str


class Paused(Refusal):
    """This module is paused: one of its invariants failed."""


class NotPayable(Refusal):
    """This call takes no coins."""

    value_wei: Wei


class InsufficientCoins(Refusal):
    """The account has fewer coins than the move needs."""

    needed_wei: Wei
    found_wei: Wei


class Unauthorized(Refusal):
    """Only another module may make this call."""

    sender: Address


class DelegatecallRefused(Refusal):
    """A module is called at its own address only, not by delegatecall or callcode."""


SHARED_EVENTS: tuple[type[Event], ...] = (CoinsMoved, ModulePaused, ModuleResumed, TimerFailed)
SHARED_REFUSALS: tuple[type[Refusal], ...] = (
    Paused,
    NotPayable,
    InsufficientCoins,
    Unauthorized,
    DelegatecallRefused,
    Reentered,
    AddressTaken,
)


@dataclass(frozen=True)
class Method:
    """A call or a view as it is seen from outside."""

    name: str  # in Python, snake_case
    solidity_name: str
    function: Callable[..., Any]
    inputs: dict[str, AbiType]
    output: AbiType | None
    payable: bool
    is_view: bool
    doc: str
    governed: bool = False  # only a passed proposal calls it

    @property
    def signature(self) -> str:
        """The canonical signature that the selector hashes."""
        return f"{self.solidity_name}({','.join(kind.name for kind in self.inputs.values())})"

    @cached_property
    def selector(self) -> bytes:
        """The first four bytes of call data."""
        return keccak(self.signature.encode())[:4]

    @cached_property
    def decode(self) -> Callable[[bytes], list[Any]]:
        """Return the arguments in call data, selector and all; raises Malformed."""
        return decoder_of(self.signature, list(self.inputs.values()))

    @property
    def outputs(self) -> dict[str, AbiType]:
        """What it returns: nothing, one value without a name, or several by name."""
        if self.output is None:
            return {}
        return cast(Any, self.output).fields if self.returns_many else {"": self.output}

    @property
    def returns_many(self) -> bool:
        """Whether it returns values side by side."""
        kind = None if self.output is None else self.output.python
        return isinstance(kind, type) and issubclass(kind, Returns)

    def encode_call(self, *values: Any) -> bytes:
        """Return call data for these arguments."""
        return self.selector + encode_sequence(list(self.inputs.values()), values)


def call(*, payable: bool = False, name: str = "", governed: bool = False) -> Callable[[F], F]:
    """
    Declare a method that changes state.

    `payable` where it takes coins, `name` in Solidity, `governed` where only a passed proposal may
    call it.
    """
    assert not (payable and governed), "a proposal brings no coins"
    return _marker("call", payable, name, governed)


@overload
def view(function: F) -> F: ...
@overload
def view(*, name: str) -> Callable[[F], F]: ...
def view(function: F | None = None, *, name: str = "") -> F | Callable[[F], F]:
    """Declare a method that only reads; `name` in Solidity."""
    mark: Callable[[F], F] = _marker("view", False, name)
    return mark if function is None else mark(function)


def _marker(kind: str, payable: bool, name: str, governed: bool = False) -> Callable[[F], F]:
    def mark(function: F) -> F:
        function.__kumiai__ = (kind, payable, name, governed)  # type: ignore[attr-defined]
        return function

    return mark


def invariant(function: F) -> F:
    """
    Declare what must be true after every block, in a bounded number of reads.

    It returns a bool. False pauses the module, never the chain.
    """
    return _marker("invariant", False, "")(function)


def audit(function: F) -> F:
    """Declare an invariant that walks everything: for tests, exports and inspection, not blocks."""
    return _marker("audit", False, "")(function)


class Peer:
    """
    Another module, known by the Protocol its consumer declares; wired where all modules meet.

        stakes: StakeView = peer()
    """

    def __init__(self) -> None:
        self.name = ""

    def __set_name__(self, owner: type[Module], name: str) -> None:
        self.name = name

    def __get__(self, module: Module | None, owner: type[Module]) -> Any:
        if module is None:
            return self
        provider = module.host.wires.get(owner.name, {}).get(self.name)
        if provider is None:
            raise LookupError(f"{owner.name}.{self.name} is not wired to a module")
        return provider(module)


def peer() -> Any:
    """Declare a need for another module; annotate it with a Protocol of this module's own."""
    return Peer()


class Module:
    """
    A native module. Subclasses name their address; everything else is declarations.

    One without an address is a part of a page: it stands for nothing until a module inherits it.
    """

    name: ClassVar[str]  # package, RPC prefix, command-line word and gRPC service
    address: ClassVar[Address]
    events: ClassVar[tuple[type[Event], ...]] = ()
    refusals: ClassVar[tuple[type[Refusal], ...]] = ()
    is_audited: ClassVar[bool] = False  # whether each change of it is kept in an audit log

    def __init_subclass__(
        cls, *, address: int = 0, name: str = "", audited: bool = False, **kwargs: Any
    ) -> None:
        super().__init_subclass__(**kwargs)
        if address == 0:
            return
        cls.is_audited = audited
        cls.address = Address(address.to_bytes(20, "big"))
        cls.name = name or cls.__module__.split(".")[-2]
        page = vars(sys.modules[cls.__module__]).values()
        logged = AUDIT_EVENTS if audited else ()
        found = (item for item in page if _declares(item, Event))
        cls.events = tuple(dict.fromkeys((*found, *logged)))
        cls.refusals = tuple(dict.fromkeys(item for item in page if _declares(item, Refusal)))

    def __init__(self, host: Host, caller: CallInfo) -> None:
        self.host, self.caller = host, caller

    @property
    def block(self) -> BlockInfo:
        """The block that is being executed."""
        return self.host.block

    @property
    def sender(self) -> Address:
        """Who calls."""
        return self.caller.sender

    @property
    def value_wei(self) -> Wei:
        """The coins that came with the call; they are in the module's account already."""
        return self.caller.value_wei

    @property
    def is_paused(self) -> bool:
        """Whether calls are refused because an invariant failed."""
        return words_of(self)[PAUSED_SLOT] != 0

    @property
    def paused_blocks(self) -> int:
        """How many blocks the pauses that are over took: a clock need not run against anybody."""
        return words_of(self)[PAUSED_BLOCKS_SLOT]

    @property
    def resumed_at(self) -> Height:
        """The height at which the last pause ended, 0 where there was none."""
        return Height(words_of(self)[RESUMED_AT_SLOT])

    @property
    def resumed_s(self) -> Seconds:
        """The block time at which the last pause ended, 0 where there was none."""
        return Seconds(words_of(self)[RESUMED_S_SLOT])

    def set_paused(self, paused: bool) -> None:
        """Stop or resume the module's calls, timers and hooks; once is enough."""
        words, height = words_of(self), self.block.height
        if paused and not self.is_paused:
            words[PAUSED_SLOT] = height + 1
        elif self.is_paused and not paused:
            words[PAUSED_BLOCKS_SLOT] += height - (words[PAUSED_SLOT] - 1)
            words[PAUSED_SLOT], words[RESUMED_AT_SLOT] = 0, height
            words[RESUMED_S_SLOT] = self.block.time_s

    def emit(self, event: Event) -> None:
        """Log an event in the module's name."""
        topics, data = event_encoder_of(type(event))(event)
        self.host.log(self.address, topics, data)

    def move(self, source: Address, target: Address, amount_wei: int, reason: str) -> None:
        """
        Move coins: the only way they move on a module's word, with one event a move.

        Zero wei move nothing and say nothing. Raises InsufficientCoins.
        """
        assert 0 < len(reason) <= REASON_BYTES_MAX and reason.isascii(), reason
        assert amount_wei >= 0, amount_wei
        if amount_wei == 0:
            return
        self.host.transfer(source, target, Wei(amount_wei))
        self.emit(CoinsMoved(source, target, Wei(amount_wei), reason))

    def pay(self, target: Address, amount_wei: int, reason: str) -> None:
        """Move coins out of the module's own account."""
        self.move(self.address, target, amount_wei, reason)

    def burn(self, amount_wei: int, reason: str) -> None:
        """Destroy coins of the module's own account; shown as a move to the zero address."""
        if amount_wei == 0:
            return
        self.host.burn(self.address, Wei(amount_wei))
        self.emit(CoinsMoved(self.address, Address(b"\0" * 20), Wei(amount_wei), reason))

    def as_peer(self, provider: type[Module]) -> Any:
        """Return an instance of another module that sees this module as its caller."""
        through = (*self.caller.through, self.address)
        return provider(self.host, CallInfo(self.address, through=through))

    def call_contract(self, target: Address, data: bytes, gas: Gas) -> CallOutcome:
        """Call a contract in the module's name, as Host.call_contract says."""
        return self.host.call_contract(self.address, target, data, gas, self.caller.through)

    def begin_block(self) -> None:
        """Do what must come before the block's transactions."""

    def end_block(self) -> None:
        """Do what must come after the block's transactions."""

    def on_timer(self, kind: int, key: int) -> None:
        """Handle a deadline; modules that declare Timers override it."""
        raise LookupError(f"{self.name} declares no deadline of kind {kind} ({key})")


def _declares(item: Any, base: type) -> bool:
    """Whether a name on a module's page is an event or a refusal of its own."""
    shared: tuple[type, ...] = (*SHARED_EVENTS, *AUDIT_EVENTS, *SHARED_REFUSALS, Event, Refusal)
    return isinstance(item, type) and issubclass(item, base) and item not in shared


def members_of(module: type) -> dict[str, Any]:
    """
    Return what a module's page declares, then what its parts do.

    Raises TypeError where two parts, neither of which knows the other, declare the same name.
    """
    found: dict[str, Any] = {}
    owners: dict[str, type] = {}
    for page in module.__mro__:
        if page in Module.__mro__:
            continue
        for name, member in vars(page).items():
            if name not in found:
                found[name], owners[name] = member, page
            elif not name.startswith("__") and not issubclass(owners[name], page):
                raise TypeError(f"{owners[name].__name__} and {page.__name__} declare {name}")
    return found


def _marked(module: type[Module], mark: str) -> dict[str, Callable[..., Any]]:
    """Members with a mark, in the order of the page and its parts."""
    found: dict[str, Callable[..., Any]] = {}
    for name, member in members_of(module).items():
        if inspect.isfunction(member) and getattr(member, "__kumiai__", ("",))[0] == mark:
            found[name] = member
    return found


@memo
def methods_of(module: type[Module]) -> dict[bytes, Method]:
    """Return every call and view by selector, calls first; TypeError where two collide."""
    table: dict[bytes, Method] = {}
    for mark in ("call", "view"):
        for name, function in _marked(module, mark).items():
            method = _method(name, function)
            if method.selector in table:
                raise TypeError(f"{module.name}: {method.signature} has a taken selector")
            table[method.selector] = method
    return table


@memo
def method_named(module: type[Module], name: str) -> Method | None:
    """Return a call or view by its Python name, or a Solidity name that only one has."""
    methods = methods_of(module).values()
    named = [method for method in methods if name == method.name]
    found = named or [method for method in methods if name == method.solidity_name]
    return found[0] if len(found) == 1 else None


def _method(name: str, function: Callable[..., Any]) -> Method:
    mark, payable, given, governed = function.__kumiai__  # type: ignore[attr-defined]
    hints = hints_of(cast(Any, function))
    result = hints.pop("return")
    inputs = {key: abi_type(hint) for key, hint in hints.items()}
    output = None if result is type(None) else abi_type(result)
    doc = inspect.cleandoc(function.__doc__ or "")
    spelled, is_view = given or camel(name), mark == "view"
    if governed:
        doc += f"\n\n{ONLY_GOVERNED}"
    return Method(name, spelled, function, inputs, output, payable, is_view, doc, governed)


@memo
def invariants_of(module: type[Module], with_audits: bool = False) -> dict[str, Callable[..., Any]]:
    """Return the module's invariants by name, with those that walk everything if asked."""
    found = _marked(module, "invariant")
    return {**found, **_marked(module, "audit")} if with_audits else found


@memo
def cells_of(module: type[Module]) -> dict[str, Cell]:
    """Return the declared storage by name, in slot order; TypeError where two cells overlap."""
    cells = {name: cell for name, cell in members_of(module).items() if isinstance(cell, Cell)}
    ordered = dict(sorted(cells.items(), key=lambda item: item[1].slot))
    free = 0
    for name, cell in ordered.items():
        if cell.slot < free:
            raise TypeError(f"{module.name}.{name} at slot {cell.slot} overlaps the cell before it")
        free = cell.slot + cell.width
    check_entries(module.name, ordered)
    return ordered


@memo
def params_of(module: type[Module]) -> tuple[str, type[Params]] | None:
    """Return the name and the record of the module's governed parameters, if it has any."""
    for name, cell in cells_of(module).items():
        if isinstance(cell, Struct) and issubclass(cell.kind.python, Params):
            return name, cell.kind.python
    return None


@memo
def records_of(module: type[Module]) -> tuple[type[Record], ...]:
    """Return every record that the module's calls and views name, parents after their parts."""
    found: dict[Any, None] = {}

    def visit(kind: AbiType) -> None:
        element = getattr(kind, "element", None)
        if element is not None:
            visit(element)
        for member in getattr(kind, "members", ()):
            visit(member)
        if hasattr(kind, "members"):
            found[kind.python] = None

    for method in methods_of(module).values():
        for kind in (*method.inputs.values(), *([method.output] if method.output else [])):
            visit(kind)
    for event in (*module.events, *module.refusals):
        for kind in field_types(event).values():
            visit(kind)
    return tuple(found)
