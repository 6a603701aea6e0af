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


def test_blocks_are_given_to_each_in_turn(tmp_path: Path) -> None:
    """Requests of several peers are answered one by one, with the block or a no."""
    node = home(tmp_path)
    play(node.run(3))

    async def story() -> list[tuple[str, Message]]:
        posts = Posts()
        server = BlockServer(node.chain, posts, ManualClock(), SyncConfig())
        for height in (1, 2):
            assert server.ask("a", Height(height))
        assert server.ask("b", Height(99))
        running = asyncio.ensure_future(server.run())
        while len(posts.sent) < 3:
            await asyncio.sleep(0)
        running.cancel()
        return posts.sent

    first, second, third = asyncio.run(story())
    certificates, blocks = node.chain.certificates, node.chain.blocks
    assert ("a", CertifiedBlock(certificates[0], blocks[0])) == first
    assert ("b", NoBlock(Height(99))) == second
    assert ("a", CertifiedBlock(certificates[1], blocks[1])) == third


def test_a_peer_that_asks_for_too_much_is_not_answered(tmp_path: Path) -> None:
    """A burst, then so many a second; others are not touched by it."""

    async def story() -> None:
        clock = ManualClock()
        config = SyncConfig(served_per_second=10, served_burst=4)
        server = BlockServer(home(tmp_path).chain, Posts(), clock, config)
        assert [True] * 4 + [False] == [server.ask("a", Height(1)) for _ in range(5)]
        assert server.ask("b", Height(1))
        await clock.advance_ms(200)
        assert [True] * 2 + [False] == [server.ask("a", Height(1)) for _ in range(3)]
        await clock.advance_ms(3_600_000)
        assert [True] * 4 + [False] == [server.ask("a", Height(1)) for _ in range(5)]

    asyncio.run(story())


def test_requests_that_wait_are_bounded(tmp_path: Path) -> None:
    """A slow disk does not pile up requests."""

    async def story() -> None:
        config = SyncConfig(served_burst=10**6)
        server = BlockServer(home(tmp_path).chain, Posts(), ManualClock(), config)
        taken = [server.ask("a", Height(1)) for _ in range(2 * REQUESTS_WAITING_MAX)]
        assert REQUESTS_WAITING_MAX == sum(taken)

    asyncio.run(story())
