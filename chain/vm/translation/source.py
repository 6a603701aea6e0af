"""
The plan of a trace written as one Python function.

    events --write_function--> "def trace(f, s): ..."

    f  the frame        s  the stack, a list of words, its top last        g  gas left
    m  the memory       T  traces by position       J  traces by JUMPDEST

The function returns what runs next, a function of the same kind, or None at the call's end.
"""

from collections.abc import Sequence
from typing import Final

from chain.vm.translation.events import Ending, Event, Exit, Foreign, Segment, Snapshot
from chain.vm.translation.events import Statement as StatementEvent
from chain.vm.translation.nodes import Const, Input, Name, Node, Pure, use

STACK_MAX: Final = 1_024
WORD_DIGITS_MAX: Final = 15  # above so many, hexadecimal is shorter


class Writer:
    """Writes one function."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.names = 0
        self.is_first = True

    def function(self, events: Sequence[Event]) -> str:
        """Return the source of the function."""
        for event in events:
            _count(event)
        for event in events:
            if isinstance(event, Segment):
                self._segment(event)
            elif isinstance(event, StatementEvent):
                self._statement(event)
            elif isinstance(event, Exit):
                self._exit(event)
            elif isinstance(event, Foreign):
                self._foreign(event)
            else:
                self._ending(event)
        body = "\n".join("    " + line for line in self.lines)
        return f"def trace(f, s):\n{body}\n"

    # Nodes.

    def _text(self, node: Node) -> str:
        """Return an expression for a word; names what is used more than once."""
        if isinstance(node, Const):
            return _number(node.value)
        if isinstance(node, Name):
            return node.name
        if node.name:
            return node.name
        text = self._written(node)
        if node.uses > 1:
            node.name = self._assign(text)
            return node.name
        return text

    def _written(self, node: Input | Pure) -> str:
        if isinstance(node, Input):
            return f"s[-{node.depth}]"
        if not node.operands:
            return node.text
        text = node.text.format(*[self._text(operand) for operand in node.operands])
        return f"(1 if {text} else 0)" if node.is_test else f"({text})"

    def _condition(self, node: Node, negated: bool) -> str:
        if isinstance(node, Pure) and node.is_test and not node.name and node.uses == 1:
            form = node.opposite if negated else node.text
            return form.format(*[self._text(operand) for operand in node.operands])
        text = self._text(node)
        return f"not {text}" if negated else text

    def _assign(self, text: str) -> str:
        self.names += 1
        self.lines.append(f"x{self.names} = {text}")
        return f"x{self.names}"

    def _force(self, snapshot: Snapshot) -> None:
        """Name all that is computed, so that each way out can write it down."""
        for node in snapshot.words:
            if isinstance(node, Pure) and not node.name:
                node.name = self._assign(self._written(node))

    # The stack.

    def _write(self, snapshot: Snapshot) -> list[str]:
        """Return the lines that make the real stack what the known one is."""
        words, depth = snapshot.words, snapshot.depth
        kept = 0
        while kept < min(depth, len(words)) and _stays(words[kept], depth - kept):
            kept += 1
        gone = depth - kept
        texts = [self._text(node) for node in words[kept:]]
        if not texts:
            return [f"del s[-{gone}:]"] if gone else []
        if not gone:
            return [f"s.append({texts[0]})" if len(texts) == 1 else f"s += ({', '.join(texts)})"]
        if gone == len(texts) == 1:
            return [f"s[-1] = {texts[0]}"]
        return [f"s[-{gone}:] = ({', '.join(texts)},)"]

    # Events.

    def _segment(self, segment: Segment) -> None:
        epoch, needed = segment.epoch, segment.depth
        checks = ["g < 0"] if segment.gas else []
        if needed > max(epoch.checked, 0):
            checks.append(f"len(s) < {needed}")
        if epoch.checked < 0 and epoch.growth > 0:
            checks.append(f"len(s) > {STACK_MAX - epoch.growth}")
        epoch.checked = max(epoch.checked, needed)
        if self.is_first:
            self.is_first = False
            self.lines.append(f"g = f.gas - {segment.gas}" if segment.gas else "g = f.gas")
            self._guard(checks, [], segment.position)
            self.lines.append("m = f.memory")
            return
        if not checks:
            return
        self._force(segment.before)
        if segment.gas:
            self.lines.append(f"g -= {segment.gas}")
        repay = [*self._write(segment.before), f"f.gas = g + {segment.gas}"]
        self._guard(checks, repay, segment.position)

    def _guard(self, checks: list[str], before: list[str], position: int) -> None:
        if checks:
            self.lines.append(f"if {' or '.join(checks)}:")
            self.lines += ["    " + line for line in before]
            self.lines.append(f"    return step(f, s, {position})")

    def _statement(self, event: StatementEvent) -> None:
        texts = [self._text(operand) for operand in event.operands]
        result = event.result.name if event.result else ""
        self.lines += [line.format(*texts, r=result) for line in event.lines]

    def _exit(self, event: Exit) -> None:
        self._force(event.before)
        condition = self._condition(event.condition, event.negated)
        body = [*self._write(event.before), "f.gas = g"]
        body.append(f"return {'J' if event.is_jump else 'T'}[{_number(event.target)}]")
        self.lines.append(f"if {condition}:")
        self.lines += ["    " + line for line in body]

    def _foreign(self, event: Foreign) -> None:
        self.lines += self._write(event.before)
        self.lines += ["f.gas = g", "f.give()", f"op_{event.opcode}(f.computation)", "f.take()"]
        self.lines += ["g, m = f.gas, f.memory"]
        if event.pushes:
            self.lines.append("tidy(s)")

    def _ending(self, event: Ending) -> None:
        texts = [self._text(operand) for operand in event.operands]
        if event.kind in ("return", "revert"):
            call = "finish" if event.kind == "return" else "revert"
            self.lines.append(f"return {call}(f, m, {texts[0]}, {texts[1]}, g)")
            return
        if event.kind in ("jump", "fork"):
            self.lines.append(f"t = {texts[0]}")
        if event.kind == "fork":
            self.lines.append(f"c = {texts[1]}")
        self.lines += [*self._write(event.before), "f.gas = g"]
        landing = "return J[t]"
        if event.kind == "go":
            self.lines.append(f"return {'J' if event.is_jump else 'T'}[{event.target}]")
        elif event.kind == "jump":
            self.lines.append(landing)
        elif event.kind == "fork":
            self.lines += [f"if c: {landing}", f"return T[{event.target}]"]
        elif event.kind == "step":
            self.lines.append(f"return step(f, s, {event.target})")
        else:
            self.lines.append("return None")


def _number(value: int) -> str:
    return str(value) if value < 10**WORD_DIGITS_MAX else hex(value)


def _stays(node: Node, depth: int) -> bool:
    """Whether a node is the word that lies there anyway."""
    return isinstance(node, Input) and node.depth == depth


def _count(event: Event) -> None:
    """Count how often each node is written."""
    if isinstance(event, Segment):
        return
    if isinstance(event, StatementEvent):
        for line in event.lines:
            for number, node in enumerate(event.operands):
                for _ in range(line.count(f"{{{number}}}")):
                    use(node)
        return
    if isinstance(event, Exit):
        use(event.condition)
        return
    if isinstance(event, Ending):
        for node in event.operands:
            use(node)
    for node in event.before.words:
        use(node)
