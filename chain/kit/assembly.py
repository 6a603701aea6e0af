"""
All modules of a chain together: their order, who meets whom, and the hooks around a block.

The order of the tuple is the order of genesis and of every hook. What fails in a hook fails alone:
a refused deadline is undone and spent, a hook that refuses or an invariant that is false pauses its
module, and the block goes on.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from eth_hash.auto import keccak

from chain.errors import Malformed, Refusal
from chain.kit import audit_log
from chain.kit.abi import UINT256, encode_sequence
from chain.kit.host import CallInfo, Host, Provider
from chain.kit.module import (
    Module,
    ModulePaused,
    TimerFailed,
    cells_of,
    invariants_of,
    methods_of,
)
from chain.kit.record import indexed_fields
from chain.kit.timers import Timers
from chain.types.beacon import NO_TURN, Turn
from chain.types.primitives import Address, Bps

Wires = Mapping[str, Mapping[str, Provider]]  # consumer's name -> its need -> who provides

# What a module may say no with. Anything else, a failing disk above all, is no word of the module:
# it stops this node, because a state that other nodes do not have must not come of it.
REFUSED: Final = (Refusal, Malformed)
ON_TIMER: Final = keccak(b"onTimer(uint256,uint256)")[:4]  # what audit logs call a deadline


@dataclass(frozen=True)
class FeeShare:
    """Where the base fee goes: `burn_bps` of it is destroyed, the rest is paid to `treasury`."""

    burn_bps: Bps
    treasury: Address


@dataclass(frozen=True)
class Power:
    """A validator and its voting power."""

    validator: Address
    power: int


@dataclass(frozen=True)
class Roles:
    """What the chain itself asks of its modules, handed in by whoever assembles them."""

    fee_share: Callable[[Host], FeeShare] = lambda host: FeeShare(Bps(10_000), Address(b"\0" * 20))
    validators: Callable[[Host], tuple[Power, ...]] = lambda host: ()
    turn: Callable[[Host], Turn] = lambda host: NO_TURN  # of the proposer of the host's block


@dataclass(frozen=True)
class Assembly:
    """The chain's modules, in order, wired to each other."""

    modules: tuple[type[Module], ...]
    wires: Wires = field(default_factory=dict)
    roles: Roles = field(default_factory=Roles)

    def __post_init__(self) -> None:
        addresses = [module.address for module in self.modules]
        names = [module.name for module in self.modules]
        if len(set(addresses)) != len(addresses) or len(set(names)) != len(names):
            raise ValueError(f"modules share an address or a name: {sorted(names)}")
        for module in self.modules:
            cells_of(module)  # raises where storage overlaps
            methods_of(module)  # raises where selectors collide
            for event in module.events:
                indexed_fields(event)  # raises where a field cannot be a topic

    def __getitem__(self, name: str) -> type[Module]:
        for module in self.modules:
            if module.name == name:
                return module
        raise KeyError(name)

    @property
    def by_address(self) -> dict[Address, type[Module]]:
        """The modules by address."""
        return {module.address: module for module in self.modules}

    def begin_block(self, host: Host) -> None:
        """Handle what is due, then every module's own beginning."""
        for module in self.modules:
            _run_timers(module, host)
            _run_hook(module, host, "begin_block")

    def end_block(self, host: Host) -> None:
        """Run every module's end, close audit logs whose epoch ends, check every invariant."""
        for module in self.modules:
            _run_hook(module, host, "end_block")
        for module in self.modules:
            if module.is_audited:
                audit_log.close_epoch(own(module, host))
        for module in self.modules:
            check_invariants(module, host)


def provided_by(provider: type[Module]) -> Provider:
    """Return how a consumer meets another module: it stands there as the caller."""
    return lambda consumer: consumer.as_peer(provider)


def own(module: type[Module], host: Host) -> Module:
    """Return an instance that the chain itself calls, as nobody."""
    return module(host, CallInfo(module.address))


def _run_timers(module: type[Module], host: Host) -> None:
    """A paused module's deadlines wait: its clock does not run against anyone."""
    instance = own(module, host)
    for name, cell in cells_of(module).items():
        if not isinstance(cell, Timers) or instance.is_paused:
            continue
        for kind, key in getattr(instance, name).due():
            mark = host.snapshot()
            try:
                instance.on_timer(kind, key)
                if module.is_audited:
                    data = ON_TIMER + encode_sequence([UINT256, UINT256], (kind, key))
                    audit_log.append(instance, module.address, ON_TIMER, data)
            except REFUSED as refusal:
                host.revert(mark)
                instance.emit(TimerFailed(kind, key, str(refusal)[:256]))


def _run_hook(module: type[Module], host: Host, hook: str) -> None:
    if getattr(module, hook) is getattr(Module, hook):
        return
    instance = own(module, host)
    if instance.is_paused:
        return
    mark = host.snapshot()
    try:
        getattr(instance, hook)()
    except REFUSED as refusal:
        host.revert(mark)
        pause(instance, f"{hook}: {refusal}"[:256])


def check_invariants(module: type[Module], host: Host, with_audits: bool = False) -> str | None:
    """Check a module's invariants; pause it at the first that fails and return that one's name."""
    instance = own(module, host)
    if instance.is_paused:
        return None
    for name, check in invariants_of(module, with_audits).items():
        if not holds(instance, check):
            pause(instance, name)
            return name
    return None


def holds(instance: Module, check: Callable[[Any], bool]) -> bool:
    """Whether an invariant is true; one that refuses to say is not."""
    try:
        return bool(check(instance))
    except REFUSED:
        return False


def pause(instance: Module, reason: str) -> None:
    """Stop a module and say why in a log."""
    instance.set_paused(True)
    instance.emit(ModulePaused(reason))
