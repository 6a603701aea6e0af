"""Subscriptions: earned by the second, renewed under a standing word, lapsed after grace."""

from chain.kit.admission import Reason
from chain.kit.state_machine import RoleForbids, StateForbids
from chain.types.primitives import Bps, Seconds, Wei
from modules.licensing.events import Lapsed, RenewalDenied, Renewed, StandingChanged
from modules.licensing.records import Kind, LicenceState
from modules.licensing.refusals import (
    AlreadyRenewed,
    CapExceeded,
    FeeRoundsToZero,
    NotForSale,
    NothingStanding,
    NotSubscription,
    OfferNotOpen,
    PaymentMismatch,
    RenewalTooEarly,
    UnderNotice,
    VersionExpires,
)
from tests.modules.licensing.scene import (
    BUYER,
    BUYERS,
    KEEPER,
    OTHER,
    RECEIPT,
    SPONSOR,
    Scene,
)
from tests.modules.stage import COIN, account

L = LicenceState
REWARD_WEI = COIN * 50 // 10_000


def subscribed(**changed: object) -> tuple[Scene, int]:
    """Return a scene with a subscription and standing coins for three renewals."""
    scene = Scene()
    licence = scene.sold(Kind.SUBSCRIPTION, **changed)
    fund(scene, licence)
    return scene, licence


def fund(scene: Scene, licence: int, coins: int = 3, sender: int = BUYER) -> None:
    """Put coins behind renewals at one coin each."""
    caps = (Wei(COIN), Wei(coins * COIN))
    scene.call("fund_standing", licence, *caps, sender=sender, value_wei=coins * COIN)


def test_revenue_is_earned_by_the_second() -> None:
    """L4: what is deferred, earned and refunded is what was paid, at every second."""
    scene = Scene()
    licence = scene.sold(Kind.SUBSCRIPTION)
    for second in range(1, 100):
        scene.wait(1)
        if second % 7 == 0:
            scene.call("settle", licence, sender=OTHER)
        assert COIN * second // 100 == scene.call("licence", licence).earned_wei
    assert COIN - scene.page.ledgers[licence].earned_wei == scene.page.holdings.deferred_wei


def test_a_keeper_renews_for_a_small_reward() -> None:
    """Anybody carries a renewal out under the standing cap; the next period follows the first."""
    scene, licence = subscribed()
    scene.wait(69)
    with scene.stage.refuses(RenewalTooEarly):
        scene.call("renew", licence, sender=KEEPER)
    scene.wait(1)
    assert scene.stage.time_s == scene.call("renewable_from", licence)
    before_wei, ends_s = scene.balance(KEEPER), scene.call("valid_until", licence) - 20
    assert scene.call("renew", licence, sender=KEEPER)
    assert before_wei + REWARD_WEI == scene.balance(KEEPER)
    assert scene.stage.logged(
        Renewed(licence, Wei(COIN), account(KEEPER), Wei(REWARD_WEI), Seconds(ends_s + 100))
    )
    with scene.stage.refuses(AlreadyRenewed):
        scene.call("renew", licence, sender=KEEPER)
    scene.wait(30)
    assert L.ACTIVE == scene.state(licence)
    scene.wait(50)
    earned_wei = COIN + REWARD_WEI + (COIN - REWARD_WEI) // 2
    assert earned_wei == scene.call("licence", licence).earned_wei
    assert 2 * COIN == scene.page.standings[licence].balance_wei


def test_a_holder_who_renews_gets_no_reward() -> None:
    """The reward is for keepers; own coins are not made cheaper by it."""
    scene, licence = subscribed()
    scene.wait(80)
    before_wei = scene.balance(BUYER)
    scene.call("renew", licence, sender=BUYER)
    assert before_wei == scene.balance(BUYER)
    assert COIN == scene.page.periods[licence].next_price_wei


def test_anybody_may_pay_for_the_next_period() -> None:
    """Coins sent with the call pay exactly the price, whoever sends them."""
    scene = Scene()
    licence = scene.sold(Kind.SUBSCRIPTION)
    scene.wait(90)
    with scene.stage.refuses(PaymentMismatch):
        scene.call("renew", licence, sender=SPONSOR, value_wei=COIN - 1)
    with scene.stage.refuses(CapExceeded):
        scene.call("renew", licence, sender=SPONSOR)
    scene.call("renew", licence, sender=SPONSOR, value_wei=COIN)
    assert COIN == scene.page.periods[licence].next_price_wei


def test_caps_hold_for_one_renewal_and_for_all() -> None:
    """A standing word is for so much a time and so much in all."""
    scene, licence = subscribed()
    scene.wait(80)
    for caps in ((COIN - 1, 9 * COIN), (COIN, COIN - 1)):
        scene.call("fund_standing", licence, *(Wei(cap) for cap in caps), sender=BUYER)
        with scene.stage.refuses(CapExceeded):
            scene.call("renew", licence, sender=KEEPER)
    scene.call("fund_standing", licence, Wei(COIN), Wei(COIN), sender=BUYER)
    scene.call("renew", licence, sender=KEEPER)
    scene.wait(100)
    with scene.stage.refuses(CapExceeded):
        scene.call("renew", licence, sender=KEEPER)


def test_standing_coins_are_their_funders() -> None:
    """Only the holder takes standing coins back; who hands the licence on gets them at once."""
    scene = Scene()
    licence = scene.sold(Kind.SUBSCRIPTION, is_transferable=True)
    fund(scene, licence)
    before_wei = scene.balance(BUYER)
    with scene.stage.refuses(RoleForbids):
        scene.call("withdraw_standing", licence, Wei(1), sender=OTHER)
    with scene.stage.refuses(NothingStanding):
        scene.call("withdraw_standing", licence, Wei(3 * COIN + 1), sender=BUYER)
    scene.call("withdraw_standing", licence, Wei(COIN), sender=BUYER)
    assert before_wei + COIN == scene.balance(BUYER)
    caps = (Wei(COIN), Wei(3 * COIN))
    assert scene.stage.logged(StandingChanged(licence, account(BUYER), Wei(2 * COIN), *caps))
    scene.call("transfer_licence", licence, account(OTHER), sender=BUYER)
    assert before_wei + 3 * COIN == scene.balance(BUYER)
    fund(scene, licence, sender=OTHER)
    assert account(OTHER) == scene.page.standings[licence].funder


def test_without_a_renewal_grace_then_lapse_and_coins_back() -> None:
    """Access lasts through grace; then the subscription lapses and standing coins go home."""
    scene, licence = subscribed()
    before_wei = scene.balance(BUYER)
    scene.wait(110)
    assert L.GRACE == scene.state(licence)
    scene.use(licence)
    scene.wait(10)
    assert L.LAPSED == scene.state(licence)
    assert scene.stage.logged(Lapsed(licence))
    assert before_wei + 3 * COIN == scene.balance(BUYER)
    with scene.stage.refuses(StateForbids):
        scene.call("renew", licence, sender=KEEPER)


def test_a_renewal_in_grace_counts_from_the_old_end() -> None:
    """Grace is no free ride: the next period began when the last one ended."""
    scene, licence = subscribed()
    ends_s = scene.call("valid_until", licence) - 20
    scene.wait(115)
    scene.call("renew", licence, sender=KEEPER)
    assert L.ACTIVE == scene.state(licence)
    assert ends_s + 120 == scene.call("valid_until", licence)
    earned_wei = COIN + REWARD_WEI + (COIN - REWARD_WEI) * 15 // 100
    assert earned_wei == scene.call("licence", licence).earned_wei


def test_cancelled_means_to_the_end_of_what_is_paid() -> None:
    """A cancelled subscription runs out, also through a period that was paid ahead."""
    scene, licence = subscribed()
    scene.wait(80)
    scene.call("renew", licence, sender=KEEPER)
    scene.call("cancel", licence, sender=BUYER)
    scene.wait(60)
    assert L.CANCELLING == scene.state(licence)
    with scene.stage.refuses(StateForbids):
        scene.call("renew", licence, sender=KEEPER)
    scene.wait(60)
    assert L.ENDED == scene.state(licence)
    assert 0 == scene.page.standings[licence].balance_wei


def test_who_may_no_longer_buy_is_not_renewed() -> None:
    """The policy is asked again at each renewal; the answer is on record and nothing is taken."""
    scene, licence = subscribed(policy=BUYERS)
    scene.wait(80)
    scene.gate.barred[BUYERS].add(BUYER)
    before_wei = scene.balance(SPONSOR)
    assert not scene.call("renew", licence, sender=SPONSOR, value_wei=COIN)
    assert before_wei == scene.balance(SPONSOR)
    assert scene.stage.logged(RenewalDenied(licence, Reason.CREDENTIAL_MISSING))
    assert (BUYERS, account(BUYER)) == scene.gate.asked[-1]
    assert 3 * COIN == scene.page.standings[licence].balance_wei


def test_what_cannot_be_renewed_is_not() -> None:
    """Closed offers, paused assets, notices and other kinds take no renewal."""
    scene, licence = subscribed()
    scene.wait(80)
    scene.call("pause_asset", 1)
    with scene.stage.refuses(NotForSale):
        scene.call("renew", licence, sender=KEEPER)
    scene.call("resume_asset", 1)
    scene.call("revoke", licence, 1, RECEIPT)
    with scene.stage.refuses(UnderNotice):
        scene.call("renew", licence, sender=KEEPER)
    scene.call("withdraw_revocation", licence)
    scene.call("close_offer", 1)
    with scene.stage.refuses(OfferNotOpen):
        scene.call("renew", licence, sender=KEEPER)
    other = scene.sold(Kind.TIMED)
    for name in ("renew", "cancel"):
        with scene.stage.refuses(NotSubscription):
            scene.call(name, other, sender=BUYER)
    with scene.stage.refuses(NotSubscription):
        fund(scene, other)


def test_a_renewal_keeps_the_protocols_share() -> None:
    """Story c0d2ac84: a renewal pays the fee that stands when it is made, never none."""
    scene = Scene(min_payment_wei=Wei(0))
    licence = scene.sold(Kind.SUBSCRIPTION, price_wei=Wei(100))
    scene.tune(protocol_fee_bps=Bps(99))
    scene.wait(80)
    with scene.stage.refuses(FeeRoundsToZero):
        scene.call("renew", licence, sender=SPONSOR, value_wei=100)
    scene.tune(protocol_fee_bps=Bps(1_000))
    scene.call("renew", licence, sender=SPONSOR, value_wei=100)
    scene.wait(20)
    assert (1_000, 100) == (
        scene.page.periods[licence].fee_bps,
        scene.page.periods[licence].price_wei,
    )


def test_a_subscription_ends_with_what_its_data_was_made_of() -> None:
    """No period is sold beyond the earliest end of a parent's licence."""
    scene = Scene()
    terms = {"is_derivable": True, "royalty_bps": Bps(100)}
    parent = scene.asset()
    right = scene.buy(scene.offer(parent, Kind.TIMED, **terms), sender=OTHER)
    child = scene.asset(OTHER, 2, (right,))
    scene.wait(850)
    licence = scene.buy(scene.offer(child, Kind.SUBSCRIPTION))
    scene.wait(80)
    with scene.stage.refuses(VersionExpires):
        scene.call("renew", licence, sender=BUYER, value_wei=COIN)
