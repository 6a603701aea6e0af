"""A sequence diagram in words: a numbered list, which a page shows without any program."""

import re
from html import escape
from typing import Final

PARTICIPANT: Final = re.compile(r"participant (\w+) as (.+)")
MESSAGE: Final = re.compile(r"(\w+)-{1,2}>>(\w+): (.+)")
NOTE: Final = re.compile(r"Note over (\w+): (.+)")


def write_sequence(diagram: str) -> str:
    """Return the list of a Mermaid sequence diagram; raises ValueError at a line it cannot read."""
    names: dict[str, str] = {}
    steps: list[str] = []
    for line in map(str.strip, diagram.splitlines()):
        if line in ("", "sequenceDiagram"):
            continue
        if found := PARTICIPANT.fullmatch(line):
            names[found[1]] = found[2].split(" (")[0].split(",")[0]
        elif found := MESSAGE.fullmatch(line):
            ends = names[found[1]], names[found[2]]
            way = ends[0] if ends[0] == ends[1] else " → ".join(ends)
            steps.append(_step(way, found[3]))
        elif found := NOTE.fullmatch(line):
            steps.append(_step(names[found[1]], found[2]))
        else:
            raise ValueError(f"a line of a sequence diagram expected, found {line!r}")
    return "\n".join(['<ol class="sequence">', *steps, "</ol>"])


def _step(way: str, words: str) -> str:
    return f"<li><b>{escape(way)}</b>: {escape(words)}</li>"
