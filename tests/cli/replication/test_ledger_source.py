"""What a node tells replicas: its ledger's records, and its genesis file as it is."""

from pathlib import Path

import pytest

from chain.replication.delta import record_at
from chain.store.memory import MemoryStore
from chain.types.primitives import Height
from cli.replication import ledger_source
from cli.replication.ledger_source import KEPT_RECORDS, LedgerSource
from tests.chain.replication.stage import busy_block
from tests.chain.stage import Chain


def test_records_are_made_once_for_many_replicas(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The newest are kept encoded, and no more of them than that."""
    chain, made = Chain(MemoryStore()), []

    def counted(ledger, height):
        made.append(height)
        return record_at(ledger, height)

    monkeypatch.setattr(ledger_source, "record_at", counted)
    source = LedgerSource(chain.ledger, tmp_path / "genesis.json")
    for height in range(1, KEPT_RECORDS + 3):
        chain.block()
        expected = record_at(chain.ledger, height)
        assert [expected] * 3 == [source.record(Height(height)) for _ in range(3)]
    assert made == list(range(1, KEPT_RECORDS + 3))
    assert source.record(Height(1)) == record_at(chain.ledger, 1)
    assert made[-1] == 1
    assert source.record(Height(99)) is None


def test_large_records_are_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory is bounded by the number and by the size of what is kept."""
    monkeypatch.setattr(ledger_source, "KEPT_RECORD_BYTES_MAX", 100)
    chain = Chain(MemoryStore())
    busy_block(chain)
    source = LedgerSource(chain.ledger, tmp_path / "genesis.json")
    assert source.record(Height(1)) == record_at(chain.ledger, 1)
    assert not source._kept


def test_a_block_that_took_anothers_place_is_told(tmp_path: Path) -> None:
    """A development chain that went back tells its new block, not the one it had."""
    chain = Chain(MemoryStore())
    source = LedgerSource(chain.ledger, tmp_path / "genesis.json")
    chain.block()
    before = source.record(Height(1))
    chain.ledger.rollback()
    busy_block(chain)
    assert before != source.record(Height(1)) == record_at(chain.ledger, 1)


def test_the_genesis_file_is_told_as_it_is(tmp_path: Path) -> None:
    """Byte by byte: its hash is not the file's but the block's that it makes."""
    path = tmp_path / "genesis.json"
    path.write_bytes(b"{ }\n")
    assert LedgerSource(Chain().ledger, path).genesis() == b"{ }\n"
