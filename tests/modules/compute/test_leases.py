"""Leases: paid by the block, found empty by the chain, ended by either side or by silence."""

from dataclasses import replace

import pytest

from chain.types.primitives import ZERO_HASH, Height, Wei
from modules.compute.events import (
    DepletionPredicted,
    HeartbeatSeen,
    Matched,
    OrderMoved,
    RolledOver,
    ToppedUp,
    UnprovenTakenBack,
)
from modules.compute.records import STEPS_MAX, OrderState, Reason, Tenure
from modules.compute.refusals import DepositTooSmall, NothingToMove, SealMissing
from tests.modules.compute.market import (
    FIRST,
    FUNDER,
    LEASE,
    PAYER,
    SEAL,
    SECOND,
    SPOT,
    UNIT_WEI,
    Market,
)
from tests.modules.stage import COIN, account

S = OrderState
BACKED = replace(LEASE, wants_backup=True)


def net(gross_wei: int) -> int:
    """Return what a provider gets of a payment."""
    return gross_wei - gross_wei * 500 // 10_000


def serve(market: Market, order: int, blocks: int, who: int = FIRST) -> None:
    """Let blocks pass with a heartbeat in each."""
    for _ in range(blocks):
        market.next_block()
        market.beat(order, who)


def backed(market: Market, coins: int = 3) -> int:
    """Return a lease that the first provider serves and the second waits for."""
    order = market.open(BACKED, coins)
    best = market.bid(order, FIRST)
    market.bid(order, SECOND)
    market.do("accept_bid", order, best)
    market.do("start", order, sender=FIRST)
    return order


def test_the_chain_finds_an_empty_lease_by_itself():
    """akash node#1635: no lease runs for free because no provider came to settle it."""
    market = Market()
    before, payer_wei = market.balance_wei(FIRST), market.balance_wei(PAYER)
    order = market.running(LEASE, coins=1)
    start = market.height
    assert market.do("lease", order).depletes_at == start + 10
    assert market.logged(DepletionPredicted(order, Height(start + 10)))
    serve(market, order, 9)
    assert market.logged(HeartbeatSeen(order, Height(start + 9)))
    assert market.state(order) == S.RUNNING
    market.next_block()
    assert market.state(order) == S.LOW_FUNDS
    assert market.do("lease", order).rate_wei == 0
    market.pass_blocks(4)
    assert market.state(order) == S.CLOSED_FUNDS
    market.pass_blocks(14)
    assert market.state(order) == S.SETTLED
    assert market.balance_wei(FIRST) == before + net(COIN)
    assert market.balance_wei(PAYER) == payer_wei - COIN


def test_low_funds_wait_for_a_top_up():
    """support#368: a lease that runs dry has the grace that the page promises."""
    market = Market()
    order = market.running(LEASE, coins=1)
    serve(market, order, 9)
    market.pass_blocks(4)
    assert market.state(order) == S.LOW_FUNDS
    with market.refuses(DepositTooSmall):
        market.do("top_up", order, sender=FUNDER, value_wei=UNIT_WEI - 1)
    market.do("top_up", order, sender=FUNDER, value_wei=COIN)
    assert market.logged(ToppedUp(order, account(FUNDER), 0, COIN))
    assert market.state(order) == S.RUNNING
    lease = market.do("lease", order)
    assert (lease.earned_wei, lease.depletes_at) == (COIN, market.height + 10)


@pytest.mark.parametrize("settles", [set(), {3}, {1, 2, 3, 4, 5, 9, 14, 22}, set(range(30))])
def test_settling_in_between_changes_nothing(settles):
    """E4: whenever it is settled, a lease earns, holds and keeps the same."""
    market = Market()
    order = market.running(LEASE, coins=3)
    for block in range(24):
        market.next_block()
        if block in settles:
            market.do("settle", order, sender=FUNDER)
        if block == 10:
            market.do("pause", order)
        if block == 15:
            market.do("resume", order)
        if block % 5 == 0 and not 10 <= block < 15:
            market.beat(order)
    lease = market.do("lease", order)
    market.do("settle", order)
    assert market.do("lease", order) == lease
    assert lease.earned_wei == 19 * UNIT_WEI
    assert lease.claimable_wei + lease.held_wei == lease.earned_wei


def test_settling_twice_in_a_block_is_no_accident():
    """support#414: a second withdrawal in one block panicked where no block had passed (E5)."""
    market = Market()
    order = market.running(LEASE, coins=3)
    market.do("settle", order)
    serve(market, order, 16)
    market.do("settle", order)
    market.do("settle", order)
    assert market.do("withdraw_earnings", order, sender=FIRST) > 0
    with market.refuses(NothingToMove):
        market.do("withdraw_earnings", order, sender=FIRST)


def test_young_earnings_stay_in_escrow():
    """A dispute about the last blocks finds their money still there."""
    market = Market()
    order = market.running(LEASE, coins=3)
    before = market.balance_wei(FIRST)
    with market.refuses(NothingToMove):
        market.do("withdraw_earnings", order, sender=FIRST)
    serve(market, order, 20)
    lease = market.do("lease", order)
    assert 7 * UNIT_WEI <= lease.held_wei <= 14 * UNIT_WEI
    paid = market.do("withdraw_earnings", order, sender=FIRST)
    assert paid == lease.claimable_wei == 20 * UNIT_WEI - lease.held_wei
    assert market.balance_wei(FIRST) == before + net(paid)


def test_a_tenant_leaves_any_time():
    """What is unspent comes back at once, what was earned is paid after the holdback."""
    market = Market()
    payer_wei, before = market.balance_wei(PAYER), market.balance_wei(FIRST)
    order = market.running(LEASE, coins=3)
    serve(market, order, 5)
    market.do("end_lease", order)
    assert market.state(order) == S.CLOSED
    assert market.balance_wei(PAYER) == payer_wei - 5 * UNIT_WEI
    market.pass_blocks(14)
    assert market.state(order) == S.SETTLED
    assert market.balance_wei(FIRST) == before + net(5 * UNIT_WEI)
    assert market.free_wei(FIRST) == 10 * COIN


def test_a_pause_costs_what_the_bid_said_and_ends_by_itself():
    """PAUSED keeps the machine at its price, and no slot is blocked for ever."""
    market = Market()
    order = market.running(LEASE, coins=3, pause_price_wei=Wei(UNIT_WEI // 4))
    market.do("pause", order)
    market.pass_blocks(8)
    assert market.state(order) == S.RUNNING
    market.pass_blocks(2)
    assert market.do("lease", order).earned_wei == 8 * (UNIT_WEI // 4) + 2 * UNIT_WEI


def test_a_free_pause_lasts_and_a_paid_one_runs_dry():
    """At rate zero nothing depletes; at any other the chain looks in time."""
    market = Market()
    free = market.running(LEASE, coins=3)
    market.do("pause", free)
    assert market.do("lease", free).depletes_at == 2**63
    paid = market.running(LEASE, coins=1, pause_price_wei=Wei(UNIT_WEI))
    market.pass_blocks(3)
    market.do("pause", paid)
    market.pass_blocks(7)
    assert market.state(paid) == S.LOW_FUNDS


def test_a_provider_leaves_after_its_notice():
    """The full rate is paid in the window; nobody is slashed."""
    market = Market()
    before = market.balance_wei(FIRST)
    order = market.running(LEASE, coins=3, reclaim_blocks=Height(9))
    market.do("reclaim", order, sender=FIRST)
    serve(market, order, 8)
    assert market.state(order) == S.RECLAIMING
    market.next_block()
    assert market.state(order) == S.CLOSED
    market.pass_blocks(14)
    assert market.balance_wei(FIRST) == before + net(9 * UNIT_WEI)
    assert market.free_wei(FIRST) == 10 * COIN


def test_a_lease_that_runs_dry_in_the_window_is_over():
    """Nobody waits for a top-up of a provider that is leaving."""
    market = Market()
    order = market.running(LEASE, coins=1, reclaim_blocks=Height(40))
    market.do("reclaim", order, sender=FIRST)
    serve(market, order, 9)
    market.next_block()
    assert market.state(order) == S.CLOSED_FUNDS


def test_who_kills_a_lease_is_slashed():
    """Leaving without notice costs bond, most of it for the tenant."""
    market = Market()
    payer_wei = market.balance_wei(PAYER)
    order = market.running(LEASE, coins=3)
    market.do("reclaim", order, sender=FIRST)
    serve(market, order, 2)
    market.do("kill", order, sender=FIRST)
    assert market.state(order) == S.CLOSED
    bond = 3 * COIN // 10
    lost = bond * 3_000 // 10_000
    assert market.balance_wei(PAYER) == payer_wei - 2 * UNIT_WEI + lost * 8_000 // 10_000
    market.pass_blocks(14)
    assert market.free_wei(FIRST) == 10 * COIN - lost


def test_a_spot_lease_is_taken_back_at_short_notice():
    """AEP-46: the tenant of a spot lease pays less and may lose it, the provider loses nothing."""
    market = Market()
    order = market.running(SPOT, coins=3)
    market.do("reclaim", order, sender=FIRST)
    assert market.do("timeline", order)[-1].reason == Reason.PROVIDER_PREEMPTED
    market.pass_blocks(2)
    assert market.state(order) == S.CLOSED
    killed = market.running(SPOT, coins=3)
    market.do("kill", killed, sender=FIRST)
    market.pass_blocks(14)
    assert market.free_wei(FIRST) == 10 * COIN


def test_a_firm_order_takes_the_slot_of_a_spot_lease():
    """A full provider makes room for a better order by the spot lease that its bid names."""
    market = Market()
    market.register(8, slots=1)
    spot = market.open(SPOT, 3)
    market.do("accept_bid", spot, market.bid(spot, 8))
    market.do("start", spot, sender=8)
    firm = market.open(LEASE, 3)
    market.do("accept_bid", firm, market.bid(firm, 8, displaces=spot))
    assert market.state(spot) == S.RECLAIMING
    assert market.do("timeline", spot)[-1].reason == Reason.NETWORK_DISPLACED
    market.pass_blocks(2)
    assert market.state(spot) == S.CLOSED


def test_a_silent_lessor_is_not_paid_for_its_silence():
    """DeepBrainChain#26: offline while rented is slashed at once; coming back changes nothing."""
    market = Market()
    payer_wei, before = market.balance_wei(PAYER), market.balance_wei(FIRST)
    order = market.running(LEASE, coins=3)
    serve(market, order, 4)
    market.pass_blocks(3)
    market.do("settle", order)
    market.pass_blocks(3)
    assert market.state(order) == S.CLOSED
    assert market.logged(UnprovenTakenBack(order, account(FIRST), Wei(6 * UNIT_WEI)))
    lost = 3 * COIN // 10 * 3_000 // 10_000
    assert market.balance_wei(PAYER) == payer_wei - 4 * UNIT_WEI + lost * 8_000 // 10_000
    market.pass_blocks(14)
    assert market.balance_wei(FIRST) == before + net(4 * UNIT_WEI)
    assert market.free_wei(FIRST) == 10 * COIN - lost


def test_the_backup_takes_over_from_a_silent_lessor():
    """support#15, #245, #128: an outage of one provider closes no lease that has a backup."""
    market = Market()
    before = market.balance_wei(FIRST)
    order = backed(market)
    assert market.do("bid", 2).state.name == "BACKUP"
    serve(market, order, 4)
    market.pass_blocks(6)
    assert market.state(order) == S.MATCHED
    source, target = account(FIRST), account(SECOND)
    assert market.logged(RolledOver(order, source, target, Reason.NETWORK_VANISHED))
    assert market.logged(Matched(order, target, 2, 0, UNIT_WEI))
    assert market.balance_wei(FIRST) == before + net(4 * UNIT_WEI)
    market.do("start", order, sender=SECOND)
    serve(market, order, 5, SECOND)
    lease = market.do("lease", order)
    assert (lease.earned_wei, lease.available_wei) == (5 * UNIT_WEI, 3 * COIN - 9 * UNIT_WEI)


def test_no_bond_is_left_behind_at_a_roll_over():
    """DeepBrainChain#75: used stake leaked where a task was given to another."""
    market = Market()
    order = backed(market)
    market.do("kill", order, sender=FIRST)
    first = market.do("provider", account(FIRST))
    assert (first.locked_wei, first.ended) == (0, 1)
    assert market.do("capacities_of", account(FIRST))[0].slots == 3
    market.pass_blocks(5)
    assert market.state(order) == S.FAILED_START
    assert market.do("provider", account(SECOND)).locked_wei == 0


def test_a_backup_that_cannot_serve_is_let_go():
    """A retired backup does not take over: the lease closes, and its bond is free."""
    market = Market()
    order = backed(market)
    market.do("retire_provider", sender=SECOND)
    market.do("kill", order, sender=FIRST)
    assert market.state(order) == S.CLOSED
    assert market.do("provider", account(SECOND)).locked_wei == 0


def test_the_window_ends_in_a_roll_over():
    """Maintenance with a backup is no end of the lease."""
    market = Market()
    order = backed(market)
    market.do("reclaim", order, sender=FIRST)
    serve(market, order, 4)
    market.next_block()
    assert market.state(order) == S.MATCHED
    assert market.free_wei(FIRST) == 10 * COIN


def test_a_term_ends_a_lease():
    """A lease for so many blocks is over after them, also for the backup that took over."""
    market = Market()
    order = market.running(replace(LEASE, duration_blocks=Height(7)), coins=3)
    serve(market, order, 6)
    market.next_block()
    assert market.state(order) == S.CLOSED
    assert market.do("timeline", order)[-1].reason == Reason.NETWORK_TERM
    assert market.do("order", order).ledger.earned_wei == 7 * UNIT_WEI


def test_a_reserved_lease_begins_at_its_height():
    """AEP-44: it waits, then the provider must start in time like any other."""
    market = Market()
    start = Height(market.height + 15)
    terms = replace(LEASE, tenure=Tenure.RESERVED, start_height=start, reservation_wei=UNIT_WEI)
    order = market.matched(terms, coins=3)
    assert market.state(order) == S.RESERVED
    market.pass_blocks(15)
    assert market.state(order) == S.MATCHED
    assert market.height == start
    market.do("start", order, sender=FIRST)
    assert market.state(order) == S.RUNNING


def test_who_cancels_a_reservation_pays_it():
    """The provider kept a machine free, and is paid for that."""
    market = Market()
    payer_wei, before = market.balance_wei(PAYER), market.balance_wei(FIRST)
    start = Height(market.height + 15)
    terms = replace(LEASE, tenure=Tenure.RESERVED, start_height=start, reservation_wei=UNIT_WEI)
    order = market.matched(terms, coins=3)
    market.do("cancel_order", order)
    assert market.state(order) == S.CANCELLED
    assert market.balance_wei(PAYER) == payer_wei - UNIT_WEI
    assert market.balance_wei(FIRST) == before + net(UNIT_WEI)
    assert market.free_wei(FIRST) == 10 * COIN


def test_a_dispute_freezes_what_is_held_back():
    """The old earnings are paid, the lease ends, the young ones wait for the jury."""
    market = Market()
    order = market.running(LEASE, coins=3)
    payer_wei, before = market.balance_wei(PAYER), market.balance_wei(FIRST)
    with market.refuses(SealMissing):
        market.do("dispute_lease", order, ZERO_HASH)
    serve(market, order, 20)
    held = market.do("lease", order).held_wei
    claim = market.do("dispute_lease", order, SEAL)
    assert market.verifier.disputes == [(order, account(FIRST), account(PAYER), held)]
    assert market.balance_wei(FIRST) == before + net(20 * UNIT_WEI - held)
    forfeit = market.verifier.rule(order, claim, 2_500)
    assert forfeit == 3 * COIN // 10 * 7_500 // 10_000
    assert market.state(order) == S.RESOLVED
    assert market.balance_wei(FIRST) == before + net(20 * UNIT_WEI - held * 3 // 4)
    poke = market.do("params").poke_reward_wei
    spent = 20 * UNIT_WEI - held * 3 // 4
    assert market.balance_wei(PAYER) == payer_wei + 3 * COIN + poke - spent


def test_a_lease_can_be_disputed_after_its_end():
    """The holdback is the time to look at what was served."""
    market = Market()
    other = market.running(LEASE, coins=1)
    serve(market, other, 4)
    market.do("end_lease", other)
    market.pass_blocks(3)
    market.do("dispute_lease", other, SEAL)
    market.pass_blocks(12)
    assert market.state(other) == S.RESOLVED


def test_there_must_be_something_to_dispute():
    """Where nothing is held back there is nothing to rule about."""
    market = Market()
    order = market.running(LEASE, coins=1)
    with market.refuses(NothingToMove):
        market.do("dispute_lease", order, SEAL)


def test_the_timeline_tells_why():
    """support#403: each step names its reason, in the owner's, provider's or network's range."""
    market = Market()
    order = backed(market)
    start = market.height
    market.do("pause", order)
    event = OrderMoved(order, S.RUNNING, S.PAUSED, Reason.OWNER_PAUSED, start)
    assert market.logged(event)
    reasons = [step.reason for step in market.do("timeline", order)]
    assert reasons == [
        Reason.OWNER_OPENED,
        Reason.OWNER_CHOSE,
        Reason.PROVIDER_STARTED,
        Reason.OWNER_PAUSED,
    ]
    for reason in Reason:
        ranges = {"OWNER": (1, 63), "PROVIDER": (64, 127), "NETWORK": (128, 255), "NONE": (0, 0)}
        low, high = ranges[reason.name.split("_")[0]]
        assert low <= reason <= high


def test_the_timeline_is_bounded():
    """However often a tenant pauses, the list stays short and ends with the newest step."""
    market = Market()
    order = market.running(LEASE, coins=3)
    for _ in range(40):
        market.do("pause", order)
        market.do("resume", order)
    steps = market.do("timeline", order)
    assert len(steps) == 64
    assert steps[-1].reason == Reason.OWNER_RESUMED


def test_a_timeline_begins_with_the_opening_and_ends_with_the_newest_step():
    """No step is left out up to STEPS_MAX; beyond it only the newest changes."""
    market = Market()
    opened = market.open(LEASE)
    height = market.host.block.height
    assert ((height, S.OPEN, Reason.OWNER_OPENED),) == told(market, opened)
    order = market.running(LEASE, coins=9)
    height = market.host.block.height
    expected = [step for step in told(market, order) if step[1] != S.RUNNING]
    assert [S.OPEN, S.MATCHED] == [state for _, state, _ in expected]
    expected.append((height, S.RUNNING, Reason.PROVIDER_STARTED))
    for turn in range(STEPS_MAX):
        call, state = ("resume", S.RUNNING) if turn % 2 else ("pause", S.PAUSED)
        reason = Reason.OWNER_RESUMED if turn % 2 else Reason.OWNER_PAUSED
        market.do(call, order)
        expected = [*expected[: STEPS_MAX - 1], (height, state, reason)]
        assert tuple(expected) == told(market, order)


def told(market, order):
    """Return an order's timeline as plain tuples."""
    return tuple((s.height, s.state, s.reason) for s in market.do("timeline", order))
