"""
One node over its lives: what survives a crash, and the production engine that runs between two.

    Home (platter, database, key, clock) -> Life (disk, log, signer, engine) -> crash -> Life -> ...
"""

import asyncio
import random
from collections.abc import Callable
from pathlib import Path

import coincurve

from chain.certificates import address_of
from chain.types.certificate import BlockId, Certificate, ProposalMessage, Vote
from chain.types.evidence import Evidence
from chain.types.primitives import Height, Milliseconds, Round
from consensus.host.app import App, Candidate, ChainStatus, CommitResult, Verdict
from consensus.host.config import EngineConfig
from consensus.host.engine import Engine
from consensus.host.network import Network
from consensus.host.signer import FileSigner, Signer, SignRefused
from consensus.host.wal import Wal
from tests.sim.chain import CHAIN_ID, Database
from tests.sim.checkers import Checkers
from tests.sim.disk import Platter, PowerIsOff, SimDisk
from tests.sim.loop import SimClock
from tests.sim.real import RealDatabase
from tests.sim.trace import Trace

HOME = Path("home")  # on every platter
STATE_PATH, WAL_PATH = HOME / "sign_state.json", HOME / "wal"


class Crash(BaseException):
    """The process dies here."""


class WatchedSigner(FileSigner):
    """A signer that tells the checkers of every signature that leaves it, and of every refusal."""

    on_signed: Callable[[Vote | ProposalMessage], None]
    on_refused: Callable[[str], None]

    async def sign_vote(self, vote: Vote) -> Vote:
        """Sign and tell."""
        try:
            signed = await super().sign_vote(vote)
        except SignRefused as reason:
            self.on_refused(str(reason))
            raise
        self.on_signed(signed)
        return signed

    async def sign_proposal(self, proposal: ProposalMessage) -> ProposalMessage:
        """Sign and tell."""
        try:
            signed = await super().sign_proposal(proposal)
        except SignRefused as reason:
            self.on_refused(str(reason))
            raise
        self.on_signed(signed)
        return signed


class WatchedApp:
    """An application that tells of every commit, and does nothing for the dead."""

    def __init__(
        self,
        app: App,
        on_commit: Callable[[Certificate], None],
        on_evidence: Callable[[Evidence], None],
        disk: SimDisk,
    ) -> None:
        self._app, self._disk = app, disk
        self._on_commit, self._on_evidence = on_commit, on_evidence

    async def status(self) -> ChainStatus:
        """Ask the chain."""
        return await self._app.status()

    async def propose(
        self,
        height: Height,
        round_: Round,
        time_ms: Milliseconds,
        last_certificate: Certificate | None,
    ) -> Candidate:
        """Ask the chain."""
        return await self._app.propose(height, round_, time_ms, last_certificate)

    async def validate(self, height: Height, block_id: BlockId, payload: bytes) -> Verdict:
        """Ask the chain."""
        return await self._app.validate(height, block_id, payload)

    async def commit(self, certificate: Certificate) -> CommitResult:
        """Commit and tell."""
        self._disk.live()
        result = await self._app.commit(certificate)
        self._on_commit(certificate)
        return result

    async def certified(self, height: Height) -> tuple[Certificate, bytes] | None:
        """Ask the chain."""
        return await self._app.certified(height)

    async def oldest_height(self) -> Height:
        """Ask the chain."""
        return await self._app.oldest_height()

    async def add_evidence(self, evidence: Evidence) -> bool:
        """Ask the chain, and tell of what it takes for proven."""
        self._disk.live()
        new = await self._app.add_evidence(evidence)
        if new:
            self._on_evidence(evidence)
        return new

    async def transactions_waiting(self) -> None:
        """Ask the chain."""
        await self._app.transactions_waiting()


class Node:
    """A machine with a platter, a chain, a key and a clock."""

    def __init__(
        self,
        name: str,
        secret: bytes,
        database: Database | RealDatabase,
        clock: SimClock,
        rng: random.Random,
        checkers: Checkers,
        trace: Trace,
    ) -> None:
        self.name, self.database, self.clock = name, database, clock
        self.rng, self._checkers, self._trace = rng, checkers, trace
        self.secret = secret
        self.address = address_of(coincurve.PrivateKey(secret).public_key)
        self.platter = Platter(rng)
        self.engine: Engine | None = None
        self.task: asyncio.Task[None] | None = None
        self.work_ms_max = 0
        self.fail_point: Callable[[str], None] = lambda name: None
        self.on_evidence: Callable[[Evidence], None] = lambda evidence: None
        self.on_commit: Callable[[Certificate], None] = lambda certificate: None
        FileSigner.create(secret, STATE_PATH, CHAIN_ID, self.platter.boot()).close()

    @property
    def height(self) -> int:
        """Height of the last block that is committed here."""
        return self.database.height

    @property
    def is_up(self) -> bool:
        """Whether a process runs."""
        return self.task is not None

    def start(self, network: Network, config: EngineConfig) -> asyncio.Task[None]:
        """Begin a life; returns the task that ends with it."""
        assert self.task is None, f"{self.name} runs already"
        disk = self.platter.boot()
        app = self.database.boot(self.address, self.rng, self.work_ms_max, self.clock)
        self.engine = Engine(
            WatchedApp(app, self._committed, self._accuse, disk),
            self.signer(disk),
            Wal(WAL_PATH, disk),
            self.clock,
            network,
            config,
            CHAIN_ID,
            fail_point=self.fail_point,
        )
        self.note("starts")
        self.task = asyncio.get_running_loop().create_task(self._run(self.engine))
        return self.task

    def signer(self, disk: SimDisk) -> Signer:
        """Open this node's signer."""
        signer = WatchedSigner(self.secret, STATE_PATH, CHAIN_ID, disk)
        self._checkers.woke(self.address, signer.state)
        signer.on_signed = self._signed
        signer.on_refused = lambda reason: self._checkers.refused(self.address, reason)
        return signer

    def end(self, *, power: bool) -> None:
        """The process dies now, and with it the machine's power or not."""
        if power:
            self.platter.power_failure()
        else:
            self.platter.kill()
        if self.task is not None:
            self.task.cancel()
        self.task, self.engine = None, None
        self.note("loses power" if power else "is killed")

    def note(self, what: str) -> None:
        """Put a line in the trace."""
        self._trace.note(self.clock.true_ms(), self.name, what)

    async def _run(self, engine: Engine) -> None:
        try:
            await engine.run()
        except (Crash, PowerIsOff):
            return

    def _signed(self, message: Vote | ProposalMessage) -> None:
        self.note(f"signs {describe(message)}")
        state = self.engine.round_state if self.engine is not None else None
        self._checkers.signed(message, self.address, state)

    def _accuse(self, evidence: Evidence) -> None:
        self.note(f"takes evidence of {type(evidence).__name__}")
        self._checkers.accused(evidence)
        self.on_evidence(evidence)

    def _committed(self, certificate: Certificate) -> None:
        height = certificate.height
        block = certificate.block_id.hash.hex()[:6]
        self.note(f"commits {height} in round {certificate.round}: {block}")
        self._checkers.committed(
            self.name, certificate, self.database.root(height), self.database.supply(height)
        )
        self.on_commit(certificate)


def describe(message: Vote | ProposalMessage) -> str:
    """One message in a few words."""
    where = f"{message.height}/{message.round}"
    block = "nil" if message.block_id is None else message.block_id.hash.hex()[:6]
    kind = message.kind.name.lower() if isinstance(message, Vote) else "proposal"
    return f"{kind} {where} {block} valid {message.valid_round}"
