"""Who serves light blocks, honestly or not, for the tests of the client."""

from collections.abc import Sequence
from itertools import count

from chain.light.block import LightBlock
from chain.types.primitives import Height
from consensus.light.errors import HeightUnavailable


class ChainProvider:
    """Serves a chain; counts what it is asked; `answers` overrides single heights."""

    _number = count()

    def __init__(self, blocks: Sequence[LightBlock], name: str = "") -> None:
        self.blocks, self._name = list(blocks), name or f"provider{next(self._number)}"
        self.asked: list[int | None] = []
        self.answers: dict[int | None, LightBlock | Exception] = {}

    @property
    def name(self) -> str:
        """What people call it."""
        return self._name

    async def light_block(self, height: Height | None) -> LightBlock:
        """The block of a height, the newest for None."""
        self.asked.append(height)
        answer = self.answers.get(height)
        if isinstance(answer, Exception):
            raise answer
        if answer is not None:
            return answer
        if height is None:
            return self.blocks[-1]
        if height >= len(self.blocks):
            raise HeightUnavailable(self.name, height)
        return self.blocks[height]
