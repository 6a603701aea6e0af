"""An order's coins: whose are spent first, and whose come back."""

from hypothesis import given
from hypothesis import strategies as st

from chain.kit.assembly import own
from chain.types.primitives import Wei
from modules.compute.escrow import attribute, deposit, earn, refund
from modules.compute.module import Compute
from modules.compute.records import Ledger
from tests.modules.compute.market import FIRST, FUNDER, JOB, LEASE, SEAL, Market
from tests.modules.stage import COIN, account

STEPS = st.lists(
    st.tuples(st.sampled_from(["deposit", "earn", "back", "attribute"]), st.integers(1, 50)),
    max_size=25,
)


@given(STEPS)
def test_first_in_is_first_out_whenever_it_is_written_down(steps):
    """E7: attributing early or late gives every funder the same; nothing is left over."""
    early, late = accounts_after(steps, True), accounts_after(steps, False)
    assert early == late


def accounts_after(steps, attributes_each):
    """Return what each funder gets back and the ledger, after the steps."""
    market = Market()
    market.open(LEASE)
    compute = own(Compute, market.host)
    assert isinstance(compute, Compute)
    compute.orders[2] = compute.orders[1]
    who = 10
    deposit(compute, 2, account(who), 100, 0)
    for step, amount in steps:
        ledger = compute.ledgers[2]
        if step == "deposit":
            who = 10 + amount % 3
            deposit(compute, 2, account(who), amount, 0)
        elif step == "earn":
            earn(compute, 2, min(amount, ledger.unspent_wei))
        elif step == "back":
            deposit(compute, 2, account(10), 0, 0)  # a later deposit cannot change what was spent
            earn(compute, 2, -min(amount, ledger.earned_wei))
        if attributes_each and step != "back":
            attribute(compute, 2)
    market.host.mint(Compute.address, compute.ledgers[2].unspent_wei)
    refund(compute, 2)
    ledger = compute.ledgers[2]
    assert ledger.unspent_wei == 0
    return [market.balance_wei(10 + n) for n in range(3)], ledger


def test_a_ledger_adds_up_by_its_form():
    """E2: what is unspent is what was paid in less where it went."""
    ledger = Ledger(Wei(100), Wei(30), Wei(20), Wei(7), Wei(5))
    assert (ledger.unspent_wei, ledger.available_wei) == (45, 38)


def test_an_order_never_pays_more_than_it_has():
    """E6: that would be our bug, and stops everything rather than go below zero."""
    market = Market()
    order = market.open(LEASE)
    compute = own(Compute, market.host)
    assert isinstance(compute, Compute)
    try:
        earn(compute, order, compute.ledgers[order].unspent_wei + 1)
    except AssertionError as cause:
        assert "pays what it has" in str(cause)
    else:
        raise AssertionError("more was paid than there was")


def test_no_funder_judges_what_it_has_paid_for():
    """V3: who gets coins back by a ruling is named to the verifier, for jobs and for leases."""
    market = Market()
    job, lease = market.running(JOB), market.running(LEASE)
    for order in (job, lease):
        market.do("top_up", order, sender=FUNDER, value_wei=COIN)
    market.do("submit_result", job, SEAL, 3, sender=FIRST)
    market.pass_blocks(2)
    market.do("dispute_lease", lease, SEAL)
    claims = [market.claim(order) for order in (job, lease)]
    assert [(claim, account(FUNDER)) for claim in claims] == market.verifier.excluded
