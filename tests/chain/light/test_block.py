"""A light block's parts belong together, or it is refused by name."""

from dataclasses import replace

import pytest

from chain.codec import seal_header
from chain.light.block import LightBlock, check_consistent
from chain.light.errors import BlockInconsistent
from chain.types.certificate import BlockId
from chain.types.primitives import Height, Milliseconds
from tests.chain.light.stage import START_MS, grow, members

SET, OTHER = members({0: 10, 1: 10, 2: 10}), members({3: 10})
CHAIN = grow([SET] * 4)
GENESIS, BLOCK = CHAIN[0], CHAIN[2]
COMMIT = BLOCK.commit
assert COMMIT is not None


def test_blocks_of_a_chain_are_consistent() -> None:
    """Genesis without a certificate, and every block above it with one."""
    for block in CHAIN:
        check_consistent(block)


def test_time_is_the_certificate_s_and_at_genesis_the_header_s() -> None:
    """Milliseconds come from what was signed."""
    assert (START_MS, START_MS + 3_000) == (GENESIS.time_ms, BLOCK.time_ms)


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (replace(BLOCK, next_validators=OTHER), "next validators' hash"),
        (replace(BLOCK, commit=replace(COMMIT, validators=OTHER)), "validators' hash"),
        (replace(BLOCK, commit=replace(COMMIT, parent=GENESIS.header)), "parent's hash"),
        (replace(BLOCK, commit=CHAIN[3].commit), "parent's hash"),
        (replace(BLOCK, commit=None), "a certificate"),
        (replace(GENESIS, commit=COMMIT), "without certificate"),
        (
            replace(
                BLOCK,
                commit=replace(COMMIT, certificate=replace(COMMIT.certificate, height=Height(3))),
            ),
            "certificate of height",
        ),
        (
            replace(
                BLOCK,
                commit=replace(
                    COMMIT,
                    certificate=replace(
                        COMMIT.certificate,
                        block_id=BlockId(CHAIN[1].hash, BLOCK.time_ms),
                    ),
                ),
            ),
            "certificate of hash",
        ),
        (
            replace(
                BLOCK,
                commit=replace(
                    COMMIT,
                    certificate=replace(
                        COMMIT.certificate,
                        block_id=BlockId(BLOCK.hash, Milliseconds(BLOCK.time_ms + 1_000)),
                    ),
                ),
            ),
            "time in seconds",
        ),
    ],
)
def test_a_part_of_another_block_is_refused(broken: LightBlock, words: str) -> None:
    """Each part that is swapped is named, with what was expected and found."""
    with pytest.raises(BlockInconsistent, match=words):
        check_consistent(broken)


def test_a_header_does_not_follow_a_parent_of_another_height() -> None:
    """A header whose number is not its parent's plus one is refused."""
    header = seal_header(replace(BLOCK.header, height=Height(7)))
    certificate = replace(
        COMMIT.certificate, height=Height(7), block_id=BlockId(header.hash, BLOCK.time_ms)
    )
    jumped = LightBlock(header, SET, replace(COMMIT, certificate=certificate))
    with pytest.raises(BlockInconsistent, match="parent's height 6"):
        check_consistent(jumped)
