"""Events: each once, in order, over lost connections and from wherever somebody stopped."""

from itertools import count

import pytest

from client.errors import AnswerInvalid, ArgumentInvalid, RequestFailed
from client.logs import Query, RawLog, find
from client.modules.token import Approval, Token, Transfer

OWNER, TARGET = "0x" + "11" * 20, "0x" + "22" * 20


def transfer(height: int, index: int, value: int) -> dict[str, object]:
    """A node's log of a transfer."""
    words = [
        Transfer.topic(),
        *(bytes.fromhex(who[2:]).rjust(32, b"\0") for who in (OWNER, TARGET)),
    ]
    return {
        "address": Token.ADDRESS,
        "topics": ["0x" + word.hex() for word in words],
        "data": "0x" + value.to_bytes(32, "big").hex(),
        "blockNumber": hex(height),
        "logIndex": hex(index),
        "transactionHash": "0x" + "ab" * 32,
    }


def fill(node, blocks: int, per_block: int = 2) -> None:
    """Put transfers of 0, 1, 2 ... into blocks."""
    numbers = count()
    node.height = blocks
    node.logs = [
        transfer(height, index, next(numbers))
        for height in range(1, blocks + 1)
        for index in range(per_block)
    ]


def test_events_are_told_once_and_in_order_over_lost_connections(play):
    """Whatever breaks in between, the numbers come in a row."""

    async def story(client, node):
        fill(node, 30)
        node.fault_of["eth_getLogs"] = ["lost", "drop", "drop", "drop", "drop", "drop", "busy"]
        stream, seen = client.token.events(Transfer, from_height=1), []
        async for item in stream:
            seen.append(item.event.value)
            if len(seen) in (7, 20):
                node.fault_of["eth_blockNumber"] = ["drop"] * 9
            if len(seen) == 40:
                node.logs += [transfer(31, 0, 60)]
                node.height = 31
            if len(seen) == 61:
                break
        await stream.aclose()
        assert list(range(61)) == seen

    play(story)


def test_a_place_that_was_kept_goes_on_right_behind(play):
    """In the middle of a block too."""

    async def story(client, node):
        fill(node, 5)
        stream = client.token.events(Transfer, from_height=1)
        places = [(await anext(stream)).place for _ in range(3)]
        await stream.aclose()
        assert [(1, 0), (1, 1), (2, 0)] == places
        again = client.token.events(Transfer, after=places[-1])
        assert 3 == (await anext(again)).event.value
        await again.aclose()

    play(story)


def test_what_is_too_much_at_once_is_asked_for_in_halves(play):
    """A node's limit costs requests, no logs; one block that is too much is told."""

    async def story(client, node):
        fill(node, 40)
        node.log_blocks_max = 3
        found = await client.past_events(Transfer, from_height=1)
        assert list(range(80)) == [item.event.value for item in found]
        node.log_blocks_max = 0
        with pytest.raises(RequestFailed, match="more than this node gives"):
            await find(client.transport, Query.of([Transfer], None, None), 1, 1)

    play(story)


def test_filters_name_indexed_fields_of_one_kind():
    """What a node cannot filter by is refused before it is asked."""
    query = Query.of([Transfer], Token.ADDRESS, {"to": TARGET})
    topics = query.filter(1, 2)["topics"]
    assert [None, "0x" + TARGET[2:].rjust(64, "0")] == topics[1:]
    with pytest.raises(ArgumentInvalid, match="indexed by from_, to"):
        Query.of([Transfer], None, {"value": 3})
    with pytest.raises(ArgumentInvalid, match="one kind"):
        Query.of([Transfer, Approval], None, {"to": TARGET})
    with pytest.raises(ArgumentInvalid, match="name the kinds"):
        Query.of([], None, None)


def test_other_logs_are_passed_over_and_wrong_ones_told():
    """A log of another kind is none of ours; one that lies about its kind is the node's fault."""
    kinds = {Transfer.topic(): Transfer}
    raw = RawLog.read(transfer(1, 0, 5))
    assert raw.decoded(kinds) is not None
    assert RawLog.read({**transfer(1, 0, 5), "topics": []}).decoded(kinds) is None
    with pytest.raises(AnswerInvalid):
        RawLog.read({**transfer(1, 0, 5), "data": "0x01"}).decoded(kinds)
    with pytest.raises(AnswerInvalid, match="topics"):
        RawLog.read({**transfer(1, 0, 5), "topics": None})
