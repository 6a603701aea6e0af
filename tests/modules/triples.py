"""
Every (state, call, role) of a machine, tried: allowed with its effect, or refused by its name.

    Scene(stage, number)     one thing in one state, on a stage
    Walk(machine, ...).check(state, call, role)
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import pytest

from chain.kit.state_machine import ANYONE, RoleForbids, StateForbids, StateMachine
from tests.modules.stage import Stage

STRANGER = "stranger"  # holds no role


@dataclass(frozen=True)
class Scene:
    """A stage on which the thing of this number is in the state that is tried."""

    stage: Stage
    number: int


class Tried(Scene):
    """One thing on a stage, with all that its module's own scene can do."""

    scene: Any

    def __init__(self, scene: Any, number: int = 1) -> None:
        super().__init__(scene.stage, number)
        object.__setattr__(self, "scene", scene)


@dataclass
class Walk:
    """
    How one machine is tried.

    `reach` brings a thing into each state, `calls` makes each call as an account of the stage,
    with arguments that are right wherever the table allows it, `actors` names the account of each
    role, `state_of` reads the state. A role that the state itself gives to nobody has no actor.
    """

    machine: StateMachine[Any]
    reach: Mapping[Any, Callable[[], Scene]]
    calls: Mapping[str, Callable[[Scene, int], Any]]
    actors: Mapping[str, int]
    state_of: Callable[[Scene], IntEnum]

    def __post_init__(self) -> None:
        assert set(self.reach) == set(self.machine.states), "each state is reached"
        assert set(self.calls) == set(self.machine.calls), "each call is made"
        assert set(self.actors) >= {*self.machine.roles, STRANGER}, "each role has an actor"

    def check(self, state: Any, call: str, role: str) -> None:
        """Make the call and compare with the table."""
        scene = self.reach[state]()
        assert self.state_of(scene) == state
        make = lambda: self.calls[call](scene, self.actors[role])  # noqa: E731
        if self.machine.allows(call, state, ANYONE if role == STRANGER else role):
            make()
            assert self.state_of(scene) in self.machine.targets(call, state)
            scene.stage.next_block()
            return
        knows_state = any(
            state in line.sources for line in self.machine.transitions if line.name == call
        )
        with scene.stage.refuses(RoleForbids if knows_state else StateForbids):
            make()
        assert self.state_of(scene) == state

    def params(self) -> Any:
        """Return the decorator that makes a test of each triple."""
        names = ("state", "call", "role")
        cases = [
            pytest.param(*triple, id=f"{triple[0].name}-{triple[1]}-{triple[2]}")
            for triple in self.machine.triples((*self.machine.roles, STRANGER))
        ]
        return pytest.mark.parametrize(names, cases)
