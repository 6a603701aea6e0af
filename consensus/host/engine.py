"""
The consensus engine: one height after another, for as long as the node runs.

    App.status -> HeightRun(H) -> decided -> App.commit -> log ends H -> HeightRun(H + 1) -> ...

Order at the end of a height: the decision's inputs are in the log; the application commits
block, state and certificate in one durable batch; the log notes the end; older logs go. A
crash between any two of these is made good by the next start.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable

from chain.types.primitives import Height
from consensus.core.effects import Evidence
from consensus.core.round import RoundState
from consensus.host.app import App, ChainStatus
from consensus.host.clock import Clock
from consensus.host.config import AHEAD_MESSAGES_MAX, EngineConfig
from consensus.host.height import HeightRun, Surroundings
from consensus.host.network import CertifiedBlock, Inbound, Network, height_of
from consensus.host.records import EndHeight, encode_record
from consensus.host.signer import Signer
from consensus.host.wal import Wal

FAIL_POINTS = (
    "wal.before_sync",
    "wal.after_sync",
    "sign.before",
    "sign.after",
    "commit.before",
    "commit.after",
    "end_height.after",
)

log = logging.getLogger(__name__)


def _log_evidence(evidence: Evidence) -> None:
    log.warning("evidence of a lying validator: %s", evidence)


class Engine:
    """
    Drives a chain through its App with the messages of a Network.

    `fail_point` is called with each name of FAIL_POINTS as it is passed; a test that raises
    there crashes the engine at that very place. `on_evidence` is told of provable faults.
    """

    def __init__(
        self,
        app: App,
        signer: Signer,
        wal: Wal,
        clock: Clock,
        network: Network,
        config: EngineConfig,
        chain_id: int,
        *,
        fail_point: Callable[[str], None] = lambda name: None,
        on_evidence: Callable[[Evidence], None] = _log_evidence,
    ) -> None:
        self._around = Surroundings(
            app, signer, wal, clock, network, config, chain_id, fail_point, on_evidence
        )
        self._run: HeightRun | None = None
        self._last: CertifiedBlock | None = None
        self._helped_ms = 0
        self._ahead: deque[Inbound] = deque(maxlen=AHEAD_MESSAGES_MAX)

    @property
    def round_state(self) -> RoundState | None:
        """Where the current height stands; None between heights."""
        return None if self._run is None else self._run.driver.state

    async def run(self) -> None:
        """
        Decide heights until cancelled.

        Raises ConsensusHalted, LogAheadOfChain, VerdictChanged or SignedBlockLost when going
        on would be wrong, and whatever the application raises.
        """
        status = await self._around.app.status()
        listener = asyncio.create_task(self._listen())
        try:
            while True:
                status = await self._run_height(status)
        finally:
            listener.cancel()
            await asyncio.gather(listener, return_exceptions=True)
            self._run = None

    async def _run_height(self, status: ChainStatus) -> ChainStatus:
        run = self._run = HeightRun(self._around, status)
        self._deliver_waiting(run)
        decided = await run.run()
        self._around.fail_point("commit.before")
        result = await self._around.app.commit(decided.certificate)
        self._around.fail_point("commit.after")
        self._around.wal.append(encode_record(EndHeight(run.height)))
        self._around.wal.sync()
        self._around.fail_point("end_height.after")
        self._around.wal.prune(run.height)
        self._last, self._helped_ms = decided, self._around.clock.now_ms()
        certificate = decided.certificate
        return ChainStatus(run.height, certificate.block_id, certificate, result.validators)

    async def _listen(self) -> None:
        """Sort messages by height: now, next, or a peer that lags by one."""
        while True:
            inbound = await self._around.network.receive()
            current = self._run.height if self._run is not None else Height(0)
            height = height_of(inbound.message)
            if height is None:
                continue
            if height == current and self._run is not None:
                self._run.deliver(inbound)
            elif height == current + 1:
                self._ahead.append(inbound)
            elif height < current:
                await self._help(inbound, height)

    def _deliver_waiting(self, run: HeightRun) -> None:
        waiting, self._ahead = self._ahead, deque(maxlen=AHEAD_MESSAGES_MAX)
        for inbound in waiting:
            if height_of(inbound.message) == run.height:
                run.deliver(inbound)

    async def _help(self, inbound: Inbound, height: Height) -> None:
        """
        Give the last block to a peer that is still deciding it.

        Late votes are usual right after a decision, so help waits one resend interval and
        comes once in each.
        """
        if self._last is None or self._last.certificate.height != height:
            return
        now_ms = self._around.clock.now_ms()
        waited = now_ms - self._helped_ms >= self._around.config.resend_ms
        if waited and not isinstance(inbound.message, CertifiedBlock):
            self._helped_ms = now_ms
            await self._around.network.broadcast(self._last)
