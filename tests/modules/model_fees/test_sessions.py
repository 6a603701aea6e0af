"""Opening, topping up and renewing channels: what a session rests on, and what it keeps."""

from dataclasses import replace
from typing import Any

import pytest

from chain.kit.admission import Denied
from chain.kit.state_machine import RoleForbids, StateForbids
from chain.kit.typed_data import SignatureWrong
from chain.types.primitives import ZERO_ADDRESS, Bps, Seconds, Wei
from modules.model_fees.events import ChannelOpened, ChannelToppedUp, SessionStarted
from modules.model_fees.packing import AMOUNT_END
from modules.model_fees.records import ChannelState, ModelLimit, Prices, RevenueSplit, UnitPrice
from modules.model_fees.refusals import (
    BondTooSmall,
    DepositTooSmall,
    PriceAboveLimit,
    ProviderRefused,
    SessionRefused,
    StatusInvalid,
    TooManyChannels,
    UnknownChannel,
    UnknownModel,
    UnknownTariff,
)
from tests.modules.model_fees.scene import (
    AUTHOR,
    BASE,
    CLOSED_POLICY,
    MODEL,
    NOBODY,
    OPEN_POLICY,
    OTHER,
    PAYEE,
    PAYEE_KEY,
    PAYER,
    PAYER_KEY,
    PLAIN,
    PRICE_IN,
    PRICES,
    SECONDS,
    SPLIT,
    SPONSOR,
    Gatehouse,
    Scene,
)
from tests.modules.stage import COIN, account


def limits(*prices_wei: int, model_id: str = MODEL) -> tuple[ModelLimit, ...]:
    """Return one model's limits."""
    return (ModelLimit(model_id, tuple(UnitPrice(Wei(price), 1) for price in prices_wei)),)


def test_opening_locks_the_deposit_and_the_prices() -> None:
    """A channel holds what was sent, under the tariff of the block that opened it."""
    scene = Scene()
    number = scene.open(deposit_wei=3 * COIN)
    channel = scene.channel(number)
    assert (ChannelState.OPEN, PAYER, PAYEE) == (channel.state, channel.payer, channel.payee)
    assert (3 * COIN, 0, 3 * COIN) == (channel.deposit_wei, channel.paid_wei, channel.left_wei)
    tariff = scene.call("tariff", channel.tariffs[0])
    assert [PRICE_IN, 3 * PRICE_IN] == [meter.price_wei for meter in tariff.meters]
    assert (MODEL, 1, 250) == (tariff.model_id, tariff.version, tariff.protocol_fee_bps)
    assert tariff == scene.call("tariff_now", MODEL)
    assert scene.stage.logged(ChannelOpened(number, PAYER, PAYEE, Wei(3 * COIN)))
    started = SessionStarted(number, 1, channel.expires_s, channel.tariffs)
    assert scene.stage.logged(started)
    assert (number,) == scene.call("channels_of", PAYER, 0, 9)
    assert (number,) == scene.call("channels_for", PAYEE, 0, 9)
    assert 1 == scene.call("channel_total")
    with scene.stage.refuses(UnknownChannel):
        scene.channel(2)
    with scene.stage.refuses(UnknownTariff):
        scene.call("tariff", 99)


@pytest.mark.parametrize(
    ("refusal", "changed"),
    [
        (SessionRefused, {"models": ()}),
        (SessionRefused, {"models": limits(10**24, 10**24) * 2}),
        (SessionRefused, {"models": limits(10**24, 10**24) * 4}),
        (SessionRefused, {"expires_s": Seconds(0)}),
        (SessionRefused, {"expires_s": Seconds(2**40)}),
        (SessionRefused, {"cap_wei": Wei(1)}),
        (SessionRefused, {"cap_wei": Wei(AMOUNT_END), "period_s": Seconds(1)}),
        (UnknownModel, {"models": limits(10**24, model_id="guild/unknown")}),
        (PriceAboveLimit, {"models": limits(PRICE_IN)}),
        (PriceAboveLimit, {"models": limits(PRICE_IN - 1, 10**24)}),
        (ProviderRefused, {"payee": account(OTHER)}),
    ],
)
def test_session_refusals(refusal: type[Exception], changed: dict[str, Any]) -> None:
    """Each rule of a session is refused by its name, an unknown model before any work (a#247)."""
    scene = Scene()
    with scene.stage.refuses(refusal):  # type: ignore[arg-type]
        scene.open(**changed)


def test_a_model_that_is_not_for_sale_starts_no_session() -> None:
    """Only active and deprecated models are paid for."""
    scene = Scene()
    scene.call("register_model", "guild/new", "", PRICES, SPLIT, sender=AUTHOR)
    with scene.stage.refuses(StatusInvalid):
        scene.open("guild/new")
    scene.call("deprecate_model", MODEL, sender=AUTHOR)
    assert scene.open()


def test_deposits_have_a_least_and_a_most() -> None:
    """Dust opens nothing, and no amount outgrows its word."""
    scene = Scene()
    with scene.stage.refuses(DepositTooSmall):
        scene.open(deposit_wei=scene.params.deposit_min_wei - 1)
    scene.stage.host.mint(PAYER, Wei(AMOUNT_END))
    with scene.stage.refuses(SessionRefused, "below 2**96 wei"):
        scene.open(deposit_wei=AMOUNT_END)


def test_a_payer_has_only_so_many_channels_open() -> None:
    """The bound counts open channels; one that is over makes room."""
    scene = Scene(channels_max=1)
    number = scene.open()
    with scene.stage.refuses(TooManyChannels):
        scene.open()
    words = tuple(scene.farewell(number, 0, key) for key in (PAYER_KEY, PAYEE_KEY))
    scene.call("close_together", number, Wei(0), b"", *words, sender=NOBODY)
    assert 2 == scene.open()


def test_a_payee_must_be_bonded() -> None:
    """Whoever serves has something to lose."""
    scene = Scene(provider_bond_min_wei=Wei(11 * COIN))
    with scene.stage.refuses(BondTooSmall):
        scene.open()
    scene.call("bond_provider", sender=PAYEE, value_wei=COIN)
    assert scene.open()


def test_an_author_says_who_may_serve() -> None:
    """Its own account, the terms' infrastructure and whom it lets in; taken back for new ones."""
    scene = Scene()
    scene.call("bond_provider", sender=OTHER, value_wei=COIN)
    scene.call("bond_provider", sender=AUTHOR, value_wei=COIN)
    assert account(AUTHOR) == scene.channel(scene.open(payee=account(AUTHOR))).payee
    assert PAYEE == scene.channel(scene.open(payee=ZERO_ADDRESS)).payee
    scene.call("allow_provider", MODEL, account(OTHER), True, sender=AUTHOR)
    assert (account(OTHER),) == scene.call("providers_of", MODEL, 0, 9)
    assert account(OTHER) == scene.channel(scene.open(payee=account(OTHER))).payee
    scene.call("allow_provider", MODEL, account(OTHER), False, sender=AUTHOR)
    with scene.stage.refuses(ProviderRefused):
        scene.open(payee=account(OTHER))
    with scene.stage.refuses(ProviderRefused):
        scene.open(MODEL, BASE, payee=account(OTHER))


def test_anybody_tops_up_and_the_rest_is_the_payers() -> None:
    """A sponsor's coins join the deposit; nobody tops up what is closing."""
    scene = Scene()
    number = scene.open()
    scene.call("top_up_channel", number, sender=SPONSOR, value_wei=COIN)
    assert 2 * COIN == scene.channel(number).deposit_wei
    assert scene.stage.logged(ChannelToppedUp(number, account(SPONSOR), COIN))
    with scene.stage.refuses(DepositTooSmall):
        scene.call("top_up_channel", number)
    before = scene.balance_wei(PAYER)
    scene.call("close_channel", number)
    with scene.stage.refuses(StateForbids):
        scene.call("top_up_channel", number, value_wei=COIN)
    scene.wait(scene.params.challenge_s)
    assert 2 * COIN == scene.balance_wei(PAYER) - before


def test_announced_prices_do_not_reach_a_session_under_way() -> None:
    """M7: the price used is the schedule's at the session's start; a new session pays the new."""
    scene = Scene()
    number = scene.open()
    dearer = Prices(Wei(5 * PRICE_IN), Wei(5 * PRICE_IN))
    at = Seconds(scene.stage.time_s + scene.params.price_notice_s)
    scene.call("schedule_prices", MODEL, dearer, at, sender=AUTHOR)
    scene.wait_until(at)
    scene.redeem(scene.voucher(number))
    assert 100 * PRICE_IN + 10 * 3 * PRICE_IN == scene.channel(number).paid_wei
    later = scene.call("tariff", scene.channel(scene.open()).tariffs[0])
    assert [5 * PRICE_IN] * 2 == [meter.price_wei for meter in later.meters]


def test_a_split_changes_only_for_new_sessions() -> None:
    """Who was promised a part of a session's pay gets it."""
    scene = Scene()
    number = scene.open()
    at = Seconds(scene.stage.time_s + scene.params.price_notice_s)
    split = RevenueSplit(account(OTHER), Bps(10_000), Bps(0), Bps(0))
    scene.call("schedule_split", MODEL, split, at, sender=AUTHOR)
    scene.wait_until(at)
    before = scene.balance_wei(PAYEE)
    scene.redeem(scene.voucher(number))
    assert scene.channel(number).paid_wei * 9_750 * 4 // 100_000 == (
        scene.balance_wei(PAYEE) - before
    )


def test_both_sides_renew_at_new_prices() -> None:
    """The payer brings new terms, the payee's word binds what was paid; old vouchers are over."""
    scene = Scene()
    number = scene.open()
    scene.redeem(scene.voucher(number))
    paid_wei = scene.channel(number).paid_wei
    terms = scene.terms(expires_s=Seconds(scene.stage.time_s + 500))
    word = scene.renewal(number, terms.expires_s, PAYEE_KEY)
    with scene.stage.refuses(RoleForbids):
        scene.call("renew_channel", number, terms, word, sender=NOBODY)
    with scene.stage.refuses(SignatureWrong):
        wrong = scene.renewal(number, terms.expires_s, PAYER_KEY)
        scene.call("renew_channel", number, terms, wrong)
    with scene.stage.refuses(SessionRefused, "another payee"):
        other = replace(terms, payee=account(AUTHOR))
        scene.call("renew_channel", number, other, word)
    scene.call("renew_channel", number, terms, word)
    channel = scene.channel(number)
    assert (2, ChannelState.OPEN, 0) == (channel.epoch, channel.state, channel.paid_wei)
    assert COIN - paid_wei == channel.deposit_wei
    assert 0 == scene.batch(scene.voucher(number, (200, 20), 2))
    scene.redeem(scene.voucher(number, epoch=2))
    scene.wait(1)


def test_a_payee_renews_what_there_is_at_no_higher_price() -> None:
    """With the payer's word alone a payee cannot change models, cap or referrer, nor raise."""
    scene = Scene()
    number = scene.open(cap_wei=COIN, period_s=Seconds(100))
    terms = scene.terms(BASE, cap_wei=Wei(0))
    word = scene.renewal(number, terms.expires_s, PAYER_KEY)
    scene.call("renew_channel", number, terms, word, sender=PAYEE)
    channel = scene.channel(number)
    assert MODEL == scene.call("tariff", channel.tariffs[0]).model_id
    assert (COIN, 2) == (channel.cap.cap_wei, channel.epoch)
    at = Seconds(scene.stage.time_s + scene.params.price_notice_s)
    scene.call("schedule_prices", MODEL, Prices(Wei(2 * PRICE_IN), Wei(0)), at, sender=AUTHOR)
    scene.wait_until(at)
    word = scene.renewal(number, terms.expires_s, PAYER_KEY)
    with scene.stage.refuses(PriceAboveLimit):
        scene.call("renew_channel", number, terms, word, sender=PAYEE)


def test_the_gate_is_asked_at_entry_top_up_and_renewal() -> None:
    """A model's policy admits its payers; who is not admitted puts nothing in."""
    scene = Scene()
    scene.model("guild/open", conditions=replace(PLAIN, policy=OPEN_POLICY))
    number = scene.open("guild/open")
    scene.call("top_up_channel", number, value_wei=COIN)
    terms = scene.terms("guild/open")
    word = scene.renewal(number, terms.expires_s, PAYEE_KEY)
    scene.call("renew_channel", number, terms, word)
    scene.call("pay_for_use", "guild/open", 1, 1, Wei(COIN), (), value_wei=COIN)
    asked = Gatehouse(scene.stage.host, scene.fees.caller).admitted
    assert 4 == asked
    scene.model("guild/closed", conditions=replace(PLAIN, policy=CLOSED_POLICY))
    with scene.stage.refuses(Denied):
        scene.open("guild/closed")
    with scene.stage.refuses(Denied):
        scene.call("pay_for_use", "guild/closed", 1, 1, Wei(COIN), (), value_wei=COIN)


def test_equal_sessions_share_one_tariff() -> None:
    """What many channels pay is stored once; another version is another tariff."""
    scene = Scene()
    scene.model("guild/seconds", conditions=replace(PLAIN, meters=(SECONDS,)))
    first, second = scene.channel(scene.open()), scene.channel(scene.open())
    both = scene.channel(scene.open(MODEL, "guild/seconds"))
    assert first.tariffs == second.tariffs == both.tariffs[:1]
    meters = scene.call("tariff", both.tariffs[1]).meters
    assert ("input_tokens", "output_tokens", "seconds") == tuple(meter.name for meter in meters)
    assert (SECONDS.price_wei, SECONDS.scale) == (meters[2].price_wei, meters[2].scale)


def test_a_limit_is_for_units_not_for_a_line_of_the_price_list() -> None:
    """The same number of wei for fewer units is a higher price."""
    scene = Scene()
    per_unit = replace(SECONDS, scale=1)
    scene.model("guild/seconds", conditions=replace(PLAIN, meters=(per_unit,)))
    tokens = (UnitPrice(Wei(PRICE_IN), 1), UnitPrice(Wei(3 * PRICE_IN), 1))
    old = UnitPrice(SECONDS.price_wei, SECONDS.scale)
    for last in (old, UnitPrice(Wei(10**24), 0)):
        with scene.stage.refuses(PriceAboveLimit):
            scene.open(models=(ModelLimit("guild/seconds", (*tokens, last)),))
    exact = UnitPrice(Wei(SECONDS.price_wei * 60), 60)
    assert scene.open(models=(ModelLimit("guild/seconds", (*tokens, exact)),))
