"""An asset's income, in a ledger of its own."""

from chain.kit.module import Paused
from chain.types.primitives import Wei
from modules.licensing.events import RoyaltyPaid, RoyaltyReceived, VaultClaimed
from modules.licensing.refusals import AssetNotPayable, NothingToClaim, RoyaltyMissing
from tests.modules.licensing.scene import BUYER, KEEPER, OTHER, OWNER, Models, Scene
from tests.modules.stage import COIN, account

NET_WEI = COIN * 9_750 // 10_000


def pay(scene: Scene, asset: int, value_wei: int, told_wei: int = 0) -> None:
    """Let the models' market pay an asset."""
    told = Wei(told_wei or value_wei)
    scene.stage.call(Models, "pay_royalty", asset, told, sender=BUYER, value_wei=value_wei)


def test_anybody_lets_an_owner_be_paid() -> None:
    """A claim pays the owner, whoever makes it; an empty vault is refused."""
    scene = Scene()
    asset = scene.asset()
    with scene.stage.refuses(NothingToClaim):
        scene.call("claim_vault", asset)
    scene.buy(scene.offer(asset))
    before_wei = scene.balance(OWNER)
    assert NET_WEI == scene.call("claim_vault", asset, sender=KEEPER)
    assert before_wei + NET_WEI == scene.balance(OWNER)
    assert scene.stage.logged(VaultClaimed(asset, account(OWNER), Wei(NET_WEI)))
    found = scene.call("vault", asset)
    assert (NET_WEI, NET_WEI, 0) == (found.received_wei, found.claimed_wei, found.claimable_wei)


def test_no_vault_is_paid_from_anothers_coins() -> None:
    """Story LAP pools balances by policy: here each asset has its own, and claims that alone."""
    scene = Scene()
    first, second = scene.asset(), scene.asset(OTHER, 2)
    scene.buy(scene.offer(first))
    with scene.stage.refuses(NothingToClaim):
        scene.call("claim_vault", second, sender=OTHER)
    assert NET_WEI == scene.page.vaults[first].claimable_wei


def test_models_pay_data_and_all_it_was_made_of() -> None:
    """What another market pays after its own fees is split among the ancestors like any income."""
    scene = Scene()
    parent = scene.asset()
    child = scene.derivative(parent)
    before_wei = scene.page.vaults[parent].received_wei
    pay(scene, child, 1_001)
    assert before_wei + 100 == scene.page.vaults[parent].received_wei
    assert 901 == scene.page.vaults[child].received_wei
    assert scene.stage.logged(RoyaltyReceived(child, account(BUYER), Wei(1_001)))
    assert scene.stage.logged(RoyaltyPaid(child, parent, Wei(100)))
    scene.tag(child)
    pay(scene, child, 1_000)
    assert (0, 1_801) == (
        scene.page.vaults[child].claimable_wei,
        scene.page.vaults[child].escrow_wei,
    )


def test_only_coins_that_came_are_booked() -> None:
    """ocean-node#350: exactly the amount told must be here; drafts and the unknown take none."""
    scene = Scene()
    asset = scene.asset()
    with scene.stage.refuses(RoyaltyMissing):
        pay(scene, asset, 5, told_wei=6)
    for number in (scene.draft(seed=2), 9, 0):
        with scene.stage.refuses(AssetNotPayable):
            pay(scene, number, 5)
    scene.page.set_paused(True)
    assert not scene.page.is_payable(asset)
    with scene.stage.refuses(Paused):
        pay(scene, asset, 5)


def test_asset_zero_does_not_exist() -> None:
    """Story 1e80201b: `exists(0)` said yes; numbers begin with 1, and nothing is paid to 0."""
    scene = Scene()
    scene.asset()
    assert not scene.page.asset_exists(0)
    assert not scene.page.is_payable(0)
    assert scene.page.asset_exists(1)


def test_the_retired_are_still_paid() -> None:
    """core-v1#91: what is off the market still earns from what was made of it."""
    scene = Scene()
    parent = scene.asset()
    child = scene.derivative(parent)
    scene.call("retire_asset", parent)
    before_wei = scene.page.vaults[parent].received_wei
    scene.buy(scene.offer(child))
    pay(scene, parent, 10)
    assert before_wei + NET_WEI // 10 + 10 == scene.page.vaults[parent].received_wei
    assert not scene.page.asset_exists(99)
