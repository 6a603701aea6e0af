"""Files of blocks: what was written is read, what is not a block is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.codec import encode_header, keccak256, rlp
from chain.errors import ChainError, Malformed
from cli.conformance.decoding import decode_past_block, decode_past_header, split_blocks
from tests.cli.conformance.ground import Built, build, encode

SAMPLE = encode(build().blocks[4])  # with a blob and a withdrawal


def test_a_file_is_read_block_by_block(built: Built) -> None:
    """Every block comes back equal: header, transactions, uncles, withdrawals."""
    assert built.blocks == tuple(map(decode_past_block, split_blocks(built.rlp)))


def test_short_lists_are_split_too() -> None:
    """An item below 56 bytes announces its length in one byte."""
    assert [b"\xc0", b"\xc1\x01"] == list(split_blocks(b"\xc0\xc1\x01"))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\x01", "block at byte 0: an RLP list expected"),
        (b"\xc0\xc2\x01", "block at byte 1: ends at 4, the file at 3"),
        (b"\xf9\xff", "block at byte 0: ends at"),
    ],
)
def test_a_file_that_ends_early_is_refused(content: bytes, message: str) -> None:
    """The place of the broken block is told."""
    with pytest.raises(Malformed, match=message):
        list(split_blocks(content))


def test_headers_keep_their_forks_fields(built: Built) -> None:
    """The hash is that of the fields which are there; another number of them is no header."""
    for block in built.blocks:
        raw = encode_header(block.header)
        assert decode_past_header(rlp.decode(raw)).hash == keccak256(raw) == block.header.hash
    items = rlp.decode_list(encode_header(built.blocks[5].header), "header")
    with pytest.raises(Malformed, match="fields expected, found 19"):
        decode_past_header(items[:19])


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=64), st.integers(0, len(SAMPLE) - 1), st.integers(0, 255))
def test_whatever_comes_is_read_or_refused(noise: bytes, place: int, value: int) -> None:
    """Random bytes, and a block with one byte changed, end as a block or as a refusal."""
    spoiled = SAMPLE[:place] + bytes([value]) + SAMPLE[place + 1 :]
    for content in (noise, spoiled):
        try:
            for raw in split_blocks(content):
                decode_past_block(raw)
        except ChainError:
            continue
