"""What a replica reads of its source: records, and what it believes of them."""

from dataclasses import replace
from functools import cache

from chain.replication.record import Record, decode_record, encode_record
from chain.replication.verification import verify_record
from chain.store.memory import MemoryStore
from tests.chain.replication.stage import busy_block, follow, record_of
from tests.chain.stage import Chain
from tests.fuzz.target import Target


@cache
def staged() -> tuple[Chain, Record]:
    """Return a replica, and the true record of the block that follows upon its head."""
    source, replica = Chain(MemoryStore()), Chain(MemoryStore())
    busy_block(source)
    follow(replica, source)
    busy_block(source)
    return replica, record_of(source, 2)


def fuzz_record(data: bytes) -> None:
    """A record has one encoding."""
    assert encode_record(decode_record(data)) == data


def fuzz_believed(data: bytes) -> None:
    """Whatever a replica believes is the block that was decided, and leaves its state."""
    record = decode_record(data)
    replica, truth = staged()
    if record.delta is None:
        return
    found = verify_record(replica.rules, replica.ledger, record)
    assert found.hash == truth.certificate.block_id.hash
    assert found.prepared.state_root == found.block.header.state_root


_TRUTH = staged()[1]
_SAMPLES = [encode_record(_TRUTH), encode_record(replace(_TRUTH, delta=None))]
TARGETS = {
    "record": Target(fuzz_record, _SAMPLES),
    "record_believed": Target(fuzz_believed, _SAMPLES[:1]),
}
