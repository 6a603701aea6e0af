"""Logs with their places: the same from decoded blocks and from stored bytes."""

from itertools import accumulate
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chain import ledger as ledger_rules
from chain.codec import compute_bloom, encode_header, encode_receipt, keccak256, rlp
from chain.errors import StoreCorrupt, Unavailable
from chain.found_logs import logs_of, pick_logs
from chain.store.index import LogMatch
from chain.types.primitives import Height
from chain.types.receipt import Log, Receipt
from modules.staking.module import Staking
from tests.chain.codec.test_header import make
from tests.chain.stage import Chain
from tests.chain.test_ledger import TARGET, busy_block

WORDS = st.binary(min_size=32, max_size=32)
LOGS = st.builds(
    Log,
    st.binary(min_size=20, max_size=20),
    st.lists(WORDS, max_size=4).map(tuple),
    st.binary(max_size=80),
)
RECEIPTS = st.lists(st.tuples(st.sampled_from([0, 2]), st.lists(LOGS, max_size=3)), max_size=6)
HEADER = make()


def stored(receipts):
    """Return a block of receipts (type, logs), and its header, body and receipts as stored."""
    raws = [b"\x02transaction %d" % index for index in range(len(receipts))]
    decoded = [
        Receipt(kind, 1, 0, compute_bloom(logs), tuple(logs), 0, 0, None) for kind, logs in receipts
    ]
    block = SimpleNamespace(
        header=HEADER,
        receipts=decoded,
        block=SimpleNamespace(
            transactions=[SimpleNamespace(hash=keccak256(raw)) for raw in raws],
        ),
    )
    body = rlp.encode([raws, b"certificate"])
    encoded = rlp.encode([[encode_receipt(item), bytes(20), b"", b"", b""] for item in decoded])
    return block, encode_header(HEADER), body, encoded


@settings(deadline=None)
@given(RECEIPTS, st.data())
def test_picked_logs_are_those_of_the_block(receipts, draw):
    """Any choice of logs, in order, with transaction and places as the decoded block has them."""
    block, *raw = stored(receipts)
    every = list(logs_of(block))
    assert list(range(len(every))) == [found.index for found in every]
    ends = list(accumulate(len(logs) for _, logs in receipts))
    chosen = sorted(draw.draw(st.sets(st.sampled_from(range(len(every)))))) if every else []
    assert [every[index] for index in chosen] == pick_logs(*raw, ends, chosen)


def test_the_index_of_a_log_counts_the_whole_block():
    """Not its receipt's logs."""
    log = Log(bytes(20), (), b"")
    block, *_ = stored([(0, [log, log]), (0, []), (0, [log])])
    assert [(0, 0), (0, 1), (2, 2)] == [(f.transaction_index, f.index) for f in logs_of(block)]


def test_a_block_that_contradicts_the_index_is_corruption():
    """An index that knows of other transactions than the block has is told, not followed."""
    _, *raw = stored([(0, [Log(bytes(20), (), b"")])])
    with pytest.raises(StoreCorrupt, match="block 7: its transactions and its logs do not agree"):
        pick_logs(*raw, [1, 2], [0])


def test_a_ledger_finds_logs_and_forgets_those_of_a_block_rolled_back():
    """The index names the blocks that hold a log of an address, as long as they are there."""
    chain = Chain()
    chain.block()
    busy_block(chain)
    topics = chain.head.receipts[1].logs[0].topics
    (match,) = chain.ledger.logs_with([Staking.address], [[topics[0]]], 0, 9)
    assert 2 == match.height
    assert [] == list(chain.ledger.logs_with([TARGET], [], 0, 9))
    chain.ledger.rollback()
    assert [] == list(chain.ledger.logs_with([Staking.address], [[topics[0]]], 0, 9))


def test_logs_are_read_alike_from_memory_and_disk(monkeypatch):
    """A log picked out of stored bytes is the one of the decoded block, place and all."""
    monkeypatch.setattr(ledger_rules, "RECENT_BLOCKS_MAX", 1)
    chain = Chain()
    for _ in range(3):
        busy_block(chain)
    blocks = [chain.ledger.block(height) for height in (1, 2, 3)]
    expected = [found for block in blocks for found in logs_of(block)]
    matches = list(chain.ledger.logs_with([], [], 0, 9))
    reads = []
    monkeypatch.setattr(chain.ledger, "_read", reads.append)
    assert 3 == len(matches)
    assert expected == [found for match in matches for found in chain.ledger.logs_at(match)]
    one = LogMatch(Height(1), matches[0].indexes[-1:])
    assert expected[len(matches[0].indexes) - 1 :][:1] == chain.ledger.logs_at(one)
    assert [] == reads
    with pytest.raises(Unavailable, match="no block 9"):
        chain.ledger.logs_at(LogMatch(Height(9), None))
