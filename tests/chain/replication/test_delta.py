"""The forward change of a block, read back out of what its database remembers of before."""

from hypothesis import given, settings
from hypothesis import strategies as st

from chain.codec import keccak256
from chain.replication.delta import delta_at, read_delta, record_at
from chain.replication.record import Record, decode_record, encode_record
from chain.store.memory import MemoryStore
from chain.store.state import StateStore
from chain.types.account import StateDiff
from chain.types.certificate import BlockId, Certificate
from chain.types.primitives import EMPTY_CODE_HASH, Address, Hash32, Height, Milliseconds, Round
from tests.chain.replication.stage import busy_block, content
from tests.chain.stage import Chain

WHO = [Address(bytes([number]) * 20) for number in range(1, 6)]
CODES = [b"\x00", b"\x01\x02", b"\x03" * 40]
CERTIFICATE = Certificate(Height(1), Round(0), BlockId(Hash32(b"\1" * 32), Milliseconds(1)), ())

code_hashes = st.sampled_from([EMPTY_CODE_HASH, *map(keccak256, CODES)])
fields = st.one_of(st.none(), st.tuples(st.integers(0, 3), st.integers(0, 2**256 - 1), code_hashes))
words = st.one_of(st.just(0), st.integers(0, 2**256 - 1))


@st.composite
def diffs(draw):
    """Draw what a block may do: write, wipe and remove accounts, words and code."""
    accounts = draw(st.dictionaries(st.sampled_from(WHO), fields, max_size=4))
    alive = [address for address, found in accounts.items() if found is not None]
    slots = st.dictionaries(st.integers(0, 4), words, min_size=1, max_size=4)
    storage = {address: draw(slots) for address in alive if draw(st.booleans())}
    cleared = {address for address in alive if draw(st.booleans())}
    codes = {keccak256(code): code for code in CODES}
    named = {found[2] for found in accounts.values() if found is not None}
    return StateDiff(accounts, storage, cleared, {h: c for h, c in codes.items() if h in named})


def commit(store, states, height, diff):
    """Write one block's change."""
    prepared = states.prepare(Height(height), diff)
    store.write(prepared.writes, sync=False)
    states.committed(prepared)
    return prepared.state_root


@settings(max_examples=150, deadline=None)
@given(st.lists(diffs(), min_size=1, max_size=5))
def test_deltas_of_any_chain_of_writes_make_the_same_database(chain):
    """Told over the wire and applied in order, every key comes out alike: tries and history too."""
    source, replica = MemoryStore(), MemoryStore()
    theirs, ours = StateStore(source), StateStore(replica)
    for states, store in ((theirs, source), (ours, replica)):
        commit(store, states, 0, StateDiff())
    roots = [commit(source, theirs, at, diff) for at, diff in enumerate(chain, start=1)]
    for at, root in enumerate(roots, start=1):
        delta = read_delta(theirs.reader(Height(at)), Height(at))
        record = Record(b"", CERTIFICATE, (), delta)
        told = decode_record(encode_record(record)).delta
        assert told is not None
        assert root == commit(replica, ours, at, told)
    assert content(source) == content(replica)


def test_a_delta_that_is_forgotten_is_left_out_and_the_rest_is_told():
    """A source that prunes still serves the block, which a replica then executes."""
    chain = Chain(MemoryStore(), history_blocks=2)
    for _ in range(5):
        busy_block(chain)
    assert chain.ledger.oldest_state_height == 3
    has_delta = {}
    for height in range(1, 6):
        encoded = record_at(chain.ledger, height)
        assert encoded is not None
        has_delta[height] = decode_record(encoded).delta is not None
    assert has_delta == {1: False, 2: False, 3: False, 4: True, 5: True}


def test_there_is_no_record_of_what_is_no_block_yet():
    """Neither of genesis, which has no certificate, nor of a height to come."""
    chain = Chain(MemoryStore())
    busy_block(chain)
    assert [record_at(chain.ledger, height) for height in (0, 2)] == [None] * 2
    assert delta_at(chain.ledger, 2) is None
