"""
A life in states, as data: who may do what when, and what happens when nobody does anything.

    Transition(name, sources, targets, who, rule)   a call, or what a deadline does by default
    machine.enter(name, state, roles)               refuses by name, or lets the call go on
    machine.move(name, state, target)               the new state; asserts that the table has it

A module's calls ask the table before they act, a test walks every (state, call, role) of it, and
the module's page draws it: so the table, the code and the picture cannot part.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Final, Generic, TypeVar

from chain.kit.memo import memo
from chain.kit.module import members_of
from chain.kit.record import Refusal

S = TypeVar("S", bound=IntEnum)

ANYONE: Final = "anyone"  # the role that everybody has
CHAIN: Final = "chain"  # the role of deadlines: what happens when nobody acts


class StateForbids(Refusal):
    """What is in this state does not take the call."""

    machine: str
    state: str
    call: str


class RoleForbids(Refusal):
    """The call is for others: whoever has one of these roles."""

    call: str
    roles: str


@dataclass(frozen=True)
class Transition(Generic[S]):
    """
    One line of the table.

    `name` is the call as Python spells it, or the name of a deadline's default where `who` is
    CHAIN. `targets` are all states it may lead to; a source among them means it can stay.
    `rule` says in one line the condition and where the money goes.
    """

    name: str
    sources: tuple[S, ...]
    targets: tuple[S, ...]
    who: tuple[str, ...]
    rule: str

    @property
    def is_deadline(self) -> bool:
        """Whether the chain does it by itself when a wait is over."""
        return self.who == (CHAIN,)


class StateMachine(Generic[S]):
    """
    All states of one kind of thing and every way between them.

    `nothing` is the state of what is not there (yet): the zero of the enum. `resting` names the
    states that may last for ever, each with the reason why nobody's money waits in them; every
    other state that has a way out must have one that the chain takes by itself.
    """

    def __init__(
        self,
        name: str,
        nothing: S,
        transitions: tuple[Transition[S], ...],
        resting: Mapping[S, str] | None = None,
    ) -> None:
        self.name, self.nothing, self.transitions = name, nothing, transitions
        self.states: type[S] = type(nothing)
        self.resting: Mapping[S, str] = resting or {}
        self._by_name: dict[str, tuple[Transition[S], ...]] = {
            item.name: tuple(other for other in transitions if other.name == item.name)
            for item in transitions
        }
        self._check()

    def enter(self, name: str, state: S, roles: Collection[str] = ()) -> None:
        """
        Let a call go on if the table has it in this state for one of the caller's roles.

        Raises StateForbids, then RoleForbids; LookupError where the table has no such call.
        """
        lines = [line for line in self._named(name) if state in line.sources]
        if not lines:
            raise StateForbids(self.name, state.name, name)
        allowed = [role for line in lines for role in line.who]
        if ANYONE not in allowed and not any(role in roles for role in allowed):
            raise RoleForbids(name, " or ".join(dict.fromkeys(allowed)))

    def move(self, name: str, state: S, target: S) -> S:
        """Return the state a call leads to; AssertionError where the table does not have it."""
        known = any(state in line.sources and target in line.targets for line in self._named(name))
        assert known, f"{self.name}: {name} does not lead from {state.name} to {target.name}"
        return target

    def allows(self, name: str, state: S, role: str) -> bool:
        """Whether whoever has just this role may make the call in this state."""
        lines = [line for line in self._named(name) if state in line.sources]
        return any(role in line.who or ANYONE in line.who for line in lines)

    def targets(self, name: str, state: S) -> tuple[S, ...]:
        """Return every state that a call may lead to from this one."""
        lines = [line for line in self._named(name) if state in line.sources]
        return tuple(dict.fromkeys(target for line in lines for target in line.targets))

    @property
    def calls(self) -> tuple[str, ...]:
        """The names of all calls, without the deadlines, in the order of the table."""
        lines = [line for line in self.transitions if not line.is_deadline]
        return tuple(dict.fromkeys(line.name for line in lines))

    @property
    def deadlines(self) -> tuple[str, ...]:
        """The names of what the chain does by itself, in the order of the table."""
        lines = [line for line in self.transitions if line.is_deadline]
        return tuple(dict.fromkeys(line.name for line in lines))

    @property
    def roles(self) -> tuple[str, ...]:
        """Every role that the table names, without CHAIN and ANYONE."""
        named = dict.fromkeys(role for line in self.transitions for role in line.who)
        return tuple(role for role in named if role not in (CHAIN, ANYONE))

    def is_terminal(self, state: S) -> bool:
        """Whether nothing leads out of a state."""
        exits = (t for line in self.transitions if state in line.sources for t in line.targets)
        return state != self.nothing and all(target == state for target in exits)

    def triples(self, roles: Collection[str]) -> Iterator[tuple[S, str, str]]:
        """Return every (state, call, role) there is, for the roles given."""
        return ((s, name, role) for s in self.states for name in self.calls for role in roles)

    def _named(self, name: str) -> tuple[Transition[S], ...]:
        if name not in self._by_name:
            raise LookupError(f"{self.name} has no transition {name}")
        return self._by_name[name]

    def _check(self) -> None:
        """Raise TypeError where a state cannot be reached, or can be waited in for ever."""
        reached = {self.nothing} | {t for line in self.transitions for t in line.targets}
        for state in self.states:
            if state not in reached:
                raise TypeError(f"{self.name}: nothing leads to {state.name}")
            if state == self.nothing or state in self.resting or self.is_terminal(state):
                continue
            if not any(line.is_deadline and state in line.sources for line in self.transitions):
                raise TypeError(f"{self.name}: {state.name} has no deadline and does not rest")


@memo
def machines_of(module: Any) -> tuple[StateMachine[Any], ...]:
    """Return the machines that a module's class declares, in the order of the page."""
    return tuple(item for item in members_of(module).values() if isinstance(item, StateMachine))
