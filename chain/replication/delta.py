"""
What a block changed, out of what the database remembers of before.

    c height -> keys     each key: value after the block --> StateDiff

Trie nodes are left out: they follow from the rest, and a replica computes them anyway to believe
the state root. Wiped storage is told word by word, as the history has it.
"""

from chain.errors import StateUnavailable
from chain.ledger import Ledger
from chain.replication.record import Record, encode_record
from chain.store import schema
from chain.store.account import decode_account
from chain.store.history import changed_keys, value_before
from chain.store.state import ViewReader
from chain.types.account import StateDiff
from chain.types.primitives import EMPTY_CODE_HASH, Address, Hash32, Height


def record_at(ledger: Ledger, height: int) -> bytes | None:
    """
    Return the encoded record of a final block, None where the block is not kept. Takes long.

    The delta is left out where the state before the block is forgotten.
    """
    payload, certificate = ledger.payload(height), ledger.certificate(Height(height))
    receipts = ledger.receipts(height)
    if payload is None or certificate is None or receipts is None:
        return None
    return encode_record(Record(payload, certificate, receipts, delta_at(ledger, height)))


def delta_at(ledger: Ledger, height: int) -> StateDiff | None:
    """Return what the block at a height changed, None where that is not remembered any more."""
    try:
        reader = ledger.state(height)
    except StateUnavailable:
        return None
    try:
        oldest = reader.snapshot.get(schema.STATE_OLDEST_KEY)
        if oldest is None or schema.decode_height(oldest) >= height:
            return None
        return read_delta(reader, Height(height))
    finally:
        reader.close()


def read_delta(reader: ViewReader, height: Height) -> StateDiff:
    """Return what the block at the reader's height changed, out of a history that is kept."""
    delta = StateDiff()
    for key in changed_keys(reader.snapshot, height):
        family = key[:1]
        if family == schema.ACCOUNT:
            _read_account(reader, height, key, delta)
        elif family == schema.SLOT:
            address = Address(key[1 : schema.ACCOUNT_KEY_BYTES])
            word = reader.view.get(key) or b""
            slot = int.from_bytes(key[schema.ACCOUNT_KEY_BYTES :], "big")
            delta.storage.setdefault(address, {})[slot] = int.from_bytes(word, "big")
    for address, fields in delta.accounts.items():
        if fields is None:
            delta.storage.pop(address, None)  # what is gone has no words to speak of
    return delta


def _read_account(reader: ViewReader, height: Height, key: bytes, delta: StateDiff) -> None:
    address, after = Address(key[1:]), reader.view.get(key)
    if after is None:
        delta.accounts[address] = None
        return
    account = decode_account(after)
    delta.accounts[address] = (account.nonce, account.balance_wei, account.code_hash)
    before = value_before(reader.snapshot, key, height)
    known: Hash32 = EMPTY_CODE_HASH if before is None else decode_account(before).code_hash
    if account.code_hash not in (known, EMPTY_CODE_HASH):
        delta.codes[account.code_hash] = reader.code(account.code_hash)
