"""
An imported chain as the JSON-RPC server sees it: final blocks, a pool, no modules, no consensus.

    ImportedChain + Mempool -> ImportedBackend -> rpc.server
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Executor
from typing import TypeVar

from chain.errors import Unavailable
from chain.kit.assembly import Assembly
from chain.mempool import Mempool
from chain.types.block import CommittedBlock
from chain.types.evidence import Evidence
from chain.types.primitives import Hash32
from chain.types.transaction import CheckedTransaction
from cli.backend import NodePool
from cli.conformance.chain import ImportedChain
from cli.conformance.schedule import admission_of, machine_of
from cli.fanout import Fanout
from rpc.backend import ChainView, NodeStatus, Pool
from rpc.network_status import ConsensusStatus, PeerStatus

T = TypeVar("T")


class ImportedBackend:
    """Everything the servers may ask of an imported chain; no block ever follows its head."""

    def __init__(
        self,
        chain: ImportedChain,
        workers: Executor,
        client_version: str,
        now_s: Callable[[], int],
    ) -> None:
        head = chain.head.header
        fork = chain.genesis.schedule.of(head)
        pool = Mempool(chain.genesis.chain_id, head.gas_limit, now_s, admission_of(fork))
        pool.advance(chain.state(head.height), chain.next_base_fee_wei)
        self._blocks: Fanout[CommittedBlock] = Fanout(lossy=False)
        self._arrivals: Fanout[CheckedTransaction] = Fanout(lossy=True)
        pool.on_pending = self._arrivals.publish
        self.chain: ChainView = chain
        self.pool: Pool = NodePool(pool, self._arrivals)
        self.machine, self.assembly = machine_of(fork.name), Assembly(())
        self._workers = workers
        genesis = chain.block(0)
        assert genesis is not None
        self._status = NodeStatus(
            client_version=client_version,
            chain_id=chain.genesis.chain_id,
            genesis_hash=genesis.header.hash,
            is_syncing=False,
            peer_count=0,
            validator=None,
        )

    @property
    def status(self) -> NodeStatus:
        """Where the chain stands."""
        return self._status

    def peers(self) -> tuple[PeerStatus, ...]:
        """Return nobody: an imported chain meets no other node."""
        return ()

    def consensus(self) -> ConsensusStatus | None:
        """Return nothing: no height is decided here."""
        return None

    def committed(self) -> AsyncIterator[CommittedBlock]:
        """Yield nothing: the chain is complete."""
        return self._blocks.read()

    async def broadcast(self, raw: bytes) -> Hash32:
        """Put a signed transaction into a pool that no block ever empties; raises Invalid."""
        return self.pool.submit(raw)

    def add_evidence(self, evidence: Evidence) -> bool:
        """Raises Unavailable: there are no validators here."""
        raise Unavailable("an imported chain has no validators: no fault can be proven")

    async def run(self, work: Callable[[], T]) -> T:
        """Run something that takes long beside the event loop."""
        self._arrivals.attach(asyncio.get_running_loop())
        return await asyncio.get_running_loop().run_in_executor(self._workers, work)
