"""
An imported chain in memory: its blocks, receipts and every state since block 0.

    genesis.json -> ImportedChain --add(PastBlock)--> executed, compared, kept --> ChainView
"""

from collections.abc import Iterator, Sequence

from chain.codec import is_in_bloom
from chain.errors import HeaderInvalid, Malformed, StateUnavailable
from chain.execution import Rules
from chain.fees import compute_base_fee_wei
from chain.found_logs import FoundLog, logs_of
from chain.kit.assembly import Assembly
from chain.replay import NotReplayable, Replay
from chain.store.appearances import AppearanceIndex
from chain.store.index import LogMatch
from chain.store.memory import MemoryStore
from chain.store.sketch import StateSketch, sketch_of
from chain.store.state import AccountProof, StateStore
from chain.types.block import CommittedBlock
from chain.types.past import PastBlock
from chain.types.primitives import Address, Hash32, Height, Milliseconds, Seconds, Wei
from chain.types.state import StateReader
from chain.types.validators import ValidatorSet
from chain.vm.frames import Traced, Tracer
from chain.vm.overlay import TracedWorld
from chain.vm.tracing import trace_transaction
from chain.vm.world import BlockEnvironment, Watch, World
from cli.conformance.execution import PastExecution, environment_of_past
from cli.conformance.genesis import PastGenesis
from cli.conformance.schedule import admission_of, machine_of

BLOCK_SPACING_S = 10  # seconds to the block that is to come


class ImportedChain:
    """Blocks and states of a chain from elsewhere, as the servers see them."""

    def __init__(self, genesis: PastGenesis) -> None:
        self.genesis = genesis
        self._store = MemoryStore()
        self._states = StateStore(self._store)
        self._blocks: list[CommittedBlock] = []
        self._heights: dict[Hash32, Height] = {}
        self._places: dict[Hash32, tuple[Height, int]] = {}
        self.appearances = AppearanceIndex(self._store)
        prepared = self._states.prepare(Height(0), genesis.state)
        self._store.write([*prepared.writes, *self.appearances.begin_at(Height(0))], sync=False)
        self._states.committed(prepared)
        self._keep(
            CommittedBlock(PastBlock(genesis.header(prepared.state_root), (), None), (), (), None)
        )

    def add(self, block: PastBlock) -> None:
        """
        Execute the next block and keep it.

        Raises Malformed where it does not follow the head, TransactionInvalid and HeaderInvalid
        where its execution is not what its header says.
        """
        header, parent = block.header, self.head.header
        if header.parent_hash != parent.hash:
            raise Malformed(
                f"block {header.height}: parent 0x{parent.hash.hex()} expected, "
                f"found 0x{header.parent_hash.hex()}"
            )
        execution = self._execute(block)
        execution.begin()
        senders = []
        for index in range(len(block.transactions)):
            checked = execution.check(index)
            senders.append(checked.sender)
            execution.apply(checked)
        prepared = self._states.prepare(header.height, execution.finish())
        if prepared.state_root != header.state_root:
            raise HeaderInvalid("state_root", prepared.state_root.hex(), header.state_root.hex())
        made = CommittedBlock(block, tuple(senders), tuple(execution.receipts), None)
        self._store.write([*prepared.writes, *self.appearances.writes(made)], sync=False)
        self._states.committed(prepared)
        self._keep(made)

    def _execute(self, block: PastBlock) -> PastExecution:
        height = block.header.height - 1
        reader = self._states.reader(Height(height))

        return PastExecution(
            self.genesis,
            block,
            reader,
            self._hash_at,
            lambda diff: self.sketch(height).apply(diff),
        )

    def _keep(self, block: CommittedBlock) -> None:
        height = block.header.height
        self._blocks.append(block)
        self._heights[block.header.hash] = height
        for index, transaction in enumerate(block.block.transactions):
            self._places[transaction.hash] = (height, index)

    def _hash_at(self, height: Height) -> Hash32:
        return self._blocks[height].header.hash

    # What rpc.backend.ChainView asks for.

    @property
    def head(self) -> CommittedBlock:
        """The newest block."""
        return self._blocks[-1]

    @property
    def oldest_state_height(self) -> Height:
        """The first: every state is kept."""
        return Height(0)

    def block(self, height: int) -> CommittedBlock | None:
        """Return the block at a height."""
        return self._blocks[height] if 0 <= height < len(self._blocks) else None

    def height_of(self, block_hash: Hash32) -> Height | None:
        """Return the height of the block with this hash."""
        return self._heights.get(block_hash)

    def locate(self, transaction_hash: Hash32) -> tuple[Height, int] | None:
        """Return the height and the index in the block of a transaction."""
        return self._places.get(transaction_hash)

    def state(self, height: int) -> StateReader:
        """Return the state after the block; raises StateUnavailable."""
        return self._states.reader(Height(height))

    def sketch(self, height: int) -> StateSketch:
        """Return a state to think on, upon the one after the block; raises StateUnavailable."""
        block = self.block(height)
        if block is None:
            raise StateUnavailable(Height(height), Height(0), self.head.header.height)
        return sketch_of(self._states, Height(height), block.header.state_root)

    def proof(self, address: Address, slots: Sequence[int], height: int) -> AccountProof:
        """Return EIP-1186's proof; raises StateUnavailable."""
        return self._states.proof(address, slots, Height(height))

    def logs_with(
        self,
        addresses: Sequence[Address],
        topics: Sequence[Sequence[Hash32]],
        first: int,
        last: int,
    ) -> Iterator[LogMatch]:
        """Yield, in order, the blocks whose blooms may match the filter."""
        wanted = [addresses, *topics]
        for block in self._blocks[first : last + 1]:
            bloom = block.header.logs_bloom
            if all(
                not entries or any(is_in_bloom(bloom, entry) for entry in entries)
                for entries in wanted
            ):
                yield LogMatch(block.header.height, None)

    def logs_at(self, match: LogMatch) -> list[FoundLog]:
        """Return every log of a block: blooms name none."""
        return list(logs_of(self._blocks[match.height]))

    def environment(self, height: int) -> BlockEnvironment:
        """Return what code saw as its block; one above the head is the block to come."""
        block = self.block(height)
        if block is not None:
            return environment_of_past(self.genesis, block.header, self._hash_at)
        return self._coming()

    def _coming(self) -> BlockEnvironment:
        """Return the block to come: the head's fields, with a new height, time and base fee."""
        head = self.head.header
        known = environment_of_past(self.genesis, head, self._hash_at)
        return BlockEnvironment(
            height=Height(head.height + 1),
            timestamp_s=Seconds(head.timestamp_s + BLOCK_SPACING_S),
            coinbase=head.coinbase,
            gas_limit=head.gas_limit,
            base_fee_per_gas_wei=self.next_base_fee_wei,
            chain_id=self.genesis.chain_id,
            parent_hash=head.hash,
            ancestor_hash=self._hash_at,
            blob_base_fee_wei=known.blob_base_fee_wei,
        )

    def replay(self, height: int, watch: Watch) -> Replay:
        """Execute a block once more; raises NotReplayable."""
        block = self.block(height)
        if height == 0:
            raise NotReplayable("genesis is not traceable")
        if block is None or not isinstance(block.block, PastBlock):
            raise NotReplayable(f"block #{height} not found")
        return PastReplay(self._execute(block.block), block, watch)

    def validators(self, height: int) -> ValidatorSet | None:
        """None: miners and the beacon chain decided these blocks."""
        return None

    @property
    def next_base_fee_wei(self) -> Wei:
        """The base fee of the block after the head."""
        head = self.head.header
        return compute_base_fee_wei(head.base_fee_per_gas_wei, head.gas_used, head.gas_limit)

    @property
    def head_time_ms(self) -> Milliseconds:
        """The time of the newest block, in milliseconds."""
        return Milliseconds(self.head.header.timestamp_s * 1_000)


class PastReplay(Replay):
    """A block of an imported chain, executed once more by its own fork's rules."""

    def __init__(self, execution: PastExecution, block: CommittedBlock, watch: Watch) -> None:
        self._past, self.block, self._next = execution, block, 0
        execution.begin()
        execution.world.watch = watch

    @property
    def world(self) -> World:
        """The state after what was executed so far."""
        return self._past.world

    @property
    def environment(self) -> BlockEnvironment:
        """What the code in the block sees of it."""
        return self._past.environment

    def skip(self) -> None:
        """Execute the next transaction as it was."""
        index = self._next
        self._next += 1
        self._past.apply(self._past.check(index, self.block.senders[index]))

    def trace(self, tracer: Tracer) -> tuple[Traced, TracedWorld]:
        """Execute the next transaction and tell the tracer; return also what it found and left."""
        index = self._next
        self._next += 1
        world = TracedWorld(self.world)
        checked = self._past.check(index, self.block.senders[index])
        traced = trace_transaction(world, checked, self.environment, self._past.machine, tracer)
        world.settle()
        return traced, world


def read_chain(genesis: PastGenesis, blocks: Sequence[PastBlock]) -> ImportedChain:
    """Return the chain with every block executed; raises as ImportedChain.add does."""
    chain = ImportedChain(genesis)
    for block in blocks:
        chain.add(block)
    return chain


def rules_of(chain: ImportedChain) -> Rules:
    """Return the rules of the newest block: no modules, its fork's machine."""
    fork = chain.genesis.schedule.of(chain.head.header)
    return Rules(chain.genesis.chain_id, machine_of(fork.name), Assembly(()), admission_of(fork))
