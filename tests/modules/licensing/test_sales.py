"""From an offer to a licence: guards, limits, approval, and every wei of a price."""

import pytest

from chain.kit.admission import Denied
from chain.kit.state_machine import StateForbids
from chain.kit.usage import Leg
from chain.types.primitives import ZERO_ADDRESS, Bps, Wei
from modules.licensing.events import IncomeReleased, LicenceMinted
from modules.licensing.records import Guards, Kind, LicenceState
from modules.licensing.refusals import (
    AccountInvalid,
    AccountLimit,
    FeeRoundsToZero,
    NotForOthers,
    NotForSale,
    PaymentMismatch,
    PriceAboveLimit,
    RoyaltyAboveLimit,
    SoldOut,
    TermsChanged,
)
from tests.modules.licensing.scene import (
    BUYER,
    BUYERS,
    NOBODY,
    OTHER,
    OWNER,
    SPONSOR,
    Scene,
    hash_number,
)
from tests.modules.stage import COIN, account

L = LicenceState


def test_a_price_is_split_to_the_wei() -> None:
    """L1: fee, referrer, ancestors and owner get exactly the price; the dust is the owner's."""
    scene = Scene()
    parent = scene.asset()
    child = scene.derivative(parent, royalty_bps=1_000)
    price_wei = COIN + 7
    offer = scene.offer(child, price_wei=Wei(price_wei), referrer_bps=Bps(500))
    quote = scene.call("quote", offer, True)
    pool_wei, referrer_wei = scene.pool_wei, scene.balance(SPONSOR)
    parent_wei, child_wei = (scene.page.vaults[n].claimable_wei for n in (parent, child))
    scene.buy(offer, referrer=account(SPONSOR))
    legs = (
        scene.pool_wei - pool_wei,
        scene.balance(SPONSOR) - referrer_wei,
        scene.page.vaults[parent].claimable_wei - parent_wei,
        scene.page.vaults[child].claimable_wei - child_wei,
    )
    assert price_wei == sum(legs)
    assert price_wei * 250 // 10_000 == legs[0]
    assert price_wei * 500 // 10_000 == legs[1]
    assert price_wei * 9_250 * 1_000 // 10**8 == legs[2]
    shown = (quote.fee_wei, quote.referrer_wei, quote.royalties[0].amount_wei, quote.owner_wei)
    assert legs == shown
    assert (parent, 1_000) == (quote.royalties[0].asset, quote.royalties[0].bps)
    assert scene.stage.logged(IncomeReleased(2, child, Wei(price_wei), *(Wei(leg) for leg in legs)))
    assert legs[2] == scene.usage.legs[Leg.CONTRIBUTOR]
    assert (2, legs[1]) == (scene.usage.uses, scene.usage.legs[Leg.REFERRER])


def test_without_a_referrer_the_owner_has_that_share() -> None:
    """A referrer's share is not taken where nobody brought the buyer."""
    scene = Scene()
    offer = scene.offer(scene.asset(), referrer_bps=Bps(1_000))
    scene.buy(offer)
    assert COIN - COIN * 250 // 10_000 == scene.page.vaults[1].claimable_wei


def test_guards_bind_the_buyer_to_what_it_saw() -> None:
    """Story a0cddb1d, 853ab332: the price is the terms' own, and the terms those that were seen."""
    scene = Scene()
    offer = scene.offer(scene.asset(), is_derivable=True, royalty_bps=Bps(300))
    good = scene.guards(offer)
    who, nobody = account(BUYER), ZERO_ADDRESS
    cases = (
        (Guards(hash_number(1), Wei(COIN), Bps(300)), TermsChanged),
        (Guards(good.terms_hash, Wei(COIN - 1), Bps(300)), PriceAboveLimit),
        (Guards(good.terms_hash, Wei(COIN), Bps(299)), RoyaltyAboveLimit),
    )
    for guards, refusal in cases:
        with scene.stage.refuses(refusal):
            scene.call("buy", offer, who, guards, nobody, sender=BUYER, value_wei=COIN)
    for value_wei in (COIN - 1, COIN + 1):
        with scene.stage.refuses(PaymentMismatch):
            scene.call("buy", offer, who, good, nobody, sender=BUYER, value_wei=value_wei)
    with scene.stage.refuses(AccountInvalid):
        scene.call("buy", offer, nobody, good, nobody, sender=BUYER, value_wei=COIN)


def test_a_price_whose_fee_rounds_to_zero_is_refused() -> None:
    """Story c0d2ac84: many payments too small for a fee would pay none at all."""
    scene = Scene(min_payment_wei=Wei(0))
    offer = scene.offer(scene.asset(), price_wei=Wei(39))
    with scene.stage.refuses(FeeRoundsToZero):
        scene.buy(offer)
    scene.buy(scene.offer(1, price_wei=Wei(40)))
    scene.tune(protocol_fee_bps=Bps(0))
    scene.buy(offer)


def test_free_licences_are_limited_per_account_and_in_all() -> None:
    """A dispenser gives so many to each and so many in all, and nothing in others' names."""
    scene = Scene()
    offer = scene.offer(scene.asset(), Kind.FREE, supply=2)
    with scene.stage.refuses(NotForOthers):
        scene.buy(offer, sender=SPONSOR, holder=BUYER)
    scene.buy(offer)
    with scene.stage.refuses(AccountLimit):
        scene.buy(offer)
    scene.buy(offer, sender=OTHER)
    with scene.stage.refuses(SoldOut):
        scene.buy(offer, sender=SPONSOR)
    assert 0 == scene.usage.uses


def test_a_policy_admits_the_holder_not_the_payer() -> None:
    """Who may use data is asked of the holder, whoever pays."""
    scene = Scene()
    offer = scene.offer(scene.asset(), policy=BUYERS)
    with scene.stage.refuses(Denied):
        scene.buy(offer, sender=SPONSOR, holder=NOBODY)
    licence = scene.buy(offer, sender=NOBODY, holder=BUYER)
    found = scene.page.licences[licence]
    assert (account(BUYER), account(NOBODY)) == (found.holder, found.payer)
    assert scene.stage.logged(
        LicenceMinted(
            licence,
            offer,
            account(BUYER),
            account(NOBODY),
            Wei(COIN),
            Wei(0),
            scene.guards(offer).terms_hash,
        )
    )


def test_approval_begins_the_term() -> None:
    """A licence that waits pays nobody and runs from the licensor's yes on."""
    scene = Scene()
    licence = scene.sold(Kind.TIMED, needs_approval=True)
    assert L.PENDING == scene.state(licence)
    with scene.stage.refuses(StateForbids):
        scene.use(licence)
    scene.wait(40)
    scene.call("approve", licence)
    assert L.ACTIVE == scene.state(licence)
    assert 0 == scene.page.vaults[1].received_wei
    assert scene.page.block.time_s + 1_000 == scene.call("valid_until", licence)


@pytest.mark.parametrize("way", ["reject", "waive", "silence"])
def test_who_is_not_approved_gets_everything_back(way: str) -> None:
    """OEPs#113: a no, a change of mind or silence refund price and deposit, and free the place."""
    scene = Scene()
    before_wei = scene.balance(BUYER)
    licence = scene.sold(Kind.RENTAL, needs_approval=True, supply=1)
    if way == "silence":
        scene.wait(scene.params.approve_timeout_s)
    else:
        scene.call(way, licence, sender=OWNER if way == "reject" else BUYER)
    assert L.REJECTED == scene.state(licence)
    assert before_wei == scene.balance(BUYER)
    scene.stage.check()
    scene.buy(scene.page.licences[licence].offer)


def test_nothing_is_sold_off_the_market() -> None:
    """A draft, a paused, a retired or a tagged asset sells nothing and approves nothing."""
    scene = Scene()
    asset = scene.asset()
    offer = scene.offer(asset)
    waits = scene.buy(scene.offer(asset, needs_approval=True))
    scene.call("pause_asset", asset)
    with scene.stage.refuses(NotForSale):
        scene.buy(offer)
    with scene.stage.refuses(NotForSale):
        scene.call("approve", waits)
    scene.call("resume_asset", asset)
    scene.buy(offer)
    scene.tag(asset)
    with scene.stage.refuses(NotForSale):
        scene.buy(offer)
    scene.call("close_offer", offer)
    with scene.stage.refuses(StateForbids):
        scene.buy(offer)
