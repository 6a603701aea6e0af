"""
After a crash: the log of a height is fed to the core again, and blocks are executed again.

    <height>.wal -> records -> Journal.replay -> effects, performed afterwards as far as they matter
"""

from chain.types.certificate import BlockId
from consensus.core.inputs import ProposedValue
from consensus.host.journal import Journal
from consensus.host.payloads import Judged, Payloads
from consensus.host.records import BlockReceived, EndHeight, decode_record
from consensus.host.surroundings import LogAheadOfChain, Surroundings, VerdictChanged


async def replay(around: Surroundings, journal: Journal, payloads: Payloads) -> list[Judged]:
    """
    Open the log of a height and feed it; return what the application says of its blocks.

    Blocks are executed again, so that the application has the results to commit. Raises
    VerdictChanged when it thinks otherwise than before, LogAheadOfChain when the log ends a
    height that the chain does not have.
    """
    verdicts: dict[BlockId, bool | None] = {}
    records = await around.durably(lambda: around.wal.open_height(journal.height))
    for data in records:
        match decode_record(data):
            case BlockReceived(block_id, payload):
                verdicts[block_id] = await payloads.verdict(block_id, payload)
                payloads.restore(block_id, payload)
            case EndHeight(height):
                raise LogAheadOfChain(
                    f"expected height {height} in the chain, because the log ends it; "
                    f"found the chain at {journal.parent.height}"
                )
            case ProposedValue(block_id, valid) as happened:
                if verdicts.get(block_id) is not valid:
                    raise VerdictChanged(
                        f"height {journal.height} block 0x{block_id.hash.hex()}: expected "
                        f"verdict {valid} as before, found {verdicts.get(block_id)}"
                    )
                journal.replay(happened)
            case happened:
                journal.replay(happened)
    return [Judged(block_id, verdict) for block_id, verdict in verdicts.items()]
