"""A connection: views, many of them at once, and accounts that share it."""

import asyncio

import pytest

from client import Client
from client.errors import AnswerInvalid, NodeUnreachable, RequestFailed
from client.kit.records import recover
from client.modules.compute import ORDER_TOTAL
from client.modules.model_fees import Farewell
from client.modules.shared import Paused
from client.modules.token import BALANCE_OF
from tests.client.fake_node import CHAIN_ID, HASTE

ACCOUNT = "0x" + "22" * 20


def word(number: int) -> str:
    """A number as a view answers it."""
    return "0x" + number.to_bytes(32, "big").hex()


def test_a_view_is_read_at_a_height_or_at_the_newest_block(play):
    """The node is asked for just that."""

    async def story(client, node):
        heights = []
        node.answers["eth_call"] = lambda call, height: heights.append(height) or word(9)
        assert 9 == await client.compute.order_total()
        assert 9 == await client.compute.at(4).order_total()
        assert ["latest", "0x4"] == heights

    play(story)


def test_many_views_are_of_one_block_and_refusals_stand_in_their_places(play):
    """One that is refused does not take the others with it; other failures are raised."""

    async def story(client, node):
        heights = set()

        def answer(call, height):
            heights.add(height)
            if call["data"].startswith("0x" + BALANCE_OF.selector.hex()):
                raise RequestFailed(3, "execution reverted", "0x" + Paused().encode().hex())
            return word(len(node.asked))

        node.answers["eth_call"] = answer
        total = client.compute.reading(ORDER_TOTAL)
        reads = [total, client.token.reading(BALANCE_OF, ACCOUNT), *[total] * 120]
        found = await client.read_many(reads)
        assert isinstance(found[1], Paused)
        assert 121 == sum(isinstance(item, int) for item in found)
        assert {"0x1"} == heights
        node.answers["eth_call"] = lambda *_: "0x01"
        with pytest.raises(AnswerInvalid):
            await client.read_many([total])

    play(story)


def test_accounts_share_a_connection_and_sign_for_its_chain(play):
    """A message's signature is of whoever the client acts as."""

    async def story(client, node):
        other, message = client.using(b"\x33" * 32), Farewell(1, 2, 3)
        assert client.transport is other.transport
        assert other.address == recover(message.digest(CHAIN_ID), other.sign(message))
        assert client.address != other.address

    play(story)


def test_a_node_that_is_not_there_is_said_not_to_be():
    """And nothing is left open."""

    async def main() -> None:
        with pytest.raises(NodeUnreachable, match="no node answers"):
            await Client.connect("http://127.0.0.1:1", settings=HASTE)

    asyncio.run(main())
