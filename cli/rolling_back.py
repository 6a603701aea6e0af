"""
The last block of a stopped node, taken back: executed again at the next start, or forgotten.

    ledger head H --> log of H: the block, its certificate   (or nothing, with `hard`)
                 --> ledger at H - 1; at the next start consensus decides H from its log

The log is written first, so that a crash in between leaves a node that stands at H as before. Sign
states stay as they are: what was signed at H is never signed again with other words.
"""

from pathlib import Path

from chain.errors import Unavailable
from chain.ledger import Ledger
from chain.types.primitives import Height
from consensus.core.inputs import CertificateReceived
from consensus.host.records import BlockReceived, encode_record
from consensus.host.wal import Wal


def roll_back(ledger: Ledger, wal_dir: Path, *, hard: bool) -> None:
    """
    Remove the ledger's head and keep it in the log of its height, unless `hard`.

    Raises Unavailable for block 0, StateUnavailable where the state below is not kept.
    """
    height = ledger.head.header.height
    certificate, payload = ledger.certificate(height), ledger.payload(height)
    if certificate is None or payload is None:
        raise Unavailable("block 0 cannot be rolled back: it comes from the genesis file")
    wal = Wal(wal_dir)
    wal.path(Height(height)).unlink(missing_ok=True)
    if not hard:
        wal.open_height(Height(height))
        wal.append(encode_record(BlockReceived(certificate.block_id, payload)))
        wal.append(encode_record(CertificateReceived(certificate)))
        wal.close()
    ledger.rollback()
