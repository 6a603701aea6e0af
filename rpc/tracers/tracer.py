"""
What every tracer is: told of frames and perhaps of steps, and asked for its result in the end.

    frames, steps --Budget--> tracer --Run--> result, as JSON shows it

The budget is in bytes of what a trace holds; whoever wants more is told so, and the node lives.
"""

from dataclasses import dataclass
from typing import Any, Final, Protocol

from chain.vm.frames import Frame, Step, Traced
from chain.vm.overlay import TracedWorld
from rpc.errors import LimitExceeded

FRAME_BYTES: Final = 512  # what a frame's fixed fields come to as JSON
LOG_BYTES: Final = 384  # what a log's fixed fields come to as JSON


@dataclass(frozen=True, slots=True)
class Run:
    """A traced transaction: what ran, upon what it ran, and how many logs its block had before."""

    traced: Traced
    world: TracedWorld
    first_log: int = 0


class Budget:
    """What one answer may hold; shared by all tracers that work on it."""

    def __init__(self, bytes_max: int) -> None:
        self._bytes_max, self._spent = bytes_max, 0

    def spend(self, amount_bytes: int) -> None:
        """Count bytes; raises LimitExceeded where there are too many."""
        self._spent += amount_bytes
        if self._spent > self._bytes_max:
            raise LimitExceeded(
                f"trace larger than {self._bytes_max} bytes: ask for less, by another tracer, "
                "its options, or for one transaction"
            )


class TransactionTracer(Protocol):
    """A chain.vm.frames.Tracer that can tell what it made of a run."""

    wants_steps: bool

    def enter(self, frame: Frame) -> None:
        """Hear of a frame that begins."""
        ...

    def leave(self, frame: Frame) -> None:
        """Hear of a frame that is over."""
        ...

    def step(self, step: Step) -> None:
        """Hear of an instruction that is about to run."""
        ...

    def result(self, run: Run) -> Any:
        """Return what was found, as JSON shows it."""
        ...


class FrameTracer:
    """A tracer that needs nothing but the tree of frames."""

    wants_steps = False

    def __init__(self, budget: Budget) -> None:
        self._budget = budget

    def enter(self, frame: Frame) -> None:
        """Count what the frame came with."""
        self._budget.spend(FRAME_BYTES + 2 * len(frame.input))

    def leave(self, frame: Frame) -> None:
        """Count what the frame left."""
        logs_bytes = sum(LOG_BYTES + 2 * len(log.data) for log in frame.logs)
        self._budget.spend(2 * len(frame.output) + logs_bytes)

    def step(self, step: Step) -> None:
        """Nothing: no steps are wanted."""

    def result(self, run: Run) -> Any:
        """Return an empty object: geth's noopTracer."""
        return {}
