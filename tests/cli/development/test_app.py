"""Blocks that start from what a developer said."""

import pytest

from chain.types.primitives import Address, Height, Nonce, Wei
from chain.vm.call import AccountOverride
from tests.cli.development.chain import COINS_WEI, PlayChain
from tests.rpc.stage import ACCOUNTS, COUNTER, STRANGER

RICH = Wei(2**200)


def edit(chain: PlayChain, address: Address, **values: object) -> None:
    """Write an account by hand, as the engine does."""
    chain.app.edits.add(chain.height, address, AccountOverride(**values))  # type: ignore[arg-type]
    chain.app.follow_edits()


def test_the_next_state_root_covers_an_edit() -> None:
    """The edit makes no block; the block after it proves it against its own root."""
    chain = PlayChain()
    edit(chain, STRANGER, balance_wei=RICH, nonce=Nonce(9), code=b"\x00", state_diff={1: 7})
    assert (0, RICH) == (chain.height, chain.balance(STRANGER))
    before = chain.app.ledger.proof(STRANGER, [1], 0)
    assert before.account is None, "the root of the block before it does not know of it"
    block = chain.maker.make()
    proof = chain.app.ledger.proof(STRANGER, [1], 1)
    assert block.header.state_root == proof.state_root
    assert proof.account is not None
    assert (RICH, 9, 7) == (proof.account.balance_wei, proof.account.nonce, proof.storage[0].value)


def test_edited_coins_are_no_part_of_the_supply() -> None:
    """Coins come and go by hand in one block with a real payment, and the books balance."""
    chain = PlayChain()
    edit(chain, STRANGER, balance_wei=RICH)
    edit(chain, ACCOUNTS[1], balance_wei=Wei(0))
    chain.pool.submit(chain.raw(0, ACCOUNTS[1], value_wei=5))
    chain.maker.make()
    assert (RICH, 5) == (chain.balance(STRANGER), chain.balance(ACCOUNTS[1]))


def test_the_books_must_balance_beside_edits() -> None:
    """Coins that appear in another way still stop the node: the check is not switched off."""
    chain = PlayChain()
    edit(chain, STRANGER, balance_wei=RICH)
    execution = chain.app._open(chain.app._plan(chain.clock.now_ms(), None, ACCOUNTS[3], (), ()))
    execution.begin()
    execution.world.delta_balance(STRANGER, 1)
    with pytest.raises(AssertionError, match="supply at height 1"):
        execution.finish(chain.app.ledger.states)


def test_the_pool_follows_edits() -> None:
    """Who became poor by hand loses what waits; who became rich may send."""
    chain = PlayChain()
    chain.pool.submit(chain.raw(0, STRANGER, value_wei=1))
    edit(chain, ACCOUNTS[0], balance_wei=Wei(1))
    assert 0 == len(chain.pool)
    edit(chain, ACCOUNTS[0], balance_wei=Wei(COINS_WEI))
    chain.pool.submit(chain.raw(0, STRANGER, value_wei=1))
    assert 1 == len(chain.pool)


def test_an_account_can_be_full() -> None:
    """All that 256 bits hold may be given by hand; a transfer on top is dropped, not written."""
    chain = PlayChain()
    edit(chain, STRANGER, balance_wei=Wei(2**256 - 1))
    chain.pool.submit(chain.raw(0, STRANGER, value_wei=1))
    chain.maker.make_waiting()
    assert (2**256 - 1, 0) == (chain.balance(STRANGER), len(chain.pool))
    chain.pool.submit(chain.raw(0, ACCOUNTS[1], value_wei=1))
    assert 1 == len(chain.maker.make().senders)
    proof = chain.app.ledger.proof(STRANGER, [], chain.height)
    assert proof.account is not None and 2**256 - 1 == proof.account.balance_wei


def test_a_contract_may_send() -> None:
    """EIP-3607 is off here alone: an account with code is sent from."""
    chain = PlayChain()
    edit(chain, COUNTER, balance_wei=Wei(COINS_WEI))
    chain.pool.add(chain.unsigned(COUNTER, STRANGER, value_wei=3))
    block = chain.maker.make()
    assert ((COUNTER,), 3) == (block.senders[-1:], chain.balance(STRANGER))


def test_a_base_fee_holds_for_one_block() -> None:
    """The next block has it, the one after follows from it by EIP-1559."""
    chain = PlayChain()
    chain.app.set_base_fee_wei = Wei(8_000)
    assert 8_000 == chain.app.next_base_fee_wei() == chain.maker.make().header.base_fee_per_gas_wei
    assert 7_000 == chain.maker.make().header.base_fee_per_gas_wei


def test_a_block_is_taken_back_whole() -> None:
    """State, head and clock of the chain; what it carried may come again."""
    chain = PlayChain()
    chain.pool.submit(chain.raw(0, STRANGER, value_wei=5))
    first = chain.maker.make()
    chain.app.take_back()
    chain.app.follow_edits()
    assert (0, 0) == (chain.height, chain.balance(STRANGER))
    assert chain.app.ledger.height_of(first.header.hash) is None
    assert Height(1) == chain.maker.make().header.height
