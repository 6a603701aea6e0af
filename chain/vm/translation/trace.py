"""
One trace of a contract: the way from a position on, as far as it can be told beforehand.

    Code, position --Tracer--> events: segments charged at once, statements, exits, an ending

The stack is followed without numbers: an ADD makes a formula over two nodes. A jump to a known
place is followed; at a conditional one the trace goes on where it does not revert, the other way
leaves it.
"""

from collections.abc import Mapping
from typing import Final

from chain.vm.translation import code as codes
from chain.vm.translation.code import Code, Instruction
from chain.vm.translation.events import (
    Ending,
    Epoch,
    Event,
    Exit,
    Foreign,
    Segment,
    Snapshot,
    Statement,
)
from chain.vm.translation.memory import MemoryWriter
from chain.vm.translation.nodes import Const, Input, Name, Node, Pure
from chain.vm.translation.operations import (
    FOREIGN,
    FORMULAS,
    READINGS,
    READS_THE_CALL,
    STATEMENTS,
)

TRACE_INSTRUCTIONS_MAX: Final = 256
FORMULA_SIZE_MAX: Final = 24  # operations written into one expression
LOOK_AHEAD_MAX: Final = 24  # instructions, to see that a way ends in a revert
POP, DUP1, DUP16, SWAP1, SWAP16, PC = 0x50, 0x80, 0x8F, 0x90, 0x9F, 0x58


class Tracer:
    """Follows one trace; `events` is what it found."""

    def __init__(self, code: Code, position: int, prices: Mapping[int, int]) -> None:
        self.code, self.prices = code, prices
        self.entry = self.position = position
        self.events: list[Event] = []
        self.stack: list[Node] = []
        self.depth = 0
        self.epoch = Epoch()
        self.names = 0
        self.visited = {position}
        self.memory = MemoryWriter(self)
        self.is_done = False
        self.begin_segment()

    def follow(self) -> list[Event]:
        """Return the events of the whole trace."""
        for _ in range(TRACE_INSTRUCTIONS_MAX):
            self._step(self.code.at(self.position))
            if self.is_done:
                return self.events
        self.end(Ending("go", self.snapshot(), target=self.position))
        return self.events

    # What instructions do to the trace.

    def pop(self) -> Node:
        """Take the top of the known stack, or one more word of the real one."""
        self.need(1)
        return self.stack.pop()

    def push(self, node: Node) -> None:
        """Put a node on the known stack."""
        self.stack.append(node)
        self.epoch.growth = max(self.epoch.growth, len(self.stack) - self.depth)

    def need(self, count: int) -> None:
        """Know at least so many words."""
        while len(self.stack) < count:
            self.depth += 1
            self.stack.insert(0, Input(self.depth))
        self.segment.depth = max(self.segment.depth, self.depth)

    def name(self) -> Name:
        """Return a local variable that no other node has."""
        self.names += 1
        return Name(f"v{self.names}")

    def snapshot(self) -> Snapshot:
        """Return the known stack as it is now."""
        return Snapshot(tuple(self.stack), self.depth)

    def charge(self, gas: int) -> None:
        """Charge with the segment."""
        self.segment.gas += gas

    def begin_segment(self) -> None:
        """Charge what follows separately."""
        self.segment = Segment(self.position, self.snapshot(), self.epoch)
        self.events.append(self.segment)

    def end(self, ending: Ending) -> None:
        """End the trace."""
        self.events.append(ending)
        self.is_done = True

    # Instructions.

    def _step(self, found: Instruction) -> None:
        opcode = found.opcode
        if opcode not in self.prices or opcode == codes.SELFDESTRUCT:
            self.begin_segment()
            self.end(Ending("step", self.snapshot(), target=found.position))
            return
        if opcode in FOREIGN:
            self._foreign(found)
            return
        self.charge(self.prices[opcode])
        self.position = found.following
        if codes.PUSH0 <= opcode <= codes.PUSH32:
            self.push(Const(found.operand))
        elif DUP1 <= opcode <= DUP16:
            self.need(opcode - DUP1 + 1)
            self.push(self.stack[DUP1 - 1 - opcode])
        elif SWAP1 <= opcode <= SWAP16:
            self.need(opcode - SWAP1 + 2)
            other = SWAP1 - 2 - opcode
            self.stack[-1], self.stack[other] = self.stack[other], self.stack[-1]
        elif opcode in FORMULAS:
            self._formula(opcode)
        elif opcode == POP:
            self.pop()
        elif opcode == codes.JUMPDEST:
            self._pass_landing(found)
        elif opcode in READINGS:
            self.push(Pure(READINGS[opcode].text, ()))
        elif opcode in STATEMENTS:
            self._statement(opcode)
        else:
            self._leave(found)

    def _pass_landing(self, found: Instruction) -> None:
        """Note a JUMPDEST that was passed, so that no trace goes round."""
        self.visited.add(found.position)

    def _formula(self, opcode: int) -> None:
        rule = FORMULAS[opcode]
        operands = tuple(self.pop() for _ in range(rule.pops))
        known = [node.value for node in operands if isinstance(node, Const)]
        if len(known) == rule.pops and opcode not in READS_THE_CALL:
            self.push(Const(rule.fold(*known)))
            return
        simpler = _simplify(opcode, operands)
        if simpler is None:
            simpler = Pure(rule.text, operands, rule.opposite)
        simpler.size = 1 + sum(node.size for node in operands if isinstance(node, Pure))
        if simpler.size > FORMULA_SIZE_MAX:
            simpler = self._named(simpler)
        self.push(simpler)

    def _named(self, node: Pure) -> Pure:
        """Give a large formula a name at once, so that none grows without end."""
        result = self.name()
        self.events.append(Statement(("{r} = {0}",), (node,), result))
        return Pure(result.name, ())

    def _statement(self, opcode: int) -> None:
        rule = STATEMENTS[opcode]
        operands = tuple(self.pop() for _ in range(rule.pops))
        if not self.memory.write(opcode, operands):
            self.state(rule.lines, operands, rule.pushes)
        if rule.ends_segment:
            self.begin_segment()

    def state(self, lines: tuple[str, ...], operands: tuple[Node, ...], pushes: bool) -> None:
        """Let lines of Python happen now."""
        result = self.name() if pushes else None
        self.events.append(Statement(lines, operands, result))
        if result is not None:
            self.push(result)

    def _foreign(self, found: Instruction) -> None:
        """Let py-evm's instruction run; what it finds on the stack is written before."""
        pops, pushes = FOREIGN[found.opcode]
        self.need(pops)
        self.events.append(Foreign(found.opcode, self.snapshot(), pushes))
        self.stack, self.depth, self.epoch = [], 0, Epoch()
        self.position = found.following
        self.begin_segment()

    # Ways out.

    def _leave(self, found: Instruction) -> None:
        opcode = found.opcode
        if opcode == codes.STOP:
            self.end(Ending("stop", self.snapshot()))
        elif opcode == codes.JUMP:
            self._jump(self.pop())
        elif opcode == codes.JUMPI:
            self._jump_if(found, self.pop(), self.pop())
        elif opcode == PC:
            self.push(Const(found.position))
        else:
            kind = "return" if opcode == codes.RETURN else "revert"
            operands = (self.pop(), self.pop())
            self.end(Ending(kind, self.snapshot(), operands))

    def _jump(self, target: Node) -> None:
        if not isinstance(target, Const) or not self.code.is_landing(target.value):
            self.end(Ending("jump", self.snapshot(), (target,)))
        elif target.value in self.visited:
            self.end(Ending("go", self.snapshot(), target=target.value, is_jump=True))
        else:
            self.position = target.value

    def _jump_if(self, found: Instruction, target: Node, condition: Node) -> None:
        if isinstance(condition, Const):
            if condition.value:
                self._jump(target)
            return
        if not isinstance(target, Const):
            operands = (target, condition)
            self.end(Ending("fork", self.snapshot(), operands, found.following))
            return
        is_open = self.code.is_landing(target.value) and target.value not in self.visited
        jumps = is_open and self._reverts(found.following)
        inside, outside = target.value, found.following
        if not jumps:
            inside, outside = outside, inside
        self.events.append(Exit(condition, jumps, self.snapshot(), outside, not jumps))
        self.position = inside
        self.begin_segment()

    def _reverts(self, position: int) -> bool:
        """Whether the way from here goes straight to a revert."""
        for _ in range(LOOK_AHEAD_MAX):
            found = self.code.at(position)
            if found.opcode in (codes.REVERT, codes.INVALID) or found.opcode not in self.prices:
                return True
            if found.opcode in (codes.JUMP, codes.JUMPI, codes.STOP, codes.RETURN):
                return False
            position = found.following
        return False


def _simplify(opcode: int, operands: tuple[Node, ...]) -> Pure | None:
    """Return a shorter formula where an operand is known, or what is asked is a condition."""
    first = operands[0]
    if opcode == 0x15 and isinstance(first, Pure) and first.is_test:  # ISZERO of a condition
        return Pure(first.opposite, first.operands, first.text)
    if not isinstance(first, Const):
        return _simplify_second(opcode, operands)
    if opcode == 0x1B:
        shift = f"{{0}} << {first.value} & {hex((1 << 256) - 1)}" if first.value < 256 else "0"
        return Pure(shift, operands[1:] if first.value < 256 else ())
    if opcode == 0x1C:
        shift = f"{{0}} >> {first.value}" if first.value < 256 else "0"
        return Pure(shift, operands[1:] if first.value < 256 else ())
    return None


def _simplify_second(opcode: int, operands: tuple[Node, ...]) -> Pure | None:
    if len(operands) == 2 and isinstance(operands[1], Const) and operands[1].value:
        if opcode == 0x04:
            return Pure("{0} // {1}", operands)
        if opcode == 0x06:
            return Pure("{0} % {1}", operands)
    return None
