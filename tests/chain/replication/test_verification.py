"""A replica believes what the chain's validators signed, and refuses everything else unwritten."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from chain.certificates import CertificateRefused, encode_certificate
from chain.codec import decode_block, encode_block, keccak256, seal_header
from chain.errors import Invalid
from chain.replication.record import Record
from chain.replication.verification import RecordRefused, verify_record
from chain.store.memory import MemoryStore
from chain.types.account import StateDiff
from chain.types.certificate import Certificate
from chain.types.primitives import Address, Hash32, Height, Nonce, Round, Wei
from tests.chain.replication.stage import (
    TARGET,
    adopt,
    busy_block,
    content,
    follow,
    record_of,
)
from tests.chain.stage import (
    COIN_WEI,
    GENESIS_S,
    USER_KEYS,
    VALIDATOR,
    VALIDATOR_KEY,
    VALIDATOR_KEYS,
    Chain,
    certificate_of,
    network_data,
)

Lie = Callable[[Record], Record]


def test_a_replica_writes_the_very_bytes_that_its_source_wrote():
    """Blocks, receipts, state, tries, history, logs and sets: no key of the databases differs."""
    source, replica = Chain(MemoryStore()), Chain(MemoryStore())
    for _ in range(4):
        busy_block(source)
    follow(replica, source)
    assert content(source.store) == content(replica.store)
    assert source.balance_wei(TARGET) == 4 == replica.balance_wei(TARGET)


def test_a_replica_elects_whom_its_source_elects():
    """Sets, priorities included, follow from the state while stake moves between validators."""
    data = network_data(1_000, 900, 800, bond_wei_min=str(COIN_WEI))
    keys = VALIDATOR_KEYS[:3]
    source, replica = (Chain(MemoryStore(), data, keys) for _ in range(2))
    for _ in range(3):
        busy_block(source)
    follow(replica, source)
    head = source.head.header.height
    sets = [source.ledger.validators(height) for height in range(1, head + 3)]
    assert sets == [replica.ledger.validators(height) for height in range(1, head + 3)]
    assert len({found.hash for found in sets if found}) > 1, "stake moved"
    assert content(source.store) == content(replica.store)


def test_a_replica_elects_without_whom_slashing_jails():
    """A validator that signs nothing is jailed and voted out, on the replica at the same height."""
    data = network_data(1_000, 900, 800, 700)
    window = {"window_blocks": 10, "signed_bps_min": 5_000, "jail_s": 600}
    data["modules"]["slashing"] = {"params": window}
    keys = VALIDATOR_KEYS[:4]
    source, replica = (Chain(MemoryStore(), data, keys) for _ in range(2))
    for _ in range(14):
        block_id, _ = source.propose()
        source.app.commit(source.certify(block_id, *keys[:3]))
    follow(replica, source)
    head = source.head.header.height
    assert (4, 3) == (len(source.ledger.validators(1) or ()), len(source.app.validators()))
    sets = [source.ledger.validators(height) for height in range(1, head + 3)]
    assert sets == [replica.ledger.validators(height) for height in range(1, head + 3)]
    assert content(source.store) == content(replica.store)


def test_a_replica_goes_on_as_a_node_would():
    """Upon what it adopted it executes the next block, and upon that adopts again."""
    source, replica = Chain(MemoryStore()), Chain(MemoryStore())
    busy_block(source)
    follow(replica, source)
    busy_block(source)
    replica.follow(source)
    busy_block(source)
    follow(replica, source)
    assert content(source.store) == content(replica.store)


def of_header(signer: bytes = USER_KEYS[0], **fields: object) -> Lie:
    """Return the lie of another header, committed by a user, who may not, unless by another."""

    def lie(record: Record) -> Record:
        header, transactions, certificate = decode_block(record.block)
        forged = seal_header(replace(header, **fields))
        block = encode_block(forged, transactions, certificate)
        named = replace(record.certificate.block_id, hash=forged.hash)
        commit = certificate_of(named, header.height, [signer], Round(0))
        return replace(record, block=block, certificate=commit)

    return lie


def of_certificate(**fields: object) -> Lie:
    """Return the lie of another certificate for the block as it is."""
    return lambda record: replace(record, certificate=replace(record.certificate, **fields))


def unsigned_header(record: Record) -> Record:
    """Return another header under the certificate of the true one."""
    header, transactions, certificate = decode_block(record.block)
    forged = seal_header(replace(header, logs_bloom=b"\xff" * 256))
    return replace(record, block=encode_block(forged, transactions, certificate))


def without_transaction(record: Record) -> Record:
    """Return the block with one transaction fewer."""
    header, transactions, certificate = decode_block(record.block)
    return replace(record, block=encode_block(header, transactions[:-1], certificate))


def other_parent_certificate(record: Record) -> Record:
    """Return the block with another proof of its parent."""
    header, transactions, certificate = decode_block(record.block)
    forged = Certificate(Height(header.height - 1), Round(7), record.certificate.block_id, ())
    assert certificate
    return replace(record, block=encode_block(header, transactions, encode_certificate(forged)))


def changed(record: Record, change: Callable[[StateDiff], None]) -> Record:
    """Return the record with another delta."""
    assert record.delta is not None
    delta = StateDiff(
        dict(record.delta.accounts),
        {address: dict(slots) for address, slots in record.delta.storage.items()},
        codes=dict(record.delta.codes),
    )
    change(delta)
    return replace(record, delta=delta)


def of_delta(change: Callable[[StateDiff], object]) -> Lie:
    """Return the lie of another delta."""
    return lambda record: changed(record, lambda delta: void(change(delta)))


def void(_: object) -> None:
    """Take what a change returned and give nothing."""


def richer(delta: StateDiff) -> None:
    """Give an account one more wei."""
    nonce, balance_wei, code_hash = delta.accounts[TARGET]
    delta.accounts[TARGET] = (nonce, Wei(balance_wei + 1), code_hash)


def other_word(delta: StateDiff) -> None:
    """Write another word to the first slot told."""
    slots = delta.storage[min(delta.storage)]
    slots[min(slots)] += 1


def missing_word(delta: StateDiff) -> None:
    """Tell one word fewer."""
    slots = delta.storage[min(delta.storage)]
    del slots[min(slots)]


def new_account(delta: StateDiff) -> None:
    """Invent an account."""
    delta.accounts[Address(b"\x99" * 20)] = (Nonce(0), Wei(1), keccak256(b""))


def unasked_code(delta: StateDiff) -> None:
    """Bring code that no account has."""
    delta.codes[keccak256(b"\x00\x01")] = b"\x00\x01"


LIES: dict[str, tuple[Lie, str]] = {
    "a header of its own": (of_header(gas_used=1), "certificate of height 3"),
    "a header of another height": (of_header(height=Height(9)), "height 3 expected, found 9"),
    "a header of another parent": (of_header(parent_hash=Hash32(b"\1" * 32)), "parent 0x"),
    "a set that nobody elected": (
        of_header(VALIDATOR_KEY, extra_data=b"\1" * 32),
        "validators of the next height",
    ),
    "another second than was agreed": (of_header(VALIDATOR_KEY, timestamp_s=GENESIS_S), "time"),
    "a bloom that nobody signed": (unsigned_header, "certificate of 0x"),
    "no signatures": (of_certificate(signatures=()), "more than two thirds"),
    "a certificate of another height": (
        of_certificate(height=Height(2)),
        "certificate of height 3 expected",
    ),
    "a certificate of another round": (of_certificate(round=Round(5)), "a signature by"),
    "one transaction fewer": (without_transaction, "transactions root"),
    "another proof of the parent": (other_parent_certificate, "parent's certificate"),
    "one receipt fewer": (lambda r: replace(r, receipts=r.receipts[:-1]), "receipts root"),
    "receipts in another order": (
        lambda r: replace(r, receipts=r.receipts[::-1]),
        "receipts root",
    ),
    "one wei more": (of_delta(richer), "state root"),
    "another word": (of_delta(other_word), "state root"),
    "one word fewer": (of_delta(missing_word), "state root"),
    "an account more": (of_delta(new_account), "state root"),
    "an account fewer": (of_delta(lambda d: d.accounts.pop(TARGET)), "state root"),
    "an account gone": (of_delta(lambda d: d.accounts.update({TARGET: None})), "state root"),
    "no code": (of_delta(lambda d: d.codes.clear()), "code with hash"),
    "code that nobody has": (of_delta(unasked_code), "only code that an account has"),
    "nothing changed": (
        of_delta(lambda d: (d.accounts.clear(), d.storage.clear(), d.codes.clear())),
        "sender who signed",
    ),
}


@pytest.mark.parametrize("name", LIES)
def test_a_lie_is_refused_in_one_line_and_nothing_of_it_is_written(name):
    """Each thing that a source can lie about; the truth is still taken afterwards."""
    lie, said = LIES[name]
    source, replica = Chain(MemoryStore()), Chain(MemoryStore())
    busy_block(source)
    source.send(0, TARGET, 5, gas=21_000)
    source.block()
    follow(replica, source)
    busy_new_code(source)
    before, truth = content(replica.store), record_of(source, 3)
    with pytest.raises(Invalid, match=said) as refused:
        adopt(replica, lie(truth))
    assert "\n" not in str(refused.value)
    assert content(replica.store) == before
    adopt(replica, truth)
    assert content(source.store) == content(replica.store)


def busy_new_code(chain: Chain) -> None:
    """Make a block that pays TARGET and creates a contract whose code was never seen."""
    chain.send(0, TARGET, 1, gas=21_000)
    chain.send(2, None, 0, b"\x60\x05\x5f\x55\x60\x02\x5f\x53\x60\x01\x5f\xf3", gas=200_000)
    chain.block()


def test_a_quorum_of_strangers_is_none():
    """A certificate that would prove the block upon another chain proves nothing upon this one."""
    source, replica = Chain(MemoryStore()), Chain(MemoryStore())
    busy_block(source)
    record = record_of(source, 1)
    header = decode_block(record.block)[0]
    forged = certificate_of(record.certificate.block_id, header.height, USER_KEYS, Round(0))
    with pytest.raises(CertificateRefused):
        verify_record(replica.rules, replica.ledger, replace(record, certificate=forged))


def test_a_replica_of_another_genesis_takes_nothing():
    """The first record names a parent that is not there."""
    other = Chain(MemoryStore(), network_data(1_000, 1_000), VALIDATOR_KEYS[:2])
    source = Chain(MemoryStore())
    busy_block(source)
    with pytest.raises(RecordRefused, match="parent 0x"):
        adopt(other, record_of(source, 1))
    assert VALIDATOR in source.app.validators()
