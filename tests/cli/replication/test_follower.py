"""A follower keeps up, comes back, and stops at the first lie."""

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from chain.replication.delta import record_at
from chain.replication.record import decode_record, encode_record
from chain.store.memory import MemoryStore
from chain.types.primitives import Hash32, Height, Milliseconds
from cli.replication.client import SourceGone, SourceStatus, Told
from cli.replication.follower import LAG_BLOCKS_MAX, WAIT_MS_MAX, Follower, WrongSource
from tests.chain.replication.stage import busy_block, content
from tests.chain.stage import CHAIN_ID, Chain


class Scripted:
    """A source over a chain in memory that answers as a test says."""

    address = "source:9090"

    def __init__(self, chain: Chain, history: Callable[[bytes], bytes] = bytes) -> None:
        self.chain, self.change = chain, history
        self.is_gone = False
        self.asked: list[int] = []
        self.genesis_hash, self.chain_id = chain.ledger.genesis_hash, CHAIN_ID

    async def status(self) -> SourceStatus:
        """Say where the chain stands."""
        if self.is_gone:
            raise SourceGone("source:9090 does not answer: UNAVAILABLE")
        return SourceStatus(self.chain_id, self.genesis_hash, self.chain.head.header.height)

    async def follow(self, height: Height) -> AsyncIterator[Told]:
        """Tell every block that is there, then end."""
        self.asked.append(height)
        head = self.chain.head.header.height
        for at in range(height, head + 1):
            yield Told(self.change(record_at(self.chain.ledger, at) or b""), head)
        raise SourceGone("source:9090 ended the stream")

    async def broadcast(self, raw: bytes) -> Hash32:
        """Take nothing."""
        raise NotImplementedError


class Hurried:
    """A clock whose sleeps end at once, and the test after some of them."""

    def __init__(self, naps: int, wake: Callable[[int], None] = lambda nap: None) -> None:
        self.slept: list[int] = []
        self._naps, self._wake = naps, wake

    def now_ms(self) -> Milliseconds:
        """Return no time at all."""
        return Milliseconds(0)

    async def sleep_ms(self, span_ms: Milliseconds) -> None:
        """Note the span; the last one ends the story."""
        self.slept.append(span_ms)
        if len(self.slept) >= self._naps:
            raise asyncio.CancelledError
        self._wake(len(self.slept))
        await asyncio.sleep(0)


def followed(replica: Chain, source: Scripted, clock: Any) -> Follower:
    """Run a follower until its clock or a lie ends it."""

    async def story() -> Follower:
        with ThreadPoolExecutor(1) as writer:
            follower = Follower(replica.app, writer, source, clock)
            try:
                await follower.run()
            except asyncio.CancelledError:
                return follower
        raise AssertionError("a follower ends only by being told to")

    return asyncio.run(story())


def test_a_follower_catches_up_and_asks_for_what_comes_next():
    """After each end of the stream it goes on from its own head, whatever happened between."""
    chain, replica = Chain(MemoryStore()), Chain(MemoryStore())
    for _ in range(3):
        busy_block(chain)
    source = Scripted(chain)
    follower = followed(replica, source, Hurried(3, lambda nap: busy_block(chain)))
    assert source.asked == [1, 4, 5]
    assert content(replica.store) == content(chain.store)
    assert (follower.height, follower.source_height, follower.lag_blocks) == (5, 5, 0)


def test_a_source_that_is_gone_is_asked_less_and_less_often():
    """Waits double up to the longest, begin anew after a block came, and reads go on."""
    chain, replica = Chain(MemoryStore()), Chain(MemoryStore())
    busy_block(chain)
    source = Scripted(chain)
    source.is_gone = True

    def wake(nap: int) -> None:
        source.is_gone = nap != 8

    clock = Hurried(10, wake)
    follower = followed(replica, source, clock)
    assert clock.slept == [200, 400, 800, 1_600, 3_200, 6_400, WAIT_MS_MAX, WAIT_MS_MAX, 200, 400]
    assert (replica.head.header.hash, False) == (chain.head.header.hash, follower.is_connected)
    assert follower.is_behind, "nobody says how far the chain is"


def test_lag_is_what_the_source_has_more():
    """A few blocks on the way are no lag worth telling clients."""
    replica = Chain(MemoryStore())
    with ThreadPoolExecutor(1) as writer:
        follower = Follower(replica.app, writer, Scripted(Chain()), Hurried(1))
        follower.is_connected = True
        for missing in range(LAG_BLOCKS_MAX + 2):
            follower.source_height = Height(missing)
            expected = (missing, missing > LAG_BLOCKS_MAX)
            assert expected == (follower.lag_blocks, follower.is_behind)


def test_a_record_without_a_delta_is_executed():
    """What the source has forgotten the replica works out, to the same last bit."""
    chain, replica = Chain(MemoryStore()), Chain(MemoryStore())
    for _ in range(3):
        busy_block(chain)

    def forget(encoded: bytes) -> bytes:
        record = decode_record(encoded)
        return encode_record(
            replace(record, delta=None if record.certificate.height < 3 else record.delta)
        )

    followed(replica, Scripted(chain, forget), Hurried(1))
    assert content(replica.store) == content(chain.store)


def test_a_lie_ends_the_replica_with_one_line_and_is_not_written():
    """Whether the block is verified or executed: the message names the source."""
    chain = Chain(MemoryStore())
    for _ in range(2):
        busy_block(chain)

    def steal(encoded: bytes) -> bytes:
        record = decode_record(encoded)
        return encode_record(replace(record, receipts=record.receipts[1:]))

    def forge(encoded: bytes) -> bytes:
        record = decode_record(encoded)
        commit = replace(record.certificate, signatures=())
        return encode_record(replace(record, certificate=commit, delta=None))

    for lie, said in (
        (steal, "receipts root"),
        (forge, "more than two thirds"),
        (lambda encoded: encoded[:-1], "rlp"),
        (lambda encoded: b"", "rlp"),
    ):
        replica = Chain(MemoryStore())
        before = content(replica.store)
        with pytest.raises(WrongSource, match=said) as refused:
            followed(replica, Scripted(chain, lie), Hurried(1))
        assert str(refused.value).startswith("the source source:9090 is refused: ")
        assert "\n" not in str(refused.value)
        assert before == content(replica.store)


def test_another_chain_is_refused_before_anything_is_asked():
    """Its genesis or its chain id is another."""
    for field, value in (("genesis_hash", Hash32(b"\1" * 32)), ("chain_id", 7)):
        source = Scripted(Chain(MemoryStore()))
        setattr(source, field, value)
        with pytest.raises(WrongSource, match="expected, found"):
            followed(Chain(MemoryStore()), source, Hurried(1))
        assert source.asked == []


def test_a_source_below_the_replica_is_waited_for():
    """One that is itself catching up is no liar."""
    chain, behind = Chain(MemoryStore()), Chain(MemoryStore())
    busy_block(chain)
    source = Scripted(behind)
    clock = Hurried(2, lambda nap: behind.follow(chain))
    follower = followed(chain, source, clock)
    assert source.asked == [2]
    assert follower.height == 1
