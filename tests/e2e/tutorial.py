"""
A tutorial as its reader takes it: blocks of code in order, typed into a copy of the checkout.

    python, solidity with a title     a file: written, or (`PATH, below`) added to its end
    console                           commands, each of which succeeds
    console "first terminal"          a program that goes on running
    console "refused"                 a command that fails, and says what the next text block has
    diff, text                        what is left out or written otherwise, and what is said then
"""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.devnet import ENVIRONMENT, Devnet

BLOCK = re.compile(
    r'^```(?P<kind>\w+)(?: title="(?P<title>[^"]*)")?\n(?P<text>.*?)^```$', re.MULTILINE | re.DOTALL
)
BELOW = ", below"
FIRST_TERMINAL, REFUSED = "first terminal", "refused"
ADDRESS = "http://127.0.0.1:8545"  # where the page's node listens; the test's finds a free port
COMMAND_S_MAX = 170


@dataclass(frozen=True)
class Block:
    """A fenced block of a page."""

    kind: str
    title: str
    text: str

    @property
    def commands(self) -> list[str]:
        """What is typed, without the prompt."""
        return [line[2:] for line in self.text.splitlines() if line.startswith("$ ")]


def blocks_of(page: Path) -> list[Block]:
    """Return a page's blocks in order."""
    found = BLOCK.finditer(page.read_text())
    return [Block(m["kind"], m["title"] or "", m["text"]) for m in found]


class Reader:
    """Who follows a page in a checkout, and keeps what each command printed."""

    def __init__(self, root: Path, page: str, tests: str) -> None:
        """`page` is the file that differences are about, `tests` what tries them."""
        self.root, self.page, self.tests = root, root / page, tests
        self.exports: list[str] = []
        self.printed: dict[str, str] = {}
        self.devnet: Devnet | None = None
        self.difference: str | None = None
        self.said = ""  # by what was refused last

    def follow(self, block: Block) -> None:
        """Do what a block asks for; raises AssertionError where the page is not true."""
        if block.kind == "console":
            self._console(block)
        elif block.kind == "diff":
            self.difference = block.text
        elif block.kind == "text":
            self._hear(block)
        else:
            self._write(block)

    def close(self) -> None:
        """End what the page started."""
        if self.devnet is not None:
            self.devnet.stop()

    def _console(self, block: Block) -> None:
        if block.title == FIRST_TERMINAL:
            (command,) = block.commands
            self._start(command)
        elif block.title == REFUSED:
            (command,) = block.commands
            self.said = self._refused(command)
        else:
            for command in block.commands:
                self._succeed(command)

    def _succeed(self, command: str) -> None:
        if command.startswith("export "):
            self.exports.append(command)
            return
        status, said = self._run(command)
        assert 0 == status, f"{command}: {said[-4000:]}"
        self.printed[command] = said

    def _refused(self, command: str) -> str:
        """What a command that must fail says, with the difference that stands before it, if any."""
        before = self.page.read_text()
        if self.difference is not None:
            self.page.write_text(differing(before, self.difference))
        status, said = self._run(command)
        self.page.write_text(before)
        assert 0 != status, f"{command} with {self.difference}: {said[-4000:]}"
        self.difference = None
        return said

    def _hear(self, block: Block) -> None:
        """Check that what was refused last said every line of the block."""
        if self.difference is not None:
            self.said = self._refused(f"pytest -q -x {self.tests}")
        for line in block.text.splitlines():
            assert line in self.said, f"{line!r} expected: {self.said[-4000:]}"

    def _write(self, block: Block) -> None:
        assert block.title, f"a block of {block.kind} names no file: {block.text[:80]}"
        path = self.root / block.title.removesuffix(BELOW)
        before = path.read_text() if block.title.endswith(BELOW) else ""
        path.write_text(before + self._placed(block.text))

    def _start(self, command: str) -> None:
        assert command == "kumiai devnet --reset", command
        self.devnet = Devnet(self.root / ".kumiai", "--reset", checkout=self.root)
        self.devnet.start()

    def _run(self, command: str) -> tuple[int, str]:
        # The page's own PATH is a checkout's; here the program is the copy's.
        shim = f'kumiai() {{ "{sys.executable}" -m cli "$@"; }}'
        done = subprocess.run(
            ["bash", "-c", "\n".join([*self.exports, shim, self._placed(command)])],
            cwd=self.root,
            env=self._environment(),
            capture_output=True,
            text=True,
            timeout=COMMAND_S_MAX,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    def _environment(self) -> dict[str, str]:
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        # A page is changed more often than once a second: compiled code would be the older one's.
        own = {"PYTHONPATH": str(self.root), "PYTHONDONTWRITEBYTECODE": "1", "PATH": path}
        return {**ENVIRONMENT, **own}

    def _placed(self, text: str) -> str:
        return text if self.devnet is None else text.replace(ADDRESS, self.devnet.endpoints["rpc"])


def differing(text: str, difference: str) -> str:
    """Return a file with one difference, whose lines stand in it once."""
    lines = difference.splitlines(keepends=True)
    old = "".join(line[1:] for line in lines if line.startswith("-"))
    new = "".join(line[1:] for line in lines if line.startswith("+"))
    assert 1 == text.count(old), f"once in the page expected: {old}"
    return text.replace(old, new)
