"""Where light blocks come from: a node over JSON-RPC, a peer, or a test."""

from typing import Protocol

from chain.light.block import LightBlock
from chain.light.errors import BlockInconsistent
from chain.types.primitives import Height


class Provider(Protocol):
    """One source of light blocks; nothing that it says is believed."""

    @property
    def name(self) -> str:
        """What people call it, for messages."""
        ...

    async def light_block(self, height: Height | None) -> LightBlock:
        """
        Return the block of a height, the newest for None.

        Ends in bounded time. Raises HeightUnavailable, ProviderFailed, and Malformed for what is
        no light block.
        """
        ...


async def fetch(provider: Provider, height: Height) -> LightBlock:
    """Return the block of a height; raises BlockInconsistent where another one is sent."""
    block = await provider.light_block(height)
    if block.height != height:
        raise BlockInconsistent(height, f"height {height}", str(block.height))
    return block
