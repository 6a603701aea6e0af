"""
A process that hunts, so that a crash of the interpreter itself is a finding and not the end.

    Worker --name, seconds, seed--> process --Report ... Report, None--> Worker
                                        `--input before each run--> shared page, read if it dies
"""

import logging
import mmap
import multiprocessing
import resource
import signal
import tempfile
import time
import warnings
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from tests.fuzz.crash import Crash
from tests.fuzz.engine import Hunt, Report, arm
from tests.fuzz.target import INPUT_BYTES_MAX

HEAD_BYTES: Final = 4  # the length of the input on the page
PAGE_BYTES: Final = HEAD_BYTES + INPUT_BYTES_MAX
MEMORY_BYTES_MAX: Final = 4 * 2**30  # of address space, 4 GiB
SILENCE_S_MAX: Final = 300.0  # without a report: native code that never returns


class Worker:
    """One process at a time, begun anew when it dies."""

    def __init__(self) -> None:
        self._context = multiprocessing.get_context("spawn")
        self._page = Path(tempfile.mkstemp(prefix="fuzz-")[1])
        self._page.write_bytes(bytes(PAGE_BYTES))
        self._process: Any = None
        self._heard_s = 0.0
        self.connection: Any = None
        self.report: Report | None = None  # of the hunt under way

    def begin(self, name: str, seconds: float, seed: int) -> None:
        """Hand over a hunt."""
        if self._process is None:
            self.connection, theirs = self._context.Pipe()
            arguments = (theirs, str(self._page))
            process = self._context.Process(target=work, args=arguments, daemon=True)
            process.start()
            theirs.close()
            self._process = process
        self.report, self._heard_s = Report(name), time.monotonic()
        self.connection.send((name, seconds, seed))

    def hear(self) -> Report | None:
        """Take what the process says; the report where its hunt has ended, by itself or not."""
        assert self.report is not None
        try:
            told = self.connection.recv()
        except (EOFError, ConnectionError):
            return self._ended_by_death()
        self._heard_s = time.monotonic()
        if told is not None:
            self.report = told
            return None
        ended, self.report = self.report, None
        return ended

    def is_silent(self) -> bool:
        """Whether it has said nothing for so long that it hangs."""
        return self.report is not None and time.monotonic() - self._heard_s > SILENCE_S_MAX

    def kill(self) -> Report:
        """End a process that hangs; its input is a crash."""
        self._process.kill()
        return self._ended_by_death()

    def close(self) -> None:
        """End the process, in the middle of a hunt as well."""
        if self._process is not None:
            self.connection.close()
            self._process.kill()
            self._process.join()
        self._page.unlink(missing_ok=True)

    def _ended_by_death(self) -> Report:
        assert self.report is not None
        self._process.join()
        error = f"the process died with code {self._process.exitcode}"
        page = self._page.read_bytes()
        data = page[HEAD_BYTES : HEAD_BYTES + int.from_bytes(page[:HEAD_BYTES], "big")]
        self.report.crashes.append(Crash(self.report.target, error, error, data.hex()))
        ended, self.report, self._process = self.report, None, None
        return ended


def work(connection: Connection, page: str) -> None:
    """Body of the process: hunt for what it is told to, until nobody is there any more."""
    from tests.fuzz.catalogue import TARGETS

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who began the process ends it
    logging.disable(logging.WARNING)
    warnings.simplefilter("ignore")  # libraries warn of odd certificates, once
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES_MAX, MEMORY_BYTES_MAX))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    arm()
    with Path(page).open("r+b") as file, mmap.mmap(file.fileno(), PAGE_BYTES) as shared:

        def note(data: bytes) -> None:
            shared[: HEAD_BYTES + len(data)] = len(data).to_bytes(HEAD_BYTES, "big") + data

        while True:
            try:
                name, seconds, seed = connection.recv()
            except EOFError:
                return
            for report in Hunt(name, TARGETS[name], seed, note).run(seconds):
                connection.send(report)
            connection.send(None)
