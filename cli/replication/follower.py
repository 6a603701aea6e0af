"""
The life of a replica: hear of a block, verify it, write it, for ever.

    source --Told--> decode --delta--> verify --> ledger         no answer: wait longer each time
                        '---no delta-> execute --'               a lie: stop, and say which

Whatever was written stays written: after a crash the replica asks for the block after its head.
"""

import asyncio
import logging
from collections.abc import AsyncIterator
from concurrent.futures import Executor
from contextlib import aclosing
from typing import Final, Protocol

from chain.app import Application
from chain.errors import Invalid
from chain.replication.record import decode_record
from chain.replication.verification import verify_record
from chain.types.primitives import Hash32, Height, Milliseconds
from cli.replication.client import SourceGone, SourceStatus, Told
from consensus.host.clock import Clock

WAIT_MS_MIN: Final = 200  # before the source is asked again
WAIT_MS_MAX: Final = 10_000  # 10 s, reached by doubling
LAG_BLOCKS_MAX: Final = 2  # further behind its source a replica says that it is syncing
log = logging.getLogger("kumiai.replica")


class Source(Protocol):
    """The node that is followed."""

    address: str

    async def status(self) -> SourceStatus:
        """Return where the source stands; raises SourceGone, Malformed."""
        ...

    def follow(self, height: Height) -> AsyncIterator[Told]:
        """Yield every record from a height on; raises SourceGone, Malformed."""
        ...

    async def broadcast(self, raw: bytes) -> Hash32:
        """Hand a transaction on; raises Invalid with the source's words, SourceGone."""
        ...


class WrongSource(Invalid):
    """The node that is followed lies, or has another chain: nothing of what it said is written."""

    def __init__(self, address: str, why: str) -> None:
        self.address = address
        super().__init__(f"the source {address} is refused: {why}; nothing of it was written")


class Follower:
    """Keeps an application at the head of a source's chain."""

    def __init__(self, app: Application, writer: Executor, source: Source, clock: Clock) -> None:
        self._app, self._writer, self._source, self._clock = app, writer, source, clock
        self._wait_ms = WAIT_MS_MIN
        self.is_connected = False
        self.source_height = self.height  # of the source's head, as it last said

    @property
    def height(self) -> Height:
        """The height of the replica's own head."""
        return self._app.ledger.head.header.height

    @property
    def lag_blocks(self) -> int:
        """How many blocks the source has, as it last said, that are not here."""
        return max(self.source_height - self.height, 0)

    @property
    def is_behind(self) -> bool:
        """Whether what is read here may be old: too many blocks are missing, or nobody says."""
        return not self.is_connected or self.lag_blocks > LAG_BLOCKS_MAX

    async def run(self) -> None:
        """Follow until cancelled; raises WrongSource, and what the disk raises."""
        while True:
            try:
                await self._follow()
            except SourceGone as gone:
                wait_ms, self._wait_ms = self._wait_ms, min(2 * self._wait_ms, WAIT_MS_MAX)
                log.warning("%s; asked again in %.1f s", gone, wait_ms / 1_000)
                await self._clock.sleep_ms(Milliseconds(wait_ms))
            finally:
                self.is_connected = False

    async def _follow(self) -> None:
        try:
            await self._greet()
            async with aclosing(self._source.follow(Height(self.height + 1))) as records:  # type: ignore[type-var]
                async for told in records:
                    self.source_height = told.source_height
                    await self._on_writer(told.record)
                    self._wait_ms = WAIT_MS_MIN
        except Invalid as lie:
            raise WrongSource(self._source.address, str(lie)) from lie

    async def _greet(self) -> None:
        """Compare chains before anything is asked for."""
        status, ledger = await self._source.status(), self._app.ledger
        if status.genesis_hash != ledger.genesis_hash:
            expected, found = ledger.genesis_hash.hex(), status.genesis_hash.hex()
            raise Invalid(f"genesis 0x{expected} expected, found 0x{found}")
        if status.chain_id != self._app.rules.chain_id:
            expected_id = self._app.rules.chain_id
            raise Invalid(f"chain id {expected_id} expected, found {status.chain_id}")
        if status.height < self.height:
            raise SourceGone(
                f"{self._source.address} is at height {status.height}, below this replica's "
                f"{self.height}"
            )
        self.source_height, self.is_connected = status.height, True
        log.info(
            "following %s from height %d; its head is %d",
            self._source.address,
            self.height,
            status.height,
        )

    async def _on_writer(self, record: bytes) -> None:
        await asyncio.get_running_loop().run_in_executor(self._writer, self.apply, record)

    def apply(self, encoded: bytes) -> None:
        """Verify one record and write it; raises Invalid, and nothing of it is written then."""
        record, app = decode_record(encoded), self._app
        if record.delta is not None:
            app.adopt(verify_record(app.rules, app.ledger, record), record.certificate)
            return
        app.validate(record.certificate.height, record.certificate.block_id, record.block)
        app.commit(record.certificate)
