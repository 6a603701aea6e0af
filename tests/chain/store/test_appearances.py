"""The index of accounts' appearances: found in order, gone with a rollback, filled in later."""

from chain.backfill import FILLED_BLOCKS
from chain.store import schema
from chain.store.appearances import AppearanceIndex, participants
from chain.types.primitives import Address, Hash32
from tests.rpc.stage import ACCOUNTS, COUNTER, ETHER, STRANGER, StageBackend

INIT_CODE = bytes.fromhex("600160005360016000f3")  # a contract of one byte


def a_chain(blocks: int = 3) -> StageBackend:
    """A chain on which account 0 pays a stranger and calls the counter, once a block."""
    backend = StageBackend()
    for _ in range(blocks):
        backend.send(0, STRANGER, value_wei=ETHER)
        backend.send(1, COUNTER)
        backend.make_block()
    return backend


def places(backend: StageBackend, address: Address) -> list[tuple[int, int]]:
    """All appearances of an account, the newest first."""
    head = backend.ledger.head.header.height
    return list(backend.ledger.appearances.before(address, head + 1))


def index_of(backend: StageBackend, height: int, sender: int) -> int:
    """The place in a block of a sender's transaction."""
    block = backend.ledger.block(height)
    assert block is not None
    return block.senders.index(ACCOUNTS[sender])


def test_appearances_are_walked_in_both_directions():
    """Newest first below a height, oldest first above it, and the height itself in neither."""
    backend = a_chain()
    index = backend.ledger.appearances
    expected = [(height, index_of(backend, height, 0)) for height in (1, 2, 3)]
    assert list(index.after(STRANGER, 0)) == expected
    assert list(index.before(STRANGER, 4)) == expected[::-1]
    assert list(index.before(STRANGER, 2)) == expected[:1]
    assert list(index.after(STRANGER, 2)) == expected[2:]
    assert list(index.after(Address(b"\x99" * 20), 0)) == []


def test_every_role_in_a_transaction_is_an_appearance():
    """Sender, recipient, created contract, emitter, and whoever a topic names."""
    backend = StageBackend()
    backend.send(0, None, INIT_CODE)
    backend.send(1, COUNTER)
    block = backend.make_block()
    created = index_of(backend, 1, 0)
    contract = block.receipts[created].contract_address
    assert contract is not None
    for address, place in (
        (ACCOUNTS[0], (1, created)),
        (contract, (1, created)),
        (ACCOUNTS[1], (1, 1 - created)),
        (COUNTER, (1, 1 - created)),
    ):
        assert places(backend, address) == [place]


def test_topics_that_are_numbers_name_nobody():
    """The counter's topic is a small number, which is no account; an address in a topic is."""
    backend = StageBackend()
    backend.send(1, COUNTER)
    block = backend.make_block()
    (transaction,), (sender,), (receipt,) = (
        block.block.transactions,
        block.senders,
        block.receipts,
    )
    assert participants(transaction, sender, receipt) == sorted({sender, COUNTER})
    (log,) = receipt.logs
    named = Hash32(bytes(12) + STRANGER)
    object.__setattr__(log, "topics", (named,))
    assert STRANGER in participants(transaction, sender, receipt)


def test_nonces_lead_to_transactions():
    """A sender's nonce leads to the transaction that used it, an unused one to nothing."""
    backend = a_chain()
    index = backend.ledger.appearances
    assert index.place_of_nonce(ACCOUNTS[0], 1) == (2, index_of(backend, 2, 0))
    assert index.place_of_nonce(ACCOUNTS[0], 3) is None


def test_a_rollback_takes_appearances_back():
    """What the head had added to the index is gone with it."""
    backend = a_chain()
    backend.ledger.rollback()
    assert [height for height, _ in places(backend, STRANGER)] == [2, 1]
    assert backend.ledger.appearances.place_of_nonce(ACCOUNTS[0], 2) is None


def test_a_database_without_the_index_gets_it_downwards():
    """Blocks of before the index are added a few with each new one, until all are there."""
    blocks = FILLED_BLOCKS + 3
    backend = a_chain(blocks)
    store = backend.ledger._store
    stale = [
        key
        for prefix in (schema.APPEARANCE, schema.NONCE)
        for key, _ in store.iterate(prefix, prefix + b"\xff" * 40)
    ]
    store.write([*((key, None) for key in stale), (schema.APPEARANCES_FROM_KEY, None)], sync=True)
    assert places(backend, STRANGER) == []
    backend.make_block()
    assert len(places(backend, STRANGER)) == FILLED_BLOCKS
    backend.make_block()
    assert len(places(backend, STRANGER)) == blocks
    assert backend.ledger.appearances.complete_from() == 1


def test_a_new_chain_is_indexed_from_its_genesis():
    """A chain that was begun with the index has nothing to catch up with."""
    assert AppearanceIndex(a_chain(1).ledger._store).complete_from() == 0
