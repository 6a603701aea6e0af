"""
The machine run whole, off the chain: what a worker commits to and a challenger compares.

    code, memory --Machine.step--> states --Trace--> hash of each, digest, witness of any step
"""

from chain.types.primitives import Hash32
from modules.verification.vm_step import (
    CODE_DEPTH,
    MEMORY_DEPTH,
    REGISTERS,
    MachineState,
    Witness,
    address_of,
    apply_step,
    state_hash,
    trace_digest,
)
from modules.verification.vm_tree import WordTree


class Machine:
    """One machine at one step."""

    def __init__(self, code: list[int], memory: dict[int, int]) -> None:
        self.code = WordTree(CODE_DEPTH, dict(enumerate(code)))
        self.memory = WordTree(MEMORY_DEPTH, memory)
        self.registers = [0] * REGISTERS
        self.counter, self.is_halted = 0, False

    @property
    def state(self) -> MachineState:
        """All of it, by roots."""
        return MachineState(
            self.code.root,
            self.memory.root,
            self.counter,
            self.is_halted,
            tuple(self.registers),
        )

    def step(self) -> None:
        """Execute one instruction; a halted machine stays as it is."""
        if self.is_halted:
            return
        state, word = self.state, self.code[self.counter]
        address = address_of(state, word)
        read = self.memory[address]
        self.registers, self.counter, self.is_halted, stored = apply_step(state, word, read)
        if stored != read:
            self.memory[address] = stored

    def witness(self) -> Witness:
        """Return what the chain needs to execute the next step."""
        state, word = self.state, self.code[self.counter]
        address = address_of(state, word)
        return Witness(
            state,
            word,
            self.code.proof(self.counter),
            self.memory[address],
            self.memory.proof(address),
        )


class Trace:
    """A whole run; raises ValueError where it does not halt within `steps_max` steps."""

    def __init__(self, code: list[int], memory: dict[int, int], steps_max: int) -> None:
        self._code, self._memory = code, memory
        machine = Machine(code, memory)
        self.hashes: list[Hash32] = [state_hash(machine.state)]
        while not machine.is_halted:
            if self.steps == steps_max:
                raise ValueError(f"the program does not halt in {steps_max} steps")
            machine.step()
            self.hashes.append(state_hash(machine.state))
        self.end = machine.state

    @property
    def steps(self) -> int:
        """How many steps it took."""
        return len(self.hashes) - 1

    @property
    def program(self) -> Hash32:
        """The hash of the first state: what terms name."""
        return self.hashes[0]

    @property
    def digest(self) -> Hash32:
        """What the worker seals."""
        return trace_digest(self.steps, self.hashes[-1])

    def witness(self, step: int) -> Witness:
        """Return the witness of the step that follows `step` steps, by running up to it again."""
        machine = Machine(self._code, self._memory)
        for _ in range(step):
            machine.step()
        return machine.witness()
