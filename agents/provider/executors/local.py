"""Jobs on this machine, each in a room of its own."""

import asyncio
from typing import Protocol

from agents.provider.sandbox.sandbox import Sandbox
from agents.provider.sandbox.work import Limits, Report, Work


class Executor(Protocol):
    """Runs jobs somewhere."""

    async def run(self, work: Work, limits: Limits) -> Report:
        """Run a job to its end; raises SandboxUnavailable where none can run."""
        ...

    async def close(self) -> None:
        """Let go of whatever jobs ran on."""
        ...


class LocalExecutor:
    """Runs jobs as processes of this machine."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    async def run(self, work: Work, limits: Limits) -> Report:
        """Run a job to its end beside the event loop; raises SandboxUnavailable."""
        return await asyncio.to_thread(self._sandbox.run, work, limits)

    async def close(self) -> None:
        """End what runs."""
        self._sandbox.close()
