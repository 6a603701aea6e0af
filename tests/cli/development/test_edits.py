"""State written by hand: what readers see, and what the next block covers."""

from hypothesis import given
from hypothesis import strategies as st

from chain.codec import keccak256
from chain.types.primitives import Address, Nonce, Wei
from chain.vm.call import AccountOverride
from chain.vm.world import World
from cli.development.edits import EDITED_HEIGHTS_MAX, EditBook, EditedReader, Edits
from tests.cli.development.chain import PlayChain
from tests.rpc.stage import ACCOUNTS, COUNTER, COUNTER_CODE

NOBODY = Address(b"\x2b" * 20)
CODE = b"\x60\x00\x60\x00\xfd"

EDITS = st.builds(
    AccountOverride,
    nonce=st.none() | st.integers(0, 2**64 - 2).map(Nonce),
    balance_wei=st.none() | st.integers(0, 2**255).map(Wei),
    code=st.none() | st.binary(max_size=40),
    state_diff=st.none() | st.dictionaries(st.integers(0, 3), st.integers(0, 2**256 - 1)),
)
PEOPLE = st.sampled_from([NOBODY, ACCOUNTS[0], COUNTER])


@given(st.lists(st.tuples(PEOPLE, EDITS), max_size=8))
def test_a_reader_and_the_next_world_agree(steps: list[tuple[Address, AccountOverride]]) -> None:
    """Whatever is edited in whatever order, calls see what the block that covers it starts from."""
    below, edits = PlayChain().app.ledger.state(), Edits()
    for address, edit in steps:
        edits = edits.merged(address, edit)
    reader, world = EditedReader(below, edits), World(below)
    edits.write(world)
    for address in (NOBODY, ACCOUNTS[0], COUNTER):
        account = reader.account(address)
        found = (0, 0, b"") if account is None else (account.nonce, account.balance_wei, account)
        assert (world.get_nonce(address), world.get_balance(address)) == found[:2]
        code = b"" if account is None else reader.code(account.code_hash)
        assert world.get_code(address) == code
        for slot in range(4):
            assert world.get_storage(address, slot) == reader.storage(address, slot)


def test_later_edits_keep_what_they_do_not_name() -> None:
    """Balance, then code, then two words: all of them hold."""
    edits = Edits().merged(NOBODY, AccountOverride(balance_wei=Wei(5)))
    edits = edits.merged(NOBODY, AccountOverride(code=CODE))
    for slot in (1, 2):
        edits = edits.merged(NOBODY, AccountOverride(state_diff={slot: slot * 10}))
    reader = EditedReader(PlayChain().app.ledger.state(), edits)
    account = reader.account(NOBODY)
    assert account is not None
    assert (5, keccak256(CODE), CODE) == (
        account.balance_wei,
        account.code_hash,
        reader.code(account.code_hash),
    )
    assert [0, 10, 20] == [reader.storage(NOBODY, slot) for slot in range(3)]
    assert COUNTER_CODE == reader.code(keccak256(COUNTER_CODE))


def test_edits_belong_to_the_block_they_were_made_upon() -> None:
    """They show at that height for ever, at no other, and old heights are forgotten."""
    book = EditBook()
    for height in range(EDITED_HEIGHTS_MAX + 1):
        book.add(height, NOBODY, AccountOverride(balance_wei=Wei(height)))
    assert not book.at(0) and not book.at(EDITED_HEIGHTS_MAX + 1)
    assert 1 == book.at(1).accounts[NOBODY].balance_wei
    earlier = book.at(7)
    book.add(7, NOBODY, AccountOverride(nonce=Nonce(3)))
    book.rewind(7, earlier)
    assert earlier == book.at(7) and book.at(6) and not book.at(8)
