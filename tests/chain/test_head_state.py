"""The newest state is shared by the pool and the next block, which read an account once."""

from chain import head_state
from chain.head_state import HeadState
from chain.store.memory import MemoryStore
from chain.store.state import StateStore
from chain.types.account import StateDiff
from chain.types.primitives import EMPTY_CODE_HASH, Address, Nonce, Wei
from tests.chain.stage import COIN_WEI, USERS, Chain

KNOWN, UNKNOWN = Address(b"\x01" * 20), Address(b"\x02" * 20)


def counted_state():
    """Return a state of one account with a word, and the list of what is read of it."""
    store = MemoryStore()
    states = StateStore(store)
    diff = StateDiff({KNOWN: (Nonce(3), Wei(7), EMPTY_CODE_HASH)}, {KNOWN: {5: 6}})
    store.write(states.prepare(0, diff).writes, sync=True)
    reader = states.reader()
    asked = []
    inner = reader.account
    reader.account = lambda address: asked.append(address) or inner(address)
    return HeadState(reader), asked


def test_an_account_is_read_once_be_it_there_or_not():
    """What was found, or that nothing was, is kept; words and code come as they are asked for."""
    state, asked = counted_state()
    for _ in range(2):
        assert state.account(KNOWN).balance_wei == 7
        assert state.account(UNKNOWN) is None
    assert asked == [KNOWN, UNKNOWN]
    assert (state.height, state.storage(KNOWN, 5), state.code(EMPTY_CODE_HASH)) == (0, 6, b"")


def test_what_comes_when_there_is_no_room_is_read_each_time(monkeypatch):
    """Whoever asks for many accounts fills the memory and no more; those in it stay."""
    monkeypatch.setattr(head_state, "ACCOUNTS_KEPT", 1)
    state, asked = counted_state()
    for who in (KNOWN, UNKNOWN, UNKNOWN, KNOWN):
        state.account(who)
    assert asked == [KNOWN, UNKNOWN, UNKNOWN]


def test_a_block_reads_no_sender_that_the_pool_has_read(monkeypatch):
    """From submission to execution the database is asked for a sender's account once."""
    chain = Chain()
    asked = []
    kept = chain.app._state.account.__self__
    inner = kept._read
    monkeypatch.setattr(kept, "_read", lambda address: asked.append(address) or inner(address))
    chain.send(0, USERS[5], COIN_WEI, gas=21_000)
    chain.block()
    assert asked.count(USERS[0]) == 1


def test_after_a_block_the_pool_and_the_next_block_see_its_state():
    """Nothing of the state before is kept: each block's payment counts once."""
    chain = Chain()
    before_wei = chain.balance_wei(USERS[5])
    for number in range(1, 4):
        chain.send(0, USERS[5], COIN_WEI, gas=21_000)
        chain.block()
        assert chain.balance_wei(USERS[5]) == before_wei + number * COIN_WEI
        assert chain.app.pool.next_nonce(USERS[0]) == number
        assert len(chain.app.pool) == 0
