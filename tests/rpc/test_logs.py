"""Filters and the search, against the definition written out."""

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain.errors import Malformed
from chain.found_logs import logs_of
from chain.store.index import LogMatch
from chain.types.primitives import Address, Hash32, Height
from chain.types.receipt import Log
from rpc.config import RpcLimits
from rpc.errors import InvalidParams, LimitExceeded
from rpc.logs import LogFilter, matching, search, search_page

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
    header = SimpleNamespace(height=height, hash=bytes(32), timestamp_s=height)
    return SimpleNamespace(
        header=header,
        block=SimpleNamespace(transactions=[SimpleNamespace(hash=bytes(32))] * len(receipts)),
        receipts=[SimpleNamespace(logs=tuple(logs)) for logs in receipts],
    )


class Chain:
    """Blocks by height, with an index that knows all, or one that excludes nothing."""

    def __init__(self, blocks: list[list[list[Log]]], *, is_indexed: bool = True) -> None:
        self.blocks = [block_of(height, receipts) for height, receipts in enumerate(blocks)]
        self.is_indexed = is_indexed
        self.read: list[int] = []

    def logs_with(self, addresses: Any, topics: Any, first: int, last: int) -> Any:
        """What matches, or every height: an index may name too many blocks, never too few."""
        wanted = LogFilter(addresses, topics)
        for height in range(first, min(last, len(self.blocks) - 1) + 1):
            found = tuple(item.index for item in matching(self.blocks[height], wanted))
            if not self.is_indexed:
                yield LogMatch(Height(height), None)
            elif found:
                yield LogMatch(Height(height), found)

    def logs_at(self, match: LogMatch) -> Any:
        """The logs that were named, or all."""
        self.read.append(match.height)
        every = list(logs_of(self.blocks[match.height]))
        return every if match.indexes is None else [every[index] for index in match.indexes]


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


@given(BLOCKS, FILTERS, st.integers(1, 6), st.integers(1, 4), st.booleans())
def test_pages_together_are_the_whole(
    blocks: Any, wanted: LogFilter, logs_max: int, log_blocks_max: int, is_indexed: bool
) -> None:
    """However small the pages, each log comes once and in order, and every page moves on."""
    chain: Any = Chain(blocks, is_indexed=is_indexed)
    limits = RpcLimits(logs_max=logs_max, log_blocks_max=log_blocks_max)
    last, first, pages = len(blocks) - 1, 0, []
    while first <= last:
        found, reached = search_page(chain, wanted, first, last, limits)
        assert reached >= first
        pages += found
        first = reached + 1
    every = [item for block in chain.blocks for item in logs_of(block)]
    assert [item for item in every if wanted.matches(item.log)] == pages


@given(BLOCKS, FILTERS, st.integers(1, 6), st.integers(1, 4), st.booleans())
def test_the_suggested_range_works(
    blocks: Any, wanted: LogFilter, logs_max: int, log_blocks_max: int, is_indexed: bool
) -> None:
    """reth#23810: the range that an error names is shorter, and is answered at once."""
    chain: Any = Chain(blocks, is_indexed=is_indexed)
    limits = RpcLimits(logs_max=logs_max, log_blocks_max=log_blocks_max)
    last = len(blocks) - 1
    try:
        search(chain, wanted, 0, last, limits)
    except (LimitExceeded, InvalidParams) as refused:
        advice = refused.message.rpartition(" ")[2]
        first, shorter = (int(number, 16) for number in advice.split("-"))
        assert (0, True) == (first, shorter < last)
        search(chain, wanted, first, shorter, limits)


def test_too_many_results_are_refused_without_reading_a_block() -> None:
    """The index counts them: -32005 costs no block, an answer only the blocks that match."""
    log, other = Log(ADDRESSES[0], (), b""), Log(ADDRESSES[1], (), b"")
    chain: Any = Chain([[[log]], [[other]], [[log, log]]])
    wanted = LogFilter((ADDRESSES[0],))
    with pytest.raises(LimitExceeded, match="max results 2, retry with the range 0x0-0x1$") as it:
        search(chain, wanted, 0, 2, RpcLimits(logs_max=2))
    assert (-32005, []) == (it.value.code, chain.read)
    with pytest.raises(InvalidParams, match="max block range 2, retry with the range 0x0-0x1$"):
        search(chain, wanted, 0, 2, RpcLimits(log_blocks_max=2))
    assert [] == chain.read
    assert 3 == len(search(chain, wanted, 0, 2, RpcLimits(logs_max=3)))
    assert [0, 2] == chain.read


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
