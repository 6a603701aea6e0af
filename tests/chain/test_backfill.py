"""Indexes of an older database are filled downwards, a few blocks with each commit."""

import logging

from chain import backfill
from chain.backfill import FILLED_BLOCKS
from chain.store import schema
from chain.store.appearances import AppearanceIndex
from chain.store.index import ANY_KIND, EVENT_KIND, LogIndex
from chain.store.memory import MemoryStore
from tests.chain.stage import Chain
from tests.chain.test_ledger import busy_block


def make_older(store):
    """Turn a database into one of before events, "any log" and the numbers of logs."""
    entries = list(store.iterate(schema.LOG, schema.LOG + b"\xff" * 42))
    new = (schema.LOG + bytes((EVENT_KIND,)), schema.LOG + bytes((ANY_KIND,)))
    store.write([(key, None if key.startswith(new) else b"") for key, _ in entries], sync=False)
    version = (schema.SCHEMA_VERSION_KEY, schema.encode_height(2))
    store.write([(schema.LOGS_FROM_KEY, None), version], sync=False)


def emitter_and_topic(chain):
    """Return an address and a first topic of a log of the head."""
    logs = [log for receipt in chain.head.receipts for log in receipt.logs]
    return logs[-1].address, logs[-1].topics[0]


def test_an_older_database_answers_at_once_and_is_filled_while_it_works():
    """The same heights before, meanwhile and after; in the end each entry is as if new."""
    store = MemoryStore()
    chain = Chain(store)
    for _ in range(FILLED_BLOCKS + 3):
        busy_block(chain)
    address, topic = emitter_and_topic(chain)
    before = dict(store.iterate(schema.LOG, schema.LOG + b"\xff" * 42))
    make_older(store)

    def found():
        return [match.height for match in chain.ledger.logs_with([address], [[topic]], 1, 11)]

    assert list(range(1, 12)) == found()
    busy_block(chain)
    assert chain.ledger._logs.complete_from() == 4
    assert list(range(1, 12)) == found()
    busy_block(chain)
    assert chain.ledger._logs.complete_from() == 1
    assert list(range(1, 12)) == found()
    after = dict(store.iterate(schema.LOG, schema.LOG + b"\xff" * 42))
    assert before.items() <= after.items()
    matches = chain.ledger.logs_with([address], [[topic]], 1, 13)
    assert all(match.indexes for match in matches)


def test_filling_goes_on_below_a_head_that_was_rolled_back():
    """Blocks that are not there any more are not looked for."""
    store = MemoryStore()
    chain = Chain(store)
    for _ in range(3):
        busy_block(chain)
    store.write(LogIndex(store).begin_at(9), sync=False)
    busy_block(chain)
    assert LogIndex(store).complete_from() == 1


def test_what_is_complete_is_left_alone():
    """A new chain has all indexes from its genesis on, and nothing is written again."""
    store = MemoryStore()
    chain = Chain(store)
    busy_block(chain)
    indexes = (LogIndex(store), AppearanceIndex(store))
    assert [0, 0] == [index.complete_from() for index in indexes]


def test_the_operator_reads_how_far_it_is(monkeypatch, caplog):
    """One line where it begins, one every so many blocks, one where it ends."""
    monkeypatch.setattr(backfill, "TOLD_BLOCKS", 10)
    caplog.set_level(logging.INFO, "chain.backfill")
    store = MemoryStore()
    chain = Chain(store)
    for _ in range(21):
        chain.block()
    make_older(store)
    for _ in range(3):
        chain.block()
    assert [
        "index of logs: complete from block 14 on, 13 below remain",
        "index of logs: complete from block 6 on, 5 below remain",
        "index of logs: complete, from block 1 on",
    ] == [record.getMessage() for record in caplog.records]


def test_older_software_is_kept_from_what_this_one_wrote():
    """A database of the version before opens as it is, and is a new one with the first commit."""
    store = MemoryStore()
    chain = Chain(store)
    busy_block(chain)
    make_older(store)
    again = Chain(store)
    assert schema.encode_height(2) == store.get(schema.SCHEMA_VERSION_KEY)
    again.block()
    assert schema.encode_height(schema.SCHEMA_VERSION) == store.get(schema.SCHEMA_VERSION_KEY)
