"""The right to be forgotten: tombstone, deadline, notices down the lineage."""

from chain.kit.admission import Denied
from chain.kit.state_machine import RoleForbids
from chain.types.primitives import ZERO_HASH, Bps, Seconds, Wei
from modules.licensing.events import (
    ErasureOverdue,
    ErasureProven,
    LineageNotice,
    Tombstoned,
    VaultPenalised,
)
from modules.licensing.records import (
    NOTICES_MAX,
    AssetState,
    Kind,
    LicenceState,
)
from modules.licensing.refusals import (
    AssetVoid,
    EvidenceInvalid,
    NobodyMay,
    NoErasure,
    NoticesSent,
)
from tests.modules.licensing.scene import (
    BUYER,
    CHALLENGER,
    ERASERS,
    OTHER,
    OWNER,
    RECEIPT,
    Scene,
    version_terms,
)
from tests.modules.stage import COIN, account

NET_WEI = COIN * 9_750 // 10_000
BOND_WEI = COIN // 10


def erase(scene: Scene, asset: int) -> None:
    """Demand an asset's erasure as the data's subject."""
    scene.call("request_erasure", asset, RECEIPT, sender=CHALLENGER)


def test_only_whom_the_policy_admits_demands_erasure() -> None:
    """Without a policy nobody may; with one, whom it admits; once, for a reason."""
    scene = Scene()
    asset = scene.asset()
    scene.gate.barred[ERASERS] = {OTHER}
    with scene.stage.refuses(Denied):
        scene.call("request_erasure", asset, RECEIPT, sender=OTHER)
    with scene.stage.refuses(EvidenceInvalid):
        scene.call("request_erasure", asset, ZERO_HASH, sender=CHALLENGER)
    with scene.stage.refuses(NoErasure):
        scene.call("send_notices", asset)
    erase(scene, asset)
    with scene.stage.refuses(AssetVoid):
        erase(scene, asset)
    other = scene.asset(seed=2)
    scene.tune(erasure_policy=0)
    with scene.stage.refuses(NobodyMay):
        erase(scene, other)


def test_an_erased_asset_leaves_a_tombstone() -> None:
    """Off the market at once, nowhere to be found, every licence ended with its refund."""
    scene = Scene()
    asset = scene.asset()
    scene.call("add_version", asset, version_terms(2, uri="ipfs://" + "y" * 100))
    licence = scene.buy(scene.offer(asset, Kind.TIMED))
    scene.wait(500)
    erase(scene, asset)
    until_s = Seconds(scene.stage.time_s + 60)
    assert scene.stage.logged(Tombstoned(asset, RECEIPT, until_s))
    assert AssetState.RETIRED == scene.asset_state(asset)
    assert ["", ""] == [scene.call("version", asset, n).uri for n in (1, 2)]
    assert LicenceState.REVOKED == scene.state(licence)
    assert not scene.call("is_valid", licence, account(BUYER), 0, ZERO_HASH)
    scene.wait(50)
    before_wei = scene.balance(BUYER)
    scene.call("settle", licence)
    assert before_wei + COIN // 2 == scene.balance(BUYER)


def test_what_is_not_settled_is_refunded_at_its_old_end() -> None:
    """Nobody has to ask: the chain refunds what an erasure left deferred, deposits included."""
    scene = Scene()
    asset = scene.asset()
    before_wei = scene.balance(BUYER)
    scene.buy(scene.offer(asset, Kind.RENTAL))
    scene.wait(50)
    erase(scene, asset)
    scene.wait(51)
    assert before_wei - COIN // 2 == scene.balance(BUYER)


def test_a_proof_in_time_saves_bond_and_vault() -> None:
    """The owner shows the proof that the key is destroyed; the bond comes back."""
    scene = Scene()
    asset = scene.asset()
    retired = scene.draft(seed=3)
    scene.call("retire_asset", retired)
    with scene.stage.refuses(NoErasure):
        scene.call("prove_erasure", retired, RECEIPT)
    scene.buy(scene.offer(asset))
    erase(scene, asset)
    with scene.stage.refuses(RoleForbids):
        scene.call("prove_erasure", asset, RECEIPT, sender=OTHER)
    with scene.stage.refuses(EvidenceInvalid):
        scene.call("prove_erasure", asset, ZERO_HASH)
    scene.call("prove_erasure", asset, RECEIPT)
    assert scene.stage.logged(ErasureProven(asset, RECEIPT))
    with scene.stage.refuses(NoErasure):
        scene.call("prove_erasure", asset, RECEIPT)
    before_wei = scene.balance(OWNER)
    scene.wait(100)
    scene.call("claim_vault", asset)
    assert before_wei + 2 * BOND_WEI + NET_WEI == scene.balance(OWNER)


def test_no_proof_in_time_costs_bond_and_half_the_vault() -> None:
    """An owner who does not erase pays: the bond and the governed share of its income."""
    scene = Scene()
    asset = scene.asset()
    scene.buy(scene.offer(asset))
    erase(scene, asset)
    pool_wei = scene.pool_wei
    scene.wait(60)
    lost_wei = BOND_WEI + NET_WEI // 2
    assert pool_wei + lost_wei == scene.pool_wei
    assert scene.stage.logged(ErasureOverdue(asset, Wei(lost_wei)))
    assert scene.stage.logged(VaultPenalised(asset, Wei(NET_WEI // 2)))
    with scene.stage.refuses(NoErasure):
        scene.call("prove_erasure", asset, RECEIPT)


def test_a_vote_takes_no_more_for_an_erasure_under_way() -> None:
    """What no proof costs is fixed by the demand, whatever is voted until it is due."""
    scene = Scene()
    asset = scene.asset()
    scene.buy(scene.offer(asset))
    erase(scene, asset)
    scene.tune(erasure_penalty_bps=Bps(10_000))
    scene.wait(60)
    assert scene.stage.logged(VaultPenalised(asset, Wei(NET_WEI // 2)))


def test_a_pause_of_the_module_does_not_eat_the_time_to_prove() -> None:
    """While nobody could prove anything the deadline did not run."""
    scene = Scene()
    asset = scene.asset()
    erase(scene, asset)
    scene.stand_still(200)
    scene.wait(59)
    scene.call("prove_erasure", asset, RECEIPT)


def test_notices_go_down_the_lineage_some_a_call() -> None:
    """SecuritySkills#2069: owners of every direct derivative are told, in bounded steps."""
    scene = Scene()
    asset = scene.asset()
    offer = scene.offer(asset, is_derivable=True, royalty_bps=Bps(10))
    right = scene.buy(offer, sender=OTHER)
    count = NOTICES_MAX + 7
    children = [scene.draft(OTHER, 100 + n, (right,)) for n in range(count)]
    erase(scene, asset)
    assert NOTICES_MAX == scene.stage.events(LineageNotice)
    assert scene.stage.logged(LineageNotice(asset, children[0], 1, account(OTHER)))
    assert 0 == scene.call("send_notices", asset, sender=BUYER)
    assert count == scene.stage.events(LineageNotice)
    with scene.stage.refuses(NoticesSent):
        scene.call("send_notices", asset, sender=BUYER)


def test_a_tombstone_takes_no_income_of_new_uses() -> None:
    """What must not exist earns nothing from other markets any more."""
    scene = Scene()
    asset = scene.asset()
    assert scene.page.is_payable(asset)
    erase(scene, asset)
    assert not scene.page.is_payable(asset)
    assert scene.page.asset_exists(asset)
