"""Orders: opened, cancelled, expired, and who paid for them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain.types.primitives import Height, Wei
from modules.compute.events import OrderMoved, OrderOpened, Refunded
from modules.compute.records import Attribute, Kind, OrderState, Reason, Tenure
from modules.compute.refusals import (
    AttributesInvalid,
    DepositTooSmall,
    TermsInvalid,
    TooManyFunders,
    UnknownNumber,
)
from tests.modules.compute.market import (
    FEE_WEI,
    FIRST,
    FUNDER,
    JOB,
    LEASE,
    MEMORY,
    PARAMS,
    PAYER,
    PLAIN_JOB,
    SEAL,
    SPOT,
    TRAINING,
    UNIT_WEI,
    Market,
    VerifierDown,
)
from tests.modules.stage import COIN, account

S = OrderState
POKE_WEI = PARAMS.poke_reward_wei


def test_an_order_locks_its_budget_and_a_reserve():
    """The reserve covers the verifier's fee of every checkpoint and one poke."""
    market = Market()
    assert market.do("reserve", JOB, COIN) == FEE_WEI + POKE_WEI
    assert market.do("reserve", TRAINING, COIN) == 4 * FEE_WEI + POKE_WEI
    assert market.do("reserve", LEASE, COIN) == market.do("reserve", PLAIN_JOB, COIN) == POKE_WEI
    order = market.open(JOB)
    opened = (account(PAYER), account(PAYER), Kind.JOB, COIN, Wei(FEE_WEI + POKE_WEI))
    assert market.logged(OrderOpened(order, *opened))
    ledger = market.do("order", order).ledger
    assert (ledger.deposited_wei, ledger.available_wei) == (COIN + FEE_WEI + POKE_WEI, COIN)
    assert market.do("order_total") == 1
    assert (
        market.do("open_order_numbers", 0, 10) == market.do("orders_of", account(1), 0, 9) == (1,)
    )


def test_the_reserve_of_terms_that_cannot_be_is_refused():
    """A question is checked like an order: no checkpoints, or more coins than there are."""
    market = Market()
    with market.refuses(TermsInvalid):
        market.do("reserve", replace(JOB, milestones=0), COIN)
    with market.refuses(TermsInvalid):
        market.do("reserve", JOB, Wei(2**256 - 1))


def test_too_small_a_deposit_is_refused():
    """What is sent covers the reserve and the least budget there is."""
    market = Market()
    needed = FEE_WEI + POKE_WEI + PARAMS.min_deposit_wei
    with market.refuses(DepositTooSmall):
        market.do("open_order", JOB, value_wei=needed - 1)
    market.do("open_order", JOB, value_wei=needed)


@given(
    value_wei=st.integers(0, 100 * COIN),
    flat_wei=st.integers(0, COIN),
    fee_bps=st.integers(0, 80_000),
)
def test_a_reserve_covers_a_fee_that_grows_with_the_work(value_wei, flat_wei, fee_bps):
    """What is kept aside pays the fees of the whole budget, and hardly a wei more."""
    market = Market()
    verifier = market.verifier
    verifier.fee, verifier.fee_bps = flat_wei, fee_bps
    for terms in (JOB, TRAINING):
        reserve_wei = market.do("reserve", terms, value_wei)
        budget_wei = value_wei - reserve_wei
        part_wei = Wei(-(-max(budget_wei, 0) // terms.milestones))
        needed_wei = verifier.fee_wei(terms.claim, part_wei) * terms.milestones + POKE_WEI
        assert reserve_wei >= needed_wei
        assert budget_wei <= 0 or reserve_wei - needed_wei <= 1_000, "rounding only"


def test_copies_that_cost_as_much_as_the_work_leave_a_budget():
    """A job that is run twice spends half of what was sent on the second copy, not all of it."""
    market = Market()
    market.verifier.fee, market.verifier.fee_bps = Wei(0), 10_000
    value_wei = 2 * COIN + POKE_WEI
    assert market.do("reserve", JOB, value_wei) == COIN + POKE_WEI
    order = market.do("open_order", JOB, value_wei=value_wei)
    assert market.do("order", order).ledger.available_wei == COIN


@pytest.mark.parametrize("blocks", [0, 9])
def test_a_cancelled_order_comes_back_whole(blocks):
    """Before a match nothing is lost, and bidders are free."""
    market = Market()
    before = market.balance_wei(PAYER)
    order = market.open(JOB)
    market.bid(order)
    market.pass_blocks(blocks)
    market.do("cancel_order", order)
    assert market.balance_wei(PAYER) == before
    market.next_block()
    assert market.free_wei(FIRST) == 10 * COIN
    assert market.do("open_order_numbers", 0, 10) == ()


def test_an_order_expires_by_itself():
    """Akash's orders have no end of their own: here the chain gives everything back."""
    market = Market()
    before = market.balance_wei(PAYER)
    order = market.open(JOB)
    market.pass_blocks(9)
    assert market.state(order) == S.OPEN
    market.next_block()
    moved = (S.OPEN, S.EXPIRED, Reason.NETWORK_TTL, market.height)
    assert market.logged(OrderMoved(order, *moved))
    assert market.balance_wei(PAYER) == before


def test_each_funder_gets_its_own_back():
    """E7: the first funder's coins are spent first, the rest goes back to who gave it."""
    market = Market()
    payer_wei, funder_wei = market.balance_wei(PAYER), market.balance_wei(FUNDER)
    order = market.running(LEASE, coins=1)
    market.do("top_up", order, sender=FUNDER, value_wei=COIN)
    market.do("top_up", order, sender=PAYER, value_wei=COIN)
    for _ in range(25):
        market.next_block()
        market.beat(order)
    shown = market.do("funders_of", order)
    assert [entry.spent_wei for entry in shown] == [2 * COIN + POKE_WEI, 5 * UNIT_WEI - POKE_WEI]
    market.do("end_lease", order)
    assert market.balance_wei(PAYER) == payer_wei - 2 * COIN - POKE_WEI
    assert market.balance_wei(FUNDER) == funder_wei - 5 * UNIT_WEI + POKE_WEI
    assert market.logged(Refunded(order, account(FUNDER), Wei(5 * UNIT_WEI + POKE_WEI)))


def test_what_was_spent_before_a_top_up_stays_who_paid_it():
    """A later deposit of the first funder does not pay what the second one's coins paid."""
    market = Market()
    order = market.running(LEASE, coins=1)
    market.do("top_up", order, sender=FUNDER, value_wei=COIN)
    for _ in range(15):
        market.next_block()
        market.beat(order)
    market.do("top_up", order, sender=PAYER, value_wei=COIN)
    spent = [entry.spent_wei for entry in market.do("funders_of", order)]
    market.do("end_lease", order)
    settled = [entry.spent_wei for entry in market.do("funders_of", order)]
    assert settled == [COIN + POKE_WEI, 5 * UNIT_WEI - POKE_WEI]
    assert sum(spent) == sum(settled)


def test_funders_are_few_and_the_owner_always_one():
    """Strangers with dust cannot keep the owner from topping up."""
    market = Market()
    order = market.running(LEASE, coins=1)
    for who in range(10, 17):
        market.do("top_up", order, sender=who, value_wei=COIN)
    with market.refuses(TooManyFunders):
        market.do("top_up", order, sender=17, value_wei=COIN)
    market.do("top_up", order, sender=PAYER, value_wei=COIN)


LATER = Height(40)
BAD = [
    ("tier_min", replace(JOB, tier_min=6)),
    ("price_max_wei", replace(JOB, price_max_wei=Wei(0))),
    ("ttl_blocks", replace(JOB, ttl_blocks=Height(0))),
    ("auction_blocks", replace(JOB, auction_blocks=Height(11))),
    ("tenure", replace(JOB, tenure=Tenure.SPOT)),
    ("run_blocks", replace(JOB, run_blocks=Height(0))),
    ("milestones", replace(JOB, milestones=0)),
    ("milestones", replace(JOB, milestones=17)),
    ("duration_blocks", replace(JOB, duration_blocks=Height(1))),
    ("reclaim_blocks", replace(JOB, reclaim_blocks=Height(1))),
    ("run_blocks", replace(LEASE, run_blocks=Height(1))),
    ("milestones", replace(LEASE, milestones=1)),
    ("duration_blocks", replace(LEASE, duration_blocks=Height(61))),
    ("reclaim_blocks", replace(LEASE, reclaim_blocks=Height(3))),
    ("reclaim_blocks", replace(SPOT, reclaim_blocks=Height(4))),
    ("start_height", replace(LEASE, start_height=LATER)),
    ("start_height", replace(LEASE, tenure=Tenure.RESERVED, start_height=Height(11))),
    ("start_height", replace(LEASE, tenure=Tenure.RESERVED, start_height=Height(62))),
    ("reservation_wei", replace(LEASE, reservation_wei=Wei(1))),
    (
        "reservation_wei",
        replace(LEASE, tenure=Tenure.RESERVED, start_height=LATER, reservation_wei=Wei(2 * COIN)),
    ),
]


@pytest.mark.parametrize(("field", "terms"), BAD, ids=[f"{i}-{b[0]}" for i, b in enumerate(BAD)])
def test_terms_that_cannot_be_are_refused(field, terms):
    """Each field says its bounds and what was found."""
    market = Market()
    with market.refuses(TermsInvalid, f"field {field}"):
        market.do("open_order", terms, value_wei=COIN + POKE_WEI + FEE_WEI)


def test_an_order_asks_for_a_thing_once():
    """Two values of one attribute could never both be met."""
    market = Market()
    twice = replace(JOB, attributes=(MEMORY, Attribute(MEMORY.key, SEAL)))
    with market.refuses(AttributesInvalid):
        market.open(twice)


def test_terms_that_the_verifier_does_not_take_are_refused():
    """A claim that could never be opened is no order."""
    market = Market()

    def refuse(*values: object) -> Wei:
        raise VerifierDown()

    market.verifier.fee_wei = refuse  # type: ignore[method-assign]
    with market.refuses(VerifierDown):
        market.do("open_order", JOB, value_wei=COIN)


def test_what_is_not_there_is_refused():
    """Views name what was asked for."""
    market = Market()
    for name in ("order", "timeline", "funders_of", "lease"):
        with market.refuses(UnknownNumber, "number 7"):
            market.do(name, 7)
    order = market.open(JOB)
    with market.refuses(UnknownNumber, "lease"):
        market.do("lease", order)
