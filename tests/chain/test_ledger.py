"""The ledger holds what was decided: whole blocks, in order, over restarts and failing disks."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chain import ledger as ledger_rules
from chain.errors import Malformed, StateUnavailable, StoreCorrupt, StoreFailed, Unavailable
from chain.evidence import evidence_hash
from chain.kit.module import method_named
from chain.ledger import (
    Ledger,
    WrongChain,
    decode_body,
    decode_receipts,
    encode_body,
    encode_receipts,
)
from chain.store import schema
from chain.store.history import current
from chain.store.kv import Write
from chain.store.leveldb import LevelStore
from chain.store.memory import MemoryStore
from chain.types.certificate import VoteKind
from chain.types.evidence import DuplicateVote
from chain.types.primitives import Address
from modules.mint.module import Mint
from modules.staking.module import Staking
from tests.chain.accusations import block_id as made_up
from tests.chain.accusations import vote
from tests.chain.stage import (
    CHAIN_ID,
    COIN_WEI,
    USERS,
    VALIDATOR,
    VALIDATOR_KEY,
    Chain,
    genesis_data,
)

TARGET = Address(b"\x77" * 20)
DELEGATE = method_named(Staking, "delegate").encode_call(VALIDATOR)


def busy_block(chain: Chain) -> list[bytes]:
    """Make a block with a payment, a call with logs, and a creation; return their hashes."""
    hashes = [
        chain.send(0, TARGET, 1, gas=21_000),
        chain.send(1, Staking.address, COIN_WEI, DELEGATE),
        chain.send(2, None, 0, b"\x60\x01\x5f\x53\x60\x01\x5f\xf3", gas=100_000),
    ]
    chain.block()
    return hashes


@pytest.fixture(params=["memory", "leveldb"])
def reopen(request, tmp_path):
    """Return a function that opens the same database again, in memory or on disk."""
    stores = [MemoryStore()]

    def open_again(**options) -> Chain:
        if request.param == "leveldb":
            if len(stores) > 1:
                stores.pop().close()
            stores.append(LevelStore(tmp_path))
        return Chain(stores[-1], **options)

    yield open_again
    stores[-1].close()


def test_a_reopened_ledger_goes_on(reopen):
    """Blocks, receipts, senders, places, certificates and validators are there after a restart."""
    chain = reopen()
    hashes = busy_block(chain) + busy_block(chain)
    blocks = [chain.ledger.block(height) for height in range(3)]
    logs = [len(receipt.logs) for receipt in blocks[2].receipts]
    again = reopen()
    assert blocks == [again.ledger.block(height) for height in range(3)]
    assert [(1 + i // 3, i % 3) for i in range(6)] == [again.ledger.locate(h) for h in hashes]
    assert logs == [len(receipt.logs) for receipt in again.head.receipts]
    assert (USERS[0], USERS[1], USERS[2]) == again.head.senders[:3]
    for block in blocks:
        header = block.header
        assert header.height == again.ledger.height_of(header.hash)
        assert header.hash == again.ledger.block_hash(header.height)
        assert block.certificate == again.ledger.certificate(header.height)
    again.time_ms = chain.time_ms
    busy_block(again)
    assert (3, 3) == (again.head.header.height, again.balance_wei(TARGET))
    again.ledger.check_database()


def test_a_certificate_is_kept_as_it_was_seen(reopen):
    """The certificate that decided a block is stored with it; the next block carries it on."""
    chain = reopen()
    busy_block(chain)
    certificate = chain.head.certificate
    assert certificate is not None and chain.ledger.certificate(0) is None
    again = reopen()
    assert certificate == again.ledger.certificate(1) == again.head.certificate
    again.time_ms = chain.time_ms
    busy_block(again)
    assert certificate == again.head.block.parent_certificate
    assert again.ledger.certificate(9) is None


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"time_s": 5}, "this home holds the chain with genesis 0x"),
        ({"accounts": {}}, "this home holds the chain with genesis 0x"),
        ({"chain_id": 5}, f"this home holds chain {CHAIN_ID}, the genesis file begins chain 5"),
    ],
)
def test_another_chain_is_refused(reopen, change, says):
    """A home that was begun with another genesis file, or chain id, is left untouched."""
    head = reopen().head
    with pytest.raises(WrongChain, match=says):
        reopen(data=genesis_data() | change)
    assert head == reopen().head


def test_another_version_of_the_database_is_refused():
    """A database that other code wrote is not read by guessing."""
    store = MemoryStore()
    Chain(store)
    version = schema.encode_height(schema.SCHEMA_VERSION + 1)
    store.write([(schema.SCHEMA_VERSION_KEY, version)], sync=True)
    with pytest.raises(WrongChain, match=f"version {schema.SCHEMA_VERSION} expected, found"):
        Ledger(store, CHAIN_ID)


def test_an_empty_ledger_says_so():
    """Before genesis there is no head, and asking for it is no crash."""
    ledger = Ledger(MemoryStore(), CHAIN_ID)
    assert ledger.is_empty
    assert ledger.block(0) is None
    with pytest.raises(Unavailable, match="genesis is not written yet"):
        _ = ledger.head


def test_what_is_not_there_is_none():
    """Heights above the head and unknown hashes have no block, no place and no validators."""
    chain = Chain()
    ledger = chain.ledger
    assert [None] * 5 == [
        ledger.block(1),
        ledger.block(-1),
        ledger.locate(b"\1" * 32),
        ledger.height_of(b"\1" * 32),
        ledger.validators(3),
    ]
    assert chain.head.header.hash == ledger.genesis_hash
    assert not ledger.is_empty


def heights_readable(chain: Chain) -> list[int]:
    """Heights whose state can be read."""
    found = []
    for height in range(chain.head.header.height + 1):
        try:
            chain.ledger.state(height)
        except StateUnavailable as refused:
            assert refused.oldest == chain.ledger.oldest_state_height
            continue
        found.append(height)
    return found


def test_history_reaches_as_far_as_it_is_kept(reopen):
    """Old states go, one block at a time; blocks, receipts and the kept states stay right."""
    chain = reopen(history_blocks=3)
    balances = {0: 0}
    for height in range(1, 9):
        busy_block(chain)
        balances[height] = chain.balance_wei(TARGET)
    assert [5, 6, 7, 8] == heights_readable(chain)
    for height in range(5, 9):
        account = chain.ledger.state(height).account(TARGET)
        assert balances[height] == account.balance_wei
        proof = chain.ledger.proof(TARGET, [0], height)
        assert chain.ledger.block(height).header.state_root == proof.state_root
    assert all(chain.ledger.block(height) is not None for height in range(9))
    with pytest.raises(StateUnavailable, match="no state at height 2: this node keeps 5 to 8"):
        chain.ledger.proof(TARGET, [0], 2)


def test_an_archive_keeps_every_state(reopen):
    """Without a limit the state of every block is readable and proven."""
    chain = reopen()
    for _ in range(5):
        busy_block(chain)
    assert list(range(6)) == heights_readable(chain)
    assert chain.ledger.state(0).account(TARGET) is None
    assert 0 == chain.ledger.oldest_state_height
    assert 5 == reopen().ledger.state().account(TARGET).balance_wei


def test_pruning_is_bounded_and_keeps_up(monkeypatch):
    """A block forgets a bounded number of keys; that is more than it made, so the rest goes too."""
    monkeypatch.setattr(ledger_rules, "PRUNED_KEYS_PER_BLOCK_MIN", 1)
    monkeypatch.setattr(ledger_rules, "PRUNED_KEYS_PER_WRITE", 0)
    chain = Chain(history_blocks=1)
    for _ in range(10):
        busy_block(chain)
    assert len(heights_readable(chain)) > 8
    monkeypatch.undo()
    # Two blocks go through all nodes, and forget nothing with what that takes.
    monkeypatch.setattr(ledger_rules, "PRUNED_KEYS_PER_BLOCK_MIN", 2_000)
    for _ in range(20):
        busy_block(chain)
    assert [29, 30] == heights_readable(chain)[-2:]
    assert len(heights_readable(chain)) <= 3
    monkeypatch.undo()
    busy_block(chain)
    assert [30, 31] == heights_readable(chain)


class TornStore(MemoryStore):
    """A store whose disk fails when it is told to."""

    is_torn = False

    def write(self, batch: Iterable[Write], *, sync: bool) -> None:
        """Write nothing and fail, or write."""
        if self.is_torn and sync:
            raise StoreFailed("no space left on device")
        super().write(batch, sync=sync)


def test_a_failed_write_leaves_the_block_before():
    """Nothing moves when the disk fails, not even in memory; the same block commits later."""
    store = TornStore()
    chain = Chain(store)
    busy_block(chain)
    heard = []
    chain.ledger.listen(lambda block: heard.append(block.header.height))
    head, balance_wei = chain.head, chain.balance_wei(TARGET)
    chain.send(0, TARGET, 1, gas=21_000)
    block_id, _ = chain.propose()
    certificate = chain.certify(block_id)
    store.is_torn = True
    with pytest.raises(StoreFailed):
        chain.app.commit(certificate)
    assert (head, balance_wei, []) == (chain.head, chain.balance_wei(TARGET), heard)
    assert (None, 1) == (chain.ledger.block(2), len(chain.pool))
    chain.ledger.check_database()
    store.is_torn = False
    assert head == Chain(store).head
    chain.app.commit(certificate)
    assert ([2], balance_wei + 1) == (heard, chain.balance_wei(TARGET))
    assert chain.total_wei() == chain.view(Mint, "supply")


def test_one_block_is_one_synced_batch(monkeypatch):
    """State, block, receipts, indexes, validators and head are written together or not at all."""
    store = MemoryStore()
    chain = Chain(store)
    batches = []
    write = store.write
    monkeypatch.setattr(
        store, "write", lambda batch, sync: batches.append(sync) or write(batch, sync=sync)
    )
    busy_block(chain)
    assert [True] == batches


def test_listeners_hear_of_each_block_in_order():
    """Whoever listens hears every committed block once, in the order of heights and listeners."""
    chain = Chain()
    heard = []
    chain.ledger.listen(lambda block: heard.append(("first", block.header.height)))
    chain.ledger.listen(lambda block: heard.append(("second", chain.head.header.height)))
    for _ in range(2):
        chain.block()
    assert [("first", 1), ("second", 1), ("first", 2), ("second", 2)] == heard


def test_a_block_that_does_not_follow_is_our_own_bug():
    """The ledger takes the next height only, with a certificate of that very block."""
    chain = Chain()
    block_id, _ = chain.propose()
    executed = chain.app._candidates.executed(block_id)
    with pytest.raises(AssertionError):
        foreign = replace(chain.certify(block_id), block_id=replace(block_id, hash=b"\1" * 32))
        chain.ledger.commit(executed, foreign)
    certificate = chain.certify(block_id)
    chain.app.commit(certificate)
    with pytest.raises(AssertionError):
        chain.ledger.commit(executed, certificate)


@pytest.mark.parametrize("limit", ["RECENT_BLOCKS_MAX", "RECENT_TRANSACTIONS_MAX"])
def test_old_blocks_are_read_again(monkeypatch, limit):
    """A block that memory has let go comes back from the database the same."""
    monkeypatch.setattr(ledger_rules, limit, 1)
    chain = Chain()
    made = [chain.head]
    for _ in range(3):
        busy_block(chain)
        made.append(chain.head)
    assert made == [chain.ledger.block(height) for height in range(4)]
    assert 1 == len(chain.ledger._recent)


def test_a_database_that_contradicts_itself_is_told():
    """A head whose block or state is missing is corruption, not an empty answer."""
    store = MemoryStore()
    chain = Chain(store)
    busy_block(chain)
    head = schema.encode_height(1)
    store.write([(schema.HEAD_KEY, schema.encode_height(7))], sync=True)
    with pytest.raises(StoreCorrupt, match="block 7 is missing"):
        Ledger(store, CHAIN_ID)
    store.write([(schema.HEAD_KEY, schema.encode_height(0))], sync=True)
    with pytest.raises(StoreCorrupt, match="head is block 0, the state says"):
        Ledger(store, CHAIN_ID).check_database()
    store.write([(schema.HEAD_KEY, head)], sync=True)
    Ledger(store, CHAIN_ID).check_database()


def test_stored_forms_are_strict():
    """Bodies and receipts come back equal, and bytes that are neither are malformed."""
    chain = Chain()
    busy_block(chain)
    busy_block(chain)
    block = chain.head
    assert block.block == decode_body(block.header, encode_body(block.block))
    assert (block.senders, block.receipts) == decode_receipts(encode_receipts(block))
    for raw in (b"", b"\xc0", b"\xc1\xc0", encode_body(block.block)[:-1]):
        with pytest.raises(Malformed):
            decode_body(block.header, raw)
        with pytest.raises(Malformed):
            decode_receipts(raw + b"\x01")


def test_a_home_is_a_directory(tmp_path: Path):
    """A closed ledger releases its database for the next process."""
    for _ in range(2):
        chain = Chain(LevelStore(tmp_path))
        assert 0 == chain.head.header.height
        chain.ledger.close()


def contents(store: MemoryStore) -> dict[bytes, bytes]:
    """Every key and value of a database in memory, of a branch what its deltas make of it."""
    found = dict(store.iterate(b"\0", b"\xff" * 64))
    return found | {key: current(store, key) for key in found if key[:1] in schema.NODES}


def accuse(chain: Chain) -> DuplicateVote:
    """Give a node evidence about its validator's votes at the head."""
    height = chain.head.header.height
    votes = [vote(VoteKind.PREVOTE, height, 0, made_up(n), key=VALIDATOR_KEY) for n in (1, 2)]
    evidence = DuplicateVote(*votes)
    chain.app.add_evidence(evidence)
    return evidence


def eventful_chain(store: MemoryStore, kinds: list[int]) -> Chain:
    """A chain with a block of each kind: empty, busy, or with evidence."""
    chain = Chain(store)
    chain.block()
    for kind in kinds:
        if kind == 2:
            accuse(chain)
        if kind:
            busy_block(chain)
        else:
            chain.block()
    return chain


@settings(max_examples=12, deadline=None)
@given(st.lists(st.integers(0, 2), min_size=1, max_size=4), st.data())
def test_blocks_that_are_rolled_back_come_again_the_same(kinds, data):
    """Roll back any number of blocks, decide them again: the database is what it was, whole."""
    store = MemoryStore()
    chain = eventful_chain(store, kinds)
    before, height = contents(store), chain.head.header.height
    back = data.draw(st.integers(1, height))
    blocks = [chain.app.certified(h) for h in range(height - back + 1, height + 1)]
    for removed in range(height, height - back, -1):
        assert removed == chain.ledger.rollback().header.height
        chain.ledger.check_database()
    again = Chain(store)
    assert height - back == again.head.header.height
    for at, (certificate, payload) in enumerate(blocks, height - back + 1):
        again.app.validate(at, certificate.block_id, payload)
        again.app.commit(certificate)
    assert before == contents(store)


@pytest.mark.parametrize("kind", [0, 1, 2])
def test_a_rollback_leaves_the_database_of_the_block_before(kind):
    """Nothing of the removed block stays but contract code; its evidence waits again."""
    store = MemoryStore()
    chain = eventful_chain(store, [1])
    before, head = contents(store), chain.head
    evidence = accuse(chain) if kind == 2 else None
    busy_block(chain) if kind else chain.block()
    removed = chain.head
    assert removed == chain.ledger.rollback()
    after = contents(store)
    if evidence is not None:
        assert after.pop(schema.evidence_pending_key(evidence_hash(evidence)))
    assert {k: v for k, v in after.items() if k[:1] != schema.CODE} == {
        k: v for k, v in before.items() if k[:1] != schema.CODE
    }
    assert head == chain.head == chain.ledger.block(head.header.height)
    assert chain.ledger.block(removed.header.height) is None
    assert chain.ledger.validators(head.header.height + 3) is None


def test_a_rollback_is_durable_and_goes_on(reopen):
    """A node that starts upon the block below makes another one in its place."""
    chain = reopen()
    busy_block(chain)
    busy_block(chain)
    chain.ledger.rollback()
    again = reopen()
    assert 1 == again.head.header.height == again.ledger.states.head()[0]
    again.time_ms = chain.time_ms + 5_000
    again.block()
    assert (2, 0) == (again.head.header.height, len(again.head.receipts))
    again.ledger.check_database()


def test_genesis_and_forgotten_states_are_not_rolled_back():
    """Where there is nothing to go back to the database is left as it is, with the reason."""
    store = MemoryStore()
    chain = Chain(store)
    before = contents(store)
    with pytest.raises(Unavailable, match="block 0 cannot be rolled back"):
        chain.ledger.rollback()
    assert before == contents(store)
    store = MemoryStore()
    chain = Chain(store, history_blocks=2)
    for _ in range(6):
        chain.block()
    chain.ledger.rollback()
    chain.ledger.rollback()
    before = contents(store)
    with pytest.raises(StateUnavailable, match="no state at height 3"):
        chain.ledger.rollback()
    assert (before, 4) == (contents(store), chain.head.header.height)


def test_a_failing_disk_rolls_nothing_back():
    """The batch is one: when it fails, the head is what it was."""
    store = MemoryStore()
    chain = Chain(store)
    chain.block()
    before = contents(store)

    def fail(*arguments: object, **options: object) -> None:
        raise StoreFailed("no space left")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "write", fail)
        with pytest.raises(StoreFailed):
            chain.ledger.rollback()
    assert (before, 1) == (contents(store), chain.head.header.height)


def test_opening_writes_nothing(monkeypatch):
    """A tool may read the database of a stopped node: only `begin` and what follows write."""
    store = MemoryStore()
    chain = Chain(store)
    busy_block(chain)

    def refuse(*arguments: object, **options: object) -> None:
        raise AssertionError("written")

    monkeypatch.setattr(store, "write", refuse)
    ledger = Ledger(store, CHAIN_ID)
    ledger.check_database()
    assert chain.head == ledger.head
    assert ledger.payload(1) is not None
