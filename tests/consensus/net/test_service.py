"""Whole networks of a few nodes over real gRPC."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from consensus.host.network import Inbound, ProposedBlock
from consensus.net.gossip import GossipOptions
from consensus.net.parts import PART_BYTES
from tests.consensus.net.stage import matches, proposal, run, vote
from tests.consensus.net.wires import CONFIG, Running, dialling, key, until

BIG = b"".join(n.to_bytes(4, "big") for n in range(24 * PART_BYTES // 4)) + b"tail"
OPTIONS = GossipOptions(matches=matches)


class Pool:
    """Keeps what comes."""

    def __init__(self) -> None:
        self.held: dict[bytes, None] = {}

    def add(self, raw: bytes) -> bool:
        """Take it."""
        is_new = raw not in self.held
        self.held[raw] = None
        return is_new

    def waiting(self, count: int) -> Sequence[bytes]:
        """The first so many."""
        return list(self.held)[:count]


def test_votes_payloads_and_transactions_cross_the_wire() -> None:
    """Two whole nodes: a vote, a payload of 25 parts and a transaction arrive."""

    async def story() -> None:
        async with Running(0, options=OPTIONS, sink=(pool := Pool())) as a:
            config = dialling(CONFIG, a)
            async with Running(1, config, options=OPTIONS, sink=Pool()) as b:
                await until(lambda: a.transport.peers() and b.transport.peers())
                await b.gossip.broadcast(vote())
                assert await a.gossip.receive() == Inbound(vote(), key(1).identity)
                block = ProposedBlock(proposal(BIG), BIG)
                await b.gossip.broadcast(block)
                assert await a.gossip.receive() == Inbound(block, key(1).identity)
                assert b.transactions is not None
                b.transactions.announce(b"transaction")
                await until(lambda: list(pool.held) == [b"transaction"])

    run(story)


def test_a_killed_peer_is_redialled_by_itself() -> None:
    """A persistent peer that goes away and comes back on its port is connected again."""

    async def story() -> None:
        async with Running(0) as a:
            port, address = a.transport.port, a.transport.address
        config = replace(CONFIG, persistent_peers=(address,))
        async with Running(1, config) as b:
            await asyncio.sleep(0.7)
            assert b.transport.peers() == ()
            for _ in range(2):
                async with Running(0, replace(CONFIG, port=port)) as again:
                    await until(lambda: b.transport.peers() == (again.transport.identity,))
                await until(lambda: b.transport.peers() == ())

    run(story)


def test_peer_exchange_finds_a_third() -> None:
    """Two nodes that know only a common third find each other."""

    async def story() -> None:
        async with Running(0) as hub:
            config = dialling(CONFIG, hub)
            async with Running(1, config) as b, Running(2, config) as c:
                await until(lambda: c.transport.identity in b.transport.peers())
                assert set(c.transport.peers()) >= {b.transport.identity, hub.transport.identity}

    run(story)


def test_a_sentry_tells_nobody_of_its_validator() -> None:
    """Strangers learn of the sentry alone, and the validator speaks to its sentry alone."""

    async def story() -> None:
        validator = key(0).identity
        private = frozenset([validator])
        guarded = replace(CONFIG, private_peer_ids=private, unconditional_peer_ids=private)
        async with Running(1, guarded) as sentry:
            hidden = dialling(CONFIG, sentry, pex=False)
            async with (
                Running(0, hidden) as v,
                Running(2, dialling(CONFIG, sentry)) as stranger,
                Running(3, dialling(CONFIG, sentry)) as other,
            ):
                await until(lambda: other.transport.identity in stranger.transport.peers())
                await until(lambda: v.transport.peers())
                await asyncio.sleep(0.3)
                for outsider in (stranger, other):
                    known = {e.address.identity for e in outsider.book.entries()}
                    assert validator not in known
                    assert validator not in outsider.transport.peers()
                assert v.transport.peers() == (sentry.transport.identity,)
                assert sentry.is_private(validator)
                assert not sentry.is_private(other.transport.identity)
                await v.gossip.broadcast(vote())
                assert (await sentry.gossip.receive()).message == vote()

    run(story)


def test_the_address_book_is_kept_over_a_restart(tmp_path: Path) -> None:
    """A node that knew a peer finds it again without being told; bans are remembered."""

    async def story() -> None:
        path = tmp_path / "addresses.json"
        async with Running(0) as a:
            async with Running(1, dialling(CONFIG, a), book_path=path) as b:
                await until(lambda: b.transport.peers())
                b.book.answered(a.transport.address)
                b.scores.penalise(key(5).identity, 100)
            async with Running(1, book_path=path) as again:
                await until(lambda: again.transport.peers() == (a.transport.identity,))
                assert again.scores.is_banned(key(5).identity)

    run(story)
