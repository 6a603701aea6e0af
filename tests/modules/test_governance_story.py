"""The main story: a fee rate is proposed, voted and changed, and the next payment is at it."""

from chain.types.primitives import Bps, Wei
from modules.governance.module import Governance
from modules.governance.records import Option, ParameterChange, Status
from modules.mint.module import Mint
from modules.model_fees.module import ModelFees
from modules.model_fees.records import LegKind, Referrer
from modules.model_fees.refusals import ChargeAboveLimit
from modules.treasury.module import Treasury
from tests.modules.chain_of_five import (
    DEPOSIT_WEI,
    MODEL,
    enact,
    five,
    pass_time,
    propose,
    vote,
    with_model,
)
from tests.modules.stage import COIN, Stage, account

AUTHOR, INFRASTRUCTURE, PAYER, REFERRER = 4, 5, 6, 7
TOKENS = (1_234_567, 89_012)
CHARGE_WEI = (1_234_567 + 3 * 89_012) * 10**12
FEE = "model_fees.protocol_fee_bps"


def pay(stage: Stage) -> dict[LegKind, int]:
    """Pay for the same use; return what each leg's recipient got."""
    referrers = (Referrer(account(REFERRER), Bps(10_000)),)
    places = {
        LegKind.TREASURY: Treasury.address,
        LegKind.INFRASTRUCTURE: account(INFRASTRUCTURE),
        LegKind.REFERRER: account(REFERRER),
        LegKind.AUTHOR: account(AUTHOR),
    }
    before = {kind: stage.host.balance_wei(place) for kind, place in places.items()}
    values = (MODEL, *TOKENS, Wei(CHARGE_WEI), referrers)
    stage.call(ModelFees, "pay_for_use", *values, sender=PAYER, value_wei=2 * CHARGE_WEI)
    return {kind: stage.host.balance_wei(place) - before[kind] for kind, place in places.items()}


def split_at(fee_bps: int) -> dict[LegKind, int]:
    """Return the legs by hand: 50 % author, 40 % infrastructure, 10 % referrer of the rest."""
    fee = CHARGE_WEI * fee_bps // 10_000
    rest = CHARGE_WEI - fee
    infrastructure, referrer = rest * 4_000 // 10_000, rest * 1_000 // 10_000
    return {
        LegKind.TREASURY: fee,
        LegKind.INFRASTRUCTURE: infrastructure,
        LegKind.REFERRER: referrer,
        LegKind.AUTHOR: rest - infrastructure - referrer,
    }


def test_fee_rate_changes_by_vote_and_the_next_payment_is_at_the_new_rate() -> None:
    """Pay, propose, vote, wait, pay: both splits are exact to the wei, in one unbroken ledger."""
    stage = with_model(five())
    payer_wei = stage.balance_wei(PAYER)
    assert split_at(250) == pay(stage)
    changes = (ParameterChange(FEE, 250, 300),)
    values = ("Raise the protocol fee", "From 2.5 % to 3 %.", changes)
    number = stage.call(Governance, "submit_parameters", *values, sender=8, value_wei=DEPOSIT_WEI)
    for voter in (1, 2):
        stage.call(Governance, "vote", number, Option.YES, sender=voter)
    pass_time(stage, 7)
    assert split_at(250) == pay(stage)
    pass_time(stage, 1)
    assert Status.EXECUTED == stage.call(Governance, "proposal", number).status
    assert 300 == stage.call(ModelFees, "params").protocol_fee_bps
    assert split_at(300) == pay(stage)
    assert payer_wei - 3 * CHARGE_WEI == stage.balance_wei(PAYER)
    stage.next_block()
    assert sum(stage.host.balances_wei.values()) == stage.call(Mint, "supply")


def test_payments_made_keep_the_fee_they_were_made_at() -> None:
    """A change is never retroactive (paltalabs/defindex#480)."""
    stage = with_model(five())
    legs = pay(stage)
    enact(stage, propose(stage, FEE, 250, 300))
    usage = stage.call(ModelFees, "usage", MODEL)
    assert (legs[LegKind.TREASURY], legs[LegKind.AUTHOR]) == (usage.treasury_wei, usage.author_wei)


def test_fee_cannot_change_under_a_payer_in_one_block() -> None:
    """No fee changes without a vote and a timelock (jito-foundation/restaking#281)."""
    stage = with_model(five())
    number = propose(stage, FEE, 250, 300)
    vote(stage, number, (1, Option.YES), (2, Option.YES), (3, Option.YES))
    assert split_at(250) == pay(stage)
    before_s = stage.time_s
    while stage.call(Governance, "proposal", number).status != Status.EXECUTED:
        stage.next_block()
    assert 8 == stage.time_s - before_s


def test_price_that_rises_before_the_payment_is_refused_not_taken() -> None:
    """What the payer agreed to is the most that is taken, whatever changed in between."""
    stage = with_model(five())
    with stage.refuses(ChargeAboveLimit):
        values = (MODEL, *TOKENS, Wei(CHARGE_WEI - 1), ())
        stage.call(ModelFees, "pay_for_use", *values, sender=PAYER, value_wei=COIN * 10)


def test_protocol_fees_can_be_spent_by_proposal() -> None:
    """What payments brought into the pool is paid out by a passed proposal, and only so."""
    stage = with_model(five())
    fee_wei = pay(stage)[LegKind.TREASURY]
    before_wei = stage.balance_wei(9)
    values = ("Grant", "", account(9), Wei(fee_wei))
    number = stage.call(Governance, "submit_spend", *values, sender=8, value_wei=DEPOSIT_WEI)
    enact(stage, number)
    assert before_wei + fee_wei == stage.balance_wei(9)
    assert 0 == stage.call(Treasury, "balance")
