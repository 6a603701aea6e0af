"""
Blocks of one height as bytes, and what the application says of them.

    payload -> Payloads.take -> App.validate beside the loop -> Judged -> verdict for the core

A payload enters the log only with its verdict: a peer's false bytes cost no disk.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from chain.errors import Invalid
from chain.types.certificate import BlockId
from consensus.core.inputs import ProposedValue
from consensus.host.app import Candidate
from consensus.host.beside import Beside
from consensus.host.config import PAYLOAD_BYTES_MAX
from consensus.host.journal import Journal
from consensus.host.records import BlockReceived
from consensus.host.surroundings import Surroundings

log = logging.getLogger(__name__)


class PayloadTooLarge(Invalid):
    """A proposed block over the limit."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The application has looked at a block."""

    block_id: BlockId
    valid: bool | None  # None: the payload was not that block


class Payloads:
    """Blocks of one height; `judged` is told of each verdict."""

    def __init__(
        self,
        around: Surroundings,
        journal: Journal,
        beside: Beside,
        judged: Callable[[Judged], None],
    ) -> None:
        self._around, self._journal, self._beside = around, journal, beside
        self._judged = judged
        self._payloads: dict[BlockId, bytes] = {}
        self._givers: dict[BlockId, str] = {}

    def get(self, block_id: BlockId) -> bytes | None:
        """Return the bytes of a block that has a verdict, None where there is none yet."""
        if self._journal.driver.verdict(block_id) is None:
            return None
        return self._payloads.get(block_id)

    def giver(self, block_id: BlockId) -> str:
        """Return the peer that gave the bytes of a block."""
        return self._givers.get(block_id, "")

    def take(self, block_id: BlockId, payload: bytes, peer: str) -> None:
        """Judge a block, unless that is done or under way. Raises PayloadTooLarge."""
        if len(payload) > PAYLOAD_BYTES_MAX:
            raise PayloadTooLarge(
                f"expected a block of at most {PAYLOAD_BYTES_MAX} bytes, found {len(payload)}"
            )
        if block_id not in self._payloads:
            self._payloads[block_id], self._givers[block_id] = payload, peer
            self._beside.spawn(self._judge, block_id, payload)

    def built(self, candidate: Candidate) -> None:
        """Keep a block of our own making; it is valid."""
        self._payloads[candidate.block_id] = candidate.payload
        if self._journal.driver.verdict(candidate.block_id) is None:
            self.settle(Judged(candidate.block_id, True))

    def settle(self, judged: Judged) -> None:
        """Tell the core, and the log before it, what a block is worth."""
        block_id, valid = judged.block_id, judged.valid
        if valid is None:
            self._payloads.pop(block_id, None)
        elif self._journal.driver.verdict(block_id) is None:
            self._journal.write(BlockReceived(block_id, self._payloads[block_id]))
            self._journal.feed(ProposedValue(block_id, valid))

    def restore(self, block_id: BlockId, payload: bytes) -> None:
        """Keep a block of the log."""
        self._payloads[block_id] = payload

    async def verdict(self, block_id: BlockId, payload: bytes) -> bool | None:
        """Whether a block is valid; None when the payload is not that block."""
        height = self._journal.height
        if block_id.time_ms <= self._journal.parent.block_id.time_ms:
            log.warning("height %d: a block not later than its parent", height)
            return False
        try:
            verdict = await self._around.app.validate(height, block_id, payload)
        except Invalid as error:
            log.warning("height %d: a payload that is not its block: %s", height, error)
            return None
        if not verdict.valid:
            name = block_id.hash.hex()
            log.warning("height %d: block 0x%s is invalid: %s", height, name, verdict.reason)
        return verdict.valid

    async def _judge(self, block_id: BlockId, payload: bytes) -> None:
        self._judged(Judged(block_id, await self.verdict(block_id, payload)))
