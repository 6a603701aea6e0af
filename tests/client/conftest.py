"""What tests of the client have in common: a node that answers as it is told."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from client import Client
from tests.client.fake_node import HASTE, KEY, FakeNode, serving

Play = Callable[[Callable[[Client, FakeNode], Awaitable[None]]], None]


@pytest.fixture
def play() -> Play:
    """Run a story of a client with a key and the fake node that it talks to."""

    def run(story: Callable[[Client, FakeNode], Awaitable[None]]) -> None:
        async def main() -> None:
            async with (
                serving(FakeNode()) as node,
                await Client.connect(node.url, KEY, settings=HASTE) as client,
            ):
                await story(client, node)

        asyncio.run(main())

    return run
