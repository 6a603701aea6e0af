"""
One block after another, made when somebody says so.

    Application.propose --> KnownKeys.certify --> Application.commit --> ledger, pool, listeners

The same verbs that consensus calls, in the same order; only the agreement is between keys that are
all at hand. Everything here belongs to the one thread that executes.
"""

from chain.app import block_time_ms
from chain.types.block import CommittedBlock
from chain.types.primitives import Address, Height, Milliseconds
from cli.development.app import DevelopmentApplication
from cli.development.clock import DevelopmentClock
from cli.development.keys import KnownKeys


class BlockMaker:
    """Makes the next block of an application."""

    def __init__(
        self, app: DevelopmentApplication, keys: KnownKeys, clock: DevelopmentClock
    ) -> None:
        self.app, self.keys, self.clock = app, keys, clock
        self.coinbase: Address | None = None  # who gets the tips; None: the proposer

    def make(self) -> CommittedBlock:
        """Make one block of what waits, be it nothing; raises NoQuorum."""
        app, head = self.app, self.app.ledger.head
        height, validators = Height(head.header.height + 1), app.validators()
        proposer = self.keys.proposer(validators)
        app.proposer = self.coinbase or proposer
        time_ms = self.clock.next_block_ms(block_time_ms(head))
        block_id, _ = app.propose(height, time_ms, head.certificate)
        certificate = self.keys.certify(height, block_id, validators)
        app.set_base_fee_wei = None  # before the pool looks at the block after this one
        app.commit(certificate)
        app.proposer = proposer
        self.clock.took(time_ms)
        return app.ledger.head

    def make_waiting(self) -> None:
        """Make blocks until nothing is left that one would take."""
        while self.app.pool.has_executable():
            before = len(self.app.pool)
            self.make()
            if len(self.app.pool) >= before:
                return  # what waits does not fit a block: it keeps its place

    def make_many(
        self, blocks: int, first_s: int | None = None, interval_s: int | None = None
    ) -> None:
        """Make blocks: the first so many seconds after the head, the others after one another."""
        for index in range(blocks):
            span_s = interval_s if index else first_s
            if span_s is not None:
                last_ms = block_time_ms(self.app.ledger.head)
                self.clock.set_next(Milliseconds(last_ms + span_s * 1_000))
            self.make()
