"""The ledger of the supply: genesis, plus minted, less burned, is what all accounts hold."""

from hypothesis import given, settings
from hypothesis import strategies as st

from chain.kit.host import CallInfo
from chain.types.primitives import Wei
from modules.mint.module import Burned, Mint, NothingToBurn
from tests.modules.chain_of_five import five
from tests.modules.stage import COIN, Stage, account


def holdings(stage: Stage) -> int:
    """Return all coins of all accounts."""
    return sum(stage.host.balances_wei.values())


def test_genesis_counts_every_coin_the_chain_begins_with() -> None:
    """Stake minted by modules and coins given to accounts are the genesis supply."""
    stage = five()
    assert holdings(stage) == stage.call(Mint, "supply") == stage.call(Mint, "genesis_supply")


def test_anyone_may_burn_their_own_coins() -> None:
    """Burned coins are gone, and counted once the block ends."""
    stage = five()
    before_wei = stage.balance_wei(3)
    stage.call(Mint, "burn_coins", sender=3, value_wei=2 * COIN)
    assert stage.logged(Burned(account(3), Wei(2 * COIN)))
    assert before_wei - 2 * COIN == stage.balance_wei(3)
    stage.next_block()
    assert 2 * COIN == stage.call(Mint, "burned")
    assert 0 == stage.call(Mint, "minted")
    assert holdings(stage) == stage.call(Mint, "supply")
    with stage.refuses(NothingToBurn):
        stage.call(Mint, "burn_coins", sender=3)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 6), st.integers(0, 10**20), st.booleans()), max_size=12))
def test_supply_is_what_all_accounts_hold(steps: list[tuple[int, int, bool]]) -> None:
    """After every block the ledger equals the sum of all balances (subtensor#563, #2274, #3156)."""
    stage = five()
    for who, amount, burns in steps:
        if burns and amount:
            stage.call(Mint, "burn_coins", sender=who, value_wei=amount)
        else:
            stage.host.mint(account(who), Wei(amount))
        stage.next_block()
        assert holdings(stage) == stage.call(Mint, "supply")
        assert stage.call(Mint, "supply") == (
            stage.call(Mint, "genesis_supply")
            + stage.call(Mint, "minted")
            - stage.call(Mint, "burned")
        )


def test_ledger_that_cannot_be_pauses_the_module() -> None:
    """More burned than ever was is an invariant broken."""
    stage = five()
    mint = Mint(stage.host, CallInfo(Mint.address))
    mint.burned_total_wei = Wei(stage.call(Mint, "supply") + 1)
    stage.assembly.end_block(stage.host)
    assert mint.is_paused


def test_more_held_than_exists_pauses_the_module() -> None:
    """Coins that the ledger never saw, held by the module itself, are noticed."""
    stage = five()
    stage.host.mint(Mint.address, Wei(2 * stage.call(Mint, "supply")))
    stage.host.minted_wei = 0  # as if they came from nowhere
    stage.assembly.end_block(stage.host)
    assert Mint(stage.host, CallInfo(Mint.address)).is_paused
