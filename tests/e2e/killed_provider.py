"""
The command line, with a provider in it that is killed beside one line of its journal.

    KILLED=before:3 python -m tests.e2e.killed_provider provider run ...

`before:N` ends the process with SIGKILL when it is about to write its N-th line, `after:N` when
that line is on disk. So it dies between any two things that it does, without a word.
"""

import os
import signal
import sys
from typing import Any

from agents.provider.journal import Journal
from cli.__main__ import main

VARIABLE = "KILLED"


class Killer:
    """Counts lines, and kills."""

    def __init__(self, when: str) -> None:
        self.when, _, number = when.partition(":")
        self.left = int(number)
        self.append = Journal._append

    def write(self, journal: Journal, entry: dict[str, Any]) -> None:
        """Stand in for the journal's own writing."""
        self.left -= 1
        if self.left == 0 and self.when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        self.append(journal, entry)
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    if VARIABLE in os.environ:
        killer = Killer(os.environ[VARIABLE])
        Journal._append = lambda journal, entry: killer.write(journal, entry)  # type: ignore[method-assign]
    sys.exit(main())
