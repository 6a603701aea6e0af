"""Every (state, call, role) of every machine, and silence from every state."""

from collections.abc import Callable
from typing import Any

import pytest

from chain.kit.state_machine import RoleForbids, StateForbids
from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Wei
from modules.licensing.clocks import state_of
from modules.licensing.machines import (
    ASSET,
    CASE,
    HOLDER,
    LICENCE,
    OFFER,
    OWNER,
    REVOCATION,
    REVOKER,
    TAG,
    TRUE_OWNER,
    USER,
    VALID,
)
from modules.licensing.records import (
    AssetState,
    CaseState,
    Ground,
    Guards,
    LicenceState,
    OfferState,
    RevocationState,
    Tag,
    TagState,
    Terms,
)
from tests.modules import triples
from tests.modules.licensing import scene as town
from tests.modules.licensing import states
from tests.modules.licensing.scene import BUYER, CHALLENGER, KEEPER, RECEIPT, version_terms
from tests.modules.licensing.states import Tried, reach_licence, scene_of
from tests.modules.stage import COIN, account
from tests.modules.triples import STRANGER, Walk

NOBODY = 9
Call = Callable[[triples.Scene, int], Any]


def plain(name: str, *values: Any, value_wei: int = 0) -> Call:
    """Return how a call with a thing's number and these values is made."""
    return lambda tried, sender: scene_of(tried).call(
        name, tried.number, *values, sender=sender, value_wei=value_wei
    )


def with_evidence(name: str, *values: Any) -> Call:
    """Return how a call is made that brings new evidence at its end."""
    return lambda tried, sender: scene_of(tried).call(
        name, tried.number, *values, scene_of(tried).fresh(), sender=sender
    )


def create(tried: triples.Scene, sender: int) -> None:
    """Put this asset on the register, or try again where it is there."""
    scene = scene_of(tried)
    if scene.page.assets[tried.number].state != AssetState.NOTHING:
        raise StateForbids("asset", "there", "create_asset")
    bond_wei = scene.params.asset_bond_wei
    scene.call("create_asset", version_terms(), sender=sender, value_wei=bond_wei)


def open_offer(tried: triples.Scene, sender: int) -> None:
    """Open an offer on the asset, or this offer where there is none."""
    terms = Terms(price_wei=Wei(COIN), purposes=1)
    scene_of(tried).call("open_offer", 1, 1, terms, sender=sender)


def buy(tried: triples.Scene, sender: int) -> None:
    """Take offer 1."""
    scene = scene_of(tried)
    terms = scene.page.terms[1]
    price_wei = terms.price_wei + terms.deposit_wei
    values = (1, account(sender), scene.guards(1), ZERO_ADDRESS)
    scene.call("buy", *values, sender=sender, value_wei=price_wei)


def buy_this(tried: triples.Scene, sender: int) -> None:
    """Buy the licence of this number, or try again where it is sold."""
    scene = scene_of(tried)
    if scene.page.licence_count >= tried.number:
        raise StateForbids("licence", "sold", "buy")
    buy(tried, sender)


def erase(tried: triples.Scene, sender: int) -> None:
    """Demand an erasure; one that is demanded already is forgotten first."""
    scene = scene_of(tried)
    del scene.page.erasures[tried.number]
    scene.call("request_erasure", tried.number, RECEIPT, sender=sender)


def asset_of(tried: triples.Scene) -> AssetState:
    """Return the asset's state."""
    return scene_of(tried).page.assets[tried.number].state


ASSET_WALK = Walk(
    ASSET,
    {state: lambda state=state: states.reach_asset(state) for state in AssetState},
    {
        "create_asset": create,
        "add_version": plain("add_version", version_terms(7)),
        "list_asset": plain("list_asset"),
        "pause_asset": plain("pause_asset"),
        "resume_asset": plain("resume_asset"),
        "open_offer": open_offer,
        "retire_asset": plain("retire_asset"),
        "transfer_asset": plain("transfer_asset", account(NOBODY + 1)),
        "claim_vault": plain("claim_vault"),
        "request_erasure": erase,
        "prove_erasure": plain("prove_erasure", RECEIPT),
    },
    {OWNER: town.OWNER, STRANGER: NOBODY},
    asset_of,
)


def reach_overlay(state: TagState) -> Tried:
    """Bring an asset's tag into a state; a tagged one is its true owner's."""
    return states.reach_tag(state, is_redirected=True)


def accuse(tried: triples.Scene, sender: int) -> None:
    """Accuse the asset; its owner asks a friend to, for it may not itself."""
    who = CHALLENGER if sender == town.OWNER else sender
    with_evidence("raise_dispute", Tag.UNLAWFUL, ZERO_ADDRESS)(tried, who)


TAG_WALK = Walk(
    TAG,
    {state: lambda state=state: states.reach_tag(state) for state in TagState},
    {
        "raise_dispute": accuse,
        "contest_tag": with_evidence("contest_tag"),
        "clear_tag": plain("clear_tag"),
        "retire_asset": plain("retire_asset"),
    },
    {OWNER: town.OWNER, TRUE_OWNER: states.TRUE_OWNER, STRANGER: NOBODY},
    lambda tried: scene_of(tried).page.overlays[tried.number].tag,
)
GIVEN_WALK = Walk(
    TAG,
    {**TAG_WALK.reach, TagState.TAGGED: lambda: reach_overlay(TagState.TAGGED)},
    TAG_WALK.calls,
    TAG_WALK.actors,
    TAG_WALK.state_of,
)

OFFER_WALK = Walk(
    OFFER,
    {state: lambda state=state: states.reach_offer(state) for state in OfferState},
    {
        "open_offer": lambda tried, sender: (
            _there(tried) if scene_of(tried).page.offer_count else open_offer(tried, sender)
        ),
        "buy": lambda tried, sender: (
            buy(tried, sender)
            if scene_of(tried).page.offer_count
            else scene_of(tried).call(
                "buy",
                1,
                account(sender),
                Guards(ZERO_HASH, Wei(0), 0),
                ZERO_ADDRESS,
                sender=sender,
            )
        ),
        "close_offer": plain("close_offer"),
    },
    {OWNER: town.OWNER, STRANGER: NOBODY},
    lambda tried: scene_of(tried).page.offers[1].state,
)


def _there(tried: triples.Scene) -> None:
    raise StateForbids("offer", "there", f"open_offer {tried.number}")


def give_back(tried: triples.Scene, sender: int) -> None:
    """Return a rental; what is none is made one first."""
    scene, number = scene_of(tried), tried.number
    page = scene.page
    offer = page.licences[number].offer
    terms = page.terms[offer]
    page.terms[offer] = terms.__class__(**{**vars(terms), "kind": 4})
    try:
        plain("return_rental", RECEIPT)(tried, sender)
    finally:
        page.terms[offer] = terms


LICENCE_WALK = Walk(
    LICENCE,
    {state: lambda state=state: states.reach_peopled(state) for state in LicenceState},
    {
        "buy": buy_this,
        "approve": plain("approve"),
        "reject": plain("reject"),
        "use": plain("use", 1, 0, ZERO_HASH, RECEIPT),
        "delegate_app": plain("delegate_app", account(KEEPER), True),
        "assign_seat": plain("assign_seat", account(KEEPER)),
        "unassign_seat": plain("unassign_seat", account(states.SEATED)),
        "transfer_licence": plain("transfer_licence", account(KEEPER)),
        "waive": plain("waive"),
        "return_rental": give_back,
        "cancel": plain("cancel"),
        "renew": plain("renew"),
        "fund_standing": plain("fund_standing", Wei(COIN), Wei(COIN), value_wei=COIN),
        "withdraw_standing": plain("withdraw_standing", Wei(COIN)),
        "settle": plain("settle"),
        "revoke": with_evidence("revoke", Ground.BREACH),
        "order_revocation": with_evidence("order_revocation"),
    },
    {
        OWNER: town.OWNER,
        HOLDER: BUYER,
        USER: states.SEATED,
        STRANGER: NOBODY,
    },
    lambda tried: state_of(scene_of(tried).page, tried.number),
)

REVOCATION_WALK = Walk(
    REVOCATION,
    {state: lambda state=state: states.reach_revocation(state) for state in RevocationState},
    {
        "revoke": with_evidence("revoke", Ground.BREACH),
        "order_revocation": with_evidence("order_revocation"),
        "withdraw_revocation": plain("withdraw_revocation"),
        "appeal": with_evidence("appeal"),
    },
    {OWNER: town.OWNER, REVOKER: states.REVOKING, HOLDER: BUYER, STRANGER: NOBODY},
    lambda tried: scene_of(tried).page.revocations[tried.number].state,
)


@ASSET_WALK.params()
def test_asset_table_is_the_code(state: AssetState, call: str, role: str) -> None:
    """Every (state, call, role) of an asset is as the table says."""
    ASSET_WALK.check(state, call, role)


@TAG_WALK.params()
def test_tag_table_is_the_code(state: TagState, call: str, role: str) -> None:
    """Every (state, call, role) of a tag is as the table says."""
    if state == TagState.TAGGED and role == TRUE_OWNER:
        GIVEN_WALK.check(state, call, role) if call != "contest_tag" else None
        return
    if role == TRUE_OWNER:
        return  # nobody has that role before a ruling
    TAG_WALK.check(state, call, role)


@OFFER_WALK.params()
def test_offer_table_is_the_code(state: OfferState, call: str, role: str) -> None:
    """Every (state, call, role) of an offer is as the table says."""
    OFFER_WALK.check(state, call, role)


@LICENCE_WALK.params()
def test_licence_table_is_the_code(state: LicenceState, call: str, role: str) -> None:
    """Every (state, call, role) of a licence is as the table says."""
    has_role = {
        USER: state in VALID,
        HOLDER: state != LicenceState.NOTHING,
    }
    if has_role.get(role, True):
        LICENCE_WALK.check(state, call, role)


@REVOCATION_WALK.params()
def test_revocation_table_is_the_code(state: RevocationState, call: str, role: str) -> None:
    """Every (state, call, role) of a revocation is as the table says."""
    REVOCATION_WALK.check(state, call, role)


@pytest.mark.parametrize("state", CaseState)
def test_a_case_is_opened_once_and_closed_by_the_chain_alone(state: CaseState) -> None:
    """Nobody calls a case anything: it is opened by a dispute and ends by ruling or time."""
    tried = states.reach_case(state)
    assert state == scene_of(tried).page.cases[tried.number].state
    assert {"raise_dispute", "contest_tag", "appeal"} == set(CASE.calls)


def test_refusals_of_machines_say_what_and_who() -> None:
    """A call that the state forbids is refused by the state, one of a stranger by the role."""
    tried = reach_licence(LicenceState.ACTIVE)
    with tried.stage.refuses(StateForbids):
        plain("approve")(tried, town.OWNER)
    with tried.stage.refuses(RoleForbids):
        plain("waive")(tried, NOBODY)


LIVE = [s for s in LicenceState if s != LicenceState.NOTHING and not LICENCE.is_terminal(s)]


@pytest.mark.parametrize("state", LIVE, ids=lambda state: state.name)
def test_silence_from_every_licence_state_freezes_no_coins(state: LicenceState) -> None:
    """When everybody falls silent each coin is its owner's after the named waits."""
    tried = reach_licence(state)
    scene = scene_of(tried)
    for _ in range(4):
        scene.wait(86_400)
    found = scene.page.holdings
    assert (0, 0, 0) == (found.deferred_wei, found.deposits_wei, found.standing_wei)
    assert LICENCE.is_terminal(state_of(scene.page, tried.number))


@pytest.mark.parametrize("state", [RevocationState.NOTICE, RevocationState.APPEALED])
def test_silence_ends_every_revocation(state: RevocationState) -> None:
    """A notice takes effect; an appeal without a jury's word lifts it."""
    tried = states.reach_revocation(state)
    scene = scene_of(tried)
    scene.wait(600)
    end = RevocationState.LIFTED
    if state == RevocationState.NOTICE:
        end = RevocationState.EFFECTIVE
    assert end == scene.page.revocations[tried.number].state
    assert 0 == scene.page.holdings.held_wei


@pytest.mark.parametrize("is_redirected", [True, False])
@pytest.mark.parametrize("state", [TagState.CHALLENGED, TagState.TAGGED])
def test_silence_ends_every_tag(state: TagState, is_redirected: bool) -> None:
    """Each tag ends by itself, and what was held can be claimed on anybody's word."""
    tried = states.reach_tag(state, is_redirected=is_redirected)
    scene = scene_of(tried)
    scene.wait(600)
    assert TagState.CLEAN == scene.page.overlays[tried.number].tag
    scene.call("claim_vault", tried.number, sender=NOBODY)
    assert 0 == scene.page.holdings.vaults_wei
