"""How each thing of licensing is brought into each of its states."""

from dataclasses import replace
from typing import Any

from chain.types.primitives import Wei
from modules.licensing.machines import LIVE, VALID
from modules.licensing.module import Licensing
from modules.licensing.records import (
    AssetState,
    CaseState,
    Kind,
    LicenceState,
    OfferState,
    RevocationState,
    Standing,
    TagState,
)
from tests.modules.licensing.scene import (
    BUYER,
    CHALLENGER,
    RECEIPT,
    Scene,
)
from tests.modules.stage import COIN, account
from tests.modules.triples import Tried

A, L, R, C, G = AssetState, LicenceState, RevocationState, CaseState, TagState
TRUE_OWNER, REVOKING, SEATED = 10, 12, 11


def scene_of(tried: Any) -> Scene:
    """Return the scene behind a triple."""
    found: Scene = tried.scene
    return found


def reach_asset(state: AssetState, scene: Scene | None = None) -> Tried:
    """Bring an asset into a state, with income in its vault where it can have any."""
    scene = scene or Scene()
    if state == A.NOTHING:
        return Tried(scene, 1)
    asset = scene.draft()
    if state == A.DRAFT:
        _endow(scene, asset)
        return Tried(scene, asset)
    scene.call("list_asset", asset)
    scene.buy(scene.offer(asset))
    if state == A.PAUSED:
        scene.call("pause_asset", asset)
    if state == A.RETIRED:
        scene.call("request_erasure", asset, RECEIPT, sender=CHALLENGER)
        erasure = scene.page.erasures[asset]
        assert erasure.requested_s
    return Tried(scene, asset)


def _endow(scene: Scene, asset: int) -> None:
    """Give a draft income, as one has that was handed over by a ruling."""
    page = scene.page
    scene.stage.host.mint(Licensing.address, Wei(COIN))
    vault = replace(page.vaults[asset], received_wei=Wei(COIN), claimable_wei=Wei(COIN))
    page.vaults[asset] = vault
    page.add(vaults_wei=COIN)


def reach_tag(state: TagState, scene: Scene | None = None, *, is_redirected: bool = False) -> Tried:
    """Bring an asset's tag into a state."""
    scene = scene or Scene()
    asset = scene.asset()
    scene.buy(scene.offer(asset))
    if state == G.CHALLENGED:
        scene.accuse(asset)
    if state == G.TAGGED:
        scene.tag(asset, TRUE_OWNER if is_redirected else 0)
    return Tried(scene, asset)


def reach_offer(state: OfferState, scene: Scene | None = None) -> Tried:
    """Bring an offer into a state."""
    scene = scene or Scene()
    asset = scene.asset()
    if state != OfferState.NOTHING:
        scene.offer(asset)
    if state == OfferState.CLOSED:
        scene.call("close_offer", 1)
    return Tried(scene, 1)


KIND_OF = {
    L.OVERDUE: Kind.RENTAL,
    L.RETURNED: Kind.RENTAL,
    L.EXHAUSTED: Kind.USES,
    L.EXPIRED: Kind.TIMED,
}


def reach_licence(
    state: LicenceState, kind: Kind | None = None, scene: Scene | None = None
) -> Tried:
    """Bring a licence into a state; a subscription where nothing else is needed."""
    scene = scene or Scene()
    if state == L.NOTHING:
        scene.offer(scene.asset())
        return Tried(scene, 1)
    kind = KIND_OF.get(state, Kind.SUBSCRIPTION) if kind is None else kind
    needs_approval = state in (L.PENDING, L.REJECTED)
    extra = {} if kind == Kind.RENTAL else {"seats": 2}
    licence = scene.sold(kind, needs_approval=needs_approval, is_transferable=True, **extra)
    _lead(scene, licence, state)
    return Tried(scene, licence)


def _lead(scene: Scene, licence: int, state: LicenceState) -> None:
    waits = {L.GRACE: 110, L.OVERDUE: 110, L.EXPIRED: 1_000, L.LAPSED: 200}
    if state in waits:
        scene.wait(waits[state], step=100)
    elif state == L.REJECTED:
        scene.call("reject", licence)
    elif state in (L.CANCELLING, L.ENDED):
        scene.call("cancel", licence, sender=BUYER)
        scene.wait(100 if state == L.ENDED else 1)
    elif state == L.SUSPENDED:
        scene.tag(1)
    elif state == L.EXHAUSTED:
        scene.use(licence, 10)
    elif state == L.RETURNED:
        scene.call("return_rental", licence, RECEIPT, sender=BUYER)
    elif state == L.REVOKED:
        scene.call("waive", licence, sender=BUYER)


def reach_revocation(state: RevocationState, scene: Scene | None = None) -> Tried:
    """Bring a licence's revocation into a state."""
    scene = scene or Scene()
    licence = scene.sold(Kind.TIMED)
    if state == R.NONE:
        return Tried(scene, licence)
    scene.call("order_revocation", licence, scene.fresh(), sender=REVOKING)
    if state == R.APPEALED:
        scene.call("appeal", licence, scene.fresh(), sender=BUYER)
    if state == R.LIFTED:
        scene.call("withdraw_revocation", licence, sender=REVOKING)
    if state == R.EFFECTIVE:
        scene.wait(scene.params.revoke_notice_s)
    return Tried(scene, licence)


def reach_case(state: CaseState, scene: Scene | None = None) -> Tried:
    """Bring a case into a state."""
    scene = scene or Scene()
    asset = scene.asset()
    if state == C.NOTHING:
        return Tried(scene, 1)
    case = scene.accuse(asset)
    if state == C.LAPSED:
        scene.wait(scene.params.verdict_timeout_s)
    elif state != C.OPEN:
        scene.rule(case, 0 if state == C.UPHELD else 10_000)
    return Tried(scene, case)


def reach_peopled(state: LicenceState) -> Tried:
    """Bring a licence into a state with a seat taken, in its window, with coins behind renewals."""
    tried = reach_licence(state)
    scene, number = scene_of(tried), tried.number
    if state in VALID:
        scene.call("assign_seat", number, account(SEATED), sender=BUYER)
    if state == L.ACTIVE:
        scene.wait(75)
    if state in LIVE:
        page = scene.page
        scene.stage.host.mint(Licensing.address, Wei(2 * COIN))
        caps = (Wei(COIN), Wei(9 * COIN))
        page.standings[number] = Standing(account(BUYER), Wei(2 * COIN), *caps, Wei(0))
        page.add(standing_wei=2 * COIN)
    return tried
