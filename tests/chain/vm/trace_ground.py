"""A tracer that keeps everything, for the tests of traced runs."""

from collections.abc import Iterator
from typing import Any

from chain.types.transaction import CheckedTransaction
from chain.vm.frames import Frame, Step, Traced
from chain.vm.machine import Machine
from chain.vm.overlay import TracedWorld
from chain.vm.tracing import trace_transaction
from chain.vm.world import World
from tests.chain.vm.ground import MACHINE, make_environment


class Keeper:
    """Keeps steps by frame, and the order in which frames began and ended."""

    def __init__(self, wants_steps: bool = True) -> None:
        self.wants_steps = wants_steps
        self.order: list[tuple[str, str]] = []
        self.steps: list[Step] = []
        self.of_frame: list[tuple[Frame, list[Step]]] = []
        self._open: list[list[Step]] = []

    def enter(self, frame: Frame) -> None:
        """Open a frame."""
        self.order.append(("enter", frame.kind))
        self._open.append([])
        self.of_frame.append((frame, self._open[-1]))

    def leave(self, frame: Frame) -> None:
        """Close it."""
        self.order.append(("leave", frame.kind))
        self._open.pop()

    def step(self, step: Step) -> None:
        """Keep a step, with what can only be asked now."""
        self.steps.append(step)
        self._open[-1].append(step)

    def names(self) -> list[str]:
        """The instructions in the order in which they ran."""
        return [step.name for step in self.steps]


def trace(
    world: World,
    checked: CheckedTransaction,
    machine: Machine = MACHINE,
    keeper: Keeper | None = None,
    **block: Any,
) -> tuple[Traced, TracedWorld, Keeper]:
    """Trace a transaction upon a world, and write to that world what it changed."""
    keeper = keeper or Keeper()
    own = TracedWorld(world)
    traced = trace_transaction(own, checked, make_environment(**block), machine, keeper)
    own.settle()
    return traced, own, keeper


def lasting(frame: Frame) -> Iterator[Frame]:
    """Frames whose effects stayed."""
    if frame.error is None and not frame.is_undone:
        yield frame
        for call in frame.calls:
            yield from lasting(call)
