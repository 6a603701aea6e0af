"""Blocks: each once and in order, and waiting that ends."""

import pytest

from client.errors import NotFound, NotReached


def test_blocks_come_once_and_in_order_over_lost_connections(play):
    """Those that are there, then those to come."""

    async def story(client, node):
        node.height = 3
        node.fault_of["eth_getBlockByNumber"] = ["drop"] * 20
        stream, seen = client.blocks(1), []
        async for block in stream:
            seen.append(block.height)
            if block.height == 3:
                node.height = 5
            if block.height == 5:
                break
        await stream.aclose()
        assert [1, 2, 3, 4, 5] == seen

    play(story)


def test_without_a_height_the_next_block_is_the_first(play):
    """What was before is not told."""

    async def story(client, node):
        node.height = 8
        stream = client.blocks()
        node.answers["eth_blockNumber"] = lambda: hex(8)
        node.height = 9
        assert 9 == (await anext(stream)).height
        await stream.aclose()

    play(story)


def test_a_block_that_is_not_there_is_said_not_to_be(play):
    """It is no answer that makes no sense."""

    async def story(client, node):
        assert 1_001 == (await client.block()).time_s
        with pytest.raises(NotFound, match="0x63"):
            await client.block(99)

    play(story)


def test_until_looks_after_each_new_block_and_gives_up_in_time(play):
    """It asks once a block, not all the time, and says what it waited for."""

    async def story(client, node):
        looks = []

        async def look():
            looks.append(node.height)
            node.height += len(looks) < 4
            return len(looks)

        assert 3 == await client.until(look, lambda count: count == 3, 5, "three looks")
        with pytest.raises(NotReached, match="a hundred looks"):
            await client.until(look, lambda count: count == 100, 0.05, "a hundred looks")
        assert [1, 2, 3, 4] == looks, "one look a block"

    play(story)
