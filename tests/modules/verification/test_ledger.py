"""The one ledger of bonds: deposits, locks, and legs that sum to the bond."""

from hypothesis import given, settings
from hypothesis import strategies as st

from chain.types.primitives import Wei
from modules.verification import ledger
from modules.verification.events import BondMoved, Deposited, Withdrawn
from modules.verification.module import Verification
from modules.verification.records import BondEnd
from modules.verification.refusals import DepositTooSmall, NothingSent
from tests.modules.stage import COIN, account
from tests.modules.verification.scene import OTHER, POOL, Court

ME = 5


def test_free_coins_come_and_go():
    """What is put down can be taken back, and no more."""
    court = Court(members=False)
    court.call("deposit", sender=ME, value_wei=3 * COIN)
    with court.stage.refuses(DepositTooSmall):
        court.call("withdraw", 3 * COIN + 1, sender=ME)
    with court.stage.refuses(NothingSent):
        court.call("withdraw", 0, sender=ME)
    court.call("withdraw", 2 * COIN, sender=ME)
    assert COIN == court.call("free", account(ME), sender=OTHER)
    assert (1, 1) == (court.stage.events(Deposited), court.stage.events(Withdrawn))


def test_a_locked_bond_cannot_be_withdrawn():
    """Coins are free or locked, never both."""
    court = Court(members=False)
    court.call("deposit", sender=ME, value_wei=3 * COIN)
    ledger.lock(court.page, account(ME), 2 * COIN, COIN // 2)
    with court.stage.refuses(DepositTooSmall):
        court.call("withdraw", COIN, sender=ME)
    totals = court.call("holdings", sender=OTHER)
    assert (COIN // 2, 2 * COIN, COIN // 2) == (totals.free_wei, totals.bonds_wei, totals.fees_wei)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 10**18), min_size=6, max_size=6))
def test_every_leg_of_a_bond_arrives(amounts):
    """V1, V2: whatever the legs, they leave the bonds together, each to whose it is."""
    court = Court(members=False)
    legs = dict(zip(BondEnd, amounts, strict=True))
    bond = sum(amounts)
    court.call("deposit", sender=ME, value_wei=bond)
    ledger.lock(court.page, account(ME), bond)
    before = court.stage.balance_wei(ME), court.stage.balance_wei(OTHER)
    supply = sum(court.host.balances_wei.values())
    ledger.end_bond(court.page, 1, account(ME), legs, account(OTHER))
    assert legs[BondEnd.RETURNED] == court.stage.balance_wei(ME) - before[0]
    assert legs[BondEnd.WINNER] == court.stage.balance_wei(OTHER) - before[1]
    assert legs[BondEnd.TREASURY] == court.host.balance_wei(POOL)
    assert legs[BondEnd.BURNT] == supply - sum(court.host.balances_wei.values())
    held = Wei(legs[BondEnd.JURORS] + legs[BondEnd.AUDITORS])
    totals = court.page.totals
    assert (0, held) == (totals.bonds_wei, totals.fees_wei)
    assert held == court.host.balance_wei(Verification.address) == ledger.owed_wei(court.page)
    assert sum(amount > 0 for amount in amounts) == court.stage.events(BondMoved)
