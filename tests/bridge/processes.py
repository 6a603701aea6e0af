"""Relayers and attesters as processes, to start, kill and start again."""

import signal
import subprocess
import sys
from pathlib import Path

from tests.bridge.devnets import ROUTE, Land
from tests.e2e.devnet import ENVIRONMENT

END_S = 30  # seconds a process may take to end


class Process:
    """`kumiai` with some words; what it prints goes to a file beside its home."""

    def __init__(self, words: list[str], log: Path) -> None:
        self.words, self.log = words, log
        self.process: subprocess.Popen[bytes] | None = None
        self.more: tuple[str, ...] = ()

    @property
    def is_running(self) -> bool:
        """Whether it is there."""
        return self.process is not None and self.process.poll() is None

    def start(self, *more: str) -> None:
        """Start it, with words that later starts have as well."""
        self.more = more or self.more
        with self.log.open("ab") as output:
            command = [sys.executable, "-m", "cli", *self.words, *self.more]
            self.process = subprocess.Popen(
                command, stdout=output, stderr=output, env=ENVIRONMENT, stdin=subprocess.DEVNULL
            )

    def keep(self) -> None:
        """Start it again where it ended by itself, as a supervisor does: its node was away."""
        if not self.is_running:
            self.start()

    def end(self, number: int) -> int:
        """Send it a signal and wait; return its exit status."""
        assert self.process is not None
        self.process.send_signal(number)
        return self.process.wait(timeout=END_S)

    def kill(self) -> None:
        """End it at once, whatever it does."""
        if self.is_running:
            self.end(signal.SIGKILL)

    def output(self) -> str:
        """Return the end of what it has printed."""
        return self.log.read_text()[-3_000:] if self.log.exists() else ""


def relayer_of(one: Land, remote: str, key: str, *more: str) -> Process:
    """Return `kumiai relayer start` between a chain and a node of another, not started."""
    home = one.devnet.home
    words = ["relayer", "start", "--home", str(home), "--node", one.url, "--route", str(ROUTE)]
    words += [*more, "--remote", remote, "--from", key]
    return Process(words, home / f"relayer-{key}.log")


def attester_of(land: Land, index: int, sources: list[str], *more: str) -> Process:
    """Return `kumiai bridge attest start` of a network's validator, not started."""
    home = land.devnet.home
    words = ["bridge", "attest", "start", "--home", str(home), "--node", land.url, "--client", "1"]
    words += ["--validator", land.voters[index].address, "--from", "operator", *more]
    for source in sources:
        words += ["--source", source]
    return Process(words, home / "attester.log")
