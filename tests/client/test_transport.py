"""Requests: repeated where that is safe, bounded, and with errors that say whose fault it was."""

import pytest

from client.errors import AnswerInvalid, ArgumentInvalid, NodeBusy, NodeUnreachable, RequestFailed
from client.transport import Transport
from tests.client.fake_node import HASTE


@pytest.mark.parametrize("fault", ["drop", "lost", "busy"])
def test_a_request_is_repeated_until_the_node_answers(play, fault):
    """Lost connections and a busy node cost time, no answers."""

    async def story(client, node):
        node.faults = [fault] * (HASTE.attempts_max - 1)
        assert 1 == await client.height()

    play(story)


def test_attempts_are_bounded(play):
    """A node that stays silent, or busy, ends in an error that says so."""

    async def story(client, node):
        node.faults = ["drop"] * HASTE.attempts_max
        with pytest.raises(NodeUnreachable, match="no node answers"):
            await client.height()
        node.faults = ["busy"] * HASTE.attempts_max
        with pytest.raises(NodeBusy, match="429"):
            await client.height()
        assert 1 == await client.height()

    play(story)


def test_an_answer_that_is_an_error_is_not_repeated(play):
    """What a node says no to, it says no to again."""

    async def story(client, node):
        def refuse(*_):
            raise RequestFailed(-32602, "missing value")

        node.answers["eth_blockNumber"] = refuse
        node.asked.clear()
        with pytest.raises(RequestFailed, match="missing value") as failure:
            await client.height()
        assert -32602 == failure.value.code
        assert ["eth_blockNumber"] == node.asked

    play(story)


def test_what_is_no_answer_of_a_node_is_said_to_be_none(play):
    """A web page, or a number that is none, is the node's fault and says what came."""

    async def story(client, node):
        node.faults = ["noise"]
        with pytest.raises(AnswerInvalid, match="html"):
            await client.height()
        node.answers["eth_blockNumber"] = lambda: 12
        with pytest.raises(AnswerInvalid, match="found 12"):
            await client.height()

    play(story)


def test_an_answer_has_a_bound(play):
    """A node cannot fill a client's memory."""

    async def story(client, node):
        node.answers["eth_blockNumber"] = lambda: "0x" + "1" * (HASTE.answer_bytes_max + 1)
        with pytest.raises(AnswerInvalid, match="ask less"):
            await client.height()

    play(story)


def test_a_batch_answers_in_order_with_failures_in_their_places(play):
    """One method that fails does not take the others with it."""

    async def story(client, node):
        def refuse(*_):
            raise RequestFailed(3, "execution reverted")

        node.answers["eth_call"] = refuse
        requests = [("eth_blockNumber", []), ("eth_call", [{}]), ("eth_chainId", [])]
        first, second, third = await client.transport.call_many(requests)
        assert ("0x1", "0x4d") == (first, third)
        assert isinstance(second, RequestFailed)
        assert [] == await client.transport.call_many([])

    play(story)


@pytest.mark.parametrize("url", ["node:8545", "ftp://node", "http://"])
def test_a_url_is_checked_before_anything_is_sent(url):
    """The caller learns what was expected."""
    with pytest.raises(ArgumentInvalid, match="a URL like"):
        Transport(url, HASTE)
