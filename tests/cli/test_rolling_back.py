"""The last block of a stopped node, taken back."""

from pathlib import Path

import pytest

from chain.errors import Unavailable
from chain.types.primitives import Height
from cli.rolling_back import roll_back
from consensus.core.inputs import CertificateReceived
from consensus.host.records import BlockReceived, decode_record
from consensus.host.wal import Wal
from tests.chain.stage import Chain


def test_the_block_waits_in_the_log_of_its_height(tmp_path: Path) -> None:
    """The ledger stands one lower; the log holds the block and its certificate, nothing else."""
    chain = Chain()
    chain.block()
    last = chain.block()
    roll_back(chain.ledger, tmp_path, hard=False)
    assert 1 == chain.ledger.head.header.height
    block, certificate = map(decode_record, Wal(tmp_path).open_height(Height(2)))
    assert isinstance(block, BlockReceived) and isinstance(certificate, CertificateReceived)
    assert last.header.hash == block.block_id.hash == certificate.certificate.block_id.hash
    chain.app.validate(Height(2), block.block_id, block.payload)
    chain.app.commit(certificate.certificate)
    assert last.header == chain.ledger.head.header


def test_hard_forgets_the_block(tmp_path: Path) -> None:
    """With `hard` the height's log is gone, and others' logs stay."""
    chain = Chain()
    chain.block()
    for height in (1, 2):
        wal = Wal(tmp_path)
        wal.open_height(Height(height))
        wal.append(b"old")
        wal.close()
    roll_back(chain.ledger, tmp_path, hard=True)
    assert 0 == chain.ledger.head.header.height
    assert ["000000000002.wal"] == [path.name for path in tmp_path.iterdir()]


def test_block_0_stays(tmp_path: Path) -> None:
    """There is nothing below genesis to go back to, and the log is not touched."""
    chain = Chain()
    with pytest.raises(Unavailable, match="comes from the genesis file"):
        roll_back(chain.ledger, tmp_path, hard=False)
    assert [] == list(tmp_path.iterdir())
