"""A state machine as a picture: the text of a Mermaid state diagram."""

from typing import Any

from chain.kit.state_machine import StateMachine, Transition


def draw_states(machine: StateMachine[Any]) -> list[str]:
    """
    Return the lines of the diagram.

    An arrow carries every call that takes it, and in parentheses what the chain does by
    itself; calls that lead back to where they began are left to the table.
    """
    arrows: dict[tuple[str, str], list[str]] = {}
    for line in machine.transitions:
        for source in line.sources:
            for target in line.targets:
                if source != target:
                    way = (_end(machine, source), target.name)
                    arrows.setdefault(way, []).append(_label(line))
    drawn = [f"    {a} --> {b}: {', '.join(labels)}" for (a, b), labels in arrows.items()]
    ends = [f"    {s.name} --> [*]" for s in machine.states if machine.is_terminal(s)]
    return ["stateDiagram-v2", *drawn, *ends]


def _end(machine: StateMachine[Any], state: Any) -> str:
    return "[*]" if state == machine.nothing else str(state.name)


def _label(line: Transition[Any]) -> str:
    return f"({line.name})" if line.is_deadline else line.name
