"""Assets: drafted, versioned, listed, handed over, retired."""

from chain.kit.state_machine import RoleForbids
from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Bps, Hash32, Seconds, Wei
from modules.licensing.events import (
    AssetBondEnded,
    AssetCreated,
    AssetMoved,
    AssetTransferred,
    Listed,
    VersionPublished,
)
from modules.licensing.records import VERSIONS_MAX, AssetState, VersionTerms
from modules.licensing.refusals import (
    AccountInvalid,
    AssetDisputed,
    BondMismatch,
    TooManyVersions,
    UnknownAsset,
    UnknownVersion,
    VersionInvalid,
)
from tests.modules.licensing.scene import BUYER, OTHER, OWNER, Scene, version_terms
from tests.modules.stage import COIN, account

BOND_WEI = COIN // 10


def test_an_asset_begins_as_a_bonded_draft() -> None:
    """Registration costs a bond (ERC-8004#73), and commits to content and schema."""
    scene = Scene()
    for value_wei in (0, BOND_WEI + 1):
        with scene.stage.refuses(BondMismatch):
            scene.call("create_asset", version_terms(), value_wei=value_wei)
    asset = scene.draft()
    assert scene.stage.logged(AssetCreated(asset, account(OWNER), Wei(BOND_WEI)))
    found = scene.call("version", asset, 1)
    event = VersionPublished(asset, 1, found.content, found.schema, Bps(0), Seconds(0))
    assert scene.stage.logged(event)
    assert BOND_WEI == scene.call("totals").bonds_wei
    scene.call("list_asset", asset)
    assert scene.stage.logged(Listed(asset))
    assert (1, (asset,)) == (
        scene.call("asset_total"),
        scene.call("assets_of", account(OWNER), 0, 9),
    )
    with scene.stage.refuses(UnknownAsset):
        scene.call("asset", 2)
    with scene.stage.refuses(UnknownVersion):
        scene.call("version", asset, 2)
    with scene.stage.refuses(UnknownAsset):
        scene.call("version", 2**250, 1)


def test_a_version_commits_to_something() -> None:
    """Zero hashes and endless places are refused; versions of one asset are bounded."""
    scene = Scene()
    asset = scene.draft()
    good = version_terms()
    bad = (
        VersionTerms(ZERO_HASH, good.schema, "", ()),
        VersionTerms(good.content, ZERO_HASH, "", ()),
        VersionTerms(good.content, good.schema, "x" * 257, ()),
    )
    for terms in bad:
        with scene.stage.refuses(VersionInvalid):
            scene.call("add_version", asset, terms)
    for number in range(2, VERSIONS_MAX + 1):
        assert number == scene.call("add_version", asset, version_terms(number))
    with scene.stage.refuses(TooManyVersions):
        scene.call("add_version", asset, version_terms(999))


def test_tagged_assets_take_no_versions_and_no_listing() -> None:
    """The owner of what is tagged changes nothing about it."""
    scene = Scene()
    asset, draft = scene.asset(), scene.draft(seed=2)
    scene.tag(asset)
    scene.tag(draft)
    with scene.stage.refuses(AssetDisputed):
        scene.call("add_version", asset, version_terms(2))
    with scene.stage.refuses(AssetDisputed):
        scene.call("list_asset", draft)
    with scene.stage.refuses(AssetDisputed):
        scene.call("transfer_asset", asset, account(OTHER))
    scene.call("pause_asset", asset)
    with scene.stage.refuses(AssetDisputed):
        scene.call("resume_asset", asset)


def test_what_was_earned_stays_with_who_owned_it() -> None:
    """L3: a transfer pays the vault to the old owner; from then on all is the new one's."""
    scene = Scene()
    asset = scene.asset()
    offer = scene.offer(asset)
    scene.buy(offer)
    before_wei, net_wei = scene.balance(OWNER), COIN * 9_750 // 10_000
    for target in (ZERO_ADDRESS, account(OWNER), scene.page.address):
        with scene.stage.refuses(AccountInvalid):
            scene.call("transfer_asset", asset, target)
    scene.call("transfer_asset", asset, account(OTHER))
    assert before_wei + net_wei == scene.balance(OWNER)
    event = AssetTransferred(asset, account(OWNER), account(OTHER), "transferred")
    assert scene.stage.logged(event)
    scene.buy(offer)
    with scene.stage.refuses(RoleForbids):
        scene.call("close_offer", offer)
    after_wei = scene.balance(OTHER)
    scene.call("claim_vault", asset, sender=BUYER)
    assert after_wei + net_wei == scene.balance(OTHER)
    assert (asset,) == scene.call("assets_of", account(OTHER), 0, 9)


def test_the_bond_of_a_retired_asset_comes_back_by_itself() -> None:
    """Retired is for good; licences go on, income is claimed, the bond is back after a time."""
    scene = Scene()
    asset = scene.asset()
    licence = scene.buy(scene.offer(asset))
    scene.call("retire_asset", asset)
    event = AssetMoved(asset, AssetState.LISTED, AssetState.RETIRED, "retired")
    assert scene.stage.logged(event)
    scene.use(licence)
    before_wei = scene.balance(OWNER)
    scene.wait(99)
    assert before_wei == scene.balance(OWNER)
    scene.wait(1)
    assert before_wei + BOND_WEI == scene.balance(OWNER)
    reason = "bond_returned"
    assert scene.stage.logged(AssetBondEnded(asset, account(OWNER), Wei(BOND_WEI), reason))
    scene.call("claim_vault", asset)
    assert Hash32(version_terms().content) == scene.call("version", asset, 1).content
