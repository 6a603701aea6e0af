"""
A page for a reader who follows it to the letter: its blocks, and what is typed and seen in them.

    ```console                 the first terminal        ```python title="order.py"
    $ kumiai status            is typed                  a file of that name
    height 3…                  is seen, in this order    ```
    ```console title="node"    another terminal: its last command goes on
    still running              before any prompt: what it has printed meanwhile
    ^C                         what runs there is stopped

In what is seen `…` stands for anything, and spaces and the frames of tables count for nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FENCE: Final = re.compile(
    r'^```(?P<language>\w*)(?: title="(?P<title>[^"]*)")?\n(?P<text>.*?)^```$',
    re.MULTILINE | re.DOTALL,
)
ANYTHING: Final = "…"
INTERRUPT: Final = "^C"
REFUSED: Final = "kumiai: "  # begins the one line of a command that ends with an error
FRAMES: Final = re.compile(r"[\s│┃|]+")


@dataclass(frozen=True)
class Block:
    """What stands in one fence."""

    language: str
    title: str
    text: str


@dataclass(frozen=True)
class Command:
    """What is typed at a prompt, and the lines that are seen then; "" where one only looks."""

    typed: str
    seen: tuple[str, ...]

    @property
    def is_refused(self) -> bool:
        """Whether the page shows that the command is refused."""
        return any(line.startswith(REFUSED) for line in self.seen)


def blocks_of(page: Path) -> tuple[Block, ...]:
    """Return all fenced blocks of a page, in order; raises ValueError at a fence left open."""
    text = page.read_text()
    found = [Block(m["language"], m["title"] or "", m["text"]) for m in FENCE.finditer(text)]
    fences = len(re.findall(r"^```", text, re.MULTILINE))
    if fences != 2 * len(found):
        raise ValueError(f"{page}: {len(found)} blocks are understood, found {fences} fences")
    return tuple(found)


def commands_of(block: Block) -> Iterator[Command]:
    """Split a console block; lines after `\\`, in a loop or a here-document belong to a command."""
    typed, seen, ends_with = "", [], ""
    for line in block.text.splitlines():
        if ends_with or typed.endswith("\\"):
            typed += f"\n{line}"
            ends_with = "" if line == ends_with else ends_with
        elif line.startswith("$ ") or line == INTERRUPT:
            if typed or seen:
                yield Command(typed, tuple(seen))
            typed, seen = line.removeprefix("$ "), []
            ends_with = _end_of(typed)
        elif line.strip():
            seen.append(line)
    if typed or seen:
        yield Command(typed, tuple(seen))


def _end_of(typed: str) -> str:
    """Return the line that ends a loop or a here-document which begins here; "" if none does."""
    here = re.search(r"<<\s*'?(\w+)'?$", typed)
    return here[1] if here else "done" if typed.endswith("; do") else ""


def flat(text: str) -> str:
    """Return text without the frames of tables, its spaces single."""
    return FRAMES.sub(" ", text).strip()


def unseen(seen: tuple[str, ...], output: str) -> str:
    """Return the first line that is not in the output after those before it; "" if all are."""
    lines = iter([flat(line) for line in output.splitlines()])
    for wanted in seen:
        parts = (re.escape(flat(part)) for part in wanted.split(ANYTHING))
        pattern = re.compile(r"\s?.*?\s?".join(parts))
        if not any(pattern.search(line) for line in lines):
            return wanted
    return ""
