"""Tags: what a jury finds stops an asset's clock and holds its income for whose it is."""

import pytest

from chain.kit.module import Unauthorized
from chain.kit.state_machine import RoleForbids, StateForbids
from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Bps, Wei
from modules.licensing.events import (
    AssetTransferred,
    Disputed,
    Judged,
    Resolved,
    TagChanged,
)
from modules.licensing.module import Licensing
from modules.licensing.records import (
    AssetState,
    CaseKind,
    CaseState,
    Ground,
    Kind,
    LicenceState,
    Tag,
    TagState,
)
from modules.licensing.refusals import (
    AccountInvalid,
    AssetDisputed,
    AssetVoid,
    CaseOpen,
    DisputeTooSoon,
    EvidenceInvalid,
    OwnDispute,
    UnknownAsset,
    UnknownCase,
)
from tests.modules.courts import POOR, Court, NobodyDeposited
from tests.modules.licensing.scene import (
    BUYER,
    CHALLENGER,
    KEEPER,
    OTHER,
    OWNER,
    RECEIPT,
    Scene,
    hash_number,
)
from tests.modules.stage import COIN, account

L = LicenceState
NET_WEI = COIN * 9_750 // 10_000
BOND_WEI = COIN // 10


def tag_of(scene: Scene, asset: int = 1) -> TagState:
    """Return what is said against an asset."""
    return scene.page.overlays[asset].tag


def test_a_dispute_holds_the_vault_and_nothing_else() -> None:
    """While a jury looks at it sales go on, but nobody carries the income away."""
    scene = Scene()
    asset = scene.asset()
    offer = scene.offer(asset)
    scene.buy(offer)
    case = scene.accuse(asset, true_owner=OTHER)
    evidence = hash_number(1)
    event = Disputed(
        case,
        asset,
        account(CHALLENGER),
        CaseKind.TAG,
        Tag.NOT_THE_OWNERS,
        evidence,
        account(OTHER),
    )
    assert scene.stage.logged(event)
    assert scene.stage.logged(
        TagChanged(asset, TagState.CLEAN, TagState.CHALLENGED, "not_the_owners")
    )
    court = Court(scene.stage.host, scene.page.caller)
    assert NET_WEI + BOND_WEI == court.values[1]
    assert account(OWNER) == court.workers[1]
    with scene.stage.refuses(AssetDisputed):
        scene.call("claim_vault", asset)
    for name in ("transfer_asset", "retire_asset"):
        values = (account(OTHER),) if name == "transfer_asset" else ()
        with scene.stage.refuses(AssetDisputed if values else StateForbids):
            scene.call(name, asset, *values)
    scene.use(scene.buy(offer))
    scene.stage.call(Court, "dispute", 1)
    assert 0 == scene.rule(case, 10_000)
    assert TagState.CLEAN == tag_of(scene)
    assert scene.stage.logged(Judged(case, asset, CaseState.DISMISSED))
    assert 2 * NET_WEI == scene.call("claim_vault", asset)
    assert ([False], 1) == (scene.usage.verdicts, scene.usage.disputes)


def test_who_may_accuse_and_with_what() -> None:
    """Story 7725067a: evidence that was brought before is refused; so are empty accusations."""
    scene = Scene()
    asset = scene.asset()
    values = (asset, Tag.UNLAWFUL, ZERO_ADDRESS)
    with scene.stage.refuses(EvidenceInvalid):
        scene.call("raise_dispute", *values, ZERO_HASH, sender=CHALLENGER)
    with scene.stage.refuses(OwnDispute):
        scene.accuse(asset, sender=OWNER)
    with scene.stage.refuses(NobodyDeposited):
        scene.accuse(asset, sender=POOR)
    with scene.stage.refuses(AccountInvalid):
        scene.accuse(asset, true_owner=OWNER)
    with scene.stage.refuses(UnknownAsset):
        scene.accuse(7)
    scene.call("raise_dispute", *values, RECEIPT, sender=CHALLENGER)
    with scene.stage.refuses(StateForbids):
        scene.accuse(asset, sender=KEEPER)
    scene.rule(1, 10_000)
    with scene.stage.refuses(DisputeTooSoon):
        scene.accuse(asset)
    scene.wait(scene.params.dispute_cooldown_s)
    with scene.stage.refuses(EvidenceInvalid):
        scene.call("raise_dispute", *values, RECEIPT, sender=CHALLENGER)
    scene.accuse(asset)
    assert (1, 2) == scene.call("disputes_of", asset, 0, 9)
    with scene.stage.refuses(UnknownCase):
        scene.call("case_record", 3)


def test_an_owner_cannot_spend_what_is_brought_against_it() -> None:
    """Evidence seen on its way is no weapon: spent elsewhere by the owner, it counts here."""
    scene = Scene()
    asset = scene.asset()
    licence = scene.buy(scene.offer(asset))
    scene.call("revoke", licence, Ground.BREACH, RECEIPT)
    values = (asset, Tag.UNLAWFUL, ZERO_ADDRESS, RECEIPT)
    scene.call("raise_dispute", *values, sender=CHALLENGER)
    assert TagState.CHALLENGED == tag_of(scene)


def test_only_the_verifier_rules() -> None:
    """A ruling is heard from the verifier alone, once."""
    scene = Scene()
    case = scene.accuse(scene.asset())
    stranger = Licensing(scene.stage.host, scene.page.caller)
    with scene.stage.refuses(Unauthorized):
        stranger.claim_ruled(case, 1, Bps(0), Wei(0))
    with scene.stage.refuses(Unauthorized):
        stranger.claim_disputed(case, 1)
    assert BOND_WEI == scene.rule(case, 0)
    assert 0 == scene.rule(case, 0)
    assert TagState.TAGGED == tag_of(scene)


def test_while_tagged_no_licence_runs_and_no_time_passes() -> None:
    """A tag suspends every licence at once; after it each has all the time that was left."""
    scene = Scene()
    asset = scene.asset()
    timed = scene.buy(scene.offer(asset, Kind.TIMED))
    monthly = scene.buy(scene.offer(asset, Kind.SUBSCRIPTION))
    rental = scene.buy(scene.offer(asset, Kind.RENTAL))
    scene.wait(90)
    until = [scene.call("valid_until", licence) for licence in (timed, monthly, rental)]
    earned = [scene.call("licence", n).earned_wei for n in (timed, monthly, rental)]
    scene.tag(asset)
    assert [L.SUSPENDED] * 3 == [scene.state(n) for n in (timed, monthly, rental)]
    with scene.stage.refuses(StateForbids):
        scene.use(timed)
    scene.wait(200, step=50)
    assert earned == [scene.call("licence", n).earned_wei for n in (timed, monthly, rental)]
    scene.rule(scene.call("contest_tag", asset, scene.fresh()), 0)
    assert [L.ACTIVE] * 3 == [scene.state(n) for n in (timed, monthly, rental)]
    assert until == [scene.call("valid_until", n) for n in (timed, monthly, rental)]
    assert scene.stage.time_s - 200 == scene.call("clock", asset)
    scene.wait(9)
    scene.use(rental)
    scene.wait(86_400)
    assert [L.EXPIRED, L.LAPSED, L.EXPIRED] == [scene.state(n) for n in (timed, monthly, rental)]


def test_income_waits_in_escrow_and_is_the_owners_after_the_tag() -> None:
    """L6: what a tagged asset earns through others is kept, not lost, and claimable afterwards."""
    scene = Scene()
    parent = scene.asset()
    child = scene.derivative(parent)
    scene.buy(scene.offer(parent))
    held_wei = scene.page.vaults[parent].claimable_wei
    scene.tag(parent)
    assert held_wei == scene.page.vaults[parent].escrow_wei
    scene.buy(scene.offer(child))
    assert held_wei + NET_WEI // 10 == scene.page.vaults[parent].escrow_wei
    assert 0 == scene.page.vaults[child].escrow_wei
    with scene.stage.refuses(AssetDisputed):
        scene.call("claim_vault", parent)
    scene.rule(scene.call("contest_tag", parent, scene.fresh()), 0)
    event = Resolved(parent, account(OWNER), Wei(held_wei + NET_WEI // 10))
    assert scene.stage.logged(event)
    assert held_wei + NET_WEI // 10 == scene.call("claim_vault", parent)


def test_a_won_dispute_redirects_income_to_the_true_owner() -> None:
    """core-v1#388: escrow, ownership and all later income are the true owner's."""
    scene = Scene()
    asset = scene.asset()
    licence = scene.buy(scene.offer(asset, Kind.TIMED))
    scene.buy(scene.offer(asset))
    scene.wait(500)
    scene.tag(asset, true_owner=OTHER)
    event = AssetTransferred(asset, account(OWNER), account(OTHER), "redirected")
    assert scene.stage.logged(event)
    assert AssetState.PAUSED == scene.asset_state(asset)
    with scene.stage.refuses(RoleForbids):
        scene.call("clear_tag", asset)
    with scene.stage.refuses(RoleForbids):
        scene.call("contest_tag", asset, scene.fresh())
    scene.call("clear_tag", asset, sender=OTHER)
    assert L.ACTIVE == scene.state(licence)
    scene.call("settle", licence)
    before_wei = scene.balance(OTHER)
    scene.call("claim_vault", asset)
    assert before_wei + NET_WEI + NET_WEI // 2 == scene.balance(OTHER)
    scene.call("resume_asset", asset, sender=OTHER)


def test_a_true_owner_may_retire_instead() -> None:
    """Retirement by the true owner ends the tag; escrow and the bond's rest are its own."""
    scene = Scene()
    asset = scene.asset()
    scene.buy(scene.offer(asset))
    scene.rule(scene.accuse(asset, OTHER), 4_000)
    before_wei = scene.balance(OTHER)
    with scene.stage.refuses(RoleForbids):
        scene.call("retire_asset", asset)
    scene.call("retire_asset", asset, sender=OTHER)
    assert (AssetState.RETIRED, TagState.CLEAN) == (scene.asset_state(asset), tag_of(scene))
    scene.call("claim_vault", asset)
    scene.wait(scene.params.bond_hold_s)
    assert before_wei + NET_WEI + BOND_WEI * 4_000 // 10_000 == scene.balance(OTHER)


def test_a_true_owner_who_says_nothing_keeps_what_is_its_own() -> None:
    """The tag of an asset that was given to its owner ends by itself."""
    scene = Scene()
    asset = scene.asset()
    scene.buy(scene.offer(asset))
    scene.tag(asset, true_owner=OTHER)
    scene.wait(scene.params.tag_timeout_s)
    assert (AssetState.PAUSED, TagState.CLEAN) == (scene.asset_state(asset), tag_of(scene))
    assert NET_WEI == scene.page.vaults[asset].claimable_wei


def test_a_tag_that_nobody_lifts_is_final() -> None:
    """Its licences are refunded what they deferred; its income is the community's from then on."""
    scene = Scene()
    asset = scene.asset()
    child = scene.derivative(asset)
    licence = scene.buy(scene.offer(asset, Kind.TIMED))
    scene.wait(250)
    scene.tag(asset)
    scene.wait(scene.params.tag_timeout_s)
    assert (AssetState.RETIRED, TagState.CLEAN) == (scene.asset_state(asset), tag_of(scene))
    assert L.REVOKED == scene.state(licence)
    before_wei, pool_wei = scene.balance(BUYER), scene.pool_wei
    scene.call("settle", licence, sender=KEEPER)
    assert before_wei + COIN * 3 // 4 == scene.balance(BUYER)
    scene.buy(scene.offer(child))
    scene.call("claim_vault", asset, sender=KEEPER)
    assert scene.pool_wei > pool_wei
    assert 0 == scene.page.vaults[asset].claimable_wei
    with scene.stage.refuses(AssetVoid):
        scene.accuse(asset)


def test_a_contest_that_is_lost_leaves_the_tag() -> None:
    """The owner may try again with other evidence, one contest at a time."""
    scene = Scene()
    asset = scene.asset()
    scene.tag(asset)
    case = scene.call("contest_tag", asset, scene.fresh())
    court = Court(scene.stage.host, scene.page.caller)
    assert account(CHALLENGER) == court.workers[2]
    with scene.stage.refuses(CaseOpen):
        scene.call("contest_tag", asset, scene.fresh())
    scene.rule(case, 10_000)
    assert TagState.TAGGED == tag_of(scene)
    assert [True, True] == scene.usage.verdicts
    again = scene.call("contest_tag", asset, scene.fresh())
    scene.wait(scene.params.verdict_timeout_s)
    assert CaseState.LAPSED == scene.call("case_record", again).state
    scene.wait(1)
    assert TagState.CLEAN == tag_of(scene)  # it is final by then, and the asset void
    assert scene.page.overlays[asset].void_s


def test_a_dispute_without_a_word_in_time_clears() -> None:
    """Nobody is punished by a jury's silence; a word that comes later changes nothing."""
    scene = Scene()
    asset = scene.asset()
    case = scene.accuse(asset)
    scene.wait(scene.params.verdict_timeout_s)
    assert TagState.CLEAN == tag_of(scene)
    assert 0 == scene.rule(case, 0)
    assert TagState.CLEAN == tag_of(scene)
    assert 0 == scene.page.overlays[asset].case


def test_the_rest_of_a_fee_goes_to_who_paid_it() -> None:
    """What the verifier gives back of a fee is the challenger's, not the house's."""
    scene = Scene()
    case = scene.accuse(scene.asset())
    scene.stage.host.mint(Court.address, Wei(77))
    before_wei = scene.balance(CHALLENGER)
    scene.rule(case, 10_000, refund_wei=77)
    assert before_wei + 77 == scene.balance(CHALLENGER)


@pytest.mark.parametrize("bps", [4_999, 5_000])
def test_half_of_the_value_is_the_line(bps: int) -> None:
    """An owner who keeps half or more of what was at stake is in the right."""
    scene = Scene()
    scene.rule(scene.accuse(scene.asset()), bps)
    assert (TagState.TAGGED if bps < 5_000 else TagState.CLEAN) == tag_of(scene)
