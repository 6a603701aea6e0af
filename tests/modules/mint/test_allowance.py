"""What devices may draw of the schedule: accrued, drawn, lapsed, and never above the cap."""

import pytest

from chain.kit.assembly import Assembly, provided_by
from chain.kit.host import CallInfo
from chain.kit.module import Module, Unauthorized, call, peer
from chain.types.primitives import Bps, Wei
from modules.mint.module import Mint
from modules.mint.records import ALLOWANCE_PERIOD_S, AllowanceLapsed, MintGenesis, MintParams
from modules.rewards.module import Rewards
from modules.rewards.records import RewardsGenesis
from modules.staking.module import Staking
from modules.staking.records import GenesisValidator, StakingGenesis
from modules.treasury.module import Treasury
from tests.modules.stage import COIN, NoRewards, Stage, account


class Drawer(Module, address=0x0A04, name="devices"):
    """Whoever may draw."""

    mint: Mint = peer()

    @call()
    def draw(self, amount_wei: Wei) -> Wei:
        """Draw."""
        return self.mint.draw(amount_wei)


class Thief(Module, address=0x0AFF, name="thief"):
    """Whoever may not."""

    mint: Mint = peer()

    @call()
    def draw(self, amount_wei: Wei) -> Wei:
        """Try to draw."""
        return self.mint.draw(amount_wei)


DRAWN = Assembly(
    (Staking, Rewards, Drawer, Thief, Mint),
    {
        "staking": {"rewards": lambda consumer: NoRewards()},
        "rewards": {"stakes": provided_by(Staking), "treasury": provided_by(Treasury)},
        "devices": {"mint": provided_by(Mint)},
        "thief": {"mint": provided_by(Mint)},
        "mint": {
            "stakes": provided_by(Staking),
            "rewards": provided_by(Rewards),
            "devices": provided_by(Drawer),
        },
    },
)


def sharing(device_share_bps: int = 2_000, supply_bps_max: int = 20_000) -> Stage:
    """Return a stage whose schedule leaves a share to devices."""
    params = MintParams(device_share_bps=Bps(device_share_bps), supply_bps_max=Bps(supply_bps_max))
    stage = Stage(
        DRAWN,
        staking=StakingGenesis(validators=(GenesisValidator(account(1), Wei(100 * COIN), "v"),)),
        rewards=RewardsGenesis(),
        mint=MintGenesis(params),
    )
    stage.next_block()
    return stage


def holdings(stage: Stage) -> int:
    """Return all coins of all accounts."""
    return sum(stage.host.balances_wei.values())


def test_share_of_issuance_accrues_instead_of_being_minted() -> None:
    """Of what the schedule issues, the share waits and the rest is minted; together they are it."""
    shared, plain = sharing(), sharing(0)
    for stage in (shared, plain):
        stage.next_block(10)
        stage.next_block(1)
    assert 0 == plain.call(Mint, "allowance")
    allowed_wei, minted_wei = shared.call(Mint, "allowance"), shared.call(Mint, "minted")
    first_wei = plain.call(Mint, "minted")
    assert 0 <= first_wei - (allowed_wei + minted_wei) <= first_wei // 10**6
    assert 0 <= minted_wei // 4 - allowed_wei <= 10


def test_devices_draw_at_most_the_allowance() -> None:
    """What is drawn is minted to the devices' account and counted; more than allowed is not."""
    stage = sharing()
    stage.next_block(10)
    stage.next_block(0)
    allowed_wei, minted_wei = stage.call(Mint, "allowance"), stage.call(Mint, "minted")
    assert 7 == stage.call(Drawer, "draw", Wei(7))
    assert allowed_wei - 7 == stage.call(Drawer, "draw", Wei(10**30))
    assert 0 == stage.call(Drawer, "draw", Wei(1)) == stage.call(Mint, "allowance")
    stage.next_block(0)
    assert minted_wei + allowed_wei == stage.call(Mint, "minted")
    assert allowed_wei == stage.host.balance_wei(Drawer.address)
    assert holdings(stage) == stage.call(Mint, "supply")


def test_only_devices_draw() -> None:
    """Another module's word creates nothing; a paused mint creates nothing for anyone."""
    stage = sharing()
    stage.next_block(10)
    stage.next_block(0)
    with stage.refuses(Unauthorized):
        stage.call(Thief, "draw", Wei(1))
    Mint(stage.host, CallInfo(Mint.address)).set_paused(True)
    assert 0 == stage.call(Drawer, "draw", Wei(1))


def test_undrawn_allowance_lapses() -> None:
    """What nobody draws for two periods is never created; what is newer can still be drawn."""
    stage = sharing()
    stage.next_block(60)
    stage.next_block(ALLOWANCE_PERIOD_S)
    first_wei = stage.call(Mint, "allowance")
    stage.next_block(ALLOWANCE_PERIOD_S)
    assert 0 == stage.events(AllowanceLapsed)
    stage.next_block(ALLOWANCE_PERIOD_S)
    assert stage.logged(AllowanceLapsed(first_wei))
    assert 0 < stage.call(Mint, "allowance") < 3 * first_wei
    minted_wei = stage.call(Mint, "minted")
    stage.call(Drawer, "draw", Wei(10**30))
    stage.next_block(0)
    assert minted_wei < stage.call(Mint, "minted")
    assert holdings(stage) == stage.call(Mint, "supply")


@pytest.mark.parametrize("burned_wei", [0, 10**15])
def test_draws_keep_below_the_cap(burned_wei: int) -> None:
    """An allowance that accrued below the cap is not drawn above it."""
    stage = sharing(5_000, 10_000)
    stage.call(Mint, "burn_coins", sender=2, value_wei=2 * COIN)
    stage.next_block(60)
    stage.next_block(60)
    stage.call(Mint, "burn_coins", sender=2, value_wei=burned_wei or 1)
    for _ in range(400):
        stage.next_block(60)
    stage.call(Drawer, "draw", Wei(10**30))
    stage.next_block(0)
    assert stage.call(Mint, "supply") <= stage.call(Mint, "supply_cap")
    assert holdings(stage) == stage.call(Mint, "supply")
