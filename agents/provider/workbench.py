"""
Does the work of an order: fetches what it names, runs it, keeps what came out.

    spec --store--> document --runner--> Work --executor--> Report --own store--> Result
                                                 |  the public store: once it may be known
                                                 +--any offence--> a note of it, for no pay

What a job came to lies in the provider's own store until it is shown: a copy of it must not reach
those who are paid for finding it again.
"""

import asyncio
import json
import logging
from collections.abc import Mapping
from typing import Final

from agents.provider.document import DOCUMENT_BYTES_MAX, Document, DocumentWrong, read_document
from agents.provider.executors.local import Executor
from agents.provider.journal import Result
from agents.provider.runners.runner import FAR, Runner
from agents.provider.sandbox.work import End, Limits, Work
from agents.store.content import NotStored, Store, StoreError

LOG: Final = logging.getLogger(__name__)
LOST_TRIES: Final = 3  # of a job that its sandbox was ended around, through no fault of its own


class Unfit(Exception):
    """An order's work cannot be done here; the message says why."""


class Workbench:
    """Runs jobs, at most so many at a time."""

    def __init__(
        self,
        executor: Executor,
        runners: Mapping[str, Runner],
        stores: tuple[Store, Store],
        limits: Limits,
        jobs_max: int,
    ) -> None:
        self.runners, self._executor, self._limits = runners, executor, limits
        self._own, self._public = stores
        self._places = asyncio.Semaphore(jobs_max)
        self.running = 0

    async def kind_of(self, spec: bytes) -> str:
        """Return the kind of a job whose content is all there; raises Unfit."""
        document, _ = await self._prepared(spec)
        return document.kind

    async def do(self, spec: bytes) -> Result:
        """Do an order's work and keep what came out; raises Unfit, SandboxUnavailable."""
        document, work = await self._prepared(spec)
        runner = self.runners[document.kind]
        async with self._places:
            self.running += 1
            try:
                output, end = await self._run(work)
            finally:
                self.running -= 1
        units = await asyncio.to_thread(runner.units, work) if end == End.DONE else 0
        digest = await asyncio.to_thread(self._own.put, output)
        return Result(digest, units, end.value)

    async def publish(self, digest: bytes) -> None:
        """Let everybody read a result; raises StoreError."""
        await asyncio.to_thread(self._put_public, digest)

    async def distance(self, spec: bytes, mine: bytes, other: bytes) -> int:
        """Return how far a result is from this provider's own; far where nobody can show it."""
        if mine == other:
            return 0
        document, _ = await self._prepared(spec)
        try:
            found = [
                await asyncio.to_thread(store.get, key)
                for store, key in ((self._own, mine), (self._public, other))
            ]
        except StoreError as error:
            LOG.warning("a result cannot be read: %s", error)
            return FAR
        return await asyncio.to_thread(self.runners[document.kind].distance, *found)

    async def close(self) -> None:
        """Let go of whatever jobs ran on."""
        await self._executor.close()

    def _put_public(self, digest: bytes) -> None:
        self._public.put(self._own.get(digest))

    async def _prepared(self, spec: bytes) -> tuple[Document, Work]:
        try:
            return await asyncio.to_thread(self._prepare, spec)
        except (DocumentWrong, StoreError) as error:
            raise Unfit(str(error)) from error

    def _prepare(self, spec: bytes) -> tuple[Document, Work]:
        document = read_document(self._fetch(spec, DOCUMENT_BYTES_MAX))
        runner = self.runners.get(document.kind)
        if runner is None:
            raise DocumentWrong(f"kinds {sorted(self.runners)} are run here, not {document.kind}")
        return document, runner.work(document, self._fetch)

    def _fetch(self, key: bytes, bytes_max: int) -> bytes:
        """Return content; what was fetched once is at hand after a restart."""
        try:
            return self._own.get(key, bytes_max)
        except NotStored:
            content = self._public.get(key, bytes_max)
            self._own.put(content)
            return content

    async def _run(self, work: Work) -> tuple[bytes, End]:
        """Return a job's output; where it was ended, a note of why, the same wherever it runs."""
        for _ in range(LOST_TRIES):
            report = await self._executor.run(work, self._limits)
            LOG.info(
                "a job ended: %s, %.2f s, %.2f s of CPU time %s",
                report.end.value,
                report.wall_s,
                report.cpu_s,
                report.detail[-300:],
            )
            if report.end == End.DONE:
                return report.output, report.end
            if report.end != End.LOST:
                break
        return note_of(report.end), report.end


def note_of(end: End) -> bytes:
    """Return what is delivered, for no pay, where a job broke its limits."""
    return json.dumps({"ended": end.value}, separators=(",", ":")).encode()
