"""The node as its servers see it: the Protocols of rpc.backend over ledger, pool and machine."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from concurrent.futures import Executor
from typing import TypeVar

from chain.app import Application, block_time_ms
from chain.execution import BlockPlan, Rules, build_environment, environment_of
from chain.found_logs import FoundLog
from chain.mempool import Mempool
from chain.replay import Replay
from chain.store.appearances import AppearanceIndex
from chain.store.index import LogMatch
from chain.store.sketch import StateSketch
from chain.store.state import AccountProof
from chain.types.block import CommittedBlock
from chain.types.evidence import Evidence
from chain.types.primitives import Address, Hash32, Height, Milliseconds, Nonce, Wei
from chain.types.state import StateReader
from chain.types.transaction import CheckedTransaction
from chain.types.validators import ValidatorSet
from chain.vm.world import BlockEnvironment, Watch
from cli.fanout import Fanout
from cli.network_view import NetworkView
from rpc.backend import ChainView, NodeStatus, Pool
from rpc.network_status import ConsensusStatus, PeerStatus
from rpc.soon import Soon

T = TypeVar("T")


class NodeChain:
    """Final blocks and states, out of the ledger."""

    def __init__(self, app: Application, now_ms: Callable[[], int]) -> None:
        self._app, self._ledger, self._now_ms = app, app.ledger, now_ms

    @property
    def head(self) -> CommittedBlock:
        """The newest block."""
        return self._ledger.head

    @property
    def oldest_state_height(self) -> Height:
        """The lowest height whose state is still kept."""
        return self._ledger.oldest_state_height

    def block(self, height: int) -> CommittedBlock | None:
        """Return the block at a height."""
        return self._ledger.block(height)

    def height_of(self, block_hash: Hash32) -> Height | None:
        """Return the height of the block with this hash."""
        return self._ledger.height_of(block_hash)

    def locate(self, transaction_hash: Hash32) -> tuple[Height, int] | None:
        """Return the height and the index in the block of a final transaction."""
        return self._ledger.locate(transaction_hash)

    def state(self, height: int) -> StateReader:
        """Return the state after the block; raises StateUnavailable outside the kept history."""
        return self._ledger.state(height)

    def sketch(self, height: int) -> StateSketch:
        """Return a state to think on, upon the one after the block; raises StateUnavailable."""
        return self._ledger.sketch(height)

    def proof(self, address: Address, slots: Sequence[int], height: int) -> AccountProof:
        """Return EIP-1186's proof; raises StateUnavailable."""
        return self._ledger.proof(address, slots, height)

    def logs_with(
        self,
        addresses: Sequence[Address],
        topics: Sequence[Sequence[Hash32]],
        first: int,
        last: int,
    ) -> Iterator[LogMatch]:
        """Yield, in order, which logs of which blocks match the filter, by the log index."""
        return self._ledger.logs_with(addresses, topics, first, last)

    def logs_at(self, match: LogMatch) -> list[FoundLog]:
        """Return the logs that a match names, or all of its block where it names none."""
        return self._ledger.logs_at(match)

    def environment(self, height: int) -> BlockEnvironment:
        """Return what code saw as its block; one above the head is the block to come."""
        rules: Rules = self._app.rules
        block = self._ledger.block(height)
        if block is not None:
            return environment_of(rules, block.header, self._ledger.block_hash)
        head, validators = self._ledger.head, self._app.validators()
        decided = self._ledger.validators(head.header.height + 2)
        assert decided is not None, "the set of the block after the next is known"
        time_ms = Milliseconds(max(self._now_ms(), block_time_ms(head) + 1))
        plan = BlockPlan(
            head.header, head.certificate, time_ms, validators.proposer.address, decided
        )
        return build_environment(rules, plan, self._ledger.block_hash)

    @property
    def appearances(self) -> AppearanceIndex:
        """Where accounts appear."""
        return self._ledger.appearances

    def replay(self, height: int, watch: Watch) -> Replay:
        """Execute a final block once more; raises NotReplayable and StateUnavailable."""
        return Replay(self._app.rules, self._ledger, height, watch)

    def validators(self, height: int) -> ValidatorSet | None:
        """Return the validator set that decided the block at this height."""
        return self._ledger.validators(height)

    @property
    def next_base_fee_wei(self) -> Wei:
        """The base fee of the block after the head."""
        return self._app.next_base_fee_wei()

    @property
    def head_time_ms(self) -> Milliseconds:
        """The time of the newest block, in milliseconds."""
        return self._app.time_ms()


class NodePool:
    """The pool, with its arrivals as a stream."""

    def __init__(self, pool: Mempool, arrivals: Fanout[CheckedTransaction]) -> None:
        self._pool, self._arrivals = pool, arrivals
        self.submit, self.get = pool.submit, pool.get
        self.content = pool.content

    def next_nonce(self, sender: Address) -> Nonce:
        """Return the nonce after the sender's executable transactions, waiting ones counted."""
        return self._pool.next_nonce(sender)

    @property
    def min_tip_wei(self) -> Wei:
        """The smallest tip per gas that is admitted."""
        return self._pool.min_tip_wei

    def arrivals(self) -> AsyncIterator[CheckedTransaction]:
        """Yield transactions as they become pending; a slow reader loses the oldest."""
        return self._arrivals.read()


class NodeBackend:
    """Everything the servers may ask of one node."""

    def __init__(
        self,
        app: Application,
        committed: Fanout[CommittedBlock],
        arrivals: Fanout[CheckedTransaction],
        workers: Executor,
        now_ms: Callable[[], int],
        status: Callable[[], NodeStatus],
        network: NetworkView | None = None,
    ) -> None:
        self._app, self._network = app, network
        self.chain: ChainView = NodeChain(app, now_ms)
        self.pool: Pool = NodePool(app.pool, arrivals)
        self.machine, self.assembly = app.rules.machine, app.rules.assembly
        self._committed, self._workers, self._status = committed, workers, status

    @property
    def status(self) -> NodeStatus:
        """Where the node stands now."""
        return self._status()

    def peers(self) -> tuple[PeerStatus, ...]:
        """Return what is known of each connection to another node, by identity."""
        return () if self._network is None else self._network.peers()

    def consensus(self) -> ConsensusStatus | None:
        """Return how far the height being decided is; None where this node decides none now."""
        return None if self._network is None else self._network.consensus()

    def committed(self) -> AsyncIterator[CommittedBlock]:
        """Yield every block that becomes final from now on; ReaderTooSlow ends it."""
        return self._committed.read()

    def broadcast(self, raw: bytes) -> Soon[Hash32]:
        """Put a signed transaction into the pool; raises Invalid with the field's wording."""
        return self.pool.submit(raw)

    def add_evidence(self, evidence: Evidence) -> bool:
        """Keep proof of a fault until a block carries it; True when it is new; raises Invalid."""
        return self._app.add_evidence(evidence)

    async def run(self, work: Callable[[], T]) -> T:
        """Run something that takes long beside the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self._workers, work)
