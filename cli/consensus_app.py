"""The chain as consensus sees it: chain.app's verbs, run on one thread beside the event loop."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from typing import TypeVar

from chain.app import Application, BlockInvalid, name_of
from chain.types.certificate import BlockId, Certificate
from chain.types.evidence import Evidence
from chain.types.primitives import Height, Milliseconds, Round
from chain.types.validators import ValidatorSet
from cli.checkpoint import Checkpoints
from consensus.host.app import Candidate, ChainStatus, CommitResult, Verdict

T = TypeVar("T")


class ConsensusApp:
    """
    consensus.host.app.App over an Application.

    `on_validators` is told who decides the next height, before consensus is. Another block at
    the height of one of `checkpoints` is invalid, whoever has signed it. Raises WrongCheckpoint
    where one is committed already.
    """

    def __init__(
        self,
        app: Application,
        thread: Executor,
        arrived: asyncio.Event,
        on_validators: Callable[[ValidatorSet], None] = lambda validators: None,
        checkpoints: Checkpoints | None = None,
    ) -> None:
        self._app, self._thread, self._arrived = app, thread, arrived
        self._on_validators, self._checkpoints = on_validators, checkpoints or Checkpoints()
        self._checkpoints.check_past(app)

    async def status(self) -> ChainStatus:
        """Return where the chain stands."""
        head, validators = self._app.ledger.head, self._app.validators()
        self._on_validators(validators)
        return ChainStatus(head.header.height, name_of(head), head.certificate, validators)

    async def propose(
        self,
        height: Height,
        round_: Round,
        time_ms: Milliseconds,
        last_certificate: Certificate | None,
    ) -> Candidate:
        """Build and execute a block on the last one."""
        block_id, payload = await self._run(
            lambda: self._app.propose(height, time_ms, last_certificate)
        )
        return Candidate(block_id, payload)

    async def validate(self, height: Height, block_id: BlockId, payload: bytes) -> Verdict:
        """Execute a block and say whether it is valid; raises BlockMisnamed."""
        if not self._checkpoints.allows(height, block_id.hash):
            return Verdict(False, f"the operator trusts another block at height {height}")
        try:
            await self._run(lambda: self._app.validate(height, block_id, payload))
        except BlockInvalid as reason:
            return Verdict(False, str(reason))
        return Verdict(True)

    async def commit(self, certificate: Certificate) -> CommitResult:
        """Make a validated block final."""
        validators = await self._run(lambda: self._app.commit(certificate))
        self._on_validators(validators)
        return CommitResult(validators)

    async def certified(self, height: Height) -> tuple[Certificate, bytes] | None:
        """Return a committed block's certificate and payload; execution does not wait for it."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(None, lambda: self._app.certified(height))

    async def oldest_height(self) -> Height:
        """Return the lowest height that `certified` can serve."""
        return self._app.ledger.oldest_block_height

    async def add_evidence(self, evidence: Evidence) -> bool:
        """Keep proof of a fault until a block carries it; raises Invalid."""
        return await self._run(lambda: self._app.add_evidence(evidence))

    async def transactions_waiting(self) -> None:
        """Return as soon as a block made now would take something."""
        while not self._app.pool.has_executable():
            self._arrived.clear()
            if self._app.pool.has_executable():
                return
            await self._arrived.wait()

    async def _run(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)
