"""Blocks of the tests' Kumiai chain as light blocks, as a node would serve them."""

from bridge.endpoint import AnswerInvalid
from chain.light.block import Commit, LightBlock
from chain.types.certificate import BlockId, Certificate
from chain.types.primitives import Height, Milliseconds, Round
from tests.bridge.kumiai import Block, Kumiai, set_of


def light(block: Block, following: object) -> LightBlock:
    """Return a block that all of its validators signed."""
    signers = [validator.address for validator in block.validators]
    rows = block.signatures(signers, None)
    signatures = tuple(
        (who, r + s + bytes([v])) for who, (r, s, v, *_) in zip(sorted(signers), rows, strict=True)
    )
    block_id = BlockId(block.header.hash, Milliseconds(block.time_ms))
    certificate = Certificate(block.height, Round(0), block_id, signatures)
    commit = Commit(block.parent, block.validators, certificate)
    return LightBlock(block.header, following, commit)  # type: ignore[arg-type]


class Source:
    """Light blocks of a chain whose validators are replaced one by one."""

    def __init__(self, blocks: int, every: int = 1, members: int = 4, start: int = 0) -> None:
        self.chain = Kumiai(set_of(range(start, start + members)), 1_700_000_000)
        self.blocks: dict[int, LightBlock] = {}
        self.asked: list[int] = []
        for number in range(1, blocks + 1):
            first = start + number // every
            following = set_of(range(first, first + members))
            block = self.chain.block(1, following)
            self.blocks[block.height] = light(block, following)

    @property
    def heights(self) -> list[Height]:
        """All heights, in order."""
        return [Height(height) for height in sorted(self.blocks)]

    async def __call__(self, height: Height) -> LightBlock:
        """Return a block; raises AnswerInvalid where there is none."""
        self.asked.append(height)
        if height not in self.blocks:
            raise AnswerInvalid("no such block")
        return self.blocks[height]
