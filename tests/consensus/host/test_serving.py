"""Peers that lag are given blocks, at a pace."""

import asyncio
from pathlib import Path

from chain.types.primitives import Height
from consensus.host.clock import ManualClock
from consensus.host.config import SyncConfig
from consensus.host.network import CertifiedBlock, LoopbackNetwork, Message, NoBlock
from consensus.host.serving import REQUESTS_WAITING_MAX, BlockServer
from tests.consensus.stage import home, play


class Posts(LoopbackNetwork):
    """Keeps what is sent."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, Message]] = []

    async def send(self, peer: str, message: Message) -> None:
        """Note it."""
        self.sent.append((peer, message))


async def answers(posts: Posts, count: int) -> list[tuple[str, Message]]:
    """Wait until so many answers are out."""
    while len(posts.sent) < count:
        await asyncio.sleep(0)
    return posts.sent


def test_requests_are_answered_with_the_block_or_a_no(tmp_path: Path) -> None:
    """A peer gets what is there, and a clear word where nothing is."""
    node = home(tmp_path)
    play(node.run(3))

    async def story() -> list[tuple[str, Message]]:
        posts = Posts()
        server = BlockServer(node.chain, posts, ManualClock(), SyncConfig())
        running = asyncio.ensure_future(server.run())
        await asyncio.sleep(0)
        for peer, height in (("a", 1), ("b", 99), ("a", 2)):
            assert server.ask(peer, Height(height))
        sent = await answers(posts, 3)
        running.cancel()
        return sent

    first, second, third = asyncio.run(story())
    certificates, blocks = node.chain.certificates, node.chain.blocks
    assert ("a", CertifiedBlock(certificates[0], blocks[0])) == first
    assert ("b", NoBlock(Height(99))) == second
    assert ("a", CertifiedBlock(certificates[1], blocks[1])) == third


def test_a_peer_that_asks_fast_is_answered_at_its_pace(tmp_path: Path) -> None:
    """A burst at once, then so many a second; others are not touched by it."""

    async def story() -> None:
        clock, posts = ManualClock(), Posts()
        config = SyncConfig(served_per_second=10, served_burst=4)
        server = BlockServer(home(tmp_path).chain, posts, clock, config)
        running = asyncio.ensure_future(server.run())
        for height in range(8):
            assert server.ask("greedy", Height(height))
        assert server.ask("modest", Height(50))
        await answers(posts, 5)
        await asyncio.sleep(0)
        expected = [("greedy", NoBlock(Height(h))) for h in range(4)]
        assert [*expected, ("modest", NoBlock(Height(50)))] == posts.sent
        await clock.advance_ms(200)
        assert 7 == len(await answers(posts, 7))
        await clock.advance_ms(3_600_000)
        for height in range(4):
            server.ask("greedy", Height(height))
        await answers(posts, 13)
        running.cancel()

    asyncio.run(story())


def test_requests_that_wait_are_bounded(tmp_path: Path) -> None:
    """A slow disk does not pile up requests."""
    server = BlockServer(home(tmp_path).chain, Posts(), ManualClock(), SyncConfig())
    taken = [server.ask("a", Height(1)) for _ in range(2 * REQUESTS_WAITING_MAX)]
    assert REQUESTS_WAITING_MAX == sum(taken)
    assert server.ask("b", Height(1))
