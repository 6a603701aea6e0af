"""Filters and the search, against the definition written out."""

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain.errors import Malformed
from chain.types.primitives import Address, Hash32
from chain.types.receipt import Log
from rpc.config import RpcLimits
from rpc.errors import InvalidParams, LimitExceeded
from rpc.logs import LogFilter, logs_of, search, search_page

ADDRESSES = [Address(bytes([n]) * 20) for n in range(3)]
TOPICS = [Hash32(bytes([n]) * 32) for n in range(3)]
LOGS = st.builds(
    Log,
    st.sampled_from(ADDRESSES),
    st.lists(st.sampled_from(TOPICS), max_size=4).map(tuple),
    st.just(b""),
)
FILTERS = st.builds(
    LogFilter,
    st.lists(st.sampled_from(ADDRESSES), max_size=2).map(tuple),
    st.lists(st.lists(st.sampled_from(TOPICS), max_size=2).map(tuple), max_size=4).map(tuple),
)


def block_of(height: int, receipts: list[list[Log]]) -> Any:
    """Return as much of a block as the search looks at."""
    return SimpleNamespace(
        receipts=[SimpleNamespace(logs=tuple(logs)) for logs in receipts], height=height
    )


class Chain:
    """Blocks by height, with an index that excludes nothing."""

    def __init__(self, blocks: list[list[list[Log]]]) -> None:
        self.blocks = [block_of(height, receipts) for height, receipts in enumerate(blocks)]

    def heights_with(self, addresses: Any, topics: Any, first: int, last: int) -> Any:
        """Every height: the index may name too many, never too few."""
        return iter(range(first, min(last, len(self.blocks) - 1) + 1))

    def block(self, height: int) -> Any:
        """The block at a height."""
        return self.blocks[height]


@given(LOGS, FILTERS)
def test_matching_is_the_definition(log: Log, wanted: LogFilter) -> None:
    """An address of the list, and at each position one of its topics or anything."""
    is_address = not wanted.addresses or log.address in wanted.addresses
    are_topics = len(log.topics) >= len(wanted.topics) and all(
        not position or log.topics[index] in position
        for index, position in enumerate(wanted.topics)
    )
    assert (is_address and are_topics) == wanted.matches(log)


BLOCKS = st.lists(st.lists(st.lists(LOGS, max_size=3), max_size=3), min_size=1, max_size=6)


@given(BLOCKS, FILTERS, st.integers(1, 6), st.integers(1, 4))
def test_pages_together_are_the_whole(
    blocks: Any, wanted: LogFilter, logs_max: int, log_blocks_max: int
) -> None:
    """However small the pages, each log comes once and in order, and every page moves on."""
    chain: Any = Chain(blocks)
    limits = RpcLimits(logs_max=logs_max, log_blocks_max=log_blocks_max)
    last, first, pages = len(blocks) - 1, 0, []
    while first <= last:
        found, reached = search_page(chain, wanted, first, last, limits)
        assert reached >= first
        pages += found
        first = reached + 1
    every = [item for block in chain.blocks for item in logs_of(block)]
    assert [item for item in every if wanted.matches(item.log)] == pages


@given(BLOCKS, st.integers(1, 6))
def test_the_suggested_range_works(blocks: Any, logs_max: int) -> None:
    """Whatever range the error names is answered without an error."""
    chain: Any = Chain(blocks)
    limits, last = RpcLimits(logs_max=logs_max, log_blocks_max=4), len(blocks) - 1
    try:
        search(chain, LogFilter(), 0, last, limits)
    except (LimitExceeded, InvalidParams) as refused:
        advice = refused.message.rpartition(" ")[2]
        first, shorter = (int(number, 16) for number in advice.split("-"))
        assert (0, True) == (first, shorter < last)
        try:
            search(chain, LogFilter(), first, shorter, limits)
        except LimitExceeded:
            assert isinstance(refused, InvalidParams)  # first too wide, then too much


def test_the_index_of_a_log_counts_the_whole_block() -> None:
    """Not its receipt's logs."""
    log = Log(ADDRESSES[0], (), b"")
    found = list(logs_of(block_of(1, [[log, log], [], [log]])))
    assert [(0, 0), (0, 1), (2, 2)] == [(f.transaction_index, f.index) for f in found]


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        [],
        {"topics": [[[]]]},
        {"topics": [5]},
        {"topics": [None] * 5},
        {"address": [None]},
        {"address": {}},
        {"blockHash": "0x12"},
        {"fromBlock": "now"},
    ],
)
def test_filters_are_read_strictly(wrong: Any) -> None:
    """What is no filter is refused, not ignored."""
    with pytest.raises(Malformed):
        LogFilter.decode(wrong)
