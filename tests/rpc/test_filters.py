"""Filters nobody polls, and filters that fill up."""

import asyncio

import pytest

from chain.codec import decode_transaction
from chain.types.primitives import Gas
from chain.types.transaction import CheckedTransaction
from rpc.config import RpcLimits
from rpc.errors import NotFound
from rpc.filters import Filters
from rpc.lookup import Lookup
from rpc.news import News
from rpc.work import LongWork
from tests.rpc.stage import ACCOUNTS, STRANGER, StageBackend


def test_idle_filters_are_dropped() -> None:
    """Five minutes without a poll end a filter; every poll starts the time anew."""
    backend = StageBackend()
    now_s = 0.0
    filters = Filters(
        backend, RpcLimits(), Lookup(backend), News(backend), LongWork(backend, 9), lambda: now_s
    )
    polled, forgotten = filters.add_blocks(), filters.add_blocks()
    now_s = 200.0
    asyncio.run(filters.changes(polled))
    now_s = 301.0
    assert [] == asyncio.run(filters.changes(polled))
    with pytest.raises(NotFound):
        asyncio.run(filters.changes(forgotten))
    assert 1 == len(filters)
    backend.close()


def test_a_full_pending_filter_loses_the_oldest() -> None:
    """What waits for a client that does not poll is bounded."""
    backend = StageBackend()
    news = News(backend)
    filters = Filters(
        backend, RpcLimits(pending_hashes_max=2), Lookup(backend), news, LongWork(backend, 9)
    )
    name = filters.add_pending(whole=False)
    raws = [backend.sign(0, STRANGER, nonce=nonce) for nonce in range(3)]
    transactions = [decode_transaction(raw) for raw in raws]
    for transaction in transactions:
        checked = CheckedTransaction(transaction, ACCOUNTS[0], Gas(0), Gas(0))
        filters._on_arrival(checked)
    expected = ["0x" + transaction.hash.hex() for transaction in transactions[1:]]
    assert expected == asyncio.run(filters.changes(name))
    backend.close()
