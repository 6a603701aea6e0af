"""A source and a replica of one chain in memory, for the tests of what travels between them."""

from typing import Any

from chain.kit.module import method_named
from chain.replication.delta import record_at
from chain.replication.record import Record, decode_record
from chain.replication.verification import verify_record
from chain.store import schema
from chain.store.history import changed_keys
from chain.store.kv import KeyValueStore
from chain.types.primitives import Address
from modules.staking.module import Staking
from tests.chain.stage import COIN_WEI, VALIDATOR, Chain

DELEGATE = method_named(Staking, "delegate").encode_call(VALIDATOR)
TARGET = Address(b"\x77" * 20)
# Creates a contract of the one byte 1 and writes slot 0.
CREATION = b"\x60\x05\x5f\x55\x60\x01\x5f\x53\x60\x01\x5f\xf3"


def busy_block(chain: Chain) -> None:
    """Make a block with a payment, a call of a module and a creation with storage."""
    chain.send(0, TARGET, 1, gas=21_000)
    chain.send(1, Staking.address, COIN_WEI, DELEGATE)
    chain.send(2, None, 0, CREATION, gas=200_000)
    chain.block()


def record_of(source: Chain, height: int) -> Record:
    """Return what a source tells of a block, over the wire."""
    encoded = record_at(source.ledger, height)
    assert encoded is not None, height
    return decode_record(encoded)


def adopt(replica: Chain, record: Record) -> None:
    """Let a replica verify a record and write it."""
    executed = verify_record(replica.rules, replica.ledger, record)
    replica.app.adopt(executed, record.certificate)


def follow(replica: Chain, source: Chain) -> None:
    """Let a replica catch up by records alone."""
    for height in range(replica.head.header.height + 1, source.head.header.height + 1):
        adopt(replica, record_of(source, height))


def content(store: KeyValueStore) -> dict[bytes, Any]:
    """Return everything that a database holds; keys that a block changed have no order."""
    found: dict[bytes, Any] = dict(store.iterate(b"\x00", b"\xff"))
    for key in found:
        if key[:1] == schema.CHANGED:
            found[key] = set(changed_keys(store, schema.decode_height(key[1:])))
    return found
