"""
What the servers need of the node: one Protocol a concern, handed over by the composition root.

Everything here may be called from the event loop; what takes long says so and is awaited or run on
the thread that `run` offers.
"""

from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from chain.found_logs import FoundLog
from chain.kit.assembly import Assembly
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
from chain.vm.machine import Machine
from chain.vm.world import BlockEnvironment, Watch
from rpc.network_status import ConsensusStatus, PeerStatus
from rpc.soon import Soon

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class NodeStatus:
    """Where the node stands."""

    client_version: str  # "kumiai/0.1.0/linux/python3.11"
    chain_id: int
    genesis_hash: Hash32
    is_syncing: bool
    peer_count: int
    validator: Address | None  # whose votes this node signs
    target_height: Height | None = None  # how far catching up has to go, where it is known


class ChainView(Protocol):
    """Blocks and states that are final."""

    @property
    def head(self) -> CommittedBlock:
        """The newest block."""
        ...

    @property
    def oldest_state_height(self) -> Height:
        """The lowest height whose state is still kept."""
        ...

    def block(self, height: int) -> CommittedBlock | None:
        """Return the block at a height."""
        ...

    def height_of(self, block_hash: Hash32) -> Height | None:
        """Return the height of the block with this hash."""
        ...

    def locate(self, transaction_hash: Hash32) -> tuple[Height, int] | None:
        """Return the height and the index in the block of a final transaction."""
        ...

    def state(self, height: int) -> StateReader:
        """Return the state after the block; raises StateUnavailable outside the kept history."""
        ...

    def sketch(self, height: int) -> StateSketch:
        """Return a state to think on, upon the one after the block; raises StateUnavailable."""
        ...

    def proof(self, address: Address, slots: Sequence[int], height: int) -> AccountProof:
        """Return EIP-1186's proof; raises StateUnavailable."""
        ...

    def logs_with(
        self,
        addresses: Sequence[Address],
        topics: Sequence[Sequence[Hash32]],
        first: int,
        last: int,
    ) -> Iterator[LogMatch]:
        """Yield, in order, which logs of which blocks match the filter, by the log index."""
        ...

    def logs_at(self, match: LogMatch) -> list[FoundLog]:
        """Return the logs that a match names, or all of its block where it names none."""
        ...

    def environment(self, height: int) -> BlockEnvironment:
        """Return what code saw as its block; one above the head is the block to come."""
        ...

    @property
    def appearances(self) -> AppearanceIndex:
        """Where accounts appear; walking it takes as long as what is taken from it."""
        ...

    def replay(self, height: int, watch: Watch) -> Replay:
        """
        Execute a final block once more, up to its first transaction. Takes long.

        Raises NotReplayable and StateUnavailable; `watch` may end it at any time.
        """
        ...

    def validators(self, height: int) -> ValidatorSet | None:
        """Return the validator set that decided the block at this height."""
        ...

    @property
    def next_base_fee_wei(self) -> Wei:
        """The base fee of the block after the head."""
        ...

    @property
    def head_time_ms(self) -> Milliseconds:
        """The time of the newest block, in milliseconds."""
        ...


class Pool(Protocol):
    """Transactions that wait."""

    def submit(self, raw: bytes) -> Hash32:
        """Admit a signed transaction; raises Invalid with the field's wording."""
        ...

    def get(self, transaction_hash: Hash32) -> CheckedTransaction | None:
        """Return a waiting transaction."""
        ...

    def next_nonce(self, sender: Address) -> Nonce:
        """Return the nonce after the sender's executable transactions, waiting ones counted."""
        ...

    def content(
        self,
    ) -> tuple[
        Mapping[Address, Sequence[CheckedTransaction]],
        Mapping[Address, Sequence[CheckedTransaction]],
    ]:
        """Return pending and queued transactions by sender, each in the order of nonces."""
        ...

    @property
    def min_tip_wei(self) -> Wei:
        """The smallest tip per gas that is admitted."""
        ...

    def arrivals(self) -> AsyncIterator[CheckedTransaction]:
        """Yield transactions as they become pending; a slow reader loses the oldest."""
        ...


class Backend(Protocol):
    """The node as its servers see it."""

    chain: ChainView
    pool: Pool
    machine: Machine
    assembly: Assembly

    @property
    def status(self) -> NodeStatus:
        """Where the node stands."""
        ...

    def peers(self) -> tuple[PeerStatus, ...]:
        """Return what is known of each connection to another node, by identity."""
        ...

    def consensus(self) -> ConsensusStatus | None:
        """Return how far the height being decided is; None where this node decides none now."""
        ...

    def committed(self) -> AsyncIterator[CommittedBlock]:
        """Yield every block that becomes final from now on; ends with Overrun for slow readers."""
        ...

    def broadcast(self, raw: bytes) -> Soon[Hash32]:
        """
        Admit a signed transaction and return its hash: into the pool here, or where it waits.

        Raises Invalid with the field's wording; Unavailable where it cannot be handed on.
        """
        ...

    def add_evidence(self, evidence: Evidence) -> bool:
        """
        Keep proof of a fault until a block carries it; True when it is new. Takes long.

        Raises Invalid when it proves nothing, is too old, or its fault is committed already.
        """
        ...

    async def run(self, work: Callable[[], T]) -> T:
        """Run something that takes long (a call, a proof) beside the event loop."""
        ...
