"""
The core of one height and its log, kept in step: what moves the one is written into the other.

    Input -> Journal.feed -> Driver.apply -> effects, in order
                        |-> Wal, durable after `sync`
"""

from collections import deque

from chain.types.primitives import Height, Milliseconds
from consensus.core.driver import Driver
from consensus.core.effects import Effect
from consensus.core.inputs import Input, ProposalReceived, VoteReceived
from consensus.host.app import ChainStatus
from consensus.host.records import Record, encode_record
from consensus.host.surroundings import Surroundings


class Journal:
    """Feeds the core of the height after `parent`; `effects` wait to be performed."""

    def __init__(self, around: Surroundings, parent: ChainStatus) -> None:
        self._around = around
        self.parent = parent
        self.height = Height(parent.height + 1)
        self.driver = Driver(self.height, parent.validators, around.signer.address)
        self.effects: deque[Effect] = deque()

    def feed(self, happened: Input, received_ms: Milliseconds | None = None) -> None:
        """
        Into the core, then the log: an input that the core refuses leaves no trace.

        `received_ms` is when it arrived, now where None. Raises MessageRefused.
        """
        known = self._is_known(happened)
        self._apply(happened)
        self.write(happened)
        now_ms = self._around.clock.now_ms() if received_ms is None else received_ms
        match happened:
            case VoteReceived(vote) if not known:
                self._around.observer.on_vote(vote, now_ms)
            case ProposalReceived(message, timely) if not known:
                self._around.observer.on_proposal(message, timely, now_ms)

    def replay(self, happened: Input) -> None:
        """Into the core only: it comes from the log."""
        self._apply(happened)

    def write(self, record: Record) -> None:
        """Add to the log; in memory until `sync`."""
        self._around.wal.append(encode_record(record))

    async def sync(self) -> None:
        """Make everything written so far durable."""
        self._around.fail_point("wal.before_sync")
        await self._around.durably(self._around.wal.sync)
        self._around.fail_point("wal.after_sync")

    def _apply(self, happened: Input) -> None:
        before = (self.driver.state.round, self.driver.state.step)
        self.effects.extend(self.driver.apply(happened))
        state = self.driver.state
        if (state.round, state.step) != before:
            self._around.observer.on_step(state, self._around.clock.now_ms())

    def _is_known(self, happened: Input) -> bool:
        match happened:
            case VoteReceived(vote):
                return self.driver.votes.holds(vote)
            case ProposalReceived(message):
                return self.driver.proposals.holds(message)
        return False
