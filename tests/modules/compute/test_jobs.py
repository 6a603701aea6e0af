"""Jobs: delivered, judged, paid; or not, and refunded."""

from modules.compute.events import EarningsPaid, Refunded
from modules.compute.records import OrderState
from tests.modules.compute.market import (
    FIRST,
    JOB,
    PAYER,
    SEAL,
    TREASURY,
    UNIT_WEI,
    Market,
)
from tests.modules.stage import COIN, account


def test_a_job_is_paid_what_it_metered_and_the_rest_goes_back():
    """Open, bid, match, run, submit, rule, settle: every coin of the way is accounted for."""
    market = Market()
    payer_wei, provider_wei = market.balance_wei(PAYER), market.balance_wei(FIRST)
    order = market.submitted(JOB, units=3)
    assert market.state(order) == OrderState.SUBMITTED
    market.verifier.rule(order, market.claim(order), 10_000)
    assert market.state(order) == OrderState.ACCEPTED
    gross = 3 * UNIT_WEI
    take = gross * 500 // 10_000
    assert market.balance_wei(FIRST) == provider_wei + gross - take
    assert market.host.balance_wei(TREASURY) == take // 2
    assert market.balance_wei(PAYER) == payer_wei - gross - market.verifier.fee
    assert market.logged(EarningsPaid(order, account(FIRST), gross, take // 2, take - take // 2))
    assert market.events(Refunded) == 1
    assert market.free_wei(FIRST) == 10 * COIN
    market.next_block()


def test_a_lease_streams_until_its_money_ends():
    """RUNNING, LOW_FUNDS at the predicted height, CLOSED_FUNDS, SETTLED: without anybody's call."""
    from tests.modules.compute.market import LEASE

    market = Market()
    before = market.balance_wei(FIRST)
    order = market.running(LEASE, coins=1)
    assert market.do("lease", order).depletes_at == market.height + 10
    for _ in range(9):
        market.next_block()
        market.beat(order)
    assert market.state(order) == OrderState.RUNNING
    market.next_block()
    assert market.state(order) == OrderState.LOW_FUNDS
    market.pass_blocks(4)
    assert market.state(order) == OrderState.CLOSED_FUNDS
    market.pass_blocks(14)
    assert market.state(order) == OrderState.SETTLED
    assert market.balance_wei(FIRST) == before + COIN - COIN * 500 // 10_000
    assert SEAL
