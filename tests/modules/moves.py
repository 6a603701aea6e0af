"""
Which lines of a table of states some tests take: run once more, with a pen in hand.

    replay(test files) --StateMachine.move--> lines taken --compare--> untaken(machine)
"""

import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from types import ModuleType
from typing import Any
from unittest.mock import patch

from chain.kit.state_machine import StateMachine

Taken = set[tuple[str, str, str, str]]  # machine, call, from, to


@contextmanager
def noted() -> Iterator[Taken]:
    """Note every move of every machine."""
    taken: Taken = set()
    move = StateMachine.move

    def note(machine: StateMachine[Any], name: str, state: Any, target: Any) -> Any:
        taken.add((machine.name, name, state.name, target.name))
        return move(machine, name, state, target)

    with patch.object(StateMachine, "move", note):
        yield taken


def replay(module: ModuleType) -> None:
    """Run every test of a file, each with all its parameters; those of Hypothesis are left out."""
    for name, test in sorted(vars(module).items()):
        if name.startswith("test_") and not hasattr(test, "hypothesis"):
            for values in _cases(test):
                if set(values) == set(inspect.signature(test).parameters):
                    test(**values)


def untaken(machine: StateMachine[Any], taken: Taken) -> list[str]:
    """
    Return each end of a line that was not taken: a state it starts from, or one it leads to.

    A call that stays where it is need not say so, and is not missed.
    """
    missing = []
    for line in machine.transitions:
        if set(line.targets) <= set(line.sources):
            continue
        moves = [item[2:] for item in taken if item[:2] == (machine.name, line.name)]
        starts, ends = {start for start, _ in moves}, {end for _, end in moves}
        missing += [f"{line.name} from {s.name}" for s in line.sources if s.name not in starts]
        missing += [
            f"{line.name} to {t.name}"
            for t in line.targets
            if t not in line.sources and t.name not in ends
        ]
    return missing


def _cases(test: Any) -> Iterator[dict[str, Any]]:
    """Return the arguments of each run of a test, as its marks say."""
    choices = []
    for mark in getattr(test, "pytestmark", ()):
        if mark.name != "parametrize":
            continue
        names, cases = mark.args[:2]
        names = tuple(names.replace(",", " ").split()) if isinstance(names, str) else names
        rows = [getattr(case, "values", None) for case in cases]
        plain = [case if len(names) > 1 else (case,) for case in cases]
        found = [
            row if isinstance(row, tuple) else other for row, other in zip(rows, plain, strict=True)
        ]
        choices.append([dict(zip(names, row, strict=True)) for row in found])
    for parts in product(*choices):
        yield {name: value for part in parts for name, value in part.items()}
