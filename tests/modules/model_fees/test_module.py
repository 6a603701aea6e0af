"""Model fees' calls and views, one by one."""

from dataclasses import replace

import pytest

from chain.errors import Malformed
from chain.types.primitives import ZERO_ADDRESS, Address, Bps, Seconds, Wei
from modules.model_fees.events import (
    ModelRegistered,
    ModelStatusChanged,
    ModelUsed,
    SplitPaid,
    TermsCancelled,
    TermsScheduled,
)
from modules.model_fees.module import ModelFees
from modules.model_fees.params import (
    ModelFeesGenesis,
    ModelFeesParams,
)
from modules.model_fees.records import (
    METADATA_URI_BYTES_MAX,
    NOTICE_AHEAD_S_MAX,
    TOKEN_PRICE_WEI_MAX,
    TOKENS_MAX,
    Leg,
    LegKind,
    ModelStatus,
    Prices,
    Referrer,
    RevenueSplit,
    Terms,
)
from modules.model_fees.refusals import (
    ChargeAboveLimit,
    MetadataTooLong,
    ModelExists,
    ModelIdInvalid,
    NotAuthor,
    NothingScheduled,
    NothingUsed,
    NoticeTooLong,
    NoticeTooShort,
    PaymentTooSmall,
    PriceTooHigh,
    ReferrersInvalid,
    RetiredTooSoon,
    SplitInvalid,
    StatusInvalid,
    TooManyTokens,
    UnknownModel,
)
from modules.treasury.module import Treasury
from tests.modules.callers import NOBODY
from tests.modules.chain_of_five import MODEL, PRICES, SPLIT, five, with_model
from tests.modules.stage import COIN, Stage, account

AUTHOR, INFRASTRUCTURE, PAYER = 4, 5, 6
NOTICE_S = 86_400
NO_LIMIT_WEI = Wei(2**255)
REFERRERS = (Referrer(account(7), Bps(6_000)), Referrer(account(8), Bps(4_000)))


@pytest.fixture
def stage() -> Stage:
    """A chain with one model for sale."""
    return with_model(five())


def pay(
    stage: Stage,
    input_tokens: int,
    output_tokens: int,
    referrers: tuple[Referrer, ...] = (),
    value_wei: int = COIN,
) -> int:
    """Pay without a limit of its own; return the charge."""
    values = (MODEL, input_tokens, output_tokens, NO_LIMIT_WEI, referrers)
    charge: int = stage.call(ModelFees, "pay_for_use", *values, sender=PAYER, value_wei=value_wei)
    return charge


def register(stage: Stage, **different: object) -> None:
    """Register another model, with something different about it."""
    values: dict[str, object] = {
        "model_id": "other",
        "metadata_uri": "",
        "prices": PRICES,
        "split": SPLIT,
    }
    stage.call(ModelFees, "register_model", *(values | different).values(), sender=AUTHOR)


def test_register_puts_a_model_on_the_register(stage: Stage) -> None:
    """A model is on record with its author, its first terms and no use yet."""
    assert stage.logged(ModelRegistered(account(AUTHOR), MODEL, MODEL, "ipfs://card"))
    assert stage.logged(ModelStatusChanged(MODEL, MODEL, ModelStatus.ACTIVE))
    model = stage.call(ModelFees, "model", MODEL)
    assert (account(AUTHOR), 1, 0) == (model.author, model.versions, model.usage.payments)
    assert Terms(stage.time_s, PRICES, SPLIT) == model.terms
    assert (model,) == stage.call(ModelFees, "models", 0, 9)
    assert 1 == stage.call(ModelFees, "model_count")


@pytest.mark.parametrize(
    ("refusal", "different"),
    [
        (ModelExists, {"model_id": MODEL}),
        (ModelIdInvalid, {"model_id": ""}),
        (ModelIdInvalid, {"model_id": "Big"}),
        (ModelIdInvalid, {"model_id": "a b"}),
        (ModelIdInvalid, {"model_id": "a\n"}),
        (ModelIdInvalid, {"model_id": "m" * 65}),
        (MetadataTooLong, {"metadata_uri": "u" * (METADATA_URI_BYTES_MAX + 1)}),
        (PriceTooHigh, {"prices": Prices(Wei(0), Wei(TOKEN_PRICE_WEI_MAX + 1))}),
        (SplitInvalid, {"split": replace(SPLIT, author_bps=Bps(5_001))}),
        (SplitInvalid, {"split": replace(SPLIT, infrastructure=ZERO_ADDRESS)}),
    ],
)
def test_register_refusals(
    stage: Stage, refusal: type[Exception], different: dict[str, object]
) -> None:
    """Each rule of the register is refused by its own name."""
    with stage.refuses(refusal):  # type: ignore[arg-type]
        register(stage, **different)


def test_payment_is_split_to_the_wei_and_the_rest_comes_back(stage: Stage) -> None:
    """Every recipient gets the quoted leg, the payer pays the charge and not a wei more."""
    quote = stage.call(ModelFees, "quote", MODEL, 1_001, 333, REFERRERS)
    people = (AUTHOR, INFRASTRUCTURE, PAYER, 7, 8)
    before = {account(n): stage.balance_wei(n) for n in people}
    charge = pay(stage, 1_001, 333, REFERRERS)
    assert (1_001 + 3 * 333) * 10**12 == charge == quote.total_wei
    for leg in quote.legs:
        assert leg.amount_wei == stage.host.balance_wei(leg.recipient) - before.get(
            leg.recipient, 0
        )
        assert stage.logged(SplitPaid(MODEL, leg.recipient, leg.kind, leg.amount_wei))
    assert charge == before[account(PAYER)] - stage.balance_wei(PAYER)
    assert 0 == stage.host.balance_wei(ModelFees.address)
    used = ModelUsed(account(PAYER), MODEL, MODEL, 1, Bps(250), 1_001, 333, Wei(charge))
    assert stage.logged(used)


def test_quote_rounds_down_and_gives_the_dust_to_the_author() -> None:
    """Shares are floored; what the floors leave over is the author's."""
    stage = five()
    register(stage, model_id=MODEL, prices=Prices(Wei(1), Wei(0)))
    stage.call(ModelFees, "activate_model", MODEL, sender=AUTHOR)
    legs = stage.call(ModelFees, "quote", MODEL, 99, 0, REFERRERS).legs
    # fee 99 * 2.5 % = 2.475; rest 97: infrastructure 38.8, referrers 9.7, thereof 5.4 and 3.6
    assert (
        Leg(LegKind.TREASURY, Treasury.address, Wei(2)),
        Leg(LegKind.INFRASTRUCTURE, account(INFRASTRUCTURE), Wei(38)),
        Leg(LegKind.REFERRER, account(7), Wei(5)),
        Leg(LegKind.REFERRER, account(8), Wei(3)),
        Leg(LegKind.AUTHOR, account(AUTHOR), Wei(51)),
    ) == legs


def test_without_referrers_their_part_is_the_authors(stage: Stage) -> None:
    """The referrers' leg goes to the author where nobody referred the payer."""
    legs = stage.call(ModelFees, "quote", MODEL, 10_000, 0, ()).legs
    rest = 10_000 * 10**12 * 9_750 // 10_000
    assert rest * 6_000 // 10_000 == legs[-1].amount_wei


def test_free_model_charges_and_moves_nothing() -> None:
    """A price of zero is a price: the use is counted, all coins come back."""
    stage = five()
    register(stage, model_id=MODEL, prices=Prices(Wei(0), Wei(0)))
    stage.call(ModelFees, "activate_model", MODEL, sender=AUTHOR)
    before_wei = stage.balance_wei(PAYER)
    assert 0 == pay(stage, 5, 5, value_wei=3)
    assert before_wei == stage.balance_wei(PAYER)
    assert 0 == stage.events(SplitPaid)
    assert 1 == stage.call(ModelFees, "usage", MODEL).payments


def test_payer_is_never_charged_above_the_limit(stage: Stage) -> None:
    """A charge above what the payer agreed to, or sent, is refused whole."""
    with stage.refuses(ChargeAboveLimit):
        values = (MODEL, 1, 0, Wei(10**12 - 1), ())
        stage.call(ModelFees, "pay_for_use", *values, sender=PAYER, value_wei=COIN)
    with stage.refuses(PaymentTooSmall):
        pay(stage, 1, 0, value_wei=10**12 - 1)
    values = (MODEL, 1, 0, Wei(10**12), ())
    stage.call(ModelFees, "pay_for_use", *values, sender=PAYER, value_wei=10**12)
    assert 1 == stage.call(ModelFees, "usage", MODEL).payments


@pytest.mark.parametrize(
    ("refusal", "tokens", "referrers"),
    [
        (NothingUsed, (0, 0), ()),
        (TooManyTokens, (TOKENS_MAX + 1, 0), ()),
        (TooManyTokens, (0, 2**255), ()),
        (ReferrersInvalid, (1, 1), (Referrer(account(7), Bps(9_999)),)),
        (ReferrersInvalid, (1, 1), (Referrer(ZERO_ADDRESS, Bps(10_000)),)),
        (ReferrersInvalid, (1, 1), (Referrer(account(7), Bps(2_000)),) * 5),
    ],
)
def test_payment_refusals(
    stage: Stage,
    refusal: type[Exception],
    tokens: tuple[int, int],
    referrers: tuple[Referrer, ...],
) -> None:
    """What cannot be paid for cannot be quoted either."""
    with stage.refuses(refusal):  # type: ignore[arg-type]
        pay(stage, *tokens, referrers)
    with stage.refuses(refusal):  # type: ignore[arg-type]
        stage.call(ModelFees, "quote", MODEL, *tokens, referrers)


def test_unknown_models_fail_closed(stage: Stage) -> None:
    """Nothing can be asked of or paid for a model that is not there (aperture#247)."""
    for name, values in {
        "model": (),
        "usage": (),
        "price_at": (Seconds(0),),
        "versions": (0, 1),
        "quote": (1, 1, ()),
        "pay_for_use": (1, 1, Wei(COIN), ()),
        "activate_model": (),
        "cancel_scheduled": (),
        "schedule_prices": (PRICES, Seconds(0)),
    }.items():
        with stage.refuses(UnknownModel):
            stage.call(ModelFees, name, "nobody/nothing", *values)


def test_largest_charge_neither_wraps_nor_overflows() -> None:
    """The highest price times the most tokens is charged in full (gonka: unchecked product)."""
    stage = five()
    register(stage, model_id=MODEL, prices=Prices(Wei(TOKEN_PRICE_WEI_MAX), Wei(0)))
    stage.call(ModelFees, "activate_model", MODEL, sender=AUTHOR)
    quote = stage.call(ModelFees, "quote", MODEL, TOKENS_MAX, 0, ())
    assert TOKEN_PRICE_WEI_MAX * TOKENS_MAX == quote.total_wei
    with stage.refuses(PaymentTooSmall):
        pay(stage, TOKENS_MAX, 0)


def test_prices_change_only_after_notice(stage: Stage) -> None:
    """New prices are charged from their announced second on, and not before."""
    dearer, effective_s = Prices(Wei(2 * 10**12), Wei(0)), Seconds(stage.time_s + NOTICE_S)
    values = (MODEL, dearer, effective_s)
    assert 2 == stage.call(ModelFees, "schedule_prices", *values, sender=AUTHOR)
    assert stage.logged(TermsScheduled(MODEL, MODEL, 2, Terms(effective_s, dearer, SPLIT)))
    stage.next_block(NOTICE_S - 1)
    assert 10**12 == pay(stage, 1, 0)
    stage.next_block(1)
    assert 2 * 10**12 == pay(stage, 1, 0)
    assert PRICES == stage.call(ModelFees, "price_at", MODEL, Seconds(effective_s - 1)).prices
    assert dearer == stage.call(ModelFees, "price_at", MODEL, effective_s).prices
    versions = stage.call(ModelFees, "versions", MODEL, 0, 9)
    assert [PRICES, dearer] == [terms.prices for terms in versions]
    assert 2 == stage.call(ModelFees, "quote", MODEL, 1, 0, ()).version


def test_notice_is_neither_too_short_nor_too_long(stage: Stage) -> None:
    """Terms begin after the notice, after those announced before, and within a year."""
    now_s = stage.time_s
    with stage.refuses(NoticeTooShort):
        at = Seconds(now_s + NOTICE_S - 1)
        stage.call(ModelFees, "schedule_prices", MODEL, PRICES, at, sender=AUTHOR)
    with stage.refuses(NoticeTooLong):
        at = Seconds(now_s + NOTICE_AHEAD_S_MAX + 1)
        stage.call(ModelFees, "schedule_prices", MODEL, PRICES, at, sender=AUTHOR)
    at = Seconds(now_s + NOTICE_S + 5)
    stage.call(ModelFees, "schedule_prices", MODEL, PRICES, at, sender=AUTHOR)
    with stage.refuses(NoticeTooShort):
        stage.call(ModelFees, "schedule_prices", MODEL, PRICES, at, sender=AUTHOR)


def test_split_changes_with_the_same_notice_and_keeps_the_prices(stage: Stage) -> None:
    """Those who are paid learn of a new split in advance; announcing one wipes nothing else."""
    split = RevenueSplit(account(9), Bps(9_000), Bps(1_000), Bps(0))
    at = Seconds(stage.time_s + NOTICE_S)
    stage.call(ModelFees, "schedule_split", MODEL, split, at, sender=AUTHOR)
    assert SPLIT == stage.call(ModelFees, "model", MODEL).terms.split
    stage.next_block(NOTICE_S)
    assert Terms(at, PRICES, split) == stage.call(ModelFees, "model", MODEL).terms
    with stage.refuses(SplitInvalid):
        bad = replace(split, referrer_bps=Bps(1))
        stage.call(ModelFees, "schedule_split", MODEL, bad, at, sender=AUTHOR)


def test_model_not_yet_for_sale_changes_terms_at_once() -> None:
    """Nobody relies on the price of a model that cannot be paid for."""
    stage = five()
    register(stage)
    cheaper, at = Prices(Wei(1), Wei(1)), Seconds(stage.time_s + 1)
    stage.call(ModelFees, "schedule_prices", "other", cheaper, at, sender=AUTHOR)
    stage.next_block()
    assert cheaper == stage.call(ModelFees, "model", "other").terms.prices


def test_cancelled_terms_never_come_into_force(stage: Stage) -> None:
    """Announced terms can be withdrawn until they count, terms in force cannot."""
    at = Seconds(stage.time_s + NOTICE_S)
    dearer = Prices(Wei(9), Wei(9))
    stage.call(ModelFees, "schedule_prices", MODEL, dearer, at, sender=AUTHOR)
    stage.call(ModelFees, "cancel_scheduled", MODEL, sender=AUTHOR)
    assert stage.logged(TermsCancelled(MODEL, MODEL, 2))
    stage.next_block(NOTICE_S)
    assert PRICES == stage.call(ModelFees, "model", MODEL).terms.prices
    with stage.refuses(NothingScheduled):
        stage.call(ModelFees, "cancel_scheduled", MODEL, sender=AUTHOR)
    at = Seconds(stage.time_s + NOTICE_S)
    stage.call(ModelFees, "schedule_prices", MODEL, dearer, at, sender=AUTHOR)
    stage.next_block(NOTICE_S)
    with stage.refuses(NothingScheduled):
        stage.call(ModelFees, "cancel_scheduled", MODEL, sender=AUTHOR)


def test_only_the_author_decides(stage: Stage) -> None:
    """Nobody else changes a model."""
    at = Seconds(stage.time_s + NOTICE_S)
    for name, values in {
        "activate_model": (),
        "deprecate_model": (),
        "retire_model": (),
        "cancel_scheduled": (),
        "schedule_prices": (PRICES, at),
        "schedule_split": (SPLIT, at),
    }.items():
        with stage.refuses(NotAuthor):
            stage.call(ModelFees, name, MODEL, *values, sender=PAYER)


def test_life_of_a_model_goes_one_way(stage: Stage) -> None:
    """For sale when activated, still for sale when deprecated, over when retired after notice."""
    with stage.refuses(StatusInvalid):
        stage.call(ModelFees, "activate_model", MODEL, sender=AUTHOR)
    with stage.refuses(StatusInvalid):
        stage.call(ModelFees, "retire_model", MODEL, sender=AUTHOR)
    stage.call(ModelFees, "deprecate_model", MODEL, sender=AUTHOR)
    pay(stage, 1, 1)
    with stage.refuses(RetiredTooSoon):
        stage.call(ModelFees, "retire_model", MODEL, sender=AUTHOR)
    stage.next_block(NOTICE_S)
    stage.call(ModelFees, "retire_model", MODEL, sender=AUTHOR)
    with stage.refuses(StatusInvalid):
        pay(stage, 1, 1)
    with stage.refuses(StatusInvalid):
        at = Seconds(stage.time_s + NOTICE_S)
        stage.call(ModelFees, "schedule_prices", MODEL, PRICES, at, sender=AUTHOR)


def test_registered_model_cannot_be_paid_before_it_is_activated() -> None:
    """A model is for sale only once its author says so."""
    stage = five()
    register(stage, model_id=MODEL)
    with stage.refuses(StatusInvalid):
        pay(stage, 1, 1)


def test_usage_counts_units_and_every_leg(stage: Stage) -> None:
    """Use and revenue are counted by meter and by recipient, for each model and in all."""
    pay(stage, 100, 10, REFERRERS)
    pay(stage, 5, 0)
    usage = stage.call(ModelFees, "usage", MODEL)
    assert (2, 105, 10) == (usage.payments, usage.input_tokens, usage.output_tokens)
    assert 135 * 10**12 == usage.charged_wei
    assert stage.host.balance_wei(Treasury.address) == usage.treasury_wei
    assert usage == stage.call(ModelFees, "usage_total")


def test_genesis_parameters_keep_their_bounds() -> None:
    """A fee above its bound is refused in genesis too."""
    assert ModelFeesParams() == five().call(ModelFees, "params")
    module = ModelFees(five().host, NOBODY)
    with pytest.raises(Malformed, match="protocol_fee_bps: 0 to 2000"):
        module.genesis(ModelFeesGenesis(ModelFeesParams(protocol_fee_bps=Bps(2_001))))


def test_paid_but_not_charged_pauses_the_module(stage: Stage) -> None:
    """If legs ever were not the charge, the module stops."""
    module = ModelFees(stage.host, NOBODY)
    module.totals = replace(module.totals, author_wei=Wei(1))
    stage.assembly.end_block(stage.host)
    assert module.is_paused


def test_forced_coins_do_not_disturb(stage: Stage) -> None:
    """Coins that nobody paid in stay out of everyone's way."""
    stage.host.mint(ModelFees.address, Wei(7))
    pay(stage, 1, 1)
    stage.next_block()
    assert 7 == stage.host.balance_wei(ModelFees.address)


def test_model_address_is_where_the_design_says() -> None:
    """The module's address is a promise to every caller."""
    assert Address(bytes(18) + b"\x0a\x03") == ModelFees.address
