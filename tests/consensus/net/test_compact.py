"""Payloads told by the hashes of their transactions."""

import pytest
from eth_hash.auto import keccak

from chain.errors import Malformed
from chain.types.primitives import Hash32
from consensus.net.compact import TRANSACTIONS_MAX, CompactFill, CompactPayload, compacted
from tests.consensus.net.stage import ToyPayloads, ToyPool, transactions

CODEC = ToyPayloads()
ROOT = Hash32(b"\x07" * 32)
RAWS = transactions(50)
PAYLOAD = CODEC.join(b"head", RAWS)


def told() -> CompactPayload:
    """The sample payload, compact."""
    compact = compacted(ROOT, PAYLOAD, CODEC)
    assert compact is not None
    return compact


def test_a_full_pool_makes_the_payload_at_once() -> None:
    """Where every transaction is held, nothing is missing and the same bytes come out."""
    fill = CompactFill(told(), len(PAYLOAD), CODEC, ToyPool().put(*RAWS))
    assert fill.missing() == []
    assert fill.joined() == PAYLOAD


def test_what_lacks_is_named_and_filled() -> None:
    """Missing transactions are named by their place and taken one by one."""
    fill = CompactFill(told(), len(PAYLOAD), CODEC, ToyPool().put(*RAWS[3:]))
    assert fill.missing() == [0, 1, 2]
    for index in (2, 0, 1, 1):
        fill.add(index, RAWS[index])
    assert fill.joined() == PAYLOAD


@pytest.mark.parametrize(("index", "raw"), [(0, b"other"), (50, RAWS[0]), (-1, RAWS[49])])
def test_a_wrong_transaction_is_refused(index: int, raw: bytes) -> None:
    """Only the transaction of a place's hash is taken for it."""
    fill = CompactFill(told(), len(PAYLOAD), CODEC, ToyPool())
    with pytest.raises(Malformed):
        fill.add(index, raw)
    assert len(fill.missing()) == 50


@pytest.mark.parametrize("raws", [[], transactions(5, 32), transactions(TRANSACTIONS_MAX + 1, 200)])
def test_compact_only_where_it_saves(raws: list[bytes]) -> None:
    """No transactions, tiny ones, or too many to name in a message: parts are better."""
    assert compacted(ROOT, CODEC.join(b"head" * 100, raws), CODEC) is None


def test_one_large_transaction_named_often_takes_no_memory() -> None:
    """A few kilobytes of hashes of one held transaction must not become gigabytes."""
    large = bytes(100_000)
    known = Hash32(keccak(large))
    with pytest.raises(Malformed, match="twice"):
        CompactFill(CompactPayload(ROOT, b"", (known,) * 999), 2**23, CODEC, ToyPool().put(large))
    with pytest.raises(Malformed, match="fit into 1000 bytes"):
        CompactFill(CompactPayload(ROOT, b"", (known,)), 1_000, CODEC, ToyPool().put(large))
