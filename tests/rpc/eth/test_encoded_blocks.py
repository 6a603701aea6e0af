"""Blocks as JSON, encoded once."""

from typing import Any

import orjson
import pytest

from rpc.eth import encoded_blocks
from rpc.eth.encoded_blocks import EncodedBlocks
from rpc.records import show_block
from tests.rpc.stage import COUNTER, StageBackend


def read(fragment: orjson.Fragment) -> Any:
    """Return what an encoded item says."""
    return orjson.loads(orjson.dumps(fragment))


def test_a_block_is_encoded_once_in_each_of_its_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same bytes come back, with transactions and without, as show_block has them."""
    backend, encoded, shown = StageBackend(), EncodedBlocks(), list[tuple[int, bool]]()

    def count(block: Any, with_transactions: bool) -> Any:
        shown.append((block.header.height, with_transactions))
        return show_block(block, with_transactions)

    monkeypatch.setattr(encoded_blocks, "show_block", count)
    backend.send(0, COUNTER)
    block = backend.make_block()
    for is_whole in (True, False, True, False):
        assert show_block(block, is_whole) == read(encoded.show(block, is_whole))
    assert [(1, True), (1, False)] == shown
    backend.close()


def test_what_is_kept_is_bounded() -> None:
    """The block that was asked for longest ago goes first, and is encoded anew when asked for."""
    backend = StageBackend()
    blocks = [backend.make_block() for _ in range(4)]
    size = len(orjson.dumps(show_block(blocks[0], False)))
    encoded = EncodedBlocks(bytes_max=2 * size + size // 2)
    for block in (blocks[0], blocks[1], blocks[0], blocks[2]):
        encoded.show(block, False)
    assert [blocks[0].header.hash, blocks[2].header.hash] == [key for key, _ in encoded._kept]
    assert encoded._size_bytes <= 2 * size + size // 2
    assert show_block(blocks[1], False) == read(encoded.show(blocks[1], False))
    backend.close()


def test_a_block_larger_than_all_that_is_kept_is_answered() -> None:
    """It is encoded and let go at once."""
    backend, encoded = StageBackend(), EncodedBlocks(bytes_max=1)
    block = backend.make_block()
    assert show_block(block, False) == read(encoded.show(block, False))
    assert (0, 0) == (len(encoded._kept), encoded._size_bytes)
    backend.close()
