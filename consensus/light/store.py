"""
What a light client trusts, kept for the next time: the newest blocks that it verified, and the
lowest, from which it began: so the hash that a person gave can be compared after any time.

    LightBlock --save--> <directory>/00000000000000000042.rlp --get--> LightBlock

A file is written aside, synced and renamed, so it is whole or not there. What is read back was
verified once; whoever can write into the directory can as well replace the program.
"""

from collections import OrderedDict
from pathlib import Path
from typing import Final, Protocol

from chain.errors import Malformed, StoreCorrupt, StoreFailed
from chain.light.block import LightBlock
from chain.light.codec import LIGHT_BLOCK_BYTES_MAX, decode_light_block, encode_light_block
from chain.types.primitives import Height
from consensus.host.disk import replace_file

TRUSTED_BLOCKS_MAX: Final = 1_000  # blocks that are kept; at most 51 MB, mostly about 2 MB
SUFFIX: Final = ".rlp"
HEIGHT_DIGITS: Final = 20  # decimal digits of 2**64


class TrustedStore(Protocol):
    """Verified blocks by height, bounded in number: the lowest stays, those above it go first."""

    def heights(self) -> tuple[Height, ...]:
        """Return the heights that are there, rising."""
        ...

    def get(self, height: Height) -> LightBlock | None:
        """Return the block of a height."""
        ...

    def save(self, block: LightBlock) -> None:
        """Keep a verified block."""
        ...


class MemoryTrustedStore:
    """A store that ends with the process."""

    def __init__(self, blocks_max: int = TRUSTED_BLOCKS_MAX) -> None:
        self._blocks: OrderedDict[Height, LightBlock] = OrderedDict()
        self._blocks_max = blocks_max

    def heights(self) -> tuple[Height, ...]:
        """Return the heights that are there, rising."""
        return tuple(sorted(self._blocks))

    def get(self, height: Height) -> LightBlock | None:
        """Return the block of a height."""
        return self._blocks.get(height)

    def save(self, block: LightBlock) -> None:
        """Keep a verified block."""
        self._blocks[block.height] = block
        while len(self._blocks) > self._blocks_max:
            del self._blocks[self.heights()[1]]


class FileTrustedStore:
    """
    A store in a directory of its own, a file a block.

    Raises StoreFailed where the disk refuses, StoreCorrupt where a file is not what was written.
    """

    def __init__(self, directory: Path, blocks_max: int = TRUSTED_BLOCKS_MAX) -> None:
        self._directory, self._blocks_max = directory, blocks_max
        try:
            directory.mkdir(mode=0o700, parents=True, exist_ok=True)
            names = [path.name for path in directory.iterdir()]
        except OSError as cause:
            raise StoreFailed(f"cannot open {directory}: {cause.strerror}") from cause
        self._heights = sorted(h for name in names if (h := _height_of(name)) is not None)

    def heights(self) -> tuple[Height, ...]:
        """Return the heights that are there, rising."""
        return tuple(self._heights)

    def get(self, height: Height) -> LightBlock | None:
        """Return the block of a height; raises StoreCorrupt and StoreFailed."""
        if height not in self._heights:
            return None
        path = self._path(height)
        try:
            with path.open("rb") as file:
                block = decode_light_block(file.read(LIGHT_BLOCK_BYTES_MAX + 1))
        except OSError as cause:
            raise StoreFailed(f"cannot read {path}: {cause.strerror}") from cause
        except Malformed as cause:
            raise StoreCorrupt(f"{path} is damaged, remove it: {cause}") from cause
        if block.height != height:
            raise StoreCorrupt(f"{path} is damaged, remove it: it holds block {block.height}")
        return block

    def save(self, block: LightBlock) -> None:
        """Keep a verified block; when this returns it is on the disk. Raises StoreFailed."""
        try:
            replace_file(self._path(block.height), encode_light_block(block))
            self._heights = sorted({*self._heights, block.height})
            while len(self._heights) > self._blocks_max:
                self._path(self._heights.pop(1)).unlink(missing_ok=True)
        except OSError as cause:
            raise StoreFailed(f"cannot write {self._directory}: {cause.strerror}") from cause

    def _path(self, height: Height) -> Path:
        return self._directory / f"{height:0{HEIGHT_DIGITS}d}{SUFFIX}"


def _height_of(name: str) -> Height | None:
    """Return the height that a file's name gives, None for other files."""
    digits = name.removesuffix(SUFFIX)
    if digits == name or len(digits) != HEIGHT_DIGITS or not digits.isdecimal():
        return None
    return Height(int(digits))
