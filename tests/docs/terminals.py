"""
A reader at a desk: terminals, a directory, and a network on which nothing else listens.

    Reader.follow(page) --each block--> file written | typed into its terminal, compared

A terminal is a bash that keeps its directory and variables. Commands that only read, or that the
chain refuses before their time, are typed again until they show what the page shows, as a reader
would who is faster than the chain.
"""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import pytest

from tests.docs.page import INTERRUPT, Block, Command, blocks_of, commands_of, unseen
from tests.e2e.devnet import ROOT
from tests.e2e.hosts import make_hosts

COMMAND_S: Final = 120.0  # that one command may take
AGAIN_S: Final = 90.0  # that a reader looks again and again
STEP_S: Final = 0.1
PROGRAMS: Final = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"
HOME: Final = ".home"
DONE: Final = "ended with status "
FILES: Final = ("python", "toml", "json", "solidity", "javascript")  # with a title: to be written
READS: Final = re.compile(
    r"(\S+/)?kumiai (query|status|gov (show|list|params)|validator (show|list|unjail)|\w+ status)\b"
)
HEEDING: Final = ("env", "--default-signal=INT")  # Ctrl-C, whoever started the tests
LOOP: Final = (
    "trap : INT; while IFS= read -r -u 9 file; do "
    f'. "$file" </dev/null; ended=$?; echo; echo "{DONE}$ended"; done 9<&0'
)


class Terminal:
    """One bash, with what it printed."""

    def __init__(self, name: str, desk: Path, prefix: list[str], environment: dict[str, str]):
        self.name, self._desk, self._typed = name, desk, 0
        self._log = desk / f".{name or 'terminal'}.log"
        self._log.touch()
        with self._log.open("ab") as output:
            self._bash = subprocess.Popen(
                [*prefix, *HEEDING, "bash", "-c", LOOP],
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd=desk,
                env=environment,
                start_new_session=True,
            )

    def type(self, typed: str) -> int:
        """Type a command; return from where on its output will stand."""
        self._typed += 1
        script = self._desk / f".{self.name or 'terminal'}.{self._typed}"
        script.write_text(f"{typed}\n")
        begins = self._log.stat().st_size
        assert self._bash.stdin is not None
        self._bash.stdin.write(f"{script}\n".encode())
        self._bash.stdin.flush()
        return begins

    def printed(self, begins: int) -> str:
        """Return what was printed since."""
        with self._log.open("rb") as log:
            log.seek(begins)
            return log.read().decode(errors="replace")

    def status(self, begins: int) -> int | None:
        """Return how the last command ended; None while it runs."""
        found = re.search(rf"^{DONE}(\d+)$", self.printed(begins), re.MULTILINE)
        return int(found[1]) if found else None

    def interrupt(self) -> None:
        """Press Ctrl-C."""
        os.killpg(self._bash.pid, signal.SIGINT)

    def close(self) -> None:
        """End what runs, and the terminal: with Ctrl-C first, for who tidies up."""
        assert self._bash.stdin is not None
        self._bash.stdin.close()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
            if self._bash.poll() is not None:
                break
            os.killpg(self._bash.pid, number)
            try:
                self._bash.wait(timeout=15)
            except subprocess.TimeoutExpired:
                continue
        self._bash.wait(timeout=15)


class Reader:
    """Follows pages in an empty directory, with this tree's `kumiai` on the path."""

    def __init__(
        self,
        desk: Path,
        environment: Mapping[str, str] | None = None,
        addresses: Sequence[str] = (),
        programs: Sequence[Path] = (),
        root: Sequence[str] = (),
    ) -> None:
        """
        `environment` is all that another reader's terminals begin with: nothing of this tree.

        `addresses` are further ones of this machine.
        `programs` are directories of programs that the page takes for granted.
        `root` are words before a terminal's shell that give it a file system of its own.
        Skips where a page needs addresses and no network of the reader's own can be made.
        """
        self.desk = desk
        desk.mkdir(parents=True, exist_ok=True)
        self._hosts = make_hosts(1)
        self._prefix = self._hosts.prefix(0)
        self._root = root
        _lend(self._prefix, addresses)
        self._terminals: dict[str, Terminal] = {}
        self._running: dict[str, int] = {}  # a terminal's command that goes on, and its output
        self._environment = {**(environment or _tools(desk, programs)), **_habits(desk)}

    def __enter__(self) -> "Reader":
        return self

    def __exit__(self, *exception: object) -> None:
        try:
            for terminal in reversed(self._terminals.values()):
                terminal.close()
        finally:
            self._hosts.close()

    @property
    def home(self) -> Path:
        """The reader's `~`."""
        return self.desk / HOME

    def follow(self, page: Path) -> None:
        """Do what a page says, block by block; fails at the first line that is not true."""
        for block in blocks_of(page):
            self.do(block)

    def do(self, block: Block) -> None:
        """Write a file, or type commands and compare what is seen."""
        if block.language in FILES and block.title:
            (self.desk / block.title).parent.mkdir(parents=True, exist_ok=True)
            (self.desk / block.title).write_text(block.text)
        if block.language != "console":
            return
        commands = list(commands_of(block))
        for number, command in enumerate(commands, 1):
            goes_on = bool(block.title) and number == len(commands)
            self._type(self._terminal(block.title), command, goes_on=goes_on)

    def _terminal(self, name: str) -> Terminal:
        if name not in self._terminals:
            made = Terminal(name, self.desk, [*self._prefix, *self._root], self._environment)
            self._terminals[name] = made
        return self._terminals[name]

    def _type(self, terminal: Terminal, command: Command, *, goes_on: bool) -> None:
        if command.typed == INTERRUPT:
            begins = self._running.pop(terminal.name)
            terminal.interrupt()
            missing = self._await(terminal, begins, command, goes_on=False)
            said = terminal.printed(begins)[-3_000:]
            assert not missing, f"{terminal.name} ends without {missing!r} but:\n{said}"
            return
        if not command.typed:
            self._look(terminal, command)
            return
        assert terminal.name not in self._running, f"{terminal.name}: something runs there"
        deadline = time.monotonic() + AGAIN_S
        while True:
            begins = terminal.type(command.typed)
            if goes_on:
                self._running[terminal.name] = begins
            missing = self._await(terminal, begins, command, goes_on=goes_on)
            if not missing:
                return
            said = terminal.printed(begins)[-3_000:]
            may_again = READS.match(command.typed) and time.monotonic() < deadline
            assert may_again, f"$ {command.typed}\nshows no {missing!r} but:\n{said}"
            time.sleep(0.5)

    def _look(self, terminal: Terminal, command: Command) -> None:
        """Wait until what runs in a terminal has printed what is seen."""
        assert terminal.name in self._running, f"{command.seen[0]!r}: nothing runs that shows it"
        begins, deadline = self._running[terminal.name], time.monotonic() + AGAIN_S
        while missing := unseen(command.seen, terminal.printed(begins)):
            said = terminal.printed(begins)[-3_000:]
            assert terminal.status(begins) is None, f"{terminal.name} ended:\n{said}"
            assert time.monotonic() < deadline, f"{terminal.name} shows no {missing!r} but:\n{said}"
            time.sleep(STEP_S)

    def _await(self, terminal: Terminal, begins: int, command: Command, *, goes_on: bool) -> str:
        """Wait for a command's end, or for what is seen of one that goes on; return what is not."""
        deadline = time.monotonic() + COMMAND_S
        while time.monotonic() < deadline:
            status = terminal.status(begins)
            missing = unseen(command.seen, terminal.printed(begins))
            if goes_on and status is None and command.seen and not missing:
                return ""
            if status is not None:
                said = terminal.printed(begins)[-3_000:]
                is_as_shown = command.typed == INTERRUPT or (status != 0) == command.is_refused
                is_good = is_as_shown or READS.match(command.typed)
                assert is_good and not goes_on, f"$ {command.typed}\nended with {status}:\n{said}"
                return missing or ("" if is_as_shown else "another status")
            time.sleep(STEP_S)
        said = terminal.printed(begins)[-3_000:]
        raise AssertionError(f"$ {command.typed}\ntakes longer than {COMMAND_S} s:\n{said}")


def _lend(prefix: list[str], addresses: Sequence[str]) -> None:
    """Give the reader's machine further addresses; what is sent to them stays on it."""
    for address in addresses:
        if not prefix:
            pytest.skip("addresses of others need a network namespace: run as root, with `ip`")
        add = ["ip", "address", "add", f"{address}/32", "dev", "lo"]
        subprocess.run([*prefix, *add], check=True, capture_output=True, timeout=COMMAND_S)


def _tools(desk: Path, programs: Sequence[Path]) -> dict[str, str]:
    """Return variables with which this tree is what was installed."""
    tools = desk / ".tools"
    tools.mkdir(exist_ok=True)
    for name, words in (("kumiai", "-m cli "), ("pip", "-m pip "), ("python", "")):
        (tools / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {words}"$@"\n')
        (tools / name).chmod(0o755)
    places = ":".join(map(str, (tools, *programs, PROGRAMS)))
    return {"PATH": places, "PYTHONPATH": str(ROOT)}


def _habits(desk: Path) -> dict[str, str]:
    """Return a home of the reader's own, and what makes output the same everywhere."""
    home = desk / HOME
    home.mkdir(exist_ok=True)
    kept = {k: v for k, v in os.environ.items() if k.startswith(("LC_", "LANG"))}
    shown = {"NO_COLOR": "1", "COLUMNS": "160", "PYTHONUNBUFFERED": "1"}  # as at a terminal
    return {**kept, **shown, "HOME": str(home)}
