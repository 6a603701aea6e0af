"""
Issuance by the schedule, and the ledger of the supply.

Genesis, plus minted, less burned, is what all accounts hold, and no issuance passes the cap.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.errors import Malformed
from chain.kit.host import CallInfo
from chain.types.primitives import Bps, Wei
from modules.governance.module import Governance
from modules.governance.records import ParameterChange
from modules.mint.module import Mint
from modules.mint.records import (
    MINT_GAP_S_MAX,
    REPORT_PERIOD_S,
    Burned,
    Issued,
    MintGenesis,
    MintParams,
    NothingToBurn,
)
from modules.mint.schedule import issue_wei, next_rate
from modules.rewards.module import Rewards
from modules.staking.module import Staking
from tests.modules.chain_of_five import enact, five, propose
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


def test_genesis_and_the_first_block_issue_nothing() -> None:
    """However long before the first block genesis was written, nobody is paid for that time."""
    stage = five()
    stage.host.advance(0, 10**6)
    stage.next_block()
    assert 0 == stage.call(Mint, "minted") == stage.host.balance_wei(Rewards.address)


def test_each_block_is_worth_its_seconds() -> None:
    """Supply times rate times seconds is created in the account of rewards, and told by views."""
    stage = five()
    stage.next_block(5)
    supply_wei, rate = stage.call(Mint, "supply"), stage.call(Mint, "inflation_rate")
    stage.next_block(5)
    rate = next_rate(rate, stage.call(Mint, "bonded_ratio"), 5, MintParams())
    expected_wei = issue_wei(supply_wei, rate, 5, 2 * supply_wei)
    assert 0 < expected_wei == stage.call(Mint, "minted")
    assert expected_wei == stage.call(Rewards, "undistributed")
    assert rate == stage.call(Mint, "inflation_rate")
    assert stage.call(Mint, "supply") * rate // 10**18 == stage.call(Mint, "annual_provisions")


def test_blocks_of_one_second_share_it() -> None:
    """Blocks in the same second are paid for it once: time is counted, not blocks."""
    stage = five()
    stage.next_block(3)
    stage.next_block(0)
    once_wei = stage.call(Mint, "minted")
    stage.next_block(0)
    stage.next_block(0)
    assert 0 < once_wei == stage.call(Mint, "minted")


def test_halt_issues_no_lump() -> None:
    """After a chain stood still, the first block is paid for MINT_GAP_S_MAX seconds, no more."""
    halted, lively = five(), five()
    for stage, seconds in ((halted, 10**6), (lively, MINT_GAP_S_MAX)):
        stage.next_block(seconds)
        stage.next_block(1)
    assert 0 < lively.call(Mint, "minted") == halted.call(Mint, "minted")


def test_rate_falls_as_more_is_staked_and_rises_as_less_is() -> None:
    """The bonded ratio steers the rate: below the goal up, above it down."""
    params = MintParams(goal_bonded_bps=Bps(1_000))
    stage = five(mint=MintGenesis(params))
    stage.next_block(60)
    start = stage.call(Mint, "inflation_rate")
    stage.next_block(60)
    risen = stage.call(Mint, "inflation_rate")
    assert start < risen
    for number in (5, 6):
        values = (account(1),)
        stage.call(Staking, "delegate", *values, sender=number, value_wei=800_000 * COIN)
    assert 2 * 10**17 > stage.call(Mint, "bonded_ratio") > 10**17
    stage.next_block(60)
    assert risen > stage.call(Mint, "inflation_rate")


def test_issuance_stops_at_the_cap() -> None:
    """The last coins below the cap are created, and then none, whatever the rate says."""
    stage = five(mint=MintGenesis(MintParams(supply_bps_max=Bps(10_000))))
    cap_wei = stage.call(Mint, "supply_cap")
    assert stage.call(Mint, "genesis_supply") == cap_wei == stage.call(Mint, "supply")
    stage.next_block(60)
    stage.next_block(60)
    assert 0 == stage.call(Mint, "minted")
    stage.call(Mint, "burn_coins", sender=3, value_wei=1_000)
    stage.next_block(60)
    assert (1_000, 1_000) == (stage.call(Mint, "minted"), stage.call(Mint, "burned"))
    assert cap_wei == stage.call(Mint, "supply")


def test_issuance_is_told_once_a_day() -> None:
    """One event a day says how much came since the last one, however many blocks there were."""
    stage = five()
    stage.next_block(60)
    for _ in range(3):
        stage.next_block(REPORT_PERIOD_S // 3)
    assert 0 == stage.events(Issued)
    minted_wei = stage.call(Mint, "minted")
    stage.next_block(1)
    amount_wei, supply_wei = stage.call(Mint, "minted"), stage.call(Mint, "supply")
    assert minted_wei < amount_wei
    assert stage.logged(Issued(amount_wei, supply_wei, stage.call(Mint, "inflation_rate")))
    stage.next_block(REPORT_PERIOD_S)
    stage.next_block(1)
    again_wei = Wei(stage.call(Mint, "minted") - amount_wei)
    supply_wei, rate = stage.call(Mint, "supply"), stage.call(Mint, "inflation_rate")
    assert stage.logged(Issued(again_wei, supply_wei, rate))
    assert 2 == stage.events(Issued)


def test_governance_changes_the_schedule_in_small_steps() -> None:
    """A vote moves the cap or the rates within bounds and by a step, never at once to anything."""
    stage = five()
    assert MintParams() == stage.call(Mint, "params")
    enact(stage, propose(stage, "mint.supply_bps_max", 20_000, 22_500))
    assert 22_500 == stage.call(Mint, "params").supply_bps_max
    preview = [
        stage.call(Governance, "preview", (ParameterChange(f"mint.{name}", before, after),))
        for name, before, after in (
            ("supply_bps_max", 22_500, 25_000),
            ("inflation_bps_max", 2_000, 2_001),
            ("inflation_bps_min", 700, 900),
            ("inflation_bps_min", 700, 800),
        )
    ]
    assert ["cooldown" in preview[0], "0 to 2000" in preview[1], "at most 100" in preview[2]] == [
        True
    ] * 3
    assert "" == preview[3]


def test_genesis_schedule_keeps_its_bounds() -> None:
    """A least above the most is refused; a rate outside of them begins at the nearest."""
    mint = Mint(five().host, CallInfo(Mint.address))
    with pytest.raises(Malformed):
        mint.genesis(MintGenesis(MintParams(inflation_bps_max=Bps(600))))
    bounds = MintParams(inflation_bps_min=Bps(0), inflation_bps_max=Bps(0))
    stage = five(mint=MintGenesis(bounds))
    stage.next_block(60)
    stage.next_block(60)
    assert (0, 0) == (stage.call(Mint, "inflation_rate"), stage.call(Mint, "minted"))
